//! What the fields of a dictionary line mean, table by table: lines in, typed entries and their forms out.

pub(crate) mod bodies;
pub(crate) mod figures;
pub(crate) mod grammar;
pub(crate) mod page;
pub(crate) mod people;
pub(crate) mod responses;
pub(crate) mod speech;
pub(crate) mod time;

use std::borrow::Cow;

use super::classes::Classes;
use super::format::Line;
use super::table::Table;

/// An entry: its headword and what the table's columns say of it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub table: Table,
    /// Whether the headword counts only in the case as written.
    pub exact_case: bool,
    pub lemma: Cow<'static, str>,
    pub meaning: Meaning,
}

/// What an entry is, by its table.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Meaning {
    Cue(speech::CueWord),
    CueAdverb(crate::extraction::Distance),
    Polarity(crate::extraction::Polarity),
    Title(people::TitleWord),
    Role(people::RoleWord),
    FirstName(people::Gender),
    Organization(bodies::BodyWord),
    Place(bodies::PlaceKind),
    FunctionWord,
    Verb,
    Abbreviation(grammar::AbbreviationKind),
    Boilerplate(page::Furniture),
    Number(figures::NumberWord),
    Hedge(figures::HedgeWord),
    Outcome(figures::OutcomeWord),
    Victim(figures::VictimWord),
    Equipment(figures::EquipmentPart),
    Time(time::TimeWord),
    NamePart(people::NamePart),
    Pronoun(people::Stands),
    Stance(crate::extraction::ClaimKind),
    ShellNoun(responses::Shell),
    Status(responses::StatusWord),
    Disclosure(responses::DisclosurePart),
    HostileAct,
    Object(speech::ObjectClass),
    Relay,
    Transcript(page::TranscriptWord),
}

/// Which form of its entry a string is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Slot {
    /// The headword, a verb's base form, a noun's singular, a place's name.
    Headword,
    ThirdPerson,
    Past,
    Participle,
    /// Past and participle alike ("said").
    PastOrParticiple,
    Gerund,
    Plural,
    /// Another spelling, name or abbreviation of the headword.
    Variant,
    /// "Russian", "Russians".
    Demonym,
    /// A capital or a building that stands for a government.
    Capital,
}

impl Slot {
    pub(super) const ALL: [Self; 10] = [
        Self::Headword,
        Self::ThirdPerson,
        Self::Past,
        Self::Participle,
        Self::PastOrParticiple,
        Self::Gerund,
        Self::Plural,
        Self::Variant,
        Self::Demonym,
        Self::Capital,
    ];
}

/// When a form counts, by the case of its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Case {
    Any,
    /// As the dictionary writes it.
    Exact,
    /// Where the text begins it with a capital.
    Capitalised,
}

impl Case {
    pub(super) const ALL: [Self; 3] = [Self::Any, Self::Exact, Self::Capitalised];
}

/// A string that the matcher looks for.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub text: String,
    pub table: Table,
    pub case: Case,
    pub slot: Slot,
    pub classes: Classes,
}

/// Collects the forms of one line.
#[derive(Debug)]
pub(crate) struct Forms {
    table: Table,
    case: Case,
    pub list: Vec<Form>,
}

impl Forms {
    fn new(table: Table) -> Self {
        let names = table.holds_names();
        Self {
            table,
            case: if names { Case::Capitalised } else { Case::Any },
            list: Vec::new(),
        }
    }

    /// Adds a form; a leading `=` asks for the case as written.
    fn add(&mut self, text: &str, slot: Slot, classes: Classes) {
        let (case, text) = text
            .strip_prefix('=')
            .map_or((self.case, text), |text| (Case::Exact, text));
        self.list.push(Form {
            text: text.to_owned(),
            table: self.table,
            case,
            slot,
            classes,
        });
    }

    fn headword(&mut self, line: &Line, slot: Slot, classes: Classes) {
        let case = if line.exact_case {
            Case::Exact
        } else {
            self.case
        };
        self.list.push(Form {
            text: line.headword.clone(),
            table: self.table,
            case,
            slot,
            classes,
        });
    }

