//! Where a content begins behind its cue, and what it opens with.

mod between;
mod preposition;

use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::Cue;
use crate::mentions::parts::{FAR, Grammar, Part};

pub(super) use between::is_title;
use between::{behind_adjunct, behind_hearer, behind_insertion, behind_time};
pub(super) use preposition::frame_of;
use preposition::prepositional;

use super::opening::{Opening, clause_follows, content_clause};

#[derive(Clone, Copy, Debug)]
pub(crate) struct Start {
    pub token: usize,
    pub opening: Opening,
    /// Behind the cue: with its preposition, where that stands beside it ("spoke briefly about").
    pub cue_end: usize,
}

/// The content behind the cue, before `limit`.
pub(crate) fn behind(g: &Grammar<'_, '_, '_>, cue: &Cue<'_>, limit: usize) -> Option<Start> {
    let (token, opening) = place(g, cue, limit)?;
    let start = Start {
        token,
        opening,
        cue_end: cue.tokens.end,
    };
    let beside = (cue.tokens.end..token).all(|token| g.part(token) == Part::Adverb);
    if opening == Opening::Object && beside && joins(g, token) && token + 1 < limit {
        return Some(Start {
            token: token + 1,
            opening: opening_at(g, token + 1),
            cue_end: token + 1,
        });
    }
    Some(start)
}

/// "about", "for", "of": a preposition that goes with its cue. "Described as a joke": "as" says what the content is.
pub(super) fn joins(g: &Grammar<'_, '_, '_>, token: usize) -> bool {
    g.part(token) == Part::Preposition && !g.reads(token, "as")
}

/// What the content behind a preposition opens with.
pub(super) fn opening_at(g: &Grammar<'_, '_, '_>, token: usize) -> Opening {
    match g.part(token) {
        Part::Question => Opening::Question,
        Part::Open => Opening::Quotation,
        _ => Opening::Object,
    }
}

