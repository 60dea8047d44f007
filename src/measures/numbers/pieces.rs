//! Numbers without what bounds them: digits, words, and what they add up to.

use crate::extraction::{Count, Precision};
use crate::lexicon::entries::figures::{NumberKind, NumberWord};
use crate::lexicon::{Classes, Entry, Meaning, Slot, Table};
use crate::text::{Flags, Page, TokenKind};

/// The most words that a number takes: "nine hundred and ninety-nine million nine hundred and ninety-nine thousand nine
/// hundred and ninety-nine" has 14. What goes on beyond is no number, and is not read to its end from each of its words.
pub(crate) const LONGEST: usize = 16;

/// A number without hedges.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    pub(super) value: u64,
    pub(super) end: usize,
    pub(super) kind: NumberKind,
    /// "twenty-odd"
    pub(super) odd: bool,
}

impl Quantity {
    pub(super) fn count(&self) -> Count {
        match self.kind {
            NumberKind::Vague => bounded(self.value, Precision::Vague),
            _ => bounded(self.value, Precision::Exact),
        }
    }
}

/// A piece of a number: "1.5", "forty", "hundred", "twenty-six", "tens of thousands".
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    value: f64,
    end: usize,
    kind: NumberKind,
    decimal: bool,
    odd: bool,
}

/// Reads pieces as long as they add up: "two hundred and six", "1.5 million", "several hundred thousand".
pub(super) fn quantity(page: &Page<'_, '_>, start: usize) -> Option<Quantity> {
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
        if end - start > LONGEST {
            return None;
        }
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
pub(super) fn adds(total: f64, current: f64, value: f64, linked: bool) -> bool {
    let after_hundred = current >= 100.0 && current % 100.0 == 0.0 && value < 100.0;
    let after_thousand = current == 0.0 && total >= 1000.0 && value < 1000.0;
    let after_ten = !linked && current % 100.0 >= 20.0 && current % 10.0 == 0.0 && value < 10.0;
    after_hundred || after_thousand || after_ten
}

pub(super) fn piece(page: &Page<'_, '_>, start: usize) -> Option<Piece> {
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
        let word = number_word(&mut page.entries_in(Table::Numbers, start))?;
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

pub(super) fn number_word<'l>(
    entries: &mut impl Iterator<Item = (&'l Entry, Slot)>,
) -> Option<NumberWord> {
    entries.find_map(|(entry, _)| match entry.meaning {
        Meaning::Number(word) => Some(word),
        _ => None,
    })
}

/// "1,080", "1.5"; none for "1,08" and "3.2.1".
pub(super) fn digits(text: &str) -> Option<f64> {
    if (1..15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = |value: u64, digit: u8| value * 10 + u64::from(digit - b'0');
        return Some(text.bytes().fold(0, value) as f64);
    }
    let mut plain = String::with_capacity(text.len());
    let mut groups = text.split(',');
    let last = text.rsplit(',').next()?.split('.').next()?.len();
    if text.contains(',') && last != 3 {
        return None;
    }
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
pub(super) fn hyphenated(page: &Page<'_, '_>, text: &str) -> Option<(f64, bool)> {
    let (mut value, mut odd) = (0.0, false);
    for part in text.split('-') {
        if part.eq_ignore_ascii_case("odd") {
            odd = true;
            continue;
        }
        if part.eq_ignore_ascii_case("and") && value >= 100.0 {
            continue;
        }
        // "inf-" and "nan-" are no digits, though they can be read as such.
        let digits = part.starts_with(|first: char| first.is_ascii_digit());
        let digits = digits.then(|| part.parse::<f64>().ok()).flatten();
        let number = match digits {
            Some(digits) if value == 0.0 => digits,
            _ => {
                let hit = page.lexicon.lookup(part)?;
                let word = number_word(&mut page.lexicon.entries_in(
                    Table::Numbers,
                    Some(hit.pattern),
                    part,
                ))?;
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
