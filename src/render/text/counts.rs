//! Counts and their readings in words.

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
