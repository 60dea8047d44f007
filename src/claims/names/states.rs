//! States that speak, by name, capital or metonym, and the two of them that "both sides" stands for.

use crate::lexicon::entries::bodies::PlaceKind;
use crate::lexicon::{Classes, Meaning, Slot};
use crate::mentions::cast::place_at;
use crate::text::{Page, TokenKind};

/// Two places named together: "Chile and Peru", "the Chilean and Peruvian ministers".
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'l> {
    pub at: usize,
    pub first: &'l str,
    pub second: &'l str,
}

/// How many words can stand between two places that are named together.
const BETWEEN: usize = 3;

/// All pairs of states of the page, in order.
pub(super) fn pairs<'l>(page: &Page<'_, 'l>) -> Vec<Pair<'l>> {
    let mut pairs = Vec::new();
    let mut last: Option<(usize, &'l str)> = None;
    let mut from = 0;
    while let Some(at) = page.first(
        from..page.tokens.len(),
        Classes::PLACE.with(Classes::DEMONYM),
    ) {
        from = at + 1;
        // Most places are named alone; which state it is need not be known then.
        let before = last.is_some_and(|(end, _)| at.saturating_sub(end) <= BETWEEN);
        let length = usize::from(page.tokens[at].phrase_length.max(1));
        if !before && !(at + 1..=at + length + BETWEEN).any(|behind| page.reads(behind, "and")) {
            continue;
        }
        let Some((lemma, length)) = state_at(page, at) else {
            continue;
        };
        if let Some((end, first)) = last {
            // "Chilean troops and Peruvian rebels": a word or two may stand between.
            let between = end..at;
            let joined = between.len() <= BETWEEN
                && between.clone().any(|between| page.reads(between, "and"))
                && between.clone().all(|between| {
                    matches!(
                        page.kind(between),
                        Some(TokenKind::Word | TokenKind::Clitic)
                    ) && !page.is(between, Classes::PREPOSITION.with(Classes::VERB))
                });
            if joined && first != lemma {
                pairs.push(Pair {
                    at,
                    first,
                    second: lemma,
                });
            }
        }
        last = Some((at + length, lemma));
        from = at + length;
    }
    pairs
}

/// The state or territory that a word names, derives from or is the seat of.
pub(super) fn state_at<'l>(page: &Page<'_, 'l>, at: usize) -> Option<(&'l str, usize)> {
    let (lemma, slot, length) = place_at(page, at)?;
    (slot == Slot::Capital || speaks(page, at, lemma)).then_some((lemma, length))
}

pub(super) fn is_state(page: &Page<'_, '_>, at: usize) -> bool {
    place_at(page, at)
        .is_some_and(|(lemma, slot, _)| slot == Slot::Capital || speaks(page, at, lemma))
}

fn speaks(page: &Page<'_, '_>, at: usize, lemma: &str) -> bool {
    let state = |entry: &crate::lexicon::Entry| {
        entry.lemma == lemma
            && matches!(
                entry.meaning,
                Meaning::Place(PlaceKind::Country | PlaceKind::Territory)
            )
    };
    page.entries(at).any(|(entry, _)| state(entry))
        || page
            .phrase(at)
            .is_some_and(|(_, mut entries)| entries.any(|(entry, _)| state(entry)))
}

/// The pair that "both sides" stands for: the one that the article names most often, the nearest before among equals.
pub(super) fn sides<'l>(pairs: &[Pair<'l>], at: usize) -> Option<Pair<'l>> {
    let same = |one: &Pair<'_>, other: &Pair<'_>| {
        one.first == other.first && one.second == other.second
            || one.first == other.second && one.second == other.first
    };
    // Enough to see which one leads, and no quadratic time on a page full of pairs.
    let before = pairs.partition_point(|pair| pair.at < at);
    let window = &pairs[before.saturating_sub(40)..(before + 20).min(pairs.len())];
    let count = |pair: &Pair<'_>| window.iter().filter(|other| same(pair, other)).count();
    window
        .iter()
        .filter(|pair| pair.at < at)
        .max_by_key(|pair| (count(pair), pair.at))
        .copied()
}
