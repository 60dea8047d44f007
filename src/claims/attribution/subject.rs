//! Who speaks: the subject of a cue, beside it or shared with a verb before.

use super::cues::{Cue, CueForm};
use super::reader::{Reader, Scope};
use super::shared_subject::{Subject, relative_before};
use super::{gerund, sources};
use crate::lexicon::Classes;
use crate::syntax::phrases;
use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;

/// The subject of the cue: directly before it, or shared with a verb before.
pub(super) fn subject<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Subject> {
    if let Some(tokens) = gerund::fronted(reader.syntax, scope, cue) {
        return Some(Subject::shared(tokens));
    }
    let before = cue.tokens.start.checked_sub(1);
    let before = before.filter(|&token| token >= scope.range.start)?;
    match cue.form {
        CueForm::Finite | CueForm::Participle => of_finite(reader, scope, cue, before),
        CueForm::Gerund => gerund::subject(reader, scope, cue, before),
        CueForm::Infinitive => of_infinitive(reader.syntax, scope, cue, before)
            .map(Subject::own)
            .or_else(|| reader.shared_subject(scope, cue).map(Subject::shared)),
        CueForm::Passive | CueForm::Preposition => None,
    }
}

fn of_finite<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
    before: usize,
) -> Option<Subject> {
    let syntax = reader.syntax;
    let start = cue.tokens.start;
    let comma = syntax.tag(before) == Tag::Comma;
    if let Some(relative) = relative_before(reader, scope, start) {
        // "Ana Ruiz, who called it a joke, said": the main verb of her who spoke in the clause before.
        let verb = scope.floor == start
            || comma && scope.floor + 1 >= start
            // "Ana Ruiz, who backed the plan, last week said"
            || closes_insertion(syntax, start, scope.range.start);
        if verb {
            return Some(Subject::own(relative));
        }
    }
    if matches!(syntax.tag(before), Tag::Conjunction | Tag::But)
        || comma && scope.last.is_some() && scope.floor >= before
    {
        return reader.shared_subject(scope, cue).map(Subject::shared);
    }
    let own = (cue.form == CueForm::Finite)
        .then(|| sources::before(syntax, start, scope.floor))
        .flatten()?;
    // "who in two letters has said", "but in a later talk said": the phrase is where it was said.
    let mut first = own.start;
    while first > scope.range.start
        && matches!(syntax.tag(first - 1), Tag::Determiner | Tag::Adverb)
    {
        first -= 1;
    }
    let preposition = first.checked_sub(1).filter(|&token| {
        token > scope.range.start
            && syntax.tag(token) == Tag::Preposition
            && !syntax.may_subordinate(token)
    });
    match preposition.map(|token| (token - 1, syntax.tag(token - 1))) {
        Some((who, Tag::Relative)) => Some(Subject::own(who..who + 1)),
        Some((_, Tag::Conjunction | Tag::But)) => {
            reader.shared_subject(scope, cue).map(Subject::shared)
        }
        _ => Some(Subject::own(own)),
    }
}

/// "prompted some analysts to suggest", "allowed him to say": the object of the verb before speaks.
fn of_infinitive(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
    before: usize,
) -> Option<TokenRange> {
    let tag = syntax.tag(before);
    if tag == Tag::Object {
        return Some(before..before + 1);
    }
    let person = tag == Tag::Name || tag.is_nominal() && syntax.page.is(before, Classes::ROLE);
    let object = phrases::ending_at(syntax, cue.tokens.start, scope.floor).filter(|_| person)?;
    let governed = object.start > scope.range.start
        && matches!(
            syntax.tag(object.start - 1),
            Tag::Past | Tag::Finite | Tag::Participle | Tag::Base | Tag::Gerund
        );
    governed.then_some(object)
}

/// Whether only a time or an adverb stands between a comma and the verb.
fn closes_insertion(syntax: &Syntax<'_, '_, '_>, verb: usize, start: usize) -> bool {
    let mut end = verb;
    while end > start && (syntax.is_time(end - 1) || syntax.tag(end - 1) == Tag::Adverb) {
        end -= 1;
    }
    end > start && syntax.tag(end - 1) == Tag::Comma
}

/// Whether the source can have its say: a person, a body, a document, and no wolf or flood. Asked only of verbs that often
/// mean a deed: "The flood claimed nine lives", "Wolves attacked the flock", but "Critics attacked the plan".
pub(super) fn can_speak(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> bool {
    let head = head_of(syntax, source);
    let named = |token| {
        matches!(
            syntax.tag(token),
            Tag::Name | Tag::Pronoun | Tag::Quantifier | Tag::Relative
        )
    };
    if syntax.tag(head) != Tag::Noun || source.clone().any(named) {
        return true;
    }
    let printed = syntax.page.word(head);
    let person = [
        "er", "or", "ist", "man", "men", "ian", "ent", "ant", "people", "eer", "ee",
    ];
    let singular = printed.strip_suffix('s').unwrap_or(printed);
    is_named(syntax, head) || person.iter().any(|ending| singular.ends_with(ending))
}

/// The head of a source: the last word of its first phrase.
pub(super) fn head_of(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> usize {
    source
        .clone()
        .take_while(|&token| token == source.start || syntax.tag(token).opens_phrase())
        .last()
        .unwrap_or(source.start)
}

pub(super) fn is_named(syntax: &Syntax<'_, '_, '_>, head: usize) -> bool {
    let classes = Classes::ROLE
        .with(Classes::ORGANIZATION)
        .with(Classes::DOCUMENT)
        .with(Classes::MEDIA)
        .with(Classes::DEMONYM)
        .with(Classes::TITLE)
        .with(Classes::CUE_NOUN)
        .with(Classes::QUANTIFIER)
        .with(Classes::NUMBER);
    syntax.page.is(head, classes)
}

/// "The floods threaten to cut the road": a thing threatens without a word.
pub(super) fn is_thing(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> bool {
    source.clone().all(|token| {
        !matches!(
            syntax.tag(token),
            Tag::Name | Tag::Pronoun | Tag::Relative | Tag::That
        ) && !syntax.page.is(token, Classes::ROLE)
            && !syntax
                .page
                .is(token, Classes::ORGANIZATION.with(Classes::DOCUMENT))
    })
}
