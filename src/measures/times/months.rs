//! Months, days of a month, and seasons.

use super::reader::{Found, Reader};
use super::shape::{Day, Recurrence, TimeShape, YearOf};
use super::words::TimeRole;
use crate::lexicon::Classes;
use crate::lexicon::entries::figures::NumberKind;
use crate::text::{Flags, TokenKind};

impl Reader<'_, '_, '_> {
    /// "Nov. 15, 1998", "August 1988", "late last April", "each July"
    pub(super) fn month(&self, index: usize, month: i32) -> Option<Found> {
        let number = i8::try_from(month).ok()?;
        if let Some((end, day)) = self.month_day_at(index) {
            let mut start = index;
            let shift = self.number_before(index, TimeRole::Shift);
            if shift.is_some_and(|shift| shift.abs() < 2)
                && matches!(day, Day::OfMonth { year: None, .. })
            {
                start -= 1;
            }
            let at = usize::from(self.reads(end, "at"));
            let (end, time) = match self.clock_at(end + at) {
                Some((clock_end, clock)) => (clock_end, Some(clock)),
                None => match self.part_after(end) {
                    Some((part_end, part, _)) => {
                        (part_end, Some(super::shape::TimeOfDay::Part(part)))
                    }
                    None => (end, None),
                },
            };
            return Some((self.with_modifier(start)..end, TimeShape::Day { day, time }));
        }
        if let Some(every) = self.every_before(index) {
            return Some((every..index + 1, TimeShape::Set(Recurrence::Month(number))));
        }
        let of = usize::from(self.reads(index + 1, ",") || self.reads(index + 1, "of"));
        if let Some((end, year)) = self
            .year_at(index + 1 + of)
            .or_else(|| self.short_year_at(index + 1 + of))
            .or_else(|| self.spelled_year(index + 1))
        {
            let shape = TimeShape::Month {
                month: number,
                year: YearOf::Given(year),
            };
            return Some((self.with_modifier(index)..end, shape));
        }
        if !self.month_fits(index) {
            return None;
        }
        // "June last year", "January of this year"
        let of = usize::from(self.reads(index + 1, "of"));
        let of_year = self
            .number_of(index + 1 + of, TimeRole::Shift)
            .filter(|shift| {
                *shift > -2 && self.number_of(index + 2 + of, TimeRole::Unit) == Some(5)
            });
        if let Some(shift) = of_year {
            let shape = TimeShape::Month {
                month: number,
                year: YearOf::Relative(shift),
            };
            return Some((self.with_modifier(index)..index + 3 + of, shape));
        }
        let mut start = index;
        let mut year = YearOf::Open;
        if let Some(shift) = self
            .number_before(index, TimeRole::Shift)
            .filter(|shift| *shift > -2)
            // "looked past November"
            .filter(|_| {
                !self.before(index, "past")
                    || self.is_role(index.wrapping_sub(2), TimeRole::Shift)
                    || self.before(index.wrapping_sub(1), "the")
            })
        {
            start -= 1;
            if shift != 0 && self.before(start, "this") {
                start -= 1;
            }
            year = YearOf::Shift(shift);
        }
        Some((
            self.with_modifier(start)..index + 1,
            TimeShape::Month {
                month: number,
                year,
            },
        ))
    }

    /// Whether "May", "March" or an abbreviation is the month: "Clara May", "the March for Peace", "Jan Novak" are not.
    fn month_fits(&self, index: usize) -> bool {
        let printed = self.page.word(index);
        let doubtful = printed.len() <= 4 && !matches!(printed, "June" | "July")
            || printed.eq_ignore_ascii_case("march");
        let name_follows = self.page.has(index + 1, Flags::CAPITALISED)
            && self.kind(index + 1) == Some(TokenKind::Word);
        let Some(before) = index.checked_sub(1).filter(|&before| before >= self.floor) else {
            return !doubtful && !name_follows;
        };
        let dated = matches!(
            self.role(before),
            Some((
                TimeRole::Shift | TimeRole::Modifier | TimeRole::Every | TimeRole::Offset,
                _
            ))
        );
        let introduced = dated
            || self
                .page
                .is(before, Classes::PREPOSITION.with(Classes::SUBORDINATOR));
        if doubtful {
            let listed = (self.reads(before, "and")
                || self.reads(before, "or")
                || self.kind(before) == Some(TokenKind::Punctuation))
                && before > 0
                && self.page.is(before - 1, Classes::MONTH);
            let determined = self.reads(before, "the") && self.modifies(index + 1);
            return (introduced || listed || determined) && !name_follows;
        }
        // "April Novak said" and "with April Novak", but "in April Novak said" and "a June council vote"
        let first_name = name_follows && self.page.is(index, Classes::FIRST_NAME);
        let when = self.number_of(before, TimeRole::When) == Some(1);
        if first_name {
            return dated || when;
        }
        !name_follows
            || introduced
            || self
                .page
                .is(before, Classes::DETERMINER.with(Classes::POSSESSIVE))
    }

    /// "Nov. 15", "March eighth", "March 8, 1998" at a month's token.
    pub(super) fn month_day_at(&self, index: usize) -> Option<(usize, Day)> {
        let month = i8::try_from(self.number_of(index, TimeRole::Month)?).ok()?;
        let the = usize::from(self.reads(index + 1, "the"));
        let at = index + 1 + the;
        let (end, day) = self.day_number(at)?;
        if the == 1
            && !self.page.has(at, Flags::ORDINAL)
            && self.kind(at) == Some(TokenKind::Number)
        {
            return None;
        }
        let comma = usize::from(self.reads(end, ","));
        let (end, year) = match self.year_at(end + comma) {
            // "On March 5, 1998 people": a count would have its comma.
            Some((year_end, year)) => (year_end, Some(year)),
            None => match self.spelled_year(end + comma) {
                Some((year_end, year)) => (year_end, Some(year)),
                None => (end, None),
            },
        };
        Some((
            end,
            Day::OfMonth {
                month,
                day,
                year,
                weekday: None,
            },
        ))
    }

    /// The number of a day, 1 to 31: "5", "5th", "fifth", "twenty-first".
    pub(super) fn day_number(&self, index: usize) -> Option<(usize, i8)> {
        if self.kind(index)? == TokenKind::Number {
            let token = self.page.tokens.get(index)?;
            if token.has(Flags::CLOCK) || token.has(Flags::DECADE) || token.has(Flags::SUFFIXED) {
                return None;
            }
            let printed = self.page.word(index);
            let digits = printed.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            if digits.len() > 2 || self.page.word(index + 1) == "%" {
                return None;
            }
            return digits
                .parse()
                .ok()
                .filter(|day| (1..=31).contains(day))
                .map(|day| (index + 1, day));
        }
        let (word, _) = self.number_word(index)?;
        let day = i8::try_from(word.value)
            .ok()
            .filter(|day| (1..=31).contains(day))?;
        match word.kind {
            NumberKind::Ordinal => Some((index + 1, day)),
            NumberKind::Cardinal if day >= 20 => match self.number_word(index + 1) {
                Some((ones, _)) if ones.kind == NumberKind::Ordinal && ones.value < 10 => {
                    Some((index + 2, day + ones.value as i8))
                }
                _ => None,
            },
            _ => None,
        }
        .filter(|&(_, day)| day <= 31)
    }

    /// The British order: "15 November 1998", "the 15th of November", "3 to 5 May" (here the 3).
    pub(super) fn day_before_month(&self, index: usize) -> Option<Found> {
        let (end, day) = self.day_number(index)?;
        let of = usize::from(self.reads(end, "of"));
        let mut at = end + of;
        let mut alone = None;
        if self.number_of(at, TimeRole::Month).is_none() {
            let second = self.joins(end).then(|| self.day_number(end + 1));
            let (second, _) = second.flatten()?;
            alone = Some(end);
            at = second + usize::from(self.reads(second, "of"));
        }
        let month = i8::try_from(self.number_of(at, TimeRole::Month)?).ok()?;
        // "more than 20 March protesters"; "in 5 May won".
        if !self.page.has(at, Flags::CAPITALISED) || self.month_day_at(at).is_some() {
            return None;
        }
        let comma = usize::from(self.reads(at + 1, ","));
        let year = self
            .year_at(at + 1)
            .or_else(|| self.year_at(at + 1 + comma));
        let start = if of == 1 || self.page.has(index, Flags::ORDINAL) {
            self.with_the(index)
        } else {
            index
        };
        let end = alone.unwrap_or(year.map_or(at + 1, |(end, _)| end));
        let day = Day::OfMonth {
            month,
            day,
            year: year.map(|(_, year)| year),
            weekday: None,
        };
        Some((start..end, TimeShape::Day { day, time: None }))
    }

    /// "this summer", "the winter of 1994", "in the fall"
    pub(super) fn season(&self, index: usize, season: i32) -> Option<Found> {
        let season = i8::try_from(season).ok()?;
        let printed = self.page.word(index);
        let plural = printed.ends_with(['s', 'S']);
        let doubtful =
            printed.eq_ignore_ascii_case("fall") || printed.eq_ignore_ascii_case("spring");
        if let Some(every) = self.every_before(index) {
            return Some((every..index + 1, TimeShape::Set(Recurrence::Season(season))));
        }
        if plural {
            return None;
        }
        let of = usize::from(self.reads(index + 1, "of"));
        let year = self
            .year_at(index + 1 + of)
            .or_else(|| self.short_year_at(index + 1 + of))
            .or_else(|| self.spelled_year(index + 1 + of));
        if let Some((end, year)) = year {
            let start = self.with_the(self.with_modifier(index));
            return Some((
                start..end,
                TimeShape::Season {
                    season,
                    year: YearOf::Given(year),
                },
            ));
        }
        if let Some(shift) = self
            .number_before(index, TimeRole::Shift)
            .filter(|shift| *shift > -2)
        {
            let mut start = index - 1;
            if shift != 0 && self.before(start, "this") {
                start -= 1;
            }
            let year = if shift == 0 {
                YearOf::Relative(0)
            } else {
                YearOf::Shift(shift)
            };
            return Some((
                self.with_modifier(self.with_the(start))..index + 1,
                TimeShape::Season { season, year },
            ));
        }
        let modified = self.with_modifier(index);
        let start = self.with_the(modified);
        let introduced = start.checked_sub(1).is_some_and(|before| {
            before >= self.floor && self.page.is(before, Classes::PREPOSITION)
        });
        let fits = if doubtful {
            introduced && start < modified && of == 0 && !self.modifies(index + 1)
        } else {
            introduced && !self.modifies(index + 1)
        };
        // "the Summer Olympics", "Winter Park"
        let name = self.page.has(index, Flags::CAPITALISED)
            && index > self.floor
            && self.page.has(index + 1, Flags::CAPITALISED);
        (fits && !name).then_some((
            start..index + 1,
            TimeShape::Season {
                season,
                year: YearOf::Open,
            },
        ))
    }
}
