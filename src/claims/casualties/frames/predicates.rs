//! Frames of verbs and states: "were killed", "killed 13", "died", "left 70 dead".

use super::super::coordination;
use super::super::finding::{Finding, Rule};
use super::super::scene::Reading;
use super::super::verbs;
use super::frame::Frame;
use crate::entities::victims;
use crate::extraction::{Category, Outcome};
use crate::lexicon::Classes;
use crate::lexicon::Slot;
use crate::lexicon::entries::figures::{HedgeRoles, OutcomeCondition};
use crate::measures::numbers::plays;
use crate::syntax::Tag;
use crate::text::{TokenKind, TokenRange};

/// "79 people were crushed", "31 of its troops have been killed"
pub(super) fn passive(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    // "are killing"
    let mut groups = frame.subjects(!frame.verbs.finite);
    if groups.is_empty() {
        return false;
    }
    coordination::trailing(frame.scene, frame.event.tokens.end, &mut groups);
    frame.push_all(groups, Rule::Passive, found);
    true
}

/// "killed 13 people", "has wounded two officers", "kills 16"
pub(super) fn active(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    // "a plot to kill two judges" tells of nobody killed; "went on to kill two judges" and "claimed to have killed two" do.
    if !frame.is_verb() || frame.verbs.infinitive && !went_on(frame) {
        return false;
    }
    let groups = coordination::objects(frame.scene, frame.event.tokens.end);
    frame.push_all(groups, Rule::Active, found)
}

fn went_on(frame: &Frame<'_, '_, '_, '_>) -> bool {
    let before = frame.verbs.start.wrapping_sub(1);
    let page = frame.scene.page;
    frame.verbs.linked || page.reads(before, "on") || plays(page, before, HedgeRoles::ACHIEVING)
}

/// "killing at least seven", "the killing of two monks"
pub(super) fn gerund(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    let page = frame.scene.page;
    let mut end = frame.event.tokens.end;
    if page.reads(end, "of") {
        end += 1;
    }
    let groups = coordination::objects(frame.scene, end);
    frame.push_all(groups, Rule::Gerund, found)
}

/// "27 hurt", "two drivers were killed and some 30 others injured"
pub(super) fn participle(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    let page = frame.scene.page;
    let behind = frame.event.tokens.end;
    // "a photographer captured the scene": an object makes it a finite verb.
    let object = behind < frame.scene.tokens.end
        && page.is(
            behind,
            Classes::DETERMINER
                .with(Classes::POSSESSIVE)
                .with(Classes::PRONOUN),
        )
        && !page.is(behind, Classes::PREPOSITION.with(Classes::ADVERB))
        && frame.scene.tag(behind) != Tag::Relative
        && !(behind..behind + 3).any(|token| page.is(token, Classes::TIME));
    if object {
        return false;
    }
    let groups = frame.subjects(true);
    frame.push_all(groups, Rule::Participle, found)
}

/// "73 others lost their lives", "the two men who died", "52 patients dying"
pub(super) fn died(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    let strict = frame.reading.slot == Slot::Gerund && !frame.verbs.be;
    if frame.verbs.infinitive && !frame.verbs.linked {
        let groups = obliged(frame);
        return frame.push_all(groups, Rule::Died, found);
    }
    // "Nine soldiers surrendered their weapons"
    let troops = frame.reading.condition == OutcomeCondition::Troops;
    if troops && frame.scene.has_object(frame.event.tokens.end - 1) {
        return false;
    }
    let groups = frame.subjects(strict);
    let subject = !groups.is_empty();
    frame.push_all(groups, Rule::Died, found);
    subject
}

/// "8,000 people had to flee": they did. "They have to flee" tells of what is to come.
fn obliged(frame: &Frame<'_, '_, '_, '_>) -> Vec<(usize, Option<usize>)> {
    let (scene, page) = (frame.scene, frame.scene.page);
    let start = frame.event.tokens.start;
    let had = start.wrapping_sub(2);
    let fits = frame.reading.outcome == Outcome::Displaced
        && start >= scene.tokens.start + 2
        && page.reads(start - 1, "to")
        && page.reads(had, "had");
    let verbs = verbs::group(scene, had);
    if !fits || verbs.negated || verbs.hypothetical {
        return Vec::new();
    }
    coordination::subjects(scene, verbs.start..had, verbs.plural, false)
}

/// "two hikers were found dead", "left 70 people dead", "42 remain missing"
pub(super) fn state(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    let page = frame.scene.page;
    // "among the dead", "of the missing"
    let before = frame.event.tokens.start.wrapping_sub(1);
    if page.reads(before, "the") || page.reads(before, "of") {
        return false;
    }
    let strict = !(frame.verbs.be || frame.verbs.linked);
    let groups = frame.subjects(strict);
    let subject = !groups.is_empty();
    frame.push_all(groups, Rule::State, found);
    subject
}

