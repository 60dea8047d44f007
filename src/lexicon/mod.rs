//! The words: dictionaries in text files, typed entries, and one matcher over all of them.
//!
//! A word costs one line and no Rust. The files under `data/` and a user's own have the same format (`format.rs`);
//! later layers replace entries of the same headword, take them out (`-word`) or add to them.

mod chunks;
pub(crate) mod classes;
mod collected;
pub(crate) mod entries;
mod format;
mod index;
#[cfg(test)]
mod lay_out;
mod layout;
mod matcher;
mod meanings;
mod morphology;
mod pattern;
mod phrases;
mod strings;
mod table;
#[cfg(test)]
mod tests;
mod told;
mod trie;
mod word_meaning;
mod words;

use std::collections::BTreeSet;
use std::sync::Arc;

use once_cell::sync::{Lazy, OnceCell};

pub(crate) use chunks::{hash, hash_of_window, kept};
pub(crate) use classes::Classes;
pub(crate) use collected::Layer;
pub(crate) use entries::{Entry, Meaning, Slot};
pub(crate) use matcher::Hit;
pub(crate) use pattern::PatternId;
pub(crate) use phrases::Phrases;
pub use table::Table;
pub use told::Example;
pub use word_meaning::WordMeaning;
pub(crate) use words::{AT_ONCE, Opening, Shape, Word};

use crate::error::LexiconError;
use collected::{Collected, Fate};
use layout::Layout;
use matcher::Matcher;
use told::Told;

/// The dictionaries. Comes with [`Extractor`](crate::Extractor); of interest by itself to test one's own words.
#[derive(Debug)]
pub struct Lexicon {
    /// None where a layer has taken one out.
    entries: Vec<Option<Entry>>,
    matcher: Matcher,
    without: Vec<Table>,
    layers: Vec<Layer>,
    told: OnceCell<Told>,
}

static BUILT_IN: Lazy<Arc<Lexicon>> = Lazy::new(|| {
    let Layout {
        entries,
        index,
        strings,
    } = Layout::built_in();
    Arc::new(Lexicon {
        entries,
        matcher: Matcher::new(index, strings),
        without: Vec::new(),
        layers: Vec::new(),
        told: OnceCell::new(),
    })
});

impl Lexicon {
    /// The built-in dictionaries, fetched from where they are laid out at the first call.
    pub fn built_in() -> Arc<Self> {
        Arc::clone(&BUILT_IN)
    }

    /// The built-in tables but those in `without`, and the user's layers over them.
    pub(crate) fn new(without: &[Table], layers: &[Layer]) -> Result<Self, LexiconError> {
        let Layout {
            mut entries,
            index,
            strings,
        } = Layout::built_in();
        let mut collected = Collected::over(&entries, without, layers).and(layers);
        if !collected.errors.is_empty() {
            return Err(collected.errors.swap_remove(0));
        }
        entries.resize(collected.fates.len(), None);
        let mut gone = BTreeSet::new();
        let mut forms = Vec::new();
        for ((number, fate), entry) in (0..).zip(collected.fates).zip(&mut entries) {
            let kept = match fate {
                Fate::Inherited => continue,
                Fate::Removed => None,
                Fate::Read(kept) => Some(kept),
            };
            gone.insert(number);
            *entry = kept.map(|kept| {
                forms.extend(kept.forms.into_iter().map(|form| (number, form)));
                kept.entry
            });
        }
        let mut matcher = Matcher::new(index, strings);
        matcher.change(&gone, &forms);
        Ok(Self {
            entries,
            matcher,
            without: without.to_vec(),
            layers: layers.to_vec(),
            told: OnceCell::new(),
        })
    }

    /// All lines of the user's layers that cannot be read, over the built-in tables but those in `without`.
    pub(crate) fn errors(without: &[Table], layers: &[Layer]) -> Vec<LexiconError> {
        let inherited = &Self::built_in().entries;
        Collected::over(inherited, without, layers)
            .and(layers)
            .errors
    }

    /// What the texts of the dictionaries tell and no article is asked for.
    fn told(&self) -> &Told {
        self.told
            .get_or_init(|| Told::of(Collected::built_in(&self.without).and(&self.layers)))
    }

