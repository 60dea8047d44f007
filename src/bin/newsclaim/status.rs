//! How a command ends, and what it says on standard error.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use newsclaim::render::visible;

/// An article could not be read, or a check did not hold; the rest was done.
pub(crate) fn failed() -> ExitCode {
    ExitCode::from(1)
}

/// The command itself is wrong: nothing was read.
pub(crate) fn wrong(message: impl Display) -> ExitCode {
    complain(message);
    ExitCode::from(2)
}

/// Writes all that a command has to say. A reader that left early had enough.
pub(crate) fn print(output: &[u8]) -> ExitCode {
    let mut out = io::stdout().lock();
    match out.write_all(output).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(format_args!("cannot write: {error}"));
            failed()
        }
        _ => ExitCode::SUCCESS,
    }
}

/// Says on standard error what is wrong. Unlike `eprintln!` it does not panic when nobody listens there. A file's name
/// can hold what a terminal obeys.
pub(crate) fn complain(message: impl Display) {
    let message = message.to_string();
    let _ = writeln!(io::stderr(), "newsclaim: {}", visible(&message));
}
