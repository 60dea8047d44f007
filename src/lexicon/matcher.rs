//! All forms of all dictionaries, and how they are found in a text.
//!
//! Most words and phrases are found by their hashes ([`Words`], [`Phrases`]). For what those do not tell (hyphens,
//! apostrophes, letters that are not ASCII) there is one automaton over all forms. It is walked from the start of a
//! word, anchored, so that it works as a trie: no entry hides another. Letters, apostrophes, hyphens and blanks are folded on
//! the way ("Prime\nMinister’s" is read as "prime minister's"), so the text itself is never rewritten.

use std::collections::HashMap;

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::chunks::Key;
use super::classes::Classes;
use super::entries::Form;
use super::meanings::Meanings;
use super::pattern::PatternId;
use super::phrases::Phrases;
use super::words::{Glance, Opening, Shape, Word, Words};

/// A string of the dictionaries, found in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub pattern: PatternId,
    pub classes: Classes,
    /// Offset behind the last byte.
    pub end: usize,
}

pub(crate) struct Matcher {
    automaton: NFA,
    words: Words,
    meanings: Meanings,
}

impl Matcher {
    /// Builds the automaton from the forms of all entries, in the order of the entries.
    pub(crate) fn new<'a>(all: impl Iterator<Item = (u32, &'a Form)>) -> Self {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut strings: Vec<String> = Vec::new();
        let mut meanings: Vec<Vec<(u32, &'a Form)>> = Vec::new();
        for (entry, form) in all {
            let key = form.text.to_ascii_lowercase();
            let number = *numbers.entry(key.clone()).or_insert_with(|| {
                strings.push(key);
                meanings.push(Vec::new());
                meanings.len() - 1
            });
            meanings[number].push((entry, form));
        }
        let meanings = Meanings::new(&meanings);
        let automaton = NFA::builder()
            .match_kind(MatchKind::Standard)
            .build(&strings)
            .expect("a few megabytes of words fit an automaton; larger ones do not fit the dictionaries");
        let words = Words::new(
            strings.iter().enumerate().map(|(number, string)| {
                let pattern = PatternId::new(number);
                let (classes, case_counts) = meanings.all_classes(pattern);
                (pattern, string.as_str(), classes, case_counts)
            }),
            |pattern, printed| meanings.classes(pattern, printed),
        );
        Self {
            automaton,
            words,
            meanings,
        }
    }

    /// As [`walk`](Self::walk), but does not walk where the table of words tells that there is nothing to find.
    pub(crate) fn look(&self, text: &str, start: usize, mut hit: impl FnMut(Hit)) {
        match self.words.glance(text.as_bytes(), start) {
            Glance::Nothing => {}
            Glance::Word(word, end) => {
                let Some(pattern) = word.pattern else {
                    return;
                };
                if let Some(classes) = self.meanings.classes(pattern, &text[start..end]) {
                    hit(Hit {
                        pattern,
                        classes,
                        end,
                    });
                }
            }
            Glance::Walk => self.walk(text, start, hit),
        }
    }

    /// The string that is exactly `word`.
    pub(crate) fn lookup(&self, word: &str) -> Option<Hit> {
        let end = word.len();
        let plain = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let key = plain.then(|| Key::of_word(word.as_bytes(), 0, end));
        if let Some(key) = key.flatten() {
            let pattern = self.words.get(key, key.hash()).pattern?;
            let classes = self.meanings.classes(pattern, word)?;
            return Some(Hit {
                pattern,
                classes,
                end,
            });
        }
        let mut found = None;
        self.look(word, 0, |hit| {
            if hit.end == end {
                found = Some(hit);
            }
        });
        found
    }

    /// The word of a key, whose hash is known; an empty one where there is none.
    #[inline]
    pub(crate) fn word(&self, key: Key, hash: u64) -> &Word {
        self.words.get(key, hash)
    }

    /// The classes of a word as it stands in the text; none when it is no string, or its case rules every meaning out.
    #[inline]
    pub(crate) fn classes_of(&self, word: &Word, shape: Shape, printed: &str) -> Option<Classes> {
        self.words
            .in_case(word, shape)
            .unwrap_or_else(|| self.meanings.classes(word.pattern?, printed))
    }

    /// The strings of several plain words.
    #[inline]
    pub(crate) fn phrases(&self) -> &Phrases {
        self.words.phrases()
    }

    /// What the strings mean.
    #[inline]
    pub(crate) fn meanings(&self) -> &Meanings {
        &self.meanings
    }

    /// Whether a longer string that is none of those may begin at the word that ends at `end`; `hashes` are its own and those
    /// of the two chunks behind it, 0 where they are not known.
    #[inline]
    pub(crate) fn may_go_on(
        &self,
        text: &str,
        end: usize,
        opening: Opening,
        hashes: [u64; 3],
    ) -> bool {
        self.words.may_go_on(text.as_bytes(), end, opening, hashes)
    }

    /// Calls `hit` for every entry that starts at `start`, shortest first. Where an entry may end is the caller's business.
    pub(crate) fn walk(&self, text: &str, start: usize, mut hit: impl FnMut(Hit)) {
        let bytes = text.as_bytes();
        let Ok(mut state) = self.automaton.start_state(Anchored::Yes) else {
            return;
        };
        let mut position = start;
        let mut depth = 0;
        while let Some(&byte) = bytes.get(position) {
            let (byte, width) = fold(bytes, position, byte);
            if width == 0 {
                return;
            }
            if byte != 0 {
                state = self.automaton.next_state(Anchored::Yes, state, byte);
                depth += 1;
            }
            position += width;
            if !self.automaton.is_special(state) {
                continue;
            }
            if self.automaton.is_dead(state) {
                return;
            }
            if self.automaton.is_match(state) {
                // The longest pattern of a state comes first; shorter ones end here too but began later.
                let pattern = self.automaton.match_pattern(state, 0);
                if self.automaton.pattern_len(pattern) == depth {
                    let number = PatternId::new(pattern.as_usize());
                    if let Some(classes) = self.meanings.classes(number, &text[start..position]) {
                        hit(Hit {
                            pattern: number,
                            classes,
                            end: position,
                        });
                    }
                }
            }
        }
    }
}

