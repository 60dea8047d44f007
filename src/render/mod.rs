//! Extractions for people to read.

mod text;
mod visible;

pub use text::{Part, Run, View, text};
pub use visible::visible;
