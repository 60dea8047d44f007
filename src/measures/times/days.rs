//! Days: yesterday and today, named days, and dates in figures.

use super::reader::{Found, Reader};
use super::shape::{Amount, Anchor, Day, DayPart, Recurrence, TimeOfDay, TimeShape, Unit, YearOf};
use super::words::TimeRole;
use crate::lexicon::Classes;
use crate::text::{Flags, TokenKind, TokenRange};

impl Reader<'_, '_, '_> {
    /// The token of "each" or "every" right before `index`.
    pub(super) fn every_before(&self, index: usize) -> Option<usize> {
        self.number_before(index, TimeRole::Every)
            .map(|_| index - 1)
    }

    /// A part of the day at `index`, and whether it stands in the plural.
    pub(super) fn part_after(&self, index: usize) -> Option<(usize, DayPart, bool)> {
        let number = self.number_of(index, TimeRole::DayPart)?;
        let plural = self.page.word(index).ends_with(['s', 'S']);
        Some((index + 1, day_part(number)?, plural))
    }

    /// "yesterday", "late yesterday", "tomorrow night"
    pub(super) fn deictic(&self, index: usize, days: i32) -> Option<Found> {
        // "USA Today", "Yesterday's Papers"
        if self.page.has(index, Flags::CAPITALISED)
            && index > self.floor
            && self.kind(index - 1) == Some(TokenKind::Word)
            && self.page.has(index - 1, Flags::CAPITALISED)
        {
            return None;
        }
        // "the leaders of tomorrow", not "a warning of tomorrow's storm"
        let generic =
            days > 0 && self.before(index, "of") && self.kind(index + 1) != Some(TokenKind::Clitic);
        if generic {
            return None;
        }
        let day = Day::Relative {
            days: i64::from(days),
            anchor: Anchor::Publication,
        };
        let mut end = index + 1;
        let mut time = None;
        if let Some((part_end, part, _)) = self.part_after(end) {
            end = part_end;
            time = Some(TimeOfDay::Part(part));
        } else if self.reads(end, "at") {
            if let Some((clock_end, clock)) = self.clock_at(end + 1) {
                end = clock_end;
                time = Some(clock);
            }
        }
        Some((self.with_modifier(index)..end, TimeShape::Day { day, time }))
    }

    /// "Christmas", "last Easter", "Labor Day 2012"
    pub(super) fn named_day(&self, range: TokenRange, number: i32) -> Option<Found> {
        if !self.page.has(range.start, Flags::CAPITALISED) {
            return None;
        }
        // "Easter Seals"
        let name = self.page.has(range.end, Flags::CAPITALISED)
            && self.kind(range.end) == Some(TokenKind::Word)
            && !self.page.is(range.end, Classes::TIME);
        let introduced =
            range.start > self.floor && self.page.is(range.start - 1, Classes::PREPOSITION);
        if name && !introduced {
            return None;
        }
        let TokenRange { mut start, mut end } = range;
        let mut year = YearOf::Open;
        let comma = usize::from(self.reads(end, ","));
        if let Some((year_end, given)) = self.year_at(end + comma) {
            end = year_end;
            year = YearOf::Given(given);
        } else if let Some(shift) = self
            .number_before(start, TimeRole::Shift)
            .filter(|&shift| shift > -2)
        {
            start -= 1;
            year = YearOf::Shift(shift);
        } else if let Some(every) = self.every_before(start) {
            let (month, day) = (i8::try_from(number / 100).ok()?, (number % 100) as i8);
            // "every Thanksgiving" is another day each year
            let again = if (1..=12).contains(&month) {
                Recurrence::Day(month, day)
            } else {
                Recurrence::Every(Amount::ONE, Unit::Year)
            };
            return Some((every..end, TimeShape::Set(again)));
        }
        Some((
            start..end,
            TimeShape::Day {
                day: Day::Named { number, year },
                time: None,
            },
        ))
    }

    /// Figures: "2016-04-07", "2016/04/07", "12/10/2020", "12.10.2020", "15 November", "7:15 p.m.", "1998", "1990s".
    pub(super) fn digits(&self, index: usize) -> Option<Found> {
        if let Some(found) = self.short_year(index) {
            return Some(found);
        }
        if let Some((end, day)) = self.date_in_figures(index) {
            return Some((index..end, TimeShape::Day { day, time: None }));
        }
        if let Some(found) = self
            .day_before_month(index)
            .or_else(|| self.end_of_range(index))
        {
            return Some(found);
        }
        if let Some((end, clock)) = self.clock_at(index) {
            return Some(self.clock(index, end, clock));
        }
        self.ordinal_unit(index)
            .or_else(|| self.second_year(index))
            .or_else(|| self.decade(index))
            .or_else(|| self.year(index))
    }

    /// The 5 of "March 3 to 5", "Jan. 3-5", "March 3 and 5".
    fn end_of_range(&self, index: usize) -> Option<Found> {
        let (month, year) = self.open_range?;
        let link = self.floor;
        let linked = self.joins(link) || self.number_of(link, TimeRole::When) == Some(3);
        // "July 4, 5 and 6"
        let listed = self.reads(link, ",")
            && (self.reads(index + 1, ",") || self.reads(index + 1, "and"))
            && self.day_number(index + 2).is_some();
        if !linked && !listed || index != link + 1 || self.modifies(index + 1) {
            return None;
        }
        let (end, day) = self.day_number(index)?;
        let day = Day::OfMonth {
            month,
            day,
            year,
            weekday: None,
        };
        Some((index..end, TimeShape::Day { day, time: None }))
    }

    fn date_in_figures(&self, index: usize) -> Option<(usize, Day)> {
        let date = |year: u32, month: u32, day: u32| {
            let plausible = (1800..2100).contains(&year)
                && (1..=12).contains(&month)
                && (1..=31).contains(&day);
            plausible.then_some(Day::OfMonth {
                month: month as i8,
                day: day as i8,
                year: Some(year as i16),
                weekday: None,
            })
        };
        let printed = self.page.word(index);
        if printed.len() >= 8 && printed.bytes().filter(|&byte| byte == b'.').count() == 2 {
            let mut parts = printed
                .split('.')
                .map(|part| part.parse::<u32>().unwrap_or(0));
            let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
            let day = date(third, second, first).or_else(|| date(first, second, third))?;
            return Some((index + 1, day));
        }
        let glued = |at: usize| (at..at + 1).all(|token| !self.page.has(token, Flags::SPACED));
        let mark = |at: usize| self.reads(at, "/") || self.reads(at, "-");
        let joined = mark(index + 1) && mark(index + 3) && (1..=4).all(|step| glued(index + step));
        if !joined || self.page.word(index + 1) != self.page.word(index + 3) {
            return None;
        }
        let part = |at: usize| self.page.word(at).parse::<u32>().ok();
        let (first, second, third) = (part(index)?, part(index + 2)?, part(index + 4)?);
        // Year first; else the American order, or the other one where that cannot be.
        let day = date(first, second, third)
            .or_else(|| date(third, first, second))
            .or_else(|| date(third, second, first))?;
        Some((index + 5, day))
    }
}

pub(super) fn day_part(number: i32) -> Option<DayPart> {
    Some(match number {
        1 => DayPart::Morning,
        2 => DayPart::Afternoon,
        3 => DayPart::Evening,
        4 => DayPart::Night,
        _ => return None,
    })
}
