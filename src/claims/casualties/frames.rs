//! The frames: which construction ties a counted group to an outcome word. Each is a function, and its name is the
//! figure's rule.

use crate::extraction::{Category, Outcome};
use crate::lexicon::entries::figures::{HedgeRoles, NumberKind, OutcomeCondition, OutcomePart};
use crate::lexicon::{Classes, Slot};
use crate::mentions::victims::Head;
use crate::text::TokenRange;

use super::coordination;
use super::scene::{Event, Reading, Scene};
use super::verbs::{self, VerbGroup};

/// A group with its outcome.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub group: usize,
    pub outcome: Outcome,
    /// The words that tell it.
    pub event: TokenRange,
    pub rule: &'static str,
    pub asserted: bool,
    /// The group that this one is part of.
    pub part_of: Option<usize>,
    /// Of two findings for one number the lower stands.
    pub rank: usize,
}

/// All that the frames find in a sentence, the best finding of each number.
pub(crate) fn find(scene: &Scene<'_, '_, '_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for event in &scene.events {
        for reading in &event.readings {
            read(scene, event, reading, &mut found);
        }
    }
    attributive(scene, &mut found);
    among(scene, &mut found);
    ordinals(scene, &mut found);
    of_those(scene, &mut found);
    included(scene, &mut found);
    coordination::subsets(scene, &mut found);
    let mut best: Vec<Finding> = Vec::new();
    for finding in found {
        let core = scene.groups[finding.group].core.start;
        let known = best
            .iter_mut()
            .find(|known| scene.groups[known.group].core.start == core);
        match known {
            Some(known)
                if known.rank < finding.rank
                    || known.rank == finding.rank
                        && (finding.outcome != Outcome::Killed
                            || known.outcome == Outcome::Killed) =>
            {
                known.part_of = known.part_of.or(finding.part_of);
            }
            Some(known) => {
                let part_of = finding.part_of.or(known.part_of);
                *known = Finding { part_of, ..finding };
            }
            None => best.push(finding),
        }
    }
    for index in 0..best.len() {
        let couple = scene.of_couple(best[index].group);
        if couple.is_some_and(|couple| best.iter().any(|other| other.group == couple)) {
            best[index].part_of = best[index].part_of.or(couple);
        }
    }
    best.sort_by_key(|finding| scene.groups[finding.group].core.start);
    best
}

/// One reading of one outcome word.
fn read(scene: &Scene<'_, '_, '_>, event: &Event, reading: &Reading, found: &mut Vec<Finding>) {
    // "shot and killed": the second shares what stands before the first.
    let first = coordination::first_of_pair(scene, event.tokens.start);
    let verbs = verbs::group(scene, first.unwrap_or(event.tokens.start));
    if verbs.negated {
        return;
    }
    let frame = Frame {
        scene,
        event,
        reading: *reading,
        verbs,
    };
    if numbered(&frame) {
        return toll(&frame, found);
    }
    match reading.condition {
        OutcomeCondition::Toll => return toll(&frame, found),
        OutcomeCondition::Borne => return bearing(&frame, found),
        OutcomeCondition::Hospital => return hospital(&frame, found),
        OutcomeCondition::Disease => return cases(&frame, found),
        OutcomeCondition::Taken => return taken(&frame, found),
        _ => {}
    }
    match (reading.part, reading.slot) {
        (OutcomePart::Noun, _) => nominal(&frame, found),
        (OutcomePart::Adjective, _) => state(&frame, found),
        (OutcomePart::Intransitive, slot) => {
            let before = found.len();
            died(&frame, found);
            // "the boat sank, drowning 40 migrants"
            if found.len() == before && reading.condition == OutcomeCondition::Either {
                match slot {
                    Slot::Gerund => gerund(&frame, found),
                    _ => active(&frame, found),
                }
            }
        }
        (OutcomePart::Transitive, Slot::Gerund) => gerund(&frame, found),
        (OutcomePart::Transitive, Slot::ThirdPerson | Slot::Headword) => {
            if !verbs.be {
                active(&frame, found);
            }
        }
        (OutcomePart::Transitive, _) if verbs.be => passive(&frame, found),
        (OutcomePart::Transitive, _) => {
            let before = found.len();
            active(&frame, found);
            if found.len() == before && (!verbs.have || verbs.be) {
                participle(&frame, found);
            }
        }
    }
}

