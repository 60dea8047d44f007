//! Who bears a word of a name, for surnames and first names by themselves.

use std::collections::HashMap;

use crate::entities::spelling::Keys;

/// The words of all full names, by their spelling keys.
#[derive(Debug)]
pub(super) struct Bearers {
    /// The first and the last in the list of those who share a word.
    by_word: HashMap<u64, (usize, usize), Keys>,
    all: Vec<Bearer>,
}

/// How many who bear one word are told apart: more than any article names. On a list of thousands of one family the
/// others are left out, or each would be held against all before.
const NAMESAKES: usize = 50;

/// Somebody in whose name a word is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bearer {
    pub member: usize,
    /// Whether it is the surname.
    pub surname: bool,
    /// Whoever else bears the word, later in the article.
    next: Option<usize>,
}

impl Bearers {
    /// Room for the words of so many names; few have more than two.
    pub(super) fn of_names(names: usize) -> Self {
        Self {
            by_word: HashMap::with_capacity_and_hasher(2 * names, Keys::default()),
            all: Vec::with_capacity(2 * names),
        }
    }

    pub(super) fn add(&mut self, word: u64, member: usize, surname: bool) {
        let own = self.all.len();
        let (_, last) = self.by_word.entry(word).or_insert((own, own));
        if let Some(before) = self.all.get_mut(*last) {
            before.next = Some(own);
        }
        *last = own;
        self.all.push(Bearer {
            member,
            surname,
            next: None,
        });
    }

    /// Those who bear a word, in the order of the article.
    pub(super) fn of(&self, word: u64) -> impl Iterator<Item = Bearer> {
        let first = self.by_word.get(&word).map(|&(first, _)| first);
        let first = first.and_then(|first| self.all.get(first));
        std::iter::successors(first, |bearer| self.all.get(bearer.next?))
            .copied()
            .take(NAMESAKES)
    }
}
