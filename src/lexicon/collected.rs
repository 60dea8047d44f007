//! Entries in the making: the lines of all layers, where later ones replace or take out what earlier ones gave.

use std::collections::HashMap;

use super::entries::{self, Entry, Form};
use super::format::{self, ExampleLine};
use super::table::Table;
use crate::error::LexiconError;

/// A layer of a dictionary: lines that a user adds.
#[derive(Clone, Debug)]
pub(crate) struct Layer {
    pub table: Table,
    pub name: String,
    pub text: String,
}

/// An entry as it was read.
#[derive(Debug)]
pub(super) struct Kept {
    pub entry: Entry,
    /// The number of its dictionary's name, and the line in it.
    pub origin: (u32, u32),
    pub forms: Vec<Form>,
    pub examples: Vec<ExampleLine>,
}

/// What became of an entry.
#[derive(Debug)]
pub(super) enum Fate {
    /// It is the one that was there before.
    Inherited,
    Removed,
    Read(Kept),
}

/// The entries, each at the place where its headword came first.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub fates: Vec<Fate>,
    by_headword: HashMap<(Table, String), usize>,
    /// The names of the dictionaries that were read.
    pub sources: Vec<String>,
    /// Layer by layer, in the order of the lines.
    pub errors: Vec<LexiconError>,
}

impl Collected {
    /// The built-in tables, read from their texts; those in `without` only for the sake of the numbers of the entries.
    pub(super) fn built_in(without: &[Table]) -> Self {
        let mut collected = Self::default();
        for &table in Table::ALL {
            let first = collected.fates.len();
            collected.layer(table, &format!("{}.txt", table.name()), table.built_in());
            if without.contains(&table) {
                collected.by_headword.retain(|(of, _), _| *of != table);
                collected.fates[first..].fill_with(|| Fate::Removed);
            }
        }
        collected
    }

    /// The built-in tables as they were laid out, for these layers to change.
    pub(super) fn over(inherited: &[Option<Entry>], without: &[Table], layers: &[Layer]) -> Self {
        let mut collected = Self::default();
        for entry in inherited.iter().flatten() {
            if without.contains(&entry.table) {
                collected.fates.push(Fate::Removed);
                continue;
            }
            if layers.iter().any(|layer| layer.table == entry.table) {
                let key = key(entry.table, &entry.lemma, entry.exact_case);
                collected.by_headword.insert(key, collected.fates.len());
            }
            collected.fates.push(Fate::Inherited);
        }
        collected
    }

    /// Reads the layers.
    pub(super) fn and(mut self, layers: &[Layer]) -> Self {
        for layer in layers {
            self.layer(layer.table, &layer.name, &layer.text);
        }
        self
    }

    fn layer(&mut self, table: Table, name: &str, text: &str) {
        let mut errors = Vec::new();
        let source = u32::try_from(self.sources.len()).unwrap_or(u32::MAX);
        self.sources.push(name.to_owned());
        for line in format::read(name, text, table.columns(), &mut errors) {
            let key = key(table, &line.headword, line.exact_case);
            let known = self.by_headword.get(&key).copied();
            if line.removes {
                match known {
                    Some(number) => self.fates[number] = Fate::Removed,
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
            let kept = Fate::Read(Kept {
                entry,
                origin: (source, u32::try_from(line.number).unwrap_or(u32::MAX)),
                forms,
                examples: line.examples,
            });
            match known {
                Some(number) => self.fates[number] = kept,
                None => {
                    self.by_headword.insert(key, self.fates.len());
                    self.fates.push(kept);
                }
            }
        }
        errors.sort_by_key(LexiconError::line);
        self.errors.extend(errors);
    }
}

/// By what a headword is known: "US" that counts in capitals only is another than "us".
fn key(table: Table, headword: &str, exact_case: bool) -> (Table, String) {
    let mark = if exact_case { "=" } else { "" };
    (table, headword.to_lowercase() + mark)
}