/// An outcome word in one of its readings, with its verb group.
pub(crate) struct Frame<'s, 'p, 't, 'l> {
    pub scene: &'s Scene<'p, 't, 'l>,
    pub event: &'s Event,
    pub reading: Reading,
    pub verbs: VerbGroup,
}

impl Frame<'_, '_, '_, '_> {
    /// Whether the reading's condition lets this group count.
    fn admits(&self, group: usize) -> bool {
        let scene = self.scene;
        let found = &scene.groups[group];
        if !scene.plausible(group) {
            return false;
        }
        match self.reading.condition {
            OutcomeCondition::Weak => {
                found.head == Head::Person
                    || found.head == Head::Elided
                        && (found.partitive
                            || self.verbs.be
                            || found.core.len() == 1 && self.companion())
            }
            // "hurt one candidate", "hurt millions of workers": harm of another kind.
            OutcomeCondition::Harm => {
                self.verbs.be
                    || found.tokens.end <= self.event.tokens.start
                    || (2..100_000).contains(&found.count.low) && found.kind != NumberKind::Vague
            }
            OutcomeCondition::Enemy => {
                !matches!(found.category, Category::Other | Category::Unspecified)
                    || found.side.is_some()
                    || self.companion()
            }
            OutcomeCondition::Captive => {
                let captive = found
                    .tokens
                    .clone()
                    .any(|token| self.scene.role_at(token, HedgeRoles::CAPTIVE).is_some());
                captive
                    || matches!(
                        found.category,
                        Category::Military
                            | Category::Police
                            | Category::Militant
                            | Category::Journalist
                    )
                    || self.companion()
            }
            OutcomeCondition::Mass => {
                found.count.low >= 100 || found.count.high.is_some_and(|high| high >= 100)
            }
            OutcomeCondition::Troops => {
                matches!(
                    found.category,
                    Category::Military | Category::Militant | Category::Police
                ) || found.head == Head::Elided && found.core.len() == 1 && scene.beside
                    || found.head == Head::Person && found.possessive.is_some() && scene.beside
                    || self
                        .scene
                        .page
                        .reads(found.tokens.end.wrapping_sub(1), "men")
            }
            _ => true,
        }
    }

    /// Whether another outcome in the sentence stands firm: "killed four insurgents, captured 10".
    fn companion(&self) -> bool {
        self.scene.events.iter().any(|event| {
            event.tokens != self.event.tokens
                && event.readings.iter().any(|reading| {
                    reading.condition == OutcomeCondition::None && reading.part != OutcomePart::Noun
                })
        })
    }

    fn push(
        &self,
        group: usize,
        rule: &'static str,
        part_of: Option<usize>,
        found: &mut Vec<Finding>,
    ) {
        let scene = self.scene;
        let tokens = &scene.groups[group].tokens;
        let first = coordination::first_of_pair(self.scene, self.event.tokens.start)
            .unwrap_or(self.event.tokens.start);
        let distance = if tokens.end <= self.event.tokens.start {
            first.saturating_sub(tokens.end)
        } else {
            let gap = self.event.tokens.end..tokens.start.max(self.event.tokens.end);
            // "killed or wounded 40": both verbs are as near.
            let shared = scene
                .event_at(gap.start + 1)
                .is_some_and(|event| event.tokens.end == gap.end);
            if shared { 0 } else { gap.len() }
        };
        let asserted = !self.verbs.hypothetical;
        // "shot and killed", "killed or wounded": the graver word counts, and "shot" is how.
        let rank = distance
            + if self.reading.condition == OutcomeCondition::Weak {
                6
            } else {
                0
            };
        // "fatally shot"
        let before = self.event.tokens.start.wrapping_sub(1);
        let fatal = self.reading.outcome == Outcome::Wounded
            && (scene.page.reads(before, "fatally") || scene.page.reads(before, "mortally"));
        found.push(Finding {
            group,
            outcome: if fatal {
                Outcome::Killed
            } else {
                self.reading.outcome
            },
            event: self.event.tokens.clone(),
            rule,
            asserted,
            part_of,
            rank,
        });
    }

