//! Which claim answers which: a denial the accusation, a confirmation the report.
//!
//! What is answered is named by a shell noun ("denied the allegation"), by "that", or not at all ("denied shelling the
//! town"); then the claim before is looked for that says so of the one who answers, or shares its words.

mod speakers;

use crate::claims::draft::ClaimDraft;
use crate::extraction::ClaimKind;
use crate::lexicon::entries::responses::Shell;
use crate::lexicon::{Classes, Meaning};
use crate::text::Page;

use speakers::{
    aims, aims_at_first, contradicts_owner, is_made_by, is_thing, long_words, maker, same,
    shared_words,
};

/// How many sentences back a shell noun can reach.
const SHELL_REACH: usize = 6;
/// How many sentences back a denial without a shell noun can reach.
const BARE_REACH: usize = 3;
/// How many claims are looked at.
const CANDIDATES: usize = 14;

/// How a claim names the one that it answers.
#[derive(Clone, Copy, Debug)]
enum Pointer {
    /// "that", "it"
    Demonstrative,
    /// "the allegation"
    Shell(Shell),
    /// Says itself what is denied.
    Bare,
}

/// Links denials, confirmations and admissions to the claim that they answer; the one contradicted becomes the target.
pub(crate) fn connect(page: &Page<'_, '_>, claims: &mut [ClaimDraft<'_, '_>]) {
    for index in 0..claims.len() {
        let Some(pointer) = pointer(page, &claims[index]) else {
            continue;
        };
        let Some(answered) = answered(page, claims, index, pointer) else {
            continue;
        };
        claims[index].responds_to = Some(answered);
        if claims[index].kind == ClaimKind::Denial && claims[index].target.is_none() {
            claims[index].target = claims[answered].source.clone();
        }
    }
}

