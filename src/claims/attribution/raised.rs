//! "It seemed to sleep": nobody says so.

use super::cues::{self, Cue, CueForm};
use super::sources;
use crate::extraction::ClaimKind;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::Tag;

use super::opening::Opening;
use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Tier};
use super::{content_end, content_start, rule_name};
use crate::extraction::Rule;

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[
    Construction {
        cues: Cues::Raised,
        tier: Tier::Specific,
        read: speaking,
        rules: &[],
    },
    Construction {
        cues: Cues::Raised,
        tier: Tier::General,
        read: raised,
        rules: &[Rule {
            name: "attribution.raised_subject",
            example: "The mayor seemed to know the answer.",
            counterexample: "She appeared in court on Monday.",
        }],
    },
];

/// From this share on what seems to be said counts as said.
const SPEAKS: u8 = 60;

/// "He seemed to mock the plan", "the letters seem to show that she knew": the verb behind "to" has its say.
pub(super) fn speaking<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    if cue.form != CueForm::Finite || syntax.tag(cue.tokens.end) != Tag::To {
        return None;
    }
    let inner = cues::at(syntax, cue.tokens.end + 1, cue.tokens.end + 1)
        .filter(|inner| inner.word.share >= SPEAKS && !inner.takes(Frames::RAISED))
        // "seemed to like it": what somebody feels is no word of his.
        .filter(|inner| inner.word.kind != ClaimKind::Attitude)?;
    let source = sources::before(syntax, cue.tokens.start, scope.floor)?;
    let limit = scope.range.end;
    let start = content_start::behind(syntax, &inner, limit)?;
    let end = content_end::find(syntax, start.token, start.opening, Some(&source), limit);
    let speaking = Cue {
        tokens: cue.tokens.start..start.cue_end,
        form: CueForm::Finite,
        ..inner
    };
    let rule = rule_name::rule(&speaking, start.opening, false);
    Some(Reading::new(
        rule,
        &speaking,
        Some(source),
        &[start.token..end],
        end,
    ))
}

/// "It seemed to sleep": what seems so is the subject and all that is said of it, and nobody says it.
pub(super) fn raised<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    if cue.form != CueForm::Finite {
        return None;
    }
    let syntax = reader.syntax;
    let limit = scope.range.end;
    let mut start = cue.tokens.end;
    if matches!(syntax.tag(start), Tag::Stop | Tag::Comma | Tag::Semicolon) || start >= limit {
        return None;
    }
    // "appeared in court", "appeared on Sunday" is no seeming.
    if syntax.tag(start) == Tag::Preposition
        && !matches!(syntax.page.word(start), "like" | "as" | "to")
        || syntax.is_time(start)
    {
        return None;
    }
    let that = syntax.tag(start) == Tag::That;
    if that {
        start += 1;
    }
    let subject = sources::before(syntax, cue.tokens.start, scope.floor)?;
    let empty = syntax.reads(subject.start, "it") || syntax.reads(subject.start, "there");
    let first = if empty && that { start..start } else { subject };
    let opening = if that {
        Opening::That
    } else {
        Opening::Infinitive
    };
    let end = content_end::find(syntax, start, opening, None, limit);
    Some(Reading::new(
        "attribution.raised_subject",
        cue,
        None,
        &[first, start..end],
        end,
    ))
}