    fn push_all(
        &self,
        groups: Vec<(usize, Option<usize>)>,
        rule: &'static str,
        found: &mut Vec<Finding>,
    ) {
        for (group, part_of) in groups {
            if self.admits(group) {
                self.push(group, rule, part_of, found);
            }
        }
    }

    /// The groups that are the subject of the verb group.
    fn subjects(&self, strict: bool) -> Vec<(usize, Option<usize>)> {
        let event = self.event.tokens.start;
        let event = coordination::first_of_pair(self.scene, event).unwrap_or(event);
        coordination::subjects(
            self.scene,
            self.verbs.start..event,
            self.verbs.plural,
            strict,
        )
    }
}

/// "79 people were crushed", "31 of its soldiers have been killed"
fn passive(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) {
    // "are killing"
    let mut groups = frame.subjects(!frame.verbs.finite);
    if !groups.is_empty() {
        coordination::trailing(frame.scene, frame.event.tokens.end, &mut groups);
    }
    frame.push_all(groups, "casualty.passive", found);
}

/// "killed 13 people", "has wounded two officers", "kills 16"
fn active(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) {
    // "a plot to kill two judges" tells of nobody killed; "went on to kill two judges" does.
    if frame.verbs.infinitive && !went_on(frame) {
        return;
    }
    let finite = frame.reading.slot != Slot::Headword
        || frame.verbs.finite
        || frame.verbs.infinitive
        || !frame.scene.nominal(frame.event.tokens.start)
        || frame.scene.page.has(frame.event.tokens.start, crate::text::Flags::CAPITALISED)
        // headlines: "…, capture 10"
        || frame.scene.group_at(frame.event.tokens.end).is_some()
            && !frame.scene.page.is(frame.event.tokens.start.wrapping_sub(1), Classes::DETERMINER.with(Classes::POSSESSIVE));
    if !finite {
        // "the murder of a teacher", not "the release of a teacher"
        if frame.reading.outcome != Outcome::Other {
            nominal(frame, found);
        }
        return;
    }
    let groups = coordination::objects(frame.scene, frame.event.tokens.end);
    frame.push_all(groups, "casualty.active", found);
}

fn went_on(frame: &Frame<'_, '_, '_, '_>) -> bool {
    let before = frame.verbs.start.wrapping_sub(1);
    let page = frame.scene.page;
    frame.verbs.linked
        || page.reads(before, "on")
        || page.reads(before, "managed")
        || page.reads(before, "manage")
        || page.reads(before, "continued")
}

/// "killing at least seven", "the killing of two monks"
fn gerund(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) {
    let page = frame.scene.page;
    let mut end = frame.event.tokens.end;
    if page.reads(end, "of") {
        end += 1;
    }
    let groups = coordination::objects(frame.scene, end);
    frame.push_all(groups, "casualty.gerund", found);
}

/// "27 hurt", "three people were killed and some 20 others injured"
fn participle(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) {
    let page = frame.scene.page;
    let behind = frame.event.tokens.end;
    // "a photographer captured the scene": an object makes it a finite verb.
    let object = page.is(
        behind,
        Classes::DETERMINER
            .with(Classes::POSSESSIVE)
            .with(Classes::PRONOUN),
    ) && !page.is(
        behind,
        Classes::PREPOSITION
            .with(Classes::ADVERB)
            .with(Classes::RELATIVE),
    ) && !(behind..behind + 3).any(|token| page.is(token, Classes::TIME));
    if object {
        return;
    }
    let groups = frame.subjects(true);
    frame.push_all(groups, "casualty.participle", found);
}

