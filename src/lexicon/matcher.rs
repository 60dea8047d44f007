//! One automaton over all forms of all dictionaries.
//!
//! It is walked from the start of every word, anchored, so that it works as a trie: no entry hides another, and a
//! word that no dictionary knows costs three or four steps. Letters, apostrophes, hyphens and blanks are folded on
//! the way ("Prime\nMinister’s" is read as "prime minister's"), so the text itself is never rewritten.

use std::collections::HashMap;

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::classes::Classes;
use super::entries::{Case, Form, Slot};
use super::pattern::PatternId;
use super::chunks::Key;
use super::words::{Glance, Opening, Word, Words};

/// A form of an entry, as one of the meanings of a string.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FormRef {
    pub entry: u32,
    /// Number of the form as the dictionary writes it, where its case counts.
    written: u32,
    pub slot: Slot,
    case: Case,
}

/// Whether a form that wants a capital counts for what stands in the text.
#[inline]
fn is_capitalised(printed: &str) -> bool {
    match printed.bytes().next() {
        Some(first) if first.is_ascii() => !first.is_ascii_lowercase(),
        _ => printed.starts_with(|first: char| !first.is_lowercase()),
    }
}

/// Whether the text has a form in the case in which the dictionary writes it.
fn is_written(printed: &str, written: &str) -> bool {
    printed == written || may_fold(printed, written) && folded(printed) == written
}

/// Whether folding can make the two alike: it leaves the first letter as it is, and most words altogether.
#[inline]
fn may_fold(printed: &str, written: &str) -> bool {
    let first = |word: &str| word.bytes().next().filter(u8::is_ascii_alphanumeric);
    let plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_whitespace();
    (first(printed).is_none() || first(printed) == written.bytes().next())
        && !printed.bytes().all(plain)
}

/// Blanks and apostrophes folded, case kept.
fn folded(printed: &str) -> String {
    let mut out = String::with_capacity(printed.len());
    for word in printed.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(|c| if c == '’' { '\'' } else { c }));
    }
    out
}

/// A string, with its meanings.
#[derive(Clone, Copy, Debug)]
struct Pattern {
    /// Classes of all meanings; right as it stands when no meaning depends on case.
    classes: Classes,
    /// Its forms in `Matcher::forms`.
    first: u32,
    count: u16,
    case_counts: bool,
}

impl Pattern {
    #[inline]
    fn forms(&self) -> std::ops::Range<usize> {
        self.first as usize..self.first as usize + usize::from(self.count)
    }
}

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
    patterns: Vec<Pattern>,
    /// The forms of each string, one string's behind the other's.
    forms: Vec<FormRef>,
    /// The classes of each form.
    classes: Vec<Classes>,
    /// The forms whose case counts, as the dictionary writes them.
    written: Vec<Box<str>>,
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
        let mut patterns = Vec::with_capacity(strings.len());
        let (mut forms, mut classes, mut written) = (Vec::new(), Vec::new(), Vec::new());
        for meanings in &meanings {
            let first = forms.len();
            for (entry, form) in meanings.iter().take(usize::from(u16::MAX)) {
                forms.push(FormRef {
                    entry: *entry,
                    written: written.len() as u32,
                    slot: form.slot,
                    case: form.case,
                });
                classes.push(form.classes);
                if form.case == Case::Exact {
                    written.push(form.text.as_str().into());
                }
            }
            patterns.push(Pattern {
                classes: classes[first..]
                    .iter()
                    .fold(Classes::NONE, |all, &one| all | one),
                first: first as u32,
                count: (forms.len() - first) as u16,
                case_counts: meanings.iter().any(|(_, form)| form.case != Case::Any),
            });
        }
        let automaton = NFA::builder()
            .match_kind(MatchKind::Standard)
            .build(&strings)
            .expect("a few megabytes of words fit an automaton; larger ones do not fit the dictionaries");
        let words = Words::new(strings.iter().zip(&patterns).enumerate().map(
            |(number, (string, pattern))| {
                (
                    PatternId::new(number),
                    string.as_str(),
                    pattern.classes,
                    pattern.case_counts,
                )
            },
        ));
        Self {
            automaton,
            words,
            patterns,
            forms,
            classes,
            written,
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
                if let Some(classes) = self.classes_of(word, &text[start..end]) {
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

    /// The word of a key, whose hash is known; an empty one where there is none.
    #[inline]
    pub(crate) fn word(&self, key: Key, hash: u64) -> &Word {
        self.words.get(key, hash)
    }

    /// The classes of a word as it stands in the text; none when it is no string, or its case rules every meaning out.
    #[inline]
    pub(crate) fn classes_of(&self, word: &Word, printed: &str) -> Option<Classes> {
        if word.case_counts {
            self.classes(word.pattern?, printed)
        } else {
            word.pattern.map(|_| word.classes)
        }
    }

    /// Whether a string longer than the word may begin at the word that ends at `end`; `hashes` are its own and those
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
                    if let Some(classes) = self.classes(number, &text[start..position]) {
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

    /// Whether a form counts for what stands in the text.
    #[inline]
    fn fits(&self, form: &FormRef, printed: &str) -> bool {
        match form.case {
            Case::Any => true,
            Case::Capitalised => is_capitalised(printed),
            Case::Exact => self
                .written
                .get(form.written as usize)
                .is_some_and(|written| is_written(printed, written)),
        }
    }

    /// The classes of a string as it stands in the text; none when its case rules every meaning out.
    #[inline]
    pub(crate) fn classes(&self, pattern: PatternId, printed: &str) -> Option<Classes> {
        let pattern = &self.patterns[pattern.number()];
        if !pattern.case_counts {
            return Some(pattern.classes);
        }
        let mut classes = None;
        for number in pattern.forms() {
            if self.fits(&self.forms[number], printed) {
                classes = Some(classes.unwrap_or(Classes::NONE) | self.classes[number]);
            }
        }
        classes
    }

    #[inline]
    pub(crate) fn may_be(&self, pattern: PatternId, classes: Classes) -> bool {
        self.patterns[pattern.number()].classes.any(classes)
    }

    /// The meanings of a string, as it stands in the text.
    #[inline]
    pub(crate) fn forms<'m, 'p>(
        &'m self,
        pattern: PatternId,
        printed: &'p str,
    ) -> impl Iterator<Item = &'m FormRef> + use<'m, 'p> {
        self.forms[self.patterns[pattern.number()].forms()]
            .iter()
            .filter(move |form| self.fits(form, printed))
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
            .field("patterns", &self.patterns.len())
            .finish_non_exhaustive()
    }
}
