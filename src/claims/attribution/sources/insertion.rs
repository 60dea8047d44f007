//! What stands between a source and its cue: "Ana Ruiz, a nurse in Lima, said", "the board, which has members from the port, said".

use crate::lexicon::Classes;
use crate::syntax::{FAR, Syntax, Tag, phrases};
use crate::text::TokenRange;

use super::first::opens_aside;

/// Whether a relative clause behind a comma is still open at `end`.
pub(super) fn relative_insertion(syntax: &Syntax<'_, '_, '_>, end: usize, floor: usize) -> bool {
    (floor.max(end.saturating_sub(FAR)) + 2..end).any(|token| {
        syntax.tag(token) == Tag::Relative && syntax.tag(token.wrapping_sub(1)) == Tag::Comma
    })
}

/// "Ana Ruiz, a nurse in Lima, said": the phrase before the insertion, with it where it tells who that is.
pub(super) fn insertion(
    syntax: &Syntax<'_, '_, '_>,
    comma: usize,
    floor: usize,
) -> Option<TokenRange> {
    let floor = floor.max(comma.saturating_sub(FAR));
    let mut start = opening(syntax, comma, floor)?;
    if syntax.tag(comma) != Tag::Comma {
        // "Smith – who left in May – said", "the ministry (MoD) said"
        let open = (start..comma).rev().find(|&token| {
            syntax.tag(token) == syntax.tag(comma) && syntax.tag(token) != Tag::Comma
        })?;
        return phrases::ending_at(syntax, open, floor);
    }
    let first = comma_in(syntax, start..comma);
    // "Sen. Ana Ruiz (D-Ohio) who wrote the bill, said": with the second of two commas only.
    if first.is_none() {
        let relative = syntax.first(start + 1..comma, Tag::Relative)?;
        let subject = start..relative;
        let whole = syntax.tag(relative + 1).is_finite()
            && syntax.tag(start).opens_phrase()
            && !syntax.has_finite(subject.clone());
        return whole.then_some(subject);
    }
    let (head_end, opener) = match first {
        Some(first) if !syntax.has_finite(start..first) => (first, first + 1),
        _ => {
            let last = (start..comma)
                .rev()
                .find(|&token| syntax.tag(token) == Tag::Comma)?;
            let head = phrases::ending_at(syntax, last, floor)?;
            start = head.start;
            (last, last + 1)
        }
    };
    if start >= head_end || comma - start > 40 || !syntax.tag(start).opens_phrase() {
        return None;
    }
    let only_head = matches!(
        syntax.tag(opener),
        Tag::Preposition
            | Tag::Gerund
            | Tag::Subordinator
            | Tag::Adverb
            | Tag::Relative
            | Tag::Past
    ) || syntax.is_time(opener)
        || syntax.tag(start) == Tag::Pronoun;
    Some(start..if only_head { head_end } else { comma + 1 })
}

/// Where the clause before an insertion begins, behind what opens it.
fn opening(syntax: &Syntax<'_, '_, '_>, comma: usize, floor: usize) -> Option<usize> {
    let mut start = comma;
    while start > floor
        && !matches!(
            syntax.tag(start - 1),
            Tag::Semicolon | Tag::Colon | Tag::Close | Tag::Open | Tag::Stop
        )
    {
        start -= 1;
    }
    while start < comma
        && matches!(
            syntax.tag(start),
            Tag::Conjunction | Tag::But | Tag::Adverb | Tag::Comma
        )
    {
        start += 1;
    }
    let next_comma = |from: usize| comma_in(syntax, from..comma);
    // "while Ana Ruiz, a former minister, wrote"
    let contrast =
        syntax.tag(start) == Tag::Subordinator && syntax.page.is(start, Classes::CONTRAST);
    if contrast && next_comma(start).is_some_and(|next| !syntax.has_finite(start + 1..next)) {
        start += 1;
    }
    // "In Lima, Ana Ruiz, a nurse, said": the opening phrases are not part of it.
    while opens_aside(syntax, start) {
        start = next_comma(start)? + 1;
        // "On Monday, however, the coach, Ana Ruiz, said"
        while start < comma
            && matches!(
                syntax.tag(start),
                Tag::Conjunction | Tag::But | Tag::Adverb | Tag::Comma
            )
        {
            start += 1;
        }
    }
    Some(start)
}

fn comma_in(syntax: &Syntax<'_, '_, '_>, mut range: TokenRange) -> Option<usize> {
    range.find(|&token| syntax.tag(token) == Tag::Comma)
}
