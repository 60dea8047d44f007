//! Lists of titles in the page's frame: what stands below a label ("Most read"), what stands above a button ("Watch now"), and
//! teasers that the page has cut ("The lawyer of two farmers on Monday posted a video that seems to sh…").

use crate::extraction::BlockKind;
use crate::lexicon::Classes;
use crate::lexicon::entries::page::Furniture;
use crate::text::layout::{PageBlock, TokenRange};
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

/// A title below "Read more:" has at least so many words.
const SHORTEST_TITLE: usize = 4;
/// A line of so many words above a label can be the headline.
const WORDS_OF_HEADLINE: usize = 5;

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
            Some(Furniture::Label | Furniture::Shelf) if begun => {
                take_below(reading, blocks, shapes, index);
            }
            Some(Furniture::Link) if begun && is_title(blocks, index) => {
                blocks[index].block.kind = BlockKind::Boilerplate;
            }
            None if begun && is_title(blocks, index) && is_link(reading, &blocks[index]) => {
                blocks[index].block.kind = BlockKind::Boilerplate;
            }
            Some(Furniture::Button) if begun => take_above(blocks, shapes, index),
            _ => {}
        }
    }
    take_read_out(reading, blocks, shapes);
    take_teasers(reading, blocks, shapes);
}

/// ">> Two towns lose their schools", "EXPLAINED | Why the dam cracks": another page's title behind an arrow, or behind a label in
/// capitals and a bar.
fn is_link(reading: &Reading<'_>, block: &PageBlock) -> bool {
    let range = &block.tokens;
    let arrow = matches!(
        reading.word(range.start),
        "»" | "›" | "→" | "←" | "➤" | "▶" | "«"
    ) || reading.word(range.start) == ">";
    let near = range.start..range.end.min(range.start + 4);
    let bar = near.clone().find(|&index| reading.word(index) == "|");
    let label = bar.is_some_and(|bar| {
        let shouted = (range.start..bar).all(|index| reading.has(index, Flags::ALL_CAPS));
        let known = reading.is(range.start, Classes::BOILERPLATE)
            || reading
                .get(range.start)
                .is_some_and(|token| token.phrase_classes.any(Classes::BOILERPLATE));
        bar > range.start && (shouted || known)
    });
    arrow || label
}

/// "list of 3 items", "list 1 of 3", …, "end of list": what a page says to those who have it read out, and the titles between.
fn take_read_out(reading: &Reading<'_>, blocks: &mut [PageBlock], shapes: &[Shape]) {
    for index in 0..blocks.len() {
        let range = blocks[index].tokens.clone();
        if !is_read_out(reading, &range) {
            continue;
        }
        blocks[index].block.kind = BlockKind::Boilerplate;
        let next = index + 1;
        let item = reading.kind(range.start + 1) == Some(TokenKind::Number);
        if item && next < blocks.len() && shapes[next].words <= LONGEST_TEASER {
            blocks[next].block.kind = BlockKind::Boilerplate;
        }
    }
}

