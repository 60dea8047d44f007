//! The command line: articles in, one extraction each out, in the same order.
//!
//! `arguments` reads the command, `input` turns files into articles one after another (`line` reads a line of JSON, `day` a
//! day of publication, `html` looks whether it is text at all), `output` writes an extraction in the format asked for, and
//! `batch` runs the extractor between the two on all cores.

mod arguments;
mod batch;
mod day;
mod html;
mod input;
mod line;
mod output;

use std::fmt::Display;
use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use newsclaim::Extractor;

use arguments::{Arguments, Command, Extract};

/// Status when an article could not be read; the others were.
const SOME_FAILED: u8 = 1;
/// Status when the command itself is wrong: nothing was read.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let Command::Extract(extract) = Arguments::parse().command;
    let ready = extractor(&extract)
        .and_then(|extractor| Ok((extractor, input::sources(&extract)?, batch::pool(&extract)?)));
    let (extractor, sources, pool) = match ready {
        Ok(ready) => ready,
        Err(message) => {
            complain(message);
            return ExitCode::from(USAGE);
        }
    };
    let shape = output::Shape {
        format: extract.format,
        offsets: extract.offsets,
    };
    match batch::run(&extractor, sources, shape, &pool) {
        Ok(batch::Outcome::AllRead) => ExitCode::SUCCESS,
        Ok(batch::Outcome::SomeFailed) => ExitCode::from(SOME_FAILED),
        Err(error) => {
            complain(format_args!("cannot write: {error}"));
            ExitCode::from(SOME_FAILED)
        }
    }
}

/// Says on standard error what is wrong. Unlike `eprintln!` it does not panic when nobody listens there. A file's name
/// can hold what a terminal obeys.
fn complain(message: impl Display) {
    let mut printed = String::new();
    for c in message.to_string().chars() {
        let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        match turns || c.is_control() && c != '\n' {
            true => printed.extend(c.escape_unicode()),
            false => printed.push(c),
        }
    }
    let _ = writeln!(io::stderr(), "newsclaim: {printed}");
}

/// The extractor with the user's dictionaries.
fn extractor(extract: &Extract) -> Result<Extractor, String> {
    let mut builder = Extractor::builder();
    for addition in &extract.lexicon {
        let name = addition.file.display().to_string();
        let bytes = fs::read(&addition.file).map_err(|error| format!("{name}: {error}"))?;
        let lines = String::from_utf8(bytes).map_err(|error| {
            let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
            format!("{name}:{line}: not UTF-8")
        })?;
        builder = builder.lexicon(addition.table, name, lines);
    }
    builder.build().map_err(|error| error.to_string())
}
