//! Equipment lost: "one battle tank and three rocket launchers were destroyed", "shot down a jet".

use std::borrow::Cow;

use crate::claims::draft::ClaimDraft;
use crate::extraction::{Count, Excerpt, Loss, Precision};
use crate::lexicon::entries::figures::{EquipmentPart, NumberKind};
use crate::lexicon::{Classes, Meaning, Table};
use crate::measures::numbers::Number;
use crate::syntax::{Syntax, verbs};
use crate::text::{Page, TokenKind, TokenRange};

use super::scene;
use super::sources::Contents;

/// A counted vehicle or weapon.
#[derive(Clone, Debug)]
struct Item {
    tokens: TokenRange,
    object: TokenRange,
    count: Count,
}

/// Equipment lost on the page, in order.
pub(crate) fn find<'t>(
    syntax: &Syntax<'_, 't, '_>,
    numbers: &[Number],
    claims: &[ClaimDraft<'t, '_>],
) -> Vec<Loss<'t>> {
    let page = syntax.page;
    let mut losses = Vec::new();
    let mut contents = None;
    for (number, sentence) in page.sentences.iter().enumerate() {
        let equipment = page.first(sentence.tokens.clone(), Classes::EQUIPMENT);
        if !sentence.reported || equipment.is_none() {
            continue;
        }
        for tokens in scene::windows(sentence.tokens.clone()) {
            let mut verbs = page
                .all(tokens.clone(), Classes::EQUIPMENT)
                .filter_map(|token| part(page, token))
                .filter(|(_, part)| *part != EquipmentPart::Object)
                .peekable();
            if verbs.peek().is_none() {
                continue;
            }
            let items = items(syntax, &tokens, numbers);
            let mut lost = vec![false; items.len()];
            for (verb, part) in verbs {
                mark(syntax, tokens.start, &verb, part, &items, &mut lost);
            }
            for (item, _) in items.iter().zip(&lost).filter(|(_, lost)| **lost) {
                let contents = contents.get_or_insert_with(|| Contents::of(claims));
                losses.push(Loss {
                    span: page.span(&item.tokens),
                    text: Cow::Borrowed(page.printed(&item.tokens)),
                    sentence: number,
                    count: item.count,
                    object: Excerpt::new(page.text, page.span(&item.object)),
                    claim: contents.claim_at(syntax, item.tokens.start, claims),
                });
            }
        }
    }
    losses
}

fn has_phrase(page: &Page<'_, '_>, token: usize) -> bool {
    page.tokens
        .get(token)
        .is_some_and(|found| found.phrase.is_some())
        && page.phrase_classes(token).any(Classes::EQUIPMENT)
}

/// What the equipment word or phrase at a token is, and its tokens.
fn part(page: &Page<'_, '_>, token: usize) -> Option<(TokenRange, EquipmentPart)> {
    if has_phrase(page, token) {
        let (range, mut entries) = page.phrase(token)?;
        let found = entries.find_map(|(entry, _)| equipment(&entry.meaning));
        if let Some(found) = found {
            return Some((range, found));
        }
    }
    if !page.is(token, Classes::EQUIPMENT) {
        return None;
    }
    page.entries_in(Table::Equipment, token)
        .find_map(|(entry, _)| equipment(&entry.meaning))
        .map(|found| (token..token + 1, found))
}

fn equipment(meaning: &Meaning) -> Option<EquipmentPart> {
    match meaning {
        Meaning::Equipment(part) => Some(*part),
        _ => None,
    }
}

