//! Colons that introduce speech: `Ana Ruiz: "We lost."`, `She closed with a warning:` and the quotation below it.

use crate::extraction::{BlockKind, ClaimKind, Distance, Polarity};
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::{CueWord, Frames};
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::{FAR, Grammar, Part};
use crate::mentions::sources;
use crate::text::{Flags, TokenKind, TokenRange};

use super::{Reader, Scope};

/// The longest label, in tokens.
const LABEL: usize = 8;

/// The longest signature, in tokens.
const SIGNATURE: usize = 16;

/// The longest predicate that is the cue with its colon, in tokens.
const PREDICATE: usize = 10;

/// How many tokens further a label's name has to come again.
const NEAR: usize = 300;

/// A colon as a cue.
pub(super) fn colon<'l>(token: usize) -> Cue<'l> {
    Cue {
        tokens: token..token + 1,
        head: token,
        lemma: ":",
        word: CueWord {
            kind: ClaimKind::Statement,
            frames: Frames::QUOTE,
            share: 74,
            distance: Distance::Neutral,
        },
        form: CueForm::Preposition,
        polarity: Polarity::Said,
    }
}

/// A name and a colon at the start of the sentence or behind a dash: `Ana Ruiz: "We lost."`, `Pollsters agree – Ana
/// Ruiz: "We lost."`, `From the letter: "Come home."`; in a headline also `Ana Ruiz: We lost`.
pub(super) fn claim(reader: &mut Reader<'_, '_, '_>, scope: &Scope) -> bool {
    let g = &reader.g;
    let range = &scope.range;
    if let Some((source, at)) = quoted(g, range).or_else(|| headed(g, scope)) {
        let open = at + 1;
        let mut end = g.behind_quotation(open);
        // `Ana Ruiz: 'Not Radical' To Ask For More`: the whole headline is what she says.
        if is_headline(g, scope) && end < range.end && !g.is_quoted(end) {
            end = range.end;
        }
        return reader.add(
            "attribution.label_quotation",
            scope,
            &colon(at),
            Some(source),
            &[open..end],
        );
    }
    let Some(at) = (range.start..range.end.min(range.start + LABEL))
        .find(|&token| g.part(token) == Part::Colon)
    else {
        return false;
    };
    let source = range.start..at;
    let named = is_name(g, &source) && is_named_again(g, &source);
    let start = at + 1;
    if !named || start >= range.end {
        return false;
    }
    if !is_headline(g, scope) || range.end - start < 3 {
        return false;
    }
    reader.add(
        "attribution.label_headline",
        scope,
        &colon(at),
        Some(source),
        &[start..range.end],
    )
}

/// A label with a colon and a quotation behind it.
fn quoted(g: &Grammar<'_, '_, '_>, range: &TokenRange) -> Option<(TokenRange, usize)> {
    let at = (range.start..range.end)
        .take(FAR)
        .find(|&token| g.part(token) == Part::Colon && !g.is_quoted(token))
        .filter(|&at| g.part(at + 1) == Part::Open)?;
    let start = (range.start..at)
        .rev()
        .find(|&token| g.part(token) == Part::Dash)
        .map_or(range.start, |dash| dash + 1);
    let source = start..at;
    if source.is_empty() || source.len() > LABEL || g.has_finite(source.clone()) {
        return None;
    }
    // "@harbour:" is a name by its sign.
    let handle = source.len() == 1 && g.page.kind(start) == Some(TokenKind::Handle);
    let known = handle || start > range.start || is_named_again(g, &source);
    if is_name(g, &source) && known {
        return Some((source, at));
    }
    // "Ruiz, on the new road:", "Ruiz on her plans:"
    let name = source
        .clone()
        .find(|&token| !matches!(g.part(token), Part::Name | Part::Number))
        .filter(|&token| matches!(g.part(token), Part::Comma | Part::Preposition));
    if let Some(name) = name.map(|end| source.start..end) {
        if g.part(source.start) == Part::Name && is_named_again(g, &name) {
            return Some((name, at));
        }
    }
    // "More from the report:"
    let from = source.clone().find(|&token| g.reads(token, "from"))?;
    let phrase = from + 1..at;
    let opens = from <= start + 1 && g.part(phrase.start).opens_phrase();
    (opens && !phrase.is_empty()).then_some((phrase, at))
}

