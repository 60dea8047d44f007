//! "It seemed to sleep": nobody says so.

use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::Part;
use crate::mentions::sources;

use super::opening::Opening;
use super::{Reader, Scope, content_end};

/// "It seemed to sleep": what seems so is the subject and all that is said of it, and nobody says it.
pub(super) fn raised<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    if !cue.takes(Frames::RAISED) || cue.form != CueForm::Finite {
        return None;
    }
    let limit = scope.range.end;
    let mut start = cue.tokens.end;
    if matches!(g.part(start), Part::Stop | Part::Comma | Part::Semicolon) || start >= limit {
        return None;
    }
    // "appeared in court", "appeared on Sunday" is no seeming.
    if g.part(start) == Part::Preposition && !matches!(g.page.word(start), "like" | "as" | "to")
        || g.is_time(start)
    {
        return None;
    }
    let that = g.part(start) == Part::That;
    if that {
        start += 1;
    }
    let subject = sources::before(g, cue.tokens.start, scope.floor)?;
    let empty = g.reads(subject.start, "it") || g.reads(subject.start, "there");
    let first = if empty && that { start..start } else { subject };
    let opening = if that {
        Opening::That
    } else {
        Opening::Infinitive
    };
    let end = content_end::find(g, start, opening, None, limit);
    reader
        .add(
            "attribution.raised_subject",
            scope,
            cue,
            None,
            &[first, start..end],
        )
        .then_some(end)
}