/// "73 others lost their lives", "the two men who died", "52 patients dying"
fn died(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) {
    let strict = frame.reading.slot == Slot::Gerund && !frame.verbs.be;
    if frame.verbs.infinitive && !frame.verbs.linked && !frame.verbs.have {
        return;
    }
    let groups = frame.subjects(strict);
    frame.push_all(groups, "casualty.died", found);
}

/// "two hikers were found dead", "left 70 people dead", "42 remain missing"
fn state(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) {
    let page = frame.scene.page;
    // "among the dead", "of the missing"
    let before = frame.event.tokens.start.wrapping_sub(1);
    if page.reads(before, "the") || page.reads(before, "of") {
        return;
    }
    let strict = !(frame.verbs.be || frame.verbs.linked);
    let groups = frame.subjects(strict);
    frame.push_all(groups, "casualty.state", found);
}

/// "took nine tourists hostage", "are being held captive"
fn taken(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) {
    let scene = frame.scene;
    let end = frame.event.tokens.start;
    let Some(group) = scene
        .groups
        .iter()
        .position(|group| group.tokens.end == end)
    else {
        return;
    };
    let holds = scene
        .role_before(scene.groups[group].tokens.start, HedgeRoles::HOLDING)
        .is_some();
    if holds {
        frame.push_all(vec![(group, None)], "casualty.taken", found);
    }
}

/// "the deaths of 10 passengers", "the loss of 30", "capture of a smuggler"
fn nominal(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) {
    let page = frame.scene.page;
    let end = frame.event.tokens.end;
    if in_the(frame, found) {
        return;
    }
    let inside = page.reads(end.wrapping_sub(1), "of");
    if !inside && !page.reads(end, "of") {
        return;
    }
    // "claimed the lives of 12", not "on the lives of 12"
    if frame.reading.condition == OutcomeCondition::Lives {
        let start = frame.event.tokens.start;
        let article = start - usize::from(start > 0 && page.reads(start - 1, "the"));
        if frame
            .scene
            .role_before(article, HedgeRoles::TAKING)
            .is_none()
        {
            return;
        }
    }
    let from = if inside { end } else { end + 1 };
    let mut groups = coordination::objects(frame.scene, from);
    if groups.is_empty() {
        // "murder earlier this month of a teacher"
        groups.extend(
            (from..from + 5)
                .find_map(|token| {
                    (page.reads(token, "of")).then(|| coordination::objects(frame.scene, token + 1))
                })
                .unwrap_or_default(),
        );
    }
    frame.push_all(groups, "casualty.nominal", found);
}

/// "put enemy losses in the hundreds", "casualties ran into the thousands"
fn in_the(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    let scene = frame.scene;
    let page = scene.page;
    let end = frame.event.tokens.end;
    let group = scene.groups.iter().position(|group| {
        group.kind == NumberKind::Vague
            && group.head == Head::Elided
            && group.core.start > end
            && group.core.start <= end + 6
            && page.reads(group.core.start - 1, "the")
            && (page.reads(group.core.start.wrapping_sub(2), "in")
                || page.reads(group.core.start.wrapping_sub(2), "into"))
    });
    if let Some(group) = group {
        frame.push(group, "casualty.in_the_hundreds", None, found);
    }
    group.is_some()
}

/// "four people with serious injuries", "12 sustained burns"
fn bearing(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) {
    let scene = frame.scene;
    let page = scene.page;
    let floor = frame
        .event
        .tokens
        .start
        .saturating_sub(7)
        .max(scene.tokens.start);
    let mut token = frame.event.tokens.start;
    while token > floor {
        if let Some(start) = scene.role_before(token, HedgeRoles::BEARING) {
            let verbs = verbs::group(scene, start);
            if verbs.negated {
                return;
            }
            let adjacent = page.is(start, Classes::PREPOSITION);
            // "from" and "for" need their verb: "treated for burns", "suffering from burns".
            if (page.reads(start, "for") || page.reads(start, "from")) && token == start + 1 {
                token -= 1;
                continue;
            }
            let mut groups =
                coordination::subjects(scene, verbs.start..start, verbs.plural, adjacent);
            // "with wounds from a blast": the people may stand further left.
            groups.retain(|&(group, _)| scene.groups[group].is_people() || scene.plausible(group));
            return frame.push_all(groups, "casualty.bearing", found);
        }
        let word = page.kind(token - 1) == Some(crate::text::TokenKind::Word);
        let ends = page.is(
            token - 1,
            Classes::AUXILIARY
                .with(Classes::RELATIVE)
                .with(Classes::MODAL),
        );
        if !word || ends {
            return;
        }
        token -= 1;
    }
}

