//! Parts of what was counted.

use crate::entities::victims::Head;
use crate::extraction::Outcome;
use crate::lexicon::Classes;
use crate::lexicon::entries::figures::{HedgeRoles, NumberKind};
use crate::measures::numbers::plays;
use crate::text::TokenKind;

use super::super::finding::{Finding, Rule};
use super::super::scene::Scene;
use super::joints::{part_marker, predicated};

/// Parts of what was found: "…, including four Norwegians and two Danes", "three of them children", "two of whom died".
pub(crate) fn subsets(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    let page = scene.page;
    let mut index = 0;
    while index < scene.groups.len() {
        let group = &scene.groups[index];
        index += 1;
        let pronoun = group.partitive
            && (page.reads(group.tokens.end.wrapping_sub(1), "them")
                || page.reads(group.tokens.end.wrapping_sub(1), "whom"));
        let marker = part_marker(scene, group);
        let marked = marker.is_some();
        // "many of them militants" is no number.
        let share = group.kind == NumberKind::Vague && page.reads(group.core.start, "many");
        let number = index - 1;
        let degree = degree(scene, number);
        if !(pronoun || marked || degree) || share {
            continue;
        }
        // "Two died and 30 others, among them six children, slept there": of the others nothing is told.
        let whole = marker.and_then(|marker| beside(scene, number, marker));
        if whole.is_some_and(|whole| found.iter().all(|finding| finding.group != whole)) {
            continue;
        }
        let before = |finding: &&Finding| {
            finding.group != number
                && finding.part_of.is_none()
                && scene.groups[finding.group].core.end <= group.core.start
        };
        let larger = |finding: &&Finding| {
            let whole = &scene.groups[finding.group].count;
            whole.low > group.count.low || whole.high.is_none() || whole.high > group.count.high
        };
        let nearest = |finding: &&Finding| scene.groups[finding.group].core.start;
        // Where the part is larger than all that stands before it, the article contradicts itself: that is told, too.
        let whole = found
            .iter()
            .filter(before)
            .filter(larger)
            .max_by_key(nearest)
            .or_else(|| found.iter().filter(before).max_by_key(nearest))
            .cloned();
        let Some(whole) = whole else {
            continue;
        };
        if let Some(own) = found.iter_mut().find(|finding| finding.group == number) {
            own.part_of = own.part_of.or(Some(whole.group));
            continue;
        }
        // "including about 2,000 in the past week"
        let bare = marked
            && group.head == Head::Elided
            && scene.plausible(number)
            && page.is(group.tokens.end, Classes::PREPOSITION);
        let admitted = group.is_people()
            || bare
            || degree && whole.outcome == Outcome::Wounded
            || pronoun && !predicated(scene, group.tokens.end, true);
        if !admitted
            || whole.event.start > group.core.start
                && scene.groups[whole.group].core.start > group.core.start
        {
            continue;
        }
        let fatal = plays(page, group.tokens.end, HedgeRoles::FATAL);
        found.push(Finding {
            outcome: if fatal {
                Outcome::Killed
            } else {
                whole.outcome
            },
            group: number,
            rule: Rule::Subset,
            part_of: Some(whole.group),
            rank: 20,
            ..whole
        });
    }
}

/// The people right before the marker of a part: "[30 others], among them six children".
fn beside(scene: &Scene<'_, '_, '_>, part: usize, marker: usize) -> Option<usize> {
    let comma = scene.page.word(marker.wrapping_sub(1)) == ",";
    let end = marker - usize::from(comma);
    let groups = &scene.groups[..part];
    groups
        .iter()
        .rposition(|group| group.tokens.end == end && group.is_people())
}

/// "Six people were hurt, [two] critically."
fn degree(scene: &Scene<'_, '_, '_>, number: usize) -> bool {
    let page = scene.page;
    let group = &scene.groups[number];
    let end = group.tokens.end;
    let before = group.tokens.start.checked_sub(1);
    group.head == Head::Elided
        && scene.plausible(number)
        && before.is_some_and(|before| page.word(before) == ",")
        && scene.adverb(end)
        && page.word(end).ends_with("ly")
        && (end + 1 >= scene.tokens.end
            || page.kind(end + 1) == Some(TokenKind::Punctuation)
            || page.is(end + 1, Classes::PREPOSITION))
}
