//! Twice the text takes at most three times as long, whatever it holds. These tests measure, so they run when they are asked
//! for (`.ci/run` does), in the time of the processor and not of the clock:
//!
//! ```text
//! cargo test --all-features --test suite growth:: -- --ignored
//! ```

use std::hint::black_box;
use std::time::Duration;

use crate::hostile;
use newsclaim::{Article, Date, Extractor};
use rustix::time::{ClockId, clock_gettime};

/// How long the processor has worked for this thread.
pub(crate) fn worked() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(
        time.tv_sec.try_into().unwrap_or_default(),
        time.tv_nsec.try_into().unwrap_or_default(),
    )
}

fn time_of(extractor: &Extractor, text: &str) -> Duration {
    let day = Date::new(2019, 5, 14).expect("a day");
    let began = worked();
    black_box(extractor.extract(Article::new(text).published(day)));
    worked() - began
}

/// The shortest of some runs: what other programs do to the caches can only lengthen a run. The two texts take turns,
/// so that a slow minute hits both.
fn shortest(extractor: &Extractor, one: &str, other: &str, runs: usize) -> (Duration, Duration) {
    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..runs {
        best.0 = best.0.min(time_of(extractor, one));
        best.1 = best.1.min(time_of(extractor, other));
    }
    best
}

/// Below this a time says more about the page faults of the moment than about the text, and a longer text is tried.
const SHORT: Duration = Duration::from_millis(4);

/// A little less than the largest piece (32 MB) from which glibc learns what to keep.
const KEPT: usize = 31 << 20;

/// Texts by name, of a length and a little more.
type Texts = fn(usize) -> Vec<(String, String)>;

/// Of the texts that these make, those that take more than `factor` times as long when they are `times` as long. Texts
/// that take no time to speak of are tried at the next length.
fn grows(makers: &[Texts], lengths: &[usize], times: usize, factor: u32) -> Vec<String> {
    let extractor = Extractor::default();
    time_of(&extractor, "The dictionaries are parsed now.");
    // An allocator that has seen a large piece keeps what is given back: what is measured is the text, and not how the system
    // hands out pages, which takes longer than to read "[" again and again.
    drop(black_box(vec![1_u8; KEPT]));
    let mut failures = Vec::new();
    for maker in makers {
        let mut open: Vec<usize> = (0..maker(1).len()).collect();
        for &length in lengths {
            let (texts, longer) = (maker(length), maker(times * length));
            open.retain(|&number| {
                let ((name, once), (_, more)) = (&texts[number], &longer[number]);
                // One run settles it nearly always; a failure must stand up to many.
                let mut took = (Duration::ZERO, Duration::ZERO);
                let linear = [1, 4, 12].iter().any(|&runs| {
                    took = shortest(&extractor, once, more, runs);
                    took.1 <= SHORT || took.1 <= took.0 * factor
                });
                if !linear {
                    let (short, long) = took;
                    failures.push(format!(
                        "{name}: {short:?} for {length} bytes, {long:?} for {times} times as many"
                    ));
                }
                linear && took.1 <= SHORT * 4
            });
        }
    }
    failures
}

#[test]
#[ignore = "it measures; .ci/run asks for it"]
fn twice_the_text_takes_at_most_three_times_as_long() {
    let makers: [Texts; 2] = [hostile::repeated, hostile::listed];
    let failures = grows(&makers, &[10_000, 40_000, 160_000], 2, 3);
    assert!(
        failures.is_empty(),
        "more than linear:\n{}",
        failures.join("\n")
    );
}

/// What grows with the square takes 64 times as long for eight times the text, what grows with the text eight times: 24 is
/// far from both.
#[test]
#[ignore = "it measures; .ci/run asks for it"]
fn eight_times_the_text_takes_no_24_times_as_long() {
    let mut failures = grows(&[hostile::crowded], &[20_000], 8, 24);
    failures.extend(grows(&[hostile::paired], &[4_000], 8, 24));
    assert!(
        failures.is_empty(),
        "more than linear:\n{}",
        failures.join("\n")
    );
}
