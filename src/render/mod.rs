//! Extractions for people to read.

mod counts;
mod lines;
mod text;

pub use text::text;
