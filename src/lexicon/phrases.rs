//! Strings of several plain words with blanks between them ("at least", "prime minister of"), by the hashes of their
//! words: a text whose words are hashed is asked for them without being read again.

use super::chunks::{Bits, hash, is_chunk, mixed};
use super::pattern::PatternId;

/// The hashes of a string's words, where it is two or more plain words with one blank between them.
pub(super) fn plain_words(string: &str) -> Option<Vec<u64>> {
    let mut hashes = Vec::new();
    for word in string.split(' ') {
        let plain = !word.is_empty() && word.bytes().all(|byte| is_chunk(byte) && byte != b'_');
        hashes.push(plain.then(|| hash(word.as_bytes(), 0, word.len()))??);
    }
    (hashes.len() > 1).then_some(hashes)
}

/// The first words of a string, or all of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Beginning {
    /// The hash of the sequence, 0 where the place is empty.
    pub hash: u64,
    /// The string that is these words and no more.
    pub pattern: Option<PatternId>,
    /// Whether a string has more.
    pub goes_on: bool,
}

#[derive(Debug)]
pub(crate) struct Phrases {
    /// The first two words of all strings; asked first.
    pub(super) pairs: Bits,
    /// Beginnings of two words and more by their hash, each at its place or behind it.
    pub(super) table: Vec<Beginning>,
    count: usize,
}

impl Phrases {
    /// For so many beginnings, with the pairs that begin them.
    pub(super) fn with_room_for(beginnings: usize, pairs: Bits) -> Self {
        let size = (beginnings * 2).next_power_of_two().max(16);
        Self {
            pairs,
            table: vec![Beginning::default(); size],
            count: 0,
        }
    }

    /// Adds a string of words with these hashes; none where it has no meaning any more.
    pub(super) fn insert(&mut self, pattern: Option<PatternId>, words: &[u64]) {
        let mut sequence = words[0];
        for (number, &word) in words.iter().enumerate().skip(1) {
            sequence = joined(sequence, word);
            if number == 1 {
                self.pairs.insert(sequence);
            }
            let beginning = self.beginning(sequence);
            if number + 1 == words.len() {
                beginning.pattern = pattern;
            } else {
                beginning.goes_on = true;
            }
        }
    }

    /// The beginning of a hash, made if it is not there.
    pub(super) fn beginning(&mut self, hash: u64) -> &mut Beginning {
        let mut place = self.place(hash);
        if self.table[place].hash == 0 {
            self.count += 1;
            // Half full at most, so that a beginning is mostly at its own place.
            if self.count * 2 > self.table.len() {
                let size = self.table.len() * 2;
                let beginnings =
                    std::mem::replace(&mut self.table, vec![Beginning::default(); size]);
                for beginning in beginnings.iter().filter(|beginning| beginning.hash != 0) {
                    let place = self.place(beginning.hash);
                    self.table[place] = *beginning;
                }
                place = self.place(hash);
            }
            self.table[place].hash = hash;
        }
        &mut self.table[place]
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
            let beginning = &self.table[self.place(sequence)];
            if let Some(pattern) = beginning.pattern {
                hit(pattern, number);
            }
            if !beginning.goes_on {
                return;
            }
        }
    }

    /// The place of a hash, or the empty one where it would stand. Two sequences with the same 64 bits do not occur by chance.
    #[inline]
    fn place(&self, hash: u64) -> usize {
        let mask = self.table.len() - 1;
        let mut place = hash as usize & mask;
        while self.table[place].hash != hash && self.table[place].hash != 0 {
            place = (place + 1) & mask;
        }
        place
    }
}

/// The hash of a sequence and one more word, never 0. Its low bits are as good as its high ones.
#[inline]
fn joined(sequence: u64, word: u64) -> u64 {
    let hash = mixed(sequence, word);
    (hash ^ (hash >> 32)) | 1 << 63
}
