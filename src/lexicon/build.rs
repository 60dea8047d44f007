//! The build script: reads the dictionaries under `data/` and lays them out for `layout.rs`, so that no process has to. It is
//! made of the crate's own reader of dictionaries, and a line that cannot be read fails the build with its file and number.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "of the crate's files it takes whole, it needs a part"
)]
#![allow(clippy::print_stdout, reason = "cargo reads it")]

mod chunks;
mod classes;
mod collected;
mod entries;
mod format;
mod index;
mod lay_out;
mod meanings;
mod morphology;
mod pattern;
mod phrases;
mod table;
mod trie;
mod words;

#[path = "../error.rs"]
mod error;
#[path = "../extraction/values.rs"]
mod extraction;

/// By the name that the files know it.
mod lexicon {
    pub(crate) use super::{classes, morphology};
}

fn main() {
    // The texts are part of this program: where one has changed, it is built again.
    println!("cargo::rerun-if-changed=src/lexicon/build.rs");
    let collected = collected::Collected::built_in(&[]);
    for error in &collected.errors {
        println!("cargo::error=src/lexicon/data/{error}");
    }
    if !collected.errors.is_empty() {
        return;
    }
    let folder = std::env::var_os("OUT_DIR").expect("cargo names the folder");
    let file = std::path::Path::new(&folder).join("lexicon.bin");
    let laid_out = lay_out::lay_out(collected);
    std::fs::write(file, laid_out).expect("cargo's folder can be written to");
}
