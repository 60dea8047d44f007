//! "It seemed to sleep": nobody says so.

use crate::extraction::ClaimKind;
use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::{self, Cue, CueForm};
use crate::mentions::parts::Part;
use crate::mentions::sources;

use super::opening::Opening;
use super::{Reader, Scope, content_end, content_start, rule_name};

/// From this share on what seems to be said counts as said.
const SPEAKS: u8 = 60;

/// "He seemed to mock the plan", "the letters seem to show that she knew": the verb behind "to" has its say.
fn speaking<'l>(reader: &mut Reader<'_, '_, 'l>, scope: &Scope, cue: &Cue<'l>) -> Option<usize> {
    let g = &reader.g;
    if g.part(cue.tokens.end) != Part::To {
        return None;
    }
    let inner = cues::at(g, cue.tokens.end + 1, cue.tokens.end + 1)
        .filter(|inner| inner.word.share >= SPEAKS && !inner.takes(Frames::RAISED))
        // "seemed to like it": what somebody feels is no word of his.
        .filter(|inner| inner.word.kind != ClaimKind::Attitude)?;
    let source = sources::before(g, cue.tokens.start, scope.floor)?;
    let limit = scope.range.end;
    let start = content_start::behind(g, &inner, limit)?;
    let end = content_end::find(g, start.token, start.opening, Some(&source), limit);
    let speaking = Cue {
        tokens: cue.tokens.start..start.cue_end,
        form: CueForm::Finite,
        ..inner
    };
    let rule = rule_name::rule(&speaking, start.opening, false);
    reader
        .add(rule, scope, &speaking, Some(source), &[start.token..end])
        .then_some(end)
}

/// "It seemed to sleep": what seems so is the subject and all that is said of it, and nobody says it.
pub(super) fn raised<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    if !cue.takes(Frames::RAISED) || cue.form != CueForm::Finite {
        return None;
    }
    if let Some(end) = speaking(reader, scope, cue) {
        return Some(end);
    }
    let g = &reader.g;
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
