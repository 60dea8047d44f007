//! Time expressions, by grammar; `claims/calendar` gives them their values.
//!
//! A reader walks each sentence and stops only at words that can carry a time expression and at numbers. From such a
//! head it reads to the right (day and year behind a month) and to the left (determiner, "last", "early"), never
//! before the end of the expression that it found last.

mod clock;
mod days;
mod durations;
mod hyphenated;
mod months;
mod periods;
mod quantities;
mod reader;
mod shape;
mod words;
mod years;

pub(crate) use shape::{
    Amount, Anchor, Day, DayPart, Recurrence, Reference, TimeMention, TimeOfDay, TimeShape, Unit,
    YearOf,
};
pub(crate) use words::{TimeRole, role};

use std::cell::OnceCell;

use crate::lexicon::Classes;
use crate::text::{Flags, Page, TokenKind};
use reader::Reader;

/// All time expressions of the page's sentences, in order, without overlaps.
pub(crate) fn find(page: &Page<'_, '_>) -> Vec<TimeMention> {
    let mut times = Vec::new();
    let financial = OnceCell::new();
    for (sentence, found) in page.sentences.iter().enumerate() {
        let mut reader = Reader::new(page, found.tokens.clone(), &financial);
        let mut index = found.tokens.start;
        while index < found.tokens.end {
            let Some(token) = page.tokens.get(index) else {
                break;
            };
            let candidate = token.classes.any(Classes::TIME.with(Classes::NUMBER))
                || token.has(Flags::DIGIT)
                || token.has(Flags::HYPHENATED)
                || token.kind == TokenKind::Mark
                || token.phrase.is_some() && page.phrase_classes(index).any(Classes::TIME);
            let read = candidate.then(|| reader.at(index)).flatten();
            match read {
                Some((tokens, shape)) if tokens.end > index => {
                    index = tokens.end;
                    reader.floor = tokens.end;
                    times.push(TimeMention {
                        tokens,
                        sentence,
                        shape,
                    });
                }
                _ => index += 1,
            }
        }
    }
    times
}
