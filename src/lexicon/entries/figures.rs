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

/// A word that stands beside a number or an outcome and tells how the two go together. One word can have several parts.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct HedgeWord {
    /// What it makes of the number behind it: "at least".
    pub bound: Option<Precision>,
    pub roles: HedgeRoles,
}

/// What a hedge can be besides a bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct HedgeRoles(u32);

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $bit:literal $text:literal;)+) => {
        impl HedgeRoles {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)+
            const NAMES: &'static [(&'static str, Self)] = &[$(($text, Self::$name)),+];
        }
    };
}

roles! {
    /// Between the people and what became of them: "feared" dead, "believed to have" died.
    LINK = 0 "link";
    /// What follows is part of what was counted before: "including".
    SUBSET = 1 "subset";
    /// What follows is counted with what stands before: "as well as".
    JOINT = 2 "joint";
    /// "found" five bodies
    FINDING = 3 "finding";
    /// "claimed" five lives
    TAKING = 4 "taking";
    /// "suffered" injuries
    BEARING = 5 "bearing";
    /// "rushed" to hospital
    SENDING = 6 "sending";
    /// the toll "reached" 31
    LEVEL = 7 "level";
    /// "took" nine people hostage
    HOLDING = 8 "holding";
    /// A running total: "so far", "in all".
    TOTAL = 9 "total";
    /// People meant when only a collective is counted: "a group of 20".
    CROWD = 10 "crowd";
    /// Nouns for people who are held.
    CAPTIVE = 11 "captive";
    /// More of those counted before: "another three [other] soldiers".
    MORE = 12 "more";
    /// Stands between a number and its noun, whatever else it is: "the [first] three soldiers".
    DESCRIBING = 13 "describing";
    /// What a number behind it only names: "flight 93", "page 12".
    LABEL = 14 "label";
    /// An earlier war: its dead are not counted now.
    HISTORIC = 15 "historic";
    /// A noun for the counts themselves: "the [figures] were given by the ministry".
    FIGURES = 16 "figures";
    /// Those that a number is part of: "two of [them]".
    WHOLE = 17 "whole";
    /// "the dead [included] two nurses"
    CONTAINING = 18 "containing";
    /// "[fatally] wounded": killed.
    FATAL = 19 "fatal";
    /// What makes a number a share: "20 [percent]".
    SHARE = 20 "share";
    /// Ties a name to a side behind a hyphen: "Hamas-[linked]".
    TIED = 21 "tied";
    /// Opens a phrase whose number can still be the subject: "[after] two men were shot".
    OPENING = 22 "opening";
    /// "[managed] to kill three": what was tried was done.
    ACHIEVING = 23 "achieving";
    /// Makes a passive and is no form of "be": "[got] killed".
    PASSIVE = 24 "passive";
    /// What is compared with the past: "the [worst] attack since 1994".
    RECORD = 25 "record";
    /// What follows is a charge and no count: "[charged with] three murders".
    CHARGING = 26 "charging";
    /// A noun for where something happens: "in a [market]".
    SITE = 27 "site";
    /// A noun for people who belong to what stands before it or behind "of": "Red Dawn [members]".
    BELONGING = 28 "belonging";
    /// Makes people go or suffer what stands behind them: "[forced] 2,000 people to flee", "[hacked] two to death".
    DRIVING = 29 "driving";
}

impl HedgeRoles {
    /// The parts of words that stand between people and outcome.
    const BETWEEN: Self = Self(Self::MORE.0 - 1);
    /// Those of all other words.
    const BESIDE: Self = Self(!Self::BETWEEN.0);

    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const BOUNDS: &[(&str, Precision)] = &[
    ("at_least", Precision::AtLeast),
    ("at_most", Precision::AtMost),
    ("approximate", Precision::Approximate),
    ("exact", Precision::Exact),
];

fn with_bounds(error: String) -> String {
    let names = BOUNDS.iter().map(|(name, _)| *name);
    names.fold(error, |error, name| error + ", " + name)
}

/// `at least | at_least`, `found | link finding`
pub(super) fn hedge(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let mut word = HedgeWord::default();
    for name in line.words(0) {
        match BOUNDS.iter().find(|(bound, _)| *bound == name) {
            Some((_, bound)) => word.bound = Some(*bound),
            None => {
                let role = one_of("part", name, HedgeRoles::NAMES).map_err(with_bounds)?;
                word.roles.0 |= role.0;
            }
        }
    }
    let hedges = word.bound.is_some() || word.roles.any(HedgeRoles::BETWEEN);
    let beside = word.roles.any(HedgeRoles::BESIDE);
    let class = |holds, class| if holds { class } else { Classes::NONE };
    let classes = class(hedges, Classes::HEDGE) | class(beside, Classes::BESIDE_COUNT);
    forms.headword(line, Slot::Headword, classes);
    Ok(Meaning::Hedge(word))
}

/// A word that tells what became of people.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OutcomeWord {
    pub outcome: Outcome,
    pub part: OutcomePart,
    pub condition: OutcomeCondition,
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

const PARTS: &[(&str, OutcomePart)] = &[
    ("transitive", OutcomePart::Transitive),
    ("intransitive", OutcomePart::Intransitive),
    ("adjective", OutcomePart::Adjective),
    ("noun", OutcomePart::Noun),
];

/// What must stand beside an outcome word before it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OutcomeCondition {
    None,
    /// People named as such: "seized 40 farmers", not "seized 40".
    Weak,
    /// A hundred or more: "3,000 fled", not "two fled".
    Mass,
    /// Soldiers, or a bare number beside other figures: "lost 31 soldiers".
    Troops,
    /// A verb that takes lives: "claimed 40 lives".
    Lives,
    /// The number stands further right: "the toll rose to 31".
    Toll,
    /// Somebody finds them: "12 bodies were recovered".
    Found,
    /// People bear it: "20 people with burns".
    Borne,
    /// People are taken there: "six were rushed to hospital".
    Hospital,
    /// "took nine tourists hostage"
    Taken,
    /// "were held in a cellar", not "were held responsible"
    Kept,
    /// "12 cases of cholera"
    Disease,
    /// Harm to the body, not to chances: "hurt nine riders", not "hurt one candidate".
    Harm,
    /// People that an enemy takes: "captured nine soldiers", not "captured 90 delegates".
    Enemy,
    /// People who were held: "freed 12 prisoners".
    Captive,
    /// The one that kills or the one that dies: "suffocate".
    Either,
    /// Behind people that something was done to: "hacked two men to death", "ordered 40,000 to leave".
    Driven,
    /// Beside another outcome: "214 martyrs and 300 injured", not "the chapel of the 40 martyrs".
    Beside,
}

