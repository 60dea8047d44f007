//! What kind of block a paragraph is: by the dictionary of page phrases, its shape and what came before it.

use crate::extraction::BlockKind;
use crate::lexicon::Classes;
use crate::lexicon::entries::page::Furniture;
use crate::text::layout::TokenRange;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

use super::foot::is_press;
use super::lines::{ends, item_marker};
use super::phrases::{MOST_WORDS_OF_HEADING, Phrase};
use super::pictures;
use super::shape::Shape;
use super::signs::{is_dated, is_signed};

/// A heading that ends in "with" is shorter.
const MOST_WORDS_OF_CUT_HEADING: usize = 10;
/// More words than the text below a picture has.
const MOST_WORDS_OF_CAPTION: usize = 70;
/// More words than a credit or a byline has.
const MOST_WORDS_OF_CREDIT: usize = 14;
/// More words than those have who reported, wrote and edited an article.
const MOST_WORDS_OF_SIGNATURE: usize = 50;
/// The most tokens of a credit that is known by its shape: "Jane Roe and Tom Holm/Harbour Times via Getty Images".
const LONGEST_CREDIT: usize = 14;
/// The most tokens of a post's signature: name, handle and day.
const LONGEST_POST_SIGNATURE: usize = 20;

/// What the dictionary of page phrases says of a block that is no furniture by them.
#[derive(Debug, Default)]
struct Frame {
    credit_at_start: bool,
    credit_inside: bool,
    caption: bool,
    /// The token behind the words that begin a byline.
    byline: Option<usize>,
}

/// Tells a block's kind by itself; `stamp` when it is a date or a time and nothing else. Every heading is a headline
/// here: what it is above is seen when the article is known ([`super::headings`]).
pub(super) fn tell(
    reading: &Reading<'_>,
    range: &TokenRange,
    shape: &Shape,
    stamp: bool,
    phrases: &[Phrase],
) -> BlockKind {
    let Shape {
        words,
        stops,
        ended,
        ..
    } = *shape;
    let first = range.start;
    if stamp {
        return BlockKind::Byline;
    }
    if reading.kind(first) == Some(TokenKind::Url) && range.len() <= 3 {
        return BlockKind::Boilerplate;
    }
    if words == 0 {
        return without_words(reading, range);
    }
    if reading.word(first).starts_with('©') || is_post_signature(reading, range) {
        return BlockKind::Boilerplate;
    }
    let frame = frame(reading, range, phrases);
    // What is longer is neither a credit nor a caption.
    let short = words <= MOST_WORDS_OF_CAPTION;
    let credit = short
        .then(|| shaped_credit(reading, range, shape))
        .flatten();
    if let Some(kind) = signature(reading, range, phrases, &frame, credit, words) {
        return kind;
    }
    let marked = short && pictures::marked(reading, range, shape);
    // "Ana Ruiz - Valley Press | Northern Images"
    if marked && words <= MOST_WORDS_OF_CREDIT && is_all_names(reading, range) {
        return BlockKind::Credit;
    }
    let credited = frame.credit_inside || credit.is_some() || marked;
    if frame.caption || (credited && short) {
        return BlockKind::Caption;
    }
    if reading.has(first, Flags::HEADING) {
        return BlockKind::Headline;
    }
    if !ended && is_path(reading, range) {
        return BlockKind::Boilerplate;
    }
    if item_marker(reading, range).is_some() {
        return BlockKind::ListItem;
    }
    // "The council met on Monday. (AFP)": signed, and a sentence all the same.
    let signed = || {
        pictures::agency(reading, range).is_some_and(|start| ends(reading, &(range.start..start)))
    };
    if ended || words > MOST_WORDS_OF_HEADING || stops > 1 || signed() {
        // "Turkish support?" stands alone in the body; "Will the truce hold?" above it.
        let question = reading.word(range.end.wrapping_sub(1)) == "?" && stops == 1 && words <= 8;
        if question && reading.kind(first) != Some(TokenKind::Mark) && !speaks(reading, range) {
            return BlockKind::Headline;
        }
        return BlockKind::Paragraph;
    }
    // "It has raised fears of a flood with": a sentence that furniture has cut in two.
    if words > MOST_WORDS_OF_CUT_HEADING && is_cut(reading, range) {
        return BlockKind::Paragraph;
    }
    BlockKind::Headline
}

/// "Home > News > Africa > Dam bursts": the way to the page.
fn is_path(reading: &Reading<'_>, range: &TokenRange) -> bool {
    let is_step = |index: &usize| matches!(reading.word(*index), ">" | "»" | "›" | "→");
    let steps = (range.start + 1..range.end.saturating_sub(1)).filter(is_step);
    let home = reading.word(range.start).eq_ignore_ascii_case("home");
    steps.take(2).count() >= if home { 1 } else { 2 }
}

