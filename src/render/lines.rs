//! Pieces of the article in one line.

/// A piece of the article in one line: line breaks become blanks, or nothing behind the hyphen of a broken word
/// ("the Ust-⏎Kamen road").
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        line.push_str(word);
        let broken = word
            .strip_suffix('-')
            .is_some_and(|stem| stem.ends_with(char::is_alphanumeric));
        if words.peek().is_some() && !broken {
            line.push(' ');
        }
    }
    line
}

/// The first words of a piece of the article, as many as a hint may take.
pub(super) fn beginning(text: &str) -> String {
    const LONGEST: usize = 70;
    let line = one_line(text);
    match line.char_indices().nth(LONGEST) {
        None => line,
        Some((end, _)) => format!("{} …", line[..end].trim_end()),
    }
}
