//! What a heading is: the headline, the deck below it, a subhead, or furniture. That shows only when it is known where the
//! article begins and ends.

use std::collections::HashSet;

use crate::extraction::BlockKind;
use crate::lexicon::Classes;
use crate::text::layout::PageBlock;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

use super::echo::Echo;
use super::phrases::words;
use super::shape::Shape;

/// A headline is not longer, in bytes.
const LONGEST_HEADING: usize = 240;
/// A headline that ends in a full stop is not longer, in words.
const LONGEST_TITLE_WITH_STOP: usize = 18;
/// A deck line or a standfirst has at least so many words.
const SHORTEST_DECK: usize = 5;
/// A line of fewer words that opens the page is more often a section's name than a headline.
const SHORTEST_HEADLINE: usize = 3;
/// A deck has at most so many lines above another.
const LONGEST_DECK: usize = 2;
/// A line that names who wrote the article has at most so many words.
const LONGEST_NAME_LINE: usize = 8;
/// Where so much of a heading's names or words stands in the article's paragraphs, it speaks of what they speak of.
const FAMILIAR: f32 = 0.34;

/// Settles every heading and everything outside the article. `article` says for each block whether it belongs to the
/// article; without it everything does that no phrase has made furniture.
pub(super) fn settle(
    reading: &Reading<'_>,
    blocks: &mut [PageBlock],
    shapes: &[Shape],
    echoes: &[Echo],
    article: Option<&[bool]>,
) {
    let inside =
        |index: usize| article.is_none_or(|article| article.get(index).copied().unwrap_or(false));
    let running =
        |block: &PageBlock| matches!(block.block.kind, BlockKind::Paragraph | BlockKind::ListItem);
    let first = (0..blocks.len()).find(|&index| inside(index) && running(&blocks[index]));
    let last = (0..blocks.len())
        .rev()
        .find(|&index| inside(index) && running(&blocks[index]));
    let (Some(first), Some(last)) = (first, last) else {
        return;
    };
    let headline = headline(reading, blocks, shapes, echoes, first);
    let mut seen: HashSet<&str> = HashSet::new();
    seen.extend(headline.map(|index| reading.printed(&blocks[index].tokens)));
    for index in 0..blocks.len() {
        let kind = blocks[index].block.kind;
        let repeated =
            kind == BlockKind::Headline && !seen.insert(reading.printed(&blocks[index].tokens));
        let settled = match kind {
            BlockKind::Headline if Some(index) == headline => BlockKind::Headline,
            BlockKind::Headline if repeated => BlockKind::Boilerplate,
            BlockKind::Headline
                if index < first
                    && headline.is_some_and(|headline| headline < index)
                    && is_name(reading, &blocks[index]) =>
            {
                BlockKind::Byline
            }
            BlockKind::Headline if index < first => {
                let deck = headline.is_some_and(|headline| {
                    index > headline && is_deck(blocks, shapes, headline, index)
                });
                if deck {
                    BlockKind::Headline
                } else {
                    BlockKind::Boilerplate
                }
            }
            BlockKind::Headline if inside(index) && index < last && !calls(&shapes[index]) => {
                BlockKind::Subhead
            }
            // A quotation and who signed it, or the end of a text so short that nothing tells what it is.
            BlockKind::Headline
                if inside(index) && (article.is_none() || shapes[index].marks > 1) =>
            {
                BlockKind::Paragraph
            }
            BlockKind::Headline => BlockKind::Boilerplate,
            // The day below a teaser.
            BlockKind::Byline if index > last && boilerplate(blocks, index) => {
                BlockKind::Boilerplate
            }
            BlockKind::Paragraph | BlockKind::ListItem if !inside(index) => BlockKind::Boilerplate,
            _ => kind,
        };
        blocks[index].block.kind = settled;
    }
    if headline.is_none() {
        title_with_stop(reading, blocks);
    }
}

/// "Tell us what you think": the page calls on its reader, and is no subhead.
fn calls(shape: &Shape) -> bool {
    shape.imperative && shape.addressed > 0
}

fn boilerplate(blocks: &[PageBlock], index: usize) -> bool {
    index
        .checked_sub(1)
        .and_then(|before| blocks.get(before))
        .is_some_and(|block| block.block.kind == BlockKind::Boilerplate)
}

/// "Ana Ruiz", "Ana Ruiz and Tom Holm, Valley Star": who wrote it, without "By".
fn is_name(reading: &Reading<'_>, block: &PageBlock) -> bool {
    let range = block.tokens.clone();
    reading.is(range.start, Classes::FIRST_NAME)
        && (2..=LONGEST_NAME_LINE).contains(&words(reading, &range))
        && range.clone().all(|index| match reading.kind(index) {
            Some(TokenKind::Word) => {
                reading.has(index, Flags::CAPITALISED)
                    && !reading.is(index, Classes::VERB.with(Classes::AUXILIARY))
                    || reading.is(index, Classes::CONJUNCTION)
            }
            Some(TokenKind::Mark | TokenKind::Dash) => false,
            _ => true,
        })
}

