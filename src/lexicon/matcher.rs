//! How the strings of all dictionaries are found in a text.
//!
//! Most words and phrases are found by their hashes ([`Words`], [`Phrases`]). For what those do not tell (hyphens,
//! apostrophes, letters that are not ASCII) the text is walked ([`Strings`]).

use std::collections::{BTreeMap, BTreeSet};

use super::chunks::hash;
use super::classes::Classes;
use super::entries::Form;
use super::index::Index;
use super::meanings::Meanings;
use super::pattern::PatternId;
use super::phrases::Phrases;
use super::strings::Strings;
use super::words::{AT_ONCE, Glance, Opening, Shape, Word};

/// A string of the dictionaries, found in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub pattern: PatternId,
    pub classes: Classes,
    /// Offset behind the last byte.
    pub end: usize,
}

#[derive(Debug)]
pub(super) struct Matcher {
    index: Index,
    strings: Strings,
}

impl Matcher {
    pub(super) fn new(index: Index, strings: Strings) -> Self {
        Self { index, strings }
    }

    /// Takes the forms of entries that are `gone` from what was laid out, and adds others, each with the number of its entry.
    pub(super) fn change(&mut self, gone: &BTreeSet<u32>, added: &[(u32, Form)]) {
        let built_in = self.strings.built_in();
        // By string: the forms that it gets.
        let mut changed: BTreeMap<String, Vec<(u32, &Form)>> = BTreeMap::new();
        for number in self.index.meanings.of_entries(gone) {
            changed.insert(built_in.string(number), Vec::new());
        }
        for (entry, form) in added {
            let forms = changed.entry(form.text.to_ascii_lowercase()).or_default();
            forms.push((*entry, form));
        }
        let mut new = Vec::new();
        for (string, forms) in &changed {
            let number = built_in.get(string).unwrap_or_else(|| {
                new.push(string.as_str());
                built_in.count() + new.len() - 1
            });
            let gone = |entry| gone.contains(&entry);
            self.index.change(number, string, gone, forms);
        }
        self.strings.add(&new);
    }

    /// As [`walk`](Self::walk), but does not walk where the table of words tells that there is nothing to find.
    pub(super) fn look(&self, text: &str, start: usize, mut hit: impl FnMut(Hit)) {
        match self.index.words.glance(text.as_bytes(), start) {
            Glance::Nothing => {}
            Glance::Word(word, end) => {
                let Some(pattern) = word.pattern else {
                    return;
                };
                if let Some(classes) = self.classes(pattern, &text[start..end]) {
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
    pub(super) fn lookup(&self, word: &str) -> Option<Hit> {
        let end = word.len();
        let plain = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let hash = plain.then(|| hash(word.as_bytes(), 0, end));
        if let Some(hash) = hash.flatten() {
            let pattern = self.index.words.get(hash).pattern?;
            let classes = self.classes(pattern, word)?;
            return Some(Hit {
                pattern,
                classes,
                end,
            });
        }
        let pattern = match self.index.words.glance(word.as_bytes(), 0) {
            Glance::Word(known, stop) if stop == end => known.pattern,
            Glance::Walk => {
                let mut found = None;
                self.strings.walk(word, 0, |number, stop| {
                    if stop == end {
                        found = Some(number);
                    }
                });
                self.index.meanings.string(found?)
            }
            Glance::Word(..) | Glance::Nothing => None,
        }?;
        let classes = self.classes(pattern, word)?;
        Some(Hit {
            pattern,
            classes,
            end,
        })
    }

    /// The words of so many hashes; empty ones where there are none.
    #[inline]
    pub(super) fn words(&self, hashes: &[u64; AT_ONCE]) -> [&Word; AT_ONCE] {
        self.index.words.get_all(hashes)
    }

    /// The classes of a word as it stands in the text; none when it is no string, or its case rules every meaning out.
    #[inline]
    pub(super) fn classes_of(&self, word: &Word, shape: Shape, printed: &str) -> Option<Classes> {
        self.index
            .words
            .in_case(word, shape)
            .unwrap_or_else(|| self.classes(word.pattern?, printed))
    }

    /// The classes of a string as it stands in the text; none when its case rules every meaning out.
    #[inline]
    pub(super) fn classes(&self, pattern: PatternId, printed: &str) -> Option<Classes> {
        self.index.meanings.classes(pattern, printed)
    }

    /// What the strings mean.
    #[inline]
    pub(super) fn meanings(&self) -> &Meanings {
        &self.index.meanings
    }

    /// The strings of several plain words.
    #[inline]
    pub(super) fn phrases(&self) -> &Phrases {
        &self.index.words.phrases
    }

    /// Whether a longer string that is none of those may begin at the word that ends at `end`; `hashes` are its own and those
    /// of the two chunks behind it, 0 where they are not known.
    #[inline]
    pub(super) fn may_go_on(
        &self,
        text: &str,
        end: usize,
        opening: Opening,
        hashes: [u64; 3],
    ) -> bool {
        let words = &self.index.words;
        words.may_go_on(text.as_bytes(), end, opening, hashes)
    }

    /// Calls `hit` for every entry that starts at `start`, shortest first. Where an entry may end is the caller's business.
    pub(super) fn walk(&self, text: &str, start: usize, mut hit: impl FnMut(Hit)) {
        self.strings.walk(text, start, |number, end| {
            let pattern = self.index.meanings.string(number);
            let known = pattern.and_then(|pattern| {
                let classes = self.classes(pattern, &text[start..end])?;
                Some(Hit {
                    pattern,
                    classes,
                    end,
                })
            });
            known.into_iter().for_each(&mut hit);
        });
    }
}
