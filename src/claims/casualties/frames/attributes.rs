//! Frames in which the outcome word describes the people: "100 wounded people", "five of the dead", "among the injured".

use super::super::coordination;
use super::super::finding::{Finding, Rule};
use super::super::scene::Scene;
use super::super::verbs::{self};
use crate::entities::victims::{Group, Head};
use crate::extraction::Outcome;
use crate::lexicon::Classes;
use crate::lexicon::Slot;
use crate::lexicon::entries::figures::{HedgeRoles, NumberKind, OutcomeCondition, OutcomePart};
use crate::measures::numbers::plays;
use crate::syntax::Tag;

/// "100 wounded people", "5,193 murders", "five of the dead"
pub(super) fn attributive(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    let counted = (0..scene.groups.len()).filter(|&index| !is_zero(scene, index));
    found.extend(counted.filter_map(|index| inside(scene, index, Rule::Attributive)));
}

/// "no casualties"
pub(super) fn zero(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    let none = (0..scene.groups.len()).filter(|&index| is_zero(scene, index));
    found.extend(none.filter_map(|index| inside(scene, index, Rule::Zero)));
}

fn is_zero(scene: &Scene<'_, '_, '_>, group: usize) -> bool {
    scene.groups[group].kind == NumberKind::Zero
}

/// The outcome that stands inside a group.
fn inside(scene: &Scene<'_, '_, '_>, index: usize, rule: Rule) -> Option<Finding> {
    let page = scene.page;
    let group = &scene.groups[index];
    let outcome = group.outcome?;
    let event = scene
        .events
        .iter()
        .find(|event| event.tokens.contains(&outcome))?;
    let noun = group.head == Head::Outcome;
    let one = match group.head {
        // "27 wounded": the frames of verbs and states read it.
        Head::Elided => !group.partitive,
        Head::Thing => true,
        // "a wounded officer" describes one that was counted elsewhere.
        Head::Person | Head::Likely => group.article,
        // "a death", "an injury": one event, seldom a count.
        Head::Outcome => group.article && !page.is(outcome, Classes::VICTIM),
    };
    // "one of the dead"
    if one || group.is_one() && group.partitive && group.head != Head::Person {
        return None;
    }
    let reading = event.readings.iter().find(|reading| {
        // "free trips", "a murder": the base form of a verb is no attribute.
        let base = matches!(
            reading.part,
            OutcomePart::Transitive | OutcomePart::Intransitive
        ) && matches!(reading.slot, Slot::Headword | Slot::ThirdPerson);
        noun == (reading.part == OutcomePart::Noun) && reading.slot != Slot::Gerund && !base
    })?;
    // "many of the deaths"
    let share = group.partitive && page.reads(group.core.start, "many");
    // "12 of the 30 hostages": the whole is told by the way.
    if share || scene.is_whole(index) || !is_borne_out(scene, group, reading.condition) {
        return None;
    }
    // "charged with three murders"
    let before = group.tokens.start.saturating_sub(1);
    let charged = scene.tag(before) == Tag::Preposition
        && scene.role_before(before, HedgeRoles::CHARGING).is_some();
    // "will free no hostages" tells of those who are held.
    let nobody = rule == Rule::Zero && page.is(outcome, Classes::VICTIM);
    if noun && (charged || nobody) {
        return None;
    }
    // "40 casualties" are dead or hurt; with "no casualties" nobody is dead.
    let outcome = match reading.outcome {
        Outcome::Other if rule == Rule::Zero && noun => Outcome::Killed,
        outcome => outcome,
    };
    Some(Finding {
        group: index,
        outcome,
        event: event.tokens.clone(),
        rule,
        asserted: true,
        part_of: None,
        rank: if noun { 30 } else { 2 },
    })
}

/// Whether the sentence says what the noun's condition asks: "found five bodies", "claimed five lives".
fn is_borne_out(scene: &Scene<'_, '_, '_>, group: &Group<'_>, condition: OutcomeCondition) -> bool {
    let (start, end) = (group.tokens.start, group.tokens.end);
    match condition {
        OutcomeCondition::Found => scene.has_role(HedgeRoles::FINDING),
        OutcomeCondition::Lives => {
            scene.role_before(start, HedgeRoles::TAKING).is_some()
                || (end..scene.tokens.end.min(end + 4))
                    .any(|token| scene.role_at(token, HedgeRoles::TAKING).is_some())
        }
        OutcomeCondition::Beside => scene.events.len() > 1,
        OutcomeCondition::Toll
        | OutcomeCondition::Hospital
        | OutcomeCondition::Disease
        | OutcomeCondition::Driven
        | OutcomeCondition::Taken => false,
        _ => true,
    }
}

/// "two of her nephews were among the nine who drowned", "two nurses are among the dead"
pub(super) fn among(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    let page = scene.page;
    for token in page.all(scene.tokens.clone(), Classes::PREPOSITION) {
        let counted = scene.group_at(token + 1);
        if !page.reads(token, "among")
            || !page.is(token + 1, Classes::DETERMINER.with(Classes::PRONOUN)) && counted.is_none()
        {
            continue;
        }
        // "among four people who died", not "among four people chosen after two men died"
        let last = counted.map_or(token + 7, |group| scene.groups[group].tokens.end + 2);
        let event = scene
            .events
            .iter()
            .find(|event| event.tokens.start > token && event.tokens.start <= last);
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
