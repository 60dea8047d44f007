//! An edge of a content, and what can be seen from it.

use crate::syntax::{Syntax, Tag};

use super::super::opening::{Opening, content_clause};
use super::edge::Edge;
use super::frame::Frame;

/// An edge with what can be seen from it.
pub(super) struct Place<'a, 'p, 't, 'l> {
    pub(super) syntax: &'a Syntax<'p, 't, 'l>,
    pub(super) edge: Edge,
    pub(super) frame: &'a Frame<'a>,
    pub(super) index: usize,
    pub(super) limit: usize,
    pub(super) comma: bool,
    /// What stands behind the edge.
    pub(super) next: Tag,
    /// The words of the content before it.
    pub(super) words: usize,
    /// The table's figure.
    pub(super) share: u8,
}

impl Place<'_, '_, '_, '_> {
    pub(super) fn phrasal(&self) -> bool {
        matches!(self.frame.opening, Opening::Object | Opening::Infinitive)
    }

    /// Behind the edge with its comma: at what "and" joins.
    pub(super) fn joined(&self) -> usize {
        self.index + 1 + usize::from(self.comma)
    }

    /// "rents, the cost of food and taxes": a list goes on.
    pub(super) fn is_listed(&self) -> bool {
        let near = self.index + 1..self.limit.min(self.index + 7);
        near.clone()
            .any(|token| self.syntax.tag(token) == Tag::Conjunction)
            && !self.syntax.has_finite(near)
    }

    pub(super) fn clause_at(&self, token: usize) -> bool {
        content_clause(self.syntax, token, self.limit)
    }
}
