//! Subject, cue, content; and the same with the content in quotation marks before it.

use crate::extraction::ClaimKind;
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::{Grammar, Part};
use crate::mentions::{noun_phrases, sources};
use crate::text::TokenRange;

use super::content_start::Opening;
use super::subject::subject;
use super::{Reader, Scope, beside, content_end, content_start, label, noun_cue, quotation};

/// Reads the claim of an active verb; gives the token behind it.
pub(super) fn claim<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    if cue.takes(Frames::RAISED) {
        return raised(reader, scope, cue);
    }
    if let Some(end) = noun_cue::light_verb(reader, scope, cue) {
        return Some(end);
    }
    quotation::inverted(reader, scope, cue)
        .or_else(|| quotation::subject_before(reader, scope, cue))
        .or_else(|| quotation::subject_behind(reader, scope, cue))
        .or_else(|| as_clause(reader, scope, cue))
        .or_else(|| parenthetical(reader, scope, cue))
        .or_else(|| parenthetical_inverted(reader, scope, cue))
        .or_else(|| gapped(reader, scope, cue))
        .or_else(|| relative_object(reader, scope, cue))
        .or_else(|| label::cue_before_quotation(reader, scope, cue))
        .or_else(|| forward(reader, scope, cue))
        .or_else(|| beside::claim(reader, scope, cue))
}

/// "The road, officials said, will reopen"; "Rents rose, officials said in May; wages did not".
fn parenthetical<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    if cue.form != CueForm::Finite || !cue.takes(Frames::CLAUSE) {
        return None;
    }
    let source = sources::before(g, cue.tokens.start, scope.floor)?;
    let comma = source
        .start
        .checked_sub(1)
        .filter(|&token| token > scope.floor)?;
    let opens = !matches!(g.part(source.start), Part::Relative | Part::That);
    if g.part(comma) != Part::Comma || !opens {
        return None;
    }
    let limit = scope.range.end;
    let behind = behind_adjuncts(g, cue, limit)?;
    let first = scope.floor..comma;
    let ends = match g.part(behind) {
        Part::Semicolon | Part::Dash | Part::Stop => true,
        Part::Comma => {
            matches!(
                g.part(behind + 1),
                Part::But | Part::Gerund | Part::Subordinator | Part::Relative
            ) || g.part(behind + 1) == Part::Conjunction && g.part(behind + 2).opens_phrase()
        }
        _ => return None,
    };
    if ends {
        if !stands_alone(g, first.clone()) {
            return None;
        }
        return reader
            .add(
                "attribution.clause_subject_cue",
                scope,
                cue,
                Some(source),
                &[first],
            )
            .then_some(behind);
    }
    if g.part(behind + 1) == Part::Open {
        return None;
    }
    let second = behind + 1;
    let end = content_end::find(g, second, Opening::Bare, Some(&source), limit);
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

/// "The trouble with the dam, said Ana Ruiz, an engineer in Lima, is that it leaks."
fn parenthetical_inverted<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    let comma = cue.tokens.start.checked_sub(1)?;
    let limit = scope.range.end;
    let inverted = comma > scope.floor
        && g.part(comma) == Part::Comma
        && cue.tokens.start == cue.head
        && cue.form == CueForm::Finite
        && cue.takes(Frames::CLAUSE)
        && cue.word.share >= SPEAKS
        && !cue.takes(Frames::HEARER)
        && g.part(cue.tokens.end).opens_phrase();
    if !inverted || g.has_finite(scope.floor..comma) {
        return None;
    }
    let behind = (cue.tokens.end + 1..limit.min(cue.tokens.end + 20))
        .find(|&token| g.part(token) == Part::Comma && g.part(token + 1).is_finite())?;
    if g.has_finite(cue.tokens.end..behind) {
        return None;
    }
    let source = cue.tokens.end..behind;
    let end = content_end::find(g, behind + 1, Opening::Bare, Some(&source), limit);
    reader
        .add(
            "attribution.parenthetical",
            scope,
            cue,
            Some(source),
            &[scope.floor..comma, behind + 1..end],
        )
        .then_some(end)
}

