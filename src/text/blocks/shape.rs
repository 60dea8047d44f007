//! What a block looks like, whatever it says: its length, how it ends, how much of it is grammar, capitals, digits.

use crate::lexicon::Classes;
use crate::text::layout::TokenRange;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

use super::lines::ends;
use super::phrases::is_address_word;

/// Words that tie a sentence together; titles and menus hold few.
const FUNCTION_WORDS: Classes = Classes::DETERMINER
    .with(Classes::POSSESSIVE)
    .with(Classes::PRONOUN)
    .with(Classes::PREPOSITION)
    .with(Classes::CONJUNCTION)
    .with(Classes::SUBORDINATOR)
    .with(Classes::RELATIVE)
    .with(Classes::AUXILIARY)
    .with(Classes::MODAL)
    .with(Classes::INFINITIVE_TO)
    .with(Classes::THAT);

/// So many tokens at a block's beginning tell it from others.
const WORDING_LOOK: usize = 24;

/// Counts of a block's tokens.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shape {
    /// The same for blocks of the same words, however their lines are broken.
    pub wording: u64,
    pub words: usize,
    /// Stops with a blank and a capital or mark behind them, and the one at the end.
    pub sentences: usize,
    pub function_words: usize,
    /// Capitalised words.
    pub capitals: usize,
    /// Words of capitals only.
    pub shouted: usize,
    pub numbers: usize,
    /// Addresses, handles.
    pub links: usize,
    /// `|`, `›`, `/` and the like between words.
    pub bars: usize,
    /// Quotation marks.
    pub marks: usize,
    /// Verbs that report speech, outside the first word.
    pub cues: usize,
    /// Verbs in the past, auxiliaries.
    pub told: usize,
    /// "you", "your", "we", "our" outside quotation marks.
    pub addressed: usize,
    /// Weekdays, months.
    pub days: usize,
    /// Phrases of the page's frame.
    pub phrases: usize,
    /// Whether the first word is a verb's base form: "Enter your name".
    pub imperative: bool,
    pub ended: bool,
    pub colon: bool,
    pub question: bool,
    pub comma: bool,
}

/// An odd number with its bits well spread: 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
/// The bit in which a small letter of ASCII differs from its capital, in each of eight bytes.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// Takes a word, in small letters, into a hash, eight bytes at a time.
fn take(hash: u64, word: &str) -> u64 {
    let step = |hash: u64, bytes: u64| {
        (hash ^ (bytes | SMALL))
            .wrapping_mul(SPREAD)
            .rotate_left(29)
    };
    let mut hash = hash ^ word.len() as u64;
    let mut chunks = word.as_bytes().chunks_exact(8);
    for chunk in &mut chunks {
        hash = step(
            hash,
            chunk
                .iter()
                .rev()
                .fold(0, |bytes, &byte| bytes << 8 | u64::from(byte)),
        );
    }
    let rest = chunks.remainder();
    step(
        hash,
        rest.iter()
            .rev()
            .fold(0, |bytes, &byte| bytes << 8 | u64::from(byte)),
    )
}

/// The hash of one word.
pub(super) fn hash(word: &str) -> u64 {
    take(SPREAD, word)
}

/// The same for blocks of the same words, however their lines are broken. The beginning and the length of a long one tell
/// enough.
fn wording(reading: &Reading<'_>, range: &TokenRange) -> u64 {
    let beginning = range.start..range.end.min(range.start + WORDING_LOOK);
    beginning.fold(range.len() as u64, |hash, index| {
        take(hash, reading.word(index))
    })
}

/// How long a block is, roughly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// A label, a name, a menu's line: up to nine words.
    Short,
    /// A title: up to 22 words.
    Middle,
    Long,
}

impl Shape {
    pub(super) fn size(&self) -> Size {
        match self.words {
            0..=9 => Size::Short,
            10..=22 => Size::Middle,
            _ => Size::Long,
        }
    }

    /// 0 for an end mark, 1 for a colon, 2 for neither.
    pub(super) fn ending(&self) -> usize {
        if self.colon {
            1
        } else if self.ended {
            0
        } else {
            2
        }
    }
}

/// Measures a block; `phrases` of the page's frame have been found in it.
pub(super) fn measure(reading: &Reading<'_>, range: &TokenRange, phrases: usize) -> Shape {
    let mut shape = Shape {
        phrases,
        ..Shape::default()
    };
    let mut quoted = false;
    for index in range.clone() {
        let Some(token) = reading.get(index) else {
            break;
        };
        match token.kind {
            TokenKind::Word => {
                shape.words += 1;
                shape.function_words += usize::from(token.is(FUNCTION_WORDS));
                shape.capitals += usize::from(token.has(Flags::CAPITALISED));
                shape.shouted += usize::from(token.has(Flags::ALL_CAPS));
                shape.days += usize::from(token.is(Classes::WEEKDAY.with(Classes::MONTH)));
                if index > range.start && !token.has(Flags::CAPITALISED) {
                    shape.cues += usize::from(token.is(Classes::CUE_VERB));
                    shape.told += usize::from(token.is(Classes::PAST.with(Classes::AUXILIARY)));
                }
                if !quoted {
                    shape.addressed += usize::from(is_address_word(reading.word(index)));
                }
            }
            TokenKind::Number => shape.numbers += 1,
            TokenKind::Url | TokenKind::Handle => shape.links += 1,
            TokenKind::Mark => {
                shape.marks += 1;
                quoted = !quoted;
            }
            TokenKind::Symbol => {
                shape.bars += usize::from(matches!(
                    reading.word(index),
                    "|" | "›" | "•" | "·" | "»" | "→" | "►"
                ));
            }
            TokenKind::Punctuation => {
                shape.bars += usize::from(reading.word(index) == "/");
                shape.comma |= reading.word(index) == ",";
            }
            _ => {}
        }
        if token.has(Flags::STOP) && !token.has(Flags::DOTTED) {
            let last = index + 1 >= range.end;
            let next = reading.has(index + 1, Flags::SPACED);
            shape.sentences +=
                usize::from(last || next || reading.kind(index + 1) == Some(TokenKind::Mark));
        }
    }
    shape.wording = wording(reading, range);
    let first = range.start;
    shape.imperative = reading.is(first, Classes::BASE)
        && !reading.is(first, Classes::ALSO_NOUN.with(Classes::ALSO_ADJECTIVE))
        && reading.has(first, Flags::CAPITALISED);
    shape.ended = ends(reading, range);
    shape.colon = reading.word(range.end.saturating_sub(1)) == ":";
    shape.question = range
        .clone()
        .rev()
        .take(2)
        .any(|index| reading.word(index) == "?");
    shape
}
