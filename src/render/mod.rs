//! Extractions for people to read.

mod ledger;
mod text;
mod visible;

pub use ledger::ledger;
#[cfg(feature = "html")]
pub use ledger::ledger_html;
pub use text::{Part, Run, View, text};
pub use visible::visible;
