//! [`Missed`]: what looked like a claim and was turned down.

use std::fmt;

use super::excerpt::Excerpt;

/// A word of speech or a quotation in a sentence that holds no claim; see [`Extractor::explain`](crate::Extractor::explain).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Missed<'t> {
    /// Its number in [`Extraction::sentences`](crate::Extraction::sentences).
    pub sentence: usize,
    /// The word or the quotation.
    pub seen: Excerpt<'t>,
    /// Why it makes no claim.
    pub reason: Reason,
}

impl Missed<'_> {
    pub(crate) fn into_owned(self) -> Missed<'static> {
        Missed {
            sentence: self.sentence,
            seen: self.seen.into_owned(),
            reason: self.reason,
        }
    }
}

/// Why a word of speech, or a quotation, makes no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// "the reports": the word is no verb here.
    NoVerb,
    /// "Time to say goodbye": nobody speaks.
    NoSource,
    /// "He spoke softly": nothing is said.
    NoContent,
    /// "attacked the port": what it is done to is nothing that can be said, or the one who does it cannot speak.
    Deed,
    /// Nobody is told to have said the words in quotation marks.
    Unattributed,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NoVerb => "no verb here",
            Self::NoSource => "nobody speaks",
            Self::NoContent => "nothing is said",
            Self::Deed => "a deed, no words",
            Self::Unattributed => "quoted, and nobody is told to have said it",
        })
    }
}
