//! Every article of `fixtures/` against its snapshot, the view that a person reads.
//!
//! A new article needs no code: put `YYYY-MM-DD_slug.txt` into `fixtures/`, run `cargo test`, read the view that it
//! prints, and accept it with `cargo insta review`, or with `INSTA_UPDATE=always cargo test --test fixtures`.

mod checks;

use std::collections::BTreeSet;
use std::panic::{self, AssertUnwindSafe};

use checks::{files, fixtures, invariants, root};

/// Each snapshot's name is made of its own article's alone. insta's `glob!` would cut off what all articles have in
/// common, so that a new article could rename every other one's snapshot.
fn snapshot_name(article: &str) -> String {
    format!("fixtures__article@{article}.snap")
}

#[test]
fn every_article_reads_as_accepted() {
    let mut failed = Vec::new();
    for article in fixtures() {
        let extraction = article.extract();
        invariants::assert_all(&article.name, &article.text, &extraction);
        let view = newsclaim::render::text(&article.text, &extraction);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_suffix(&article.name);
        settings.set_omit_expression(true);
        settings.set_description(format!("fixtures/{}.txt", article.name));
        // All articles are compared before any of them fails the test.
        let compare = || settings.bind(|| insta::assert_snapshot!("article", view));
        let result = panic::catch_unwind(AssertUnwindSafe(compare));
        if result.is_err() {
            failed.push(article.name);
        }
    }
    assert!(failed.is_empty(), "not as accepted: {}", failed.join(", "));
}

#[test]
fn every_snapshot_belongs_to_an_article() {
    let articles = fixtures()
        .into_iter()
        .map(|article| snapshot_name(&article.name));
    let articles: BTreeSet<String> = articles.collect();
    let snapshots = files(&root().join("tests/snapshots"), "snap")
        .into_iter()
        .map(|file| {
            let name = file.file_name().and_then(|name| name.to_str());
            name.expect("a name in UTF-8").to_owned()
        });
    // The other way round is for the test of the views to tell: a new article is accepted while this test runs.
    let left: Vec<String> = snapshots
        .filter(|name| name.starts_with("fixtures__") && !articles.contains(name))
        .collect();
    assert!(left.is_empty(), "no article belongs to {left:?}");
}

#[test]
fn views_are_lines_that_fit_and_end_cleanly() {
    for article in fixtures() {
        let view = newsclaim::render::text(&article.text, &article.extract());
        assert!(view.ends_with('\n'), "{}", article.name);
        for line in view.lines() {
            assert_eq!(line, line.trim_end(), "{}", article.name);
            let fits = line.chars().count() <= 100 || line.split_whitespace().count() <= 2;
            assert!(fits, "{}: a long line: {line}", article.name);
        }
    }
}
