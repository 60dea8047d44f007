//! Where on the page the article's text lies: what dates it stands at its head.

use crate::extraction::BlockKind;
use crate::lexicon::Classes;
use crate::text::{Flags, Page, TokenKind, TokenRange};

/// A sentence of running text has so many words at least; more than that speak no louder.
const WORDS: std::ops::RangeInclusive<i64> = 8..=40;
/// What a line that is no such sentence takes away: a menu of a few items ends the text, a heading does not.
const FURNITURE: i64 = 10;

/// The densest run of sentences; empty where there is none.
pub(super) fn body(page: &Page<'_, '_>) -> TokenRange {
    let mut best = (0, 0..0);
    let (mut sum, mut start) = (0_i64, None);
    for sentence in &page.sentences {
        let kind = page
            .blocks
            .get(sentence.sentence.block)
            .map(|block| block.block.kind);
        let text = !matches!(
            kind,
            Some(
                BlockKind::Boilerplate | BlockKind::Caption | BlockKind::Credit | BlockKind::Byline
            )
        );
        let words = text
            .then(|| running_words(page, &sentence.tokens))
            .flatten()
            .filter(|words| words >= WORDS.start() && ends(page, &sentence.tokens))
            .map(|words| words.min(*WORDS.end()));
        sum += words.unwrap_or(-FURNITURE);
        if sum <= 0 {
            (sum, start) = (0, None);
            continue;
        }
        let from = *start.get_or_insert(sentence.tokens.start);
        if sum > best.0 {
            best = (sum, from..sentence.tokens.end);
        }
    }
    best.1
}

fn ends(page: &Page<'_, '_>, sentence: &TokenRange) -> bool {
    let last = sentence.end.saturating_sub(1);
    (last.saturating_sub(1)..=last).any(|token| page.has(token, Flags::STOP))
}

/// The number of a sentence's words, where it is running text: most of them are in small letters.
pub(super) fn running_words(page: &Page<'_, '_>, sentence: &TokenRange) -> Option<i64> {
    let words = |token: &usize| page.kind(*token) == Some(TokenKind::Word);
    let count = sentence.clone().filter(words).count() as i64;
    let capital = sentence
        .clone()
        .filter(words)
        .filter(|&token| page.has(token, Flags::CAPITALISED) && !page.is(token, Classes::PRONOUN))
        .count() as i64;
    (capital * 2 < count).then_some(count)
}
