//! What a block looks like, whatever it says: its length, how it ends, how much of it is grammar, capitals, digits.

use crate::lexicon::Classes;
use crate::text::layout::TokenRange;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, Token, TokenKind};

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

/// Verbs that tell of something past.
const TELLS: Classes = Classes::PAST.with(Classes::AUXILIARY);

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
    /// What can end a sentence, but for abbreviations.
    pub stops: usize,
    /// Stops with a blank or mark behind them, and the one at the end.
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
    /// Whether it names a weekday or a month.
    pub day: bool,
    /// Phrases of the page's frame.
    pub phrases: usize,
    /// Whether the first word is a verb's base form: "Enter your name".
    pub imperative: bool,
    pub ended: bool,
    /// Whether a colon ends it.
    pub colon: bool,
    /// Whether a colon stands anywhere in it.
    pub colon_inside: bool,
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
    let tokens = reading.slice(range);
    let mut classes = Classes::NONE;
    for (index, token) in tokens.iter().enumerate() {
        if token.kind == TokenKind::Word {
            let capital = token.has(Flags::CAPITALISED);
            let small = if capital {
                Classes::NONE
            } else {
                token.classes
            };
            classes |= token.classes;
            shape.words += 1;
            shape.function_words += usize::from(token.is(FUNCTION_WORDS));
            shape.capitals += usize::from(capital);
            shape.shouted += usize::from(token.has(Flags::ALL_CAPS));
            shape.cues += usize::from(small.any(Classes::CUE_VERB));
            shape.told += usize::from(small.any(TELLS));
            if token.is(Classes::PRONOUN.with(Classes::POSSESSIVE)) && shape.marks % 2 == 0 {
                shape.addressed += usize::from(is_address_word(token.text(reading.text)));
            }
        } else {
            shape.take_sign(reading, token);
        }
        if token.has(Flags::STOP) && !token.has(Flags::DOTTED) {
            let next = tokens.get(index + 1);
            let apart = |next: &Token| next.has(Flags::SPACED) || next.kind == TokenKind::Mark;
            shape.stops += 1;
            shape.sentences += usize::from(next.is_none_or(apart));
        }
    }
    // A verb that opens the block calls on somebody, and tells nothing.
    if let Some(first) = tokens
        .first()
        .filter(|first| first.kind == TokenKind::Word && !first.has(Flags::CAPITALISED))
    {
        shape.cues -= usize::from(first.is(Classes::CUE_VERB));
        shape.told -= usize::from(first.is(TELLS));
    }
    let (first, last) = (range.start, range.end.saturating_sub(1));
    shape.day = classes.any(Classes::WEEKDAY.with(Classes::MONTH));
    shape.wording = wording(reading, hashes, range);
    shape.imperative = reading.is(first, Classes::BASE)
        && !reading.is(first, Classes::ALSO_NOUN.with(Classes::ALSO_ADJECTIVE))
        && reading.has(first, Flags::CAPITALISED);
    shape.ended = ends(reading, range);
    shape.colon = reading.is_sign(last, b':');
    shape.question =
        reading.is_sign(last, b'?') || range.len() > 1 && reading.is_sign(last - 1, b'?');
    shape
}

impl Shape {
    /// Counts a token that is no word.
    fn take_sign(&mut self, reading: &Reading<'_>, token: &Token) {
        let sign = || token.text(reading.text);
        match token.kind {
            TokenKind::Number => self.numbers += 1,
            TokenKind::Url | TokenKind::Handle => self.links += 1,
            TokenKind::Mark => self.marks += 1,
            TokenKind::Symbol => {
                let bar = matches!(sign(), "|" | "›" | "•" | "·" | "»" | "→" | "►");
                self.bars += usize::from(bar);
            }
            TokenKind::Punctuation => match reading.text.as_bytes()[token.start as usize] {
                b',' => self.comma = true,
                b':' => self.colon_inside = true,
                b'/' => self.bars += 1,
                _ => {}
            },
            _ => {}
        }
    }
}