/// Whether the range is a main clause, and not "When asked about the plan".
pub(super) fn stands_alone(g: &Grammar<'_, '_, '_>, range: TokenRange) -> bool {
    let subordinate = matches!(g.part(range.start), Part::Subordinator | Part::Question)
        && g.page.is(range.start, Classes::SUBORDINATOR);
    g.has_finite(range.clone())
        && !(subordinate && !range.clone().any(|token| g.part(token) == Part::Comma))
}

/// Behind hearer, time and place of the cue, up to a mark that ends the clause; none where something else stands.
fn behind_adjuncts(g: &Grammar<'_, '_, '_>, cue: &Cue<'_>, limit: usize) -> Option<usize> {
    let start = cue.tokens.end;
    let mut token = start;
    let opener = g.part(start);
    let allowed = matches!(
        opener,
        Part::Comma | Part::Semicolon | Part::Dash | Part::Stop | Part::Preposition
    ) || g.is_time(start)
        || cue.takes(Frames::HEARER) && (opener.opens_phrase() || opener == Part::Object);
    if !allowed {
        return None;
    }
    while token < limit && token < start + 14 {
        match g.part(token) {
            Part::Comma | Part::Semicolon | Part::Dash | Part::Stop => return Some(token),
            Part::That | Part::Open | Part::Colon | Part::Question | Part::To | Part::Gerund => {
                return None;
            }
            Part::Pronoun if token > start => return None,
            part if part.is_finite() => return None,
            _ => token += 1,
        }
    }
    None
}

/// "some information that officials said would help": the subject of what is said stands before the source.
fn gapped<'l>(reader: &mut Reader<'_, '_, 'l>, scope: &Scope, cue: &Cue<'l>) -> Option<usize> {
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
fn relative_object<'l>(
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

/// "It seemed to sleep": what seems so is the subject and all that is said of it, and nobody says it.
fn raised<'l>(reader: &mut Reader<'_, '_, 'l>, scope: &Scope, cue: &Cue<'l>) -> Option<usize> {
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

/// The content behind the cue.
fn forward<'l>(reader: &mut Reader<'_, '_, 'l>, scope: &Scope, cue: &Cue<'l>) -> Option<usize> {
    let subject = subject(reader, scope, cue)?;
    let g = &reader.g;
    if is_name_giving(g, cue, subject.tokens.as_ref()) {
        return None;
    }
    let start = content_start::behind(g, cue, scope.range.end)
        .or_else(|| finding(g, cue, subject.tokens.as_ref()?, scope.range.end))?;
    if cue.form == CueForm::Infinitive
        && subject.shared
        && !speaks_for_sure(g, scope, cue, start.opening)
    {
        return None;
    }
    let end = content_end::find(
        g,
        start.token,
        start.opening,
        subject.tokens.as_ref(),
        scope.range.end,
    );
    if start.opening == Opening::Infinitive
        && cue.word.kind == ClaimKind::Warning
        && subject
            .tokens
            .as_ref()
            .is_some_and(|source| is_thing(g, source))
    {
        return None;
    }
    if start.opening == Opening::Object
        && (is_act(g, cue) || lacks_predicate(g, cue, start.token..end))
    {
        return None;
    }
    if start.opening == Opening::Object && is_given(g, cue, start.token..end) {
        return None;
    }
    let first = relative_piece(g, scope, subject.tokens.as_ref(), start.opening);
    let rule = rule(cue, start.opening, subject.shared);
    let mut cue = cue.clone();
    cue.tokens.end = start.cue_end;
    reader
        .add(
            rule,
            scope,
            &cue,
            subject.tokens,
            &[first, start.token..end],
        )
        .then_some(end)
}

