//! The page that a person reads: the article with its marks, its claims beside it, what matters most on top.
//!
//! The templates hold the form, the files here what is put into them. Everything is escaped by the templates; none of
//! them lets anything through as it is.

mod cards;
mod digest;
mod figures;
mod marks;
mod names;
mod passages;
mod pieces;
mod timeline;
mod voices;

use std::borrow::Cow;

use askama::Template;

use self::digest::Digest;
use self::figures::{Figure, Lost};
use self::names::{Names, shown};
use self::passages::Row;
use self::pieces::{Piece, Writer};
use self::timeline::TimeLine;
use self::voices::{Speaker, Voices};
use crate::extraction::{BlockKind, Extraction, OffsetUnit, PublishedFrom};
use crate::render::lines::beginning;

/// What [`html`] puts into a page for each article.
#[derive(Debug)]
struct ArticleView<'a> {
    /// `a1`: what all its anchors begin with.
    anchor: String,
    title: String,
    id: Option<String>,
    published: Option<Published>,
    sentences: usize,
    claims: usize,
    digest: Digest,
    rows: Vec<Row<'a>>,
    figures: Vec<Figure>,
    losses: Vec<Lost>,
    line: TimeLine,
    speakers: Vec<Speaker>,
}

#[derive(Debug)]
struct Published {
    day: String,
    words: String,
    /// What in the article speaks for the day, where it was inferred.
    evidence: Option<String>,
}

/// SHA-256 of `filters.js`: the only script that the page's policy lets run, whatever an article may hold.
const SCRIPT_HASH: &str = "sha256-UnNcN5m9yvlgsYhEd59zL1aaCPLg2unm820Z8sz23uo=";

#[derive(Template)]
#[template(path = "page.html", config = "src/render/html/askama.toml")]
struct Page<'a> {
    title: &'a str,
    version: &'static str,
    script_hash: &'static str,
    voices: &'a Voices,
    articles: &'a [ArticleView<'a>],
}

/// A page of one file, for a browser or a printer, on what was found in one or several articles.
///
/// Each article is given with the text that was extracted from. The page loads nothing from anywhere, can be read without
/// script, and is the same for the same articles.
///
/// ```
/// let article = "At least 12 people were hurt on Monday, police said.";
/// let page = newsclaim::render::html(&[(article, &newsclaim::extract(article))]);
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// assert!(page.contains(">police</mark>"));
/// ```
pub fn html(articles: &[(&str, &Extraction<'_>)]) -> String {
    let in_bytes: Vec<_> = articles
        .iter()
        .map(|&(text, extraction)| (text, in_bytes(text, extraction)))
        .collect();
    let mut voices = Voices::default();
    for (_, extraction) in &in_bytes {
        voices.add(extraction);
    }
    let views: Vec<_> = in_bytes
        .iter()
        .enumerate()
        .map(|(number, (text, extraction))| ArticleView::new(number + 1, text, extraction, &voices))
        .collect();
    let title = match &*views {
        [one] => one.title.clone(),
        many => format!("{} articles", many.len()),
    };
    let page = Page {
        title: &title,
        version: env!("CARGO_PKG_VERSION"),
        script_hash: SCRIPT_HASH,
        voices: &voices,
        articles: &views,
    };
    // Writing to a string fails only where a value's own `Display` does, and none of these does.
    page.render().unwrap_or_default()
}

/// With spans that slice the text here.
fn in_bytes<'e, 't>(text: &str, extraction: &'e Extraction<'t>) -> Cow<'e, Extraction<'t>> {
    match extraction.offsets {
        OffsetUnit::Byte => Cow::Borrowed(extraction),
        _ => Cow::Owned(extraction.clone().in_units(text, OffsetUnit::Byte)),
    }
}

impl<'a> ArticleView<'a> {
    fn new(number: usize, text: &'a str, extraction: &Extraction<'_>, voices: &Voices) -> Self {
        let names = Names::new(extraction, number);
        let writer = Writer::new(text, &names, marks::marks(&names, text));
        let figures = figures::figures(&names);
        Self {
            anchor: names.part(""),
            title: title(text, extraction),
            id: extraction.name().map(|name| shown(&name)),
            published: published(extraction),
            sentences: extraction.sentences.len(),
            claims: extraction.claims.len(),
            digest: Digest::new(&names, &figures),
            rows: passages::rows(text, &names, &writer, voices),
            figures,
            losses: figures::losses(&names),
            line: TimeLine::new(&names, text),
            speakers: voices::speakers_of(&names),
        }
    }
}

/// The headline, else how the article begins, else its name.
fn title(text: &str, extraction: &Extraction<'_>) -> String {
    use BlockKind::{Headline, Paragraph, Subhead};
    let first = |kinds: &[BlockKind]| {
        let mut blocks = extraction.blocks.iter();
        blocks.find(|block| kinds.contains(&block.kind))
    };
    let title = match (first(&[Headline]), first(&[Subhead, Paragraph])) {
        (Some(headline), _) => headline.span.of(text).to_owned(),
        (None, Some(block)) => beginning(block.span.of(text)),
        (None, None) => extraction.name().unwrap_or_default(),
    };
    match shown(&title) {
        empty if empty.is_empty() => "An article".to_owned(),
        title => title,
    }
}

fn published(extraction: &Extraction<'_>) -> Option<Published> {
    let day = extraction.published?;
    let inferred = extraction.published_from == Some(PublishedFrom::Inferred);
    Some(Published {
        day: day.to_string(),
        words: timeline::day(day),
        evidence: inferred.then(|| cards::words(&extraction.published_evidence)),
    })
}
