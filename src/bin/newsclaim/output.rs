//! An extraction in the format asked for.

use std::io;

use newsclaim::{Article, Extraction, Extractor, Id};
use serde::Serialize;

use crate::arguments::{Format, Offsets};
use crate::input::{Failure, Input};

/// How an extraction is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub format: Format,
    pub offsets: Offsets,
}

/// What an article makes of standard output.
#[derive(Debug)]
pub(crate) enum Output {
    /// It is written at once.
    Bytes(Vec<u8>),
    /// It waits for the others: all of them are one page.
    Kept(Box<Extraction<'static>>),
}

pub(crate) fn article(extractor: &Extractor, input: &Input, shape: Shape) -> io::Result<Output> {
    let mut article = Article::new(&input.text).meta(input.meta.clone());
    if let Some(id) = &input.id {
        article = article.id(id.clone());
    }
    if let Some(day) = input.published {
        article = article.published(day);
    }
    let found = extractor.extract(article);
    let counted = |found| Extraction::in_units(found, &input.text, shape.offsets.unit());
    let mut out = match shape.format {
        Format::Text => newsclaim::render::text(&input.text, &found).into_bytes(),
        Format::Json => serde_json::to_vec_pretty(&counted(found))?,
        Format::Jsonl => serde_json::to_vec(&counted(found))?,
        Format::Html => return Ok(Output::Kept(Box::new(found.into_owned()))),
    };
    // The view ends its last line itself; a blank line keeps articles apart.
    out.push(b'\n');
    Ok(Output::Bytes(out))
}

/// The page on all articles.
pub(crate) fn page(articles: &[(String, Extraction<'static>)]) -> String {
    let articles: Vec<_> = articles
        .iter()
        .map(|(text, found)| (&**text, found))
        .collect();
    newsclaim::render::html(&articles)
}

/// What stands in the place of an article that could not be read.
pub(crate) fn failure(failure: &Failure, format: Format) -> io::Result<Output> {
    #[derive(Serialize)]
    struct ErrorLine<'a> {
        line: Option<usize>,
        id: Option<&'a Id<'static>>,
        error: String,
    }
    if format != Format::Jsonl {
        return Ok(Output::Bytes(Vec::new()));
    }
    let mut out = serde_json::to_vec(&ErrorLine {
        line: failure.line,
        id: failure.id.as_ref(),
        error: failure.to_string(),
    })?;
    out.push(b'\n');
    Ok(Output::Bytes(out))
}
