//! Words of the page's frame that are part of a name: "World" in "World Bank", "Home" in "Home Secretary".

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::lexicon::Classes;
use crate::text::layout::TokenRange;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

/// The capitalised words that stand somewhere on the page without a word of its frame before them, asked for on few pages and
/// collected once: where the page has "Ana Ruiz", "Business Ruiz" is no name.
#[derive(Default)]
pub(super) struct Names<'a> {
    known: OnceCell<HashSet<&'a str>>,
}

impl<'a> Names<'a> {
    fn knows(&self, reading: &Reading<'a>, index: usize) -> bool {
        let known = self.known.get_or_init(|| {
            // "World | Health" is a menu, and makes no name of "Health".
            let words = reading.tokens.windows(2).filter(|pair| {
                pair[1].has(Flags::CAPITALISED)
                    && !pair[0].is(Classes::BOILERPLATE)
                    && pair[0].kind != TokenKind::Symbol
            });
            words.map(|pair| pair[1].text(reading.text)).collect()
        });
        known.contains(reading.word(index))
    }
}

/// Whether a phrase of one word and the word behind it are one name: "Home Secretary", "World Bank", "Live Nation".
pub(super) fn is_compound<'a>(
    reading: &Reading<'a>,
    names: &Names<'a>,
    phrase: &TokenRange,
    next: usize,
) -> bool {
    let opens_sentence = Classes::DETERMINER
        .with(Classes::POSSESSIVE)
        .with(Classes::PRONOUN)
        .with(Classes::QUANTIFIER)
        .with(Classes::PREPOSITION)
        .with(Classes::CONJUNCTION)
        .with(Classes::SUBORDINATOR)
        .with(Classes::CONNECTIVE)
        .with(Classes::ADVERB)
        .with(Classes::HEDGE)
        .with(Classes::DEMONYM)
        .with(Classes::PLACE)
        .with(Classes::FIRST_NAME)
        .with(Classes::NUMBER)
        .with(Classes::WEEKDAY)
        .with(Classes::CUE_PREPOSITION);
    let crowd = reading.is(next, Classes::ROLE) && reading.word(next).ends_with('s');
    phrase.len() == 1
        && !crowd
        && reading.kind(phrase.start) == Some(TokenKind::Word)
        && next == phrase.end
        && reading.kind(next) != Some(TokenKind::Mark)
        && (heads_name(reading, next)
            // "World Health Organization"
            || reading.is(next + 1, Classes::ORGANIZATION)
                && reading.has(next + 1, Flags::CAPITALISED)
            || !reading.is(next, opens_sentence) && !names.knows(reading, next))
}

/// "Secretary", "Bank": what ends a name like "Home Secretary". "Analysts" opens a sentence.
fn heads_name(reading: &Reading<'_>, index: usize) -> bool {
    let head = Classes::ROLE
        .with(Classes::TITLE)
        .with(Classes::ORGANIZATION)
        .with(Classes::MEDIA);
    reading.is(index, head) && !reading.word(index).ends_with('s')
}
