//! Every type that comes out. Data only; the shape is the JSON contract, field by field.
//!
//! Whatever points into the article has a [`Span`](crate::Span) and the words that stand there: borrowed from the article
//! while it lives, owned after [`Extraction::into_owned`] or when read back from JSON. Cross references are indexes into the lists of the same
//! [`Extraction`]; its accessors follow them.

mod carry;
mod claim;
mod display;
mod excerpt;
mod figure;
mod follow;
mod ids;
mod meta;
mod missed;
mod offsets;
mod page;
mod places;
mod rule;
mod selection;
mod time;
mod values;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub(crate) use carry::Moving;
pub use claim::{Claim, Cue, Form, Source, SourceKind};
pub use excerpt::Excerpt;
pub use figure::{Casualty, Count, Loss, Place, Scope, Undisclosed, Victims};
pub use follow::Found;
pub(crate) use ids::give_ids;
pub use meta::{Id, Meta, Number, Value};
pub use missed::{Missed, Reason};
pub use offsets::Offsets;
pub use page::{Block, BlockKind, OffsetUnit, PublishedFrom, Sentence};
pub use rule::Rule;
pub(crate) use selection::Chosen;
pub use selection::{List, Selection};
pub use time::{Direction, TimeExpression, TimeType};
pub(crate) use values::named_enum;
pub use values::{Category, ClaimKind, Distance, Outcome, Polarity, Precision, Status};

use crate::date::Date;

/// The number of the JSON shape: raised when a key is renamed, moved or taken away, not when one is added.
pub(crate) const SCHEMA: u32 = 1;

/// What was found in one article.
///
/// ```
/// let extraction = newsclaim::extract("Rescuers are still searching, the ministry said.");
/// let claim = &extraction.claims[0];
/// assert_eq!(claim.source.as_ref().map(|source| &*source.text), Some("the ministry"));
/// assert_eq!(claim.cue.as_ref().map(|cue| &*cue.lemma), Some("say"));
/// ```
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Extraction<'t> {
    /// The article's name, when it was given one.
    pub id: Option<Id<'t>>,
    /// The number of the JSON shape; 0 from a version that did not number it.
    pub schema: u32,
    /// The version of newsclaim that found all this.
    pub newsclaim: Cow<'t, str>,
    /// What the offsets of the spans count.
    pub offsets: OffsetUnit,
    /// What else the caller gave with the article, unread.
    pub meta: Meta,
    /// Day of publication, given or inferred.
    pub published: Option<Date>,
    /// How the day of publication is known.
    pub published_from: Option<PublishedFrom>,
    /// What in the article speaks for an inferred day.
    pub published_evidence: Vec<Excerpt<'t>>,
    /// What the page is made of, in order, without overlaps.
    pub blocks: Vec<Block>,
    /// The sentences of all blocks, in order; datelines are outside.
    pub sentences: Vec<Sentence>,
    /// Who said what, in the order of the cues.
    pub claims: Vec<Claim<'t>>,
    /// How many were hurt, in order of the figures.
    pub casualties: Vec<Casualty<'t>>,
    /// When: time expressions, in order.
    pub dates: Vec<TimeExpression<'t>>,
    /// Equipment lost.
    pub losses: Vec<Loss<'t>>,
    /// Figures or details that somebody has not given.
    pub undisclosed: Vec<Undisclosed<'t>>,
}

impl<'t> Extraction<'t> {
    /// The same, free of the article's text.
    pub fn into_owned(self) -> Extraction<'static> {
        self.carried(&carry::Owning)
    }
}

/// Declares an open enumeration of the contract. A value that this version does not know is read as the one behind `else`.
macro_rules! open_enum {
    ($(#[$outer:meta])* $name:ident { $($values:tt)+ } else $unknown:ident) => {
        $crate::extraction::named_enum! { $(#[$outer])* $name { $($values)+ } else $unknown }
        $crate::extraction::in_contract! { $name }
    };
}
pub(crate) use open_enum;

/// Writes and reads enumerations by the names of their values.
macro_rules! in_contract {
    ($($name:ident)+) => {
        $(
            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_unit_variant(stringify!($name), *self as u32, self.as_str())
                }
            }

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let name = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                    let known = Self::NAMED.iter().find(|(text, _)| *text == name);
                    Ok(known.map_or(Self::UNKNOWN, |(_, value)| *value))
                }
            }

            #[cfg(feature = "schema")]
            impl schemars::JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    let known: Vec<&str> = Self::ALL.iter().map(|value| value.as_str()).collect();
                    schemars::json_schema!({
                        "anyOf": [
                            { "enum": known },
                            { "description": "Later versions may know others.", "type": "string" },
                        ],
                    })
                }
            }
        )+
    };
}
pub(crate) use in_contract;

in_contract! { ClaimKind Polarity Distance Status Outcome Precision Category }

#[cfg(test)]
mod tests {
    use super::*;

    /// By key: the names of its values. `other` is left out where it only stands for what a later version writes.
    #[test]
    fn the_page_of_the_json_names_every_value() {
        let mut missing = Vec::new();
        let mut named = |key: &str, names: Vec<&str>, other: bool| {
            let names = names.into_iter().filter(|name| other || *name != "other");
            let names: Vec<&str> = names.collect();
            let row = format!("| `{key}` | `{}`", names.join("`, `"));
            if !include_str!("../json.md").contains(&row) {
                missing.push(row);
            }
        };
        macro_rules! named {
            ($($key:literal $name:ident $other:literal;)+) => {
                $(named($key, $name::NAMED.iter().map(|(name, _)| *name).collect(), $other);)+
            };
        }
        named! {
            "offsets" OffsetUnit false;
            "published_from" PublishedFrom false;
            "kind" BlockKind false;
            "kind" ClaimKind true;
            "kind" SourceKind true;
            "form" Form false;
            "polarity" Polarity false;
            "status" Status false;
            "distance" Distance false;
            "outcome" Outcome true;
            "precision" Precision false;
            "category" Category true;
            "scope" Scope true;
            "type" TimeType false;
            "direction" Direction false;
        }
        assert!(missing.is_empty(), "not in json.md: {missing:#?}");
    }
}
