//! A unit without a number: "the end of the year", "the weekend", "every day", "in the new year", "year-end".

use super::reader::{Found, Reader};
use super::shape::{Amount, Anchor, Day, Recurrence, TimeShape, Unit};
use super::words::TimeRole;
use crate::lexicon::Classes;
use crate::text::{Flags, TokenKind};

impl Reader<'_, '_, '_> {
    /// The expression whose head is a word for a unit.
    pub(super) fn unit(&self, index: usize, number: i32, plural: bool) -> Option<Found> {
        let (unit, _) = Unit::from_number(number)?;
        let end = index + 1;
        // "37 years old" is an age, "Man of the Year" a title.
        if self.is_role(end, TimeRole::Age) && self.reads(end, "old") {
            return None;
        }
        if self.page.has(index, Flags::CAPITALISED)
            && index > self.floor
            && self.kind(index - 1) == Some(TokenKind::Word)
            && !self.page.has(index - 1, Flags::LINE_START)
            && index - 1 > self.floor
        {
            return None;
        }
        if let Some((start, amount)) = self.amount_before(index) {
            return self.counted(index, start, amount, number);
        }
        if !plural {
            if let Some(found) = self.beside(index, unit) {
                return Some(found);
            }
            if unit == Unit::Day {
                if let Some(found) = self.ordinal_day(index) {
                    return Some(found);
                }
            }
        }
        // "it rained all week"
        let whole = self.before(index, "all") && unit != Unit::Weekend;
        if whole && !plural && self.ends_phrase(end) {
            let shape = TimeShape::Duration {
                amount: Amount::ONE,
                unit,
            };
            return Some((index - 1..end, shape));
        }
        // "every weekend", "every other week"
        let set = |every: usize, amount: Amount| {
            let again = if unit == Unit::Weekend && amount == Amount::ONE {
                Recurrence::Weekend
            } else {
                Recurrence::Every(amount, unit)
            };
            (every..end, TimeShape::Set(again))
        };
        let other = self.before(index, "other");
        if let Some(every) = other.then(|| self.every_before(index - 1)).flatten() {
            return Some(set(every, Amount::Tenths(20)));
        }
        if unit == Unit::Year {
            if let Some(found) = self.year_word(index) {
                return Some(found);
            }
        }
        if let Some(every) = self.every_before(index) {
            return (!plural).then(|| set(every, Amount::ONE));
        }
        // "last fiscal year", "this full week"
        let mut before = index;
        while matches!(
            before.checked_sub(1).and_then(|at| self.role(at)),
            Some((TimeRole::Filler | TimeRole::Fiscal, _))
        ) {
            before -= 1;
        }
        if let Some(every) = self.every_before(before).filter(|_| !plural) {
            return Some(set(every, Amount::ONE));
        }
        if let Some(shift) = self.number_before(before, TimeRole::Shift) {
            return self.shifted(index, before - 1, shift, unit, plural);
        }
        if let Some(shift) = self.number_before(before, TimeRole::Anaphor) {
            return self.anaphoric(index, before - 1, shift, unit, plural);
        }
        if plural {
            return self.bare_plural(index, unit);
        }
        self.definite(index, before, unit)
    }

    /// "early" and "the end of" before a period, and "later in" the year.
    pub(super) fn with_part_of(&self, start: usize) -> usize {
        if self.before(start, "in")
            && start >= self.floor + 2
            && matches!(
                self.role(start - 2),
                Some((TimeRole::Modifier | TimeRole::Offset, _))
            )
            && !self.page.reads(start - 2, "ago")
        {
            return start - 2;
        }
        self.with_modifier(start)
    }

    /// "the weekend", "the end of the month", "later in the day"
    fn definite(&self, index: usize, start: usize, unit: Unit) -> Option<Found> {
        let end = index + 1;
        if !self.before(start, "the") || self.page.has(index, Flags::CAPITALISED) {
            return None;
        }
        let article = start - 1;
        // "in the year ended June 30": a length
        let long = matches!(unit, Unit::Week | Unit::Month | Unit::Year);
        if long && (self.reads(end, "ended") || self.reads(end, "ending")) {
            return Some((
                article..end,
                TimeShape::Duration {
                    amount: Amount::ONE,
                    unit,
                },
            ));
        }
        let start = self.with_part_of(article);
        let widened = start < article;
        // "the year of the flood", "the day after", "the week that was", "the year round"
        let linked = self.tied(end) && !self.of_amount(end) || self.is(end, Classes::SUBJECT);
        let introduced = article.checked_sub(1).is_some_and(|before| {
            before >= self.floor && self.page.is(before, Classes::PREPOSITION)
        });
        let period = TimeShape::Period {
            unit,
            shift: 0,
            anchor: Anchor::Publication,
        };
        let fits = widened || introduced && !linked && !self.modifies(end);
        let shape = match unit {
            // The last one: resolved as such.
            Unit::Weekend => TimeShape::Period {
                unit,
                shift: 0,
                anchor: Anchor::Publication,
            },
            // "at the end of the day" is said of anything
            Unit::Day if widened && self.before(start, "at") => return None,
            Unit::Day if fits && !linked => {
                let day = Day::Relative {
                    days: 0,
                    anchor: Anchor::LastNamed,
                };
                TimeShape::Day { day, time: None }
            }
            Unit::Week | Unit::Month | Unit::Year if fits => period,
            Unit::Quarter => return self.quarter(index, end, None),
            _ => return None,
        };
        Some((start..end, shape))
    }

    /// "the year 2000", "the year two thousand", "the year's end", "in the new year"
    fn year_word(&self, index: usize) -> Option<Found> {
        let end = index + 1;
        if let Some((year_end, year)) = self.year_at(end).or_else(|| self.spelled_year(end)) {
            let fiscal = usize::from(self.number_before(index, TimeRole::Fiscal).is_some());
            let start = self.with_modifier(self.with_the(index - fiscal));
            return Some((start..year_end, TimeShape::Year(year)));
        }
        self.year_end(index).or_else(|| self.new_year(index))
    }

    /// "in the new year"
    fn new_year(&self, index: usize) -> Option<Found> {
        let start = index.checked_sub(2)?;
        let article = self.reads(start, "the") && self.reads(start + 1, "new");
        let introduced = start > self.floor && self.page.is(start - 1, Classes::PREPOSITION);
        let shape = TimeShape::Period {
            unit: Unit::Year,
            shift: 0,
            anchor: Anchor::NewYear,
        };
        let fits = article && introduced && !self.modifies(index + 1) && !self.tied(index + 1);
        fits.then_some((start..index + 1, shape))
    }

    /// "year end", "the year's end"
    fn year_end(&self, index: usize) -> Option<Found> {
        let clitic = usize::from(self.kind(index + 1) == Some(TokenKind::Clitic));
        let end = index + 1 + clitic;
        let fits = self.reads(end, "end")
            && !self.reads(end + 1, "of")
            && !self.is_role(index.checked_sub(1)?, TimeRole::Shift);
        let shape = TimeShape::Period {
            unit: Unit::Year,
            shift: 0,
            anchor: Anchor::Publication,
        };
        fits.then(|| (self.with_approximator(self.with_the(index))..end + 1, shape))
    }
}
