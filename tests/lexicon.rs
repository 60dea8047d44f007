//! The dictionaries: their files are in order, and every example sentence in them holds.
//!
//! What it means that an entry fires in a sentence is told in `src/examples.rs`, table by table. Failures are listed all at
//! once, as `file:line`, so that a change of many lines can be mended in one go.

use crate::checks;

use std::collections::{BTreeMap, BTreeSet};

use newsclaim::{Extractor, Table};

use checks::fail;

#[test]
fn every_example_holds() {
    let extractor = Extractor::default();
    let lexicon = extractor.lexicon();
    let mut failures = Vec::new();
    let mut number = 0;
    for example in lexicon.examples() {
        number += 1;
        if extractor.proves(&example) != Some(true) {
            failures.push(format!(
                "{}.txt:{}: {:?} must {}fire in: {}",
                example.table.name(),
                example.line,
                example.lemma,
                if example.fires { "" } else { "not " },
                example.sentence
            ));
        }
    }
    assert!(number > 0, "the dictionaries hold no examples");
    if !failures.is_empty() {
        fail(&format!(
            "{}\n\nTO DO: of {number} examples the {} named above do not hold: change the entry's line in src/lexicon/data/, or the sentence where \
             it is wrong; then cargo test --all-features --test suite lexicon::",
            failures.join("\n"),
            failures.len()
        ));
    }
}

/// A line of a dictionary: number, headword in the case that sorts it, whether its case counts, fields.
struct Entry<'a> {
    number: usize,
    key: (String, bool),
    fields: Vec<&'a str>,
    proven: bool,
}

fn entries(text: &str) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.starts_with("> ") {
            if let Some(entry) = entries.last_mut() {
                entry.proven = true;
            }
        } else if !(line.is_empty() || line.starts_with("! ") || line.starts_with('#')) {
            let mut fields = line.split('|').map(str::trim);
            let headword = fields.next().unwrap_or_default();
            entries.push(Entry {
                number: number + 1,
                key: (
                    headword.trim_start_matches('=').to_ascii_lowercase(),
                    headword.starts_with('='),
                ),
                fields: fields.collect(),
                proven: false,
            });
        }
    }
    entries
}

/// Runs `check` over every table; it pushes what is wrong as (line, reason).
fn on_all_tables(check: impl Fn(Table, &mut Vec<(usize, String)>)) {
    let mut failures = Vec::new();
    for &table in Table::ALL {
        let mut wrong = Vec::new();
        check(table, &mut wrong);
        let name = table.name();
        failures.extend(
            wrong
                .into_iter()
                .map(|(line, reason)| format!("{name}.txt:{line}: {reason}")),
        );
    }
    if !failures.is_empty() {
        fail(&format!(
            "{}\n\nTO DO: mend what is named above ({}) in src/lexicon/data/; then cargo test --all-features --test suite lexicon::",
            failures.join("\n"),
            failures.len()
        ));
    }
}

#[test]
fn files_are_sorted_and_without_duplicates() {
    on_all_tables(|table, wrong| {
        let entries = entries(table.built_in());
        if entries.is_empty() {
            wrong.push((0, "no entry".to_owned()));
        }
        for pair in entries.windows(2) {
            let ((before, _), (after, _)) = (&pair[0].key, &pair[1].key);
            if before > after {
                wrong.push((
                    pair[1].number,
                    format!(
                        "{after:?} stands behind {before:?}: move it to where the alphabet puts it"
                    ),
                ));
            }
        }
        let mut seen = BTreeMap::new();
        for entry in entries {
            if let Some(first) = seen.insert(entry.key.clone(), entry.number) {
                wrong.push((
                    entry.number,
                    format!("{:?} stands in line {first} already", entry.key.0),
                ));
            }
        }
    });
}

