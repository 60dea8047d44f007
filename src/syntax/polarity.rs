//! Whether a verb group says anything at all: "did not say", "has yet to confirm", "declined to say", "nobody said".
//!
//! The polarity is the cue's alone. What its content denies ("said it was not true") is the content's own business, and
//! to deny something is to say that it is not so.

use crate::extraction::{ClaimKind, Polarity};
use crate::lexicon::entries::speech::Frames;
use crate::lexicon::{Classes, Entry, Meaning, Slot, Table};
use crate::text::TokenRange;

use super::grammar::Syntax;
use super::tags::Tag;

/// The most tokens of a phrase that keeps a verb from saying anything: "in no position (to say)".
const PHRASE: usize = 4;

/// How far before an inverted verb its negation stands: "At no point of the talks did the army say".
const INVERTED: usize = 7;

/// How far a verb without a modal of its own looks for the one that it shares: "did not call the police or tell his wife".
const SHARED: usize = 16;

/// What was found on the way through a verb group.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Signs {
    /// "not", "never", "without"
    pub negated: bool,
    /// "will", "would": who will not say refuses to.
    pub willing: bool,
    /// "has", "be": what one would not have said was kept back by nobody.
    pub auxiliary: bool,
    /// "declined", "unable": a word that keeps the verb from saying anything.
    pub kept: Option<Polarity>,
}

impl Signs {
    /// The one answer to what a verb group with these signs says.
    pub(super) fn polarity(self) -> Polarity {
        match self.kept {
            // "did not hesitate to say"
            Some(_) if self.negated => Polarity::Said,
            Some(kept) => kept,
            None if !self.negated => Polarity::Said,
            None if self.willing && !self.auxiliary => Polarity::Withheld,
            None => Polarity::NotSaid,
        }
    }
}

/// Whether a token negates the verb of its group: "not", "no longer"; not the "not" of "not only".
pub(super) fn negates(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    let phrase = syntax.page.phrase_classes(token);
    if phrase.any(Classes::ADVERB) && !phrase.any(Classes::NEGATION) {
        return false;
    }
    syntax.page.is(token, Classes::NEGATION) || phrase.any(Classes::NEGATION)
}

/// "will", "would", "won't": who will not say refuses to.
pub(super) fn is_willing(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    syntax
        .page
        .entries_in(Table::Stances, token)
        .any(|(entry, _)| matches!(entry.meaning, Meaning::Stance(ClaimKind::Promise)))
}

/// What a word by itself makes of the verb that it governs: "refused", "unable", "yet".
pub(crate) fn of_word(syntax: &Syntax<'_, '_, '_>, token: usize) -> Option<Polarity> {
    syntax
        .page
        .entries_in(Table::Polarities, token)
        .find_map(|(entry, _)| match entry.meaning {
            Meaning::Polarity(polarity) => Some(polarity),
            _ => None,
        })
}

/// The words that end before `end` and keep the verb there from saying anything, with their first token: "stopped short
/// of" before "saying".
pub(super) fn keeper(
    syntax: &Syntax<'_, '_, '_>,
    end: usize,
    floor: usize,
) -> Option<(usize, Polarity)> {
    let earliest = floor.max(end.saturating_sub(PHRASE));
    for first in (earliest..end).rev() {
        let found = if first + 1 == end {
            of_word(syntax, first)
        } else {
            let phrase = syntax
                .page
                .phrase(first)
                .filter(|(tokens, _)| tokens.end == end);
            phrase.and_then(|(_, mut entries)| {
                entries.find_map(|(entry, _)| match entry.meaning {
                    Meaning::Polarity(polarity) => Some(polarity),
                    _ => None,
                })
            })
        };
        if let Some(polarity) = found {
            return Some((first, polarity));
        }
    }
    None
}

/// The verb before, whose modal and negation a verb behind "or", "and" or "nor" shares.
pub(super) fn shared_with(syntax: &Syntax<'_, '_, '_>, verb: usize) -> Option<usize> {
    let link = verb.checked_sub(1).filter(|&link| link > 0)?;
    let or = syntax.reads(link, "or") || syntax.reads(link, "nor");
    if !or && syntax.tag(link) != Tag::Conjunction {
        return None;
    }
    let same = |other: usize| match (syntax.tag(verb), syntax.tag(other)) {
        (Tag::Base, Tag::Base) => true,
        (Tag::Gerund, Tag::Gerund) => or,
        (Tag::Past | Tag::Participle | Tag::Finite, Tag::Past | Tag::Participle | Tag::Finite) => {
            or
        }
        (Tag::Base, Tag::Finite) => syntax.reads(link, "nor"),
        _ => false,
    };
    if same(link - 1) {
        return Some(link - 1);
    }
    // With what the first verb has behind it only a base form must be governed by what stands before.
    let base = syntax.tag(verb) == Tag::Base
        || or && syntax.tag(verb) == Tag::Finite && syntax.page.is(verb, Classes::BASE);
    if !base {
        return None;
    }
    (link.saturating_sub(SHARED)..link)
        .rev()
        .take_while(|&token| {
            !matches!(
                syntax.tag(token),
                Tag::Stop
                    | Tag::Semicolon
                    | Tag::Colon
                    | Tag::Past
                    | Tag::Finite
                    | Tag::Relative
                    | Tag::That
                    | Tag::Subordinator
            )
        })
        .find(|&token| syntax.tag(token) == Tag::Base)
}

