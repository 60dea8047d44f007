//! The command line: articles in, one extraction each out, in the same order.
//!
//! `arguments` reads the command, and `commands` has a file for each of them. `input` turns files into articles one after
//! another (`folder` lists those of a folder, `stream` unpacks them and cuts them into lines, `line` reads a line of JSON,
//! `day` a day of publication, `html` looks whether it is text at all), `output` writes an extraction in the format asked for
//! (`tables` as rows, `ledger_tables` those of a ledger, `colours` a view for the terminal), and `batch` runs the extractor
//! between the two on all cores, until `interrupt` hears Ctrl-C; `resume` knows what was written before it. `status` tells how
//! it ended.

mod arguments;
mod batch;
mod colours;
mod commands;
mod day;
mod folder;
mod html;
mod input;
mod interrupt;
mod ledger_tables;
mod line;
mod output;
mod resume;
mod status;
mod stream;
mod tables;

use std::borrow::Cow;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use newsclaim::render::visible;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return told(&error),
    };
    match arguments.command {
        Command::Extract(extract) => extract.run(),
        Command::Compare(compare) => compare.run(),
        Command::Lexicon(lexicon) => lexicon.run(),
        Command::Schema(schema) => schema.run(),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
    }
}

/// Help, or what is wrong with the command. What clap quotes of it a terminal could obey.
fn told(error: &clap::Error) -> ExitCode {
    let mut words = std::env::args_os();
    if words.all(|word| matches!(visible(&word.to_string_lossy()), Cow::Borrowed(_))) {
        error.exit();
    }
    let _ = write!(io::stderr(), "{}", visible(&error.to_string()));
    ExitCode::from(2)
}
