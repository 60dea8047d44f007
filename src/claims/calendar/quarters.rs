//! Quarters and halves of a year, and the periods that earnings are compared with.

use super::named::Longer;
use super::resolver::{Resolved, Resolver, plain};
use super::tense::Outlook;
use crate::date::Date;
use crate::extraction::TimeType;
use crate::measures::times::{Amount, TimeMention, TimeRole, Unit, YearOf, role};

/// How many months are longer than a quarter.
const LONGER: i64 = 4;

/// How many words back "after" is looked for: "after a weak first quarter".
const AFTER: usize = 3;

/// A quarter as the number of quarters since the year 0, so that they can be counted on.
fn serial(year: i16, quarter: i8) -> i32 {
    i32::from(year) * 4 + i32::from(quarter) - 1
}

fn named(serial: i32) -> Option<(i16, i8)> {
    let year = i16::try_from(serial.div_euclid(4)).ok()?;
    let quarter = i8::try_from(serial.rem_euclid(4) + 1).ok()?;
    (0..10_000).contains(&year).then_some((year, quarter))
}

fn value((year, quarter): (i16, i8)) -> String {
    format!("{year:04}-Q{quarter}")
}

impl Resolver<'_, '_, '_> {
    /// The last finished quarter, or the coming one where the verb looks ahead.
    pub(super) fn quarter(
        &mut self,
        time: &TimeMention,
        quarter: Option<i8>,
        year: YearOf,
    ) -> Resolved {
        if let (None, YearOf::Given(year)) = (quarter, year) {
            return plain(TimeType::Date, self.period_of(time.sentence, year));
        }
        let current = self
            .published
            .map(|day| serial(day.year(), (day.month() - 1) / 3 + 1));
        // "The quarter was its best", "the latest period": the one that the report is about
        let reported = self
            .history
            .quarter
            .map(|(year, quarter)| serial(year, quarter));
        let reported = reported
            .or_else(|| self.quarter_ended(time))
            .or(current.map(|current| current - 1));
        let relative = |quarter: i8, years: i32| {
            let published = self.published?;
            Some((i32::from(published.year()) + years) * 4 + i32::from(quarter) - 1)
        };
        let found = match (quarter, year) {
            (Some(quarter), YearOf::Given(year)) => Some(serial(year, quarter)),
            (Some(quarter), YearOf::Relative(years)) => relative(quarter, years),
            // A quarter is reported when it is over, and results are expected soon after.
            (Some(quarter), _) => current.map(|current| {
                let quarter = i32::from(quarter) - 1;
                if self.outlook(time) == Some(Outlook::Future) {
                    current - 1 + (quarter - current + 1).rem_euclid(4)
                } else {
                    current - (current - quarter).rem_euclid(4)
                }
            }),
            (None, YearOf::Shift(0)) => current,
            (None, YearOf::Shift(1..)) => current.map(|current| current + 1),
            // "the previous quarter": before the one named last
            (None, YearOf::Shift(..=-2)) => {
                let last = self.history.quarter_in.map(|(_, last)| last);
                let last = last.map(|(year, quarter)| serial(year, quarter));
                last.or(current).map(|last| last - 1)
            }
            (None, YearOf::Shift(_)) => current.map(|current| current - 1),
            // "the quarter a year ago"
            (None, YearOf::Relative(years)) => reported.map(|reported| reported + years * 4),
            (None, _) => reported,
        };
        let Some(found) = found.and_then(named) else {
            return plain(TimeType::Date, None);
        };
        if year != YearOf::Shift(-2) {
            self.name_quarter(time, found, current);
        }
        plain(TimeType::Date, value(found))
    }

    /// "the quarter ended April 30": the one in which its middle month lies, where the report has named none.
    fn quarter_ended(&self, time: &TimeMention) -> Option<i32> {
        let (page, end) = (self.page, time.tokens.end);
        if !page.reads(end, "ended") {
            return None;
        }
        let (month, _) = role(page, end + 1).filter(|(word, _)| word.role == TimeRole::Month)?;
        let month = i8::try_from(month.number).ok()?;
        let published = self.published?;
        let year = published.year() - i16::from(month > published.month());
        let middle = Date::new(year, month, 1).ok()?.add_months(-1)?;
        Some(serial(middle.year(), (middle.month() - 1) / 3 + 1))
    }

    /// Keeps the quarter that the report is about: not the one it is compared with ("the year-earlier quarter"), not a
    /// coming one, and not the one before it ("After a weak first quarter, profit rose").
    fn name_quarter(&mut self, time: &TimeMention, found: (i16, i8), current: Option<i32>) {
        let number = serial(found.0, found.1);
        let first = time.tokens.start.saturating_sub(AFTER);
        let background = (first..time.tokens.start).any(|token| self.page.reads(token, "after"));
        let compared = self
            .history
            .quarter
            .is_some_and(|(year, quarter)| serial(year, quarter) == number + 4);
        if background || compared {
            return;
        }
        self.history.longer = None;
        self.history.quarter_in = Some((time.sentence, found));
        // The quarter in progress: a report's own where the business year ends early, else one to come.
        let other = || self.history.quarter.is_some_and(|quarter| quarter != found);
        let ahead = current.is_some_and(|current| {
            number > current
                || number == current && (other() || self.outlook(time) == Some(Outlook::Future))
        });
        if !ahead {
            self.history.quarter = Some(found);
        }
    }

    /// "a year earlier", "the year-ago period": the same quarter, half or months of the year before those that the
    /// report is about.
    pub(super) fn year_before(&self, sentence: usize) -> Option<String> {
        // "For the nine months, profit rose to $9 million from $8 million a year earlier": no quarter
        let longer = self.longer(sentence);
        if let Some((year, half)) = longer.and_then(|longer| longer.half) {
            return Some(format!("{:04}-H{half}", year - 1));
        }
        let (year, quarter) = self.compared(sentence)?;
        Some(if longer.is_some() {
            format!("{:04}", year - 1)
        } else {
            value((year - 1, quarter))
        })
    }

    /// "the 1988 period"
    fn period_of(&self, sentence: usize, year: i16) -> String {
        match self.compared(sentence) {
            Some((_, quarter)) if self.longer(sentence).is_none() => value((year, quarter)),
            _ => format!("{year:04}"),
        }
    }

    /// The quarter that the sentence has named, or else the one that the report is about.
    fn compared(&self, sentence: usize) -> Option<(i16, i8)> {
        let beside = self.history.quarter_in;
        let beside = beside.filter(|(named, _)| *named == sentence);
        beside.map(|(_, quarter)| quarter).or(self.history.quarter)
    }

    /// The months or the half-year that this sentence or the one before has named.
    fn longer(&self, sentence: usize) -> Option<Longer> {
        self.history
            .longer
            .filter(|longer| sentence <= longer.sentence + 1)
    }

    /// "the nine months", "the year ended June 30": a report's period that is no quarter.
    pub(super) fn name_length(&mut self, time: &TimeMention, amount: Amount, unit: Unit) {
        let long = match unit {
            Unit::Month => amount.whole().is_some_and(|months| months >= LONGER),
            Unit::Year => amount == Amount::ONE,
            _ => false,
        };
        if long && self.page.reads(time.tokens.start, "the") {
            self.history.longer = Some(Longer {
                sentence: time.sentence,
                half: None,
            });
        }
    }

    /// "the first half of 1998"
    pub(super) fn half(&mut self, time: &TimeMention, half: i8, year: YearOf) -> Resolved {
        let year = match year {
            YearOf::Given(year) => Some(year),
            YearOf::Relative(years) => self.published.and_then(|published| {
                let years = i16::try_from(years).ok()?;
                published.year().checked_add(years)
            }),
            // "second-half profit", said in March
            _ => self
                .published
                .map(|published| published.year() - i16::from(half == 2 && published.month() < 7)),
        };
        self.history.longer = Some(Longer {
            sentence: time.sentence,
            half: year.map(|year| (year, half)),
        });
        plain(
            TimeType::Date,
            year.map(|year| format!("{year:04}-H{half}")),
        )
    }
}
