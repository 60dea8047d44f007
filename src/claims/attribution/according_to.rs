//! "According to the army, …" and "…, according to a report released on Monday".

use crate::lexicon::Classes;
use crate::mentions::cues::Cue;
use crate::mentions::noun_phrases;
use crate::mentions::parts::{Grammar, Part};
use crate::text::TokenRange;

use super::opening::Opening;
use super::{Reader, Scope, content_end};

pub(super) fn claim<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    let fronted = (scope.floor..cue.tokens.start).all(|token| {
        matches!(
            g.part(token),
            Part::Conjunction | Part::But | Part::Adverb | Part::Comma
        )
    });
    let mut source = named(g, cue.tokens.end, scope.range.end, !fronted)?;
    if is_measure(g, &source) {
        return None;
    }
    if fronted {
        let start = if g.part(source.end) == Part::Comma {
            source.end + 1
        } else {
            source.end
        };
        if start >= scope.range.end {
            return None;
        }
        let end = content_end::find(g, start, Opening::That, Some(&source), scope.range.end);
        return reader
            .add(
                "attribution.according_to_fronted",
                scope,
                cue,
                Some(source),
                &[start..end],
            )
            .then_some(end);
    }
    // In the middle: the clause goes on behind the comma.
    if g.part(source.end) == Part::Comma
        || (source.clone()).any(|token| g.part(token) == Part::Comma)
    {
        if let Some(comma) = source.clone().find(|&token| g.part(token) == Part::Comma) {
            if g.has_finite(comma + 1..scope.range.end) {
                source.end = comma;
            }
        }
    }
    let before = cue.tokens.start - 1;
    let parenthetical = g.part(before) == Part::Comma && g.part(source.end) == Part::Comma;
    let end = source.end;
    let second = if parenthetical
        && g.has_finite(end + 1..scope.range.end)
        && !g.has_finite(scope.floor..before)
    {
        let start = end + 1;
        start..content_end::find(g, start, Opening::That, Some(&source), scope.range.end)
    } else {
        end..end
    };
    let behind = second.end;
    let first = scope.floor..cue.tokens.start;
    reader
        .add(
            "attribution.according_to",
            scope,
            cue,
            Some(source),
            &[first, second],
        )
        .then_some(behind)
}

/// "sorted according to size": a bare noun in the singular that names nobody.
fn is_measure(g: &Grammar<'_, '_, '_>, source: &TokenRange) -> bool {
    source.len() == 1
        && g.part(source.start) == Part::Noun
        && !g.page.word(source.start).ends_with('s')
        && !g.page.is(
            source.start,
            Classes::ROLE
                .with(Classes::ORGANIZATION)
                .with(Classes::DOCUMENT)
                .with(Classes::MEDIA),
        )
}

/// The source behind the preposition, also where it opens with an adverb or a pronoun: "according to recently found
/// papers", "according to him".
pub(super) fn named(
    g: &Grammar<'_, '_, '_>,
    start: usize,
    limit: usize,
    appositions: bool,
) -> Option<TokenRange> {
    let mut first = start;
    while matches!(g.part(first), Part::Adverb | Part::Past | Part::Open) && first < limit {
        first = if g.part(first) == Part::Open {
            return Some(start..g.behind_quotation(first).min(limit));
        } else {
            first + 1
        };
    }
    if g.part(first) == Part::Object {
        return Some(start..first + 1);
    }
    noun_phrases::starting_at(g, first, limit, appositions).map(|phrase| start..phrase.end)
}
