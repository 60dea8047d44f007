//! A unit with a number before it: "six months", "nearly an hour", "the past two weeks", "10 days ago", "a day earlier".

use super::reader::{Found, Reader};
use super::shape::{Amount, Anchor, Day, Recurrence, Reference, TimeShape, Unit};
use super::words::TimeRole;
use crate::lexicon::Classes;
use crate::lexicon::entries::figures::NumberKind;
use crate::text::{Flags, TokenKind, TokenRange};

/// In tenths: a number from which on units of time are an amount of something.
const COUNT: u64 = 10_000;

/// "one day" that is no length.
enum OneDay {
    /// "will one day be"
    Someday,
    /// "one day in July"
    Any,
}

impl Reader<'_, '_, '_> {
    /// The expression of the unit at `index` with the number that starts at `first`.
    pub(super) fn counted(
        &self,
        index: usize,
        first: usize,
        amount: Amount,
        number: i32,
    ) -> Option<Found> {
        let (unit, factor) = Unit::from_number(number)?;
        let amount = match amount {
            Amount::Tenths(tenths) => Amount::Tenths(tenths.checked_mul(factor)?),
            Amount::Vague => Amount::Vague,
        };
        if unit == Unit::Weekend {
            return None;
        }
        let (end, amount) = self.with_tail(index + 1, amount);
        // "more than a quarter of the voters"; a quarter is a length only where money is the matter
        if unit == Unit::Quarter
            && (self.reads(end, "of") && !self.page.word(index).ends_with('s')
                || self.quarter(index, end, None).is_none())
        {
            return None;
        }
        if let Some(every) = self.every_before(first) {
            return Some((every..end, TimeShape::Set(Recurrence::Every(amount, unit))));
        }
        let start = self.with_approximator(first);
        if let Some(found) = self.offset(start, end, amount, unit) {
            return Some(found);
        }
        // "60 miles an hour" is a speed
        if unit == Unit::Hour && self.number_before(first, TimeRole::Distance).is_some() {
            return None;
        }
        if self.rate(first, index) {
            return Some((
                first..end,
                TimeShape::Set(Recurrence::Every(Amount::ONE, unit)),
            ));
        }
        if unit == Unit::Day && self.reads(first, "one") && first + 1 == index {
            match self.one_day(first, end) {
                Some(OneDay::Someday) => {
                    return Some((first..end, TimeShape::Reference(Reference::Future)));
                }
                Some(OneDay::Any) => return None,
                None => {}
            }
        }
        // "the two day rally": a modifier, as if it had its hyphen
        let modifier = self.modifies(index + 1) && !self.page.word(index).ends_with(['s', 'S']);
        let start = self.anchored(first, modifier).unwrap_or(start);
        // "a second opinion", "a minute majority"
        let article = self.reads(first, "a") && first + 1 == index;
        if article && (unit == Unit::Second || unit == Unit::Minute && self.modifies(end)) {
            return None;
        }
        if let Some((end, rest)) = self.rest_of_length(end, unit) {
            return Some((start..end, TimeShape::Lengths([(amount, unit), rest])));
        }
        Some((start..end, TimeShape::Duration { amount, unit }))
    }

    /// "a minute and a half", "a year or two", "a week or so"
    fn with_tail(&self, end: usize, amount: Amount) -> (usize, Amount) {
        let half =
            self.reads(end, "and") && self.reads(end + 1, "a") && self.reads(end + 2, "half");
        let rough = self.reads(end, "or")
            && ["so", "more", "two"]
                .iter()
                .any(|word| self.reads(end + 1, word));
        match amount {
            Amount::Tenths(tenths) if half => (end + 3, Amount::Tenths(tenths + 5)),
            vague if half => (end + 3, vague),
            amount => (end + 2 * usize::from(rough), amount),
        }
    }

    /// What "one day" is where it is no length.
    fn one_day(&self, first: usize, end: usize) -> Option<OneDay> {
        let before = |classes| first > self.floor && self.page.is(first - 1, classes);
        // "one day in July", "one day last week", "hopes to one day follow her", "the hope that she one day follow"
        let verb =
            self.is(end, Classes::BASE) && (self.before(first, "to") || before(Classes::SUBJECT));
        if self.reads(end, "in") && self.is_role(end + 1, TimeRole::Month)
            || self.is_role(end, TimeRole::Shift)
            || verb
        {
            return Some(OneDay::Any);
        }
        let modal = self.is(end, Classes::MODAL) || before(Classes::MODAL);
        modal.then_some(OneDay::Someday)
    }

    /// The "three" of "between three and five weeks": the number alone, since its unit stands behind the other one.
    pub(super) fn first_of_two(&self, index: usize) -> Option<Found> {
        if !self.before(index, "between") {
            return None;
        }
        let (link, amount) = self.single_amount(index)?;
        let linked = self.reads(link, "and") || self.reads(link, "to");
        let (unit, _) = linked.then(|| self.single_amount(link + 1)).flatten()?;
        let (unit, factor) = Unit::from_number(self.number_of(unit, TimeRole::Unit)?)?;
        let Amount::Tenths(tenths) = amount else {
            return None;
        };
        let amount = Amount::Tenths(tenths.checked_mul(factor)?);
        // "between 50,000 and 60,000 hours of video" counts, and nothing took so long.
        let fits = !matches!(unit, Unit::Weekend | Unit::Quarter) && tenths < COUNT;
        fits.then_some((index..link, TimeShape::Duration { amount, unit }))
    }

    /// "and 40 minutes" behind "two hours"
    fn rest_of_length(&self, at: usize, unit: Unit) -> Option<(usize, (Amount, Unit))> {
        let link = self.reads(at, "and") || self.reads(at, ",");
        let (end, amount) = link.then(|| self.amount_at(at + 1)).flatten()?;
        let (smaller, _) = Unit::from_number(self.number_of(end, TimeRole::Unit)?)?;
        let fits = matches!(
            (unit, smaller),
            (Unit::Year, Unit::Month)
                | (Unit::Month | Unit::Week, Unit::Day)
                | (Unit::Hour, Unit::Minute)
                | (Unit::Minute, Unit::Second)
        );
        (fits && amount.whole().is_some()).then_some((end + 1, (amount, smaller)))
    }

    /// The start of "the past (two weeks)", "the first (nine months)", "the (four days)".
    fn anchored(&self, first: usize, modifier: bool) -> Option<usize> {
        let ordinal = first
            .checked_sub(1)
            .filter(|&at| at >= self.floor)
            .is_some_and(|at| {
                self.number_word(at)
                    .is_some_and(|(word, _)| word.kind == NumberKind::Ordinal)
                    || self.reads(at, "first")
            });
        let anaphor = self
            .number_before(first, TimeRole::Anaphor)
            // "following two weeks of talks": after them
            .is_some_and(|shift| {
                shift != 0 && (shift < 0 || self.before(first.wrapping_sub(1), "the"))
            });
        // "may last six weeks", "rains that last six weeks"
        let verb = first >= self.floor + 2
            && !self.is_role(first - 1, TimeRole::Filler)
            && self.page.is(
                first - 2,
                Classes::MODAL
                    .with(Classes::INFINITIVE_TO)
                    .with(Classes::NEGATION)
                    .with(Classes::RELATIVE),
            )
            && !self.page.is(first.wrapping_sub(2), Classes::ADVERB);
        let shift = self.is_role(first.checked_sub(1)?, TimeRole::Shift) && !verb;
        if shift || ordinal || anaphor {
            let start = self.with_the(first - 1);
            return Some(self.with_approximator(start));
        }
        (self.before(first, "the") && !modifier).then(|| first - 1)
    }

    /// "ago", "earlier", "later", "from now" behind a quantity.
    pub(super) fn offset(
        &self,
        start: usize,
        end: usize,
        amount: Amount,
        unit: Unit,
    ) -> Option<Found> {
        let (amount, unit) = in_whole(amount, unit);
        let (direction, end, anchor) = self.direction(end)?;
        // "a week from today"
        let today = direction > 0 && self.is_role(end.wrapping_sub(1), TimeRole::Deictic);
        let (amount, unit) = match (amount, unit) {
            (Amount::Tenths(tenths), Unit::Week) if today => {
                (Amount::Tenths(tenths.saturating_mul(7)), Unit::Day)
            }
            other => other,
        };
        let Some(count) = amount.whole() else {
            if matches!(anchor, Anchor::LastNamed) {
                return Some((start..end - 1, TimeShape::Duration { amount, unit }));
            }
            let reference = if direction < 0 {
                Reference::Past
            } else {
                Reference::Future
            };
            return Some((start..end, TimeShape::Reference(reference)));
        };
        let shift = count.checked_mul(i64::from(direction))?;
        let shape = match unit {
            Unit::Second | Unit::Minute | Unit::Hour if anchor == Anchor::Publication => {
                TimeShape::Reference(if direction < 0 {
                    Reference::Past
                } else {
                    Reference::Future
                })
            }
            Unit::Second | Unit::Minute | Unit::Hour => {
                return Some((start..end - 1, TimeShape::Duration { amount, unit }));
            }
            Unit::Day => TimeShape::Day {
                day: Day::Relative {
                    days: shift,
                    anchor,
                },
                time: None,
            },
            _ => TimeShape::Period {
                unit,
                shift,
                anchor,
            },
        };
        Some((start..end, shape))
    }

    /// Which way a quantity counts, where its words end, and from what.
    fn direction(&self, end: usize) -> Option<(i32, usize, Anchor)> {
        if let Some(direction) = self.number_of(end, TimeRole::Offset) {
            let named = !self.reads(end, "ago") && !self.reads(end, "hence");
            let anchor = if named {
                Anchor::LastNamed
            } else {
                Anchor::Publication
            };
            return Some((direction, end + 1, anchor));
        }
        let from_now =
            self.reads(end, "from") && (self.reads(end + 1, "now") || self.reads(end + 1, "today"));
        if from_now {
            return Some((1, end + 2, Anchor::Publication));
        }
        if self.is_role(end, TimeRole::Before) && self.ends_phrase(end + 1) {
            // "he had left two years before"; "after" tells nothing new
            let back = self
                .number_of(end, TimeRole::Before)
                .filter(|way| *way < 0)?;
            return Some((back, end + 1, Anchor::LastNamed));
        }
        let (event_end, event) = self.event(end)?;
        Some((-1, event_end, Anchor::Event(event)))
    }

    /// "prior to Keller's speech", "before Keller's speech": an event that belongs to a name, which the article may date.
    fn event(&self, end: usize) -> Option<(usize, TokenRange)> {
        let name = if self.reads(end, "prior") && self.reads(end + 1, "to") {
            end + 2
        } else if self.reads(end, "before") {
            end + 1
        } else {
            return None;
        };
        if !self.page.has(name, Flags::CAPITALISED) || self.kind(name) != Some(TokenKind::Word) {
            return None;
        }
        let mut clitic = name + 1;
        while clitic < name + 3
            && self.kind(clitic) == Some(TokenKind::Word)
            && self.page.has(clitic, Flags::CAPITALISED)
        {
            clitic += 1;
        }
        let noun = clitic + 1;
        let fits = self.kind(clitic) == Some(TokenKind::Clitic)
            && self.kind(noun) == Some(TokenKind::Word);
        fits.then_some((noun + 1, name..noun + 1))
    }

    /// "four flights *a week*", "$500 million *a year*": a rate, no length.
    fn rate(&self, first: usize, unit: usize) -> bool {
        if first + 1 != unit || !(self.reads(first, "a") || self.reads(first, "an")) {
            return false;
        }
        // "wait a minute", "take a second look", but "60 words a minute"
        let counted = first
            .checked_sub(1)
            .is_some_and(|before| self.page.word(before).ends_with('s'));
        let short = match self.number_of(unit, TimeRole::Unit) {
            Some(10) => true,
            Some(9) => !counted,
            _ => false,
        };
        // "a week out", "a month into the contest"
        let next = unit + 1;
        if short
            || self.tied(next)
            || self.is(next, Classes::CONJUNCTION)
            || self.is_role(next, TimeRole::When)
            || self.is_role(next, TimeRole::FutureOffset)
        {
            return false;
        }
        let Some(before) = first.checked_sub(1).filter(|&before| before >= self.floor) else {
            return false;
        };
        match self.kind(before) {
            Some(TokenKind::Number) => true,
            Some(TokenKind::Symbol) => true,
            Some(TokenKind::Word) => {
                let closed = Classes::PREPOSITION
                    .with(Classes::ADVERB)
                    .with(Classes::CONJUNCTION)
                    .with(Classes::SUBORDINATOR)
                    .with(Classes::AUXILIARY)
                    .with(Classes::PRONOUN)
                    .with(Classes::MODAL)
                    .with(Classes::DETERMINER)
                    .with(Classes::QUANTIFIER);
                let times = self.reads(before, "times")
                    || self.reads(before, "once")
                    || self.reads(before, "twice");
                let verb = self.page.is(before, Classes::VERB)
                    && !self.page.is(before, Classes::ALSO_NOUN);
                times
                    || !self.page.is(before, closed)
                        && !verb
                        && !self.page.has(before, Flags::CAPITALISED)
            }
            _ => false,
        }
    }
}

/// Half years in months, half decades in years: "a year and a half ago" is a month.
fn in_whole(amount: Amount, unit: Unit) -> (Amount, Unit) {
    match (amount, unit) {
        (Amount::Tenths(tenths), Unit::Year | Unit::Decade | Unit::Century) if tenths % 10 == 5 => {
            let (count, smaller) = match unit {
                Unit::Year => (12, Unit::Month),
                Unit::Decade => (10, Unit::Year),
                _ => (100, Unit::Year),
            };
            (Amount::Tenths(tenths.saturating_mul(count)), smaller)
        }
        other => other,
    }
}