/// "list of 3 items", "list 2 of 3", "end of list"
pub(super) fn is_read_out(reading: &Reading<'_>, range: &TokenRange) -> bool {
    let number = |index: usize| reading.kind(index) == Some(TokenKind::Number);
    let word = |offset: usize| reading.word(range.start + offset);
    match range.len() {
        3 => word(0) == "end" && word(1) == "of" && word(2) == "list",
        4 => {
            word(0) == "list"
                && (word(1) == "of" && number(range.start + 2) && word(3).starts_with("item")
                    || number(range.start + 1) && word(2) == "of" && number(range.start + 3))
        }
        _ => false,
    }
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
        let (block, shape) = (&blocks[index], &shapes[index]);
        if !(shape.words >= LEAST_WORDS_OF_TEASER && is_cut_off(reading, block, shape)) {
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
fn is_cut_off(reading: &Reading<'_>, block: &PageBlock, shape: &Shape) -> bool {
    let range = &block.tokens;
    let last = range.end - 1;
    let bracket = reading.is_sign(last, b']');
    let dots = last - usize::from(bracket && range.len() > 1);
    block.block.kind == BlockKind::Paragraph
        && reading.kind(dots) == Some(TokenKind::Ellipsis)
        && (bracket || !reading.has(dots, Flags::SPACED))
        && range.len() > 1
        && shape.marks % 2 == 0
}

fn take_below(reading: &Reading<'_>, blocks: &mut [PageBlock], shapes: &[Shape], label: usize) {
    // "Related:", and below it the subjects "Dams" and "Farming".
    let announces = reading.word(blocks[label].tokens.end - 1) == ":";
    if announces
        && shapes
            .get(label + 1)
            .is_none_or(|next| next.words < SHORTEST_TITLE)
    {
        return;
    }
    let end = list_end(blocks, shapes, label);
    // "Read more" can also be the link below a title; then what follows is a subhead.
    if end == label + 1 {
        take_above(blocks, shapes, label);
        return;
    }
    let before_text = blocks.get(end).is_some_and(|block| {
        matches!(block.block.kind, BlockKind::Paragraph | BlockKind::ListItem)
    });
    // The title that stands with the label and apart from the text is no subhead of the text.
    let apart = |index: usize| stands_apart(reading, blocks, index);
    // Nor is the title below "2".
    let counted = shapes[end - 2].words == 0 && shapes[end - 2].numbers > 0;
    let last_is_title = is_title(blocks, end - 1)
        && !counted
        && !(before_text && apart(end - 1) && !(label..end - 1).any(apart));
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
    // "1. Two towns lose their schools"
    let is_item = |index: usize| {
        let block: Option<&PageBlock> = blocks.get(index);
        block.is_some_and(|block| block.block.kind == BlockKind::ListItem) && !shapes[index].ended
    };
    let listed = |index: usize| {
        is_title(blocks, index) || is_in_capitals(blocks, shapes, index) || is_item(index)
    };
    // "1" above a title, the day below it.
    let beside = |index: usize| {
        blocks.get(index).is_some_and(|block| {
            block.block.kind == BlockKind::Byline
                || block.block.kind == BlockKind::Boilerplate
                    && shapes[index].words == 0
                    && shapes[index].numbers > 0
        })
    };
    let (mut titles, mut next, mut in_turns) = (label + 1, label + 1, false);
    loop {
        if listed(next) {
            in_turns |= next > titles;
            titles = next + 1;
        } else if !beside(next) {
            break;
        }
        next += 1;
    }
    if in_turns {
        titles = next;
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
/// speaks of, or no other line can be.
pub(super) fn take_top(
    reading: &Reading<'_>,
    blocks: &mut [PageBlock],
    shapes: &[Shape],
    echoes: &[Echo],
    frame: &[Option<Furniture>],
) {
    let running = |block: &PageBlock| block.block.kind == BlockKind::Paragraph;
    let first = blocks.iter().position(running).unwrap_or(blocks.len());
    // Whether a line above the label can be the headline, as far as they have been looked at.
    let (mut other, mut seen) = (false, 0);
    let mut label = 0;
    while label < first {
        let mut end = label + 1;
        if frame.get(label) == Some(&Some(Furniture::Label)) {
            while is_title(blocks, end) {
                end += 1;
            }
            other |= (seen..label)
                .any(|above| is_title(blocks, above) && shapes[above].words >= WORDS_OF_HEADLINE);
            seen = label;
            // Titles without a blank line between them, and one below: the last is the box's as well.
            let apart =
                |index: usize| index + 1 < blocks.len() && stands_apart(reading, blocks, index);
            let boxed = end > label + 2 && !(label..end - 1).any(apart) && apart(end - 1);
            let headline =
                !other && !boxed || echoes.get(end - 1).is_some_and(|echo| echo.is_familiar());
            for block in &mut blocks[label + 1..end - usize::from(headline && end > label + 1)] {
                block.block.kind = BlockKind::Boilerplate;
            }
        }
        label = end;
    }
}

/// Whether a blank line stands below a block.
fn stands_apart(reading: &Reading<'_>, blocks: &[PageBlock], index: usize) -> bool {
    let (above, below) = (
        blocks[index].block.span.end,
        blocks[index + 1].block.span.start,
    );
    let gap = reading.text.get(above..below).unwrap_or("");
    gap.bytes().filter(|&byte| byte == b'\n').count() > 1
}

/// The title above a button; the first heading of the page is the headline, whatever stands below it.
fn take_above(blocks: &mut [PageBlock], shapes: &[Shape], button: usize) {
    if let Some(above) = button.checked_sub(1) {
        if is_title(blocks, above) && shapes[above].words >= LEAST_WORDS_OF_TITLE {
            blocks[above].block.kind = BlockKind::Boilerplate;
        }
    }
}
