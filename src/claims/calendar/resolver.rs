//! Values of time expressions, one after the other, so that "a day earlier" finds the day named before it.

use super::tense::{self, Outlook};
use super::{holidays, values};
use crate::date::Date;
use crate::extraction::{Direction, TimeExpression, TimeType};
use crate::lexicon::Classes;
use crate::mentions::times::{
    Anchor, Day, TimeMention, TimeOfDay, TimeRole, TimeShape, Unit, YearOf, role,
};
use crate::text::{Flags, Page, TokenKind, TokenRange};

/// Days from publication to the nearest "Nov. 15" beyond which the tense decides: what lies that far off on the side
/// that the tense rules out is more likely the one on the other side.
const NEAR: i64 = 75;

/// A day whose year may not be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Named {
    year: Option<i16>,
    month: i8,
    day: i8,
}

impl Named {
    fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }

    fn add_days(self, days: i64) -> Option<Self> {
        // Without a year, one without a leap day stands in.
        let date = Date::new(self.year.unwrap_or(2001), self.month, self.day).ok()?;
        let moved = date.add_days(days)?;
        Some(Self {
            year: self.year.map(|_| moved.year()),
            month: moved.month(),
            day: moved.day(),
        })
    }

    fn value(self) -> String {
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

/// What was named last, by unit.
#[derive(Debug, Default)]
struct History {
    /// The day, and the sentence that names it.
    day: Option<(Named, usize)>,
    month: Option<(i16, i8)>,
    quarter: Option<(i16, i8)>,
    year: Option<i16>,
}

struct Resolver<'r, 't, 'l> {
    page: &'r Page<'t, 'l>,
    published: Option<Date>,
    history: History,
    /// Resolved days by sentence, for events.
    days: Vec<(usize, Named)>,
}

/// A value, its type and the day it means.
struct Resolved {
    kind: TimeType,
    value: Option<String>,
    direction: Option<Direction>,
}

pub(super) fn resolve(
    page: &Page<'_, '_>,
    times: &[TimeMention],
    published: Option<Date>,
) -> Vec<TimeExpression> {
    let mut resolver = Resolver {
        page,
        published,
        history: History::default(),
        days: Vec::new(),
    };
    let expression = |time: &TimeMention| {
        let resolved = resolver.resolve(time);
        TimeExpression {
            span: page.span(&time.tokens),
            sentence: time.sentence,
            kind: resolved.kind,
            value: resolved.value,
            direction: resolved.direction,
        }
    };
    times.iter().map(expression).collect()
}

fn plain(kind: TimeType, value: impl Into<Option<String>>) -> Resolved {
    Resolved {
        kind,
        value: value.into(),
        direction: None,
    }
}

