//! How many megabytes a second: the whole extraction and each of its stages, on one thread, over the articles of
//! `fixtures/` again and again, beside `unicode_words` over the same text in the same run.
//!
//! ```text
//! cargo bench
//! ```
//!
//! A harness of its own and not a library, because the stages are laps of one run, not functions that can be called
//! alone, and because everything is to be told in units of the yardstick: a figure in MB/s depends on the machine
//! and on what else it does, their ratio hardly.

#![allow(clippy::print_stdout, reason = "a bench prints its figures")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use newsclaim::{Article, Date, Extractor};
use unicode_segmentation::UnicodeSegmentation;

/// Rounds over all articles; each figure is that of its best round. A round takes a millisecond: short enough that on
/// a busy machine some of them are not disturbed.
const ROUNDS: usize = 1000;

fn main() {
    let articles = articles();
    let bytes: usize = articles.iter().map(|(text, _)| text.len()).sum::<usize>();
    let extractor = Extractor::default();
    let mut whole = Duration::MAX;
    let mut words = Duration::MAX;
    let mut stages: Vec<(&'static str, Duration)> = Vec::new();
    // Blocks, quotation marks and sentences without the rest, as those have them who want sentences only: in rounds of
    // their own, for a stage that takes turns with others finds the memory near at hand full of their tables.
    let mut text_alone = Duration::MAX;
    for _ in 0..ROUNDS {
        text_alone = text_alone.min(time(|| {
            for (text, _) in &articles {
                black_box(newsclaim::sentences(text).count());
            }
        }));
    }
    for _ in 0..ROUNDS {
        words = words.min(time(|| {
            for (text, _) in &articles {
                black_box(text.unicode_words().count());
            }
        }));
        whole = whole.min(time(|| {
            for (text, published) in &articles {
                black_box(extractor.extract(article(text, *published)));
            }
        }));
        // Apart from the whole, for reading the clock takes time as well.
        for (number, (name, took)) in laps(&extractor, &articles).into_iter().enumerate() {
            match stages.get_mut(number) {
                Some((_, best)) => *best = took.min(*best),
                None => stages.push((name, took)),
            }
        }
    }

    let say = |name: &str, took: Duration| {
        let speed = bytes as f64 / 1e6 / took.as_secs_f64();
        let ratio = words.as_secs_f64() / took.as_secs_f64();
        println!("{name}: {speed:.1} MB/s, {ratio:.2} x unicode_words");
    };
    println!(
        "{} articles, {bytes} bytes a round, best of {ROUNDS} rounds\n",
        articles.len()
    );
    say("unicode_words", words);
    say("whole extraction", whole);
    say("blocks, quotes and sentences alone", text_alone);
    println!("\nby stage, in the whole:");
    for (name, took) in stages {
        say(name, took);
    }
    println!("\nblocks of the same articles laid out otherwise:");
    say_blocks("all on one line", &extractor, &laid_out(&articles, flat));
    say_blocks(
        "between menus and teasers",
        &extractor,
        &laid_out(&articles, furnished),
    );
}

/// The articles in another layout.
fn laid_out(
    articles: &[(String, Option<Date>)],
    layout: impl Fn(&str) -> String,
) -> Vec<(String, Option<Date>)> {
    let other = |(text, day): &(String, Option<Date>)| (layout(text), *day);
    articles.iter().map(other).collect()
}

fn flat(text: &str) -> String {
    text.replace('\n', " ")
}

/// As a scraper leaves a page that takes everything: some two hundred lines of menus, and thirty teasers.
fn furnished(text: &str) -> String {
    let menu =
        "Home\nWorld\nLocal news\nSport\nWeather\nPuzzles\nOpinion\nJobs\nFood & drink\nVideo\n";
    let teasers = "Council votes to close the pool\nMan finds the ring that he lost in 1982\nStar striker leaves\n";
    let above = menu.repeat(10);
    let below = teasers.repeat(10) + &menu.repeat(10);
    format!("{above}\n{text}\n\nMost read\n{below}")
}

/// The speed of the step that finds blocks, beside `unicode_words` over the same texts.
fn say_blocks(name: &str, extractor: &Extractor, articles: &[(String, Option<Date>)]) {
    let (mut words, mut blocks) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS / 4 {
        words = words.min(time(|| {
            for (text, _) in articles {
                black_box(text.unicode_words().count());
            }
        }));
        let laps = laps(extractor, articles);
        let took = laps.into_iter().find(|(name, _)| *name == "text: blocks");
        blocks = took.map_or(blocks, |(_, took)| blocks.min(took));
    }
    let bytes: usize = articles.iter().map(|(text, _)| text.len()).sum();
    let speed = bytes as f64 / 1e6 / blocks.as_secs_f64();
    let ratio = words.as_secs_f64() / blocks.as_secs_f64();
    println!("{name}: {speed:.1} MB/s, {ratio:.2} x unicode_words");
}

fn articles() -> Vec<(String, Option<Date>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut articles = Vec::new();
    for entry in fs::read_dir(folder).expect("fixtures/ is there: benches run in the repository") {
        let file = entry.expect("fixtures/ can be listed").path();
        let name = file
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let day = name.get(..10).and_then(|day| day.parse().ok());
        articles.push((fs::read_to_string(&file).expect("articles are UTF-8"), day));
    }
    assert!(!articles.is_empty(), "fixtures/ is empty");
    articles
}

fn article(text: &str, published: Option<Date>) -> Article<'_> {
    match published {
        Some(day) => Article::new(text).published(day),
        None => Article::new(text),
    }
}

fn time(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}

/// The time that each stage takes for all articles.
fn laps(
    extractor: &Extractor,
    articles: &[(String, Option<Date>)],
) -> Vec<(&'static str, Duration)> {
    let mut stages: Vec<(&'static str, Duration)> = Vec::new();
    for (text, published) in articles {
        let mut number = 0;
        let mut before = Instant::now();
        black_box(
            extractor.extract_in_laps(article(text, *published), |name| {
                let took = before.elapsed();
                match stages.get_mut(number) {
                    Some((_, sum)) => *sum += took,
                    None => stages.push((name, took)),
                }
                number += 1;
                before = Instant::now();
            }),
        );
    }
    stages
}
