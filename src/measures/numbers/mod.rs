//! Numbers: digits, words, ranges, bounds, vague quantities. What is plainly no count (a clock time, money, a share, a
//! score) is left out here; what a count is of is told by `victims`.

mod hedges;
mod pieces;

use crate::extraction::{Count, Precision};
use crate::lexicon::entries::figures::{HedgeRoles, NumberKind};
use crate::lexicon::{Classes, Meaning, Table};
use crate::text::{Flags, Page, Token, TokenKind, TokenRange};

pub(crate) use hedges::{hedge_behind, plays, plays_part};
pub(crate) use pieces::{LONGEST as LONGEST_NUMBER, bounded};

use hedges::{hedges_before, stronger};
use pieces::{Quantity, quantity};

/// A quantity as it is printed.
#[derive(Clone, Debug)]
pub(crate) struct Number {
    /// With its hedges: "at least 20", "20 or more".
    pub tokens: TokenRange,
    /// Without: "20".
    pub core: TokenRange,
    pub count: Count,
    pub kind: NumberKind,
}

/// All quantities of the page, in order.
pub(crate) fn find(page: &Page<'_, '_>) -> Vec<Number> {
    let mut numbers = Vec::with_capacity(page.sentences.len());
    let mut index = 0;
    while let Some(next) = rest(page, index).iter().position(may_count) {
        index += next;
        match at(page, index) {
            Some(number) => {
                index = number.tokens.end.max(index + 1);
                numbers.push(number);
            }
            None => index += 1,
        }
    }
    numbers
}

/// The tokens from one on.
fn rest<'p>(page: &'p Page<'_, '_>, from: usize) -> &'p [Token] {
    page.tokens.get(from..).unwrap_or_default()
}

/// Whether a quantity can begin with a token.
#[inline]
fn may_count(token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => token.has(Flags::HYPHENATED) || token.can_be().any(Classes::NUMBER),
        kind => kind == TokenKind::Number,
    }
}

/// The quantity whose core starts at a token.
fn at(page: &Page<'_, '_>, start: usize) -> Option<Number> {
    let token = page.tokens.get(start)?;
    // "no fewer than 20", "no longer": the phrase is not the number that it begins with.
    let inside = token.phrase.is_some() && token.is(Classes::NUMBER) && {
        let phrase = page.phrase_classes(start);
        !phrase.any(Classes::NUMBER)
            && (phrase.any(Classes::HEDGE.with(Classes::PRONOUN)) || page.reads(start, "no"))
    };
    if inside {
        return None;
    }
    // "how many people", "so many lives"
    if page.reads(start, "many") {
        let before = start.wrapping_sub(1);
        let asked = page.is(before, Classes::INTERROGATIVE)
            || ["so", "too", "as", "not", "that"]
                .into_iter()
                .any(|word| page.reads(before, word));
        // "many more were hurt" compares.
        if asked || page.reads(start + 1, "more") {
            return None;
        }
    }
    let first = quantity(page, start)?;
    if !counts(page, start, first.end) {
        return None;
    }
    let mut core = start..first.end;
    let mut count = first.count();
    let mut kind = first.kind;
    let mut from = start;
    if let Some((second, end)) = range(page, start, &first) {
        core.end = end;
        kind = NumberKind::Cardinal;
        count = Count {
            low: first.value,
            high: Some(second),
            precision: Precision::Approximate,
        };
        if start > 0 && page.reads(start - 1, "between") {
            from = start - 1;
        }
    }
    // "It will cost at least", and the next block begins with a number: nothing is bounded there.
    let sentence = page.sentence_of(start);
    let sentence = sentence.map_or(start..core.end, |number| {
        page.sentences[number].tokens.clone()
    });
    let mut tokens = from.max(sentence.start)..core.end;
    if kind != NumberKind::Zero && kind != NumberKind::Ordinal {
        let mut hedge = None;
        if first.odd {
            hedge = Some(Precision::Approximate);
        }
        if let Some((before, precision)) = hedges_before(page, tokens.start, sentence.start) {
            tokens.start = before;
            hedge = stronger(hedge, precision);
        }
        if let Some((behind, precision)) = hedge_behind(page, core.end, sentence.end) {
            tokens.end = behind;
            hedge = stronger(hedge, precision);
        }
        if kind != NumberKind::Vague && count.precision == Precision::Exact {
            count = bounded(count.low, hedge.unwrap_or(Precision::Exact));
        }
    }
    Some(Number {
        tokens,
        core,
        count,
        kind,
    })
}

