//! Blocks and sentences with their tokens: what the steps of this stage hand on.

use std::ops::Range;

use crate::extraction::{Block, BlockKind, Sentence};

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
    /// Whether it is the article's: claims, figures and dates of other sentences are not reported.
    pub reported: bool,
}

impl PageBlock {
    /// Whether the article says what stands here. Menus and teasers are not its words, and who wrote it, or took the
    /// picture, and when is said of it.
    pub(super) fn is_article(&self) -> bool {
        !matches!(
            self.block.kind,
            BlockKind::Boilerplate | BlockKind::Byline | BlockKind::Credit
        )
    }
}
