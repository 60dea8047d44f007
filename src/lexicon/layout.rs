//! The built-in dictionaries as the build script lays them out (`lay_out.rs`), read back. Numbers are in rows of 32 bits with
//! the lowest byte first, on any machine; texts are one long string and how long each is.
//!
//! What an entry means is laid out as a line of its table: the first that means it. A thousand such lines are all that is left
//! to be read when a process starts, and no second way of writing a meaning has to agree with the first.

use std::num::NonZeroU16;

use super::chunks::Bits;
use super::classes::Classes;
use super::entries::{self, Case, Entry, Slot};
use super::format;
use super::index::Index;
use super::meanings::{FormRef, Kind, Meanings};
use super::pattern::PatternId;
use super::phrases::Phrases;
use super::strings::Strings;
use super::table::Table;
use super::trie::Trie;
use super::words::{Cases, Opening, Word, Words};

/// What the build script wrote.
pub(super) const BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// The dictionaries.
pub(super) struct Layout {
    pub entries: Vec<Option<Entry>>,
    pub index: Index,
    pub strings: Strings,
}

impl Layout {
    /// The built-in dictionaries.
    pub(super) fn built_in() -> Self {
        let mut reader = Reader(BUILT_IN);
        let entries = read_entries(&mut reader);
        let meanings = read_meanings(&mut reader);
        let words = read_words(&mut reader);
        Self {
            entries,
            index: Index { words, meanings },
            strings: Strings::new(Trie::new([(); 3].map(|()| reader.bytes()))),
        }
    }
}

fn read_entries(reader: &mut Reader) -> Vec<Option<Entry>> {
    let mut meanings = Vec::new();
    for &table in Table::ALL {
        let mut errors = Vec::new();
        let lines = format::read(table.name(), reader.text(), table.columns(), &mut errors);
        meanings.extend(lines.iter().map(|line| entries::read(table, line)));
    }
    let meanings: Result<Vec<_>, _> = meanings.into_iter().collect();
    let meanings = meanings.expect("lines that the build script has read");
    let rows = reader.rows::<1>();
    let lemmas = reader.texts();
    let entry = |([number], lemma): ([u32; 1], &'static str)| {
        let (like, _) = &meanings[(number >> 1) as usize];
        Some(Entry {
            table: like.table,
            exact_case: number & 1 != 0,
            lemma: lemma.into(),
            meaning: like.meaning,
        })
    };
    rows.zip(lemmas).map(entry).collect()
}

fn read_meanings(reader: &mut Reader) -> Meanings {
    let strings = reader.rows();
    let strings = strings
        .map(|[next]: [u32; 1]| PatternId::before(next))
        .collect();
    let forms = reader.rows().map(|[entry, kind, rest]| {
        let [table, slot, case, last] = rest.to_le_bytes();
        FormRef {
            entry,
            kind,
            table: Table::ALL[usize::from(table)],
            slot: Slot::ALL[usize::from(slot)],
            case: Case::ALL[usize::from(case)],
            last: last != 0,
        }
    });
    let forms = forms.collect();
    let kinds = reader.rows().map(|[low, high, written]| Kind {
        classes: Classes(wide(low, high)),
        written,
    });
    let kinds = kinds.collect();
    let written = reader.texts().map(Into::into).collect();
    Meanings::laid_out(strings, forms, kinds, written)
}

fn read_words(reader: &mut Reader) -> Words {
    let beginnings = reader.rows();
    let mut phrases = Phrases::with_room_for(beginnings.len(), Bits(reader.wide_numbers()));
    for [low, high, pattern, goes_on] in beginnings {
        let beginning = phrases.beginning(wide(low, high));
        beginning.pattern = PatternId::before(pattern);
        beginning.goes_on = goes_on != 0;
    }
    let list = reader.rows();
    let mut words = Words::with_room_for(list.len(), phrases);
    for [hash, hash_end, classes, classes_end, pattern, rest] in list {
        words.push(Word {
            hash: wide(hash, hash_end),
            classes: Classes(wide(classes, classes_end)),
            pattern: PatternId::before(pattern),
            cases: NonZeroU16::new(rest as u16),
            opening: Opening((rest >> 16) as u8),
        });
    }
    let cases = reader.rows().map(|[known, a, b, c, d, e, f]| -> Cases {
        let classes = [wide(a, b), wide(c, d), wide(e, f)];
        [0, 1, 2].map(|shape| (known >> shape & 1 != 0).then(|| Classes(classes[shape])))
    });
    words.cases = cases.collect();
    words.pairs = Bits(reader.wide_numbers());
    words.complete = Bits(reader.wide_numbers());
    words.openings = reader.bytes().iter().map(|&opens| opens != 0).collect();
    words
}

/// Two halves of a number.
fn wide(low: u32, high: u32) -> u64 {
    u64::from(low) | u64::from(high) << 32
}

/// What is left to be read.
struct Reader(&'static [u8]);

impl Reader {
    fn take(&mut self, length: usize) -> &'static [u8] {
        let (taken, rest) = self.0.split_at(length);
        self.0 = rest;
        taken
    }

    fn number(&mut self) -> u32 {
        self.take(4)
            .iter()
            .rev()
            .fold(0, |number, &byte| number << 8 | u32::from(byte))
    }

    fn bytes(&mut self) -> &'static [u8] {
        let length = self.number() as usize;
        self.take(length)
    }

    fn text(&mut self) -> &'static str {
        std::str::from_utf8(self.bytes()).expect("the build script writes UTF-8")
    }

    fn rows<const N: usize>(&mut self) -> impl ExactSizeIterator<Item = [u32; N]> + use<N> {
        let count = self.number() as usize;
        let rows = self.take(count * N * 4).chunks_exact(N * 4);
        rows.map(|row| {
            let mut numbers = [0; N];
            for (number, bytes) in numbers.iter_mut().zip(row.chunks_exact(4)) {
                *number = bytes.try_into().map_or(0, u32::from_le_bytes);
            }
            numbers
        })
    }

    fn wide_numbers(&mut self) -> Vec<u64> {
        self.rows().map(|[low, high]| wide(low, high)).collect()
    }

    fn texts(&mut self) -> impl Iterator<Item = &'static str> + use<> {
        let lengths = self.rows();
        let mut rest = self.text();
        lengths.map(move |[length]| {
            let (text, behind) = rest.split_at(length as usize);
            rest = behind;
            text
        })
    }
}
