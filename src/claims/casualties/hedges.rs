//! The words that play a part beside numbers and outcomes ("including", "found", "feared"), looked up once a sentence.

use crate::lexicon::entries::figures::HedgeRoles;
use crate::lexicon::{Classes, Entry, Meaning, Slot, Table};
use crate::text::{Page, TokenRange};

/// The classes of such words.
const PARTS: Classes = Classes::HEDGE.with(Classes::BESIDE_COUNT);

/// A word that can play parts, by itself and as the beginning of a phrase.
#[derive(Clone, Copy, Debug)]
struct Hedge {
    at: usize,
    word: HedgeRoles,
    phrase: HedgeRoles,
    /// Where the phrase ends.
    end: usize,
}

impl Hedge {
    fn read(page: &Page<'_, '_>, at: usize) -> Self {
        let roles = |roles: HedgeRoles, (entry, _): (&Entry, Slot)| match entry.meaning {
            Meaning::Hedge(word) => roles.with(word.roles),
            _ => roles,
        };
        let mut hedge = Self {
            at,
            word: HedgeRoles::default(),
            phrase: HedgeRoles::default(),
            end: at + 1,
        };
        if page.is(at, PARTS) {
            hedge.word = page.entries_in(Table::Hedges, at).fold(hedge.word, roles);
        }
        if page.phrase_classes(at).any(PARTS) {
            if let Some((range, entries)) = page.phrase(at) {
                hedge.phrase = entries.fold(hedge.phrase, roles);
                hedge.end = range.end;
            }
        }
        hedge
    }

    /// Where the longest that plays the part ends.
    fn end(&self, role: HedgeRoles) -> Option<usize> {
        if self.phrase.any(role) {
            return Some(self.end);
        }
        self.word.any(role).then_some(self.at + 1)
    }
}

/// All such words of a sentence, in order.
#[derive(Debug)]
pub(super) struct Hedges {
    tokens: TokenRange,
    /// All the parts that any of them plays.
    roles: HedgeRoles,
    all: Vec<Hedge>,
}

impl Hedges {
    pub(super) fn of(page: &Page<'_, '_>, tokens: TokenRange) -> Self {
        let found = page.all(tokens.clone(), PARTS);
        let all: Vec<Hedge> = found.map(|at| Hedge::read(page, at)).collect();
        let roles = all.iter().fold(HedgeRoles::default(), |roles, hedge| {
            roles.with(hedge.word).with(hedge.phrase)
        });
        Self { tokens, roles, all }
    }

    /// Whether any word of the sentence plays the part.
    pub(super) fn any(&self, role: HedgeRoles) -> bool {
        self.roles.any(role)
    }

    /// Where the word or phrase that starts at a token ends, if it plays the part.
    pub(super) fn at(&self, page: &Page<'_, '_>, token: usize, role: HedgeRoles) -> Option<usize> {
        if !self.tokens.contains(&token) {
            let hedge = page.can_be(token, PARTS);
            return hedge.then(|| Hedge::read(page, token))?.end(role);
        }
        if !self.any(role) {
            return None;
        }
        let place = self.all.partition_point(|hedge| hedge.at < token);
        let hedge = self.all.get(place).filter(|hedge| hedge.at == token);
        hedge?.end(role)
    }

    /// Where the word or phrase begins that ends at `end` and plays the part; of several the longest.
    pub(super) fn before(&self, end: usize, role: HedgeRoles) -> Option<usize> {
        if !self.any(role) {
            return None;
        }
        let from = end.saturating_sub(3);
        let place = self.all.partition_point(|hedge| hedge.at < from);
        let near = self.all[place..].iter().take_while(|hedge| hedge.at < end);
        // The word by itself counts even where a longer phrase starts with it.
        let mut fits = near.filter(|hedge| {
            hedge.end(role) == Some(end) || hedge.at + 1 == end && hedge.word.any(role)
        });
        fits.next().map(|hedge| hedge.at)
    }
}
