//! Titles and roles: the word that says what somebody is, and the phrase that it stands in.

use crate::lexicon::{Classes, Entry, Meaning, Slot};
use crate::syntax::words;
use crate::text::{Flags, Page, TokenKind, TokenRange};

/// The headword of a title or role; none for a mere form of address.
pub(crate) fn office_head<'l>(page: &Page<'_, 'l>, tokens: &TokenRange) -> Option<&'l str> {
    let head = |(entry, _): (&'l Entry, Slot)| match &entry.meaning {
        Meaning::Title(title) if !title.style => Some(&*entry.lemma),
        Meaning::Role(_) => Some(&*entry.lemma),
        _ => None,
    };
    if tokens.len() > 1 {
        page.phrase(tokens.start)
            .filter(|(range, _)| range.end == tokens.end)
            .and_then(|(_, mut entries)| entries.find_map(head))
    } else {
        page.entries(tokens.start).find_map(head)
    }
}

/// The first token of the noun phrase in front of a title: "[Chilean opposition] leader".
pub(crate) fn widen(page: &Page<'_, '_>, title: usize) -> usize {
    const STOP: Classes = words::FUNCTION
        .with(Classes::ADVERB)
        .with(Classes::WEEKDAY)
        .with(Classes::NUMBER);
    let mut start = title;
    while start > 0 && title - start < 7 {
        let at = start - 1;
        let Some(token) = page.tokens.get(at) else {
            break;
        };
        let glued = token.kind == TokenKind::Clitic && at > 0;
        if !glued && token.kind != TokenKind::Word {
            break;
        }
        let verb = words::is_only_verb(token.classes) && !token.has(Flags::CAPITALISED);
        if !glued && (token.is(STOP) || verb) {
            break;
        }
        if page.has(start, Flags::LINE_START) && page.sentence_of(at) != page.sentence_of(start) {
            break;
        }
        start = at;
    }
    // A possessive mark cannot come first.
    while start < title && page.kind(start) == Some(TokenKind::Clitic) {
        start += 1;
    }
    start
}
