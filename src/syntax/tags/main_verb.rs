//! The verb that a clause would otherwise lack: "Opponents of the plan cite the cost", `Holm urges voters to stay`.
//!
//! A word that is a noun as often as a verb was taken for a noun by its neighbours. Behind a noun phrase that has had no
//! verb, with an object or a clause behind it, it is the verb.

use crate::lexicon::Classes;
use crate::text::{Flags, Page, TokenKind, TokenRange};

use super::neighbours::{self, clause_behind};
use super::tag::Tag;

/// How far to the left a subject is read, in tokens.
const SUBJECT: usize = 16;

/// Makes a verb of the first noun of a clause without one that can be a verb of speech.
pub(super) fn find(page: &Page<'_, '_>, tags: &mut [Tag], range: &TokenRange) {
    let candidate = |&token: &usize| tags[token] == Tag::Noun && can_be_verb(page, token);
    let Some(last) = range.clone().rev().find(candidate) else {
        return;
    };
    // A clause has had its verb; that of a relative clause does not count.
    let (mut verb, mut relatives) = (false, 0_u32);
    for token in range.start..=last {
        let before = token.checked_sub(1).filter(|&before| before >= range.start);
        let before = before.map(|before| tags[before]);
        match tags[token] {
            Tag::Semicolon
            | Tag::Colon
            | Tag::Stop
            | Tag::Open
            | Tag::Close
            | Tag::Subordinator => {
                (verb, relatives) = (false, 0);
            }
            Tag::Conjunction | Tag::But if before == Some(Tag::Comma) => {
                (verb, relatives) = (false, 0);
            }
            Tag::That if before.is_some_and(Tag::is_nominal) => relatives += 1,
            Tag::That => (verb, relatives) = (false, 0),
            Tag::Relative | Tag::Question => relatives += 1,
            tag if tag.is_finite() => {
                let modifies = tag == Tag::Past && tags.get(token + 1) == Some(&Tag::Preposition)
                    || is_published(page, tags, token);
                let goes_on = before.is_some_and(Tag::is_auxiliary);
                if relatives > 0 && !goes_on {
                    relatives -= 1;
                } else if !modifies {
                    verb = true;
                }
            }
            Tag::Noun
                if !verb
                    && relatives == 0
                    && can_be_verb(page, token)
                    && is_main(page, tags, token, range) =>
            {
                tags[token] = Tag::Finite;
                verb = true;
            }
            _ => {}
        }
    }
}

/// "a video *shared* online": a participle behind a document, without an object.
fn is_published(page: &Page<'_, '_>, tags: &[Tag], token: usize) -> bool {
    tags[token] == Tag::Past
        && page.is(token, Classes::PARTICIPLE)
        && token > 0
        && page.is(token - 1, Classes::DOCUMENT)
        && tags.get(token + 1) == Some(&Tag::Adverb)
}

fn can_be_verb(page: &Page<'_, '_>, token: usize) -> bool {
    page.is(token, Classes::CUE_VERB) && page.is(token, Classes::BASE.with(Classes::THIRD_PERSON))
        || measures(page, token)
        || is_unchanged(page, token)
}

/// "burst", "cut", "split": a noun, a base form and a past form in one.
fn is_unchanged(page: &Page<'_, '_>, token: usize) -> bool {
    page.is(token, Classes::PAST) && page.is(token, Classes::BASE)
}

/// "A dam burst on Monday, killing 12 people", "The firm cut 900 jobs": what stands behind it up to the comma has no verb, and
/// is an object, an adverbial or a participle.
fn happens(page: &Page<'_, '_>, tags: &[Tag], token: usize, range: &TokenRange) -> bool {
    let subject = (range.start..token)
        .rev()
        .take_while(|&before| tags[before].opens_phrase())
        .last();
    // "[In] May a dam burst", "the [worst] dam burst"
    let whole = subject.is_some_and(|first| {
        first == range.start || matches!(tags[first - 1], Tag::Comma | Tag::That | Tag::Conjunction)
    });
    let behind = token + 1..range.end;
    let comma = behind.clone().find(|&at| tags[at] == Tag::Comma);
    let rest = behind.start..comma.unwrap_or(range.end);
    let goes_on = match tags.get(token + 1) {
        Some(Tag::Number | Tag::Determiner | Tag::Possessive | Tag::Object) => true,
        Some(Tag::Preposition) => !page.reads(token + 1, "of"),
        Some(Tag::Comma) => tags.get(token + 2) == Some(&Tag::Gerund),
        _ => false,
    };
    whole
        && goes_on
        && is_unchanged(page, token)
        && tags[token - 1].is_nominal()
        && !rest.into_iter().any(|at| tags[at].is_finite())
}

