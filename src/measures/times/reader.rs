//! [`Reader`]: reads the expression that a head carries, and what the other files of this folder share to do so.

use std::cell::OnceCell;

use super::shape::{Amount, Reference, TimeShape, Unit};
use super::words::{self, TimeRole};
use crate::lexicon::Classes;
use crate::text::{Flags, Page, TokenKind, TokenRange};

/// An expression and its tokens.
pub(super) type Found = (TokenRange, TimeShape);

/// Reads in one sentence, between the end of the last expression and the sentence's end.
pub(super) struct Reader<'r, 't, 'l> {
    pub page: &'r Page<'t, 'l>,
    /// No expression begins before this token.
    pub floor: usize,
    /// No expression goes on at this token.
    pub limit: usize,
    /// The month and year of the day that the last expression named: "March 3 to 5".
    pub open_range: Option<(i8, Option<i16>)>,
    /// Whether the article is about money, once somebody has asked.
    pub financial: &'r OnceCell<bool>,
}

/// Words that end a noun phrase: what stands before one of them is not a modifier.
const CLOSED: Classes = Classes::PREPOSITION
    .with(Classes::CONJUNCTION)
    .with(Classes::SUBORDINATOR)
    .with(Classes::AUXILIARY)
    .with(Classes::MODAL)
    .with(Classes::RELATIVE)
    .with(Classes::PRONOUN)
    .with(Classes::DETERMINER)
    .with(Classes::POSSESSIVE)
    .with(Classes::ADVERB)
    .with(Classes::INFINITIVE_TO)
    .with(Classes::NEGATION);

impl<'r, 't, 'l> Reader<'r, 't, 'l> {
    pub(super) fn new(
        page: &'r Page<'t, 'l>,
        sentence: TokenRange,
        financial: &'r OnceCell<bool>,
    ) -> Self {
        Self {
            page,
            open_range: None,
            financial,
            floor: sentence.start,
            limit: sentence.end.min(page.tokens.len()),
        }
    }

    /// The expression whose head stands at `index`.
    pub(super) fn at(&self, index: usize) -> Option<Found> {
        if self.page.is(index, Classes::TIME) || self.page.phrase_classes(index).any(Classes::TIME)
        {
            if let Some(found) = self.phrase(index).or_else(|| self.word(index)) {
                return Some(self.widened(found));
            }
        }
        if let Some(found) = self.first_of_two(index) {
            return Some(found);
        }
        match self.page.kind(index)? {
            TokenKind::Word if self.page.has(index, Flags::HYPHENATED) => self.hyphenated(index),
            TokenKind::Number => self.digits(index),
            _ => None,
        }
        .or_else(|| self.number_words(index))
        .map(|found| self.widened(found))
    }

    fn word(&self, index: usize) -> Option<Found> {
        let (word, plural) = words::role(self.page, index)?;
        match word.role {
            TimeRole::Weekday => self.weekday(index, word.number),
            TimeRole::Month => self.month(index, word.number),
            TimeRole::Unit => self.unit(index, word.number, plural),
            TimeRole::Season => self.season(index, word.number),
            TimeRole::DayPart => self.day_part(index, word.number, plural),
            TimeRole::ClockWord => self.clock_word(index, word.number),
            TimeRole::Deictic => self.deictic(index, word.number),
            TimeRole::Tonight => self.tonight(index),
            TimeRole::Overnight => self.overnight(index),
            TimeRole::NamedDay => self.named_day(index..index + 1, word.number),
            TimeRole::Frequency => self.frequency(index, word.number),
            TimeRole::Period => self.latest_period(index),
            TimeRole::Decade => self.decade_word(index, word.number),
            TimeRole::Lasting => self.lasting(index, word.number),
            TimeRole::Present | TimeRole::Past | TimeRole::Future => {
                self.reference(index..index + 1, word.role)
            }
            _ => None,
        }
    }

    fn phrase(&self, index: usize) -> Option<Found> {
        let (range, word) = words::phrase(self.page, index)?;
        if range.end > self.limit {
            return None;
        }
        match word.role {
            TimeRole::NamedDay => self.named_day(range, word.number),
            TimeRole::Present | TimeRole::Past | TimeRole::Future => {
                self.reference(range, word.role)
            }
            TimeRole::ReferenceNoun => {
                let reference = if word.number < 0 {
                    Reference::Past
                } else {
                    Reference::Future
                };
                self.reference_noun(range, reference)
            }
            TimeRole::Length => Some((
                range,
                TimeShape::Duration {
                    amount: Amount::Vague,
                    unit: Unit::Unknown,
                },
            )),
            _ => None,
        }
    }

    /// "now", "recently", "soon"; not in "as soon as", "soon after the vote", and not "now" as a filler ("Now, look").
    fn reference(&self, range: TokenRange, role: TimeRole) -> Option<Found> {
        let reference = match role {
            // "Now for the weather."
            TimeRole::Present if range.start == self.floor && self.reads(range.end, "for") => {
                return None;
            }
            TimeRole::Present => Reference::Present,
            TimeRole::Past => Reference::Past,
            _ => {
                // "soon after the vote", "as soon as", "at a later date than planned"
                let linked = self.is_role(range.end, TimeRole::Before)
                    || self.reads(range.end, "as")
                    || self.reads(range.end, "than");
                if linked || self.before(range.start, "as") || self.before(range.start, "too") {
                    return None;
                }
                Reference::Future
            }
        };
        Some((range, TimeShape::Reference(reference)))
    }

