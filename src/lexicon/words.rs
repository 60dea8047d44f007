//! The first glance at a word: one probe of a hash table says what the dictionaries know of it by itself, and whether
//! one of their phrases can begin with it. Only then is the automaton walked; most words of a text need no walk.
//!
//! Strings are cut into runs of ASCII letters and digits ("chunks"). A string of one chunk is in the table. Of a longer
//! one the first two chunks are known, as a pair, and the first three; where the text has others, the string cannot begin.

use std::num::NonZeroU16;

use super::chunks::{Bits, Key, LONGEST, chunk_end, is_chunk, mixed, next_chunk, next_hash};
use super::classes::Classes;
use super::pattern::PatternId;
use super::phrases::{Phrases, plain_words};

/// What the dictionaries know of a word; 32 bytes, so that a look at it is a look at one place of the memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    key: Key,
    /// Classes of all meanings; right as it stands when no meaning depends on case.
    pub classes: Classes,
    /// The string that is the word and nothing else.
    pub pattern: Option<PatternId>,
    /// What the word is in each case of its letters, as a number in `Words::cases`, where case decides about it.
    cases: Option<NonZeroU16>,
    pub opening: Opening,
}

impl Word {
    const fn new(key: Key) -> Self {
        Self {
            key,
            classes: Classes::NONE,
            pattern: None,
            cases: None,
            opening: Opening {
                phrase: false,
                continues: false,
                tail: false,
            },
        }
    }

    /// Whether the case of the letters decides what the word is.
    #[inline]
    pub(crate) const fn case_counts(&self) -> bool {
        self.cases.is_some()
    }
}

/// A word that no dictionary has.
static UNKNOWN: Word = Word::new(Key::EMPTY);

/// How longer strings begin with a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opening {
    /// A string of plain words with blanks between them.
    phrase: bool,
    /// Another string that goes on with a second chunk: "al-jazeera", "côte d'ivoire".
    continues: bool,
    /// A string is the chunk and something else than letters: "mr.", "photo:".
    tail: bool,
}

impl Opening {
    /// Whether there is none.
    #[inline]
    pub(crate) const fn is_none(self) -> bool {
        !(self.phrase | self.continues | self.tail)
    }

    /// Whether a string of plain words begins with the word.
    #[inline]
    pub(crate) const fn begins_phrase(self) -> bool {
        self.phrase
    }

    /// Whether another string begins with it.
    #[inline]
    pub(crate) const fn begins_other(self) -> bool {
        self.continues | self.tail
    }
}

/// The case of a word's letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// No letter is a capital.
    Lower,
    /// The first letter alone is.
    Capitalised,
    /// All are, and there are two at least.
    Upper,
    /// "iPhone", "McCoy"
    Mixed,
}

/// The classes of a word in each of the first three shapes; none where its case rules every meaning out.
type Cases = [Option<Classes>; 3];

/// What the table knows of the text from a position on.
#[derive(Clone, Copy, Debug)]
pub(super) enum Glance<'w> {
    /// No string of the dictionaries begins here.
    Nothing,
    /// No phrase begins with the word that ends there.
    Word(&'w Word, usize),
    /// The automaton must be walked.
    Walk,
}

#[derive(Debug)]
pub(super) struct Words {
    /// The words by their hash, each at its place or behind it; the places between are empty.
    table: Vec<Word>,
    cases: Vec<Cases>,
    phrases: Phrases,
    /// The first two chunks of longer strings that are no phrases of plain words.
    pairs: Bits,
    /// The two chunks of a string that has no more, and the first three of one that has.
    complete: Bits,
    /// Bytes with which a string begins that are no letters or digits.
    openings: [bool; 256],
}

