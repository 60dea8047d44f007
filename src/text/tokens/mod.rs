//! One pass over the bytes makes the token array that every later stage walks; a second asks the dictionaries once for each
//! word, and for phrases where it can begin one. Offsets are `u32` in here and `usize` at the API.

mod known;
mod numbers;
mod scan;
#[cfg(test)]
mod tests;
mod words;

use std::num::NonZeroU32;

use crate::lexicon::{Classes, Lexicon, PatternId};
use known::Found;
pub(crate) use known::Scanned;

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
    /// First token of a line that the article's markup calls a heading: "## The vote".
    pub(crate) const HEADING: Self = Self(1 << 15);

    #[inline]
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// These flags, and `other` where it holds.
    #[inline]
    const fn and(self, other: Self, holds: bool) -> Self {
        Self(self.0 | (other.0 * holds as u16))
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

    /// Takes what the dictionaries have for the word and for a phrase that begins with it.
    fn know(&mut self, found: &Found) {
        if let Some(hit) = found.form {
            self.form = Some(hit.pattern);
            self.classes = hit.classes;
        }
        if let Some(phrase) = &found.phrase {
            self.phrase = Some(phrase.pattern);
            self.phrase_classes = phrase.classes;
            self.phrase_length = phrase.length;
        }
    }

    /// Where the words that follow are not those of the phrase after all: a sentence ends between them.
    pub(crate) fn forget_phrase(&mut self) {
        self.phrase = None;
        self.phrase_classes = Classes::NONE;
        self.phrase_length = 0;
    }

    /// What the word can be, by itself or as the beginning of a phrase.
    #[inline]
    pub(crate) fn can_be(&self) -> Classes {
        self.classes.with(self.phrase_classes)
    }
}

/// The most bytes of an article that are read; offsets are `u32`.
const LONGEST: usize = u32::MAX as usize;

/// Tokens of the article, with the dictionaries' classes and the hashes of their words.
pub(crate) fn tokenize(text: &str, lexicon: &Lexicon) -> Scanned {
    let mut length = text.len().min(LONGEST);
    while !text.is_char_boundary(length) {
        length -= 1;
    }
    let mut scanned = scan::Reader::new(&text[..length], lexicon).read();
    scanned.know(text, lexicon);
    scanned
}

/// The longest string of several tokens that begins at `index` and is over at `end`, and where it ends: "Read more" above a
/// headline that begins with "At" is not "Read more at".
pub(crate) fn phrase_until(
    text: &str,
    tokens: &[Token],
    lexicon: &Lexicon,
    index: usize,
    end: usize,
) -> Option<(PatternId, usize)> {
    let tokens = tokens.get(..end)?;
    let text = &text[..tokens.last()?.end as usize];
    let start = tokens.get(index)?.start as usize;
    let mut found = Found::default();
    lexicon.walk(text, start, |hit| found.take(tokens, index, hit));
    let phrase = found.phrase?;
    Some((phrase.pattern, index + usize::from(phrase.length)))
}

/// "WHO said the wards were full": a body's acronym is no pronoun, unless the words beside it are all in capitals too.
pub(crate) fn tell_acronyms(tokens: &mut [Token]) {
    const PRONOUN: Classes = Classes::PRONOUN
        .with(Classes::SUBJECT)
        .with(Classes::RELATIVE)
        .with(Classes::INTERROGATIVE);
    for at in 0..tokens.len() {
        let token = &tokens[at];
        if !token.has(Flags::ALL_CAPS)
            || !token.is(Classes::ORGANIZATION)
            || !token.is(Classes::RELATIVE)
        {
            continue;
        }
        let shouted =
            |beside: Option<&Token>| beside.is_some_and(|token| token.has(Flags::ALL_CAPS));
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        if !shouted(before) && !shouted(tokens.get(at + 1)) {
            let classes = token.classes.without(PRONOUN);
            tokens[at].classes = classes;
        }
    }
}

/// Marks the tokens that begin the lines at `headings`.
pub(crate) fn mark_headings(tokens: &mut [Token], headings: &[usize]) {
    for &heading in headings {
        let first = tokens.partition_point(|token| (token.start as usize) < heading);
        if let Some(token) = tokens.get_mut(first) {
            token.flags.insert(Flags::HEADING);
        }
    }
}
