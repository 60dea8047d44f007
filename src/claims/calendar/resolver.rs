//! Values of time expressions, one after the other, so that "a day earlier" finds the day named before it.

use std::borrow::Cow;

use super::days_of::days_of;
use super::named::{History, Named};
use super::tense::{self, Outlook};
use super::values;
use crate::date::Date;
use crate::extraction::{Direction, TimeExpression, TimeType};
use crate::measures::times::{
    Amount, Anchor, Day, TimeMention, TimeOfDay, TimeRole, TimeShape, Unit, role,
};
use crate::syntax::Syntax;
use crate::text::{Page, TokenKind, TokenRange};

/// How many named days back an event is looked for.
const EVENTS: usize = 50;

pub(super) struct Resolver<'r, 't, 'l> {
    pub(super) syntax: &'r Syntax<'r, 't, 'l>,
    pub(super) page: &'r Page<'t, 'l>,
    pub(super) published: Option<Date>,
    pub(super) history: History,
    /// Resolved days by sentence, for events.
    pub(super) days: Vec<(usize, Named)>,
}

/// A value, its type and the day it means.
pub(super) struct Resolved {
    pub(super) kind: TimeType,
    pub(super) value: Option<String>,
    pub(super) direction: Option<Direction>,
}

pub(super) fn resolve<'t>(
    syntax: &Syntax<'_, 't, '_>,
    times: &[TimeMention],
    published: Option<Date>,
) -> Vec<TimeExpression<'t>> {
    let page = syntax.page;
    let mut resolver = Resolver {
        syntax,
        page,
        published,
        history: History::default(),
        days: Vec::new(),
    };
    let expression = |time: &TimeMention| {
        let resolved = resolver.resolve(time);
        let days = resolved.value.as_deref().and_then(days_of);
        TimeExpression {
            span: page.span(&time.tokens),
            text: Cow::Borrowed(page.printed(&time.tokens)),
            sentence: time.sentence,
            kind: resolved.kind,
            value: resolved.value,
            first: days.map(|(first, _)| first),
            last: days.map(|(_, last)| last),
            direction: resolved.direction,
        }
    };
    times.iter().map(expression).collect()
}

pub(super) fn plain(kind: TimeType, value: impl Into<Option<String>>) -> Resolved {
    Resolved {
        kind,
        value: value.into(),
        direction: None,
    }
}

