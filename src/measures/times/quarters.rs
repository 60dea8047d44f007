//! Quarters and the periods of earnings news, and other units with an ordinal: "the third quarter", "the 20th century".

use super::reader::{Found, Reader};
use super::shape::{TimeShape, YearOf};
use super::words::{self, TimeRole};
use crate::lexicon::entries::figures::NumberKind;
use crate::text::{Flags, TokenKind};

impl Reader<'_, '_, '_> {
    /// "20th century", "third quarter", by figures or words; `index` is the ordinal's token.
    pub(super) fn ordinal_unit(&self, index: usize) -> Option<Found> {
        let rank = if self.page.has(index, Flags::ORDINAL) {
            let printed = self.page.word(index);
            printed
                .get(..printed.len().checked_sub(2)?)?
                .parse::<u64>()
                .ok()?
        } else {
            self.number_word(index)
                .filter(|(word, _)| word.kind == NumberKind::Ordinal)?
                .0
                .value
        };
        // "21st Century Films"
        let named = self.page.has(index + 1, Flags::CAPITALISED)
            && self.page.has(index + 2, Flags::CAPITALISED);
        if named {
            return None;
        }
        match self.number_of(index + 1, TimeRole::Unit)? {
            7 if (2..=22).contains(&rank) => {
                let end = index + 2;
                let mut start = self
                    .number_before(index, TimeRole::Modifier)
                    .map_or(index, |_| index - 1);
                if !self.modifies(end) {
                    start = self.with_the(start);
                }
                Some((
                    self.with_modifier(start)..end,
                    TimeShape::Century(i16::try_from(rank).ok()? - 1),
                ))
            }
            4 if (1..=4).contains(&rank) => {
                self.quarter(index, index + 2, Some(i8::try_from(rank).ok()?))
            }
            _ => None,
        }
    }

    /// "the third quarter", "the fiscal second quarter of 1998", "next year's first quarter"; without a year only in
    /// financial news, since a match has a third quarter as well.
    pub(super) fn quarter(&self, start: usize, end: usize, quarter: Option<i8>) -> Option<Found> {
        let mut start = start;
        let mut year = YearOf::Open;
        if self.number_before(start, TimeRole::Fiscal).is_some() {
            start -= 1;
        }
        if let Some((_, given)) = start
            .checked_sub(1)
            .filter(|&before| before >= self.floor)
            .and_then(|before| self.year_at(before))
        {
            start -= 1;
            year = YearOf::Given(given);
        }
        let mut end = end;
        let of_year = self.reads(end, "of").then(|| self.year_at(end + 1));
        if let Some((year_end, given)) = of_year.flatten() {
            end = year_end;
            year = YearOf::Given(given);
        }
        if let Some(after) = self.year_ago(end).filter(|_| year == YearOf::Open) {
            end = after;
            year = YearOf::Relative(-1);
        }
        // "Thefts rose in the first quarter of 2014": a match has no quarter of a year.
        if !matches!(year, YearOf::Given(_)) && !self.financial() {
            return None;
        }
        Some((
            self.with_the(start)..end,
            TimeShape::Quarter { quarter, year },
        ))
    }

    /// The end of "a year ago" or "last year" behind a quarter.
    fn year_ago(&self, index: usize) -> Option<usize> {
        let unit = index + 1;
        let year = self.number_of(unit, TimeRole::Unit) == Some(5);
        let ago = self.reads(index, "a") && self.number_of(unit + 1, TimeRole::Offset) == Some(-1);
        let last = self.reads(index, "last") && self.kind(unit + 1) != Some(TokenKind::Clitic);
        (year && (ago || last)).then_some(unit + 1 + usize::from(ago))
    }

    /// "the latest period" of a company's results
    pub(super) fn latest_period(&self, index: usize) -> Option<Found> {
        let start = index.checked_sub(1)?;
        let latest =
            self.number_before(index, TimeRole::Shift) == Some(-1) && self.reads(start, "latest");
        let shape = TimeShape::Quarter {
            quarter: None,
            year: YearOf::Open,
        };
        (latest && self.financial()).then(|| (self.with_the(start)..index + 1, shape))
    }

    /// Whether the article is about money: quarters count only there.
    pub(super) fn financial(&self) -> bool {
        *self.financial.get_or_init(|| {
            let finance = |&index: &usize| {
                matches!(words::role(self.page, index), Some((word, _)) if word.role == TimeRole::Finance)
            };
            (0..self.page.tokens.len()).filter(finance).nth(1).is_some()
        })
    }
}
