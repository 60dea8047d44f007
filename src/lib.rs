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
//! them apart. [`render::text`] lays out all of it, `render::html` (feature `html`) makes a page of it for a browser, and serde
//! writes it as [JSON](json) with every key in its place.
//!
//! # Many articles, many threads
//!
//! An [`Extractor`] is built once and shared: it holds the dictionaries, changes nothing, and gives the same answer on every
//! thread. [`Extraction::into_owned`] frees a result from its text.
//!
//! ```
//! use newsclaim::{Extraction, Extractor};
//!
//! let extractor = Extractor::default();
//! let articles = ["Rents will rise, the mayor said.".to_owned(), "The union denied it.".to_owned()];
//! let found: Vec<Extraction<'static>> = std::thread::scope(|scope| {
//!     let read = |text| extractor.extract(text).into_owned();
//!     let threads: Vec<_> = articles.iter().map(|text| scope.spawn(move || read(text.as_str()))).collect();
//!     threads.into_iter().map(|thread| thread.join().expect("extraction never panics")).collect()
//! });
//! assert_eq!(found.iter().map(|found| found.claims.len()).sum::<usize>(), 2);
//! ```
//!
//! # Words of one's own
//!
//! The words are data; [`Table`] tells what the columns of each dictionary hold. Lines of one's own come over the built-in ones:
//!
//! ```
//! use newsclaim::{Extractor, Table};
//!
//! let sentence = "The dam is safe, the mayor harrumphed.";
//! assert!(newsclaim::extract(sentence).claims.is_empty());
//! let extractor = Extractor::builder()
//!     .lexicon(Table::Cues, "my_cues.txt", "harrumph | | opinion | clause quote")
//!     .build()?; // a bad line is named here, with its number
//! assert_eq!(extractor.extract(sentence).claims[0].to_string(), "the mayor harrumphed: The dam is safe");
//! # Ok::<(), newsclaim::LexiconError>(())
//! ```
//!
//! # Only some of it
//!
//! Everything is in lists, and what belongs together is linked: [`Extraction::said_of`], [`Extraction::casualties_of`],
//! [`Extraction::responds_to`] and their neighbours follow the links.
//!
//! ```
//! use newsclaim::{ClaimKind, Polarity, Status};
//!
//! let text = "The army accused the rebels of burning a village. The rebels denied it. The army said 40 people had died. \
//!             The claim could not be independently verified. The mayor declined to say how many were missing.";
//! let found = newsclaim::extract(text);
//! let denied = found.claims.iter().filter(|claim| claim.kind == ClaimKind::Denial);
//! let denied: Vec<_> = denied.filter_map(|denial| found.responds_to(denial)).collect();
//! assert_eq!(denied[0].words(), "the rebels of burning a village");
//!
//! let doubtful = found.claims.iter().filter(|claim| claim.status == Status::Unverified).count();
//! let unsaid = found.claims.iter().filter(|claim| claim.polarity != Polarity::Said).count();
//! assert_eq!((doubtful, unsaid), (1, 1));
//!
//! // Numbers that a source stands for, and only what it vouches for.
//! let asserted = found.casualties.iter().filter(|figure| figure.asserted && figure.claim.is_some());
//! assert_eq!(asserted.map(|figure| figure.count.low).sum::<u64>(), 40);
//! ```
//!
//! # Offsets for browsers and for Python
//!
//! Spans count UTF-8 bytes, as Rust slices. [`Extraction::in_units`] turns them into what others count, and
//! [`Extraction::offsets`] says which they are:
//!
//! ```
//! use newsclaim::OffsetUnit;
//!
//! let text = "“We lost everything 😢,” said Zoë Holm.";
//! let span = |unit| newsclaim::extract(text).in_units(text, unit).claims[0].source.as_ref().map(|source| source.span);
//! assert_eq!(span(OffsetUnit::Byte).map(|span| &text[span.range()]), Some("Zoë Holm"));
//! assert_eq!(span(OffsetUnit::Char).map(|span| span.start), Some(29)); //  Python:     text[29:37]
//! assert_eq!(span(OffsetUnit::Utf16).map(|span| span.start), Some(30)); // JavaScript: text.slice(30, 38)
//! ```
//!
//! # Outlets side by side
//!
//! A [`ledger`] of many articles tells who counts whom how, what agrees, grows or conflicts, who denies whom, and what two
//! outlets have from one origin:
//!
//! ```
//! use newsclaim::ledger::{Ledger, Relation};
//! use newsclaim::{Article, Date, Extractor};
//!
//! let extractor = Extractor::default();
//! let day = |day| Date::new(2019, 5, day);
//! let found = [
//!     extractor.extract(Article::new("Peru's army said 31 of its men had died since May 2.").published(day(7)?).id("Beacon")),
//!     extractor.extract(Article::new("The Peruvian army said 35 of its men had died since May 2.").published(day(9)?).id("Courier")),
//! ];
//! let ledger = Ledger::of(&found);
//! let pair = &ledger.pairs[0];
//! let (first, second) = ledger.tolls_of(pair).ok_or("a pair has two tolls")?;
//! assert_eq!((pair.relation, first.count.low, second.count.low), (Relation::Grown, 31, 35));
//! assert_eq!(ledger.articles[second.mentions[0].article].id.as_deref(), Some("Courier"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The pipeline
//!
//! ```text
//! raw text ─► text/     what shape is the page?    leftovers of markup, blocks, tokens, sentences, quotation marks
//!          ─► measures/ how many, and when?        numbers, times
//!          ─► syntax/   what stands how?           part-of-speech tags, noun phrases, verb groups, clauses
//!          ─► entities/ who is named here?         persons, organizations, places, victims
//!          ─► claims/   what is said of what?      attribution, kinds, names, casualties, calendar, links, status
//!          ─► Extraction                           typed, serde, byte spans into the raw text
//!          ─► ledger/                              many articles side by side
//!          ─► render/                              the view that a person reads, the page for a browser
//! ```
//!
//! A cascade of finite-state stages over tokens: each reads what the ones before it found and adds one kind of mark.
//! Nothing rewrites the words: marks of Markdown and HTML are left out before the first stage, and the spans are moved
//! back to the text as given behind the last. Modules are declared here in the order of the data flow, and a module imports only from
//! those above it; `tests/architecture.rs` checks that.
//!
//! One article on its way through `Extractor::run`:
//!
//! 1. `Page::read_marked` cuts the text into tokens, each with the classes that its word has in the dictionaries; into blocks, of
//!    which the path through the page tells what is the article; then come quotation marks and sentences.
//! 2. `numbers::find` and `times::find` read amounts and time expressions, before any grammar.
//! 3. `Syntax::read` tags every token. All later stages are lent it, and ask it for verb groups, noun phrases and clauses.
//! 4. `attribution::find` goes through each sentence from cue to cue. The table of constructions gives readings, the surest becomes
//!    a claim, and what its content holds is read again for claims inside.
//! 5. `targets`, `relays`, `undisclosed` read what stands beside the claims; `names` tells who is meant, from the persons, bodies and
//!    places of the article; `kinds`, `links` and `status` read the claims together.
//! 6. `calendar::resolve` turns times into days; `casualties::find` ties counted people to what became of them, by a table of
//!    frames, and to the claim that holds the number.
//! 7. `ClaimDraft::finish` gives spans and words for ranges of tokens: the [`Extraction`].

mod span;

mod error;

mod date;

mod extraction;

mod lexicon;

mod text;

mod measures;

mod syntax;

mod entities;

mod claims;

mod article;

mod extractor;

mod examples;

mod schema;

pub mod ledger;

pub mod render;

#[doc = include_str!("json.md")]
pub mod json {}

pub use article::Article;
pub use date::Date;
pub use error::{DateError, LexiconError};
pub use extraction::{
    Block, BlockKind, Casualty, Category, Claim, ClaimKind, Count, Cue, Direction, Distance,
    Excerpt, Extraction, Form, Found, Id, List, Loss, Meta, Missed, Number, OffsetUnit, Offsets,
    Outcome, Place, Polarity, Precision, PublishedFrom, Reason, Rule, Scope, Selection, Sentence,
    Source, SourceKind, Status, TimeExpression, TimeType, Undisclosed, Value, Victims,
};
pub use extractor::{Extractor, ExtractorBuilder, dates, extract, rules, sentences};
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