/// Whether nothing but lines of the deck stands between the headline and this one.
fn is_deck(blocks: &[PageBlock], shapes: &[Shape], headline: usize, index: usize) -> bool {
    (headline + 1..=index).all(|between| {
        blocks[between].block.kind == BlockKind::Headline && shapes[between].words >= SHORTEST_DECK
            || matches!(
                blocks[between].block.kind,
                BlockKind::Byline | BlockKind::Credit | BlockKind::Caption
            )
    })
}

/// The block that is the headline of the article that begins at `first`: the heading above it that is as long as a title
/// and speaks of what the article speaks of; the nearest of equals, but the first of a deck.
fn headline(
    reading: &Reading<'_>,
    blocks: &[PageBlock],
    shapes: &[Shape],
    echoes: &[Echo],
    first: usize,
) -> Option<usize> {
    let candidates: Vec<usize> = (0..first)
        .filter(|&index| {
            blocks[index].block.kind == BlockKind::Headline
                && reading.printed(&blocks[index].tokens).len() <= LONGEST_HEADING
        })
        .collect();
    let worth = |index: usize| {
        let length = match shapes[index].words {
            0..=1 => 0,
            2 => 2,
            3..=4 => 4,
            _ => 6,
        };
        let echo = echoes.get(index).copied().unwrap_or_default();
        let share = echo.names.unwrap_or(0.0).max(echo.words.unwrap_or(0.0));
        length + if share >= FAMILIAR { 4 } else { 0 }
    };
    let mut headline = candidates
        .iter()
        .copied()
        .max_by_key(|&index| (worth(index), index))?;
    // The page's own title, "Flood warning lifted - The Valley Star", is not the headline below it.
    let title = |above: usize, below: usize| {
        let rest = reading
            .printed(&blocks[above].tokens)
            .strip_prefix(reading.printed(&blocks[below].tokens));
        rest.is_some_and(|rest| {
            rest.trim_start().is_empty()
                || rest
                    .trim_start()
                    .starts_with(['-', '|', '–', '—', '»', '·', ':'])
        })
    };
    if let Some(&below) = candidates
        .iter()
        .rev()
        .find(|&&below| below > headline && title(headline, below))
    {
        headline = below;
    }
    let above = (0..headline)
        .rev()
        .take_while(|above| candidates.contains(above))
        .take(LONGEST_DECK + 1)
        .count();
    // More are a list of teasers.
    for _ in 0..if above <= LONGEST_DECK { above } else { 0 } {
        let Some(above) = headline
            .checked_sub(1)
            .filter(|above| candidates.contains(above))
        else {
            break;
        };
        let opens_page =
            candidates.first() == Some(&above) && shapes[above].words >= SHORTEST_HEADLINE;
        let deck = shapes[above].words >= SHORTEST_DECK && worth(above) >= worth(headline);
        if !(opens_page || deck) || title(above, headline) {
            break;
        }
        headline = above;
    }
    Some(headline)
}

/// Some outlets end their headlines with a full stop or an exclamation mark: a short first block of one sentence above longer
/// text, without an article and without a verb of saying: "The river fell, officials said." is text.
fn title_with_stop(reading: &Reading<'_>, blocks: &mut [PageBlock]) {
    let mut content = blocks
        .iter_mut()
        .filter(|block| block.block.kind != BlockKind::Boilerplate);
    let (Some(first), Some(second)) = (content.next(), content.next()) else {
        return;
    };
    let alone = first.block.kind == BlockKind::Paragraph
        && !reading.is(
            first.tokens.start,
            Classes::DETERMINER.with(Classes::SUBJECT),
        )
        && !first.tokens.clone().any(|index| {
            reading.is(index, Classes::CUE_VERB)
                && reading.is(index, Classes::PAST)
                && !reading.has(index, Flags::CAPITALISED)
                || index + 1 < first.tokens.end
                    && reading.has(index, Flags::STOP)
                    && !reading.has(index, Flags::DOTTED)
                || reading.kind(index) == Some(TokenKind::Mark)
        });
    let below = matches!(
        second.block.kind,
        BlockKind::Paragraph | BlockKind::Dateline | BlockKind::Byline
    );
    let (above, under) = (
        words(reading, &first.tokens),
        words(reading, &second.tokens),
    );
    if alone
        && below
        && above <= LONGEST_TITLE_WITH_STOP
        && (under > above || second.block.kind != BlockKind::Paragraph)
    {
        first.block.kind = BlockKind::Headline;
    }
}