#[test]
fn files_are_clean_and_their_heads_explain_the_columns() {
    on_all_tables(|table, wrong| {
        let text = table.built_in();
        if !text.ends_with('\n') || text.ends_with("\n\n") {
            wrong.push((
                text.lines().count(),
                "the file does not end with one line end".to_owned(),
            ));
        }
        for (number, line) in text.lines().enumerate() {
            if line.trim_end() != line || line.contains(['\t', '\r']) {
                wrong.push((number + 1, "a tab, or a blank at the end".to_owned()));
            }
        }
        let head = text.lines().take_while(|line| line.starts_with('#'));
        let columns = head
            .filter(|line| line.contains('|'))
            .map(|line| line.matches('|').count())
            .max();
        let Some(columns) = columns else {
            wrong.push((
                1,
                "no comment at the head names the columns: # word | …".to_owned(),
            ));
            return;
        };
        for entry in entries(text) {
            if entry.fields.len() > columns {
                wrong.push((
                    entry.number,
                    format!("{} fields, the head names {columns}", entry.fields.len()),
                ));
            }
            if entry.fields.last().is_some_and(|last| last.is_empty()) {
                wrong.push((
                    entry.number,
                    "the last field is empty: leave it out".to_owned(),
                ));
            }
        }
    });
}

/// The values that a column takes, read from the error that a value gives which nobody would write: for each column, by the
/// lines of the table itself. A column that takes any word, or a number, has none.
fn values(table: Table) -> BTreeSet<String> {
    let mut values = BTreeSet::new();
    let lines = entries(table.built_in());
    for column in 0..table.about().matches("- **").count() {
        for entry in lines
            .iter()
            .filter(|entry| entry.fields.len() > column)
            .take(4)
        {
            let mut fields = entry.fields.clone();
            fields[column] = "nonesuch";
            let line = format!("word | {}", fields.join(" | "));
            // With no other word, which takes no time.
            let none = Table::ALL
                .iter()
                .fold(Extractor::builder(), |builder, &table| {
                    builder.without(table)
                });
            let errors = none.lexicon(table, "mine.txt", line).errors();
            let error = errors.first().map(ToString::to_string);
            let listed = error
                .as_ref()
                .and_then(|error| error.split_once("none of: "));
            let names = listed.into_iter().flat_map(|(_, names)| names.split(", "));
            values.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
        }
    }
    values
}

/// What nobody can know without the code is told twice, where one adds a word and where one reads of the table.
#[test]
fn heads_and_documentation_explain_every_value_of_every_column() {
    let mut explained = 0;
    on_all_tables(|table, wrong| {
        let head: Vec<&str> = table
            .built_in()
            .lines()
            .take_while(|line| line.starts_with('#'))
            .collect();
        // The head of a table that has its columns from another sends there.
        let mut heads = head.join("\n");
        if heads.contains("cues.txt") {
            heads.push_str(Table::Cues.built_in());
        }
        let mut about = table.about().to_owned();
        if about.contains("`Cues`") || about.contains("`CueNouns`") {
            about.push_str(Table::Cues.about());
        }
        let words: BTreeSet<&str> = heads
            .lines()
            .take_while(|line| line.starts_with('#'))
            .flat_map(|line| line.split(|c: char| !(c.is_alphanumeric() || "_:".contains(c))))
            .map(|word| word.trim_end_matches(':'))
            .collect();
        for value in values(table) {
            if !words.contains(&*value) {
                wrong.push((head.len(), format!("the head does not explain {value:?}")));
            }
            if !about.contains(&format!("`{value}`")) {
                wrong.push((
                    0,
                    format!("Table's documentation does not explain {value:?}"),
                ));
            }
        }
        let bars = head
            .iter()
            .map(|line| line.matches('|').count())
            .max()
            .unwrap_or(0);
        if about.matches("- **").count() != bars && !about.contains("as in [") {
            wrong.push((
                0,
                format!("Table's documentation tells of other columns than the head's {bars}"),
            ));
        }
    });
    for &table in Table::ALL {
        explained += values(table).len();
    }
    assert!(explained > 200, "only {explained} values seen");
}

