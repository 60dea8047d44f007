//! Strings of several plain words with blanks between them ("at least", "prime minister of"), by the hashes of their
//! words: a text whose words are hashed is asked for them without being read again.

use super::chunks::{Bits, Key, is_chunk, mixed};
use super::pattern::PatternId;

/// The hashes of a string's words, where it is two or more plain words with one blank between them.
pub(super) fn plain_words(string: &str) -> Option<Vec<u64>> {
    let mut hashes = Vec::new();
    for word in string.split(' ') {
        let plain = !word.is_empty() && word.bytes().all(|byte| is_chunk(byte) && byte != b'_');
        let key = plain.then(|| Key::of_word(word.as_bytes(), 0, word.len()))??;
        hashes.push(key.hash());
    }
    (hashes.len() > 1).then_some(hashes)
}

/// The first words of a string, or all of them.
#[derive(Clone, Copy, Debug, Default)]
struct Beginning {
    /// The hash of the sequence, 0 where the place is empty.
    hash: u64,
    /// The string that is these words and no more.
    pattern: Option<PatternId>,
    /// Whether a string has more.
    goes_on: bool,
}

#[derive(Debug)]
pub(crate) struct Phrases {
    /// The first two words of all strings; asked first.
    pairs: Bits,
    /// Beginnings of two words and more by their hash, each at its place or behind it.
    table: Vec<Beginning>,
}

impl Phrases {
    pub(super) fn new(strings: &[(PatternId, Vec<u64>)]) -> Self {
        let mut pairs = Bits::default();
        let mut numbers = std::collections::HashMap::new();
        let mut beginnings: Vec<Beginning> = Vec::new();
        for (pattern, words) in strings {
            let mut sequence = words[0];
            for (number, &word) in words.iter().enumerate().skip(1) {
                sequence = joined(sequence, word);
                if number == 1 {
                    pairs.insert(sequence);
                }
                let place = *numbers.entry(sequence).or_insert_with(|| {
                    beginnings.push(Beginning {
                        hash: sequence,
                        ..Beginning::default()
                    });
                    beginnings.len() - 1
                });
                let beginning = &mut beginnings[place];
                if number + 1 == words.len() {
                    beginning.pattern = Some(*pattern);
                } else {
                    beginning.goes_on = true;
                }
            }
        }
        let size = (beginnings.len() * 2).next_power_of_two().max(16);
        let mut table = vec![Beginning::default(); size];
        for beginning in beginnings {
            let mut place = beginning.hash as usize & (size - 1);
            while table[place].hash != 0 {
                place = (place + 1) & (size - 1);
            }
            table[place] = beginning;
        }
        Self { pairs, table }
    }

    /// Whether a string may begin with the first two of these words; asked before [`find`](Self::find).
    #[inline]
    pub(crate) fn may_begin(&self, [first, second, _]: [u64; 3]) -> bool {
        second != 0 && self.pairs.contains(joined(first, second))
    }

    /// Calls `hit` with every string that the words begin with, shortest first, and how many words it has. Words that
    /// are not plain have the hash 0.
    #[inline]
    pub(crate) fn find(
        &self,
        words: impl IntoIterator<Item = u64>,
        mut hit: impl FnMut(PatternId, usize),
    ) {
        let mut words = words.into_iter();
        let Some(mut sequence) = words.next() else {
            return;
        };
        for (word, number) in words.zip(2..) {
            if word == 0 {
                return;
            }
            sequence = joined(sequence, word);
            let Some(beginning) = self.get(sequence) else {
                return;
            };
            if let Some(pattern) = beginning.pattern {
                hit(pattern, number);
            }
            if !beginning.goes_on {
                return;
            }
        }
    }

    /// The beginning of a hash. Two sequences with the same 64 bits do not occur by chance.
    fn get(&self, hash: u64) -> Option<&Beginning> {
        let mask = self.table.len() - 1;
        let mut place = hash as usize & mask;
        loop {
            let beginning = &self.table[place];
            if beginning.hash == hash {
                return Some(beginning);
            }
            if beginning.hash == 0 {
                return None;
            }
            place = (place + 1) & mask;
        }
    }
}

/// The hash of a sequence and one more word, never 0. Its low bits are as good as its high ones.
#[inline]
fn joined(sequence: u64, word: u64) -> u64 {
    let hash = mixed(sequence, word);
    (hash ^ (hash >> 32)) | 1 << 63
}
