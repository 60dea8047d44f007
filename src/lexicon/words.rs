//! The first glance at a word: one probe of a hash table says what the dictionaries know of it by itself, and whether
//! one of their phrases can begin with it. Only then are the strings walked; most words of a text need no walk.
//!
//! Strings are cut into runs of ASCII letters and digits ("chunks"). A string of one chunk is in the table. Of a longer
//! one the first two chunks are known, as a pair, and the first three; where the text has others, the string cannot begin.

use std::collections::HashMap;
use std::num::NonZeroU16;

use super::chunks::{Bits, Key, LONGEST, chunk_end, is_chunk, mixed, next_chunk, next_hash};
use super::classes::Classes;
use super::pattern::PatternId;
use super::phrases::{Phrases, plain_words};

/// What the dictionaries know of a word; 32 bytes, so that a look at it is a look at one place of the memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(super) key: Key,
    /// Classes of all meanings; right as it stands when no meaning depends on case.
    pub classes: Classes,
    /// The string that is the word and nothing else.
    pub pattern: Option<PatternId>,
    /// What the word is in each case of its letters, as a number in `Words::cases`, where case decides about it.
    pub(super) cases: Option<NonZeroU16>,
    pub opening: Opening,
}

impl Word {
    const fn new(key: Key) -> Self {
        Self {
            key,
            classes: Classes::NONE,
            pattern: None,
            cases: None,
            opening: Opening(0),
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

/// How full the table of words may be, in thirds: so that a word is mostly at its own place or beside it, where the processor
/// has both at once.
const MOST_FULL: usize = 2;
const MOST_PLACES: usize = 3;
/// The bits of a slot that are of the hash.
const TAG: u64 = !0 << 32;

/// How longer strings begin with a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opening(pub(super) u8);

impl Opening {
    /// A string of plain words with blanks between them.
    const PHRASE: Self = Self(1);
    /// Another string that goes on with a second chunk: "al-jazeera", "côte d'ivoire".
    const CONTINUES: Self = Self(1 << 1);
    /// A string is the chunk and something else than letters: "mr.", "photo:".
    const TAIL: Self = Self(1 << 2);

    fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    #[inline]
    const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is none.
    #[inline]
    pub(crate) const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Whether a string of plain words begins with the word.
    #[inline]
    pub(crate) const fn begins_phrase(self) -> bool {
        self.any(Self::PHRASE)
    }

    /// Whether another string begins with it.
    #[inline]
    pub(crate) const fn begins_other(self) -> bool {
        self.0 & !Self::PHRASE.0 != 0
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
pub(super) type Cases = [Option<Classes>; 3];

/// What the table knows of the text from a position on.
#[derive(Clone, Copy, Debug)]
pub(super) enum Glance<'w> {
    /// No string of the dictionaries begins here.
    Nothing,
    /// No phrase begins with the word that ends there.
    Word(&'w Word, usize),
    /// The strings must be walked.
    Walk,
}

#[derive(Debug)]
pub(super) struct Words {
    /// The first half of the hash of a word and its number in `list`, at the place that the other half names or behind it; 0
    /// where the place is empty. Most words of a text that are no words of ours are told by this alone.
    slots: Vec<u64>,
    /// The words. The first one is none, for no slot can name it.
    pub list: Vec<Word>,
    /// Some hundreds, for thousands of words: first names are all alike.
    pub cases: Vec<Cases>,
    pub phrases: Phrases,
    /// The first two chunks of longer strings that are no phrases of plain words.
    pub pairs: Bits,
    /// The two chunks of a string that has no more, and the first three of one that has.
    pub complete: Bits,
    /// Bytes with which a string begins that are no letters or digits.
    pub openings: Vec<bool>,
    /// The numbers of the cases that were added here.
    numbers: HashMap<Cases, Option<NonZeroU16>>,
}

impl Words {
    /// Of so many words.
    pub(super) fn with_room_for(words: usize, phrases: Phrases) -> Self {
        let size = (words * MOST_PLACES / MOST_FULL + 1).next_power_of_two();
        let mut list = Vec::with_capacity(words + 1);
        list.push(Word::new(Key::EMPTY));
        Self {
            slots: vec![0; size],
            list,
            cases: Vec::new(),
            phrases,
            pairs: Bits::default(),
            complete: Bits::default(),
            openings: vec![false; 256],
            numbers: HashMap::new(),
        }
    }

    /// Adds a word that is not there.
    pub(super) fn push(&mut self, word: Word) {
        let number = self.list.len();
        self.list.push(word);
        if number * MOST_PLACES > self.slots.len() * MOST_FULL {
            self.slots = vec![0; self.slots.len() * 2];
            for number in 1..=number {
                self.enter(number);
            }
        } else {
            self.enter(number);
        }
    }

    /// Gives a word of the list its place.
    fn enter(&mut self, number: usize) {
        let hash = self.list[number].key.hash();
        let mask = self.slots.len() - 1;
        let mut place = hash as usize & mask;
        while self.slots[place] != 0 {
            place = (place + 1) & mask;
        }
        self.slots[place] = hash & TAG | number as u64;
    }

    /// Learns a string in lower case, with the classes of all its meanings and whether case decides about them, and a way to
    /// ask what it is in some case; no classes when it has no meaning any more.
    pub(super) fn learn(
        &mut self,
        pattern: PatternId,
        string: &str,
        meanings: Option<(Classes, bool)>,
        printed: impl Fn(&str) -> Option<Classes>,
    ) {
        let bytes = string.as_bytes();
        let first = chunk_end(bytes, 0);
        if first == 0 {
            if let Some(&byte) = bytes.first() {
                self.openings[byte as usize] = true;
            }
            return;
        }
        let Some(key) = Key::of_word(bytes, 0, first) else {
            return;
        };
        let hash = key.hash();
        let known = self.find(key, hash).map(|(number, _)| number);
        let number = known.unwrap_or_else(|| {
            self.push(Word::new(key));
            self.list.len() - 1
        });
        if first == bytes.len() {
            let (classes, case_counts) = meanings.unwrap_or_default();
            let cases = case_counts.then(|| self.number_of_cases(in_each_case(string, printed)));
            let word = &mut self.list[number];
            word.pattern = meanings.map(|_| pattern);
            word.classes = classes;
            word.cases = cases.flatten();
            return;
        }
        if let Some(hashes) = plain_words(string) {
            self.list[number].opening.add(Opening::PHRASE);
            self.phrases.insert(pattern, &hashes);
            return;
        }
        let Some(second) = (first..bytes.len()).find(|&at| is_chunk(bytes[at])) else {
            self.list[number].opening.add(Opening::TAIL);
            return;
        };
        self.list[number].opening.add(Opening::CONTINUES);
        let (next, end) = next_hash(bytes, second);
        let pair = mixed(hash, next);
        self.pairs.insert(pair);
        match (end..bytes.len()).find(|&at| is_chunk(bytes[at])) {
            None => self.complete.insert(pair),
            Some(third) => {
                let three = mixed(pair, next_hash(bytes, third).0);
                self.complete.insert(three);
            }
        }
    }

    /// The number of what a word is in each case. Where there are more than fit, the number of none of them: such a word is
    /// looked up form by form.
    fn number_of_cases(&mut self, cases: Cases) -> Option<NonZeroU16> {
        *self.numbers.entry(cases).or_insert_with(|| {
            if self.cases.len() < usize::from(u16::MAX) {
                self.cases.push(cases);
            }
            let number = u16::try_from(self.cases.len()).unwrap_or(u16::MAX);
            NonZeroU16::new(number)
        })
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
        self.find(key, hash).map_or(&UNKNOWN, |(_, word)| word)
    }

    /// The word of a key, and its number.
    #[inline]
    fn find(&self, key: Key, hash: u64) -> Option<(usize, &Word)> {
        let mask = self.slots.len() - 1;
        let mut place = hash as usize & mask;
        loop {
            let slot = self.slots[place];
            if slot == 0 {
                return None;
            }
            if (slot ^ hash) & TAG == 0 {
                let number = (slot & !TAG) as usize;
                let word = &self.list[number];
                if word.key == key {
                    return Some((number, word));
                }
            }
            place = (place + 1) & mask;
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
        if word.opening.begins_phrase() || self.may_go_on(bytes, end, word.opening, hashes) {
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
        if opening.any(Opening::CONTINUES) && self.goes_on(bytes, end, hashes) {
            return true;
        }
        if !opening.any(Opening::TAIL) {
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
