//! Weekdays: "Friday", "early last Friday", "Monday nights", "Wednesday 20 March", "Tuesday of last week".

use super::reader::{Found, Reader};
use super::shape::{Day, Recurrence, TimeOfDay, TimeShape};
use super::words::TimeRole;
use crate::lexicon::Classes;
use crate::lexicon::entries::figures::NumberKind;
use crate::text::{Flags, TokenKind};

impl Reader<'_, '_, '_> {
    /// "Friday", "early last Friday", "Friday night", "Friday, April 25"
    pub(super) fn weekday(&self, index: usize, weekday: i32) -> Option<Found> {
        let weekday = i8::try_from(weekday).ok()?;
        if !self.is_weekday(index) {
            return None;
        }
        if let Some(found) = self.weekdays(index, weekday) {
            return Some(found);
        }
        let mut end = index + 1;
        let (start, mut day) = self.shifted_weekday(index, weekday);
        if let Some((date_end, date)) = self.date_of_weekday(end, weekday) {
            (end, day) = (date_end, date);
        }
        if let (Day::Weekday { shift: None, .. }, Some((week_end, weeks))) =
            (&day, self.week_after(end))
        {
            end = week_end;
            day = Day::InWeek { weekday, weeks };
        }
        let mut time = None;
        if let Some((part_end, part, _)) = self.part_after(end) {
            end = part_end;
            time = Some(TimeOfDay::Part(part));
        } else {
            let at = usize::from(self.reads(end, "at"));
            if let Some((clock_end, clock)) = self.clock_at(end + at) {
                end = clock_end;
                time = Some(clock);
            }
        }
        Some((self.with_modifier(start)..end, TimeShape::Day { day, time }))
    }

    /// Whether the name of a weekday is one here: not in "the Sunday Herald", "He sat.", "the first Monday in September".
    fn is_weekday(&self, index: usize) -> bool {
        // "the first Monday in September" is another day each year.
        let ranked = index > self.floor
            && self
                .number_word(index - 1)
                .is_some_and(|(word, _)| word.kind == NumberKind::Ordinal);
        if ranked {
            return false;
        }
        // "He sat.", "the sun.": only with a capital, and "Sun." only beside a date.
        if self.is_short_weekday(index)
            && (!self.page.has(index, Flags::CAPITALISED)
                || !self.page.word(index).ends_with('.') && !self.reads(index + 1, ",")
                // "a headline in the Sun."
                || self.before(index, "the")
                // "the Harbour Sun."
                || index > self.floor
                    && self.page.has(index - 1, Flags::CAPITALISED)
                    && self.kind(index - 1) == Some(TokenKind::Word)
                    && !self.page.is(index - 1, Classes::PREPOSITION))
        {
            return false;
        }
        // "the Sunday Herald" is a paper.
        let next_is_name = self.page.has(index + 1, Flags::CAPITALISED)
            && self.kind(index + 1) == Some(TokenKind::Word)
            && !self.page.is(index + 1, Classes::TIME);
        !(next_is_name && self.before(index, "the"))
    }

    /// "Sun.", "Thurs."
    fn is_short_weekday(&self, index: usize) -> bool {
        self.page.word(index).len() <= 5
    }

    /// What comes again: "Mondays", "every Monday", "Tuesday nights", "on Monday and Tuesday nights".
    fn weekdays(&self, index: usize, weekday: i8) -> Option<Found> {
        let plural = self.page.word(index).ends_with(['s', 'S']) && !self.is_short_weekday(index);
        let end = index + 1;
        let set = |start: usize, end: usize, part| {
            let again = Recurrence::Weekday(weekday, part);
            Some((start..end, TimeShape::Set(again)))
        };
        let every = self.every_before(index);
        let again = self
            .part_after(end)
            .filter(|&(_, _, many)| plural || many || every.is_some());
        if let Some((part_end, part, _)) = again {
            return set(every.unwrap_or(index), part_end, Some(part));
        }
        // "on Monday and Tuesday nights"
        let joined = (self.reads(end, "and") || self.reads(end, "or"))
            && self.is_role(end + 1, TimeRole::Weekday);
        if let Some((_, part, true)) = joined.then(|| self.part_after(end + 2)).flatten() {
            return set(index, end, Some(part));
        }
        match every {
            Some(every) => set(every, end, None),
            None if plural => set(index, end, None),
            None => None,
        }
    }

    /// The date that belongs to a weekday before it: "Friday, April 25", "Wednesday 20 March", "Wednesday, the 20th of
    /// March".
    fn date_of_weekday(&self, end: usize, weekday: i8) -> Option<(usize, Day)> {
        let comma = usize::from(self.reads(end, ","));
        let the = usize::from(self.reads(end + comma, "the"));
        let british = self.day_before_month(end + comma + the);
        let british = british.filter(|(range, _)| range.end > end + comma + the + 1);
        let (date_end, day) = match british {
            Some((range, TimeShape::Day { day, .. })) => (range.end, day),
            _ => self.month_day_at(end + comma)?,
        };
        let Day::OfMonth {
            month, day, year, ..
        } = day
        else {
            return None;
        };
        let date = Day::OfMonth {
            month,
            day,
            year,
            weekday: Some(weekday),
        };
        Some((date_end, date))
    }

    /// "last week" and "of last week" behind a weekday
    fn week_after(&self, index: usize) -> Option<(usize, i64)> {
        let at = index + usize::from(self.reads(index, "of"));
        let weeks = self
            .number_of(at, TimeRole::Shift)
            .filter(|weeks| *weeks > -2)?;
        (self.number_of(at + 1, TimeRole::Unit)? == 2).then_some((at + 2, i64::from(weeks)))
    }

    /// "last Friday", "this coming Sunday", "the previous Friday"
    fn shifted_weekday(&self, start: usize, weekday: i8) -> (usize, Day) {
        if let Some(shift) = self
            .number_before(start, TimeRole::Shift)
            .filter(|&shift| shift > -2)
        {
            let start = start - 1;
            let start = if shift != 0 && self.before(start, "this") {
                start - 1
            } else {
                start
            };
            return (
                self.with_the(start),
                Day::Weekday {
                    weekday,
                    shift: Some(shift),
                },
            );
        }
        if let Some(shift) = self
            .number_before(start, TimeRole::Anaphor)
            // "following Wednesday's leak": after it
            .filter(|&shift| shift != 0 && (shift < 0 || self.before(start.wrapping_sub(1), "the")))
        {
            // Counted from the day last named, which the week before publication stands for.
            let shift = if shift < 0 { -2 } else { 2 };
            return (
                self.with_the(start - 1),
                Day::Weekday {
                    weekday,
                    shift: Some(shift),
                },
            );
        }
        (
            start,
            Day::Weekday {
                weekday,
                shift: None,
            },
        )
    }
}
