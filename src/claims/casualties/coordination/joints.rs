//! What joins one counted group to another: "and", commas, "including".

use crate::entities::victims::Group;
use crate::lexicon::Classes;
use crate::lexicon::entries::figures::HedgeRoles;
use crate::syntax::Tag;
use crate::text::{TokenKind, TokenRange};

use super::super::scene::Scene;

/// Groups with the group that each is part of.
pub(super) type Found = Vec<(usize, Option<usize>)>;

/// The first of two coordinated outcome words when the second starts at a token: "shot and killed", "dead or missing",
/// "abducted and later killed".
pub(crate) fn first_of_pair(scene: &Scene<'_, '_, '_>, second: usize) -> Option<usize> {
    let page = scene.page;
    let mut token = second;
    while token > scene.tokens.start && scene.adverb(token - 1) {
        token -= 1;
    }
    let before = token
        .checked_sub(1)
        .filter(|&before| before > scene.tokens.start)?;
    if !(page.reads(before, "and") || page.reads(before, "or")) {
        return None;
    }
    scene
        .events
        .iter()
        .find(|event| event.tokens.end == before)
        .map(|event| event.tokens.start)
}

/// Whether another group of a list follows: "[a nurse] and two guards".
pub(super) fn listed(scene: &Scene<'_, '_, '_>, group: &Group<'_>) -> bool {
    connector_at(scene, group.tokens.end).is_some_and(|end| scene.group_at(end).is_some())
}

/// The word of "including 16 policemen" when the group stands behind one.
pub(super) fn part_marker(scene: &Scene<'_, '_, '_>, group: &Group<'_>) -> Option<usize> {
    if !scene.has_role(HedgeRoles::SUBSET) {
        return None;
    }
    let page = scene.page;
    let marker = scene.role_before(group.tokens.start, HedgeRoles::SUBSET);
    if marker.is_some() {
        return marker;
    }
    // The second part: "including a guard and two cooks".
    let mut token = group.tokens.start;
    let floor = token.saturating_sub(12).max(scene.tokens.start);
    let joined = token > floor && (page.reads(token - 1, "and") || page.word(token - 1) == ",");
    // "including nine children, a doctor said": the second of a list wants a third behind it, or an "and" before it.
    if !joined || page.word(token - 1) == "," && !listed(scene, group) {
        return None;
    }
    token -= 1;
    while token > floor {
        if let Some(start) = scene.role_before(token, HedgeRoles::SUBSET) {
            return (!opens_clause(scene, group, start)).then_some(start);
        }
        if scene.tag(token) == Tag::Auxiliary || page.is(token, Classes::OUTCOME) {
            return None;
        }
        token -= 1;
    }
    None
}

/// Whether a group behind "and" has a predicate of its own, and the people whose parts are told before it have theirs:
/// "Six people were killed, including two nurses, and [nine were hurt]".
fn opens_clause(scene: &Scene<'_, '_, '_>, group: &Group<'_>, marker: usize) -> bool {
    let (page, start) = (scene.page, group.tokens.start);
    let comma = start
        .checked_sub(2)
        .is_some_and(|comma| page.word(comma) == ",");
    let whole = scene
        .groups
        .iter()
        .rev()
        .find(|whole| whole.tokens.end <= marker);
    let told =
        whole.is_some_and(|whole| (whole.tokens.end..marker).any(|token| scene.predicates(token)));
    told && predicated(scene, group.tokens.end, !comma)
}

/// Whether a predicate of its own follows: "killed three and 20 [were injured]".
pub(super) fn predicated(scene: &Scene<'_, '_, '_>, from: usize, finite_only: bool) -> bool {
    let mut token = from;
    while token < scene.tokens.end && matches!(scene.tag(token), Tag::Adverb | Tag::Negation) {
        token += 1;
    }
    let tag = scene.tag(token);
    tag.is_auxiliary() || !finite_only && scene.event_at(token).is_some() && tag != Tag::Gerund
}

/// Phrases that may stand between a member of a list and the "and" behind it: "three in Kano [and two in Jos] died".
pub(super) fn joins(scene: &Scene<'_, '_, '_>, gap: TokenRange) -> bool {
    let page = scene.page;
    gap.len() <= 10
        && (scene.tag(gap.start) == Tag::Preposition || matches!(page.word(gap.start), "("))
        && gap.clone().all(|token| {
            matches!(
                page.kind(token),
                Some(
                    TokenKind::Word
                        | TokenKind::Clitic
                        | TokenKind::Number
                        | TokenKind::Punctuation
                )
            ) && !scene.predicates(token)
                && !scene.tag(token).opens_clause()
                && !matches!(
                    scene.tag(token),
                    Tag::Conjunction | Tag::But | Tag::Comma | Tag::Semicolon | Tag::Colon
                )
        })
}

/// The start of the connector that ends where a group begins: ", and", "and", ",", "as well as".
pub(super) fn connector_before(scene: &Scene<'_, '_, '_>, end: usize) -> Option<usize> {
    let page = scene.page;
    let mut start = end
        .checked_sub(1)
        .filter(|&start| start >= scene.tokens.start)?;
    // "and the two", "and that 12 others": "that" repeats the clause.
    if scene.tag(start) == Tag::That && start > scene.tokens.start && page.reads(start - 1, "and") {
        start -= 1;
    }
    if let Some(role) = scene.role_before(start + 1, HedgeRoles::JOINT) {
        start = role;
        if start > scene.tokens.start && page.word(start - 1) == "," {
            start -= 1;
        }
        return Some(start);
    }
    (page.word(start) == ",").then_some(start)
}

/// Where the connector ends that starts at a token.
pub(super) fn connector_at(scene: &Scene<'_, '_, '_>, start: usize) -> Option<usize> {
    if scene.page.word(start) == "," {
        return Some(
            scene
                .role_at(start + 1, HedgeRoles::JOINT)
                .unwrap_or(start + 1),
        );
    }
    scene.role_at(start, HedgeRoles::JOINT)
}