fn place(g: &Grammar<'_, '_, '_>, cue: &Cue<'_>, limit: usize) -> Option<(usize, Opening)> {
    let mut index = cue.tokens.end;
    let clausal = cue.takes(Frames::CLAUSE.with(Frames::QUOTE));
    let mut heard = !cue.takes(Frames::HEARER);
    let mut guard = 0;
    while index < limit && guard < 12 {
        guard += 1;
        let next = g.part(index + 1);
        match g.part(index) {
            Part::Open => return start(index, Opening::Quotation),
            Part::Colon => {
                index += 1;
                if index >= limit {
                    return None;
                }
                let opening = if g.part(index) == Part::Open {
                    Opening::Quotation
                } else {
                    Opening::Bare
                };
                return clausal.then_some((index, opening));
            }
            Part::Stop | Part::Semicolon | Part::Close | Part::Dash | Part::Other => return None,
            // "said Monday that", but "said Monday's storm was over"
            _ if g.is_time(index) && clausal && next != Part::Clitic => index += 1,
            // "46 percent said yes", "neither side would say so"
            Part::Noun | Part::Adverb | Part::Determiner
                if index == cue.tokens.end
                    && cue.word.share >= SPEAKS
                    && clausal
                    && (matches!(next, Part::Comma | Part::Stop)
                        || g.is_time(index + 1)
                        || next == Part::Preposition && g.is_time(index + 2))
                    && is_answer(g, index) =>
            {
                return start(index, Opening::Object);
            }
            // "The ministry denied that."
            Part::That if is_alone(g, index, limit) => {
                return cue
                    .takes(Frames::OBJECT)
                    .then_some((index, Opening::Object));
            }
            // `said that, "My plan was to stay."`
            Part::That if next == Part::Comma && g.part(index + 2) == Part::Open && clausal => {
                return start(index + 2, Opening::Quotation);
            }
            Part::That => {
                if cue.takes(Frames::CLAUSE) {
                    // "said that", but "said that day": a clause follows.
                    return (index + 1 < limit).then_some((index + 1, Opening::That));
                }
                return object(g, cue, index, limit);
            }
            Part::Question | Part::Relative => {
                if g.part(index) == Part::Relative
                    && !g.reads(index, "who")
                    && !g.reads(index, "which")
                {
                    return None;
                }
                return (cue.takes(Frames::WH.with(Frames::CLAUSE).with(Frames::OBJECT))
                    && g.part(index) == Part::Question)
                    .then_some((index, Opening::Question));
            }
            Part::To => {
                return cue
                    .takes(Frames::INFINITIVE.with(Frames::OBJECT_INFINITIVE))
                    .then_some((index, Opening::Infinitive));
            }
            Part::Comma => {
                if next == Part::Open && clausal {
                    return start(index + 1, Opening::Quotation);
                }
                // "said, however, that", "said, in part, that"
                let that =
                    (index + 1..limit.min(index + 9)).find(|&token| g.part(token) == Part::That);
                let closed = that.filter(|&that| {
                    g.part(that.wrapping_sub(1)) == Part::Comma && cue.takes(Frames::CLAUSE)
                });
                return match closed {
                    Some(that) => start(that + 1, Opening::That),
                    None if clausal => {
                        start(behind_insertion(g, index, limit)?, Opening::Quotation)
                    }
                    None => None,
                };
            }
            Part::Subordinator
                if g.reads(index, "if")
                    && cue.takes(Frames::WH)
                    // "said if rents rose, people would leave"
                    && !(cue.word.share >= SPEAKS
                        && cue.takes(Frames::CLAUSE)
                        && !cue.takes(Frames::HEARER)
                        && main_clause_follows(g, index, limit)) =>
            {
                return start(index, Opening::Question);
            }
            // "said because rents are high, people leave", "said the last time it rained was in May"
            Part::Subordinator => {
                return (index == cue.tokens.end
                    && cue.takes(Frames::CLAUSE)
                    && cue.word.share >= SPEAKS
                    && main_clause_follows(g, index, limit))
                .then_some((index, Opening::Bare));
            }
            // "said nearly half of them left"
            Part::Adverb
                if clausal
                    && matches!(next, Part::Quantifier | Part::Number)
                    && !g.is_time(index) =>
            {
                return object(g, cue, index, limit);
            }
            Part::Adverb | Part::Negation => index += 1,
            // "said about half of them left"
            Part::Preposition
                if cue.takes(Frames::CLAUSE)
                    && g.page.is(index, Classes::HEDGE)
                    && matches!(next, Part::Quantifier | Part::Number)
                    && clause_follows(g, index + 1, limit) =>
            {
                return start(index, Opening::Bare);
            }
            // "announced on Monday a suit against the bank"
            Part::Preposition
                if cue.takes(Frames::OBJECT)
                    && g.is_time(index + 1)
                    && behind_time(g, index + 1, limit).is_some_and(|behind| {
                        matches!(g.part(behind), Part::Determiner | Part::Possessive)
                    }) =>
            {
                index = behind_time(g, index + 1, limit)?;
            }
            // "predicts between two and four rises"
            Part::Preposition
                if cue.takes(Frames::OBJECT)
                    && index == cue.tokens.end
                    && g.page.is(index, Classes::HEDGE)
                    && (next == Part::Number || g.page.is(index + 1, Classes::NUMBER)) =>
            {
                return start(index, Opening::Object);
            }
            Part::Preposition => {
                if let Some(found) = prepositional(g, cue, index, limit) {
                    return Some(found);
                }
                if !clausal && !cue.takes(Frames::ABOUT) {
                    return None;
                }
                index = behind_adjunct(g, cue, index, limit)?;
            }
            // "said raising taxes would help"
            Part::Gerund if cue.takes(Frames::CLAUSE) && gerund_clause(g, index, limit) => {
                return start(index, Opening::Bare);
            }
            Part::Gerund => {
                return cue
                    .takes(Frames::GERUND.with(Frames::OBJECT))
                    .then_some((index, Opening::Object));
            }
            part if part.opens_phrase() || part == Part::Object => {
                if !heard {
                    heard = true;
                    match behind_hearer(g, cue, index, limit) {
                        Some(next) if next < limit && g.part(next) != Part::Stop => {
                            if g.part(next) == Part::To
                                && cue.takes(Frames::OBJECT)
                                && cue.takes(Frames::OBJECT_INFINITIVE)
                            {
                                // "urged both sides to talk": they are to do it, so they are part of it.
                                return start(index, Opening::Infinitive);
                            }
                            index = next;
                            continue;
                        }
                        // "All urged an end to the war", but "ordered soup"
                        Some(next)
                            if cue.takes(Frames::OBJECT)
                                && !cue.takes(Frames::WH)
                                && cue.word.share >= SPEAKS
                                && g.part(index) == Part::Determiner
                                && next > index + 2 => {}
                        Some(_) => return None,
                        None => {}
                    }
                }
                return object(g, cue, index, limit);
            }
            // "denied having seen the letter", "denied being there"
            _ if cue.takes(Frames::GERUND)
                && index == cue.tokens.end
                && matches!(g.page.word(index), "having" | "being") =>
            {
                return start(index, Opening::Object);
            }
            // "cited heightened interest": a participle before its noun.
            Part::Past | Part::Participle
                if cue.takes(Frames::OBJECT)
                    && index == cue.tokens.end
                    && matches!(next, Part::Noun | Part::Name) =>
            {
                return object(g, cue, index, limit);
            }
            _ => return None,
        }
    }
    None
}

