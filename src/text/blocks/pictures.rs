//! The texts of pictures: lines that end in what says whose the picture is, and lines that only show who was where. Whoever
//! they name is not the one of whom the next paragraph speaks: "Minister Ali Musa leaves the bank on Monday. (ANI Photo)",
//! and below it "He said".

use crate::extraction::BlockKind;
use crate::lexicon::Classes;
use crate::lexicon::entries::page::Furniture;
use crate::text::layout::{PageBlock, TokenRange};
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

use super::lines::ends;
use super::phrases::{Phrase, is_sentence};
use super::shape::Shape;

/// What stands in brackets or behind a bar at the end of a picture's text has at most so many tokens.
const LONGEST_MARK: usize = 8;
/// A name of an agency behind a dash has at most so many words.
const LONGEST_AGENCY: usize = 3;
/// The text of a picture has at least so many words, and at most so many.
const WORDS_OF_SCENE: std::ops::RangeInclusive<usize> = 4..=40;
/// Behind a credit in the middle of a paragraph its sentence begins within so many words: "Photo: AFP Minister Ali Musa said".
const SENTENCE_WITHIN: usize = 5;

/// Words that say of a line that it is a picture's.
const PICTURE: [&str; 13] = [
    "photo",
    "photos",
    "photograph",
    "file",
    "courtesy",
    "handout",
    "image",
    "images",
    "picture",
    "pic",
    "pool",
    "screenshot",
    "source",
];

/// Whether the block ends in what says that it is a picture's: "(ANI Photo)", "[Joe Bond/Al Jazeera]", "PHOTO | NATION",
/// "| Source: Getty Images"; or in an agency's name, behind what tells nothing: "leaves the bank on Monday. — AFP".
pub(super) fn marked(reading: &Reading<'_>, range: &TokenRange, shape: &Shape) -> bool {
    let picture = |range: TokenRange| {
        range.clone().any(|index| {
            let word = reading.word(index);
            PICTURE
                .iter()
                .any(|picture| word.eq_ignore_ascii_case(picture))
        })
    };
    if bracket(reading, range).is_some_and(|start| picture(start..range.end)) {
        return true;
    }
    if shape.bars > 0 && bar(reading, range).is_some_and(|start| picture(start..range.end)) {
        return true;
    }
    agency(reading, range).is_some_and(|start| shows(reading, &(range.start..start)))
}

/// Where the bracket opens with which the block ends, if it holds nothing but names: "(File photo)", "[Joe Bond/Al Jazeera]".
fn bracket(reading: &Reading<'_>, range: &TokenRange) -> Option<usize> {
    let last = range.end - 1;
    let opening = if reading.is_sign(last, b')') {
        b'('
    } else if reading.is_sign(last, b']') {
        b'['
    } else {
        return None;
    };
    let from = last.saturating_sub(LONGEST_MARK).max(range.start + 1);
    let start = (from..last)
        .rev()
        .find(|&index| reading.is_sign(index, opening))?;
    let names = (start + 1..last).all(|index| {
        reading.kind(index) != Some(TokenKind::Word)
            || reading.has(index, Flags::CAPITALISED)
            || PICTURE.contains(&reading.word(index))
            || matches!(reading.word(index), "via" | "for" | "of" | "by" | "and")
    });
    (names && start + 1 < last).then_some(start)
}

/// Where the mark begins that has a bar in it: "PHOTO | NATION", "| Source: Getty Images". A bar before a title, "Watch | The dam",
/// is none.
fn bar(reading: &Reading<'_>, range: &TokenRange) -> Option<usize> {
    let from = range.end.saturating_sub(LONGEST_MARK).max(range.start + 1);
    let bar = (from..range.end).find(|&index| reading.is_sign(index, b'|'))?;
    let names = (bar + 1..range.end).all(|index| {
        reading.kind(index) != Some(TokenKind::Word) || reading.has(index, Flags::CAPITALISED)
    });
    let start = if reading.has(bar - 1, Flags::ALL_CAPS) {
        bar - 1
    } else {
        bar
    };
    (names && bar + 1 < range.end && start > range.start).then_some(start)
}

/// Where the agency begins that ends the block, behind a dash or in brackets: "— AFP", "(Yonhap)", "[Joe Bond/Al Jazeera]".
pub(super) fn agency(reading: &Reading<'_>, range: &TokenRange) -> Option<usize> {
    // "[Vox]" says where a link leads.
    let slash = |start: &usize| {
        reading.word(*start) == "(" || (*start..range.end).any(|index| reading.word(index) == "/")
    };
    let start = bracket(reading, range).filter(slash).or_else(|| {
        let from = range
            .end
            .saturating_sub(LONGEST_AGENCY + 1)
            .max(range.start + 1);
        (from..range.end - 1).find(|&index| {
            reading.kind(index) == Some(TokenKind::Dash) && reading.has(index, Flags::SPACED)
        })
    })?;
    let is_agency = |index: usize| {
        reading.is(index, Classes::MEDIA)
            || reading
                .get(index)
                .is_some_and(|token| token.phrase_classes.any(Classes::MEDIA))
    };
    let names = (start + 1..range.end).all(|index| {
        reading.kind(index) != Some(TokenKind::Word) || reading.has(index, Flags::CAPITALISED)
    });
    let credit = (start..range.end).any(|index| reading.word(index) == "/")
        && reading.is(start + 1, Classes::FIRST_NAME);
    (names && (credit || (start..range.end).any(is_agency))).then_some(start)
}

