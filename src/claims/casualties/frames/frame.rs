//! [`Frame`]: an outcome word with its verb group, in its sentence.

use crate::entities::victims::Head;
use crate::extraction::{Category, Outcome};
use crate::lexicon::Slot;
use crate::lexicon::entries::figures::{HedgeRoles, NumberKind, OutcomeCondition, OutcomePart};
use crate::measures::numbers::plays;
use crate::syntax::Tag;

use super::super::coordination;
use super::super::finding::{Finding, Rule};
use super::super::scene::{Event, Reading, Scene};
use super::super::verbs::{self, VerbGroup};
use super::pairs;

/// An outcome word in one of its readings, with its verb group.
pub(crate) struct Frame<'s, 'p, 't, 'l> {
    pub scene: &'s Scene<'p, 't, 'l>,
    pub event: &'s Event,
    pub reading: Reading,
    pub verbs: VerbGroup,
}

impl<'s, 'p, 't, 'l> Frame<'s, 'p, 't, 'l> {
    /// None where the word is negated.
    pub(super) fn of(
        scene: &'s Scene<'p, 't, 'l>,
        event: &'s Event,
        reading: Reading,
    ) -> Option<Self> {
        // "shot and killed": the second shares what stands before the first.
        let first = coordination::first_of_pair(scene, event.tokens.start);
        let verbs = verbs::group(scene, first.unwrap_or(event.tokens.start));
        (!verbs.negated).then_some(Self {
            scene,
            event,
            reading,
            verbs,
        })
    }

    /// Whether the reading's condition lets this group count.
    pub(super) fn admits(&self, group: usize) -> bool {
        let scene = self.scene;
        let found = &scene.groups[group];
        if !scene.plausible(group) {
            return false;
        }
        match self.reading.condition {
            OutcomeCondition::Weak | OutcomeCondition::Kept => {
                found.head == Head::Person
                    || found.head == Head::Elided
                        && (found.partitive
                            || self.verbs.be && self.reading.slot != Slot::Gerund
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
            // "ordered 12 clerks to leave" the room
            OutcomeCondition::Driven => {
                let home = scene.page.reads(self.event.tokens.end - 1, "homes");
                self.reading.outcome != Outcome::Displaced || home || found.count.low >= 100
            }
            // "We lost nine nurses"; "We lost nine nurses to better pay" tells of no dead.
            OutcomeCondition::Troops if self.mourned() => {
                found.head == Head::Person && !scene.page.reads(found.tokens.end, "to")
            }
            OutcomeCondition::Troops => {
                matches!(
                    found.category,
                    Category::Military | Category::Militant | Category::Police
                ) || found.head == Head::Elided
                    && found.core.len() == 1
                    && (scene.beside || self.companion())
                    || found.head == Head::Person && found.possessive.is_some() && scene.beside
                    || self
                        .scene
                        .page
                        .reads(found.tokens.end.wrapping_sub(1), "men")
            }
            _ => true,
        }
    }

    /// "We lost", not "lost": who speaks of the own people by what they are.
    fn mourned(&self) -> bool {
        let before = self.verbs.start.checked_sub(1);
        before.is_some_and(|before| self.scene.page.reads(before, "we"))
    }

    /// Whether another outcome in the sentence stands firm: "killed four insurgents, captured 10".
    pub(super) fn companion(&self) -> bool {
        self.scene.events.iter().any(|event| {
            event.tokens != self.event.tokens
                && event.readings.iter().any(|reading| {
                    reading.condition == OutcomeCondition::None && reading.part != OutcomePart::Noun
                })
        })
    }

    pub(super) fn push(
        &self,
        group: usize,
        rule: Rule,
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
        // "shot and killed": the graver word counts, and "shot" is how.
        let rank = distance
            + if matches!(
                self.reading.condition,
                OutcomeCondition::Weak | OutcomeCondition::Kept
            ) {
                6
            } else {
                0
            };
        // "fatally shot"
        let before = self.event.tokens.start.wrapping_sub(1);
        let fatal = self.reading.outcome == Outcome::Wounded
            && plays(scene.page, before, HedgeRoles::FATAL);
        let outcome = if fatal {
            Outcome::Killed
        } else if pairs::either(scene, self.event, group) {
            Outcome::Other
        } else {
            self.reading.outcome
        };
        found.push(Finding {
            group,
            outcome,
            event: self.event.tokens.clone(),
            rule,
            asserted,
            part_of,
            rank,
        });
    }

    /// Takes those groups that the reading admits, and tells whether there were any.
    pub(super) fn push_all(
        &self,
        groups: Vec<(usize, Option<usize>)>,
        rule: Rule,
        found: &mut Vec<Finding>,
    ) -> bool {
        let first = found.len();
        for (group, part_of) in groups {
            // "will free no hostages" counts nobody.
            let none = self.scene.groups[group].kind == NumberKind::Zero && self.verbs.hypothetical;
            if !none && self.admits(group) {
                self.push(group, rule, part_of, found);
            }
        }
        found.len() > first
    }

    /// Whether the word is a verb here: "Rebels kill two", not "the murder of two".
    pub(super) fn is_verb(&self) -> bool {
        let (scene, start) = (self.scene, self.event.tokens.start);
        let determined = || {
            let before = scene.tag(start.wrapping_sub(1));
            matches!(before, Tag::Determiner | Tag::Possessive)
        };
        self.reading.slot != Slot::Headword
            || self.verbs.finite
            || self.verbs.infinitive
            || scene.tag(start).is_verb()
            || scene.tag(start) == Tag::Name
            // headlines: "…, capture 10"
            || scene.group_at(self.event.tokens.end).is_some() && !determined()
    }

    /// The groups that are the subject of the verb group.
    pub(super) fn subjects(&self, strict: bool) -> Vec<(usize, Option<usize>)> {
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
