//! The table of frames: one row for each construction, with a sentence in which it must find somebody and one in which it
//! must not. To add a construction, write its row, its function, and its name in [`Rule`].

use crate::lexicon::Slot;
use crate::lexicon::entries::figures::{OutcomeCondition, OutcomePart};

use super::super::coordination::subsets;
use super::super::finding::{Finding, Rule};
use super::super::scene::Scene;
use super::attributes::{among, attributive, included, of_those, ordinals, zero};
use super::frame::Frame;
use super::injuries::{bearing, hospital};
use super::nouns::{cases, in_the, nominal, numbered, put_at, toll};
use super::predicates::{active, died, driven, gerund, kept, participle, passive, state, taken};
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
    /// "(hacked two men) to death"
    Driven,
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
            (OutcomeCondition::Driven, ..) => Self::Driven,
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
    pub rule: Rule,
    pub reads: Reads,
    /// A sentence in which it finds somebody, and one in which it must not.
    pub examples: [&'static str; 2],
}

macro_rules! table {
    (@reads $read:ident) => { Reads::Sentence($read) };
    (@reads $read:ident $($form:ident)+) => { Reads::Word(&[$(Form::$form),+], $read) };
    ($($rule:ident: $read:ident $(in [$($form:ident),+])?, finds $fires:literal, not $silent:literal;)+) => {
        /// Of the rows for a word the first that finds anybody holds.
        pub(super) const TABLE: &[Row] = &[$(Row {
            rule: Rule::$rule,
            reads: table!(@reads $read $($($form)+)?),
            examples: [$fires, $silent],
        }),+];
    };
}

table! {
    InTheHundreds: in_the in [Noun, Toll],
        finds "The minister put enemy losses in the hundreds.",
        not "The losses fell to hundreds of crowns.";
    Toll: toll in [Toll],
        finds "The death toll from the quake rose to 169.",
        not "The toll on the bridge rose to 169 crowns.";
    Cases: cases in [Disease],
        finds "The clinic counted 303 cases of cholera.",
        not "The clinic has 303 beds for cholera.";
    Bearing: bearing in [Borne],
        finds "Four drivers suffered burns.",
        not "Four drivers were treated by a nurse who knew burns.";
    Hospital: hospital in [Hospital],
        finds "Six pupils were rushed to hospital.",
        not "Six pupils drew a hospital.";
    Taken: taken in [Taken],
        finds "Gunmen took nine tourists hostage.",
        not "Nine tourists read of a hostage.";
    Driven: driven in [Driven, Present, Intransitive],
        finds "The flood forced 2,000 people to flee.",
        not "The mayor wanted 2,000 people to flee.";
    Passive: passive in [Passive],
        finds "Nine villagers were killed.",
        not "Nine villagers were not killed.";
    Active: active in [Present, Past, Perfect],
        finds "The bomb killed nine villagers.",
        not "The men plotted to kill nine villagers.";
    Participle: participle in [Past],
        finds "Police found nine villagers killed in the raid.",
        not "Nine photographers captured the scene.";
    Died: died in [Intransitive, Either, EitherGerund],
        finds "Nine villagers died.",
        not "Nine villagers want to die.";
    State: state in [Adjective],
        finds "Nine villagers are feared dead.",
        not "Nine villagers prayed for the dead.";
    Shared: shared in [Passive, Intransitive, Either, EitherGerund, Adjective],
        finds "Two men were taken to a clinic but died.",
        not "The boat carrying six sailors sank and was lost.";
    Active: active in [Either],
        finds "The smoke suffocated nine villagers.",
        not "The smoke suffocated the fire.";
    Gerund: gerund in [Gerund, EitherGerund],
        finds "A wall fell, killing nine villagers.",
        not "A wall fell near the killing floor, said nine villagers.";
    Nominal: nominal in [Noun, Present],
        finds "The flood led to the deaths of ten passengers.",
        not "The court ordered the release of ten passengers.";
    Attributive: attributive,
        finds "The hall held 100 wounded people.",
        not "The man is charged with three murders.";
    Zero: zero,
        finds "There were no casualties.",
        not "The gunmen will free no hostages.";
    Among: among,
        finds "Two nurses were among the dead.",
        not "Two nurses walked among the dead.";
    Ordinal: ordinals,
        finds "He is the third soldier to die.",
        not "The third soldier died.";
    OfThose: of_those,
        finds "Of the 45 wounded, nine were children.",
        not "Of the 45 songs, nine were short.";
    Included: included,
        finds "The dead included two firefighters.",
        not "The talks included two firefighters.";
    Subset: subsets,
        finds "Nine people died, including two children.",
        not "Nine people met, including two children.";
}

/// The rules of figures, each with its first row's examples.
pub(crate) fn rules() -> impl Iterator<Item = crate::extraction::Rule> {
    let first = |(number, row): &(usize, &Row)| {
        let mut rows = TABLE.iter();
        rows.position(|other| other.rule == row.rule) == Some(*number)
    };
    TABLE
        .iter()
        .enumerate()
        .filter(first)
        .map(|(_, row)| crate::extraction::Rule {
            name: row.rule.name(),
            example: row.examples[0],
            counterexample: row.examples[1],
        })
}

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
