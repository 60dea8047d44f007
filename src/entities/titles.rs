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

/// The end of what an office or a body has charge of, behind its head: "Minister [of Industry and Trade]", "Ministry [of
/// Health, Labour and Welfare]". The end of the head where nothing tells that it has.
pub(crate) fn charge_end(page: &Page<'_, '_>, head: &TokenRange) -> usize {
    let ties = |at| page.reads(at, "of") || page.reads(at, "for");
    let goes_on = |at| {
        // "health, labour and welfare", but "health, and labour leaders"
        let next = at + 1 + charge(page, at + 1);
        let listed = page.word(at) == "," && next > at + 1 && page.reads(next, "and");
        listed && charge(page, next + 1) > 0 || page.reads(at, "and") || ties(at)
    };
    let mut end = head.end;
    // "minister of finance [and planning]"
    let tied = head.clone().any(ties);
    let mut at = end;
    if !(ties(at) || tied && goes_on(at)) {
        return end;
    }
    loop {
        at += usize::from(goes_on(at));
        at += usize::from(page.reads(at, "the"));
        let length = charge(page, at);
        if length == 0 {
            return end;
        }
        at += length;
        end = at;
    }
}

/// How many words name what a minister has charge of: as many as stand before "minister" in a title of the dictionary.
fn charge(page: &Page<'_, '_>, at: usize) -> usize {
    /// "public enterprises and foreign affairs minister" is not among them.
    const LONGEST: usize = 3;
    let mut title = String::with_capacity("industry and international trade minister".len());
    let known = |length: &usize| {
        let words = at..at + length;
        let plain = |at| page.kind(at) == Some(TokenKind::Word);
        if !words.clone().all(plain) {
            return false;
        }
        // "Health, Trade Minister Ana Ruiz": a title of its own.
        let own = (words.clone()).any(|at| {
            page.phrase(at)
                .is_some_and(|(range, _)| range.end > words.end)
                && page.phrase_classes(at).any(Classes::TITLE)
        });
        if own {
            return false;
        }
        title.clear();
        title.push_str(page.printed(&words));
        title.make_ascii_lowercase();
        title.push_str(" minister");
        page.lexicon.lookup(&title).is_some_and(|hit| {
            let mut entries = page.lexicon.entries(hit.pattern, &title);
            entries.any(|(entry, _)| matches!(entry.meaning, Meaning::Title(_)))
        })
    };
    (1..=LONGEST).rev().find(known).unwrap_or_default()
}
