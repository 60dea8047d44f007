//! What time expressions have named, for those that count from it.

use crate::date::Date;

/// A day whose year may not be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) year: Option<i16>,
    pub(super) month: i8,
    pub(super) day: i8,
}

impl Named {
    pub(super) fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }

    pub(super) fn add_days(self, days: i64) -> Option<Self> {
        // Without a year, one without a leap day stands in.
        let date = Date::new(self.year.unwrap_or(2001), self.month, self.day).ok()?;
        let moved = date.add_days(days)?;
        Some(Self {
            year: self.year.map(|_| moved.year()),
            month: moved.month(),
            day: moved.day(),
        })
    }

    pub(super) fn value(self) -> String {
        match self.year {
            Some(year) => format!("{year:04}-{:02}-{:02}", self.month, self.day),
            None => format!("XXXX-{:02}-{:02}", self.month, self.day),
        }
    }
}

impl From<Date> for Named {
    fn from(date: Date) -> Self {
        Self {
            year: Some(date.year()),
            month: date.month(),
            day: date.day(),
        }
    }
}

/// A period that a company reports on and that is longer than a quarter: "the nine months", "the first half".
#[derive(Clone, Copy, Debug)]
pub(super) struct Longer {
    pub(super) sentence: usize,
    /// The half-year that it is, else months.
    pub(super) half: Option<(i16, i8)>,
}

/// What was named last, by unit.
#[derive(Debug, Default)]
pub(super) struct History {
    /// The day, and the sentence that names it.
    pub(super) day: Option<(Named, usize)>,
    /// The day long past on which a quotation's story stands, and its sentence.
    pub(super) told: Option<(Date, usize)>,
    pub(super) month: Option<(i16, i8)>,
    /// The month that stood without a day, and its sentence.
    pub(super) month_in: Option<(usize, i16, i8)>,
    /// The quarter that a report is about.
    pub(super) quarter: Option<(i16, i8)>,
    /// The quarter named last, and its sentence: it may be one to come.
    pub(super) quarter_in: Option<(usize, (i16, i8))>,
    /// The reported months or half-year named since.
    pub(super) longer: Option<Longer>,
    pub(super) year: Option<i16>,
}