/// The counted pieces of equipment of a sentence: number or article, modifiers, noun.
fn items(syntax: &Syntax<'_, '_, '_>, tokens: &TokenRange, numbers: &[Number]) -> Vec<Item> {
    let page = syntax.page;
    let mut items = Vec::new();
    let first = numbers.partition_point(|number| number.core.start < tokens.start);
    let mut upcoming = numbers[first..].iter().peekable();
    let mut token = tokens.start;
    while token < tokens.end {
        while upcoming
            .next_if(|number| number.core.start < token)
            .is_some()
        {}
        let number = upcoming
            .peek()
            .filter(|number| number.core.start == token && number.kind != NumberKind::Ordinal);
        let (start, after, count) = match number {
            Some(number) => (number.tokens.start, number.tokens.end, number.count),
            None if page.reads(token, "a")
                || page.reads(token, "an")
                || page.reads(token, "another") =>
            {
                let count = Count {
                    low: 1,
                    high: Some(1),
                    precision: Precision::Exact,
                };
                (token, token + 1, count)
            }
            None => {
                token += 1;
                continue;
            }
        };
        if let Some(object) = object(syntax, after, tokens.end) {
            token = object.end;
            items.push(Item {
                tokens: start.max(tokens.start)..object.end,
                object,
                count,
            });
        } else {
            token += 1;
        }
    }
    items
}

/// The noun behind a number, with its modifiers: "T-72 tank", "Grad multiple rocket launchers".
fn object(syntax: &Syntax<'_, '_, '_>, start: usize, end: usize) -> Option<TokenRange> {
    let page = syntax.page;
    let mut token = start + usize::from(page.reads(start, "of"));
    let from = token;
    let mut found = None;
    while token < end && token < from + 7 && page.kind(token) == Some(TokenKind::Word) {
        if let Some((range, EquipmentPart::Object)) = part(page, token) {
            token = range.end;
            found = Some(token);
            continue;
        }
        if found.is_some() || !syntax.tag(token).is_nominal() {
            break;
        }
        token += 1;
    }
    let last = found?;
    // "a tank crew", "a bus driver": people in it.
    let person = page.is(last, Classes::VICTIM.with(Classes::ROLE));
    (!person).then_some(from..last)
}

/// Marks the items that a verb or noun of destruction takes: the objects behind it, or the subjects of its passive.
fn mark(
    syntax: &Syntax<'_, '_, '_>,
    floor: usize,
    verb: &TokenRange,
    part: EquipmentPart,
    items: &[Item],
    lost: &mut [bool],
) {
    let page = syntax.page;
    let group = verbs::around(syntax, verb.start, verb.end, floor);
    let (before, passive) = (group.tokens.start, group.be);
    let from = if part == EquipmentPart::Verb && passive {
        before
    } else {
        verb.end
    };
    if passive && part == EquipmentPart::Verb {
        let mut edge = from;
        for (index, item) in items.iter().enumerate().rev() {
            if item.tokens.end <= edge && linked(page, item.tokens.end..edge) {
                lost[index] = true;
                edge = item.tokens.start;
            }
        }
        // "had been destroyed, as well as two tanks and a launcher"
        chain(page, verb.end, items, lost, false);
        return;
    }
    chain(page, from, items, lost, true);
}

/// Marks the items that follow one another from a token on.
fn chain(page: &Page<'_, '_>, from: usize, items: &[Item], lost: &mut [bool], direct: bool) {
    let mut edge = from;
    for (index, item) in items.iter().enumerate() {
        if item.tokens.start < edge {
            continue;
        }
        let gap = edge..item.tokens.start;
        let first = edge == from;
        let fits = if first && direct {
            gap.len() <= 1
                && gap
                    .clone()
                    .all(|token| page.is(token, Classes::DETERMINER.with(Classes::ADVERB)))
        } else {
            !gap.is_empty() && linked(page, gap)
        };
        if !fits {
            break;
        }
        lost[index] = true;
        edge = item.tokens.end;
    }
}

/// "and", ",", "as well as" between two items, or nothing.
fn linked(page: &Page<'_, '_>, gap: TokenRange) -> bool {
    gap.len() <= 4
        && gap.clone().all(|token| {
            page.is(
                token,
                Classes::CONJUNCTION
                    .with(Classes::DETERMINER)
                    .with(Classes::ADVERB),
            ) || page.word(token) == ","
                || page.reads(token, "as")
                || page.reads(token, "well")
        })
}
