//! Parts of a day: "this morning", "last night", "the evening of Aug. 7", "overnight".

use super::days::day_part;
use super::reader::{Found, Reader};
use super::shape::{Anchor, Day, DayPart, Recurrence, TimeOfDay, TimeShape, Unit};
use super::words::TimeRole;
use crate::lexicon::Classes;

impl Reader<'_, '_, '_> {
    /// "this morning", "last night", "in the afternoon", "every evening"
    pub(super) fn day_part(&self, index: usize, number: i32, plural: bool) -> Option<Found> {
        let part = day_part(number)?;
        let end = index + 1;
        if self.every_before(index).is_some() {
            return Some((
                index - 1..end,
                TimeShape::Set(Recurrence::Every(super::Amount::ONE, Unit::Day)),
            ));
        }
        if plural {
            return None;
        }
        let day = |day: Day, start: usize| {
            Some((
                self.with_modifier(start)..end,
                TimeShape::Day {
                    day,
                    time: Some(TimeOfDay::Part(part)),
                },
            ))
        };
        let relative = |days: i64, anchor: Anchor| Day::Relative { days, anchor };
        if let Some(found) = self.part_of_day(index, part) {
            return Some(found);
        }
        if self.before(index, "the") {
            if let Some((behind, days)) = self.beside_part(end) {
                let shape = TimeShape::Day {
                    day: relative(days, Anchor::LastNamed),
                    time: Some(TimeOfDay::Part(part)),
                };
                return Some((index - 1..behind, shape));
            }
        }
        match self.number_before(index, TimeRole::Shift) {
            Some(-1) if part == DayPart::Night || part == DayPart::Evening => {
                return day(relative(-1, Anchor::Publication), index - 1);
            }
            Some(0) => return day(relative(0, Anchor::Publication), index - 1),
            // "the next morning"
            Some(1) => {
                let start = self.with_the(index - 1);
                return day(relative(1, Anchor::LastNamed), start);
            }
            Some(_) => return None,
            None => {}
        }
        if let Some(days) = self.number_before(index, TimeRole::Anaphor) {
            let start = self.with_the(index - 1);
            return day(relative(i64::from(days), Anchor::LastNamed), start);
        }
        self.open_part(index, part)
    }

    /// "the evening of Aug. 7", "before dawn on Tuesday", "at dawn Tuesday"
    fn part_of_day(&self, index: usize, part: DayPart) -> Option<Found> {
        let end = index + 1;
        let of = usize::from(self.reads(end, "of") || self.reads(end, "on"));
        // not "a good night Tuesday", "a bad night on Tuesday", "into the night Tuesday"
        let bare = index - usize::from(self.number_before(index, TimeRole::Modifier).is_some());
        let introduced =
            bare > self.floor && self.page.is(bare - 1, Classes::PREPOSITION) || bare == self.floor;
        let linked = of == 1 && (introduced || self.before(bare, "the"));
        if let Some((day_end, day)) = self.day_at(end + of).filter(|_| linked || introduced) {
            let modified = self
                .number_before(index, TimeRole::Modifier)
                .map_or(index, |_| index - 1);
            let shape = TimeShape::Day {
                day,
                time: Some(TimeOfDay::Part(part)),
            };
            return Some((self.with_modifier(self.with_the(modified))..day_end, shape));
        }
        None
    }

    /// "in the morning", "by mid afternoon"
    fn open_part(&self, index: usize, part: DayPart) -> Option<Found> {
        let end = index + 1;
        let start = self
            .number_before(index, TimeRole::Modifier)
            .map_or(index, |_| index - 1);
        let article = self.with_the(start);
        let introduced = article.checked_sub(1).is_some_and(|before| {
            before >= self.floor && self.page.is(before, Classes::PREPOSITION)
        });
        let clear = part != DayPart::Night || self.before(article, "during");
        // "of the night", "the morning after", "the night of the fire", "by night"
        let linked = self.tied(end);
        if introduced
            && clear
            && !linked
            && (article < start || start < index)
            && !self.modifies(end)
            && !self.before(article, "of")
        {
            return Some((
                article..end,
                TimeShape::Day {
                    day: Day::Open,
                    time: Some(TimeOfDay::Part(part)),
                },
            ));
        }
        None
    }

    pub(super) fn tonight(&self, index: usize) -> Option<Found> {
        let day = Day::Relative {
            days: 0,
            anchor: Anchor::Publication,
        };
        Some((
            self.with_modifier(index)..index + 1,
            TimeShape::Day {
                day,
                time: Some(TimeOfDay::Part(DayPart::Night)),
            },
        ))
    }

    /// "overnight", also before a day: "overnight Saturday"
    pub(super) fn overnight(&self, index: usize) -> Option<Found> {
        let (end, day) = match self.number_of(index + 1, TimeRole::Weekday) {
            Some(weekday) => (
                index + 2,
                Day::Weekday {
                    weekday: i8::try_from(weekday).ok()?,
                    shift: None,
                },
            ),
            None => (
                index + 1,
                Day::Relative {
                    days: -1,
                    anchor: Anchor::Publication,
                },
            ),
        };
        Some((
            index..end,
            TimeShape::Day {
                day,
                time: Some(TimeOfDay::Part(DayPart::Night)),
            },
        ))
    }
}
