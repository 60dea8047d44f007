//! Who signed the article, and when: lines above it that would pass for its headline. "Updated 4:55 AM EDT, March 13, 2024",
//! "PTI | Posted by Ana Ruiz, Holm", and below a byline the outlet and what the page says of the writer.

use crate::extraction::BlockKind;
use crate::lexicon::Classes;
use crate::lexicon::entries::page::Furniture;
use crate::text::layout::{PageBlock, TokenRange};
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

use super::foot::{is_biography, is_press};
use super::lines::{ends, has_number, is_clock_word};
use super::phrases::{Phrase, words};
use super::shape::Shape;

/// A line that only says when is not longer: "March 13, 2024 3:15 PM GMT+3 · Updated 6 hours ago".
const LONGEST_DATE: usize = 28;
/// A line that names who wrote the article has at most so many words.
const LONGEST_NAME_LINE: usize = 8;
/// The name before "Published March 13, 2024" has at most so many words.
const LONGEST_NAME: usize = 4;
/// A line of so many words above the article can be its headline.
const SHORTEST_HEADLINE: usize = 5;
/// What the page says of the writer has at most so many words, and so has the text below a picture.
const LONGEST_BLURB: usize = 30;
const LONGEST_CAPTION: usize = 70;

/// Whether the line says when the article was printed, and no more: "Published: 13 March 2024, 4:12 pm", "2 hours ago".
pub(super) fn is_dated(reading: &Reading<'_>, range: &TokenRange, phrases: &[Phrase]) -> bool {
    let date = Classes::WEEKDAY
        .with(Classes::MONTH)
        .with(Classes::TIME)
        .with(Classes::TIME_UNIT);
    if range.len() > LONGEST_DATE || !has_number(reading, range) {
        return false;
    }
    let (mut numbers, mut names, mut label, mut open) = (0, 0, false, false);
    let mut index = range.start;
    while index < range.end {
        let byline = phrases
            .iter()
            .filter(|phrase| phrase.tokens.start == index && phrase.place == Furniture::Byline)
            .map(|phrase| phrase.tokens.end)
            .max()
            .filter(|_| !reading.word(index).eq_ignore_ascii_case("by"));
        if let Some(end) = byline {
            label = true;
            index = end;
            continue;
        }
        open = false;
        match reading.kind(index) {
            Some(TokenKind::Number) => numbers += 1,
            Some(TokenKind::Punctuation | TokenKind::Dash | TokenKind::Symbol) => {}
            Some(TokenKind::Word) if reading.is(index, date) || is_clock_word(reading, index) => {
                names += 1;
            }
            Some(TokenKind::Word) if matches!(reading.word(index), "ago" | "am" | "pm") => {}
            Some(TokenKind::Word) if matches!(reading.word(index), "on" | "at") => open = true,
            Some(TokenKind::Word) if reading.has(index, Flags::ALL_CAPS) => {}
            _ => return false,
        }
        index += 1;
    }
    numbers > 0 && (names > 0 || label) && !open && !ends(reading, range)
}

/// "March 14, 2024 by Ana Ruiz", "PTI | Posted by Ana Ruiz, Holm", "Ana Ruiz Published March 13, 2024": a day, an agency or a
/// name before the words that begin a byline. `is_byline` tells whether names stand behind them.
pub(super) fn is_signed(
    reading: &Reading<'_>,
    range: &TokenRange,
    phrases: &[Phrase],
    is_byline: impl Fn(TokenRange) -> bool,
) -> bool {
    let Some(phrase) = phrases
        .iter()
        .find(|phrase| phrase.place == Furniture::Byline && phrase.tokens.start > range.start)
    else {
        // "Ana Ruiz 9:05 AM on March 3, 2021"
        let number = range
            .clone()
            .find(|&index| reading.kind(index) == Some(TokenKind::Number));
        let month = |index: usize| reading.is(index, Classes::MONTH.with(Classes::WEEKDAY));
        let day = number.map(|number| number - usize::from(month(number.wrapping_sub(1))));
        return day.is_some_and(|day| {
            day > range.start
                && is_first_name(reading, &(range.start..day))
                && (day..range.end).any(month)
                && is_dated(reading, &(day..range.end), phrases)
        });
    };
    let before = range.start..phrase.tokens.start;
    let rest = phrase.tokens.end..range.end;
    let bar = reading.word(before.end - 1) == "|";
    let agency = bar && {
        let name = before.start..before.end - 1;
        words(reading, &name) <= LONGEST_NAME && is_capitalised(reading, &name)
    };
    let named = is_first_name(reading, &before);
    let dated = is_dated(reading, &before, phrases);
    !ends(reading, range)
        && ((dated || agency) && is_byline(rest.clone())
            || (named || agency) && is_dated(reading, &(phrase.tokens.start..range.end), phrases))
}

