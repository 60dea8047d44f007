//! What can be asked for.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use newsclaim::{Date, OffsetUnit, Table};

use crate::day;

/// Who said what, how many were hurt, and when: typed claims with byte spans from raw news text.
#[derive(Parser, Debug)]
#[command(name = "newsclaim", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Extract claims, figures and dates from articles.
    ///
    /// An article is a text file, or a line of a JSON Lines file: {"id": …, "text": "…", "published": "YYYY-MM-DD"},
    /// where id and published (or "date") may be absent; other keys come out again under "meta". What is found goes to
    /// standard output in the order of the articles.
    #[command(after_long_help = EXAMPLES)]
    Extract(Extract),
}

const EXAMPLES: &str = "\
Examples:
  newsclaim extract 2016-04-07_article.txt                   read it
  newsclaim extract --format json --published 2016-04-07 -   one article from standard input, as JSON
  newsclaim extract --format jsonl articles/ > found.jsonl   every .txt and .jsonl file of a folder
  newsclaim extract --format html articles/ > page.html      one page on all of them, to open in a browser
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

#[derive(Args, Debug)]
pub(crate) struct Extract {
    /// How files are read [default: .jsonl files as JSON Lines, all others and standard input as text]
    #[arg(long, value_name = "KIND")]
    pub input: Option<InputKind>,

    /// What is written: a view to read, one JSON object (for one article), one JSON object a line, or a page for a browser
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Format,

    /// What the offsets in the JSON count
    #[arg(long, value_name = "UNIT", default_value = "byte")]
    pub offsets: Offsets,

    /// Day of publication of articles that do not bring their own in JSON, as YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day::given)]
    pub published: Option<Date>,

    /// Adds the lines of a file to a dictionary; may be given several times, later ones win
    #[arg(long, value_name = "TABLE=FILE", value_parser = addition, long_help = lexicon_help())]
    pub lexicon: Vec<Addition>,

    /// Number of threads, at most 256: more than there are cores bring nothing [default: one a core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,

    /// Files; folders, of which all .txt and .jsonl files are read in the order of their names; - is standard input
    ///
    /// Without any, standard input is read.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum InputKind {
    /// One article.
    Text,
    /// An article a line, in JSON.
    Jsonl,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Format {
    /// A view to read.
    Text,
    /// One indented JSON object, for one article.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// One page for a browser, on all articles.
    Html,
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

/// A file with lines for a dictionary.
#[derive(Clone, Debug)]
pub(crate) struct Addition {
    pub table: Table,
    pub file: PathBuf,
}

fn table_names() -> String {
    let names: Vec<_> = Table::ALL.iter().map(|table| table.name()).collect();
    names.join(", ")
}

fn lexicon_help() -> String {
    format!(
        "Adds the lines of a file to a dictionary; may be given several times, later ones win\n\n\
         The lines are like those of the built-in dictionaries, and \"-word\" takes a word out. Tables: {}",
        table_names()
    )
}

fn addition(argument: &str) -> Result<Addition, String> {
    let (table, file) = argument
        .split_once('=')
        .filter(|(_, file)| !file.is_empty())
        .ok_or("expected TABLE=FILE, as in cues=my_cues.txt")?;
    let table = Table::from_name(table)
        .ok_or_else(|| format!("no table {table:?}; there are: {}", table_names()))?;
    Ok(Addition {
        table,
        file: file.into(),
    })
}
