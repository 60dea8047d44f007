//! Numbers before a unit: "two", "2 1/2", "twenty-four", "a couple of", "several", "half an".

use super::reader::Reader;
use super::shape::Amount;
use super::words::TimeRole;
use crate::lexicon::entries::figures::{NumberKind, NumberWord};
use crate::lexicon::{Classes, Meaning, Table};
use crate::measures::numbers::LONGEST_NUMBER;
use crate::text::{Flags, TokenKind};

/// The most tokens that a number takes before its unit: "two hundred and twenty-five and a half".
const LONGEST: usize = 8;

impl Reader<'_, '_, '_> {
    /// The number that ends right before `unit`, with words between them that say nothing of it ("two full years").
    pub(super) fn amount_before(&self, unit: usize) -> Option<(usize, Amount)> {
        let mut end = unit;
        while end > self.floor && self.is_role(end - 1, TimeRole::Filler) {
            end -= 1;
        }
        let last = end.checked_sub(1).filter(|&last| last >= self.floor)?;
        let possible = self.kind(last) == Some(TokenKind::Number)
            || self.kind(last) == Some(TokenKind::Symbol)
            || self.is(last, Classes::NUMBER)
            || self.page.has(last, Flags::HYPHENATED)
            || matches!(
                self.role(last),
                Some((TimeRole::Vague | TimeRole::Couple, _))
            )
            || ["a", "an", "another", "half", "of"]
                .iter()
                .any(|word| self.reads(last, word));
        if !possible {
            return None;
        }
        let first = end.saturating_sub(LONGEST).max(self.floor);
        (first..end).find_map(|start| {
            let (next, amount) = self.amount_at(start)?;
            (next == end).then_some((start, amount))
        })
    }

    /// The number that starts at `start`, and where it ends.
    pub(super) fn amount_at(&self, start: usize) -> Option<(usize, Amount)> {
        let (end, amount) = self.single_amount(start)?;
        // "two to three weeks": the first of them.
        let link = self.joins(end) && !self.reads(end, "and");
        let next = link.then(|| self.single_amount(end + 1)).flatten();
        if let Some((next, _)) = next {
            return Some((next, amount));
        }
        Some((end, amount))
    }

    pub(super) fn single_amount(&self, start: usize) -> Option<(usize, Amount)> {
        if self.reads(start, "a") || self.reads(start, "an") {
            return Some(match self.role(start + 1) {
                Some((TimeRole::Vague, _)) => (start + 2, Amount::Vague),
                Some((TimeRole::Couple, _)) => (self.past_of(start + 2), Amount::Tenths(20)),
                _ => match self
                    .cardinal_at(start + 1)
                    .filter(|&(_, value)| value >= 12)
                {
                    Some((end, value)) => (end, tenths(value)?),
                    None => (start + 1, Amount::ONE),
                },
            });
        }
        if self.reads(start, "another") && self.cardinal_at(start + 1).is_none() {
            return Some((start + 1, Amount::ONE));
        }
        if self.reads(start, "half") {
            let article = self.reads(start + 1, "a") || self.reads(start + 1, "an");
            return Some((start + 1 + usize::from(article), Amount::Tenths(5)));
        }
        match self.role(start) {
            Some((TimeRole::Vague, _)) => return Some((start + 1, Amount::Vague)),
            Some((TimeRole::Couple, _)) => {
                return Some((self.past_of(start + 1), Amount::Tenths(20)));
            }
            _ => {}
        }
        if self.kind(start) == Some(TokenKind::Number) {
            return self.printed_amount(start);
        }
        // "two-and-a-half years"
        if self.page.has(start, Flags::HYPHENATED) {
            if let Some(whole) = self.page.word(start).strip_suffix("-and-a-half") {
                let value = self.looked_up(whole)?.value;
                return Some((start + 1, Amount::Tenths(value.checked_mul(10)? + 5)));
            }
        }
        let (end, value) = self.cardinal_at(start)?;
        let amount = tenths(value)?;
        Some(self.and_a_half(end, amount))
    }

    fn past_of(&self, index: usize) -> usize {
        index + usize::from(self.reads(index, "of"))
    }

    /// "2", "1,200", "2.5", "2 1/2", "2½"
    fn printed_amount(&self, start: usize) -> Option<(usize, Amount)> {
        let token = self.page.tokens.get(start)?;
        if [Flags::CLOCK, Flags::ORDINAL, Flags::DECADE, Flags::SUFFIXED]
            .iter()
            .any(|&flag| token.has(flag))
        {
            return None;
        }
        // "the 1998-99 school year"
        let glued = start >= 2
            && !token.has(Flags::SPACED)
            && !self.page.has(start - 1, Flags::SPACED)
            && matches!(self.page.word(start - 1), "-" | "/");
        if glued && self.page.word(start).len() == 2 && self.page.word(start - 2).len() == 4 {
            return None;
        }
        let mut value: u64 = 0;
        let mut decimals = None;
        for byte in self.page.word(start).bytes() {
            match byte {
                b'0'..=b'9' => match decimals {
                    None => value = value.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?,
                    Some(0) => {
                        value = value.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
                        decimals = Some(1);
                    }
                    Some(_) => {}
                },
                b'.' if decimals.is_none() => decimals = Some(0),
                _ => {}
            }
        }
        let amount = if decimals == Some(1) {
            Amount::Tenths(value)
        } else {
            tenths(value)?
        };
        let Amount::Tenths(printed) = amount else {
            return None;
        };
        // "2 1/2", "2-1/2"
        let hyphen = usize::from(self.reads(start + 1, "-"));
        let half = ["1", "/", "2"]
            .iter()
            .zip(start + 1 + hyphen..)
            .all(|(part, at)| self.reads(at, part));
        if half {
            return Some((start + 4 + hyphen, Amount::Tenths(printed + 5)));
        }
        if self.reads(start + 1, "½") {
            return Some((start + 2, Amount::Tenths(printed + 5)));
        }
        if let Some((
            NumberWord {
                value: scale,
                kind: NumberKind::Scale,
            },
            _,
        )) = self.number_word(start + 1)
        {
            return Some((start + 2, Amount::Tenths(printed.checked_mul(scale)?)));
        }
        Some(self.and_a_half(start + 1, amount))
    }

    fn and_a_half(&self, end: usize, amount: Amount) -> (usize, Amount) {
        let half =
            self.reads(end, "and") && self.reads(end + 1, "a") && self.reads(end + 2, "half");
        match amount {
            Amount::Tenths(tenths) if half => (end + 3, Amount::Tenths(tenths + 5)),
            _ => (end, amount),
        }
    }

    /// A cardinal in words: "seven", "twenty-four", "two hundred and ten".
    pub(super) fn cardinal_at(&self, start: usize) -> Option<(usize, u64)> {
        let mut total: u64 = 0;
        let mut group: u64 = 0;
        let mut index = start;
        let mut read = false;
        // What may still be added below: units after tens, anything below a hundred after hundreds.
        let mut below = u64::MAX;
        while let Some((word, _)) = self.number_word(index) {
            if index - start >= LONGEST_NUMBER {
                return None;
            }
            match word.kind {
                NumberKind::Cardinal if word.value < below => {
                    group += word.value;
                    below = if word.value >= 20 && word.value % 10 == 0 {
                        10
                    } else {
                        0
                    };
                }
                NumberKind::Scale if word.value == 12 || word.value == 100 => {
                    group = group.max(1).checked_mul(word.value)?;
                    below = 100;
                }
                NumberKind::Scale => {
                    total = total.checked_add(group.max(1).checked_mul(word.value)?)?;
                    group = 0;
                    below = 1000;
                }
                _ => break,
            }
            read = true;
            index += 1;
            if below >= 100 && self.reads(index, "and") && self.number_word(index + 1).is_some() {
                index += 1;
            }
        }
        read.then(|| Some((index, total.checked_add(group)?)))
            .flatten()
    }

    /// The number word at a token; "ninety-six" is one.
    pub(super) fn number_word(&self, index: usize) -> Option<(NumberWord, bool)> {
        if index < self.floor || index >= self.limit {
            return None;
        }
        if self.page.is(index, Classes::NUMBER) {
            return self
                .page
                .entries_in(Table::Numbers, index)
                .find_map(|(entry, _)| match entry.meaning {
                    Meaning::Number(word) => Some((word, false)),
                    _ => None,
                });
        }
        if !self.page.has(index, Flags::HYPHENATED) {
            return None;
        }
        let (tens, ones) = self.page.word(index).split_once('-')?;
        let tens = self
            .looked_up(tens)
            .filter(|word| word.kind == NumberKind::Cardinal && word.value % 10 == 0)?;
        let ones = self.looked_up(ones).filter(|word| word.value < 10)?;
        Some((
            NumberWord {
                value: tens.value + ones.value,
                kind: ones.kind,
            },
            true,
        ))
    }

    /// The number word that a part of a hyphenated word is.
    pub(super) fn looked_up(&self, part: &str) -> Option<NumberWord> {
        let hit = self.page.lexicon.lookup(part)?;
        self.page
            .lexicon
            .entries_in(Table::Numbers, Some(hit.pattern), part)
            .find_map(|(entry, _)| match entry.meaning {
                Meaning::Number(word) => Some(word),
                _ => None,
            })
    }
}

fn tenths(value: u64) -> Option<Amount> {
    value.checked_mul(10).map(Amount::Tenths)
}
