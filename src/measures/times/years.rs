//! Years, decades, centuries.

use super::reader::{Found, Reader};
use super::shape::{TimeShape, YearOf};
use super::words::TimeRole;
use crate::lexicon::entries::figures::NumberKind;
use crate::lexicon::{Classes, Slot};
use crate::text::{Flags, TokenKind};

impl Reader<'_, '_, '_> {
    /// A year in figures at `index`, in a place where one is expected ("March 5, 1998").
    pub(super) fn year_at(&self, index: usize) -> Option<(usize, i16)> {
        let token = self.page.tokens.get(index).filter(|_| index < self.limit)?;
        if token.kind != TokenKind::Number
            || token.end - token.start != 4
            || self.reads(index + 1, "-")
                && self.page.word(index + 2).len() == 2
                && self.reads(index + 3, "-")
        {
            return None;
        }
        let year: i16 = self.page.word(index).parse().ok()?;
        (1000..2200).contains(&year).then_some((index + 1, year))
    }

    /// "nineteen ninety-six", "two thousand", "twenty thirteen"
    pub(super) fn spelled_year(&self, index: usize) -> Option<(usize, i16)> {
        let (first, _) = self.number_word(index)?;
        if first.kind != NumberKind::Cardinal {
            return None;
        }
        if first.value == 2 {
            let (thousand, _) = self.number_word(index + 1)?;
            if thousand.value != 1000 {
                return None;
            }
            let and = usize::from(self.reads(index + 2, "and"));
            let (end, rest) = self
                .cardinal_at(index + 2 + and)
                .filter(|&(_, rest)| rest < 100)
                .unwrap_or((index + 2, 0));
            return Some((end, 2000 + i16::try_from(rest).ok()?));
        }
        if !(15..=20).contains(&first.value) {
            return None;
        }
        let (end, rest) = self
            .cardinal_at(index + 1)
            .filter(|&(_, rest)| (10..100).contains(&rest))?;
        Some((end, i16::try_from(first.value * 100 + rest).ok()?))
    }

    /// "1998", "early 1998", "the end of 1990", "the year 2000", "fiscal 1990"
    pub(super) fn year(&self, index: usize) -> Option<Found> {
        let (end, year) = self.year_at(index)?;
        // "the 1988 third quarter"
        if let Some((_, TimeShape::Quarter { quarter, .. })) = self.ordinal_unit(end) {
            let shape = TimeShape::Quarter {
                quarter,
                year: YearOf::Given(year),
            };
            return Some((self.with_the(index)..end + 2, shape));
        }
        // "the 1988 quarter", "the 1988 period": the one that is reported
        let reported =
            self.is_role(end, TimeRole::Period) || self.number_of(end, TimeRole::Unit) == Some(4);
        if reported && self.before(index, "the") && self.financial() {
            let shape = TimeShape::Quarter {
                quarter: None,
                year: YearOf::Given(year),
            };
            return Some((index - 1..end + 1, shape));
        }
        self.year_fits(index, year)
            .then(|| (self.year_start(index)..end, TimeShape::Year(year)))
    }

    fn year_start(&self, index: usize) -> usize {
        let mut start = index;
        if self.number_before(start, TimeRole::Fiscal).is_some() {
            start -= 1;
        }
        if self.number_before(start, TimeRole::Unit) == Some(5) {
            start -= 1;
            if self.number_before(start, TimeRole::Fiscal).is_some() {
                start -= 1;
            }
            start = self.with_the(start);
        }
        self.with_modifier(start)
    }

    /// Whether four figures are a year and not a count ("2000 soldiers"), a model ("Orion 1980") or a share price.
    fn year_fits(&self, index: usize, year: i16) -> bool {
        let unusual = !(1900..=2030).contains(&year);
        let next = index + 1;
        if self.year_goes_on(next) {
            return false;
        }
        let Some(before) = index.checked_sub(1).filter(|&before| before >= self.floor) else {
            return !unusual && !self.counts(next);
        };
        if self.kind(before) == Some(TokenKind::Symbol) && !self.page.has(index, Flags::SPACED) {
            return false;
        }
        let temporal = matches!(
            self.role(before),
            Some((
                TimeRole::Modifier
                    | TimeRole::Edge
                    | TimeRole::Fiscal
                    | TimeRole::Unit
                    | TimeRole::Season
                    | TimeRole::Month
                    | TimeRole::NamedDay
                    | TimeRole::Prospect,
                _
            ))
        );
        if temporal {
            return true;
        }
        let introduced = self
            .page
            .is(before, Classes::PREPOSITION.with(Classes::SUBORDINATOR));
        if unusual {
            let year_like = self.is_role(before, TimeRole::When);
            return year_like && !self.modifies(next) && year < 2100;
        }
        // "fell to about 1900", "more than 2000"
        let counted = matches!(
            self.role(before),
            Some((TimeRole::Approximator | TimeRole::Over | TimeRole::Count, _))
        );
        if introduced && !counted {
            return !self.counts(next);
        }
        if self
            .page
            .is(before, Classes::DETERMINER.with(Classes::POSSESSIVE))
            || self.kind(before) == Some(TokenKind::Clitic)
        {
            return true;
        }
        self.describes(index, before) || self.year_beside(before, next)
    }

    /// "2000%", "1990-style"; but "since 1985 _ when"
    fn year_goes_on(&self, next: usize) -> bool {
        let glued = self.kind(next) == Some(TokenKind::Symbol)
            && !self.page.has(next, Flags::SPACED)
            && self.genitive(next).is_none();
        let compound = self.reads(next, "-")
            && !self.page.has(next, Flags::SPACED)
            && self.kind(next + 1) == Some(TokenKind::Word);
        glued || compound
    }

    /// "his failed 2008 run", "one influential 2009 paper", "since at least 1980"
    fn describes(&self, index: usize, before: usize) -> bool {
        let next = index + 1;
        let described = before > self.floor
            && self.page.is(
                before - 1,
                Classes::DETERMINER
                    .with(Classes::POSSESSIVE)
                    .with(Classes::NUMBER)
                    .with(Classes::PREPOSITION),
            )
            && self.kind(before) == Some(TokenKind::Word)
            && !self.page.has(before, Flags::CAPITALISED)
            && !self.page.is(before, Classes::NUMBER);
        described && !self.counts(next) && (self.modifies(next) || self.reads(before, "least"))
    }

    /// A year that what stands beside it tells: "in both 1990 and 1991", "2003-2016", "(1998)".
    fn year_beside(&self, before: usize, next: usize) -> bool {
        // "in both 1990 and 1991"
        let pair = (self.reads(next, "and") || self.reads(next, "to"))
            && self.year_at(next + 1).is_some()
            && self.page.is(
                before,
                Classes::QUANTIFIER
                    .with(Classes::DETERMINER)
                    .with(Classes::CONJUNCTION),
            );
        if pair {
            return true;
        }
        // "2003-2016"
        if self.reads(next, "-") && self.year_at(next + 1).is_some() {
            return true;
        }
        match self.kind(before) {
            // "(1998)", "1991-1994", "in 1996, 1997 and 1998"
            Some(TokenKind::Punctuation | TokenKind::Dash | TokenKind::Mark) => !self.counts(next),
            Some(TokenKind::Number) => false,
            _ if self.reads(before, "and") || self.reads(before, "or") => !self.counts(next),
            // "Windows 2000", "Flight 1998", "reached 2010": no
            _ => {
                !self.page.has(before, Flags::CAPITALISED)
                    && self.modifies(next)
                    && !self.counts(next)
                    && !self.page.is(
                        before,
                        Classes::VERB.with(Classes::ADVERB).with(Classes::HEDGE),
                    )
            }
        }
    }

    /// Whether a plural follows that four figures would count: "people", "soldiers", "points".
    fn counts(&self, index: usize) -> bool {
        let word = self.kind(index) == Some(TokenKind::Word)
            && !self.page.has(index, Flags::CAPITALISED)
            && !self.page.is(
                index,
                Classes::PREPOSITION
                    .with(Classes::AUXILIARY)
                    .with(Classes::ADVERB)
                    .with(Classes::PRONOUN)
                    .with(Classes::SUBORDINATOR),
            );
        let printed = self.page.word(index);
        let regular = printed.ends_with('s')
            && !printed.ends_with("ss")
            && !self.page.is(index, Classes::VERB);
        // "people", "men"
        let irregular = || {
            self.page
                .entries(index)
                .any(|(_, slot)| slot == Slot::Plural)
        };
        word && (regular || printed.eq_ignore_ascii_case("people") || irregular())
    }

    /// The end of an apostrophe and an s behind figures: "1998's", "the 1960's".
    fn genitive(&self, index: usize) -> Option<usize> {
        let glued = |token: usize| !self.page.has(token, Flags::SPACED);
        if self.kind(index) == Some(TokenKind::Clitic) && self.page.word(index).ends_with('s') {
            return Some(index + 1);
        }
        let apostrophe = matches!(self.page.word(index), "'" | "’") && glued(index);
        (apostrophe && self.reads(index + 1, "s") && glued(index + 1)).then_some(index + 2)
    }

    /// "'98" behind a preposition or a month, "the '80s"
    pub(super) fn short_year(&self, number: usize) -> Option<Found> {
        let index = number.checked_sub(1).filter(|&mark| mark >= self.floor)?;
        let token = self.page.tokens.get(number)?;
        if token.has(Flags::SPACED) || !matches!(self.page.word(index), "'" | "’" | "‘" | "`") {
            return None;
        }
        let printed = self.page.word(number);
        if token.has(Flags::DECADE) {
            return self.decade_from(
                index,
                number + 1,
                190 + i16::from(printed.as_bytes().first()?.wrapping_sub(b'0')),
            );
        }
        let before = index
            .checked_sub(1)
            .filter(|&before| before >= self.floor)?;
        let fits = self.page.is(before, Classes::PREPOSITION)
            || self.is_role(before, TimeRole::Month)
            || self.is_role(before, TimeRole::Modifier);
        let (_, year) = self.short_year_at(index).filter(|_| fits)?;
        Some((self.with_modifier(index)..number + 1, TimeShape::Year(year)))
    }

    /// "'98" where a year is expected: "June '98"
    pub(super) fn short_year_at(&self, mark: usize) -> Option<(usize, i16)> {
        let number = mark + 1;
        let glued = self.page.tokens.get(number)?;
        let printed = self.page.word(number);
        if number >= self.limit
            || glued.has(Flags::SPACED)
            || printed.len() != 2
            || !matches!(self.page.word(mark), "'" | "’" | "‘" | "`")
        {
            return None;
        }
        let short: i16 = printed.parse().ok()?;
        Some((number + 1, if short < 30 { 2000 } else { 1900 } + short))
    }

    /// "1990s", "the early 1990s", "the 1960's"
    pub(super) fn decade(&self, index: usize) -> Option<Found> {
        let token = self.page.tokens.get(index)?;
        let printed = self.page.word(index);
        let digits: i16 = printed
            .get(..4)
            .or_else(|| printed.get(..2))?
            .parse()
            .ok()?;
        if token.has(Flags::DECADE) {
            return match printed.len() {
                5 if (1000..2200).contains(&digits) && digits % 10 == 0 => {
                    self.decade_from(index, index + 1, digits / 10)
                }
                // "the 90s"; "temperatures in the 90s" cannot be told from it, "in his late 90s" can. What is in the
                // 20s to the 40s is an age or a share more often.
                3 if (50..100).contains(&digits)
                    && digits % 10 == 0
                    && (self.before(index, "the")
                        || self.is_role(index.checked_sub(1)?, TimeRole::Modifier)
                            && !self.page.is(index.wrapping_sub(2), Classes::POSSESSIVE)) =>
                {
                    self.decade_from(index, index + 1, 190 + digits / 10)
                }
                _ => None,
            };
        }
        let end = self.genitive(index + 1)?;
        let introduced = self.before(index, "the")
            || matches!(
                index.checked_sub(1).and_then(|before| self.role(before)),
                Some((TimeRole::Modifier, _))
            );
        let fits = printed.len() == 4
            && digits % 10 == 0
            && (1500..2050).contains(&digits)
            && introduced
            && !self.modifies(end);
        if fits {
            self.decade_from(index, end, digits / 10)
        } else {
            None
        }
    }

    /// "the nineties"
    pub(super) fn decade_word(&self, index: usize, decade: i32) -> Option<Found> {
        let before = index
            .checked_sub(1)
            .filter(|&before| before >= self.floor)?;
        if self.reads(before, "the") || self.is_role(before, TimeRole::Modifier) {
            return self.decade_from(index, index + 1, i16::try_from(decade).ok()?);
        }
        None
    }

    fn decade_from(&self, start: usize, end: usize, decade: i16) -> Option<Found> {
        let mut start = start;
        if self.number_before(start, TimeRole::Modifier).is_some() {
            start -= 1;
        }
        // "the early 1980s", but "the [1990s] war"
        if !self.modifies(end) {
            start = self.with_the(start);
        }
        Some((self.with_modifier(start)..end, TimeShape::Decade(decade)))
    }

    /// Numbers in words that start a year, a day of a month or a century.
    pub(super) fn number_words(&self, index: usize) -> Option<Found> {
        if !self.page.is(index, Classes::NUMBER) {
            return None;
        }
        let next = index + 1;
        let goes_on = self.page.is(next, Classes::TIME.with(Classes::NUMBER))
            || self.page.has(next, Flags::HYPHENATED)
            || self.page.has(next, Flags::DOTTED)
            || self.reads(next, "o'clock")
            || self.reads(next, "of");
        if !goes_on {
            return None;
        }
        if let Some(found) = self.ordinal_unit(index) {
            return Some(found);
        }
        if let Some((end, clock)) = self.clock_at(index) {
            return Some(self.clock(index, end, clock));
        }
        if let Some((end, year)) = self.spelled_year(index) {
            let year_word = self.number_before(index, TimeRole::Unit) == Some(5);
            // "two thousand people" counts, "nineteen ninety-six" hardly ever does.
            if (2000..2010).contains(&year) && !year_word && !self.before(index, "since") {
                return None;
            }
            return Some((self.year_start(index)..end, TimeShape::Year(year)));
        }
        if self.reads(index + 1, "of") {
            self.day_before_month(index)
        } else {
            None
        }
    }
}
