//! What stands between a cue and its content: hearers, times, "in a statement".

use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::Cue;
use crate::mentions::parts::{FAR, Grammar, Part};
use crate::text::Flags;

use super::super::opening::clause_follows;
use super::preposition::prepositional;

/// Behind the hearer of "told reporters in Lima that", "asked him whether"; the end where nothing follows.
pub(super) fn behind_hearer(
    g: &Grammar<'_, '_, '_>,
    cue: &Cue<'_>,
    index: usize,
    limit: usize,
) -> Option<usize> {
    let first = g.part(index);
    if first == Part::Object {
        return Some(index + 1);
    }
    let limit = limit.min(index + FAR);
    let mut token = index;
    let mut nominal = false;
    while token < limit {
        match g.part(token) {
            Part::That
            | Part::Question
            | Part::To
            | Part::Open
            | Part::Comma
            | Part::Colon
            | Part::Stop => {
                return Some(token);
            }
            // "reminded the players of the rules", "asked the mayor about the dam"
            Part::Preposition if token > index && prepositional(g, cue, token, limit).is_some() => {
                return Some(token);
            }
            Part::Pronoun if token > index => return Some(token),
            Part::Pronoun if token == index && g.part(token + 1).is_finite() => return None,
            Part::Determiner | Part::Possessive | Part::Quantifier
                if nominal
                    && !matches!(
                        g.part(token - 1),
                        // "ordered tens of thousands of residents to leave"
                        Part::Preposition | Part::Conjunction | Part::Quantifier
                    ) =>
            {
                return Some(token);
            }
            Part::Finite | Part::Auxiliary | Part::Modal => return None,
            Part::Name | Part::Noun => nominal = true,
            _ => {}
        }
        token += 1;
    }
    Some(limit)
}

/// Behind "in a statement", "during the talks in Lima": where "that", a quotation or a pronoun stands.
pub(super) fn behind_adjunct(
    g: &Grammar<'_, '_, '_>,
    cue: &Cue<'_>,
    index: usize,
    limit: usize,
) -> Option<usize> {
    let limit = limit.min(index + FAR);
    let mut token = index + 1;
    while token < limit {
        match g.part(token) {
            Part::That if token > index + 1 => return Some(token),
            // `grinned behind her glasses and cited the line, "We lost"`: a sound reaches no further than its verb.
            Part::Conjunction
                if !cue.takes(Frames::CLAUSE)
                    && matches!(g.part(token + 1), Part::Past | Part::Finite) =>
            {
                return None;
            }
            // `said in May on the channel's "Good Morning"`: the title of what the channel sends.
            Part::Open if is_title(g, token) => token = g.behind_quotation(token) - 1,
            Part::Open | Part::Colon => return Some(token),
            Part::Comma if g.part(token + 1) == Part::Open => return Some(token),
            // "spoke in Lima on Monday about the dam"
            Part::Preposition
                if cue.takes(Frames::ABOUT)
                    && g.page.is(token, Classes::HEDGE)
                    && prepositional(g, cue, token, limit).is_some() =>
            {
                return Some(token);
            }
            // "said on a tour of Ames, Iowa, that rents would fall"
            Part::Comma if cue.takes(Frames::CLAUSE) => {
                let that =
                    (token + 1..limit.min(token + 16)).find(|&token| g.part(token) == Part::That);
                return that
                    .filter(|&that| g.part(that.wrapping_sub(1)) == Part::Comma)
                    .or_else(|| behind_insertion(g, token, limit));
            }
            Part::Comma => return behind_insertion(g, token, limit),
            Part::Pronoun if token > index + 1 && g.part(token - 1).is_nominal() => {
                return Some(token);
            }
            Part::Stop | Part::Semicolon => return None,
            // "said at one point, "We lost""
            Part::Finite
                if g.page.is(token, Classes::ALSO_NOUN)
                    && (g.part(token + 1) == Part::That
                        || g.part(token + 1) == Part::Comma && g.part(token + 2) == Part::Open) => {
            }
            Part::Finite | Part::Auxiliary | Part::Modal => return None,
            // "said on Sunday the plan failed", "said in a statement the plan failed"
            Part::Determiner | Part::Name
                if token > index + 1
                    && (g.is_time(token - 1)
                        || g.part(token) == Part::Determiner && g.part(token - 1).is_nominal())
                    && !g.is_time(token)
                    && clause_follows(g, token, limit) =>
            {
                return Some(token);
            }
            _ => {}
        }
        token += 1;
    }
    None
}

/// Whether the quotation that opens there is what a possessive has: `the channel's "Good Morning"`.
pub(crate) fn is_title(g: &Grammar<'_, '_, '_>, open: usize) -> bool {
    open > 0 && g.part(open - 1) == Part::Clitic
}

/// Behind the time that stands at `index`.
pub(super) fn behind_time(g: &Grammar<'_, '_, '_>, index: usize, limit: usize) -> Option<usize> {
    (index..limit.min(index + 12)).find(|&token| !g.is_time(token))
}

/// The quotation behind an insertion that opens at the comma: `said, however, "We lost."`, `said in May, when the story
/// broke, "We lost."` It ends the sentence, and nobody else speaks in between.
pub(super) fn behind_insertion(
    g: &Grammar<'_, '_, '_>,
    comma: usize,
    limit: usize,
) -> Option<usize> {
    const LONGEST: usize = 20;
    let inserts = matches!(
        g.part(comma + 1),
        Part::Adverb
            | Part::Preposition
            | Part::Quantifier
            | Part::Subordinator
            | Part::Question
            | Part::Gerund
            | Part::Past
            | Part::Participle
    );
    let open = (comma + 1..limit.min(comma + LONGEST))
        .find(|&token| g.part(token) == Part::Open)
        .filter(|_| inserts && !g.page.is(comma + 1, Classes::CUE_VERB))?;
    let introduced = matches!(g.part(open.wrapping_sub(1)), Part::Comma | Part::Colon);
    let speaks = (comma + 2..open)
        .any(|token| g.page.is(token, Classes::CUE_VERB) && g.part(token).is_finite());
    let behind = g.behind_quotation(open);
    let ends = (behind..limit).all(|token| g.part(token) == Part::Stop);
    (introduced && !speaks && ends && g.page.has(open + 1, Flags::CAPITALISED)).then_some(open)
}
