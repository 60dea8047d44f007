//! Lines of a list: wrapped at 100 columns, indented as far as what stands before them.

use crate::render::visible;

/// Columns that a line may take. A longer word stands in a line of its own.
const WIDTH: usize = 100;

#[derive(Debug, Default)]
pub(super) struct Lines {
    out: String,
}

impl Lines {
    /// An entry behind whatever the list puts before it.
    pub(super) fn entry(&mut self, prefix: &str, text: &str) {
        let indent = prefix.chars().count();
        let mut column = indent;
        self.out.push_str(&visible(prefix));
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

    pub(super) fn blank(&mut self) {
        self.out.push('\n');
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}
