//! Numbers, read forwards: "1,080", "7:15", "1990s", "5th", "10am", "16-year-old".

use super::scan::Reader;
use super::{Flags, TokenKind};

impl Reader<'_> {
    pub(super) fn number(&mut self) {
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
        if self.bytes[start..suffix_end]
            .iter()
            .all(u8::is_ascii_alphanumeric)
        {
            flags.insert(Flags::PLAIN);
        }
        self.push_word(TokenKind::Number, suffix_end - start, flags);
    }
}
