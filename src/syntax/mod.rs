//! What stands how in its sentence? Part-of-speech tags, noun phrases, verb groups, clauses: read once, lent to every stage.

pub(crate) mod clauses;
mod grammar;
pub(crate) mod phrases;
pub(crate) mod polarity;
mod tags;
pub(crate) mod verbs;
pub(crate) mod words;

pub(crate) use grammar::{FAR, Syntax};
pub(crate) use tags::{Tag, nickname};
