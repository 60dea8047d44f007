//! What kind of thing a source is.

use crate::extraction::SourceKind;
use crate::lexicon::entries::bodies::BodyKind;
use crate::lexicon::{Classes, Meaning};
use crate::text::TokenRange;

use super::super::parts::{Grammar, Part};

/// A first guess at what kind of thing the source is, from the dictionaries.
pub(crate) fn kind_of(g: &Grammar<'_, '_, '_>, tokens: &TokenRange) -> SourceKind {
    let page = g.page;
    if tokens.len() == 1
        && matches!(
            g.part(tokens.start),
            Part::Pronoun | Part::Relative | Part::That | Part::Possessive
        )
    {
        return SourceKind::Pronoun;
    }
    // The head: the last word before "of", "in", a comma or a relative clause.
    let mut end = tokens.start;
    while end < tokens.end
        && (end == tokens.start
            || !matches!(
                g.part(end),
                Part::Comma | Part::Preposition | Part::Relative | Part::Past | Part::Conjunction
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
    match g.part(head) {
        Part::Name if page.is(tokens.start, Classes::DETERMINER) => SourceKind::Organization,
        Part::Name => SourceKind::Person,
        Part::Noun if printed.ends_with('s') => SourceKind::Group,
        Part::Noun if page.is(tokens.start, Classes::QUANTIFIER) => SourceKind::Group,
        Part::Noun => SourceKind::Person,
        _ => SourceKind::Unknown,
    }
}