/// The polarity of a cue with its subject: "No official confirmed" says nothing, "Nobody denied" denies nothing.
pub(crate) fn with_subject(
    syntax: &Syntax<'_, '_, '_>,
    group: Polarity,
    subject: Option<&TokenRange>,
    floor: usize,
) -> Polarity {
    let nobody = subject.is_some_and(|subject| {
        is_nobody(syntax, subject, floor)
            || is_inverted_under_negation(syntax, subject.start, floor)
    });
    if nobody { reversed(group) } else { group }
}

/// Under a further negation: nobody said so; nobody refused to say.
pub(crate) fn reversed(polarity: Polarity) -> Polarity {
    match polarity {
        Polarity::Said => Polarity::NotSaid,
        _ => Polarity::Said,
    }
}

/// "nobody", "neither side", "no official", "not one of them", "hardly anybody"; not "not all", "no fewer than six".
fn is_nobody(syntax: &Syntax<'_, '_, '_>, subject: &TokenRange, floor: usize) -> bool {
    let first = subject.clone().find(|&token| {
        syntax.tag(token) != Tag::Adverb || syntax.page.is(token, Classes::NEGATION)
    });
    let before = |count: usize| subject.start.checked_sub(count).filter(|&at| at >= floor);
    let first = first
        .filter(|&first| negates(syntax, first))
        // "Not one official", "Not even the mayor": the negation is no part of the noun phrase.
        .or_else(|| before(1).filter(|&at| negates(syntax, at)))
        .or_else(|| {
            before(2).filter(|&at| syntax.reads(at, "not") && syntax.reads(at + 1, "even"))
        });
    let Some(first) = first else {
        return false;
    };
    if syntax.reads(first, "nor") {
        return true;
    }
    let next = first + 1;
    // "No. 10", "No 10", "no fewer than"
    let counts = syntax.tag(next) == Tag::Number && !syntax.reads(next, "one")
        || syntax.page.phrase_classes(first).any(Classes::HEDGE)
        || syntax.tag(next) == Tag::Stop;
    // "not one", "not a single", "not even the mayor"; "not all" said so, but some did.
    let none = !syntax.reads(first, "not")
        || ["a", "an", "one", "even"]
            .iter()
            .any(|word| syntax.reads(next, word));
    !counts && none
}

/// "Nor did the army say", "At no point has the ministry said", "Never has she said".
fn is_inverted_under_negation(syntax: &Syntax<'_, '_, '_>, subject: usize, floor: usize) -> bool {
    let Some(verb) = subject
        .checked_sub(1)
        .filter(|&verb| verb > floor && matches!(syntax.tag(verb), Tag::Auxiliary | Tag::Modal))
    else {
        return false;
    };
    (floor.max(verb.saturating_sub(INVERTED))..verb)
        .rev()
        .take_while(|&token| !matches!(syntax.tag(token), Tag::Comma | Tag::Stop | Tag::Close))
        // "No sooner had she said so"
        .any(|token| negates(syntax, token) && !syntax.reads(token + 1, "sooner"))
}

/// The polarity of a cue with what it has for a content: "declined [to comment]" and "his refusal [to say why]" withhold,
/// "refused [to leave]" tells of a deed; "said [nothing about it]" says nothing.
pub(crate) fn with_content(
    syntax: &Syntax<'_, '_, '_>,
    head: usize,
    group: Polarity,
    content: &TokenRange,
) -> Polarity {
    // "said nothing about the dead", "told them nothing", but "said nothing was decided"
    if syntax.reads(content.start, "nothing")
        && (content.len() == 1 || syntax.reads(content.start + 1, "about"))
    {
        return reversed(group);
    }
    let content = content.start;
    let Some(kept) = of_word(syntax, head) else {
        return group;
    };
    if syntax.tag(content) != Tag::To || !tells(syntax, content + 1) {
        return group;
    }
    if group == Polarity::Said {
        kept
    } else {
        Polarity::Said
    }
}

/// A verb by which something would be told: "say", "comment", "release (figures)"; over adverbs.
fn tells(syntax: &Syntax<'_, '_, '_>, mut verb: usize) -> bool {
    while syntax.tag(verb) == Tag::Adverb {
        verb += 1;
    }
    let tells = |(entry, _): (&Entry, Slot)| match &entry.meaning {
        Meaning::Cue(word) => {
            let speech = Frames::CLAUSE.with(Frames::QUOTE).with(Frames::WH);
            word.frames.any(speech) && !word.frames.any(Frames::PREDICATE)
        }
        Meaning::Disclosure(_) => true,
        _ => false,
    };
    let mut phrase = syntax.page.phrase(verb).into_iter();
    syntax.page.entries(verb).any(tells) || phrase.any(|(_, mut entries)| entries.any(tells))
}
