//! What several tests need: the articles of `fixtures/`, and what must hold of them and of every extraction.

#![allow(dead_code, reason = "each test uses its own part")]

pub(crate) mod invariants;
pub(crate) mod promises;
pub(crate) mod signs;

use std::fs;
use std::path::{Path, PathBuf};

use newsclaim::{Article, Date, Extraction, Extractor, Table};
use proptest::test_runner::{Config, RngSeed};

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

    /// As `newsclaim extract` prints it: with the words of speech that make no claim.
    pub(crate) fn view(&self) -> String {
        let missed = Extractor::default().explain(&self.text);
        newsclaim::render::View::new()
            .missed(missed)
            .text(&self.text, &self.extract())
    }
}

pub(crate) fn extract(text: &str, published: Option<Date>) -> Extraction<'_> {
    let article = Article::new(text);
    Extractor::default().extract(match published {
        Some(day) => article.published(day),
        None => article,
    })
}

/// Fails with a report and nothing behind it: a panic would print a place in the code and a note below the line that says
/// what to do.
#[expect(
    clippy::print_stderr,
    reason = "the report is for whoever runs the test"
)]
pub(crate) fn fail(report: &str) -> ! {
    eprintln!("\n{report}");
    std::panic::resume_unwind(Box::new(()))
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

/// `fixtures/`: its articles, and the files that cannot be any, with what is to be done about them.
pub(crate) struct Folder {
    pub(crate) articles: Vec<TestArticle>,
    /// `fixtures/2016-02-30_truce.txt: no such day; …`
    pub(crate) faults: Vec<String>,
}

pub(crate) fn folder() -> Folder {
    let folder = root().join("fixtures");
    let entries = fs::read_dir(&folder).expect("fixtures/ can be listed");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("fixtures/ can be listed").path())
        .collect();
    files.sort();
    let (mut articles, mut faults) = (Vec::new(), Vec::new());
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        // What editors and file managers leave behind.
        if name.starts_with('.') || name.ends_with('~') {
            continue;
        }
        match read(&file, &name) {
            Ok(article) => articles.push(article),
            Err(fault) => faults.push(format!("fixtures/{name}: {fault}")),
        }
    }
    Folder { articles, faults }
}

fn read(file: &Path, name: &str) -> Result<TestArticle, String> {
    let Some(stem) = name.strip_suffix(".txt") else {
        return Err("only .txt files are read here; rename it, or move it away".to_owned());
    };
    let published = day_in(stem)?;
    let bytes = fs::read(file).map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("not UTF-8 at byte {at}; try: iconv -f windows-1252 -t utf-8")
    })?;
    if text.trim().is_empty() {
        return Err("no text in it; delete it, or paste the article".to_owned());
    }
    Ok(TestArticle {
        name: stem.to_owned(),
        text,
        published,
    })
}

/// The day of publication at the start of an article's name. What begins with a year and is no day is a slip of the hand,
/// and would otherwise be an article without a day.
fn day_in(name: &str) -> Result<Option<Date>, String> {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    if digits < 4 {
        return Ok(None);
    }
    let (day, rest) = name.split_at_checked(10).unwrap_or((name, ""));
    if rest.starts_with(|next: char| next.is_ascii_alphanumeric()) {
        return Err(format!("an underscore is missing behind {day}; rename it"));
    }
    let no_day = |error| {
        format!(
            "{day:?} is no day ({error}); rename it: YYYY-MM-DD_slug.txt, or slug.txt without a day"
        )
    };
    day.parse().map(Some).map_err(no_day)
}

/// Every article of `fixtures/`. What cannot be one is for `tests/fixtures.rs` to tell.
pub(crate) fn fixtures() -> Vec<TestArticle> {
    let articles = folder().articles;
    assert!(!articles.is_empty(), "fixtures/ holds no article");
    articles
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

/// So many strings break most of what can be broken, in seconds and without an optimised build.
const CASES: u32 = 40;

/// How properties are tried: the same cases everywhere, so that a commit is judged by what it changes, unless
/// PROPTEST_RNG_SEED names another seed; PROPTEST_CASES asks for more of them. `.ci/run` does both.
pub(crate) fn properties() -> Config {
    let asked = Config::default();
    let rng_seed = match asked.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1),
        given => given,
    };
    let told = std::env::var_os("PROPTEST_CASES").is_some();
    Config {
        cases: if told { asked.cases } else { CASES },
        failure_persistence: None,
        rng_seed,
        ..asked
    }
}
