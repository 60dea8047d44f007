//! Names across articles: one key for "Norway's Defence Ministry" and "the Norwegian defense ministry", and the state or
//! territory that somebody speaks for. In doubt two names are two.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Serialize;

use crate::extraction::{Source, SourceKind};
use crate::lexicon::Table;

/// Somebody who says something or of whom something is said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[non_exhaustive]
pub struct Speaker {
    /// The name where the article gives one, else its words.
    pub name: String,
    /// The state or territory that it is or speaks for; none where its words do not tell.
    pub party: Option<String>,
}

/// The kinds of places that have a government, an army or officials.
const STATES: [&str; 4] = ["country", "territory", "state", "region"];
/// Those whose capital stands for them.
const METONYMS: [&str; 2] = ["country", "territory"];
/// The longest name of a state, in words.
const LONGEST: usize = 6;

/// Every name, demonym and capital in lower case, with the state's own name.
static PLACES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut places = HashMap::new();
    for line in Table::Places.built_in().lines() {
        if line.is_empty() || line.starts_with(['#', '>', '!']) {
            continue;
        }
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let (Some(&name), Some(&kind)) = (fields.first(), fields.get(1)) else {
            continue;
        };
        if !STATES.contains(&kind) {
            continue;
        }
        places.insert(name.to_lowercase(), name);
        let until = if METONYMS.contains(&kind) { 5 } else { 4 };
        for field in fields.iter().take(until).skip(2) {
            for other in field.split(',').map(str::trim) {
                let other = other.trim_start_matches('=').to_lowercase();
                places.entry(other).or_insert(name);
            }
        }
    }
    places.remove("");
    places
});

/// A label's words: without articles, possessive endings and punctuation.
fn words(label: &str) -> Vec<&str> {
    label
        .split_whitespace()
        .map(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
            let possessor = word.strip_suffix("'s").or(word.strip_suffix("’s"));
            possessor.unwrap_or(word)
        })
        .filter(|word| !word.is_empty() && !is_article(word))
        .collect()
}

fn is_article(word: &str) -> bool {
    ["the", "a", "an"]
        .iter()
        .any(|article| word.eq_ignore_ascii_case(article))
}

/// The state that the words from `at` on name, and how many of them do.
fn state_at(words: &[&str], at: usize) -> Option<(&'static str, usize)> {
    let begins = words.get(at)?.starts_with(char::is_uppercase);
    if !begins {
        return None;
    }
    let longest = LONGEST.min(words.len() - at);
    (1..=longest).rev().find_map(|length| {
        let phrase = words[at..at + length].join(" ").to_lowercase();
        Some((*PLACES.get(&phrase)?, length))
    })
}

/// The state that a label names from its first to its last word: "Norway", "Norwegian", "Oslo".
pub(super) fn state(label: &str) -> Option<&'static str> {
    let words = words(label);
    state_at(&words, 0)
        .filter(|&(_, length)| length == words.len())
        .map(|(name, _)| name)
}

/// The first state that a label names: "the Norwegian army".
pub(super) fn first_state(label: &str) -> Option<&'static str> {
    let words = words(label);
    (0..words.len()).find_map(|at| state_at(&words, at).map(|(name, _)| name))
}

/// What two labels of one body share.
pub(super) fn key(label: &str) -> String {
    let words = words(label);
    let mut key = String::with_capacity(label.len());
    let mut at = 0;
    while at < words.len() {
        if at > 0 {
            key.push(' ');
        }
        match state_at(&words, at) {
            Some((name, length)) => {
                key.push_str(&name.to_lowercase());
                at += length;
            }
            None => {
                key.push_str(&spelling(words[at]));
                at += 1;
            }
        }
    }
    key
}

/// What spellings of a word share: "Defence" and "Defense", "Labour" and "Labor", "Sergey" and "Sergei".
fn spelling(word: &str) -> String {
    let word = word.to_lowercase();
    let word = match () {
        () if word.ends_with("ence") => word.replace("ence", "ense"),
        () if word.ends_with("our") => word.replace("our", "or"),
        () if word.ends_with("tre") => word.replace("tre", "ter"),
        () => word.replace("isation", "ization"),
    };
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        let c = if matches!(c, 'y' | 'j') { 'i' } else { c };
        if !folded.ends_with(c) {
            folded.push(c);
        }
    }
    folded
}

