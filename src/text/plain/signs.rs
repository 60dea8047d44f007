//! Characters that read as a blank, as a line break, or as nothing.

pub(super) enum Sign {
    Blank,
    Break,
    /// Prints nothing: soft hyphens, zero-width blanks and joiners, marks of direction.
    Nothing,
    Other,
}

pub(super) fn sign_of(c: char) -> Sign {
    match c {
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Sign::Break,
        '\u{AD}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => Sign::Nothing,
        _ if c.is_whitespace() => Sign::Blank,
        _ => Sign::Other,
    }
}
