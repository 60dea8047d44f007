//! What can be asked for: the subcommands, and the arguments that several of them share.

use std::fs;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use newsclaim::{Date, Extractor, Table};

use crate::commands::compare::Compare;
use crate::commands::extract::Extract;
use crate::commands::lexicon::Dictionary;
use crate::commands::shell::{Completions, Man, Schema};
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
    Extract(Extract),
    Compare(Compare),
    Lexicon(Dictionary),
    Schema(Schema),
    Completions(Completions),
    Man(Man),
}

/// Extraction takes some 20 times as much memory as there is text. No article is so long, but a file of another kind may
/// seem to be one.
const LIMIT: u64 = 128 << 20;

/// The articles that a command reads.
#[derive(Args, Debug)]
pub(crate) struct Articles {
    /// How files are read [default: .jsonl files as JSON Lines, all others and standard input as text]
    #[arg(long, value_name = "KIND")]
    pub input: Option<InputKind>,

    /// Day of publication of articles that do not bring their own in JSON, as YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day::given)]
    pub published: Option<Date>,

    /// Number of threads, at most 256: more than there are cores bring nothing [default: one a core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,

    /// Longest article, in bytes of its file, unpacked, or of its line; of a longer one there is an error instead
    #[arg(long, value_name = "N", default_value_t = LIMIT, value_parser = clap::value_parser!(u64).range(1..))]
    pub limit_bytes: u64,

    /// Files; folders, of which all .txt and .jsonl files are read in the order of their names; - is standard input
    ///
    /// Folders inside folders are read as well, but for hidden ones and links to folders. Files may be packed: .jsonl.gz,
    /// .txt.zst. Without any FILE, standard input is read.
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

/// The user's own words.
#[derive(Args, Debug)]
pub(crate) struct Dictionaries {
    /// Adds the lines of a file to a dictionary; may be given several times, later ones win
    #[arg(long, value_name = "TABLE=FILE", value_parser = addition, long_help = lexicon_help())]
    pub lexicon: Vec<Addition>,
}

/// A file with lines for a dictionary.
#[derive(Clone, Debug)]
pub(crate) struct Addition {
    pub table: Table,
    pub file: PathBuf,
}

impl Addition {
    pub(crate) fn lines(&self) -> Result<String, String> {
        let name = self.file.display();
        let bytes = fs::read(&self.file).map_err(|error| format!("{name}: {error}"))?;
        String::from_utf8(bytes).map_err(|error| {
            let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
            format!("{name}:{line}: not UTF-8")
        })
    }
}

impl Dictionaries {
    /// The extractor with the user's dictionaries.
    pub(crate) fn extractor(&self) -> Result<Extractor, String> {
        let mut builder = Extractor::builder();
        for addition in &self.lexicon {
            let name = addition.file.display().to_string();
            builder = builder.lexicon(addition.table, name, addition.lines()?);
        }
        builder.build().map_err(|error| error.to_string())
    }
}

/// Whether `--table` has a table to choose.
pub(crate) fn needs_csv(table: bool, csv: bool) -> Result<(), String> {
    match table && !csv {
        true => Err("--table is for --format csv".to_owned()),
        false => Ok(()),
    }
}

pub(crate) fn table_names() -> String {
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

pub(crate) fn addition(argument: &str) -> Result<Addition, String> {
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
