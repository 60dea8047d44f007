//! Whom a source stands for, and what is remembered of the sources before it.

use std::borrow::Cow;

use crate::extraction::SourceKind;
use crate::lexicon::entries::people::Gender;
use crate::text::{Page, TokenRange};

/// Whom a phrase stands for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Referent<'l> {
    /// A person of the cast.
    Member(usize),
    /// A person whom the article does not name.
    Stranger(Gender),
    /// A body, by the tokens of its name.
    Body(TokenRange),
    /// A body that the article does not name.
    Nameless(SourceKind),
    /// A state or another place, by its main name.
    Place(&'l str),
    /// Several at once.
    Several,
    /// A report, a statement.
    Document,
    #[default]
    Unknown,
}

impl Referent<'_> {
    pub(super) fn is_person(&self) -> bool {
        matches!(self, Self::Member(_) | Self::Stranger(_))
    }
}

/// The name of a place as the text has it where it does, for nothing has to be copied then.
pub(super) fn named<'t>(page: &Page<'t, '_>, tokens: &TokenRange, name: &str) -> Cow<'t, str> {
    let mut words = tokens.clone().map(|at| page.word(at));
    let found = words.find_map(|word| word.get(..name.len()).filter(|&word| word == name));
    found.map_or_else(|| Cow::Owned(name.to_owned()), Cow::Borrowed)
}

/// What stands in a run of tokens, with line breaks and doubled blanks taken out.
pub(super) fn plain<'t>(page: &Page<'t, '_>, tokens: &TokenRange) -> Cow<'t, str> {
    let printed = page.printed(tokens);
    // Without a way out in the middle the bytes are looked at many at a time.
    let bytes = printed.as_bytes();
    let breaks = |ragged, &byte: &u8| ragged | matches!(byte, b'\n' | b'\r' | b'\t');
    let doubled = |ragged, (&one, &next): (&u8, &u8)| ragged | (one == b' ' && next == b' ');
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    if !bytes.iter().fold(false, breaks) && !pairs.fold(false, doubled) {
        return Cow::Borrowed(printed);
    }
    let mut text = String::with_capacity(printed.len());
    for word in printed.split_whitespace() {
        // A name broken behind its hyphen at the line's end.
        if !text.is_empty() && !text.ends_with('-') {
            text.push(' ');
        }
        text.push_str(word);
    }
    Cow::Owned(text)
}
