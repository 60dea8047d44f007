//! What a content opens with, and whether a clause starts at a place.

use crate::mentions::parts::{FAR, Grammar, Part};

/// What a content opens with. Decides how far it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    That,
    /// A clause without "that".
    Bare,
    Quotation,
    /// "whether", "how", "what"
    Question,
    /// "to" and a verb
    Infinitive,
    /// A noun phrase, a gerund, a phrase with a preposition.
    Object,
}

/// Whether a subject with its own verb starts at `index`.
pub(crate) fn clause_follows(g: &Grammar<'_, '_, '_>, index: usize, limit: usize) -> bool {
    let limit = limit.min(index + FAR);
    let mut token = index;
    let mut relative = false;
    while token < limit {
        match g.part(token) {
            Part::Stop | Part::Semicolon | Part::Colon | Part::Dash => return false,
            Part::Comma if !relative && token > index => {
                // "said the plan, which he wrote, failed" is rare; "cited the plan, saying" is not.
                return false;
            }
            Part::Relative | Part::That | Part::Subordinator | Part::Question => return false,
            Part::Object | Part::Pronoun if token == index && g.part(token) == Part::Object => {
                return false;
            }
            Part::Conjunction | Part::But
                if g.part(token + 1).is_finite()
                    || matches!(g.part(token + 1), Part::Adverb | Part::Negation) =>
            {
                return false;
            }
            Part::Auxiliary | Part::Modal | Part::Finite => return token > index,
            Part::Past if !g.is_reduced(token) && token > index => return true,
            Part::Open => token = g.behind_quotation(token) - 1,
            _ => {}
        }
        token += 1;
        relative = false;
    }
    false
}

/// Whether a subject and its verb start here.
pub(crate) fn content_clause(g: &Grammar<'_, '_, '_>, start: usize, limit: usize) -> bool {
    for token in start..limit.min(start + 12) {
        match g.part(token) {
            Part::Auxiliary | Part::Modal | Part::Finite => return token > start,
            Part::Past if !g.is_reduced(token) => return token > start,
            Part::Comma
            | Part::Stop
            | Part::Relative
            | Part::That
            | Part::To
            | Part::Gerund
            | Part::Open
            | Part::Conjunction
            | Part::Question
            | Part::Subordinator
            | Part::Dash
            | Part::Semicolon
            | Part::Colon => return false,
            _ => {}
        }
    }
    false
}
