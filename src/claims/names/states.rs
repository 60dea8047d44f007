//! States that speak, by name, capital or metonym, and the two of them that "both sides" stands for.

use crate::entities::places::place_at;
use crate::lexicon::entries::bodies::PlaceKind;
use crate::lexicon::{Classes, Meaning, Slot};
use crate::syntax::{Syntax, Tag};
use crate::text::{Page, TokenKind};

/// Two places named together: "Chile and Peru", "the Chilean and Peruvian ministers".
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'l> {
    pub at: usize,
    pub first: &'l str,
    pub second: &'l str,
}

/// How many tokens can stand between two states that are named together, "and" among them:
/// "Chilean troops and Peruvian rebels".
const BETWEEN: usize = 3;
/// The longest name of a state, in tokens.
const NAME: usize = 6;

/// All pairs of states of the page, in order.
pub(super) fn pairs<'l>(syntax: &Syntax<'_, '_, 'l>) -> Vec<Pair<'l>> {
    let page = syntax.page;
    let conjunctions = page.all(0..page.tokens.len(), Classes::CONJUNCTION);
    let ands = conjunctions.filter(|&at| page.reads(at, "and"));
    ands.filter_map(|and| pair(syntax, and)).collect()
}

/// The two states that an "and" stands between.
fn pair<'l>(syntax: &Syntax<'_, '_, 'l>, and: usize) -> Option<Pair<'l>> {
    let page = syntax.page;
    const WHERE: Classes = Classes::PLACE.with(Classes::DEMONYM);
    let (at, second) = page
        .all(and + 1..and + BETWEEN, WHERE)
        .find_map(|at| Some((at, state_at(page, at)?.0)))?;
    let mut before = None;
    let mut from = and.saturating_sub(NAME + BETWEEN);
    while let Some(at) = page.first(from..and, WHERE) {
        from = at + 1;
        if let Some((lemma, length)) = state_at(page, at).filter(|(_, length)| at + length <= and) {
            from = at + length;
            before = Some((from, lemma));
        }
    }
    let (end, first) = before?;
    let between = end..at;
    let joined = between.len() <= BETWEEN
        && between.clone().all(|between| {
            matches!(
                page.kind(between),
                Some(TokenKind::Word | TokenKind::Clitic)
            ) && syntax.tag(between) != Tag::Preposition
                && !syntax.tag(between).is_verb()
        });
    (joined && first != second).then_some(Pair { at, first, second })
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
