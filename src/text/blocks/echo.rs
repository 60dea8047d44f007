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

/// In which paragraph a word stands first, and whether in another as well.
#[derive(Clone, Copy)]
struct Place {
    first: usize,
    again: bool,
}

/// The echo of each block.
pub(super) fn find(reading: &Reading<'_>, blocks: &[PageBlock], shapes: &[Shape]) -> Vec<Echo> {
    let mut places: HashMap<u64, Place, BuildHasherDefault<Taken>> = HashMap::default();
    for (number, (block, shape)) in blocks.iter().zip(shapes).enumerate() {
        let running = matches!(block.block.kind, BlockKind::Paragraph | BlockKind::ListItem);
        if !running || !shape.ended || shape.colon || shape.words < LEAST_WORDS_OF_PARAGRAPH {
            continue;
        }
        for index in block.tokens.clone() {
            if let Some((hash, _, _)) = word(reading, index) {
                places
                    .entry(hash)
                    .and_modify(|place| place.again |= place.first != number)
                    .or_insert(Place {
                        first: number,
                        again: false,
                    });
            }
        }
    }
    let echo = |number: usize, block: &PageBlock| {
        let (mut names, mut words) = ((0_usize, 0_usize), (0_usize, 0_usize));
        for index in block.tokens.clone() {
            let Some((hash, name, long)) = word(reading, index) else {
                continue;
            };
            let again = places
                .get(&hash)
                .is_some_and(|place| place.again || place.first != number);
            if name {
                names = (names.0 + usize::from(again), names.1 + 1);
            }
            if long {
                words = (words.0 + usize::from(again), words.1 + 1);
            }
        }
        let share = |(again, all): (usize, usize), least: usize| {
            (all >= least).then(|| again as f32 / all as f32)
        };
        Echo {
            names: share(names, 1),
            words: share(words, 2),
        }
    };
    blocks
        .iter()
        .enumerate()
        .map(|(number, block)| echo(number, block))
        .collect()
}

/// The hash of a word that says what a text is about, in small letters; whether it is a name, whether it is long.
fn word(reading: &Reading<'_>, index: usize) -> Option<(u64, bool, bool)> {
    let token = reading
        .get(index)
        .filter(|token| token.kind == TokenKind::Word)?;
    let printed = reading.word(index);
    let name = token.has(Flags::CAPITALISED) && !token.is(IDLE) && printed.len() > 1;
    let long = printed.len() >= SHORTEST_WORD;
    if !(name || long) {
        return None;
    }
    Some((hash(printed), name, long))
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
