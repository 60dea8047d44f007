//! Whether a stop ends the sentence. `U.S. forces` and `U.S. The` differ in the word behind the stop, so both sides are
//! read; closing marks and brackets belong to the sentence that they close.

use super::abbreviations;
use crate::lexicon::Classes;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

/// How far a cue stands behind a question that it reports: `"Why now?" Mayor Ana Ruiz asked.`
const CUE_WITHIN: usize = 7;
/// The number of a note, and the word before a year of birth, are not longer.
const LONGEST_NOTE: usize = 3;
/// The most words of a note in brackets: "better source needed".
const MOST_WORDS_OF_NOTE: usize = 3;

/// What a stop turned out to be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Verdict {
    /// The sentence ends before this token.
    Ends(usize),
    /// It goes on; the next stop to look at is not before this token.
    GoesOn(usize),
}

/// Whether the sentence that begins at `start` ends with the stop at `index`, closing marks and brackets included.
pub(super) fn judge(
    reading: &Reading<'_>,
    start: usize,
    index: usize,
    block_end: usize,
) -> Verdict {
    if is_item_number(reading, start, index)
        || is_label(reading, start, index)
        || is_life_date(reading, index)
    {
        return Verdict::GoesOn(index + 1);
    }
    if let Some(end) = stray_dots(reading, start, index, block_end) {
        return Verdict::Ends(end);
    }
    let (end, closed) = closing(reading, index, block_end);
    if end < block_end && ends(reading, start, index, end, closed, block_end) {
        Verdict::Ends(end)
    } else {
        Verdict::GoesOn(end)
    }
}

/// Whether the sentence ends at `end`, behind the stop at `index` and what closes with it.
fn ends(
    reading: &Reading<'_>,
    start: usize,
    index: usize,
    end: usize,
    closed: bool,
    block_end: usize,
) -> bool {
    if !reading.has(end, Flags::SPACED) && !is_wide(reading.word(index)) {
        return false;
    }
    // The first word behind opening marks and brackets.
    let mut next = end;
    while next + 1 < block_end
        && (reading.kind(next) == Some(TokenKind::Mark) || matches!(reading.word(next), "(" | "["))
    {
        next += 1;
    }
    let quoted = next > end && reading.kind(end) == Some(TokenKind::Mark);
    let kind = reading.kind(next);
    let capital = reading.has(next, Flags::CAPITALISED);
    let opens = capital
        || matches!(
            kind,
            Some(TokenKind::Number | TokenKind::Handle | TokenKind::Url)
        )
        || matches!(kind, Some(TokenKind::Symbol))
            && !matches!(reading.word(next), "&" | "%" | "+" | "=")
        || quoted && kind == Some(TokenKind::Ellipsis)
        || is_wide(reading.word(index))
        || next == end && begins_dots(reading, next)
        || abbreviations::is_next_letter(reading, start, next)
        || is_mixed_case(reading.word(next));
    if !opens {
        return false;
    }
    if let Some(kind) = abbreviations::ending_at(reading, index) {
        return abbreviations::ends_sentence(reading, kind, start, index, next, quoted || closed);
    }
    if index == start
        && reading.kind(index) == Some(TokenKind::Ellipsis)
        && reading.has(index, Flags::SPACED)
    {
        // "... The next thing he knew": the dots open the sentence.
        return false;
    }
    if closed && matches!(reading.word(index), "!" | "?") && cue_follows(reading, end, block_end) {
        return false;
    }
    true
}

/// Where the closing marks, brackets and further stops behind a stop end, and whether there is a closing mark.
fn closing(reading: &Reading<'_>, index: usize, block_end: usize) -> (usize, bool) {
    let mut end = index + 1;
    let mut closed = false;
    while end < block_end {
        let Some(token) = reading.get(end) else { break };
        if let Some(behind) = note(reading, index, end).filter(|&behind| behind <= block_end) {
            end = behind;
            continue;
        }
        let attached = !token.has(Flags::SPACED);
        match token.kind {
            TokenKind::Mark => {
                // One that closes belongs here, even behind a blank; one that opens never does.
                let closes = token.twin().is_some_and(|twin| (twin as usize) < end);
                if !(closes || attached && token.twin().is_none()) {
                    break;
                }
                closed = true;
            }
            TokenKind::Clitic if attached => {}
            TokenKind::Punctuation | TokenKind::Ellipsis if attached => {
                if !(token.has(Flags::STOP) || matches!(reading.word(end), ")" | "]" | "}")) {
                    break;
                }
            }
            // "! ! !", ". . ."
            TokenKind::Punctuation
                if reading.has(index, Flags::SPACED)
                    && token.has(Flags::STOP)
                    && reading.word(end) == reading.word(index) => {}
            _ => break,
        }
        end += 1;
    }
    (end, closed)
}

