//! The pass over the bytes: one look at each byte says what begins there.

use unicode_segmentation::UnicodeSegmentation;

use super::{Flags, Scanned, Token, TokenKind};
use crate::lexicon::{Classes, Lexicon, hash};

pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub bytes: &'a [u8],
    pub lexicon: &'a Lexicon,
    pub position: usize,
    scanned: Scanned,
    /// What the next token inherits from the white space before it.
    pending: Flags,
}

/// What an ASCII byte is to a word.
pub(super) const LOWER: u8 = 1;
pub(super) const UPPER: u8 = 1 << 1;
pub(super) const DIGIT: u8 = 1 << 2;
pub(super) const UNDERSCORE: u8 = 1 << 3;
/// Set for a word with a letter that is not ASCII.
pub(super) const OTHER: u8 = 1 << 4;

pub(super) const BYTES: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'_' => UNDERSCORE,
            _ => 0,
        };
        byte += 1;
    }
    table
};

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, lexicon: &'a Lexicon) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            lexicon,
            position: 0,
            scanned: Scanned {
                tokens: Vec::with_capacity(text.len() / 4 + 16),
                hashes: Vec::with_capacity(text.len() / 4 + 16),
            },
            pending: Flags::LINE_START,
        }
    }

    pub(super) fn read(mut self) -> Scanned {
        while let Some(&byte) = self.bytes.get(self.position) {
            if byte.is_ascii_alphabetic() {
                self.word();
                // Mostly one blank follows, and a word.
                if self.bytes.get(self.position) == Some(&b' ') {
                    self.pending.insert(Flags::SPACED);
                    self.position += 1;
                }
                continue;
            }
            match byte {
                b' ' | b'\t' => {
                    self.pending.insert(Flags::SPACED);
                    self.position += 1;
                }
                // A lone carriage return ends the line as well.
                b'\n' | b'\r' | 0x0B | 0x0C => {
                    self.pending.insert(Flags::LINE_START);
                    self.pending.insert(Flags::SPACED);
                    self.position += 1;
                }
                b',' | b';' | b':' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'/' => {
                    self.push(TokenKind::Punctuation, 1, Flags::default());
                }
                b'.' => self.dots(),
                b'!' | b'?' => self.push(TokenKind::Punctuation, 1, Flags::STOP),
                b'0'..=b'9' => self.number(),
                b'"' => self.push(TokenKind::Mark, 1, Flags::default()),
                b'\'' | b'`' => self.apostrophe_or_mark(byte),
                b'-' => self.hyphen(),
                b'@' | b'#' => self.handle(),
                0..=0x7F => self.push(TokenKind::Symbol, 1, Flags::default()),
                _ => self.not_ascii(),
            }
        }
        self.scanned
    }

    /// A token that is no plain word.
    pub(super) fn push(&mut self, kind: TokenKind, length: usize, flags: Flags) {
        self.push_hashed(kind, length, flags, 0);
    }

    /// A word or number.
    pub(super) fn push_word(&mut self, kind: TokenKind, length: usize, flags: Flags) {
        let plain = flags.any(Flags::PLAIN);
        let hash = plain.then(|| hash(self.bytes, self.position, length));
        self.push_hashed(kind, length, flags, hash.flatten().unwrap_or(0));
    }

    /// A token with the hash by which the dictionaries know it, 0 where it has none.
    #[inline(always)]
    pub(super) fn push_hashed(&mut self, kind: TokenKind, length: usize, flags: Flags, hash: u64) {
        let token = self.token(kind, length, flags);
        self.scanned.hashes.push(hash);
        self.scanned.tokens.push(token);
    }

    #[inline]
    fn token(&mut self, kind: TokenKind, length: usize, mut flags: Flags) -> Token {
        flags.insert(self.pending);
        self.pending = Flags::default();
        let start = self.position;
        self.position += length;
        Token {
            start: start as u32,
            end: self.position as u32,
            kind,
            flags,
            classes: Classes::NONE,
            form: None,
            phrase: None,
            phrase_length: 0,
            phrase_classes: Classes::NONE,
            twin: None,
        }
    }

    fn byte(&self, offset: usize) -> u8 {
        self.bytes.get(self.position + offset).copied().unwrap_or(0)
    }

    pub(super) fn char_at(&self, position: usize) -> Option<char> {
        self.text.get(position..)?.chars().next()
    }

    /// The end of the run of letters and digits that starts at `position`; what they are is added to `seen`.
    #[inline]
    pub(super) fn run(&self, mut position: usize, seen: &mut u8) -> usize {
        loop {
            let Some(&byte) = self.bytes.get(position) else {
                return position;
            };
            let class = BYTES[byte as usize];
            if class == 0 {
                if byte < 0x80 {
                    return position;
                }
                match self.char_at(position) {
                    Some(c) if c.is_alphanumeric() || joins(c) => {
                        *seen |= OTHER;
                        position += c.len_utf8();
                        continue;
                    }
                    _ => return position,
                }
            }
            *seen |= class;
            position += 1;
        }
    }

    /// The end of the run of letters and digits that starts at `position`.
    pub(super) fn letters(&self, position: usize) -> usize {
        self.run(position, &mut 0)
    }

    /// Length of an apostrophe at `position`: ' or ’.
    pub(super) fn apostrophe(&self, position: usize) -> Option<usize> {
        match self.bytes.get(position)? {
            b'\'' => Some(1),
            0xE2 if self.bytes[position..].starts_with("’".as_bytes()) => Some("’".len()),
            _ => None,
        }
    }

    pub(super) fn letter_at(&self, position: usize) -> bool {
        match self.bytes.get(position) {
            Some(byte) if byte.is_ascii() => byte.is_ascii_alphabetic(),
            Some(_) => self.char_at(position).is_some_and(char::is_alphabetic),
            None => false,
        }
    }

    /// The length of a clitic that begins a line because the name before it is a link: "Freedonia⏎'s army".
    fn cut_clitic(&self) -> Option<usize> {
        let length = self.apostrophe(self.position)?;
        let word = self.scanned.tokens.last()?;
        let gap = self.bytes.get(word.end as usize..self.position)?;
        let end = self.letters(self.position + length);
        let letters = self.bytes.get(self.position + length..end)?;
        let cut = word.kind == TokenKind::Word
            && matches!(gap, b"\n" | b"\r\n")
            && is_clitic(letters)
            && self.apostrophe(end).is_none();
        cut.then_some(end - self.position)
    }

    fn apostrophe_or_mark(&mut self, byte: u8) {
        if let Some(length) = self.cut_clitic() {
            return self.push(TokenKind::Clitic, length, Flags::default());
        }
        // `'What now?''' she said`: the single mark closes first.
        let nested = byte == b'\''
            && self.byte(2) == byte
            && self.byte(3) != byte
            && !self.pending.any(Flags::SPACED)
            && self.position > 0;
        let doubled = self.byte(1) == byte && !nested;
        self.push(
            TokenKind::Mark,
            if doubled { 2 } else { 1 },
            Flags::default(),
        );
    }

    fn hyphen(&mut self) {
        let run = self.bytes[self.position..]
            .iter()
            .take_while(|&&b| b == b'-')
            .count();
        let spaced_behind = matches!(self.byte(1), b' ' | b'\n' | b'\r' | b'\t' | 0);
        let kind = if run > 1 || (self.pending.any(Flags::SPACED) && spaced_behind) {
            TokenKind::Dash
        } else {
            TokenKind::Punctuation
        };
        self.push(kind, run, Flags::default());
    }

    /// ".", "..."; two or four dots are a full stop and what follows it ("He went on.... Then").
    fn dots(&mut self) {
        let run = self.bytes[self.position..]
            .iter()
            .take_while(|&&b| b == b'.')
            .count();
        let rest = if matches!(run, 2 | 4) {
            self.push(TokenKind::Punctuation, 1, Flags::STOP);
            run - 1
        } else {
            run
        };
        let kind = if rest > 1 {
            TokenKind::Ellipsis
        } else {
            TokenKind::Punctuation
        };
        self.push(kind, rest, Flags::STOP);
    }

    fn handle(&mut self) {
        let end = self.letters(self.position + 1);
        let length = end - self.position;
        let kind = if length > 1 {
            TokenKind::Handle
        } else {
            TokenKind::Symbol
        };
        self.push(kind, length, Flags::default());
    }

    fn not_ascii(&mut self) {
        let Some(c) = self.char_at(self.position) else {
            self.position += 1;
            return;
        };
        let length = c.len_utf8();
        match c {
            _ if c.is_whitespace() => {
                if matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}') {
                    self.pending.insert(Flags::LINE_START);
                }
                self.pending.insert(Flags::SPACED);
                self.position += length;
            }
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '‹' | '›' => {
                self.push(TokenKind::Mark, length, Flags::default());
            }
            '‘' | '’' | '‚' | '‛' => {
                if let Some(length) = self.cut_clitic() {
                    return self.push(TokenKind::Clitic, length, Flags::default());
                }
                let doubled = self.char_at(self.position + length) == Some(c);
                self.push(
                    TokenKind::Mark,
                    if doubled { 2 * length } else { length },
                    Flags::default(),
                );
            }
            '—' | '–' | '―' | '‒' | '−' => {
                self.push(TokenKind::Dash, length, Flags::default());
            }
            '…' => self.push(TokenKind::Ellipsis, length, Flags::STOP),
            '。' | '！' | '？' | '؟' | '।' | '‼' | '⁇' | '⁈' | '⁉' => {
                self.push(TokenKind::Punctuation, length, Flags::STOP);
            }
            // Signs that print nothing and belong to no word.
            '\u{FEFF}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{AD}' => self.position += length,
            _ if c.is_alphabetic() => self.word(),
            _ if c.is_numeric() => self.push(TokenKind::Symbol, length, Flags::default()),
            _ => {
                let grapheme = self.text[self.position..]
                    .graphemes(true)
                    .next()
                    .map_or(length, str::len);
                self.push(TokenKind::Symbol, grapheme, Flags::default());
            }
        }
    }
}

/// Marks that go on inside a word: combining accents, soft hyphens, joiners.
fn joins(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{20D0}'..='\u{20F0}' | '\u{FE20}'..='\u{FE2F}')
}

/// What is split off behind an apostrophe.
pub(super) fn is_clitic(letters: &[u8]) -> bool {
    [&b"s"[..], b"d", b"ll", b"re", b"ve", b"m"]
        .iter()
        .any(|clitic| letters.eq_ignore_ascii_case(clitic))
}