/// Each kind of claim and each frame of the tables of cues, each outcome and each part of speech of the outcomes is
/// proven by a sentence somewhere: the words that share them may share the sentence.
#[test]
fn every_behaviour_of_cues_and_outcomes_has_an_example() {
    on_all_tables(|table, wrong| {
        let columns = match table {
            Table::Cues | Table::CueNouns | Table::CueAdjectives | Table::Outcomes => 1..3,
            _ => return,
        };
        let mut behaviours: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
        for entry in entries(table.built_in()) {
            let fields = entry.fields.get(columns.clone()).unwrap_or_default();
            let words: BTreeSet<&str> = fields
                .iter()
                .flat_map(|field| field.split([' ', ',']))
                .collect();
            for word in words.into_iter().filter(|word| !word.is_empty()) {
                let (_, proven) = behaviours.entry(word).or_insert((entry.number, false));
                *proven |= entry.proven;
            }
        }
        for (behaviour, (number, proven)) in behaviours {
            if !proven {
                wrong.push((
                    number,
                    format!("no entry with {behaviour:?} has an example (this is the first)"),
                ));
            }
        }
    });
}

fn cues_of(extractor: &Extractor, sentence: &str) -> Vec<String> {
    let found = extractor.extract(sentence);
    found
        .claims
        .iter()
        .filter_map(|claim| Some(claim.cue.as_ref()?.lemma.to_string()))
        .collect()
}

#[test]
fn a_user_adds_replaces_and_removes_words() {
    let sentence = "The road is safe, the mayor said. It is not, the drivers grumped.";
    assert_eq!(cues_of(&Extractor::default(), sentence), ["say"]);
    let more = "grump | grumps grumped grumped grumping | opinion | clause quote\n-say\n";
    let extractor = Extractor::builder()
        .lexicon(Table::Cues, "mine.txt", more)
        .build()
        .expect("good lines");
    assert_eq!(cues_of(&extractor, sentence), ["grump"]);
    let kind = extractor.extract(sentence).claims[0].kind;
    assert_eq!(kind, newsclaim::ClaimKind::Opinion);

    let later = "grump | grumps grumped grumped grumping | warning | clause quote\n";
    let extractor = Extractor::builder()
        .lexicon(Table::Cues, "mine.txt", more)
        .lexicon(Table::Cues, "later.txt", later)
        .build()
        .expect("good lines");
    assert_eq!(
        extractor.extract(sentence).claims[0].kind,
        newsclaim::ClaimKind::Warning,
        "the later layer wins"
    );
}

#[test]
fn a_table_can_be_left_out() {
    let sentence = "The road is safe, the mayor said.";
    let extractor = Extractor::builder()
        .without(Table::Cues)
        .build()
        .expect("nothing to go wrong");
    assert_eq!(cues_of(&extractor, sentence), [""; 0]);
    assert_eq!(extractor.lexicon().headwords(Table::Cues).count(), 0);
}

#[test]
fn an_error_names_dictionary_and_line() {
    for (lines, line) in [
        ("# mine\nsay | | shouting | clause\n", 2),
        ("say | a | statement | clause | 1 | 2 | 3 | 4 | 5 | 6\n", 1),
        ("\n\n-no such word\n", 3),
        ("| | statement | clause\n", 1),
        ("> A sentence without an entry.\n", 1),
        ("don’t say | | statement | clause\n", 1),
    ] {
        let error = Extractor::builder()
            .lexicon(Table::Cues, "mine.txt", lines)
            .build()
            .expect_err(lines);
        assert_eq!(
            (error.source_name(), error.line()),
            ("mine.txt", line),
            "{lines:?}: {error}"
        );
        assert!(
            error.to_string().starts_with(&format!("mine.txt:{line}: ")),
            "{error}"
        );
    }
}
