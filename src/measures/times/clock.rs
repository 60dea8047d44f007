//! Times of day: "7:15 p.m.", "noon", "0800 GMT", "this morning", "last night".

use super::reader::{Found, Reader};
use super::shape::{Anchor, Day, DayPart, TimeOfDay, TimeShape};
use super::words::{self, TimeRole};
use crate::lexicon::Classes;
use crate::text::{Flags, TokenKind};

impl Reader<'_, '_, '_> {
    /// A clock time at `index`, with its zone.
    pub(super) fn clock_at(&self, index: usize) -> Option<(usize, TimeOfDay)> {
        if let Some(hour) = self.number_of(index, TimeRole::ClockWord) {
            let clock = TimeOfDay::Clock {
                hour: u8::try_from(hour).ok()?,
                minute: (hour == 12).then_some(0),
            };
            return Some((self.with_zone(index + 1), clock));
        }
        let token = self.page.tokens.get(index).filter(|_| index < self.limit)?;
        if token.kind != TokenKind::Number {
            return self.oclock_in_words(index);
        }
        let printed = self.page.word(index);
        let (figures, glued) = match printed
            .len()
            .checked_sub(2)
            .and_then(|at| printed.split_at_checked(at))
        {
            Some((figures, suffix)) if suffix.eq_ignore_ascii_case("am") => (figures, Some(0)),
            Some((figures, suffix)) if suffix.eq_ignore_ascii_case("pm") => (figures, Some(12)),
            _ => (printed, None),
        };
        if glued.is_none() && figures.len() > 5 {
            return None;
        }
        let (mut end, mut half) = (index + 1, glued);
        let apart = half
            .is_none()
            .then(|| self.number_of(end, TimeRole::Meridiem));
        if let Some(meridiem) = apart.flatten() {
            half = Some(meridiem);
            end += 1;
        }
        let zone = self.zone_at(end);
        let (hour, minute): (u8, Option<u8>) = match figures.split_once([':', '.']) {
            Some((hour, minute))
                if minute.len() == 2 && (half.is_some() || figures.contains(':')) =>
            {
                (hour.parse().ok()?, Some(minute.parse().ok()?))
            }
            Some(_) => return None,
            None if half.is_some() => (figures.parse().ok()?, Some(0)),
            // "0800 GMT", and "1000" only with its zone
            None if figures.len() == 4 && zone.is_some() => (
                figures.get(..2)?.parse().ok()?,
                Some(figures.get(2..)?.parse().ok()?),
            ),
            // "10 o'clock"
            None if figures.len() <= 2 && zone.is_some() => (figures.parse().ok()?, Some(0)),
            // "at about 9 last night", "at 8 Thursday evening"
            None if figures.len() <= 2 && self.bare_hour(index) => (figures.parse().ok()?, Some(0)),
            None => return None,
        };
        // A score, a ratio or a runner's time: "won 3:1", "2:30.15", "2:05:30".
        if self.reads(end, ":") && !self.page.has(end, Flags::SPACED)
            || hour > 24
            || minute.is_some_and(|minute| minute > 59)
            || half.is_some() && !(1..=12).contains(&hour)
        {
            return None;
        }
        // "Ephesians 5:11", "the 15:20 mark"
        let named = index > self.floor
            && self.page.has(index - 1, Flags::CAPITALISED)
            && self.role(index - 1).is_none()
            && !self.page.has(index - 1, Flags::LINE_START)
            && !self.page.is(index - 1, Classes::PREPOSITION);
        let bare = half.is_none() && zone.is_none() && figures.contains(':');
        if bare && (named || self.modifies(end) && self.role(end).is_none()) {
            return None;
        }
        let hour = match half {
            Some(12) if hour < 12 => hour + 12,
            Some(0) if hour == 12 => 0,
            _ => hour,
        };
        Some((zone.unwrap_or(end), TimeOfDay::Clock { hour, minute }))
    }

    /// Whether figures without a mark are an hour: behind "at" and before a part of a day.
    fn bare_hour(&self, index: usize) -> bool {
        let start = self.with_approximator(index);
        let day = self
            .day_at(index + 1)
            .map_or((index + 1, Day::Open), |found| found);
        (self.before(start, "at") || start < index) && self.part_of_clock(day.0, &day.1).is_some()
    }

    /// "ten o'clock"
    fn oclock_in_words(&self, index: usize) -> Option<(usize, TimeOfDay)> {
        if !self.page.is(index, Classes::NUMBER) {
            return None;
        }
        let (end, hour) = self.cardinal_at(index).filter(|&(_, hour)| hour <= 12)?;
        if let Some(meridiem) = self.number_of(end, TimeRole::Meridiem) {
            let hour = u8::try_from(hour).ok()? % 12 + u8::try_from(meridiem).ok()?;
            return Some((
                self.with_zone(end + 1),
                TimeOfDay::Clock {
                    hour,
                    minute: Some(0),
                },
            ));
        }
        let end = self.reads(end, "o'clock").then_some(end + 1)?;
        Some((
            end,
            TimeOfDay::Clock {
                hour: u8::try_from(hour).ok()?,
                minute: Some(0),
            },
        ))
    }

    fn with_zone(&self, end: usize) -> usize {
        self.zone_at(end).unwrap_or(end)
    }

    /// The end of a time zone at `index`: "GMT", "local time".
    fn zone_at(&self, index: usize) -> Option<usize> {
        let phrase = words::phrase(self.page, index)
            .filter(|(range, word)| word.role == TimeRole::Zone && range.end <= self.limit);
        if let Some((range, _)) = phrase {
            return Some(range.end);
        }
        let zone = self.is_role(index, TimeRole::Zone)
            && (self.page.has(index, Flags::ALL_CAPS)
                || self.page.has(index, Flags::DOTTED)
                || self.page.word(index).contains('\''));
        zone.then_some(index + 1)
    }

    /// "noon", "midnight Friday"
    pub(super) fn clock_word(&self, index: usize, _hour: i32) -> Option<Found> {
        let (end, clock) = self.clock_at(index)?;
        // "the High Noon saloon"
        if self.page.has(index, Flags::CAPITALISED)
            && index > self.floor
            && self.page.has(index - 1, Flags::CAPITALISED)
        {
            return None;
        }
        Some(self.clock(index, end, clock))
    }

    /// A clock time with the day that stands beside it: "10 p.m. Wednesday", "5 p.m. EST, Nov. 6", "noon on Saturday".
    pub(super) fn clock(&self, start: usize, end: usize, clock: TimeOfDay) -> Found {
        let mut end = end;
        let mut day = Day::Open;
        let link = usize::from(self.reads(end, ",") || self.reads(end, "on"));
        if let Some((day_end, found)) = self.day_at(end + link) {
            end = day_end;
            day = found;
        } else if self.reads(end, "(") {
            let close = (end + 1..end + 6).find(|&close| self.reads(close, ")"));
            let behind = close.map(|close| close + 1 + usize::from(self.reads(close + 1, "on")));
            // "at 9:05 p.m. (0405 GMT) Tuesday": the day counts for both, and is an expression of its own
            if let Some((_, found)) = behind.and_then(|behind| self.day_at(behind)) {
                day = found;
            }
        }
        // "5:51 a.m. Saturday local time"
        end = self.with_zone(end);
        let mut clock = clock;
        if let Some((part_end, part, on)) = self.part_of_clock(end, &day) {
            clock = afternoon(clock, part);
            end = part_end;
            if let Some(on) = on {
                day = on;
            }
            if let (Day::Open, Some((day_end, found))) = (&day, self.day_at(end)) {
                end = day_end;
                day = found;
            }
        }
        let start = self.with_modifier(self.with_approximator(start));
        (
            start..end,
            TimeShape::Day {
                day,
                time: Some(clock),
            },
        )
    }

    /// The part of the day behind a clock time, and the day that it brings: "6:30 Thursday *evening*", "ten o'clock *last
    /// night*", "8:15 *in the morning*".
    fn part_of_clock(&self, end: usize, day: &Day) -> Option<(usize, DayPart, Option<Day>)> {
        if *day != Day::Open {
            let (end, part, plural) = self.part_after(end)?;
            return (!plural).then_some((end, part, None));
        }
        if self.reads(end, "in") && self.reads(end + 1, "the") {
            let (end, part, _) = self.part_after(end + 2)?;
            return Some((end, part, None));
        }
        let days = match self.number_of(end, TimeRole::Shift)? {
            0 => 0,
            -1 => -1,
            _ => return None,
        };
        let (end, part, _) = self.part_after(end + 1)?;
        let day = Day::Relative {
            days,
            anchor: Anchor::Publication,
        };
        Some((end, part, Some(day)))
    }

    /// A day that can follow a time of day.
    pub(super) fn day_at(&self, index: usize) -> Option<(usize, Day)> {
        if let Some((end, day)) = self.month_day_at(index) {
            return Some((end, day));
        }
        if self.kind(index) == Some(TokenKind::Number) {
            // "19 March", not the 3 of "3 to 5 March"
            return match self.day_before_month(index)? {
                (range, TimeShape::Day { day, .. }) if range.end > index + 1 => {
                    Some((range.end, day))
                }
                _ => None,
            };
        }
        match self.role(index)? {
            (TimeRole::Weekday, weekday) => {
                let weekday = i8::try_from(weekday).ok()?;
                let comma = usize::from(self.reads(index + 1, ","));
                if let Some((
                    end,
                    Day::OfMonth {
                        month, day, year, ..
                    },
                )) = self.month_day_at(index + 1 + comma)
                {
                    return Some((
                        end,
                        Day::OfMonth {
                            month,
                            day,
                            year,
                            weekday: Some(weekday),
                        },
                    ));
                }
                Some((
                    index + 1,
                    Day::Weekday {
                        weekday,
                        shift: None,
                    },
                ))
            }
            (TimeRole::Deictic, days) => Some((
                index + 1,
                Day::Relative {
                    days: i64::from(days),
                    anchor: Anchor::Publication,
                },
            )),
            (TimeRole::Shift, shift) if shift.abs() < 2 => {
                let weekday = i8::try_from(self.number_of(index + 1, TimeRole::Weekday)?).ok()?;
                Some((
                    index + 2,
                    Day::Weekday {
                        weekday,
                        shift: Some(shift),
                    },
                ))
            }
            _ => None,
        }
    }
}

/// "6:30 Thursday evening" is 18:30.
fn afternoon(clock: TimeOfDay, part: DayPart) -> TimeOfDay {
    match (clock, part) {
        (TimeOfDay::Clock { hour: 12, minute }, DayPart::Morning | DayPart::Night) => {
            TimeOfDay::Clock { hour: 0, minute }
        }
        (TimeOfDay::Clock { hour, minute }, DayPart::Afternoon | DayPart::Evening) if hour < 12 => {
            TimeOfDay::Clock {
                hour: hour + 12,
                minute,
            }
        }
        // "2 o'clock at night" is early
        (TimeOfDay::Clock { hour, minute }, DayPart::Night) if (5..12).contains(&hour) => {
            TimeOfDay::Clock {
                hour: hour + 12,
                minute,
            }
        }
        other => other.0,
    }
}
