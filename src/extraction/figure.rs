//! How many, of whom, and when.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::claim::Source;
use super::{Excerpt, open_enum, owned};
use crate::span::Span;

open_enum! {
    /// What happened to the people counted.
    Outcome {
        /// Killed, died, dead.
        Killed = "killed",
        /// Wounded, injured, hurt.
        Wounded = "wounded",
        /// Missing, unaccounted for.
        Missing = "missing",
        /// Captured, detained, taken hostage, kidnapped.
        Captured = "captured",
        /// Displaced, fled, homeless, evacuated.
        Displaced = "displaced",
        /// Anything else: infected, trapped, rescued.
        Other = "other",
    } else Other
}

open_enum! {
    /// How exact a count is meant.
    Precision {
        /// "31", "a soldier", "no one".
        Exact = "exact",
        /// "at least", "more than".
        AtLeast = "at_least",
        /// "up to".
        AtMost = "at_most",
        /// "about", "nearly", "20 to 30".
        Approximate = "approximate",
        /// "dozens", "several".
        Vague = "vague",
        /// One that this version does not know.
        Other = "other",
    } else Other
}

/// A count with its bounds: "more than 60" is 60 and up, "up to 20" is 0 to 20, "several" is about 3 and up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Count {
    /// The lowest number that the words allow.
    pub low: u64,
    /// The highest; none where the words leave it open.
    pub high: Option<u64>,
    /// How exact it is meant.
    pub precision: Precision,
}

open_enum! {
    /// What the people counted are.
    Category {
        /// Civilians, residents, bystanders.
        Civilian = "civilian",
        /// Soldiers, troops.
        Military = "military",
        /// Police officers.
        Police = "police",
        /// Rebels, insurgents, fighters of an armed group.
        Militant = "militant",
        /// Children.
        Child = "child",
        /// Journalists.
        Journalist = "journalist",
        /// Any other role: miners, students, officials.
        Other = "other",
        /// People, others, or nobody named.
        Unspecified = "unspecified",
    } else Other
}

/// Who was counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Victims<'t> {
    /// Where the words stand.
    pub span: Span,
    /// The words, without the number.
    pub text: Cow<'t, str>,
    /// What they are.
    pub category: Category,
    /// Whose they are: a country, a people, an armed group.
    pub side: Option<Cow<'t, str>>,
}

open_enum! {
    /// What stretch of time a figure covers.
    Scope {
        /// One event.
        Incident = "incident",
        /// A running total.
        Cumulative = "cumulative",
        /// An earlier war, an earlier disaster.
        Historic = "historic",
        /// Not told.
        Unspecified = "unspecified",
    } else Unspecified
}

/// A count of people and what became of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Casualty<'t> {
    /// The smallest run of text with number, victims and outcome.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// The number as printed, with "at least" and the like.
    pub number: Excerpt<'t>,
    /// What became of them.
    pub outcome: Outcome,
    /// How many.
    pub count: Count,
    /// Who; none when the words leave it out ("the loss of 30").
    pub victims: Option<Victims<'t>>,
    /// Index of the claim that says so; none in the reporter's own voice. The figure can stand beside the claim's content:
    /// "They accused the army of shelling the road, killing one driver."
    pub claim: Option<usize>,
    /// Index of the figure that this one is part of.
    #[serde(default)]
    pub part_of: Option<usize>,
    /// False for what only could be ("could kill 100").
    #[serde(default = "yes")]
    pub asserted: bool,
    /// What stretch of time it covers.
    pub scope: Scope,
    /// Index of the time expression from which a running total counts.
    #[serde(default)]
    pub since: Option<usize>,
    /// The construction that found it.
    #[serde(default)]
    pub rule: Cow<'t, str>,
}

fn yes() -> bool {
    true
}

impl Casualty<'_> {
    pub(super) fn into_owned(self) -> Casualty<'static> {
        Casualty {
            span: self.span,
            sentence: self.sentence,
            number: self.number.into_owned(),
            outcome: self.outcome,
            count: self.count,
            victims: self.victims.map(|victims| Victims {
                span: victims.span,
                text: owned(victims.text),
                category: victims.category,
                side: victims.side.map(owned),
            }),
            claim: self.claim,
            part_of: self.part_of,
            asserted: self.asserted,
            scope: self.scope,
            since: self.since,
            rule: owned(self.rule),
        }
    }
}

/// Equipment lost: "three rocket launchers were destroyed".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Loss<'t> {
    /// Where it stands.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// How many.
    pub count: Count,
    /// Of what.
    pub object: Excerpt<'t>,
    /// Index of the claim that says so.
    pub claim: Option<usize>,
}

impl Loss<'_> {
    pub(super) fn into_owned(self) -> Loss<'static> {
        Loss {
            span: self.span,
            sentence: self.sentence,
            count: self.count,
            object: self.object.into_owned(),
            claim: self.claim,
        }
    }
}

/// What somebody has not told: "has not released any figures on its losses".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Undisclosed<'t> {
    /// Where it stands.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// Who keeps it back.
    pub holder: Option<Source<'t>>,
    /// What is kept back.
    pub topic: Excerpt<'t>,
}

impl Undisclosed<'_> {
    pub(super) fn into_owned(self) -> Undisclosed<'static> {
        Undisclosed {
            span: self.span,
            sentence: self.sentence,
            holder: self.holder.map(Source::into_owned),
            topic: self.topic.into_owned(),
        }
    }
}

open_enum! {
    /// The four types of TIMEX3.
    TimeType {
        /// A day, a week, a year, or "now".
        Date = "date",
        /// A time of day.
        Time = "time",
        /// A length of time.
        Duration = "duration",
        /// Something that comes again: "every Thursday".
        Set = "set",
        /// One that this version does not know.
        Other = "other",
    } else Other
}

open_enum! {
    /// Whether it lies before or after the day of publication, by tense and wording.
    Direction {
        /// Before, or on that day.
        Past = "past",
        /// After.
        Future = "future",
        /// One that this version does not know.
        Other = "other",
    } else Other
}

/// A time expression with its TIMEX3 value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TimeExpression {
    /// Where it stands, without an introducing preposition.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// What type it is.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// TIMEX3 value (`2016-04-07`, `2016-W14`, `P2D`, `PRESENT_REF`); none when it cannot be resolved.
    pub value: Option<String>,
    /// Before or after the day of publication.
    #[serde(default)]
    pub direction: Option<Direction>,
}
