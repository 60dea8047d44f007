//! The table of frames: one row for each construction, with a sentence in which it must find somebody and one in which it
//! must not. To add a construction, write its row, its function, and its name in [`Rule`].

use crate::lexicon::Slot;
use crate::lexicon::entries::figures::{OutcomeCondition, OutcomePart};

use super::super::coordination;
use super::super::finding::{Finding, Rule};
use super::super::scene::Scene;
use super::Frame;
use super::attributes::{among, attributive, included, of_those, ordinals};
use super::injuries::{bearing, hospital};
use super::nouns::{cases, in_the, nominal, numbered, put_at, toll};
use super::predicates::{active, died, gerund, kept, participle, passive, state, taken};
use super::sharing::shared;

/// What an outcome word is in its sentence: voice and form of a verb, or what else its entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "were killed"
    Passive,
    /// "kill", "kills"
    Present,
    /// "killed": active, or a participle.
    Past,
    /// "have killed"
    Perfect,
    /// "killing"
    Gerund,
    /// "died", "dying"
    Intransitive,
    /// "drowned": who drowns others, or who drowns.
    Either,
    /// "drowning"
    EitherGerund,
    /// "dead", "were missing", "remained captive"
    Adjective,
    /// "deaths", "the murder of"
    Noun,
    /// "(took them) hostage"
    Taken,
    /// "the death toll", "the number of dead"
    Toll,
    /// "burns", "gunshot wounds"
    Borne,
    /// "(was taken to) hospital"
    Hospital,
    /// "cholera"
    Disease,
}

impl Form {
    /// None where the word does not tell what became of people.
    pub(super) fn of(frame: &Frame<'_, '_, '_, '_>) -> Option<Self> {
        let (reading, verbs) = (frame.reading, &frame.verbs);
        let either = reading.condition == OutcomeCondition::Either;
        if numbered(frame) || put_at(frame).is_some() {
            return Some(Self::Toll);
        }
        Some(match (reading.condition, reading.part, reading.slot) {
            (OutcomeCondition::Toll, ..) => Self::Toll,
            (OutcomeCondition::Borne, ..) => Self::Borne,
            (OutcomeCondition::Hospital, ..) => Self::Hospital,
            (OutcomeCondition::Disease, ..) => Self::Disease,
            (OutcomeCondition::Taken, ..) if !verbs.be && !verbs.linked => Self::Taken,
            (OutcomeCondition::Kept, ..) if !kept(frame) => return None,
            (_, OutcomePart::Noun, _) => Self::Noun,
            (_, OutcomePart::Adjective, _) => Self::Adjective,
            (_, OutcomePart::Intransitive, Slot::Gerund) if either => Self::EitherGerund,
            (_, OutcomePart::Intransitive, _) if either => Self::Either,
            (_, OutcomePart::Intransitive, _) => Self::Intransitive,
            (_, OutcomePart::Transitive, Slot::Gerund) => Self::Gerund,
            (_, OutcomePart::Transitive, Slot::ThirdPerson | Slot::Headword) if verbs.be => {
                return None;
            }
            (_, OutcomePart::Transitive, Slot::ThirdPerson | Slot::Headword) => Self::Present,
            (_, OutcomePart::Transitive, _) if verbs.be => Self::Passive,
            (_, OutcomePart::Transitive, _) if verbs.have => Self::Perfect,
            (_, OutcomePart::Transitive, _) => Self::Past,
        })
    }
}

