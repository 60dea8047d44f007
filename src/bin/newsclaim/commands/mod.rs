//! The subcommands: a file each, with its arguments and what it does.

pub(crate) mod compare;
pub(crate) mod extract;
pub(crate) mod lexicon;
pub(crate) mod shell;
