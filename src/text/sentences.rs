//! Sentences: where one ends, decided by what stands before the stop and behind it.

use crate::extraction::{BlockKind, Sentence};
use crate::lexicon::entries::grammar::AbbreviationKind;
use crate::lexicon::{Classes, Lexicon, Meaning};
use crate::span::Span;

use super::page::{PageBlock, PageSentence};
use super::tokens::{Flags, Token, TokenKind};

/// Splits every block into sentences; a dateline is none.
pub(crate) fn split(
    text: &str,
    tokens: &[Token],
    blocks: &[PageBlock],
    lexicon: &Lexicon,
) -> Vec<PageSentence> {
    let mut sentences = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        if block.block.kind == BlockKind::Dateline {
            continue;
        }
        let mut start = block.tokens.start;
        let mut index = start;
        while index < block.tokens.end {
            let end = stop(text, tokens, index, block.tokens.end, lexicon);
            if let Some(end) = end.filter(|&end| end < block.tokens.end) {
                sentences.push(sentence(tokens, start..end, number));
                start = end;
                index = end;
            } else {
                index += 1;
            }
        }
        if start < block.tokens.end {
            sentences.push(sentence(tokens, start..block.tokens.end, number));
        }
    }
    sentences
}

fn sentence(tokens: &[Token], range: std::ops::Range<usize>, block: usize) -> PageSentence {
    let span = Span::new(
        tokens[range.start].start as usize,
        tokens[range.end - 1].end as usize,
    );
    PageSentence {
        sentence: Sentence::new(span, block),
        tokens: range,
    }
}

/// The end of the sentence whose stop stands at `index`, closing marks and brackets included.
fn stop(
    text: &str,
    tokens: &[Token],
    index: usize,
    block_end: usize,
    lexicon: &Lexicon,
) -> Option<usize> {
    let token = &tokens[index];
    let word = token.text(text);
    let dotted = token.has(Flags::DOTTED);
    if !(dotted || matches!(word, "." | "!" | "?") || token.kind == TokenKind::Ellipsis) {
        return None;
    }
    let mut end = index + 1;
    while end < block_end
        && !tokens[end].has(Flags::SPACED)
        && (tokens[end].kind == TokenKind::Mark
            || matches!(tokens[end].text(text), ")" | "]" | "." | "!" | "?"))
    {
        end += 1;
    }
    let next = tokens.get(end).filter(|_| end < block_end)?;
    let opens = next.kind == TokenKind::Mark
        || next.has(Flags::CAPITALISED)
        || next.kind == TokenKind::Number
        || next.kind == TokenKind::Symbol;
    if !next.has(Flags::SPACED) || !opens {
        return None;
    }
    if dotted {
        let kind = token.form.and_then(|form| {
            lexicon
                .entries(form, word)
                .find_map(|(entry, _)| match entry.meaning {
                    Meaning::Abbreviation(kind) => Some(kind),
                    _ => None,
                })
        });
        let starter = next.is(Classes::DETERMINER
            .with(Classes::PRONOUN)
            .with(Classes::SUBORDINATOR)
            .with(Classes::PREPOSITION)
            .with(Classes::CONNECTIVE)
            .with(Classes::POSSESSIVE));
        return match kind {
            Some(AbbreviationKind::Title | AbbreviationKind::Month | AbbreviationKind::Number) => {
                None
            }
            _ => (starter && next.has(Flags::CAPITALISED)).then_some(end),
        };
    }
    Some(end)
}
