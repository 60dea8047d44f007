//! The first glance at a word: one probe of a hash table says what the dictionaries know of it by itself, and whether
//! one of their phrases can begin with it. Only then is the automaton walked; most words of a text need no walk.
//!
//! Strings are cut into runs of ASCII letters and digits ("chunks"). A string of one chunk is in the table. Of a longer
//! one the first two chunks are known, as a pair; where the text has another pair, the string cannot begin.

use super::classes::Classes;
use super::matcher::PatternId;

/// The longest chunk that is told by all its bytes; longer ones are left to the automaton.
const LONGEST: usize = 16;
/// How far behind a chunk the second one is looked for; further off, the automaton decides.
const WIDEST_GAP: usize = 12;
/// The pairs are kept as bits, so many of them that few are set by chance.
const PAIR_BITS: u32 = 20;

/// The bytes of a chunk, in lower case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key([u64; 2]);

#[derive(Clone, Copy, Debug)]
struct Word {
    key: Key,
    classes: Classes,
    pattern: Option<PatternId>,
    /// Whether the case of the letters decides what the word is.
    case_counts: bool,
    /// Whether a string goes on with a second chunk.
    continues: bool,
    /// Whether a string is the chunk and something else than letters: "mr.", "photo:".
    tail: bool,
}

/// What the table knows of the text from a position on.
#[derive(Clone, Copy, Debug)]
pub(super) enum Glance {
    /// No string of the dictionaries begins here.
    Nothing,
    /// The word by itself is known, and no phrase begins with it.
    Word {
        pattern: PatternId,
        classes: Classes,
        /// Whether the case of the letters decides what the word is.
        case_counts: bool,
        /// Offset behind the last byte.
        end: usize,
    },
    /// The automaton must be walked.
    Walk,
}

#[derive(Debug)]
pub(super) struct Words {
    /// For each hash, a tag of the word's key and its number in `words`, plus 1.
    slots: Vec<u32>,
    words: Vec<Word>,
    pairs: Vec<u64>,
    /// Bytes with which a string begins that are no letters or digits.
    openings: [bool; 256],
}

impl Words {
    /// Collects the strings, in lower case, each with its classes and whether case decides about them.
    pub(super) fn new<'a>(
        strings: impl Iterator<Item = (PatternId, &'a str, Classes, bool)>,
    ) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let mut numbers: std::collections::HashMap<[u64; 2], usize> =
            std::collections::HashMap::new();
        let mut pairs = vec![0_u64; 1 << (PAIR_BITS - 6)];
        let mut openings = [false; 256];
        for (pattern, string, classes, case_counts) in strings {
            let bytes = string.as_bytes();
            let first = chunk_end(bytes, 0);
            if first == 0 {
                if let Some(&byte) = bytes.first() {
                    openings[byte as usize] = true;
                }
                continue;
            }
            if first > LONGEST {
                continue;
            }
            let key = key(bytes, 0, first);
            let number = *numbers.entry(key.0).or_insert_with(|| {
                words.push(Word {
                    key,
                    classes: Classes::NONE,
                    pattern: None,
                    case_counts: false,
                    continues: false,
                    tail: false,
                });
                words.len() - 1
            });
            let word = &mut words[number];
            if first == bytes.len() {
                word.pattern = Some(pattern);
                word.classes = classes;
                word.case_counts = case_counts;
                continue;
            }
            match (first..bytes.len()).find(|&at| is_chunk(bytes[at])) {
                None => word.tail = true,
                Some(second) => {
                    word.continues = true;
                    let bit = pair_bit(hash(key), second_hash(bytes, second));
                    pairs[bit >> 6] |= 1 << (bit & 63);
                }
            }
        }
        let size = (words.len() * 4).next_power_of_two().max(16);
        let mut slots = vec![0_u32; size];
        for (number, word) in words.iter().enumerate() {
            let hash = hash(word.key);
            let mut slot = hash as usize & (size - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = tag(hash) | (number as u32 + 1);
        }
        Self {
            slots,
            words,
            pairs,
            openings,
        }
    }

