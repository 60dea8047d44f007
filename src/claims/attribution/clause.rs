//! Subject, cue, content; and the same with the content in quotation marks before it.

use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::Part;
use crate::mentions::{noun_phrases, sources};
use crate::text::TokenRange;

use super::content_start::Opening;
use super::{Reader, Scope, content_end, content_start, quotation};

/// Reads the claim of an active verb; gives the token behind it.
pub(super) fn claim<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    quotation::subject_behind(reader, scope, cue)
        .or_else(|| quotation::subject_before(reader, scope, cue))
        .or_else(|| parenthetical(reader, scope, cue))
        .or_else(|| forward(reader, scope, cue))
}

/// Where the source comes from.
pub(super) struct Subject {
    pub tokens: Option<TokenRange>,
    pub shared: bool,
}

/// The subject of the cue: directly before it, or shared with a verb before.
pub(super) fn subject<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Subject> {
    let g = &reader.g;
    let before = cue
        .tokens
        .start
        .checked_sub(1)
        .filter(|&token| token >= scope.range.start)?;
    let own = |tokens| Subject {
        tokens: Some(tokens),
        shared: false,
    };
    match cue.form {
        CueForm::Finite | CueForm::Participle => {
            let part = g.part(before);
            if matches!(part, Part::Conjunction | Part::But)
                || part == Part::Comma && scope.last.is_some() && scope.floor >= before
            {
                return reader.shared_subject(scope, cue).map(|tokens| Subject {
                    tokens: Some(tokens),
                    shared: true,
                });
            }
            if cue.form == CueForm::Participle {
                return None;
            }
            if let Some(tokens) = sources::before(g, cue.tokens.start, scope.floor) {
                return Some(own(tokens));
            }
            None
        }
        CueForm::Gerund => {
            if g.part(before).is_nominal() || g.part(before) == Part::Clitic {
                // "with both sides accusing", "Armenians insisting"
                let tokens = noun_phrases::ending_at(g, cue.tokens.start, scope.floor)?;
                let with = tokens
                    .start
                    .checked_sub(1)
                    .filter(|&token| token >= scope.floor);
                let absolute = with.is_some_and(|token| {
                    g.reads(token, "with")
                        || g.part(token) == Part::Comma && g.part(before) != Part::Number
                });
                if absolute {
                    return Some(own(tokens));
                }
            }
            reader.shared_subject(scope, cue).map(|tokens| Subject {
                tokens: Some(tokens),
                shared: true,
            })
        }
        CueForm::Infinitive => reader.shared_subject(scope, cue).map(|tokens| Subject {
            tokens: Some(tokens),
            shared: true,
        }),
        CueForm::Passive | CueForm::Preposition => None,
    }
}

/// "The road, officials said, will reopen."
fn parenthetical<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    if cue.form != CueForm::Finite
        || !cue.takes(Frames::CLAUSE)
        || g.part(cue.tokens.end) != Part::Comma
        || g.part(cue.tokens.end + 1) == Part::Open
    {
        return None;
    }
    let source = sources::before(g, cue.tokens.start, scope.floor)?;
    let comma = source
        .start
        .checked_sub(1)
        .filter(|&token| token > scope.floor)?;
    if g.part(comma) != Part::Comma
        || g.part(source.start) == Part::Relative
        || cue.tokens.start != source.end
    {
        return None;
    }
    let first = scope.floor..comma;
    let second = cue.tokens.end + 1;
    let end = content_end::find(g, second, Opening::Bare, Some(&source), scope.range.end);
    reader
        .add(
            "attribution.parenthetical",
            scope,
            cue,
            Some(source),
            &[first, second..end],
        )
        .then_some(end)
}

/// The content behind the cue.
fn forward<'l>(reader: &mut Reader<'_, '_, 'l>, scope: &Scope, cue: &Cue<'l>) -> Option<usize> {
    let subject = subject(reader, scope, cue)?;
    let g = &reader.g;
    let start = content_start::behind(g, cue, scope.range.end)?;
    let end = content_end::find(
        g,
        start.token,
        start.opening,
        subject.tokens.as_ref(),
        scope.range.end,
    );
    let rule = rule(cue, start.opening, subject.shared);
    reader
        .add(rule, scope, cue, subject.tokens, &[start.token..end])
        .then_some(end)
}

fn rule(cue: &Cue<'_>, opening: Opening, shared: bool) -> &'static str {
    match (cue.form, shared, opening) {
        (CueForm::Gerund, _, Opening::Object) => "attribution.participle_object",
        (CueForm::Gerund, _, _) => "attribution.participle",
        (CueForm::Infinitive, ..) => "attribution.infinitive_cue",
        (_, true, Opening::Object) => "attribution.shared_subject_object",
        (_, true, _) => "attribution.shared_subject",
        (_, _, Opening::That) => "attribution.subject_cue_that",
        (_, _, Opening::Bare) => "attribution.subject_cue_clause",
        (_, _, Opening::Quotation) => "attribution.subject_cue_quotation",
        (_, _, Opening::Question) => "attribution.subject_cue_question",
        (_, _, Opening::Infinitive) => "attribution.subject_cue_infinitive",
        (_, _, Opening::Object) => "attribution.subject_cue_object",
    }
}
