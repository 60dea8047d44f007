//! Marks that lead to a quotation with a speaker of its own: `She named three aims: "Roads and bread," she said.`

use crate::lexicon::Classes;
use crate::syntax::{Syntax, Tag};

/// A mark that leads to a quotation with a sentence of its own.
pub(super) fn is_mark(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    matches!(syntax.tag(token), Tag::Colon | Tag::Dash) || syntax.reads(token, "(")
}

/// Whether the mark at `token` leads to a quotation whose own speaker follows it: "…: "Roads and bread," she said".
pub(super) fn to_speaker(syntax: &Syntax<'_, '_, '_>, token: usize, limit: usize) -> bool {
    let open = token + 1;
    if !is_mark(syntax, token) || syntax.tag(open) != Tag::Open {
        return false;
    }
    let behind = syntax.behind_quotation(open);
    if behind >= limit || behind < open + 3 {
        return false;
    }
    let last = syntax.last_said(behind - 1);
    let speaker = behind..limit.min(behind + 14);
    syntax.tag(last) == Tag::Comma
        && (syntax.tag(behind).opens_phrase() || syntax.page.is(behind, Classes::CUE_VERB))
        && speaker
            .into_iter()
            .any(|token| syntax.page.is(token, Classes::CUE_VERB) && syntax.tag(token).is_finite())
}
