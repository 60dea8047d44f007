//! Lines of text: wrapped at a width, indented in columns, without blanks at the end.

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
            let width = word.chars().count();
            if column > indent && column + 1 + width > WIDTH {
                self.out.push('\n');
                self.out.extend(std::iter::repeat_n(' ', indent));
                column = indent;
            } else if column > indent {
                self.out.push(' ');
                column += 1;
            }
            self.out.push_str(word);
            column += width;
        }
        self.out.truncate(self.out.trim_end().len());
        self.out.push('\n');
    }
}

/// A piece of the article in one line: line breaks become blanks, or nothing behind the hyphen of a broken word
/// ("the Ust-⏎Kamen road"), and control characters are replaced, for the view may go to a terminal.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        line.extend(word.chars().map(|character| match character {
            character if character.is_control() => char::REPLACEMENT_CHARACTER,
            character => character,
        }));
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
