//! Interviews and debates in print: paragraphs that open with the speaker's label, `RUIZ: We lost.`, `Q: Why?`

use crate::extraction::BlockKind;
use crate::mentions::parts::Part;
use crate::text::{Flags, TokenKind, TokenRange};

use super::label::colon;
use super::{Reader, Scope};

/// The longest label, in tokens: `MAYOR ANA RUIZ`.
const LABEL: usize = 4;

/// A colon alone behind capitals can be a heading (`UPDATE: …`); a second label makes it a conversation.
const SPEECHES: usize = 2;

/// What one speaker says, up to the next label: the label, and what follows it paragraph by paragraph.
struct Speech {
    sentence: usize,
    label: TokenRange,
    content: Vec<TokenRange>,
}

/// Adds a claim for every labelled speech of the page. Their sentences are read as contents only.
pub(super) fn claims(reader: &mut Reader<'_, '_, '_>) {
    let speeches = speeches(reader);
    if speeches.len() < SPEECHES {
        return;
    }
    for speech in speeches {
        let colon = colon(speech.label.end);
        let scope = Scope {
            sentence: speech.sentence,
            range: speech.label.start..speech.label.end + 1,
            floor: speech.label.start,
            last: None,
            nested_in: None,
        };
        reader.add(
            "attribution.transcript",
            &scope,
            &colon,
            Some(speech.label),
            &speech.content,
        );
    }
}

fn speeches(reader: &Reader<'_, '_, '_>) -> Vec<Speech> {
    let page = reader.g.page;
    let mut speeches: Vec<Speech> = Vec::new();
    let mut goes_on = false;
    for (number, block) in page.blocks.iter().enumerate() {
        if !matches!(block.block.kind, BlockKind::Paragraph | BlockKind::ListItem) {
            goes_on &= block.block.kind == BlockKind::Boilerplate;
            continue;
        }
        let tokens = block.tokens.clone();
        if let Some(label) = label(reader, &tokens) {
            let sentence = page
                .sentences
                .partition_point(|sentence| sentence.sentence.block < number);
            let content = vec![label.end + 1..tokens.end];
            speeches.push(Speech {
                sentence,
                label,
                content,
            });
            goes_on = true;
        } else if goes_on && is_reopened(reader, &tokens) {
            // The transcript stands in quotation marks that open again with every paragraph.
            if let Some(speech) = speeches.last_mut() {
                speech.content.push(tokens);
            }
        } else {
            goes_on = false;
        }
    }
    speeches
}

/// Capitals and a colon at the start of a paragraph, behind a quotation mark at most, with words behind.
fn label(reader: &Reader<'_, '_, '_>, tokens: &TokenRange) -> Option<TokenRange> {
    let page = reader.g.page;
    let is_mark = |token: usize| page.kind(token) == Some(TokenKind::Mark);
    let start = tokens.start + usize::from(is_mark(tokens.start));
    let colon = (start..tokens.end.min(start + LABEL + 1))
        .find(|&token| reader.g.part(token) == Part::Colon)?;
    // "Q" and "A" are one letter long.
    let is_capital = |token: usize| {
        page.has(token, Flags::ALL_CAPS)
            || page.has(token, Flags::CAPITALISED)
                && page.word(token).trim_end_matches('.').len() == 1
    };
    let capitals =
        (start..colon).all(|token| page.kind(token) == Some(TokenKind::Word) && is_capital(token));
    (start < colon
        && capitals
        && colon + 1 < tokens.end
        && page.kind(colon + 1) == Some(TokenKind::Word))
    .then_some(start..colon)
}

/// A paragraph that opens a quotation mark and does not close it.
fn is_reopened(reader: &Reader<'_, '_, '_>, tokens: &TokenRange) -> bool {
    let page = reader.g.page;
    page.kind(tokens.start) == Some(TokenKind::Mark)
        && page
            .tokens
            .get(tokens.start)
            .is_some_and(|mark| mark.twin().is_none())
        && page
            .tokens
            .get(tokens.start + 1)
            .is_some_and(|next| next.kind == TokenKind::Word)
}
