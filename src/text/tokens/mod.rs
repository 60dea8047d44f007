//! One pass over the bytes makes the token array that every later stage walks; a second asks the dictionaries
//! once for each word. Offsets are `u32` in here and `usize` at the API.

mod numbers;
mod scan;
#[cfg(test)]
mod tests;
mod words;

use std::num::NonZeroU32;

use crate::lexicon::{Classes, Hit, Lexicon, PatternId, Probe};

/// A word, number, mark or other sign.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub start: u32,
    pub end: u32,
    pub kind: TokenKind,
    pub flags: Flags,
    /// What the word by itself can be, from the dictionaries.
    pub classes: Classes,
    /// The dictionaries' string for the word by itself.
    pub form: Option<PatternId>,
    /// The longest dictionary string of several tokens that starts here, and how many tokens it takes.
    pub phrase: Option<PatternId>,
    pub phrase_length: u8,
    /// What the phrase can be.
    pub phrase_classes: Classes,
    /// A quotation mark's other half, as an index into the tokens, plus 1.
    twin: Option<NonZeroU32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A word; inner hyphens and apostrophes belong to it ("cease-fire", "O'Brien", "F-16", "U.S.", "Gen.").
    Word,
    /// Digits with separators and suffix: "1,080", "7:15", "1990s", "5th", "10am".
    Number,
    /// "'s", "'re", "'d" behind a word, or the bare apostrophe of a plural possessive.
    Clitic,
    /// `. , ; : ! ? ( ) [ ] { } /` and the hyphen between numbers.
    Punctuation,
    /// `—`, `–`, `--`, or a hyphen with blanks around it.
    Dash,
    /// `…`, `...`
    Ellipsis,
    /// A quotation mark, or what may be one.
    Mark,
    /// Currency, percent, bullets, emoji: one grapheme.
    Symbol,
    /// A URL, an e-mail address, a host name.
    Url,
    /// `@handle`, `#tag`
    Handle,
}

/// What a token looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags(u16);

impl Flags {
    /// The first letter is a capital.
    pub(crate) const CAPITALISED: Self = Self(1);
    /// At least two letters, all capitals.
    pub(crate) const ALL_CAPS: Self = Self(1 << 1);
    pub(crate) const HYPHENATED: Self = Self(1 << 2);
    /// First token of its line.
    pub(crate) const LINE_START: Self = Self(1 << 3);
    /// White space stands before it.
    pub(crate) const SPACED: Self = Self(1 << 4);
    /// Ends with a full stop that belongs to it: "U.S.", "Gen.", "J."
    pub(crate) const DOTTED: Self = Self(1 << 5);
    /// "5th"
    pub(crate) const ORDINAL: Self = Self(1 << 6);
    /// "1990s"
    pub(crate) const DECADE: Self = Self(1 << 7);
    /// "7:15"
    pub(crate) const CLOCK: Self = Self(1 << 8);
    /// Holds a digit.
    pub(crate) const DIGIT: Self = Self(1 << 9);
    /// Letters directly behind the digits: "10am", "30km".
    pub(crate) const SUFFIXED: Self = Self(1 << 10);
    /// Inside quotation marks of speech; set by `quotes`.
    pub(crate) const QUOTED: Self = Self(1 << 11);
    /// What can end a sentence: `.`, `!`, `?`, an ellipsis, an abbreviation with its stop.
    pub(crate) const STOP: Self = Self(1 << 12);
    /// The line ends inside it: a name hyphenated at a wrap.
    pub(crate) const BROKEN: Self = Self(1 << 13);
    /// ASCII letters and digits only.
    pub(crate) const PLAIN: Self = Self(1 << 14);

    #[inline]
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn insert(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl Token {
    /// A quotation mark's other half, as an index into the tokens.
    #[inline]
    pub(crate) fn twin(&self) -> Option<u32> {
        self.twin.map(|twin| twin.get() - 1)
    }

    pub(crate) fn set_twin(&mut self, index: usize) {
        self.twin = u32::try_from(index + 1).ok().and_then(NonZeroU32::new);
    }

    #[inline]
    pub(crate) fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }

    #[inline]
    pub(crate) fn is(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    #[inline]
    pub(crate) fn has(&self, flags: Flags) -> bool {
        self.flags.any(flags)
    }

    /// What the word can be, by itself or as the beginning of a phrase.
    #[inline]
    pub(crate) fn can_be(&self) -> Classes {
        self.classes.with(self.phrase_classes)
    }
}

/// The most bytes of an article that are read; offsets are `u32`.
const LONGEST: usize = u32::MAX as usize;

/// Tokens of the article, with the dictionaries' classes.
pub(crate) fn tokenize(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let (mut tokens, hashes) = scan(text, lexicon);
    annotate(text, &mut tokens, &hashes, lexicon);
    tokens
}

/// Tokens without what the dictionaries know of them, and their hashes.
pub(super) fn scan(text: &str, lexicon: &Lexicon) -> (Vec<Token>, Vec<u64>) {
    let mut length = text.len().min(LONGEST);
    while !text.is_char_boundary(length) {
        length -= 1;
    }
    scan::Reader::new(&text[..length], lexicon).read()
}

/// So many words are looked up together, that the processor fetches their slots at the same time.
const TOGETHER: usize = 64;

/// Gives every word the classes and the string that the dictionaries have for it, and for the longest phrase
/// that starts with it.
pub(super) fn annotate(text: &str, tokens: &mut [Token], hashes: &[u64], lexicon: &Lexicon) {
    let mut slots = [0_u32; TOGETHER];
    for first in (0..tokens.len()).step_by(TOGETHER) {
        for (slot, &hash) in slots.iter_mut().zip(&hashes[first..]) {
            *slot = lexicon.first_slot(hash);
        }
        for (&slot, index) in slots.iter().zip(first..tokens.len()) {
            let hash = hashes[index];
            let mut found = Found::default();
            let word = tokens[index].start as usize..tokens[index].end as usize;
            if hash != 0 {
                let behind = |distance: usize| hashes.get(index + distance).copied().unwrap_or(0);
                let next = [behind(1), behind(2)];
                let probe = Probe { hash, slot, next };
                lexicon.look_hashed(text, word, probe, |hit| found.take(tokens, index, hit));
            } else if matches!(
                tokens[index].kind,
                TokenKind::Word | TokenKind::Number | TokenKind::Clitic | TokenKind::Symbol
            ) {
                lexicon.look(text, word.start, |hit| found.take(tokens, index, hit));
            }
            let token = &mut tokens[index];
            if let Some(hit) = found.form {
                token.form = Some(hit.pattern);
                token.classes = hit.classes;
            }
            if let Some((hit, count)) = found.phrase {
                token.phrase = Some(hit.pattern);
                token.phrase_classes = hit.classes;
                token.phrase_length = count;
            }
        }
    }
}

/// The strings of the dictionaries that begin with a token.
#[derive(Default)]
struct Found {
    form: Option<Hit>,
    phrase: Option<(Hit, u8)>,
}

impl Found {
    /// Takes a string if it ends where a token ends.
    #[inline]
    fn take(&mut self, tokens: &[Token], index: usize, hit: Hit) {
        let end = hit.end as u32;
        if end == tokens[index].end {
            self.form = Some(hit);
        } else if end > tokens[index].end {
            let reach = tokens[index..]
                .iter()
                .take(usize::from(u8::MAX))
                .take_while(|other| other.end <= end);
            let (count, last) = reach.fold((0_u8, 0), |(count, _), other| (count + 1, other.end));
            if last == end {
                self.phrase = Some((hit, count));
            }
        }
    }
}