    /// Looks at the word that starts at `start`; `length` is its length where it is one chunk.
    #[inline]
    pub(super) fn glance(&self, bytes: &[u8], start: usize, length: Option<usize>) -> Glance {
        let end = match length {
            Some(length) => start + length,
            None => chunk_end(bytes, start),
        };
        let length = end - start;
        if length == 0 {
            let opens = bytes
                .get(start)
                .is_some_and(|&byte| byte >= 0x80 || self.openings[byte as usize]);
            return if opens { Glance::Walk } else { Glance::Nothing };
        }
        if length > LONGEST {
            return Glance::Walk;
        }
        let key = key(bytes, start, length);
        let hash = hash(key);
        let Some(word) = self.find(key, hash) else {
            return Glance::Nothing;
        };
        if word.continues || word.tail {
            match bytes.get(end) {
                Some(b' ' | b'\n') | None => {}
                Some(_) if word.tail => return Glance::Walk,
                Some(_) => {}
            }
            if word.continues && self.goes_on(bytes, end, hash) {
                return Glance::Walk;
            }
            // "Photo :"
            if word.tail && bytes.get(end + 1).is_some_and(|byte| !is_chunk(*byte)) {
                return Glance::Walk;
            }
        }
        match word.pattern {
            Some(pattern) => Glance::Word {
                pattern,
                classes: word.classes,
                case_counts: word.case_counts,
                end,
            },
            None => Glance::Nothing,
        }
    }

    #[inline]
    fn find(&self, key: Key, hash: u64) -> Option<&Word> {
        let mask = self.slots.len() - 1;
        let tag = tag(hash);
        let mut slot = hash as usize & mask;
        loop {
            let found = *self.slots.get(slot)?;
            if found == 0 {
                return None;
            }
            if found & TAG == tag {
                let word = self.words.get((found & !TAG) as usize - 1)?;
                if word.key == key {
                    return Some(word);
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Whether some string begins with the chunk of this hash and the one behind `end`.
    #[inline]
    fn goes_on(&self, bytes: &[u8], end: usize, first: u64) -> bool {
        let mut second = end;
        while let Some(&byte) = bytes.get(second) {
            if is_chunk(byte) {
                let bit = pair_bit(first, second_hash(bytes, second));
                return self.pairs[bit >> 6] >> (bit & 63) & 1 != 0;
            }
            if second - end == WIDEST_GAP {
                return true;
            }
            second += 1;
        }
        false
    }
}

/// The part of a slot that holds the tag; the rest is a number.
const TAG: u32 = 0xFFF0_0000;

fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32 & TAG
}

#[inline]
fn is_chunk(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[inline]
fn chunk_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while bytes.get(end).is_some_and(|&byte| is_chunk(byte)) {
        end += 1;
    }
    end
}

/// Letters become small by one bit, which digits have anyhow.
const SMALL: u64 = 0x2020_2020_2020_2020;

#[inline]
fn key(bytes: &[u8], start: usize, length: usize) -> Key {
    let mut buffer = [0_u8; LONGEST];
    let words = match bytes.get(start..start + LONGEST) {
        Some(window) => window,
        None => {
            let rest = bytes.get(start..).unwrap_or_default();
            let rest = &rest[..rest.len().min(LONGEST)];
            buffer[..rest.len()].copy_from_slice(rest);
            &buffer
        }
    };
    let (low, high) = words.split_at(8);
    let load = |half: &[u8]| half.try_into().map_or(0, u64::from_le_bytes);
    if length <= 8 {
        let mask = u64::MAX >> (64 - 8 * length as u32);
        Key([(load(low) | SMALL) & mask, 0])
    } else {
        let mask = u64::MAX >> (128 - 8 * length as u32);
        Key([load(low) | SMALL, (load(high) | SMALL) & mask])
    }
}

#[inline]
fn hash(key: Key) -> u64 {
    let mixed = key.0[0].wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ^ key.0[1].wrapping_mul(0xC2B2_AE3D_27D4_EB4F).rotate_left(23);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^ (mixed >> 32)
}

/// The hash of the chunk at `start`, or of its beginning where it is long.
#[inline]
fn second_hash(bytes: &[u8], start: usize) -> u64 {
    let mut end = start + 1;
    while end - start < LONGEST && bytes.get(end).is_some_and(|&byte| is_chunk(byte)) {
        end += 1;
    }
    hash(key(bytes, start, end - start))
}

#[inline]
fn pair_bit(first: u64, second: u64) -> usize {
    ((first.rotate_left(17) ^ second).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - PAIR_BITS))
        as usize
}
