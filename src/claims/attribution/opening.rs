//! What a content opens with, and whether a clause starts at a place.

use crate::syntax::{Syntax, clauses};

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
    clauses::starting_at(syntax, index, limit).is_some()
}

/// Whether a subject and its verb start here.
pub(crate) fn content_clause(syntax: &Syntax<'_, '_, '_>, start: usize, limit: usize) -> bool {
    clauses::starting_at(syntax, start, limit).is_some_and(|clause| clause.is_plain(syntax))
}
