//! Whose people they were, and what the words leave out but the neighbours tell.

use std::borrow::Cow;

use crate::claims::draft::ClaimDraft;
use crate::entities::victims::{self, Group, Head};
use crate::extraction::{Category, ClaimKind, SourceKind};
use crate::lexicon::Classes;
use crate::lexicon::entries::figures::OutcomeCondition;
use crate::syntax::Tag;
use crate::text::{Flags, TokenRange};

use super::finding::{Finding, Rule};
use super::scene::{Reading, Scene};
use super::verbs;

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
    for (index, (finding, link)) in findings.iter().zip(links).enumerate() {
        let group = &scene.groups[finding.group];
        let claim = link.and_then(|link| claims.get(link));
        let mut whose = told(scene, finding, group, claim);
        let last = decided.last().or(before);
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
            .filter(|last| last.owned && others && same_source(links, index - 1, claims));
        if let Some(last) = same {
            whose.side = whose.side.take().or_else(|| last.side.clone());
            whose.owned = true;
        }
        if whose.side.is_none() {
            if let Some(side) = claim.and_then(|claim| admitted(scene, finding, group, claim)) {
                whose.side = Some(side);
                whose.owned = true;
                if finding.rule == Rule::Nominal && group.head == Head::Elided {
                    whose.category = Category::Military;
                }
            }
        }
        if whose.side.is_none() && elided(scene, finding, index, findings) {
            whose.side = last.and_then(|last| last.side.clone());
        }
        decided.push(whose);
    }
    inherit(findings, &mut decided);
    decided
}

/// What the figure's own words tell.
fn told<'t>(
    scene: &Scene<'_, 't, '_>,
    finding: &Finding,
    group: &Group<'_>,
    claim: Option<&ClaimDraft<'t, '_>>,
) -> Whose<'t> {
    let page = scene.page;
    let event = finding.event.start;
    let mut whose = Whose {
        victims: group.victims.clone(),
        category: group.category,
        side: group.side.map(|side| Cow::Owned(side.to_owned())),
        owned: false,
    };
    if both(scene, group, finding) {
        whose.side = Some(Cow::Borrowed("both"));
    }
    // "the number of American fatalities rose to 2,944"
    if whose.side.is_none() && finding.rule == Rule::Toll {
        whose.side = (event.saturating_sub(3).max(scene.tokens.start)..finding.event.end)
            .find_map(|token| victims::side_at(page, token))
            .map(|side| Cow::Owned(side.to_owned()));
    }
    // "enemy losses in the hundreds"
    if page.reads(event.wrapping_sub(1), "enemy") && whose.victims.is_none() {
        whose.victims = Some(event - 1..event);
        whose.category = Category::Military;
    }
    let named = group.named.as_ref();
    let named = named.map(|name| Cow::Borrowed(page.printed(name)));
    whose.side = whose.side.or(named);
    if whose.side.is_none() {
        let owner = group.possessive;
        whose.side = owner.and_then(|owner| owned(scene, finding, group, owner, claim));
        whose.owned = whose.side.is_some();
    }
    whose.side = whose.side.or_else(|| loser(scene, finding));
    whose
}

/// Parts are whose the whole is: "Four Swedes, including a doctor, were hurt."
fn inherit(findings: &[Finding], decided: &mut [Whose<'_>]) {
    for (index, finding) in findings.iter().enumerate() {
        let whole = finding
            .part_of
            .and_then(|whole| findings.iter().position(|other| other.group == whole));
        let side = whole.and_then(|whole| decided.get(whole)?.side.clone());
        if let (Some(part), Some(side)) = (decided.get_mut(index), side) {
            if part.side.is_none() && side != "both" {
                part.side = Some(side);
            }
        }
    }
}

/// Whether a bare number leaves out the people of the figure before: "Five Swedes were killed and about 40 wounded."
fn elided(
    scene: &Scene<'_, '_, '_>,
    finding: &Finding,
    index: usize,
    findings: &[Finding],
) -> bool {
    let page = scene.page;
    let group = &scene.groups[finding.group];
    let Some(before) = index.checked_sub(1).and_then(|last| findings.get(last)) else {
        return false;
    };
    let end = scene.groups[before.group].tokens.end.max(before.event.end);
    let gap = end..group.number.start.max(end);
    group.head == Head::Elided
        && group.victims.is_none()
        && finding.rule == Rule::Participle
        && (1..=10).contains(&gap.len())
        && (page.reads(gap.end - 1, "and") || page.word(gap.end - 1) == ",")
        && !gap
            .into_iter()
            .any(|token| scene.predicates(token) || scene.tag(token).opens_clause())
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

/// Whether somebody "lost" the people.
fn lost(scene: &Scene<'_, '_, '_>, finding: &Finding) -> bool {
    scene.events.iter().any(|event| {
        let troops = |reading: &Reading| reading.condition == OutcomeCondition::Troops;
        event.tokens == finding.event && event.readings.iter().any(troops)
    })
}

/// Who lost the people, right before the verb: "Norway had lost 40 soldiers".
fn loser<'t>(scene: &Scene<'_, 't, '_>, finding: &Finding) -> Option<Cow<'t, str>> {
    let subject = verbs::group(scene, finding.event.start)
        .start
        .checked_sub(1)?;
    let named = subject == scene.tokens.start || scene.tag(subject - 1) != Tag::Preposition;
    let told = finding.rule == Rule::Active && scene.tokens.contains(&subject) && named;
    let side = victims::side_at(scene.page, subject).filter(|_| told && lost(scene, finding))?;
    Some(Cow::Owned(side.to_owned()))
}

