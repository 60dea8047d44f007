//! Time expressions, by grammar; `claims/calendar` gives them their values.
//!
//! A reader walks each sentence and stops only at words that can carry a time expression and at numbers. From such a
//! head it reads to the right (day and year behind a month) and to the left (determiner, "last", "early"), never
//! before the end of the expression that it found last.

mod clock;
mod compound;
mod days;
mod durations;
mod hyphenated;
mod months;
mod parts;
mod periods;
mod plurals;
mod quantities;
mod quarters;
mod reader;
mod shape;
mod shifted;
mod weekdays;
mod words;
mod years;

pub(crate) use shape::{
    Amount, Anchor, Day, DayPart, Recurrence, Reference, TimeMention, TimeOfDay, TimeShape, Unit,
    YearOf,
};
pub(crate) use words::{TimeRole, TimeWord, phrase, role};

use std::cell::OnceCell;

use crate::extraction::BlockKind;
use crate::lexicon::Classes;
use crate::text::{Flags, Page, Token, TokenRange};
use reader::Reader;

/// All time expressions of the page's sentences, in order, without overlaps.
pub(crate) fn find(page: &Page<'_, '_>) -> Vec<TimeMention> {
    let financial = OnceCell::new();
    let mut times = Vec::with_capacity(page.sentences.len());
    let mut datelines = page
        .blocks
        .iter()
        .filter(|block| block.block.kind == BlockKind::Dateline)
        .peekable();
    for (sentence, found) in page.sentences.iter().enumerate() {
        let mut read = |run: TokenRange| {
            let walk = Walk::new(page, run, &financial);
            times.extend(walk.map(|(tokens, shape)| TimeMention {
                tokens,
                sentence,
                shape,
            }));
        };
        // "OSLO, April 7 (Reuters) —" is no sentence, but it has a day: it counts with the sentence that it opens.
        while let Some(dateline) = datelines.next_if(|block| block.tokens.start < found.tokens.end)
        {
            if dateline.tokens.end <= found.tokens.start {
                read(dateline.tokens.clone());
            }
        }
        read(found.tokens.clone());
    }
    times
}

/// The time expressions of any run of tokens: a dateline, which is no sentence.
pub(crate) fn read(
    page: &Page<'_, '_>,
    tokens: TokenRange,
) -> impl Iterator<Item = (TokenRange, TimeShape)> {
    // Nobody asks a date line for quarters.
    let financial = OnceCell::from(false);
    Walk::new(page, tokens, &financial)
        .collect::<Vec<_>>()
        .into_iter()
}

/// Steps from expression to expression.
struct Walk<'r, 't, 'l> {
    reader: Reader<'r, 't, 'l>,
    index: usize,
}

impl<'r, 't, 'l> Walk<'r, 't, 'l> {
    fn new(page: &'r Page<'t, 'l>, tokens: TokenRange, financial: &'r OnceCell<bool>) -> Self {
        Self {
            index: tokens.start,
            reader: Reader::new(page, tokens, financial),
        }
    }
}

impl Iterator for Walk<'_, '_, '_> {
    type Item = (TokenRange, TimeShape);

    fn next(&mut self) -> Option<Self::Item> {
        let page = self.reader.page;
        loop {
            let ahead = page.tokens.get(self.index..self.reader.limit)?;
            let index = self.index + ahead.iter().position(may_head)?;
            self.index = index + 1;
            let found = self.reader.at(index);
            if let Some((tokens, shape)) = found.filter(|(tokens, _)| tokens.end > index) {
                self.index = tokens.end;
                self.reader.floor = tokens.end;
                self.reader.open_range = match shape {
                    TimeShape::Day {
                        day: Day::OfMonth { month, year, .. },
                        time: None,
                    } => Some((month, year)),
                    _ => None,
                };
                return Some((tokens, shape));
            }
        }
    }
}

/// Whether a time expression can be built on a token.
#[inline]
fn may_head(token: &Token) -> bool {
    token.is(Classes::TIME.with(Classes::NUMBER))
        || token.phrase_classes.any(Classes::TIME)
        || token.has(Flags::DIGIT)
        || token.has(Flags::HYPHENATED)
}
