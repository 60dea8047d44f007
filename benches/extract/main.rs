//! How fast: the whole extraction and its parts, on one thread, beside `unicode_words` over the same texts in the same
//! rounds. Every text is another, and is read once a round.
//!
//! ```text
//! cargo bench                                          # four megabytes made of the fixtures
//! NEWSCLAIM_BENCH_JSONL=articles.jsonl cargo bench     # real news, {"text": …, "published": …} a line
//! cargo bench -- instructions                          # instructions a byte, by valgrind's callgrind
//! cargo bench -- growth                                # time and memory of 1 KB to 64 MB, of 1 to 1,000,000 articles
//! cargo bench -- hostile                               # a megabyte each of what nobody would print
//! ```
//!
//! A harness of its own and not a library, because the stages are laps of one run, not functions that can be called
//! alone, and because everything is to be told in units of the yardstick: a figure in MB/s depends on the machine
//! and on what else it does, their ratio less so, instructions not at all.

#![allow(clippy::print_stdout, reason = "a bench prints its figures")]

mod clock;
mod corpus;
mod growth;
#[path = "../../tests/hostile/mod.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod hostile;
mod instructions;
mod start;

use std::hint::black_box;
use std::time::Duration;

use clock::worked;
use corpus::Article;
use newsclaim::Extractor;
use unicode_segmentation::UnicodeSegmentation;

/// Rounds over all articles; each figure is that of its best round.
const ROUNDS: usize = 5;

fn main() {
    // Cargo adds "--bench".
    let mut asked = std::env::args().skip(1).filter(|word| word != "--bench");
    match asked.next().as_deref() {
        None => speed(),
        Some("growth") => growth::tables(),
        Some("hostile") => growth::hostile(&asked.next().unwrap_or_default()),
        Some("instructions") => instructions::table(),
        Some("once") => instructions::once(&asked.next().unwrap_or_default()),
        Some("start") => start::first_result(),
        Some(other) => panic!("{other:?}: growth, hostile or instructions, or nothing"),
    }
}

fn speed() {
    let (extractor, held) = start::extractor();
    let articles = corpus::articles();
    let bytes: usize = articles.iter().map(|(text, _)| text.len()).sum();
    let mut best: Vec<(&'static str, Duration)> = Vec::new();
    for _ in 0..ROUNDS {
        let round = round(&extractor, &articles);
        for (number, (name, took)) in round.into_iter().enumerate() {
            match best.get_mut(number) {
                Some((_, best)) => *best = took.min(*best),
                None => best.push((name, took)),
            }
        }
    }
    let words = best[0].1;
    let say = |(name, took): (&str, Duration)| {
        let speed = bytes as f64 / 1e6 / took.as_secs_f64();
        let ratio = words.as_secs_f64() / took.as_secs_f64();
        println!("{name}: {speed:.1} MB/s, {ratio:.2} x unicode_words");
    };
    let mut lines = best.iter().copied();
    let yardstick = lines.next().expect("a yardstick");
    lines.by_ref().take(1).for_each(say);
    say(yardstick);
    lines.by_ref().take(PARTS).for_each(say);
    println!("\nby stage, in the whole:");
    lines.for_each(say);
    println!(
        "\n{} articles, {bytes} bytes, each read once a round; best of {ROUNDS} rounds",
        articles.len()
    );
    start::say_allocations(&extractor, &articles);
    println!("dictionaries: {held} bytes held on the heap");
    start::say_first_result();
}

/// What is told before the stages, behind the yardstick and the whole.
const PARTS: usize = 4;

/// Reads everything once in each way: the yardstick, the whole, its parts alone, its stages.
fn round(extractor: &Extractor, articles: &[Article]) -> Vec<(&'static str, Duration)> {
    let each = |read: &dyn Fn(&Article)| {
        let began = worked();
        articles.iter().for_each(read);
        worked() - began
    };
    let words = each(&|(text, _)| {
        black_box(text.unicode_words().count());
    });
    let whole = each(&|article| {
        black_box(extractor.extract(taken(article)));
    });
    let undated = each(&|(text, _)| {
        black_box(extractor.extract(text));
    });
    let sentences = each(&|(text, _)| {
        black_box(extractor.sentences(text).count());
    });
    let dates = each(&|(text, day)| {
        black_box(extractor.dates(text, *day));
    });
    let mut json = Duration::ZERO;
    for article in articles {
        let found = extractor.extract(taken(article));
        let began = worked();
        black_box(serde_json::to_vec(&found).expect("JSON"));
        json += worked() - began;
    }
    let mut round = vec![
        ("unicode_words", words),
        ("whole extraction", whole),
        ("whole, without a day of publication", undated),
        ("sentences alone", sentences),
        ("dates alone", dates),
        ("JSON of what was found", json),
    ];
    // Apart from the whole, for reading the clock takes time as well.
    round.extend(laps(extractor, articles));
    round
}

fn taken((text, published): &Article) -> newsclaim::Article<'_> {
    let article = newsclaim::Article::new(text);
    match published {
        Some(day) => article.published(*day),
        None => article,
    }
}

/// The time that each stage takes for all articles.
fn laps(extractor: &Extractor, articles: &[Article]) -> Vec<(&'static str, Duration)> {
    let mut stages: Vec<(&'static str, Duration)> = Vec::new();
    for article in articles {
        let mut number = 0;
        let mut before = worked();
        black_box(extractor.extract_in_laps(taken(article), |name| {
            let took = worked() - before;
            match stages.get_mut(number) {
                Some((_, sum)) => *sum += took,
                None => stages.push((name, took)),
            }
            number += 1;
            before = worked();
        }));
    }
    stages
}
