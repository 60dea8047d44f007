//! Words that tell a claim's status, and what they say it of.

use crate::lexicon::entries::responses::{StatusFrame, StatusWord};
use crate::lexicon::{Classes, Meaning, Slot};
use crate::text::{Page, TokenKind, TokenRange};

/// How far before a verb its negation can stand: "could not immediately be independently verified".
const NEGATION_REACH: usize = 6;

/// The words that tell the status, and what they tell it of.
pub(super) struct Marker {
    pub tokens: TokenRange,
    pub about: About,
}

/// What the words are said of.
#[derive(Clone, Copy, Debug)]
pub(super) enum About {
    /// "claims that could not be verified": what stands before this token in the same sentence; all of it, or the last.
    Before(usize, bool),
    /// "The claims could not be verified": what was said before this sentence.
    Earlier(Extent),
    /// "The union's claims could not be verified": the last that those said whose name ends with this token; all of its
    /// sentence, or one.
    EarlierOf(usize, bool),
    /// "…, he said without evidence": the claim beside it.
    Beside(usize),
    /// "unverified reports that …": the claim whose cue this is.
    Cue(usize),
}

/// How much of what was said before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// "the claim": the last.
    One,
    /// "the claims": all of the last sentence, or the last two.
    All,
    /// "the figures": the same of those that give numbers.
    Figures,
    /// "either side's account": what the last two speakers said, all of it.
    Sides,
}

pub(super) fn word_at(page: &Page<'_, '_>, at: usize, phrase: bool) -> Option<StatusWord> {
    let word = |(entry, slot): (&crate::lexicon::Entry, Slot)| match entry.meaning {
        Meaning::Status(word) => Some((word, slot)),
        _ => None,
    };
    let found = if phrase {
        page.phrase(at)
            .and_then(|(_, mut entries)| entries.find_map(word))
    } else {
        page.entries(at).find_map(word)
    };
    found.map(|(word, _)| word)
}

pub(super) fn marker(
    page: &Page<'_, '_>,
    at: usize,
    phrase: bool,
    word: StatusWord,
    sentence: usize,
) -> Option<Marker> {
    let length = if phrase {
        usize::from(page.tokens[at].phrase_length)
    } else {
        1
    };
    let range = page.sentences.get(sentence)?.tokens.clone();
    match word.frame {
        StatusFrame::Denied => {
            let floor = at.saturating_sub(NEGATION_REACH).max(range.start);
            // "Neither claim could be verified": the negation opens the clause.
            let opens = |token: &usize| *token == range.start && page.is(*token, Classes::NEGATION);
            let negation = (floor..at)
                .rev()
                .find(|&token| page.is(token, Classes::NEGATION) && token > range.start)
                .or_else(|| Some(range.start).filter(opens))?;
            if negation == range.start {
                let noun = (negation + 1..at).any(|token| is_shell(page, token));
                if !noun {
                    return None;
                }
                let start = (negation + 1..at).find(|&token| {
                    page.is(token, Classes::MODAL.with(Classes::AUXILIARY))
                            // "neither side's account"
                            && page.kind(token) != Some(TokenKind::Clitic)
                })?;
                let about = of_subject(page, start, &range)?;
                return (at - negation <= 8).then_some(Marker {
                    tokens: start..at + length,
                    about,
                });
            }
            // Only verb words may stand between: "could not, he said, be verified" is rare, "not that …" is another thing.
            let grouped = (negation + 1..at).all(|token| {
                page.is(
                    token,
                    Classes::AUXILIARY
                        .with(Classes::ADVERB)
                        .with(Classes::MODAL)
                        .with(Classes::INFINITIVE_TO),
                ) || page.word(token).ends_with("ly")
            });
            if !grouped {
                return None;
            }
            let mut start = negation;
            while start > range.start
                && page.is(
                    start - 1,
                    Classes::AUXILIARY
                        .with(Classes::MODAL)
                        .with(Classes::ADVERB),
                )
            {
                start -= 1;
            }
            let passive = page.is(at, Classes::PARTICIPLE)
                && (start..at).any(|token| page.is(token, Classes::BE));
            let about = if passive {
                of_subject(page, start, &range)?
            } else {
                of_object(page, at + length, range.end)?
            };
            Some(Marker {
                tokens: start..at + length,
                about,
            })
        }
        StatusFrame::Passive => {
            if !page.is(at, Classes::PARTICIPLE) {
                return None;
            }
            let be = (at.saturating_sub(3).max(range.start)..at)
                .rev()
                .find(|&token| page.is(token, Classes::BE))?;
            let mut start = be;
            while start > range.start && page.is(start - 1, Classes::AUXILIARY) {
                start -= 1;
            }
            // "was questioned by police": only what was said is disputed.
            is_shell(page, start.checked_sub(1)?).then_some(())?;
            Some(Marker {
                tokens: start..at + length,
                about: of_subject(page, start, &range)?,
            })
        }
        StatusFrame::Phrase => {
            // "prosecuted without evidence of intent": what the evidence would be of is told, so no claim is meant.
            let of_something = page.reads(at + length, "of")
                && !(at + length + 1..range.end.min(at + length + 4))
                    .any(|token| is_shell(page, token))
                || page.is(at + length, Classes::THAT.with(Classes::POSSESSIVE))
                    && !is_shell(page, at + length + 1);
            (!of_something).then_some(Marker {
                tokens: at..at + length,
                about: About::Beside(at),
            })
        }
        StatusFrame::Adjective => {
            let next = (at + 1..(at + 3).min(range.end)).find(|&token| is_shell(page, token));
            if let Some(noun) = next {
                return Some(Marker {
                    tokens: at..noun + 1,
                    about: About::Cue(noun),
                });
            }
            let be = at
                .checked_sub(1)
                .filter(|&token| page.is(token, Classes::BE.with(Classes::ADVERB)))?;
            let mut start = be;
            while start > range.start
                && page.is(start - 1, Classes::AUXILIARY.with(Classes::ADVERB))
            {
                start -= 1;
            }
            if (start..at).any(|token| page.is(token, Classes::NEGATION)) {
                return None;
            }
            is_shell(page, start.checked_sub(1)?).then_some(())?;
            Some(Marker {
                tokens: start..at + length,
                about: of_subject(page, start, &range)?,
            })
        }
    }
}

