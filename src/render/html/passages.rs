//! The article from top to bottom, as rows: a passage of text and the claims made in it.

use super::cards::Card;
use super::names::Names;
use super::pieces::{Piece, Writer};
use super::voices::Voices;
use crate::extraction::{Block, BlockKind};
use crate::span::Span;

/// A long paragraph goes on in a new row when so many claims stand beside it, or so many bytes: beyond that, claims would
/// drift away from what they are about.
const CLAIMS: usize = 3;
const BYTES: usize = 700;

#[derive(Debug)]
pub(super) enum Row<'a> {
    Text {
        passage: Passage<'a>,
        kind: BlockKind,
        /// What the block is, where its looks do not tell.
        label: Option<&'static str>,
        /// Whether the paragraph began in the row above.
        goes_on: bool,
        cards: Vec<Card>,
    },
    /// What is around the article on its page.
    Furniture {
        passages: Vec<Passage<'a>>,
        cards: Vec<Card>,
    },
}

#[derive(Debug)]
pub(super) struct Passage<'a> {
    pub span: Span,
    pub pieces: Vec<Piece<'a>>,
}

/// A row before its text is marked.
struct Plan {
    spans: Vec<Span>,
    kind: BlockKind,
    goes_on: bool,
    claims: Vec<usize>,
}

pub(super) fn rows<'a>(
    article: &'a str,
    names: &Names<'_, '_>,
    writer: &Writer<'a, '_, '_>,
    voices: &Voices,
) -> Vec<Row<'a>> {
    let plans = plans(article, names);
    let shown = plans.into_iter().map(|plan| {
        let here = &plan.claims;
        let cards = here.iter().enumerate();
        let cards = cards.filter_map(|(slot, &claim)| Card::new(names, claim, slot + 1, voices));
        let cards = cards.collect();
        let passages = plan.spans.iter().map(|&span| Passage {
            span,
            pieces: writer.passage(span, here),
        });
        let mut passages: Vec<_> = passages.collect();
        match passages.pop() {
            Some(passage) if !furniture(plan.kind) => Row::Text {
                passage,
                kind: plan.kind,
                label: label(plan.kind),
                goes_on: plan.goes_on,
                cards,
            },
            last => {
                passages.extend(last);
                Row::Furniture { passages, cards }
            }
        }
    });
    shown.collect()
}

fn label(kind: BlockKind) -> Option<&'static str> {
    use BlockKind::{Byline, Caption, Credit, Dateline};
    matches!(kind, Byline | Caption | Credit | Dateline).then(|| kind.as_str())
}

fn furniture(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Boilerplate | BlockKind::Other)
}

fn plans(article: &str, names: &Names<'_, '_>) -> Vec<Plan> {
    let mut claims = claims_by_place(names);
    let mut plans: Vec<Plan> = Vec::new();
    for block in whole(article, &names.extraction.blocks) {
        let dateline_before = plans.last_mut().filter(|plan| {
            let end = plan.spans.last().map_or(0, |span| span.end);
            let between = Span::new(end, block.span.start).of(article);
            plan.kind == BlockKind::Dateline
                && block.kind == BlockKind::Paragraph
                && !between.contains('\n')
        });
        if let Some(plan) = dateline_before {
            plan.kind = BlockKind::Paragraph;
            plan.spans[0].end = block.span.end;
        } else if let Some(plan) = plans
            .last_mut()
            .filter(|plan| furniture(plan.kind) && furniture(block.kind))
        {
            plan.spans.push(block.span);
        } else {
            plans.push(Plan {
                spans: vec![block.span],
                kind: block.kind,
                goes_on: false,
                claims: Vec::new(),
            });
        }
    }
    let mut rows = Vec::new();
    for plan in plans {
        split(plan, names, &mut claims, &mut rows);
    }
    // What stands nowhere is shown at the end all the same.
    let left: Vec<_> = claims.map(|(_, claim)| claim).collect();
    match rows.last_mut() {
        Some(row) => row.claims.extend(left),
        None if left.is_empty() => {}
        None => rows.push(Plan {
            spans: vec![Span::default()],
            kind: BlockKind::Paragraph,
            goes_on: false,
            claims: left,
        }),
    }
    rows
}

/// The blocks, and what stands between them where that is more than white space, as furniture.
fn whole(article: &str, blocks: &[Block]) -> Vec<Block> {
    let mut whole = Vec::new();
    let mut shown_to = 0;
    let end = Block::new(BlockKind::Other, Span::new(article.len(), article.len()));
    for block in blocks.iter().chain([&end]) {
        let span = Span::new(block.span.start.max(shown_to), block.span.end);
        let between = Span::new(shown_to, span.start);
        let text = between.of(article);
        let trimmed = text.trim_start();
        if !trimmed.is_empty() {
            let start = between.end - trimmed.len();
            let between = Span::new(start, start + trimmed.trim_end().len());
            whole.push(Block::new(BlockKind::Other, between));
        }
        if !span.of(article).is_empty() {
            whole.push(Block::new(block.kind, span));
            shown_to = span.end;
        }
    }
    whole
}

/// The claims by where their sentences begin.
fn claims_by_place(
    names: &Names<'_, '_>,
) -> std::iter::Peekable<std::vec::IntoIter<(usize, usize)>> {
    let sentences = &names.extraction.sentences;
    let claims = names.extraction.claims.iter().enumerate();
    let placed = claims.map(|(index, claim)| {
        let sentence = sentences.get(claim.sentence);
        (sentence.map_or(usize::MAX, |it| it.span.start), index)
    });
    let mut placed: Vec<_> = placed.collect();
    placed.sort_unstable();
    placed.into_iter().peekable()
}

/// Gives a row its claims, and cuts it between sentences where they are too many.
fn split(
    plan: Plan,
    names: &Names<'_, '_>,
    claims: &mut std::iter::Peekable<impl Iterator<Item = (usize, usize)>>,
    rows: &mut Vec<Plan>,
) {
    let end = plan.spans.last().map_or(0, |span| span.end);
    let mut row = plan;
    while let Some((start, claim)) = claims.next_if(|(start, _)| *start < end) {
        let span = row.spans[0];
        let full = row.claims.len() >= CLAIMS || start.saturating_sub(span.start) >= BYTES;
        let same = row.claims.last().is_some_and(|&last| {
            names.extraction.claims[last].sentence == names.extraction.claims[claim].sentence
        });
        let inside = span.start < start && start < span.end;
        if row.kind == BlockKind::Paragraph && full && inside && !same && !row.claims.is_empty() {
            let rest = Span::new(start, span.end);
            row.spans[0].end = start;
            rows.push(row);
            row = Plan {
                spans: vec![rest],
                kind: BlockKind::Paragraph,
                goes_on: true,
                claims: Vec::new(),
            };
        }
        row.claims.push(claim);
    }
    rows.push(row);
}
