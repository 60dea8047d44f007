//! Nouns that stand for an earlier claim: "the allegation", "his denial".

use crate::lexicon::entries::responses::Shell;
use crate::lexicon::{Classes, Entry, Meaning, Slot, Table};
use crate::text::Page;

/// How far behind its determiner a shell noun can stand: "the union's latest *allegation*".
pub(super) const SHELL: usize = 4;

/// What kind of claim a noun stands for.
pub(super) fn shell_at(page: &Page<'_, '_>, at: usize) -> Option<Shell> {
    if !page.can_be(at, Classes::SHELL) {
        return None;
    }
    let shell = |(entry, _): (&Entry, Slot)| match entry.meaning {
        Meaning::ShellNoun(shell) => Some(shell),
        _ => None,
    };
    let phrase = page.phrase(at);
    let phrase = phrase.and_then(|(_, mut entries)| entries.find_map(shell));
    phrase.or_else(|| page.entries_in(Table::ShellNouns, at).find_map(shell))
}
