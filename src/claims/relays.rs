//! Who passed a claim on: "…, the minister said, the agency reported", "as cited by local media", "in a letter seen by
//! the newspaper". The outlet to which somebody speaks ("told the newspaper") is a hearer and passes nothing on.

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::extraction::{ClaimKind, Polarity, SourceKind};
use crate::lexicon::entries::speech::Frames;
use crate::lexicon::{Classes, Meaning};
use crate::syntax::phrases::Reach;
use crate::syntax::{Syntax, Tag};
use crate::text::{TokenKind, TokenRange};

/// How many words of the outer claim's content may lie outside the inner claim: "on Sunday", "in an interview".
const SLACK: usize = 6;

/// How many tokens of the outer claim's content may stand before the inner claim: "on Sunday the minister said".
const BEFORE: usize = 4;

/// The most outlets that pass a claim on to each other.
const CHAIN: usize = 4;

/// Finds relays that stand in a phrase of their own. Who they are, `names` tells.
pub(crate) fn find(syntax: &Syntax<'_, '_, '_>, claims: &mut [ClaimDraft<'_, '_>]) {
    let page = syntax.page;
    let mut done: Option<usize> = None;
    for index in 0..claims.len() {
        let sentence = claims[index].sentence;
        // Claims are in order of their cues, so those of one sentence stand together.
        if done == Some(sentence) || claims[index].nested_in.is_some() {
            continue;
        }
        done = Some(sentence);
        let Some(range) = page.sentences.get(sentence).map(|found| &found.tokens) else {
            continue;
        };
        for at in page.all(range.clone(), Classes::RELAY) {
            let relay = relay_at(syntax, claims, at, range.end);
            let claim = passed_on(claims, index, sentence, at);
            let Some((relay, claim)) = relay.zip(claim) else {
                continue;
            };
            let claim = &mut claims[claim];
            // "a letter obtained by the agency warns": the agency is no speaker here, whatever the source's end is.
            let mut known = claim.source.iter().chain(&claim.relays);
            if known.all(|known| known.tokens != relay) {
                claim
                    .relays
                    .push(SourceDraft::new(relay, SourceKind::Media));
            }
        }
    }
}

/// The phrase behind "as cited by", "seen by"; none where the words are a cue or lie in a quotation.
fn relay_at(
    syntax: &Syntax<'_, '_, '_>,
    claims: &[ClaimDraft<'_, '_>],
    at: usize,
    end: usize,
) -> Option<TokenRange> {
    let page = syntax.page;
    let (words, mut entries) = page.phrase(at)?;
    let relays = entries.any(|(entry, _)| matches!(entry.meaning, Meaning::Relay));
    if !relays || syntax.is_quoted(at) || cue_covers(claims, at) {
        return None;
    }
    let relay = Reach::Base.starting_at(syntax, words.end, end)?;
    // "seen by many", "published in May": only papers and broadcasters pass claims on.
    let outlet = relay
        .clone()
        .any(|token| page.can_be(token, Classes::MEDIA));
    outlet.then_some(relay)
}

fn cue_covers(claims: &[ClaimDraft<'_, '_>], at: usize) -> bool {
    let place = claims.partition_point(|claim| claim.cue.as_ref().map_or(0, |cue| cue.head) < at);
    let near = place.saturating_sub(1)..(place + 2).min(claims.len());
    claims[near].iter().any(|claim| {
        claim
            .cue
            .as_ref()
            .is_some_and(|cue| cue.tokens.contains(&at))
    })
}

/// The claim of the sentence that a relay at `at` belongs to: the one whose source holds it, or the last one before.
fn passed_on(
    claims: &[ClaimDraft<'_, '_>],
    first: usize,
    sentence: usize,
    at: usize,
) -> Option<usize> {
    let here = || {
        (first..claims.len())
            .take_while(|&index| claims[index].sentence == sentence)
            .filter(|&index| claims[index].nested_in.is_none())
    };
    here()
        .find(|&index| {
            let source = claims[index].source.as_ref();
            source.is_some_and(|source| source.tokens.contains(&at))
        })
        .or_else(|| {
            here()
                .filter(|&index| {
                    let cue = claims[index].cue.as_ref();
                    cue.is_some_and(|cue| cue.head < at) && !claims[index].holds(at)
                })
                .last()
        })
        // "In a letter seen by the newspaper, the minister said"
        .or_else(|| here().find(|&index| !claims[index].holds(at)))
}

