//! The dictionary's word at a token.

pub(crate) use crate::lexicon::entries::time::{TimeRole, TimeWord};
use crate::lexicon::{Meaning, Slot, Table};
use crate::text::{Page, TokenRange};

/// The time word at a token, and whether it stands in the plural.
pub(crate) fn role(page: &Page<'_, '_>, token: usize) -> Option<(TimeWord, bool)> {
    // Figures, marks and most names are in no dictionary.
    page.tokens.get(token)?.form?;
    page.entries_in(Table::Times, token)
        .find_map(|(entry, slot)| match entry.meaning {
            Meaning::Time(word) => Some((word, slot == Slot::Plural)),
            _ => None,
        })
}

/// The time words that start at a token and take several: "right now", "New Year's Eve".
pub(crate) fn phrase(page: &Page<'_, '_>, token: usize) -> Option<(TokenRange, TimeWord)> {
    let (range, mut entries) = page.phrase(token)?;
    entries.find_map(|(entry, _)| match entry.meaning {
        Meaning::Time(word) => Some((range.clone(), word)),
        _ => None,
    })
}
