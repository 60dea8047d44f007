//! Who said what, how many, and when: typed claims with byte spans from the raw text of a news article.
//!
//! ```
//! let extraction = newsclaim::extract("At least 12 soldiers were killed on Monday, the ministry said.");
//! let claim = &extraction.claims[0];
//! assert_eq!(claim.to_string(), "the ministry said: At least 12 soldiers were killed on Monday");
//! assert_eq!(extraction.casualties[0].count.low, 12);
//! ```
//!
//! Everything that points into the article has its [`Span`] and its words, and everything prints itself. What most users
//! write first is a loop:
//!
//! ```
//! use newsclaim::{Article, Date, Extractor};
//!
//! let text = "The army said on Thursday that 31 of its soldiers had been killed. Rebels denied shelling the town.";
//! let extractor = Extractor::default(); // reads the dictionaries, once
//! let extraction = extractor.extract(Article::new(text).published(Date::new(2016, 4, 8)?));
//!
//! let mut printed = Vec::new();
//! for claim in &extraction.claims {
//!     let who = claim.source.as_ref().map_or("nobody named".into(), |source| source.label());
//!     printed.push(format!("{who}, {}: {}", claim.kind, claim.words()));
//!     for date in extraction.said_of(claim) {
//!         printed.push(format!("  said {date}"));
//!     }
//!     for figure in extraction.casualties_of(claim) {
//!         printed.push(format!("  {figure}"));
//!     }
//!     for date in extraction.dates_of(claim) {
//!         printed.push(format!("  {date}"));
//!     }
//! }
//! assert_eq!(printed, [
//!     "The army, statement: 31 of its soldiers had been killed",
//!     "  said Thursday = 2016-04-07",
//!     "  31 killed: its soldiers",
//!     "Rebels, denial: shelling the town",
//! ]);
//! # Ok::<(), newsclaim::DateError>(())
//! ```
//!
//! Figures in the reporter's own voice are in [`Extraction::casualties`] with those of the claims; [`Casualty::claim`] tells
//! them apart. [`render::text`] lays out all of it, and serde writes it as JSON with every key in its place.
//!
//! # The pipeline
//!
//! ```text
//! raw text ─► text/     what shape is the page?    leftovers of markup, blocks, tokens, sentences, quotation marks
//!          ─► mentions/ what is named here?        cues, sources, numbers, victims, times
//!          ─► claims/   what is said of what?      attribution, kinds, names, casualties, calendar, links, status
//!          ─► Extraction                           typed, serde, byte spans into the raw text
//!          ─► ledger/                              many articles side by side
//!          ─► render/                              the view that a person reads
//! ```
//!
//! A cascade of finite-state stages over tokens: each reads what the ones before it found and adds one kind of mark.
//! Nothing rewrites the words: marks of Markdown and HTML are left out before the first stage, and the spans are moved
//! back to the text as given behind the last. Modules are declared here in the order of the data flow, and a module imports only from
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

mod examples;

mod schema;

pub mod ledger;

pub mod render;

pub use date::Date;
pub use error::{DateError, LexiconError};
pub use extraction::{
    Block, BlockKind, Casualty, Category, Claim, ClaimKind, Count, Cue, Direction, Distance,
    Excerpt, Extraction, Form, Found, Id, List, Loss, Meta, Number, OffsetUnit, Offsets, Outcome,
    Place, Polarity, Precision, PublishedFrom, Scope, Selection, Sentence, Source, SourceKind,
    Status, TimeExpression, TimeType, Undisclosed, Value, Victims,
};
pub use extractor::{Article, Extractor, ExtractorBuilder, dates, extract, sentences};
pub use lexicon::{Example, Lexicon, Table, WordMeaning};
pub use schema::JSON_SCHEMA;
#[cfg(feature = "schema")]
pub use schema::json_schema;
pub use span::Span;
pub use text::Sentences;

/// The README's examples, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
