//! Words that tell a claim's status, and what they say it of.

use crate::extraction::Polarity;
use crate::lexicon::entries::responses::{StatusFrame, StatusWord};
use crate::lexicon::{Classes, Entry, Meaning, Slot, Table};
use crate::syntax::phrases::Reach;
use crate::syntax::{Syntax, Tag, polarity, verbs};
use crate::text::{Page, TokenKind, TokenRange};

/// How far behind "without evidence of" a noun can stand that means what was said: "of *his latest claim*".
const OF_REACH: usize = 3;

/// How far behind "unverified" its noun can stand: "unverified *media reports*".
const NOUN_REACH: usize = 2;

/// How far behind "could not verify" its object can stand: "either *side's latest account*".
const OBJECT_REACH: usize = 6;

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
    let word = |(entry, _): (&Entry, Slot)| match entry.meaning {
        Meaning::Status(word) => Some(word),
        _ => None,
    };
    if !phrase {
        return page.entries_in(Table::Statuses, at).find_map(word);
    }
    page.phrase(at)
        .and_then(|(_, mut entries)| entries.find_map(word))
}

/// The marker of which the tokens of `words` are the part that the dictionary has.
pub(super) fn marker(
    syntax: &Syntax<'_, '_, '_>,
    words: TokenRange,
    word: StatusWord,
    sentence: &TokenRange,
) -> Option<Marker> {
    match word.frame {
        StatusFrame::Denied => denied(syntax, words, sentence),
        StatusFrame::Passive => {
            let group = verbs::around(syntax, words.start, words.end, sentence.start);
            let start = group.tokens.start;
            // "was questioned by police": only what was said is disputed.
            is_shell(syntax, start.checked_sub(1)?).then_some(())?;
            let about = of_subject(syntax, start, sentence).filter(|_| group.passive)?;
            Some(Marker {
                tokens: start..words.end,
                about,
            })
        }
        StatusFrame::Phrase => {
            // "prosecuted without evidence of intent": what the evidence would be of is told, so no claim is meant.
            let behind = words.end;
            let mut next = behind + 1..sentence.end.min(behind + 1 + OF_REACH);
            let of_something = syntax.reads(behind, "of")
                && !next.any(|token| is_shell(syntax, token))
                || matches!(syntax.tag(behind), Tag::That | Tag::Possessive)
                    && !is_shell(syntax, behind + 1);
            let about = About::Beside(words.start);
            (!of_something).then_some(Marker {
                tokens: words,
                about,
            })
        }
        StatusFrame::Adjective => adjective(syntax, words, sentence),
    }
}

/// "could not be independently verified", "could not verify the claim", "Neither claim could be verified"
fn denied(syntax: &Syntax<'_, '_, '_>, words: TokenRange, sentence: &TokenRange) -> Option<Marker> {
    let group = verbs::around(syntax, words.start, words.end, sentence.start);
    let start = group.tokens.start;
    let floor = sentence.start;
    // "Neither claim could be verified"
    let subject = Reach::Coordination.ending_at(syntax, start, floor);
    let subject = subject.filter(|subject| group.passive && subject.start == floor);
    let polarity = polarity::with_subject(syntax, group.polarity, subject.as_ref(), floor);
    if polarity != Polarity::NotSaid {
        return None;
    }
    let about = if group.passive {
        of_subject(syntax, start, sentence)
    } else {
        of_object(syntax, words.end, sentence.end)
    };
    Some(Marker {
        tokens: start..words.end,
        about: about?,
    })
}

/// "unverified claims", "the claims were unverified"
fn adjective(
    syntax: &Syntax<'_, '_, '_>,
    words: TokenRange,
    sentence: &TokenRange,
) -> Option<Marker> {
    let mut next = words.start + 1..sentence.end.min(words.start + 1 + NOUN_REACH);
    if let Some(noun) = next.find(|&token| is_shell(syntax, token)) {
        return Some(Marker {
            tokens: words.start..noun + 1,
            about: About::Cue(noun),
        });
    }
    // The adjective ends its verb group as a participle would: "were still unverified".
    let group = verbs::around(syntax, words.start, words.end, sentence.start);
    let start = group.tokens.start;
    let stated = group.be && group.polarity == Polarity::Said;
    is_shell(syntax, start.checked_sub(1).filter(|_| stated)?).then_some(())?;
    Some(Marker {
        tokens: start..words.end,
        about: of_subject(syntax, start, sentence)?,
    })
}

