//! "As the mayor noted, rents rose."

use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::Part;
use crate::mentions::sources;

use super::opening::Opening;
use super::{Reader, Scope, content_end};

/// "As the mayor noted, rents rose."
pub(super) fn as_clause<'l>(reader: &mut Reader<'_, '_, 'l>, scope: &Scope, cue: &Cue<'l>) -> Option<usize> {
    let g = &reader.g;
    if cue.form != CueForm::Finite || !cue.takes(Frames::CLAUSE) {
        return None;
    }
    let source = sources::before(g, cue.tokens.start, scope.floor)?;
    let conjunction = source
        .start
        .checked_sub(1)
        .filter(|&token| token >= scope.range.start)?;
    if !g.reads(conjunction, "as") {
        return None;
    }
    let limit = scope.range.end;
    let behind = (cue.tokens.end..limit.min(cue.tokens.end + 10))
        .find(|&token| {
            matches!(
                g.part(token),
                Part::Comma | Part::Stop | Part::Dash | Part::Colon | Part::That
            )
        })
        .unwrap_or(limit);
    if g.has_finite(cue.tokens.end..behind) || g.part(behind) == Part::That {
        return None;
    }
    let fronted = (scope.floor..conjunction).all(|token| {
        matches!(
            g.part(token),
            Part::Conjunction | Part::But | Part::Adverb | Part::Comma
        )
    });
    if fronted {
        let start = behind + 1;
        if g.part(behind) != Part::Comma || start >= limit {
            return None;
        }
        let end = content_end::find(g, start, Opening::That, Some(&source), limit);
        return reader
            .add(
                "attribution.as_clause_fronted",
                scope,
                cue,
                Some(source),
                &[start..end],
            )
            .then_some(end);
    }
    if g.part(conjunction - 1) != Part::Comma || !g.has_finite(scope.floor..conjunction) {
        return None;
    }
    reader
        .add(
            "attribution.as_clause",
            scope,
            cue,
            Some(source),
            &[scope.floor..conjunction],
        )
        .then_some(behind)
}
