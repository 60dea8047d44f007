//! Where a content begins behind its cue, and what it opens with.

mod between;
mod preposition;

use crate::claims::attribution::cues::Cue;
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::{FAR, Syntax, Tag, clauses};

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
pub(crate) fn behind(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>, limit: usize) -> Option<Start> {
    let (token, opening) = place(syntax, cue, limit)?;
    let start = Start {
        token,
        opening,
        cue_end: cue.tokens.end,
    };
    let beside = (cue.tokens.end..token).all(|token| syntax.tag(token) == Tag::Adverb);
    if opening == Opening::Object && beside && joins(syntax, token) && token + 1 < limit {
        return Some(Start {
            token: token + 1,
            opening: opening_at(syntax, token + 1),
            cue_end: token + 1,
        });
    }
    Some(start)
}

/// "about", "for", "of": a preposition that goes with its cue. "Described as a joke": "as" says what the content is.
pub(super) fn joins(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    syntax.tag(token) == Tag::Preposition && !syntax.reads(token, "as")
}

/// What the content behind a preposition opens with.
pub(super) fn opening_at(syntax: &Syntax<'_, '_, '_>, token: usize) -> Opening {
    match syntax.tag(token) {
        Tag::Question => Opening::Question,
        Tag::Open => Opening::Quotation,
        _ => Opening::Object,
    }
}

