//! What every entry of the ledger points to: articles, places in them, and those who speak there.

use serde::Serialize;

use crate::date::Date;
use crate::extraction::{Extraction, OffsetUnit};
use crate::span::Span;

/// An article of the ledger. Entries name it by its index.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Listed {
    /// Its name: [`Extraction::name`].
    pub id: Option<String>,
    /// Day of publication.
    pub published: Option<Date>,
    /// What the offsets of its spans count.
    pub offsets: OffsetUnit,
    /// Whether its text was at hand. Without it only the words of claims and figures are compared with other articles.
    pub text: bool,
    /// How many claims it holds.
    pub claims: usize,
    /// How many figures it holds.
    pub figures: usize,
}

impl Listed {
    pub(super) fn of(extraction: &Extraction<'_>, text: bool) -> Self {
        Self {
            id: extraction.name(),
            published: extraction.published,
            offsets: extraction.offsets,
            text,
            claims: extraction.claims.len(),
            figures: extraction.casualties.len(),
        }
    }
}

/// A place in an article, and the words that stand there, in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Mention {
    /// Index of the article.
    pub article: usize,
    /// Index of the sentence in it.
    pub sentence: usize,
    /// Where it stands; in the unit of the [article](Listed::offsets).
    pub span: Span,
    /// The words.
    pub text: String,
}

impl Mention {
    pub(super) fn new(article: usize, sentence: usize, span: Span, text: &str) -> Self {
        Self {
            article,
            sentence,
            span,
            text: one_line(text),
        }
    }
}

/// In one line; a broken word keeps its hyphen and loses the line break ("the Ust-⏎Kamen road").
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let broken = line
            .strip_suffix('-')
            .is_some_and(|stem| stem.ends_with(char::is_alphanumeric));
        if !line.is_empty() && !broken {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// How many articles the mentions stand in, each counted once.
pub(super) fn articles_of(mentions: &[Mention]) -> usize {
    let mut articles: Vec<usize> = mentions.iter().map(|mention| mention.article).collect();
    articles.sort_unstable();
    articles.dedup();
    articles.len()
}
