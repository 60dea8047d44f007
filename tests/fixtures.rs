//! Every article of `fixtures/`: what is promised of it, and its view, as a person reads it, against the one that was
//! accepted.
//!
//! A new article needs no code: put `YYYY-MM-DD_slug.txt` into `fixtures/` and run `cargo test`. Everything about the
//! articles is checked here, and told in one report, whose last line says what to do.

use crate::checks;

use std::collections::BTreeSet;
use std::fs;
use std::panic::{self, AssertUnwindSafe};

use checks::{TestArticle, fail, files, fixtures, folder, promises, root};

/// Each snapshot's name is made of its own article's alone. insta's `glob!` would cut off what all articles have in
/// common, so that a new article could rename every other one's snapshot.
fn snapshot_name(article: &str) -> String {
    format!("fixtures__article@{article}.snap")
}

const SNAPSHOTS: &str = "tests/snapshots";

#[derive(Default)]
struct Report {
    /// Files that cannot be articles, with what to do about each.
    faults: Vec<String>,
    /// What is wrong with the others, article by article.
    lines: Vec<String>,
    broken: bool,
    /// The views to read, as insta left them.
    to_read: Vec<String>,
}

impl Report {
    fn promises(&mut self, article: &TestArticle, broken: &[String]) {
        self.broken |= !broken.is_empty();
        let name = &article.name;
        let broken = broken.iter();
        self.lines
            .extend(broken.map(|what| format!("fixtures/{name}.txt: promise broken: {what}")));
    }

    /// Compares the view with the accepted one; insta prints what differs.
    fn view(&mut self, article: &TestArticle) {
        let snapshot = format!("{SNAPSHOTS}/{}", snapshot_name(&article.name));
        let known = root().join(&snapshot).exists();
        let compare = || {
            let view = article.view();
            let mut settings = insta::Settings::clone_current();
            settings.set_snapshot_suffix(&article.name);
            settings.set_omit_expression(true);
            settings.set_description(format!("fixtures/{}.txt", article.name));
            // Named by the file of the test, not by the binary that it stands in.
            settings.set_prepend_module_to_snapshot(false);
            settings.bind(|| insta::assert_snapshot!("fixtures__article", view));
        };
        let unread = format!("{snapshot}.new");
        if panic::catch_unwind(AssertUnwindSafe(compare)).is_ok() {
            // What an earlier run wrote would ask to be read once more.
            let _ = fs::remove_file(root().join(&unread));
            return;
        }
        let state = if known {
            "its view has changed"
        } else {
            "new, nobody has accepted its view yet"
        };
        self.lines
            .push(format!("fixtures/{}.txt: {state}", article.name));
        // In CI insta prints the view and writes nothing.
        let written = root().join(&unread).exists();
        let printed = || format!("the view of {} above", article.name);
        self.to_read.push(if written { unread } else { printed() });
    }

    /// The last line: what to do next.
    fn to_do(&self) -> String {
        let mut steps = Vec::new();
        let files = self
            .faults
            .iter()
            .filter_map(|fault| fault.split(": ").next());
        let files: Vec<&str> = files.collect();
        if !files.is_empty() {
            steps.push(format!("put right, as told above, {}", files.join(" and ")));
        }
        if self.broken {
            steps.push(
                "mend newsclaim where a promise is broken (no article may break one, so that is never the article's fault)"
                    .to_owned(),
            );
        }
        if !self.to_read.is_empty() {
            steps.push(format!(
                "read {} (README.md, \"See it work\", explains the lines), and if that is what the article says, accept it: \
                 INSTA_UPDATE=always cargo test --all-features --test suite fixtures::",
                self.to_read.join(" ")
            ));
        }
        format!("TO DO: {}", steps.join("; then "))
    }
}

#[test]
fn every_article_keeps_its_promises_and_reads_as_accepted() {
    let folder = folder();
    let mut report = Report {
        faults: folder.faults,
        ..Report::default()
    };
    for article in &folder.articles {
        report.promises(article, &promises::broken(article));
        report.view(article);
    }
    let told = [&*report.faults, &*report.lines].concat();
    if !told.is_empty() {
        fail(&format!("{}\n\n{}", told.join("\n"), report.to_do()));
    }
}

#[test]
fn every_snapshot_belongs_to_an_article() {
    let articles = fixtures()
        .into_iter()
        .map(|article| snapshot_name(&article.name));
    let articles: BTreeSet<String> = articles.collect();
    let snapshots = files(&root().join(SNAPSHOTS), "snap")
        .into_iter()
        .map(|file| {
            let name = file.file_name().and_then(|name| name.to_str());
            name.expect("a name in UTF-8").to_owned()
        });
    // The other way round is for the test of the views to tell: a new article is accepted while this test runs.
    let left: Vec<String> = snapshots
        .filter(|name| name.starts_with("fixtures__") && !articles.contains(name))
        .map(|name| format!("{SNAPSHOTS}/{name}"))
        .collect();
    if !left.is_empty() {
        fail(&format!(
            "These views belong to no article of fixtures/, which was renamed or taken away:\n{}\n\nTO DO: git rm {}",
            left.join("\n"),
            left.join(" ")
        ));
    }
}
