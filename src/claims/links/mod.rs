//! Which claim answers which: a denial the accusation, a confirmation the report.
//!
//! What is answered is named by a shell noun ("denied the allegation"), by "that", or not at all ("denied shelling the
//! town"); then the claim before is looked for that says so of the one who answers, or shares its words.

mod shells;
mod speakers;

use crate::claims::draft::ClaimDraft;
use crate::extraction::{ClaimKind, Polarity};
use crate::lexicon::Classes;
use crate::lexicon::entries::responses::Shell;
use crate::syntax::{Syntax, Tag};
use crate::text::Page;

use shells::{SHELL, shell_at};
use speakers::{
    aims, aims_at_first, contradicts_owner, is_made_by, is_thing, long_words, maker, same,
    shared_words,
};

/// How many sentences back a shell noun can reach.
const SHELL_REACH: usize = 6;
/// How many sentences back a denial without a shell noun can reach.
const BARE_REACH: usize = 3;
/// How far behind the start of what is denied its verb can stand.
const VERB: usize = 12;
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
pub(crate) fn connect(syntax: &Syntax<'_, '_, '_>, claims: &mut [ClaimDraft<'_, '_>]) {
    for index in 0..claims.len() {
        let pointer = pointer(syntax, &claims[index]);
        let answered = pointer.and_then(|pointer| answered(syntax, claims, index, pointer));
        let Some(answered) = answered else {
            continue;
        };
        claims[index].responds_to = Some(answered);
        if claims[index].kind == ClaimKind::Denial && claims[index].target.is_none() {
            claims[index].target = claims[answered].source.clone();
        }
    }
}