/// "51 were taken to hospital"
fn hospital(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) {
    let scene = frame.scene;
    let page = scene.page;
    let floor = frame
        .event
        .tokens
        .start
        .saturating_sub(7)
        .max(scene.tokens.start);
    let mut token = frame.event.tokens.start;
    while token > floor {
        token -= 1;
        if !page.reads(token, "to") {
            continue;
        }
        if let Some(start) = scene.role_before(token, HedgeRoles::SENDING) {
            let verbs = verbs::group(scene, start);
            if !verbs.negated && !verbs.hypothetical {
                let groups =
                    coordination::subjects(scene, verbs.start..start, verbs.plural, !verbs.be);
                let people = groups
                    .into_iter()
                    .filter(|&(group, _)| scene.plausible(group))
                    .collect();
                frame.push_all(people, "casualty.hospital", found);
            }
        }
        return;
    }
}

/// "303 cases of drug-resistant tuberculosis"
fn cases(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) {
    let scene = frame.scene;
    let page = scene.page;
    let event = frame.event.tokens.start;
    let floor = event.saturating_sub(6).max(scene.tokens.start);
    let Some(of) = (floor..event).rev().find(|&token| page.reads(token, "of")) else {
        return;
    };
    if of == floor || !page.reads(of - 1, "cases") {
        return;
    }
    let group = scene.groups.iter().position(|group| {
        group.core.end < of && group.core.end + 4 > of && group.tokens.end <= of + 1
    });
    if let Some(group) = group {
        frame.push(group, "casualty.cases", None, found);
    }
}

/// "the number of American fatalities": what follows works as behind a toll.
fn numbered(frame: &Frame<'_, '_, '_, '_>) -> bool {
    let scene = frame.scene;
    let event = frame.event.tokens.start;
    let floor = event.saturating_sub(5).max(scene.tokens.start);
    (floor..event).any(|token| {
        scene.page.reads(token, "number")
            && scene.page.reads(token + 1, "of")
            && token > scene.tokens.start
            && !scene.groups.iter().any(|group| group.core.contains(&token))
    })
}

/// "the death toll from the quake rose to 169", "put the toll at 31", "a death toll of nine"
fn toll(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) {
    if in_the(frame, found) {
        return;
    }
    let scene = frame.scene;
    let page = scene.page;
    let from = frame.event.tokens.end;
    let mut last: Option<usize> = None;
    for (index, group) in scene.groups.iter().enumerate() {
        if group.core.start < from || group.core.start > from + 45 || group.article {
            continue;
        }
        if (from..group.core.start).any(|token| page.word(token) == ";") {
            break;
        }
        let levelled = scene
            .role_before(group.number.start, HedgeRoles::LEVEL)
            .is_some()
            || matches!(page.word(group.number.start.wrapping_sub(1)), ":" | "-");
        let fits = match group.head {
            Head::Elided => scene.plausible(index),
            Head::Person | Head::Likely | Head::Outcome => true,
            Head::Thing => false,
        };
        // "in its 2,944 days" and other numbers on the way are no level.
        let quiet = last.is_none_or(|last| {
            let gap = scene.groups[last].tokens.end..group.tokens.start;
            gap.len() <= 3
        });
        let own = scene
            .events
            .iter()
            .any(|event| event.tokens.start == group.tokens.end);
        if levelled && fits && quiet && !own {
            frame.push(index, "casualty.toll", None, found);
            last = Some(index);
        }
    }
}

