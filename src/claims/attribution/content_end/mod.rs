//! Where a content ends: at the sentence's end, or at the first edge that mostly ends one.

mod edge;
mod weight;

use crate::lexicon::Classes;
use crate::mentions::parts::{Grammar, Part};
use crate::text::TokenRange;

use super::lead_in;
use super::opening::Opening;
pub(super) use edge::is_comma;
use weight::weigh;

/// From this many of 100 on a content ends.
const THRESHOLD: u8 = 45;

/// The end of the content that starts at `start`; not behind `limit`.
pub(crate) fn find(
    g: &Grammar<'_, '_, '_>,
    start: usize,
    opening: Opening,
    source: Option<&TokenRange>,
    limit: usize,
) -> usize {
    let frame = Frame::new(g, start, opening, source);
    let mut index = start;
    // A clause does not end before it has had its verb: "said that rents, which rose in May, would fall".
    let mut complete = !matches!(opening, Opening::That | Opening::Bare);
    let mut aside = false;
    // "urged both sides to talk": those who are urged stand before the "to".
    let mut addressed = opening == Opening::Infinitive && g.part(start) != Part::To;
    // "the vote in which she and the mayor lost": "and" joins the subjects of a clause that waits for its verb.
    let mut waits = false;
    while index < limit {
        if g.part(index) == Part::Open && g.behind_quotation(index) > index + 1 {
            let opened = index;
            index = g.behind_quotation(index);
            if index >= limit {
                return index;
            }
            if quotation_ends(g, opened, index, start, limit, opening) {
                return index;
            }
            // "called it "a joke," adding that": the comma stands inside.
            complete |= g.has_finite(opened..index);
            let comma = !addressed && index > start + 1 && edge::is_comma(g, index - 1);
            let edge = edge::at(g, index - 1, limit).filter(|_| comma);
            if edge.is_some_and(|edge| {
                (complete || edge.is_hard())
                    && weigh(g, edge, &frame, index - 1, limit) >= THRESHOLD
            }) {
                return index;
            }
            continue;
        }
        let part = g.part(index);
        if index > start {
            if let Some(edge) = edge::at(g, index, limit) {
                // "named three aims: "Roads, bread and light," she said": the quotation has its own speaker.
                if lead_in::to_speaker(g, index, limit) {
                    return index;
                }
                if !(addressed || waits && edge.joins())
                    && (complete || edge.is_hard())
                    && weigh(g, edge, &frame, index, limit) >= THRESHOLD
                {
                    return index;
                }
            }
            if frame.relative
                && part.is_finite()
                && complete
                && opening == Opening::Object
                && !g.is_reduced(index)
            {
                // "one miller who heard the quarrel said": the main clause goes on.
                return index;
            }
        } else if matches!(
            part,
            Part::Comma | Part::Preposition | Part::Subordinator | Part::Question | Part::Gerund
        ) {
            // "said that when rents rose, people left": the first comma ends the opening clause only.
            aside = opening == Opening::That || opening == Opening::Bare;
        }
        addressed &= part != Part::To;
        waits = match part {
            Part::Relative | Part::That | Part::Question | Part::Subordinator => true,
            Part::Comma => false,
            _ => waits && !part.is_finite(),
        };
        if aside {
            aside = part != Part::Comma || index == start;
        } else if part.is_finite() {
            complete = true;
        } else if part == Part::Relative {
            aside = !complete;
        }
        index += 1;
    }
    // The stop that ends the sentence is no content.
    trimmed(g, start, limit)
}

/// Without punctuation at the end that is not inside quotation marks.
pub(crate) fn trimmed(g: &Grammar<'_, '_, '_>, start: usize, end: usize) -> usize {
    let mut end = end;
    while end > start
        && matches!(
            g.part(end - 1),
            Part::Stop | Part::Comma | Part::Semicolon | Part::Colon | Part::Dash
        )
        && !g.is_quoted(end - 1)
        // "asked who had won?": the question mark belongs to the question.
        && (g.part(end.wrapping_sub(1)) != Part::Stop || matches!(g.page.word(end.wrapping_sub(1)), "." | "…" | "..."))
    {
        end -= 1;
    }
    end
}

/// Whether a content that has just closed a quotation ends there.
fn quotation_ends(
    g: &Grammar<'_, '_, '_>,
    opened: usize,
    behind: usize,
    start: usize,
    limit: usize,
    opening: Opening,
) -> bool {
    let inside = g.part(behind.wrapping_sub(2));
    let stopped = inside == Part::Stop;
    if opened == start {
        // said, "We lost." / said "we lost" / said, "We lost," adding
        let adding = inside == Part::Comma && leaves_speech(g, opened, behind, opening);
        return stopped
            || adding
            || behind >= limit
            || matches!(
                g.part(behind),
                Part::Stop | Part::Comma | Part::Semicolon | Part::Dash
            );
    }
    stopped && g.page.has(behind, crate::text::Flags::CAPITALISED)
}

/// Whether the comma that closes a quotation closes the speech: `said, "We'll see," when asked`, and not `said that "The
/// Road," a play, was long`, `chanted, "Go home," and "Shame."`
fn leaves_speech(g: &Grammar<'_, '_, '_>, opened: usize, behind: usize, opening: Opening) -> bool {
    let next = g.part(behind + 1);
    match g.part(behind) {
        Part::Gerund | Part::But | Part::Relative => true,
        Part::Conjunction if matches!(next, Part::Open | Part::To | Part::That | Part::Comma) => {
            false
        }
        _ => {
            opening != Opening::That || (opened + 1..behind).any(|token| g.part(token).is_finite())
        }
    }
}

/// What the content is and whose: what an edge is weighed against.
struct Frame<'a> {
    opening: Opening,
    start: usize,
    source: Option<&'a TokenRange>,
    /// The source is "who" or "which", or stands behind it: "which she called a joke".
    relative: bool,
    /// The cue stands in an opening clause: "While the union said that …, it went on".
    subordinate: bool,
}

impl<'a> Frame<'a> {
    fn new(
        g: &Grammar<'_, '_, '_>,
        start: usize,
        opening: Opening,
        source: Option<&'a TokenRange>,
    ) -> Self {
        let first = source.map(|source| source.start);
        let before = first.and_then(|first| first.checked_sub(1));
        let subordinate = before.is_some_and(|token| {
            g.part(token) == Part::Subordinator
                || g.page.is(token, Classes::SUBORDINATOR) && g.part(token) == Part::Preposition
        });
        Self {
            opening,
            start,
            source,
            relative: source.is_some_and(|source| {
                source.len() == 1 && matches!(g.part(source.start), Part::Relative | Part::That)
            }) || before.is_some_and(|before| g.part(before) == Part::Relative),
            subordinate,
        }
    }
}
