//! What a unit or a period makes with the words beside it: "the day before yesterday", "the night before", "the week of
//! Aug. 9", "the first half of 1998", "three years ago today", "late on Friday".

use super::reader::{Found, Reader};
use super::shape::{Anchor, Day, TimeShape, Unit, YearOf};
use super::words::TimeRole;
use crate::lexicon::Classes;
use crate::lexicon::entries::figures::NumberKind;
use crate::text::{Flags, TokenKind};

impl Reader<'_, '_, '_> {
    /// The 62 of "1961-62": the year that a range of two ends with.
    pub(super) fn second_year(&self, index: usize) -> Option<Found> {
        let glued = |token: usize| !self.page.has(token, Flags::SPACED);
        let first = index
            .checked_sub(2)
            .filter(|&first| first + 1 == self.floor)?;
        let link = self.reads(index - 1, "-") || self.reads(index - 1, "–");
        if !link || !glued(index) || !glued(index - 1) || self.page.word(index).len() != 2 {
            return None;
        }
        let year: i16 = self.page.word(first).parse().ok()?;
        let short: i16 = self.page.word(index).parse().ok()?;
        let fits = (1000..2200).contains(&year) && short > year % 100 && !glued_on(self, index);
        let last = year - year % 100 + short;
        fits.then_some((index..index + 1, TimeShape::Year(last)))
    }

    /// "the day before yesterday", "the week before last", "the year before", "the week of Aug. 9"
    pub(super) fn beside(&self, index: usize, unit: Unit) -> Option<Found> {
        let end = index + 1;
        if self.reads(end, "of") {
            return self.week_of(index, unit);
        }
        let shift = self.number_of(end, TimeRole::Before)?;
        if unit == Unit::Day {
            if let Some(days) = self.number_of(end + 1, TimeRole::Deictic) {
                let day = Day::Relative {
                    days: i64::from(days + shift),
                    anchor: Anchor::Publication,
                };
                let same_way = days.signum() == shift.signum();
                return same_way.then(|| {
                    let start = self.with_the(index);
                    (start..end + 2, TimeShape::Day { day, time: None })
                });
            }
        }
        if !self.before(index, "the") || matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
            return None;
        }
        let last = self.reads(end + 1, "last") && self.ends_phrase(end + 2);
        if shift < 0
            && last
            && matches!(unit, Unit::Week | Unit::Weekend | Unit::Month | Unit::Year)
        {
            let shape = TimeShape::Period {
                unit,
                shift: -2,
                anchor: Anchor::Publication,
            };
            return Some((index - 1..end + 2, shape));
        }
        if !self.ends_phrase(end + 1) || unit == Unit::Quarter {
            return None;
        }
        Some((index - 1..end + 1, named_shift(unit, i64::from(shift))))
    }

    /// "the night before", "the morning after": the token behind, and how many days
    pub(super) fn beside_part(&self, end: usize) -> Option<(usize, i64)> {
        let shift = self.number_of(end, TimeRole::Before)?;
        self.ends_phrase(end + 1)
            .then(|| (end + 1, i64::from(shift)))
    }

    /// Whether nothing follows that a preposition before `index` could govern: "the year before." and "the year before,".
    pub(super) fn ends_phrase(&self, index: usize) -> bool {
        index >= self.limit
            || matches!(
                self.kind(index),
                Some(TokenKind::Punctuation | TokenKind::Dash | TokenKind::Mark)
            )
            || self
                .page
                .is(index, Classes::CONJUNCTION.with(Classes::PREPOSITION))
                // "one day prior to"
                && !self.page.is(index, Classes::INFINITIVE_TO)
    }

    /// "the week of Aug. 9"
    fn week_of(&self, index: usize, unit: Unit) -> Option<Found> {
        if unit != Unit::Week || !self.before(index, "the") {
            return None;
        }
        let (end, day) = self.month_day_at(index + 2)?;
        Some((self.with_modifier(index - 1)..end, TimeShape::WeekOf(day)))
    }

    /// What stands on both sides of an expression and belongs to it.
    pub(super) fn widened(&self, found: Found) -> Found {
        let (range, shape) = found;
        let start = range.start;
        let year = match shape {
            TimeShape::Year(year) => Some(YearOf::Given(year)),
            TimeShape::Period {
                unit: Unit::Year,
                shift,
                anchor: Anchor::Publication,
            } if (-1..=1).contains(&shift) => i32::try_from(shift).ok().map(YearOf::Relative),
            _ => None,
        };
        if let Some((start, half)) = year.and_then(|_| self.half_before(start)) {
            let year = year.unwrap_or(YearOf::Open);
            return (start..range.end, TimeShape::Half { half, year });
        }
        if let TimeShape::Period {
            unit: Unit::Year,
            shift: years,
            anchor: Anchor::Publication,
        } = shape
        {
            if self.before(range.end, "ago") {
                if let Some((end, shape)) = self.anniversary(range.end, years) {
                    return (start..end, shape);
                }
            }
        }
        let dated = match &shape {
            TimeShape::Day { day, .. } => !matches!(day, Day::Open | Day::Relative { .. }),
            TimeShape::Month { .. } | TimeShape::Year(_) | TimeShape::Season { .. } => true,
            _ => false,
        };
        let on = if matches!(shape, TimeShape::Day { .. }) {
            "on"
        } else {
            "in"
        };
        if dated && self.before(start, on) && start >= self.floor + 2 {
            // "late on Friday", "early in 1998"
            let modified = matches!(
                self.role(start - 2),
                Some((TimeRole::Modifier | TimeRole::Offset, _))
            ) && !self.page.reads(start - 2, "ago")
                && !(start > self.floor + 2
                    // "late on Friday or early on Saturday"
                    && !self.page.is(start - 3, Classes::CONJUNCTION)
                    && self.page.is(
                        start - 3,
                        Classes::NUMBER
                            .with(Classes::TIME_UNIT)
                            .with(Classes::HEDGE),
                    ));
            // "as early as", "too late", "a year earlier in Oslo"
            let linked = start > self.floor + 2
                && (self.page.is(start - 3, Classes::AUXILIARY)
                    || self.before(start - 2, "too")
                    || self.before(start - 2, "as"));
            if modified && !linked {
                return (start - 2..range.end, shape);
            }
        }
        (range, shape)
    }

    /// "the first half of" before a year.
    fn half_before(&self, start: usize) -> Option<(usize, i8)> {
        if !self.before(start, "of")
            || start < self.floor + 3
            || !self.reads(start.wrapping_sub(2), "half")
        {
            return None;
        }
        let rank = start - 3;
        let half = if self.number_of(rank, TimeRole::Shift) == Some(-1) {
            2
        } else {
            let (word, _) = self.number_word(rank)?;
            i8::try_from(word.value)
                .ok()
                .filter(|half| word.kind == NumberKind::Ordinal && (1..=2).contains(half))?
        };
        Some((self.with_modifier(self.with_the(rank)), half))
    }

    /// "today", "this week" and "this month" behind "three years ago".
    fn anniversary(&self, at: usize, years: i64) -> Option<(usize, TimeShape)> {
        if self.number_of(at, TimeRole::Deictic) == Some(0) {
            let day = Day::Anniversary { years };
            return Some((at + 1, TimeShape::Day { day, time: None }));
        }
        let this = self.number_of(at, TimeRole::Shift) == Some(0);
        let unit = self.number_of(at + 1, TimeRole::Unit);
        if this && unit == Some(2) {
            let shape = TimeShape::WeekOf(Day::Anniversary { years });
            return Some((at + 2, shape));
        }
        let this_month = this && unit == Some(3);
        let shape = TimeShape::Period {
            unit: Unit::Month,
            shift: years.checked_mul(12)?,
            anchor: Anchor::Publication,
        };
        this_month.then_some((at + 2, shape))
    }

    /// "the third day", "a second straight day" of something that goes on: the day that the sentence is about.
    pub(super) fn ordinal_day(&self, index: usize) -> Option<Found> {
        let mut rank = index;
        if self.is_role(rank.checked_sub(1)?, TimeRole::Filler) {
            rank -= 1;
        }
        let ordinal = rank.checked_sub(1).filter(|&at| at >= self.floor)?;
        let (word, _) = self.number_word(ordinal)?;
        let fits = word.kind == NumberKind::Ordinal && word.value > 1;
        let article = self.before(ordinal, "the") || self.before(ordinal, "a");
        let of_period = self.reads(index + 1, "of")
            && (self.is_role(index + 2, TimeRole::Month)
                || self.number_of(index + 3, TimeRole::Unit).is_some());
        // "the second day trip"
        let compound = self.modifies(index + 1) && self.role(index + 1).is_none();
        if !fits || !article || of_period || compound {
            return None;
        }
        let mut end = index + 1;
        if self.reads(end, "in") && self.reads(end + 1, "a") && self.reads(end + 2, "row") {
            end += 3;
        }
        // "for a third day Thursday"
        let on = usize::from(self.reads(end, "on"));
        let day = match self.day_at(end + on) {
            Some((_, day)) => day,
            None => Day::Relative {
                days: 0,
                anchor: Anchor::LastNamed,
            },
        };
        Some((ordinal - 1..end, TimeShape::Day { day, time: None }))
    }
}

/// So many units from the one that was named last.
fn named_shift(unit: Unit, shift: i64) -> TimeShape {
    let anchor = Anchor::LastNamed;
    if unit == Unit::Day {
        let day = Day::Relative {
            days: shift,
            anchor,
        };
        TimeShape::Day { day, time: None }
    } else {
        TimeShape::Period {
            unit,
            shift,
            anchor,
        }
    }
}

/// Whether figures go on behind a hyphen: "1961-62-3".
fn glued_on(reader: &Reader<'_, '_, '_>, index: usize) -> bool {
    reader.reads(index + 1, "-") && !reader.page.has(index + 1, Flags::SPACED)
}
