//! Whether a block speaks of what the article speaks of: how many of its names and long words stand in other paragraphs.
//! A teaser names other people than the story around it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::extraction::BlockKind;
use crate::lexicon::Classes;
use crate::text::layout::PageBlock;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, Token, TokenKind};

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
    first: u32,
    again: bool,
}

/// Of a word that stands in no paragraph so far.
const NOWHERE: u32 = u32::MAX;

/// The echo of each block; `hashes` are those of the tokens' words.
pub(super) fn find(
    reading: &Reading<'_>,
    hashes: &[u64],
    blocks: &[PageBlock],
    shapes: &[Shape],
) -> Vec<Echo> {
    // The telling words of all blocks, and where those of each block end.
    let mut telling: Vec<Telling> = Vec::with_capacity(reading.tokens.len() / 3);
    let mut ends = Vec::with_capacity(blocks.len());
    let mut places: Vec<Place> = Vec::with_capacity(reading.tokens.len() / 4);
    let mut numbers: HashMap<u64, u32, BuildHasherDefault<Taken>> =
        HashMap::with_capacity_and_hasher(reading.tokens.len() / 4, BuildHasherDefault::default());
    for ((number, block), shape) in (0..).zip(blocks).zip(shapes) {
        let running = matches!(block.block.kind, BlockKind::Paragraph | BlockKind::ListItem);
        let counts =
            running && shape.ended && !shape.colon && shape.words >= LEAST_WORDS_OF_PARAGRAPH;
        for index in block.tokens.clone() {
            let Some((name, long)) = tells(&reading.tokens[index]) else {
                continue;
            };
            let hash = hash(reading, hashes, index);
            let place = *numbers.entry(hash).or_insert_with(|| {
                places.push(Place {
                    first: NOWHERE,
                    again: false,
                });
                places.len() as u32 - 1
            });
            if counts {
                let place = &mut places[place as usize];
                place.again |= place.first != NOWHERE && place.first != number;
                place.first = place.first.min(number);
            }
            telling.push(Telling { place, name, long });
        }
        ends.push(telling.len());
    }
    let mut start = 0;
    let echo = |(number, end): (u32, usize)| {
        let (mut names, mut words) = ((0_usize, 0_usize), (0_usize, 0_usize));
        for word in &telling[start..end] {
            let place = places[word.place as usize];
            let elsewhere = place.first != NOWHERE && place.first != number;
            let again = usize::from(place.again || elsewhere);
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
    (0..).zip(ends).map(echo).collect()
}

/// A word that says what a text is about.
#[derive(Clone, Copy)]
struct Telling {
    /// The number of its place.
    place: u32,
    name: bool,
    long: bool,
}

/// Whether a token says what a text is about: whether as a name, and whether as a long word.
fn tells(token: &Token) -> Option<(bool, bool)> {
    let length = (token.end - token.start) as usize;
    let name = token.has(Flags::CAPITALISED) && !token.is(IDLE) && length > 1;
    let long = length >= SHORTEST_WORD;
    (token.kind == TokenKind::Word && (name || long)).then_some((name, long))
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
