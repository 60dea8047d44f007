//! What several tests need: the articles of `fixtures/`, and what must hold of every extraction.

#![allow(dead_code, reason = "each test uses its own part")]

pub(crate) mod invariants;

use std::fs;
use std::path::{Path, PathBuf};

use newsclaim::{Article, Date, Extraction, Extractor, Table};

/// An article to test with.
#[derive(Clone, Debug)]
pub(crate) struct TestArticle {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) published: Option<Date>,
}

impl TestArticle {
    pub(crate) fn extract(&self) -> Extraction<'_> {
        extract(&self.text, self.published)
    }
}

pub(crate) fn extract(text: &str, published: Option<Date>) -> Extraction<'_> {
    let article = Article::new(text);
    Extractor::default().extract(match published {
        Some(day) => article.published(day),
        None => article,
    })
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder with this ending, by name.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|file| file.extension().is_some_and(|found| found == ending))
        .collect();
    files.sort();
    files
}

/// Every article of `fixtures/`; the day of publication is the date at the start of its name.
pub(crate) fn fixtures() -> Vec<TestArticle> {
    let files = files(&root().join("fixtures"), "txt");
    assert!(!files.is_empty(), "fixtures/ holds no article");
    let articles = files.into_iter().map(|file| {
        let name = file
            .file_stem()
            .expect("a name")
            .to_str()
            .expect("a name in UTF-8");
        TestArticle {
            name: name.to_owned(),
            text: fs::read_to_string(&file)
                .unwrap_or_else(|error| panic!("{}: {error}", file.display())),
            published: name.get(..10).and_then(|day| day.parse().ok()),
        }
    });
    articles.collect()
}

/// The words of every dictionary, table by table: headwords, other names and forms, as they are written there.
pub(crate) fn words() -> Vec<Vec<&'static str>> {
    let tables = Table::ALL.iter().map(|table| {
        let lines = table.built_in().lines().map(str::trim);
        let entries = lines.filter(|line| !line.is_empty() && !line.starts_with(['#', '>', '!']));
        let mut words: Vec<&str> = entries.flat_map(words_of).collect();
        words.sort_unstable();
        words.dedup();
        assert!(!words.is_empty(), "{} holds no word", table.name());
        words
    });
    tables.collect()
}

/// "deny | denies denied denying | denial": the headword, and what stands behind it, whatever it is there.
fn words_of(line: &'static str) -> impl Iterator<Item = &'static str> {
    let mut fields = line.split('|');
    let head = fields.next().into_iter();
    let forms = fields.next().unwrap_or_default();
    let apart = move |c: char| c == ',' || c == ' ' && !forms.contains(',');
    head.chain(forms.split(apart))
        .map(|word| word.trim().trim_start_matches('='))
        .filter(|word| !word.is_empty())
}

/// With a capital, as a sentence begins.
pub(crate) fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    let first = characters.next();
    first
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(characters)
        .collect()
}
