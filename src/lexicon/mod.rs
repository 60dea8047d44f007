//! The words: dictionaries in text files, typed entries, and one matcher over all of them.
//!
//! A word costs one line and no Rust. The files under `data/` and a user's own have the same format (`format.rs`);
//! later layers replace entries of the same headword, take them out (`-word`) or add to them.

mod chunks;
pub(crate) mod classes;
pub(crate) mod entries;
mod format;
mod matcher;
mod meanings;
mod morphology;
mod pattern;
mod phrases;
mod table;
mod word_meaning;
mod words;

use std::collections::HashMap;

use once_cell::sync::Lazy;

pub(crate) use chunks::{Key, kept};
pub(crate) use classes::Classes;
pub(crate) use entries::{Entry, Meaning, Slot};
pub(crate) use matcher::Hit;
pub(crate) use pattern::PatternId;
pub(crate) use phrases::Phrases;
pub use table::Table;
pub use word_meaning::WordMeaning;
pub(crate) use words::{Opening, Shape, Word};

use crate::error::LexiconError;
use matcher::Matcher;

/// A layer of a dictionary: lines that a user adds.
#[derive(Clone, Debug)]
pub(crate) struct Layer {
    pub table: Table,
    pub name: String,
    pub text: String,
}

/// A sentence that stands in a dictionary to show when an entry fires (`>`) and when it must not (`!`).
///
/// ```
/// let lexicon = newsclaim::Lexicon::built_in();
/// assert!(lexicon.examples().any(|example| example.lemma == "deny" && !example.sentence.is_empty()));
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Example<'a> {
    /// The table.
    pub table: Table,
    /// The dictionary's name: `cues.txt`, or what the builder was given.
    pub source: &'a str,
    /// The entry's headword.
    pub lemma: &'a str,
    /// The strings that the entry is found by, headword and all: `deny denies denied denying`.
    pub forms: &'a [String],
    /// The sentence.
    pub sentence: &'a str,
    /// Whether the entry must fire in it, or must not.
    pub fires: bool,
    /// The line in its file, from 1.
    pub line: usize,
}

#[derive(Clone, Debug)]
struct StoredExample {
    entry: u32,
    forms: Vec<String>,
    sentence: String,
    fires: bool,
    line: usize,
}

/// The dictionaries, parsed. Comes with [`Extractor`](crate::Extractor); of interest by itself to test one's own words.
#[derive(Debug)]
pub struct Lexicon {
    entries: Vec<Entry>,
    /// By entry: the number of its dictionary's name, and the line in it.
    origins: Vec<(u32, u32)>,
    sources: Vec<String>,
    examples: Vec<StoredExample>,
    matcher: Matcher,
}

static BUILT_IN: Lazy<std::sync::Arc<Lexicon>> = Lazy::new(|| {
    std::sync::Arc::new(
        Lexicon::new(&[], &[]).expect("tests/lexicon.rs reads every built-in dictionary"),
    )
});

impl Lexicon {
    /// The built-in dictionaries, parsed at the first call.
    pub fn built_in() -> std::sync::Arc<Self> {
        std::sync::Arc::clone(&BUILT_IN)
    }

    /// The built-in tables but those in `without`, and the user's layers over them.
    pub(crate) fn new(without: &[Table], layers: &[Layer]) -> Result<Self, LexiconError> {
        let mut collected = Collected::of(without, layers);
        if !collected.errors.is_empty() {
            return Err(collected.errors.swap_remove(0));
        }
        let mut origins = Vec::new();
        let mut entries = Vec::new();
        let mut examples = Vec::new();
        let mut forms = Vec::new();
        for kept in collected.kept.into_iter().flatten() {
            let number = u32::try_from(entries.len()).unwrap_or(u32::MAX);
            entries.push(kept.entry);
            origins.push(kept.origin);
            examples.extend(kept.examples.into_iter().map(|example| StoredExample {
                entry: number,
                forms: kept.forms.iter().map(|form| form.text.clone()).collect(),
                sentence: example.sentence,
                fires: example.fires,
                line: example.number,
            }));
            forms.push((number, kept.forms));
        }
        let matcher = Matcher::new(
            forms
                .iter()
                .flat_map(|(number, forms)| forms.iter().map(move |form| (*number, form))),
        );
        Ok(Self {
            entries,
            origins,
            sources: collected.sources,
            examples,
            matcher,
        })
    }

    /// All lines that cannot be read, of the built-in tables but those in `without` and of the user's layers over them.
    pub(crate) fn errors(without: &[Table], layers: &[Layer]) -> Vec<LexiconError> {
        Collected::of(without, layers).errors
    }