/// Makes relays of those whose claim holds little more than another's: in "…, the minister said, the agency reported"
/// the agency passes on what the minister said.
pub(crate) fn chain(syntax: &Syntax<'_, '_, '_>, claims: &mut [ClaimDraft<'_, '_>]) {
    for index in 0..claims.len() {
        let mut chain = Vec::new();
        let mut inner = index;
        // From the nearest outwards.
        while let Some(outer) = claims[inner].nested_in.filter(|_| chain.len() < CHAIN) {
            if outer == inner || !passes_on(syntax, &claims[outer], &claims[inner]) {
                break;
            }
            chain.extend(claims[outer].source.clone());
            inner = outer;
        }
        let known = &claims[index].relays;
        chain.retain(|relay| known.iter().all(|other| other.tokens != relay.tokens));
        claims[index].relays.extend(chain);
    }
}

fn passes_on(
    syntax: &Syntax<'_, '_, '_>,
    outer: &ClaimDraft<'_, '_>,
    inner: &ClaimDraft<'_, '_>,
) -> bool {
    let (Some(source), Some(cue)) = (&outer.source, &outer.cue) else {
        return false;
    };
    // The inner claim must be said by somebody else: not "said it had decided", "reported that polls show".
    let Some(speaker) = inner.source.as_ref().filter(|_| is_told(syntax, inner)) else {
        return false;
    };
    let by_phrase = syntax
        .page
        .phrase_classes(cue.tokens.start)
        .any(Classes::RELAY);
    // Somebody, not "the attacks" that "highlight" something.
    let somebody = speaker.name.is_some()
        || speaker.role.is_some()
        || matches!(
            speaker.kind,
            SourceKind::Government | SourceKind::Organization | SourceKind::Pronoun
        );
    let himself = speaker.name.is_some() && speaker.name == source.name;
    // What is passed on begins with the inner claim: not "the letter came hours after he proposed it".
    let begins = outer.content.first().is_some_and(|first| {
        let content = inner.content.first().map(|piece| piece.start);
        let inner_start = content.map_or(speaker.tokens.start, |start| {
            start.min(speaker.tokens.start)
        });
        let question = matches!(syntax.tag(first.start), Tag::Question | Tag::Relative);
        inner_start <= first.start + BEFORE && !question
    });
    (by_phrase || source.kind == SourceKind::Media)
        && somebody
        && !himself
        && begins
        && words(syntax, &outer.content) <= told(syntax, inner) + SLACK
}

/// Whether somebody tells a thing outright, by a finite verb of speech or "according to".
fn is_told(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> bool {
    let (Some(speaker), Some(cue)) = (&claim.source, &claim.cue) else {
        return false;
    };
    let page = syntax.page;
    let weak = page.entries(cue.head).any(
        |(entry, _)| matches!(&entry.meaning, Meaning::Cue(word) if word.frames.any(Frames::WEAK)),
    );
    let verb = page.is(cue.head, Classes::CUE_VERB)
        && matches!(
            syntax.tag(cue.head),
            Tag::Finite | Tag::Past | Tag::Participle
        );
    (verb || page.is(cue.head, Classes::CUE_PREPOSITION))
        && !weak
        && claim.polarity == Polarity::Said
        && !matches!(
            claim.kind,
            ClaimKind::Attitude | ClaimKind::Other | ClaimKind::Agreement
        )
        && !matches!(speaker.kind, SourceKind::Document | SourceKind::Unknown)
}

/// How many words a claim has, its source and its cue counted.
fn told(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> usize {
    let source = claim.source.as_ref().map(|source| source.tokens.clone());
    let cue = claim.cue.as_ref().map(|cue| cue.tokens.clone());
    words(syntax, &claim.content) + words(syntax, source.as_slice()) + words(syntax, cue.as_slice())
}

fn words(syntax: &Syntax<'_, '_, '_>, pieces: &[TokenRange]) -> usize {
    let tokens = pieces.iter().cloned().flatten();
    let is_word = |&at: &usize| {
        matches!(
            syntax.page.kind(at),
            Some(TokenKind::Word | TokenKind::Number)
        )
    };
    tokens.filter(is_word).count()
}
