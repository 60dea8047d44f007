//! Who said what, how many, and when: typed claims with byte spans from the raw text of a news article.
//!
//! ```
//! let extraction = newsclaim::extract("At least 12 soldiers were killed on Monday, the ministry said.");
//! let claim = &extraction.claims[0];
//! assert_eq!(claim.source.as_ref().map(|source| &*source.text), Some("the ministry"));
//! assert_eq!(extraction.casualties[0].count.low, 12);
//! ```
//!
//! # The pipeline
//!
//! ```text
//! raw text ─► text/     what shape is the page?    blocks, tokens, sentences, quotation marks
//!          ─► mentions/ what is named here?        cues, sources, numbers, victims, times
//!          ─► claims/   what is said of what?      attribution, kinds, names, casualties, calendar, links, status
//!          ─► Extraction                           typed, serde, byte spans into the raw text
//!          ─► render/                              the view that a person reads
//! ```
//!
//! A cascade of finite-state stages over tokens: each reads what the ones before it found and adds one kind of mark.
//! Nothing rewrites the text. Modules are declared here in the order of the data flow, and a module imports only from
//! those above it; `tests/architecture.rs` checks that.

mod span;

mod error;

mod date;

mod extraction;

mod lexicon;

mod text;

mod mentions;

mod claims;

mod extractor;

pub mod render;

pub use date::Date;
pub use error::{DateError, LexiconError};
pub use extraction::{
    Block, BlockKind, Casualty, Category, Claim, ClaimKind, Count, Cue, Direction, Distance,
    Excerpt, Extraction, Form, Id, Loss, Meta, Number, OffsetUnit, Outcome, Place, Polarity,
    Precision, PublishedFrom, Scope, Sentence, Source, SourceKind, Status, TimeExpression,
    TimeType, Undisclosed, Value, Victims,
};
pub use extractor::{Article, Extractor, ExtractorBuilder, dates, extract};
pub use lexicon::{Example, Lexicon, Table};
pub use span::Span;
pub use text::{Sentences, sentences};

/// The README's examples, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