    /// The name of an entry's dictionary, and its line.
    fn origin(&self, entry: usize) -> (&str, usize) {
        let (source, line) = self.origins.get(entry).copied().unwrap_or_default();
        let source = self.sources.get(source as usize);
        (source.map_or("", String::as_str), line as usize)
    }

    /// The example sentences of all tables.
    pub fn examples(&self) -> impl Iterator<Item = Example<'_>> {
        self.examples.iter().map(|example| {
            let entry = &self.entries[example.entry as usize];
            Example {
                table: entry.table,
                source: self.origin(example.entry as usize).0,
                lemma: &entry.lemma,
                forms: &example.forms,
                sentence: &example.sentence,
                fires: example.fires,
                line: example.line,
            }
        })
    }

    /// The headwords of a table, in the order of its lines.
    pub fn headwords(&self, table: Table) -> impl Iterator<Item = &str> {
        self.entries
            .iter()
            .filter(move |entry| entry.table == table)
            .map(|entry| entry.lemma.as_str())
    }

    /// Calls `hit` for every string of the dictionaries that starts at `start`, shortest first.
    pub(crate) fn walk(&self, text: &str, start: usize, hit: impl FnMut(Hit)) {
        self.matcher.walk(text, start, hit);
    }

    /// As [`walk`](Self::walk), with a quick look first.
    pub(crate) fn look(&self, text: &str, start: usize, hit: impl FnMut(Hit)) {
        self.matcher.look(text, start, hit);
    }

    /// The word of a key, whose hash is known; an empty one where there is none.
    #[inline]
    pub(crate) fn word(&self, key: Key, hash: u64) -> &Word {
        self.matcher.word(key, hash)
    }

    /// The classes of a word as it stands in the text; none when it is no string, or its case rules every meaning out.
    #[inline]
    pub(crate) fn classes_of(&self, word: &Word, shape: Shape, printed: &str) -> Option<Classes> {
        self.matcher.classes_of(word, shape, printed)
    }

    /// The classes of a string as it stands in the text; none when its case rules every meaning out.
    #[inline]
    pub(crate) fn classes(&self, pattern: PatternId, printed: &str) -> Option<Classes> {
        self.matcher.meanings().classes(pattern, printed)
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
        self.matcher
            .meanings()
            .forms(pattern, printed)
            .map(|form| (&self.entries[form.entry as usize], form.slot))
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

/// Entries in the making: later layers replace or remove what earlier ones gave.
#[derive(Default)]
struct Collected {
    kept: Vec<Option<Kept>>,
    by_headword: HashMap<(Table, String), usize>,
    sources: Vec<String>,
    /// Layer by layer, in the order of the lines.
    errors: Vec<LexiconError>,
}

struct Kept {
    entry: Entry,
    origin: (u32, u32),
    forms: Vec<entries::Form>,
    examples: Vec<format::ExampleLine>,
}

impl Collected {
    fn of(without: &[Table], layers: &[Layer]) -> Self {
        let mut collected = Self::default();
        for &table in Table::ALL.iter().filter(|table| !without.contains(table)) {
            collected.layer(table, &format!("{}.txt", table.name()), table.built_in());
        }
        for layer in layers {
            collected.layer(layer.table, &layer.name, &layer.text);
        }
        collected
    }

    fn layer(&mut self, table: Table, name: &str, text: &str) {
        let mut errors = Vec::new();
        let source = u32::try_from(self.sources.len()).unwrap_or(u32::MAX);
        self.sources.push(name.to_owned());
        for line in format::read(name, text, table.columns(), &mut errors) {
            let key = (
                table,
                line.headword.to_lowercase() + if line.exact_case { "=" } else { "" },
            );
            let known = self.by_headword.get(&key).copied();
            if line.removes {
                match known {
                    Some(number) => self.kept[number] = None,
                    None => errors.push(LexiconError::new(
                        name,
                        line.number,
                        format!("no entry {:?} to take out", line.headword),
                    )),
                }
                continue;
            }
            let (entry, forms) = match entries::read(table, &line) {
                Ok(read) => read,
                Err(reason) => {
                    errors.push(LexiconError::new(name, line.number, reason));
                    continue;
                }
            };
            let kept = Kept {
                entry,
                origin: (source, u32::try_from(line.number).unwrap_or(u32::MAX)),
                forms,
                examples: line.examples,
            };
            match known {
                Some(number) => self.kept[number] = Some(kept),
                None => {
                    self.by_headword.insert(key, self.kept.len());
                    self.kept.push(Some(kept));
                }
            }
        }
        errors.sort_by_key(LexiconError::line);
        self.errors.extend(errors);
    }
}
