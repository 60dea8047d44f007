//! Lists of titles in the page's frame: what stands below a label ("Most read"), and what stands above a button ("Watch now").

use crate::extraction::BlockKind;
use crate::lexicon::entries::page::Furniture;
use crate::text::layout::PageBlock;

use super::shape::Shape;

/// A title has at least so many words; a shorter line above a paragraph can be its subhead.
const LEAST_WORDS_OF_TITLE: usize = 6;

/// Makes titles below labels and above buttons furniture. `frame` says which labels and buttons stand alone on their line.
pub(super) fn take(blocks: &mut [PageBlock], shapes: &[Shape], frame: &[Option<Furniture>]) {
    for index in 0..blocks.len() {
        match frame.get(index).copied().flatten() {
            Some(Furniture::Label) => take_below(blocks, shapes, index),
            Some(Furniture::Button) => take_above(blocks, shapes, index),
            _ => {}
        }
    }
}

/// Whether the block can be a title: a heading, or what only belongs to one.
fn is_title(blocks: &[PageBlock], index: usize) -> bool {
    blocks.get(index).is_some_and(|block| block.block.kind == BlockKind::Headline)
}

fn take_below(blocks: &mut [PageBlock], shapes: &[Shape], label: usize) {
    let mut end = label + 1;
    while is_title(blocks, end) {
        end += 1;
    }
    // "Read more" can also be the link below a title; then what follows is a subhead.
    let above = label.checked_sub(1).filter(|&above| is_title(blocks, above));
    if end == label + 1 {
        if above.is_some() {
            take_above(blocks, shapes, label);
        }
        return;
    }
    let before_text = blocks.get(end).is_some_and(|block| {
        matches!(block.block.kind, BlockKind::Paragraph | BlockKind::ListItem)
    });
    for block in &mut blocks[label + 1..end] {
        block.block.kind = BlockKind::Boilerplate;
    }
    // "Read more: … Mutual accusations": the last line above the text is its subhead if it is short.
    if before_text && shapes[end - 1].words < LEAST_WORDS_OF_TITLE {
        blocks[end - 1].block.kind = BlockKind::Headline;
    }
}

fn take_above(blocks: &mut [PageBlock], shapes: &[Shape], button: usize) {
    if let Some(above) = button.checked_sub(1) {
        if is_title(blocks, above) && shapes[above].words >= LEAST_WORDS_OF_TITLE {
            blocks[above].block.kind = BlockKind::Boilerplate;
        }
    }
}
