//! Blocks and sentences with their tokens: what the steps of this stage hand on.

use std::ops::Range;

use crate::extraction::{Block, Sentence};

/// A run of tokens, by index, half-open.
pub(crate) type TokenRange = Range<usize>;

/// A block and its tokens.
#[derive(Clone, Debug)]
pub(crate) struct PageBlock {
    pub block: Block,
    pub tokens: TokenRange,
}

/// A sentence and its tokens.
#[derive(Clone, Debug)]
pub(crate) struct PageSentence {
    pub sentence: Sentence,
    pub tokens: TokenRange,
}

/// Where furniture of the page stands in the middle of a sentence or a quotation.
#[derive(Clone, Debug)]
pub(crate) struct Cut {
    /// The block before the furniture.
    pub before: usize,
    /// The tokens of the furniture.
    pub gap: TokenRange,
    /// A sentence goes on, and not only a quotation.
    pub sentence: bool,
    /// The quotation that is open before the gap is closed behind it.
    pub quotation: bool,
}
