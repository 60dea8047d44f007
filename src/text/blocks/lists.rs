//! Lists of titles in the page's frame: what stands below a label ("Most read"), what stands above a button ("Watch now"), and
//! teasers that the page has cut ("The lawyer of two farmers on Monday posted a video that seems to sh…").

use crate::extraction::BlockKind;
use crate::lexicon::entries::page::Furniture;
use crate::text::layout::PageBlock;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

use super::echo::Echo;
use super::shape::Shape;

/// A title has at least so many words; a shorter line above a paragraph can be its subhead.
const LEAST_WORDS_OF_TITLE: usize = 6;
/// A teaser that has been cut has at least so many words; a shorter block can trail off by itself.
const LEAST_WORDS_OF_TEASER: usize = 10;
/// Between two teasers of one list stand at most so many blocks, none of them longer than so many words.
const NEXT_TEASER_WITHIN: usize = 10;
pub(super) const LONGEST_TEASER: usize = 40;
/// A title has at most so many words.
const LONGEST_TITLE: usize = 16;

/// Makes titles below labels and above buttons furniture. `frame` says which labels and buttons stand alone on their line.
pub(super) fn take(
    reading: &Reading<'_>,
    blocks: &mut [PageBlock],
    shapes: &[Shape],
    frame: &[Option<Furniture>],
) {
    take_appeal(blocks, shapes);
    let mut begun = false;
    for index in 0..blocks.len() {
        begun |= blocks[index].block.kind == BlockKind::Paragraph;
        match frame.get(index).copied().flatten() {
            Some(Furniture::Label) if begun => take_below(blocks, shapes, index),
            Some(Furniture::Button) if begun => take_above(blocks, shapes, index),
            _ => {}
        }
    }
    take_teasers(reading, blocks, shapes);
}

/// Whether the block can be a title: a heading, or what only belongs to one.
fn is_title(blocks: &[PageBlock], index: usize) -> bool {
    blocks
        .get(index)
        .is_some_and(|block| block.block.kind == BlockKind::Headline)
}

/// "Ana Ruiz Talks Second Chances After the Flood!": a title, whatever it ends in.
fn is_in_capitals(blocks: &[PageBlock], shapes: &[Shape], index: usize) -> bool {
    let paragraph = |block: &PageBlock| block.block.kind == BlockKind::Paragraph;
    blocks.get(index).is_some_and(paragraph) && {
        let shape = &shapes[index];
        (LEAST_WORDS_OF_TITLE..=LONGEST_TITLE).contains(&shape.words)
            && shape.sentences <= 1
            && shape.marks == 0
            && shape.capitals * 4 >= shape.words * 3
    }
}

/// "YOU CAN HELP. We are a paper for people like you.": an appeal above the headline. Nothing in it tells of anything, nor in
/// what else stands there.
fn take_appeal(blocks: &mut [PageBlock], shapes: &[Shape]) {
    let Some(heading) = (0..blocks.len()).find(|&index| is_title(blocks, index)) else {
        return;
    };
    let above = &mut blocks[..heading];
    let tells = |(block, shape): (&PageBlock, &Shape)| {
        block.block.kind == BlockKind::Paragraph && (shape.told > 0 || shape.marks > 0)
    };
    if above.iter().zip(shapes).any(tells) {
        return;
    }
    for (block, shape) in above.iter_mut().zip(shapes) {
        if block.block.kind == BlockKind::Paragraph && shape.addressed > 0 {
            block.block.kind = BlockKind::Boilerplate;
        }
    }
}

/// Teasers that have been cut, the titles above them, and what stands between two of them.
fn take_teasers(reading: &Reading<'_>, blocks: &mut [PageBlock], shapes: &[Shape]) {
    let mut before: Option<usize> = None;
    for index in 0..blocks.len() {
        if !(shapes[index].words >= LEAST_WORDS_OF_TEASER && is_cut_off(reading, &blocks[index])) {
            continue;
        }
        let start = before
            .filter(|before| index - before <= NEXT_TEASER_WITHIN)
            .filter(|before| {
                let between = before + 1..index;
                shapes[between.clone()]
                    .iter()
                    .all(|shape| shape.words <= LONGEST_TEASER)
                    && between.into_iter().any(|between| is_title(blocks, between))
            })
            .or_else(|| {
                index
                    .checked_sub(1)
                    .filter(|&above| is_title(blocks, above))
            })
            // "Related: Why the dam cracks", and below it "The dam was built in 1960, and the farmers […]"
            .or_else(|| {
                let above = blocks.get(index.checked_sub(1)?)?.block.kind;
                let bracket = reading.word(blocks[index].tokens.end - 1) == "]";
                (bracket && above == BlockKind::Boilerplate).then_some(index)
            });
        let Some(start) = start else { continue };
        for block in &mut blocks[start..=index] {
            block.block.kind = BlockKind::Boilerplate;
        }
        before = Some(index);
    }
}

