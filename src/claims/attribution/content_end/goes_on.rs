//! Where a content goes on behind what looks like its end: counted on the training articles of PolNeAR.

use crate::lexicon::Classes;
use crate::syntax::Tag;

use super::edge::Edge;
use super::place::Place;

/// "concerns about issues, such as traffic"
pub(super) fn examples(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    let syntax = at.syntax;
    (at.comma && syntax.reads(at.index + 1, "such") && syntax.reads(at.index + 2, "as"))
        .then_some(5)
}

/// "A poll shows the mayor ahead, with 13 percent undecided": what it found goes on.
pub(super) fn shares(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    let documented = at
        .frame
        .source
        .is_some_and(|source| at.syntax.page.is(source.end - 1, Classes::DOCUMENT));
    let counts = (at.index + 2..at.index + 6)
        .any(|token| matches!(at.syntax.tag(token), Tag::Number | Tag::Quantifier));
    (at.edge == Edge::CommaWith && documented && counts).then_some(20)
}

/// "said her office – there were several, in fact – was never closed": the dash that closes an insertion.
pub(super) fn closing_dash(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    if at.edge != Edge::Dash {
        return None;
    }
    let opened = (at.frame.start..at.index)
        .filter(|&token| at.syntax.tag(token) == Tag::Dash)
        .count();
    let verb = at.next.is_finite() && !at.syntax.is_reduced(at.index + 1);
    (opened % 2 == 1 && (verb || at.next == Tag::Preposition)).then_some(10)
}

/// "refused to provide a list of tenants or fees earned": what else it could be is no clause of its own.
pub(super) fn alternative(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    let or = at.edge.joins() && !at.comma && at.syntax.reads(at.index, "or");
    (or && !at.next.is_finite()).then_some(5)
}

/// "blamed the bank for keeping rates low and making it impossible to save": a gerund goes on with the one in the content.
pub(super) fn parallel(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    let syntax = at.syntax;
    let governed = |token: usize| {
        syntax.tag(token) == Tag::Gerund && syntax.tag(token - 1) == Tag::Preposition
    };
    let goes_on = matches!(at.edge, Edge::And | Edge::AndReporting)
        && !at.comma
        && at.next == Tag::Gerund
        && (at.frame.start + 1..at.index).any(governed);
    goes_on.then_some(15)
}