    /// Headword and the four other forms of a verb, all of `classes`.
    fn verb(&mut self, line: &Line, column: &str, classes: Classes) -> Result<(), String> {
        let [third, past, participle, gerund] =
            super::morphology::verb_forms(&line.headword, column)?;
        let classes = classes | Classes::VERB;
        // "set", "put", "hit": the base form is the past and the participle as well.
        let mut base = classes | Classes::BASE;
        if past == line.headword {
            base |= Classes::PAST;
        }
        if participle == line.headword {
            base |= Classes::PARTICIPLE;
        }
        self.headword(line, Slot::Headword, base);
        self.add(&third, Slot::ThirdPerson, classes | Classes::THIRD_PERSON);
        if past == participle {
            self.add(
                &past,
                Slot::PastOrParticiple,
                classes | Classes::PAST | Classes::PARTICIPLE,
            );
        } else {
            self.add(&past, Slot::Past, classes | Classes::PAST);
            self.add(&participle, Slot::Participle, classes | Classes::PARTICIPLE);
        }
        self.add(&gerund, Slot::Gerund, classes | Classes::GERUND);
        if column.is_empty() {
            if let Some([past, gerund]) = super::morphology::doubled(&line.headword) {
                let both = Classes::PAST | Classes::PARTICIPLE;
                self.add(&past, Slot::PastOrParticiple, classes | both);
                self.add(&gerund, Slot::Gerund, classes | Classes::GERUND);
            }
        }
        Ok(())
    }
}

/// Reads one line of `table`.
pub(crate) fn read(table: Table, line: &Line) -> Result<(Entry, Vec<Form>), String> {
    let mut forms = Forms::new(table);
    let meaning = match table {
        Table::Pronouns => people::pronoun(line, &mut forms),
        Table::NameParts => people::name_part(line, &mut forms),
        Table::Stances => responses::stance(line, &mut forms),
        Table::ShellNouns => responses::shell_noun(line, &mut forms),
        Table::Statuses => responses::status(line, &mut forms),
        Table::Disclosures => responses::disclosure(line, &mut forms),
        Table::Objects => speech::object(line, &mut forms),
        Table::HostileActs => responses::hostile_act(line, &mut forms),
        Table::Relays => responses::relay(line, &mut forms),
        Table::Cues => speech::cue_verb(line, &mut forms),
        Table::CueNouns => speech::cue_noun(line, &mut forms),
        Table::CueAdjectives => speech::cue_adjective(line, &mut forms),
        Table::CueAdverbs => speech::cue_adverb(line, &mut forms),
        Table::Polarities => speech::polarity(line, &mut forms),
        Table::Titles => people::title(line, &mut forms),
        Table::Roles => people::role(line, &mut forms),
        Table::FirstNames => people::first_name(line, &mut forms),
        Table::Organizations => bodies::organization(line, &mut forms),
        Table::Places => bodies::place(line, &mut forms),
        Table::FunctionWords => grammar::function_word(line, &mut forms),
        Table::Verbs => grammar::verb(line, &mut forms),
        Table::Abbreviations => grammar::abbreviation(line, &mut forms),
        Table::Boilerplate => page::furniture(line, &mut forms),
        Table::Transcripts => page::transcript(line, &mut forms),
        Table::Numbers => figures::number(line, &mut forms),
        Table::Hedges => figures::hedge(line, &mut forms),
        Table::Outcomes => figures::outcome(line, &mut forms),
        Table::Victims => figures::victim(line, &mut forms),
        Table::Equipment => figures::equipment(line, &mut forms),
        Table::Times => time::time(line, &mut forms),
    }?;
    Ok((
        Entry {
            table,
            exact_case: line.exact_case,
            lemma: line.headword.clone().into(),
            meaning,
        },
        forms.list,
    ))
}

/// The value that `name` has in an enumeration of the line format, or an error that lists what it could be.
fn one_of<T: Copy>(what: &str, name: &str, values: &[(&str, T)]) -> Result<T, String> {
    values
        .iter()
        .find(|(text, _)| *text == name)
        .map(|(_, value)| *value)
        .ok_or_else(|| {
            let known: Vec<&str> = values.iter().map(|(text, _)| *text).collect();
            format!("{what} {name:?} is none of: {}", known.join(", "))
        })
}
