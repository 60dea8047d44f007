//! Lengths of one thing that articles give differently: "10 hours of talks" and "11 hours of talks".
//!
//! Needs the articles' texts: what lasted stands beside the time expression, and no claim holds it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::entry::{Mention, one_line};
use crate::date::Date;
use crate::extraction::{Extraction, TimeType};

/// How long something lasted, in two articles that do not agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Lasting {
    /// What lasted: "talks".
    pub what: String,
    /// The lengths, each as a TIMEX3 value.
    pub lengths: Vec<String>,
    /// Where they stand, in the order of the lengths.
    pub mentions: Vec<Mention>,
    /// Words that both sentences have besides.
    pub shared: Vec<String>,
}

/// "10 hours of talks" in one article.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    what: String,
    value: String,
    mention: Mention,
    /// The longer words of its sentence: in lower case and without the plural's ending, and as they are written.
    words: BTreeMap<String, String>,
    published: Option<Date>,
}

/// Days between two articles that can tell of one thing.
const DAYS: i64 = 7;
/// Shorter words are in every sentence.
const LONG: usize = 5;
/// How many longer words both sentences must have, a name among them.
const SHARED: usize = 3;
/// Each length is compared with so many after it.
const NEIGHBOURS: usize = 40;

/// The lengths of an article that say of what: a number, a unit, "of" and a noun.
pub(super) fn read(article: usize, extraction: &Extraction<'_>, text: &str) -> Vec<Draft> {
    let durations = extraction.dates.iter();
    durations
        .filter(|date| date.kind == TimeType::Duration)
        .filter_map(|date| {
            let value = date.value.as_deref()?;
            // "10 hours", not "more than 10 hours" nor "hours".
            let exact = !value.contains('X') && date.text.split_whitespace().count() == 2;
            let mut behind = text.get(date.span.end..)?.split_whitespace();
            let what = behind.next().filter(|of| *of == "of").and(behind.next())?;
            let what: String = what.chars().take_while(|c| c.is_alphabetic()).collect();
            let sentence = extraction.sentence_of(date)?.span.of(text);
            let words = sentence.split(|c: char| !c.is_alphanumeric());
            (exact && what.len() >= LONG).then(|| Draft {
                words: words
                    .filter(|word| word.chars().count() >= LONG)
                    .filter(|word| **word != *what && !date.text.contains(word))
                    .map(|word| (bare(word), word.to_owned()))
                    .collect(),
                mention: Mention::new(
                    article,
                    date.sentence,
                    date.span,
                    &one_line(&format!("{} of {what}", date.text)),
                ),
                what,
                value: value.to_owned(),
                published: extraction.published,
            })
        })
        .collect()
}

fn bare(word: &str) -> String {
    word.to_lowercase().trim_end_matches('s').to_owned()
}

/// The lengths that do not agree.
pub(super) fn compare(drafts: Vec<Draft>) -> Vec<Lasting> {
    let mut by_what: BTreeMap<(String, char), Vec<Draft>> = BTreeMap::new();
    for draft in drafts {
        // Hours are not compared with days: "two days of talks" may have had ten hours.
        let unit = draft.value.chars().last().unwrap_or_default();
        let key = (draft.what.to_lowercase(), unit);
        by_what.entry(key).or_default().push(draft);
    }
    let mut lasting = Vec::new();
    for drafts in by_what.values_mut() {
        drafts.sort_by_key(|draft| (draft.published, draft.mention.article));
        for (at, one) in drafts.iter().enumerate() {
            for other in drafts[at + 1..].iter().take(NEIGHBOURS) {
                lasting.extend(differ(one, other));
            }
        }
    }
    lasting
}

fn differ(one: &Draft, other: &Draft) -> Option<Lasting> {
    let days = other.published?.days_since(one.published?);
    let shared = one.words.iter().filter_map(|(word, written)| {
        let other = other.words.get(word)?;
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        Some((written.clone(), capital(written) && capital(other)))
    });
    let (shared, capitals): (Vec<String>, Vec<bool>) = shared.unzip();
    let name = capitals.contains(&true);
    let apart = one.mention.article != other.mention.article && one.value != other.value;
    let one_thing = days <= DAYS && name && shared.len() >= SHARED;
    (apart && one_thing).then(|| Lasting {
        what: one.what.clone(),
        lengths: vec![one.value.clone(), other.value.clone()],
        mentions: vec![one.mention.clone(), other.mention.clone()],
        shared,
    })
}
