//! All tests of what the crate promises, in one binary: it is linked once, and its tests share the processors. One file
//! of it, or one test, by name:
//!
//! ```text
//! cargo test --all-features --test suite ledger::
//! ```
//!
//! Nothing here looks at a clock: tests that measure are in `growth.rs`, and run when they are asked for.

mod checks;
#[cfg(feature = "cli")]
mod commands;
mod hostile;

mod architecture;
mod attribution;
mod casualties;
mod claims;
mod contract;
mod dates;
mod fixtures;
mod furniture;
#[cfg(unix)]
mod growth;
mod invariants;
mod json_page;
mod ledes;
mod ledger;
mod lexicon;
mod news;
mod offsets;
mod publication;
mod readme;
mod robustness;
mod schema;
mod text;
mod text_properties;
mod unsaid;
mod view;

#[cfg(feature = "html")]
mod page;

#[cfg(feature = "cli")]
mod cli;
#[cfg(feature = "cli")]
mod cli_compare;
#[cfg(feature = "cli")]
mod cli_folders;
#[cfg(feature = "cli")]
mod cli_input;
#[cfg(feature = "cli")]
mod cli_lexicon;
#[cfg(feature = "cli")]
mod cli_streams;
#[cfg(feature = "cli")]
mod cli_tables;
#[cfg(feature = "cli")]
mod cli_view;

/// A file that is not named above would never be compiled, and none of its tests would run.
#[test]
fn every_file_of_tests_is_a_module_here() {
    let here = include_str!("suite.rs");
    let files = checks::files(&checks::root().join("tests"), "rs");
    let names = files
        .iter()
        .filter_map(|file| file.file_stem()?.to_str())
        .filter(|name| *name != "suite");
    let left: Vec<&str> = names
        .filter(|name| !here.contains(&format!("\nmod {name};\n")))
        .collect();
    assert!(left.is_empty(), "name these in tests/suite.rs: {left:?}");
}
