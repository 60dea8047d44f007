//! An extraction in the format asked for.

use std::io;

use newsclaim::{Article, Extraction, Extractor};
use serde::Serialize;

use crate::arguments::Format;
use crate::input::{Failure, Input};

/// What an article makes of standard output.
pub(crate) fn article(extractor: &Extractor, input: &Input, format: Format) -> io::Result<Vec<u8>> {
    let mut article = Article::new(&input.text);
    if let Some(id) = input.id.as_deref() {
        article = article.id(id);
    }
    if let Some(day) = input.published {
        article = article.published(day);
    }
    write(&input.text, &extractor.extract(article), format)
}

fn write(text: &str, extraction: &Extraction<'_>, format: Format) -> io::Result<Vec<u8>> {
    let mut out = match format {
        Format::Text => newsclaim::render::text(text, extraction).into_bytes(),
        Format::Json => serde_json::to_vec_pretty(extraction)?,
        Format::Jsonl => serde_json::to_vec(extraction)?,
    };
    // The view ends its last line itself; a blank line keeps articles apart.
    out.push(b'\n');
    Ok(out)
}

/// What stands in the place of an article that could not be read.
pub(crate) fn failure(failure: &Failure, format: Format) -> io::Result<Vec<u8>> {
    #[derive(Serialize)]
    struct ErrorLine<'a> {
        line: Option<usize>,
        id: Option<&'a str>,
        error: String,
    }
    if format != Format::Jsonl {
        return Ok(Vec::new());
    }
    let mut out = serde_json::to_vec(&ErrorLine {
        line: failure.line,
        id: failure.id.as_deref(),
        error: failure.to_string(),
    })?;
    out.push(b'\n');
    Ok(out)
}
