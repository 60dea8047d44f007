//! One pass over the bytes makes the token array that every later stage walks; a second asks the dictionaries
//! once for each word. Offsets are `u32` in here and `usize` at the API.

use unicode_segmentation::UnicodeSegmentation;

use crate::lexicon::{Classes, Lexicon, PatternId};

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
    /// A quotation mark's other half, as an index into the tokens.
    pub twin: Option<u32>,
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

    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn insert(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl Token {
    pub(crate) fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }

    pub(crate) fn is(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    pub(crate) fn has(&self, flags: Flags) -> bool {
        self.flags.any(flags)
    }
}

/// The most bytes of an article that are read; offsets are `u32`.
const LONGEST: usize = u32::MAX as usize;

/// Tokens of the article, with the dictionaries' classes.
pub(crate) fn tokenize(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut length = text.len().min(LONGEST);
    while !text.is_char_boundary(length) {
        length -= 1;
    }
    let mut reader = Reader {
        text: &text[..length],
        bytes: &text.as_bytes()[..length],
        lexicon,
        position: 0,
        tokens: Vec::with_capacity(length / 5 + 4),
        line_start: true,
        spaced: false,
    };
    reader.read();
    let mut tokens = reader.tokens;
    annotate(text, &mut tokens, lexicon);
    tokens
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    lexicon: &'a Lexicon,
    position: usize,
    tokens: Vec<Token>,
    line_start: bool,
    spaced: bool,
}

impl Reader<'_> {
    fn read(&mut self) {
        while let Some(&byte) = self.bytes.get(self.position) {
            match byte {
                b'\n' => {
                    self.line_start = true;
                    self.spaced = true;
                    self.position += 1;
                }
                b' ' | b'\t' => {
                    self.spaced = true;
                    self.position += 1;
                }
                b'\r' | 0x0B | 0x0C => {
                    // A line feed follows, or the carriage return ends the line by itself.
                    self.line_start = true;
                    self.spaced = true;
                    self.position += 1;
                }
                b'a'..=b'z' | b'A'..=b'Z' => self.word(),
                b'0'..=b'9' => self.number(),
                b'"' => self.push(TokenKind::Mark, 1, Flags::default()),
                b'\'' | b'`' => self.apostrophe_or_mark(byte),
                b'-' => self.hyphen(),
                b'.' => self.dots(),
                b'@' | b'#' => self.handle(),
                b',' | b';' | b':' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'/' => {
                    self.push(TokenKind::Punctuation, 1, Flags::default());
                }
                b'!' | b'?' => self.push(TokenKind::Punctuation, 1, Flags::STOP),
                0..=0x7F => self.push(TokenKind::Symbol, 1, Flags::default()),
                _ => self.not_ascii(),
            }
        }
    }

    fn push(&mut self, kind: TokenKind, length: usize, mut flags: Flags) {
        if self.line_start {
            flags.insert(Flags::LINE_START);
        }
        if self.spaced {
            flags.insert(Flags::SPACED);
        }
        self.line_start = false;
        self.spaced = false;
        let start = self.position;
        self.position += length;
        self.tokens.push(Token {
            start: start as u32,
            end: self.position as u32,
            kind,
            flags,
            classes: Classes::NONE,
            form: None,
            phrase: None,
            phrase_length: 0,
            twin: None,
        });
    }

    fn byte(&self, offset: usize) -> u8 {
        self.bytes.get(self.position + offset).copied().unwrap_or(0)
    }

    fn char_at(&self, position: usize) -> Option<char> {
        self.text.get(position..)?.chars().next()
    }

    /// The end of the run of letters and digits that starts at `position`.
    fn letters(&self, mut position: usize) -> usize {
        while let Some(&byte) = self.bytes.get(position) {
            if byte.is_ascii_alphanumeric() || byte == b'_' {
                position += 1;
            } else if byte < 0x80 {
                break;
            } else {
                match self.char_at(position) {
                    Some(c) if c.is_alphanumeric() || joins(c) => position += c.len_utf8(),
                    _ => break,
                }
            }
        }
        position
    }

    /// Length of an apostrophe at `position`: ' or ’.
    fn apostrophe(&self, position: usize) -> Option<usize> {
        match self.bytes.get(position)? {
            b'\'' => Some(1),
            0xE2 if self.bytes[position..].starts_with("’".as_bytes()) => Some("’".len()),
            _ => None,
        }
    }

    fn letter_at(&self, position: usize) -> bool {
        match self.bytes.get(position) {
            Some(byte) if byte.is_ascii() => byte.is_ascii_alphabetic(),
            Some(_) => self.char_at(position).is_some_and(char::is_alphabetic),
            None => false,
        }
    }

    fn word(&mut self) {
        let start = self.position;
        if let Some(end) = self.web_address() {
            return self.push(TokenKind::Url, end - start, Flags::default());
        }
        let mut flags = Flags::default();
        let mut end = self.letters(start);
        let mut clitic = None;
        loop {
            if let Some(length) = self
                .apostrophe(end)
                .filter(|length| self.letter_at(end + length))
            {
                // Two apostrophes in a row are a quotation mark, not an apostrophe.
                let rest = self.letters(end + length);
                if is_clitic(&self.bytes[end + length..rest]) && self.bytes.get(rest) != Some(&b'-')
                {
                    clitic = Some(rest - end);
                    break;
                }
                end = rest;
            } else if let Some(next) = self.behind_hyphen(end) {
                flags.insert(Flags::HYPHENATED);
                end = self.letters(next);
            } else if self.bytes.get(end) == Some(&b'&')
                && self.letter_at(end + 1)
                && end - start <= 3
            {
                // "AT&T", "R&D"
                end = self.letters(end + 1);
            } else {
                break;
            }
        }
        if let Some(dotted) = self.dotted(start, end) {
            flags.insert(Flags::DOTTED);
            flags.insert(Flags::STOP);
            end = dotted;
            clitic = self.apostrophe(end).and_then(|length| {
                let rest = self.letters(end + length);
                is_clitic(&self.bytes[end + length..rest]).then_some(rest - end)
            });
        }
        self.shape(start, end, &mut flags);
        self.push(TokenKind::Word, end - start, flags);
        if let Some(length) = clitic {
            self.push(TokenKind::Clitic, length, Flags::default());
        }
    }

    /// Where the word goes on behind a hyphen at `end`: "cease-fire", and a name broken at the line's end
    /// ("Nagorno-⏎Karabakh").
    fn behind_hyphen(&self, end: usize) -> Option<usize> {
        let length = match self.bytes.get(end)? {
            b'-' => 1,
            0xE2 if self.bytes[end..].starts_with("\u{2010}".as_bytes())
                || self.bytes[end..].starts_with("\u{2011}".as_bytes()) =>
            {
                3
            }
            _ => return None,
        };
        let mut next = end + length;
        let alphanumeric = |position: usize| {
            self.letter_at(position) || self.bytes.get(position).is_some_and(u8::is_ascii_digit)
        };
        if alphanumeric(next) {
            return Some(next);
        }
        if self.bytes.get(next) == Some(&b'\r') {
            next += 1;
        }
        (self.bytes.get(next) == Some(&b'\n') && self.letter_at(next + 1)).then_some(next + 1)
    }

    /// The end of the word with full stops that belong to it: "U.S.", "a.m.", "J.", and what the dictionary of
    /// abbreviations lists.
    fn dotted(&self, start: usize, end: usize) -> Option<usize> {
        if self.bytes.get(end) != Some(&b'.') {
            return None;
        }
        let mut longest = None;
        self.lexicon.walk(self.text, start, |hit| {
            let printed = &self.bytes[start..hit.end];
            if hit.end > end
                && hit.classes.any(Classes::ABBREVIATION)
                && !printed.iter().any(u8::is_ascii_whitespace)
            {
                longest = Some(hit.end);
            }
        });
        // Initials: one letter and a stop, as often as it goes on.
        let mut initials = start;
        while self.letter_at(initials) {
            let next = initials + self.char_at(initials).map_or(1, char::len_utf8);
            if self.bytes.get(next) != Some(&b'.') {
                break;
            }
            initials = next + 1;
        }
        let single = self
            .char_at(start)
            .is_some_and(|first| start + first.len_utf8() + 1 == initials && !first.is_uppercase());
        let initials = (initials > end && !single && !self.letter_at(initials)).then_some(initials);
        longest.max(initials)
    }

    fn shape(&self, start: usize, end: usize, flags: &mut Flags) {
        let word = &self.text[start..end];
        let first = word.chars().next().unwrap_or_default();
        if first.is_uppercase() {
            flags.insert(Flags::CAPITALISED);
            let mut letters = word.chars().filter(|c| c.is_alphabetic());
            if letters.clone().nth(1).is_some() && letters.all(char::is_uppercase) {
                flags.insert(Flags::ALL_CAPS);
            }
        }
        if word.bytes().any(|b| b.is_ascii_digit()) {
            flags.insert(Flags::DIGIT);
        }
        if flags.any(Flags::HYPHENATED) && word.contains('\n') {
            flags.insert(Flags::BROKEN);
        }
    }

    /// The end of a URL, an e-mail address or a host name that starts here.
    fn web_address(&self) -> Option<usize> {
        let start = self.position;
        let rest = &self.bytes[start..];
        let until_blank = |from: usize| {
            let mut end = from
                + rest[from..]
                    .iter()
                    .position(|b| b.is_ascii_whitespace() || matches!(b, b'"' | b'<' | b'>'))
                    .unwrap_or(rest.len() - from);
            while end > from
                && matches!(
                    rest[end - 1],
                    b'.' | b',' | b';' | b':' | b')' | b'!' | b'?' | b'\''
                )
            {
                end -= 1;
            }
            // A quotation mark or a bracket in another alphabet must not be cut.
            while !self.text.is_char_boundary(start + end) {
                end += 1;
            }
            start + end
        };
        let prefix =
            |p: &str| rest.len() > p.len() && rest[..p.len()].eq_ignore_ascii_case(p.as_bytes());
        if prefix("http://") || prefix("https://") || prefix("www.") {
            return Some(until_blank(4));
        }
        // host.name, name@host: letters, then a dot or an at sign, then lower-case letters without a blank
        let mut end = 0;
        while rest
            .get(end)
            .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        {
            end += 1;
        }
        match rest.get(end) {
            Some(b'@') if rest.get(end + 1).is_some_and(u8::is_ascii_alphanumeric) => {
                Some(until_blank(end))
            }
            Some(b'.')
                if end > 1
                    && rest.get(end + 1).is_some_and(u8::is_ascii_lowercase)
                    && rest.get(end + 2).is_some_and(u8::is_ascii_lowercase) =>
            {
                Some(until_blank(end))
            }
            _ => None,
        }
    }

    fn number(&mut self) {
        let start = self.position;
        let mut flags = Flags::DIGIT;
        let digit = |position: usize| self.bytes.get(position).is_some_and(u8::is_ascii_digit);
        let mut end = start;
        loop {
            while digit(end) {
                end += 1;
            }
            match self.bytes.get(end) {
                Some(b',' | b'.') if digit(end + 1) => end += 1,
                Some(b':')
                    if digit(end + 1) && digit(end + 2) && !digit(end + 3) && end - start <= 2 =>
                {
                    flags.insert(Flags::CLOCK);
                    end += 1;
                }
                _ => break,
            }
        }
        let suffix_end = self.letters(end);
        let suffix = &self.bytes[end..suffix_end];
        if let Some(next) = self
            .behind_hyphen(suffix_end)
            .filter(|&next| self.letter_at(next))
        {
            // "30-day", "16-year-old", "5th-grade": a word that begins with a number
            flags.insert(Flags::HYPHENATED);
            let mut word_end = self.letters(next);
            while let Some(next) = self.behind_hyphen(word_end) {
                word_end = self.letters(next);
            }
            return self.push(TokenKind::Word, word_end - start, flags);
        }
        if suffix.eq_ignore_ascii_case(b"s") && end - start >= 2 {
            flags.insert(Flags::DECADE);
        } else if [b"st", b"nd", b"rd", b"th"]
            .iter()
            .any(|ordinal| suffix.eq_ignore_ascii_case(*ordinal))
        {
            flags.insert(Flags::ORDINAL);
        } else if !suffix.is_empty() {
            flags.insert(Flags::SUFFIXED);
        }
        self.push(TokenKind::Number, suffix_end - start, flags);
    }

    fn apostrophe_or_mark(&mut self, byte: u8) {
        let doubled = self.byte(1) == byte;
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
        let spaced_behind = matches!(self.byte(1), b' ' | b'\n' | 0);
        let kind = if run > 1 || (self.spaced && spaced_behind) {
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
                self.line_start |= matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}');
                self.spaced = true;
                self.position += length;
            }
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '‹' | '›' => {
                self.push(TokenKind::Mark, length, Flags::default())
            }
            '‘' | '’' | '‚' | '‛' => {
                let doubled = self.char_at(self.position + length) == Some(c);
                self.push(
                    TokenKind::Mark,
                    if doubled { 2 * length } else { length },
                    Flags::default(),
                );
            }
            '—' | '–' | '―' | '‒' | '−' => {
                self.push(TokenKind::Dash, length, Flags::default())
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
fn is_clitic(letters: &[u8]) -> bool {
    [&b"s"[..], b"d", b"ll", b"re", b"ve", b"m"]
        .iter()
        .any(|clitic| letters.eq_ignore_ascii_case(clitic))
}

/// Gives every word the classes and the string that the dictionaries have for it, and for the longest phrase
/// that starts with it.
fn annotate(text: &str, tokens: &mut [Token], lexicon: &Lexicon) {
    for index in 0..tokens.len() {
        let token = tokens[index];
        if !matches!(
            token.kind,
            TokenKind::Word | TokenKind::Number | TokenKind::Clitic | TokenKind::Symbol
        ) {
            continue;
        }
        let mut form = None;
        let mut phrase = None;
        lexicon.walk(text, token.start as usize, |hit| {
            let end = hit.end as u32;
            if end == token.end {
                form = Some(hit);
            } else if end > token.end {
                let reach = tokens[index..]
                    .iter()
                    .take(usize::from(u8::MAX))
                    .take_while(|other| other.end <= end);
                let (count, last) =
                    reach.fold((0_u8, 0), |(count, _), other| (count + 1, other.end));
                if last == end {
                    phrase = Some((hit.pattern, count));
                }
            }
        });
        let token = &mut tokens[index];
        if let Some(hit) = form {
            token.form = Some(hit.pattern);
            token.classes = hit.classes;
        }
        if let Some((pattern, count)) = phrase {
            token.phrase = Some(pattern);
            token.phrase_length = count;
        }
    }
}
