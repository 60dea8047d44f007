//! Many articles side by side: who counts whom how, what agrees, grows or conflicts, who accuses and denies whom, and
//! what is one origin printed twice.
//!
//! ```
//! use newsclaim::ledger::{Ledger, Relation};
//! use newsclaim::{Article, Date, Extractor};
//!
//! let extractor = Extractor::default();
//! let read = |text, day| extractor.extract(Article::new(text).published(day));
//! let found = [
//!     read("Norway's army said 31 of its troops have been killed since May 2.", Date::new(2019, 5, 7)?),
//!     read("The Norwegian army said 35 of its troops have been killed since May 2.", Date::new(2019, 5, 9)?),
//! ];
//! let ledger = Ledger::of(&found);
//! let pair = &ledger.pairs[0];
//! assert_eq!(pair.relation, Relation::Grown);
//! assert_eq!(ledger.tolls[pair.first].count.low, 31);
//! assert_eq!(ledger.tolls[pair.second].count.low, 35);
//! assert_eq!(ledger.tolls[pair.second].mentions[0].article, 1);
//! # Ok::<(), newsclaim::DateError>(())
//! ```
//!
//! The ledger has facts with article and span, and no verdict: it never tells who is right. Names are those that the
//! extraction resolved; in doubt two are two, and two figures are not comparable. [`render::ledger`](crate::render::ledger)
//! lays it out for a person to read, and serde writes it.

mod copies;
mod durations;
mod entry;
mod exchanges;
mod names;
mod pairs;
mod sums;
mod tolls;
mod withheld;

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Serialize;

pub use copies::{Change, Copy};
pub use durations::Lasting;
pub use entry::{Listed, Mention};
pub use exchanges::Exchange;
pub use names::Speaker;
pub use pairs::{Pair, Reason, Relation};
pub use sums::Sum;
pub use tolls::Toll;
pub use withheld::Withheld;

use crate::extraction::{BlockKind, Claim, Extraction, OffsetUnit, Offsets, Sentence, Source};
use crate::span::Span;

/// The number of the ledger's JSON shape: raised when a key is renamed, moved or taken away, not when one is added.
const SCHEMA: u32 = 1;

/// Many articles side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Ledger {
    /// The number of the JSON shape.
    pub schema: u32,
    /// The version of newsclaim that made it.
    pub newsclaim: Cow<'static, str>,
    /// The articles, in the order in which they came.
    pub articles: Vec<Listed>,
    /// Sentences that stand in several articles.
    pub copies: Vec<Copy>,
    /// Figures of people hurt.
    pub tolls: Vec<Toll>,
    /// Figures compared two by two.
    pub pairs: Vec<Pair>,
    /// Figures that add up to others.
    pub sums: Vec<Sum>,
    /// Who accuses, denies, confirms whom.
    pub exchanges: Vec<Exchange>,
    /// What somebody has not told.
    pub withheld: Vec<Withheld>,
    /// Lengths of time on which articles do not agree.
    pub lengths: Vec<Lasting>,
}

impl Ledger {
    /// The ledger of articles whose texts are not at hand.
    ///
    /// Copies are found by the words of claims and figures then; what stands between them, only the text tells. Where it is
    /// at hand, [`Ledger::builder`] takes it.
    pub fn of(extractions: &[Extraction<'_>]) -> Self {
        let mut builder = Self::builder();
        for extraction in extractions {
            builder.add(extraction, None);
        }
        builder.finish()
    }

    /// Starts a ledger that gets its articles one after another and keeps of each only what it needs.
    pub fn builder() -> LedgerBuilder {
        LedgerBuilder::default()
    }

    /// The tolls of a pair.
    pub fn tolls_of(&self, pair: &Pair) -> Option<(&Toll, &Toll)> {
        Some((self.tolls.get(pair.first)?, self.tolls.get(pair.second)?))
    }

    /// The exchanges that answer number `answered`.
    pub fn answers_to(&self, answered: usize) -> impl Iterator<Item = &Exchange> {
        let exchanges = self.exchanges.iter();
        exchanges.filter(move |exchange| exchange.answers == Some(answered))
    }
}

/// Takes articles one after another.
///
/// ```
/// use newsclaim::ledger::Ledger;
/// let mut builder = Ledger::builder();
/// for text in [
///     "The fighting, which began near the old bridge, has raised fears of a wider war, officials said.",
///     "The fighting, which began near the old bridge, has stoked fears of a wider war, officials said.",
/// ] {
///     builder.add(&newsclaim::extract(text), Some(text));
/// }
/// let copy = &builder.finish().copies[0];
/// assert_eq!(copy.articles, 2);
/// assert_eq!((&*copy.changes[0].from, &*copy.changes[0].to), ("raised", "stoked"));
/// ```
#[derive(Debug, Default)]
pub struct LedgerBuilder {
    articles: Vec<Listed>,
    sentences: copies::Sentences,
    figures: Vec<tolls::Figure>,
    exchanges: Vec<exchanges::Draft>,
    withheld: Vec<Withheld>,
    durations: Vec<durations::Draft>,
    /// By article, the states that it speaks of.
    parties: Vec<BTreeSet<String>>,
}

impl LedgerBuilder {
    /// Adds an article; with the text that it was extracted from, where that is at hand.
    pub fn add(&mut self, extraction: &Extraction<'_>, text: Option<&str>) -> &mut Self {
        let article = self.articles.len();
        self.articles.push(Listed::of(extraction, text.is_some()));
        match text {
            Some(text) => self.add_sentences(article, extraction, text),
            None => self.add_known_words(article, extraction),
        }
        self.figures.extend(tolls::read(article, extraction));
        self.exchanges.extend(exchanges::read(article, extraction));
        self.withheld.extend(withheld::read(article, extraction));
        // Spans of other units than bytes do not fit the text.
        if let Some(text) = text.filter(|_| extraction.offsets == OffsetUnit::Byte) {
            self.durations
                .extend(durations::read(article, extraction, text));
        }
        self.parties.push(parties(extraction));
        self
    }