/// Whether the page broke the block off: three dots glued to half a word, or in brackets, outside quotation marks.
fn is_cut_off(reading: &Reading<'_>, block: &PageBlock) -> bool {
    let range = block.tokens.clone();
    let last = range.end - 1;
    let bracket = reading.word(last) == "]";
    let dots = last - usize::from(bracket && range.len() > 1);
    let open = range
        .clone()
        .filter(|&index| reading.kind(index) == Some(TokenKind::Mark))
        .count()
        % 2
        == 1;
    block.block.kind == BlockKind::Paragraph
        && reading.kind(dots) == Some(TokenKind::Ellipsis)
        && !open
        && (bracket || !reading.has(dots, Flags::SPACED))
        && range.len() > 1
}

fn take_below(blocks: &mut [PageBlock], shapes: &[Shape], label: usize) {
    let end = list_end(blocks, shapes, label);
    // "Read more" can also be the link below a title; then what follows is a subhead.
    if end == label + 1 {
        take_above(blocks, shapes, label);
        return;
    }
    let before_text = blocks.get(end).is_some_and(|block| {
        matches!(block.block.kind, BlockKind::Paragraph | BlockKind::ListItem)
    });
    let last_is_title = is_title(blocks, end - 1);
    for block in &mut blocks[label + 1..end] {
        block.block.kind = BlockKind::Boilerplate;
    }
    // "Read more: … Mutual accusations": the last line above the text is its subhead if it is short.
    if before_text && last_is_title && shapes[end - 1].words < LEAST_WORDS_OF_TITLE {
        blocks[end - 1].block.kind = BlockKind::Headline;
    }
}

/// Where the list below a label ends: behind its titles; and where each of two titles or more has a teaser below it, behind
/// the last teaser. The title of a teaser often stands there twice, as the picture's link and as the text's.
fn list_end(blocks: &[PageBlock], shapes: &[Shape], label: usize) -> usize {
    let long_title = |index: usize| {
        is_title(blocks, index) && shapes[index].words >= LEAST_WORDS_OF_TITLE
            || shapes
                .get(index)
                .is_some_and(|shape| shape.words <= LONGEST_TITLE && shape.repeated)
    };
    let furniture = |index: usize| {
        blocks.get(index).is_some_and(|block| {
            matches!(
                block.block.kind,
                BlockKind::Boilerplate | BlockKind::Byline | BlockKind::Credit
            )
        })
    };
    let listed = |index: usize| is_title(blocks, index) || is_in_capitals(blocks, shapes, index);
    let mut titles = label + 1;
    while listed(titles) {
        titles += 1;
    }
    let (mut end, mut index, mut pairs, mut titled) = (titles, label + 1, 0, false);
    while index < blocks.len() && index <= end + NEXT_TEASER_WITHIN {
        if long_title(index) {
            titled = true;
        } else if !furniture(index) {
            let teaser = titled
                && shapes[index].words <= LONGEST_TEASER
                && blocks[index].block.kind == BlockKind::Paragraph;
            if !teaser {
                break;
            }
            pairs += 1;
            titled = false;
            end = index + 1;
        }
        index += 1;
    }
    if pairs > 1 { end } else { titles }
}

/// Makes titles below a label above the article furniture. The last can be the headline: if it speaks of what the article
/// speaks of.
pub(super) fn take_top(blocks: &mut [PageBlock], echoes: &[Echo], frame: &[Option<Furniture>]) {
    let running = |block: &PageBlock| block.block.kind == BlockKind::Paragraph;
    let first = blocks.iter().position(running).unwrap_or(blocks.len());
    let mut label = 0;
    while label < first {
        let mut end = label + 1;
        if frame.get(label) == Some(&Some(Furniture::Label)) {
            while is_title(blocks, end) {
                end += 1;
            }
            let headline = echoes.get(end - 1).is_some_and(|echo| echo.is_familiar());
            for block in &mut blocks[label + 1..end - usize::from(headline && end > label + 1)] {
                block.block.kind = BlockKind::Boilerplate;
            }
        }
        label = end;
    }
}

/// The title above a button; the first heading of the page is the headline, whatever stands below it.
fn take_above(blocks: &mut [PageBlock], shapes: &[Shape], button: usize) {
    if let Some(above) = button.checked_sub(1) {
        if is_title(blocks, above) && shapes[above].words >= LEAST_WORDS_OF_TITLE {
            blocks[above].block.kind = BlockKind::Boilerplate;
        }
    }
}
