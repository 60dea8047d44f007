//! What shape is the page? Blocks, tokens, sentences, quotation marks.

pub(crate) mod blocks;
mod iterator;
mod layout;
pub(crate) mod page;
pub(crate) mod quotes;
mod reading;
pub(crate) mod sentences;
mod strides;
pub(crate) mod tokens;

pub use iterator::Sentences;
pub(crate) use layout::TokenRange;
pub(crate) use page::Page;
pub(crate) use tokens::{Flags, Token, TokenKind};
