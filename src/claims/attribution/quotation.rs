//! Direct quotation: "…," he said; "…," said Ana Ruiz; and quotations that go on without a cue.

use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::{FAR, Grammar, Part};
use crate::mentions::{noun_phrases, sources};
use crate::text::TokenRange;

use super::{Reader, Scope, lead_in};

/// `"We lost," said Ana Ruiz, a farmer.` Also without quotation marks: `The road is open, said Ana Ruiz.`
pub(super) fn subject_behind<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    if !cue.takes(Frames::QUOTE.with(Frames::CLAUSE)) || cue.tokens.start != cue.head {
        return None;
    }
    let content = before(g, scope, cue.tokens.start);
    // `"Prices rose," read the letter`: behind a quotation a form that can be past is past.
    let past = cue.form == CueForm::Finite
        || content.is_some() && matches!(cue.form, CueForm::Participle | CueForm::Infinitive);
    if !past {
        return None;
    }
    let content = match content {
        Some(content) => content,
        None => {
            // Unquoted: a clause with a verb, a comma, the cue.
            let comma = cue
                .head
                .checked_sub(1)
                .filter(|&token| token > scope.floor)?;
            let speaks = g.part(cue.head) == Part::Past || g.reads(cue.head, "says");
            if g.part(comma) != Part::Comma || !speaks || !clause_ends(g, scope.floor, comma) {
                return None;
            }
            scope.floor..comma
        }
    };
    let quoted = g.part(content.end.wrapping_sub(1)) == Part::Close;
    let source = speaker_behind(g, cue.tokens.end, scope.range.end, quoted)?;
    let (second, end) = second_piece(g, source.end, scope);
    let rule = if quoted {
        "attribution.quotation_cue_subject"
    } else {
        "attribution.clause_cue_subject"
    };
    // A relative clause of the source can hold a cue of its own: "said Ana Ruiz, who has accused the army of it".
    let relative = source
        .clone()
        .find(|&token| g.part(token) == Part::Relative);
    let end = relative.filter(|_| second.is_empty()).unwrap_or(end);
    reader
        .add(rule, scope, cue, Some(source), &[content, second])
        .then_some(end)
}

/// The subject behind the cue. Behind a quotation nothing else can stand there: `said retired nurse Ana Ruiz`, `said one
/// party member`, whose words could be verbs as well.
fn speaker_behind(
    g: &Grammar<'_, '_, '_>,
    start: usize,
    limit: usize,
    quoted: bool,
) -> Option<TokenRange> {
    let participle = quoted
        && matches!(g.part(start), Part::Past | Part::Participle | Part::Finite)
        && (g.part(start + 1).is_nominal() || g.part(start + 1) == Part::Finite);
    let first = start + usize::from(participle);
    // "Ruiz, an adviser, said Sunday": a day does not speak.
    if g.is_time(first) {
        return None;
    }
    let source = match noun_phrases::starting_at(g, first, limit, true) {
        Some(source) => source,
        None if participle => first..first,
        None => return None,
    };
    if !g.part(source.end).is_finite() {
        return Some(start..source.end);
    }
    // "said the plan was dead": a clause, not a subject.
    let end = (source.end + 1..limit.min(source.end + 6))
        .find(|&token| !g.part(token).is_nominal())
        .filter(|_| quoted && g.page.is(source.end, Classes::ALSO_NOUN))?;
    matches!(
        g.part(end),
        Part::Stop | Part::Comma | Part::Close | Part::Relative | Part::Preposition
    )
    .then_some(start..end)
}

/// Whether the words before the comma are a clause and no insertion: "the harvest will be thin, said", but "the mayor,
/// who was hurt, said".
pub(super) fn clause_ends(g: &Grammar<'_, '_, '_>, floor: usize, comma: usize) -> bool {
    let start = (floor..comma)
        .rev()
        .take(FAR)
        .find(|&token| {
            matches!(
                g.part(token),
                Part::Comma | Part::Dash | Part::Semicolon | Part::Close
            )
        })
        .map_or(floor, |token| token + 1);
    let mut start = start;
    while matches!(
        g.part(start),
        Part::Conjunction | Part::But | Part::Adverb | Part::That
    ) {
        start += 1;
    }
    super::opening::clause_follows(g, start, comma)
}

