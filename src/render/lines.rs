//! Lines of text: wrapped at a width, indented in columns, without blanks at the end.

use std::borrow::Cow;

/// Columns that a line may take. A longer word stands in a line of its own.
const WIDTH: usize = 100;

/// Where a sentence's text begins.
const MARGIN: usize = 5;

#[derive(Debug, Default)]
pub(super) struct Lines {
    out: String,
}

impl Lines {
    /// A line of the page: its number, or nothing, in the margin.
    pub(super) fn page_line(&mut self, number: Option<usize>, text: &str) {
        let number = number.map_or(String::new(), |number| number.to_string());
        self.wrap(&format!("{number:>3}  "), text);
    }

    /// A line about the sentence above it, beside its claims: it begins where their names stand.
    pub(super) fn aside(&mut self, label: &str, text: &str) {
        self.wrap(&format!("{:MARGIN$}{label:<15}", ""), text);
    }

    /// A line about a claim; the first one bears its name.
    pub(super) fn field(&mut self, name: &str, label: &str, text: &str) {
        self.wrap(&format!("{:MARGIN$}{name:<5}{label:<10}", ""), text);
    }

    /// A line about the article.
    pub(super) fn heading(&mut self, label: &str, text: &str) {
        self.wrap(&format!("{label:<11}"), text);
    }

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

/// With escapes (`\u{202e}`) for what would change how a terminal prints the rest: control characters, and those that
/// turn the direction of writing.
fn visible(word: &str) -> Cow<'_, str> {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !word.contains(hidden) {
        return Cow::Borrowed(word);
    }
    let mut printed = String::with_capacity(word.len() + 8);
    for c in word.chars() {
        match hidden(c) {
            true => printed.extend(c.escape_unicode()),
            false => printed.push(c),
        }
    }
    Cow::Owned(printed)
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
pub(super) fn beginning(text: &str) -> String {
    const LONGEST: usize = 70;
    let line = one_line(text);
    match line.char_indices().nth(LONGEST) {
        None => line,
        Some((end, _)) => format!("{} …", line[..end].trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn nothing_reaches_the_terminal_but_text() {
        let mut lines = Lines::default();
        lines.page_line(
            Some(1),
            "Ana\u{202e} Ruiz \u{1b}[2Jsaid\u{2066} so\u{7}. 👩‍👩‍👧",
        );
        assert_eq!(
            lines.finish(),
            "  1  Ana\\u{202e} Ruiz \\u{1b}[2Jsaid\\u{2066} so\\u{7}. 👩‍👩‍👧\n"
        );
    }
}
