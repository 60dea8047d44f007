//! A quotation that its cue splits in two: `"Go home," she said, "and stay there."`

use super::content_end;
use super::opening::Opening;
use super::reader::Scope;
use crate::lexicon::Classes;
use crate::syntax::{Syntax, Tag};
use crate::text::{Flags, TokenRange};

/// How many words stand between the cue and the second piece: the speaker, and who he is.
const BETWEEN: usize = 24;
/// How many words stand between "referring to" and the quotation that goes on.
const ASIDE: usize = 14;

/// What goes on behind the cue: `"…," he said, "…"`; and the token behind it all.
pub(super) fn second_piece(
    syntax: &Syntax<'_, '_, '_>,
    end: usize,
    scope: &Scope,
) -> (TokenRange, usize) {
    let limit = scope.range.end;
    let none = (end..end, end);
    let mut index = end;
    while index < limit
        && !matches!(syntax.tag(index), Tag::Stop | Tag::Open | Tag::Close)
        && (syntax.tag(index) != Tag::Semicolon || syntax.tag(index + 1) == Tag::Open)
        && index < end + BETWEEN
    {
        let another = speaks_aside(syntax, index, limit)
            || index > end && speaks_anew(syntax, index)
            || syntax.tag(index) == Tag::That;
        if another {
            return none;
        }
        index += 1;
    }
    // `"Go on," Ruiz said "We will win."`: the stop behind "said" is missing.
    let introduced = syntax.tag(index) == Tag::Open
        && (index == end && is_sentence(syntax, index)
            || matches!(
                syntax.tag(index - 1),
                Tag::Comma | Tag::Colon | Tag::Dash | Tag::Semicolon
            ));
    if !introduced || index >= limit {
        return none;
    }
    let mut behind = syntax.behind_quotation(index);
    // `"…," he said, "and that" was that`
    if behind < limit
        && !matches!(syntax.tag(behind), Tag::Stop)
        && syntax.tag(behind.saturating_sub(2)) != Tag::Stop
    {
        behind = content_end::find(syntax, index, Opening::Quotation, None, limit).max(behind);
    }
    (index..behind, behind)
}

/// `said, adding that "…"` has a claim of its own; `said, referring to the plan, "you will lose"` goes on.
fn speaks_aside(syntax: &Syntax<'_, '_, '_>, index: usize, limit: usize) -> bool {
    syntax.tag(index) == Tag::Gerund
        && syntax.tag(index.wrapping_sub(1)) == Tag::Comma
        && syntax.page.is(index, Classes::CUE_VERB)
        && !goes_on(syntax, index, limit)
}

/// `said before adding: "…"`, `said as the heckler yelled: "…"`: the second quotation has a cue of its own.
fn speaks_anew(syntax: &Syntax<'_, '_, '_>, index: usize) -> bool {
    let before = syntax.tag(index.wrapping_sub(1));
    syntax.page.is(index, Classes::CUE_VERB)
        && match syntax.tag(index) {
            Tag::Gerund => matches!(before, Tag::Preposition | Tag::Subordinator),
            Tag::Past | Tag::Finite => {
                before.is_nominal() || matches!(before, Tag::Pronoun | Tag::Relative)
            }
            _ => false,
        }
}

/// `"We will win."`, and no title: "told "Fox and Friends" after lunch".
fn is_sentence(syntax: &Syntax<'_, '_, '_>, open: usize) -> bool {
    let last = syntax.last_said(syntax.behind_quotation(open) - 1);
    syntax.page.has(open + 1, Flags::CAPITALISED) && syntax.tag(last) == Tag::Stop
}

/// Whether a quotation that begins with a small letter follows behind a comma.
fn goes_on(syntax: &Syntax<'_, '_, '_>, start: usize, limit: usize) -> bool {
    let open = syntax.first(start..limit.min(start + ASIDE), Tag::Open);
    open.is_some_and(|open| {
        syntax.tag(open.wrapping_sub(1)) == Tag::Comma
            && open > start + 2
            && !syntax.page.has(open + 1, Flags::CAPITALISED)
    })
}
