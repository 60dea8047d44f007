//! [`Date`]: a calendar day. The arithmetic is jiff's; no jiff type leaves this file.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil;
use serde::{Deserialize, Serialize};

use crate::error::DateError;

/// A day of the Gregorian calendar, years 0 to 9999. Written and read as `YYYY-MM-DD`, which is why no
/// other year is one: `-001-01-01` could not be read back.
///
/// ```
/// # use newsclaim::Date;
/// let day = Date::new(2016, 4, 7)?;
/// assert_eq!(day.to_string(), "2016-04-07");
/// assert_eq!(day, "2016-04-07".parse()?);
/// assert!(Date::new(2016, 6, 31).is_err());
/// # Ok::<(), newsclaim::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Date(civil::Date);

impl Date {
    /// The given day; months and days count from 1.
    ///
    /// # Errors
    /// When the calendar has no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, DateError> {
        civil::Date::new(year, month, day)
            .ok()
            .and_then(Self::in_range)
            .ok_or_else(|| DateError::new(format!("no such day: {year:04}-{month:02}-{day:02}")))
    }

    fn in_range(day: civil::Date) -> Option<Self> {
        (day.year() >= 0).then_some(Self(day))
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, January being 1.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day of the week, Monday being 1 and Sunday 7, as ISO 8601 counts.
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }

    /// The ISO 8601 year and week that the day lies in.
    ///
    /// ```
    /// # use newsclaim::Date;
    /// assert_eq!(Date::new(2021, 1, 3)?.iso_week(), (2020, 53));
    /// # Ok::<(), newsclaim::DateError>(())
    /// ```
    pub fn iso_week(self) -> (i16, i8) {
        let week = self.0.iso_week_date();
        (week.year(), week.week())
    }

    /// The day so many days later, earlier if negative; none beyond the calendar's ends.
    pub fn add_days(self, days: i64) -> Option<Self> {
        let day = self.0.checked_add(days_span(days)?);
        day.ok().and_then(Self::in_range)
    }

    /// The same day so many months later, earlier if negative; the month's last day where it is shorter.
    pub fn add_months(self, months: i64) -> Option<Self> {
        let months = i32::try_from(months).ok().filter(|m| m.abs() < 200_000)?;
        let day = self.0.checked_add(months.months());
        day.ok().and_then(Self::in_range)
    }

    /// Days from `earlier` to this day; negative when this day comes first.
    pub fn days_since(self, earlier: Self) -> i64 {
        earlier
            .0
            .until(self.0)
            .map_or(0, |span| i64::from(span.get_days()))
    }
}

fn days_span(days: i64) -> Option<jiff::Span> {
    let days = i32::try_from(days).ok().filter(|d| d.abs() < 7_000_000)?;
    Some(days.days())
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let wrong = || DateError::new(format!("not a day as YYYY-MM-DD: {text:?}"));
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(wrong());
        }
        let part = |range: std::ops::Range<usize>| -> Result<i16, DateError> {
            let part = text.get(range).ok_or_else(wrong)?;
            if !part.bytes().all(|b| b.is_ascii_digit()) {
                return Err(wrong());
            }
            part.parse().map_err(|_| wrong())
        };
        let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
        Self::new(
            year,
            i8::try_from(month).unwrap_or(0),
            i8::try_from(day).unwrap_or(0),
        )
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A day of the Gregorian calendar.",
            "type": "string",
            "format": "date",
        })
    }
}