fn place(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>, limit: usize) -> Option<(usize, Opening)> {
    let mut index = cue.tokens.end;
    let clausal = cue.takes(Frames::CLAUSE.with(Frames::QUOTE));
    let mut heard = !cue.takes(Frames::HEARER);
    let mut guard = 0;
    while index < limit && guard < 12 {
        guard += 1;
        let next = syntax.tag(index + 1);
        match syntax.tag(index) {
            Tag::Open => return start(index, Opening::Quotation),
            Tag::Colon => {
                index += 1;
                if index >= limit {
                    return None;
                }
                let opening = if syntax.tag(index) == Tag::Open {
                    Opening::Quotation
                } else {
                    Opening::Bare
                };
                return clausal.then_some((index, opening));
            }
            Tag::Stop | Tag::Semicolon | Tag::Close | Tag::Dash | Tag::Other => return None,
            // "said Monday that", but "said Monday's storm was over"
            _ if syntax.is_time(index) && clausal && next != Tag::Clitic => index += 1,
            // "46 percent said yes", "neither side would say so"
            Tag::Noun | Tag::Adverb | Tag::Determiner
                if index == cue.tokens.end
                    && cue.word.share >= SPEAKS
                    && clausal
                    && (matches!(next, Tag::Comma | Tag::Stop)
                        || syntax.is_time(index + 1)
                        || next == Tag::Preposition && syntax.is_time(index + 2))
                    && is_answer(syntax, index) =>
            {
                return start(index, Opening::Object);
            }
            // "The ministry denied that."
            Tag::That if is_alone(syntax, index, limit) => {
                return cue
                    .takes(Frames::OBJECT)
                    .then_some((index, Opening::Object));
            }
            // `said that, "My plan was to stay."`
            Tag::That if next == Tag::Comma && syntax.tag(index + 2) == Tag::Open && clausal => {
                return start(index + 2, Opening::Quotation);
            }
            Tag::That => {
                if cue.takes(Frames::CLAUSE) {
                    // "said that", but "said that day": a clause follows.
                    return (index + 1 < limit).then_some((index + 1, Opening::That));
                }
                return object(syntax, cue, index, limit);
            }
            Tag::Question | Tag::Relative => {
                if syntax.tag(index) == Tag::Relative
                    && !syntax.reads(index, "who")
                    && !syntax.reads(index, "which")
                {
                    return None;
                }
                return (cue.takes(Frames::WH.with(Frames::CLAUSE).with(Frames::OBJECT))
                    && syntax.tag(index) == Tag::Question)
                    .then_some((index, Opening::Question));
            }
            Tag::To => {
                return cue
                    .takes(Frames::INFINITIVE.with(Frames::OBJECT_INFINITIVE))
                    .then_some((index, Opening::Infinitive));
            }
            Tag::Comma => {
                if next == Tag::Open && clausal {
                    return start(index + 1, Opening::Quotation);
                }
                // "said, however, that", "said, in part, that"
                let that =
                    (index + 1..limit.min(index + 9)).find(|&token| syntax.tag(token) == Tag::That);
                let closed = that.filter(|&that| {
                    syntax.tag(that.wrapping_sub(1)) == Tag::Comma && cue.takes(Frames::CLAUSE)
                });
                return match closed {
                    Some(that) => start(that + 1, Opening::That),
                    None if clausal => {
                        start(behind_insertion(syntax, index, limit)?, Opening::Quotation)
                    }
                    None => None,
                };
            }
            Tag::Subordinator
                if syntax.reads(index, "if")
                    && cue.takes(Frames::WH)
                    // "said if rents rose, people would leave"
                    && !(cue.word.share >= SPEAKS
                        && cue.takes(Frames::CLAUSE)
                        && !cue.takes(Frames::HEARER)
                        && main_clause_follows(syntax, index, limit)) =>
            {
                return start(index, Opening::Question);
            }
            // "said because rents are high, people leave", "said the last time it rained was in May"
            Tag::Subordinator => {
                return (index == cue.tokens.end
                    && cue.takes(Frames::CLAUSE)
                    && cue.word.share >= SPEAKS
                    && main_clause_follows(syntax, index, limit))
                .then_some((index, Opening::Bare));
            }
            // "said nearly half of them left"
            Tag::Adverb
                if clausal
                    && matches!(next, Tag::Quantifier | Tag::Number)
                    && !syntax.is_time(index) =>
            {
                return object(syntax, cue, index, limit);
            }
            Tag::Adverb | Tag::Negation => index += 1,
            // "said about half of them left"
            Tag::Preposition
                if cue.takes(Frames::CLAUSE)
                    && syntax.page.is(index, Classes::HEDGE)
                    && matches!(next, Tag::Quantifier | Tag::Number)
                    && clause_follows(syntax, index + 1, limit) =>
            {
                return start(index, Opening::Bare);
            }
            // "announced on Monday a suit against the bank"
            Tag::Preposition
                if cue.takes(Frames::OBJECT)
                    && syntax.is_time(index + 1)
                    && behind_time(syntax, index + 1, limit).is_some_and(|behind| {
                        matches!(syntax.tag(behind), Tag::Determiner | Tag::Possessive)
                    }) =>
            {
                index = behind_time(syntax, index + 1, limit)?;
            }
            // "predicts between two and four rises"
            Tag::Preposition
                if cue.takes(Frames::OBJECT)
                    && index == cue.tokens.end
                    && syntax.page.is(index, Classes::HEDGE)
                    && (next == Tag::Number || syntax.page.is(index + 1, Classes::NUMBER)) =>
            {
                return start(index, Opening::Object);
            }
            Tag::Preposition => {
                if let Some(found) = prepositional(syntax, cue, index, limit) {
                    return Some(found);
                }
                if !clausal && !cue.takes(Frames::ABOUT) {
                    return None;
                }
                index = behind_adjunct(syntax, cue, index, limit)?;
            }
            // "said raising taxes would help"
            Tag::Gerund if cue.takes(Frames::CLAUSE) && gerund_clause(syntax, index, limit) => {
                return start(index, Opening::Bare);
            }
            Tag::Gerund => {
                return cue
                    .takes(Frames::GERUND.with(Frames::OBJECT))
                    .then_some((index, Opening::Object));
            }
            part if part.opens_phrase() || part == Tag::Object => {
                if !heard {
                    heard = true;
                    match behind_hearer(syntax, cue, index, limit) {
                        Some(next) if next < limit && syntax.tag(next) != Tag::Stop => {
                            if syntax.tag(next) == Tag::To
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
                                && syntax.tag(index) == Tag::Determiner
                                && next > index + 2 => {}
                        Some(_) => return None,
                        None => {}
                    }
                }
                return object(syntax, cue, index, limit);
            }
            // "denied having seen the letter", "denied being there"
            _ if cue.takes(Frames::GERUND)
                && index == cue.tokens.end
                && matches!(syntax.page.word(index), "having" | "being") =>
            {
                return start(index, Opening::Object);
            }
            // "cited heightened interest": a participle before its noun.
            Tag::Past | Tag::Participle
                if cue.takes(Frames::OBJECT)
                    && index == cue.tokens.end
                    && matches!(next, Tag::Noun | Tag::Name) =>
            {
                return object(syntax, cue, index, limit);
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
    syntax: &Syntax<'_, '_, '_>,
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
    if only_as && !clause && !taken_as(syntax, index, limit) {
        return None;
    }
    let opening = match (clause, object) {
        (true, false) => {
            // "found sanctuary", "added trucks": verbs that speak only with a clause behind them.
            if cue.word.share < SPEAKS && !clause_follows(syntax, index, limit) {
                return None;
            }
            Opening::Bare
        }
        (false, true) => Opening::Object,
        (true, true) => {
            if clause_follows(syntax, index, limit) {
                Opening::Bare
            } else {
                Opening::Object
            }
        }
        (false, false) => {
            // "He cried the day she left": a sound, and no word of what is said.
            let speaks = cue.takes(Frames::QUOTE) && cue.word.share > SOUNDS;
            return (speaks && clause_follows(syntax, index, limit))
                .then_some((index, Opening::Bare));
        }
    };
    Some((index, opening))
}

/// "sees the plan as a threat", but "saw the plan": what the object is taken as, in the same clause.
fn taken_as(syntax: &Syntax<'_, '_, '_>, index: usize, limit: usize) -> bool {
    for token in index + 1..limit.min(index + 12) {
        match syntax.tag(token) {
            Tag::Preposition if syntax.reads(token, "as") => return !syntax.is_time(token + 1),
            Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Dash | Tag::Open => return false,
            part if part.is_finite() => return false,
            _ => {}
        }
    }
    false
}

/// Whether a clause opens at `index` and the main clause follows it: "because rents are high, people leave", "the last
/// time it rained was in May".
fn main_clause_follows(syntax: &Syntax<'_, '_, '_>, index: usize, limit: usize) -> bool {
    let limit = limit.min(index + FAR);
    let stop = (index..limit)
        .find(|&token| {
            matches!(
                syntax.tag(token),
                Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Open | Tag::Dash
            )
        })
        .unwrap_or(limit);
    if syntax.tag(stop) == Tag::Comma {
        return content_clause(syntax, stop + 1, limit) || syntax.tag(stop + 1) == Tag::Open;
    }
    let verbs = (index..stop).filter(|&token| {
        syntax.tag(token).is_finite()
            && !syntax.is_reduced(token)
            && !syntax.tag(token + 1).is_finite()
    });
    verbs.count() > 1
}

/// "said yes", "said so": a word that is all that is said; "said later" is a time, "said softly" a manner.
fn is_answer(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    syntax.page.is(token, Classes::ANSWER)
}

/// "that" for a whole claim, as in "denied that, saying"; "added that, in May, it rained" opens a clause.
fn is_alone(syntax: &Syntax<'_, '_, '_>, that: usize, limit: usize) -> bool {
    let next = that + 1;
    match syntax.tag(next) {
        _ if next >= limit => true,
        Tag::Stop => true,
        Tag::Comma if syntax.tag(next + 1) == Tag::Open => false,
        Tag::Comma => {
            !(next + 1..limit.min(next + 14)).any(|token| syntax.tag(token) == Tag::Comma)
        }
        _ => false,
    }
}

/// "cutting the hedge must wait": a gerund that is the subject of a clause; "found files holding classified papers" has
/// none, so a form that can be a participle does not tell.
fn gerund_clause(syntax: &Syntax<'_, '_, '_>, index: usize, limit: usize) -> bool {
    clauses::starting_at(syntax, index, limit.min(index + 16))
        .is_some_and(|clause| syntax.tag(clause.verb) != Tag::Past)
}
