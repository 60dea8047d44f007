//! "According to the army, …" and "…, according to a report released on Monday".

use super::cues::Cue;
use crate::lexicon::Classes;
use crate::syntax::phrases;
use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;

use super::content_end;
use super::opening::{Opening, content_clause};
use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Tier};
use super::subject::head_of;
use crate::extraction::Rule;

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[Construction {
    cues: Cues::Preposition,
    tier: Tier::Specific,
    read: claim,
    rules: &[
        Rule {
            name: "attribution.according_to",
            example: "Twelve houses burned, according to the fire service.",
            counterexample: "The stones were sorted according to size.",
        },
        Rule {
            name: "attribution.according_to_fronted",
            example: "According to the army, two men were hurt.",
            counterexample: "According to size, the stones were sorted.",
        },
    ],
}];

pub(super) fn claim<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let fronted = (scope.floor..cue.tokens.start).all(|token| {
        matches!(
            syntax.tag(token),
            Tag::Conjunction | Tag::But | Tag::Adverb | Tag::Comma
        )
    });
    let mut source = named(syntax, cue.tokens.end, scope.range.end, !fronted)?;
    let apart = fronted || syntax.tag(cue.tokens.start - 1) == Tag::Comma;
    if is_measure(syntax, &source) || cue.tokens.len() == 1 && !(apart && can_tell(syntax, &source))
    {
        return None;
    }
    if fronted {
        let start = if syntax.tag(source.end) == Tag::Comma {
            behind_insertion(syntax, source.end, scope.range.end)
        } else {
            source.end
        };
        if start >= scope.range.end {
            return None;
        }
        let end = content_end::find(syntax, start, Opening::That, Some(&source), scope.range.end);
        return Some(Reading::new(
            "attribution.according_to_fronted",
            cue,
            Some(source),
            &[start..end],
            end,
        ));
    }
    // In the middle: the clause goes on behind the comma.
    if syntax.tag(source.end) == Tag::Comma
        || (source.clone()).any(|token| syntax.tag(token) == Tag::Comma)
    {
        if let Some(comma) = source
            .clone()
            .find(|&token| syntax.tag(token) == Tag::Comma)
        {
            if syntax.has_finite(comma + 1..scope.range.end) {
                source.end = comma;
            }
        }
    }
    let before = cue.tokens.start - 1;
    let parenthetical = syntax.tag(before) == Tag::Comma && syntax.tag(source.end) == Tag::Comma;
    let end = source.end;
    // "The reform will, according to the bank, cost jobs": the verb group goes on.
    let hanging = syntax.tag(before.wrapping_sub(1)).is_auxiliary();
    let second = if parenthetical
        && (hanging
            || syntax.has_finite(end + 1..scope.range.end)
                && !syntax.has_finite(scope.floor..before))
    {
        let start = end + 1;
        start..content_end::find(syntax, start, Opening::That, Some(&source), scope.range.end)
    } else {
        end..end
    };
    let behind = second.end;
    let first = scope.floor..cue.tokens.start;
    Some(Reading::new(
        "attribution.according_to",
        cue,
        Some(source),
        &[first, second],
        behind,
    ))
}

/// Behind the comma, and behind what is told of the source: "According to Ana Ruiz, who heads the office, the dam is safe".
fn behind_insertion(syntax: &Syntax<'_, '_, '_>, comma: usize, limit: usize) -> usize {
    let start = comma + 1;
    let told = match syntax.tag(start) {
        Tag::Relative => true,
        Tag::Preposition => syntax.tag(start + 1) == Tag::Relative,
        // "a nurse at the clinic", but "a nurse was hurt"
        Tag::Determiner | Tag::Noun | Tag::Past => {
            let next = (start..limit).find(|&token| {
                syntax.tag(token) == Tag::Comma
                    || syntax.tag(token).is_finite()
                        && !(token == start || syntax.is_reduced(token))
            });
            next.is_some_and(|next| syntax.tag(next) == Tag::Comma)
        }
        _ => false,
    };
    let next = syntax.first(start..limit, Tag::Comma);
    next.filter(|&next| told && content_clause(syntax, next + 1, limit))
        .map_or(start, |next| next + 1)
}

/// "sorted according to size": a bare noun in the singular that names nobody.
fn is_measure(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> bool {
    source.len() == 1
        && syntax.tag(source.start) == Tag::Noun
        && !syntax.page.word(source.start).ends_with('s')
        && !syntax.page.is(
            source.start,
            Classes::ROLE
                .with(Classes::ORGANIZATION)
                .with(Classes::DOCUMENT)
                .with(Classes::MEDIA),
        )
}

/// "Per county records, …" and "…, per the club": somebody or something that tells, and no "per litre".
pub(super) fn can_tell(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> bool {
    let head = head_of(syntax, source);
    syntax.tag(head) == Tag::Name && !syntax.is_time(head)
        || syntax.page.is(
            head,
            Classes::ROLE
                .with(Classes::ORGANIZATION)
                .with(Classes::DOCUMENT)
                .with(Classes::MEDIA),
        )
}

/// The source behind the preposition, also where it opens with an adverb or a pronoun: "according to recently found
/// papers", "according to him".
pub(super) fn named(
    syntax: &Syntax<'_, '_, '_>,
    start: usize,
    limit: usize,
    appositions: bool,
) -> Option<TokenRange> {
    let mut first = start;
    while matches!(syntax.tag(first), Tag::Adverb | Tag::Past | Tag::Open) && first < limit {
        first = if syntax.tag(first) == Tag::Open {
            return Some(start..syntax.behind_quotation(first).min(limit));
        } else {
            first + 1
        };
    }
    if syntax.tag(first) == Tag::Object {
        return Some(start..first + 1);
    }
    phrases::starting_at(syntax, first, limit, appositions).map(|phrase| start..phrase.end)
}
