//! Which week, month, season, quarter or year is meant.

use super::named::Named;
use super::resolver::{Resolved, Resolver, length, plain};
use super::tense::{self, Outlook};
use super::values;
use crate::date::Date;
use crate::extraction::TimeType;
use crate::lexicon::Classes;
use crate::measures::times::{Anchor, Day, TimeMention, TimeRole, Unit, YearOf, role};
use crate::text::{Flags, TokenRange};

/// Months back within which "the verdict in October" is one that has been.
const JUST_GONE: i8 = 3;

fn just_gone(month: i8, published: Date) -> bool {
    (1..=JUST_GONE).contains(&(published.month() - month).rem_euclid(12))
}

impl Resolver<'_, '_, '_> {
    pub(super) fn month(&mut self, time: &TimeMention, month: i8, year: YearOf) -> Resolved {
        let Some(year) = self.year_of_month(time, month, year) else {
            return plain(
                TimeType::Date,
                matches!(year, YearOf::Open).then(|| format!("XXXX-{month:02}")),
            );
        };
        self.history.month = Some((year, month));
        self.history.month_in = Some((time.sentence, year, month));
        self.history.year = Some(year);
        let ahead = self.published.map(|published| {
            (i64::from(year) - i64::from(published.year())) * 12
                + i64::from(month - published.month())
        });
        self.dated(format!("{year:04}-{month:02}"), ahead)
    }

    pub(super) fn year_of_month(&self, time: &TimeMention, month: i8, year: YearOf) -> Option<i16> {
        if let YearOf::Given(year) = year {
            return Some(year);
        }
        let published = self.published?;
        let this = published.year();
        Some(match year {
            YearOf::Given(year) => year,
            YearOf::Relative(years) => this.saturating_add(i16::try_from(years).ok()?),
            YearOf::Shift(0) => this,
            // "last February", said in March: not last month
            YearOf::Shift(..=-1) => this - i16::from(month >= published.month() - 1),
            YearOf::Shift(1..) => this + i16::from(month <= published.month()),
            // "He has been in prison since May", said in April; "since the May flood"
            YearOf::Open if self.since(time) => this - i16::from(month > published.month()),
            // "three cuts this year, down from six in May"
            YearOf::Open if self.reached_from(time) => this - i16::from(month > published.month()),
            // "the January attack", said in August: past, unless a verb looks ahead
            YearOf::Open if self.attributive(time) => match month - published.month() {
                7.. => this - 1,
                ..=-7 if self.outlook(time) == Some(Outlook::Future) => this + 1,
                _ => this,
            },
            // "It has extended the loan through January": the end of a time is the nearest one, whatever the verb
            YearOf::Open if self.reads_before(time, "through") => match month - published.month() {
                7.. => this - 1,
                ..=-7 => this + 1,
                _ => this,
            },
            YearOf::Open => match self.outlook(time) {
                // "A verdict in October could split it", said in December: the verb is the verdict's, not the month's
                Some(Outlook::Future) if self.hangs(time) && just_gone(month, published) => {
                    this - i16::from(month > published.month())
                }
                // "a cut in September", said in August of a cut to come: the verb may be another's
                Some(Outlook::Past) => {
                    this - i16::from(month > published.month() + i8::from(self.of_event(time)))
                }
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
    pub(super) fn attributive(&self, time: &TimeMention) -> bool {
        let before = time.tokens.start.checked_sub(1);
        before.is_some_and(|before| {
            self.page
                .is(before, Classes::DETERMINER.with(Classes::POSSESSIVE))
                // "oil for May delivery"
                || self.page.reads(before, "for")
        })
    }

    /// "a *verdict* in October could split it": a noun that the month may belong to stands before it, and no verb.
    fn hangs(&self, time: &TimeMention) -> bool {
        let sentence = self.page.sentences.get(time.sentence);
        self.noun_before(time).is_some()
            && sentence.is_some_and(|found| {
                tense::before(self.syntax, &found.tokens, &time.tokens).is_none()
            })
    }

    /// The noun before "in October".
    fn noun_before(&self, time: &TimeMention) -> Option<usize> {
        let noun = time.tokens.start.checked_sub(2)?;
        let nominal = self.syntax.tag(noun).is_nominal();
        (nominal && self.page.reads(noun + 1, "in")).then_some(noun)
    }

    /// Whether the noun before the month can be what is said to happen in it: "announced a cut in May", not "jailed in Elvik
    /// in May", "raised prices in May".
    fn of_event(&self, time: &TimeMention) -> bool {
        let sentence = self.page.sentences.get(time.sentence);
        let noun = self.noun_before(time);
        noun.is_some_and(|noun| !self.page.has(noun, Flags::CAPITALISED))
            && sentence
                .is_some_and(|found| tense::reported(self.syntax, &found.tokens, &time.tokens))
    }

    /// "down from six in May", "up from 3.1 percent in May"
    fn reached_from(&self, time: &TimeMention) -> bool {
        const FIGURE: usize = 5;
        let floor = time.tokens.start.saturating_sub(FIGURE);
        let from = (floor..time.tokens.start)
            .rev()
            .find(|&token| self.page.reads(token, "from"));
        from.and_then(|from| from.checked_sub(1))
            .is_some_and(|way| self.page.reads(way, "down") || self.page.reads(way, "up"))
    }

    fn since(&self, time: &TimeMention) -> bool {
        let start = time.tokens.start;
        let the = usize::from(self.reads_before(time, "the"));
        start > the && self.page.reads(start - the - 1, "since")
    }

    fn reads_before(&self, time: &TimeMention, word: &str) -> bool {
        let before = time.tokens.start.checked_sub(1);
        before.is_some_and(|before| self.page.reads(before, word))
    }

    pub(super) fn season(&mut self, time: &TimeMention, season: i8, year: YearOf) -> Resolved {
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

    /// "the week of Aug. 9"
    pub(super) fn week_of(&mut self, time: &TimeMention, day: &Day) -> Resolved {
        let value = match day {
            Day::OfMonth {
                month,
                day,
                year,
                weekday,
            } => self.month_day(time, *month, *day, *year, *weekday),
            Day::Anniversary { years } => self.anniversary(*years).map(Named::from),
            _ => None,
        };
        let week = value.and_then(Named::date).map(Date::iso_week);
        plain(
            TimeType::Date,
            week.map(|(year, week)| format!("{year:04}-W{week:02}")),
        )
    }

    pub(super) fn period(
        &mut self,
        time: &TimeMention,
        unit: Unit,
        shift: i64,
        anchor: &Anchor,
    ) -> Resolved {
        // "It was rebuilt the next year", behind "in 2014": the year after that one
        let next = shift == 1 && self.page.reads(time.tokens.start, "the");
        let next = next && self.outlook(time) == Some(Outlook::Past) && self.before_this(unit);
        let anchor = if next { &Anchor::LastNamed } else { anchor };
        let named = *anchor != Anchor::Publication;
        let base = match anchor {
            Anchor::Event(words) => self.event(time.sentence, words).and_then(Named::date),
            Anchor::LastNamed => self.last_named(unit),
            Anchor::Publication => self.published,
            // Said in the second half of a year, the new one is the next.
            Anchor::NewYear => self.published.and_then(|published| published.add_months(6)),
        };
        let Some(base) = base else {
            return plain(TimeType::Date, None);
        };
        // "up from $2 million a year earlier": the quarter that the earnings are compared with
        let compared = unit == Unit::Year && shift == -1 && self.compares(&time.tokens);
        if let Some(value) = compared.then(|| self.year_before(time.sentence)).flatten() {
            return plain(TimeType::Date, value);
        }
        // "In June exports fell 5 percent from a year earlier": from the June before
        if let Some((year, month)) = self.month_beside(time).filter(|_| compared) {
            return plain(TimeType::Date, format!("{:04}-{month:02}", year - 1));
        }
        // "Ten years later he returned": not after publication
        let far = |published: Date| self.late(base, unit, shift, published);
        let past = || self.outlook(time) == Some(Outlook::Past);
        let later = named && shift > 0 && self.compares(&time.tokens);
        if later && self.published.is_some_and(far) && past() {
            return length(shift, unit);
        }
        let ahead = (!named).then_some(shift);
        let value = match unit {
            Unit::Week | Unit::Weekend => self.week(time, base, unit, shift),
            Unit::Month | Unit::Quarter => self.month_or_quarter(base, unit, shift),
            Unit::Year | Unit::Decade | Unit::Century => {
                // "a year earlier" compares, and the story stays where it was.
                self.years(base, unit, shift, !(named && shift < 0))
            }
            _ => None,
        };
        let Some(value) = value else {
            return plain(TimeType::Date, None);
        };
        self.dated(value, ahead)
    }

    /// So many weeks or weekends from a day.
    fn week(&self, time: &TimeMention, base: Date, unit: Unit, shift: i64) -> Option<String> {
        let weekend = unit == Unit::Weekend;
        let shift = match shift {
            0 | -1 if weekend => {
                let gone = base.weekday() >= 6;
                // "He remains in hospital after the weekend crash": a state says nothing of the weekend
                let this = self.page.reads(time.tokens.start, "this");
                let future = shift == 0
                    && self.outlook(time) == Some(Outlook::Future)
                    && (this || self.outspoken(time));
                if gone && shift == 0 || future { 0 } else { -1 }
            }
            shift => shift,
        };
        let (year, week) = base.add_days(shift.checked_mul(7)?)?.iso_week();
        let suffix = if weekend { "-WE" } else { "" };
        Some(format!("{year:04}-W{week:02}{suffix}"))
    }

    /// So many months or quarters from a day.
    fn month_or_quarter(&mut self, base: Date, unit: Unit, shift: i64) -> Option<String> {
        let quarter = unit == Unit::Quarter;
        let day = base.add_months(shift.saturating_mul(if quarter { 3 } else { 1 }))?;
        self.history.month = Some((day.year(), day.month()));
        Some(if quarter {
            format!("{:04}-Q{}", day.year(), (day.month() - 1) / 3 + 1)
        } else {
            format!("{:04}-{:02}", day.year(), day.month())
        })
    }

    /// So many years, decades or centuries from a day; the story goes on there unless they only compare.
    fn years(&mut self, base: Date, unit: Unit, shift: i64, goes_on: bool) -> Option<String> {
        let length = match unit {
            Unit::Year => 1,
            Unit::Decade => 10,
            _ => 100,
        };
        let year = shift
            .checked_mul(length)?
            .checked_add(i64::from(base.year()))?;
        let year = i16::try_from(year)
            .ok()
            .filter(|year| (0..10_000).contains(year))?;
        Some(match unit {
            Unit::Year => {
                if goes_on {
                    self.history.year = Some(year);
                }
                format!("{year:04}")
            }
            Unit::Decade => format!("{:03}", year / 10),
            _ => format!("{:02}", year / 100),
        })
    }

    /// Whether the article has just named a year or month that is over.
    fn before_this(&self, unit: Unit) -> bool {
        let over = |named: Date, published: Date| match unit {
            Unit::Year => named.year() < published.year(),
            Unit::Month => (named.year(), named.month()) < (published.year(), published.month()),
            _ => false,
        };
        self.last_named(unit)
            .zip(self.published)
            .is_some_and(|(named, published)| over(named, published))
    }

    /// Whether so many units behind a day lie behind publication, too.
    fn late(&self, base: Date, unit: Unit, shift: i64, published: Date) -> bool {
        let days = match unit {
            Unit::Week => 7,
            Unit::Month => 31,
            Unit::Year => 366,
            _ => 3650,
        };
        let since = published.days_since(base);
        shift.saturating_mul(days) > since.saturating_add(days)
    }

    /// The month that the same sentence has named.
    fn month_beside(&self, time: &TimeMention) -> Option<(i16, i8)> {
        self.history
            .month_in
            .filter(|(sentence, ..)| *sentence == time.sentence)
            .map(|(_, year, month)| (year, month))
    }

    /// Whether the words are "a year ago", "a year earlier", "year-ago", not "last year".
    pub(super) fn compares(&self, words: &TokenRange) -> bool {
        words.clone().any(|token| {
            self.page.has(token, Flags::HYPHENATED)
                || matches!(role(self.page, token), Some((word, _)) if word.role == TimeRole::Offset)
        })
    }

    /// The day, month or year that was named last, as a day in it.
    pub(super) fn last_named(&self, unit: Unit) -> Option<Date> {
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
}
