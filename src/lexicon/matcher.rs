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
use super::words::{Glance, Words};

/// A form of an entry, as one of the meanings of a string.
#[derive(Clone, Debug)]
pub(crate) struct FormRef {
    pub entry: u32,
    pub slot: Slot,
    classes: Classes,
    case: Case,
    /// The form as the dictionary writes it, where its case counts.
    written: Box<str>,
}

impl FormRef {
    /// Whether the form counts for what stands in the text.
    #[inline]
    pub(crate) fn fits(&self, printed: &str) -> bool {
        match self.case {
            Case::Any => true,
            Case::Capitalised => match printed.bytes().next() {
                Some(first) if first.is_ascii() => !first.is_ascii_lowercase(),
                _ => printed.starts_with(|first: char| !first.is_lowercase()),
            },
            Case::Exact => printed == &*self.written || reads_folded(printed, &self.written),
        }
    }
}

/// Whether the two are alike but for what folding changes.
#[cold]
#[inline(never)]
fn reads_folded(printed: &str, written: &str) -> bool {
    may_fold(printed, written) && folded(printed) == written
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

#[derive(Debug)]
struct Pattern {
    /// Classes of all meanings; right as it stands when no meaning depends on case.
    classes: Classes,
    case_counts: bool,
    forms: Vec<FormRef>,
}

/// A string of the dictionaries, found in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub pattern: PatternId,
    pub classes: Classes,
    /// Offset behind the last byte.
    pub end: usize,
}

/// A word's hash, the slot read for it, and the hashes of the two words behind it, 0 where they are not known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Probe {
    pub hash: u64,
    pub slot: u32,
    pub next: [u64; 2],
}

pub(crate) struct Matcher {
    automaton: NFA,
    words: Words,
    patterns: Vec<Pattern>,
}

impl Matcher {
    /// Builds the automaton from the forms of all entries, in the order of the entries.
    pub(crate) fn new<'a>(forms: impl Iterator<Item = (u32, &'a Form)>) -> Self {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut strings: Vec<String> = Vec::new();
        let mut patterns: Vec<Pattern> = Vec::new();
        for (entry, form) in forms {
            let key = form.text.to_ascii_lowercase();
            let number = *numbers.entry(key.clone()).or_insert_with(|| {
                strings.push(key);
                patterns.push(Pattern {
                    classes: Classes::NONE,
                    case_counts: false,
                    forms: Vec::new(),
                });
                patterns.len() - 1
            });
            let pattern = &mut patterns[number];
            pattern.classes |= form.classes;
            pattern.case_counts |= form.case != Case::Any;
            let written = if form.case == Case::Exact {
                form.text.as_str().into()
            } else {
                "".into()
            };
            pattern.forms.push(FormRef {
                entry,
                slot: form.slot,
                classes: form.classes,
                case: form.case,
                written,
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
        }
    }

    /// As [`walk`](Self::walk), but does not walk where the table of words tells that there is nothing to find.
    pub(crate) fn look(&self, text: &str, start: usize, hit: impl FnMut(Hit)) {
        self.follow(text, start, self.words.glance(text.as_bytes(), start), hit);
    }

    /// The slot of the table of words in which a word of this hash is looked for first.
    #[inline]
    pub(crate) fn first_slot(&self, hash: u64) -> u32 {
        self.words.first_slot(hash)
    }

    /// As [`look`](Self::look), for a word of ASCII letters and digits that has been hashed.
    #[inline]
    pub(crate) fn look_hashed(
        &self,
        text: &str,
        word: std::ops::Range<usize>,
        probe: Probe,
        hit: impl FnMut(Hit),
    ) {
        let start = word.start;
        let glance = self
            .words
            .resolve(text.as_bytes(), word, probe.hash, probe.slot, probe.next);
        self.follow(text, start, glance, hit);
    }

    #[inline]
    fn follow(&self, text: &str, start: usize, glance: Glance, mut hit: impl FnMut(Hit)) {
        match glance {
            Glance::Nothing => {}
            Glance::Word {
                pattern,
                classes,
                case_counts,
                end,
            } => {
                let classes = if case_counts {
                    self.classes(pattern, &text[start..end])
                } else {
                    Some(classes)
                };
                if let Some(classes) = classes {
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

    /// The classes of a string as it stands in the text; none when its case rules every meaning out.
    #[inline]
    pub(crate) fn classes(&self, pattern: PatternId, printed: &str) -> Option<Classes> {
        let pattern = &self.patterns[pattern.number()];
        if !pattern.case_counts {
            return Some(pattern.classes);
        }
        let mut classes = None;
        for form in pattern.forms.iter().filter(|form| form.fits(printed)) {
            classes = Some(classes.unwrap_or(Classes::NONE) | form.classes);
        }
        classes
    }

    #[inline]
    pub(crate) fn may_be(&self, pattern: PatternId, classes: Classes) -> bool {
        self.patterns[pattern.number()].classes.any(classes)
    }

    #[inline]
    pub(crate) fn forms(&self, pattern: PatternId) -> &[FormRef] {
        &self.patterns[pattern.number()].forms
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