/// "its", "their": not "his", "our".
fn third_person(scene: &Scene<'_, '_, '_>, token: usize) -> bool {
    ["its", "their", "our"]
        .into_iter()
        .any(|word| scene.page.reads(token, word))
}

/// Whose "its soldiers" are: the speaker's in a statement, the loser's where somebody lost them.
fn owned<'t>(
    scene: &Scene<'_, 't, '_>,
    finding: &Finding,
    group: &Group<'_>,
    owner: usize,
    claim: Option<&ClaimDraft<'t, '_>>,
) -> Option<Cow<'t, str>> {
    if !third_person(scene, owner) {
        return None;
    }
    // "Norway said the Red Front had lost 12 of its fighters"
    let lost = lost(scene, finding);
    match claim.filter(|claim| claim.source.is_some()) {
        Some(claim) => {
            let content = claim.content.iter().find(|piece| piece.contains(&owner));
            let loser = content
                .filter(|_| lost)
                .and_then(|piece| named_before(scene, piece.start..owner));
            loser.or_else(|| of_source(scene, claim, group))
        }
        None => named_before(scene, scene.tokens.start..owner),
    }
}

/// The country, people or armed group that speaks.
fn of_source<'t>(
    scene: &Scene<'_, 't, '_>,
    claim: &ClaimDraft<'t, '_>,
    group: &Group<'_>,
) -> Option<Cow<'t, str>> {
    let page = scene.page;
    let source = claim.source.as_ref()?;
    let known = source
        .tokens
        .clone()
        .find_map(|token| victims::side_at(page, token))
        .map(|side| Cow::Owned(side.to_owned()))
        .or_else(|| source.side.clone())
        .or_else(|| {
            let name = source.name.as_deref()?;
            victims::side_in(page, name).map(|side| Cow::Owned(side.to_owned()))
        });
    // "The Red Front said 12 of its fighters had died": a group that no dictionary has.
    let fights = matches!(group.category, Category::Military | Category::Militant);
    let body = matches!(source.kind, SourceKind::Group | SourceKind::Organization);
    let first = source.tokens.start;
    let name = first + usize::from(page.is(first, Classes::DETERMINER))..source.tokens.end;
    let capitals = !name.is_empty()
        && name
            .clone()
            .all(|token| page.has(token, Flags::CAPITALISED));
    known.or_else(|| {
        (fights && body && capitals).then(|| {
            source
                .name
                .clone()
                .unwrap_or_else(|| Cow::Borrowed(page.printed(&name)))
        })
    })
}

/// The nearest side that is named before a possessive, by itself: "Norway lost 31 of its soldiers", not "in Norway".
fn named_before<'t>(scene: &Scene<'_, 't, '_>, tokens: TokenRange) -> Option<Cow<'t, str>> {
    let page = scene.page;
    let first = tokens.start;
    tokens
        .rev()
        .filter(|&token| {
            token == first
                || scene.tag(token - 1) != Tag::Preposition && !page.reads(token - 1, "the")
                || page.reads(token - 1, "the")
                    && (token - 1 == first || scene.tag(token - 2) != Tag::Preposition)
        })
        .find_map(|token| victims::side_at(page, token))
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

/// A state or its arm that admits a loss owns up to its own: "The Peruvian army acknowledged the loss of 30."
fn admitted<'t>(
    scene: &Scene<'_, 't, '_>,
    finding: &Finding,
    group: &Group<'_>,
    claim: &ClaimDraft<'t, '_>,
) -> Option<Cow<'t, str>> {
    let loss = finding.rule == Rule::Nominal
        && scene.page.reads(finding.event.start, "loss")
        && claim.kind == ClaimKind::Admission;
    let people = matches!(group.category, Category::Civilian | Category::Military)
        || group.head == Head::Elided;
    let source = claim.source.as_ref()?;
    let person = source
        .tokens
        .clone()
        .any(|token| scene.page.is(token, Classes::FIRST_NAME));
    if !loss || !people || person {
        return None;
    }
    of_source(scene, claim, group)
}