/// Whether "held" tells of people who are kept: "Soldiers hold 15 clerks", "were held in a cellar"; not "The hall holds
/// 200 people", "were held responsible".
pub(super) fn kept(frame: &Frame<'_, '_, '_, '_>) -> bool {
    const BEHIND: Classes = Classes::CONJUNCTION
        .with(Classes::TIME)
        .with(Classes::VICTIM)
        .with(Classes::OUTCOME);
    let page = frame.scene.page;
    let behind = frame.event.tokens.end;
    let gerund = frame.reading.slot == Slot::Gerund;
    if frame.verbs.be && !gerund {
        let preposition = page.is(behind, Classes::PREPOSITION)
            && !["to", "up", "off", "under"]
                .into_iter()
                .any(|word| page.reads(behind, word));
        return preposition
            || page.is(behind, BEHIND)
            || behind >= frame.scene.tokens.end
            || page.kind(behind) == Some(TokenKind::Punctuation);
    }
    // "The rebels freed nine sailors and are still holding 40 others"
    let still = gerund && page.reads(frame.event.tokens.start.wrapping_sub(1), "still");
    let people = |group: usize| frame.scene.groups[group].is_people();
    if still && frame.scene.group_at(behind).is_some_and(people) {
        return true;
    }
    let armed = frame
        .verbs
        .start
        .checked_sub(1)
        .and_then(|before| victims::category_at(page, before));
    matches!(
        armed,
        Some(Category::Military | Category::Militant | Category::Police)
    )
}

/// "took nine tourists hostage", "are being held captive", "remain captive"
pub(super) fn taken(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    let scene = frame.scene;
    let end = frame.event.tokens.start;
    let Some(group) = scene
        .groups
        .iter()
        .position(|group| group.tokens.end == end)
    else {
        return false;
    };
    let holds = scene
        .role_before(scene.groups[group].tokens.start, HedgeRoles::HOLDING)
        .is_some();
    holds && frame.push_all(vec![(group, None)], Rule::Taken, found)
}

/// "3,000 people *in nearby villages* to leave": a phrase that tells where they live.
fn adjoins(frame: &Frame<'_, '_, '_, '_>, between: TokenRange) -> bool {
    let tag = |token: usize| frame.scene.tag(token);
    let mut words = between.clone();
    !between.is_empty()
        && tag(between.start) == Tag::Preposition
        && words.all(|token| {
            tag(token).is_nominal()
                || tag(token).determines()
                || matches!(tag(token), Tag::Preposition | Tag::Adverb)
        })
}

/// "forced 2,000 people to flee", "ordered 40,000 to leave", "hacked two men to death": the people stand between a verb
/// and what it made of them.
pub(super) fn driven(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    let (scene, page) = (frame.scene, frame.scene.page);
    let start = frame.event.tokens.start;
    let phrase = frame.reading.condition == OutcomeCondition::Driven;
    let infinitive = frame.reading.outcome == Outcome::Displaced
        && start > scene.tokens.start
        && page.reads(start - 1, "to");
    if !phrase && !infinitive {
        return false;
    }
    // "ordered 300 workers to leave the union" moved nobody.
    let last = frame.event.tokens.end - 1;
    let open = page.reads(last, "leave") && scene.tag(last + 1).opens_phrase();
    let end = start - usize::from(!phrase);
    let group = scene
        .groups
        .iter()
        .position(|group| group.tokens.end == end || adjoins(frame, group.tokens.end..end));
    let Some(group) = group.filter(|_| !open) else {
        return false;
    };
    let people = scene.groups[group].tokens.start;
    let verb = people.wrapping_sub(1);
    // "shot nine men to death"
    let deadly = frame.reading.outcome == Outcome::Killed
        && scene.events.iter().any(|event| {
            let wounded = |reading: &Reading| reading.outcome == Outcome::Wounded;
            event.tokens.end == people && event.readings.iter().any(wounded)
        });
    if people <= scene.tokens.start || !deadly && !plays(page, verb, HedgeRoles::DRIVING) {
        return false;
    }
    let verbs = verbs::group(scene, verb);
    if verbs.negated || verbs.be || verbs.infinitive && !verbs.linked {
        return false;
    }
    let first = found.len();
    let told = frame.push_all(vec![(group, None)], Rule::Driven, found);
    for finding in &mut found[first..] {
        finding.asserted = !verbs.hypothetical;
    }
    told
}