fn pointer(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<Pointer> {
    let first = claim.content.first()?;
    let cue = claim.cue.as_ref()?;
    let denies = claim.kind == ClaimKind::Denial;
    // "confirmed the report": a verb that is used of checking.
    let grants = claim.kind == ClaimKind::Admission || page.is(cue.head, Classes::STATUS);
    // "did not dispute": neither one nor the other.
    let mut group = cue.tokens.start.saturating_sub(2)..cue.head;
    if group.any(|at| page.is(at, Classes::NEGATION)) {
        return None;
    }
    let mut at = first.start;
    if first.len() == 1 && page.is(at, Classes::THAT.with(Classes::PRONOUN)) {
        // "denied that.", "a claim that both have denied"; not the "that" of a clause that goes on.
        let points = page.is(at, Classes::DETERMINER) || page.reads(at, "it");
        let goes_on = page.is(at + 1, Classes::PRONOUN.with(Classes::DETERMINER)) && at > cue.head;
        return (points && !goes_on && denies).then_some(Pointer::Demonstrative);
    }
    // "the allegation", "these reports", "his accusation", "a claim that both deny"
    let indefinite = page.reads(at, "a") || page.reads(at, "an") || page.reads(at, "any");
    let possessed = page.is(at, Classes::POSSESSIVE);
    let determined = possessed || page.is(at, Classes::DETERMINER.with(Classes::QUANTIFIER));
    if determined {
        at += 1;
    }
    for shell in at..(at + 4).min(first.end) {
        if let Some(kind) = shell_at(page, shell) {
            let rest = first.end - shell - 1;
            // "denied reports of a strike", "the claim that …" say themselves what is denied.
            let tells =
                rest > 1 && (page.reads(shell + 1, "of") || page.is(shell + 1, Classes::THAT));
            if tells || indefinite && shell_needs_article(kind) && rest != 0 {
                return denies.then_some(Pointer::Bare);
            }
            // "rejected idea": which one, nothing tells.
            let definite =
                determined || kind == Shell::Accusation || page.word(shell).ends_with('s');
            let points = denies && definite || grants && determined;
            return points.then_some(Pointer::Shell(kind));
        }
        if page.is(
            shell,
            Classes::PREPOSITION
                .with(Classes::THAT)
                .with(Classes::AUXILIARY),
        ) {
            break;
        }
    }
    // "denied shelling the town", "denied it was hit"; "rejected his plan" is about a thing and no claim.
    let clause = page.is(first.start, Classes::GERUND)
        || page.is(first.start, Classes::PRONOUN) && first.len() > 1
        || (first.start..first.end.min(first.start + 12)).any(|at| {
            page.is(at, Classes::AUXILIARY.with(Classes::MODAL))
                || page.is(at, Classes::PAST) && !page.is(at, Classes::PARTICIPLE)
        });
    let infinitive = page.is(first.start, Classes::INFINITIVE_TO);
    (denies && clause && !infinitive && !possessed).then_some(Pointer::Bare)
}

/// "denied any wrongdoing" points to an accusation, "denied a report" to none in particular.
fn shell_needs_article(kind: Shell) -> bool {
    kind != Shell::Accusation
}

fn shell_at(page: &Page<'_, '_>, at: usize) -> Option<Shell> {
    let shell = |(entry, _): (&crate::lexicon::Entry, crate::lexicon::Slot)| match entry.meaning {
        Meaning::ShellNoun(shell) => Some(shell),
        _ => None,
    };
    if page.phrase_classes(at).any(Classes::SHELL) {
        return page
            .phrase(at)
            .and_then(|(_, mut entries)| entries.find_map(shell));
    }
    if !page.is(at, Classes::SHELL) {
        return None;
    }
    page.entries(at).find_map(shell)
}

/// Whether what is denied stands before the denial, as a word for all that was said so far: in "they claimed that a
/// bridge fell, a claim that the army denied" the shell noun stands for the claim that holds it, in "they said that
/// the army denied the claim" for an earlier one.
fn sums_up(claim: &ClaimDraft<'_, '_>) -> bool {
    let cue = claim.cue.as_ref().map(|cue| cue.tokens.start);
    let content = claim.content.first().map(|piece| piece.end);
    matches!((content, cue), (Some(content), Some(cue)) if content <= cue)
}

fn answered(
    page: &Page<'_, '_>,
    claims: &[ClaimDraft<'_, '_>],
    index: usize,
    pointer: Pointer,
) -> Option<usize> {
    let claim = &claims[index];
    let reach = match pointer {
        Pointer::Demonstrative if answers_here(page, claim) => 0,
        Pointer::Demonstrative => 1,
        Pointer::Shell(_) => SHELL_REACH,
        Pointer::Bare => BARE_REACH,
    };
    let own = claim.source.as_ref();
    if own.is_some_and(|own| is_thing(page, own)) {
        return None;
    }
    let maker = maker(page, claim);
    let mut best: Option<((u32, bool), usize)> = None;
    let mut words = None;
    for other in (0..index).rev().take(CANDIDATES) {
        let candidate = &claims[other];
        if candidate.sentence + reach < claim.sentence {
            break;
        }
        // Nobody answers himself, nor what holds his own words.
        if candidate
            .source
            .as_ref()
            .is_some_and(|source| own.is_some_and(|own| same(page, source, own)))
            || candidate.source.is_none()
            || contradicts_owner(page, claim, candidate)
            || maker
                .as_ref()
                .is_some_and(|maker| !is_made_by(page, maker, candidate))
            || claim.nested_in == Some(other) && !sums_up(claim)
            || candidate.nested_in == Some(index)
            || candidate.kind == ClaimKind::Denial
                && !matches!(pointer, Pointer::Shell(Shell::Denial))
        {
            continue;
        }
        let accuses = candidate.kind == ClaimKind::Accusation;
        let aimed = candidate.target.as_ref().is_some_and(|target| {
            own.is_some_and(|own| {
                aims(target, own)
                    || claim.others.iter().any(|more| aims(target, more))
                    || aims_at_first(page, target, own)
            })
        });
        let here = candidate.sentence == claim.sentence;
        let near = here || candidate.sentence + 1 == claim.sentence;
        let score = match pointer {
            Pointer::Demonstrative => 1 + u32::from(aimed),
            Pointer::Shell(Shell::Accusation) => {
                // A question or a call to somebody charges him with nothing.
                let told = matches!(
                    candidate.kind,
                    ClaimKind::Statement | ClaimKind::Opinion | ClaimKind::Other
                );
                let fits = accuses || told && candidate.target.is_some();
                if fits {
                    1 + u32::from(accuses) + 2 * u32::from(aimed)
                } else {
                    0
                }
            }
            Pointer::Shell(Shell::Demand) => u32::from(candidate.kind == ClaimKind::Demand),
            Pointer::Shell(Shell::Denial) => u32::from(candidate.kind == ClaimKind::Denial),
            Pointer::Shell(Shell::Any) if candidate.kind == ClaimKind::Attitude => 0,
            Pointer::Shell(Shell::Any) => {
                // "Chile said …, but the claim was dismissed": what stands in the sentence before what is aimed at Peru
                // elsewhere.
                if near || aimed {
                    1 + u32::from(aimed) + 2 * u32::from(here)
                } else {
                    0
                }
            }
            Pointer::Bare => {
                let known = words.get_or_insert_with(|| long_words(page, claim));
                let shared = shared_words(page, known, candidate);
                // Aimed at the one who denies, or in the same words; best both.
                let score = 2 * u32::from(aimed) * u32::from(near || shared > 0) + shared.min(3);
                if accuses && near || aimed || shared >= 2 && near {
                    score
                } else {
                    0
                }
            }
        };
        // The nearest of equals, but what is told whole before what is told in it: "Chile proposed they debate the
        // plan, but Peru rejected that".
        let score = (score, candidate.nested_in.is_none());
        if score.0 > 0 && best.is_none_or(|(known, _)| score > known) {
            best = Some((score, other));
        }
    }
    best.map(|(_, other)| other)
}

/// Whether what is answered must stand in the denial's own sentence: "the lake is foreign water, although Peru disputes
/// this", "an attack on the port, which Peru denied". Behind the start of a sentence "this" is what was said before.
fn answers_here(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> bool {
    let (Some(first), Some(cue)) = (claim.content.first(), claim.cue.as_ref()) else {
        return false;
    };
    if page.is(first.start, Classes::RELATIVE) && !page.is(first.start, Classes::THAT) {
        return true;
    }
    let start = claim
        .source
        .as_ref()
        .map_or(cue.tokens.start, |source| source.tokens.start)
        .min(first.start);
    let Some(sentence) = page.sentences.get(claim.sentence) else {
        return false;
    };
    (sentence.tokens.start..start).any(|at| {
        page.is(at, Classes::AUXILIARY.with(Classes::MODAL))
            || page.is(at, Classes::PAST) && !page.is(at, Classes::PARTICIPLE)
    })
}
