//! The cue in the middle of what is said: "The road, officials said, will reopen", "The road, said Ana Ruiz, will reopen".

use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::{Grammar, Part};
use crate::mentions::sources;
use crate::text::TokenRange;

use super::opening::Opening;
use super::{Reader, Scope, content_end};

/// From this share on a verb says something wherever it stands.
const SPEAKS: u8 = 80;

/// "The road, officials said, will reopen"; "Rents rose, officials said in May; wages did not".
pub(super) fn parenthetical<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    if cue.form != CueForm::Finite || !cue.takes(Frames::CLAUSE) {
        return None;
    }
    let source = sources::before(g, cue.tokens.start, scope.floor)?;
    let comma = source
        .start
        .checked_sub(1)
        .filter(|&token| token > scope.floor)?;
    let opens = !matches!(g.part(source.start), Part::Relative | Part::That);
    if g.part(comma) != Part::Comma || !opens {
        return None;
    }
    let limit = scope.range.end;
    let behind = behind_adjuncts(g, cue, limit)?;
    let first = scope.floor..comma;
    let ends = match g.part(behind) {
        Part::Semicolon | Part::Dash | Part::Stop => true,
        Part::Comma => {
            matches!(
                g.part(behind + 1),
                Part::But | Part::Gerund | Part::Relative
            ) || g.page.is(behind + 1, Classes::CONTRAST)
                || g.part(behind + 1) == Part::Conjunction && g.part(behind + 2).opens_phrase()
        }
        _ => return None,
    };
    if ends {
        if !stands_alone(g, first.clone()) {
            return None;
        }
        return reader
            .add(
                "attribution.clause_subject_cue",
                scope,
                cue,
                Some(source),
                &[first],
            )
            .then_some(behind);
    }
    if g.part(behind + 1) == Part::Open {
        return None;
    }
    let second = behind + 1;
    let end = content_end::find(g, second, Opening::Bare, Some(&source), limit);
    reader
        .add(
            "attribution.parenthetical",
            scope,
            cue,
            Some(source),
            &[first, second..end],
        )
        .then_some(end)
}

/// "The trouble with the dam, said Ana Ruiz, an engineer in Lima, is that it leaks."
pub(super) fn parenthetical_inverted<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    let comma = cue.tokens.start.checked_sub(1)?;
    let limit = scope.range.end;
    let inverted = comma > scope.floor
        && g.part(comma) == Part::Comma
        && cue.tokens.start == cue.head
        && cue.form == CueForm::Finite
        && cue.takes(Frames::CLAUSE)
        && cue.word.share >= SPEAKS
        && !cue.takes(Frames::HEARER)
        && g.part(cue.tokens.end).opens_phrase()
        // "The deal, announced Friday, would last": a day does not speak.
        && !g.is_time(cue.tokens.end);
    if !inverted || g.has_finite(scope.floor..comma) {
        return None;
    }
    let behind = (cue.tokens.end + 1..limit.min(cue.tokens.end + 20))
        .find(|&token| g.part(token) == Part::Comma && g.part(token + 1).is_finite())?;
    if g.has_finite(cue.tokens.end..behind) {
        return None;
    }
    let source = cue.tokens.end..behind;
    let end = content_end::find(g, behind + 1, Opening::Bare, Some(&source), limit);
    reader
        .add(
            "attribution.parenthetical",
            scope,
            cue,
            Some(source),
            &[scope.floor..comma, behind + 1..end],
        )
        .then_some(end)
}

/// Whether the range is a main clause, and not "When asked about the plan".
pub(super) fn stands_alone(g: &Grammar<'_, '_, '_>, range: TokenRange) -> bool {
    if !g.has_finite(range.clone()) {
        return false;
    }
    let commas = range.clone().any(|token| g.part(token) == Part::Comma);
    match g.part(range.start) {
        Part::Subordinator | Part::Question if g.page.is(range.start, Classes::SUBORDINATOR) => {
            commas
        }
        // "Listing the promises", "In a speech held in May": nothing but an opening phrase.
        Part::Gerund => commas,
        Part::Preposition => range.clone().any(|token| {
            matches!(g.part(token), Part::Auxiliary | Part::Modal | Part::Finite)
                || g.part(token) == Part::Past
                    && (g.part(token.wrapping_sub(1)).is_nominal()
                        || g.part(token.wrapping_sub(1)) == Part::Adverb)
        }),
        _ => true,
    }
}

/// Behind hearer, time and place of the cue, up to a mark that ends the clause; none where something else stands.
fn behind_adjuncts(g: &Grammar<'_, '_, '_>, cue: &Cue<'_>, limit: usize) -> Option<usize> {
    let start = cue.tokens.end;
    let mut token = start;
    let opener = g.part(start);
    let allowed = matches!(
        opener,
        Part::Comma | Part::Semicolon | Part::Dash | Part::Stop | Part::Preposition
    ) || g.is_time(start)
        || cue.takes(Frames::HEARER) && (opener.opens_phrase() || opener == Part::Object);
    if !allowed {
        return None;
    }
    while token < limit && token < start + 14 {
        match g.part(token) {
            Part::Comma | Part::Semicolon | Part::Dash | Part::Stop => return Some(token),
            Part::That | Part::Open | Part::Colon | Part::Question | Part::To | Part::Gerund => {
                return None;
            }
            Part::Pronoun if token > start => return None,
            part if part.is_finite() => return None,
            _ => token += 1,
        }
    }
    None
}
