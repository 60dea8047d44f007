//! How a command ends, and what it says on standard error.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use newsclaim::render::visible;

use crate::interrupt;

/// What became of the articles.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Outcome {
    AllRead,
    SomeFailed,
    /// By Ctrl-C.
    Interrupted,
}

/// The end of a command on articles; an error is one of the command itself.
pub(crate) fn ended(outcome: Result<Outcome, String>) -> ExitCode {
    match outcome {
        Ok(Outcome::AllRead) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => failed(),
        Ok(Outcome::Interrupted) => ExitCode::from(interrupt::STATUS),
        Err(message) => wrong(message),
    }
}

/// An article could not be read, or a check did not hold; the rest was done.
pub(crate) fn failed() -> ExitCode {
    ExitCode::from(1)
}

/// The command itself is wrong: nothing was read.
pub(crate) fn wrong(message: impl Display) -> ExitCode {
    complain(message);
    ExitCode::from(2)
}

/// What an outcome is worth when it had to be written. `newsclaim … | head`: a reader that left early had enough.
pub(crate) fn written(result: io::Result<()>, outcome: Outcome) -> Outcome {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(format_args!("cannot write: {error}"));
            Outcome::SomeFailed
        }
        _ => outcome,
    }
}

/// Writes all that a command has to say.
pub(crate) fn print(output: &[u8]) -> ExitCode {
    let mut out = io::stdout().lock();
    let result = out.write_all(output).and_then(|()| out.flush());
    ended(Ok(written(result, Outcome::AllRead)))
}

/// Says on standard error what is wrong. Unlike `eprintln!` it does not panic when nobody listens there.
pub(crate) fn complain(message: impl Display) {
    let _ = writeln!(io::stderr(), "newsclaim: {}", in_a_line(&message));
}

/// A message as a line: a file's name can hold what a terminal obeys, and a line break with what looks like another message.
pub(crate) fn in_a_line(message: &impl Display) -> String {
    visible(&message.to_string()).replace('\n', "\\u{a}")
}
