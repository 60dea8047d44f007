//! "The plan drew criticism from the union": who is named behind the noun has spoken, and the subject is what of.

use super::content_end;
use super::cues::{Cue, CueForm};
use super::noun_cue::{MODIFIERS, noun};
use super::opening::Opening;
use super::reader::{Reader, Reading, Scope};
use super::subject::can_speak;
use crate::extraction::{Polarity, Rule};
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::{Syntax, Tag, phrases, verbs};
use crate::text::TokenRange;

use super::sources;

/// The rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    name: "attribution.received_noun",
    example: "The plan drew criticism from the union.",
    counterexample: "The plan drew money from the union.",
}];

/// Verbs whose subject is spoken of: "sparked outrage among", "won the backing of".
const RECEIVES: [&str; 18] = [
    "attract",
    "draw",
    "earn",
    "elicit",
    "encounter",
    "face",
    "gain",
    "garner",
    "get",
    "meet with",
    "prompt",
    "provoke",
    "receive",
    "secure",
    "spark",
    "stir",
    "trigger",
    "win",
];

/// The claim of the noun at `token`.
pub(super) fn claim<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    token: usize,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let (entry, word) = noun(syntax, token)?;
    let limit = scope.range.end;
    if !word.frames.any(Frames::RECEIVED) || !tells_whose(syntax, token) {
        return None;
    }
    let verb = verb_before(syntax, scope.floor, token)?;
    let group = verbs::around(syntax, verb, verb + 1, scope.floor);
    // "has drawn no criticism", "may draw criticism", "to win support": nobody has said it.
    let settled = group.finite
        && syntax.tag(verb.saturating_sub(1)) != Tag::To
        && group.modal.is_none()
        && group.polarity == Polarity::Said;
    if !settled || (verb..token).any(|at| syntax.page.is(at, Classes::NEGATION)) {
        return None;
    }
    let object = sources::before(syntax, group.tokens.start, scope.floor)?;
    let mut source = phrases::starting_at(syntax, token + 2, limit, false)?;
    // "from farmers for the delay", "from farmers who say that"
    let aside = |&at: &usize| match syntax.tag(at) {
        Tag::Relative => true,
        Tag::Preposition => matches!(syntax.page.word(at), "for" | "over" | "to" | "after" | "on"),
        _ => false,
    };
    source.end = source.clone().find(aside).unwrap_or(source.end);
    while source.len() > 1 && syntax.tag(source.end - 1) == Tag::Preposition {
        source.end -= 1;
    }
    source.end = phrases::list_end(syntax, source.end, limit);
    // "support from 40 percent of voters": what a poll counts.
    let counted = matches!(syntax.tag(source.start), Tag::Number);
    if counted || !can_speak(syntax, &source) || syntax.is_time(source.start) {
        return None;
    }
    let cue = Cue {
        tokens: group.tokens.start..token + 1,
        head: token,
        lemma: &entry.lemma,
        word,
        form: CueForm::Finite,
        polarity: Polarity::Said,
    };
    let (mut behind, mut end) = (source.end..source.end, token + 1);
    if matches!(syntax.page.word(source.end), "for" | "over") && source.end + 1 < limit {
        behind.end = content_end::find(syntax, source.end, Opening::Object, Some(&source), limit);
        end = behind.end;
    }
    let rule = "attribution.received_noun";
    Some(Reading::new(
        rule,
        &cue,
        Some(source),
        &[object, behind],
        end,
    ))
}

/// Whether whose word it is follows: "criticism from", "outrage among", "the backing of".
fn tells_whose(syntax: &Syntax<'_, '_, '_>, noun: usize) -> bool {
    let lent = || {
        syntax.reads(noun.wrapping_sub(1), "the")
            && matches!(
                syntax.page.word(noun),
                "approval" | "backing" | "endorsement" | "support"
            )
    };
    match syntax.page.word(noun + 1) {
        "from" | "by" | "among" => true,
        "of" => lent(),
        _ => false,
    }
}

/// The verb that receives the noun: "drew" before "sharp criticism".
fn verb_before(syntax: &Syntax<'_, '_, '_>, floor: usize, noun: usize) -> Option<usize> {
    let first = floor.max(noun.saturating_sub(MODIFIERS + 1));
    let modifiers: TokenRange = first..noun;
    let last = modifiers.rev().find(|&token| {
        !matches!(
            syntax.tag(token),
            Tag::Determiner | Tag::Quantifier | Tag::Noun | Tag::Name | Tag::Adverb | Tag::Comma
        )
    })?;
    let with = syntax.reads(last, "with");
    let verb = last
        .checked_sub(usize::from(with))
        .filter(|&verb| verb >= floor)?;
    let mut entries = syntax.page.entries(verb);
    let receives = entries.any(|(entry, _)| {
        let lemma: &str = &entry.lemma;
        RECEIVES.iter().any(|&known| match known.split_once(' ') {
            Some((verb, _)) => with && verb == lemma,
            None => !with && known == lemma,
        })
    });
    (syntax.tag(verb).is_verb() && receives).then_some(verb)
}
