//! Whose people they were, and what the words leave out but the neighbours tell.

use std::borrow::Cow;

use crate::claims::draft::ClaimDraft;
use crate::extraction::{Category, ClaimKind};
use crate::lexicon::Classes;
use crate::mentions::victims::{self, Group, Head};
use crate::text::TokenRange;

use super::finding::Finding;
use super::scene::Scene;

/// What is known of the victims of one figure.
#[derive(Clone, Debug)]
pub(crate) struct Whose<'t> {
    pub victims: Option<TokenRange>,
    pub category: Category,
    pub side: Option<Cow<'t, str>>,
    /// Whether the side was told by somebody's "its" or by who reports it; then it holds for those counted next as well.
    owned: bool,
}

/// Decides side and category of all figures of a sentence; `before` is the last figure of the sentence before.
pub(crate) fn decide<'t>(
    scene: &Scene<'_, 't, '_>,
    findings: &[Finding],
    links: &[Option<usize>],
    claims: &[ClaimDraft<'t, '_>],
    before: Option<&Whose<'t>>,
) -> Vec<Whose<'t>> {
    let mut decided: Vec<Whose<'t>> = Vec::new();
    for (finding, link) in findings.iter().zip(links) {
        let group = &scene.groups[finding.group];
        let claim = link.and_then(|link| claims.get(link));
        let mut whose = Whose {
            victims: group.victims.clone(),
            category: group.category,
            side: group.side.map(|side| Cow::Owned(side.to_owned())),
            owned: false,
        };
        let last = decided.last().or(before);
        if both(scene, group, finding) {
            whose.side = Some(Cow::Borrowed("both"));
        }
        // "the number of American fatalities rose to 2,944"
        if whose.side.is_none() && finding.rule == "casualty.toll" {
            let event = finding.event.start;
            whose.side = (event.saturating_sub(3).max(scene.tokens.start)..finding.event.end)
                .find_map(|token| victims::side_at(scene.page, token))
                .map(|side| Cow::Owned(side.to_owned()));
        }
        // "enemy losses in the hundreds"
        if scene
            .page
            .reads(finding.event.start.wrapping_sub(1), "enemy")
            && whose.victims.is_none()
        {
            whose.victims = Some(finding.event.start - 1..finding.event.start);
            whose.category = Category::Military;
        }
        if whose.side.is_none() {
            if let Some(owner) = group.possessive {
                whose.side = claim
                    .filter(|_| third_person(scene, owner))
                    .and_then(|claim| of_source(scene, claim))
                    .or_else(|| named_before(scene, owner));
                whose.owned = whose.side.is_some();
            }
        }
        // "another died", "two of them": the same people as before.
        let anaphoric = group.head == Head::Elided && (group.article || group.partitive);
        if let Some(last) = last.filter(|_| anaphoric) {
            if whose.category == Category::Unspecified {
                whose.category = last.category;
            }
            whose.side = whose.side.take().or_else(|| last.side.clone());
        }
        // "31 of its soldiers were killed and 101 others wounded"
        let others = group.head == Head::Elided
            || group.victims.as_ref().is_some_and(|victims| {
                victims.len() == 1 && scene.page.reads(victims.start, "others")
            });
        let same = decided
            .last()
            .filter(|last| last.owned && others)
            .filter(|_| {
                decided
                    .len()
                    .checked_sub(1)
                    .is_some_and(|last| same_source(links, last, claims))
            });
        if let Some(last) = same {
            whose.side = whose.side.take().or_else(|| last.side.clone());
            whose.owned = true;
        }
        if whose.side.is_none() {
            if let Some(side) = claim.and_then(|claim| own_losses(scene, finding, group, claim)) {
                whose.side = Some(side);
                whose.owned = true;
                if finding.rule == "casualty.nominal" && group.head == Head::Elided {
                    whose.category = Category::Military;
                }
            }
        }
        decided.push(whose);
    }
    decided
}

/// "on both sides", "on each side" behind the people or the outcome.
fn both(scene: &Scene<'_, '_, '_>, group: &Group<'_>, finding: &Finding) -> bool {
    let page = scene.page;
    let near = |from: usize| {
        (from..scene.tokens.end.min(from + 4)).any(|token| {
            (page.reads(token, "both") || page.reads(token, "each") || page.reads(token, "either"))
                && (page.reads(token + 1, "sides")
                    || page.reads(token + 1, "side")
                    || page.reads(token + 1, "camps")
                    || page.reads(token + 1, "armies"))
        })
    };
    near(group.tokens.end) || near(finding.event.end)
}

/// "its", "their": not "his", "our".
fn third_person(scene: &Scene<'_, '_, '_>, token: usize) -> bool {
    ["its", "their", "our"]
        .into_iter()
        .any(|word| scene.page.reads(token, word))
}

/// The country, people or armed side that speaks.
fn of_source<'t>(scene: &Scene<'_, 't, '_>, claim: &ClaimDraft<'t, '_>) -> Option<Cow<'t, str>> {
    let source = claim.source.as_ref()?;
    source
        .tokens
        .clone()
        .find_map(|token| victims::side_at(scene.page, token))
        .or_else(|| {
            let name = source.name.as_deref()?;
            victims::side_in(scene.page, name)
        })
        .map(|side| Cow::Owned(side.to_owned()))
}

/// The nearest side that the sentence names before a possessive: "Norway lost 31 of its soldiers".
fn named_before<'t>(scene: &Scene<'_, 't, '_>, possessive: usize) -> Option<Cow<'t, str>> {
    (scene.tokens.start..possessive)
        .rev()
        .find_map(|token| victims::side_at(scene.page, token))
        .map(|side| Cow::Owned(side.to_owned()))
}

fn same_source(links: &[Option<usize>], last: usize, claims: &[ClaimDraft<'_, '_>]) -> bool {
    let source = |link: Option<usize>| {
        link.and_then(|link| claims.get(link))
            .and_then(|claim| claim.source.as_ref())
            .map(|source| source.tokens.clone())
    };
    let (Some(first), Some(second)) = (links.get(last), links.get(last + 1)) else {
        return false;
    };
    first == second || source(*first) == source(*second)
}

/// A state that reports what befell civilians or soldiers, or owns up to a loss, counts its own; one that reports
/// what it did itself does not: "the army said it killed nine men".
fn own_losses<'t>(
    scene: &Scene<'_, 't, '_>,
    finding: &Finding,
    group: &Group<'_>,
    claim: &ClaimDraft<'t, '_>,
) -> Option<Cow<'t, str>> {
    let suffered = matches!(
        finding.rule,
        "casualty.passive" | "casualty.died" | "casualty.participle"
    ) || finding.rule == "casualty.nominal" && group.head == Head::Elided
        || claim.kind == ClaimKind::Accusation;
    let people = matches!(group.category, Category::Civilian | Category::Military)
        || group.head == Head::Elided && finding.rule == "casualty.nominal"
        || group.possessive.is_some();
    if !suffered || !people {
        return None;
    }
    // The speaker is a state or its arm, not somebody from there: "the army", "Norway", not "a Norwegian tourist".
    let source = claim.source.as_ref()?;
    let state = source
        .tokens
        .clone()
        .any(|token| scene.page.is(token, Classes::PLACE.with(Classes::DEMONYM)))
        || source.name.is_some();
    let person = source
        .tokens
        .clone()
        .any(|token| scene.page.is(token, Classes::FIRST_NAME));
    if !state || person {
        return None;
    }
    of_source(scene, claim)
}
