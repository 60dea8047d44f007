//! Extractions for people to read.

mod ledger;
mod lines;
mod text;
mod visible;

pub use ledger::ledger;
pub use text::{Part, Run, View, text};
pub use visible::visible;
