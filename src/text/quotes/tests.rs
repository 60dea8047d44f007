//! The golden table of quotation marks, `tests/cases/quotes.txt`: no public type shows the pairs.

use crate::lexicon::Lexicon;
use crate::text::{Flags, Page};

use super::QuotationRole;

/// Writes the quotations into the text as the table does.
fn marked(page: &Page<'_, '_>) -> String {
    let mut signs: Vec<(usize, usize, String)> = Vec::new();
    for quotation in &page.quotations {
        let span = page.span(&quotation.tokens);
        let role = match quotation.role {
            QuotationRole::Speech => "",
            QuotationRole::Scare => "{scare}",
            QuotationRole::Title => "{title}",
            QuotationRole::Nickname => "{name}",
        };
        let opening = if quotation.continues { "+⟦" } else { "⟦" };
        let closing = if quotation.closed { "⟧" } else { "⟫" };
        let length = span.end - span.start;
        // Of two that begin together the longer is outside, of two that end together the shorter ends first.
        signs.push((span.start, usize::MAX - length, opening.to_owned()));
        signs.push((span.end, length, format!("{closing}{role}")));
    }
    signs.sort();
    let mut out = String::new();
    let mut last = 0;
    for (at, _, sign) in signs {
        out += &page.text[last..at];
        out += &sign;
        last = at;
    }
    out += &page.text[last..];
    out.replace("\n\n", "¶")
}

#[test]
fn golden_table() {
    let path = format!("{}/tests/cases/quotes.txt", env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(path).expect("the table is there");
    let lexicon = Lexicon::built_in();
    let mut failures = String::new();
    let mut cases = 0;
    for (number, line) in table.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        cases += 1;
        let mut text = line.replace('¶', "\n\n");
        for sign in ["+⟦", "⟦", "⟧", "⟫", "{scare}", "{title}", "{name}"] {
            text = text.replace(sign, "");
        }
        let page = Page::read(&text, &lexicon, &mut |_| ());
        let found = marked(&page);
        if found != line {
            failures += &format!(
                "\nquotes.txt:{}\n  expected {line}\n  found    {found}\n",
                number + 1
            );
        }
        for (index, token) in page.tokens.iter().enumerate() {
            if let Some(twin) = token.twin() {
                let back = page.tokens[twin as usize].twin();
                assert_eq!(back, Some(index as u32), "twins of each other in {line}");
            }
            let inside = page.quotations.iter().any(|quotation| {
                let end = quotation.tokens.end - usize::from(quotation.closed);
                (quotation.tokens.start + 1..end).contains(&index)
            });
            assert_eq!(
                token.has(Flags::QUOTED),
                inside,
                "{line}: {}",
                page.word(index)
            );
        }
    }
    assert!(cases >= 75, "{cases} cases");
    assert!(failures.is_empty(), "{failures}");
}
