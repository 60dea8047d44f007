//! Whether a block speaks of what the article speaks of: how many of its names and long words stand in other paragraphs.
//! A teaser names other people than the story around it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::extraction::BlockKind;
use crate::lexicon::Classes;
use crate::text::layout::PageBlock;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

use super::shape::{Shape, hash};

/// A paragraph of so many words is surely running text.
pub(super) const LEAST_WORDS_OF_PARAGRAPH: usize = 20;
/// Shorter words say little of what a text is about.
const SHORTEST_WORD: usize = 6;
/// Words that say nothing of what a text is about, capitals or not.
const IDLE: Classes = Classes::DETERMINER
    .with(Classes::POSSESSIVE)
    .with(Classes::PRONOUN)
    .with(Classes::PREPOSITION)
    .with(Classes::CONJUNCTION)
    .with(Classes::SUBORDINATOR)
    .with(Classes::INTERROGATIVE)
    .with(Classes::AUXILIARY)
    .with(Classes::CONNECTIVE)
    .with(Classes::ADVERB);

/// Shares of a block's words that stand in other paragraphs; none where it has too few.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Echo {
    /// Of its capitalised words.
    pub names: Option<f32>,
    /// Of its long words.
    pub words: Option<f32>,
}

/// Where so much of a heading's names or words stands in the article's paragraphs, it speaks of what they speak of.
const FAMILIAR: f32 = 0.34;

impl Echo {
    /// Whether the block speaks of what the article speaks of.
    pub(super) fn is_familiar(&self) -> bool {
        self.names.unwrap_or(0.0).max(self.words.unwrap_or(0.0)) >= FAMILIAR
    }
}

/// In which paragraph a word stands first, and whether in another as well.
#[derive(Clone, Copy)]
struct Place {
    first: usize,
    again: bool,
}

/// The echo of each block.
pub(super) fn find(reading: &Reading<'_>, blocks: &[PageBlock], shapes: &[Shape]) -> Vec<Echo> {
    // The telling words of all blocks, and where those of each block end.
    let mut telling: Vec<Telling> = Vec::with_capacity(reading.tokens.len() / 3);
    let mut ends = Vec::with_capacity(blocks.len());
    let mut places: HashMap<u64, Place, BuildHasherDefault<Taken>> =
        HashMap::with_capacity_and_hasher(reading.tokens.len() / 4, BuildHasherDefault::default());
    for (number, (block, shape)) in blocks.iter().zip(shapes).enumerate() {
        let before = telling.len();
        telling.extend(
            block
                .tokens
                .clone()
                .filter_map(|index| word(reading, index)),
        );
        ends.push(telling.len());
        let running = matches!(block.block.kind, BlockKind::Paragraph | BlockKind::ListItem);
        if !running || !shape.ended || shape.colon || shape.words < LEAST_WORDS_OF_PARAGRAPH {
            continue;
        }
        for word in &telling[before..] {
            places
                .entry(word.hash)
                .and_modify(|place| place.again |= place.first != number)
                .or_insert(Place {
                    first: number,
                    again: false,
                });
        }
    }
    let mut start = 0;
    let echo = |(number, end): (usize, usize)| {
        let (mut names, mut words) = ((0_usize, 0_usize), (0_usize, 0_usize));
        for word in &telling[start..end] {
            let place = places.get(&word.hash);
            let again =
                usize::from(place.is_some_and(|place| place.again || place.first != number));
            let (name, long) = (usize::from(word.name), usize::from(word.long));
            names = (names.0 + again * name, names.1 + name);
            words = (words.0 + again * long, words.1 + long);
        }
        start = end;
        let share = |(again, all): (usize, usize), least: usize| {
            (all >= least).then(|| again as f32 / all as f32)
        };
        Echo {
            names: share(names, 1),
            words: share(words, 2),
        }
    };
    ends.into_iter().enumerate().map(echo).collect()
}

/// A word that says what a text is about.
#[derive(Clone, Copy)]
struct Telling {
    hash: u64,
    name: bool,
    long: bool,
}

/// The word at a token, if it says what a text is about.
fn word(reading: &Reading<'_>, index: usize) -> Option<Telling> {
    let token = reading
        .get(index)
        .filter(|token| token.kind == TokenKind::Word)?;
    let printed = reading.word(index);
    let name = token.has(Flags::CAPITALISED) && !token.is(IDLE) && printed.len() > 1;
    let long = printed.len() >= SHORTEST_WORD;
    if !(name || long) {
        return None;
    }
    let hash = hash(printed);
    Some(Telling { hash, name, long })
}

/// Takes a number that is a hash already.
#[derive(Default)]
struct Taken(u64);

impl Hasher for Taken {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash ^ (hash >> 32);
    }
}
