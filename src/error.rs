//! The two things that can fail in the library: a dictionary that cannot be read, a date that does not exist.

use std::fmt;

/// A dictionary line that cannot be read. Names the dictionary and the line.
///
/// ```
/// use newsclaim::{Extractor, Table};
/// let error = Extractor::builder().lexicon(Table::Cues, "mine.txt", "say | | shouting | clause").build().unwrap_err();
/// assert_eq!(error.line(), 1);
/// assert!(error.to_string().starts_with("mine.txt:1: "));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LexiconError {
    source_name: String,
    line: usize,
    reason: String,
}

impl LexiconError {
    pub(crate) fn new(source_name: &str, line: usize, reason: impl Into<String>) -> Self {
        Self {
            source_name: source_name.to_owned(),
            line,
            reason: reason.into(),
        }
    }

    /// The dictionary's name, as it was given to the builder.
    pub fn source_name(&self) -> &str {
        &self.source_name
    }

    /// The line, counted from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// What is wrong with the line.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.source_name, self.line, self.reason)
    }
}

impl std::error::Error for LexiconError {}

/// A day that the calendar does not have, or a text that is not a day.
///
/// ```
/// assert_eq!(newsclaim::Date::new(2015, 2, 29).unwrap_err().to_string(), "no such day: 2015-02-29");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    reason: String,
}

impl DateError {
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
        }
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for DateError {}