/// "The toll stands at 48", "The lake covers 40 hectares": a verb with a number behind it.
fn measures(page: &Page<'_, '_>, token: usize) -> bool {
    if !page.is(token, Classes::THIRD_PERSON) {
        return false;
    }
    let behind = token + 1 + usize::from(matches!(page.word(token + 1), "at" | "to" | "by"));
    page.kind(behind) == Some(TokenKind::Number) || page.is(behind, Classes::NUMBER)
}

/// Whether the noun agrees with the phrase before it, and what a verb needs stands behind it.
fn is_main(page: &Page<'_, '_>, tags: &[Tag], token: usize, range: &TokenRange) -> bool {
    happens(page, tags, token, range)
        || agrees(page, tags, token, range.start)
            && !is_unchanged(page, token)
            && (measures(page, token) || governs(page, tags, token, range.end))
}

/// "polls show", "the poll shows", "Some in the town suggest"
fn agrees(page: &Page<'_, '_>, tags: &[Tag], token: usize, start: usize) -> bool {
    let mut end = token;
    while end > start && tags[end - 1] == Tag::Adverb {
        end -= 1;
    }
    let Some(mut last) = end.checked_sub(1).filter(|&last| last >= start) else {
        return false;
    };
    // "A video shared online shows"
    if last > start && is_published(page, tags, last) {
        last -= 1;
        end = last + 1;
    }
    if !(tags[last].is_nominal() || tags[last] == Tag::Quantifier) {
        return false;
    }
    let mut first = last;
    let floor = start.max(end.saturating_sub(SUBJECT));
    while first > floor
        && (tags[first - 1].opens_phrase()
            || matches!(
                tags[first - 1],
                Tag::Preposition | Tag::Clitic | Tag::Conjunction
            ))
    {
        first -= 1;
    }
    while first < last && matches!(tags[first], Tag::Preposition | Tag::Conjunction) {
        first += 1;
    }
    // "the states' plans": what somebody has.
    if matches!(tags[last], Tag::Clitic | Tag::Possessive | Tag::Determiner) {
        return false;
    }
    // "the mayor's frequent calls for", "his demands": what somebody has is a noun, unless it says something outright.
    let owned = (first..end).any(|token| matches!(tags[token], Tag::Clitic | Tag::Possessive));
    if owned
        && !matches!(
            tags.get(token + 1),
            Some(Tag::That | Tag::Pronoun | Tag::Determiner)
        )
    {
        return false;
    }
    let head = (first..end)
        .take_while(|&token| tags[token].opens_phrase())
        .last()
        .unwrap_or(last);
    let joined = (first..end).any(|token| page.reads(token, "and"));
    let plural = joined
        || is_plural(page, head)
        || tags[head] == Tag::Quantifier
        || page.reads(last, "percent")
        || page.reads(head, "people");
    if page.is(token, Classes::THIRD_PERSON) {
        !plural || tags[head] == Tag::Name && !joined
    } else {
        plural
    }
}

/// "voters", but not "IRS"
fn is_plural(page: &Page<'_, '_>, token: usize) -> bool {
    neighbours::is_plural(page.word(token)) && !page.has(token, Flags::ALL_CAPS)
}

/// What stands behind a verb: "that" and a clause, a pronoun, a phrase with its article or a name; in a line without any
/// other verb whatever goes on.
fn governs(page: &Page<'_, '_>, tags: &[Tag], token: usize, end: usize) -> bool {
    let phrase = page
        .tokens
        .get(token)
        .filter(|_| page.phrase_classes(token).any(Classes::CUE_VERB));
    let behind = token + phrase.map_or(1, |found| usize::from(found.phrase_length.max(1)));
    if behind >= end {
        return false;
    }
    let particle = behind > token + 1;
    let dated = |token: usize| {
        page.is(
            token,
            Classes::WEEKDAY.with(Classes::MONTH).with(Classes::TIME),
        )
    };
    if dated(behind) || dated(behind + 1) {
        return false;
    }
    let bare = || !tags[behind..end].iter().any(|tag| tag.is_finite());
    match tags[behind] {
        Tag::That => clause_behind(page, behind + 1),
        Tag::Pronoun | Tag::Object | Tag::Determiner | Tag::Possessive | Tag::Name => true,
        Tag::Adverb => matches!(tags.get(behind + 1), Some(Tag::Determiner | Tag::Number)),
        Tag::Noun | Tag::Quantifier => {
            particle || bare() && page.kind(behind) == Some(TokenKind::Word)
        }
        Tag::To => bare(),
        _ => false,
    }
}
