//! Who speaks, and how often: the filter of the page, and the index that stands in for it where there is no script.

use std::collections::HashMap;

use super::names::{Link, Names, label, shown};
use crate::extraction::{Claim, ClaimKind, Extraction};

/// What the claims of nobody named are listed under.
const NOBODY: &str = "nobody named";

/// The speakers of all articles of a page, by name, in the order in which they speak first.
#[derive(Debug, Default)]
pub(super) struct Voices {
    pub list: Vec<Voice>,
    numbers: HashMap<String, usize>,
    /// Claims of each kind, in the order of the kinds.
    pub kinds: Vec<(ClaimKind, usize)>,
}

#[derive(Debug)]
pub(super) struct Voice {
    pub number: usize,
    pub name: String,
    pub claims: usize,
}

impl Voices {
    pub(super) fn add(&mut self, extraction: &Extraction<'_>) {
        for claim in &extraction.claims {
            for name in speakers(claim) {
                let number = self.list.len();
                let number = *self.numbers.entry(name.clone()).or_insert(number);
                if number == self.list.len() {
                    self.list.push(Voice {
                        number,
                        name,
                        claims: 0,
                    });
                }
                self.list[number].claims += 1;
            }
            match self
                .kinds
                .binary_search_by_key(&claim.kind, |&(kind, _)| kind)
            {
                Ok(at) => self.kinds[at].1 += 1,
                Err(at) => self.kinds.insert(at, (claim.kind, 1)),
            }
        }
    }

    /// The numbers of those who make a claim, as the filter reads them.
    pub(super) fn of(&self, claim: &Claim<'_>) -> String {
        let speakers = speakers(claim).into_iter();
        let numbers = speakers.filter_map(|name| self.numbers.get(&name));
        let numbers: Vec<_> = numbers.map(usize::to_string).collect();
        numbers.join(" ")
    }

    /// Those with the most claims first, for the filter's list.
    pub(super) fn by_claims(&self) -> Vec<&Voice> {
        let mut list: Vec<_> = self.list.iter().collect();
        list.sort_by_key(|voice| std::cmp::Reverse(voice.claims));
        list
    }
}

fn speakers(claim: &Claim<'_>) -> Vec<String> {
    let mut names: Vec<_> = claim
        .source
        .iter()
        .chain(&claim.others)
        .map(label)
        .collect();
    names.dedup();
    if names.is_empty() {
        names.push(NOBODY.to_owned());
    }
    names
}

/// One speaker of one article, with all that they say.
#[derive(Debug)]
pub(super) struct Speaker {
    pub name: String,
    /// What is known of them where they speak first.
    pub about: String,
    pub claims: Vec<(ClaimKind, Vec<Link>)>,
    pub count: usize,
}

/// The speakers of an article, those with the most claims first.
pub(super) fn speakers_of(names: &Names<'_, '_>) -> Vec<Speaker> {
    let mut found: Vec<Speaker> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (index, claim) in names.extraction.claims.iter().enumerate() {
        for name in speakers(claim) {
            let at = *places.entry(name.clone()).or_insert(found.len());
            if at == found.len() {
                let source = claim.source.iter().chain(&claim.others);
                let source = source.into_iter().find(|source| label(source) == name);
                let role = source.and_then(|source| source.role.as_deref());
                let about = role.or(source.map(|source| source.kind.as_str()));
                found.push(Speaker {
                    about: shown(about.unwrap_or_default()),
                    name,
                    claims: Vec::new(),
                    count: 0,
                });
            }
            let speaker = &mut found[at];
            speaker.count += 1;
            let link = names.link(index);
            match speaker
                .claims
                .iter_mut()
                .find(|(kind, _)| *kind == claim.kind)
            {
                Some((_, links)) => links.extend(link),
                None => speaker
                    .claims
                    .push((claim.kind, link.into_iter().collect())),
            }
        }
    }
    found.sort_by_key(|speaker| std::cmp::Reverse(speaker.count));
    found
}