/// A headline without a verb that leads to a quotation: `Ruiz on the New Road: 'It Will Fail'`.
fn headed(g: &Grammar<'_, '_, '_>, scope: &Scope) -> Option<(TokenRange, usize)> {
    let range = &scope.range;
    let at = (range.start..range.end)
        .find(|&token| g.part(token) == Part::Colon && !g.is_quoted(token))
        .filter(|&at| g.part(at + 1) == Part::Open && is_headline(g, scope))?;
    let end = (range.start..at)
        .find(|&token| !matches!(g.part(token), Part::Name | Part::Noun | Part::Number))
        .unwrap_or(at);
    let source = range.start..end;
    let named = g.part(source.start) == Part::Name && !g.has_finite(range.start..at);
    // Capitals make a name of every word of a headline: the first or the last of them comes again.
    let first = source.start..source.start + 1;
    let again = is_named_again(g, &source) || is_named_again(g, &first);
    (named && again).then_some((source, at))
}

/// Names only: "Ana Ruiz and Rui Paz", "Rep. Ana Ruiz (D-N.M.)".
fn is_name(g: &Grammar<'_, '_, '_>, source: &TokenRange) -> bool {
    g.part(source.start) == Part::Name
        && source.clone().all(|token| {
            matches!(
                g.part(token),
                Part::Name | Part::Number | Part::Conjunction | Part::Bracket
            )
        })
}

fn is_headline(g: &Grammar<'_, '_, '_>, scope: &Scope) -> bool {
    g.page
        .sentences
        .get(scope.sentence)
        .is_some_and(|sentence| {
            let block = g.page.blocks.get(sentence.sentence.block);
            block.is_some_and(|block| block.block.kind == BlockKind::Headline)
                || scope.sentence == 0
        })
}

/// A signed quotation: `"We lost." — Ana Ruiz, farmer`
pub(super) fn signed(reader: &mut Reader<'_, '_, '_>, scope: &Scope) -> bool {
    let g = &reader.g;
    let range = &scope.range;
    let signature = |&token: &usize| {
        g.part(token) == Part::Dash
            && g.part(token + 1) == Part::Name
            && token > 0
            && g.part(token - 1) == Part::Close
            && !g.is_quoted(token)
    };
    let end = range.start.max(range.end.saturating_sub(SIGNATURE))..range.end;
    // Most sentences have no dash there.
    let Some(last) = g.last(&end, Part::Dash) else {
        return false;
    };
    let Some(dash) = (end.start..last + 1).rev().find(signature) else {
        return false;
    };
    let Some(open) = g.twin(dash - 1).filter(|&open| open < dash) else {
        return false;
    };
    if g.has_finite(dash + 1..range.end) || open > range.start && g.has_finite(range.start..open) {
        return false;
    }
    let mut end = range.end;
    while end > dash + 2 && g.part(end - 1) == Part::Stop {
        end -= 1;
    }
    let comma = (dash + 1..end)
        .find(|&token| matches!(g.part(token), Part::Comma | Part::Gerund))
        .unwrap_or(end);
    reader.add(
        "attribution.signature",
        scope,
        &colon(dash),
        Some(dash + 1..comma),
        &[open..dash],
    )
}

/// The quotation that a sentence ending in a colon introduces.
pub(super) fn introduced(g: &Grammar<'_, '_, '_>, scope: &Scope) -> Option<TokenRange> {
    let end = scope.range.end;
    if g.part(end.checked_sub(1)?) != Part::Colon {
        return None;
    }
    let next = g.page.sentences.get(scope.sentence + 1)?.tokens.start;
    (next == end && g.part(next) == Part::Open).then(|| next..g.behind_quotation(next))
}

