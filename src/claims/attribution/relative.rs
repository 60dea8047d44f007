//! What is said stands before who says it: "a claim that both sides have denied", "what she called a mistake".

use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::{Grammar, Part};
use crate::mentions::{noun_phrases, sources};
use crate::text::TokenRange;

use super::opening::Opening;
use super::{Reader, Scope, content_end, object};

/// "some information that officials said would help": the subject of what is said stands before the source.
pub(super) fn gapped<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    if cue.form != CueForm::Finite
        || !cue.takes(Frames::CLAUSE)
        || !g.part(cue.tokens.end).is_finite()
    {
        return None;
    }
    let source = sources::before(g, cue.tokens.start, scope.floor)?;
    let before = source
        .start
        .checked_sub(1)
        .filter(|&token| token >= scope.range.start)?;
    let first = match g.part(before) {
        Part::Relative => before..before + 1,
        Part::That | Part::Question => before..before,
        part if part.is_nominal() => before..before,
        _ => return None,
    };
    let start = cue.tokens.end;
    let end = content_end::find(g, start, Opening::That, Some(&source), scope.range.end);
    reader
        .add(
            "attribution.relative_gap",
            scope,
            cue,
            Some(source),
            &[first, start..end],
        )
        .then_some(end)
}

/// "a claim that both sides have denied", "…, which she denied": the content stands before the subject.
pub(super) fn relative_object<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    let ends = cue.tokens.end >= scope.range.end
        || matches!(
            g.part(cue.tokens.end),
            Part::Stop | Part::Comma | Part::Conjunction | Part::Dash | Part::Semicolon
        );
    // "the bill of which she said, "We lost"": the quotation is the content.
    let quoted = g.part(cue.tokens.end) == Part::Comma && g.part(cue.tokens.end + 1) == Part::Open;
    if quoted
        || cue.form != CueForm::Finite
        || !ends
        || !cue.takes(Frames::OBJECT.with(Frames::CLAUSE))
    {
        return None;
    }
    let source = sources::before(g, cue.tokens.start, scope.floor)?;
    let relative = source
        .start
        .checked_sub(1)
        .filter(|&token| token > scope.range.start)?;
    let content = match g.part(relative) {
        Part::Relative if g.reads(relative, "which") => relative..relative + 1,
        Part::That => noun_phrases::ending_at(g, relative, scope.range.start)?,
        _ => return None,
    };
    if g.part(relative) == Part::That && !object::speaks(g, cue, Some(&source), &content) {
        return None;
    }
    reader
        .add(
            "attribution.relative_object",
            scope,
            cue,
            Some(source),
            &[content],
        )
        .then_some(cue.tokens.end)
}

/// "which he called "a joke"", "what she said was a mistake": the word that stands for what is spoken of.
pub(super) fn relative_piece(
    g: &Grammar<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
    source: Option<&TokenRange>,
    opening: Opening,
) -> TokenRange {
    let none = scope.floor..scope.floor;
    let Some(before) = source.and_then(|source| source.start.checked_sub(1)) else {
        return none;
    };
    let stands = before >= scope.floor
        && matches!(
            opening,
            Opening::Bare | Opening::Object | Opening::Quotation
        )
        && match g.part(before) {
            // "a show in which she said": the preposition's phrase is no part of what is said.
            Part::Relative => before == scope.floor || g.part(before - 1) != Part::Preposition,
            Part::Question => {
                !g.page.is(before, Classes::SUBORDINATOR) && g.page.is(before, Classes::PRONOUN)
            }
            _ => false,
        };
    if stands {
        return before..before + 1;
    }
    // "a bill that critics called unfair": what is spoken of stands before "that".
    let named = before > scope.floor
        && opening == Opening::Object
        && cue.takes(Frames::PREDICATE)
        && g.part(before) == Part::That;
    if named {
        if let Some(phrase) = noun_phrases::ending_at(g, before, scope.floor) {
            return phrase;
        }
    }
    none
}
