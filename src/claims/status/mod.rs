//! What the article itself says of a claim's truth: "could not be independently verified", "without evidence".

mod markers;
mod meant;

use crate::claims::draft::ClaimDraft;
use crate::lexicon::Classes;
use crate::syntax::Syntax;

use markers::{marker, word_at};
use meant::meant;

/// Marks the claims that the article calls unverified or disputed.
pub(crate) fn mark(syntax: &Syntax<'_, '_, '_>, claims: &mut [ClaimDraft<'_, '_>]) {
    if claims.is_empty() {
        return;
    }
    let page = syntax.page;
    for at in page.all(0..page.tokens.len(), Classes::STATUS) {
        if syntax.is_quoted(at) {
            continue;
        }
        let phrase = page.phrase_classes(at).any(Classes::STATUS);
        let length = page.tokens.get(at).filter(|_| phrase);
        let words = at..at + length.map_or(1, |token| usize::from(token.phrase_length));
        let word = word_at(page, at, phrase);
        let Some((word, sentence)) = word.zip(page.sentence_of(at)) else {
            continue;
        };
        let tokens = &page.sentences[sentence].tokens;
        let Some(marker) = marker(syntax, words, word, tokens) else {
            continue;
        };
        for claim in meant(page, claims, &marker, sentence, word.frame) {
            claims[claim].status = word.status;
            if !claims[claim].status_tokens.contains(&marker.tokens) {
                claims[claim].status_tokens.push(marker.tokens.clone());
            }
        }
    }
}