/// `Said Ana Ruiz: "We lost."` Also with the quotation in a paragraph of its own below.
pub(super) fn inverted<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    let first = cue.tokens.start == scope.range.start && cue.tokens.start == cue.head;
    if !first || !cue.takes(Frames::QUOTE) || scope.nested_in.is_some() {
        return None;
    }
    let source = noun_phrases::starting_at(g, cue.tokens.end, scope.range.end, true)?;
    let mark = source.end;
    let content = match g.part(mark) {
        Part::Colon | Part::Comma if g.part(mark + 1) == Part::Open => {
            mark + 1..g.behind_quotation(mark + 1)
        }
        Part::Colon => super::label::introduced(g, scope)?,
        _ => return None,
    };
    let end = content.end.min(scope.range.end);
    reader
        .add(
            "attribution.cue_subject_quotation",
            scope,
            cue,
            Some(source),
            &[content],
        )
        .then_some(end)
}

/// `"We lost," the farmer said.`
pub(super) fn subject_before<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    if cue.form != CueForm::Finite || !cue.takes(Frames::QUOTE.with(Frames::CLAUSE)) {
        return None;
    }
    // `"It was calm," an official, who was not allowed to speak, told the Post`: the main verb is still to come.
    if cue.tokens.start > scope.range.start
        && g.part(cue.tokens.start - 1) == Part::Relative
        && g.part(cue.tokens.end) == Part::Comma
        && g.part(cue.tokens.end + 1).is_finite()
    {
        return None;
    }
    let (source, content) = quoted_before(reader, scope, cue)?;
    let (second, end) = second_piece(g, cue.tokens.end, scope);
    reader
        .add(
            "attribution.quotation_subject_cue",
            scope,
            cue,
            Some(source),
            &[content, second],
        )
        .then_some(end)
}

/// The quotation before the cue, and all words between them as the source.
fn quoted_before(
    reader: &Reader<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
) -> Option<(TokenRange, TokenRange)> {
    let g = &reader.g;
    let close = (scope.range.start..cue.tokens.start)
        .rev()
        .take(40)
        .find(|&token| g.part(token) == Part::Close)?;
    let mut scope = scope.clone();
    if close < scope.floor {
        // `"We lost," Ruiz, who opposes the plan, said`: the claim in between is of the speaker's relative clause.
        let inserted = relative_source(reader, &scope).is_some_and(|relative| relative > close);
        let open = g.twin(close).filter(|&open| inserted && open < close)?;
        scope.floor = open;
    }
    let mut start = close + 1;
    if matches!(g.part(start), Part::Comma | Part::Dash) {
        start += 1;
    }
    let content = before(g, &scope, start)?;
    let mut end = cue.tokens.start;
    while end > start && matches!(g.part(end - 1), Part::Comma) {
        end -= 1;
    }
    let first = g.part(start);
    if start >= end || !first.opens_phrase() {
        return None;
    }
    let source = start..end;
    // A pronoun is all there is: `"We lost," she also said`; with a verb between, another clause stands there.
    // "Ana Ruiz, now 81 and retired in Lima, said": participles of an insertion are no such verb.
    let name_end = source.clone().find(|&token| g.part(token) != Part::Name);
    let inserted = end < cue.tokens.start
        && name_end.is_some_and(|token| {
            token > start
                && g.part(token) == Part::Comma
                && (token..end).all(|token| {
                    !matches!(g.part(token), Part::Finite | Part::Auxiliary | Part::Modal)
                })
        });
    if g.has_finite(source.clone())
        && !inserted
        && !(start..end).any(|token| g.part(token) == Part::Relative)
    {
        return None;
    }
    let near = sources::before(g, cue.tokens.start, start).unwrap_or(source.clone());
    Some((if near.start == start { near } else { source }, content))
}

/// The relative pronoun that speaks in the claim before.
fn relative_source(reader: &Reader<'_, '_, '_>, scope: &Scope) -> Option<usize> {
    let last = reader.claims.get(scope.last?)?;
    let relative = last.source.as_ref()?.tokens.start;
    matches!(reader.g.part(relative), Part::Relative | Part::That).then_some(relative)
}

