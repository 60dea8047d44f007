//! Who answers whom: the same speaker, the one aimed at, the maker of what is answered; and which words two claims share.

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::entities::places::place_in;
use crate::entities::spelling;
use crate::extraction::SourceKind;
use crate::lexicon::entries::people::Stands;
use crate::lexicon::{Classes, Meaning, Table};
use crate::syntax::Syntax;
use crate::text::{Flags, Page, TokenKind, TokenRange};

use super::shells::{SHELL, shell_at};

/// How many tokens who made a claim can have: "from the head of the union and his two deputies".
const MAKER: usize = 12;
/// A word of fewer letters tells little of what a claim is about.
const LONG: usize = 4;
/// How many words of a content are compared.
const COMPARED: usize = 40;

/// "dismissed criticism [from the union]": who made the claim that is answered.
pub(super) fn maker(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<TokenRange> {
    let first = claim.content.first()?;
    let mut near = first.start..first.end.min(first.start + SHELL + 1);
    let by = near.find(|&at| shell_at(page, at).is_some())? + 1;
    let made = page.reads(by, "from") || page.reads(by, "by");
    (made && by + 1 < first.end).then(|| by + 1..first.end.min(by + 1 + MAKER))
}

/// Whether a claim's source shares a name, or its noun, with who is told to have made it.
pub(super) fn is_made_by(
    page: &Page<'_, '_>,
    maker: &TokenRange,
    candidate: &ClaimDraft<'_, '_>,
) -> bool {
    let Some(source) = &candidate.source else {
        return false;
    };
    let telling = |at: usize| page.kind(at) == Some(TokenKind::Word) && page.word(at).len() >= 3;
    let names = |at: usize| {
        page.has(at, Flags::CAPITALISED)
            || at + 1 == source.tokens.end && !page.is(at, Classes::PRONOUN)
    };
    let mut telling_words = source.tokens.clone().filter(|&at| telling(at) && names(at));
    let said_of = |at: usize| {
        maker
            .clone()
            .any(|other| telling(other) && stem(page.word(other)) == stem(page.word(at)))
    };
    telling_words.any(said_of)
        || source.name.as_deref().is_some_and(|name| {
            name.split_whitespace()
                .any(|part| part.len() >= 3 && maker.clone().any(|other| page.word(other) == part))
        })
}

/// "several of the findings contradicted her statement": things answer nobody.
pub(super) fn is_thing(page: &Page<'_, '_>, own: &SourceDraft<'_>) -> bool {
    let last = own.tokens.end.saturating_sub(1);
    own.name.is_none()
        && (own.kind == SourceKind::Unknown
            || own.tokens.len() > 1 && page.is(last, Classes::SHELL))
}

/// "denied her accusation" answers no man.
pub(super) fn contradicts_owner(
    page: &Page<'_, '_>,
    claim: &ClaimDraft<'_, '_>,
    candidate: &ClaimDraft<'_, '_>,
) -> bool {
    let stands = |at: usize| {
        page.entries_in(Table::Pronouns, at)
            .find_map(|(entry, _)| match entry.meaning {
                Meaning::Pronoun(stands @ (Stands::Male | Stands::Female)) => Some(stands),
                _ => None,
            })
    };
    let owner = claim
        .content
        .first()
        .filter(|first| page.is(first.start, Classes::POSSESSIVE))
        .and_then(|first| stands(first.start));
    // Nor several, nor a body: "the owner said …, the doctors said …; the bank rejected his claim".
    let single = |source: &SourceDraft<'_>| {
        matches!(
            source.kind,
            SourceKind::Person | SourceKind::Pronoun | SourceKind::Unknown
        )
    };
    if owner.is_some() && !candidate.source.as_ref().is_some_and(single) {
        return true;
    }
    let speaker = candidate
        .source
        .as_ref()
        .filter(|source| source.tokens.len() == 1)
        .and_then(|source| stands(source.tokens.start));
    owner
        .zip(speaker)
        .is_some_and(|(owner, speaker)| owner != speaker)
}

/// The same speaker, by name or by the very words; "the official" is the "official of the ministry" who spoke before.
pub(super) fn same(page: &Page<'_, '_>, one: &SourceDraft<'_>, own: &SourceDraft<'_>) -> bool {
    if one.tokens == own.tokens || one.name.is_some() && one.name == own.name {
        return true;
    }
    let (Some(head), Some(known)) = (own.tokens.clone().last(), one.tokens.clone().last()) else {
        return false;
    };
    let lower = |at: usize| !page.has(at, Flags::CAPITALISED);
    own.name.is_none()
        && page.reads(own.tokens.start, "the")
        && (own.tokens.start + 1..own.tokens.end).all(lower)
        && page.is(head, Classes::ROLE)
        && page.word(head) == page.word(known)
}

/// Whether what is aimed at a state hits the first of several who speak: "Peru and the island's officials denied".
pub(super) fn aims_at_first(
    page: &Page<'_, '_>,
    target: &SourceDraft<'_>,
    own: &SourceDraft<'_>,
) -> bool {
    let Some(and) = own.tokens.clone().find(|&at| page.reads(at, "and")) else {
        return false;
    };
    target.side.is_some() && place_in(page, &(own.tokens.start..and)) == target.side.as_deref()
}

/// Whether what is aimed at one hits the other: the same name, or the state that he speaks for.
pub(super) fn aims(target: &SourceDraft<'_>, own: &SourceDraft<'_>) -> bool {
    target.name.is_some() && target.name == own.name
        || target.side.is_some() && target.side == own.side
        || own
            .name
            .as_deref()
            .zip(target.name.as_deref())
            .is_some_and(|(own, target)| own.split(" and ").any(|part| part == target))
}

/// The longer nouns and verbs of a content.
pub(super) fn long_words(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> Vec<u64> {
    let page = syntax.page;
    let tokens = claim.content.iter().flat_map(TokenRange::clone);
    let long = tokens.filter(|&at| {
        let tag = syntax.tag(at);
        page.kind(at) == Some(TokenKind::Word)
            && page.word(at).len() >= LONG
            && (tag.is_nominal() || tag.is_verb())
    });
    long.take(COMPARED).map(|at| stem(page.word(at))).collect()
}

/// How many of these words a content holds.
pub(super) fn shared_words(
    syntax: &Syntax<'_, '_, '_>,
    known: &[u64],
    other: &ClaimDraft<'_, '_>,
) -> u32 {
    let mut words = long_words(syntax, other);
    words.sort_unstable();
    words.dedup();
    let shared = words.iter().filter(|word| known.contains(word)).count();
    shared as u32
}

/// The first letters tell "shelled" and "shelling" alike.
pub(super) fn stem(word: &str) -> u64 {
    let end = word
        .char_indices()
        .nth(5)
        .map_or(word.len(), |(end, _)| end);
    spelling::key(&word[..end])
}
