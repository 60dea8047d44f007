//! Words: letters with the hyphens, apostrophes and full stops that belong to them, and web addresses.

use super::scan::{DIGIT, LOWER, OTHER, Reader, UNDERSCORE, UPPER, is_clitic};
use super::{Flags, TokenKind};
use crate::lexicon::{Classes, hash_of_window, kept};

/// The most initials in a row: "J.R.R."
const MOST_INITIALS: usize = 12;

/// The bit that tells small letters from capitals, in each of eight bytes.
const CASE: u64 = 0x2020_2020_2020_2020;

/// How many of eight bytes are ASCII letters before the first that is not.
#[inline]
fn leading_letters(window: u64) -> usize {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const ONES: u64 = 0x0101_0101_0101_0101;
    let small = (window | CASE) & !HIGH;
    // The high bit of a byte is set where it is at least "a", and where it is more than "z".
    let from_a = small + ONES * (0x80 - b'a' as u64);
    let past_z = small + ONES * (0x7F - b'z' as u64);
    let letters = from_a & !past_z & !window & HIGH;
    ((letters ^ HIGH).trailing_zeros() / 8) as usize
}

/// Eight of the bytes, the first one lowest.
#[inline]
fn load(bytes: &[u8; 17], at: usize) -> u64 {
    let eight = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>());
    eight.map_or(0, |eight| u64::from_le_bytes(*eight))
}

/// Bytes behind which a word does not go on.
const ENDS_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = super::scan::BYTES[byte] == 0
            && !matches!(byte as u8, b'.' | b'@' | b':' | b'-' | b'\'' | b'&');
        byte += 1;
    }
    table
};

impl Reader<'_> {
    #[inline]
    pub(super) fn word(&mut self) {
        let start = self.position;
        let mut seen = 0;
        let mut end = start;
        let ahead = self.bytes.get(start..);
        if let Some(ahead) = ahead.and_then(|ahead| ahead.first_chunk::<17>()) {
            // Most words are read here: sixteen bytes at once, and without a branch that depends on them.
            let window = [0, 8].map(|at| load(ahead, at));
            let [first, second] = window.map(leading_letters);
            let letters = first + if first == 8 { second } else { 0 };
            let kept = kept(letters);
            let small = (window[0] & kept[0] | window[1] & kept[1]) & CASE != 0;
            if letters > 0 && ENDS_WORD[ahead[letters] as usize] {
                let capital = ahead[0] & 0x20 == 0;
                let flags = Flags::PLAIN
                    .and(Flags::CAPITALISED, capital)
                    .and(Flags::ALL_CAPS, capital && !small && letters > 1);
                let hash = hash_of_window(window, letters);
                return self.push_hashed(TokenKind::Word, letters, flags, hash);
            }
            let large = (!window[0] & kept[0] | !window[1] & kept[1]) & CASE != 0;
            seen = if small { LOWER } else { 0 } | if large { UPPER } else { 0 };
            end += letters;
        }
        end = self.run(end, &mut seen);
        if self
            .bytes
            .get(end)
            .is_none_or(|&byte| ENDS_WORD[byte as usize])
        {
            let flags = self.shape_of(start, end, seen);
            self.push_word(TokenKind::Word, end - start, flags);
        } else {
            self.compound(start, end, seen);
        }
    }

    /// The flags of a word without hyphen, apostrophe or stop.
    #[inline]
    fn shape_of(&self, start: usize, end: usize, seen: u8) -> Flags {
        let mut flags = Flags::default();
        if seen & (OTHER | UNDERSCORE) != 0 {
            self.shape(start, end, &mut flags);
            return flags;
        }
        flags.insert(Flags::PLAIN);
        if seen & DIGIT != 0 {
            flags.insert(Flags::DIGIT);
        }
        if seen & UPPER != 0 && self.bytes[start].is_ascii_uppercase() {
            flags.insert(Flags::CAPITALISED);
            let letters = || {
                self.bytes[start..end]
                    .iter()
                    .filter(|byte| byte.is_ascii_alphabetic())
                    .count()
            };
            if seen & LOWER == 0 && end - start > 1 && (seen & DIGIT == 0 || letters() > 1) {
                flags.insert(Flags::ALL_CAPS);
            }
        }
        flags
    }

    /// A word that may go on behind the run of letters up to `end`.
    fn compound(&mut self, start: usize, run: usize, mut seen: u8) {
        let mut flags = Flags::default();
        let mut end = run;
        let mut clitic = None;
        loop {
            if let Some(length) = self
                .apostrophe(end)
                .filter(|length| self.letter_at(end + length))
            {
                // Two apostrophes in a row are a quotation mark, not an apostrophe.
                let mut behind = 0;
                let rest = self.run(end + length, &mut behind);
                if is_clitic(&self.bytes[end + length..rest]) && self.bytes.get(rest) != Some(&b'-')
                {
                    clitic = Some(rest - end);
                    break;
                }
                seen |= behind;
                end = rest;
            } else if let Some(next) = self.behind_hyphen(end) {
                flags.insert(Flags::HYPHENATED);
                end = self.run(next, &mut seen);
            } else if self.bytes.get(end) == Some(&b'&')
                && self.letter_at(end + 1)
                && end - start <= 3
            {
                // "AT&T", "R&D"
                end = self.run(end + 1, &mut seen);
            } else {
                break;
            }
        }
        if self.may_be_address(end) {
            if let Some(end) = self.web_address() {
                return self.push(TokenKind::Url, end - start, Flags::default());
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
        if end == run {
            flags.insert(self.shape_of(start, end, seen));
        } else {
            self.shape(start, end, &mut flags);
        }
        self.push_word(TokenKind::Word, end - start, flags);
        if let Some(length) = clitic {
            self.push(TokenKind::Clitic, length, Flags::default());
        }
    }

    /// Where the word goes on behind a hyphen at `end`: "cease-fire", and a name broken at the line's end
    /// ("Santa-⏎Rosalia").
    pub(super) fn behind_hyphen(&self, end: usize) -> Option<usize> {
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
        self.lexicon.look(self.text, start, |hit| {
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
        let furthest = start + 2 * MOST_INITIALS;
        while initials < furthest && self.letter_at(initials) {
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

    /// Whether the word up to `end` can be the beginning of an address. Most of those with a stop behind them end a sentence.
    fn may_be_address(&self, end: usize) -> bool {
        let next = || self.bytes.get(end + 1);
        match self.bytes.get(end) {
            Some(b'.') => next().is_some_and(|next| !next.is_ascii_whitespace()),
            Some(b':') => next() == Some(&b'/'),
            Some(b'@') => true,
            _ => false,
        }
    }

    /// The end of a URL, an e-mail address or a host name that starts here.
    fn web_address(&self) -> Option<usize> {
        let start = self.position;
        let rest = &self.bytes[start..];
        let until_blank = |from: usize| {
            // Any white space and any quotation mark ends it: “more at example.com”, "example.com\u{a0}".
            let rest = self.text.get(start..).unwrap_or_default();
            let address = rest.get(from..).unwrap_or_default();
            let length = address
                .find(|c: char| {
                    c.is_whitespace() || matches!(c, '"' | '<' | '>' | '“' | '”' | '„' | '«' | '»')
                })
                .unwrap_or(address.len());
            let kept = address[..length]
                .trim_end_matches(['.', ',', ';', ':', ')', '!', '?', '\'', '’'])
                .len();
            start + from + kept
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
}
