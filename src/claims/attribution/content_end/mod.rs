//! Where a content ends: at the sentence's end, or at the first edge that mostly ends one.

mod edge;
mod frame;
mod goes_on;
mod place;
mod speakers;
mod weight;

use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;
use frame::Frame;
pub(super) use frame::follows_insertion;

use super::opening::Opening;
use super::{cues, lead_in};
use edge::Edge;
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
    let mut clause = Progress::new(syntax, start, opening);
    let mut index = start;
    let mut brackets = 0_u32;
    while index < limit {
        let tag = syntax.tag(index);
        if tag == Tag::Bracket {
            match syntax.page.word(index) {
                // "(her office later said that she was ill)": the bracket around it all.
                ")" | "]" if brackets == 0 => return index,
                ")" | "]" => brackets -= 1,
                _ => brackets += 1,
            }
        }
        if tag == Tag::Open && syntax.behind_quotation(index) > index + 1 {
            let opened = index;
            index = syntax.behind_quotation(index);
            if index >= limit || quotation_ends(syntax, opened, index, start, limit, opening) {
                return index;
            }
            clause.complete |= syntax.has_finite(opened..index);
            // "called it "a joke," adding that": the comma stands inside.
            let comma = index > start + 1 && edge::is_comma(syntax, index - 1);
            if comma && ends_at(syntax, &frame, &clause, index - 1, limit) {
                return index;
            }
            continue;
        }
        // "one miller who heard the quarrel said": the main clause goes on.
        let main_verb = || {
            frame.relative
                && tag.is_finite()
                && clause.complete
                && opening == Opening::Object
                && !syntax.is_reduced(index)
                && syntax.first(start..index, Tag::Comma).is_none()
        };
        if index > start && (ends_at(syntax, &frame, &clause, index, limit) || main_verb()) {
            return index;
        }
        clause.pass(tag, index == start);
        index += 1;
    }
    // The stop that ends the sentence is no content.
    trimmed(syntax, start, limit)
}

/// The verb of the clause round a content that is part of its subject: "his claim that he was ill *was dismissed*", "a bill
/// that critics say will hurt tenants *failed*".
pub(crate) fn main_verb(
    syntax: &Syntax<'_, '_, '_>,
    start: usize,
    end: usize,
    opening: Opening,
) -> Option<usize> {
    // The content's own verb, and those of clauses within it.
    let mut own = opening == Opening::Infinitive;
    let (mut inner, mut joined) = (0_u32, false);
    for token in start..end {
        let tag = syntax.tag(token);
        match tag {
            Tag::Comma | Tag::Dash | Tag::Semicolon | Tag::Colon | Tag::Open => return None,
            Tag::Relative | Tag::That | Tag::Question | Tag::Subordinator => inner += 1,
            Tag::Conjunction | Tag::But => joined = true,
            _ if tag.is_finite() && !syntax.is_reduced(token) => {
                let before = syntax.tag(token.wrapping_sub(1));
                let group = before.is_auxiliary()
                    || matches!(before, Tag::Adverb | Tag::Negation)
                        && syntax.tag(token.wrapping_sub(2)).is_auxiliary();
                if group && token > start {
                    continue;
                }
                if joined {
                    joined = false;
                } else if inner > 0 {
                    inner -= 1;
                } else if !own {
                    own = true;
                    // "that he knew she was ill"
                    let bare = cues::at(syntax, token, token)
                        .is_some_and(|cue| cue.takes(Frames::CLAUSE))
                        && syntax.tag(token + 1).opens_phrase();
                    inner += u32::from(bare);
                } else if before.is_nominal()
                    || matches!(before, Tag::Number | Tag::Other)
                    // "that the vote was stolen *was* denied", "who begged not to be filmed *said*"
                    || token > start + 1
                        && (tag.is_auxiliary() || syntax.page.is(token, Classes::CUE_VERB))
                        && matches!(before, Tag::Past | Tag::Participle | Tag::Base)
                {
                    return Some(token);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether an edge stands at `index` where the content ends.
fn ends_at(
    syntax: &Syntax<'_, '_, '_>,
    frame: &Frame<'_>,
    clause: &Progress,
    index: usize,
    limit: usize,
) -> bool {
    // "said they would stay even though it was cold"
    let even = index > 0 && syntax.reads(index - 1, "even") && syntax.may_subordinate(index);
    !even
        && edge::at(syntax, index, limit).is_some_and(|edge| {
            // "named three aims: "Roads, bread and light," she said": the quotation has its own speaker.
            lead_in::to_speaker(syntax, index, limit)
                || clause.can_end(edge) && weigh(syntax, edge, frame, index, limit) >= THRESHOLD
        })
}

/// How far the content's clause has come, as its words are passed from left to right.
struct Progress {
    /// It has had its verb, and can end: not within "said that rents, which rose in May, would fall".
    complete: bool,
    /// In a clause that its own stands around: "said that when rents rose, people left".
    aside: bool,
    /// "urged both sides to talk": those who are urged stand before the "to".
    addressed: bool,
    /// "the vote in which she and the mayor lost": "and" joins the subjects of a clause that waits for its verb.
    waits: bool,
}

impl Progress {
    fn new(syntax: &Syntax<'_, '_, '_>, start: usize, opening: Opening) -> Self {
        let first = syntax.tag(start);
        let clause = matches!(opening, Opening::That | Opening::Bare);
        Self {
            complete: !clause,
            // "said that when rents rose, people left": the first comma ends the opening clause only.
            aside: clause
                && matches!(
                    first,
                    Tag::Comma | Tag::Preposition | Tag::Subordinator | Tag::Question | Tag::Gerund
                ),
            addressed: opening == Opening::Infinitive && !matches!(first, Tag::To | Tag::Negation),
            waits: false,
        }
    }

    /// Whether it can end at an edge of this kind.
    const fn can_end(&self, edge: Edge) -> bool {
        !(self.addressed || self.waits && edge.joins()) && (self.complete || edge.is_hard())
    }

    /// Goes over one more word.
    fn pass(&mut self, tag: Tag, first: bool) {
        self.addressed &= tag != Tag::To;
        self.waits = match tag {
            Tag::Relative | Tag::That | Tag::Question | Tag::Subordinator => true,
            Tag::Comma => false,
            _ => self.waits && !tag.is_finite(),
        };
        if self.aside {
            self.aside = tag != Tag::Comma || first;
        } else if tag.is_finite() {
            self.complete = true;
        } else if tag == Tag::Relative {
            self.aside = !self.complete;
        }
    }
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
    // The last sign within: `“You called us ‘thieves,’” she said` closes two.
    let inside = (opened + 1..behind)
        .rev()
        .map(|token| syntax.tag(token))
        .find(|&tag| tag != Tag::Close)
        .unwrap_or(Tag::Other);
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
