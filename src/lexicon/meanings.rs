//! What each string of the dictionaries means: the forms of entries that are written so, and when they count.

use super::classes::Classes;
use super::entries::{Case, Form, Slot};
use super::pattern::PatternId;

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

/// A string, with its meanings.
#[derive(Clone, Copy, Debug)]
struct Pattern {
    /// Classes of all meanings; right as it stands when no meaning depends on case.
    classes: Classes,
    /// Its forms in `Meanings::forms`.
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

/// The meanings of all strings.
pub(crate) struct Meanings {
    patterns: Vec<Pattern>,
    /// The forms of each string, one string's behind the other's.
    forms: Vec<FormRef>,
    /// The classes of each form.
    classes: Vec<Classes>,
    /// The forms whose case counts, as the dictionary writes them.
    written: Vec<Box<str>>,
}

impl Meanings {
    /// Collects the forms of each string, with the numbers of their entries.
    pub(super) fn new(strings: &[Vec<(u32, &Form)>]) -> Self {
        let mut all = Self {
            patterns: Vec::with_capacity(strings.len()),
            forms: Vec::new(),
            classes: Vec::new(),
            written: Vec::new(),
        };
        for meanings in strings {
            let first = all.forms.len();
            let mut classes = Classes::NONE;
            for &(entry, form) in meanings.iter().take(usize::from(u16::MAX)) {
                classes |= form.classes;
                all.forms.push(FormRef {
                    entry,
                    written: all.written.len() as u32,
                    slot: form.slot,
                    case: form.case,
                });
                all.classes.push(form.classes);
                if form.case == Case::Exact {
                    all.written.push(form.text.as_str().into());
                }
            }
            all.patterns.push(Pattern {
                classes,
                first: first as u32,
                count: (all.forms.len() - first) as u16,
                case_counts: meanings.iter().any(|(_, form)| form.case != Case::Any),
            });
        }
        all
    }

    /// The classes of all meanings of a string, and whether the case of its letters decides about them.
    pub(super) fn all_classes(&self, pattern: PatternId) -> (Classes, bool) {
        let pattern = &self.patterns[pattern.number()];
        (pattern.classes, pattern.case_counts)
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

    /// The meanings of a string, as it stands in the text; none of what is no string.
    #[inline]
    pub(crate) fn forms<'m, 'p>(
        &'m self,
        pattern: Option<PatternId>,
        printed: &'p str,
    ) -> impl Iterator<Item = &'m FormRef> + use<'m, 'p> {
        let forms = pattern.map_or(0..0, |pattern| self.patterns[pattern.number()].forms());
        self.forms[forms]
            .iter()
            .filter(move |form| self.fits(form, printed))
    }

    /// The same, each with its classes.
    pub(super) fn forms_and_classes<'m>(
        &'m self,
        pattern: PatternId,
        printed: &'m str,
    ) -> impl Iterator<Item = (&'m FormRef, Classes)> {
        let forms = self.patterns[pattern.number()].forms();
        let forms = self.forms[forms.clone()].iter().zip(&self.classes[forms]);
        forms
            .filter(move |(form, _)| self.fits(form, printed))
            .map(|(form, classes)| (form, *classes))
    }
}

impl std::fmt::Debug for Meanings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Meanings")
            .field("strings", &self.patterns.len())
            .field("forms", &self.forms.len())
            .finish_non_exhaustive()
    }
}
