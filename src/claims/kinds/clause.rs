//! The main clause of a content: its subject, and what its first verbs make of it.

use crate::claims::draft::ClaimDraft;
use crate::extraction::ClaimKind;
use crate::lexicon::{Classes, Meaning};
use crate::text::{Page, TokenKind, TokenRange};

/// How far behind the content's beginning its verb is looked for.
const REACH: usize = 40;

/// The first clause of a content that is no insertion.
pub(super) struct Clause {
    pub subject: TokenRange,
    /// What its first verbs make of it.
    pub stance: Option<ClaimKind>,
    /// The stance is a verb of thinking or feeling, and counts only where the speaker is the one who feels.
    pub own_view: bool,
    pub negated: bool,
}

pub(super) fn main_clause(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<Clause> {
    let first = claim.content.first()?;
    let end = first.end.min(first.start + REACH);
    let mut at = first.start;
    while at < end && !matches!(page.kind(at), Some(TokenKind::Word | TokenKind::Number)) {
        at += 1;
    }
    let start = at;
    let none = page.is(start, Classes::NEGATION);
    let mut subject_start = start;
    let mut relatives = 0;
    while at < end {
        let token = page.tokens.get(at)?;
        match token.kind {
            TokenKind::Dash => {
                // "the truce — whose aim was … — had to hold"
                if let Some(close) =
                    (at + 1..end).find(|&other| page.kind(other) == Some(TokenKind::Dash))
                {
                    at = close + 1;
                    continue;
                }
            }
            TokenKind::Punctuation if page.word(at) == "," => {
                let next = at + 1;
                let relative = page.is(next, Classes::RELATIVE) && !page.is(next, Classes::THAT);
                let close = (next..end).find(|&other| page.word(other) == ",");
                if relative {
                    // "Turkey, which has backed the plan, should stay"
                    at = close? + 1;
                    continue;
                }
                // "After the vote, the party must": what comes before is no clause of its own.
                subject_start = next;
            }
            TokenKind::Word | TokenKind::Clitic => {
                if page.is(at, Classes::RELATIVE)
                    && at > start
                    && !page.is(at - 1, Classes::PREPOSITION.with(Classes::CONJUNCTION))
                {
                    relatives += 1;
                } else if page.is(at, Classes::SUBORDINATOR)
                    && at == subject_start
                    && !page.is(at, Classes::THAT.with(Classes::PREPOSITION))
                {
                    // "If the talks fail, we will": the clause up to the comma is not the main one.
                    if let Some(comma) = (at..end).find(|&other| page.word(other) == ",") {
                        at = comma + 1;
                        subject_start = at;
                        continue;
                    }
                } else if opens_predicate(page, at, subject_start) {
                    if relatives > 0 {
                        relatives -= 1;
                        // Over the rest of the verb group, to its participle: "that have been planted will be".
                        let group = Classes::AUXILIARY
                            .with(Classes::PARTICIPLE)
                            .with(Classes::ADVERB)
                            .with(Classes::NEGATION);
                        while at + 1 < end
                            && page.is(
                                at,
                                Classes::AUXILIARY
                                    .with(Classes::MODAL)
                                    .with(Classes::ADVERB)
                                    .with(Classes::NEGATION),
                            )
                            && page.is(at + 1, group)
                        {
                            at += 1;
                        }
                        at += 1;
                        continue;
                    }
                    return Some(predicate(page, subject_start..at, at, first.end, none));
                }
            }
            _ => {}
        }
        at += 1;
    }
    // "Truce still not holding" in a heading, "no new taxes": no verb at all.
    let negated = (start..end.min(start + 8)).any(|at| page.is(at, Classes::NEGATION));
    Some(Clause {
        subject: start..start,
        stance: None,
        own_view: false,
        negated,
    })
}

/// Whether the finite verb of a clause stands here.
fn opens_predicate(page: &Page<'_, '_>, at: usize, subject_start: usize) -> bool {
    if at == subject_start {
        return false;
    }
    let possessive = page.kind(at) == Some(TokenKind::Clitic)
        && (page.word(at) == "'s" || page.word(at) == "’s")
        && !page.is(at - 1, Classes::PRONOUN);
    if possessive {
        return false;
    }
    if page.is(at, Classes::AUXILIARY.with(Classes::MODAL))
        || page.phrase_classes(at).any(Classes::MODAL)
    {
        return !page.is(at, Classes::GERUND);
    }
    let noun = page.is(at, Classes::ALSO_NOUN) && !page.is(at.wrapping_sub(1), Classes::PRONOUN);
    page.is(at, Classes::PAST.with(Classes::THIRD_PERSON))
        && !noun
        && !page.is(at.wrapping_sub(1), Classes::DETERMINER)
        || page.is(at, Classes::BASE)
            && page.is(at.wrapping_sub(1), Classes::PRONOUN)
            && page.is(at.wrapping_sub(1), Classes::SUBJECT)
}

fn predicate(
    page: &Page<'_, '_>,
    subject: TokenRange,
    at: usize,
    end: usize,
    none: bool,
) -> Clause {
    let mut stance = None;
    let mut own_view = false;
    let mut negated = none || page.is(subject.start, Classes::NEGATION);
    let last = (at + 6).min(end);
    let mut next = at;
    while next < last {
        let length = usize::from(
            page.tokens
                .get(next)
                .map_or(1, |token| token.phrase_length.max(1)),
        );
        let phrase = page.phrase_classes(next).any(Classes::STANCE);
        let word = page.is(next, Classes::STANCE);
        if stance.is_none() && (phrase || word) {
            let kind = stance_at(page, next);
            // Behind an auxiliary only what belongs to it: "was concerned", "is conditional on".
            let modal =
                page.is(next, Classes::MODAL) || page.phrase_classes(next).any(Classes::MODAL);
            let near = next <= at + 2 || kind == Some(ClaimKind::Demand);
            if near && (next == at || !modal) {
                stance = kind;
                own_view = kind == Some(ClaimKind::Opinion) && !modal;
            } else if near && kind == Some(ClaimKind::Demand) {
                stance = kind;
            }
        }
        negated |= page.is(next, Classes::NEGATION) && next <= at + 3;
        next += if phrase { length } else { 1 };
    }
    // "should be conditional on"
    if stance != Some(ClaimKind::Demand) {
        let conditional = (at + 1..last).any(|other| {
            page.phrase_classes(other).any(Classes::STANCE)
                && !page.phrase_classes(other).any(Classes::MODAL)
                && stance_at(page, other) == Some(ClaimKind::Demand)
        });
        if conditional {
            stance = Some(ClaimKind::Demand);
        }
    }
    Clause {
        subject,
        stance,
        own_view,
        negated,
    }
}

fn stance_at(page: &Page<'_, '_>, at: usize) -> Option<ClaimKind> {
    let kind = |(entry, _): (&crate::lexicon::Entry, crate::lexicon::Slot)| match entry.meaning {
        Meaning::Stance(kind) => Some(kind),
        _ => None,
    };
    let by_phrase = page
        .phrase(at)
        .and_then(|(_, mut entries)| entries.find_map(kind));
    by_phrase.or_else(|| page.entries(at).find_map(kind))
}