/// The token behind the mark of a note, which ends the sentence that it is for: "until 1702. [4] A keen painter",
/// "the town.[6][7] A", "in 1702.[citation needed] He", and "the town.4 A" where the brackets are lost.
fn note(reading: &Reading<'_>, stop: usize, first: usize) -> Option<usize> {
    let digits = |index: usize| {
        reading.kind(index) == Some(TokenKind::Number)
            && reading.word(index).len() <= LONGEST_NOTE
            && reading
                .word(index)
                .bytes()
                .all(|byte| byte.is_ascii_digit())
    };
    if reading.is_sign(first, b'[') {
        let close = (first + 2..first + 2 + MOST_WORDS_OF_NOTE)
            .find(|&close| reading.word(close) == "]")?;
        let letter = |index: usize| reading.word(index).len() == 1;
        let number = close == first + 2 && (digits(first + 1) || letter(first + 1));
        let wanted = reading.word(close - 1) == "needed";
        let counted = close == first + 3 && digits(first + 2) && reading.word(first + 1) == "note";
        return (number || wanted || counted).then_some(close + 1);
    }
    if first != stop + 1 || !digits(first) {
        return None;
    }
    let before = stop.checked_sub(1)?;
    let word = reading.word(before);
    let plain = word.len() > LONGEST_NOTE
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && !reading.is(before, Classes::ABBREVIATION);
    let bare = plain
        && reading.word(stop) == "."
        && !reading.has(stop, Flags::SPACED)
        && !reading.has(first, Flags::SPACED);
    let behind =
        reading.has(first + 1, Flags::SPACED) && reading.has(first + 1, Flags::CAPITALISED);
    (bare && behind).then_some(first + 1)
}

/// "Figure 1. The map", "Sec. 3. The council": what is numbered, at the start.
fn is_label(reading: &Reading<'_>, start: usize, index: usize) -> bool {
    reading.has(start, Flags::LINE_START)
        && index == start + 2
        && reading.word(index) == "."
        && reading.kind(start) == Some(TokenKind::Word)
        && reading.has(start, Flags::CAPITALISED)
        && !reading.is(start, Classes::MONTH.with(Classes::PRONOUN))
        && reading.kind(start + 1) == Some(TokenKind::Number)
        && is_place_in_a_list(reading.word(start + 1))
}

/// "4", "2.1"; years and amounts are longer.
fn is_place_in_a_list(number: &str) -> bool {
    number
        .split('.')
        .all(|part| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// "(b. March 1999)", "(m. 1949; div. 1964)": a short word in brackets before a day or a year.
fn is_life_date(reading: &Reading<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(2) else {
        return false;
    };
    if !reading.is_sign(before, b'(') && !reading.is_sign(before, b';') {
        return false;
    }
    let word = reading.word(before + 1);
    word.len() <= LONGEST_NOTE
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && (reading.kind(index + 1) == Some(TokenKind::Number)
            || reading.is(index + 1, Classes::MONTH))
}

/// "1." and "a." at the start are an item's number.
fn is_item_number(reading: &Reading<'_>, start: usize, index: usize) -> bool {
    if index > start + 1 {
        return false;
    }
    let word = reading.word(start);
    if index == start {
        return reading.has(start, Flags::DOTTED) && word.len() == 2 && !word.starts_with('I');
    }
    let number = reading.kind(start) == Some(TokenKind::Number) && is_place_in_a_list(word);
    let letter = word.len() == 1 && word.starts_with(|first: char| first.is_ascii_lowercase());
    reading.is_sign(index, b'.') && (number || letter)
}

/// "iPhone", "eBay"
fn is_mixed_case(word: &str) -> bool {
    let mut letters = word.bytes();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_lowercase())
        && letters
            .next()
            .is_some_and(|second| second.is_ascii_uppercase())
}

/// A full stop that stands by itself between sentences, and the one that is left over where three dots were meant.
fn stray_dots(
    reading: &Reading<'_>,
    start: usize,
    index: usize,
    block_end: usize,
) -> Option<usize> {
    let next = index + 1;
    if !reading.is_sign(index, b'.') || next >= block_end {
        return None;
    }
    let dots = |index: usize| {
        reading.has(index, Flags::STOP)
            && reading.word(index).starts_with('.')
            && !reading.has(index, Flags::SPACED)
    };
    if index == start {
        let end = if dots(next) { next + 1 } else { next };
        let begins = reading.has(end, Flags::SPACED) && reading.has(end, Flags::CAPITALISED);
        return (end < block_end && begins).then_some(end);
    }
    // "… ended .... Then": the full stop, and the dots behind it.
    (dots(next)
        && reading.has(index, Flags::SPACED)
        && reading.has(next + 1, Flags::CAPITALISED)
        && next + 1 < block_end)
        .then_some(next)
}

/// Two dots by themselves between sentences.
fn begins_dots(reading: &Reading<'_>, next: usize) -> bool {
    reading.word(next) == "."
        && reading.word(next + 1) == "."
        && !reading.has(next + 1, Flags::SPACED)
}

fn is_wide(word: &str) -> bool {
    matches!(word, "。" | "！" | "？" | "।")
}

/// Whether the words behind a quoted question report it: names, and then a cue.
fn cue_follows(reading: &Reading<'_>, from: usize, block_end: usize) -> bool {
    for index in from..block_end.min(from + CUE_WITHIN) {
        if index > from
            && reading.is(index, Classes::CUE_VERB)
            && !reading.has(index, Flags::CAPITALISED)
        {
            let past = reading.is(index, Classes::PAST.with(Classes::THIRD_PERSON));
            let end = reading.word(index + 1);
            return past
                && (matches!(end, "." | "," | "")
                    || reading.is(index + 1, Classes::PREPOSITION | Classes::ADVERB));
        }
        let name = reading.has(index, Flags::CAPITALISED)
            && !reading.is(index, Classes::DETERMINER.with(Classes::PRONOUN));
        if !(name
            || reading.kind(index) == Some(TokenKind::Clitic)
            || reading.is(index, Classes::TITLE | Classes::ROLE))
        {
            return false;
        }
    }
    false
}