/// From this share on a verb speaks whatever stands behind it: "said no".
const SPEAKS: u8 = 90;

/// Up to this share a verb without an object speaks with a quotation only.
pub(super) const SOUNDS: u8 = 50;

fn start(token: usize, opening: Opening) -> Option<(usize, Opening)> {
    Some((token, opening))
}

/// A clause without "that", or an object.
fn object(
    g: &Grammar<'_, '_, '_>,
    cue: &Cue<'_>,
    index: usize,
    limit: usize,
) -> Option<(usize, Opening)> {
    let clause = cue.takes(Frames::CLAUSE);
    let object = cue.takes(
        Frames::OBJECT
            .with(Frames::OBJECT_INFINITIVE)
            .with(Frames::AS)
            .with(Frames::OF),
    );
    let only_as = cue.takes(Frames::AS)
        && !cue.takes(
            Frames::OBJECT
                .with(Frames::OBJECT_INFINITIVE)
                .with(Frames::OF),
        );
    if only_as && !clause && !taken_as(g, index, limit) {
        return None;
    }
    let opening = match (clause, object) {
        (true, false) => {
            // "found sanctuary", "added trucks": verbs that speak only with a clause behind them.
            if cue.word.share < SPEAKS && !clause_follows(g, index, limit) {
                return None;
            }
            Opening::Bare
        }
        (false, true) => Opening::Object,
        (true, true) => {
            if clause_follows(g, index, limit) {
                Opening::Bare
            } else {
                Opening::Object
            }
        }
        (false, false) => {
            // "He cried the day she left": a sound, and no word of what is said.
            let speaks = cue.takes(Frames::QUOTE) && cue.word.share > SOUNDS;
            return (speaks && clause_follows(g, index, limit)).then_some((index, Opening::Bare));
        }
    };
    Some((index, opening))
}

/// "sees the plan as a threat", but "saw the plan": what the object is taken as, in the same clause.
fn taken_as(g: &Grammar<'_, '_, '_>, index: usize, limit: usize) -> bool {
    for token in index + 1..limit.min(index + 12) {
        match g.part(token) {
            Part::Preposition if g.reads(token, "as") => return !g.is_time(token + 1),
            Part::Comma | Part::Stop | Part::Semicolon | Part::Dash | Part::Open => return false,
            part if part.is_finite() => return false,
            _ => {}
        }
    }
    false
}

/// Whether a clause opens at `index` and the main clause follows it: "because rents are high, people leave", "the last
/// time it rained was in May".
fn main_clause_follows(g: &Grammar<'_, '_, '_>, index: usize, limit: usize) -> bool {
    let limit = limit.min(index + FAR);
    let stop = (index..limit)
        .find(|&token| {
            matches!(
                g.part(token),
                Part::Comma | Part::Stop | Part::Semicolon | Part::Open | Part::Dash
            )
        })
        .unwrap_or(limit);
    if g.part(stop) == Part::Comma {
        return content_clause(g, stop + 1, limit) || g.part(stop + 1) == Part::Open;
    }
    let verbs = (index..stop).filter(|&token| {
        g.part(token).is_finite() && !g.is_reduced(token) && !g.part(token + 1).is_finite()
    });
    verbs.count() > 1
}

/// "said yes", "said so": a word that is all that is said; "said later" is a time, "said softly" a manner.
fn is_answer(g: &Grammar<'_, '_, '_>, token: usize) -> bool {
    g.page.is(token, Classes::ANSWER)
}

/// "that" for a whole claim, as in "denied that, saying"; "added that, in May, it rained" opens a clause.
fn is_alone(g: &Grammar<'_, '_, '_>, that: usize, limit: usize) -> bool {
    let next = that + 1;
    match g.part(next) {
        _ if next >= limit => true,
        Part::Stop => true,
        Part::Comma if g.part(next + 1) == Part::Open => false,
        Part::Comma => !(next + 1..limit.min(next + 14)).any(|token| g.part(token) == Part::Comma),
        _ => false,
    }
}

/// A gerund that is the subject of a clause.
fn gerund_clause(g: &Grammar<'_, '_, '_>, index: usize, limit: usize) -> bool {
    for token in index + 1..limit.min(index + 16) {
        match g.part(token) {
            Part::Auxiliary | Part::Modal | Part::Finite => return true,
            // "said cutting that hedge must wait until May"
            Part::That if token == index + 1 && g.part(token + 1) == Part::Noun => {}
            Part::Comma
            | Part::Stop
            | Part::That
            | Part::Relative
            | Part::Semicolon
            | Part::Subordinator => return false,
            _ => {}
        }
    }
    false
}