/// Whether the block is a credit or a byline: short, or the names of all who had to do with the article.
fn signature(
    reading: &Reading<'_>,
    range: &TokenRange,
    phrases: &[Phrase],
    frame: &Frame,
    credit: Option<usize>,
    words: usize,
) -> Option<BlockKind> {
    let signs = frame
        .byline
        .is_some_and(|start| is_byline(reading, start..range.end));
    if words <= MOST_WORDS_OF_CREDIT {
        if frame.credit_at_start || credit == Some(range.start) {
            return Some(BlockKind::Credit);
        }
        if signs
            || is_glued_byline(reading, range)
            || is_dated(reading, range, phrases)
            || is_signed(reading, range, phrases, |names| is_byline(reading, names))
        {
            return Some(BlockKind::Byline);
        }
    }
    // "(Reporting by Ana Ruiz and Jan Novak in Holm; Additional reporting by Tom Berg in Ruden; Editing by Eva Lund)"
    let mut bylines = phrases
        .iter()
        .filter(|phrase| phrase.place == Furniture::Byline);
    (signs && words <= MOST_WORDS_OF_SIGNATURE && bylines.nth(1).is_some())
        .then_some(BlockKind::Byline)
}

fn shaped_credit(reading: &Reading<'_>, range: &TokenRange, shape: &Shape) -> Option<usize> {
    // The label can end the block, with its colon on the next line.
    let labelled = || shape.colon_inside || reading.is_sign(range.end, b':');
    credit(reading, range).or_else(|| labelled().then(|| glued_credit(reading, range))?)
}

/// Whether the last word asks for another.
fn is_cut(reading: &Reading<'_>, range: &TokenRange) -> bool {
    reading.is(
        range.end.wrapping_sub(1),
        Classes::PREPOSITION
            .with(Classes::DETERMINER)
            .with(Classes::CONJUNCTION)
            .with(Classes::POSSESSIVE),
    ) || reading.word(range.end.wrapping_sub(1)) == ","
}

/// Whether a speaker's name stands first: "Q: Will you resign?"
fn speaks(reading: &Reading<'_>, range: &TokenRange) -> bool {
    super::labels::speaker(reading, range).is_some()
}

/// "* * *" is furniture; "3 – 0" is a line of a table.
fn without_words(reading: &Reading<'_>, range: &TokenRange) -> BlockKind {
    let number = range
        .clone()
        .any(|index| reading.kind(index) == Some(TokenKind::Number));
    if number && range.len() > 1 {
        BlockKind::ListItem
    } else {
        BlockKind::Boilerplate
    }
}

fn frame(reading: &Reading<'_>, range: &TokenRange, phrases: &[Phrase]) -> Frame {
    let mut found = Frame::default();
    for phrase in phrases {
        let (index, end) = (phrase.tokens.start, phrase.tokens.end);
        // "(Reporting by Jane Roe)"
        let at_start =
            index == range.start || index == range.start + 1 && reading.word(range.start) == "(";
        let opens = at_start
            || (reading.has(index, Flags::CAPITALISED)
                && (reading.has(index - 1, Flags::STOP) || reading.word(index - 1) == ")"));
        match phrase.place {
            Furniture::Credit => {
                found.credit_at_start |= at_start;
                found.credit_inside |=
                    opens || matches!(reading.word(index.wrapping_sub(1)), "(" | "|" | "/");
            }
            Furniture::Caption => found.caption |= at_start,
            Furniture::Byline if at_start => found.byline = found.byline.max(Some(end)),
            _ => {}
        }
    }
    found
}

/// The start of a picture's credit that ends the block, known by its shape: "Jane Roe / TASS", "(Jane Roe/Harbour Times)",
/// "(Valley News: Jane Roe)", "Jane Roe via Getty Images". A name or an agency stands on at least one side of the stroke.
fn credit(reading: &Reading<'_>, range: &TokenRange) -> Option<usize> {
    let bracket = reading.word(range.end - 1) == ")";
    let end = range.end - usize::from(bracket);
    let mut stroke = None;
    let mut start = end;
    while start > range.start && end - start < LONGEST_CREDIT {
        let index = start - 1;
        match (reading.kind(index), reading.word(index)) {
            (_, "/") | (Some(TokenKind::Word), "via") => stroke = Some(index),
            (_, ":") if bracket => stroke = Some(index),
            (Some(TokenKind::Word), word) if reading.has(index, Flags::CAPITALISED) => {
                // "…on Sunday.Jane Roe / TASS", glued: the stop belongs to the sentence.
                if word.ends_with('.') && word.len() > 2 && stroke.is_some() {
                    break;
                }
            }
            (Some(TokenKind::Word), "for" | "of" | "by" | "and")
            | (Some(TokenKind::Punctuation), "-" | "," | "&") => {}
            (Some(TokenKind::Dash), _) => {}
            _ => break,
        }
        start = index;
    }
    // "…in the capital, Jane Roe / TASS"
    while start < end && !reading.has(start, Flags::CAPITALISED) {
        start += 1;
    }
    let stroke = stroke.filter(|&stroke| start < stroke && stroke + 1 < end)?;
    let opened = reading.word(start.wrapping_sub(1)) == "(" && start > range.start;
    let apart = start == range.start
        || opened == bracket
            && (opened || reading.has(start - 1, Flags::STOP) || reading.word(start - 1) == "|");
    let colon = reading.word(stroke) == ":";
    let mut names = if colon { stroke..end } else { start..stroke };
    let named = names.any(|index| reading.is(index, Classes::FIRST_NAME))
        || (start..end)
            .any(|index| reading.is(index, Classes::MEDIA) || media_phrase(reading, index))
        || reading.word(stroke) == "via";
    (apart && (named || !colon && (opened || start > range.start)))
        .then_some(start - usize::from(opened))
}

