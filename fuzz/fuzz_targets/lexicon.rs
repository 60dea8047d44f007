//! Any dictionary of a user's: read or refused with a line that is in it; what is read leaves every promise standing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsclaim::{Extractor, Table};

#[path = "../../tests/checks/invariants.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod invariants;

const ARTICLE: &str = "The dam is safe, the mayor said on Monday. Rebels denied shelling two villages; 12 people were killed.";

fuzz_target!(|data: &[u8]| {
    let Some((&table, lines)) = data.split_first() else {
        return;
    };
    let table = Table::ALL[usize::from(table) % Table::ALL.len()];
    let lines = String::from_utf8_lossy(lines);
    // Nothing but the user's lines: parsing the rest each time would take most of the time.
    let empty = Table::ALL.iter().fold(Extractor::builder(), |builder, &table| builder.without(table));
    let builder = empty.lexicon(table, "fuzzed", lines.clone());
    let errors = builder.errors();
    match builder.build() {
        Ok(extractor) => {
            assert!(errors.is_empty(), "built in spite of {errors:?}");
            // The words of the dictionary too, for they are what it changes.
            let text = format!("{ARTICLE}\n\n{}", lines.replace('|', " "));
            invariants::assert_all("fuzzed", &text, &extractor.extract(&text));
        }
        Err(error) => {
            assert!(!errors.is_empty(), "refused without a reason");
            assert!(!error.to_string().is_empty());
        }
    }
});
