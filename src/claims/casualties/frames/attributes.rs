//! Frames in which the outcome word describes the people: "100 wounded people", "five of the dead", "among the injured".

use super::super::coordination;
use super::super::finding::{Finding, Rule};
use super::super::scene::Scene;
use super::super::verbs::{self};
use crate::entities::victims::Head;
use crate::extraction::Outcome;
use crate::lexicon::Classes;
use crate::lexicon::Slot;
use crate::lexicon::entries::figures::{HedgeRoles, NumberKind, OutcomeCondition, OutcomePart};
use crate::measures::numbers::plays;
use crate::syntax::Tag;

/// The outcome stands inside the group: "100 wounded people", "5,193 murders", "five of the dead", "no casualties".
pub(super) fn attributive(scene: &Scene<'_, '_, '_>, rule: Rule, found: &mut Vec<Finding>) {
    let page = scene.page;
    for (index, group) in scene.groups.iter().enumerate() {
        // "no casualties"
        let zero = group.kind == NumberKind::Zero;
        if zero != (rule == Rule::Zero) {
            continue;
        }
        let Some(outcome) = group.outcome else {
            continue;
        };
        let Some(event) = scene
            .events
            .iter()
            .find(|event| event.tokens.contains(&outcome))
        else {
            continue;
        };
        let noun = group.head == Head::Outcome;
        // "a wounded officer" describes one that was counted elsewhere.
        if group.article && group.head == Head::Person {
            continue;
        }
        // "27 wounded": the frames of verbs and states read it.
        if group.head == Head::Elided && !group.partitive || group.head == Head::Thing {
            continue;
        }
        if matches!(group.head, Head::Likely) && group.article {
            continue;
        }
        let reading = event.readings.iter().find(|reading| {
            let noun_reading = reading.part == OutcomePart::Noun;
            // "free trips", "a murder": the base form of a verb is no attribute.
            let verb = matches!(
                reading.part,
                OutcomePart::Transitive | OutcomePart::Intransitive
            );
            noun == noun_reading
                && reading.slot != Slot::Gerund
                && !(verb && matches!(reading.slot, Slot::Headword | Slot::ThirdPerson))
        });
        let Some(reading) = reading else {
            continue;
        };
        // "12 of the 30 hostages": the whole is told by the way.
        let inner = scene.groups.iter().any(|outer| {
            outer.core.start < group.core.start
                && outer.tokens.end >= group.tokens.end
                && !outer.is_one()
        });
        if inner {
            continue;
        }
        // "many of the deaths"
        if group.partitive && page.reads(group.core.start, "many") {
            continue;
        }
        let sentence = scene.tokens.clone();
        let admitted = match reading.condition {
            OutcomeCondition::Found => scene.has_role(HedgeRoles::FINDING),
            OutcomeCondition::Lives => {
                scene
                    .role_before(group.tokens.start, HedgeRoles::TAKING)
                    .is_some()
                    || (group.tokens.end..sentence.end.min(group.tokens.end + 4))
                        .any(|token| scene.role_at(token, HedgeRoles::TAKING).is_some())
            }
            OutcomeCondition::Toll
            | OutcomeCondition::Hospital
            | OutcomeCondition::Disease
            | OutcomeCondition::Taken => false,
            _ => true,
        };
        // "a death", "an injury": one event, seldom a count.
        let single_noun = noun && group.article && !page.is(outcome, Classes::VICTIM)
            || group.is_one() && group.partitive && group.head != Head::Person;
        // "charged with three murders"
        let before = group.tokens.start.saturating_sub(1);
        let charged = scene.tag(before) == Tag::Preposition
            && scene.role_before(before, HedgeRoles::CHARGING).is_some();
        // "will free no hostages" tells of those who are held.
        let nobody = zero && noun && page.is(outcome, Classes::VICTIM);
        if !admitted || single_noun || nobody || noun && charged {
            continue;
        }
        // "40 casualties" are dead or hurt; with "no casualties" nobody is dead.
        let outcome = if zero && reading.outcome == Outcome::Other && noun {
            Outcome::Killed
        } else {
            reading.outcome
        };
        found.push(Finding {
            group: index,
            outcome,
            event: event.tokens.clone(),
            rule,
            asserted: true,
            part_of: None,
            rank: if noun { 30 } else { 2 },
        });
    }
}

