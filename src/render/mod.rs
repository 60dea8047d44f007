//! Extractions for people to read.

mod counts;
mod ledger;
mod lines;
mod text;

pub use ledger::ledger;
pub use text::text;