/// The outcome stands inside the group: "100 wounded people", "5,193 murders", "five of the dead", "no casualties".
fn attributive(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    let page = scene.page;
    for (index, group) in scene.groups.iter().enumerate() {
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
        // "many of the deaths"
        if group.partitive && page.reads(group.core.start, "many") {
            continue;
        }
        let sentence = scene.tokens.clone();
        let admitted = match reading.condition {
            OutcomeCondition::Found => sentence
                .clone()
                .any(|token| scene.role_at(token, HedgeRoles::FINDING).is_some()),
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
        if !admitted || single_noun {
            continue;
        }
        let zero = group.kind == NumberKind::Zero;
        found.push(Finding {
            group: index,
            outcome: reading.outcome,
            event: event.tokens.clone(),
            rule: if zero {
                "casualty.zero"
            } else {
                "casualty.attributive"
            },
            asserted: true,
            part_of: None,
            rank: if noun { 30 } else { 2 },
        });
    }
}

/// "four of his cousins were among the six people who died", "two nurses are among the dead"
fn among(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    let page = scene.page;
    for token in scene.tokens.clone() {
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
                    rule: "casualty.among",
                    asserted: true,
                    part_of: whole,
                    rank: 8,
                });
            }
        }
    }
}

/// "the third soldier to die", "the tenth person killed": the rank is the count so far.
fn ordinals(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    let page = scene.page;
    for (index, group) in scene.groups.iter().enumerate() {
        if group.kind != NumberKind::Ordinal || group.head != Head::Person || group.count.low < 2 {
            continue;
        }
        let from = group.tokens.end;
        let mut token = from;
        while page.is(token, Classes::INFINITIVE_TO.with(Classes::AUXILIARY))
            || page.reads(token, "who")
        {
            token += 1;
        }
        let Some(event) = scene.event_at(token) else {
            continue;
        };
        let second = page.is(event.tokens.end, Classes::CONJUNCTION);
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
                rule: "casualty.ordinal",
                asserted: true,
                part_of: None,
                rank: 4,
            });
        }
    }
}

/// "Of the 45 wounded, nine were children", "of those killed, two were women"
fn of_those(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    let page = scene.page;
    for token in scene.tokens.clone() {
        let opens = token == scene.tokens.start || matches!(page.word(token - 1), "," | ";");
        if !opens
            || !page.reads(token, "of")
            || !page.is(token + 1, Classes::DETERMINER.with(Classes::PRONOUN))
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
            let told = page.is(group.tokens.end, Classes::AUXILIARY)
                || group.tokens.end + 1 >= scene.tokens.end;
            if follows && elided && told {
                found.push(Finding {
                    group: index,
                    outcome: reading.outcome,
                    event: event.tokens.clone(),
                    rule: "casualty.of_those",
                    asserted: true,
                    part_of: whole,
                    rank: 30,
                });
            }
        }
    }
}

/// "the injured included two firefighters", "among the dead were six children"
fn included(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    let page = scene.page;
    for event in &scene.events {
        let before = event.tokens.start.wrapping_sub(1);
        let opens = event.tokens.start > scene.tokens.start
            && (page.reads(before, "the") || page.reads(before, "those"));
        if !opens {
            continue;
        }
        let verb = event.tokens.end;
        let include = ["include", "includes", "included"]
            .into_iter()
            .any(|word| page.reads(verb, word));
        let among =
            page.reads(before.wrapping_sub(1), "among") && page.is(verb, Classes::AUXILIARY);
        let Some(reading) = event.readings.first().filter(|_| include || among) else {
            continue;
        };
        for (group, part_of) in coordination::objects(scene, verb + 1) {
            if scene.groups[group].is_people() {
                found.push(Finding {
                    group,
                    outcome: reading.outcome,
                    event: event.tokens.clone(),
                    rule: "casualty.included",
                    asserted: true,
                    part_of,
                    rank: 8,
                });
            }
        }
    }
}
