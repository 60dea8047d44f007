//! Colons that introduce speech: `Ana Ruiz: "We lost."`, `She closed with a warning:` and the quotation below it.

use super::cues::Cue;
use super::headline::{self, LABEL, colon, is_name, is_named_again, outer_colon};
use super::sources;
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::{FAR, Syntax, Tag};
use crate::text::{Flags, TokenKind, TokenRange};

use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Tier, Whole};
use crate::extraction::Rule;

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[Construction {
    cues: Cues::Active,
    tier: Tier::Specific,
    read: cue_before_quotation,
    rules: &[Rule {
        name: "attribution.colon_quotation",
        example: "The mayor said of the plan:\n\n\"It will fail before the winter.\"",
        counterexample: "The mayor bought the following:\n\n\"The Road\", a novel.",
    }],
}];

/// The rules of what is read without a cue of the dictionaries.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "attribution.label_quotation",
        example: "From the report: \"The road is not safe in the winter.\"",
        counterexample: "The old rule was simple: \"The road\" is for carts.",
    },
    Rule {
        name: "attribution.signature",
        example: "\"We lost the bridge to the flood.\" — Ana Ruiz, farmer",
        counterexample: "The old fort — Ana Ruiz knows it well — is closed.",
    },
    Rule {
        name: "attribution.colon",
        example: "He then added a warning: \"Without salt, this dough will fall.\"",
        counterexample: "The mayor has two dogs: \"Rex\" and \"Max\".",
    },
];

/// The longest signature, in tokens.
const SIGNATURE: usize = 16;

/// The longest predicate that is the cue with its colon, in tokens.
const PREDICATE: usize = 10;

/// What takes a whole sentence.
pub(super) const WHOLE: &[Whole] = &[claim, signed, headline::attributed];

/// A name and a colon at the start of the sentence or behind a dash: `Ana Ruiz: "We lost."`, `Pollsters agree – Ana
/// Ruiz: "We lost."`, `From the letter: "Come home."`; in a headline also `Ana Ruiz: We lost`.
pub(super) fn claim<'l>(reader: &Reader<'_, '_, 'l>, scope: &Scope) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    if scope.nested_in.is_some() {
        return None;
    }
    let range = &scope.range;
    if let Some((source, at)) = quoted(syntax, range).or_else(|| headline::headed(syntax, scope)) {
        let open = at + 1;
        let mut end = syntax.behind_quotation(open);
        // `Ana Ruiz: 'Not Radical' To Ask For More`: the whole headline is what she says.
        if headline::is_headline(syntax, scope) && end < range.end && !syntax.is_quoted(end) {
            end = range.end;
        }
        return Some(Reading::new(
            "attribution.label_quotation",
            &colon(at),
            Some(source),
            &[open..end],
            scope.range.end,
        ));
    }
    headline::labelled(syntax, scope)
}

/// A label with a colon and a quotation behind it.
fn quoted(syntax: &Syntax<'_, '_, '_>, range: &TokenRange) -> Option<(TokenRange, usize)> {
    let near = range.start..range.end.min(range.start + FAR);
    let at = outer_colon(syntax, near).filter(|&at| syntax.tag(at + 1) == Tag::Open)?;
    let start = (range.start..at)
        .rev()
        .find(|&token| syntax.tag(token) == Tag::Dash)
        .map_or(range.start, |dash| dash + 1);
    let source = start..at;
    if source.is_empty() || source.len() > LABEL || syntax.has_finite(source.clone()) {
        return None;
    }
    // "@harbour:" is a name by its sign.
    let handle = source.len() == 1 && syntax.page.kind(start) == Some(TokenKind::Handle);
    let known = handle || start > range.start || is_named_again(syntax, &source);
    if is_name(syntax, &source) && known {
        return Some((source, at));
    }
    // "Ruiz, on the new road:", "Ruiz on her plans:"
    let name = source
        .clone()
        .find(|&token| !matches!(syntax.tag(token), Tag::Name | Tag::Number))
        .filter(|&token| matches!(syntax.tag(token), Tag::Comma | Tag::Preposition));
    if let Some(name) = name.map(|end| source.start..end) {
        if syntax.tag(source.start) == Tag::Name && is_named_again(syntax, &name) {
            return Some((name, at));
        }
    }
    // "More from the report:"
    let from = source.clone().find(|&token| syntax.reads(token, "from"))?;
    let phrase = from + 1..at;
    let opens = from <= start + 1 && syntax.tag(phrase.start).opens_phrase();
    (opens && !phrase.is_empty()).then_some((phrase, at))
}