/// "Ana Ruiz" before the day.
fn is_first_name(reading: &Reading<'_>, range: &TokenRange) -> bool {
    (2..=LONGEST_NAME).contains(&words(reading, range))
        && reading.is(range.start, Classes::FIRST_NAME)
        && is_capitalised(reading, range)
}

/// Whether its words are all names: capitalised, and no verbs.
fn is_capitalised(reading: &Reading<'_>, range: &TokenRange) -> bool {
    range.clone().all(|index| match reading.kind(index) {
        Some(TokenKind::Word) => {
            reading.has(index, Flags::CAPITALISED)
                && !reading.is(index, Classes::VERB.with(Classes::AUXILIARY))
                || reading.is(index, Classes::CONJUNCTION)
        }
        Some(TokenKind::Mark | TokenKind::Dash) => false,
        _ => true,
    })
}

/// "Ana Ruiz", "Ana Ruiz and Tom Holm, Valley Star": who wrote it, without "By".
pub(super) fn is_name(reading: &Reading<'_>, block: &PageBlock) -> bool {
    let range = &block.tokens;
    reading.is(range.start, Classes::FIRST_NAME)
        && (2..=LONGEST_NAME_LINE).contains(&words(reading, range))
        && is_capitalised(reading, range)
}

/// "BBC News, Lagos", "Political correspondent": for whom somebody writes, on the line below the name.
fn is_outlet(reading: &Reading<'_>, range: &TokenRange) -> bool {
    let media = |index: usize| {
        reading.is(index, Classes::MEDIA)
            || reading
                .get(index)
                .is_some_and(|token| token.phrase_classes.any(Classes::MEDIA))
    };
    words(reading, range) <= LONGEST_NAME_LINE
        && (range.clone().any(|index| is_press(reading, index))
            || media(range.start) && is_capitalised(reading, range))
}

/// Settles what stands around the names above the article, and below the label of a picture's text, before anything asks for
/// the headline.
pub(super) fn settle(
    reading: &Reading<'_>,
    blocks: &mut [PageBlock],
    shapes: &[Shape],
    frame: &[Option<Furniture>],
) {
    let mut headline = false;
    let mut begun = false;
    for index in 0..blocks.len() {
        let kind = blocks[index].block.kind;
        let above = index.checked_sub(1);
        let below = |kind: BlockKind| above.is_some_and(|above| blocks[above].block.kind == kind);
        let text = matches!(kind, BlockKind::Headline | BlockKind::Paragraph);
        let words = shapes[index].words;
        let range = &blocks[index].tokens;
        // "Image caption," and the text of the picture on the next line.
        if text
            && words <= LONGEST_CAPTION
            && above
                .is_some_and(|above| is_caption_label(reading, &blocks[above].tokens, frame[above]))
        {
            blocks[index].block.kind = BlockKind::Caption;
            continue;
        }
        // "Author", and the name below it.
        let labelled = above.is_some_and(|above| {
            let label = &blocks[above].tokens;
            label.len() <= 2 && matches!(reading.word(label.start), "Author" | "Authors")
        });
        let signed = below(BlockKind::Byline);
        let byline = !begun
            && headline
            && text
            && ((labelled || kind == BlockKind::Headline) && is_name(reading, &blocks[index])
                || signed && kind == BlockKind::Headline && is_outlet(reading, range)
                || signed && words <= LONGEST_BLURB && is_blurb(reading, range));
        if byline {
            blocks[index].block.kind = BlockKind::Byline;
            if labelled {
                blocks[index - 1].block.kind = BlockKind::Boilerplate;
            }
            continue;
        }
        headline |= kind == BlockKind::Headline && words >= SHORTEST_HEADLINE;
        begun |= kind == BlockKind::Paragraph;
    }
}

/// "Image caption,": all of a line, and no text of a picture.
fn is_caption_label(reading: &Reading<'_>, range: &TokenRange, frame: Option<Furniture>) -> bool {
    frame == Some(Furniture::Caption)
        && range
            .clone()
            .rev()
            .find(|&index| reading.kind(index) == Some(TokenKind::Word))
            .is_some_and(|last| reading.word(last).eq_ignore_ascii_case("caption"))
}

/// "The writer is a reporter", "Ana Ruiz is the paper's correspondent in Holm.": what the page says of who wrote it.
fn is_blurb(reading: &Reading<'_>, range: &TokenRange) -> bool {
    let press = range.clone().any(|index| is_press(reading, index));
    let writer = reading.is(range.start, Classes::DETERMINER)
        && matches!(
            reading.word(range.start + 1),
            "writer" | "author" | "reporter"
        )
        && matches!(reading.word(range.start + 2), "is" | "covers" | "writes");
    writer || press && is_biography(reading, range, super::echo::Echo::default())
}
