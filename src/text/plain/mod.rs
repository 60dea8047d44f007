//! [`Plain`]: the article without what Markdown, HTML and typesetting left in it, and the way back.
//!
//! `**Police** said two people di&shy;ed` is read as `Police said two people died` by every stage; the spans that they
//! find are moved to the text as given at the end. Most articles hold nothing of the kind and are read as they are.

mod emphasis;
mod entities;
mod links;
mod pass;
mod signs;
mod stretches;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::span::Span;

/// Something of the given text that reads otherwise.
#[derive(Clone, Copy, Debug)]
struct Piece {
    start: usize,
    end: usize,
    /// What is read in its place, if anything is.
    put: Option<char>,
    role: Role,
    /// Whether it is what it seems to be: the opening half of a pair is not before the other half is found.
    sure: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Markup before the words that it marks.
    Opens,
    /// Markup behind them.
    Closes,
    /// A sign: read as another, or printing nothing.
    Sign,
}

/// A piece, and where it would stand in what is read.
#[derive(Clone, Copy, Debug)]
struct Move {
    given: Span,
    read: Span,
    role: Role,
}

/// The text as the stages read it.
#[derive(Debug)]
pub(crate) struct Plain<'t> {
    given: &'t str,
    read: Cow<'t, str>,
    moves: Vec<Move>,
    /// Where the lines begin that the markup calls headings.
    headings: Vec<usize>,
}

impl<'t> Plain<'t> {
    pub(crate) fn of(given: &'t str) -> Self {
        let found = pass::Pass::new(given).run();
        let mut plain = Self {
            given,
            read: Cow::Borrowed(given),
            moves: Vec::new(),
            headings: Vec::new(),
        };
        if found.pieces.iter().any(|piece| piece.sure) {
            plain.build(&found);
        }
        plain
    }

    fn build(&mut self, found: &pass::Found) {
        let mut read = String::with_capacity(self.given.len());
        let mut headings = found.headings.iter().copied().peekable();
        let mut copied = 0;
        for (number, piece) in found.pieces.iter().enumerate() {
            if piece.sure {
                read.push_str(&self.given[copied..piece.start]);
                copied = piece.end;
                let start = read.len();
                read.extend(piece.put);
                self.moves.push(Move {
                    given: Span::new(piece.start, piece.end),
                    read: Span::new(start, read.len()),
                    role: piece.role,
                });
            }
            if headings.next_if_eq(&number).is_some() {
                self.headings.push(read.len());
            }
        }
        read.push_str(&self.given[copied..]);
        self.read = Cow::Owned(read);
    }

    pub(crate) fn text(&self) -> &str {
        &self.read
    }

    /// Whether the text is read as it was given.
    pub(crate) fn untouched(&self) -> bool {
        self.moves.is_empty()
    }

    /// Where the lines begin that the markup calls headings, in order.
    pub(crate) fn headings(&self) -> &[usize] {
        &self.headings
    }

    /// The span of the given text that is read as `span`, without markup at its ends.
    pub(crate) fn given(&self, span: Span) -> Span {
        let start = self.start(span.start);
        if span.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.end(span.end))
    }

    /// The same with the markup that stands directly before and behind it: a block and its sentences hold the marks
    /// of their words.
    pub(crate) fn given_with_marks(&self, span: Span) -> Span {
        let inner = self.given(span);
        let mut whole = inner;
        let first = self
            .moves
            .partition_point(|piece| piece.given.end <= inner.start);
        let mut edge = inner.start;
        for piece in self.moves[..first].iter().rev() {
            if piece.given.end != edge || piece.role == Role::Closes || !piece.read.is_empty() {
                break;
            }
            edge = piece.given.start;
            if piece.role == Role::Opens {
                whole.start = edge;
            }
        }
        let behind = self
            .moves
            .partition_point(|piece| piece.given.start < inner.end);
        let mut edge = inner.end;
        for piece in &self.moves[behind..] {
            if piece.given.start != edge || piece.role == Role::Opens || !piece.read.is_empty() {
                break;
            }
            edge = piece.given.end;
            if piece.role == Role::Closes {
                whole.end = edge;
            }
        }
        whole
    }

    /// Where the character at `offset` stands in the given text.
    fn start(&self, offset: usize) -> usize {
        let number = self.moves.partition_point(|piece| piece.read.end <= offset);
        match self.moves.get(number) {
            Some(piece) if piece.read.start <= offset => piece.given.start,
            _ => self.behind(number, offset),
        }
    }

    /// Where the character that ends at `offset` ends in the given text.
    fn end(&self, offset: usize) -> usize {
        let number = self
            .moves
            .partition_point(|piece| piece.read.start < offset);
        match number.checked_sub(1).and_then(|last| self.moves.get(last)) {
            Some(piece) if offset < piece.read.end => piece.given.end,
            _ => self.behind(number, offset),
        }
    }

    /// An offset between pieces, behind the first `number` of them.
    fn behind(&self, number: usize, offset: usize) -> usize {
        match number.checked_sub(1).and_then(|last| self.moves.get(last)) {
            Some(piece) => piece.given.end + (offset - piece.read.end),
            None => offset,
        }
    }
}
