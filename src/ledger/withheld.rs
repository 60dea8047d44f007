//! What somebody has not told, and how many articles say so.

use std::collections::BTreeMap;

use serde::Serialize;

use super::copies::Sentences;
use super::entry::{Mention, articles_of, one_line};
use super::names::{self, Speaker};
use crate::extraction::Extraction;

/// Something that somebody keeps back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Withheld {
    /// Who keeps it back; none where nobody is named.
    pub holder: Option<Speaker>,
    /// What is kept back.
    pub topic: String,
    /// Where it stands.
    pub mentions: Vec<Mention>,
    /// How many articles say so.
    pub articles: usize,
    /// How many of them on their own: copied sentences count once.
    pub origins: usize,
}

pub(super) fn read(article: usize, extraction: &Extraction<'_>) -> Vec<Withheld> {
    let undisclosed = extraction.undisclosed.iter();
    undisclosed
        .map(|one| Withheld {
            holder: one.holder.as_ref().map(Speaker::of),
            topic: one_line(&one.topic.text),
            mentions: vec![Mention::new(article, one.sentence, one.span, &one.text)],
            articles: 1,
            origins: 1,
        })
        .collect()
}

/// Puts together what is the same: the same words for the topic, of the same holder.
pub(super) fn gather(all: Vec<Withheld>, sentences: &Sentences) -> Vec<Withheld> {
    let mut gathered: BTreeMap<(Option<String>, String), Withheld> = BTreeMap::new();
    for one in all {
        let holder = one.holder.as_ref().map(|holder| names::key(&holder.name));
        match gathered.entry((holder, names::key(&one.topic))) {
            std::collections::btree_map::Entry::Vacant(place) => {
                place.insert(one);
            }
            std::collections::btree_map::Entry::Occupied(mut known) => {
                known.get_mut().mentions.extend(one.mentions);
            }
        }
    }
    let mut gathered: Vec<Withheld> = gathered.into_values().collect();
    for one in &mut gathered {
        one.articles = articles_of(&one.mentions);
        one.origins = sentences.origins(&one.mentions);
    }
    gathered
}