/// "ten years later" than nobody says when: a length.
pub(super) fn length(count: i64, unit: Unit) -> Resolved {
    let amount = Amount::Tenths(count.unsigned_abs().saturating_mul(10));
    plain(TimeType::Duration, values::duration(amount, unit))
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
            TimeShape::Half { half, year } => self.half(time, *half, *year),
            TimeShape::WeekOf(day) => self.week_of(time, day),
            TimeShape::Decade(decade) => plain(TimeType::Date, format!("{decade:03}")),
            TimeShape::Century(century) => plain(TimeType::Date, format!("{century:02}")),
            TimeShape::Period {
                unit,
                shift,
                anchor,
            } => self.period(time, *unit, *shift, anchor),
            TimeShape::Duration { amount, unit } => {
                self.name_length(time, *amount, *unit);
                plain(TimeType::Duration, values::duration(*amount, *unit))
            }
            TimeShape::Lengths([first, second]) => {
                plain(TimeType::Duration, values::lengths(*first, *second))
            }
            TimeShape::Reference(reference) => {
                plain(TimeType::Date, values::reference(*reference).to_owned())
            }
            TimeShape::Set(recurrence) => plain(TimeType::Set, values::recurrence(*recurrence)),
        }
    }

    pub(super) fn outlook(&self, time: &TimeMention) -> Option<Outlook> {
        let sentence = &self.page.sentences.get(time.sentence)?.tokens;
        tense::outlook(self.syntax, sentence, &time.tokens)
    }

    /// Whether the verb says outright that what it tells is to come.
    pub(super) fn outspoken(&self, time: &TimeMention) -> bool {
        let sentence = self.page.sentences.get(time.sentence);
        sentence.is_some_and(|found| tense::outspoken(self.syntax, &found.tokens, &time.tokens))
    }

    /// Whether the verb beside the expression says outright that what it tells is over.
    pub(super) fn told(&self, time: &TimeMention) -> bool {
        let sentence = self.page.sentences.get(time.sentence);
        sentence.is_some_and(|found| tense::told(self.syntax, &found.tokens, &time.tokens))
    }

    /// A date with its direction: the sign of `ahead`.
    pub(super) fn dated(&self, value: String, ahead: Option<i64>) -> Resolved {
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

    pub(super) fn day(
        &mut self,
        time: &TimeMention,
        day: &Day,
        clock: Option<TimeOfDay>,
    ) -> Resolved {
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
            Day::OfMonth {
                month,
                day,
                year,
                weekday,
            } => self.month_day(time, *month, *day, *year, *weekday),
            Day::Relative { days, anchor } => match self.relative_day(time, *days, anchor) {
                Ok(found) => found,
                Err(length) => return length,
            },
            Day::InWeek { weekday, weeks } => self
                .published
                .and_then(|published| {
                    let ahead = i64::from(*weekday - published.weekday());
                    published.add_days(weeks.checked_mul(7)?.checked_add(ahead)?)
                })
                .map(Named::from),
            Day::Anniversary { years } => self.anniversary(*years).map(Named::from),
            Day::Named { number, year } => self.named_day(time, *number, *year),
        };
        let Some(found) = found else {
            let value = matches!(day, Day::Open)
                .then(|| suffix.clone())
                .filter(|value| !value.is_empty());
            return plain(kind, value);
        };
        if !matches!(day, Day::Open) {
            self.name_story(time, day, found);
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

    /// "yesterday", "a day earlier", "two days after the quake"; where nobody says from when, a length.
    fn relative_day(
        &self,
        time: &TimeMention,
        days: i64,
        anchor: &Anchor,
    ) -> Result<Option<Named>, Resolved> {
        let named = match anchor {
            Anchor::Publication | Anchor::NewYear => {
                return Ok(self
                    .published
                    .and_then(|published| published.add_days(days))
                    .map(Named::from));
            }
            Anchor::Event(words) => {
                let event = self.event(time.sentence, words);
                let named = event.ok_or_else(|| length(days, Unit::Day))?;
                return Ok(named.add_days(days));
            }
            Anchor::LastNamed => self.history.day.map(|(day, _)| day),
        };
        // "that day" points at a day that is named, and never at the day of printing
        let pointed = days == 0 && self.points(&time.tokens);
        let named = named.or(self.published.filter(|_| !pointed).map(Named::from));
        let found = named.and_then(|named| named.add_days(days));
        // "died four days later": not after the day on which it was printed, so from another day.
        let late = found.and_then(Named::date).zip(self.published);
        let late = late.is_some_and(|(date, published)| date > published);
        if !late || self.outlook(time) != Some(Outlook::Past) {
            return Ok(found);
        }
        if days != 0 && self.compares(&time.tokens) {
            return Err(length(days, Unit::Day));
        }
        Ok(None)
    }

    /// The day of publication so many years on.
    pub(super) fn anniversary(&self, years: i64) -> Option<Date> {
        self.published?.add_months(years.checked_mul(12)?)
    }

    /// Whether the words are "that day", "the same day", not "later in the day".
    fn points(&self, words: &TokenRange) -> bool {
        words.clone().any(|token| {
            matches!(role(self.page, token), Some((word, _)) if word.role == TimeRole::Anaphor)
        })
    }

    /// The day that the article gives for "Keller's speech": the one named beside the same name.
    pub(super) fn event(&self, sentence: usize, words: &TokenRange) -> Option<Named> {
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
            .take(EVENTS)
            .find(|(number, _)| *number <= sentence && names_it(*number))
            .map(|(_, day)| *day)
    }
}