fn pointer(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<Pointer> {
    let page = syntax.page;
    let first = claim.content.first()?;
    let cue = claim.cue.as_ref()?;
    let denies = claim.kind == ClaimKind::Denial;
    // "did not dispute": neither one nor the other.
    if claim.polarity != Polarity::Said {
        return None;
    }
    // "confirmed the report": a verb that is used of checking.
    let grants = claim.kind == ClaimKind::Admission || page.is(cue.head, Classes::STATUS);
    if !denies && !grants {
        return None;
    }
    let start = first.start;
    if first.len() == 1 && page.is(start, Classes::PRONOUN) {
        // "denied that.", "a claim that both have denied"; not the "that" of a clause that goes on.
        let points = page.is(start, Classes::DETERMINER) || page.reads(start, "it");
        let next = Classes::PRONOUN.with(Classes::DETERMINER);
        let goes_on = page.is(start + 1, next) && start > cue.head;
        return (points && !goes_on && denies).then_some(Pointer::Demonstrative);
    }
    // "the allegation", "these reports", "his accusation", "a claim that both deny"
    let possessed = syntax.tag(start) == Tag::Possessive;
    let determined = possessed || page.is(start, Classes::DETERMINER.with(Classes::QUANTIFIER));
    let noun = start + usize::from(determined);
    let shell = (noun..first.end.min(noun + SHELL))
        .take_while(|&at| {
            !matches!(
                syntax.tag(at),
                Tag::Preposition | Tag::That | Tag::Auxiliary
            )
        })
        .find_map(|at| Some((at, shell_at(page, at)?)));
    if let Some((shell, kind)) = shell {
        let rest = first.end - shell - 1;
        // "denied reports of a strike", "the claim that …" say themselves what is denied.
        let tells = rest > 1 && (page.reads(shell + 1, "of") || page.reads(shell + 1, "that"));
        // "denied any wrongdoing" points to an accusation, "denied a report" to none in particular.
        let indefinite = ["a", "an", "any"]
            .iter()
            .any(|word| page.reads(start, word));
        if tells || indefinite && kind != Shell::Accusation && rest != 0 {
            return denies.then_some(Pointer::Bare);
        }
        // "rejected idea": which one, nothing tells.
        let definite = determined || kind == Shell::Accusation || page.word(shell).ends_with('s');
        let points = denies && definite || grants && determined;
        return points.then_some(Pointer::Shell(kind));
    }
    // "denied shelling the town", "denied it was hit"; "rejected his plan" is about a thing and no claim.
    let clause = syntax.tag(start) == Tag::Gerund
        || page.is(start, Classes::PRONOUN) && first.len() > 1
        || (start..first.end.min(start + VERB)).any(|at| syntax.tag(at).carries_clause());
    let bare = denies && clause && !possessed && syntax.tag(start) != Tag::To;
    bare.then_some(Pointer::Bare)
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
    syntax: &Syntax<'_, '_, '_>,
    claims: &[ClaimDraft<'_, '_>],
    index: usize,
    pointer: Pointer,
) -> Option<usize> {
    let page = syntax.page;
    let claim = &claims[index];
    let reach = match pointer {
        Pointer::Demonstrative if answers_here(syntax, claim) => 0,
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
        let Some(source) = &candidate.source else {
            continue;
        };
        // Nobody answers himself, nor what holds his own words.
        if own.is_some_and(|own| same(page, source, own))
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
        let shared = || {
            let known = words.get_or_insert_with(|| long_words(syntax, claim));
            shared_words(syntax, known, candidate)
        };
        let score = score(page, claim, candidate, pointer, shared);
        // The nearest of equals, but what is told whole before what is told in it: "Chile proposed they debate the
        // plan, but Peru rejected that".
        let score = (score, candidate.nested_in.is_none());
        if score.0 > 0 && best.is_none_or(|(known, _)| score > known) {
            best = Some((score, other));
        }
    }
    best.map(|(_, other)| other)
}

/// How well a claim fits as what is answered; 0 where it does not. How many words the two share is only asked for a
/// denial without a shell noun.
fn score(
    page: &Page<'_, '_>,
    claim: &ClaimDraft<'_, '_>,
    candidate: &ClaimDraft<'_, '_>,
    pointer: Pointer,
    shared: impl FnOnce() -> u32,
) -> u32 {
    let accuses = candidate.kind == ClaimKind::Accusation;
    let target = candidate.target.as_ref().zip(claim.source.as_ref());
    let aimed = target.is_some_and(|(target, own)| {
        aims(target, own)
            || claim.others.iter().any(|more| aims(target, more))
            || aims_at_first(page, target, own)
    });
    let here = candidate.sentence == claim.sentence;
    let near = here || candidate.sentence + 1 == claim.sentence;
    let (fits, score) = match pointer {
        Pointer::Demonstrative => (true, 1 + u32::from(aimed)),
        Pointer::Shell(Shell::Accusation) => {
            // A question or a call to somebody charges him with nothing.
            let told = matches!(
                candidate.kind,
                ClaimKind::Statement | ClaimKind::Opinion | ClaimKind::Other
            );
            let fits = accuses || told && candidate.target.is_some();
            (fits, 1 + u32::from(accuses) + 2 * u32::from(aimed))
        }
        Pointer::Shell(Shell::Demand) => (candidate.kind == ClaimKind::Demand, 1),
        Pointer::Shell(Shell::Denial) => (candidate.kind == ClaimKind::Denial, 1),
        // "Chile said …, but the claim was dismissed": what stands in the sentence before what is aimed at Peru
        // elsewhere.
        Pointer::Shell(Shell::Any) => (
            candidate.kind != ClaimKind::Attitude && (near || aimed),
            1 + u32::from(aimed) + 2 * u32::from(here),
        ),
        Pointer::Bare => {
            let shared = shared();
            // Aimed at the one who denies, or in the same words; best both.
            let fits = accuses && near || aimed || shared >= 2 && near;
            let close = u32::from(aimed) * u32::from(near || shared > 0);
            (fits, 2 * close + shared.min(3))
        }
    };
    if fits { score } else { 0 }
}

/// Whether what is answered must stand in the denial's own sentence: "the lake is foreign water, although Peru disputes
/// this", "an attack on the port, which Peru denied". Behind the start of a sentence "this" is what was said before.
fn answers_here(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> bool {
    let (Some(first), Some(cue)) = (claim.content.first(), claim.cue.as_ref()) else {
        return false;
    };
    if matches!(syntax.tag(first.start), Tag::Relative | Tag::Question) {
        return true;
    }
    let start = claim
        .source
        .as_ref()
        .map_or(cue.tokens.start, |source| source.tokens.start)
        .min(first.start);
    let sentence = syntax.page.sentences.get(claim.sentence);
    sentence.is_some_and(|sentence| {
        (sentence.tokens.start..start).any(|at| syntax.tag(at).carries_clause())
    })
}
