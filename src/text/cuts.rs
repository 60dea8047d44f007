//! Sentences and quotations that furniture of the page cuts in two: an advertisement, a link or a picture stands between
//! `…a flood with` and `the towns below it already full, engineers said.`

use crate::extraction::BlockKind;
use crate::lexicon::{Classes, Lexicon};

use super::layout::{Cut, PageBlock, TokenRange};
use super::quotes;
use super::reading::Reading;
use super::tokens::{Flags, Token, TokenKind};

/// The most pieces of furniture in one place.
const MOST_BETWEEN: usize = 6;
/// From this many words on a line that ends without a mark is no heading.
const SENTENCE: usize = 11;
/// The fewest words of a sentence's beginning: `What we live for` above `Advertisement` is a heading.
const BEGINNING: usize = 4;

/// Finds the cuts of a page, in order. The halves of a cut sentence are paragraphs, however short they are.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    blocks: &mut [PageBlock],
    lexicon: &Lexicon,
) -> Vec<Cut> {
    let reading = Reading {
        text,
        tokens,
        lexicon,
    };
    let mut cuts = Vec::new();
    let mut before: Option<usize> = None;
    for behind in 0..blocks.len() {
        let between = matches!(
            blocks[behind].block.kind,
            BlockKind::Boilerplate | BlockKind::Credit | BlockKind::Caption
        );
        if between {
            continue;
        }
        let last = before.replace(behind);
        let Some(last) = last.filter(|&last| (2..=MOST_BETWEEN + 1).contains(&(behind - last)))
        else {
            continue;
        };
        if let Some(cut) = cut(&reading, blocks, last, behind) {
            for half in [last, behind] {
                if cut.sentence && is_heading(&blocks[half]) {
                    blocks[half].block.kind = BlockKind::Paragraph;
                }
            }
            cuts.push(cut);
        }
    }
    cuts
}

fn is_heading(block: &PageBlock) -> bool {
    matches!(block.block.kind, BlockKind::Headline | BlockKind::Subhead)
}

/// Whether the text goes on from one block to another over the furniture between them.
fn cut(reading: &Reading<'_>, blocks: &[PageBlock], before: usize, behind: usize) -> Option<Cut> {
    let may_be_half =
        |block: &PageBlock| block.block.kind == BlockKind::Paragraph || is_heading(block);
    if !may_be_half(&blocks[before]) || !may_be_half(&blocks[behind]) {
        return None;
    }
    let (first, second) = (&blocks[before].tokens, &blocks[behind].tokens);
    let quotation = quotes::leaves_open(reading, first) && quotes::closes_first(reading, second);
    let sentence = sentence_goes_on(reading, first, second, quotation);
    (sentence || quotation).then_some(Cut {
        before,
        gap: first.end..second.start,
        sentence,
        quotation,
    })
}

/// Whether the first range ends in the middle of a sentence and the second begins in the middle of one.
fn sentence_goes_on(
    reading: &Reading<'_>,
    first: &TokenRange,
    second: &TokenRange,
    quotation: bool,
) -> bool {
    let Some(last) = first.end.checked_sub(1) else {
        return false;
    };
    if reading.has(last, Flags::STOP)
        || !matches!(
            reading.kind(last),
            Some(TokenKind::Word | TokenKind::Number | TokenKind::Clitic)
        ) && reading.word(last) != ","
    {
        return false;
    }
    let words = first
        .clone()
        .filter(|&index| reading.kind(index) == Some(TokenKind::Word))
        .count();
    // "boats for all" and "no more dams" are items of a list.
    let opens = first.start + usize::from(reading.kind(first.start) == Some(TokenKind::Mark));
    if words < BEGINNING || is_small(reading.word(opens)) {
        return false;
    }
    let asks = reading.is(
        last,
        Classes::PREPOSITION
            .with(Classes::DETERMINER)
            .with(Classes::CONJUNCTION)
            .with(Classes::POSSESSIVE)
            .with(Classes::INFINITIVE_TO)
            .with(Classes::AUXILIARY),
    );
    let small = is_small(reading.word(second.start));
    if quotation || small {
        let comma = reading.word(last) == ",";
        return small && (quotation || asks || comma || words >= SENTENCE);
    }
    // "…a conflict with" and behind it "Norway backing the plan": a name goes on as well, and nothing else in capitals.
    let closed = Classes::DETERMINER
        .with(Classes::PRONOUN)
        .with(Classes::POSSESSIVE)
        .with(Classes::QUANTIFIER)
        .with(Classes::PREPOSITION)
        .with(Classes::CONJUNCTION)
        .with(Classes::SUBORDINATOR)
        .with(Classes::INTERROGATIVE)
        .with(Classes::ADVERB)
        .with(Classes::AUXILIARY);
    asks && words >= SENTENCE
        && !reading.is(second.start, closed)
        && reading.kind(second.start) == Some(TokenKind::Word)
        && reading.has(second.end - 1, Flags::STOP)
}

/// A word in small letters, and no name that is written so: "iPhone".
fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && !word.contains(char::is_uppercase)
}
