//! Sentences: where one ends, decided by what stands before the stop and behind it ([`stops`]). Only stops are looked at.

mod abbreviations;
mod stops;

use crate::extraction::{BlockKind, Sentence};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;

use super::layout::{PageBlock, PageSentence, TokenRange};
use super::reading::Reading;
use super::tokens::{Flags, Token, TokenKind};
use stops::Verdict;

/// A quotation that is part of the sentence around it stays whole up to this length, in tokens.
const LONGEST_EMBEDDED: usize = 64;
/// An item of a list within a paragraph is a unit of its own from this length on, in tokens.
const SHORTEST_LISTED_ITEM: usize = 10;
/// The most tokens of the signature below a quotation.
const LONGEST_SIGNATURE: usize = 20;

/// The most tokens of a sentence: news has none of 300. A page without a full stop is cut, so that whatever looks for
/// something from each word of a sentence to its end stays in proportion to the text.
const LONGEST: usize = 1000;
/// How far before that the next blank may stand at which it is cut, in tokens: "the mayor | 's" is not.
const BLANK: usize = 40;

/// Splits every block into sentences; a dateline is none.
pub(crate) fn split(
    text: &str,
    tokens: &[Token],
    blocks: &[PageBlock],
    lexicon: &Lexicon,
) -> Vec<PageSentence> {
    let reading = Reading {
        text,
        tokens,
        lexicon,
    };
    let mut sentences = Vec::with_capacity(tokens.len() / 24 + blocks.len());
    for (number, block) in blocks.iter().enumerate() {
        if block.block.kind == BlockKind::Dateline {
            continue;
        }
        let range = block.tokens.clone();
        let mut start = range.start;
        let mut index = start;
        if is_signed_quotation(&reading, &range) {
            index = range.end;
        }
        let may_end = |token: &Token| {
            token.has(Flags::STOP) || matches!(token.kind, TokenKind::Number | TokenKind::Mark)
        };
        while let Some(ahead) = reading.slice(&(index..range.end)).iter().position(may_end) {
            index += ahead;
            let token = &tokens[index];
            if token.has(Flags::STOP) {
                index = match stops::judge(&reading, start, index, range.end) {
                    Verdict::Ends(end) => {
                        push(&mut sentences, tokens, start..end, block, number);
                        start = end;
                        end
                    }
                    Verdict::GoesOn(next) => next,
                };
                continue;
            } else if token.kind == TokenKind::Number
                && begins_listed_item(&reading, start, index, range.end)
            {
                push(&mut sentences, tokens, start..index, block, number);
                start = index;
            } else if token.kind == TokenKind::Mark {
                if let Some(last) = embedded(&reading, start, index, range.end) {
                    index = last.max(index + 1);
                    continue;
                }
            }
            index += 1;
        }
        if start < range.end {
            push(&mut sentences, tokens, start..range.end, block, number);
        }
    }
    sentences
}

/// Adds a sentence, in parts where it is too long to be one.
fn push(
    sentences: &mut Vec<PageSentence>,
    tokens: &[Token],
    mut range: TokenRange,
    block: &PageBlock,
    number: usize,
) {
    while range.len() > LONGEST {
        let last = range.start + LONGEST;
        let spaced = (last - BLANK..=last)
            .rev()
            .find(|&at| tokens[at].has(Flags::SPACED));
        // Without any blank at least not within "2018-05-09".
        let whole = |at: &usize| {
            let near = &tokens[at - 2..(at + 2).min(range.end)];
            near.iter().all(|token| token.kind != TokenKind::Number)
        };
        let cut = spaced
            .or_else(|| (last - BLANK..=last).rev().find(whole))
            .unwrap_or(last);
        sentences.push(sentence(tokens, range.start..cut, block, number));
        range.start = cut;
    }
    sentences.push(sentence(tokens, range, block, number));
}

fn sentence(tokens: &[Token], range: TokenRange, block: &PageBlock, number: usize) -> PageSentence {
    let span = Span::new(
        tokens[range.start].start as usize,
        tokens[range.end - 1].end as usize,
    );
    PageSentence {
        sentence: Sentence::new(span, number),
        tokens: range,
        reported: block.is_article(),
    }
}

/// Whether a long item of a list within the paragraph begins here: "The plan is to 1) … , and 2) …". Short items stay
/// in their sentence.
fn begins_listed_item(reading: &Reading<'_>, start: usize, index: usize, end: usize) -> bool {
    let marker = |index: usize| {
        let word = reading.word(index);
        (word.len() == 1 && reading.word(index + 1) == ")" && reading.has(index, Flags::SPACED))
            .then(|| word.parse::<u8>().ok())
            .flatten()
    };
    let Some(number) =
        marker(index).filter(|_| index > start && !reading.has(index + 1, Flags::SPACED))
    else {
        return false;
    };
    if number == 1 {
        let next = (index + SHORTEST_LISTED_ITEM..end.min(index + LONGEST_EMBEDDED))
            .find(|&other| marker(other) == Some(2));
        return next.is_some();
    }
    number > 1 && marker(start) == Some(number - 1)
}

/// The last token of a quotation that is a part of the sentence it stands in, so that no stop within ends that: one
/// that the sentence flows into and out of (`He calls it "a trap. Nobody won. It ended badly" in the book.`), or one
/// that follows "that".
fn embedded(reading: &Reading<'_>, sentence: usize, mark: usize, end: usize) -> Option<usize> {
    let close = reading.get(mark)?.twin()? as usize;
    if mark == sentence || close <= mark + 2 || close >= end || close - mark > LONGEST_EMBEDDED {
        return None;
    }
    let flows = reading.word(mark + 1).starts_with(char::is_lowercase)
        && !reading.has(close - 1, Flags::STOP);
    (flows || reading.is(mark - 1, Classes::THAT)).then_some(close - 1)
}

/// Whether the block is a quotation with the name of who said it, and no more: `"It rained. We left." - Ana Ruiz`
fn is_signed_quotation(reading: &Reading<'_>, block: &TokenRange) -> bool {
    let Some(close) = reading.get(block.start).and_then(|mark| mark.twin()) else {
        return false;
    };
    let tail = close as usize + 1..block.end;
    if reading.kind(block.start) != Some(TokenKind::Mark)
        || (close as usize) <= block.start
        || close as usize - block.start > LONGEST_EMBEDDED
        || tail.is_empty()
        || tail.len() > LONGEST_SIGNATURE
        || !reading.has(close as usize - 1, Flags::STOP)
        || reading.has(block.end.wrapping_sub(1), Flags::STOP)
    {
        return false;
    }
    if reading.kind(tail.start) != Some(TokenKind::Dash)
        && !reading.has(tail.start, Flags::CAPITALISED)
    {
        return false;
    }
    let mut index = tail.start;
    while index < tail.end {
        if reading.has(index, Flags::QUOTED) {
            index += 1;
            continue;
        }
        if reading.is(index, Classes::VERB.with(Classes::AUXILIARY))
            && !reading.has(index, Flags::CAPITALISED)
        {
            return false;
        }
        index += 1;
    }
    true
}
