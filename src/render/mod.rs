//! Extractions for people to read.

mod counts;
#[cfg(feature = "html")]
mod html;
mod ledger;
#[cfg(feature = "html")]
mod lines;
mod text;
mod visible;

#[cfg(feature = "html")]
pub use html::html;
pub use ledger::ledger;
#[cfg(feature = "html")]
pub use ledger::ledger_html;
pub use text::{Part, Run, View, text};
pub use visible::visible;