/// "The dam on SundayCredit: Valley Press": the label of a credit that lost its blank.
fn glued_credit(reading: &Reading<'_>, range: &TokenRange) -> Option<usize> {
    let labels = ["Credit", "Photo", "Photograph", "Picture", "Image"];
    let glued = |word: &str| {
        labels.iter().any(|label| {
            word.strip_suffix(label)
                .is_some_and(|rest| rest.ends_with(|end: char| end.is_lowercase() || end == '.'))
        })
    };
    let from = range.end.saturating_sub(LONGEST_CREDIT).max(range.start);
    (from..range.end).find(|&index| reading.is_sign(index + 1, b':') && glued(reading.word(index)))
}

fn media_phrase(reading: &Reading<'_>, index: usize) -> bool {
    reading
        .get(index)
        .is_some_and(|token| token.phrase_classes.any(Classes::MEDIA))
}

/// "— Jane Roe (@janeroe) Oct. 12, 2020": the signature of what somebody posted elsewhere.
pub(super) fn is_post_signature(reading: &Reading<'_>, range: &TokenRange) -> bool {
    reading.kind(range.start) == Some(TokenKind::Dash)
        && range.len() <= LONGEST_POST_SIGNATURE
        && range.clone().any(|index| {
            reading.kind(index) == Some(TokenKind::Handle)
                && reading.word(index.wrapping_sub(1)) == "("
        })
}

/// "ByJane Roe", "ByThe Valley Star": a link that lost its blank.
fn is_glued_byline(reading: &Reading<'_>, range: &TokenRange) -> bool {
    let name = reading.word(range.start).strip_prefix("By");
    name.is_some_and(|name| name.starts_with(char::is_uppercase)) && is_all_names(reading, range)
}

fn is_all_names(reading: &Reading<'_>, range: &TokenRange) -> bool {
    range.clone().all(|index| {
        reading.kind(index) != Some(TokenKind::Word) || reading.has(index, Flags::CAPITALISED)
    })
}

/// "By Jane Roe and John Doe, Staff Writers", "Reporting by Jane Roe; Editing by John Doe": names, and nothing said of
/// them. `names` is what stands behind the words that begin it.
fn is_byline(reading: &Reading<'_>, names: TokenRange) -> bool {
    let small = Classes::PREPOSITION
        .with(Classes::CONJUNCTION)
        .with(Classes::DETERMINER);
    let (start, end) = (names.start, names.end);
    start < end
        && reading.has(start, Flags::CAPITALISED)
        && !reading.is(
            start,
            Classes::WEEKDAY
                .with(Classes::MONTH)
                .with(Classes::DETERMINER),
        )
        && (names_until(reading, &names, small) == end || is_trade(reading, &names, small))
}

/// Where the capitalised words end, and the little ones between.
fn names_until(reading: &Reading<'_>, names: &TokenRange, small: Classes) -> usize {
    let is_name = |index: &usize| {
        reading.kind(*index) != Some(TokenKind::Word)
            || reading.has(*index, Flags::CAPITALISED)
            || reading.is(*index, small)
            // "Additional reporting by"
            || reading.word(*index + 1) == "by"
    };
    names
        .clone()
        .find(|index| !is_name(index))
        .unwrap_or(names.end)
}

/// "Ana Ruiz, diplomatic editor": behind the name and a comma what somebody does at the paper, and no sentence.
fn is_trade(reading: &Reading<'_>, names: &TokenRange, small: Classes) -> bool {
    let trade = names_until(reading, names, small)..names.end;
    let told = Classes::AUXILIARY
        .with(Classes::CUE_VERB)
        .with(Classes::MODAL);
    let mut above = (names.start..trade.start).rev();
    let comma = above
        .find(|&index| !reading.is(index, small))
        .is_some_and(|index| reading.word(index) == ",");
    comma
        && !ends(reading, names)
        && trade.clone().any(|index| is_press(reading, index))
        && !trade.clone().any(|index| reading.is(index, told))
}
