//! Twice as much takes twice as long, whatever it is.

use std::hint::black_box;
use std::time::Duration;

use allocation_counter::measure;
use newsclaim::Extractor;

use crate::clock::worked;
use crate::corpus::{self, Article};
use crate::hostile as texts;

/// The best of some runs, more of them where they are short.
fn time_of(extractor: &Extractor, text: &str) -> Duration {
    const ENOUGH: Duration = Duration::from_millis(200);
    let mut best = Duration::MAX;
    let mut all = Duration::ZERO;
    while all < ENOUGH {
        let began = worked();
        black_box(extractor.extract(text));
        let took = worked() - began;
        best = best.min(took);
        all += took;
    }
    best
}

fn peak_of(extractor: &Extractor, text: &str) -> u64 {
    let counted = measure(|| {
        black_box(extractor.extract(text));
    });
    counted.bytes_max
}

/// Nanoseconds a byte.
fn per_byte(took: Duration, bytes: usize) -> f64 {
    took.as_secs_f64() * 1e9 / bytes as f64
}

/// The last place not behind this one at which the text can be cut.
fn boundary(text: &str, place: usize) -> usize {
    let mut places = (0..=place).rev();
    places
        .find(|&place| text.is_char_boundary(place))
        .unwrap_or(0)
}

/// All articles in one, again and again from the start, cut at a character.
fn of_length(articles: &[Article], length: usize) -> String {
    let mut text = String::with_capacity(length + 100_000);
    for (article, _) in articles.iter().cycle() {
        if text.len() >= length {
            break;
        }
        text += article;
        text += "\n\n";
    }
    let end = boundary(&text, length);
    text.truncate(end);
    text
}

pub(crate) fn tables() {
    let articles = corpus::articles();
    let extractor = Extractor::default();
    println!(
        "one article\n       bytes        time   ns a byte   against half       peak   bytes a byte"
    );
    let mut before = None;
    for power in 10..=26 {
        let text = of_length(&articles, 1 << power);
        let took = time_of(&extractor, &text);
        let peak = peak_of(&extractor, &text);
        let now = per_byte(took, text.len());
        let against = before.map_or("-".to_owned(), |before| format!("{:.2}", now / before));
        println!(
            "{:>12} {:>11.1?} {now:>11.0} {against:>14} {peak:>10} {:>14.1}",
            text.len(),
            took,
            peak as f64 / text.len() as f64
        );
        before = Some(now);
    }
    println!(
        "\narticles of a kilobyte, by one extractor\n    articles        time   ns a byte   against half       peak"
    );
    let short: Vec<String> = articles
        .iter()
        .flat_map(|(text, _)| {
            let kilobytes = (0..text.len() / 1024).map(|number| 1024 * number);
            kilobytes.map(|at| text[boundary(text, at)..boundary(text, at + 1024)].to_owned())
        })
        .collect();
    let mut before = None;
    for power in 0..=20 {
        let mut bytes = 0;
        let mut took = Duration::ZERO;
        let counted = measure(|| {
            let began = worked();
            for text in short.iter().cycle().take(1 << power) {
                bytes += text.len();
                black_box(extractor.extract(text));
            }
            took = worked() - began;
        });
        let now = per_byte(took, bytes);
        let against = before.map_or("-".to_owned(), |before| format!("{:.2}", now / before));
        println!(
            "{:>12} {took:>11.1?} {now:>11.0} {against:>14} {:>10}",
            1 << power,
            counted.bytes_max
        );
        before = Some(now);
    }
}

/// Texts by name, of a length and a little more.
type Texts = fn(usize) -> Vec<(String, String)>;

/// A megabyte of each, against as much of ordinary news and against two megabytes of itself; `asked` is part of the name of
/// those that are wanted. What grows by more than the factor is marked, and so is what takes too much longer than news, and
/// makes this fail; one piece again and again may take its time, if only it does not grow.
pub(crate) fn hostile(asked: &str) {
    const LENGTH: usize = 1 << 20;
    const SLOWEST: f64 = 5.0;
    const GROWTH: f64 = 1.3;
    let extractor = Extractor::default();
    let news = of_length(&corpus::articles(), LENGTH);
    let ordinary = per_byte(time_of(&extractor, &news), news.len());
    println!(
        "ordinary news: {ordinary:.0} ns a byte\n\n   ns a byte   x news   2 MB against 1   peak a byte   what"
    );
    let mut beyond = 0;
    let makers: [(Texts, bool); 3] = [
        (texts::listed, true),
        (texts::crowded, false),
        (texts::repeated, false),
    ];
    for (maker, bound) in makers {
        for index in 0..maker(1).len() {
            let (name, once) = maker(LENGTH).swap_remove(index);
            if !name.contains(asked) {
                continue;
            }
            let (_, twice) = maker(2 * LENGTH).swap_remove(index);
            let (mut took, mut longer) = (f64::MAX, f64::MAX);
            // A second look only where the first was odd: the memory of the machine is not ours alone.
            for _ in 0..3 {
                took = took.min(per_byte(time_of(&extractor, &once), once.len()));
                longer = longer.min(per_byte(time_of(&extractor, &twice), twice.len()));
                if longer <= took * GROWTH {
                    break;
                }
            }
            let peak = peak_of(&extractor, &once) as f64 / once.len() as f64;
            let (slower, grows) = (took / ordinary, longer / took);
            let marked = bound && slower > SLOWEST || grows > GROWTH;
            beyond += usize::from(marked);
            let mark = if marked { "  <-- beyond" } else { "" };
            println!("{took:>12.0} {slower:>8.2} {grows:>16.2} {peak:>13.1}   {name}{mark}");
        }
    }
    assert!(
        beyond == 0,
        "{beyond} beyond {SLOWEST} x news or {GROWTH} x their half"
    );
}
