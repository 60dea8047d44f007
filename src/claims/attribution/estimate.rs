//! "put the toll at 40", "puts its losses in the hundreds": a verb that says how many, and mostly tells of a deed.

use crate::lexicon::Classes;
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::{Grammar, Part};
use crate::text::TokenKind;

use super::opening::Opening;
use super::rule_name::rule;
use super::subject::subject;
use super::{Reader, Scope, content_end};

/// The most tokens of what is counted: "the number of people killed in the raid".
const COUNTED: usize = 12;

/// The most tokens between "at" and the number: "at well over a dozen".
const NUMBER: usize = 5;

pub(super) fn claim<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    if cue.form == CueForm::Passive {
        return None;
    }
    let g = &reader.g;
    let start = cue.tokens.end;
    let limit = scope.range.end;
    let number = number(g, start, limit)?;
    let subject = subject(reader, scope, cue)?;
    let opening = Opening::Object;
    let end = content_end::find(g, start, opening, subject.tokens.as_ref(), limit);
    let judged = judged(g, number, end).unwrap_or(end);
    if end <= number {
        return None;
    }
    let rule = rule(cue, opening, subject.shared);
    let pieces = [start..judged];
    reader
        .add(rule, scope, cue, subject.tokens, &pieces)
        .then_some(end)
}

/// ", claims that could not be verified": what the article says of the estimate is no part of it.
fn judged(g: &Grammar<'_, '_, '_>, number: usize, end: usize) -> Option<usize> {
    let shell = |token| g.page.is(token, Classes::SHELL.with(Classes::CUE_NOUN));
    (number + 1..end)
        .find(|&token| g.part(token) == Part::Comma && (shell(token + 1) || shell(token + 2)))
}

/// The number behind "at" or "in", where what stands before that can be counted: no "put salt in 12 pots".
fn number(g: &Grammar<'_, '_, '_>, start: usize, limit: usize) -> Option<usize> {
    let counted = Classes::OUTCOME.with(Classes::DISCLOSURE);
    let is_counted =
        |token: usize| g.page.is(token, counted) || g.page.phrase_classes(token).any(counted);
    let preposition = (start..limit.min(start + COUNTED))
        .take_while(|&token| {
            g.part(token).opens_phrase() || g.part(token) == Part::Preposition || is_counted(token)
        })
        .find(|&token| {
            (g.reads(token, "at") || g.reads(token, "in"))
                && (start..token).any(is_counted)
                && numeral(g, token + 1, limit).is_some()
        })?;
    numeral(g, preposition + 1, limit)
}

fn numeral(g: &Grammar<'_, '_, '_>, start: usize, limit: usize) -> Option<usize> {
    (start..limit.min(start + NUMBER))
        .take_while(|&token| {
            !g.is_time(token) && !matches!(g.part(token), Part::Comma | Part::Stop | Part::Name)
        })
        .find(|&token| {
            g.page.kind(token) == Some(TokenKind::Number) || g.page.is(token, Classes::NUMBER)
        })
}
