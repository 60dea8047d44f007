//! Counts and their readings in words, and the letters that name claims.

use crate::extraction::Count;

/// The number as printed, and how it is read where that is not the same: `dozens (24 or more, vague)`.
pub(super) fn numbered(number: &str, count: Count) -> String {
    let reading = count.to_string();
    if number.replace(',', "") == reading.replace(',', "") {
        number.to_owned()
    } else {
        format!("{number} ({reading})")
    }
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
