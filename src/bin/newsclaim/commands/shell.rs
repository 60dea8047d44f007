//! `newsclaim schema`, `newsclaim completions` and `newsclaim man`: what other programs want to know of this one.

use std::process::ExitCode;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::status;

/// Print the JSON Schema of what extract writes with --format json, and on each line with --format jsonl.
///
/// A line for an article that could not be read is none of those: {"line": 17, "id": …, "error": "…"}.
#[derive(Args, Debug)]
pub(crate) struct Schema {}

impl Schema {
    pub(crate) fn run(&self) -> ExitCode {
        status::print(newsclaim::JSON_SCHEMA.as_bytes())
    }
}

/// Print a script that completes this command's words in a shell.
///
/// For bash: newsclaim completions bash > ~/.local/share/bash-completion/completions/newsclaim
#[derive(Args, Debug)]
pub(crate) struct Completions {
    /// Which shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self) -> ExitCode {
        let mut script = Vec::new();
        clap_complete::generate(
            self.shell,
            &mut Arguments::command(),
            "newsclaim",
            &mut script,
        );
        status::print(&script)
    }
}

/// Print the manual page of newsclaim, or of one of its subcommands.
///
/// To read it: newsclaim man extract | man -l -
#[derive(Args, Debug)]
pub(crate) struct Man {
    /// Which subcommand [default: newsclaim itself]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

impl Man {
    pub(crate) fn run(&self) -> ExitCode {
        let mut root = Arguments::command();
        root.build();
        let asked = match &self.command {
            None => Some(&root),
            Some(name) => root.find_subcommand(name),
        };
        let Some(command) = asked else {
            let names: Vec<_> = root
                .get_subcommands()
                .map(clap::Command::get_name)
                .collect();
            return status::wrong(format_args!(
                "no such subcommand; there are: {}",
                names.join(", ")
            ));
        };
        let mut page = Vec::new();
        match clap_mangen::Man::new(command.clone()).render(&mut page) {
            Ok(()) => status::print(&page),
            Err(error) => status::wrong(error),
        }
    }
}