    /// The example sentences of all tables, read from their texts at the first call.
    pub fn examples(&self) -> impl Iterator<Item = Example<'_>> {
        self.told().examples(&self.entries)
    }

    /// The headwords of a table, in the order of its lines.
    pub fn headwords(&self, table: Table) -> impl Iterator<Item = &str> {
        let entries = self.entries.iter().flatten();
        entries
            .filter(move |entry| entry.table == table)
            .map(|entry| &*entry.lemma)
    }

    /// Calls `hit` for every string of the dictionaries that starts at `start`, shortest first.
    pub(crate) fn walk(&self, text: &str, start: usize, hit: impl FnMut(Hit)) {
        self.matcher.walk(text, start, hit);
    }

    /// As [`walk`](Self::walk), with a quick look first.
    pub(crate) fn look(&self, text: &str, start: usize, hit: impl FnMut(Hit)) {
        self.matcher.look(text, start, hit);
    }

    /// The words of so many hashes; empty ones where there are none.
    #[inline]
    pub(crate) fn words(&self, hashes: &[u64; AT_ONCE]) -> [&Word; AT_ONCE] {
        self.matcher.words(hashes)
    }

    /// The classes of a word as it stands in the text; none when it is no string, or its case rules every meaning out.
    #[inline]
    pub(crate) fn classes_of(&self, word: &Word, shape: Shape, printed: &str) -> Option<Classes> {
        self.matcher.classes_of(word, shape, printed)
    }

    /// The classes of a string as it stands in the text; none when its case rules every meaning out.
    #[inline]
    pub(crate) fn classes(&self, pattern: PatternId, printed: &str) -> Option<Classes> {
        self.matcher.classes(pattern, printed)
    }

    /// The strings of several plain words.
    #[inline]
    pub(crate) fn phrases(&self) -> &Phrases {
        self.matcher.phrases()
    }

    /// Whether a longer string that is none of those may begin at the word that ends at `end`; `hashes` are its own and those
    /// of the two words behind it, 0 where they are not known.
    #[inline]
    pub(crate) fn may_go_on(
        &self,
        text: &str,
        end: usize,
        opening: Opening,
        hashes: [u64; 3],
    ) -> bool {
        self.matcher.may_go_on(text, end, opening, hashes)
    }

    /// The entries that a string can be, as it stands in the text.
    #[inline]
    pub(crate) fn entries<'l, 'p>(
        &'l self,
        pattern: PatternId,
        printed: &'p str,
    ) -> impl Iterator<Item = (&'l Entry, Slot)> + use<'l, 'p> {
        self.entries_of(Some(pattern), printed)
    }

    /// The same for what may be no string of the dictionaries.
    #[inline]
    pub(crate) fn entries_of<'l, 'p>(
        &'l self,
        pattern: Option<PatternId>,
        printed: &'p str,
    ) -> impl Iterator<Item = (&'l Entry, Slot)> + use<'l, 'p> {
        let forms = self.matcher.meanings().forms(pattern, printed);
        forms.filter_map(|form| {
            let entry = self.entries[form.entry as usize].as_ref()?;
            Some((entry, form.slot))
        })
    }

    /// Those of one table.
    #[inline]
    pub(crate) fn entries_in<'l, 'p>(
        &'l self,
        table: Table,
        pattern: Option<PatternId>,
        printed: &'p str,
    ) -> impl Iterator<Item = (&'l Entry, Slot)> + use<'l, 'p> {
        let forms = self.matcher.meanings().forms_in(table, pattern, printed);
        forms.filter_map(|form| {
            let entry = self.entries[form.entry as usize].as_ref()?;
            Some((entry, form.slot))
        })
    }

    /// Whether a string can be of one of `classes`, in some case of its letters.
    #[inline]
    pub(crate) fn may_be(&self, pattern: PatternId, classes: Classes) -> bool {
        self.matcher.meanings().may_be(pattern, classes)
    }

    /// The string that is exactly `word`, for parts of words ("two" in "two-day-old").
    pub(crate) fn lookup(&self, word: &str) -> Option<Hit> {
        self.matcher.lookup(word)
    }
}
