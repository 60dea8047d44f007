//! Counted people: "at least 12 of its soldiers", "a police officer", "101 others", and the bare "30". A group is a number
//! with the noun phrase behind it; whether anything became of the people is told by `claims/casualties`.

mod group;
mod nouns;
mod phrases;

use crate::extraction::{Category, Count, Precision};
use crate::lexicon::entries::bodies::BodyKind;
use crate::lexicon::entries::figures::{HedgeRoles, NumberKind};
use crate::lexicon::{Classes, Meaning};
use crate::syntax::{Syntax, Tag};
use crate::text::{Flags, Page, TokenKind, TokenRange};

use crate::measures::numbers::{self, Number, plays};

use group::settle;
pub(crate) use group::{Group, Head};
pub(crate) use nouns::{category_at, side_at, side_in};

use nouns::{person, place};
use phrases::run;

/// The most determiners and numbers behind "of": "of all the 30".
const PARTS: usize = 4;

/// The group of a number in a sentence.
pub(crate) fn read<'l>(
    syntax: &Syntax<'_, '_, 'l>,
    number: &Number,
    sentence: &TokenRange,
) -> Group<'l> {
    let page = syntax.page;
    let end = sentence.end;
    let mut start = number.tokens.start;
    let floor = start.saturating_sub(2).max(sentence.start);
    while start > floor && leads(syntax, start - 1) {
        start -= 1;
    }
    let mut group = Group {
        number: number.tokens.clone(),
        core: number.core.clone(),
        count: number.count,
        kind: number.kind,
        article: false,
        tokens: start..number.tokens.end,
        head: Head::Elided,
        victims: None,
        category: Category::Unspecified,
        side: None,
        named: None,
        possessive: (start..number.tokens.start).find(|&token| owner(page, token)),
        outcome: None,
        partitive: false,
    };
    phrase(syntax, &mut group, end);
    // "twelve people or more"
    if group.head == Head::Person && group.count.precision == Precision::Exact {
        if let Some((behind, precision)) = numbers::hedge_behind(page, group.tokens.end, end) {
            group.count = numbers::bounded(group.count.low, precision);
            group.tokens.end = behind;
        }
    }
    group
}

/// The group of one that "a", "an" or "another" counts: "a soldier", "a fourth", "another".
pub(crate) fn read_article<'l>(
    syntax: &Syntax<'_, '_, 'l>,
    article: usize,
    end: usize,
) -> Option<Group<'l>> {
    let page = syntax.page;
    let another = page.reads(article, "another");
    let mut number = article..article + 1;
    // "a fourth was wounded", "a second soldier"
    let ordinal = !another && is_ordinal(page, article + 1);
    if ordinal {
        number.end += 1;
    }
    let mut group = Group {
        core: article..article + 1,
        count: Count {
            low: 1,
            high: Some(1),
            precision: Precision::Exact,
        },
        kind: NumberKind::Cardinal,
        article: true,
        tokens: number.clone(),
        number,
        head: Head::Elided,
        victims: None,
        category: Category::Unspecified,
        side: None,
        named: None,
        possessive: None,
        outcome: None,
        partitive: false,
    };
    phrase(syntax, &mut group, end);
    let last = group.tokens.end - 1;
    // "a couple": two by one word
    if group.head == Head::Person && page.reads(last, "couple") {
        group.count.low = 2;
        group.count.high = Some(2);
    }
    match group.head {
        Head::Person | Head::Outcome => Some(group),
        Head::Elided if another || ordinal => Some(group),
        _ => None,
    }
}

fn is_ordinal(page: &Page<'_, '_>, token: usize) -> bool {
    page.has(token, Flags::ORDINAL)
        || page.is(token, Classes::NUMBER)
            && page.entries(token).any(|(entry, _)| {
                matches!(entry.meaning, Meaning::Number(word) if word.kind == NumberKind::Ordinal)
            })
}

/// A determiner before a number: "the three soldiers", "its 12 men".
fn leads(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    let page = syntax.page;
    matches!(syntax.tag(token), Tag::Determiner | Tag::Possessive)
        && !page.is(token, Classes::NEGATION)
        && !matches!(page.word(token), "a" | "an" | "A" | "An")
}

fn owner(page: &Page<'_, '_>, token: usize) -> bool {
    page.is(token, Classes::POSSESSIVE)
}

/// Where the words of the people begin and where to read on, over "of the", "of its 30"; none if "of them" ends the phrase.
fn of(page: &Page<'_, '_>, group: &mut Group<'_>, end: usize) -> Option<(usize, usize)> {
    let mut position = group.tokens.end;
    if !page.reads(position, "of") {
        return Some((position, position));
    }
    position += 1;
    let mut from = position;
    for _ in 0..PARTS {
        let determiner = page.is(
            position,
            Classes::DETERMINER
                .with(Classes::POSSESSIVE)
                .with(Classes::NUMBER),
        ) || page.kind(position) == Some(TokenKind::Number)
            || page.reads(position, "all");
        if position >= end || !determiner {
            break;
        }
        if owner(page, position) {
            group.possessive = Some(position);
        }
        group.partitive |= !owner(page, position);
        position += 1;
        if page.reads(position - 1, "the") || page.reads(position - 1, "those") {
            from = position;
        }
    }
    if !plays(page, position, HedgeRoles::WHOLE) {
        return Some((from, position));
    }
    group.partitive = true;
    group.tokens.end = position + 1;
    // "two of them children", "one of them a firefighter"
    let article = page.is_indefinite_article(position + 1);
    let from = position + 1 + usize::from(article);
    let noun = person(page, from).filter(|noun| noun.end <= end);
    if let Some((end, category)) = noun.and_then(|noun| Some((noun.end, noun.category?))) {
        group.category = category;
        group.victims = Some(from..end);
    }
    None
}

