//! Lines of text: wrapped at a width, indented in columns, without blanks at the end.

use super::visible::visible;

/// Columns that a line may take. A longer word stands in a line of its own.
const WIDTH: usize = 100;

#[derive(Debug, Default)]
pub(super) struct Lines {
    out: String,
}

impl Lines {
    /// A line of a list, behind whatever the list puts there.
    pub(super) fn entry(&mut self, prefix: &str, text: &str) {
        self.wrap(prefix, text);
    }

    pub(super) fn blank(&mut self) {
        self.out.push('\n');
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Wraps `text` behind `prefix`; further lines are indented as far as the prefix reaches.
    fn wrap(&mut self, prefix: &str, text: &str) {
        let indent = prefix.chars().count();
        let mut column = indent;
        self.out.push_str(prefix);
        for word in text.split_whitespace() {
            let word = visible(word);
            let width = word.chars().count();
            if column > indent && column + 1 + width > WIDTH {
                self.out.push('\n');
                self.out.extend(std::iter::repeat_n(' ', indent));
                column = indent;
            } else if column > indent {
                self.out.push(' ');
                column += 1;
            }
            self.out.push_str(&word);
            column += width;
        }
        self.out.truncate(self.out.trim_end().len());
        self.out.push('\n');
    }
}

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
#[cfg(feature = "html")]
pub(super) fn beginning(text: &str) -> String {
    const LONGEST: usize = 70;
    let line = one_line(text);
    match line.char_indices().nth(LONGEST) {
        None => line,
        Some((end, _)) => format!("{} …", line[..end].trim_end()),
    }
}
