//! What kind of thing a source is.

use crate::extraction::SourceKind;
use crate::lexicon::entries::bodies::BodyKind;
use crate::lexicon::{Classes, Meaning};
use crate::text::TokenRange;

use crate::syntax::{Syntax, Tag};

/// A first guess at what kind of thing the source is, from the dictionaries.
pub(crate) fn kind_of(syntax: &Syntax<'_, '_, '_>, tokens: &TokenRange) -> SourceKind {
    let page = syntax.page;
    if tokens.len() == 1
        && matches!(
            syntax.tag(tokens.start),
            Tag::Pronoun | Tag::Relative | Tag::That | Tag::Possessive
        )
    {
        return SourceKind::Pronoun;
    }
    // The head: the last word before "of", "in", a comma or a relative clause.
    let mut end = tokens.start;
    while end < tokens.end
        && (end == tokens.start
            || !matches!(
                syntax.tag(end),
                Tag::Comma | Tag::Preposition | Tag::Relative | Tag::Past | Tag::Conjunction
            ))
    {
        end += 1;
    }
    let head = end.saturating_sub(1);
    let mut kind = None;
    let mut look = |token: usize| {
        let words = page.entries(token);
        for (entry, slot) in words {
            kind = kind.or(match &entry.meaning {
                Meaning::Organization(body) => Some(match body.kind {
                    BodyKind::Government => SourceKind::Government,
                    BodyKind::Organization => SourceKind::Organization,
                    BodyKind::Group => SourceKind::Group,
                    BodyKind::Media => SourceKind::Media,
                    BodyKind::Document => SourceKind::Document,
                }),
                Meaning::Place(_) if slot != crate::lexicon::Slot::Demonym => {
                    Some(SourceKind::Government)
                }
                Meaning::Role(_) if slot == crate::lexicon::Slot::Plural => Some(SourceKind::Group),
                Meaning::Role(_) | Meaning::Title(_) => Some(SourceKind::Person),
                _ => None,
            });
        }
    };
    look(head);
    if let Some(kind) = kind {
        return kind;
    }
    let printed = page.word(head);
    match syntax.tag(head) {
        Tag::Name if page.is(tokens.start, Classes::DETERMINER) => SourceKind::Organization,
        Tag::Name => SourceKind::Person,
        Tag::Noun if printed.ends_with('s') => SourceKind::Group,
        Tag::Noun if page.is(tokens.start, Classes::QUANTIFIER) => SourceKind::Group,
        Tag::Noun => SourceKind::Person,
        _ => SourceKind::Unknown,
    }
}
