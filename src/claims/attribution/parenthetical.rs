//! The cue in the middle of what is said: "The road, officials said, will reopen", "The road, said Ana Ruiz, will reopen".

use super::cues::{self, Cue, CueForm};
use super::sources;
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;

use super::opening::{Opening, content_clause};
use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Tier};
use super::{content_end, content_start};
use crate::extraction::Rule;

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[
    Construction {
        cues: Cues::Active,
        tier: Tier::Specific,
        read: parenthetical,
        rules: &[
            Rule {
                name: "attribution.parenthetical",
                example: "The road, officials said, will reopen.",
                counterexample: "The road, which was closed, will reopen.",
            },
            Rule {
                name: "attribution.clause_subject_cue",
                example: "The road is open, officials said.",
                counterexample: "When asked about the plan, she declined to comment.",
            },
        ],
    },
    Construction {
        cues: Cues::Active,
        tier: Tier::Specific,
        read: parenthetical_inverted,
        rules: &[],
    },
];

/// From this share on a verb says something wherever it stands.
const SPEAKS: u8 = 80;

/// "The road, officials said, will reopen"; "Rents rose, officials said in May; wages did not".
pub(super) fn parenthetical<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    if cue.form != CueForm::Finite || !cue.takes(Frames::CLAUSE) {
        return None;
    }
    let source = sources::before(syntax, cue.tokens.start, scope.floor)?;
    let comma = source
        .start
        .checked_sub(1)
        .filter(|&token| token > scope.floor)?;
    let opens = !matches!(syntax.tag(source.start), Tag::Relative | Tag::That);
    if syntax.tag(comma) != Tag::Comma || !opens {
        return None;
    }
    let limit = scope.range.end;
    let behind = behind_adjuncts(syntax, cue, limit)?;
    let first = scope.floor..comma;
    let ends = match syntax.tag(behind) {
        Tag::Semicolon | Tag::Dash | Tag::Stop => true,
        Tag::Comma => {
            matches!(
                syntax.tag(behind + 1),
                Tag::But | Tag::Gerund | Tag::Relative
            ) || syntax.page.is(behind + 1, Classes::CONTRAST)
                || syntax.tag(behind + 1) == Tag::Conjunction
                    && syntax.tag(behind + 2).opens_phrase()
                || is_of_reporter(syntax, behind + 1, limit)
        }
        _ => return None,
    };
    // "Though the first move was easy, Ruiz said, replacing the pipes would be hard": a gerund that is a subject ends nothing.
    let alone = stands_alone(syntax, first.clone());
    let goes_on = syntax.tag(behind + 1) == Tag::Gerund
        && content_start::gerund_clause(syntax, behind + 1, limit);
    if ends && (alone || !goes_on) {
        if !alone {
            return None;
        }
        let second = joined(syntax, behind, limit);
        let end = second.end;
        return Some(Reading::new(
            "attribution.clause_subject_cue",
            cue,
            Some(source),
            &[first, second],
            end,
        ));
    }
    // `The mayor, she said, "has no idea."`: the quotation has the verb.
    let predicate = syntax.tag(behind + 2).is_finite() && !syntax.has_finite(first.clone());
    if syntax.tag(behind + 1) == Tag::Open && !predicate {
        return None;
    }
    let second = behind + 1;
    let end = content_end::find(syntax, second, Opening::Bare, Some(&source), limit);
    Some(Reading::new(
        "attribution.parenthetical",
        cue,
        Some(source),
        &[first, second..end],
        end,
    ))
}

/// "Nine people died, the mayor said, *and 30 were hurt*": a second clause of the same words, if nobody speaks in it and it does
/// not tell of the speaker ("but she gave no details").
fn joined(syntax: &Syntax<'_, '_, '_>, comma: usize, limit: usize) -> TokenRange {
    let subject = comma + 2;
    let links = syntax.tag(comma) == Tag::Comma
        && matches!(syntax.page.word(comma + 1), "and" | "but")
        && syntax.tag(subject) != Tag::Pronoun
        && content_clause(syntax, subject, limit);
    let speaks = |token: usize| {
        syntax.tag(token) == Tag::Open
            || cues::at(syntax, token, subject)
                .is_some_and(|cue| cue.speaks() && cue.takes(Frames::CLAUSE.with(Frames::QUOTE)))
    };
    if !links || (subject..limit).any(speaks) {
        return comma..comma;
    }
    comma + 1..content_end::trimmed(syntax, subject, limit)
}

/// ", hours after rebels left", ", without naming them": what the reporter adds.
fn is_of_reporter(syntax: &Syntax<'_, '_, '_>, start: usize, limit: usize) -> bool {
    let unit =
        (start..limit.min(start + 3)).find(|&token| syntax.page.is(token, Classes::TIME_UNIT));
    let dated = unit.is_some_and(|unit| {
        matches!(syntax.page.word(unit + 1), "after" | "before")
            && (start..unit).all(|token| {
                syntax.tag(token) == Tag::Determiner || syntax.tag(token) == Tag::Number
            })
    });
    dated || syntax.reads(start, "without") && syntax.tag(start + 1) == Tag::Gerund
}

