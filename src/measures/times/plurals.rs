//! Units without a number that tell no date: "for years", "weeks of talks", "over the years", "daily", "a yearlong war".

use super::reader::{Found, Reader};
use super::shape::{Amount, DayPart, Recurrence, Reference, TimeOfDay, TimeShape, Unit};
use super::words::{self, TimeRole};
use crate::lexicon::Classes;
use crate::text::{Flags, TokenKind};

/// How far before "annually" the number of a rate stands: "rise 8.5 percent annually".
const RATE: usize = 3;

impl Reader<'_, '_, '_> {
    /// "for years", "weeks of talks", "months ago", "within weeks or months"
    pub(super) fn bare_plural(&self, index: usize, unit: Unit) -> Option<Found> {
        let mut end = index + 1;
        let shape = TimeShape::Duration {
            amount: Amount::Vague,
            unit,
        };
        // "on weekends"
        let on = index > self.floor && self.page.is(index - 1, Classes::PREPOSITION);
        if unit == Unit::Weekend && on {
            return Some((index..end, TimeShape::Set(Recurrence::Weekend)));
        }
        if unit == Unit::Weekend || unit == Unit::Quarter || unit == Unit::Second {
            return None;
        }
        // "Minutes of the meeting", "the minutes of its meeting"; not "the final minutes of the match"
        let opens = index == self.floor || self.before(index, "the");
        if unit == Unit::Minute && opens && self.reads(end, "of") {
            return None;
        }
        let many = self.scaled(index);
        if self.reads(end, "ago") {
            let start = many.unwrap_or(index);
            return Some((start..end + 1, TimeShape::Reference(Reference::Past)));
        }
        if let Some(start) = many {
            return Some((self.with_approximator(start)..end, shape));
        }
        if self.reads(end, "or")
            && self.number_of(end + 1, TimeRole::Unit).is_some()
            && self.page.word(end + 1).ends_with('s')
        {
            end += 2;
        }
        if let Some(found) = self.definite_plural(index, end, unit) {
            return Some(found);
        }
        let first = index == self.floor;
        let before = index.wrapping_sub(1);
        // "the first hours", "the early years"
        if !first
            && (self.page.reads(before, "first") || self.is_role(before, TimeRole::Modifier))
            && self.before(before, "the")
        {
            return Some((before - 1..end, shape));
        }
        // "those years", "my days as a clerk", "school hours", "the early years"
        let introduced = first
            || self.page.is(
                before,
                Classes::PREPOSITION
                    .with(Classes::ADVERB)
                    .with(Classes::CONJUNCTION)
                    .with(Classes::VERB)
                    .with(Classes::AUXILIARY)
                    .with(Classes::SUBORDINATOR),
            ) && !self
                .page
                .is(before, Classes::DETERMINER.with(Classes::POSSESSIVE))
            || matches!(
                self.kind(before),
                Some(TokenKind::Punctuation | TokenKind::Dash | TokenKind::Mark)
            );
        // "have stayed in the capital weeks after the drill"
        let lasting = (self.is_role(end, TimeRole::Before)
            || self.number_of(end, TimeRole::Offset) == Some(1))
            && !self.page.is(
                before,
                Classes::DETERMINER
                    .with(Classes::POSSESSIVE)
                    .with(Classes::NUMBER),
            );
        if !introduced && !lasting || self.before(index, "of") && !self.linked_length(end) {
            return None;
        }
        let start = self.with_approximator(index);
        Some((start..end, shape))
    }

    /// The start of "hundreds of", "tens of thousands of" before a unit.
    fn scaled(&self, index: usize) -> Option<usize> {
        let mut start = index;
        while self.before(start, "of")
            && start >= self.floor + 2
            && self.page.is(start - 2, Classes::NUMBER)
            && self.page.word(start - 2).ends_with('s')
        {
            start -= 2;
        }
        (start < index).then_some(start)
    }

    /// "the months ahead", "the years to come", "the early hours of Tuesday", "over the years", "in the days after the vote"
    fn definite_plural(&self, index: usize, end: usize, unit: Unit) -> Option<Found> {
        let shape = TimeShape::Duration {
            amount: Amount::Vague,
            unit,
        };
        if unit == Unit::Hour && self.reads(end, "of") {
            return self.early_hours(index, end + 1);
        }
        if !self.before(index, "the") {
            return None;
        }
        if self.is_role(end, TimeRole::FutureOffset) {
            return Some((index - 1..end + 1, shape));
        }
        let phrase = words::phrase(self.page, end)
            .filter(|(range, word)| word.role == TimeRole::FutureOffset && range.end <= self.limit);
        if let Some((range, _)) = phrase {
            return Some((index - 1..range.end, shape));
        }
        let before = index.checked_sub(2).filter(|&at| at >= self.floor)?;
        let along = self.is_role(before, TimeRole::Over) && !self.modifies(end);
        let counted = self.page.is(before, Classes::PREPOSITION)
            && (self.is_role(end, TimeRole::Before)
                || self.reads(end, "since")
                || self.reads(end, "following"));
        let long = !matches!(unit, Unit::Minute | Unit::Second | Unit::Quarter);
        (long && (along && !self.linked_length(end) && !self.reads(end, "that") || counted))
            .then_some((index - 1..end, shape))
    }

    /// "the early hours of Tuesday", "the late hours of Aug. 7 evening"
    fn early_hours(&self, index: usize, at: usize) -> Option<Found> {
        let (modifier, early) = index
            .checked_sub(1)
            .and_then(|at| Some((at, self.number_of(at, TimeRole::Modifier)?)))?;
        let (mut end, day) = self.day_at(at)?;
        let mut part = if early == 1 {
            DayPart::Morning
        } else {
            DayPart::Night
        };
        if let Some((part_end, named, false)) = self.part_after(end) {
            (end, part) = (part_end, named);
        }
        let shape = TimeShape::Day {
            day,
            time: Some(TimeOfDay::Part(part)),
        };
        Some((self.with_the(modifier)..end, shape))
    }

    /// "a yearlong war"
    pub(super) fn lasting(&self, index: usize, number: i32) -> Option<Found> {
        let (unit, factor) = Unit::from_number(number)?;
        let shape = TimeShape::Duration {
            amount: Amount::Tenths(10 * factor),
            unit,
        };
        Some((self.with_approximator(index)..index + 1, shape))
    }

    /// What stands behind a length of time that something took: "weeks *of* talks", "hours *before* the vote".
    fn linked_length(&self, end: usize) -> bool {
        self.is_role(end, TimeRole::Before)
            || self.is_role(end, TimeRole::Offset)
            || self.reads(end, "of")
            || self.reads(end, "since")
    }

    /// "daily", "annually"
    pub(super) fn frequency(&self, index: usize, number: i32) -> Option<Found> {
        let (unit, _) = Unit::from_number(number)?;
        // "the Daily Herald"; a "daily paper" or "weekly briefing" names a thing.
        let noun = self.modifies(index + 1) || self.is(index + 1, Classes::GERUND);
        // "makes 10,000 cars annually" is a rate, and "checked annually" is a date
        let amount = (index.saturating_sub(RATE).max(self.floor)..index)
            .any(|token| self.kind(token) == Some(TokenKind::Number));
        let fits = !noun && !amount && !self.page.has(index, Flags::CAPITALISED);
        let start = self.with_modifier(index);
        fits.then_some((
            start..index + 1,
            TimeShape::Set(Recurrence::Every(Amount::ONE, unit)),
        ))
    }
}
