//! What the first call costs, and what is held and asked for in memory.

use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use allocation_counter::measure;
use newsclaim::Extractor;

use crate::corpus::Article;

/// How often a process is started; the best is told.
const STARTS: usize = 20;

/// In a process of its own: what the first result takes from where `main` begins, in nanoseconds.
pub(crate) fn first_result() {
    let began = Instant::now();
    let extractor = Extractor::default();
    let built = began.elapsed();
    black_box(extractor.extract("At least 12 soldiers were killed on Monday, the ministry said."));
    println!("{} {}", built.as_nanos(), began.elapsed().as_nanos());
}

pub(crate) fn say_first_result() {
    let itself = std::env::current_exe().expect("where this bench lies");
    let mut best = [Duration::MAX; 3];
    for _ in 0..STARTS {
        let began = Instant::now();
        let output = Command::new(&itself).arg("start").output();
        let whole = began.elapsed();
        let output = String::from_utf8(output.expect("it runs").stdout).expect("numbers");
        let inside = output
            .split_whitespace()
            .map(|number| number.parse().expect("a number"));
        let inside = inside.map(Duration::from_nanos);
        for (best, took) in best.iter_mut().zip(inside.chain([whole])) {
            *best = took.min(*best);
        }
    }
    let [built, result, whole] = best.map(|took| took.as_secs_f64() * 1e3);
    println!(
        "first result in a fresh process: {result:.1} ms, of it Extractor::default() {built:.1} ms; \
         {whole:.1} ms with the process itself (best of {STARTS})"
    );
}

/// The extractor of this process, and the bytes on the heap that its dictionaries hold; asked for before any other.
pub(crate) fn extractor() -> (Extractor, i64) {
    let mut extractor = None;
    let held = measure(|| extractor = Some(Extractor::default()));
    (extractor.expect("it was built"), held.bytes_current)
}

pub(crate) fn say_allocations(extractor: &Extractor, articles: &[Article]) {
    let mut counts = (0, 0, 0);
    for article in articles {
        let one = measure(|| {
            black_box(extractor.extract(crate::taken(article)));
        });
        counts = (
            counts.0 + one.count_total,
            counts.1 + one.bytes_total,
            counts.2.max(one.bytes_max),
        );
    }
    let number = articles.len() as u64;
    println!(
        "allocations: {} an article, of {} bytes in all, at most {} at once",
        counts.0 / number,
        counts.1 / number,
        counts.2,
    );
}
