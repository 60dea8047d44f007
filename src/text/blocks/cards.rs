//! What a page shows of other pages: what somebody posted elsewhere, cards of a picture's link, a title and a teaser, and
//! titles with a kicker in capitals above each.

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::extraction::BlockKind;
use crate::text::layout::{PageBlock, TokenRange};
use crate::text::reading::Reading;
use crate::text::tokens::TokenKind;

use super::kinds::is_post_signature;
use super::lists::LONGEST_TEASER;
use super::shape::Shape;

/// A card's title has so many words.
const WORDS_OF_TITLE: std::ops::RangeInclusive<usize> = 5..=22;
/// A label or a kicker has at most so many words.
const LONGEST_LABEL: usize = 4;
/// So many labels at most stand between a card's two links.
const MOST_LABELS: usize = 3;

/// Makes them furniture.
pub(super) fn take(reading: &Reading<'_>, blocks: &mut [PageBlock], shapes: &[Shape]) {
    take_posts(reading, blocks);
    let running = |block: &PageBlock| block.block.kind == BlockKind::Paragraph;
    let Some(begun) = blocks.iter().position(running) else {
        return;
    };
    take_cards(blocks, shapes, begun + 1);
    take_kickers(blocks, shapes, begun + 1);
}

fn make_furniture(blocks: &mut [PageBlock]) {
    for block in blocks {
        block.block.kind = BlockKind::Boilerplate;
    }
}

/// "The dam held!! pic.example/dam", above "— Ana Ruiz (@anaruiz) Oct. 12, 2020"; but where the article tells of Ruiz, it is one
/// of her quotations.
fn take_posts(reading: &Reading<'_>, blocks: &mut [PageBlock]) {
    let known = OnceCell::new();
    for index in 1..blocks.len() {
        if blocks[index - 1].block.kind != BlockKind::Paragraph
            || !is_post_signature(reading, &blocks[index].tokens)
        {
            continue;
        }
        let is_running = |block: &&PageBlock| block.block.kind == BlockKind::Paragraph;
        let known = known.get_or_init(|| -> HashSet<&str> {
            let running = blocks.iter().filter(is_running);
            let words = running.flat_map(|block| block.tokens.clone());
            words.map(|index| reading.word(index)).collect()
        });
        let author = author(reading, &blocks[index].tokens);
        if !author.is_some_and(|author| known.contains(reading.word(author))) {
            make_furniture(&mut blocks[index - 1..index]);
        }
    }
}

/// The last word of the name before the handle: "Ruiz" in "— Ana Ruiz (@anaruiz)".
fn author(reading: &Reading<'_>, signature: &TokenRange) -> Option<usize> {
    let handle = signature
        .clone()
        .find(|&index| reading.kind(index) == Some(TokenKind::Handle))?;
    (signature.start..handle)
        .rev()
        .find(|&index| reading.kind(index) == Some(TokenKind::Word))
}

/// "Who pays for the new dam?", "Read more", "Who pays for the new dam?", "The valley has waited for years.": the picture's link
/// and the title's, with nothing but labels between them, and below them the teaser where cards and teasers take turns.
fn take_cards(blocks: &mut [PageBlock], shapes: &[Shape], begun: usize) {
    let is_teaser = |block: Option<&PageBlock>, shape: Option<&Shape>| {
        block.is_some_and(|block| block.block.kind == BlockKind::Paragraph)
            && shape.is_some_and(|shape| shape.words <= LONGEST_TEASER)
    };
    let (mut index, mut before, mut in_turns) = (begun, None, false);
    while index < blocks.len() {
        let Some(end) = card_end(blocks, shapes, index) else {
            index += 1;
            continue;
        };
        let turns = before.is_some_and(|before| {
            index == before + 2 && is_teaser(blocks.get(before + 1), shapes.get(before + 1))
        });
        in_turns = turns || in_turns && before.is_some_and(|before| index == before + 1);
        let start = if turns { index - 1 } else { index };
        make_furniture(&mut blocks[start..=end]);
        before = Some(end);
        index = end + 1;
        // The last teaser has no card below it.
        let goes_on = card_end(blocks, shapes, index + 1).is_some();
        if in_turns && !goes_on && is_teaser(blocks.get(index), shapes.get(index)) {
            make_furniture(&mut blocks[index..=index]);
        }
    }
}

/// Where the title that stands at `index` stands again, right behind its labels.
fn card_end(blocks: &[PageBlock], shapes: &[Shape], index: usize) -> Option<usize> {
    let is_title = |index: usize| {
        let kind = blocks.get(index).map(|block| block.block.kind);
        matches!(kind, Some(BlockKind::Headline | BlockKind::Paragraph))
            && WORDS_OF_TITLE.contains(&shapes[index].words)
    };
    let is_label = |index: &usize| {
        let kind = blocks[*index].block.kind;
        kind == BlockKind::Boilerplate
            || kind == BlockKind::Headline && shapes[*index].words <= LONGEST_LABEL
    };
    if !is_title(index) {
        return None;
    }
    let end = (index + 1..blocks.len()).find(|index| !is_label(index))?;
    let labels = &blocks[index + 1..end];
    let known = |block: &PageBlock| block.block.kind == BlockKind::Boilerplate;
    (labels.len() <= MOST_LABELS
        && labels.iter().any(known)
        && is_title(end)
        && shapes[index].wording == shapes[end].wording)
        .then_some(end)
}

/// "DAM SHAME", "Farmers flee as Norvale dam cracks", "BIG FREEZE", "Snow shuts six roads across the valley": two such pairs or
/// more without a word of the article between them.
fn take_kickers(blocks: &mut [PageBlock], shapes: &[Shape], begun: usize) {
    let is_pair = |blocks: &[PageBlock], index: usize| {
        let heading = |block: &PageBlock| block.block.kind == BlockKind::Headline;
        let pair = blocks.get(index..index + 2);
        pair.is_some_and(|pair| pair.iter().all(heading)) && {
            let (kicker, title) = (&shapes[index], &shapes[index + 1]);
            (1..=LONGEST_LABEL).contains(&kicker.words)
                && kicker.shouted == kicker.words
                && WORDS_OF_TITLE.contains(&title.words)
                && title.shouted * 2 < title.words
        }
    };
    let mut index = begun;
    while index < blocks.len() {
        let mut end = index;
        while is_pair(blocks, end) {
            end += 2;
        }
        if end > index + 2 {
            make_furniture(&mut blocks[index..end]);
        }
        index = end.max(index + 1);
    }
}