/// The byte that the automaton reads for the one in the text, and how many bytes it stands for; 0 as the byte
/// where nothing is read (a line break behind a hyphen), 0 as the width where no entry can go on (a blank line).
fn fold(bytes: &[u8], position: usize, byte: u8) -> (u8, usize) {
    match byte {
        b'A'..=b'Z' => (byte + 32, 1),
        // No entry holds it, and as a byte that is not read it would lead from here to the end of the text.
        0 => (0, 0),
        b' ' | b'\n' | b'\t' | b'\r' => {
            let run = bytes[position..]
                .iter()
                .take_while(|b| b.is_ascii_whitespace())
                .count();
            let breaks = bytes[position..position + run]
                .iter()
                .filter(|&&b| b == b'\n')
                .count();
            match (breaks, position.checked_sub(1).map(|before| bytes[before])) {
                (0, _) => (b' ', run),
                (1, Some(b'-')) => (0, run),
                (1, _) => (b' ', run),
                _ => (b' ', 0),
            }
        }
        // ’ as an apostrophe, ‑ (no-break hyphen) as a hyphen, no-break space as a blank
        0xE2 if bytes[position + 1..].starts_with(&[0x80, 0x99]) => (b'\'', 3),
        0xE2 if bytes[position + 1..].starts_with(&[0x80, 0x91]) => (b'-', 3),
        0xC2 if bytes[position + 1..].starts_with(&[0xA0]) => (b' ', 2),
        _ => (byte, 1),
    }
}

impl std::fmt::Debug for Matcher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Matcher")
            .field("meanings", &self.meanings)
            .finish_non_exhaustive()
    }
}
