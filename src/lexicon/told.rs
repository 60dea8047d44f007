//! What only those ask for who look into the dictionaries: example sentences, and where an entry stands. Read from the texts
//! when somebody does.

use super::Table;
use super::collected::{Collected, Fate};
use super::entries::Entry;

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

#[derive(Debug)]
struct StoredExample {
    entry: usize,
    forms: Vec<String>,
    sentence: String,
    fires: bool,
    line: usize,
}

/// What the texts tell besides the entries.
#[derive(Debug)]
pub(super) struct Told {
    /// By entry: the number of its dictionary's name, and the line in it.
    origins: Vec<(u32, u32)>,
    sources: Vec<String>,
    examples: Vec<StoredExample>,
}

impl Told {
    pub(super) fn of(collected: Collected) -> Self {
        let mut origins = Vec::with_capacity(collected.fates.len());
        let mut examples = Vec::new();
        for (entry, fate) in collected.fates.into_iter().enumerate() {
            let Fate::Read(kept) = fate else {
                origins.push((0, 0));
                continue;
            };
            origins.push(kept.origin);
            examples.extend(kept.examples.into_iter().map(|example| StoredExample {
                entry,
                forms: kept.forms.iter().map(|form| form.text.clone()).collect(),
                sentence: example.sentence,
                fires: example.fires,
                line: example.number,
            }));
        }
        Self {
            origins,
            sources: collected.sources,
            examples,
        }
    }

    /// The name of an entry's dictionary, and its line.
    pub(super) fn origin(&self, entry: usize) -> (&str, usize) {
        let (source, line) = self.origins.get(entry).copied().unwrap_or_default();
        let source = self.sources.get(source as usize);
        (source.map_or("", String::as_str), line as usize)
    }

    /// The example sentences of these entries.
    pub(super) fn examples<'a>(
        &'a self,
        entries: &'a [Option<Entry>],
    ) -> impl Iterator<Item = Example<'a>> {
        self.examples.iter().filter_map(|example| {
            let entry = entries.get(example.entry)?.as_ref()?;
            Some(Example {
                table: entry.table,
                source: self.origin(example.entry).0,
                lemma: &entry.lemma,
                forms: &example.forms,
                sentence: &example.sentence,
                fires: example.fires,
                line: example.line,
            })
        })
    }
}
