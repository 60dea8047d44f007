//! Blocks: what the page is made of. Lines are put together to paragraphs by the width at which the text was wrapped
//! ([`lines`]), then each paragraph is told by its words and its place ([`kinds`]).

mod fragments;
mod kinds;
pub(super) mod labels;
mod lines;

use std::collections::HashSet;

use crate::extraction::{Block, BlockKind};
use crate::lexicon::Lexicon;
use crate::span::Span;

use super::layout::{PageBlock, TokenRange};
use super::reading::Reading;
use super::tokens::{Token, TokenKind};

/// A headline is not longer, in bytes.
const LONGEST_HEADING: usize = 240;

/// Finds the blocks of the page, in order.
pub(crate) fn find(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<PageBlock> {
    let reading = Reading {
        text,
        tokens,
        lexicon,
    };
    let mut lines = lines::read(&reading);
    fragments::mark(&reading, &mut lines);
    let layout = lines::measure(&reading, &lines);
    let mut blocks: Vec<PageBlock> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut place = kinds::Place::default();
    let mut first = 0;
    while first < lines.len() {
        let mut last = first;
        while last + 1 < lines.len()
            && lines::joined(&reading, layout, &lines[last], &lines[last + 1])
        {
            last += 1;
        }
        let range = lines[first].tokens.start..lines[last].tokens.end;
        let stamp = first == last && lines::is_stamp(&reading, &lines[first]);
        first = last + 1;
        let mut kind = kinds::tell(&reading, &range, stamp, &place);
        if matches!(kind, BlockKind::Headline | BlockKind::Subhead) {
            let printed = reading.printed(&range);
            if printed.len() <= LONGEST_HEADING && !seen.insert(printed) {
                // The headline once more, as a caption or at the end of the page.
                kind = BlockKind::Boilerplate;
            } else {
                take_back_title(&reading, &mut blocks, printed);
            }
        }
        place.pass(kind);
        if kind == BlockKind::Paragraph {
            if let Some(end) = labels::dateline(&reading, &range, place.paragraphs) {
                blocks.push(block(BlockKind::Dateline, tokens, range.start..end));
                blocks.push(block(kind, tokens, end..range.end));
                continue;
            }
        }
        blocks.push(block(kind, tokens, range));
    }
    title_with_stop(&reading, &mut blocks);
    blocks
}

fn block(kind: BlockKind, tokens: &[Token], range: TokenRange) -> PageBlock {
    let span = Span::new(
        tokens[range.start].start as usize,
        tokens[range.end - 1].end as usize,
    );
    PageBlock {
        block: Block::new(kind, span),
        tokens: range,
    }
}

/// "Truce in trouble - The Daily Star" is the page's title where the headline "Truce in trouble" follows.
fn take_back_title(reading: &Reading<'_>, blocks: &mut [PageBlock], headline: &str) {
    if blocks.len() > 6 {
        return;
    }
    for block in blocks {
        if block.block.kind != BlockKind::Headline {
            continue;
        }
        let Some(rest) = reading.printed(&block.tokens).strip_prefix(headline) else {
            continue;
        };
        if rest
            .trim_start()
            .starts_with(['-', '|', '–', '—', '»', '·', ':'])
        {
            block.block.kind = BlockKind::Boilerplate;
        }
    }
}

/// Some outlets end their headlines with a full stop: a short first block of one sentence above longer text.
fn title_with_stop(reading: &Reading<'_>, blocks: &mut [PageBlock]) {
    let words = |block: &PageBlock| {
        reading.tokens[block.tokens.clone()]
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .count()
    };
    let mut content = blocks
        .iter_mut()
        .filter(|block| block.block.kind != BlockKind::Boilerplate);
    let (Some(first), Some(second)) = (content.next(), content.next()) else {
        return;
    };
    let alone = first.block.kind == BlockKind::Paragraph
        && !first.tokens.clone().any(|index| {
            index + 1 < first.tokens.end && reading.word(index) == "."
                || reading.kind(index) == Some(TokenKind::Mark)
        });
    let below = matches!(
        second.block.kind,
        BlockKind::Paragraph | BlockKind::Dateline | BlockKind::Byline
    );
    let (above, under) = (words(first), words(second));
    if alone && below && above <= 18 && (under > above || second.block.kind != BlockKind::Paragraph)
    {
        first.block.kind = BlockKind::Headline;
    }
}
