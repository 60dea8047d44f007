//! Which day is meant: weekdays, days of a month, named days.

use super::holidays;
use super::named::Named;
use super::resolver::Resolver;
use super::tense::Outlook;
use crate::date::Date;
use crate::measures::times::{TimeMention, YearOf};

/// Days from publication to the nearest "Nov. 15" beyond which the tense decides: what lies that far off on the side
/// that the tense rules out is more likely the one on the other side.
const NEAR: i64 = 75;

/// Days to a weekday that is so far ahead because it was yesterday or the day before. On a Thursday, "Tuesday" is the
/// one just gone ("Even with the victory Tuesday, it remains hard") unless a verb before it is outspoken.
const FRESH: i64 = 5;

impl Resolver<'_, '_, '_> {
    /// The nearest one that is past, the day of publication with it; the coming one where the verb looks ahead.
    pub(super) fn weekday(
        &self,
        time: &TimeMention,
        weekday: i8,
        shift: Option<i32>,
    ) -> Option<Date> {
        let published = self.published?;
        // "the previous Friday", "the following Monday": from the day named last
        let base = match (shift, self.history.day.and_then(|(day, _)| day.date())) {
            (Some(-2 | 2), Some(named)) => named,
            _ => published,
        };
        let back = i64::from((base.weekday() - weekday).rem_euclid(7));
        let ahead = i64::from((weekday - base.weekday()).rem_euclid(7));
        let strictly = |days: i64| if days == 0 { 7 } else { days };
        let days = match shift {
            Some(..=-1) => -strictly(back),
            // On a Saturday, "next Sunday" is not the day after.
            Some(1) if ahead == 1 => 8,
            Some(1..) => strictly(ahead),
            Some(0) if self.outlook(time) != Some(Outlook::Past) => ahead,
            None if self.outlook(time) == Some(Outlook::Future)
                && (ahead < FRESH || self.outspoken(time)) =>
            {
                ahead
            }
            _ => -back,
        };
        let found = base.add_days(days)?;
        // "Shares fell Friday, to 4 percent below the previous Friday": not the one that is named already
        let named = |date: &Date| self.days.iter().any(|(_, day)| day.date() == Some(*date));
        if shift == Some(-2) && named(&found) {
            return found.add_days(-7);
        }
        Some(found)
    }

    /// "Nov. 15": the nearest one, unless that is months away on the side that the tense rules out.
    pub(super) fn month_day(
        &self,
        time: &TimeMention,
        month: i8,
        day: i8,
        year: Option<i16>,
        weekday: Option<i8>,
    ) -> Option<Named> {
        // "June 31" keeps its place in the text, but is no day.
        Date::new(2000, month, day).ok()?;
        if let Some(year) = year {
            return Date::new(year, month, day).ok().map(Named::from);
        }
        let Some(published) = self.published else {
            return Some(Named {
                year: None,
                month,
                day,
            });
        };
        let around =
            (-8..=8).filter_map(|step| Date::new(published.year() + step, month, day).ok());
        let distance = |date: &Date| date.days_since(published).abs();
        let on_weekday = weekday.and_then(|weekday| {
            let candidates = around.clone();
            candidates
                .filter(|date| date.weekday() == weekday && distance(date) < 400)
                .min_by_key(distance)
        });
        if let Some(date) = on_weekday {
            return Some(date.into());
        }
        self.nearest(time, around).map(Named::from)
    }

    pub(super) fn nearest(
        &self,
        time: &TimeMention,
        candidates: impl Iterator<Item = Date> + Clone,
    ) -> Option<Date> {
        let published = self.published?;
        let nearest = candidates
            .clone()
            .min_by_key(|date| date.days_since(published).abs())?;
        let ahead = nearest.days_since(published);
        if ahead.abs() <= NEAR {
            return Some(nearest);
        }
        let outlook = self.outlook(time);
        match outlook {
            Some(Outlook::Past) if ahead > 0 => candidates.filter(|date| *date <= published).max(),
            Some(Outlook::Future) if ahead < 0 => {
                candidates.filter(|date| *date >= published).min()
            }
            _ => Some(nearest),
        }
    }

    pub(super) fn named_day(&self, time: &TimeMention, number: i32, year: YearOf) -> Option<Named> {
        if let YearOf::Given(year) = year {
            return holidays::day(number, year).map(Named::from);
        }
        let Some(published) = self.published else {
            let fixed = (101..=1231).contains(&number);
            return fixed.then_some(Named {
                year: None,
                month: (number / 100) as i8,
                day: (number % 100) as i8,
            });
        };
        let around = (-1..=1).filter_map(|step| holidays::day(number, published.year() + step));
        match year {
            YearOf::Shift(..=-1) => around.filter(|date| *date < published).max(),
            YearOf::Shift(1..) => around.filter(|date| *date > published).min(),
            YearOf::Shift(0) | YearOf::Relative(_) => holidays::day(number, published.year()),
            _ => self.nearest(time, around),
        }
        .map(Named::from)
    }
}
