//! Counts and their readings in words, and the letters that name claims.

use crate::extraction::{Count, Precision};

/// The number as printed, and how it is read where that is not the same: `dozens (24 or more, vague)`.
pub(super) fn numbered(number: &str, count: Count) -> String {
    let reading = reading(count);
    if number.replace(',', "") == reading.replace(',', "") {
        number.to_owned()
    } else {
        format!("{number} ({reading})")
    }
}

/// `about 1,500`, `24 or more, vague`.
pub(super) fn reading(count: Count) -> String {
    let precision = count.precision;
    let low = grouped(count.low);
    let high = count.high.map(grouped);
    match (precision, high) {
        (Precision::Exact, Some(high)) if low == high => low,
        (Precision::AtMost, Some(high)) if count.low == 0 => format!("up to {high}"),
        (Precision::AtLeast, None) => format!("{low} or more"),
        (Precision::Approximate, Some(high)) if low == high => format!("about {low}"),
        (_, Some(high)) => format!("{low} to {high}, {precision}"),
        (_, None) => format!("{low} or more, {precision}"),
    }
}

/// `1,500,000`; a number of four digits as well, for it stands beside those of the article.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// 0 is `a`, 25 is `z`, 26 is `aa`.
pub(super) fn letters(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'a' + (number % 26) as u8));
        match number / 26 {
            0 => break,
            rest => number = rest - 1,
        }
    }
    letters.iter().rev().collect()
}
