//! "put the toll at 40", "puts its losses in the hundreds": a verb that says how many, and mostly tells of a deed.

use super::cues::{Cue, CueForm};
use crate::lexicon::Classes;
use crate::syntax::{Syntax, Tag};
use crate::text::TokenKind;

use super::content_end;
use super::opening::Opening;
use super::reader::{Reader, Reading, Scope};
use super::rule_name::rule;
use super::rules::{Construction, Cues, Tier};
use super::subject::subject;

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[Construction {
    cues: Cues::Figure,
    tier: Tier::Specific,
    read: claim,
    rules: &[],
}];

/// The most tokens of what is counted: "the number of people killed in the raid".
const COUNTED: usize = 12;

/// The most tokens between "at" and the number: "at well over a dozen".
const NUMBER: usize = 5;

pub(super) fn claim<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    if cue.form == CueForm::Passive {
        return None;
    }
    let syntax = reader.syntax;
    let start = cue.tokens.end;
    let limit = scope.range.end;
    let number = number(syntax, start, limit)?;
    let subject = subject(reader, scope, cue)?;
    let opening = Opening::Object;
    let end = content_end::find(syntax, start, opening, subject.tokens.as_ref(), limit);
    let judged = judged(syntax, number, end).unwrap_or(end);
    if end <= number {
        return None;
    }
    let rule = rule(cue, opening, subject.shared);
    let pieces = [start..judged];
    Some(Reading::new(rule, cue, subject.tokens, &pieces, end))
}

/// ", claims that could not be verified": what the article says of the estimate is no part of it.
fn judged(syntax: &Syntax<'_, '_, '_>, number: usize, end: usize) -> Option<usize> {
    let shell = |token| {
        syntax
            .page
            .is(token, Classes::SHELL.with(Classes::CUE_NOUN))
    };
    (number + 1..end)
        .find(|&token| syntax.tag(token) == Tag::Comma && (shell(token + 1) || shell(token + 2)))
}

/// The number behind "at" or "in", where what stands before that can be counted: no "put salt in 12 pots".
fn number(syntax: &Syntax<'_, '_, '_>, start: usize, limit: usize) -> Option<usize> {
    let counted = Classes::OUTCOME.with(Classes::DISCLOSURE);
    let is_counted = |token: usize| {
        syntax.page.is(token, counted) || syntax.page.phrase_classes(token).any(counted)
    };
    let preposition = (start..limit.min(start + COUNTED))
        .take_while(|&token| {
            syntax.tag(token).opens_phrase()
                || syntax.tag(token) == Tag::Preposition
                || is_counted(token)
        })
        .find(|&token| {
            (syntax.reads(token, "at") || syntax.reads(token, "in"))
                && (start..token).any(is_counted)
                && numeral(syntax, token + 1, limit).is_some()
        })?;
    numeral(syntax, preposition + 1, limit)
}

fn numeral(syntax: &Syntax<'_, '_, '_>, start: usize, limit: usize) -> Option<usize> {
    (start..limit.min(start + NUMBER))
        .take_while(|&token| {
            !syntax.is_time(token)
                && !matches!(syntax.tag(token), Tag::Comma | Tag::Stop | Tag::Name)
        })
        .find(|&token| {
            syntax.page.kind(token) == Some(TokenKind::Number)
                || syntax.page.is(token, Classes::NUMBER)
        })
}
