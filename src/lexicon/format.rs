//! The line format that all dictionaries share, built in or a user's.
//!
//! ```text
//! # a comment
//! deny | denies denied denying | denial | clause object gerund
//! > The ministry denied that any village had been taken.     the entry must fire here
//! ! The river denied them passage.                           and must not here
//! =US | country                                              matched in this case only
//! -utter                                                     takes an inherited entry out
//! ```

use crate::error::LexiconError;

/// A line as it was read: the headword, and the fields behind it.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub headword: String,
    /// Whether the headword counts only in the case as written.
    pub exact_case: bool,
    /// Whether the line takes an inherited entry out.
    pub removes: bool,
    pub fields: Vec<String>,
    pub number: usize,
    pub examples: Vec<ExampleLine>,
}

#[derive(Clone, Debug)]
pub(crate) struct ExampleLine {
    pub sentence: String,
    pub fires: bool,
    pub number: usize,
}

impl Line {
    /// The field in this column, counted from 0 behind the headword; empty when the line is shorter.
    pub(crate) fn field(&self, column: usize) -> &str {
        self.fields.get(column).map_or("", String::as_str)
    }

    /// The comma-separated items of a field.
    pub(crate) fn list(&self, column: usize) -> impl Iterator<Item = &str> {
        self.field(column)
            .split(',')
            .map(str::trim)
            .filter(|item| !item.is_empty())
    }

    /// The words of a field, separated by blanks or commas.
    pub(crate) fn words(&self, column: usize) -> impl Iterator<Item = &str> {
        self.field(column)
            .split([' ', ','])
            .filter(|word| !word.is_empty())
    }
}

/// Reads a dictionary; `columns` is the largest number of fields behind the headword. What cannot be read goes to
/// `errors`, and the rest is read all the same.
pub(crate) fn read(
    source_name: &str,
    text: &str,
    columns: usize,
    errors: &mut Vec<LexiconError>,
) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    // Some editors put a byte order mark first.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    for (index, raw) in text.lines().enumerate() {
        let number = index + 1;
        let mut error = |reason: &str| errors.push(LexiconError::new(source_name, number, reason));
        let line = raw.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some((mark, sentence)) = example(line) {
            match lines.last_mut().filter(|entry| !entry.removes) {
                Some(entry) => entry.examples.push(ExampleLine {
                    sentence: sentence.to_owned(),
                    fires: mark == '>',
                    number,
                }),
                None => error("an example needs an entry above it"),
            }
            continue;
        }
        if line == "-" {
            error("\"-\" takes out a word, which is missing behind it");
            continue;
        }
        // "--" can be a headword: a rule drawn across the page.
        let removed = line
            .strip_prefix('-')
            .filter(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '='));
        let (removes, line) = removed.map_or((false, line), |rest| (true, rest));
        let mut fields = line.split('|').map(str::trim);
        let headword = fields.next().unwrap_or_default();
        let (exact_case, headword) = headword
            .strip_prefix('=')
            .map_or((false, headword), |rest| (true, rest));
        if headword.is_empty() {
            error("the headword is missing");
            continue;
        }
        if line.contains('’') {
            error("no word is found by \"’\": write \"'\", which finds both");
            continue;
        }
        let fields: Vec<String> = fields.map(str::to_owned).collect();
        if fields.len() > columns {
            error(&format!(
                "{} fields behind the headword, this table has at most {columns}",
                fields.len()
            ));
            continue;
        }
        lines.push(Line {
            headword: headword.to_owned(),
            exact_case,
            removes,
            fields,
            number,
            examples: Vec::new(),
        });
    }
    lines
}

/// `> …` and `! …`. A lone `>` or `!` can be a headword of page furniture, so the blank is needed.
fn example(line: &str) -> Option<(char, &str)> {
    let mark = line
        .chars()
        .next()
        .filter(|mark| matches!(mark, '>' | '!'))?;
    let sentence = line[1..].strip_prefix(' ')?.trim();
    Some((mark, sentence))
}
