//! An extraction in the format asked for.

use std::io;

use newsclaim::render::View;
use newsclaim::{Article, Extraction, Extractor, Id, Selection};
use serde::Serialize;

use crate::colours::painted;
use crate::commands::extract::{Format, Offsets};
use crate::input::{Failure, Input};
use crate::tables::Table;

/// How an extraction is written.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub format: Format,
    pub offsets: Offsets,
    pub table: Table,
    pub coloured: bool,
    pub view: View,
    pub selection: Selection,
}

/// What stands before all articles.
pub(crate) fn opening(shape: &Shape) -> io::Result<Vec<u8>> {
    match shape.format {
        Format::Csv => shape.table.header(),
        _ => Ok(Vec::new()),
    }
}

/// What is found in an article.
pub(crate) fn extract<'t>(extractor: &Extractor, input: &'t Input) -> Extraction<'t> {
    let mut article = Article::new(&input.text).meta(input.meta.clone());
    if let Some(id) = &input.id {
        article = article.id(id.clone());
    }
    if let Some(day) = input.published {
        article = article.published(day);
    }
    extractor.extract(article)
}

/// What an article makes of standard output.
#[derive(Debug)]
pub(crate) enum Output {
    /// It is written at once.
    Bytes(Vec<u8>),
    /// It waits for the others: all of them are one page.
    Kept(Box<Extraction<'static>>),
}

pub(crate) fn article(extractor: &Extractor, input: &Input, shape: &Shape) -> io::Result<Output> {
    let found = extract(extractor, input);
    let counted = |found| {
        let found = Extraction::select(found, &shape.selection);
        found.in_units(&input.text, shape.offsets.unit())
    };
    // What may have been missed shows where people look for it.
    let view = || shape.view.clone().missed(extractor.explain(&input.text));
    let mut out = match shape.format {
        Format::Csv => shape.table.rows(&input.text, &found, &shape.selection)?,
        Format::Text if shape.coloured => painted(&view().runs(&input.text, &found)).into_bytes(),
        Format::Text => view().text(&input.text, &found).into_bytes(),
        Format::Json => serde_json::to_vec_pretty(&counted(found))?,
        Format::Jsonl => serde_json::to_vec(&counted(found))?,
        Format::Html => {
            let found = Extraction::select(found, &shape.selection);
            return Ok(Output::Kept(Box::new(found.into_owned())));
        }
    };
    // The view ends its last line itself; a blank line keeps articles apart.
    if !out.is_empty() {
        out.push(b'\n');
    }
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
    if format != Format::Jsonl || failure.known {
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