impl Resolver<'_, '_, '_> {
    fn resolve(&mut self, time: &TimeMention) -> Resolved {
        match &time.shape {
            TimeShape::Day { day, time: clock } => self.day(time, day, *clock),
            TimeShape::Month { month, year } => self.month(time, *month, *year),
            TimeShape::Season { season, year } => self.season(time, *season, *year),
            TimeShape::Quarter { quarter, year } => self.quarter(time, *quarter, *year),
            TimeShape::Year(year) => {
                self.history.year = Some(*year);
                self.dated(
                    format!("{year:04}"),
                    self.published
                        .map(|published| i64::from(*year - published.year())),
                )
            }
            TimeShape::Decade(decade) => plain(TimeType::Date, format!("{decade:03}")),
            TimeShape::Century(century) => plain(TimeType::Date, format!("{century:02}")),
            TimeShape::Period {
                unit,
                shift,
                anchor,
            } => self.period(time, *unit, *shift, anchor),
            TimeShape::Duration { amount, unit } => {
                plain(TimeType::Duration, values::duration(*amount, *unit))
            }
            TimeShape::Reference(reference) => {
                plain(TimeType::Date, values::reference(*reference).to_owned())
            }
            TimeShape::Set(recurrence) => plain(TimeType::Set, values::recurrence(*recurrence)),
        }
    }

    fn outlook(&self, time: &TimeMention) -> Option<Outlook> {
        let sentence = &self.page.sentences.get(time.sentence)?.tokens;
        tense::outlook(self.page, sentence, &time.tokens)
    }

    /// A date with its direction: the sign of `ahead`.
    fn dated(&self, value: String, ahead: Option<i64>) -> Resolved {
        Resolved {
            kind: TimeType::Date,
            value: Some(value),
            direction: match ahead {
                Some(1..) => Some(Direction::Future),
                Some(..=-1) => Some(Direction::Past),
                _ => None,
            },
        }
    }

    fn day(&mut self, time: &TimeMention, day: &Day, clock: Option<TimeOfDay>) -> Resolved {
        let kind = if clock.is_some() {
            TimeType::Time
        } else {
            TimeType::Date
        };
        let suffix = clock.map(values::time).unwrap_or_default();
        let found = match day {
            Day::Open => {
                let near = self
                    .history
                    .day
                    .filter(|(_, sentence)| time.sentence <= sentence + 1)
                    .map(|(day, _)| day);
                near.or(self.published.map(Named::from))
            }
            Day::Weekday { weekday, shift } => {
                self.weekday(time, *weekday, *shift).map(Named::from)
            }
            Day::MonthDay {
                month,
                day,
                year,
                weekday,
            } => self.month_day(time, *month, *day, *year, *weekday),
            Day::Relative { days, anchor } => match anchor {
                Anchor::Publication => self
                    .published
                    .and_then(|published| published.add_days(*days))
                    .map(Named::from),
                Anchor::LastNamed => {
                    let named = self
                        .history
                        .day
                        .map(|(day, _)| day)
                        .or(self.published.map(Named::from));
                    named.and_then(|named| named.add_days(*days))
                }
                Anchor::Event(words) => match self.event(time.sentence, words) {
                    Some(named) => named.add_days(*days),
                    None => {
                        let amount = crate::mentions::times::Amount::Tenths(
                            days.unsigned_abs().saturating_mul(10),
                        );
                        return plain(TimeType::Duration, values::duration(amount, Unit::Day));
                    }
                },
            },
            Day::Named { number, year } => self.named_day(time, *number, *year),
        };
        let Some(found) = found else {
            let value = matches!(day, Day::Open)
                .then(|| suffix.clone())
                .filter(|value| !value.is_empty());
            return plain(kind, value);
        };
        if !matches!(day, Day::Open) {
            self.history.day = Some((found, time.sentence));
            if let Some(year) = found.year {
                self.history.year = Some(year);
                self.history.month = Some((year, found.month));
            }
            self.days.push((time.sentence, found));
        }
        let direction = match (found.date(), self.published) {
            (Some(date), Some(published)) if date > published => Some(Direction::Future),
            (Some(_), Some(_)) => Some(Direction::Past),
            _ => None,
        };
        Resolved {
            kind,
            value: Some(found.value() + &suffix),
            direction,
        }
    }

    /// The nearest one that is past, the day of publication with it; the coming one where the verb looks ahead.
    fn weekday(&self, time: &TimeMention, weekday: i8, shift: Option<i32>) -> Option<Date> {
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
            None if self.outlook(time) == Some(Outlook::Future) => ahead,
            _ => -back,
        };
        base.add_days(days)
    }

    /// "Nov. 15": the nearest one, unless that is months away on the side that the tense rules out.
    fn month_day(
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
        if let Some(weekday) = weekday
            && let Some(date) = around
                .clone()
                .filter(|date| date.weekday() == weekday && distance(date) < 400)
                .min_by_key(distance)
        {
            return Some(date.into());
        }
        self.nearest(time, around).map(Named::from)
    }

    fn nearest(
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

    fn named_day(&self, time: &TimeMention, number: i32, year: YearOf) -> Option<Named> {
        if let YearOf::Given(year) = year {
            return holidays::day(number, year).map(Named::from);
        }
        let Some(published) = self.published else {
            let fixed = (101..=1231).contains(&number);
            return fixed.then(|| Named {
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

    fn month(&mut self, time: &TimeMention, month: i8, year: YearOf) -> Resolved {
        let Some(year) = self.year_of_month(time, month, year) else {
            return plain(
                TimeType::Date,
                matches!(year, YearOf::Open).then(|| format!("XXXX-{month:02}")),
            );
        };
        self.history.month = Some((year, month));
        self.history.year = Some(year);
        let ahead = self.published.map(|published| {
            (i64::from(year) - i64::from(published.year())) * 12
                + i64::from(month - published.month())
        });
        self.dated(format!("{year:04}-{month:02}"), ahead)
    }

    fn year_of_month(&self, time: &TimeMention, month: i8, year: YearOf) -> Option<i16> {
        if let YearOf::Given(year) = year {
            return Some(year);
        }
        let published = self.published?;
        let this = published.year();
        Some(match year {
            YearOf::Given(year) => year,
            YearOf::Relative(years) => this.saturating_add(i16::try_from(years).ok()?),
            YearOf::Shift(0) => this,
            YearOf::Shift(..=-1) => this - i16::from(month >= published.month()),
            YearOf::Shift(1..) => this + i16::from(month <= published.month()),
            YearOf::Open => match self.outlook(time).filter(|_| !self.attributive(time)) {
                // "a cut in September", said in August of a cut to come: the verb may be another's
                Some(Outlook::Past) => this - i16::from(month > published.month() + 1),
                Some(Outlook::Future) => this + i16::from(month < published.month()),
                None => match month - published.month() {
                    7.. => this - 1,
                    ..=-7 => this + 1,
                    _ => this,
                },
            },
        })
    }

    /// "under a June agreement": no verb is about the month.
    fn attributive(&self, time: &TimeMention) -> bool {
        let before = time.tokens.start.checked_sub(1);
        before.is_some_and(|before| {
            self.page
                .is(before, Classes::DETERMINER.with(Classes::POSSESSIVE))
        })
    }

    fn season(&mut self, time: &TimeMention, season: i8, year: YearOf) -> Resolved {
        let code = values::season(season);
        if let YearOf::Given(year) = year {
            return plain(TimeType::Date, format!("{year:04}-{code}"));
        }
        let Some(published) = self.published else {
            return plain(
                TimeType::Date,
                matches!(year, YearOf::Open).then(|| format!("XXXX-{code}")),
            );
        };
        // The month in which it begins; a winter is named by the year of its December here.
        let begins = [3, 6, 9, 12][usize::try_from(season - 1).unwrap_or(0).min(3)];
        let this = published.year();
        let year = match year {
            YearOf::Relative(years) => this.saturating_add(i16::try_from(years).unwrap_or(0)),
            YearOf::Shift(..=-1) => this - i16::from(published.month() < begins + 3),
            YearOf::Shift(_) => this + i16::from(published.month() >= begins),
            _ => match self.outlook(time) {
                Some(Outlook::Future) => this + i16::from(published.month() > begins + 2),
                _ => this - i16::from(published.month() < begins - 1),
            },
        };
        self.history.year = Some(year);
        plain(TimeType::Date, format!("{year:04}-{code}"))
    }

    /// The last finished quarter, or the coming one where the verb looks ahead.
    fn quarter(&mut self, time: &TimeMention, quarter: Option<i8>, year: YearOf) -> Resolved {
        if let (Some(quarter), YearOf::Given(year)) = (quarter, year) {
            self.history.quarter = Some((year, quarter));
            return plain(TimeType::Date, format!("{year:04}-Q{quarter}"));
        }
        if let YearOf::Given(year) = year {
            let quarter = self
                .history
                .quarter
                .map(|(_, quarter)| format!("-Q{quarter}"));
            return plain(
                TimeType::Date,
                format!("{year:04}{}", quarter.unwrap_or_default()),
            );
        }
        let Some(published) = self.published else {
            return plain(TimeType::Date, None);
        };
        let current = i32::from(published.year()) * 4 + i32::from(published.month() - 1) / 3;
        let found = match (quarter, year) {
            (None, YearOf::Shift(0)) => current,
            (None, YearOf::Shift(1..)) => current + 1,
            (None, _) => current - 1,
            (Some(quarter), YearOf::Relative(years)) => {
                (i32::from(published.year()) + years) * 4 + i32::from(quarter) - 1
            }
            (Some(quarter), _) => {
                let quarter = i32::from(quarter) - 1;
                // A quarter is reported when it is over, and results are expected soon after.
                if self.outlook(time) == Some(Outlook::Future) {
                    current - 1 + (quarter - current + 1).rem_euclid(4)
                } else {
                    current - (current - quarter).rem_euclid(4)
                }
            }
        };
        let (year, quarter) = (found.div_euclid(4), found.rem_euclid(4) + 1);
        if let (Ok(year), Ok(quarter)) = (i16::try_from(year), i8::try_from(quarter)) {
            self.history.quarter = Some((year, quarter));
        }
        plain(TimeType::Date, format!("{year:04}-Q{quarter}"))
    }

    fn period(&mut self, time: &TimeMention, unit: Unit, shift: i64, anchor: &Anchor) -> Resolved {
        let named = *anchor != Anchor::Publication;
        let base = match anchor {
            Anchor::Event(words) => self.event(time.sentence, words).and_then(Named::date),
            Anchor::LastNamed => self.last_named(unit),
            Anchor::Publication => self.published,
        };
        let Some(base) = base else {
            return plain(TimeType::Date, None);
        };
        // "up from $2 million a year earlier": the quarter that the earnings are compared with
        let compared = unit == Unit::Year && shift == -1 && self.compares(&time.tokens);
        if compared && let Some((year, quarter)) = self.history.quarter {
            return plain(TimeType::Date, format!("{:04}-Q{quarter}", year - 1));
        }
        let ahead = (!named).then_some(shift);
        let value = match unit {
            Unit::Week | Unit::Weekend => {
                let weekend = unit == Unit::Weekend;
                let shift = match shift {
                    0 | -1 if weekend => {
                        let gone = base.weekday() >= 6;
                        let future = shift == 0 && self.outlook(time) == Some(Outlook::Future);
                        if gone && shift == 0 || future { 0 } else { -1 }
                    }
                    shift => shift,
                };
                let Some(day) = shift.checked_mul(7).and_then(|days| base.add_days(days)) else {
                    return plain(TimeType::Date, None);
                };
                let (year, week) = day.iso_week();
                format!("{year:04}-W{week:02}{}", if weekend { "-WE" } else { "" })
            }
            Unit::Month | Unit::Quarter => {
                let months = if unit == Unit::Quarter {
                    shift.saturating_mul(3)
                } else {
                    shift
                };
                let Some(day) = base.add_months(months) else {
                    return plain(TimeType::Date, None);
                };
                self.history.month = Some((day.year(), day.month()));
                if unit == Unit::Quarter {
                    format!("{:04}-Q{}", day.year(), (day.month() - 1) / 3 + 1)
                } else {
                    format!("{:04}-{:02}", day.year(), day.month())
                }
            }
            Unit::Year | Unit::Decade | Unit::Century => {
                let length = match unit {
                    Unit::Year => 1,
                    Unit::Decade => 10,
                    _ => 100,
                };
                let year = shift
                    .checked_mul(length)
                    .and_then(|years| years.checked_add(i64::from(base.year())));
                let Some(year) = year.filter(|year| (0..10_000).contains(year)) else {
                    return plain(TimeType::Date, None);
                };
                match unit {
                    Unit::Year => {
                        // "a year earlier" compares, and the story stays where it was.
                        if !(named && shift < 0) {
                            self.history.year = i16::try_from(year).ok();
                        }
                        format!("{year:04}")
                    }
                    Unit::Decade => format!("{:03}", year / 10),
                    _ => format!("{:02}", year / 100),
                }
            }
            _ => return plain(TimeType::Date, None),
        };
        self.dated(value, ahead)
    }

    /// Whether the words are "a year ago", "a year earlier", "year-ago", not "last year".
    fn compares(&self, words: &TokenRange) -> bool {
        words.clone().any(|token| {
            self.page.has(token, Flags::HYPHENATED)
                || matches!(role(self.page, token), Some((word, _)) if word.role == TimeRole::Offset)
        })
    }

    /// The day, month or year that was named last, as a day in it.
    fn last_named(&self, unit: Unit) -> Option<Date> {
        let day = self.history.day.and_then(|(day, _)| day.date());
        let found = match unit {
            Unit::Year | Unit::Decade | Unit::Century => self
                .history
                .year
                .and_then(|year| Date::new(year, 1, 1).ok()),
            Unit::Month | Unit::Quarter => self
                .history
                .month
                .and_then(|(year, month)| Date::new(year, month, 1).ok()),
            _ => day,
        };
        found.or(self.published)
    }

    /// The day that the article gives for "Keller's speech": the one named beside the same name.
    fn event(&self, sentence: usize, words: &TokenRange) -> Option<Named> {
        let names: Vec<&str> = words
            .clone()
            .take_while(|&token| self.page.kind(token) == Some(TokenKind::Word))
            .map(|token| self.page.word(token))
            .collect();
        let name = names.last()?;
        let names_it = |number: usize| {
            self.page.sentences.get(number).is_some_and(|found| {
                found
                    .tokens
                    .clone()
                    .any(|token| self.page.word(token) == *name)
            })
        };
        self.days
            .iter()
            .rev()
            .find(|(number, _)| *number <= sentence && names_it(*number))
            .map(|(_, day)| *day)
    }
}
