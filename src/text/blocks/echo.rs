//! Whether a block speaks of what the article speaks of: how many of its names and long words stand in other paragraphs.
//! A teaser names other people than the story around it.

use crate::extraction::BlockKind;
use crate::lexicon::Classes;
use crate::text::layout::PageBlock;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, Token, TokenKind};

use super::shape::{Shape, hash};

/// A paragraph of so many words is surely running text.
pub(super) const LEAST_WORDS_OF_PARAGRAPH: usize = 20;
/// Shorter words say little of what a text is about.
const SHORTEST_WORD: u32 = 6;
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

/// The echo of each block but furniture; `hashes` are those of the tokens' words.
pub(super) fn find(
    reading: &Reading<'_>,
    hashes: &[u64],
    blocks: &[PageBlock],
    shapes: &[Shape],
) -> Vec<Echo> {
    // The telling words of all blocks, and where those of each block end.
    let mut telling: Vec<Telling> = Vec::with_capacity(reading.tokens.len() / 3);
    let mut ends = Vec::with_capacity(blocks.len());
    for block in blocks {
        if block.block.kind != BlockKind::Boilerplate {
            for (index, token) in (block.tokens.start..).zip(reading.slice(&block.tokens)) {
                if let Some((name, long)) = tells(token) {
                    let hash = hash(reading, hashes, index);
                    telling.push(Telling { hash, name, long });
                }
            }
        }
        ends.push(telling.len());
    }
    let words_of = |number: usize| {
        let start = number.checked_sub(1).map_or(0, |before| ends[before]);
        &telling[start..ends[number]]
    };
    let mut places = Places::with_room_for(telling.len());
    for (number, (block, shape)) in blocks.iter().zip(shapes).enumerate() {
        let running = matches!(block.block.kind, BlockKind::Paragraph | BlockKind::ListItem);
        let long = shape.words >= LEAST_WORDS_OF_PARAGRAPH;
        if running && long && shape.ended && !shape.colon {
            for word in words_of(number) {
                places.enter(word.hash, number);
            }
        }
    }
    let echo = |number: usize| {
        let (mut names, mut words) = ((0_usize, 0_usize), (0_usize, 0_usize));
        for word in words_of(number) {
            let again = usize::from(places.holds_elsewhere(word.hash, number));
            let (name, long) = (usize::from(word.name), usize::from(word.long));
            names = (names.0 + again * name, names.1 + name);
            words = (words.0 + again * long, words.1 + long);
        }
        let share = |(again, all): (usize, usize), least: usize| {
            (all >= least).then(|| again as f32 / all as f32)
        };
        Echo {
            names: share(names, 1),
            words: share(words, 2),
        }
    };
    (0..blocks.len()).map(echo).collect()
}

/// A word that says what a text is about.
#[derive(Clone, Copy)]
struct Telling {
    hash: u64,
    name: bool,
    long: bool,
}

/// Whether a token says what a text is about: whether as a name, and whether as a long word.
fn tells(token: &Token) -> Option<(bool, bool)> {
    let length = token.end - token.start;
    let name = token.has(Flags::CAPITALISED) & !token.is(IDLE) & (length > 1);
    let long = length >= SHORTEST_WORD;
    (token.kind == TokenKind::Word && (name | long)).then_some((name, long))
}

/// In which paragraph each word stands, by its hash: a table in which a word is looked for from the slot on that its hash
/// gives. It is never more than half full, so that the next free slot is near.
struct Places(Vec<Place>);

/// A word, the paragraph in which it stands first, and whether it stands in another as well.
#[derive(Clone, Copy)]
struct Place {
    hash: u64,
    first: u32,
    again: bool,
}

/// Of a slot without a word.
const NOWHERE: u32 = u32::MAX;

impl Places {
    fn with_room_for(words: usize) -> Self {
        let free = Place {
            hash: 0,
            first: NOWHERE,
            again: false,
        };
        Self(vec![free; (2 * words).next_power_of_two()])
    }

    /// The slot that has the word, or would have it.
    fn slot(&self, hash: u64) -> usize {
        let last = self.0.len() - 1;
        let mut slot = hash as usize & last;
        while self.0[slot].first != NOWHERE && self.0[slot].hash != hash {
            slot = (slot + 1) & last;
        }
        slot
    }

    fn enter(&mut self, hash: u64, paragraph: usize) {
        let slot = self.slot(hash);
        let place = &mut self.0[slot];
        if place.first == NOWHERE {
            place.hash = hash;
            place.first = paragraph as u32;
        }
        place.again |= place.first != paragraph as u32;
    }

    /// Whether the word stands in another paragraph.
    fn holds_elsewhere(&self, hash: u64, paragraph: usize) -> bool {
        let place = self.0[self.slot(hash)];
        place.again || place.first != NOWHERE && place.first != paragraph as u32
    }
}