    /// The sentences as they stand in the text.
    fn add_sentences(&mut self, article: usize, extraction: &Extraction<'_>, text: &str) {
        let offsets = Offsets::new(text, extraction.offsets);
        for (number, sentence) in extraction.sentences.iter().enumerate() {
            if told(extraction, *sentence) {
                let words = offsets.bytes(sentence.span).of(text);
                let mention = Mention::new(article, number, sentence.span, words);
                self.sentences.add(mention);
            }
        }
    }

    /// As much of the sentences as claims and figures hold.
    fn add_known_words(&mut self, article: usize, extraction: &Extraction<'_>) {
        let mut pieces = vec![Vec::new(); extraction.sentences.len()];
        let mut put = |sentence: usize, span: Span, text: &str| {
            if let Some(pieces) = pieces.get_mut(sentence) {
                pieces.push((span.start, std::cmp::Reverse(span.end), text.to_owned()));
            }
        };
        for claim in &extraction.claims {
            for (span, text) in words_of(claim) {
                put(claim.sentence, span, text);
            }
        }
        for casualty in &extraction.casualties {
            put(casualty.sentence, casualty.span, &casualty.text);
        }
        for (number, (mut pieces, sentence)) in
            pieces.into_iter().zip(&extraction.sentences).enumerate()
        {
            pieces.sort();
            let mut words = String::new();
            let mut end = 0;
            for (start, std::cmp::Reverse(until), text) in pieces {
                if start >= end {
                    words.push_str(&text);
                    words.push(' ');
                    end = until;
                }
            }
            if told(extraction, *sentence) {
                let mention = Mention::new(article, number, sentence.span, &words);
                self.sentences.add(mention);
            }
        }
    }

    /// Compares everything with everything that it can be compared with.
    pub fn finish(self) -> Ledger {
        let (tolls, by_claim) = tolls::gather(&self.figures, &self.sentences);
        Ledger {
            schema: SCHEMA,
            newsclaim: Cow::Borrowed(env!("CARGO_PKG_VERSION")),
            copies: self.sentences.copies(),
            pairs: pairs::compare(&tolls, &by_claim),
            sums: sums::find(&tolls, &self.parties),
            exchanges: exchanges::gather(self.exchanges, &self.sentences),
            withheld: withheld::gather(self.withheld, &self.sentences),
            lengths: durations::compare(self.durations),
            articles: self.articles,
            tolls,
        }
    }
}

/// Whether a sentence is part of the article: no furniture, no credit.
fn told(extraction: &Extraction<'_>, sentence: Sentence) -> bool {
    extraction.block_of(&sentence).is_some_and(|block| {
        !matches!(
            block.kind,
            BlockKind::Boilerplate | BlockKind::Credit | BlockKind::Byline
        )
    })
}

/// All words that a claim brings along.
fn words_of<'a>(claim: &'a Claim<'_>) -> impl Iterator<Item = (Span, &'a str)> {
    let sources = claim.source.iter().chain(&claim.others);
    let sources = sources.chain(&claim.relays).chain(&claim.target);
    let cue = claim.cue.iter().map(|cue| (cue.span, &*cue.text));
    let content = claim.content.iter().map(|piece| (piece.span, &*piece.text));
    sources
        .map(|source| (source.span, &*source.text))
        .chain(cue)
        .chain(content)
}

/// The states that an article speaks of, as far as claims and figures name them.
fn parties(extraction: &Extraction<'_>) -> BTreeSet<String> {
    let mut parties = BTreeSet::new();
    let mut add = |source: &Source<'_>| {
        let speakers = names::joint(source, &[]);
        parties.extend(speakers.into_iter().filter_map(|speaker| speaker.party));
    };
    for claim in &extraction.claims {
        claim.source.iter().for_each(&mut add);
        claim.others.iter().for_each(&mut add);
        claim.target.iter().for_each(&mut add);
    }
    for casualty in &extraction.casualties {
        let side = casualty.victims.as_ref();
        parties.extend(
            side.and_then(|victims| victims.side.as_deref())
                .map(names::side),
        );
    }
    parties
}
