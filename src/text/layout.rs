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
