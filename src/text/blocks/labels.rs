//! What stands before the first sentence of a paragraph: a dateline, or the name of who speaks.

use crate::lexicon::entries::grammar::AbbreviationKind;
use crate::lexicon::entries::page::TranscriptWord;
use crate::lexicon::{Classes, Meaning, Table};
use crate::text::layout::TokenRange;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

/// The most tokens of a dateline: "SAN JOSE, Costa Rica, Sept. 12, 2019 (AFP) —".
const LONGEST_DATELINE: usize = 18;
/// The most words of a speaker's label: "JANE ROE, CHANNEL FOUR ANCHOR:".
const LONGEST_LABEL: usize = 8;

/// The end of a dateline that opens the paragraph: "QUITO, Ecuador —", "Moscow:", "LONDON, April 5 (Reuters) -".
pub(super) fn dateline(
    reading: &Reading<'_>,
    range: &TokenRange,
    paragraph: usize,
) -> Option<usize> {
    let first = range.start;
    let capitals = reading.has(first, Flags::ALL_CAPS);
    let place =
        reading.is(first, Classes::PLACE.with(Classes::CAPITAL)) || place_phrase(reading, first);
    let agency = reading.word(first) == "(";
    if !(capitals || place || agency) {
        return None;
    }
    let mut bracket = false;
    for index in first..range.end.min(first + LONGEST_DATELINE) {
        let token = reading.get(index)?;
        match reading.word(index) {
            "(" => bracket = true,
            "," | ")" | "." | "/" => {}
            // "Moscow: With the help of Norway, …", once, above the text.
            ":" => {
                return (place && !capitals && paragraph <= 1 && index <= first + 3)
                    .then_some(index + 1)
                    .filter(|&end| end < range.end);
            }
            _ if token.kind == TokenKind::Dash => {
                let next = index + 1;
                let opens = reading.has(next, Flags::CAPITALISED)
                    || matches!(
                        reading.kind(next),
                        Some(TokenKind::Mark | TokenKind::Number | TokenKind::Symbol)
                    );
                let sure = !agency || bracket;
                return (opens && sure && next < range.end).then_some(next);
            }
            _ if token.kind == TokenKind::Number => {}
            _ if token.kind == TokenKind::Word
                && (token.has(Flags::CAPITALISED) || joins_place(reading, index) || bracket) => {}
            _ => return None,
        }
    }
    None
}

/// "al", "de", "and" inside the name of a place.
fn joins_place(reading: &Reading<'_>, index: usize) -> bool {
    reading.is(index, Classes::CONJUNCTION) || reading.word(index).len() <= 3
}

fn place_phrase(reading: &Reading<'_>, index: usize) -> bool {
    reading
        .get(index)
        .and_then(|token| token.phrase)
        .is_some_and(|phrase| reading.lexicon.may_be(phrase, Classes::PLACE))
}

/// The tokens of the label that says who speaks, without its colon: "Q:", "SMITH:", "Jane Roe:", "Mr. Roe (via video):".
/// A dateline is none, nor are "Photo:" and the like.
pub(in crate::text) fn speaker(reading: &Reading<'_>, range: &TokenRange) -> Option<TokenRange> {
    let first = range.start;
    let opening = reading.get(first)?;
    if opening.kind != TokenKind::Word || !opening.has(Flags::CAPITALISED) {
        return None;
    }
    // "Q. Will you resign?"
    if opening.has(Flags::DOTTED)
        && matches!(reading.word(first), "Q." | "A.")
        && range.len() > 2
        && reading.has(first, Flags::LINE_START)
    {
        return Some(first..first + 1);
    }
    let mut words = 0;
    let mut bracket = false;
    for index in first..range.end.min(first + 3 * LONGEST_LABEL) {
        let token = reading.get(index)?;
        if token.kind == TokenKind::Word {
            let named = bracket
                || token.has(Flags::CAPITALISED)
                || token.is(Classes::PREPOSITION)
                || word_of(reading, index) == Some(TranscriptWord::Reporter);
            if !named {
                return None;
            }
            words += usize::from(!bracket);
            continue;
        }
        match reading.word(index) {
            // "JANE ROE, HOST:" can stand in a line by itself.
            ":" if index > first
                && (index + 1 == range.end || reading.has(index + 1, Flags::SPACED)) =>
            {
                let named = words <= LONGEST_LABEL && !is_furniture(reading, first);
                return named.then_some(first..index);
            }
            "(" => bracket = true,
            ")" => bracket = false,
            "," | "." | "/" | "&" => {}
            _ if bracket => {}
            // "UNIDENTIFIED PERSON #1:"
            "#" => {}
            _ if token.kind == TokenKind::Number || token.kind == TokenKind::Clitic => {}
            _ => return None,
        }
    }
    None
}

/// What the dictionary of transcripts says of a word.
pub(in crate::text) fn word_of(reading: &Reading<'_>, index: usize) -> Option<TranscriptWord> {
    reading.meaning(Table::Transcripts, index, |meaning| match meaning {
        Meaning::Transcript(word) => Some(*word),
        _ => None,
    })
}

/// "Photo:", "Update:", "No.:"
fn is_furniture(reading: &Reading<'_>, index: usize) -> bool {
    let number = |meaning: &Meaning| match meaning {
        Meaning::Abbreviation(AbbreviationKind::Number) => Some(()),
        _ => None,
    };
    let phrase = reading
        .get(index)
        .and_then(|token| token.phrase)
        .is_some_and(|phrase| reading.lexicon.may_be(phrase, Classes::BOILERPLATE));
    phrase
        || reading
            .meaning(Table::Boilerplate, index, |_| Some(()))
            .is_some()
        || reading
            .meaning(Table::Abbreviations, index, number)
            .is_some()
}
