//! A unit without a number: "last week", "the end of the year", "the following month", "every day", "recent years".

use super::reader::{Found, Reader};
use super::shape::{Amount, Anchor, Day, Recurrence, TimeShape, Unit, YearOf};
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
        // "every other week"
        if let Some(every) = self
            .before(index, "other")
            .then(|| self.every_before(index - 1))
            .flatten()
        {
            let shape = TimeShape::Set(Recurrence::Every(Amount::Tenths(20), unit));
            return Some((every..end, shape));
        }
        // "the year 2000", "the year two thousand": the year reads it.
        if unit == Unit::Year {
            if let Some((year_end, year)) = self.year_at(end).or_else(|| self.spelled_year(end)) {
                let fiscal = usize::from(self.number_before(index, TimeRole::Fiscal).is_some());
                let start = self.with_modifier(self.with_the(index - fiscal));
                return Some((start..year_end, TimeShape::Year(year)));
            }
            if let Some(found) = self.year_end(index) {
                return Some(found);
            }
        }
        if let Some(every) = self.every_before(index) {
            let again = if unit == Unit::Weekend {
                Recurrence::Weekend
            } else {
                Recurrence::Every(Amount::ONE, unit)
            };
            return (!plural).then_some((every..end, TimeShape::Set(again)));
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
            return Some((
                every..end,
                TimeShape::Set(Recurrence::Every(Amount::ONE, unit)),
            ));
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

    /// "last week", "early next year", "the past decade", "recent months", "the next day"
    fn shifted(
        &self,
        index: usize,
        start: usize,
        shift: i32,
        unit: Unit,
        plural: bool,
    ) -> Option<Found> {
        let end = index + 1;
        let word = start;
        // "his last year in office", "the party's last week": theirs, not the calendar's
        let owned = start
            .checked_sub(1)
            .filter(|&before| before >= self.floor)
            .is_some_and(|before| {
                self.page.is(before, Classes::POSSESSIVE)
                    || self.kind(before) == Some(TokenKind::Clitic)
            });
        if owned && shift != 0 && !plural {
            return None;
        }
        let mut start = start;
        if self.before(start, "this") || self.before(start, "these") {
            start -= 1;
        }
        // "the last week of July" is not last week
        let dated = self.reads(end, "of")
            && (self.is_role(end + 1, TimeRole::Month) || self.year_at(end + 1).is_some());
        if dated && shift == -1 && !plural {
            return None;
        }
        let ended = |shape: TimeShape, start: usize, end: usize| Some((start..end, shape));
        if plural {
            if matches!(unit, Unit::Weekend) || shift == 0 {
                return None;
            }
            // "over recent weeks and months"
            let more = self.reads(end, "and")
                && self.number_of(end + 1, TimeRole::Unit).is_some()
                && self.page.word(end + 1).ends_with('s');
            let end = end + 2 * usize::from(more);
            return ended(
                TimeShape::Duration {
                    amount: Amount::Vague,
                    unit,
                },
                self.with_the(start),
                end,
            );
        }
        let shift = shift.max(-1);
        let past = self.page.reads(word, "past");
        match unit {
            Unit::Second | Unit::Minute => None,
            Unit::Hour => (shift != 0).then_some((
                self.with_the(start)..end,
                TimeShape::Duration {
                    amount: Amount::ONE,
                    unit,
                },
            )),
            Unit::Day if shift == 1 => {
                let day = Day::Relative {
                    days: 1,
                    anchor: Anchor::LastNamed,
                };
                ended(
                    TimeShape::Day { day, time: None },
                    self.with_the(start),
                    end,
                )
            }
            Unit::Day if past => ended(
                TimeShape::Duration {
                    amount: Amount::ONE,
                    unit,
                },
                self.with_the(start),
                end,
            ),
            Unit::Day if shift == 0 => {
                let day = Day::Relative {
                    days: 0,
                    anchor: Anchor::Publication,
                };
                ended(TimeShape::Day { day, time: None }, start, end)
            }
            Unit::Day => None,
            Unit::Decade | Unit::Century if shift != 0 && (past || unit == Unit::Decade) => ended(
                TimeShape::Duration {
                    amount: Amount::ONE,
                    unit,
                },
                self.with_the(start),
                end,
            ),
            Unit::Quarter => {
                let (range, _) = self.quarter(start, end, None)?;
                // "the latest quarter" is the one that the report is about.
                let year = if self.page.reads(word, "latest") {
                    YearOf::Open
                } else {
                    YearOf::Shift(shift)
                };
                Some((
                    range,
                    TimeShape::Quarter {
                        quarter: None,
                        year,
                    },
                ))
            }
            _ => {
                // "next year's first quarter"
                let possessive = unit == Unit::Year && self.kind(end) == Some(TokenKind::Clitic);
                // "last year's quarter"
                if possessive && self.number_of(end + 1, TimeRole::Unit) == Some(4) && shift < 0 {
                    let (range, _) = self.quarter(end + 1, end + 2, None)?;
                    let shape = TimeShape::Quarter {
                        quarter: None,
                        year: YearOf::Relative(shift),
                    };
                    return Some((start..range.end, shape));
                }
                let quarter = possessive.then(|| self.ordinal_unit(end + 1)).flatten();
                if let Some((range, TimeShape::Quarter { quarter, .. })) = quarter {
                    let shape = TimeShape::Quarter {
                        quarter,
                        year: YearOf::Relative(shift),
                    };
                    return Some((start..range.end, shape));
                }
                let more = self.reads(end, "or") && self.reads(end + 1, "so");
                let end = end + 2 * usize::from(more);
                let shape = TimeShape::Period {
                    unit,
                    shift: i64::from(shift),
                    anchor: Anchor::Publication,
                };
                let article = self.with_the(start);
                ended(shape, self.with_part_of(article), end)
            }
        }
    }

    /// "that week", "the same day", "the following year", "the previous month"
    fn anaphoric(
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

    /// "early" and "the end of" before a period, and "later in" the year.
    fn with_part_of(&self, start: usize) -> usize {
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
        let linked = self.tied(end) || self.is(end, Classes::SUBJECT);
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
