//! All strings of all dictionaries, as tries in which a text is walked from the start of a word, so that no entry hides
//! another. Letters, apostrophes, hyphens and blanks are folded on the way ("Prime\nMinister’s" is read as "prime
//! minister's"), so the text itself is never rewritten.
//!
//! The built-in strings are a trie that was laid out at build time and is walked where it lies. Those that users add are an
//! automaton of their own.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::trie::Trie;

pub(super) struct Strings {
    built_in: Trie<'static>,
    /// Those that were added, numbered from there on.
    added: Option<NFA>,
}

impl Strings {
    /// The strings that were laid out.
    pub(super) fn new(built_in: Trie<'static>) -> Self {
        Self {
            built_in,
            added: None,
        }
    }

    /// Adds strings in lower case to those that were laid out, and numbers them from there on.
    pub(super) fn add(&mut self, strings: &[&str]) {
        self.added = (!strings.is_empty()).then(|| {
            NFA::builder()
                .match_kind(MatchKind::Standard)
                .build(strings)
                .expect("a few megabytes of words fit an automaton; larger ones do not fit the dictionaries")
        });
    }

    /// Those that were laid out.
    pub(super) fn built_in(&self) -> &Trie<'static> {
        &self.built_in
    }

    /// Calls `hit` with the number of every string that starts at `start`, shortest first, and the offset behind it. Where an entry may end
    /// is the caller's business.
    pub(super) fn walk(&self, text: &str, start: usize, mut hit: impl FnMut(usize, usize)) {
        let bytes = text.as_bytes();
        let mut built_in = Some(Trie::ROOT);
        let mut added = self.added.as_ref().and_then(Added::new);
        let mut position = start;
        while let Some(&byte) = bytes.get(position) {
            let (byte, width) = fold(bytes, position, byte);
            if width == 0 {
                return;
            }
            position += width;
            if byte != 0 {
                built_in = built_in.and_then(|node| self.built_in.step(node, byte));
                added = added.and_then(|state| state.step(byte));
            }
            if let Some(number) = built_in.and_then(|node| self.built_in.number(node)) {
                hit(number, position);
            }
            if let Some(number) = added.as_ref().and_then(Added::found) {
                hit(self.built_in.count() + number, position);
            }
            if built_in.is_none() && added.is_none() {
                return;
            }
        }
    }
}

/// A walk in the strings that were added.
struct Added<'s> {
    automaton: &'s NFA,
    state: StateID,
    depth: usize,
}

impl<'s> Added<'s> {
    fn new(automaton: &'s NFA) -> Option<Self> {
        Some(Self {
            automaton,
            state: automaton.start_state(Anchored::Yes).ok()?,
            depth: 0,
        })
    }

    fn step(mut self, byte: u8) -> Option<Self> {
        self.state = self.automaton.next_state(Anchored::Yes, self.state, byte);
        self.depth += 1;
        (!self.automaton.is_dead(self.state)).then_some(self)
    }

    /// The string that ends here.
    fn found(&self) -> Option<usize> {
        let found = self.automaton.is_match(self.state).then(|| {
            // The longest string of a state comes first; shorter ones end here too but began later.
            self.automaton.match_pattern(self.state, 0)
        })?;
        (self.automaton.pattern_len(found) == self.depth).then_some(found.as_usize())
    }
}

/// The byte that is read for the one in the text, and how many bytes it stands for; 0 as the byte
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

impl std::fmt::Debug for Strings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Strings")
            .field("built_in", &self.built_in.count())
            .finish_non_exhaustive()
    }
}
