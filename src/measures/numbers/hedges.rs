//! What bounds a number, before it and behind it.

use crate::extraction::Precision;
use crate::lexicon::entries::figures::HedgeRoles;
use crate::lexicon::{Classes, Entry, Meaning, Slot, Table};
use crate::text::Page;

/// The hedges that stand before a number, not before `floor`: where they begin, and what they make of it. Three at most:
/// "at least another estimated 20".
pub(super) fn hedges_before(
    page: &Page<'_, '_>,
    core: usize,
    floor: usize,
) -> Option<(usize, Precision)> {
    let (mut start, mut found) = (core, None);
    for _ in 0..3 {
        let Some((before, precision)) = hedge_ending(page, start, floor) else {
            break;
        };
        start = before;
        found = stronger(found, precision);
    }
    found.map(|precision| (start, precision))
}

/// The longest hedge that ends where `end` begins.
fn hedge_ending(page: &Page<'_, '_>, end: usize, floor: usize) -> Option<(usize, Precision)> {
    for length in (1..=4_usize).rev() {
        let start = end.checked_sub(length).filter(|&start| start >= floor);
        let Some(start) = start.filter(|&start| page.can_be(start, Classes::HEDGE)) else {
            continue;
        };
        let precision = if length == 1 {
            hedge_of(&mut page.entries_in(Table::Hedges, start))
        } else if page
            .tokens
            .get(start)
            .is_some_and(|token| usize::from(token.phrase_length) == length)
        {
            page.phrase(start)
                .and_then(|(_, mut entries)| hedge_of(&mut entries))
        } else {
            None
        };
        // "or more" stands behind its number only.
        if let Some(precision) = precision.filter(|_| !trails(page, start)) {
            return Some((start, precision));
        }
    }
    None
}

/// "or more", "or so", "plus" behind a number; not behind `limit`.
pub(crate) fn hedge_behind(
    page: &Page<'_, '_>,
    end: usize,
    limit: usize,
) -> Option<(usize, Precision)> {
    if !trails(page, end) {
        return None;
    }
    let (range, mut entries) = page.phrase(end).filter(|(range, _)| range.end <= limit)?;
    Some((range.end, hedge_of(&mut entries)?))
}

pub(super) fn trails(page: &Page<'_, '_>, start: usize) -> bool {
    page.reads(start, "or") || page.reads(start, "and") || page.reads(start, "plus")
}

pub(super) fn hedge_of<'l>(
    entries: &mut impl Iterator<Item = (&'l Entry, Slot)>,
) -> Option<Precision> {
    entries.find_map(|(entry, _)| match entry.meaning {
        Meaning::Hedge(word) => word.bound,
        _ => None,
    })
}

/// Whether the word at a token plays a part beside a count.
pub(crate) fn plays(page: &Page<'_, '_>, token: usize, role: HedgeRoles) -> bool {
    page.is(token, Classes::HEDGE.with(Classes::BESIDE_COUNT))
        && page
            .entries_in(Table::Hedges, token)
            .any(|(entry, _)| plays_part(entry, role))
}

/// Whether an entry plays it.
pub(crate) fn plays_part(entry: &Entry, role: HedgeRoles) -> bool {
    matches!(entry.meaning, Meaning::Hedge(word) if word.roles.any(role))
}

/// Of two hedges the one that says more: "at least some 20" is a lower bound.
pub(super) fn stronger(first: Option<Precision>, second: Precision) -> Option<Precision> {
    let rank = |precision| match precision {
        Precision::AtLeast => 3,
        Precision::AtMost => 2,
        Precision::Approximate => 1,
        _ => 0,
    };
    match first {
        Some(first) if rank(first) >= rank(second) => Some(first),
        _ => Some(second),
    }
}