/// The quotation that ends before `edge`, when it ends like speech: with a comma or another stop.
pub(super) fn before(g: &Grammar<'_, '_, '_>, scope: &Scope, edge: usize) -> Option<TokenRange> {
    let mut close = edge.checked_sub(1)?;
    let mut stopped = false;
    if matches!(g.part(close), Part::Comma | Part::Dash) {
        stopped = true;
        close = close.checked_sub(1)?;
    }
    if g.part(close) != Part::Close || close < scope.floor {
        return None;
    }
    // A quotation within it can close first: "… and say, 'Well done,'" she said.
    let mut last = close.saturating_sub(1);
    while last > 0 && g.part(last) == Part::Close {
        last -= 1;
    }
    stopped |= matches!(g.part(last), Part::Comma | Part::Stop | Part::Dash);
    let open = g.twin(close)?;
    // `"The road is closed again" Ruiz said`: the comma is missing behind a whole sentence.
    let whole = open <= scope.range.start && close > open + 3 && g.has_finite(open + 1..close);
    if !stopped && !whole {
        return None;
    }
    // "The plan is "a joke," he said": the whole sentence is the content; behind a colon or a dash the quotation
    // stands for itself: "She named three aims: "Roads, bread and light," she said."
    let apart = open > scope.floor && lead_in::is_mark(g, open - 1);
    let start = if open > scope.floor && !apart {
        scope.floor
    } else {
        open
    };
    Some(start..close + 1)
}

/// What goes on behind the cue: `"…," he said, "…"`; and the token behind it all.
fn second_piece(g: &Grammar<'_, '_, '_>, end: usize, scope: &Scope) -> (TokenRange, usize) {
    let mut index = end;
    while index < scope.range.end
        && !matches!(g.part(index), Part::Stop | Part::Open | Part::Close)
        && (g.part(index) != Part::Semicolon || g.part(index + 1) == Part::Open)
        && index < end + 24
    {
        // `said, adding that "…"` has a claim of its own; `said, referring to the plan, "you will lose"` goes on.
        let participle = g.part(index) == Part::Gerund
            && g.part(index.wrapping_sub(1)) == Part::Comma
            && g.page.is(index, Classes::CUE_VERB)
            && !goes_on(g, index, scope.range.end);
        // `said before adding: "…"`, `said as the heckler yelled: "…"`
        let another = index > end
            && g.page.is(index, Classes::CUE_VERB)
            && match g.part(index) {
                Part::Gerund => matches!(g.part(index - 1), Part::Preposition | Part::Subordinator),
                Part::Past | Part::Finite => {
                    g.part(index - 1).is_nominal()
                        || matches!(
                            g.part(index.wrapping_sub(1)),
                            Part::Pronoun | Part::Relative
                        )
                }
                _ => false,
            };
        if participle || another || g.part(index) == Part::That {
            return (end..end, end);
        }
        index += 1;
    }
    // `"Go on," Ruiz said "We will win."`: the stop behind "said" is missing.
    let introduced = g.part(index) == Part::Open
        && (index == end && is_sentence(g, index)
            || matches!(
                g.part(index - 1),
                Part::Comma | Part::Colon | Part::Dash | Part::Semicolon
            ));
    if !introduced || index >= scope.range.end {
        return (end..end, end);
    }
    let mut behind = g.behind_quotation(index);
    // `"…," he said, "and that" was that`
    if behind < scope.range.end
        && !matches!(g.part(behind), Part::Stop)
        && g.part(behind.saturating_sub(2)) != Part::Stop
    {
        behind = super::content_end::find(
            g,
            index,
            super::opening::Opening::Quotation,
            None,
            scope.range.end,
        )
        .max(behind);
    }
    (index..behind, behind)
}

/// `"We will win."`, and no title: "told "Fox and Friends" after lunch".
fn is_sentence(g: &Grammar<'_, '_, '_>, open: usize) -> bool {
    let mut last = g.behind_quotation(open).saturating_sub(2);
    while last > open && g.part(last) == Part::Close {
        last -= 1;
    }
    g.page.has(open + 1, crate::text::Flags::CAPITALISED) && g.part(last) == Part::Stop
}

/// Whether a quotation that begins with a small letter follows behind a comma.
fn goes_on(g: &Grammar<'_, '_, '_>, start: usize, limit: usize) -> bool {
    let open = (start..limit.min(start + 14)).find(|&token| g.part(token) == Part::Open);
    open.is_some_and(|open| {
        g.part(open.wrapping_sub(1)) == Part::Comma
            && open > start + 2
            && !g.page.has(open + 1, crate::text::Flags::CAPITALISED)
    })
}
