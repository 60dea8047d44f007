//! Marks that lead to a quotation with a speaker of its own: `She named three aims: "Roads and bread," she said.`

use crate::lexicon::Classes;
use crate::mentions::parts::{Grammar, Part};

/// A mark that leads to a quotation with a sentence of its own.
pub(super) fn is_mark(g: &Grammar<'_, '_, '_>, token: usize) -> bool {
    matches!(g.part(token), Part::Colon | Part::Dash) || g.reads(token, "(")
}

/// Whether the mark at `token` leads to a quotation whose own speaker follows it: "…: "Roads and bread," she said".
pub(super) fn to_speaker(g: &Grammar<'_, '_, '_>, token: usize, limit: usize) -> bool {
    let open = token + 1;
    if !is_mark(g, token) || g.part(open) != Part::Open {
        return false;
    }
    let behind = g.behind_quotation(open);
    if behind >= limit || behind < open + 3 {
        return false;
    }
    let mut last = behind - 2;
    while last > open && g.part(last) == Part::Close {
        last -= 1;
    }
    let speaker = behind..limit.min(behind + 14);
    g.part(last) == Part::Comma
        && (g.part(behind).opens_phrase() || g.page.is(behind, Classes::CUE_VERB))
        && speaker
            .into_iter()
            .any(|token| g.page.is(token, Classes::CUE_VERB) && g.part(token).is_finite())
}
