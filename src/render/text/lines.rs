//! Lines of text: wrapped at a width, indented in columns, without blanks at the end, and in runs that can be coloured.

use super::super::visible::visible;

/// Columns before a sentence's text, and before the names of its claims.
const MARGIN: usize = 5;
/// Columns before what is said about a claim: margin, name (`12a`) and kind (`accusation`).
const INDENT: usize = MARGIN + 5 + 12;
/// Columns before what is said about the article.
const HEADING: usize = 11;

/// A blank at which no line is broken.
pub(super) const TIED: char = '\u{a0}';

/// What a run of the view is, for those who colour it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The article's words, and ours between them.
    Plain,
    /// What is said by a claim, inside its sentence.
    Content,
    /// A time expression.
    Date,
    /// A count of people or of equipment, or what somebody keeps back.
    Figure,
    /// The words that tell that something is said.
    Cue,
    /// Who says it.
    Source,
    /// Marks around a claim's content, names of claims, numbers of sentences.
    Mark,
    /// The kind of a claim, or of what else stands in its place.
    Kind,
    /// That something was not said, or could not be checked.
    Doubt,
    /// Furniture of the page.
    Furniture,
}

/// A piece of the view that is all of one part. It holds a line break only as its last character.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Run {
    /// What it is.
    pub part: Part,
    /// The text, safe to print on a terminal.
    pub text: String,
}

/// Words of one paragraph, part by part. Blanks separate them, [`TIED`] does not.
#[derive(Debug, Default)]
pub(super) struct Words(Vec<(Part, String)>);

impl Words {
    pub(super) fn of(part: Part, text: impl Into<String>) -> Self {
        Self::default().and(part, text)
    }

    pub(super) fn and(mut self, part: Part, text: impl Into<String>) -> Self {
        self.push(part, text);
        self
    }

    pub(super) fn push(&mut self, part: Part, text: impl Into<String>) {
        self.0.push((part, text.into()));
    }

    pub(super) fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The words of several pieces, with something plain between them.
    pub(super) fn joined(pieces: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut joined = Self::default();
        for piece in pieces {
            if !joined.0.is_empty() {
                joined.push(Part::Plain, between);
            }
            joined.append(piece);
        }
        joined
    }

    /// Each word, as pieces that are each of one part.
    fn words(&self) -> Vec<Vec<(Part, &str)>> {
        let mut words = Vec::new();
        let mut word: Vec<(Part, &str)> = Vec::new();
        for (part, text) in &self.0 {
            for (number, piece) in text.split(' ').enumerate() {
                if number > 0 && !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                if !piece.is_empty() {
                    word.push((*part, piece));
                }
            }
        }
        if !word.is_empty() {
            words.push(word);
        }
        words
    }
}

#[derive(Debug)]
pub(super) struct Lines {
    /// Columns that a line may take. A longer word stands in a line of its own.
    width: usize,
    runs: Vec<Run>,
}

impl Lines {
    pub(super) fn new(width: usize) -> Self {
        Self {
            width,
            runs: Vec::new(),
        }
    }

    /// A line of the page: its number, or nothing, in the margin.
    pub(super) fn page_line(&mut self, number: Option<usize>, text: &Words) {
        let number = number.map_or(String::new(), |number| number.to_string());
        self.put(Part::Mark, &format!("{number:>3}  "));
        self.wrap(MARGIN.max(number.len() + 2), text);
    }

    /// A line about a claim, or about what else the sentence holds; `name` is that of the claim, if it belongs to one.
    pub(super) fn entry(&mut self, name: &str, kind: &str, text: &Words) {
        self.put(Part::Mark, &format!("{:MARGIN$}{name:<4} ", ""));
        self.put(Part::Kind, &format!("{kind:<11} "));
        self.wrap(INDENT, text);
    }

    /// A line about the article.
    pub(super) fn heading(&mut self, label: &str, text: &Words) {
        self.put(Part::Kind, &format!("{label:<HEADING$}"));
        self.wrap(HEADING, text);
    }

    /// A line about the article that ends in words of it, as many as fit.
    pub(super) fn heading_with(&mut self, label: &str, text: Words, words: &str) {
        // Fewer words than these say nothing: rather a second line.
        const FEWEST: usize = 30;
        let taken: usize = text.words().iter().map(|word| columns(word) + 1).sum();
        let line = self.width.saturating_sub(HEADING);
        let left = line.saturating_sub(taken);
        let left = if left < FEWEST {
            left.saturating_add(line)
        } else {
            left
        };
        let words = beginning(words, left.saturating_sub(2));
        self.heading(label, &text.and(Part::Plain, format!(" {words}")));
    }

    /// A claim in one line, which is cut where the width ends.
    pub(super) fn brief(&mut self, name: &str, kind: &str, text: &Words) {
        self.put(Part::Mark, &format!("{name:<4} "));
        self.put(Part::Kind, &format!("{kind:<11} "));
        let mut left = self.width.saturating_sub(17);
        let words = text.words();
        let last = words.len().saturating_sub(1);
        for (number, word) in words.iter().enumerate() {
            let width = columns(word) + usize::from(number > 0);
            // Room for the mark that something was cut.
            if width + if number < last { 2 } else { 0 } > left {
                self.put(Part::Plain, if number > 0 { " …" } else { "…" });
                break;
            }
            if number > 0 {
                self.put(Part::Plain, " ");
            }
            self.put_word(word);
            left -= width;
        }
        self.end();
    }

