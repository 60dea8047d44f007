//! Extractions for people to read.

mod text;

pub use text::text;
