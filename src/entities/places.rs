//! Places as they are named: countries, cities, what derives from them.

use crate::lexicon::{Classes, Entry, Meaning, Slot};
use crate::text::{Page, TokenRange};

/// The first place that a run of tokens names or derives from ("Chilean"), by its main name.
pub(crate) fn place_in<'l>(page: &Page<'_, 'l>, tokens: &TokenRange) -> Option<&'l str> {
    tokens
        .clone()
        .filter(|&at| {
            page.is(at, Classes::PLACE.with(Classes::DEMONYM))
                || page
                    .phrase_classes(at)
                    .any(Classes::PLACE.with(Classes::DEMONYM))
        })
        .find_map(|at| place_at(page, at).map(|(lemma, _, _)| lemma))
}

/// The place that a word or a phrase names, with its form and how many tokens it takes.
pub(crate) fn place_at<'l>(page: &Page<'_, 'l>, at: usize) -> Option<(&'l str, Slot, usize)> {
    let place = |(entry, slot): (&'l Entry, Slot)| {
        matches!(entry.meaning, Meaning::Place(_)).then_some((&*entry.lemma, slot))
    };
    if let Some((range, mut entries)) = page.phrase(at) {
        if let Some((lemma, slot)) = entries.find_map(place) {
            return Some((lemma, slot, range.len()));
        }
    }
    page.entries(at)
        .find_map(place)
        .map(|(lemma, slot)| (lemma, slot, 1))
}
