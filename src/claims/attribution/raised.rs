//! "The letters seem to show that she knew": what stands behind "seem to" can speak. "She seemed to sleep", "it appears that
//! he left" are the reporter's own doubt, and nobody's claim.

use super::cues::{self, Cue, CueForm};
use super::sources;
use crate::extraction::ClaimKind;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::Tag;

use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Tier};
use super::{content_end, content_start, rule_name};

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[Construction {
    cues: Cues::Raised,
    tier: Tier::Specific,
    read: speaking,
    rules: &[],
}];

/// From this share on what seems to be said counts as said.
const SPEAKS: u8 = 60;

/// "He seemed to mock the plan", "the letters seem to show that she knew": the verb behind "to" has its say.
fn speaking<'l>(reader: &Reader<'_, '_, 'l>, scope: &Scope, cue: &Cue<'l>) -> Option<Reading<'l>> {
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