/// A side in one spelling: the state's own name, "both", or the words as they are.
pub(super) fn side(name: &str) -> String {
    state(name).map_or_else(|| name.to_owned(), str::to_owned)
}

/// The state that somebody speaks for.
fn party(source: &Source<'_>) -> Option<&'static str> {
    match source.kind {
        SourceKind::Media | SourceKind::Document | SourceKind::Pronoun => None,
        SourceKind::Person => {
            let name = source.name.as_deref().unwrap_or_default();
            let beside = source.text.replace(name, " ");
            let beside = if name.is_empty() {
                &source.text
            } else {
                &*beside
            };
            source
                .role
                .as_deref()
                .and_then(first_state)
                .or_else(|| first_state(beside))
        }
        _ => source
            .name
            .as_deref()
            .and_then(first_state)
            .or_else(|| first_state(&source.text)),
    }
}

impl Speaker {
    pub(super) fn of(source: &Source<'_>) -> Self {
        let label = source.label();
        let whole = state(&label).filter(|_| source.kind != SourceKind::Person);
        Self {
            name: whole.map_or_else(|| trimmed(&label), str::to_owned),
            party: party(source).map(str::to_owned),
        }
    }

    fn named(name: &str) -> Self {
        let whole = state(name);
        Self {
            name: whole.map_or_else(|| trimmed(name), str::to_owned),
            party: first_state(name).map(str::to_owned),
        }
    }
}

/// A label without the article before it and the comma behind it.
fn trimmed(label: &str) -> String {
    let label = label.trim_end_matches(',');
    match label.split_once(' ') {
        Some((first, rest)) if is_article(first) => rest.to_owned(),
        _ => label.to_owned(),
    }
}

/// All who speak together. "Norway and Chile" are two where both are states or where the other one is named by itself
/// in the claim; "Simon and Schuster" is one.
pub(super) fn joint(source: &Source<'_>, others: &[Source<'_>]) -> Vec<Speaker> {
    let label = source.label();
    let parts: Vec<&str> = label
        .split(" and ")
        .flat_map(|part| part.split(','))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let alone: Vec<String> = others.iter().map(|other| key(&other.label())).collect();
    let named = |part: &&str| state(part).is_some() || alone.contains(&key(part));
    let apart = parts.len() > 1 && source.kind != SourceKind::Person && parts.iter().all(named);
    let mut speakers: Vec<Speaker> = if apart {
        parts.into_iter().map(Speaker::named).collect()
    } else {
        let others = others.iter().map(Speaker::of);
        std::iter::once(Speaker::of(source)).chain(others).collect()
    };
    let mut seen: Vec<String> = Vec::new();
    speakers.retain(|speaker| {
        let key = key(&speaker.name);
        let new = !seen.contains(&key);
        seen.push(key);
        new
    });
    speakers
}

#[cfg(test)]
mod tests {
    use super::{key, side, state};

    #[test]
    fn one_body_has_one_key_and_two_have_two() {
        for (one, other) in [
            (
                "Norway’s Defence Ministry",
                "the Norwegian defense ministry",
            ),
            ("Chile's army", "Chilean army"),
            ("Sergey Holm", "Sergei Holm"),
        ] {
            assert_eq!(key(one), key(other));
        }
        for (one, other) in [
            ("Norway's army", "Norway's navy"),
            ("Niger's army", "the Nigerian army"),
            ("Jon Bell", "Tom Bell"),
        ] {
            assert_ne!(key(one), key(other));
        }
    }

    #[test]
    fn sides_are_called_by_the_state() {
        assert_eq!(side("Norwegian"), "Norway");
        assert_eq!(side("both"), "both");
        assert_eq!(side("the Hale Brigade"), "the Hale Brigade");
        assert_eq!(state("the Norwegian army"), None);
    }
}
