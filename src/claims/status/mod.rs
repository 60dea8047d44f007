//! What the article itself says of a claim's truth: "could not be independently verified", "without evidence".

mod markers;
mod meant;

use crate::claims::draft::ClaimDraft;
use crate::lexicon::Classes;
use crate::text::{Flags, Page};

use markers::{marker, word_at};
use meant::meant;

/// Marks the claims that the article calls unverified or disputed.
pub(crate) fn mark(page: &Page<'_, '_>, claims: &mut [ClaimDraft<'_, '_>]) {
    if claims.is_empty() {
        return;
    }
    for at in page.all(0..page.tokens.len(), Classes::STATUS) {
        if page.has(at, Flags::QUOTED) {
            continue;
        }
        let phrase = page.phrase_classes(at).any(Classes::STATUS);
        let Some(word) = word_at(page, at, phrase) else {
            continue;
        };
        let Some(sentence) = page.sentence_of(at) else {
            continue;
        };
        let Some(marker) = marker(page, at, phrase, word, sentence) else {
            continue;
        };
        for claim in meant(page, claims, &marker, sentence, word.frame) {
            claims[claim].status = word.status;
            let tokens = marker.tokens.clone();
            if !claims[claim].status_tokens.contains(&tokens) {
                claims[claim].status_tokens.push(tokens);
            }
        }
    }
}
