//! `newsclaim lexicon`: what is in the dictionaries, and whether lines of one's own are good.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use newsclaim::render::visible;
use newsclaim::{Example, Extractor, Lexicon, Table};

use crate::arguments::{Addition, Dictionaries, addition, table_names};
use crate::status;

/// Look into the dictionaries, and check lines of your own.
#[derive(Args, Debug)]
pub(crate) struct Dictionary {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Check files for --lexicon: whether every line can be read, and whether every example holds.
    ///
    /// A sentence behind ">" is one in which the entry above it must fire, one behind "!" one in which it must not. The
    /// exit status is 1 if a line cannot be read or an example does not hold.
    Check {
        /// Files; the table may be left out where the file is called by it, as cues.txt is
        #[arg(value_name = "[TABLE=]FILE", required = true, value_parser = checked)]
        files: Vec<Addition>,
    },
    /// Print the lines of a table, as --lexicon takes them; without TABLE, the names of all
    List {
        #[arg(value_name = "TABLE", value_parser = table)]
        table: Option<Table>,
    },
    /// Print the entries that a word or phrase meets, and the word classes that it gets from them
    Why {
        #[command(flatten)]
        dictionaries: Dictionaries,

        #[arg(value_name = "WORD", required = true)]
        words: Vec<String>,
    },
}

impl Dictionary {
    pub(crate) fn run(&self) -> ExitCode {
        match &self.command {
            Command::Check { files } => check(files),
            Command::List { table: None } => status::print(tables().as_bytes()),
            Command::List { table: Some(table) } => status::print(table.built_in().as_bytes()),
            Command::Why {
                dictionaries,
                words,
            } => match dictionaries.extractor() {
                Ok(extractor) => why(extractor.lexicon(), &words.join(" ")),
                Err(message) => status::wrong(message),
            },
        }
    }
}

fn table(name: &str) -> Result<Table, String> {
    Table::from_name(name).ok_or_else(|| format!("no table {name:?}; there are: {}", table_names()))
}

/// `cues=mine.txt`, or a file whose name tells its table.
fn checked(argument: &str) -> Result<Addition, String> {
    let named = Path::new(argument)
        .file_stem()
        .and_then(|stem| stem.to_str());
    match named.and_then(Table::from_name) {
        Some(table) if !argument.contains('=') => Ok(Addition {
            table,
            file: PathBuf::from(argument),
        }),
        _ => addition(argument),
    }
}

/// Each file by itself over the built-in dictionaries.
fn check(files: &[Addition]) -> ExitCode {
    let mut good = true;
    for file in files {
        match faults(file) {
            Ok(read) => {
                for fault in &read.faults {
                    status::complain(fault);
                }
                good &= read.faults.is_empty();
                let line = format!("{}: {}", file.file.display(), read.summary);
                status::print((status::in_a_line(&line) + "\n").as_bytes());
            }
            Err(message) => return status::wrong(message),
        }
    }
    match good {
        true => ExitCode::SUCCESS,
        false => status::failed(),
    }
}

/// What a check came to.
struct Checked {
    faults: Vec<String>,
    summary: String,
}

fn faults(file: &Addition) -> Result<Checked, String> {
    let name = file.file.display().to_string();
    let lines = file.lines()?;
    let builder = || Extractor::builder().lexicon(file.table, &*name, &*lines);
    let errors = builder().errors();
    if !errors.is_empty() {
        return Ok(Checked {
            summary: format!(
                "{} cannot be read; no example was tried",
                plural(errors.len(), "line")
            ),
            faults: errors.iter().map(ToString::to_string).collect(),
        });
    }
    let extractor = builder().build().map_err(|error| error.to_string())?;
    let examples: Vec<_> = extractor
        .lexicon()
        .examples()
        .filter(|example| example.source == name)
        .collect();
    let faults: Vec<_> = examples
        .iter()
        .filter_map(|example| fault(&extractor, example))
        .collect();
    let held = examples.len() - faults.len();
    Ok(Checked {
        summary: format!("{held} of {} hold", plural(examples.len(), "example")),
        faults,
    })
}

/// What is wrong with an example.
fn fault(extractor: &Extractor, example: &Example<'_>) -> Option<String> {
    let place = format!("{}:{}", example.source, example.line);
    match (extractor.proves(example), example.fires) {
        (Some(true), _) => None,
        (Some(false), true) => Some(format!(
            "{place}: {:?} does not fire in: {}",
            example.lemma, example.sentence
        )),
        (Some(false), false) => Some(format!(
            "{place}: {:?} fires in: {}",
            example.lemma, example.sentence
        )),
        (None, _) => Some(format!(
            "{place}: examples prove nothing in {}: its words do not show in what is found",
            example.table.name()
        )),
    }
}

fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn tables() -> String {
    let lexicon = Lexicon::built_in();
    let mut list = String::new();
    for &table in Table::ALL {
        let entries = lexicon.headwords(table).count();
        let _ = writeln!(list, "{:<16} {entries:>6} entries", table.name());
    }
    list
}

fn why(lexicon: &Lexicon, words: &str) -> ExitCode {
    let found = lexicon.meanings(words);
    if found.is_empty() {
        status::complain(format_args!("no entry meets {words:?}"));
        return status::failed();
    }
    let mut list = String::new();
    for entry in found {
        let classes = match entry.classes.as_slice() {
            [] => "no word class".to_owned(),
            classes => classes.join(" "),
        };
        let place = format!("{}:{}", entry.source, entry.line);
        let _ = writeln!(
            list,
            "{:<20} {:<15} {:<24} {} of {:?}: {}",
            visible(entry.text),
            entry.table.name(),
            visible(&place),
            entry.form,
            entry.lemma,
            classes
        );
    }
    status::print(list.as_bytes())
}
