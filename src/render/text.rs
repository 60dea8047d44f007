//! The readable view: sentences numbered, under each its claims, figures and dates.

use crate::extraction::Extraction;

/// Lays out what was found in `article`, sentence by sentence, for a person to read.
pub fn text(article: &str, extraction: &Extraction<'_>) -> String {
    let mut out = String::new();
    for (number, sentence) in extraction.sentences.iter().enumerate() {
        out.push_str(&format!("{number:>3}  {}\n", sentence.span.of(article)));
    }
    out
}
