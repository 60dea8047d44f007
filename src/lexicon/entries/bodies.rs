//! Words for bodies and places that speak: ministries, newspapers, reports, states and their capitals.

use super::{Forms, Line, Meaning, Slot, one_of};
use crate::lexicon::classes::Classes;
use crate::lexicon::morphology;

/// What kind of body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyKind {
    Government,
    Organization,
    Group,
    Media,
    Document,
}

/// A word for a body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BodyWord {
    pub kind: BodyKind,
    pub mark: BodyMark,
}

/// What more is known of a word for a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyMark {
    None,
    /// "the group", "the company": stands for any body of its kind that was named before.
    Generic,
    /// "the firm": stands for any company that was named before; with a capital it ends the name of one: "Norvale Foods".
    Company,
    /// "both sides", "the Chilean side": stands for those who fight or talk.
    Side,
    /// "the court", "an inquest": is told things, and says few of them.
    Court,
}

const BODY_KINDS: &[(&str, BodyKind)] = &[
    ("government", BodyKind::Government),
    ("organization", BodyKind::Organization),
    ("group", BodyKind::Group),
    ("media", BodyKind::Media),
    ("document", BodyKind::Document),
];

/// What kind of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    Country,
    Territory,
    State,
    Region,
    City,
    Continent,
}

const PLACE_KINDS: &[(&str, PlaceKind)] = &[
    ("country", PlaceKind::Country),
    ("territory", PlaceKind::Territory),
    ("state", PlaceKind::State),
    ("region", PlaceKind::Region),
    ("city", PlaceKind::City),
    ("continent", PlaceKind::Continent),
];

/// `ministry | ministries | government`; a name (`United Nations | =UN`) counts only with a capital.
pub(super) fn organization(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let kind = one_of("kind of body", line.field(1), BODY_KINDS)?;
    let classes = match kind {
        BodyKind::Media => Classes::ORGANIZATION | Classes::MEDIA,
        BodyKind::Document => Classes::DOCUMENT,
        _ => Classes::ORGANIZATION,
    };
    let named = line
        .headword
        .starts_with(|first: char| !first.is_lowercase());
    if named {
        forms.case = super::Case::Capitalised;
    }
    forms.headword(line, Slot::Headword, classes);
    match line.field(0) {
        "" if !named => forms.add(&morphology::plural(&line.headword), Slot::Plural, classes),
        _ => line.list(0).for_each(|form| {
            forms.add(
                form,
                if named { Slot::Variant } else { Slot::Plural },
                classes,
            );
        }),
    }
    let marks = &[
        ("", BodyMark::None),
        ("generic", BodyMark::Generic),
        ("company", BodyMark::Company),
        ("side", BodyMark::Side),
        ("court", BodyMark::Court),
    ];
    Ok(Meaning::Organization(BodyWord {
        kind,
        mark: one_of("mark", line.field(2), marks)?,
    }))
}

/// `Russia | country | Russian Federation | Russian, Russians | Moscow, Kremlin`
pub(super) fn place(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::PLACE);
    line.list(1)
        .for_each(|name| forms.add(name, Slot::Variant, Classes::PLACE));
    line.list(2)
        .for_each(|name| forms.add(name, Slot::Demonym, Classes::DEMONYM));
    line.list(3)
        .for_each(|name| forms.add(name, Slot::Capital, Classes::PLACE | Classes::CAPITAL));
    Ok(Meaning::Place(one_of(
        "kind of place",
        line.field(0),
        PLACE_KINDS,
    )?))
}
