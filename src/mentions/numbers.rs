//! Numbers: digits, words, ranges, bounds, vague quantities. What is plainly no count (a clock time, money, a share, a
//! score) is left out here; what a count is of is told by `victims`.

use crate::extraction::{Count, Precision};
use crate::lexicon::entries::figures::{NumberKind, NumberWord};
use crate::lexicon::{Classes, Entry, Meaning, Slot};
use crate::text::{Flags, Page, TokenKind, TokenRange};

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
    let mut numbers = Vec::new();
    let mut index = 0;
    while index < page.tokens.len() {
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

/// The quantity whose core starts at a token.
fn at(page: &Page<'_, '_>, start: usize) -> Option<Number> {
    let token = page.tokens.get(start)?;
    let possible = match token.kind {
        TokenKind::Number => true,
        TokenKind::Word => {
            token.is(Classes::NUMBER)
                || token.has(Flags::HYPHENATED)
                || token.phrase.is_some() && page.phrase_classes(start).any(Classes::NUMBER)
        }
        _ => false,
    };
    // "no fewer than 20", "no longer": the phrase is not the number that it begins with.
    let inside = token.phrase.is_some() && token.is(Classes::NUMBER) && {
        let phrase = page.phrase_classes(start);
        !phrase.any(Classes::NUMBER)
            && (phrase.any(Classes::HEDGE.with(Classes::PRONOUN)) || page.reads(start, "no"))
    };
    if !possible || inside {
        return None;
    }
    // "how many people", "so many lives"
    let asked = start > 0
        && (page.is(start - 1, Classes::INTERROGATIVE)
            || ["so", "too", "as", "not", "that"]
                .into_iter()
                .any(|word| page.reads(start - 1, word)))
        && page.reads(start, "many");
    // "many more were hurt" compares.
    let compared = page.reads(start, "many") && page.reads(start + 1, "more");
    if asked || compared {
        return None;
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
    let mut tokens = from..core.end;
    if kind != NumberKind::Zero && kind != NumberKind::Ordinal {
        let mut hedge = None;
        if first.odd {
            hedge = Some(Precision::Approximate);
        }
        if let Some((before, precision)) = hedges_before(page, from) {
            tokens.start = before;
            hedge = stronger(hedge, precision);
        }
        if let Some((behind, precision)) = hedge_behind(page, core.end) {
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

/// The count that a hedge makes of a plain number.
pub(crate) fn bounded(value: u64, precision: Precision) -> Count {
    let (low, high) = match precision {
        Precision::AtLeast | Precision::Vague => (value, None),
        Precision::AtMost => (0, Some(value)),
        _ => (value, Some(value)),
    };
    Count {
        low,
        high,
        precision,
    }
}

/// A number without hedges.
#[derive(Clone, Copy, Debug)]
struct Quantity {
    value: u64,
    end: usize,
    kind: NumberKind,
    /// "twenty-odd"
    odd: bool,
}

impl Quantity {
    fn count(&self) -> Count {
        match self.kind {
            NumberKind::Vague => bounded(self.value, Precision::Vague),
            _ => bounded(self.value, Precision::Exact),
        }
    }
}

/// A piece of a number: "1.5", "forty", "hundred", "twenty-six", "tens of thousands".
#[derive(Clone, Copy, Debug)]
struct Piece {
    value: f64,
    end: usize,
    kind: NumberKind,
    decimal: bool,
    odd: bool,
}

/// Reads pieces as long as they add up: "two hundred and six", "1.5 million", "several hundred thousand".
fn quantity(page: &Page<'_, '_>, start: usize) -> Option<Quantity> {
    let first = piece(page, start)?;
    let done = |value: f64, end, kind, odd| {
        Some(Quantity {
            value: value.round() as u64,
            end,
            kind,
            odd,
        })
    };
    if matches!(first.kind, NumberKind::Zero | NumberKind::Ordinal) {
        return done(first.value, first.end, first.kind, false);
    }
    // "hundred" and "million" by themselves are no number: "hundred-metre race", "the million".
    if first.kind == NumberKind::Scale {
        return None;
    }
    let (mut total, mut current) = (0.0, first.value);
    let (mut end, mut decimal, mut odd) = (first.end, first.decimal, first.odd);
    loop {
        let linked = page.reads(end, "and") && (current % 100.0 == 0.0) && total + current >= 100.0;
        let Some(next) = piece(page, end + usize::from(linked)) else {
            break;
        };
        match next.kind {
            NumberKind::Scale if !linked && next.value >= 1000.0 => {
                total += current * next.value;
                current = 0.0;
            }
            NumberKind::Scale if !linked && current < 100.0 => current *= next.value,
            NumberKind::Cardinal if !next.decimal && adds(total, current, next.value, linked) => {
                current += next.value;
            }
            _ => break,
        }
        decimal = decimal && next.kind != NumberKind::Scale;
        odd = next.odd;
        end = next.end;
    }
    if decimal {
        return None;
    }
    let kind = match first.kind {
        NumberKind::Vague => NumberKind::Vague,
        _ => NumberKind::Cardinal,
    };
    done(total + current, end, kind, odd)
}

/// Whether a cardinal goes on with what was read: "hundred" + "six", "thousand" + "forty", not "six" + "four".
fn adds(total: f64, current: f64, value: f64, linked: bool) -> bool {
    let after_hundred = current >= 100.0 && current % 100.0 == 0.0 && value < 100.0;
    let after_thousand = current == 0.0 && total >= 1000.0 && value < 1000.0;
    let after_ten = !linked && current % 100.0 >= 20.0 && current % 10.0 == 0.0 && value < 10.0;
    after_hundred || after_thousand || after_ten
}

fn piece(page: &Page<'_, '_>, start: usize) -> Option<Piece> {
    let token = page.tokens.get(start)?;
    let text = page.word(start);
    let plain = |value, end, kind| Piece {
        value,
        end,
        kind,
        decimal: false,
        odd: false,
    };
    match token.kind {
        TokenKind::Number if token.has(Flags::ORDINAL) => {
            let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
            return Some(plain(digits.parse().ok()?, start + 1, NumberKind::Ordinal));
        }
        TokenKind::Number => {
            if token.has(Flags::CLOCK) || token.has(Flags::DECADE) || token.has(Flags::SUFFIXED) {
                return None;
            }
            return Some(Piece {
                decimal: text.contains('.'),
                ..plain(digits(text)?, start + 1, NumberKind::Cardinal)
            });
        }
        TokenKind::Word => {}
        _ => return None,
    }
    if token.phrase.is_some() {
        let phrase = page.phrase(start);
        if let Some((range, word)) =
            phrase.and_then(|(range, mut entries)| Some((range, number_word(&mut entries)?)))
        {
            return Some(plain(word.value as f64, range.end, word.kind));
        }
    }
    if token.is(Classes::NUMBER) {
        let word = number_word(&mut page.entries(start))?;
        return Some(plain(word.value as f64, start + 1, word.kind));
    }
    if token.has(Flags::HYPHENATED) {
        let (value, odd) = hyphenated(page, text)?;
        return Some(Piece {
            odd,
            ..plain(value, start + 1, NumberKind::Cardinal)
        });
    }
    None
}

fn number_word<'l>(entries: &mut impl Iterator<Item = (&'l Entry, Slot)>) -> Option<NumberWord> {
    entries.find_map(|(entry, _)| match entry.meaning {
        Meaning::Number(word) => Some(word),
        _ => None,
    })
}

/// "1,080", "1.5"; none for "1,08" and "3.2.1".
fn digits(text: &str) -> Option<f64> {
    let mut plain = String::with_capacity(text.len());
    let mut groups = text.split(',');
    plain.push_str(groups.next()?);
    for group in groups {
        let whole = group.split('.').next().unwrap_or_default();
        // "1,50,000" is a lakh and a half; two digits are a group in India.
        if whole.len() != 3 && whole.len() != 2 {
            return None;
        }
        plain.push_str(group);
    }
    plain.parse().ok().filter(|value| *value < 1e15)
}

/// "twenty-six", "forty-odd", "one-hundred"; none for "six-year-old", "two-thirds".
fn hyphenated(page: &Page<'_, '_>, text: &str) -> Option<(f64, bool)> {
    let (mut value, mut odd) = (0.0, false);
    for part in text.split('-') {
        if part.eq_ignore_ascii_case("odd") {
            odd = true;
            continue;
        }
        if part.eq_ignore_ascii_case("and") && value >= 100.0 {
            continue;
        }
        let number = match part.parse::<f64>() {
            Ok(digits) if value == 0.0 => digits,
            _ => {
                let hit = page.lexicon.lookup(part)?;
                let word = number_word(&mut page.lexicon.entries(hit.pattern, part))?;
                match word.kind {
                    NumberKind::Cardinal
                        if value == 0.0 || adds(0.0, value, word.value as f64, false) =>
                    {
                        word.value as f64
                    }
                    NumberKind::Scale if value > 0.0 => value * (word.value as f64 - 1.0),
                    _ => return None,
                }
            }
        };
        value += number;
    }
    (value > 0.0).then_some((value, odd))
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
                && page.entries(end).any(|(entry, _)| {
                    matches!(entry.meaning, Meaning::Number(word) if word.kind == NumberKind::Ordinal)
                })
                && page.reads(start, "one");
            let share = page.reads(end, "percent")
                || page.reads(end, "pct")
                || page.reads(end, "per") && page.reads(end + 1, "cent");
            !fraction && !share
        }
        _ => true,
    }
}

/// The hedges that stand before a number: where they begin, and what they make of it. Three at most: "at least another
/// estimated 20".
fn hedges_before(page: &Page<'_, '_>, core: usize) -> Option<(usize, Precision)> {
    let (mut start, mut found) = (core, None);
    for _ in 0..3 {
        let Some((before, precision)) = hedge_ending(page, start) else {
            break;
        };
        start = before;
        found = stronger(found, precision);
    }
    found.map(|precision| (start, precision))
}

/// The longest hedge that ends where `end` begins.
fn hedge_ending(page: &Page<'_, '_>, end: usize) -> Option<(usize, Precision)> {
    for length in (1..=4_usize).rev() {
        let Some(start) = end.checked_sub(length) else {
            continue;
        };
        let precision = if length == 1 {
            hedge_of(&mut page.entries(start))
        } else if page
            .tokens
            .get(start)
            .is_some_and(|token| usize::from(token.phrase_length) == length)
        {
            page.phrase(start)
                .and_then(|(_, mut entries)| hedge_of(&mut entries))
        } else {
            None
        };
        // "or more" stands behind its number only.
        if let Some(precision) = precision.filter(|_| !trails(page, start)) {
            return Some((start, precision));
        }
    }
    None
}

/// "or more", "or so", "plus" behind a number.
pub(crate) fn hedge_behind(page: &Page<'_, '_>, end: usize) -> Option<(usize, Precision)> {
    if !trails(page, end) {
        return None;
    }
    let (range, mut entries) = page.phrase(end)?;
    Some((range.end, hedge_of(&mut entries)?))
}

fn trails(page: &Page<'_, '_>, start: usize) -> bool {
    page.reads(start, "or") || page.reads(start, "and") || page.reads(start, "plus")
}

fn hedge_of<'l>(entries: &mut impl Iterator<Item = (&'l Entry, Slot)>) -> Option<Precision> {
    entries.find_map(|(entry, _)| match entry.meaning {
        Meaning::Hedge(word) => word.bound,
        _ => None,
    })
}

/// Of two hedges the one that says more: "at least some 20" is a lower bound.
fn stronger(first: Option<Precision>, second: Precision) -> Option<Precision> {
    let rank = |precision| match precision {
        Precision::AtLeast => 3,
        Precision::AtMost => 2,
        Precision::Approximate => 1,
        _ => 0,
    };
    match first {
        Some(first) if rank(first) >= rank(second) => Some(first),
        _ => Some(second),
    }
}
