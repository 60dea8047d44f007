//! Words for people: titles before a name, roles, first names.

use super::{Forms, Line, Meaning, Slot, one_of};
use crate::lexicon::classes::Classes;
use crate::lexicon::morphology;

/// What a title or a first name tells about "he" and "she".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Male,
    Female,
    Both,
}

const GENDERS: &[(&str, Gender)] = &[
    ("", Gender::Both),
    ("male", Gender::Male),
    ("female", Gender::Female),
    ("both", Gender::Both),
];

#[derive(Clone, Copy, Debug)]
pub(crate) struct TitleWord {
    pub gender: Gender,
    /// "Mr.", "Sir": a form of address, not an office.
    pub style: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct RoleWord {
    pub kind: RoleKind,
    pub gender: Gender,
}

/// What part people play in the news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RoleKind {
    Official,
    Expert,
    Spokesperson,
    Witness,
    Politician,
    Military,
    Police,
    Professional,
    /// Who writes or takes what the page shows.
    Press,
    Relative,
    Citizen,
    Group,
    /// "a source close to the talks"
    Source,
    Leader,
    Opponent,
}

const ROLE_KINDS: &[(&str, RoleKind)] = &[
    ("official", RoleKind::Official),
    ("expert", RoleKind::Expert),
    ("spokesperson", RoleKind::Spokesperson),
    ("witness", RoleKind::Witness),
    ("politician", RoleKind::Politician),
    ("military", RoleKind::Military),
    ("police", RoleKind::Police),
    ("professional", RoleKind::Professional),
    ("press", RoleKind::Press),
    ("relative", RoleKind::Relative),
    ("citizen", RoleKind::Citizen),
    ("group", RoleKind::Group),
    ("source", RoleKind::Source),
    ("leader", RoleKind::Leader),
    ("opponent", RoleKind::Opponent),
];

/// `president | presidents, Pres. | `
pub(super) fn title(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::TITLE);
    line.list(0)
        .for_each(|form| forms.add(form, Slot::Variant, Classes::TITLE));
    Ok(Meaning::Title(TitleWord {
        gender: one_of("gender", line.field(1), GENDERS)?,
        style: one_of("style", line.field(2), &[("", false), ("style", true)])?,
    }))
}

/// `witness | witnesses | witness |`
pub(super) fn role(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::ROLE);
    match line.field(0) {
        "" => forms.add(
            &morphology::plural(&line.headword),
            Slot::Plural,
            Classes::ROLE,
        ),
        _ => line
            .list(0)
            .for_each(|plural| forms.add(plural, Slot::Plural, Classes::ROLE)),
    }
    let kind = one_of("kind of role", line.field(1), ROLE_KINDS)?;
    Ok(Meaning::Role(RoleWord {
        kind,
        gender: one_of("gender", line.field(2), GENDERS)?,
    }))
}

/// `Sergey | male`
pub(super) fn first_name(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::FIRST_NAME);
    Ok(Meaning::FirstName(one_of(
        "gender",
        line.field(0),
        GENDERS,
    )?))
}

/// What part of a name a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamePart {
    /// "van der", "bin": between names, in small letters
    Particle,
    /// "Jr.", "III": behind them
    Suffix,
    /// "unnamed", "unidentified": the article says that it gives no name
    Withheld,
    /// "so-called", "dubbed": what follows in quotation marks is a name and no speech
    Naming,
    /// "former", "self-proclaimed": says nothing of which office it is
    Quality,
}

/// `van | particle`
pub(super) fn name_part(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let parts = &[
        ("particle", NamePart::Particle),
        ("suffix", NamePart::Suffix),
        ("withheld", NamePart::Withheld),
        ("quality", NamePart::Quality),
        ("naming", NamePart::Naming),
    ];
    forms.headword(line, Slot::Headword, Classes::NAME_PART);
    Ok(Meaning::NamePart(one_of("part", line.field(0), parts)?))
}

/// Whom a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// "he"
    Male,
    /// "she"
    Female,
    /// "it"
    Thing,
    /// "they"
    Several,
    /// "I": whoever speaks
    Speaker,
    /// "we": whoever speaks, with others
    Speakers,
    /// "you"
    Hearer,
    /// "who", "which": what stands before it
    Relative,
    /// "each other"
    Mutual,
    /// "everyone", "nobody", "some"
    Anyone,
}

/// `he | him, his | male`
pub(super) fn pronoun(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    // The classes are those of function_words.txt.
    forms.headword(line, Slot::Headword, Classes::NONE);
    line.list(0)
        .for_each(|form| forms.add(form, Slot::Variant, Classes::NONE));
    let stands = &[
        ("male", Stands::Male),
        ("female", Stands::Female),
        ("thing", Stands::Thing),
        ("several", Stands::Several),
        ("speaker", Stands::Speaker),
        ("speakers", Stands::Speakers),
        ("hearer", Stands::Hearer),
        ("relative", Stands::Relative),
        ("mutual", Stands::Mutual),
        ("anyone", Stands::Anyone),
    ];
    Ok(Meaning::Pronoun(one_of("referent", line.field(1), stands)?))
}
