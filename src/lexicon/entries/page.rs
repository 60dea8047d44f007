//! Furniture of scraped pages.

use super::{Forms, Line, Meaning, Slot, one_of};
use crate::lexicon::classes::Classes;

/// Where a phrase must stand to make its line furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Furniture {
    /// It is the whole line.
    Line,
    /// The line begins with it.
    Start,
    /// It stands anywhere in the line.
    Anywhere,
}

/// `Share this article | line`
pub(super) fn furniture(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::BOILERPLATE);
    let values = &[
        ("line", Furniture::Line),
        ("start", Furniture::Start),
        ("anywhere", Furniture::Anywhere),
    ];
    Ok(Meaning::Boilerplate(one_of(
        "place",
        line.field(0),
        values,
    )?))
}
