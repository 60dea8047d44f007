//! `newsclaim extract`: articles in, one extraction each out.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use newsclaim::OffsetUnit;

use crate::arguments::{Articles, Dictionaries};
use crate::output::Shape;
use crate::{batch, input, status};

/// Extract claims, figures and dates from articles.
///
/// An article is a text file, or a line of a JSON Lines file: {"id": …, "text": "…", "published": "YYYY-MM-DD"},
/// where id and published (or "date") may be absent; other keys come out again under "meta". What is found goes to
/// standard output in the order of the articles.
#[derive(Args, Debug)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Extract {
    /// What is written: a view to read, one JSON object (for one article), or one JSON object a line
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Format,

    /// What the offsets in the JSON count
    #[arg(long, value_name = "UNIT", default_value = "byte")]
    pub offsets: Offsets,

    #[command(flatten)]
    pub dictionaries: Dictionaries,

    #[command(flatten)]
    pub articles: Articles,
}

const EXAMPLES: &str = "\
Examples:
  newsclaim extract 2016-04-07_article.txt                   read it
  newsclaim extract --format json --published 2016-04-07 -   one article from standard input, as JSON
  newsclaim extract --format jsonl articles/ > found.jsonl   every .txt and .jsonl file of a folder
  newsclaim extract --lexicon cues=my_cues.txt article.txt   with words of your own

Day of publication:
  The line's own \"published\" or \"date\" (a day or a time stamp), else --published, else the date at the start of a text file's name
  (2016-04-07_article.txt), else what the article itself gives away.

Errors:
  An article that cannot be read is named on standard error, with file and line; with --format jsonl a line
  {\"line\": 17, \"id\": …, \"error\": \"…\"} stands in its place. The others are read all the same.
  Half a surrogate pair (\\ud800) becomes U+FFFD. Whoever reads the output may leave early: `newsclaim … | head` ends
  quietly, with the status of what was read until then. Standard output that was closed before is /dev/null.

Exit status:
  0  every article was read
  1  some could not be read
  2  the command is wrong, or a dictionary is: nothing was read";

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Format {
    /// A view to read.
    Text,
    /// One indented JSON object, for one article.
    Json,
    /// One JSON object a line.
    Jsonl,
}

/// What an offset counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Offsets {
    /// UTF-8 bytes.
    Byte,
    /// Code points: how Python slices.
    Char,
    /// UTF-16 units: how JavaScript slices.
    Utf16,
}

impl Offsets {
    pub(crate) fn unit(self) -> OffsetUnit {
        match self {
            Self::Byte => OffsetUnit::Byte,
            Self::Char => OffsetUnit::Char,
            Self::Utf16 => OffsetUnit::Utf16,
        }
    }
}

impl Extract {
    pub(crate) fn run(&self) -> ExitCode {
        match self.write() {
            Ok(batch::Outcome::AllRead) => ExitCode::SUCCESS,
            Ok(batch::Outcome::SomeFailed) => status::failed(),
            Err(message) => status::wrong(message),
        }
    }

    fn write(&self) -> Result<batch::Outcome, String> {
        let extractor = self.dictionaries.extractor()?;
        let sources = input::sources(&self.articles, "extract")?;
        if self.format == Format::Json && sources.len() > 1 {
            return Err(format!(
                "--format json is for one article, and here are {} files; use --format jsonl",
                sources.len()
            ));
        }
        let pool = batch::pool(&self.articles)?;
        let shape = Shape {
            format: self.format,
            offsets: self.offsets,
        };
        Ok(
            batch::run(&extractor, sources, shape, &pool).unwrap_or_else(|error| {
                status::complain(format_args!("cannot write: {error}"));
                batch::Outcome::SomeFailed
            }),
        )
    }
}