/// A noun that stands for what was said: "the claim", "the figures".
fn is_shell(syntax: &Syntax<'_, '_, '_>, at: usize) -> bool {
    let page = syntax.page;
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
fn of_subject(syntax: &Syntax<'_, '_, '_>, verb: usize, sentence: &TokenRange) -> Option<About> {
    let page = syntax.page;
    let last = verb.checked_sub(1).filter(|&at| at >= sentence.start)?;
    // ", claims that could not be verified", ", which could not be verified"
    if matches!(syntax.tag(last), Tag::Relative | Tag::That) && last > sentence.start {
        let noun = last - 1;
        if is_shell(syntax, noun) {
            return Some(About::Before(noun, is_plural(page, noun)));
        }
        if syntax.tag(noun) == Tag::Comma {
            return Some(About::Before(noun, false));
        }
    }
    // "The claims by both sides could not": the first noun of the sentence or clause.
    let opens = |&at: &usize| {
        matches!(
            syntax.tag(at),
            Tag::Comma
                | Tag::Semicolon
                | Tag::Colon
                | Tag::Dash
                | Tag::Conjunction
                | Tag::But
                | Tag::Subordinator
        )
    };
    let edge = (sentence.start..verb).rev().find(opens);
    let clause = edge.map_or(sentence.start, |edge| edge + 1);
    let here = clause > sentence.start;
    let Some(noun) = (clause..verb).find(|&at| is_shell(syntax, at)) else {
        let pronoun = page.is(last, Classes::PRONOUN) && verb - clause <= 2;
        let both = page.reads(clause, "neither") || page.reads(last, "they");
        let about = if here {
            About::Before(clause, false)
        } else {
            About::Earlier(several_or_one(both))
        };
        return pronoun.then_some(about);
    };
    let several = is_plural(page, noun)
        || ["neither", "both", "none"]
            .iter()
            .any(|word| page.reads(clause, word));
    // "…, but the claim could not be verified": said in the same sentence.
    Some(if here {
        About::Before(clause, several)
    } else {
        named(syntax, clause, noun, several)
    })
}

/// "The union's claims", "the claims"
fn named(syntax: &Syntax<'_, '_, '_>, first: usize, noun: usize, several: bool) -> About {
    match owner(syntax.page, first, noun) {
        Some(owner) => About::EarlierOf(owner, several),
        None => About::Earlier(extent(syntax, first..noun + 1, several)),
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
fn extent(syntax: &Syntax<'_, '_, '_>, words: TokenRange, several: bool) -> Extent {
    let page = syntax.page;
    let two =
        |at: usize| page.reads(at, "either") || page.reads(at, "both") || page.reads(at, "neither");
    let noun = words.end - 1;
    let sides = words.clone().any(two) && words.clone().any(|at| is_side(syntax, at));
    match several {
        _ if sides => Extent::Sides,
        true if page.is(noun, Classes::DISCLOSURE) && !page.is(noun, Classes::SHELL) => {
            Extent::Figures
        }
        several => several_or_one(several),
    }
}

/// The owner in "either side's", "both parties'"; "either account" and "both accounts" have none, and are two as well.
fn is_side(syntax: &Syntax<'_, '_, '_>, at: usize) -> bool {
    matches!(syntax.tag(at), Tag::Possessive | Tag::Clitic)
        || is_shell(syntax, at)
        || syntax.page.word(at).ends_with(['\'', '’'])
}

fn several_or_one(several: bool) -> Extent {
    if several { Extent::All } else { Extent::One }
}

/// What "could not verify …" has as its object.
fn of_object(syntax: &Syntax<'_, '_, '_>, behind: usize, end: usize) -> Option<About> {
    let page = syntax.page;
    let mut near = behind..end.min(behind + OBJECT_REACH);
    if let Some(noun) = near.find(|&at| is_shell(syntax, at)) {
        let several = is_plural(page, noun) || page.reads(behind, "either");
        return Some(named(syntax, behind, noun, several));
    }
    let several = page.reads(behind, "them") || page.reads(behind, "these");
    let pronoun = page.is(behind, Classes::PRONOUN) || behind >= end;
    pronoun.then_some(About::Earlier(several_or_one(several)))
}
