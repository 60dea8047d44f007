//! Extractions for people to read.

mod counts;
#[cfg(feature = "html")]
mod html;
mod lines;
mod text;

#[cfg(feature = "html")]
pub use html::html;
pub use text::text;
