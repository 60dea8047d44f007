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
    /// Whether another block has the same.
    pub repeated: bool,
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

/// The hash of the word at a token, in small letters.
pub(super) fn hash(reading: &Reading<'_>, hashes: &[u64], index: usize) -> u64 {
    match hashes.get(index) {
        Some(&hash) if hash != 0 => hash,
        _ => hash_of_bytes(reading.word(index).as_bytes()),
    }
}

/// The same of what has none as a word: eight bytes at a time.
fn hash_of_bytes(word: &[u8]) -> u64 {
    word.chunks(8).fold(word.len() as u64, |hash, chunk| {
        let bytes = (chunk.iter().rev()).fold(0, |bytes, &byte| bytes << 8 | u64::from(byte));
        mixed(hash, bytes | SMALL)
    })
}

fn mixed(hash: u64, next: u64) -> u64 {
    (hash ^ next).wrapping_mul(SPREAD).rotate_left(29)
}

/// The same for blocks of the same words, however their lines are broken. The beginning and the length of a long one tell
/// enough.
fn wording(reading: &Reading<'_>, hashes: &[u64], range: &TokenRange) -> u64 {
    let beginning = range.start..range.end.min(range.start + WORDING_LOOK);
    beginning.fold(range.len() as u64, |wording, index| {
        mixed(wording, hash(reading, hashes, index))
    })
}

/// Tells which blocks have the words of another.
pub(super) fn tell_repeated(shapes: &mut [Shape]) {
    let mut wordings: Vec<u64> = shapes.iter().map(|shape| shape.wording).collect();
    wordings.sort_unstable();
    let again = wordings.windows(2).filter(|pair| pair[0] == pair[1]);
    let again: Vec<u64> = again.map(|pair| pair[0]).collect();
    for shape in shapes.iter_mut().filter(|_| !again.is_empty()) {
        shape.repeated = again.binary_search(&shape.wording).is_ok();
    }
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

/// Measures a block; `phrases` of the page's frame have been found in it. `hashes` are those of the tokens' words.
pub(super) fn measure(
    reading: &Reading<'_>,
    hashes: &[u64],
    range: &TokenRange,
    phrases: usize,
) -> Shape {
    let mut shape = Shape {
        phrases,
        ..Shape::default()
    };
    let mut quoted = false;
    for (index, token) in range.clone().zip(&reading.tokens[range.clone()]) {
        match token.kind {
            TokenKind::Word => {
                let capital = token.has(Flags::CAPITALISED);
                shape.words += 1;
                shape.function_words += usize::from(token.is(FUNCTION_WORDS));
                shape.capitals += usize::from(capital);
                shape.shouted += usize::from(token.has(Flags::ALL_CAPS));
                shape.days += usize::from(token.is(Classes::WEEKDAY.with(Classes::MONTH)));
                let inside = index > range.start && !capital;
                shape.cues += usize::from(inside & token.is(Classes::CUE_VERB));
                let told = token.is(Classes::PAST.with(Classes::AUXILIARY));
                shape.told += usize::from(inside & told);
                if !quoted && token.is(Classes::PRONOUN.with(Classes::POSSESSIVE)) {
                    shape.addressed += usize::from(is_address_word(token.text(reading.text)));
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
                    token.text(reading.text),
                    "|" | "›" | "•" | "·" | "»" | "→" | "►"
                ));
            }
            TokenKind::Punctuation => match token.text(reading.text) {
                "/" => shape.bars += 1,
                "," => shape.comma = true,
                _ => {}
            },
            _ => {}
        }
        if token.has(Flags::STOP) && !token.has(Flags::DOTTED) {
            let last = index + 1 >= range.end;
            let next = reading.has(index + 1, Flags::SPACED);
            shape.sentences +=
                usize::from(last || next || reading.kind(index + 1) == Some(TokenKind::Mark));
        }
    }
    shape.wording = wording(reading, hashes, range);
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
