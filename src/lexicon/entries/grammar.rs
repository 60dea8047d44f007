//! Words that carry the grammar: function words, verb forms, abbreviations.

use super::{Forms, Line, Meaning, Slot, one_of};
use crate::lexicon::classes::Classes;

/// What an abbreviation stands for decides whether its full stop can end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AbbreviationKind {
    Title,
    Month,
    Weekday,
    Company,
    State,
    Country,
    Clock,
    Era,
    Number,
    Unit,
    Latin,
    Degree,
    Street,
    General,
    /// A letter of a name: no entry has it, it is what a letter with a stop is when nothing else is known of it.
    Initial,
    /// What stands behind an apostrophe that is no quotation mark: "'tis".
    Elision,
}

const ABBREVIATION_KINDS: &[(&str, AbbreviationKind)] = &[
    ("title", AbbreviationKind::Title),
    ("month", AbbreviationKind::Month),
    ("weekday", AbbreviationKind::Weekday),
    ("company", AbbreviationKind::Company),
    ("state", AbbreviationKind::State),
    ("country", AbbreviationKind::Country),
    ("clock", AbbreviationKind::Clock),
    ("era", AbbreviationKind::Era),
    ("number", AbbreviationKind::Number),
    ("unit", AbbreviationKind::Unit),
    ("latin", AbbreviationKind::Latin),
    ("degree", AbbreviationKind::Degree),
    ("street", AbbreviationKind::Street),
    ("general", AbbreviationKind::General),
    ("elision", AbbreviationKind::Elision),
];

/// The classes that function_words.txt can give; all others come with their own tables.
const FUNCTION_CLASSES: &[(&str, Classes)] = &[
    ("determiner", Classes::DETERMINER),
    ("possessive", Classes::POSSESSIVE),
    ("quantifier", Classes::QUANTIFIER),
    ("pronoun", Classes::PRONOUN),
    ("subject", Classes::SUBJECT),
    ("preposition", Classes::PREPOSITION),
    ("governed", Classes::GOVERNED),
    ("conjunction", Classes::CONJUNCTION),
    ("subordinator", Classes::SUBORDINATOR),
    ("contrast", Classes::CONTRAST),
    ("succession", Classes::SUCCESSION),
    ("connective", Classes::CONNECTIVE),
    ("relative", Classes::RELATIVE),
    ("interrogative", Classes::INTERROGATIVE),
    ("that", Classes::THAT),
    ("infinitive_to", Classes::INFINITIVE_TO),
    ("auxiliary", Classes::AUXILIARY),
    ("modal", Classes::MODAL),
    ("be", Classes::BE),
    ("negation", Classes::NEGATION),
    ("adverb", Classes::ADVERB),
    ("adjective", Classes::ALSO_ADJECTIVE),
    ("answer", Classes::ANSWER),
];

/// `while | subordinator`
pub(super) fn function_word(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let mut classes = Classes::NONE;
    for name in line.words(0) {
        classes |= one_of("word class", name, FUNCTION_CLASSES)?;
    }
    forms.headword(line, Slot::Headword, classes);
    Ok(Meaning::FunctionWord)
}

/// `run | runs ran run running | noun`
pub(super) fn verb(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.verb(line, line.field(0), Classes::NONE)?;
    for flag in line.words(1) {
        let also = one_of(
            "flag",
            flag,
            &[
                ("noun", Classes::ALSO_NOUN),
                ("adjective", Classes::ALSO_ADJECTIVE),
            ],
        )?;
        for form in &mut forms.list {
            // The plural of the noun looks like the third person: "attacks".
            let plural = also == Classes::ALSO_NOUN && form.slot == Slot::ThirdPerson;
            if form.slot == Slot::Headword || plural {
                form.classes |= also;
            }
        }
    }
    Ok(Meaning::Verb)
}

/// `Gen. | title`
pub(super) fn abbreviation(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::ABBREVIATION);
    Ok(Meaning::Abbreviation(one_of(
        "kind of abbreviation",
        line.field(0),
        ABBREVIATION_KINDS,
    )?))
}