impl Words {
    /// Collects the strings, in lower case, each with the classes of all its meanings and a way to ask what it is in
    /// a case that counts.
    pub(super) fn new<'a>(
        strings: impl Iterator<Item = (PatternId, &'a str, Classes, bool)>,
        printed: impl Fn(PatternId, &str) -> Option<Classes>,
    ) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let mut numbers: std::collections::HashMap<Key, usize> = std::collections::HashMap::new();
        let mut cases = Vec::new();
        let mut phrases = Vec::new();
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
            let Some(key) = Key::of_word(bytes, 0, first) else {
                continue;
            };
            let number = *numbers.entry(key).or_insert_with(|| {
                words.push(Word::new(key));
                words.len() - 1
            });
            let word = &mut words[number];
            if first == bytes.len() {
                word.pattern = Some(pattern);
                word.classes = classes;
                if case_counts {
                    cases.push(in_each_case(string, |shape| printed(pattern, shape)));
                    // Where there are more than fit, the number of none of them: it is looked up form by form.
                    let number = u16::try_from(cases.len()).unwrap_or(u16::MAX);
                    word.cases = NonZeroU16::new(number);
                }
                continue;
            }
            if let Some(hashes) = plain_words(string) {
                word.opening.phrase = true;
                phrases.push((pattern, hashes));
                continue;
            }
            match (first..bytes.len()).find(|&at| is_chunk(bytes[at])) {
                None => word.opening.tail = true,
                Some(second) => {
                    word.opening.continues = true;
                    let (next, end) = next_hash(bytes, second);
                    let pair = mixed(key.hash(), next);
                    pairs.insert(pair);
                    match (end..bytes.len()).find(|&at| is_chunk(bytes[at])) {
                        None => complete.insert(pair),
                        Some(third) => complete.insert(mixed(pair, next_hash(bytes, third).0)),
                    }
                }
            }
        }
        // Half full at most, so that a word is mostly at its own place.
        let size = (words.len() * 2).next_power_of_two().max(16);
        let mut table = vec![UNKNOWN; size];
        for word in words {
            let mut place = word.key.hash() as usize & (size - 1);
            while !table[place].key.is_empty() {
                place = (place + 1) & (size - 1);
            }
            table[place] = word;
        }
        Self {
            table,
            cases,
            phrases: Phrases::new(&phrases),
            pairs,
            complete,
            openings,
        }
    }

    /// The strings of plain words.
    #[inline]
    pub(super) fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// The classes of a word whose case counts, in some shape; none where the table does not tell.
    #[inline]
    pub(super) fn in_case(&self, word: &Word, shape: Shape) -> Option<Option<Classes>> {
        let number = usize::from(word.cases?.get());
        let cases = self.cases.get(number - 1)?;
        if number == usize::from(u16::MAX) {
            return None;
        }
        cases.get(shape as usize).copied()
    }

    /// The word of a key, whose hash is known; an empty one where there is none.
    #[inline]
    pub(super) fn get(&self, key: Key, hash: u64) -> &Word {
        let mask = self.table.len() - 1;
        let place = hash as usize & mask;
        let word = &self.table[place];
        if word.key == key {
            return word;
        }
        if word.key.is_empty() {
            return &UNKNOWN;
        }
        self.get_behind(key, place + 1)
    }

    /// The word of a key whose place is taken by another.
    fn get_behind(&self, key: Key, mut place: usize) -> &Word {
        let mask = self.table.len() - 1;
        loop {
            let word = &self.table[place & mask];
            if word.key == key {
                return word;
            }
            if word.key.is_empty() {
                return &UNKNOWN;
            }
            place += 1;
        }
    }

    /// Looks at what starts at `start`.
    pub(super) fn glance(&self, bytes: &[u8], start: usize) -> Glance<'_> {
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
        let key = Key::of(bytes, start, end - start);
        let hash = key.hash();
        let word = self.get(key, hash);
        let hashes = [hash, 0, 0];
        if word.opening.phrase || self.may_go_on(bytes, end, word.opening, hashes) {
            Glance::Walk
        } else {
            Glance::Word(word, end)
        }
    }

    /// Whether a longer string that is no phrase of plain words may begin with the chunk that ends at `end`; `hashes`
    /// are its own and those of the two chunks behind it, 0 where they are not known.
    #[inline]
    pub(super) fn may_go_on(
        &self,
        bytes: &[u8],
        end: usize,
        opening: Opening,
        hashes: [u64; 3],
    ) -> bool {
        if opening.continues && self.goes_on(bytes, end, hashes) {
            return true;
        }
        if !opening.tail {
            return false;
        }
        // "Mr.", "Photo :"
        let behind = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
        let next = match behind(end) {
            b' ' | b'\n' => behind(end + 1),
            other => other,
        };
        !is_chunk(next)
    }

    /// Whether some string begins with these chunks.
    #[inline]
    fn goes_on(&self, bytes: &[u8], end: usize, hashes: [u64; 3]) -> bool {
        let [first, second, third] = hashes;
        if second != 0 {
            let pair = mixed(first, second);
            if !self.pairs.contains(pair) {
                return false;
            }
            if third != 0 {
                return self.complete.contains(pair) || self.complete.contains(mixed(pair, third));
            }
        }
        let Some(second) = next_chunk(bytes, end) else {
            return true;
        };
        let (second, end) = next_hash(bytes, second);
        let pair = mixed(first, second);
        self.pairs.contains(pair)
            && (self.complete.contains(pair)
                || next_chunk(bytes, end).is_none_or(|third| {
                    self.complete
                        .contains(mixed(pair, next_hash(bytes, third).0))
                }))
    }
}

/// What a string in lower case is in each case of its letters.
fn in_each_case(string: &str, classes: impl Fn(&str) -> Option<Classes>) -> Cases {
    let upper = string.to_ascii_uppercase();
    let (first, rest) = (upper.get(..1), string.get(1..));
    let capitalised = first.unwrap_or_default().to_owned() + rest.unwrap_or_default();
    [classes(string), classes(&capitalised), classes(&upper)]
}
