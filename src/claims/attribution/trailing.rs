//! "The road is open, officials said." The clause before is the content, and with it every cue that it holds.

use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::{self, Cue, CueForm};
use crate::mentions::parts::{Grammar, Part};
use crate::mentions::{noun_phrases, sources};
use crate::text::TokenRange;

use super::{Reader, Scope, content_start};

/// How far from the sentence's end a trailing cue can stand.
const REACH: usize = 30;

/// From this share on a verb says something even without a content behind it.
const SURE: u8 = 95;

/// Reads the sentence whose last words name who said it.
pub(super) fn claim(reader: &mut Reader<'_, '_, '_>, scope: &Scope) -> bool {
    let g = &reader.g;
    let mut end = scope.range.end;
    while end > scope.range.start && g.part(end - 1) == Part::Stop {
        end -= 1;
    }
    // `The road is open, the mayor said on the channel's "Good Morning."`: a title is no speech.
    if end > scope.range.start && g.part(end - 1) == Part::Close {
        let titled = |&open: &usize| {
            open > scope.range.start && open < end && content_start::is_title(g, open)
        };
        end = g.twin(end - 1).filter(titled).unwrap_or(end);
    }
    // Without a comma nothing trails.
    if g.last(&(scope.range.start..end), Part::Comma).is_none() {
        return false;
    }
    let from = end.saturating_sub(REACH).max(scope.range.start + 3);
    let mut index = end;
    while index > from {
        index -= 1;
        if g.is_quoted(index) || g.part(index) == Part::Close {
            return false;
        }
        let Some(cue) = cues::at(g, index, scope.floor) else {
            continue;
        };
        let Some((source, comma)) = trailed(g, scope, &cue, end) else {
            if cue.form == CueForm::Finite && cue.takes(Frames::CLAUSE) {
                return false;
            }
            continue;
        };
        // `"Rents rose. Wages fell," according to the union`: the quotation began sentences ago.
        let opened = g
            .twin(comma.wrapping_sub(1))
            .filter(|&open| {
                g.part(comma.wrapping_sub(1)) == Part::Close && open < scope.range.start
            })
            .filter(|&open| !reader.is_claimed(open, scope.nested_in));
        let content = opened.unwrap_or(scope.range.start)..comma;
        if g.part(comma.wrapping_sub(1)) == Part::Close
            && g.part(content.start) == Part::Open
            && g.twin(comma.wrapping_sub(1)) == Some(content.start)
        {
            return false;
        }
        if !super::parenthetical::stands_alone(g, content.clone()) {
            return false;
        }
        let quoted = g.part(comma.wrapping_sub(1)) == Part::Close && g.part(comma) != Part::Comma;
        let rule = if quoted && source.start > cue.head {
            "attribution.quotation_cue_subject"
        } else if quoted {
            "attribution.quotation_subject_cue"
        } else if cue.form == CueForm::Preposition {
            "attribution.according_to"
        } else if source.start > cue.head {
            "attribution.clause_cue_subject"
        } else {
            "attribution.clause_subject_cue"
        };
        return reader.add(rule, scope, &cue, Some(source), &[content]);
    }
    false
}

/// The source of a cue that ends its sentence, and the comma before them.
fn trailed(
    g: &Grammar<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
    end: usize,
) -> Option<(TokenRange, usize)> {
    if cue.form == CueForm::Preposition {
        let comma = cue
            .tokens
            .start
            .checked_sub(1)
            .filter(|&token| token > scope.range.start)?;
        let source = super::according_to::named(g, cue.tokens.end, end, true)?;
        let reaches = source.end + 4 >= end || !g.has_finite(source.end..end);
        return (g.part(comma) == Part::Comma && reaches).then_some((source, comma));
    }
    // "In the school, guards cracked down": a sound needs a quotation.
    let speaks = cue.takes(Frames::CLAUSE)
        || cue.takes(Frames::QUOTE) && cue.word.share > content_start::SOUNDS;
    if cue.form != CueForm::Finite || !speaks {
        return None;
    }
    let comma = cue
        .tokens
        .start
        .checked_sub(1)
        .filter(|&token| token > scope.range.start)?;
    if edge(g, scope, comma).is_some()
        && g.part(cue.head) == Part::Past
        && cue.tokens.start == cue.head
    {
        // "The harvest will be thin, said Ana Ruiz, a miller."
        // "The armies met on Sunday, at which they agreed to talk, said the minister": nothing but the subject follows.
        let sure = cue.word.share >= SURE && !cue.takes(Frames::HEARER);
        if !sure && !super::quotation::clause_ends(g, scope.range.start, comma) {
            return None;
        }
        // "The veto will fall, Ruiz, an adviser, said Sunday": a day does not speak.
        let source = noun_phrases::starting_at(g, cue.tokens.end, end, true)
            .filter(|source| !g.is_time(source.start))?;
        let relayed = g.part(source.end) == Part::Preposition && !g.has_finite(source.end..end)
            || g.page
                .phrase_classes(source.end)
                .any(Classes::CUE_PREPOSITION);
        let reaches = relayed
            || source.end >= end
            || g.part(source.end) == Part::Comma && !g.has_finite(source.end..end)
            || g.is_time(source.end);
        let end = edge(g, scope, comma)?;
        return (reaches && !g.part(source.end).is_finite()).then_some((source, end));
    }
    if !adjuncts(g, cue.tokens.end, end) {
        return None;
    }
    let source = sources::before(g, cue.tokens.start, scope.floor)?;
    let comma = source
        .start
        .checked_sub(1)
        .filter(|&token| token > scope.range.start)?;
    let opens = g.part(source.start) != Part::Relative && g.part(source.start) != Part::That;
    let end = edge(g, scope, comma)?;
    opens.then_some((source, end))
}

/// The end of the clause before the speaker: a comma, or the mark of a quotation that is only its last part: `What she
/// calls a plan is "a joke," he said`. A quotation behind a mark has its own speaker there: `She said, "Go," he noted`.
fn edge(g: &Grammar<'_, '_, '_>, scope: &Scope, token: usize) -> Option<usize> {
    if g.part(token) == Part::Comma {
        return Some(token);
    }
    if g.part(token) != Part::Close || g.part(token.wrapping_sub(1)) != Part::Comma {
        return None;
    }
    let open = g
        .twin(token)
        .filter(|&open| open > scope.range.start && open < token)?;
    let introduced = matches!(
        g.part(open - 1),
        Part::Comma | Part::Colon | Part::Dash | Part::Stop | Part::Semicolon | Part::Close
    ) || g.reads(open - 1, "(");
    (!introduced).then_some(token + 1)
}

/// Whether nothing but time, place and hearer stands between the cue and the sentence's end.
fn adjuncts(g: &Grammar<'_, '_, '_>, start: usize, end: usize) -> bool {
    if start >= end {
        return true;
    }
    if end - start > 14 {
        return false;
    }
    let opener = g.part(start);
    let adjunct = g.is_time(start) || matches!(opener, Part::Preposition | Part::Adverb);
    adjunct
        && (start..end).all(|token| {
            !g.part(token).is_finite()
                && !matches!(
                    g.part(token),
                    Part::That
                        | Part::Open
                        | Part::Colon
                        | Part::Semicolon
                        | Part::Pronoun
                        | Part::Comma
                )
        })
}
