//! What an edge is weighed against.

use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;

use super::super::opening::Opening;

/// What the content is and whose: what an edge is weighed against.
pub(super) struct Frame<'a> {
    pub opening: Opening,
    pub start: usize,
    pub source: Option<&'a TokenRange>,
    /// The source is "who" or "which", or stands behind it: "which she called a joke".
    pub relative: bool,
    /// The cue is the participle of an insertion: "Ana Ruiz, noting the size of the crowd, said".
    pub inserted: bool,
    /// The cue stands in an opening clause: "While the union said that …, it went on".
    pub subordinate: bool,
}

impl<'a> Frame<'a> {
    pub(super) fn new(
        syntax: &Syntax<'_, '_, '_>,
        start: usize,
        opening: Opening,
        source: Option<&'a TokenRange>,
    ) -> Self {
        let first = source.map(|source| source.start);
        let before = first.and_then(|first| first.checked_sub(1));
        let subordinate = before.is_some_and(|token| {
            syntax.tag(token) == Tag::Subordinator
                || syntax.may_subordinate(token) && syntax.tag(token) == Tag::Preposition
        });
        Self {
            opening,
            start,
            source,
            relative: source.is_some_and(|source| {
                source.len() == 1 && matches!(syntax.tag(source.start), Tag::Relative | Tag::That)
            }) || before.is_some_and(|before| syntax.tag(before) == Tag::Relative),
            subordinate,
            inserted: source.is_some_and(|source| {
                syntax.tag(source.end) == Tag::Comma && syntax.tag(source.end + 1) == Tag::Gerund
            }),
        }
    }
}
