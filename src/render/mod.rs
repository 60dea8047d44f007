//! Extractions for people to read.

mod lines;
mod text;

pub use text::text;
