//! Sentences that stand in several articles, word for word or nearly so: one origin, however often it is printed.
//!
//! A sentence is known by its runs of three words. Of their hashes the smallest few are looked up (min-hashing), and what
//! shares one is compared in full, so that time grows with the number of sentences and not with that of their pairs.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Serialize;

use super::entry::Mention;
use super::names;
use crate::lexicon::Table;

/// Shorter sentences are too much alike by chance: "The claims could not be checked."
const SHORTEST: usize = 10;
/// Words in a run.
const RUN: usize = 3;
/// How many of a sentence's hashes are looked up. With half of the runs in common, the chance that two sentences share
/// none of their eight smallest is below one in a hundred.
const SKETCH: usize = 8;
/// So many sentences are listed under a hash: enough for any that is not a formula of the trade.
const LISTED: usize = 32;
/// With so many of those that share most hashes a sentence is compared in full.
const COMPARED: usize = 8;
/// The share of runs in common, in tenths: one word in a sentence of ten exchanged leaves more than that.
const ALIKE: usize = 5;
/// A sentence with fewer words outside its quotation marks tells nothing that the speaker did not.
const OWN_WORDS: usize = 6;
/// The longest sentence, in words, whose changes are told one by one: comparing takes the square of it.
const LONGEST: usize = 200;

/// A sentence that stands in several articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Copy {
    /// Where it stands: in the order of the articles.
    pub sentences: Vec<Mention>,
    /// How many articles hold it.
    pub articles: usize,
    /// Whether all of it is one person's words in quotation marks, which any reporter may have heard.
    pub quotation: bool,
    /// What the others have instead of words of the first.
    pub changes: Vec<Change>,
}

/// Words exchanged in a copied sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// Index of the article that has the other words.
    pub article: usize,
    /// What stands in the first sentence; empty where something was added.
    pub from: String,
    /// What stands in its place; empty where something was left out.
    pub to: String,
}

/// A sentence among those that were read.
#[derive(Debug)]
struct Line {
    mention: Mention,
    runs: Vec<u32>,
    /// The first sentence that is like this one; itself where there is none before it.
    origin: usize,
}

/// All sentences that were read so far.
#[derive(Debug, Default)]
pub(super) struct Sentences {
    lines: Vec<Line>,
    /// By hash of a run of words, the sentences that are no copies.
    by_run: HashMap<u32, Vec<usize>>,
    by_place: HashMap<(usize, usize), usize>,
}

impl Sentences {
    /// Reads the next sentence. The order is that of the articles.
    pub(super) fn add(&mut self, mention: Mention) {
        let words = words(&mention.text);
        if words.len() < SHORTEST {
            return;
        }
        let runs = runs(&words);
        let number = self.lines.len();
        let like = self.like(&runs);
        let origin = like
            .filter(|&earlier| {
                let earlier = &self.lines[earlier];
                earlier.runs == runs || same_facts(&changes(&earlier.mention, &mention))
            })
            .unwrap_or(number);
        if origin == number {
            for run in sketch(&runs) {
                let listed = self.by_run.entry(run).or_default();
                if listed.len() < LISTED {
                    listed.push(number);
                }
            }
        }
        self.by_place
            .insert((mention.article, mention.sentence), number);
        self.lines.push(Line {
            mention,
            runs,
            origin,
        });
    }

    /// The earlier sentence that is most like these runs of words.
    fn like(&self, runs: &[u32]) -> Option<usize> {
        let mut listed: Vec<usize> = sketch(runs)
            .filter_map(|run| self.by_run.get(&run))
            .flatten()
            .copied()
            .collect();
        listed.sort_unstable();
        // Those first that share most of the hashes.
        let mut candidates: Vec<(usize, usize)> = listed
            .chunk_by(|one, other| one == other)
            .map(|same| (same.len(), same[0]))
            .collect();
        candidates.sort_unstable_by_key(|&(shared, line)| (Reverse(shared), line));
        let mut best = None;
        for &(_, candidate) in candidates.iter().take(COMPARED) {
            let (shared, all) = overlap(runs, &self.lines[candidate].runs);
            let better = best.is_none_or(|(most, of, _)| shared * of > most * all);
            if 10 * shared >= ALIKE * all && better {
                best = Some((shared, all, candidate));
            }
        }
        best.map(|(.., candidate)| candidate)
    }

    /// A number that all copies of a sentence share, and no other sentence has.
    pub(super) fn origin(&self, mention: &Mention) -> Origin {
        let place = (mention.article, mention.sentence);
        match self.by_place.get(&place) {
            Some(&line) => Origin::Sentence(self.lines[line].origin),
            None => Origin::Place(place.0, place.1),
        }
    }

    /// How many origins the mentions have: copies of one sentence count once.
    pub(super) fn origins(&self, mentions: &[Mention]) -> usize {
        let mut origins: Vec<Origin> = mentions.iter().map(|one| self.origin(one)).collect();
        origins.sort_unstable();
        origins.dedup();
        // What one article says twice has one origin as well.
        origins.len().min(super::entry::articles_of(mentions))
    }

    /// The sentences that stand in several articles, in the order of their first.
    pub(super) fn copies(&self) -> Vec<Copy> {
        let mut groups: HashMap<usize, Vec<usize>> = HashMap::new();
        for (number, line) in self.lines.iter().enumerate() {
            if line.origin != number {
                groups
                    .entry(line.origin)
                    .or_insert_with(|| vec![line.origin])
                    .push(number);
            }
        }
        let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
        groups.sort_unstable();
        groups.iter().filter_map(|lines| self.copy(lines)).collect()
    }

