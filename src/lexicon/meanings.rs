//! What each string of the dictionaries means: the forms of entries that are written so, and when they count.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::iter;

use super::classes::Classes;
use super::entries::{Case, Form, Slot};
use super::pattern::PatternId;
use super::table::Table;

/// A form of an entry, as one of the meanings of a string.
#[derive(Clone, Copy, Debug)]
pub(super) struct FormRef {
    pub entry: u32,
    /// Its number in `Meanings::kinds`.
    pub kind: u32,
    /// That of the entry, so that nobody looks at an entry who wants those of another table.
    pub table: Table,
    pub slot: Slot,
    pub case: Case,
    /// Whether it is the last one of its string.
    pub last: bool,
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
    /// By the number of a string among all strings; none where no entry has it.
    pub strings: Vec<Option<PatternId>>,
    /// The forms of each string, one string's behind the other's; those of words that many texts have come first.
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
        strings: Vec<Option<PatternId>>,
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

    /// Takes from the string of a number the forms of entries that are `gone`, and adds others, in the order of the entries;
    /// gives what it is known by from now on.
    pub(super) fn change(
        &mut self,
        number: usize,
        gone: impl Fn(u32) -> bool,
        added: &[(u32, &Form)],
    ) -> Option<PatternId> {
        let first = self.forms.len();
        let kept = self.all(self.string(number));
        let kept: Vec<FormRef> = kept.filter(|form| !gone(form.entry)).copied().collect();
        self.forms.extend(kept);
        for (entry, form) in added {
            let form = FormRef {
                entry: *entry,
                kind: self.kind_of(form),
                table: form.table,
                slot: form.slot,
                case: form.case,
                last: false,
            };
            self.forms.push(form);
        }
        let forms = &mut self.forms[first..];
        forms.sort_by_key(|form| form.entry);
        forms.iter_mut().for_each(|form| form.last = false);
        let last = forms.last_mut().map(|form| form.last = true);
        if number >= self.strings.len() {
            self.strings.resize(number + 1, None);
        }
        self.strings[number] = last.map(|()| PatternId::new(first));
        self.strings[number]
    }

    /// What the string of a number is known by.
    #[inline]
    pub(super) fn string(&self, number: usize) -> Option<PatternId> {
        *self.strings.get(number)?
    }

    /// The numbers of the strings that have a form of one of these entries.
    pub(super) fn of_entries(&self, entries: &BTreeSet<u32>) -> Vec<usize> {
        let has = |number: &usize| {
            let mut forms = self.all(self.string(*number));
            forms.any(|form| entries.contains(&form.entry))
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

    /// The forms of a string; none of what is no string.
    #[inline]
    fn all(&self, pattern: Option<PatternId>) -> impl Iterator<Item = &FormRef> {
        let rest = pattern.map_or(&[][..], |pattern| &self.forms[pattern.place()..]);
        let mut rest = rest.iter();
        iter::from_fn(move || {
            let form = rest.next()?;
            if form.last {
                rest = [].iter();
            }
            Some(form)
        })
    }

    /// The classes of all meanings of a string, and whether the case of its letters decides about them.
    pub(super) fn all_classes(&self, pattern: Option<PatternId>) -> (Classes, bool) {
        let forms = self.all(pattern);
        forms.fold((Classes::NONE, false), |(classes, case_counts), form| {
            let classes = classes | self.classes_of(form);
            (classes, case_counts || form.case != Case::Any)
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
        for form in self.all(Some(pattern)) {
            if self.fits(form, printed) {
                classes = Some(classes.unwrap_or(Classes::NONE) | self.classes_of(form));
            }
        }
        classes
    }

    #[inline]
    pub(super) fn may_be(&self, pattern: PatternId, classes: Classes) -> bool {
        let mut forms = self.all(Some(pattern));
        forms.any(|form| self.classes_of(form).any(classes))
    }

    /// The meanings of a string, as it stands in the text; none of what is no string.
    #[inline]
    pub(super) fn forms<'m, 'p>(
        &'m self,
        pattern: Option<PatternId>,
        printed: &'p str,
    ) -> impl Iterator<Item = &'m FormRef> + use<'m, 'p> {
        self.all(pattern)
            .filter(move |form| self.fits(form, printed))
    }

    /// Those of one table.
    #[inline]
    pub(super) fn forms_in<'m, 'p>(
        &'m self,
        table: Table,
        pattern: Option<PatternId>,
        printed: &'p str,
    ) -> impl Iterator<Item = &'m FormRef> + use<'m, 'p> {
        let forms = self.all(pattern).filter(move |form| form.table == table);
        forms.filter(move |form| self.fits(form, printed))
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
