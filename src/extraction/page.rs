//! The shape of the page: blocks and sentences.

use serde::{Deserialize, Serialize};

use super::open_enum;
use crate::span::Span;

open_enum! {
    /// What a block of the page is.
    BlockKind {
        /// The article's title.
        Headline = "headline",
        /// A standfirst below the title, or a heading inside the body.
        Subhead = "subhead",
        /// Who wrote it.
        Byline = "byline",
        /// Where it was written: `QUITO, Ecuador —`, `Moscow:`.
        Dateline = "dateline",
        /// What a picture shows.
        Caption = "caption",
        /// Whose picture it is.
        Credit = "credit",
        /// Running text.
        Paragraph = "paragraph",
        /// An item of a list.
        ListItem = "list_item",
        /// Furniture of the page: navigation, sharing, advertisements, links, copyright.
        Boilerplate = "boilerplate",
        /// One that this version does not know.
        Other = "other",
    } else Other
}

/// A block of the page. Hard-wrapped lines of one paragraph are one block.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
}

impl Block {
    pub(crate) fn new(kind: BlockKind, span: Span) -> Self {
        Self { kind, span }
    }
}

/// A sentence: trimmed, over line breaks, never over a paragraph's end.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Index of the block it is part of.
    pub block: usize,
}

impl Sentence {
    pub(crate) fn new(span: Span, block: usize) -> Self {
        Self { span, block }
    }
}

open_enum! {
    /// How the day of publication is known.
    PublishedFrom {
        /// The caller said so.
        Given = "given",
        /// From evidence in the article.
        Inferred = "inferred",
        /// One that this version does not know.
        Other = "other",
    } else Other
}

open_enum! {
    /// What the offsets of the spans count.
    #[derive(Default)]
    OffsetUnit {
        /// UTF-8 bytes, as Rust, Go and C slice.
        #[default]
        Byte = "byte",
        /// Unicode code points, as Python slices.
        Char = "char",
        /// UTF-16 code units, as JavaScript and Java slice.
        Utf16 = "utf16",
        /// One that this version does not know.
        Other = "other",
    } else Other
}
