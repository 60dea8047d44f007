//! Where the clause of a time expression begins and ends.

use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;

/// Whether the expression opens the second of two clauses: "The mayor will speak, but on Sunday he was still ill".
pub(super) fn opens_second(
    syntax: &Syntax<'_, '_, '_>,
    sentence: &TokenRange,
    time: &TokenRange,
) -> bool {
    let page = syntax.page;
    let on = usize::from(
        ["on", "in"]
            .iter()
            .any(|word| time.start > sentence.start && page.reads(time.start - 1, word)),
    );
    let link = time.start.checked_sub(1 + on);
    link.is_some_and(|link| {
        link > sentence.start
            && matches!(syntax.tag(link), Tag::Conjunction | Tag::But)
            && syntax.tag(link - 1) == Tag::Comma
            && (syntax.tag(time.end) == Tag::Comma || syntax.tag(time.end).opens_phrase())
    })
}

/// The tokens from the expression back to the edge of its clause.
pub(super) fn clause_before(
    syntax: &Syntax<'_, '_, '_>,
    first: usize,
    time: &TokenRange,
) -> impl Iterator<Item = usize> {
    (first..time.start)
        .rev()
        // "It was unclear whether a cut in June was possible"
        .take_while(|&token| !ends_clause(syntax, token) && !syntax.page.reads(token, "whether"))
}

/// A mark that no clause goes over. What an editor puts into a quotation stands in square brackets: "we were [in] May".
pub(super) fn ends_clause(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    match syntax.tag(token) {
        Tag::Stop | Tag::Semicolon | Tag::Colon | Tag::Dash | Tag::Open | Tag::Close => true,
        Tag::Bracket => matches!(syntax.page.word(token), "(" | ")"),
        _ => false,
    }
}