/// "two of her nephews were among the nine who drowned", "two nurses are among the dead"
pub(super) fn among(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    let page = scene.page;
    for token in page.all(scene.tokens.clone(), Classes::PREPOSITION) {
        if !page.reads(token, "among")
            || !page.is(token + 1, Classes::DETERMINER.with(Classes::PRONOUN))
        {
            continue;
        }
        let event = scene
            .events
            .iter()
            .find(|event| event.tokens.start > token && event.tokens.start <= token + 7);
        let Some((event, reading)) = event.and_then(|event| Some((event, event.readings.first()?)))
        else {
            continue;
        };
        let verbs = verbs::group(scene, token);
        if !verbs.be || verbs.negated {
            continue;
        }
        let whole = scene
            .groups
            .iter()
            .position(|group| group.core.start > token && group.core.start <= token + 3);
        for (group, _) in coordination::subjects(scene, verbs.start..token, verbs.plural, false) {
            if scene.plausible(group) {
                found.push(Finding {
                    group,
                    outcome: reading.outcome,
                    event: event.tokens.clone(),
                    rule: Rule::Among,
                    asserted: true,
                    part_of: whole,
                    rank: 8,
                });
            }
        }
    }
}

/// "the third soldier to die", "the tenth person killed": the rank is the count so far.
pub(super) fn ordinals(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    for (index, group) in scene.groups.iter().enumerate() {
        if group.kind != NumberKind::Ordinal || group.head != Head::Person || group.count.low < 2 {
            continue;
        }
        let from = group.tokens.end;
        let mut token = from;
        while matches!(scene.tag(token), Tag::To | Tag::Auxiliary | Tag::Relative) {
            token += 1;
        }
        let Some(event) = scene.event_at(token) else {
            continue;
        };
        let second = scene.tag(event.tokens.end) == Tag::Conjunction;
        let event = scene
            .event_at(event.tokens.end + 1)
            .filter(|_| second)
            .unwrap_or(event);
        let reading = event.readings.iter().find(|reading| {
            matches!(reading.part, OutcomePart::Transitive | OutcomePart::Intransitive)
                && !matches!(reading.slot, Slot::Gerund | Slot::ThirdPerson)
                // "the fourth victim died" tells of one.
                && (token > from || reading.part == OutcomePart::Transitive)
        });
        if let Some(reading) = reading {
            found.push(Finding {
                group: index,
                outcome: reading.outcome,
                event: event.tokens.clone(),
                rule: Rule::Ordinal,
                asserted: true,
                part_of: None,
                rank: 4,
            });
        }
    }
}

/// "Of the 45 wounded, nine were children", "of those killed, two were women"
pub(super) fn of_those(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    let page = scene.page;
    for token in page.all(scene.tokens.clone(), Classes::PREPOSITION) {
        if !page.reads(token, "of")
            || !page.is(token + 1, Classes::DETERMINER.with(Classes::PRONOUN))
            || token > scene.tokens.start && !matches!(page.word(token - 1), "," | ";")
        {
            continue;
        }
        let Some(comma) =
            (token..scene.tokens.end.min(token + 14)).find(|&token| page.word(token) == ",")
        else {
            continue;
        };
        let event = scene
            .events
            .iter()
            .find(|event| (token..comma).contains(&event.tokens.start));
        let Some((event, reading)) = event.and_then(|event| Some((event, event.readings.first()?)))
        else {
            continue;
        };
        let whole = scene
            .groups
            .iter()
            .position(|group| (token..comma).contains(&group.core.start));
        for (index, group) in scene.groups.iter().enumerate() {
            let follows = group.core.start > comma && group.core.start <= comma + 14;
            let elided = group.head == Head::Elided && scene.plausible(index);
            let told = scene.tag(group.tokens.end) == Tag::Auxiliary
                || group.tokens.end + 1 >= scene.tokens.end;
            if follows && elided && told {
                found.push(Finding {
                    group: index,
                    outcome: reading.outcome,
                    event: event.tokens.clone(),
                    rule: Rule::OfThose,
                    asserted: true,
                    part_of: whole,
                    rank: 30,
                });
            }
        }
    }
}

/// "the injured included two firefighters", "among the dead were six children"
pub(super) fn included(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    let page = scene.page;
    for event in &scene.events {
        let before = event.tokens.start.wrapping_sub(1);
        let opens = event.tokens.start > scene.tokens.start
            && (page.reads(before, "the") || page.reads(before, "those"));
        if !opens {
            continue;
        }
        let mut verb = event.tokens.end;
        // "the dead were identified as two farmers and a priest"
        let identified = scene.tag(verb) == Tag::Auxiliary
            && page.reads(verb + 1, "identified")
            && page.reads(verb + 2, "as");
        if identified {
            verb += 2;
        }
        let include = identified || plays(page, verb, HedgeRoles::CONTAINING);
        let among =
            page.reads(before.wrapping_sub(1), "among") && scene.tag(verb) == Tag::Auxiliary;
        let Some(reading) = event.readings.first().filter(|_| include || among) else {
            continue;
        };
        for (group, part_of) in coordination::objects(scene, verb + 1) {
            if scene.groups[group].is_people() {
                found.push(Finding {
                    group,
                    outcome: reading.outcome,
                    event: event.tokens.clone(),
                    rule: Rule::Included,
                    asserted: true,
                    part_of,
                    rank: 8,
                });
            }
        }
    }
}
