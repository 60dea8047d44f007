//! What holds of every extraction: on made-up strings, and on articles from outside:
//!
//! ```text
//! NEWSCLAIM_ARTICLES=articles.jsonl cargo test --all-features --test suite invariants::
//! ```
//!
//! checks every article of a JSON Lines file (`{"text": "…", "published": "YYYY-MM-DD"}`) along with the fixtures;
//! several files are separated as in `PATH`. Further promises and the view of each fixture: tests/fixtures.rs.

use crate::checks;

use std::env;
use std::fs;

use checks::{TestArticle, extract, fixtures, invariants, promises};
use proptest::prelude::*;

/// The fixtures, and what the environment names.
fn articles() -> Vec<TestArticle> {
    let mut articles = fixtures();
    let outside = env::var_os("NEWSCLAIM_ARTICLES").unwrap_or_default();
    for file in env::split_paths(&outside).filter(|file| !file.as_os_str().is_empty()) {
        let lines =
            fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for (number, line) in lines
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
        {
            let name = format!("{}:{}", file.display(), number + 1);
            let line: serde_json::Value =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{name}: {error}"));
            articles.push(TestArticle {
                text: line["text"]
                    .as_str()
                    .unwrap_or_else(|| panic!("{name}: no text"))
                    .to_owned(),
                published: line["published"].as_str().and_then(|day| day.parse().ok()),
                name,
            });
        }
    }
    articles
}

#[test]
fn every_article_keeps_its_promises() {
    let mut broken = Vec::new();
    for article in articles() {
        let of_article = promises::broken(&article).into_iter();
        broken.extend(of_article.map(|what| format!("{}: {what}", article.name)));
    }
    let number = broken.len();
    assert!(
        broken.is_empty(),
        "{number} promises broken:\n{}",
        broken.join("\n")
    );
}

/// Pieces that news is made of, and pieces that break programs.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "And ",
        "But ",
        "That ",
        "Both ",
        "As ",
        "Who ",
        "His ",
        "Not ",
        "The ministry",
        "Ana Ruiz",
        "Gen. Okoro",
        "he",
        "it",
        "both sides",
        "Norway",
        "officials",
        "a spokesman for the army",
        " said ",
        " denied ",
        " accused ",
        " according to ",
        " told reporters ",
        " warned that ",
        " that ",
        ", adding that ",
        " was killed",
        " were wounded",
        " left 12 dead",
        "at least ",
        "dozens of ",
        "12 soldiers",
        "1,204",
        "3.5 million",
        "two",
        " on Monday",
        " 14 May 2019",
        "last week",
        " at 5 p.m.",
        "2016-04-07",
        "20 to 30",
        ". ",
        ", ",
        "; ",
        ": ",
        "?",
        "!",
        " — ",
        "-",
        "...",
        "…",
        "(",
        ")",
        "[",
        "]",
        "\"",
        "“",
        "”",
        "‘",
        "’",
        "‘‘",
        "’’",
        "``",
        "''",
        "«",
        "»",
        "„",
        "'",
        "`",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "\u{a0}",
        "\u{2028}",
        "\u{feff}",
        "\0",
        "\u{1b}[31m",
        "Advertisement\n",
        "Share\n",
        "https://example.com/a/b\n",
        "PARIS (AP) — ",
        "Photo: A. Ruiz / Agency\n",
        "© 2019 The Paper\n",
        "İ",
        "ß",
        "é",
        "e\u{301}",
        "日本",
        "👩‍👩‍👧",
        "\u{202e}",
        "ﬁ",
        "x",
        "Q",
        "999999999999999999999999",
        "0",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// What stands between words, and words that the grammar asks for by themselves.
const BETWEEN: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "; ",
    ": ",
    "? ",
    " — ",
    "-",
    "… ",
    " (",
    ") ",
    " \"",
    "\" ",
    " “",
    "” ",
    "’s ",
    "'s ",
    "\n",
    "\n\n",
    "\r\n",
    " and ",
    " said ",
    " said that ",
    " of ",
    " the ",
    " he ",
    " they ",
    " 12 ",
    " 2016 ",
    " 1,204 ",
    " to ",
    " in ",
    " was ",
    " as ",
    ", who ",
];

