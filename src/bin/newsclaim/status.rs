//! How a command ends, and what it says on standard error.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

/// An article could not be read, or a check did not hold; the rest was done.
pub(crate) fn failed() -> ExitCode {
    ExitCode::from(1)
}

/// The command itself is wrong: nothing was read.
pub(crate) fn wrong(message: impl Display) -> ExitCode {
    complain(message);
    ExitCode::from(2)
}

/// Says on standard error what is wrong. Unlike `eprintln!` it does not panic when nobody listens there. A file's name
/// can hold what a terminal obeys.
pub(crate) fn complain(message: impl Display) {
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
