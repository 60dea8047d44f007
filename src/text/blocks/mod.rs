//! Blocks: what the page is made of. Lines are put together to paragraphs by the width at which the text was wrapped
//! ([`lines`]); sentences that are furniture by the dictionary's phrases are cut out of them ([`phrases`]); each piece is
//! told by its words and its shape ([`kinds`]), and some by what stands above it ([`signs`], [`pictures`], [`comments`], [`cards`],
//! [`lists`]); then the run of blocks that is the article is found ([`article`]), and
//! what the headings around it are ([`headings`]).

mod article;
mod cards;
mod comments;
mod echo;
mod flat;
mod foot;
mod fragments;
mod headings;
mod kinds;
pub(super) mod labels;
mod lines;
mod lists;
mod names;
mod phrases;
mod pictures;
mod shape;
mod signs;
mod traits;

use crate::extraction::{Block, BlockKind};
use crate::lexicon::Lexicon;
use crate::lexicon::entries::page::Furniture;
use crate::span::Span;

use super::layout::{PageBlock, TokenRange};
use super::reading::Reading;
use super::tokens::Token;
use shape::Shape;

/// Finds the blocks of the page, in order; `hashes` are those of the tokens' words.
pub(crate) fn find(
    text: &str,
    tokens: &[Token],
    hashes: &[u64],
    lexicon: &Lexicon,
) -> Vec<PageBlock> {
    let reading = Reading {
        text,
        tokens,
        lexicon,
    };
    let (mut blocks, shapes, frame) = paragraphs(&reading, hashes);
    signs::settle(&reading, &mut blocks, &shapes, &frame);
    pictures::settle(&reading, &mut blocks, &shapes);
    comments::take(&reading, &mut blocks, &shapes, &frame);
    cards::take(&reading, &mut blocks, &shapes);
    lists::take(&reading, &mut blocks, &shapes, &frame);
    let echoes = echo::find(&reading, hashes, &blocks, &shapes);
    lists::take_top(&reading, &mut blocks, &shapes, &echoes, &frame);
    let mut article = article::find(&blocks, &shapes, &echoes);
    if let Some(article) = &mut article {
        foot::trim(&reading, &blocks, &shapes, &echoes, article);
    }
    headings::settle(&reading, &mut blocks, &shapes, &echoes, article.as_deref());
    set_off_datelines(&reading, blocks)
}

/// The paragraphs with the furniture cut out of them, each with its shape, and the phrase of the page's frame that is all
/// of it.
fn paragraphs<'a>(
    reading: &Reading<'a>,
    hashes: &[u64],
) -> (Vec<PageBlock>, Vec<Shape>, Vec<Option<Furniture>>) {
    let mut lines = lines::read(reading);
    fragments::mark(reading, &mut lines);
    let lines = flat::split(reading, lines);
    let layout = lines::measure(reading, &lines);
    let mut blocks = Vec::with_capacity(lines.len());
    let mut shapes = Vec::with_capacity(lines.len());
    let mut frame = Vec::with_capacity(lines.len());
    let (mut phrases, mut pieces) = (Vec::new(), Vec::new());
    let names = names::Names::default();
    let mut first = 0;
    while first < lines.len() {
        let mut last = first;
        while last + 1 < lines.len()
            && lines::joined(reading, layout, &lines[last], &lines[last + 1])
        {
            last += 1;
        }
        let range = lines[first].tokens.start..lines[last].tokens.end;
        let stamp = first == last && lines::is_stamp(reading, &lines[first]);
        first = last + 1;
        phrases::find(reading, &range, &mut phrases);
        phrases::cut(reading, &names, &range, &phrases, &mut pieces);
        for piece in pieces.drain(..) {
            let before = |end: usize| phrases.partition_point(|phrase| phrase.tokens.start < end);
            let held = &phrases[before(piece.tokens.start)..before(piece.tokens.end)];
            let credit = if piece.furniture {
                None
            } else {
                pictures::credit_between(reading, &piece.tokens, held)
            };
            let (start, end) = (piece.tokens.start, piece.tokens.end);
            let credit = credit.unwrap_or(end..end);
            let parts = [start..credit.start, credit.clone(), credit.end..end];
            for part in parts.into_iter().filter(|part| !part.is_empty()) {
                let held = &phrases[before(part.start)..before(part.end)];
                let shape = shape::measure(reading, hashes, &part, held.len());
                let kind = if piece.furniture {
                    BlockKind::Boilerplate
                } else {
                    kinds::tell(reading, &part, &shape, stamp, held)
                };
                frame.push(phrases::whole(reading, &part, held));
                shapes.push(shape);
                blocks.push(block(kind, reading.tokens, part));
            }
        }
    }
    shape::tell_repeated(&mut shapes);
    (blocks, shapes, frame)
}

/// A dateline is a block of its own before its paragraph.
fn set_off_datelines(reading: &Reading<'_>, blocks: Vec<PageBlock>) -> Vec<PageBlock> {
    let mut found = Vec::with_capacity(blocks.len() + 1);
    let mut paragraphs = 0;
    for whole in blocks {
        if whole.block.kind == BlockKind::Paragraph {
            paragraphs += 1;
            let range = whole.tokens.clone();
            if let Some(end) = labels::dateline(reading, &range, paragraphs) {
                found.push(block(BlockKind::Dateline, reading.tokens, range.start..end));
                found.push(block(BlockKind::Paragraph, reading.tokens, end..range.end));
                continue;
            }
        }
        found.push(whole);
    }
    found
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
