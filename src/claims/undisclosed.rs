//! What somebody has not told: "has not released any figures on its losses", "declined to say how many".

use std::borrow::Cow;

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::entities::titles::widen;
use crate::extraction::{Excerpt, SourceKind, Undisclosed};
use crate::lexicon::entries::responses::DisclosurePart;
use crate::lexicon::{Classes, Meaning};
use crate::text::{Flags, Page, TokenKind, TokenRange};

/// Something kept back, before it is known who exactly keeps it.
#[derive(Clone, Debug)]
pub(crate) struct Withheld<'t> {
    pub tokens: TokenRange,
    pub sentence: usize,
    pub holder: Option<SourceDraft<'t>>,
    pub topic: TokenRange,
}

/// All that is said to be kept back, in the article's own words, in order.
pub(crate) fn find<'t>(page: &Page<'t, '_>, claims: &[ClaimDraft<'t, '_>]) -> Vec<Withheld<'t>> {
    let mut found: Vec<Withheld<'t>> = Vec::new();
    for at in page.all(0..page.tokens.len(), Classes::DISCLOSURE) {
        if page.has(at, Flags::QUOTED) {
            continue;
        }
        if found.last().is_some_and(|last| at < last.tokens.end) {
            continue;
        }
        found.extend(withheld(page, claims, at));
    }
    found
}

/// The contract's shape, once the holders are known.
pub(crate) fn finish<'t>(page: &Page<'t, '_>, withheld: Vec<Withheld<'t>>) -> Vec<Undisclosed<'t>> {
    withheld
        .into_iter()
        .map(|found| Undisclosed {
            span: page.span(&found.tokens),
            text: Cow::Borrowed(page.printed(&found.tokens)),
            sentence: found.sentence,
            holder: found.holder.map(|holder| holder.finish(page)),
            topic: Excerpt::new(page.text, page.span(&found.topic)),
        })
        .collect()
}

fn part_at(page: &Page<'_, '_>, at: usize) -> Option<(DisclosurePart, usize)> {
    let part = |(entry, _): (&crate::lexicon::Entry, crate::lexicon::Slot)| match entry.meaning {
        Meaning::Disclosure(part) => Some(part),
        _ => None,
    };
    if page.phrase_classes(at).any(Classes::DISCLOSURE) {
        if let Some((range, mut entries)) = page.phrase(at) {
            if let Some(part) = entries.find_map(part) {
                return Some((part, range.len()));
            }
        }
    }
    page.entries(at).find_map(part).map(|part| (part, 1))
}

fn withheld<'t>(
    page: &Page<'t, '_>,
    claims: &[ClaimDraft<'t, '_>],
    at: usize,
) -> Option<Withheld<'t>> {
    let sentence = page.sentence_of(at)?;
    let range = page.sentences.get(sentence)?.tokens.clone();
    let (mut part, mut length) = part_at(page, at)?;
    let mut verb = at;
    let mut refused = false;
    if part == DisclosurePart::Refuse {
        verb = at + length;
        (part, length) = part_at(page, verb)?;
        refused = true;
    }
    let behind = verb + length;
    // Back over the verb group to its negation.
    let mut start = at;
    let mut negated = refused;
    while start > range.start
        && at - start < 6
        && page.is(
            start - 1,
            Classes::AUXILIARY
                .with(Classes::MODAL)
                .with(Classes::ADVERB)
                .with(Classes::NEGATION),
        )
    {
        start -= 1;
        negated |= page.is(start, Classes::NEGATION);
    }
    let topic = match part {
        DisclosurePart::Give => {
            let nothing =
                page.is(behind, Classes::NEGATION) && page.is(behind, Classes::DETERMINER);
            if !negated && !nothing {
                return None;
            }
            given(page, behind, range.end)?
        }
        DisclosurePart::Say | DisclosurePart::Specify if negated => {
            asked(page, behind, range.end, part == DisclosurePart::Specify)?
        }
        _ => return None,
    };
    // ", giving no details" hangs on the sentence, wherever the content before it has been taken to end.
    let hangs = start > range.start && page.word(start - 1) == "," && page.is(at, Classes::GERUND);
    if !hangs && inside_content(claims, sentence, at) {
        return None;
    }
    let holder = holder(page, claims, sentence, start, range.start, at);
    Some(Withheld {
        tokens: start..topic.end,
        sentence,
        holder,
        topic,
    })
}

/// Whether somebody else says so: the article itself does not.
fn inside_content(claims: &[ClaimDraft<'_, '_>], sentence: usize, at: usize) -> bool {
    let start = claims.partition_point(|claim| claim.sentence < sentence);
    claims[start..]
        .iter()
        .take_while(|claim| claim.sentence == sentence)
        .any(|claim| {
            let own_cue = claim
                .cue
                .as_ref()
                .is_some_and(|cue| cue.tokens.contains(&at));
            !own_cue && claim.holds(at)
        })
}

