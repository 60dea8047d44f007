//! Direct quotation: "…," he said; "…," said Ana Ruiz; and quotations that go on without a cue.

use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::{FAR, Grammar, Part};
use crate::mentions::{noun_phrases, sources};
use crate::text::TokenRange;

use super::{Reader, Scope};

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
    let quoted = g.part(content.end - 1) == Part::Close;
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
        .filter(|_| quoted && g.page.is(source.end, crate::lexicon::Classes::ALSO_NOUN))?;
    matches!(
        g.part(end),
        Part::Stop | Part::Comma | Part::Close | Part::Relative | Part::Preposition
    )
    .then_some(start..end)
}

/// Whether the words before the comma are a clause and no insertion: "the race will be tight, said", but "the mayor,
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
    let (source, content) = quoted_before(g, scope, cue)?;
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

/// A quotation that is a sentence of its own beside the one that says whose it is: `"Go home!" The mayor said as she
/// left.`, `The mayor spoke in a statement. "We lost."`
pub(super) fn sentence_beside<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    let quotes = cue.takes(Frames::QUOTE);
    if !quotes || cue.form != CueForm::Finite || scope.nested_in.is_some() || scope.last.is_some() {
        return None;
    }
    let source = sources::before(g, cue.tokens.start, scope.floor)?;
    let range = scope.range.clone();
    if source.start != range.start {
        return None;
    }
    let ends = range.end <= cue.tokens.end
        || matches!(
            g.part(cue.tokens.end),
            Part::Stop | Part::Preposition | Part::Comma | Part::Subordinator
        )
        || g.is_time(cue.tokens.end)
        || cue.takes(Frames::HEARER);
    if !ends {
        return None;
    }
    let block = |number: usize| {
        let sentence = g.page.sentences.get(number)?;
        Some((sentence.sentence.block, sentence.tokens.clone()))
    };
    let (own, _) = block(scope.sentence)?;
    let free = |token: usize| !reader.claimed.get(token).copied().unwrap_or(true);
    let before = range.start.checked_sub(1).filter(|&close| {
        let same = scope.sentence.checked_sub(1).and_then(block);
        same.is_some_and(|(place, tokens)| place == own && tokens.end == range.start)
            && g.part(close) == Part::Close
            && free(close)
    });
    let before = before.and_then(|close| {
        let open = g.twin(close).filter(|&open| open < close && free(open))?;
        Some(open..close + 1)
    });
    let content = before.or_else(|| {
        let (place, next) = block(scope.sentence + 1)?;
        let behind = g.behind_quotation(next.start);
        let whole = g.part(next.start) == Part::Open
            && (behind >= next.end || content_ends(g, behind, next.end));
        (place == own && whole && free(next.start)).then_some(next.start..behind)
    })?;
    reader
        .add(
            "attribution.quotation_sentence",
            scope,
            cue,
            Some(source),
            &[content],
        )
        .then_some(range.end)
}

/// The quotation before the cue, and all words between them as the source.
fn quoted_before(
    g: &Grammar<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
) -> Option<(TokenRange, TokenRange)> {
    let close = (scope.range.start..cue.tokens.start)
        .rev()
        .take(40)
        .find(|&token| g.part(token) == Part::Close)?;
    if close < scope.floor {
        return None;
    }
    let mut start = close + 1;
    if matches!(g.part(start), Part::Comma | Part::Dash) {
        start += 1;
    }
    let content = before(g, scope, start)?;
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
    let whole = open == scope.range.start && close > open + 4 && g.has_finite(open + 1..close);
    if !stopped && !whole {
        return None;
    }
    // "The plan is "a joke," he said": the whole sentence is the content.
    let start = if open > scope.floor {
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
        && !matches!(
            g.part(index),
            Part::Stop | Part::Open | Part::Semicolon | Part::Close
        )
        && index < end + 24
    {
        // `said, adding that "…"` has a claim of its own; `said, referring to the plan, "you will lose"` goes on.
        let participle = g.part(index) == Part::Gerund
            && g.part(index - 1) == Part::Comma
            && g.page.is(index, crate::lexicon::Classes::CUE_VERB)
            && !goes_on(g, index, scope.range.end);
        if participle || g.part(index) == Part::That {
            return (end..end, end);
        }
        index += 1;
    }
    let introduced = g.part(index) == Part::Open
        && matches!(g.part(index - 1), Part::Comma | Part::Colon | Part::Dash);
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

/// Quotations without a cue of their own: they belong to the claim before them in the paragraph, or to the last of
/// the paragraph before.
pub(super) fn continued(reader: &mut Reader<'_, '_, '_>) {
    // The claims come in the order of the sentences.
    let mut claim = 0;
    let mut last: Option<(usize, usize)> = None;
    for number in 0..reader.g.page.sentences.len() {
        let sentence = &reader.g.page.sentences[number];
        let (range, block) = (sentence.tokens.clone(), sentence.sentence.block);
        let open = range.start;
        let g = &reader.g;
        let whole = g.part(open) == Part::Open && {
            let behind = g.behind_quotation(open);
            behind >= range.end || content_ends(g, behind, range.end)
        };
        let free = !reader.claimed.get(open).copied().unwrap_or(true);
        if whole && free {
            let piece = open..g.behind_quotation(open);
            let near = last.filter(|&(_, place)| {
                place == block || place + 1 == block && previous_speaks(reader, last)
            });
            if let Some((owner, _)) = near {
                reader.claims[owner].content.push(piece.clone());
                reader.mark(&[piece]);
                last = Some((owner, block));
            }
        }
        while claim < reader.claims.len() && reader.claims[claim].sentence <= number {
            // `"…," she said, adding that …. "…"` goes on with what she said, not with what she added.
            let quoted = last.is_some_and(|(owner, _)| {
                reader.claims[owner].sentence == reader.claims[claim].sentence
                    && quotes(reader, owner)
                    && !quotes(reader, claim)
            });
            if speaks(reader, claim) && !quoted {
                last = Some((claim, block));
            }
            claim += 1;
        }
    }
}

fn content_ends(g: &Grammar<'_, '_, '_>, behind: usize, end: usize) -> bool {
    (behind..end).all(|token| matches!(g.part(token), Part::Stop | Part::Close))
}

fn quotes(reader: &Reader<'_, '_, '_>, claim: usize) -> bool {
    let content = &reader.claims[claim].content;
    content
        .iter()
        .any(|piece| reader.g.part(piece.start) == Part::Open)
}

fn previous_speaks(reader: &Reader<'_, '_, '_>, last: Option<(usize, usize)>) -> bool {
    last.is_some_and(|(owner, _)| {
        reader.claims[owner]
            .content
            .iter()
            .any(|piece| reader.g.part(piece.start) == Part::Open)
            || reader.claims[owner]
                .cue
                .as_ref()
                .is_some_and(|cue| reader.g.part(cue.tokens.end) == Part::Colon)
    })
}

fn speaks(reader: &Reader<'_, '_, '_>, claim: usize) -> bool {
    reader.claims[claim].source.is_some()
}

/// Whether a quotation that begins with a small letter follows behind a comma.
fn goes_on(g: &Grammar<'_, '_, '_>, start: usize, limit: usize) -> bool {
    let open = (start..limit.min(start + 14)).find(|&token| g.part(token) == Part::Open);
    open.is_some_and(|open| {
        g.part(open - 1) == Part::Comma
            && open > start + 2
            && !g.page.has(open + 1, crate::text::Flags::CAPITALISED)
    })
}
