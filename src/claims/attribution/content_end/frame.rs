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
    /// "what" stands before the source: "what she called a joke".
    pub asked: bool,
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
        // "While only 7 percent said that …, most said": an adverb stands between.
        let opener =
            before.map(|token| token - usize::from(syntax.tag(token) == Tag::Adverb && token > 0));
        let subordinate = opener.is_some_and(|token| {
            matches!(syntax.tag(token), Tag::Subordinator | Tag::Question)
                || syntax.may_subordinate(token) && syntax.tag(token) == Tag::Preposition
        });
        Self {
            opening,
            start,
            source,
            relative: source.is_some_and(|source| {
                source.len() == 1 && matches!(syntax.tag(source.start), Tag::Relative | Tag::That)
            }) || before.is_some_and(|before| syntax.tag(before) == Tag::Relative),
            asked: before.is_some_and(|before| syntax.reads(before, "what")),
            subordinate,
            inserted: source.is_some_and(|source| is_inserted(syntax, source, start)),
        }
    }
}

/// "Ana Ruiz, noting", "Sen. Ana Ruiz (D-Ohio), noting"
fn is_inserted(syntax: &Syntax<'_, '_, '_>, source: &TokenRange, start: usize) -> bool {
    let gerund = syntax.first(source.end..start, Tag::Gerund);
    gerund.is_some_and(|gerund| follows_insertion(syntax, source.end, gerund))
}

/// Whether only a comma, and what stands in brackets, is between the two: "Sen. Ana Ruiz (D-Ohio), citing".
pub(crate) fn follows_insertion(syntax: &Syntax<'_, '_, '_>, behind: usize, verb: usize) -> bool {
    let mut token = behind;
    if syntax.tag(token) == Tag::Bracket {
        let close = syntax.first(token + 1..verb, Tag::Bracket);
        token = close.map_or(verb, |close| close + 1);
    }
    syntax.tag(token) == Tag::Comma && token + 1 == verb
}
