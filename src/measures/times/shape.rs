//! What a time expression says, before anybody knows on which day it was printed.

use crate::text::TokenRange;

/// A time expression as it is printed.
#[derive(Clone, Debug)]
pub(crate) struct TimeMention {
    pub tokens: TokenRange,
    pub sentence: usize,
    pub shape: TimeShape,
}

/// A length of time as the calendar counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    /// "a while"
    Unknown,
}

impl Unit {
    /// The unit that the dictionary numbers so, and how many of it one word is ("fortnight": two weeks).
    pub(super) fn from_number(number: i32) -> Option<(Self, u64)> {
        Some(match number {
            1 => (Self::Day, 1),
            2 => (Self::Week, 1),
            3 => (Self::Month, 1),
            4 => (Self::Quarter, 1),
            5 => (Self::Year, 1),
            6 => (Self::Decade, 1),
            7 => (Self::Century, 1),
            8 => (Self::Hour, 1),
            9 => (Self::Minute, 1),
            10 => (Self::Second, 1),
            11 => (Self::Weekend, 1),
            12 => (Self::Week, 2),
            _ => return None,
        })
    }
}

/// What a relative expression counts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// "last week", "two years ago"
    Publication,
    /// "a day earlier", "the following year"
    LastNamed,
    /// "in the new year": the turn of the year that is nearest
    NewYear,
    /// "one day prior to Keller's speech": the words of the event
    Event(TokenRange),
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    /// In tenths, so that "two and a half" fits.
    Tenths(u64),
    /// "several", "a few", or no number at all
    Vague,
}

impl Amount {
    pub(crate) const ONE: Self = Self::Tenths(10);

    /// The whole number, where it is one.
    pub(crate) fn whole(self) -> Option<i64> {
        match self {
            Self::Tenths(tenths) if tenths % 10 == 0 => i64::try_from(tenths / 10).ok(),
            _ => None,
        }
    }
}

/// The year of a month, a season or a named day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearOf {
    /// Not said: the nearest, by tense.
    Open,
    Given(i16),
    /// "last April" -1, "next summer" 1: the one before or after the day of publication.
    Shift(i32),
    /// "June last year" -1: the year counted from that of publication.
    Relative(i32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeOfDay {
    /// Minutes only where they are printed.
    Clock {
        hour: u8,
        minute: Option<u8>,
    },
    Part(DayPart),
}

/// Which day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Day {
    /// Not said: "noon", "the morning".
    Open,
    /// "Friday", "last Friday" -1
    Weekday { weekday: i8, shift: Option<i32> },
    /// "March 8", "8 March 1998"; `weekday` where it stands beside it
    OfMonth {
        month: i8,
        day: i8,
        year: Option<i16>,
        weekday: Option<i8>,
    },
    /// "yesterday", "10 days ago", "a day earlier", "that day"
    Relative { days: i64, anchor: Anchor },
    /// "Monday of last week": -1
    InWeek { weekday: i8, weeks: i64 },
    /// "three years ago today": -3
    Anniversary { years: i64 },
    /// "Christmas", by the dictionary's number
    Named { number: i32, year: YearOf },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reference {
    Past,
    Present,
    Future,
}

/// What comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Recurrence {
    /// "every Monday", "Tuesday nights"
    Weekday(i8, Option<DayPart>),
    /// "each Christmas": month and day
    Day(i8, i8),
    /// "each July"
    Month(i8),
    /// "every summer"
    Season(i8),
    /// "on weekends"
    Weekend,
    /// "every two weeks", "daily", "a year" as a rate
    Every(Amount, Unit),
}

/// What the words of a time expression say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TimeShape {
    /// A day, or a time on a day.
    Day {
        day: Day,
        time: Option<TimeOfDay>,
    },
    Month {
        month: i8,
        year: YearOf,
    },
    Season {
        season: i8,
        year: YearOf,
    },
    /// The quarter is none in "the latest quarter".
    Quarter {
        quarter: Option<i8>,
        year: YearOf,
    },
    Year(i16),
    /// "the first half of 1998"; a year that is not given counts from that of publication
    Half {
        half: i8,
        year: YearOf,
    },
    /// "the week of Aug. 9"
    WeekOf(Day),
    /// The first three digits: the 1990s are 199.
    Decade(i16),
    /// The first two digits: the 20th century is 19.
    Century(i16),
    /// "last week", "two years ago", "the following month"
    Period {
        unit: Unit,
        shift: i64,
        anchor: Anchor,
    },
    Duration {
        amount: Amount,
        unit: Unit,
    },
    /// "two hours and 40 minutes"
    Lengths([(Amount, Unit); 2]),
    Reference(Reference),
    Set(Recurrence),
}