/// A signed quotation: `"We lost." — Ana Ruiz, farmer`
pub(super) fn signed<'l>(reader: &Reader<'_, '_, 'l>, scope: &Scope) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    if scope.nested_in.is_some() {
        return None;
    }
    let range = &scope.range;
    let signature = |&token: &usize| {
        syntax.tag(token) == Tag::Dash
            && syntax.tag(token + 1) == Tag::Name
            && token > 0
            && syntax.tag(token - 1) == Tag::Close
            && !syntax.is_quoted(token)
    };
    let end = range.start.max(range.end.saturating_sub(SIGNATURE))..range.end;
    // Most sentences have no dash there.
    let last = syntax.last(&end, Tag::Dash)?;
    let dash = (end.start..last + 1).rev().find(signature)?;
    let open = syntax.twin(dash - 1).filter(|&open| open < dash)?;
    if syntax.has_finite(dash + 1..range.end)
        || open > range.start && syntax.has_finite(range.start..open)
    {
        return None;
    }
    let mut end = range.end;
    while end > dash + 2 && syntax.tag(end - 1) == Tag::Stop {
        end -= 1;
    }
    let comma = (dash + 1..end)
        .find(|&token| matches!(syntax.tag(token), Tag::Comma | Tag::Gerund))
        .unwrap_or(end);
    Some(Reading::new(
        "attribution.signature",
        &colon(dash),
        Some(dash + 1..comma),
        &[open..dash],
        scope.range.end,
    ))
}

/// The quotation that a sentence ending in a colon introduces.
pub(super) fn introduced(syntax: &Syntax<'_, '_, '_>, scope: &Scope) -> Option<TokenRange> {
    let end = scope.range.end;
    if syntax.tag(end.checked_sub(1)?) != Tag::Colon {
        return None;
    }
    let next = syntax.page.sentences.get(scope.sentence + 1)?.tokens.start;
    (next == end && syntax.tag(next) == Tag::Open).then(|| next..syntax.behind_quotation(next))
}

/// "In May the mayor said of the plan:" and the quotation below.
pub(super) fn cue_before_quotation<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    if scope.nested_in.is_some() || !cue.takes(Frames::QUOTE.with(Frames::CLAUSE)) {
        return None;
    }
    let content = introduced(syntax, scope)?;
    let between = cue.tokens.end..scope.range.end - 1;
    if between.len() > 25
        || syntax.has_finite(between.clone())
        || between.clone().any(|token| syntax.tag(token) == Tag::That)
    {
        return None;
    }
    let subject = super::subject::subject(reader, scope, cue)?;
    Some(Reading::new(
        "attribution.colon_quotation",
        cue,
        subject.tokens,
        &[content],
        scope.range.end,
    ))
}

/// "She closed with a warning:" and the quotation behind or below: the colon is all the cue there is.
pub(super) fn bare<'l>(reader: &Reader<'_, '_, 'l>, scope: &Scope) -> Option<Reading<'l>> {
    if scope.nested_in.is_some() {
        return None;
    }
    let syntax = reader.syntax;
    let range = &scope.range;
    let (at, content) = introduced(syntax, scope)
        .map(|content| (range.end - 1, content))
        .or_else(|| within(syntax, range))?;
    if reader.is_claimed(content.start, None) || scope.floor > at {
        return None;
    }
    let source = sources::first_subject(syntax, range.start, at)?;
    // "The timing was no surprise: …": only who can speak leads to speech.
    let head = source
        .clone()
        .find(|&token| syntax.tag(token) == Tag::Preposition);
    let head = source.start..head.unwrap_or(source.end);
    let verb =
        (source.end..at).find(|&token| syntax.tag(token).is_finite() && !syntax.is_reduced(token));
    let verb = verb.filter(|_| speaks(syntax, &head))?;
    if syntax.first(verb..at, Tag::Relative).is_some() {
        return None;
    }
    // "delivered a blunt message:" tells that she spoke; a long predicate tells more than that.
    let mut cue = colon(at);
    // "The firm has apologized for what happened:": one cue, and what it brings is the quotation.
    if at - verb <= PREDICATE {
        cue.tokens.start = verb;
    }
    Some(Reading::new(
        "attribution.colon",
        &cue,
        Some(source),
        &[content],
        scope.range.end,
    ))
}

/// Whether the phrase names one who can speak, and no thing.
pub(super) fn speaks(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> bool {
    let thing = syntax.reads(source.start, "there") || syntax.reads(source.start, "it");
    let voice = Classes::ROLE
        .with(Classes::ORGANIZATION)
        .with(Classes::DOCUMENT);
    !thing
        && source.clone().any(|token| {
            matches!(syntax.tag(token), Tag::Name | Tag::Pronoun) || syntax.page.is(token, voice)
        })
}

/// A colon in the sentence with a quotation behind it that reads like speech, and nothing behind that.
fn within(syntax: &Syntax<'_, '_, '_>, range: &TokenRange) -> Option<(usize, TokenRange)> {
    let at = outer_colon(syntax, range.clone())?;
    let open = at + 1;
    if syntax.tag(open) != Tag::Open || !syntax.page.has(open + 1, Flags::CAPITALISED) {
        return None;
    }
    let behind = syntax.behind_quotation(open);
    let ends = behind >= range.end || super::continued::content_ends(syntax, behind, range.end);
    (ends && behind > open + 3).then_some((at, open..behind))
}