/// The second number of "20 to 30", "20-30", "two or three", "between 20 and 30".
fn range(page: &Page<'_, '_>, start: usize, first: &Quantity) -> Option<(u64, usize)> {
    if first.kind != NumberKind::Cardinal {
        return None;
    }
    let before = |word| start > 0 && page.reads(start - 1, word);
    let link = first.end;
    let joined = match page.kind(link)? {
        TokenKind::Punctuation => page.word(link) == "-" && !page.has(link, Flags::SPACED),
        TokenKind::Dash => !page.has(link, Flags::SPACED),
        TokenKind::Word => {
            // "rose from 20 to 30" names two numbers.
            page.reads(link, "to") && !before("from")
                || page.reads(link, "or")
                || page.reads(link, "and") && before("between")
        }
        _ => false,
    };
    if !joined {
        return None;
    }
    let second = quantity(page, link + 1)?;
    let close = second.value > first.value
        && (!page.reads(link, "or") || second.value <= first.value.saturating_mul(2));
    (second.kind == NumberKind::Cardinal && close && counts(page, link + 1, second.end))
        .then_some((second.value, second.end))
}

/// Whether what stands around a number leaves it a count: not "$20", "20%", "3-1", "9/11", "No. 7", "one third".
fn counts(page: &Page<'_, '_>, start: usize, end: usize) -> bool {
    let digits = page.kind(start) == Some(TokenKind::Number);
    if let Some(before) = start.checked_sub(1) {
        let text = page.word(before);
        let close = !page.has(start, Flags::SPACED);
        match page.kind(before) {
            Some(TokenKind::Symbol) if text != "*" && text != "•" => return false,
            Some(TokenKind::Punctuation) if close && matches!(text, "/" | "." | ":") => {
                return false;
            }
            // A score, or the tail of a date: "3-1", "2016-04-07".
            Some(TokenKind::Punctuation) if close && text == "-" && digits => {
                let value = |token: usize| page.word(token).parse::<u64>().ok();
                let ascending = before
                    .checked_sub(1)
                    .and_then(value)
                    .zip(value(start))
                    .is_some_and(|(first, second)| first < second);
                if !ascending {
                    return false;
                }
            }
            Some(TokenKind::Word) if digits && (text.ends_with('$') || text == "No.") => {
                return false;
            }
            _ => {}
        }
    }
    let close = !page.has(end, Flags::SPACED);
    match page.kind(end) {
        Some(TokenKind::Symbol) => false,
        Some(TokenKind::Punctuation) if close && digits && page.word(end) == "/" => false,
        Some(TokenKind::Punctuation) if close && digits && page.word(end) == "-" => {
            let value = |token: usize| page.word(token).parse::<u64>().ok();
            value(start)
                .zip(value(end + 1))
                .is_none_or(|(first, second)| first < second)
        }
        Some(TokenKind::Word) => {
            let fraction = page.is(end, Classes::NUMBER)
                && page.entries_in(Table::Numbers, end).any(|(entry, _)| {
                    matches!(entry.meaning, Meaning::Number(word) if word.kind == NumberKind::Ordinal)
                })
                && page.reads(start, "one");
            // "20 percent", "20 per cent"
            let share = plays(page, end, HedgeRoles::SHARE)
                || page.phrase_classes(end).any(Classes::BESIDE_COUNT)
                    && page.phrase(end).is_some_and(|(_, mut entries)| {
                        entries.any(|(entry, _)| plays_part(entry, HedgeRoles::SHARE))
                    });
            !fraction && !share
        }
        _ => true,
    }
}
