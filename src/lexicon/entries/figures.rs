//! Words of casualty figures: numbers, hedges, outcomes, victims, equipment.

use super::{Forms, Line, Meaning, Slot, one_of};
use crate::extraction::{Category, Outcome, Precision};
use crate::lexicon::classes::Classes;
use crate::lexicon::morphology;

/// A number in words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NumberWord {
    pub value: u64,
    pub kind: NumberKind,
}

/// How a number word combines with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberKind {
    /// "seven", "forty"
    Cardinal,
    /// "hundred", "million"
    Scale,
    /// "seventh"
    Ordinal,
    /// "several", "dozens": the value is a convention for the lower bound
    Vague,
    /// "no", "none"
    Zero,
}

/// `twelve | 12 | cardinal`
pub(super) fn number(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let value = line
        .field(0)
        .parse()
        .map_err(|_| format!("not a whole number: {:?}", line.field(0)))?;
    let kinds = &[
        ("cardinal", NumberKind::Cardinal),
        ("scale", NumberKind::Scale),
        ("ordinal", NumberKind::Ordinal),
        ("vague", NumberKind::Vague),
        ("zero", NumberKind::Zero),
    ];
    forms.headword(line, Slot::Headword, Classes::NUMBER);
    Ok(Meaning::Number(NumberWord {
        value,
        kind: one_of("kind of number", line.field(1), kinds)?,
    }))
}

/// What a hedge does to the number behind it.
pub(crate) type HedgeKind = Precision;

/// `at least | at_least`
pub(super) fn hedge(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::HEDGE);
    let kind = Precision::from_name(line.field(0))
        .ok_or_else(|| format!("no such precision: {:?}", line.field(0)))?;
    Ok(Meaning::Hedge(kind))
}

/// A word that tells what became of people.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OutcomeWord {
    pub outcome: Outcome,
    pub part: OutcomePart,
}

/// What part of speech an outcome word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OutcomePart {
    /// killed somebody
    Transitive,
    /// somebody died
    Intransitive,
    /// dead, missing
    Adjective,
    /// the deaths of
    Noun,
}

/// `kill | | killed | transitive`; a noun's or adjective's first field lists its other forms.
pub(super) fn outcome(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let outcome = Outcome::from_name(line.field(1))
        .ok_or_else(|| format!("no such outcome: {:?}", line.field(1)))?;
    let parts = &[
        ("transitive", OutcomePart::Transitive),
        ("intransitive", OutcomePart::Intransitive),
        ("adjective", OutcomePart::Adjective),
        ("noun", OutcomePart::Noun),
    ];
    let part = one_of("part", line.field(2), parts)?;
    match part {
        OutcomePart::Transitive | OutcomePart::Intransitive => {
            forms.verb(line, line.field(0), Classes::OUTCOME)?
        }
        OutcomePart::Adjective | OutcomePart::Noun => {
            forms.headword(line, Slot::Headword, Classes::OUTCOME);
            line.list(0)
                .for_each(|form| forms.add(form, Slot::Plural, Classes::OUTCOME));
        }
    }
    Ok(Meaning::Outcome(OutcomeWord { outcome, part }))
}

/// `soldier | soldiers | military`
pub(super) fn victim(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::VICTIM);
    match line.field(0) {
        "" => forms.add(
            &morphology::plural(&line.headword),
            Slot::Plural,
            Classes::VICTIM,
        ),
        _ => line
            .list(0)
            .for_each(|plural| forms.add(plural, Slot::Plural, Classes::VICTIM)),
    }
    let category = Category::from_name(line.field(1))
        .ok_or_else(|| format!("no such category: {:?}", line.field(1)))?;
    Ok(Meaning::Victim(category))
}

/// `rocket launcher | rocket launchers`
pub(super) fn equipment(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::EQUIPMENT);
    match line.field(0) {
        "" => forms.add(
            &morphology::plural(&line.headword),
            Slot::Plural,
            Classes::EQUIPMENT,
        ),
        _ => line
            .list(0)
            .for_each(|plural| forms.add(plural, Slot::Plural, Classes::EQUIPMENT)),
    }
    Ok(Meaning::Equipment)
}
