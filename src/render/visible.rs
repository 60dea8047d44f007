//! Text that a terminal prints and does not obey.

use std::borrow::Cow;

/// `text` with escapes (`\u{202e}`) for what would change how a terminal prints the rest: control characters but line
/// breaks, separators of lines, and the marks that turn the direction of writing.
///
/// ```
/// assert_eq!(newsclaim::render::visible("Ana\u{202e} Ruiz \u{1b}[2J"), "Ana\\u{202e} Ruiz \\u{1b}[2J");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}')
            || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(hidden) {
        return Cow::Borrowed(text);
    }
    let mut printed = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match hidden(c) {
            true => printed.extend(c.escape_unicode()),
            false => printed.push(c),
        }
    }
    Cow::Owned(printed)
}
