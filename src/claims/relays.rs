//! Who passed a claim on: "…, the minister said, the agency reported", "as cited by local media", "in a letter seen by
//! the newspaper". The outlet to which somebody speaks ("told the newspaper") is a hearer and passes nothing on.

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::extraction::{ClaimKind, SourceKind};
use crate::lexicon::entries::speech::Frames;
use crate::lexicon::{Classes, Meaning};
use crate::text::{Flags, Page, TokenKind, TokenRange};

/// How many words of the outer claim's content may lie outside the inner claim: "on Sunday", "in an interview".
const SLACK: usize = 6;

/// Finds relays that stand in a phrase of their own. Who they are, `names` tells.
pub(crate) fn find(page: &Page<'_, '_>, claims: &mut [ClaimDraft<'_, '_>]) {
    let mut done: Option<usize> = None;
    for index in 0..claims.len() {
        let sentence = claims[index].sentence;
        // Claims are in order of their cues, so those of one sentence stand together.
        if done == Some(sentence) || claims[index].nested_in.is_some() {
            continue;
        }
        done = Some(sentence);
        let Some(range) = page
            .sentences
            .get(sentence)
            .map(|found| found.tokens.clone())
        else {
            continue;
        };
        for at in range.clone() {
            let Some(relay) = relay_at(page, claims, at, range.end) else {
                continue;
            };
            let Some(claim) = passed_on(claims, index, sentence, at) else {
                continue;
            };
            // "a letter obtained by the agency warns": the agency is no speaker here, whatever the source's end is.
            if claims[claim]
                .source
                .as_ref()
                .is_some_and(|source| source.tokens == relay)
            {
                continue;
            }
            if claims[claim]
                .relays
                .iter()
                .all(|known| known.tokens != relay)
            {
                claims[claim]
                    .relays
                    .push(SourceDraft::new(relay, SourceKind::Media));
            }
        }
    }
}

/// The phrase behind "as cited by", "seen by"; none where the words are a cue or lie in a quotation.
fn relay_at(
    page: &Page<'_, '_>,
    claims: &[ClaimDraft<'_, '_>],
    at: usize,
    end: usize,
) -> Option<TokenRange> {
    if !page.phrase_classes(at).any(Classes::RELAY) || page.has(at, Flags::QUOTED) {
        return None;
    }
    let (words, mut entries) = page.phrase(at)?;
    let relays = entries.any(|(entry, _)| matches!(entry.meaning, Meaning::Relay));
    let is_cue = cue_covers(claims, at);
    if !relays || is_cue {
        return None;
    }
    let mut stop = words.end;
    while stop < end
        && matches!(page.kind(stop), Some(TokenKind::Word | TokenKind::Clitic))
        && !(stop > words.end
            && !page.has(stop, Flags::CAPITALISED)
            && page.is(
                stop,
                Classes::PREPOSITION
                    .with(Classes::CONJUNCTION)
                    .with(Classes::RELATIVE)
                    .with(Classes::AUXILIARY)
                    .with(Classes::WEEKDAY)
                    .with(Classes::THAT),
            ))
        && !(page.is(stop, Classes::VERB.with(Classes::ADVERB))
            && !page.has(stop, Flags::CAPITALISED)
            && !page.is(stop, Classes::ALSO_NOUN.with(Classes::ALSO_ADJECTIVE)))
    {
        stop += 1;
    }
    let relay = words.end..stop;
    // "seen by many", "published in May": only papers and broadcasters pass claims on.
    let outlet = relay.clone().any(|token| {
        page.is(token, Classes::MEDIA) || page.phrase_classes(token).any(Classes::MEDIA)
    });
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
pub(crate) fn chain(page: &Page<'_, '_>, claims: &mut [ClaimDraft<'_, '_>]) {
    for index in 0..claims.len() {
        let mut chain = Vec::new();
        let mut inner = index;
        // From the nearest outwards; a chain of more than four is none.
        while let Some(outer) = claims[inner].nested_in.filter(|_| chain.len() < 4) {
            if outer == inner || !passes_on(page, &claims[outer], &claims[inner]) {
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

fn passes_on(page: &Page<'_, '_>, outer: &ClaimDraft<'_, '_>, inner: &ClaimDraft<'_, '_>) -> bool {
    let (Some(source), Some(cue)) = (&outer.source, &outer.cue) else {
        return false;
    };
    let by_phrase = page.phrase_classes(cue.tokens.start).any(Classes::RELAY);
    if source.kind != SourceKind::Media && !by_phrase {
        return false;
    }
    // The inner claim must be said by somebody else: not "said it had decided", "reported that polls show".
    let Some((speaker, verb)) = inner.source.as_ref().zip(inner.cue.as_ref()) else {
        return false;
    };
    let says = page.is(verb.head, Classes::CUE_VERB.with(Classes::CUE_PREPOSITION))
        && !matches!(inner.kind, ClaimKind::Attitude | ClaimKind::Other | ClaimKind::Agreement)
        && !matches!(speaker.kind, SourceKind::Document | SourceKind::Unknown)
        && !page.entries(verb.head).any(|(entry, _)| {
            matches!(&entry.meaning, Meaning::Cue(word) if word.frames.any(Frames::WEAK))
        });
    let finite = page.is(
        verb.head,
        Classes::PAST
            .with(Classes::THIRD_PERSON)
            .with(Classes::PARTICIPLE),
    ) && !inner.rule.contains("noun")
        || page.is(verb.head, Classes::CUE_PREPOSITION);
    // Somebody, not "the attacks" that "highlight" something.
    let somebody = speaker.name.is_some()
        || speaker.role.is_some()
        || matches!(
            speaker.kind,
            SourceKind::Government | SourceKind::Organization | SourceKind::Pronoun
        );
    // What is passed on begins with the inner claim: not "the letter came hours after he proposed it".
    let begins = outer.content.first().is_some_and(|first| {
        let inner_start = inner.content.first().map_or(speaker.tokens.start, |piece| {
            piece.start.min(speaker.tokens.start)
        });
        inner_start <= first.start + 4 && !page.is(first.start, Classes::INTERROGATIVE)
    });
    let unsaid = (speaker.tokens.end..verb.head)
        .take(6)
        .any(|at| page.is(at, Classes::NEGATION));
    if !finite || !somebody || !begins || unsaid {
        return false;
    }
    let himself = speaker.name.is_some() && speaker.name == source.name;
    if !says || himself {
        return false;
    }
    let words = |range: &TokenRange| {
        range
            .clone()
            .filter(|&at| {
                page.kind(at) == Some(TokenKind::Word) || page.kind(at) == Some(TokenKind::Number)
            })
            .count()
    };
    let all: usize = outer.content.iter().map(words).sum();
    let own: usize = inner.content.iter().map(words).sum::<usize>()
        + inner
            .source
            .as_ref()
            .map_or(0, |source| words(&source.tokens))
        + inner.cue.as_ref().map_or(0, |cue| words(&cue.tokens));
    all <= own + SLACK
}
