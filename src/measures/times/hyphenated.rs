//! Hyphenated modifiers: "two-year", "30-day", "three-day-old", "decades-long", "mid-November", "third-quarter".

use super::reader::{Found, Reader};
use super::shape::{Amount, Anchor, TimeShape, Unit, YearOf};
use super::words::TimeRole;
use crate::lexicon::entries::figures::NumberKind;
use crate::lexicon::{Classes, Meaning, Slot, Table};

impl Reader<'_, '_, '_> {
    pub(super) fn hyphenated(&self, index: usize) -> Option<Found> {
        let printed = self.page.word(index);
        let (first, rest) = printed.split_once(['-', '‑', '‐'])?;
        let rest = rest.trim_start_matches(['\r', '\n']);
        let opening = self.part(first);
        match opening {
            Some((TimeRole::Modifier, _, _)) => return self.mid(index, rest),
            // "the fiscal-first quarter"
            Some((TimeRole::Fiscal, _, _)) => return self.fiscal_quarter(index, rest),
            _ => {}
        }
        let is_part_of_day = |word| matches!(self.part(word), Some((TimeRole::DayPart, _, _)));
        if first.eq_ignore_ascii_case("all") && is_part_of_day(rest) {
            return None;
        }
        let aged = |word: &str| matches!(self.part(word), Some((TimeRole::Age, _, _)));
        if first.eq_ignore_ascii_case("year") && !aged(rest) {
            return self.year_compound(index, rest);
        }
        let (rest, halves) = match rest.strip_prefix("and-a-half-") {
            Some(rest) => (rest, 5),
            None => (rest, 0),
        };
        let (middle, age) = match rest.split_once(['-', '‑', '‐']) {
            Some((middle, age)) => (middle, Some(age)),
            None => (rest, None),
        };
        let part = self.part(middle);
        if age.is_none() && matches!(part, Some((TimeRole::Age, _, _))) {
            return self.units_long(index, opening?);
        }
        if first.eq_ignore_ascii_case("quarter") && middle.eq_ignore_ascii_case("century") {
            return Some(self.quarter_century(index));
        }
        if middle.eq_ignore_ascii_case("half") && age.is_none() {
            return self.half_compound(index, first);
        }
        let (role, number, plural) = part?;
        // "three-quarters of the crew"
        if role != TimeRole::Unit || plural && age.is_none() {
            return None;
        }
        let amount = self.amount_part(first);
        let (unit, factor) = Unit::from_number(number)?;
        if age.is_some_and(|age| !aged(age) && !age.eq_ignore_ascii_case("ago")) {
            return None;
        }
        if amount.is_none() {
            return self.ranked_unit(index, first, unit);
        }
        let old = age.is_some_and(|age| age.eq_ignore_ascii_case("old"));
        if unit == Unit::Year && old && self.aged_person(index) {
            return None;
        }
        // "two-fifths to one-half of the crew"
        if unit == Unit::Quarter && (!self.modifies(index + 1) || !self.financial()) {
            return None;
        }
        let amount = match amount? {
            Amount::Tenths(tenths) => Amount::Tenths((tenths + halves).checked_mul(factor)?),
            vague => vague,
        };
        if unit == Unit::Weekend {
            return None;
        }
        // "a half-century ago"
        let article = index - usize::from(self.before(index, "a"));
        let outer = self.with_approximator(article);
        if let Some(found) = self.ago(outer, index + 1, amount, unit) {
            return Some(found);
        }
        let start = self.with_approximator(index);
        Some((start..index + 1, TimeShape::Duration { amount, unit }))
    }

    /// "decades-old", "years-long", "month-long"
    fn units_long(&self, index: usize, opening: (TimeRole, i32, bool)) -> Option<Found> {
        let (role, number, plural) = opening;
        let (unit, factor) = Unit::from_number(number).filter(|_| role == TimeRole::Unit)?;
        let amount = if plural {
            Amount::Vague
        } else {
            Amount::Tenths(10 * factor)
        };
        let start = self.with_approximator(index);
        Some((start..index + 1, TimeShape::Duration { amount, unit }))
    }

    /// "more than a quarter-century", "a quarter-century ago"
    fn quarter_century(&self, index: usize) -> Found {
        let (amount, unit) = (Amount::Tenths(250), Unit::Year);
        let article = index - usize::from(self.before(index, "a"));
        let start = self.with_approximator(article);
        self.ago(start, index + 1, amount, unit)
            .unwrap_or((start..index + 1, TimeShape::Duration { amount, unit }))
    }

    /// "third-quarter", "20th-century"
    fn ranked_unit(&self, index: usize, rank: &str, unit: Unit) -> Option<Found> {
        let word = self
            .looked_up(rank)
            .filter(|word| word.kind == NumberKind::Ordinal);
        let figures = || {
            rank.trim_end_matches(|c: char| c.is_ascii_alphabetic())
                .parse()
                .ok()
        };
        let rank = word.map(|word| word.value).or_else(figures)?;
        match unit {
            Unit::Quarter if (1..=4).contains(&rank) => {
                let (range, shape) =
                    self.quarter(index, index + 1, Some(i8::try_from(rank).ok()?))?;
                let start = if self.before(index, "the") {
                    index
                } else {
                    range.start
                };
                Some((start..range.end, shape))
            }
            Unit::Century if (2..=22).contains(&rank) => {
                let century = TimeShape::Century(i16::try_from(rank).ok()? - 1);
                Some((index..index + 1, century))
            }
            _ => None,
        }
    }

    /// "a 16-year-old" is a person, "a three-year-old war" is not.
    fn aged_person(&self, index: usize) -> bool {
        const PEOPLE: Classes = Classes::VICTIM
            .with(Classes::ROLE)
            .with(Classes::TITLE)
            .with(Classes::FIRST_NAME);
        !self.modifies(index + 1)
            || self.page.is(index + 1, PEOPLE)
            || self.page.word(index + 1).ends_with(['r', 'n'])
    }

    /// "ago" behind a length in one word.
    fn ago(&self, start: usize, end: usize, amount: Amount, unit: Unit) -> Option<Found> {
        self.is_role(end, TimeRole::Offset)
            .then(|| self.offset(start, end, amount, unit))
            .flatten()
    }

    /// "year-end", "a year-earlier loss", "the year-ago period", "the year-earlier third quarter"
    fn year_compound(&self, index: usize, rest: &str) -> Option<Found> {
        let period = |shift: i64| TimeShape::Period {
            unit: Unit::Year,
            shift,
            anchor: Anchor::Publication,
        };
        match self.part(rest) {
            Some((TimeRole::Edge, 3, _)) => Some((self.with_the(index)..index + 1, period(0))),
            Some((TimeRole::Offset, -1, _)) => {
                if let Some((range, TimeShape::Quarter { quarter, .. })) =
                    self.ordinal_unit(index + 1)
                {
                    let shape = TimeShape::Quarter {
                        quarter,
                        year: YearOf::Relative(-1),
                    };
                    return Some((self.with_the(index)..range.end, shape));
                }
                // "the year-earlier nine months": a length
                if let Some((unit, amount)) = self.amount_at(index + 1) {
                    let length = self
                        .number_of(unit, TimeRole::Unit)
                        .and_then(Unit::from_number);
                    if let Some((length, _)) = length {
                        let shape = TimeShape::Duration {
                            amount,
                            unit: length,
                        };
                        return Some((self.with_the(index)..unit + 1, shape));
                    }
                }
                let noun = self.is_role(index + 1, TimeRole::Period)
                    || self.number_of(index + 1, TimeRole::Unit) == Some(4);
                if noun {
                    return Some((self.with_the(index)..index + 2, period(-1)));
                }
                Some((index..index + 1, period(-1)))
            }
            _ => None,
        }
    }

    /// "fiscal-first" before "quarter" behind `index`
    fn fiscal_quarter(&self, index: usize, rank: &str) -> Option<Found> {
        let rank = self
            .looked_up(rank)
            .filter(|word| word.kind == NumberKind::Ordinal && (1..=4).contains(&word.value))?;
        if self.number_of(index + 1, TimeRole::Unit) != Some(4) {
            return None;
        }
        self.quarter(index, index + 2, i8::try_from(rank.value).ok())
    }

    /// "mid-November", "mid-1996", "the mid-1990s", "mid-week"
    fn mid(&self, index: usize, rest: &str) -> Option<Found> {
        let mut end = index + 1;
        let century = usize::from(self.number_of(end, TimeRole::Unit) == Some(7));
        let start = if self.modifies(end + century) {
            index
        } else {
            self.with_the(index)
        };
        if let Some(decade) = rest
            .strip_suffix('s')
            .and_then(|digits| digits.parse::<i16>().ok())
            // "in his mid-20s"
            .filter(|decade| (50..100).contains(decade) || *decade >= 1000)
        {
            return Some((
                start..end,
                TimeShape::Decade(if decade < 100 {
                    190 + decade / 10
                } else {
                    decade / 10
                }),
            ));
        }
        // "the mid-19th century"
        if let Some((tokens, shape)) = self.ordinal_unit_of(rest, end) {
            return Some((start..tokens, shape));
        }
        if let Ok(year) = rest.parse::<i16>() {
            return (1000..2200)
                .contains(&year)
                .then_some((index..end, TimeShape::Year(year)));
        }
        let (role, number, _) = self.part(rest)?;
        let shape = match role {
            TimeRole::Month => {
                let year = self.year_at(end);
                end = year.map_or(end, |(end, _)| end);
                let year = year.map_or(YearOf::Open, |(_, year)| YearOf::Given(year));
                return Some((
                    index..end,
                    TimeShape::Month {
                        month: i8::try_from(number).ok()?,
                        year,
                    },
                ));
            }
            TimeRole::Decade => TimeShape::Decade(i16::try_from(number).ok()?),
            TimeRole::DayPart => return self.mid_day_part(index, number),
            TimeRole::Season => TimeShape::Season {
                season: i8::try_from(number).ok()?,
                year: YearOf::Open,
            },
            TimeRole::Unit if number == 2 => TimeShape::Period {
                unit: Unit::Week,
                shift: 0,
                anchor: Anchor::Publication,
            },
            _ => return None,
        };
        Some((start..end, shape))
    }

    /// "mid-morning", "late-afternoon Tuesday"
    fn mid_day_part(&self, index: usize, number: i32) -> Option<Found> {
        let mut end = index + 1;
        // "late-night comedians", "an early-morning show"
        if self.modifies(end) && self.role(end).is_none() {
            return None;
        }
        let part = super::days::day_part(number)?;
        let mut day = super::Day::Open;
        if let Some(days) = self.number_of(end, TimeRole::Deictic) {
            day = super::Day::Relative {
                days: i64::from(days),
                anchor: Anchor::Publication,
            };
            end += 1;
        } else if let Some(weekday) = self.number_of(end, TimeRole::Weekday) {
            day = super::Day::Weekday {
                weekday: i8::try_from(weekday).ok()?,
                shift: None,
            };
            end += 1;
        }
        let time = Some(super::TimeOfDay::Part(part));
        Some((index..end, TimeShape::Day { day, time }))
    }

    /// "first-half profit"; a match has its halves as well.
    fn half_compound(&self, index: usize, first: &str) -> Option<Found> {
        let word = self
            .looked_up(first)
            .filter(|word| word.kind == NumberKind::Ordinal && (1..=2).contains(&word.value))?;
        let shape = TimeShape::Half {
            half: i8::try_from(word.value).ok()?,
            year: YearOf::Open,
        };
        self.financial().then_some((index..index + 1, shape))
    }

    /// "19th" before "century" at `index`.
    fn ordinal_unit_of(&self, rank: &str, index: usize) -> Option<(usize, TimeShape)> {
        if self.number_of(index, TimeRole::Unit) != Some(7) {
            return None;
        }
        let rank = self
            .looked_up(rank)
            .filter(|word| word.kind == NumberKind::Ordinal)
            .map(|word| word.value)
            .or_else(|| {
                rank.trim_end_matches(|c: char| c.is_ascii_alphabetic())
                    .parse()
                    .ok()
            })
            .filter(|rank| (2..=22).contains(rank))?;
        Some((index + 1, TimeShape::Century(i16::try_from(rank).ok()? - 1)))
    }

    /// The time word that a part of a hyphenated word is, and whether it is a plural.
    fn part(&self, part: &str) -> Option<(TimeRole, i32, bool)> {
        let hit = self.page.lexicon.lookup(part)?;
        self.page
            .lexicon
            .entries_in(Table::Times, Some(hit.pattern), part)
            .find_map(|(entry, slot)| match entry.meaning {
                Meaning::Time(word) => Some((word.role, word.number, slot == Slot::Plural)),
                _ => None,
            })
    }

    /// The number that a part is: "two", "30", "several".
    fn amount_part(&self, part: &str) -> Option<Amount> {
        if part.starts_with(|first: char| first.is_ascii_digit()) {
            if let Ok(value) = part.replace(',', "").parse::<u64>() {
                return value.checked_mul(10).map(Amount::Tenths);
            }
        }
        if part.eq_ignore_ascii_case("half") {
            return Some(Amount::Tenths(5));
        }
        if part.eq_ignore_ascii_case("multi")
            || matches!(self.part(part), Some((TimeRole::Vague, _, _)))
        {
            return Some(Amount::Vague);
        }
        let word = self.looked_up(part)?;
        matches!(word.kind, NumberKind::Cardinal | NumberKind::Scale)
            .then(|| word.value.checked_mul(10).map(Amount::Tenths))
            .flatten()
    }
}