/// How a construction is looked for.
#[derive(Clone, Copy)]
pub(super) enum Reads {
    /// From an outcome word in one of these forms. True if no later row may try the word.
    Word(
        &'static [Form],
        fn(&Frame<'_, '_, '_, '_>, &mut Vec<Finding>) -> bool,
    ),
    /// In the whole sentence, behind all words.
    Sentence(fn(&Scene<'_, '_, '_>, &mut Vec<Finding>)),
}

/// A construction.
pub(super) struct Row {
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests read it"))]
    pub rule: Rule,
    pub reads: Reads,
    /// A sentence in which it finds somebody, and one in which it must not.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests read it"))]
    pub examples: [&'static str; 2],
}

const fn word(
    rule: Rule,
    forms: &'static [Form],
    read: fn(&Frame<'_, '_, '_, '_>, &mut Vec<Finding>) -> bool,
    examples: [&'static str; 2],
) -> Row {
    let reads = Reads::Word(forms, read);
    Row {
        rule,
        reads,
        examples,
    }
}

const fn sentence(
    rule: Rule,
    read: fn(&Scene<'_, '_, '_>, &mut Vec<Finding>),
    examples: [&'static str; 2],
) -> Row {
    let reads = Reads::Sentence(read);
    Row {
        rule,
        reads,
        examples,
    }
}

/// Of the rows for a word the first that finds anybody holds.
pub(super) const TABLE: &[Row] = &[
    word(
        Rule::InTheHundreds,
        &[Form::Noun, Form::Toll],
        in_the,
        [
            "The minister put enemy losses in the hundreds.",
            "The losses fell to hundreds of crowns.",
        ],
    ),
    word(
        Rule::Toll,
        &[Form::Toll],
        toll,
        [
            "The death toll from the quake rose to 169.",
            "The toll on the bridge rose to 169 crowns.",
        ],
    ),
    word(
        Rule::Cases,
        &[Form::Disease],
        cases,
        [
            "The clinic counted 303 cases of cholera.",
            "The clinic has 303 beds for cholera.",
        ],
    ),
    word(
        Rule::Bearing,
        &[Form::Borne],
        bearing,
        [
            "Four drivers suffered burns.",
            "Four drivers were treated by a nurse who knew burns.",
        ],
    ),
    word(
        Rule::Hospital,
        &[Form::Hospital],
        hospital,
        [
            "Six pupils were rushed to hospital.",
            "Six pupils drew a hospital.",
        ],
    ),
    word(
        Rule::Taken,
        &[Form::Taken],
        taken,
        [
            "Gunmen took nine tourists hostage.",
            "Nine tourists read of a hostage.",
        ],
    ),
    word(
        Rule::Passive,
        &[Form::Passive],
        passive,
        [
            "Nine villagers were killed.",
            "Nine villagers were not killed.",
        ],
    ),
    word(
        Rule::Active,
        &[Form::Present, Form::Past, Form::Perfect],
        active,
        [
            "The bomb killed nine villagers.",
            "The men plotted to kill nine villagers.",
        ],
    ),
    word(
        Rule::Participle,
        &[Form::Past],
        participle,
        [
            "Police found nine villagers killed in the raid.",
            "Nine photographers captured the scene.",
        ],
    ),
    word(
        Rule::Died,
        &[Form::Intransitive, Form::Either, Form::EitherGerund],
        died,
        ["Nine villagers died.", "Nine villagers want to die."],
    ),
    word(
        Rule::State,
        &[Form::Adjective],
        state,
        [
            "Nine villagers are feared dead.",
            "Nine villagers prayed for the dead.",
        ],
    ),
    word(
        Rule::Shared,
        &[
            Form::Passive,
            Form::Intransitive,
            Form::Either,
            Form::EitherGerund,
            Form::Adjective,
        ],
        shared,
        [
            "Two men were taken to a clinic but died.",
            "The boat carrying six sailors sank and was lost.",
        ],
    ),
    word(
        Rule::Active,
        &[Form::Either],
        active,
        [
            "The smoke suffocated nine villagers.",
            "The smoke suffocated the fire.",
        ],
    ),
    word(
        Rule::Gerund,
        &[Form::Gerund, Form::EitherGerund],
        gerund,
        [
            "A wall fell, killing nine villagers.",
            "A wall fell near the killing floor, said nine villagers.",
        ],
    ),
    word(
        Rule::Nominal,
        &[Form::Noun, Form::Present],
        nominal,
        [
            "The flood led to the deaths of ten passengers.",
            "The court ordered the release of ten passengers.",
        ],
    ),
    sentence(
        Rule::Attributive,
        |scene, found| attributive(scene, Rule::Attributive, found),
        [
            "The hall held 100 wounded people.",
            "The man is charged with three murders.",
        ],
    ),
    sentence(
        Rule::Zero,
        |scene, found| attributive(scene, Rule::Zero, found),
        [
            "There were no casualties.",
            "The gunmen will free no hostages.",
        ],
    ),
    sentence(
        Rule::Among,
        among,
        [
            "Two nurses were among the dead.",
            "Two nurses walked among the dead.",
        ],
    ),
    sentence(
        Rule::Ordinal,
        ordinals,
        ["He is the third soldier to die.", "The third soldier died."],
    ),
    sentence(
        Rule::OfThose,
        of_those,
        [
            "Of the 45 wounded, nine were children.",
            "Of the 45 songs, nine were short.",
        ],
    ),
    sentence(
        Rule::Included,
        included,
        [
            "The dead included two firefighters.",
            "The talks included two firefighters.",
        ],
    ),
    sentence(
        Rule::Subset,
        coordination::subsets,
        [
            "Nine people died, including two children.",
            "Nine people met, including two children.",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::TABLE;

    #[test]
    fn every_row_fires_where_it_must_and_nowhere_else() {
        let mut wrong = Vec::new();
        for row in TABLE {
            for (sentence, fires) in row.examples.iter().zip([true, false]) {
                let found = crate::extract(*sentence);
                let fired = found
                    .casualties
                    .iter()
                    .any(|figure| figure.rule == row.rule.name());
                if fired != fires {
                    wrong.push(format!("{:?}: {sentence}", row.rule));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