/// "any figures [on its lost trawlers]"; without such a phrase the thing itself: "[further details]".
fn given(page: &Page<'_, '_>, behind: usize, end: usize) -> Option<TokenRange> {
    let mut first = behind;
    while first < end
        && page.is(
            first,
            Classes::DETERMINER
                .with(Classes::QUANTIFIER)
                .with(Classes::NEGATION),
        )
    {
        first += 1;
    }
    let thing = (first..(first + 4).min(end)).find(|&at| {
        page.tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Word)
            && part_at(page, at).is_some_and(|(part, _)| part == DisclosurePart::Thing)
    })?;
    if (first..thing).any(|at| {
        page.kind(at) != Some(TokenKind::Word)
            || page.is(at, Classes::PREPOSITION.with(Classes::CONJUNCTION))
    }) {
        return None;
    }
    let (_, length) = part_at(page, thing)?;
    let after = thing + length;
    if page.is(after, Classes::PREPOSITION) && after < end {
        let topic = after + 1..phrase_end(page, after + 1, end);
        if !topic.is_empty() {
            return Some(topic);
        }
    }
    Some(first..after)
}

/// "how many had died", "the cause of the fire"
fn asked(page: &Page<'_, '_>, behind: usize, end: usize, takes_object: bool) -> Option<TokenRange> {
    let mut first = behind;
    // "say publicly how many", "tell reporters where"
    while first < end
        && first < behind + 3
        && !page.is(first, Classes::INTERROGATIVE)
        && page.is(first, Classes::ADVERB)
    {
        first += 1;
    }
    let question = page.is(first, Classes::INTERROGATIVE) || page.reads(first, "if");
    let object = takes_object && page.is(first, Classes::DETERMINER.with(Classes::POSSESSIVE));
    if !question && !object {
        return None;
    }
    let stop = if question {
        (first..end)
            .find(|&at| {
                matches!(
                    page.kind(at),
                    Some(TokenKind::Punctuation | TokenKind::Dash | TokenKind::Mark)
                )
            })
            .unwrap_or(end)
    } else {
        phrase_end(page, first, end)
    };
    (stop > first).then_some(first..stop)
}

/// The end of a noun phrase with its "of" and "in".
fn phrase_end(page: &Page<'_, '_>, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end && at < start + 14 {
        let word = matches!(
            page.kind(at),
            Some(TokenKind::Word | TokenKind::Clitic | TokenKind::Number)
        );
        let clause = page.is(
            at,
            Classes::RELATIVE
                .with(Classes::SUBORDINATOR)
                .with(Classes::AUXILIARY)
                .with(Classes::MODAL),
        ) && !page.is(at, Classes::PREPOSITION)
            || page.is(at, Classes::CONJUNCTION)
                && page.is(at + 1, Classes::VERB.with(Classes::PRONOUN));
        if !word || clause {
            break;
        }
        at += 1;
    }
    // "his message to the union or": the rest is not part of the phrase.
    while at > start
        && page.is(
            at - 1,
            Classes::CONJUNCTION
                .with(Classes::PREPOSITION)
                .with(Classes::DETERMINER),
        )
    {
        at -= 1;
    }
    at
}

/// Who keeps it back: the subject right before the verb group, or the speaker of the claim beside a participle.
fn holder<'t>(
    page: &Page<'t, '_>,
    claims: &[ClaimDraft<'t, '_>],
    sentence: usize,
    group: usize,
    floor: usize,
    at: usize,
) -> Option<SourceDraft<'t>> {
    let before = group.checked_sub(1).filter(|&before| before >= floor)?;
    if page.is(before, Classes::PRONOUN) && page.kind(before) == Some(TokenKind::Word) {
        return Some(SourceDraft::new(before..group, SourceKind::Pronoun));
    }
    let mut start = widen(page, group).max(floor);
    // "official [Chilean and] Peruvian sources": two adjectives of one noun.
    let adjective = |at: usize| page.is(at, Classes::DEMONYM) && !page.word(at).ends_with('s');
    if start < group && start >= floor + 2 && page.reads(start - 1, "and") {
        let joined = adjective(start) && adjective(start - 2) && start + 1 < group;
        if joined {
            start = widen(page, start - 1).max(floor);
        }
    }
    if start < group {
        if start > floor
            && page.is(
                start - 1,
                Classes::DETERMINER
                    .with(Classes::POSSESSIVE)
                    .with(Classes::QUANTIFIER),
            )
        {
            start -= 1;
        }
        return Some(SourceDraft::new(start..group, SourceKind::Unknown));
    }
    // "…, the ministry said, giving no details"; "but did not say how many"
    let first = claims.partition_point(|claim| claim.sentence < sentence);
    claims[first..]
        .iter()
        .take_while(|claim| claim.sentence == sentence)
        .filter(|claim| claim.nested_in.is_none())
        .filter(|claim| claim.cue.as_ref().is_some_and(|cue| cue.head <= at))
        .last()
        .and_then(|claim| claim.source.clone())
}
