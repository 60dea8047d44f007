//! What shape is the page? Leftovers of markup, blocks, tokens, sentences, quotation marks.

pub(crate) mod blocks;
pub(crate) mod cuts;
mod iterator;
mod layout;
pub(crate) mod page;
mod plain;
pub(crate) mod quotes;
mod reading;
pub(crate) mod sentences;
mod strides;
pub(crate) mod tokens;
pub(crate) mod turns;

pub use iterator::Sentences;
pub(crate) use layout::{PageBlock, TokenRange};
pub(crate) use page::Page;
pub(crate) use plain::Plain;
pub(crate) use tokens::{Flags, Token, TokenKind};
