//! The command line: articles in, one extraction each out, in the same order.
//!
//! `arguments` reads the command, and `commands` has a file for each of them. `input` turns files into articles one after
//! another (`line` reads a line of JSON, `day` a day of publication, `html` looks whether it is text at all), `output` writes
//! an extraction in the format asked for (`tables` as rows, `ledger_tables` those of a ledger, `colours` a view for the
//! terminal), `batch` runs the extractor between the two on all cores, and `status` tells how it ended.

mod arguments;
mod batch;
mod colours;
mod commands;
mod day;
mod html;
mod input;
mod ledger_tables;
mod line;
mod output;
mod status;
mod tables;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Extract(extract) => extract.run(),
        Command::Compare(compare) => compare.run(),
        Command::Lexicon(lexicon) => lexicon.run(),
        Command::Schema(schema) => schema.run(),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
    }
}
