//! Which day is meant: weekdays, days of a month, named days.

use super::holidays;
use super::named::Named;
use super::resolver::Resolver;
use super::tense::Outlook;
use crate::date::Date;
use crate::lexicon::Classes;
use crate::measures::times::{Day, TimeMention, YearOf};
use crate::text::TokenKind;

/// Days from publication to the nearest "Nov. 15" beyond which the tense decides: what lies that far off on the side
/// that the tense rules out is more likely the one on the other side.
const NEAR: i64 = 75;

/// Days before publication from which on a weekday beside a date can be neither of this week nor of the last.
const FORTNIGHT: i64 = 14;

/// How many sentences on a quotation's story goes: captions and credits may stand between.
const STORY: usize = 5;

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
        if let Some(found) = self.in_story(time, weekday).filter(|_| shift.is_none()) {
            return Some(found);
        }
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

    /// Keeps the day on which the story of a quotation stands: “We landed on March 3 and drove north on Friday,” said in
    /// May. Who is quoted speaks from that day; the article's own weekdays count from publication.
    pub(super) fn name_story(&mut self, time: &TimeMention, day: &Day, found: Named) {
        let date = found.date().filter(|_| self.is_quoted(time));
        let (Some(date), Some(published)) = (date, self.published) else {
            return;
        };
        let dated = matches!(day, Day::OfMonth { .. });
        if (dated || self.history.told.is_some()) && published.days_since(date) > FORTNIGHT {
            self.history.told = Some((date, time.sentence));
        }
    }

    /// The weekday next to the day on which the quotation's story stands.
    fn in_story(&self, time: &TimeMention, weekday: i8) -> Option<Date> {
        let (day, sentence) = self.history.told?;
        if time.sentence > sentence + STORY || !self.is_quoted(time) {
            return None;
        }
        (-3..=3)
            .filter_map(|step| day.add_days(step))
            .find(|date| date.weekday() == weekday)
    }

    fn is_quoted(&self, time: &TimeMention) -> bool {
        let quotations = &self.page.quotations;
        let behind =
            quotations.partition_point(|quotation| quotation.tokens.start <= time.tokens.start);
        quotations[..behind]
            .iter()
            .rev()
            .take(2)
            .any(|quotation| quotation.double && quotation.tokens.contains(&time.tokens.start))
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
        let yearless = Named {
            year: None,
            month,
            day,
        };
        let Some(published) = self.published.filter(|_| !self.names_no_year(time)) else {
            return Some(yearless);
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
        // "The bill passed on Jan. 5", said in December: the verb beside the day leaves no doubt
        let told = ahead > 0 && self.told(time);
        if ahead.abs() <= NEAR && !told {
            return Some(nearest);
        }
        let outlook = self.outlook(time);
        match outlook {
            _ if told => candidates.filter(|date| *date <= published).max(),
            Some(Outlook::Past) if ahead > 0 => candidates.filter(|date| *date <= published).max(),
            Some(Outlook::Future) if ahead < 0 => {
                candidates.filter(|date| *date >= published).min()
            }
            _ => Some(nearest),
        }
    }

    /// Whether the article gives a day and keeps its year to itself: "She was born on Jan. 5", and what somebody took the
    /// day for, "he said it was Feb. 3"; not "it was Feb. 3 when the fire broke out".
    fn names_no_year(&self, time: &TimeMention) -> bool {
        let page = self.page;
        let on = usize::from(page.reads(time.tokens.start.wrapping_sub(1), "on"));
        let Some(verb) = time.tokens.start.checked_sub(1 + on) else {
            return false;
        };
        let that = usize::from(page.reads(verb.wrapping_sub(2), "that"));
        let taken_for = page.reads(verb, "was")
            && page.reads(verb.wrapping_sub(1), "it")
            && page.is(verb.wrapping_sub(2 + that), Classes::CUE_VERB)
            && page.kind(time.tokens.end) != Some(TokenKind::Word);
        page.reads(verb, "born") || taken_for
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