/// "The trouble with the dam, said Ana Ruiz, an engineer in Lima, is that it leaks."
pub(super) fn parenthetical_inverted<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let comma = cue.tokens.start.checked_sub(1)?;
    let limit = scope.range.end;
    let inverted = comma > scope.floor
        && syntax.tag(comma) == Tag::Comma
        && cue.tokens.start == cue.head
        && cue.form == CueForm::Finite
        && cue.takes(Frames::CLAUSE)
        && cue.word.share >= SPEAKS
        && !cue.takes(Frames::HEARER)
        && syntax.tag(cue.tokens.end).opens_phrase()
        // "The deal, announced Friday, would last": a day does not speak.
        && !syntax.is_time(cue.tokens.end);
    let first = scope.floor..comma;
    // "With rates so high, said Ana Ruiz, an analyst, the bank has to wait"
    let opens = matches!(
        syntax.tag(first.start),
        Tag::Preposition | Tag::Subordinator | Tag::Gerund
    ) && !stands_alone(syntax, first.clone());
    if !inverted || !opens && syntax.has_finite(first) {
        return None;
    }
    let goes_on = |token: usize| {
        syntax.tag(token).is_finite() || opens && content_clause(syntax, token, limit)
    };
    let behind = (cue.tokens.end + 1..limit.min(cue.tokens.end + 20))
        .find(|&token| syntax.tag(token) == Tag::Comma && goes_on(token + 1))?;
    if syntax.has_finite(cue.tokens.end..behind) {
        return None;
    }
    let source = cue.tokens.end..behind;
    let end = content_end::find(syntax, behind + 1, Opening::Bare, Some(&source), limit);
    Some(Reading::new(
        "attribution.parenthetical",
        cue,
        Some(source),
        &[scope.floor..comma, behind + 1..end],
        end,
    ))
}

/// Whether the range is a main clause, and not "When asked about the plan".
pub(super) fn stands_alone(syntax: &Syntax<'_, '_, '_>, range: TokenRange) -> bool {
    // "Sell before the vote, they said": an imperative.
    if syntax.tag(range.start) == Tag::Base {
        return true;
    }
    if !syntax.has_finite(range.clone()) {
        return false;
    }
    let commas = range.clone().any(|token| syntax.tag(token) == Tag::Comma);
    match syntax.tag(range.start) {
        // "Whether it will pay is unclear, the union said": a clause is the subject.
        Tag::Question
            if (syntax.reads(range.start, "whether") || syntax.reads(range.start, "how"))
                && content_start::main_clause_follows(syntax, range.start, range.end) =>
        {
            true
        }
        Tag::Subordinator | Tag::Question if syntax.may_subordinate(range.start) => commas,
        // "Listing the promises", "In a speech held in May": nothing but an opening phrase; "Shelling killed two farmers" is
        // a clause.
        Tag::Gerund => commas || content_start::gerund_subject(syntax, range),
        // "Asked whether she would run", but "Polluted air means less rain"
        Tag::Past if !syntax.tag(range.start + 1).is_nominal() => commas,
        Tag::Preposition => range.clone().any(|token| {
            matches!(syntax.tag(token), Tag::Auxiliary | Tag::Modal | Tag::Finite)
                // "Of the 40 on the bus, nine died", but "In a video posted online"
                || syntax.tag(token) == Tag::Past
                    && !syntax.is_published(token)
                    && (syntax.tag(token.wrapping_sub(1)).is_nominal()
                        || matches!(
                            syntax.tag(token.wrapping_sub(1)),
                            Tag::Adverb | Tag::Number | Tag::Quantifier
                        ))
        }),
        _ => true,
    }
}

/// Behind hearer, time and place of the cue, up to a mark that ends the clause; none where something else stands.
fn behind_adjuncts(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>, limit: usize) -> Option<usize> {
    let start = cue.tokens.end;
    let mut token = start;
    let opener = syntax.tag(start);
    let allowed = matches!(
        opener,
        Tag::Comma | Tag::Semicolon | Tag::Dash | Tag::Stop | Tag::Preposition
        // "The truth, the mayor said then, was that"
            | Tag::Adverb
    ) || syntax.is_time(start)
        || cue.takes(Frames::HEARER) && (opener.opens_phrase() || opener == Tag::Object);
    if !allowed {
        return None;
    }
    while token < limit && token < start + 14 {
        match syntax.tag(token) {
            Tag::Comma | Tag::Semicolon | Tag::Dash | Tag::Stop => return Some(token),
            Tag::That | Tag::Open | Tag::Colon | Tag::Question | Tag::To | Tag::Gerund => {
                return None;
            }
            Tag::Pronoun if token > start => return None,
            part if part.is_finite() => return None,
            _ => token += 1,
        }
    }
    None
}
