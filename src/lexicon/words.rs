//! The first glance at a word: one probe of a hash table says what the dictionaries know of it by itself, and whether
//! one of their phrases can begin with it. Only then is the automaton walked; most words of a text need no walk.
//!
//! Strings are cut into runs of ASCII letters and digits ("chunks"). A string of one chunk is in the table. Of a longer
//! one the first two chunks are known, as a pair, and the first three; where the text has others, the string cannot begin.

use super::classes::Classes;
use super::pattern::PatternId;

/// The longest chunk that is told by all its bytes; longer ones are left to the automaton.
const LONGEST: usize = 16;
/// How far behind a chunk the second one is looked for; further off, the automaton decides.
const WIDEST_GAP: usize = 12;
/// The pairs are kept as bits, so many of them that few are set by chance.
const PAIR_BITS: u32 = 19;

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
    /// The first two chunks of longer strings.
    pairs: Bits,
    /// The two chunks of a string that has no more, and the first three of one that has.
    complete: Bits,
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
        let (mut pairs, mut complete) = (Bits::default(), Bits::default());
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
                    let (next, end) = next_hash(bytes, second);
                    let pair = mixed(hash(key), next);
                    pairs.insert(pair);
                    match (end..bytes.len()).find(|&at| is_chunk(bytes[at])) {
                        None => complete.insert(pair),
                        Some(third) => complete.insert(mixed(pair, next_hash(bytes, third).0)),
                    }
                }
            }
        }
        let size = (words.len() * 2).next_power_of_two().max(16);
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
            complete,
            openings,
        }
    }

    /// Looks at what starts at `start`.
    pub(super) fn glance(&self, bytes: &[u8], start: usize) -> Glance {
        let end = chunk_end(bytes, start);
        if end == start {
            let opens = bytes
                .get(start)
                .is_some_and(|&byte| byte >= 0x80 || self.openings[byte as usize]);
            return if opens { Glance::Walk } else { Glance::Nothing };
        }
        if end - start > LONGEST {
            return Glance::Walk;
        }
        let hash = hash_of(bytes, start, end - start);
        self.resolve(bytes, start..end, hash, self.first_slot(hash), [0; 2])
    }

    /// The slot in which a word of this hash is looked for first.
    #[inline]
    pub(super) fn first_slot(&self, hash: u64) -> u32 {
        self.slots[hash as usize & (self.slots.len() - 1)]
    }

    /// What is known of a chunk, whose first slot has been read; `next` are the hashes of the two chunks behind it, as
    /// far as they are known.
    #[inline]
    pub(super) fn resolve(
        &self,
        bytes: &[u8],
        chunk: std::ops::Range<usize>,
        hash: u64,
        slot: u32,
        next: [u64; 2],
    ) -> Glance {
        let end = chunk.end;
        let Some(word) = self.find(key(bytes, chunk.start, chunk.len()), hash, slot) else {
            return Glance::Nothing;
        };
        if word.continues && self.goes_on(bytes, end, hash, next) {
            return Glance::Walk;
        }
        if word.tail {
            // "Mr.", "Photo :"
            let behind = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
            let next = match behind(end) {
                b' ' | b'\n' => behind(end + 1),
                other => other,
            };
            if !is_chunk(next) {
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
    fn find(&self, key: Key, hash: u64, first: u32) -> Option<&Word> {
        let mask = self.slots.len() - 1;
        let tag = tag(hash);
        let mut slot = hash as usize & mask;
        let mut found = first;
        while found != 0 {
            if found & TAG == tag {
                let word = self.words.get((found & !TAG) as usize - 1)?;
                if word.key == key {
                    return Some(word);
                }
            }
            slot = (slot + 1) & mask;
            found = self.slots[slot];
        }
        None
    }

    /// Whether some string begins with the chunk of this hash and the ones behind it.
    #[inline]
    fn goes_on(&self, bytes: &[u8], end: usize, first: u64, next: [u64; 2]) -> bool {
        let [second, third] = next;
        if second == 0 {
            let Some(second) = next_chunk(bytes, end) else {
                return true;
            };
            let (second, end) = next_hash(bytes, second);
            let pair = mixed(first, second);
            return self.pairs.contains(pair) && self.is_complete(bytes, end, pair);
        }
        let pair = mixed(first, second);
        self.pairs.contains(pair)
            && (third == 0
                || self.complete.contains(pair)
                || self.complete.contains(mixed(pair, third)))
    }

    fn is_complete(&self, bytes: &[u8], end: usize, pair: u64) -> bool {
        self.complete.contains(pair)
            || next_chunk(bytes, end).is_none_or(|third| {
                self.complete
                    .contains(mixed(pair, next_hash(bytes, third).0))
            })
    }
}

/// Where the chunk behind `end` starts; none where it is too far off to tell.
fn next_chunk(bytes: &[u8], end: usize) -> Option<usize> {
    (end..end + WIDEST_GAP).find(|&at| bytes.get(at).is_some_and(|&byte| is_chunk(byte)))
}

/// A set of hashes that may hold more than was put in.
#[derive(Debug)]
struct Bits(Vec<u64>);

impl Default for Bits {
    fn default() -> Self {
        Self(vec![0; 1 << (PAIR_BITS - 6)])
    }
}

impl Bits {
    fn insert(&mut self, hash: u64) {
        let bit = (hash >> (64 - PAIR_BITS)) as usize;
        self.0[bit >> 6] |= 1 << (bit & 63);
    }

    #[inline]
    fn contains(&self, hash: u64) -> bool {
        let bit = (hash >> (64 - PAIR_BITS)) as usize;
        self.0[bit >> 6] >> (bit & 63) & 1 != 0
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

/// The hash of a run of ASCII letters and digits, never 0; 0 where it is too long for the table.
#[inline]
pub(crate) fn hash_of(bytes: &[u8], start: usize, length: usize) -> u64 {
    if length > LONGEST {
        return 0;
    }
    hash(key(bytes, start, length))
}

#[inline]
fn hash(key: Key) -> u64 {
    let mixed = key.0[0].wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ^ key.0[1].wrapping_mul(0xC2B2_AE3D_27D4_EB4F).rotate_left(23);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (mixed ^ (mixed >> 32)) | 1 << 63
}

/// The hash of the chunk at `start`, or of its beginning where it is long, and where that ends.
#[inline]
fn next_hash(bytes: &[u8], start: usize) -> (u64, usize) {
    let mut end = start + 1;
    while end - start < LONGEST && bytes.get(end).is_some_and(|&byte| is_chunk(byte)) {
        end += 1;
    }
    (hash(key(bytes, start, end - start)), end)
}

/// The hash of a sequence.
#[inline]
fn mixed(first: u64, second: u64) -> u64 {
    (first.rotate_left(17) ^ second).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
