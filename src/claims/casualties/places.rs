//! Where it happened: "near Holm", "at a market in the north", "in the town of Ruden".

use std::borrow::Cow;

use crate::extraction::Place;
use crate::lexicon::Classes;
use crate::lexicon::entries::figures::HedgeRoles;
use crate::measures::numbers::plays;
use crate::syntax::{Syntax, Tag};
use crate::text::{Flags, Page, TokenRange};

/// The most words of the noun phrase behind a preposition: "the crowded main market of the northern town".
const LONGEST: usize = 6;

/// A phrase of place, and the name in it.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    tokens: TokenRange,
    name: Option<TokenRange>,
}

impl Spot {
    pub(super) fn finish<'t>(&self, page: &Page<'t, '_>) -> Place<'t> {
        Place {
            span: page.span(&self.tokens),
            text: Cow::Borrowed(page.printed(&self.tokens)),
            name: self
                .name
                .as_ref()
                .map(|name| Cow::Borrowed(page.printed(name))),
        }
    }
}

/// The phrase of place that a preposition at a token begins. `end` is where the clause ends; in a title every word has
/// a capital, and only known names count.
pub(super) fn at(
    syntax: &Syntax<'_, '_, '_>,
    preposition: usize,
    end: usize,
    title: bool,
) -> Option<Spot> {
    let page = syntax.page;
    let first = phrase(syntax, preposition, end, title)?;
    // "at a market in Ruden", "in the town of Holm"
    let behind = first.tokens.end;
    let of = page.reads(behind, "of");
    if first.name.is_none() && (of || page.reads(behind, "in") || page.reads(behind, "near")) {
        let second = if of {
            noun(syntax, behind + 1, end).filter(|noun| named(page, noun, title))
        } else {
            phrase(syntax, behind, end, title).and_then(|second| second.name.map(|_| second.tokens))
        };
        if let Some(second) = second {
            let name = name(page, &second);
            return Some(Spot {
                tokens: preposition..second.end,
                name,
            });
        }
    }
    Some(first)
}

fn phrase(
    syntax: &Syntax<'_, '_, '_>,
    preposition: usize,
    end: usize,
    title: bool,
) -> Option<Spot> {
    let page = syntax.page;
    let reads = |words: &[&str]| words.iter().any(|word| page.reads(preposition, word));
    // "in" and "at" stand before much that is no place: "in clashes", "at work"; "near" hardly does.
    let free = reads(&["near", "outside", "inside"]);
    let tied = reads(&["in", "at", "off"]);
    if !free && !tied && !reads(&["on", "along"]) {
        return None;
    }
    let noun = noun(syntax, preposition + 1, end)?;
    let last = noun.end - 1;
    let site = plays(page, last, HedgeRoles::SITE);
    let people =
        page.is(last, Classes::VICTIM.with(Classes::ROLE)) && !page.is(last, Classes::PLACE);
    let spot = |name| Spot {
        tokens: preposition..noun.end,
        name,
    };
    if (free || tied) && named(page, &noun, title) {
        return Some(spot(name(page, &noun)));
    }
    let common = site || free && !people && !page.has(last, Flags::CAPITALISED);
    // "near the Lund market" has a name, "inside a Baptist church" has none.
    let article = page.is_indefinite_article(noun.start);
    let known = name(page, &noun)
        .filter(|name| page.is(name.start, Classes::PLACE) || site && !article && name.end == last);
    common.then(|| spot(known.filter(|_| !title)))
}

/// The words of the noun phrase, from its determiner to its head.
fn noun(syntax: &Syntax<'_, '_, '_>, start: usize, end: usize) -> Option<TokenRange> {
    let page = syntax.page;
    const STOPS: Classes = Classes::TIME
        .with(Classes::WEEKDAY)
        .with(Classes::MONTH)
        .with(Classes::OUTCOME);
    const OPENS: Classes = Classes::DETERMINER
        .with(Classes::POSSESSIVE)
        .with(Classes::NUMBER);
    // "held 40 people inside without water": a count of nothing opens no place.
    if page.is(start, Classes::NEGATION) {
        return None;
    }
    let from = start + usize::from(page.is(start, OPENS));
    let stop = end.min(from + LONGEST);
    let mut last = from;
    while last < stop {
        let nominal = matches!(syntax.tag(last), Tag::Noun | Tag::Name | Tag::Clitic)
            || plays(page, last, HedgeRoles::SITE);
        let capital = page.has(last, Flags::CAPITALISED);
        if !nominal || page.is(last, STOPS) && !(capital && page.is(last, Classes::PLACE)) {
            break;
        }
        last += 1;
    }
    // "at a Lund screening of the film": the noun is no verb.
    let gerund = syntax.tag(last) == Tag::Gerund && page.reads(last + 1, "of");
    (last > from && !gerund).then_some(start..last)
}

/// The last run of words with a capital.
fn name(page: &Page<'_, '_>, noun: &TokenRange) -> Option<TokenRange> {
    let capital = |token: &usize| page.has(*token, Flags::CAPITALISED);
    let last = noun.clone().rev().find(capital)?;
    let start = (noun.start..=last)
        .rev()
        .take_while(capital)
        .last()
        .unwrap_or(last);
    (!page.is(last, Classes::DEMONYM) || page.is(last, Classes::PLACE)).then_some(start..last + 1)
}

/// Whether the noun phrase is a name of a place: it ends with one, and a dictionary has it, or it can be nothing else.
fn named(page: &Page<'_, '_>, noun: &TokenRange, title: bool) -> bool {
    const OTHER: Classes = Classes::FIRST_NAME
        .with(Classes::TITLE)
        .with(Classes::ROLE)
        .with(Classes::ORGANIZATION)
        .with(Classes::VICTIM)
        .with(Classes::EQUIPMENT)
        .with(Classes::DEMONYM);
    let Some(name) = name(page, noun) else {
        return false;
    };
    if name.end != noun.end {
        return false;
    }
    let known = name.clone().any(|token| page.is(token, Classes::PLACE));
    let site = plays(page, name.end - 1, HedgeRoles::SITE);
    // "in Operation Thunder", "in Hurricane Ida": a longer name that nobody knows can be an event's.
    let only = name.start == noun.start && name.len() == 1 && !page.is(name.start, OTHER);
    let label = plays(page, name.start, HedgeRoles::LABEL);
    !label && (known || !title && (site || only))
}
