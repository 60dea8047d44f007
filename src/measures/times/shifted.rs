//! A unit that counts from another time: "last week", "the past decade", "recent months", "that week", "the following year".

use super::reader::{Found, Reader};
use super::shape::{Amount, Anchor, Day, TimeShape, Unit, YearOf};
use super::words::TimeRole;
use crate::lexicon::Classes;
use crate::text::TokenKind;

impl Reader<'_, '_, '_> {
    /// "last week", "early next year", "the past decade", "recent months", "the next day"
    pub(super) fn shifted(
        &self,
        index: usize,
        word: usize,
        shift: i32,
        unit: Unit,
        plural: bool,
    ) -> Option<Found> {
        let end = index + 1;
        if self.belongs(index, word) && shift != 0 && !plural {
            return None;
        }
        let mut start = word;
        if self.before(start, "this") || self.before(start, "these") {
            start -= 1;
        }
        if plural {
            return self.shifted_plural(end, start, shift, unit);
        }
        // "the last week of July" is not last week
        let dated = self.reads(end, "of")
            && (self.is_role(end + 1, TimeRole::Month) || self.year_at(end + 1).is_some());
        if dated && shift == -1 {
            return None;
        }
        let shift = shift.max(-1);
        let past = self.page.reads(word, "past");
        let length = || {
            let shape = TimeShape::Duration {
                amount: Amount::ONE,
                unit,
            };
            (self.with_the(start)..end, shape)
        };
        match unit {
            Unit::Second | Unit::Minute => None,
            Unit::Hour => (shift != 0).then(length),
            Unit::Day if past => Some(length()),
            Unit::Day => self.shifted_day(start, end, shift),
            Unit::Decade | Unit::Century if shift != 0 && (past || unit == Unit::Decade) => {
                Some(length())
            }
            Unit::Quarter => {
                let (range, _) = self.quarter(start, end, None)?;
                // "the latest quarter" is the one that the report is about.
                let year = if self.page.reads(word, "latest") {
                    YearOf::Open
                } else {
                    YearOf::Shift(shift)
                };
                let quarter = None;
                Some((range, TimeShape::Quarter { quarter, year }))
            }
            Unit::Year => Some(
                self.quarter_of_year(start, end, shift)
                    .unwrap_or_else(|| self.shifted_period(start, end, shift, unit)),
            ),
            _ => Some(self.shifted_period(start, end, shift, unit)),
        }
    }

    /// "his last year in office", "the party's last week": theirs, not the calendar's
    fn belongs(&self, index: usize, word: usize) -> bool {
        let Some(before) = word.checked_sub(1).filter(|&before| before >= self.floor) else {
            return false;
        };
        // "met her last week"
        let object =
            self.page.reads(before, "her") && self.kind(index + 1) != Some(TokenKind::Word);
        self.page.is(before, Classes::POSSESSIVE) && !object
            || self.kind(before) == Some(TokenKind::Clitic)
    }

    /// "recent months", "over recent weeks and months"
    fn shifted_plural(&self, end: usize, start: usize, shift: i32, unit: Unit) -> Option<Found> {
        if unit == Unit::Weekend || shift == 0 {
            return None;
        }
        let more = self.reads(end, "and")
            && self.number_of(end + 1, TimeRole::Unit).is_some()
            && self.page.word(end + 1).ends_with('s');
        let shape = TimeShape::Duration {
            amount: Amount::Vague,
            unit,
        };
        Some((self.with_the(start)..end + 2 * usize::from(more), shape))
    }

    /// "the next day", "this day"
    fn shifted_day(&self, start: usize, end: usize, shift: i32) -> Option<Found> {
        let (days, anchor, start) = match shift {
            1 => (1, Anchor::LastNamed, self.with_the(start)),
            0 => (0, Anchor::Publication, start),
            _ => return None,
        };
        let day = Day::Relative { days, anchor };
        Some((start..end, TimeShape::Day { day, time: None }))
    }

    /// "next year's first quarter", "last year's quarter"
    fn quarter_of_year(&self, start: usize, end: usize, shift: i32) -> Option<Found> {
        if self.kind(end) != Some(TokenKind::Clitic) {
            return None;
        }
        let year = YearOf::Relative(shift);
        if self.number_of(end + 1, TimeRole::Unit) == Some(4) && shift < 0 {
            let (range, _) = self.quarter(end + 1, end + 2, None)?;
            let quarter = None;
            return Some((start..range.end, TimeShape::Quarter { quarter, year }));
        }
        match self.ordinal_unit(end + 1)? {
            (range, TimeShape::Quarter { quarter, .. }) => {
                Some((start..range.end, TimeShape::Quarter { quarter, year }))
            }
            _ => None,
        }
    }

    /// "last week", "early next year", "a week or so"
    fn shifted_period(&self, start: usize, end: usize, shift: i32, unit: Unit) -> Found {
        let more = self.reads(end, "or") && self.reads(end + 1, "so");
        let shape = TimeShape::Period {
            unit,
            shift: i64::from(shift),
            anchor: Anchor::Publication,
        };
        let start = self.with_part_of(self.with_the(start));
        (start..end + 2 * usize::from(more), shape)
    }

    /// "that week", "the same day", "the following year", "the previous month"
    pub(super) fn anaphoric(
        &self,
        index: usize,
        start: usize,
        shift: i32,
        unit: Unit,
        plural: bool,
    ) -> Option<Found> {
        // "in the following years"
        if plural && shift != 0 && self.before(start, "the") && unit != Unit::Quarter {
            let shape = TimeShape::Duration {
                amount: Amount::Vague,
                unit,
            };
            return Some((start - 1..index + 1, shape));
        }
        // "Results for that quarter": the one that the report is about
        if unit == Unit::Quarter && shift == 0 && !plural {
            let shape = TimeShape::Quarter {
                quarter: None,
                year: YearOf::Open,
            };
            return self
                .financial()
                .then(|| (self.with_the(start)..index + 1, shape));
        }
        // "shrank in the previous quarter"
        if unit == Unit::Quarter && shift == -1 && !plural {
            let shape = TimeShape::Quarter {
                quarter: None,
                year: YearOf::Shift(-2),
            };
            return self
                .financial()
                .then(|| (self.with_the(start)..index + 1, shape));
        }
        if plural
            || matches!(
                unit,
                Unit::Second | Unit::Minute | Unit::Hour | Unit::Quarter
            )
            // "following week upon week of talks"
            || shift > 0 && !self.before(start, "the")
        {
            return None;
        }
        let mut start = start;
        // "that same day"
        if self.number_before(start, TimeRole::Anaphor).is_some() {
            start -= 1;
        }
        let start = self.with_part_of(self.with_the(start));
        let shift = i64::from(shift);
        let shape = if unit == Unit::Day {
            let day = Day::Relative {
                days: shift,
                anchor: Anchor::LastNamed,
            };
            TimeShape::Day { day, time: None }
        } else {
            TimeShape::Period {
                unit,
                shift,
                anchor: Anchor::LastNamed,
            }
        };
        Some((start..index + 1, shape))
    }
}
