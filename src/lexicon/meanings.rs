//! What each string of the dictionaries means: the forms of entries that are written so, and when they count.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::classes::Classes;
use super::entries::{Case, Form, Slot};
use super::pattern::PatternId;

/// A form of an entry, as one of the meanings of a string.
#[derive(Clone, Copy, Debug)]
pub(super) struct FormRef {
    pub entry: u32,
    /// Its number in `Meanings::kinds`.
    pub kind: u32,
    pub slot: Slot,
    pub case: Case,
}

/// What more there is to say of a form: some hundreds of them, for tens of thousands of forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Kind {
    pub classes: Classes,
    /// The number of the form as the dictionary writes it, where its case counts; else 0.
    pub written: u32,
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
#[inline]
fn is_written(printed: &str, written: &str) -> bool {
    printed == written || reads_folded(printed, written)
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

/// The meanings of all strings.
#[derive(Default)]
pub(super) struct Meanings {
    /// By string: where its forms begin and end.
    pub strings: Vec<[u32; 2]>,
    /// The forms of each string, one string's behind the other's.
    pub forms: Vec<FormRef>,
    pub kinds: Vec<Kind>,
    /// The forms whose case counts, as the dictionary writes them.
    pub written: Vec<Cow<'static, str>>,
    /// The numbers of the kinds that were added here.
    numbers: HashMap<Kind, u32>,
}

impl Meanings {
    /// Of dictionaries that were laid out.
    pub(super) fn laid_out(
        strings: Vec<[u32; 2]>,
        forms: Vec<FormRef>,
        kinds: Vec<Kind>,
        written: Vec<Cow<'static, str>>,
    ) -> Self {
        Self {
            strings,
            forms,
            kinds,
            written,
            numbers: HashMap::new(),
        }
    }

    /// Takes from a string the forms of entries that are `gone`, and adds others, in the order of the entries.
    pub(super) fn change(
        &mut self,
        pattern: PatternId,
        gone: impl Fn(u32) -> bool,
        added: &[(u32, &Form)],
    ) {
        let first = self.forms.len();
        for number in self.range(pattern) {
            let form = self.forms[number];
            if !gone(form.entry) {
                self.forms.push(form);
            }
        }
        for (entry, form) in added {
            let form = FormRef {
                entry: *entry,
                kind: self.kind_of(form),
                slot: form.slot,
                case: form.case,
            };
            self.forms.push(form);
        }
        self.forms[first..].sort_by_key(|form| form.entry);
        let number = pattern.number();
        if number >= self.strings.len() {
            self.strings.resize(number + 1, [0, 0]);
        }
        self.strings[number] = [first as u32, self.forms.len() as u32];
    }

    /// The numbers of the strings that have a form of one of these entries.
    pub(super) fn of_entries(&self, entries: &BTreeSet<u32>) -> Vec<usize> {
        let has = |number: &usize| {
            let forms = &self.forms[self.range(PatternId::new(*number))];
            forms.iter().any(|form| entries.contains(&form.entry))
        };
        (0..self.strings.len()).filter(has).collect()
    }

    /// The number of a form's kind.
    fn kind_of(&mut self, form: &Form) -> u32 {
        let mut kind = Kind {
            classes: form.classes,
            written: 0,
        };
        if form.case == Case::Exact {
            kind.written = self.written.len() as u32;
            self.written.push(form.text.clone().into());
        }
        *self.numbers.entry(kind).or_insert_with(|| {
            self.kinds.push(kind);
            self.kinds.len() as u32 - 1
        })
    }

    /// Where the forms of a string stand; nowhere if it is none.
    #[inline]
    fn range(&self, pattern: PatternId) -> Range<usize> {
        let range = self.strings.get(pattern.number());
        range.map_or(0..0, |&[first, end]| first as usize..end as usize)
    }

    /// The classes of all meanings of a string, and whether the case of its letters decides about them; none when no entry
    /// has it any more.
    pub(super) fn all_classes(&self, pattern: PatternId) -> Option<(Classes, bool)> {
        let forms = &self.forms[self.range(pattern)];
        forms.iter().fold(None, |known, form| {
            let (classes, case_counts) = known.unwrap_or_default();
            let classes = classes | self.classes_of(form);
            Some((classes, case_counts || form.case != Case::Any))
        })
    }

    #[inline]
    pub(super) fn classes_of(&self, form: &FormRef) -> Classes {
        self.kinds[form.kind as usize].classes
    }

    /// Whether a form counts for what stands in the text.
    #[inline]
    fn fits(&self, form: &FormRef, printed: &str) -> bool {
        match form.case {
            Case::Any => true,
            Case::Capitalised => is_capitalised(printed),
            Case::Exact => {
                let number = self.kinds[form.kind as usize].written;
                let written = self.written.get(number as usize);
                written.is_some_and(|written| is_written(printed, written))
            }
        }
    }

    /// The classes of a string as it stands in the text; none when its case rules every meaning out.
    #[inline]
    pub(super) fn classes(&self, pattern: PatternId, printed: &str) -> Option<Classes> {
        let mut classes = None;
        for form in &self.forms[self.range(pattern)] {
            if self.fits(form, printed) {
                classes = Some(classes.unwrap_or(Classes::NONE) | self.classes_of(form));
            }
        }
        classes
    }

    #[inline]
    pub(super) fn may_be(&self, pattern: PatternId, classes: Classes) -> bool {
        let mut forms = self.forms[self.range(pattern)].iter();
        forms.any(|form| self.classes_of(form).any(classes))
    }

    /// The meanings of a string, as it stands in the text; none of what is no string.
    #[inline]
    pub(super) fn forms<'m, 'p>(
        &'m self,
        pattern: Option<PatternId>,
        printed: &'p str,
    ) -> impl Iterator<Item = &'m FormRef> + use<'m, 'p> {
        let forms = pattern.map_or(0..0, |pattern| self.range(pattern));
        self.forms[forms]
            .iter()
            .filter(move |form| self.fits(form, printed))
    }
}

impl std::fmt::Debug for Meanings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Meanings")
            .field("strings", &self.strings.len())
            .field("forms", &self.forms.len())
            .finish_non_exhaustive()
    }
}