    /// "the past", "in the near future"; not "the past decade", "the future of the party"
    fn reference_noun(&self, range: TokenRange, reference: Reference) -> Option<Found> {
        let goes_on = self.modifies(range.end)
            || self.reads(range.end, "of")
            || self.kind(range.end) == Some(TokenKind::Number)
            || self.is(range.end, Classes::NUMBER)
            // "said in the past that"
            || !self.is(range.end, Classes::RELATIVE)
                && matches!(self.role(range.end), Some((role, _)) if role != TimeRole::When)
            || self.kind(range.end) == Some(TokenKind::Clitic);
        let introduced =
            range.start > self.floor && self.page.is(range.start - 1, Classes::PREPOSITION);
        (introduced && !goes_on).then_some((range, TimeShape::Reference(reference)))
    }

    // What the files of this folder share.

    pub(super) fn reads(&self, index: usize, word: &str) -> bool {
        index >= self.floor && index < self.limit && self.page.reads(index, word)
    }

    /// Whether `word` stands right before `index`.
    pub(super) fn before(&self, index: usize, word: &str) -> bool {
        index > self.floor && self.page.reads(index - 1, word)
    }

    /// The time word at a token inside the reader's bounds.
    pub(super) fn role(&self, index: usize) -> Option<(TimeRole, i32)> {
        if index < self.floor || index >= self.limit {
            return None;
        }
        words::role(self.page, index).map(|(word, _)| (word.role, word.number))
    }

    /// The number of the time word at `index`, if it plays this role.
    pub(super) fn number_of(&self, index: usize, role: TimeRole) -> Option<i32> {
        self.role(index)
            .filter(|(found, _)| *found == role)
            .map(|(_, number)| number)
    }

    pub(super) fn is_role(&self, index: usize, role: TimeRole) -> bool {
        self.number_of(index, role).is_some()
    }

    /// The same right before `index`.
    pub(super) fn number_before(&self, index: usize, role: TimeRole) -> Option<i32> {
        index
            .checked_sub(1)
            .and_then(|before| self.number_of(before, role))
    }

    pub(super) fn is(&self, index: usize, classes: Classes) -> bool {
        index >= self.floor && index < self.limit && self.page.is(index, classes)
    }

    pub(super) fn kind(&self, index: usize) -> Option<TokenKind> {
        if index < self.limit {
            self.page.kind(index)
        } else {
            None
        }
    }

    /// Whether a word stands at `index` that what is before it modifies: "the Friday *summit*".
    pub(super) fn modifies(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Word)
            && !self.page.is(index, CLOSED)
            && (!self.page.is(index, Classes::PAST.with(Classes::GERUND))
                || self.page.is(index, Classes::ALSO_NOUN))
    }

    /// "the lowest price for the year *of $19*": an amount ties nothing.
    pub(super) fn of_amount(&self, index: usize) -> bool {
        self.reads(index, "of")
            && matches!(
                self.kind(index + 1),
                Some(TokenKind::Symbol | TokenKind::Number)
            )
    }

    /// Whether the token ties the noun before it to an event: "the morning *of* the fire", "the week *that* was".
    pub(super) fn tied(&self, index: usize) -> bool {
        self.is_role(index, TimeRole::Before)
            || self.is(index, Classes::RELATIVE)
            || self.reads(index, "of")
    }

    /// Whether the token joins two days or two numbers: "March 3 *to* 5", "May 3*-*5".
    pub(super) fn joins(&self, index: usize) -> bool {
        self.is(index, Classes::CONJUNCTION.with(Classes::INFINITIVE_TO))
            || self.reads(index, "-")
            || self.kind(index) == Some(TokenKind::Dash)
    }

    /// The start with an article before it.
    pub(super) fn with_the(&self, start: usize) -> usize {
        if self.before(start, "the") {
            start - 1
        } else {
            start
        }
    }

    /// The start with what says how exact a quantity is: "nearly", "more than".
    pub(super) fn with_approximator(&self, start: usize) -> usize {
        // "lasted for over a week", but "over the weekend"
        if self.number_before(start, TimeRole::Over).is_some()
            && !self.reads(start, "the")
            && start >= self.floor + 2
            && self
                .page
                .is(start - 2, Classes::PREPOSITION.with(Classes::BASE))
        {
            return start - 1;
        }
        for length in (1..=3).rev() {
            let Some(first) = start
                .checked_sub(length)
                .filter(|&first| first >= self.floor)
            else {
                continue;
            };
            let joins = if length == 1 {
                self.is_role(first, TimeRole::Approximator)
            } else {
                words::phrase(self.page, first).is_some_and(|(range, word)| {
                    range.end == start && word.role == TimeRole::Approximator
                })
            };
            if joins {
                return first;
            }
        }
        start
    }

    /// The start with "early", "late", "earlier", "later" and "the end of" before it.
    pub(super) fn with_modifier(&self, start: usize) -> usize {
        let mut start = start;
        let before = start.checked_sub(1).and_then(|before| self.role(before));
        if matches!(before, Some((TimeRole::Modifier | TimeRole::Offset, _)))
            && !self.before(start, "ago")
        {
            start -= 1;
        }
        if self.before(start, "of") && start >= self.floor + 2 {
            let edge = start - 2;
            if self.is_role(edge, TimeRole::Edge) {
                return self.with_the(edge);
            }
        }
        start
    }
}
