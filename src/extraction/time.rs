//! When.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::carry::Carrier;
use super::open_enum;
use crate::date::Date;
use crate::span::Span;

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
///
/// ```
/// use newsclaim::{Date, TimeType};
/// let day = Date::new(2016, 4, 7)?;
/// let week = &newsclaim::dates("Talks are to resume next week.", Some(day))[0];
/// assert_eq!((&*week.text, week.kind, week.value.as_deref()), ("next week", TimeType::Date, Some("2016-W15")));
/// assert_eq!((week.first, week.last), (Some(Date::new(2016, 4, 11)?), Some(Date::new(2016, 4, 17)?)));
/// # Ok::<(), newsclaim::DateError>(())
/// ```
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TimeExpression<'t> {
    /// Where it stands, without an introducing preposition.
    pub span: Span,
    /// What stands there.
    #[serde(default)]
    pub text: Cow<'t, str>,
    /// Index of its sentence.
    pub sentence: usize,
    /// What type it is.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// TIMEX3 value (`2016-04-07`, `2016-W14`, `P2D`, `PRESENT_REF`); none when it cannot be resolved.
    pub value: Option<String>,
    /// The first of the days that the value spans; none for a length of time, a set, a season and an open reference.
    #[serde(default)]
    pub first: Option<Date>,
    /// The last of them.
    #[serde(default)]
    pub last: Option<Date>,
    /// Before or after the day of publication.
    #[serde(default)]
    pub direction: Option<Direction>,
}

impl<'t> TimeExpression<'t> {
    pub(crate) fn carried<'n>(self, to: &impl Carrier<'t, 'n>) -> TimeExpression<'n> {
        let (span, text) = to.piece(self.span, self.text);
        TimeExpression {
            span,
            text,
            sentence: self.sentence,
            kind: self.kind,
            value: self.value,
            first: self.first,
            last: self.last,
            direction: self.direction,
        }
    }
}
