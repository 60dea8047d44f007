//! What is read: articles from a file, or enough different ones made of the fixtures.
//!
//! Five articles read again and again sit in the nearest cache and teach the processor which way each branch goes. Here no
//! article comes twice: paragraphs of all fixtures in another order, their words exchanged for others that end alike, other
//! names, other numbers. The words that hold sentences together stay, so that it reads like news to a grammar.

use std::collections::{BTreeMap, HashMap};
use std::{env, fs};

use newsclaim::{Date, Table};

use crate::hostile;

/// An article: its text, and the day of its publication.
pub(crate) type Article = (String, Option<Date>);

/// How much is made: far more than a second cache holds, and a second's reading.
const BYTES: usize = 4_200_000;

/// `NEWSCLAIM_BENCH_JSONL=FILE`, or the fixtures made into many.
pub(crate) fn articles() -> Vec<Article> {
    match env::var_os("NEWSCLAIM_BENCH_JSONL") {
        Some(file) => {
            let lines =
                fs::read_to_string(file).expect("NEWSCLAIM_BENCH_JSONL names a file of UTF-8");
            lines.lines().map(line).collect()
        }
        None => made(),
    }
}

fn line(line: &str) -> Article {
    let line: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
    let text = line["text"].as_str().expect("a text in each line");
    let day = line["published"].as_str().and_then(|day| day.parse().ok());
    (text.to_owned(), day)
}

fn fixtures() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let entries = fs::read_dir(folder).expect("fixtures/ is there: benches run in the repository");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let texts = files.iter().map(fs::read_to_string);
    texts
        .map(|text| text.expect("articles are UTF-8"))
        .collect()
}

/// Knuth's MMIX generator: the same articles everywhere.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }

    fn one_of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.throw(list.len())]
    }
}

/// Words and what stands between them, by turns.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let same = |c: char| c.is_alphanumeric() == first.is_alphanumeric();
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        Some(piece)
    })
}

/// The last two letters: "ed", "ly", "ng", "es" are as near to a word class as one comes without a grammar, and this must
/// not ask the grammar that it measures.
fn ending(word: &str) -> Option<&str> {
    word.is_ascii()
        .then(|| &word[word.len().saturating_sub(2)..])
}

/// The words that are exchanged, by their ending. Their number is that of real news: those of the fixtures, and of the
/// sentences that the dictionaries bring as examples.
struct Words<'t> {
    by_ending: BTreeMap<&'t str, Vec<&'t str>>,
    /// Words that stand often hold sentences together, and stay.
    often: HashMap<&'t str, usize>,
}

impl<'t> Words<'t> {
    fn of(texts: &'t [String]) -> Self {
        let mut often = HashMap::new();
        for word in texts.iter().flat_map(|text| pieces(text)) {
            *often.entry(word).or_default() += 1;
        }
        let tables = Table::ALL.iter().flat_map(|table| table.built_in().lines());
        let examples = tables.filter(|line| line.starts_with("> "));
        let mut by_ending: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let in_texts = texts.iter().flat_map(|text| pieces(text));
        for word in in_texts.chain(examples.flat_map(pieces)) {
            if let (true, Some(ending)) = (is_open(word), ending(word)) {
                by_ending.entry(ending).or_default().push(word);
            }
        }
        for words in by_ending.values_mut() {
            words.sort_unstable();
            words.dedup();
        }
        Self { by_ending, often }
    }

    fn other(&self, word: &'t str, dice: &mut Dice) -> &'t str {
        // Of the five fixtures' 3,500 words some eighty stand more often.
        const OFTEN: usize = 8;
        let stays = !is_open(word) || self.often.get(word).is_some_and(|&often| often > OFTEN);
        let others = ending(word).and_then(|ending| self.by_ending.get(ending));
        match others {
            Some(others) if !stays && dice.throw(4) > 0 => dice.one_of(others),
            _ => word,
        }
    }
}

/// Of four letters or more, all of them small.
fn is_open(word: &str) -> bool {
    word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn made() -> Vec<Article> {
    let fixtures = fixtures();
    let words = Words::of(&fixtures);
    let paragraphs: Vec<&str> = fixtures
        .iter()
        .flat_map(|text| text.split_inclusive("\n\n"))
        .collect();
    let mut dice = Dice(7);
    let mut articles = Vec::new();
    let mut bytes = 0;
    while bytes < BYTES {
        let article = article(&words, &paragraphs, &mut dice);
        bytes += article.0.len();
        articles.push(article);
    }
    articles
}

fn article(words: &Words<'_>, paragraphs: &[&str], dice: &mut Dice) -> Article {
    // Two names in three are others in this article, and the same throughout.
    let mut names: HashMap<String, String> = HashMap::new();
    let mut text = String::new();
    for _ in 0..6 + dice.throw(24) {
        for piece in pieces(dice.one_of(paragraphs)) {
            let first = piece.chars().next().unwrap_or_default();
            if first.is_numeric() {
                let digit = |c: char| match c {
                    '0'..='9' => char::from(b'0' + dice.throw(10) as u8),
                    other => other,
                };
                text.extend(piece.chars().map(digit));
            } else if first.is_uppercase() && piece.len() > 3 {
                let name = names
                    .entry(piece.to_owned())
                    .or_insert_with(|| match dice.throw(3) {
                        0 => piece.to_owned(),
                        _ => hostile::made_up_name(dice.throw(1_000_000)),
                    });
                text += name;
            } else {
                text += words.other(piece, dice);
            }
        }
    }
    let day = Date::new(
        2010 + dice.throw(15) as i16,
        1 + dice.throw(12) as i8,
        1 + dice.throw(28) as i8,
    );
    (text, day.ok())
}
