//! What a heading is: the headline, the deck below it, a subhead, or furniture. That shows only when it is known where the
//! article begins and ends.

use std::collections::HashSet;

use crate::extraction::BlockKind;
use crate::lexicon::Classes;
use crate::text::layout::PageBlock;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

use super::echo::{Echo, LEAST_WORDS_OF_PARAGRAPH};
use super::labels;
use super::phrases::words;
use super::shape::Shape;
use super::signs::is_name;

/// A headline is not longer, in words.
const LONGEST_HEADLINE: usize = 40;
/// A headline that ends in a full stop is not longer, in words.
const LONGEST_TITLE_WITH_STOP: usize = 18;
/// A deck line or a standfirst has at least so many words.
const SHORTEST_DECK: usize = 5;
/// A line below the headline that is as long says what the story is: a standfirst.
const SHORTEST_STANDFIRST: usize = 10;
/// A line of fewer words that opens the page is more often a section's name than a headline.
const SHORTEST_HEADLINE: usize = 3;
/// A deck has at most so many lines beside the headline.
const LONGEST_DECK: usize = 2;

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
        return lines_of_text(blocks);
    };
    let headline = headline(reading, blocks, shapes, echoes, first);
    let deck_end = headline.map_or(0, |headline| deck_end(blocks, shapes, headline, first));
    let mut seen: HashSet<u64> = HashSet::new();
    seen.extend(headline.map(|index| shapes[index].wording));
    for index in 0..blocks.len() {
        let kind = blocks[index].block.kind;
        let shape = &shapes[index];
        let below = headline.is_some_and(|headline| headline < index);
        let settled = match kind {
            BlockKind::Headline if Some(index) == headline => kind,
            BlockKind::Headline if !seen.insert(shape.wording) => BlockKind::Boilerplate,
            BlockKind::Headline if index < first && below && is_name(reading, &blocks[index]) => {
                BlockKind::Byline
            }
            // "Why did the dam crack?" directly above the answer.
            BlockKind::Headline if index + 1 == first && below && shape.question => {
                BlockKind::Subhead
            }
            BlockKind::Headline if index < first && !(below && index < deck_end) => {
                BlockKind::Boilerplate
            }
            BlockKind::Headline if index < first && shape.words >= SHORTEST_STANDFIRST => {
                BlockKind::Subhead
            }
            BlockKind::Headline if index < first => kind,
            // "Holm 2 Ruden 1"
            BlockKind::Headline if inside(index) && index < last && shape.numbers > 1 => {
                BlockKind::ListItem
            }
            BlockKind::Headline if inside(index) && index < last && !calls(shape) => {
                BlockKind::Subhead
            }
            // A quotation and who signed it, or the end of a text so short that nothing tells what it is.
            BlockKind::Headline
                if inside(index)
                    && (article.is_none() || is_quotation(reading, &blocks[index])) =>
            {
                BlockKind::Paragraph
            }
            BlockKind::Headline => BlockKind::Boilerplate,
            // The day below a teaser.
            BlockKind::Byline if index > last && is_boilerplate(blocks, index.checked_sub(1)) => {
                BlockKind::Boilerplate
            }
            // "Source:", with an address or nothing below.
            BlockKind::Paragraph
                if shape.colon
                    && shape.words < SHORTEST_DECK
                    && (index == last || is_boilerplate(blocks, Some(index + 1))) =>
            {
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

/// A page without a paragraph: below a headline each line is text, as in a poem.
fn lines_of_text(blocks: &mut [PageBlock]) {
    let is_heading = |block: &&mut PageBlock| block.block.kind == BlockKind::Headline;
    let lines = blocks.iter_mut().filter(is_heading);
    let lines: Vec<_> = lines.skip(1).collect();
    if lines.len() > LONGEST_DECK {
        for line in lines {
            line.block.kind = BlockKind::Paragraph;
        }
    }
}

/// Where the lines of the deck below the headline end; who wrote the article and its picture may stand between them.
fn deck_end(blocks: &[PageBlock], shapes: &[Shape], headline: usize, first: usize) -> usize {
    let is_deck = |index: &usize| match blocks[*index].block.kind {
        BlockKind::Headline => shapes[*index].words >= SHORTEST_DECK,
        kind => matches!(
            kind,
            BlockKind::Byline | BlockKind::Credit | BlockKind::Caption
        ),
    };
    let end = (headline + 1..first)
        .find(|index| !is_deck(index))
        .unwrap_or(first);
    let lines =
        (headline + 1..end).filter(|&index| blocks[index].block.kind == BlockKind::Headline);
    // More are a list of teasers.
    if lines.count() > LONGEST_DECK {
        headline
    } else {
        end
    }
}

/// `"It rained." - Ana Ruiz`
fn is_quotation(reading: &Reading<'_>, block: &PageBlock) -> bool {
    let mut tokens = block.tokens.clone();
    reading.kind(block.tokens.start) == Some(TokenKind::Mark)
        && tokens.any(|index| reading.kind(index) == Some(TokenKind::Dash))
}

/// "Tell us what you think": the page calls on its reader, and is no subhead.
fn calls(shape: &Shape) -> bool {
    shape.imperative && shape.addressed > 0
}

fn is_boilerplate(blocks: &[PageBlock], index: Option<usize>) -> bool {
    index
        .and_then(|index| blocks.get(index))
        .is_some_and(|block| block.block.kind == BlockKind::Boilerplate)
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
                && shapes[index].words <= LONGEST_HEADLINE
        })
        .collect();
    let worth = |index: usize| {
        let length = match shapes[index].words + shapes[index].numbers {
            0..=1 => 0,
            2 => 2,
            3..=4 => 4,
            _ => 6,
        };
        let echo = echoes.get(index).copied().unwrap_or_default();
        length + if echo.is_familiar() { 4 } else { 0 }
    };
    let mut headline = candidates
        .iter()
        .copied()
        .max_by_key(|&index| (worth(index), index))?;
    // The page's own title, "Flood warning lifted - The Valley Star", is not the headline below it.
    let title = |above: usize, below: usize| {
        let (above, below) = (&blocks[above].tokens, &blocks[below].tokens);
        let rest = above.start + below.len();
        let same = |(one, other)| reading.word(one) == reading.word(other);
        let signs = ["-", "|", "–", "—", "»", "·", ":"];
        above.len() >= below.len()
            && above.clone().zip(below.clone()).all(same)
            && (rest == above.end || signs.contains(&reading.word(rest)))
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
        // In a short text nothing tells whether it speaks of the same; a page's first line is its title.
        let opens_page = candidates.first() == Some(&above)
            && shapes[above].words >= SHORTEST_HEADLINE
            && !shapes
                .iter()
                .any(|shape| shape.ended && shape.words >= LEAST_WORDS_OF_PARAGRAPH);
        let words = shapes[above].words + shapes[above].numbers;
        let deck = words >= SHORTEST_DECK && worth(above) >= worth(headline);
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
        && labels::speaker(reading, &first.tokens).is_none()
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