/// "The river denied them passage", "the hospital admitted six patients": with two objects, or a person for an object,
/// a verb that admits or denies gives or keeps something, and says nothing.
fn is_given(g: &Grammar<'_, '_, '_>, cue: &Cue<'_>, content: TokenRange) -> bool {
    if !matches!(cue.word.kind, ClaimKind::Denial | ClaimKind::Admission)
        || !cue.takes(Frames::CLAUSE)
    {
        return false;
    }
    let second = content.start + 1;
    let two = g.part(content.start) == Part::Object && g.part(second).opens_phrase();
    let counted = matches!(g.part(content.start), Part::Number | Part::Quantifier)
        || g.page.is(content.start, Classes::NUMBER);
    let person = |token: usize| g.page.is(token, Classes::ROLE.with(Classes::VICTIM));
    let people = counted && content.clone().take(3).any(person)
        || person(content.start) && g.part(second) == Part::Noun;
    two || people
}

/// "which he called "a joke"", "what she said was a mistake": the word that stands for what is spoken of.
fn relative_piece(
    g: &Grammar<'_, '_, '_>,
    scope: &Scope,
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
            Part::Relative => true,
            Part::Question => {
                !g.page.is(before, Classes::SUBORDINATOR) && g.page.is(before, Classes::PRONOUN)
            }
            _ => false,
        };
    if stands { before..before + 1 } else { none }
}

/// "The survey found a wide gap": what a document finds is said in it.
fn finding(
    g: &Grammar<'_, '_, '_>,
    cue: &Cue<'_>,
    source: &TokenRange,
    limit: usize,
) -> Option<content_start::Start> {
    let token = cue.tokens.end;
    let found = token < limit
        && cue.takes(Frames::CLAUSE)
        && !cue.takes(Frames::OBJECT)
        && g.part(token).opens_phrase()
        && source
            .clone()
            .any(|token| g.page.is(token, Classes::DOCUMENT));
    found.then_some(content_start::Start {
        token,
        opening: Opening::Object,
        cue_end: token,
    })
}

/// "She was quick to point out that": an infinitive that speaks, and no purpose ("flew home to defend the plan").
fn speaks_for_sure(
    g: &Grammar<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
    opening: Opening,
) -> bool {
    let went_on = cue.tokens.start > scope.range.start && g.reads(cue.tokens.start - 1, "on");
    went_on || cue.word.share >= 80 && matches!(opening, Opening::That | Opening::Quotation)
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
fn as_clause<'l>(reader: &mut Reader<'_, '_, 'l>, scope: &Scope, cue: &Cue<'l>) -> Option<usize> {
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

/// "a company called Northern Steel": a participle, and no verb of "a company".
fn is_name_giving(g: &Grammar<'_, '_, '_>, cue: &Cue<'_>, source: Option<&TokenRange>) -> bool {
    let bare = cue.tokens.start == cue.head && g.part(cue.head) == Part::Past;
    let named = matches!(g.part(cue.tokens.end), Part::Name | Part::Open);
    let indefinite =
        source.is_some_and(|source| g.reads(source.start, "a") || g.reads(source.start, "an"));
    bare && named && indefinite && cue.takes(Frames::OBJECT) && !cue.takes(Frames::CLAUSE)
}

/// From this share on an object verb speaks even in the progressive.
const SPEAKS: u8 = 80;

/// "They are defending the town": going on now, it is done and not said.
fn is_act(g: &Grammar<'_, '_, '_>, cue: &Cue<'_>) -> bool {
    cue.word.share < SPEAKS && cue.form == CueForm::Finite && g.part(cue.head) == Part::Gerund
}

/// "The floods threaten to cut the road": a thing threatens without a word.
fn is_thing(g: &Grammar<'_, '_, '_>, source: &TokenRange) -> bool {
    source.clone().all(|token| {
        !matches!(
            g.part(token),
            Part::Name | Part::Pronoun | Part::Relative | Part::That
        ) && !g.page.is(token, Classes::ROLE)
            && !g.page.is(token, Classes::ORGANIZATION)
    })
}

/// "She called the mayor": a telephone; "called the mayor a fool" says something of him.
fn lacks_predicate(g: &Grammar<'_, '_, '_>, cue: &Cue<'_>, content: TokenRange) -> bool {
    cue.takes(Frames::PREDICATE)
        && (content.len() <= 2 && g.part(content.start) != Part::Open
            || content.into_iter().all(|token| {
                matches!(g.part(token), Part::Name | Part::Clitic | Part::Possessive)
                    || g.is_time(token)
            }))
}
