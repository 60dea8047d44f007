//! "The court heard that the driver fled": somebody told it, and the article does not say who.

use super::content_end;
use super::content_start;
use super::cues::{Cue, CueForm};
use super::parenthetical::stands_alone;
use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Tier};
use super::subject::head_of;
use crate::extraction::Rule;
use crate::lexicon::entries::bodies::BodyMark;
use crate::lexicon::entries::speech::Frames;
use crate::lexicon::{Meaning, Table};
use crate::syntax::{Syntax, Tag, phrases};
use crate::text::TokenRange;

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[Construction {
    cues: Cues::Active,
    tier: Tier::Specific,
    read: heard,
    rules: &[Rule {
        name: "attribution.heard",
        example: "The inquest heard that the driver had fled.",
        counterexample: "The neighbours heard that the driver had fled.",
    }],
}];

/// What the court heard: a clause behind the cue, or the sentence before ", the court heard".
fn heard<'l>(reader: &Reader<'_, '_, 'l>, scope: &Scope, cue: &Cue<'l>) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    if cue.form != CueForm::Finite || !cue.takes(Frames::HEARD) {
        return None;
    }
    let court = phrases::ending_at(syntax, cue.tokens.start, scope.floor)
        .filter(|phrase| is_court(syntax, phrase))?;
    let limit = scope.range.end;
    let mut told = cue.clone();
    told.word.frames = Frames::CLAUSE.with(Frames::WH);
    let rule = "attribution.heard";
    if let Some(start) = content_start::behind(syntax, &told, limit) {
        let end = content_end::find(syntax, start.token, start.opening, Some(&court), limit);
        return Some(Reading::new(rule, cue, None, &[start.token..end], end));
    }
    let comma = court
        .start
        .checked_sub(1)
        .filter(|&token| token > scope.floor && syntax.tag(token) == Tag::Comma)?;
    let content = scope.floor..comma;
    let ends = matches!(syntax.tag(cue.tokens.end), Tag::Stop);
    (ends && stands_alone(syntax, content.clone()))
        .then(|| Reading::new(rule, cue, None, &[content], cue.tokens.end))
}

/// "Leeds Crown Court", "the inquest into the fire"
fn is_court(syntax: &Syntax<'_, '_, '_>, phrase: &TokenRange) -> bool {
    let head = head_of(syntax, phrase);
    let court = |entry: &Meaning| matches!(entry, Meaning::Organization(body) if body.mark == BodyMark::Court);
    let mut entries = syntax.page.entries_in(Table::Organizations, head);
    entries.any(|(entry, _)| court(&entry.meaning))
}