/// "In May the mayor said of the plan:" and the quotation below.
pub(super) fn cue_before_quotation<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    if scope.nested_in.is_some() || !cue.takes(Frames::QUOTE.with(Frames::CLAUSE)) {
        return None;
    }
    let content = introduced(g, scope)?;
    let between = cue.tokens.end..scope.range.end - 1;
    if between.len() > 25
        || g.has_finite(between.clone())
        || between.clone().any(|token| g.part(token) == Part::That)
    {
        return None;
    }
    let subject = super::subject::subject(reader, scope, cue)?;
    reader
        .add(
            "attribution.colon_quotation",
            scope,
            cue,
            subject.tokens,
            &[content],
        )
        .then_some(scope.range.end)
}

/// "She closed with a warning:" and the quotation behind or below: the colon is all the cue there is.
pub(super) fn bare(reader: &mut Reader<'_, '_, '_>, scope: &Scope) -> bool {
    if scope.nested_in.is_some() {
        return false;
    }
    let g = &reader.g;
    let range = &scope.range;
    let Some((at, content)) = introduced(g, scope)
        .map(|content| (range.end - 1, content))
        .or_else(|| within(g, range))
    else {
        return false;
    };
    if reader.is_claimed(content.start, None) || scope.floor > at {
        return false;
    }
    let Some(source) = sources::first_subject(g, range.start, at) else {
        return false;
    };
    // "The timing was no surprise: …": only who can speak leads to speech.
    let head = source
        .clone()
        .find(|&token| g.part(token) == Part::Preposition);
    let head = source.start..head.unwrap_or(source.end);
    let verb = (source.end..at).find(|&token| g.part(token).is_finite() && !g.is_reduced(token));
    let Some(verb) = verb.filter(|_| speaks(g, &head)) else {
        return false;
    };
    if (verb..at).any(|token| g.part(token) == Part::Relative) {
        return false;
    }
    // "delivered a blunt message:" tells that she spoke; a long predicate tells more than that.
    let mut cue = colon(at);
    // "The firm has apologized for what happened:": one cue, and what it brings is the quotation.
    if at - verb <= PREDICATE {
        cue.tokens.start = verb;
        while reader.claims.last().is_some_and(|claim| {
            let cue = claim.cue.as_ref();
            claim.sentence == scope.sentence && cue.is_some_and(|cue| cue.tokens.end > verb)
        }) {
            reader.claims.pop();
        }
    }
    reader.add("attribution.colon", scope, &cue, Some(source), &[content])
}

/// Whether the phrase names one who can speak, and no thing.
pub(super) fn speaks(g: &Grammar<'_, '_, '_>, source: &TokenRange) -> bool {
    let thing = g.reads(source.start, "there") || g.reads(source.start, "it");
    let voice = Classes::ROLE
        .with(Classes::ORGANIZATION)
        .with(Classes::DOCUMENT);
    !thing
        && source.clone().any(|token| {
            matches!(g.part(token), Part::Name | Part::Pronoun) || g.page.is(token, voice)
        })
}

/// A colon in the sentence with a quotation behind it that reads like speech, and nothing behind that.
fn within(g: &Grammar<'_, '_, '_>, range: &TokenRange) -> Option<(usize, TokenRange)> {
    let at = (range.start..range.end)
        .find(|&token| g.part(token) == Part::Colon && !g.is_quoted(token))?;
    let open = at + 1;
    if g.part(open) != Part::Open || !g.page.has(open + 1, Flags::CAPITALISED) {
        return None;
    }
    let behind = g.behind_quotation(open);
    let ends = behind >= range.end || super::continued::content_ends(g, behind, range.end);
    (ends && behind > open + 3).then_some((at, open..behind))
}

/// Whether the label's last word comes again: "Ruiz: We lost" above an article about her, and not "Watch: …".
fn is_named_again(g: &Grammar<'_, '_, '_>, source: &TokenRange) -> bool {
    // "(D-N.M.)" may close the label.
    let Some(last) = source
        .clone()
        .take_while(|&token| g.part(token) != Part::Bracket)
        .last()
    else {
        return false;
    };
    let word = g.page.word(last);
    let is_same = |token: usize| g.part(token) == Part::Name && g.page.word(token) == word;
    (source.end..g.page.tokens.len().min(source.end + NEAR)).any(is_same)
        || (source.start.saturating_sub(NEAR)..source.start).any(is_same)
}
