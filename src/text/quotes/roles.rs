//! What stands in the marks: speech, a word held at arm's length, the title of a work, a nickname.

use crate::lexicon::Classes;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

use super::Quotation;

/// What a quotation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum QuotationRole {
    /// Words that somebody said or wrote.
    #[default]
    Speech,
    /// A word or two within a sentence that the author does not make his own: the "reform".
    Scare,
    /// The title of a work: the novel "The Long Road".
    Title,
    /// A name within a name: Tom "Lefty" Grant.
    Nickname,
}

/// The most words of a scare quote.
const LONGEST_SCARE: usize = 3;
/// The most words of a title.
const LONGEST_TITLE: usize = 10;

/// Tells the role by shape and neighbours. A comma or a stop inside the marks, or a cue before them, means speech.
pub(super) fn tell(reading: &Reading<'_>, quotation: &Quotation) -> QuotationRole {
    let range = &quotation.tokens;
    if !quotation.closed || range.len() < 3 || range.len() > 2 * LONGEST_TITLE {
        return QuotationRole::Speech;
    }
    let inner = range.start + 1..range.end - 1;
    let last = inner.end - 1;
    let before = range.start.checked_sub(1);
    let opens_line = reading.has(range.start, Flags::LINE_START);
    let ended = matches!(reading.word(last), "," | "." | "!" | "?")
        || reading.kind(last) == Some(TokenKind::Ellipsis);
    let is_word = |index: &usize| {
        matches!(
            reading.kind(*index),
            Some(TokenKind::Word | TokenKind::Number)
        )
    };
    let words = || inner.clone().filter(is_word);
    let count = words().count();
    let capitals = words()
        .filter(|&index| reading.has(index, Flags::CAPITALISED))
        .count();
    let name_before = before.is_some_and(|before| {
        !opens_line
            && reading.kind(before) == Some(TokenKind::Word)
            && reading.has(before, Flags::CAPITALISED)
            && !reading.is(before, Classes::DETERMINER.with(Classes::PREPOSITION))
    });
    let name_after = reading.kind(range.end) == Some(TokenKind::Word)
        && reading.has(range.end, Flags::CAPITALISED)
        && reading.has(range.end, Flags::SPACED)
        && !reading.has(range.end, Flags::LINE_START);
    if count <= 3 && !ended && name_before && name_after && capitals > 0 {
        return QuotationRole::Nickname;
    }
    let speech_before = opens_line
        || before.is_some_and(|before| {
            matches!(reading.word(before), "," | ":")
                || reading.is(before, Classes::CUE_VERB.with(Classes::THAT))
        });
    if ended || speech_before {
        return QuotationRole::Speech;
    }
    let small = Classes::PREPOSITION
        .with(Classes::CONJUNCTION)
        .with(Classes::DETERMINER)
        .with(Classes::INFINITIVE_TO)
        .with(Classes::AUXILIARY)
        .with(Classes::POSSESSIVE);
    let titled = count <= LONGEST_TITLE
        && words()
            .next()
            .is_some_and(|first| reading.has(first, Flags::CAPITALISED))
        && words().all(|index| {
            reading.has(index, Flags::CAPITALISED)
                || reading.kind(index) == Some(TokenKind::Number)
                || reading.is(index, small)
        });
    if titled {
        QuotationRole::Title
    } else if count <= LONGEST_SCARE {
        QuotationRole::Scare
    } else {
        QuotationRole::Speech
    }
}
