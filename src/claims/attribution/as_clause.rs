//! "As the mayor noted, rents rose."

use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::{Grammar, Part};
use crate::mentions::{noun_phrases, sources};
use crate::text::TokenRange;

use super::opening::Opening;
use super::{Reader, Scope, content_end};

/// The "as" of the clause and its subject: "As Ana Ruiz, a professor of law, put it".
fn as_subject(
    g: &Grammar<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
) -> Option<(usize, TokenRange)> {
    let opener = (scope.floor..cue.tokens.start)
        .find(|&token| !matches!(g.part(token), Part::Conjunction | Part::But | Part::Comma))?;
    if g.reads(opener, "as") {
        let subject = noun_phrases::starting_at(g, opener + 1, cue.tokens.start, true);
        let reaches = |subject: &TokenRange| {
            (subject.end..cue.tokens.start).all(|token| g.part(token) == Part::Comma)
        };
        if let Some(subject) = subject.filter(reaches) {
            return Some((opener, subject));
        }
    }
    let source = sources::before(g, cue.tokens.start, scope.floor)?;
    let conjunction = source
        .start
        .checked_sub(1)
        .filter(|&token| token >= scope.range.start)?;
    g.reads(conjunction, "as").then_some((conjunction, source))
}

/// "As the mayor noted, rents rose."
pub(super) fn as_clause<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    if cue.form != CueForm::Finite || !cue.takes(Frames::CLAUSE) {
        return None;
    }
    let (conjunction, source) = as_subject(g, scope, cue)?;
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
        // "As she put it: "Roads and bread.""
        let start = behind + 1;
        let quoted = g.part(start) == Part::Open;
        let leads = g.part(behind) == Part::Comma || g.part(behind) == Part::Colon && quoted;
        if !leads || start >= limit {
            return None;
        }
        let opening = if quoted {
            Opening::Quotation
        } else {
            Opening::That
        };
        let end = content_end::find(g, start, opening, Some(&source), limit);
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
    // "as polls show him ahead" is a reason; "that is because, as he puts it, …" has no clause before it.
    let object = g.part(cue.tokens.end).opens_phrase() && !g.is_time(cue.tokens.end)
        || g.part(cue.tokens.end) == Part::Object;
    let cut = matches!(
        g.part(conjunction.wrapping_sub(2)),
        Part::Subordinator | Part::That | Part::To | Part::Preposition
    );
    let first = (scope.floor..conjunction)
        .rev()
        .find(|&token| matches!(g.part(token), Part::Dash | Part::Colon | Part::Semicolon))
        .map_or(scope.floor, |edge| edge + 1);
    // `The bridge "is a rusty toy," as the coach said`: the comma stands inside the mark.
    if !content_end::is_comma(g, conjunction.wrapping_sub(1))
        || object
        || cut
        || !g.has_finite(first..conjunction)
    {
        return None;
    }
    reader
        .add(
            "attribution.as_clause",
            scope,
            cue,
            Some(source),
            &[first..conjunction],
        )
        .then_some(behind)
}