    fn copy(&self, lines: &[usize]) -> Option<Copy> {
        let mut sentences: Vec<Mention> = Vec::new();
        for &line in lines {
            let mention = &self.lines[line].mention;
            if sentences.iter().all(|one| one.article != mention.article) {
                sentences.push(mention.clone());
            }
        }
        let (first, others) = sentences.split_first()?;
        if others.is_empty() {
            return None;
        }
        let quotation = others.iter().all(|other| same_quotation(first, other));
        let changes = others.iter().flat_map(|other| changes(first, other));
        Some(Copy {
            articles: sentences.len(),
            quotation,
            changes: changes.collect(),
            sentences,
        })
    }
}

/// Where something that was said comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Origin {
    /// A sentence that was compared with all others.
    Sentence(usize),
    /// One that was not: by article and sentence.
    Place(usize, usize),
}

/// The words in lower case, without marks.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The hashes of all runs of words, sorted, each once.
fn runs(words: &[String]) -> Vec<u32> {
    let mut runs: Vec<u32> = words.windows(RUN).map(hash).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// FNV-1a; the words closed by a byte that none of them holds.
fn hash(words: &[String]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    for word in words {
        for byte in word.bytes().chain([0x1f]) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    hash
}

fn sketch(runs: &[u32]) -> impl Iterator<Item = u32> + '_ {
    runs.iter().copied().take(SKETCH)
}

/// How many of two sorted lists' values are in both, and how many in either.
fn overlap(one: &[u32], other: &[u32]) -> (usize, usize) {
    let (mut shared, mut i, mut j) = (0, 0, 0);
    while i < one.len() && j < other.len() {
        match one[i].cmp(&other[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                i += 1;
                j += 1;
            }
        }
    }
    (shared, one.len() + other.len() - shared)
}

/// Whether what two sentences share is a quotation, and what surrounds it is each writer's own or next to nothing.
fn same_quotation(one: &Mention, other: &Mention) -> bool {
    let (one, other) = (outside_marks(&one.text), outside_marks(&other.text));
    let own = |words: &[String]| words.len() < OWN_WORDS;
    let quoted = |mention: &str, words: &[String]| words_in(mention) > words.len();
    let both = quoted(&one.0, &one.1) && quoted(&other.0, &other.1);
    let shared = one.1.iter().filter(|word| other.1.contains(word)).count();
    both && (own(&one.1) || own(&other.1) || 2 * shared < one.1.len().max(other.1.len()))
}

fn words_in(text: &str) -> usize {
    words(text).len()
}

/// A sentence, and its words outside quotation marks.
fn outside_marks(text: &str) -> (String, Vec<String>) {
    let text = text.replace("‘‘", "“").replace("’’", "”");
    let mut outside = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '“' | '«' => inside = true,
            '”' | '»' => inside = false,
            '"' => inside = !inside,
            _ if !inside => outside.push(c),
            _ => {}
        }
    }
    let words = words(&outside);
    (text, words)
}

/// The words that `other` has instead of words of `first`.
fn changes(first: &Mention, other: &Mention) -> Vec<Change> {
    let one: Vec<&str> = first.text.split(' ').collect();
    let two: Vec<&str> = other.text.split(' ').collect();
    if one.len().max(two.len()) > LONGEST {
        return Vec::new();
    }
    let bare_one: Vec<String> = one.iter().map(|word| bare(word)).collect();
    let bare_two: Vec<String> = two.iter().map(|word| bare(word)).collect();
    let same = |i: usize, j: usize| bare_one[i] == bare_two[j];
    // Length of the longest common run of words, from each pair of places to the ends.
    let mut longest = vec![vec![0_u16; two.len() + 1]; one.len() + 1];
    for i in (0..one.len()).rev() {
        for j in (0..two.len()).rev() {
            longest[i][j] = if same(i, j) {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    let mut changes = Vec::new();
    let (mut i, mut j) = (0, 0);
    let (mut from, mut to) = (Vec::new(), Vec::new());
    let mut close = |from: &mut Vec<&str>, to: &mut Vec<&str>| {
        if !from.is_empty() || !to.is_empty() {
            changes.push(Change {
                article: other.article,
                from: from.join(" "),
                to: to.join(" "),
            });
            from.clear();
            to.clear();
        }
    };
    while i < one.len() || j < two.len() {
        if i < one.len() && j < two.len() && same(i, j) {
            close(&mut from, &mut to);
            i += 1;
            j += 1;
        } else if j == two.len() || i < one.len() && longest[i + 1][j] >= longest[i][j + 1] {
            from.push(one[i]);
            i += 1;
        } else {
            to.push(two[j]);
            j += 1;
        }
    }
    close(&mut from, &mut to);
    changes
}

/// Whether only wording was exchanged: another number or another state makes another fact.
fn same_facts(changes: &[Change]) -> bool {
    changes.iter().all(|change| {
        let states = names::first_state(&change.from).zip(names::first_state(&change.to));
        let other_state = states.is_some_and(|(one, other)| one != other);
        !other_state && !has_number(&change.from) && !has_number(&change.to)
    })
}

/// The words that numbers are made of.
static NUMBERS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = Table::Numbers.built_in().lines();
    let entries = lines.filter(|line| !line.starts_with(['#', '>', '!']));
    entries
        .filter_map(|line| line.split('|').next())
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .collect()
});

fn has_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        || words(text).iter().any(|word| NUMBERS.contains(&**word))
}

/// A word as it is compared: without marks and case.
fn bare(word: &str) -> String {
    word.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