const CONDITIONS: &[(&str, OutcomeCondition)] = &[
    ("", OutcomeCondition::None),
    ("weak", OutcomeCondition::Weak),
    ("mass", OutcomeCondition::Mass),
    ("troops", OutcomeCondition::Troops),
    ("lives", OutcomeCondition::Lives),
    ("toll", OutcomeCondition::Toll),
    ("found", OutcomeCondition::Found),
    ("borne", OutcomeCondition::Borne),
    ("hospital", OutcomeCondition::Hospital),
    ("taken", OutcomeCondition::Taken),
    ("kept", OutcomeCondition::Kept),
    ("disease", OutcomeCondition::Disease),
    ("harm", OutcomeCondition::Harm),
    ("enemy", OutcomeCondition::Enemy),
    ("captive", OutcomeCondition::Captive),
    ("either", OutcomeCondition::Either),
    ("driven", OutcomeCondition::Driven),
    ("beside", OutcomeCondition::Beside),
];

/// `kill | | killed | transitive`; a noun's or adjective's first field lists its other forms.
pub(super) fn outcome(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let outcome = one_of("outcome", line.field(1), Outcome::NAMED)?;
    let part = one_of("part", line.field(2), PARTS)?;
    let condition = one_of("condition", line.field(3), CONDITIONS)?;
    match part {
        OutcomePart::Transitive | OutcomePart::Intransitive => {
            forms.verb(line, line.field(0), Classes::OUTCOME)?;
        }
        OutcomePart::Adjective | OutcomePart::Noun => {
            forms.headword(line, Slot::Headword, Classes::OUTCOME);
            line.list(0)
                .for_each(|form| forms.add(form, Slot::Plural, Classes::OUTCOME));
        }
    }
    Ok(Meaning::Outcome(OutcomeWord {
        outcome,
        part,
        condition,
    }))
}

/// A noun for people, or for what only looks like them in a count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VictimWord {
    /// None for animals and things.
    pub category: Option<Category>,
    /// Whether the word is the name of an armed side or of a people.
    pub names_side: bool,
    /// Whether it names a people: "40 Tamils". The headword is the plural.
    pub people: bool,
}

/// `soldier | soldiers | military`; `Hamas | - | militant | name`; `Tamils | Tamil | unspecified | people`
pub(super) fn victim(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let marks = &[
        ("", (false, false)),
        ("name", (true, false)),
        ("people", (true, true)),
    ];
    let (names_side, people) = one_of("mark", line.field(2), marks)?;
    if names_side {
        forms.case = super::Case::Capitalised;
    }
    if people {
        forms.headword(line, Slot::Plural, Classes::VICTIM);
        line.list(0)
            .for_each(|form| forms.add(form, Slot::Headword, Classes::VICTIM));
    } else {
        forms.headword(line, Slot::Headword, Classes::VICTIM);
        plurals(line, forms, Classes::VICTIM);
    }
    let category = match line.field(1) {
        "thing" => None,
        name => {
            let category = one_of("category", name, Category::NAMED);
            Some(category.map_err(|error| format!("{error}, thing"))?)
        }
    };
    Ok(Meaning::Victim(VictimWord {
        category,
        names_side,
        people,
    }))
}

/// What part a word plays when vehicles and weapons are lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EquipmentPart {
    /// tank
    Object,
    /// destroy
    Verb,
    /// the loss of
    Nominal,
}

/// `rocket launcher | rocket launchers | object`, `sink | sinks sank sunk sinking | verb`
pub(super) fn equipment(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let parts = &[
        ("object", EquipmentPart::Object),
        ("verb", EquipmentPart::Verb),
        ("nominal", EquipmentPart::Nominal),
    ];
    let part = one_of("part", line.field(1), parts)?;
    match part {
        EquipmentPart::Object => {
            forms.headword(line, Slot::Headword, Classes::EQUIPMENT);
            plurals(line, forms, Classes::EQUIPMENT);
        }
        EquipmentPart::Verb => forms.verb(line, line.field(0), Classes::EQUIPMENT)?,
        EquipmentPart::Nominal => forms.headword(line, Slot::Headword, Classes::EQUIPMENT),
    }
    Ok(Meaning::Equipment(part))
}

/// The plurals of the first field; regular where it is empty, none where it is "-".
fn plurals(line: &Line, forms: &mut Forms, classes: Classes) {
    match line.field(0) {
        "" => forms.add(&morphology::plural(&line.headword), Slot::Plural, classes),
        "-" => {}
        _ => line
            .list(0)
            .for_each(|plural| forms.add(plural, Slot::Plural, classes)),
    }
}