    pub(super) fn blank(&mut self) {
        let ended = |run: &Run| run.text == "\n";
        let (last, before) = match self.runs.as_slice() {
            [.., before, last] => (ended(last), ended(before)),
            _ => return,
        };
        if last && !before {
            self.put(Part::Plain, "\n");
        }
    }

    /// Columns that a page line's text may take.
    pub(super) fn room(&self) -> usize {
        self.width.saturating_sub(MARGIN)
    }

    pub(super) fn finish(mut self) -> Vec<Run> {
        let ended =
            |runs: &[Run]| matches!(runs, [.., one, two] if one.text == "\n" && two.text == "\n");
        while ended(&self.runs) {
            self.runs.pop();
        }
        self.runs
    }

    /// Wraps `text` from column `indent` on; further lines are indented as far.
    fn wrap(&mut self, indent: usize, text: &Words) {
        let mut column = indent;
        let mut before = Part::Plain;
        for word in text.words() {
            let width = columns(&word);
            if column > indent && column.saturating_add(1 + width) > self.width {
                self.put(Part::Plain, "\n");
                self.put(Part::Plain, &" ".repeat(indent));
                column = indent;
            } else if column > indent {
                // Between two words of one part the blank is of it too.
                let part = word.first().map_or(Part::Plain, |(part, _)| *part);
                let part = if part == before { part } else { Part::Plain };
                self.put(part, " ");
                column += 1;
            }
            self.put_word(&word);
            before = word.last().map_or(Part::Plain, |(part, _)| *part);
            column += width;
        }
        self.end();
    }

    fn put_word(&mut self, word: &[(Part, &str)]) {
        for (part, piece) in word {
            self.put(*part, &visible(piece).replace(TIED, " "));
        }
    }

    fn put(&mut self, part: Part, text: &str) {
        match self.runs.last_mut() {
            Some(last) if last.part == part && !last.text.ends_with('\n') && text != "\n" => {
                last.text.push_str(text);
            }
            _ => self.runs.push(Run {
                part,
                text: text.to_owned(),
            }),
        }
    }

    /// Ends the line, without blanks at its end.
    fn end(&mut self) {
        while let Some(last) = self.runs.last_mut() {
            if !last.text.ends_with('\n') {
                last.text.truncate(last.text.trim_end_matches(' ').len());
            }
            if !last.text.is_empty() {
                break;
            }
            self.runs.pop();
        }
        self.put(Part::Plain, "\n");
    }
}

/// How many columns a word takes, as it is printed.
fn columns(word: &[(Part, &str)]) -> usize {
    let width = |piece: &str| visible(piece).chars().count();
    word.iter().map(|(_, piece)| width(piece)).sum()
}

/// A piece of the article in one line.
pub(super) fn one_line(text: &str) -> String {
    spaced(text).trim().to_owned()
}

/// A piece of the article with single blanks for white space, or nothing behind the hyphen of a word that the end of a
/// line broke ("the Ust-⏎Kamen road").
pub(super) fn spaced(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(space) = rest.find(char::is_whitespace) {
        let (word, behind) = rest.split_at(space);
        line.push_str(word);
        rest = behind.trim_start();
        let gap = &behind[..behind.len() - rest.len()];
        let broken = gap.contains('\n')
            && line
                .strip_suffix('-')
                .is_some_and(|stem| stem.ends_with(char::is_alphanumeric));
        if !broken {
            line.push(' ');
        }
    }
    line.push_str(rest);
    line
}

/// The first words of a piece of the article, no more than `longest` characters of it.
pub(super) fn beginning(text: &str, longest: usize) -> String {
    let line = one_line(text);
    match line.char_indices().nth(longest) {
        None => line,
        Some((end, _)) => {
            let whole = line[..end].rfind(' ').filter(|&blank| blank > end / 2);
            format!("{} …", line[..whole.unwrap_or(end)].trim_end())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Part, Words, one_line};

    fn printed(lines: Lines) -> String {
        lines.finish().into_iter().map(|run| run.text).collect()
    }

    #[test]
    fn nothing_reaches_the_terminal_but_text() {
        let mut lines = Lines::new(100);
        let text = "Ana\u{202e} Ruiz \u{1b}[2Jsaid\u{2066} so\u{7}. 👩‍👩‍👧";
        lines.page_line(Some(1), &Words::of(Part::Plain, text));
        assert_eq!(
            printed(lines),
            "  1  Ana\\u{202e} Ruiz \\u{1b}[2Jsaid\\u{2066} so\\u{7}. 👩‍👩‍👧\n"
        );
    }

    #[test]
    fn words_of_several_parts_are_not_torn() {
        let mut lines = Lines::new(21);
        let words = Words::of(Part::Plain, "He said ")
            .and(Part::Mark, "{a:\u{a0}")
            .and(Part::Content, "it rained all day")
            .and(Part::Mark, "}")
            .and(Part::Plain, ".");
        lines.page_line(None, &words);
        assert_eq!(
            printed(lines),
            "     He said {a: it\n     rained all day}.\n"
        );
    }

    #[test]
    fn only_a_broken_word_is_joined() {
        assert_eq!(one_line(" the Ust-\n Kamen\troad "), "the Ust-Kamen road");
        assert_eq!(one_line("pre- and post-war"), "pre- and post-war");
    }
}
