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
