//! How many, of whom, and when.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::carry::Carrier;
use super::claim::Source;
use super::excerpt::Excerpt;
use super::open_enum;
use super::values::{Category, Outcome, Precision};
use crate::span::Span;

/// A count with its bounds: "more than 60" is 60 and up, "up to 20" is 0 to 20, "several" is about 3 and up.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Count {
    /// The lowest number that the words allow.
    pub low: u64,
    /// The highest; none where the words leave it open.
    pub high: Option<u64>,
    /// How exact it is meant.
    pub precision: Precision,
}

/// Who was counted.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Victims<'t> {
    /// Where the words stand; none where the noun is left out ("the loss of 30").
    #[serde(default)]
    pub span: Option<Span>,
    /// The words, without the number; none where the noun is left out.
    #[serde(default)]
    pub text: Option<Cow<'t, str>>,
    /// What they are.
    pub category: Category,
    /// Whose they are: a country, a people, an armed group.
    pub side: Option<Cow<'t, str>>,
}

impl<'t> Victims<'t> {
    fn carried<'n>(self, to: &impl Carrier<'t, 'n>) -> Victims<'n> {
        let piece = self.span.zip(self.text);
        let (span, text) = piece.map(|(span, text)| to.piece(span, text)).unzip();
        Victims {
            span,
            text,
            category: self.category,
            side: self.side.map(|side| to.name(side)),
        }
    }
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

/// Where it happened, in the article's words.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Place<'t> {
    /// Where the words stand.
    pub span: Span,
    /// The words: "near Hale".
    pub text: Cow<'t, str>,
    /// The place's name; none when the words give none.
    pub name: Option<Cow<'t, str>>,
}

impl<'t> Place<'t> {
    fn carried<'n>(self, to: &impl Carrier<'t, 'n>) -> Place<'n> {
        let (span, text) = to.piece(self.span, self.text);
        Place {
            span,
            text,
            name: self.name.map(|name| to.name(name)),
        }
    }
}

/// A count of people and what became of them.
///
/// ```
/// use newsclaim::{Count, Outcome, Precision};
/// let extraction = newsclaim::extract("At least 12 soldiers were killed near the bridge, the army said.");
/// let figure = &extraction.casualties[0];
/// assert_eq!(figure.outcome, Outcome::Killed);
/// assert_eq!(figure.count, Count { low: 12, high: None, precision: Precision::AtLeast });
/// assert_eq!(figure.number.as_ref().unwrap().text, "At least 12");
/// assert_eq!(figure.victims.as_ref().unwrap().text.as_deref(), Some("soldiers"));
/// let source = extraction.claim_of(figure).and_then(|claim| claim.source.as_ref());
/// assert_eq!(source.unwrap().text, "the army");
/// ```
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Casualty<'t> {
    /// The smallest run of text with number, victims and outcome.
    pub span: Span,
    /// That text.
    #[serde(default)]
    pub text: Cow<'t, str>,
    /// Index of its sentence.
    pub sentence: usize,
    /// The number as printed, with "at least" and the like; none when no word gives one.
    #[serde(default)]
    pub number: Option<Excerpt<'t>>,
    /// What became of them.
    pub outcome: Outcome,
    /// How many.
    pub count: Count,
    /// Who; none when nothing is said of them.
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
    /// Index of the time expression that tells when it happened.
    #[serde(default)]
    pub when: Option<usize>,
    /// Where it happened.
    #[serde(default)]
    pub place: Option<Place<'t>>,
    /// The construction that found it.
    #[serde(default)]
    pub rule: Cow<'t, str>,
}

fn yes() -> bool {
    true
}

impl<'t> Casualty<'t> {
    pub(super) fn carried<'n>(self, to: &impl Carrier<'t, 'n>) -> Casualty<'n> {
        let (span, text) = to.piece(self.span, self.text);
        Casualty {
            span,
            text,
            sentence: self.sentence,
            number: self.number.map(|number| number.carried(to)),
            outcome: self.outcome,
            count: self.count,
            victims: self.victims.map(|victims| victims.carried(to)),
            claim: self.claim,
            part_of: self.part_of,
            asserted: self.asserted,
            scope: self.scope,
            since: self.since,
            when: self.when,
            place: self.place.map(|place| place.carried(to)),
            rule: to.name(self.rule),
        }
    }
}

/// Equipment lost: "three rocket launchers were destroyed".
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Loss<'t> {
    /// Where it stands.
    pub span: Span,
    /// What stands there.
    #[serde(default)]
    pub text: Cow<'t, str>,
    /// Index of its sentence.
    pub sentence: usize,
    /// How many.
    pub count: Count,
    /// Of what.
    pub object: Excerpt<'t>,
    /// Index of the claim that says so.
    pub claim: Option<usize>,
}

impl<'t> Loss<'t> {
    pub(super) fn carried<'n>(self, to: &impl Carrier<'t, 'n>) -> Loss<'n> {
        let (span, text) = to.piece(self.span, self.text);
        Loss {
            span,
            text,
            sentence: self.sentence,
            count: self.count,
            object: self.object.carried(to),
            claim: self.claim,
        }
    }
}

/// What somebody has not told: "has not released any figures on its losses".
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Undisclosed<'t> {
    /// Where it stands.
    pub span: Span,
    /// What stands there.
    #[serde(default)]
    pub text: Cow<'t, str>,
    /// Index of its sentence.
    pub sentence: usize,
    /// Who keeps it back.
    pub holder: Option<Source<'t>>,
    /// What is kept back.
    pub topic: Excerpt<'t>,
}

impl<'t> Undisclosed<'t> {
    pub(super) fn carried<'n>(self, to: &impl Carrier<'t, 'n>) -> Undisclosed<'n> {
        let (span, text) = to.piece(self.span, self.text);
        Undisclosed {
            span,
            text,
            sentence: self.sentence,
            holder: self.holder.map(|holder| holder.carried(to)),
            topic: self.topic.carried(to),
        }
    }
}
