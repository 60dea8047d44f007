//! Two outcomes for one number: "killed or wounded 40", "40 dead and injured". How many of each nobody says.

use crate::extraction::Outcome;
use crate::lexicon::entries::figures::{OutcomeCondition, OutcomePart};

use crate::syntax::Tag;

use super::super::scene::{Event, Scene};

/// Whether the group's outcome is one of two that the words leave open. "shot and killed", "abducted and killed" tell
/// of the same people one after the other, and "dead or missing" counts as dead by custom.
pub(super) fn either(scene: &Scene<'_, '_, '_>, event: &Event, group: usize) -> bool {
    let Some((first, second)) = pair(scene, event) else {
        return false;
    };
    let (Some(graver), Some(other)) = (outcome(first), outcome(second)) else {
        return false;
    };
    let open = |outcome| match outcome {
        Outcome::Killed | Outcome::Wounded => true,
        Outcome::Captured => scene.page.reads(first.tokens.end, "or"),
        _ => false,
    };
    // "12 dead and wounded three": each has people of its own.
    let group = &scene.groups[group];
    let before = scene
        .groups
        .iter()
        .any(|group| group.tokens.end == first.tokens.start);
    let after = scene.group_at(second.tokens.end).is_some();
    let own = after && (before || group.tokens.end <= first.tokens.start);
    graver != other && open(graver) && open(other) && !own
}

/// The event with the one that "and" or "or" joins to it.
fn pair<'s>(scene: &'s Scene<'_, '_, '_>, event: &Event) -> Option<(&'s Event, &'s Event)> {
    let page = scene.page;
    scene
        .events
        .windows(2)
        .filter_map(|pair| pair.first().zip(pair.last()))
        .find(|(first, second)| {
            let (end, start) = (first.tokens.end, second.tokens.start);
            let mut between = end + 1..start;
            (first.tokens == event.tokens || second.tokens == event.tokens)
                && (page.reads(end, "and") || page.reads(end, "or"))
                && between.all(|token| scene.adverb(token) || scene.tag(token) == Tag::Auxiliary)
        })
}

/// What a verb or an adjective tells by itself: "shot" can be either.
fn outcome(event: &Event) -> Option<Outcome> {
    let plain = |condition| {
        matches!(
            condition,
            OutcomeCondition::None | OutcomeCondition::Harm | OutcomeCondition::Enemy
        )
    };
    event
        .readings
        .iter()
        .find(|reading| reading.part != OutcomePart::Noun && plain(reading.condition))
        .map(|reading| reading.outcome)
}