fn is_shell(page: &Page<'_, '_>, at: usize) -> bool {
    page.is(
        at,
        Classes::SHELL
            .with(Classes::DISCLOSURE)
            .with(Classes::CUE_NOUN),
    ) && !page.is(at, Classes::PRONOUN)
}

fn is_plural(page: &Page<'_, '_>, at: usize) -> bool {
    page.word(at).ends_with('s')
}

/// What the subject of "could not be verified" stands for.
fn of_subject(page: &Page<'_, '_>, verb: usize, sentence: &TokenRange) -> Option<About> {
    let last = verb.checked_sub(1).filter(|&at| at >= sentence.start)?;
    // ", claims that could not be verified", ", which could not be verified"
    if page.is(last, Classes::RELATIVE.with(Classes::THAT)) && last > sentence.start {
        let noun = last - 1;
        if is_shell(page, noun) {
            return Some(About::Before(noun, is_plural(page, noun)));
        }
        if page.word(noun) == "," {
            return Some(About::Before(noun, false));
        }
    }
    // "The claims by both sides could not": the first noun of the sentence or clause.
    let clause = (sentence.start..verb)
        .rev()
        .find(|&at| {
            matches!(page.word(at), "," | ";" | ":")
                || page.kind(at) == Some(TokenKind::Dash)
                || page.is(at, Classes::CONJUNCTION.with(Classes::SUBORDINATOR))
                    && !page.is(at, Classes::THAT)
        })
        .map_or(sentence.start, |edge| edge + 1);
    let noun = (clause..verb).find(|&at| is_shell(page, at));
    let several = |noun: usize| {
        is_plural(page, noun)
            || page.reads(clause, "neither")
            || page.reads(clause, "both")
            || page.reads(clause, "none")
    };
    let about_here = clause > sentence.start;
    match noun {
        // "…, but the claim could not be verified": said in the same sentence.
        Some(noun) if about_here => Some(About::Before(clause, several(noun))),
        Some(noun) => Some(match owner(page, clause, noun) {
            Some(owner) => About::EarlierOf(owner, several(noun)),
            None => About::Earlier(extent(page, clause..noun + 1, several(noun))),
        }),
        None => {
            let pronoun = page.is(last, Classes::PRONOUN) && verb - clause <= 2;
            (pronoun && about_here)
                .then_some(About::Before(clause, false))
                .or_else(|| {
                    let both = page.reads(clause, "neither") || page.reads(last, "they");
                    pronoun.then_some(About::Earlier(several_or_one(both)))
                })
        }
    }
}

/// Whose claim it is: the last word before the "'s" of "the union's latest claims".
fn owner(page: &Page<'_, '_>, clause: usize, noun: usize) -> Option<usize> {
    let clitic = (clause + 1..noun)
        .rev()
        .take(3)
        .find(|&at| page.kind(at) == Some(TokenKind::Clitic))?;
    // "Neither side's claims": not one side's.
    let two = ["neither", "either", "both"];
    (!two.iter().any(|word| page.reads(clause, word))).then_some(clitic - 1)
}

/// How much "the claims", "either side's account", "both accounts" stand for; the noun is the last of the words.
fn extent(page: &Page<'_, '_>, words: TokenRange, several: bool) -> Extent {
    let two =
        |at: usize| page.reads(at, "either") || page.reads(at, "both") || page.reads(at, "neither");
    let noun = words.end - 1;
    let sides = words.clone().any(two) && words.clone().any(|at| is_side(page, at));
    match several {
        _ if sides => Extent::Sides,
        true if page.is(noun, Classes::DISCLOSURE) && !page.is(noun, Classes::SHELL) => {
            Extent::Figures
        }
        several => several_or_one(several),
    }
}

/// The owner in "either side's", "both parties'"; "either account" and "both accounts" have none, and are two as well.
fn is_side(page: &Page<'_, '_>, at: usize) -> bool {
    page.is(at, Classes::POSSESSIVE)
        || page.kind(at) == Some(TokenKind::Clitic)
        || is_shell(page, at)
        || page.word(at).ends_with(['\'', '’'])
}

fn several_or_one(several: bool) -> Extent {
    if several { Extent::All } else { Extent::One }
}

/// What "could not verify …" has as its object.
fn of_object(page: &Page<'_, '_>, behind: usize, end: usize) -> Option<About> {
    let noun = (behind..(behind + 6).min(end)).find(|&at| is_shell(page, at));
    match noun {
        Some(noun) => {
            let several = is_plural(page, noun) || page.reads(behind, "either");
            Some(match owner(page, behind, noun) {
                Some(owner) => About::EarlierOf(owner, several),
                None => About::Earlier(extent(page, behind..noun + 1, several)),
            })
        }
        None => (page.is(behind, Classes::PRONOUN.with(Classes::THAT)) || behind >= end).then_some(
            About::Earlier(several_or_one(
                page.reads(behind, "them") || page.reads(behind, "these"),
            )),
        ),
    }
}