/// Reads what stands behind the number: head, modifiers, "of" phrase.
fn phrase<'l>(syntax: &Syntax<'_, '_, 'l>, group: &mut Group<'l>, end: usize) {
    let page = syntax.page;
    let Some((from, position)) = of(page, group, end) else {
        return;
    };
    let run = run(syntax, position, end, group);
    if run.end == position {
        let inside = position > group.tokens.end;
        match run.outcome {
            // "five of the dead"
            Some(outcome) if inside => {
                group.outcome = Some(outcome);
                group.partitive = true;
                group.tokens.end = outcome + 1;
            }
            // "two of the …": what follows is not readable as people.
            None if inside => group.head = Head::Thing,
            _ => {}
        }
        return;
    }
    group.tokens.end = run.end;
    group.outcome = run.outcome;
    group.head = run.head;
    if run.head == Head::Outcome {
        let before = from..run.outcome.unwrap_or(from);
        // "72 hostages" are people by themselves, "three deaths" are not.
        let people = run
            .outcome
            .is_some_and(|token| page.is(token, Classes::VICTIM));
        if people {
            group.victims = Some(from..run.end);
        } else if !before.is_empty()
            && !group.partitive
            && !before
                .clone()
                .all(|token| plays(page, token, HedgeRoles::MORE))
        {
            group.victims = Some(before);
        }
    } else if run.head != Head::Elided {
        group.victims = Some(from..run.end);
    }
    group.category = run.category;
    group.side = run.side;
    group.named = run.name;
    if matches!(group.head, Head::Person) {
        complement(syntax, group, end);
    }
}

/// "members of the security forces", "supporters of Hamas": the noun behind "of" tells what they are.
fn complement<'l>(syntax: &Syntax<'_, '_, 'l>, group: &mut Group<'l>, end: usize) {
    let page = syntax.page;
    let head = group.tokens.end;
    if !page.reads(head, "of") || !matches!(group.category, Category::Other | Category::Unspecified)
    {
        return;
    }
    let mut last = None;
    for token in head + 1..end.min(head + 9) {
        // "supporters of Ann Lund's Workers' Union"
        let owner = page.kind(token) == Some(TokenKind::Clitic)
            || matches!(page.word(token), "'" | "\u{2019}");
        if owner && page.has(token + 1, Flags::CAPITALISED) && last == Some(token) {
            continue;
        }
        if !matches!(page.kind(token), Some(TokenKind::Word | TokenKind::Clitic)) {
            break;
        }
        let tag = syntax.tag(token);
        if matches!(
            tag,
            Tag::Preposition | Tag::Conjunction | Tag::But | Tag::Auxiliary
        ) || tag.opens_clause()
        {
            break;
        }
        if page.is(token, Classes::OUTCOME) && !page.is(token, Classes::VICTIM) {
            break;
        }
        if let Some(noun) = person(page, token).filter(|noun| noun.category.is_some()) {
            if group.side.is_none() {
                group.side = noun.side;
            }
            if let Some(category) = noun.category.filter(|category| *category != Category::Unspecified && *category != Category::Child) {
                group.category = settle(group.category, Some(category));
            }
            last = Some(noun.end);
        } else if let Some((side, after, _, _)) = place(page, token) {
            group.side = group.side.or(Some(side));
            last = Some(after);
        } else if page.has(token, Flags::CAPITALISED)
            || page.entries(token).any(|(entry, _)| matches!(entry.meaning, Meaning::Organization(body) if body.kind == BodyKind::Group))
        {
            last = Some(token + 1);
        }
    }
    if let Some(mut last) = last {
        // "the Islamic Resistance Movement (Hamas)"
        if page.word(last) == "(" && page.word(last + 2) == ")" && last + 2 < end {
            let named = person(page, last + 1).and_then(|noun| noun.side);
            if let Some(side) = named {
                group.side = Some(side);
                group.category = settle(group.category, Some(Category::Militant));
                last += 3;
            }
        }
        if group.side.is_none() {
            group.named = body(page, head, last);
        }
        group.tokens.end = last;
        if let Some(victims) = &mut group.victims {
            victims.end = last;
        }
    }
}

/// The body that a complement names: "members of [the Red Front]", "supporters of Ann Lund's [Workers' Union]".
fn body(page: &Page<'_, '_>, of: usize, end: usize) -> Option<TokenRange> {
    let last = end.checked_sub(1)?;
    let start = (of + 1..end)
        .rev()
        .take_while(|&token| {
            page.reads(token, "'")
                || page.reads(token, "\u{2019}")
                || nouns::names_group(page, token)
        })
        .last()?;
    let group = page.entries(last).any(|(entry, _)| {
        matches!(entry.meaning, Meaning::Organization(body)
            if matches!(body.kind, BodyKind::Group | BodyKind::Organization))
    });
    let known = page.is(start, Classes::FIRST_NAME.with(Classes::ROLE)) && !group;
    // "members of Red Dawn", but "supporters of Lund"
    let belongs = page.reads(of.wrapping_sub(1), "members");
    (!known && (group || belongs)).then_some(start..end)
}
