//! What a content opens with, and whether a clause starts at a place.

use crate::syntax::{FAR, Syntax, Tag};

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
pub(crate) fn clause_follows(syntax: &Syntax<'_, '_, '_>, index: usize, limit: usize) -> bool {
    let limit = limit.min(index + FAR);
    let mut token = index;
    let mut relative = false;
    while token < limit {
        match syntax.tag(token) {
            Tag::Stop | Tag::Semicolon | Tag::Colon | Tag::Dash => return false,
            Tag::Comma if !relative && token > index => {
                // "said the plan, which he wrote, failed" is rare; "cited the plan, saying" is not.
                return false;
            }
            Tag::Relative | Tag::That | Tag::Subordinator | Tag::Question => return false,
            Tag::Object | Tag::Pronoun if token == index && syntax.tag(token) == Tag::Object => {
                return false;
            }
            Tag::Conjunction | Tag::But
                if syntax.tag(token + 1).is_finite()
                    || matches!(syntax.tag(token + 1), Tag::Adverb | Tag::Negation) =>
            {
                return false;
            }
            Tag::Auxiliary | Tag::Modal | Tag::Finite => return token > index,
            Tag::Past if !syntax.is_reduced(token) && token > index => return true,
            Tag::Open => token = syntax.behind_quotation(token) - 1,
            _ => {}
        }
        token += 1;
        relative = false;
    }
    false
}

/// Whether a subject and its verb start here.
pub(crate) fn content_clause(syntax: &Syntax<'_, '_, '_>, start: usize, limit: usize) -> bool {
    for token in start..limit.min(start + 12) {
        match syntax.tag(token) {
            Tag::Auxiliary | Tag::Modal | Tag::Finite => return token > start,
            Tag::Past if !syntax.is_reduced(token) => return token > start,
            Tag::Comma
            | Tag::Stop
            | Tag::Relative
            | Tag::That
            | Tag::To
            | Tag::Gerund
            | Tag::Open
            | Tag::Conjunction
            | Tag::Question
            | Tag::Subordinator
            | Tag::Dash
            | Tag::Semicolon
            | Tag::Colon => return false,
            _ => {}
        }
    }
    false
}
