//! What shape is the page? Blocks, tokens, sentences, quotation marks.

pub(crate) mod blocks;
pub(crate) mod page;
pub(crate) mod quotes;
mod reading;
pub(crate) mod sentences;
pub(crate) mod tokens;

pub(crate) use page::{Page, TokenRange};
pub use sentences::{Sentences, sentences};
pub(crate) use tokens::{Flags, Token, TokenKind};
