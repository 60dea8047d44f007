//! The dictionaries as they are laid out are those of the texts, and user's layers change them as if all were read at once.

use std::collections::BTreeMap;

use super::collected::{Collected, Fate};
use super::entries::{Case, Form};
use super::lay_out::lay_out;
use super::{Layer, Lexicon, Table, layout};

/// A form as the lexicon and the texts tell it: the entry's number and headword, the form's slot and classes.
type Told = (usize, String, String);

/// By string in lower case: its forms in the texts, with the numbers of their entries.
fn strings(collected: &Collected) -> BTreeMap<String, Vec<(usize, String, Form)>> {
    let mut strings: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for (number, fate) in collected.fates.iter().enumerate() {
        let Fate::Read(kept) = fate else { continue };
        for form in &kept.forms {
            let entry = format!("{:?}", kept.entry);
            let forms = strings.entry(form.text.to_ascii_lowercase()).or_default();
            forms.push((number, entry, form.clone()));
        }
    }
    strings
}

fn counts(form: &Form, printed: &str) -> bool {
    match form.case {
        Case::Any => true,
        Case::Exact => printed == form.text,
        Case::Capitalised => !printed.starts_with(char::is_lowercase),
    }
}

fn capitalised(string: &str) -> String {
    let mut letters = string.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Every string of the built-in dictionaries and of the layers, in four cases of its letters, is in the lexicon what the texts
/// say that it is.
fn agree(without: &[Table], layers: &[Layer]) {
    let lexicon = Lexicon::new(without, layers).expect("layers that can be read");
    let collected = Collected::built_in(without).and(layers);
    let expected = strings(&collected);
    let mut asked = strings(&Collected::built_in(&[]));
    asked.extend(expected.clone());
    // What folding changes does not stand in a text as it is walked.
    asked.retain(|string, _| !string.contains(['’', '‑', '\u{A0}']));
    for (string, forms) in &asked {
        let written = forms.iter().map(|(_, _, form)| form.text.clone());
        let cases = [
            string.clone(),
            capitalised(string),
            string.to_ascii_uppercase(),
        ];
        for printed in written.chain(cases) {
            let here = expected.get(string).map_or(&[][..], Vec::as_slice);
            let here = here.iter().filter(|(_, _, form)| counts(form, &printed));
            let expected: Vec<Told> = here
                .map(|(number, entry, form)| {
                    let told = format!("{:?} {:?}", form.slot, form.classes);
                    (*number, entry.clone(), told)
                })
                .collect();
            let hit = lexicon.lookup(&printed);
            let meanings = lexicon.matcher.meanings();
            let found: Vec<Told> = meanings
                .forms(hit.map(|hit| hit.pattern), &printed)
                .map(|form| {
                    let number = form.entry as usize;
                    let entry = lexicon.entries[number].as_ref().expect("an entry");
                    let told = format!("{:?} {:?}", form.slot, meanings.classes_of(form));
                    (number, format!("{entry:?}"), told)
                })
                .collect();
            assert_eq!(found, expected, "{printed:?}");
            assert_eq!(hit.is_some(), !expected.is_empty(), "{printed:?}");
        }
    }
}

fn layer(table: Table, text: &str) -> Layer {
    Layer {
        table,
        name: "mine.txt".to_owned(),
        text: text.to_owned(),
    }
}

#[test]
fn what_is_laid_out_is_what_the_texts_say() {
    let again = lay_out(Collected::built_in(&[]));
    assert!(
        layout::BUILT_IN == again,
        "laid out another way than by the build script"
    );
    agree(&[], &[]);
}

#[test]
fn layers_change_what_is_laid_out() {
    let cues = "say | | denial | quote\n\
                -deny\n\
                thunder forth | | statement | clause quote\n\
                zorkle-snap | zorkle-snaps zorkle-snapped zorkle-snapping | statement | clause\n";
    let back = "deny | denies denied denying | denial | clause\n-thunder forth\n";
    let places = "-Norway\nUpper Zorkle | city | Zorkle's End, O'Zorkle | Zorkler, Zorklers | =ZOR\n=US | city\nÉzork | state\n";
    agree(
        &[],
        &[
            layer(Table::Cues, cues),
            layer(Table::Places, places),
            layer(Table::Cues, back),
        ],
    );
}

#[test]
fn tables_that_are_left_out_leave_nothing() {
    let hedges = "at least | at_most\nzorkles at most | at_most\n";
    agree(
        &[Table::FirstNames, Table::Hedges, Table::Abbreviations],
        &[layer(Table::Hedges, hedges)],
    );
}

#[test]
fn more_words_than_there_was_room_for() {
    let names: String = (0..20_000)
        .map(|number| format!("Zork{number} | both\n"))
        .collect();
    let lexicon = Lexicon::new(&[], &[layer(Table::FirstNames, &names)]).expect("names");
    for name in ["Zork0", "Zork1999", "Zork19999", "Anna"] {
        assert!(lexicon.lookup(name).is_some(), "{name}");
    }
    assert!(lexicon.lookup("Zork20000").is_none());
}