/// Words of every dictionary, each table as often as any other, so that a text opens with every class of word.
fn worded() -> impl Strategy<Value = String> {
    let word = prop::sample::select(checks::words()).prop_flat_map(prop::sample::select);
    let printed = (word, 0_u8..3).prop_map(|(word, case)| match case {
        0 => checks::capitalised(word),
        _ => word.to_owned(),
    });
    // Most panics need two or three words and no more.
    let piece = (printed, prop::sample::select(BETWEEN));
    let pieces = prop_oneof![
        prop::collection::vec(piece.clone(), 1..4),
        prop::collection::vec(piece, 1..20),
    ];
    pieces.prop_map(|pieces| {
        let pieces = pieces.into_iter();
        pieces.map(|(word, mark)| word + mark).collect()
    })
}

/// A fixture with a few cuts, copies and foreign pieces.
fn mutated() -> impl Strategy<Value = String> {
    let texts: Vec<String> = fixtures().into_iter().map(|article| article.text).collect();
    let change = (
        any::<prop::sample::Index>(),
        0_usize..200,
        pieces(),
        0_u8..4,
    );
    (
        prop::sample::select(texts),
        prop::collection::vec(change, 1..6),
    )
        .prop_map(|(mut text, changes)| {
            for (place, length, piece, kind) in changes {
                let boundaries: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
                let Some(&start) = boundaries.get(place.index(boundaries.len().max(1))) else {
                    continue;
                };
                let end = (start..=start.saturating_add(length))
                    .rev()
                    .find(|&end| text.is_char_boundary(end));
                let range = start..end.unwrap_or(start);
                match kind {
                    0 => text.replace_range(range, ""),
                    1 => text.replace_range(range, &piece),
                    2 => text.insert_str(start, &piece),
                    _ => {
                        let copied = text[range].to_owned();
                        text.insert_str(start, &copied);
                    }
                }
            }
            text
        })
}

/// Part of a fixture, cut wherever a token may end: often a sentence of a few words.
fn cut() -> impl Strategy<Value = String> {
    let texts: Vec<String> = fixtures().into_iter().map(|article| article.text).collect();
    let length = prop_oneof![1_usize..8, 1_usize..60, 1_usize..600];
    (
        prop::sample::select(texts),
        any::<prop::sample::Index>(),
        length,
    )
        .prop_map(|(text, place, length)| {
            let edge = |(at, c): (usize, char)| (!c.is_alphanumeric()).then_some(at);
            let mut edges: Vec<usize> = text.char_indices().filter_map(edge).collect();
            edges.push(text.len());
            let first = place.index(edges.len());
            let last = (first + length).min(edges.len() - 1);
            let start = match text[edges[first]..].chars().next() {
                // Half of the pieces begin with a word.
                Some(blank) if first % 2 == 0 => edges[first] + blank.len_utf8(),
                _ => edges[first],
            };
            text[start.min(edges[last])..edges[last]].to_owned()
        })
}

fn any_day() -> impl Strategy<Value = Option<newsclaim::Date>> {
    let day = (0_i16..=9999, 1_i8..=12, 1_i8..=28);
    let day = day.prop_map(|(year, month, day)| newsclaim::Date::new(year, month, day).ok());
    prop_oneof![Just(None), day]
}

fn holds(text: &str, published: Option<newsclaim::Date>) -> Result<(), TestCaseError> {
    let broken = invariants::broken(text, &extract(text, published));
    prop_assert!(broken.is_empty(), "{text:?}\n  {}", broken.join("\n  "));
    Ok(())
}

fn line_ends(text: &str, published: Option<newsclaim::Date>) -> Result<(), TestCaseError> {
    let article = TestArticle {
        name: String::new(),
        text: text.replace('\r', ""),
        published,
    };
    let broken = promises::crlf(&article);
    prop_assert!(broken.is_empty(), "{text:?}\n  {}", broken.join("\n  "));
    Ok(())
}

proptest! {
    // A failure is kept by adding a case to tests/robustness.rs, where it can be read, not in a file of seeds.
    #![proptest_config(checks::properties())]

    #[test]
    fn promises_hold_for_any_string(text in any::<String>(), published in any_day()) {
        holds(&text, published)?;
    }

    #[test]
    fn promises_hold_for_any_pieces_of_news(text in pieces(), published in any_day()) {
        holds(&text, published)?;
        line_ends(&text, published)?;
    }

    #[test]
    fn promises_hold_for_words_of_the_dictionaries(text in worded(), published in any_day()) {
        holds(&text, published)?;
        line_ends(&text, published)?;
    }

    #[test]
    fn promises_hold_for_parts_of_articles(text in cut(), published in any_day()) {
        holds(&text, published)?;
        line_ends(&text, published)?;
    }

    #[test]
    fn promises_hold_for_mutated_articles(text in mutated(), published in any_day()) {
        holds(&text, published)?;
        line_ends(&text, published)?;
    }
}
