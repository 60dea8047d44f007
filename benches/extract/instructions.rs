//! Instructions a byte, counted by valgrind's callgrind: the figure that no noise moves.

use std::hint::black_box;
use std::process::Command;

use newsclaim::Extractor;
use unicode_segmentation::UnicodeSegmentation;

use crate::corpus::{self, Article};

/// As much is read: the count hardly depends on it, and callgrind takes fifty times as long as the processor.
const BYTES: usize = 1_000_000;

const WAYS: [&str; 4] = [
    "whole extraction",
    "unicode_words",
    "sentences alone",
    "dates alone",
];

fn some() -> Vec<Article> {
    let mut bytes = 0;
    let mut articles = corpus::articles();
    articles.retain(|(text, _)| {
        bytes += text.len();
        bytes <= BYTES
    });
    articles
}

/// Reads everything once in one way, or not at all.
pub(crate) fn once(way: &str) {
    let articles = some();
    let extractor = Extractor::default();
    for article in &articles {
        let (text, day) = article;
        match way {
            "whole extraction" => drop(black_box(extractor.extract(crate::taken(article)))),
            "unicode_words" => drop(black_box(text.unicode_words().count())),
            "sentences alone" => drop(black_box(extractor.sentences(text).count())),
            "dates alone" => drop(black_box(extractor.dates(text, *day))),
            _ => (),
        }
    }
}

/// Runs this bench under callgrind in each way and takes off what it does in none.
pub(crate) fn table() {
    let bytes: usize = some().iter().map(|(text, _)| text.len()).sum();
    let nothing = collected("nothing");
    for way in WAYS {
        let count = collected(way).saturating_sub(nothing);
        println!(
            "{way}: {:.0} instructions a byte",
            count as f64 / bytes as f64
        );
    }
    println!("\n{bytes} bytes, read once");
}

fn collected(way: &str) -> u64 {
    let itself = std::env::current_exe().expect("where this bench lies");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(itself)
        .args(["once", way])
        .output()
        .expect("valgrind is installed");
    // "==7== Collected : 12345"
    let said = String::from_utf8_lossy(&output.stderr);
    let count = said
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    let count = count
        .unwrap_or_else(|| panic!("valgrind counted nothing: {said}"))
        .1;
    count.trim().parse().expect("a number")
}
