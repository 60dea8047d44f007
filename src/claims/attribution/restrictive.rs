//! Relative clauses that tell who is meant: "A man who denied it was jailed". Behind them the main clause goes on.

use super::cues::{Cue, CueForm};
use super::reader::Scope;
use crate::lexicon::Classes;
use crate::syntax::{Syntax, Tag, phrases};
use crate::text::TokenRange;

/// Whether the cue is the verb of a restrictive clause that tells of the subject: "A man who denied it [was jailed]".
pub(super) fn restricts(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
    source: &TokenRange,
) -> bool {
    cue.form == CueForm::Finite
        && source.len() == 1
        && source.end == cue.tokens.start
        && matches!(syntax.tag(source.start), Tag::Relative | Tag::That)
        && source.start > scope.floor
        && syntax.tag(source.start - 1).is_nominal()
        && !syntax.has_finite(scope.floor..source.start)
}

/// "A woman who demanded change *said* she was ill": the verb of the noun that the relative clause tells of, where what stands
/// before it says nothing.
pub(super) fn main_verb(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
    source: &TokenRange,
) -> Option<usize> {
    if !restricts(syntax, scope, cue, source) {
        return None;
    }
    let object = phrases::Reach::Of.starting_at(syntax, cue.tokens.end, scope.range.end)?;
    let head = object.clone().last()?;
    let mute = syntax.tag(head) == Tag::Noun
        && !syntax.page.is(
            head,
            Classes::ROLE.with(Classes::VICTIM).with(Classes::DEMONYM),
        )
        && (!syntax.page.is(head, Classes::ORGANIZATION)
            || syntax.page.is(head, Classes::DOCUMENT));
    let verb = object.end;
    let reports = syntax.tag(verb).is_finite() && syntax.page.is(verb, Classes::CUE_VERB);
    // "People who know Ruiz *say* he is ill": it does not agree with what stands before it.
    let joined = object
        .clone()
        .any(|token| syntax.tag(token) == Tag::Conjunction);
    let plural = joined || syntax.tag(head) == Tag::Noun && syntax.page.word(head).ends_with('s');
    ((mute || syntax.disagrees(verb, plural)) && reports).then_some(verb)
}
