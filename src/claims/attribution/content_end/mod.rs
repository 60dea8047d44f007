//! Where a content ends: at the sentence's end, or at the first edge that mostly ends one.

mod edge;
mod frame;
mod speakers;
mod weight;

use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;
use frame::Frame;
pub(super) use frame::follows_insertion;

use super::lead_in;
use super::opening::Opening;
pub(super) use edge::is_comma;
use weight::weigh;

/// From this many of 100 on a content ends.
const THRESHOLD: u8 = 45;

/// The end of the content that starts at `start`; not behind `limit`.
pub(crate) fn find(
    syntax: &Syntax<'_, '_, '_>,
    start: usize,
    opening: Opening,
    source: Option<&TokenRange>,
    limit: usize,
) -> usize {
    let frame = Frame::new(syntax, start, opening, source);
    let mut index = start;
    // A clause does not end before it has had its verb: "said that rents, which rose in May, would fall".
    let mut complete = !matches!(opening, Opening::That | Opening::Bare);
    let mut aside = false;
    // "urged both sides to talk": those who are urged stand before the "to".
    let mut addressed =
        opening == Opening::Infinitive && !matches!(syntax.tag(start), Tag::To | Tag::Negation);
    // "the vote in which she and the mayor lost": "and" joins the subjects of a clause that waits for its verb.
    let mut waits = false;
    while index < limit {
        if syntax.tag(index) == Tag::Open && syntax.behind_quotation(index) > index + 1 {
            let opened = index;
            index = syntax.behind_quotation(index);
            if index >= limit {
                return index;
            }
            if quotation_ends(syntax, opened, index, start, limit, opening) {
                return index;
            }
            // "called it "a joke," adding that": the comma stands inside.
            complete |= syntax.has_finite(opened..index);
            let comma = !addressed && index > start + 1 && edge::is_comma(syntax, index - 1);
            let edge = edge::at(syntax, index - 1, limit).filter(|_| comma);
            if edge.is_some_and(|edge| {
                (complete || edge.is_hard())
                    && weigh(syntax, edge, &frame, index - 1, limit) >= THRESHOLD
            }) {
                return index;
            }
            continue;
        }
        let part = syntax.tag(index);
        if index > start {
            if let Some(edge) = edge::at(syntax, index, limit) {
                // "named three aims: "Roads, bread and light," she said": the quotation has its own speaker.
                if lead_in::to_speaker(syntax, index, limit) {
                    return index;
                }
                if !(addressed || waits && edge.joins())
                    && (complete || edge.is_hard())
                    && weigh(syntax, edge, &frame, index, limit) >= THRESHOLD
                {
                    return index;
                }
            }
            if frame.relative
                && part.is_finite()
                && complete
                && opening == Opening::Object
                && !syntax.is_reduced(index)
            {
                // "one miller who heard the quarrel said": the main clause goes on.
                return index;
            }
        } else if matches!(
            part,
            Tag::Comma | Tag::Preposition | Tag::Subordinator | Tag::Question | Tag::Gerund
        ) {
            // "said that when rents rose, people left": the first comma ends the opening clause only.
            aside = opening == Opening::That || opening == Opening::Bare;
        }
        addressed &= part != Tag::To;
        waits = match part {
            Tag::Relative | Tag::That | Tag::Question | Tag::Subordinator => true,
            Tag::Comma => false,
            _ => waits && !part.is_finite(),
        };
        if aside {
            aside = part != Tag::Comma || index == start;
        } else if part.is_finite() {
            complete = true;
        } else if part == Tag::Relative {
            aside = !complete;
        }
        index += 1;
    }
    // The stop that ends the sentence is no content.
    trimmed(syntax, start, limit)
}

/// Without punctuation at the end that is not inside quotation marks.
pub(crate) fn trimmed(syntax: &Syntax<'_, '_, '_>, start: usize, end: usize) -> usize {
    let mut end = end;
    while end > start
        && matches!(
            syntax.tag(end - 1),
            Tag::Stop | Tag::Comma | Tag::Semicolon | Tag::Colon | Tag::Dash
        )
        && !syntax.is_quoted(end - 1)
        // "asked who had won?": the question mark belongs to the question.
        && (syntax.tag(end.wrapping_sub(1)) != Tag::Stop || matches!(syntax.page.word(end.wrapping_sub(1)), "." | "…" | "..."))
    {
        end -= 1;
    }
    end
}

/// Whether a content that has just closed a quotation ends there.
fn quotation_ends(
    syntax: &Syntax<'_, '_, '_>,
    opened: usize,
    behind: usize,
    start: usize,
    limit: usize,
    opening: Opening,
) -> bool {
    let inside = syntax.tag(behind.wrapping_sub(2));
    let stopped = inside == Tag::Stop;
    if opened == start {
        // said, "We lost." / said "we lost" / said, "We lost," adding
        let adding = inside == Tag::Comma && leaves_speech(syntax, opened, behind, opening);
        return stopped
            || adding
            || behind >= limit
            || matches!(
                syntax.tag(behind),
                Tag::Stop | Tag::Comma | Tag::Semicolon | Tag::Dash
            );
    }
    stopped && syntax.page.has(behind, crate::text::Flags::CAPITALISED)
}

/// Whether the comma that closes a quotation closes the speech: `said, "We'll see," when asked`, and not `said that "The
/// Road," a play, was long`, `chanted, "Go home," and "Shame."`
fn leaves_speech(
    syntax: &Syntax<'_, '_, '_>,
    opened: usize,
    behind: usize,
    opening: Opening,
) -> bool {
    let next = syntax.tag(behind + 1);
    match syntax.tag(behind) {
        Tag::Gerund | Tag::But | Tag::Relative => true,
        Tag::Conjunction if matches!(next, Tag::Open | Tag::To | Tag::That | Tag::Comma) => false,
        _ => {
            opening != Opening::That
                || (opened + 1..behind).any(|token| syntax.tag(token).is_finite())
        }
    }
}
