//! The first glance at a word: one probe of a hash table says what the dictionaries know of it by itself, and whether
//! one of their phrases can begin with it. Only then are the strings walked; most words of a text need no walk.
//!
//! Strings are cut into runs of ASCII letters and digits ("chunks"). A string of one chunk is in the table. Of a longer
//! one the first two chunks are known, as a pair, and the first three; where the text has others, the string cannot begin.

use std::collections::HashMap;
use std::num::NonZeroU16;

use super::chunks::{Bits, LONGEST, chunk_end, hash, is_chunk, mixed, next_chunk, next_hash};
use super::classes::Classes;
use super::pattern::PatternId;
use super::phrases::{Phrases, plain_words};

/// What the dictionaries know of a word; 24 bytes, so that a look at it is mostly a look at one place of the memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// It stands for the word: no two that anybody writes have the same 64 bits.
    pub(super) hash: u64,
    /// Classes of all meanings; right as it stands when no meaning depends on case.
    pub classes: Classes,
    /// The string that is the word and nothing else.
    pub pattern: Option<PatternId>,
    /// What the word is in each case of its letters, as a number in `Words::cases`, where case decides about it.
    pub(super) cases: Option<NonZeroU16>,
    pub opening: Opening,
}

impl Word {
    const fn new(hash: u64) -> Self {
        Self {
            hash,
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
static UNKNOWN: Word = Word::new(0);

/// The table of words has so many places for each, so that a word is mostly at its own place and an unknown one meets none.
const PLACES: usize = 2;
/// So many words are looked up at once, each while the memory still brings the one before.
pub(crate) const AT_ONCE: usize = 16;

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
    /// The number of a word in `list`, and above it as many of the highest bits of its hash as there is room for, at the place
    /// that the lowest bits name or behind it; 0 where the place is empty. Most words of a text that are no words of ours are
    /// told by this alone.
    slots: Vec<u32>,
    /// The words. The first one is none, for no slot names it.
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
        let size = (words * PLACES + 1).next_power_of_two();
        let mut list = Vec::with_capacity(words + 1);
        list.push(UNKNOWN);
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
        if number * PLACES > self.slots.len() {
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
        let hash = self.list[number].hash;
        let mask = self.slots.len() - 1;
        let mut place = hash as usize & mask;
        while self.slots[place] != 0 {
            place = (place + 1) & mask;
        }
        self.slots[place] = tag(hash) & !(mask as u32) | number as u32;
    }

    /// Learns a string in lower case, with the classes of all its meanings and whether case decides about them, and a way to
    /// ask what it is in some case; no pattern when it has no meaning any more.
    pub(super) fn learn(
        &mut self,
        pattern: Option<PatternId>,
        string: &str,
        (classes, case_counts): (Classes, bool),
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
        let Some(hash) = hash(bytes, 0, first) else {
            return;
        };
        let mut number = self.find(hash);
        if number == 0 {
            self.push(Word::new(hash));
            number = self.list.len() - 1;
        }
        if first == bytes.len() {
            let cases = case_counts.then(|| self.number_of_cases(in_each_case(string, printed)));
            let word = &mut self.list[number];
            word.pattern = pattern;
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

    /// The word of a hash; an empty one where there is none.
    #[inline]
    pub(super) fn get(&self, hash: u64) -> &Word {
        &self.list[self.find(hash)]
    }

    /// The words of so many hashes. In rounds over all of them and not one by one, because a look at a large table is mostly
    /// waiting for it, and the processor waits for sixteen places as long as for one.
    #[inline]
    pub(super) fn get_all(&self, hashes: &[u64; AT_ONCE]) -> [&Word; AT_ONCE] {
        let mut numbers = [0; AT_ONCE];
        for (number, &hash) in numbers.iter_mut().zip(hashes) {
            *number = self.candidate(hash, hash as usize).0;
        }
        let mut words = [&UNKNOWN; AT_ONCE];
        for ((word, &hash), number) in words.iter_mut().zip(hashes).zip(numbers) {
            *word = &self.list[number];
            if word.hash != hash && number != 0 {
                *word = self.get(hash);
            }
        }
        words
    }

    /// The number of a word; 0 where there is none.
    #[inline]
    fn find(&self, hash: u64) -> usize {
        let mut from = hash as usize;
        loop {
            let (number, place) = self.candidate(hash, from);
            if number == 0 || self.list[number].hash == hash {
                return number;
            }
            from = place + 1;
        }
    }

    /// The number of the first word from a place on that may be the one of the hash, and where it is; 0 where there is none.
    #[inline]
    fn candidate(&self, hash: u64, from: usize) -> (usize, usize) {
        let mask = self.slots.len() - 1;
        let (high, low) = (!(mask as u32), mask as u32);
        let mut place = from & mask;
        loop {
            let slot = self.slots[place];
            if slot == 0 || (slot ^ tag(hash)) & high == 0 {
                return ((slot & low) as usize, place);
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
        let hash = hash(bytes, start, end - start).unwrap_or(0);
        let word = self.get(hash);
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

/// The bits of a hash that are kept beside a word's number.
#[inline]
const fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// What a string in lower case is in each case of its letters.
fn in_each_case(string: &str, classes: impl Fn(&str) -> Option<Classes>) -> Cases {
    let upper = string.to_ascii_uppercase();
    let (first, rest) = (upper.get(..1), string.get(1..));
    let capitalised = first.unwrap_or_default().to_owned() + rest.unwrap_or_default();
    [classes(string), classes(&capitalised), classes(&upper)]
}
