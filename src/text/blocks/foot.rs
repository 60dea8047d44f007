//! The foot of an article: who wrote it, how to reach them, what it says of itself. Sentences like any other, told by what they
//! are about, and only where no paragraph of the article follows.

use crate::extraction::BlockKind;
use crate::lexicon::entries::people::RoleKind;
use crate::lexicon::{Classes, Meaning, Table};
use crate::text::layout::{PageBlock, TokenRange};
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

use super::echo::Echo;
use super::phrases::{addresses, units};
use super::shape::Shape;

/// How far into a sentence the verb stands that says what somebody is: "Ana Ruiz, who joined in 2019, is".
const VERB_WITHIN: usize = 8;
/// How far behind the verb the trade stands: "is a senior political reporter".
const TRADE_WITHIN: usize = 12;
/// How far into a sentence it stands what has been corrected: "An earlier draft of this story".
const CORRECTED_WITHIN: usize = 6;
/// A foot has at most so many blocks.
const LONGEST_FOOT: usize = 6;

/// A name of which so little stands in other paragraphs is not one of those the article is about.
const UNKNOWN: f32 = 0.34;

/// Takes the foot from the article.
pub(super) fn trim(
    reading: &Reading<'_>,
    blocks: &[PageBlock],
    shapes: &[Shape],
    echoes: &[Echo],
    article: &mut [bool],
) {
    let is_running = |index: &usize| {
        article[*index]
            && matches!(
                blocks[*index].block.kind,
                BlockKind::Paragraph | BlockKind::ListItem
            )
    };
    let running: Vec<usize> = (0..blocks.len()).filter(is_running).collect();
    // One paragraph at least is the article's.
    for &index in running.iter().skip(1).rev().take(LONGEST_FOOT) {
        let shape = &shapes[index];
        if !is_foot(reading, &blocks[index].tokens, shape, echoes[index]) {
            return;
        }
        article[index] = false;
    }
}

/// Whether each sentence tells of the author, of the text itself, or turns to the reader.
fn is_foot(reading: &Reading<'_>, block: &TokenRange, shape: &Shape, echo: Echo) -> bool {
    if shape.marks > 0 && shape.cues > 0 {
        return false;
    }
    let sentences = units(reading, block, &[]);
    let Some(first) = sentences.first() else {
        return false;
    };
    let mut asked = false;
    is_biography(reading, first, echo)
        || is_correction(reading, first)
        || sentences.iter().all(|sentence| {
            let imperative = reading.is(sentence.start, Classes::BASE);
            let told = is_about_text(reading, sentence)
                || imperative && (asked || addresses(reading, sentence));
            asked = is_question_to_reader(reading, sentence);
            told || asked
        }) && !asked
}

/// "Do you live below the dam?", and then "Write to the desk."
fn is_question_to_reader(reading: &Reading<'_>, sentence: &TokenRange) -> bool {
    reading.is(sentence.start, Classes::AUXILIARY)
        && reading.word(sentence.start + 1) == "you"
        && reading.word(sentence.end - 1) == "?"
}

/// "An earlier draft of this story misspelt the mayor's name. It is Ruiz."
fn is_correction(reading: &Reading<'_>, sentence: &TokenRange) -> bool {
    let former = reading.word(sentence.start + 1);
    let within = sentence.start + 2..sentence.end.min(sentence.start + CORRECTED_WITHIN);
    reading.is(sentence.start, Classes::DETERMINER)
        && matches!(former, "earlier" | "previous" | "original")
        && within
            .into_iter()
            .any(|index| reading.word(index) == "this" && reading.is(index + 1, Classes::DOCUMENT))
}

/// "Ana Ruiz is a staff writer at the Valley Star.", "Tom Holm covers courts for the Valley Star."
pub(super) fn is_biography(reading: &Reading<'_>, sentence: &TokenRange, echo: Echo) -> bool {
    let start = sentence.start + usize::from(reading.kind(sentence.start) == Some(TokenKind::Dash));
    let named = reading.has(start, Flags::CAPITALISED)
        && reading.has(start + 1, Flags::CAPITALISED)
        || reading.is(start, Classes::SUBJECT);
    let unknown = echo.names.is_none_or(|share| share < UNKNOWN);
    let verb = (start + 1..sentence.end.min(start + VERB_WITHIN)).find(|&index| {
        reading.is(index, Classes::AUXILIARY.with(Classes::THIRD_PERSON))
            && !reading.has(index, Flags::CAPITALISED)
    });
    let Some(verb) = verb.filter(|_| named) else {
        return false;
    };
    matches!(reading.word(verb), "writes" | "covers" | "reports")
        || matches!(reading.word(verb), "is" | "are")
            && (verb + 1..sentence.end.min(verb + TRADE_WITHIN)).any(|index| {
                is_press(reading, index) || unknown && reading.is(index, Classes::ROLE)
            })
}

/// "editor", "reporter"
pub(super) fn is_press(reading: &Reading<'_>, index: usize) -> bool {
    reading
        .meaning(Table::Roles, index, |meaning| match meaning {
            Meaning::Role(role) => Some(role.kind == RoleKind::Press),
            _ => None,
        })
        .unwrap_or(false)
}

/// "This story was first printed in 2019.", "This transcript has been edited."
fn is_about_text(reading: &Reading<'_>, sentence: &TokenRange) -> bool {
    reading.word(sentence.start).eq_ignore_ascii_case("this")
        && reading.is(sentence.start + 1, Classes::DOCUMENT)
}
