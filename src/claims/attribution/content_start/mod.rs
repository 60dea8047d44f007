//! Where a content begins behind its cue, and what it opens with.

mod between;
mod clause;
mod preposition;
mod search;

use crate::claims::attribution::cues::Cue;
use crate::syntax::{Syntax, Tag};

pub(super) use between::is_title;
pub(super) use clause::{SOUNDS, gerund_clause, gerund_subject, main_clause_follows};
pub(super) use preposition::frame_of;
use search::place;

use super::opening::Opening;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Start {
    pub token: usize,
    pub opening: Opening,
    /// Behind the cue: with its preposition, where that stands beside it ("spoke briefly about").
    pub cue_end: usize,
}

/// The content behind the cue, before `limit`.
pub(crate) fn behind(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>, limit: usize) -> Option<Start> {
    let (token, opening) = place(syntax, cue, limit)?;
    let start = Start {
        token,
        opening,
        cue_end: cue.tokens.end,
    };
    let beside = (cue.tokens.end..token).all(|token| syntax.tag(token) == Tag::Adverb);
    if opening == Opening::Object && beside && joins(syntax, token) && token + 1 < limit {
        return Some(Start {
            token: token + 1,
            opening: opening_at(syntax, token + 1),
            cue_end: token + 1,
        });
    }
    Some(start)
}

/// "about", "for", "of": a preposition that goes with its cue. "Described as a joke": "as" says what the content is.
pub(super) fn joins(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    syntax.tag(token) == Tag::Preposition && !syntax.reads(token, "as")
}

/// What the content behind a preposition opens with.
pub(super) fn opening_at(syntax: &Syntax<'_, '_, '_>, token: usize) -> Opening {
    match syntax.tag(token) {
        Tag::Question => Opening::Question,
        Tag::Open => Opening::Quotation,
        _ => Opening::Object,
    }
}