/// Whether a text shows and does not tell: nobody says anything in it, nothing is past.
fn shows(reading: &Reading<'_>, range: &TokenRange) -> bool {
    let tells = Classes::PAST
        .with(Classes::AUXILIARY)
        .with(Classes::CUE_VERB)
        .with(Classes::MODAL);
    range.clone().skip(1).all(|index| {
        reading.kind(index) != Some(TokenKind::Mark)
            && (reading.has(index, Flags::CAPITALISED) || !reading.is(index, tells))
    })
}

/// The credit that stands between two sentences of the article, on a page that lost its lines: "He said the dam was old. Photo:
/// AFP Minister Ali Musa said the dam was inspected."
pub(super) fn credit_between(
    reading: &Reading<'_>,
    range: &TokenRange,
    phrases: &[Phrase],
) -> Option<TokenRange> {
    let told = |range: TokenRange| {
        is_sentence(reading, &range)
            && range.clone().any(|index| {
                reading.is(index, Classes::CUE_VERB)
                    && reading.is(index, Classes::PAST)
                    && !reading.has(index, Flags::CAPITALISED)
            })
    };
    let opens = Classes::TITLE
        .with(Classes::FIRST_NAME)
        .with(Classes::DETERMINER);
    phrases
        .iter()
        .filter(|phrase| phrase.place == Furniture::Credit && phrase.tokens.start > range.start)
        .find_map(|phrase| {
            let next = phrase.tokens.end + 1;
            let near = next..range.end.min(next + SENTENCE_WITHIN);
            let sentence = near.into_iter().find(|&index| {
                reading.has(index, Flags::CAPITALISED) && reading.is(index, opens)
            })?;
            let apart = reading.has(phrase.tokens.start - 1, Flags::STOP)
                && told(range.start..phrase.tokens.start)
                && told(sentence..range.end);
            apart.then_some(phrase.tokens.start..sentence)
        })
}

/// Makes captions of what stands below a credit or among the paragraphs and only shows who was where on which day.
pub(super) fn settle(reading: &Reading<'_>, blocks: &mut [PageBlock], shapes: &[Shape]) {
    let last = blocks
        .iter()
        .rposition(|block| block.block.kind == BlockKind::Paragraph);
    let mut begun = false;
    for index in 0..blocks.len() {
        let kind = blocks[index].block.kind;
        let scene = matches!(kind, BlockKind::Headline | BlockKind::Paragraph)
            && WORDS_OF_SCENE.contains(&shapes[index].words)
            && is_scene(reading, &blocks[index].tokens, &shapes[index]);
        let credit = index
            .checked_sub(1)
            .is_some_and(|above| blocks[above].block.kind == BlockKind::Credit);
        let text_below = last > Some(index);
        let shown = scene
            && text_below
            && (credit || begun && is_without_verb(reading, &blocks[index].tokens));
        begun |= kind == BlockKind::Paragraph;
        if shown {
            blocks[index].block.kind = BlockKind::Caption;
        }
    }
}

/// "Minister Ali Musa leaves the bank in Lagos on Monday.": one sentence of somebody with a title or a first name, with a day at
/// its end, that tells nothing.
fn is_scene(reading: &Reading<'_>, range: &TokenRange, shape: &Shape) -> bool {
    let person = Classes::TITLE.with(Classes::FIRST_NAME);
    let day = Classes::WEEKDAY.with(Classes::MONTH);
    let last = range.end.saturating_sub(4).max(range.start);
    shape.sentences <= 1
        && shape.function_words > 1
        && reading.is(range.start, person)
        && reading.has(range.start + 1, Flags::CAPITALISED)
        && (last..range.end).any(|index| reading.is(index, day))
        && !shape.question
        && !shape.colon
        && (ends(reading, range) || reading.word(range.end - 1) != ":")
        && shows(reading, range)
}

/// "Minister Ali Musa at the bank in Lagos on Monday"
fn is_without_verb(reading: &Reading<'_>, range: &TokenRange) -> bool {
    range.clone().all(|index| {
        reading.has(index, Flags::CAPITALISED)
            || !reading.is(index, Classes::VERB)
            || reading.is(index, Classes::ALSO_NOUN)
                && reading.is(
                    index.wrapping_sub(1),
                    Classes::DETERMINER.with(Classes::POSSESSIVE),
                )
    })
}
