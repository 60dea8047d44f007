//! What the dictionaries know of the tokens: of each word by itself, and of the phrases that begin with it.

use super::{Token, TokenKind};
use crate::lexicon::{AT_ONCE, Classes, Hit, Lexicon, Opening, PatternId, Shape};

/// A token with which a longer string of the dictionaries may begin.
#[derive(Clone, Copy)]
struct Opener {
    token: u32,
    /// What is known of the word; none where it has no hash.
    opening: Option<Opening>,
}

/// What one pass over the bytes gives.
pub(crate) struct Scanned {
    pub tokens: Vec<Token>,
    /// For every token the hash of its word in small letters, by which the dictionaries know it; 0 for those that are not plain.
    pub hashes: Vec<u64>,
}

impl Scanned {
    /// Gives tokens what the dictionaries have for their words and for the phrases that begin with them.
    pub(super) fn know(&mut self, text: &str, lexicon: &Lexicon) {
        let openers = self.know_words(text, lexicon);
        for opener in openers {
            self.find_phrase(text, lexicon, opener);
        }
    }

    /// Gives plain words what the dictionaries have for them, and tells with which tokens a phrase may begin.
    fn know_words(&mut self, text: &str, lexicon: &Lexicon) -> Vec<Opener> {
        let mut openers = Vec::with_capacity(self.tokens.len() / 2 + 1);
        let mut number = 0;
        for (tokens, hashes) in (self.tokens.chunks_mut(AT_ONCE)).zip(self.hashes.chunks(AT_ONCE)) {
            let mut asked = [0; AT_ONCE];
            asked[..hashes.len()].copy_from_slice(hashes);
            let words = lexicon.words(&asked);
            for ((token, word), hash) in tokens.iter_mut().zip(words).zip(asked) {
                let mut opening = None;
                // The dictionaries know some of the words, numbers, clitics and symbols that are not plain.
                let mut may = matches!(
                    token.kind,
                    TokenKind::Word | TokenKind::Number | TokenKind::Clitic | TokenKind::Symbol
                );
                if hash != 0 {
                    let mut classes = Some(word.classes);
                    if word.case_counts() {
                        let printed = token.text(text);
                        classes = lexicon.classes_of(word, shape_of(printed.as_bytes()), printed);
                    }
                    token.form = word.pattern.filter(|_| classes.is_some());
                    token.classes = classes.unwrap_or(Classes::NONE);
                    opening = Some(word.opening);
                    may = !word.opening.is_none();
                }
                // Without a branch: nothing tells beforehand.
                openers.push(Opener {
                    token: number,
                    opening,
                });
                openers.truncate(openers.len() - usize::from(!may));
                number += 1;
            }
        }
        openers
    }

    /// Gives a token the longest phrase that starts with it, and a word that is not plain what the dictionaries have for it.
    #[inline]
    fn find_phrase(&mut self, text: &str, lexicon: &Lexicon, opener: Opener) {
        let index = opener.token as usize;
        let Some(opening) = opener.opening else {
            let start = self.tokens[index].start as usize;
            let mut found = Found::default();
            lexicon.look(text, start, |hit| found.take(&self.tokens, index, hit));
            self.tokens[index].know(&found);
            return;
        };
        // Most words that can begin a longer string do not: the words behind them are others.
        let hash = |distance: usize| self.hashes.get(index + distance).copied().unwrap_or(0);
        let hashes = [hash(0), hash(1), hash(2)];
        let phrase = opening.begins_phrase() && lexicon.phrases().may_begin(hashes);
        let other = opening.begins_other()
            && lexicon.may_go_on(text, self.tokens[index].end as usize, opening, hashes);
        if phrase || other {
            let found = self.longer(text, lexicon, index, other);
            self.tokens[index].know(&found);
        }
    }

    /// The longer strings that begin with a plain word; those that are no phrase of plain words as well if there may
    /// be `others`.
    #[inline(never)]
    fn longer(&self, text: &str, lexicon: &Lexicon, index: usize, others: bool) -> Found {
        let mut found = Found::default();
        let hashes = self.hashes.get(index..).unwrap_or_default();
        let mut walk = others;
        let take = |pattern, count: usize| {
            let tokens = &self.tokens[index..index + count];
            let usual = tokens
                .windows(2)
                .all(|pair| is_gap(text, &pair[0], &pair[1]));
            walk |= !usual;
            let (start, end) = (tokens[0].start as usize, tokens[count - 1].end as usize);
            let classes = lexicon.classes(pattern, &text[start..end]);
            if let Some(classes) = classes.filter(|_| usual) {
                found.phrase = Some(Phrase {
                    pattern,
                    classes,
                    length: u8::try_from(count).unwrap_or(u8::MAX),
                });
            }
        };
        lexicon.phrases().find(hashes.iter().copied(), take);
        if walk {
            let start = self.tokens[index].start as usize;
            lexicon.walk(text, start, |hit| found.take(&self.tokens, index, hit));
        }
        found
    }
}

/// Whether two tokens stand on one line with a blank between them, or on two without more.
fn is_gap(text: &str, before: &Token, behind: &Token) -> bool {
    let gap = text
        .as_bytes()
        .get(before.end as usize..behind.start as usize);
    matches!(gap, Some(b" " | b"\n"))
}

/// A string of several tokens.
pub(super) struct Phrase {
    pub pattern: PatternId,
    pub classes: Classes,
    pub length: u8,
}

/// The strings of the dictionaries that begin with a token.
#[derive(Default)]
pub(super) struct Found {
    pub form: Option<Hit>,
    pub phrase: Option<Phrase>,
}

impl Found {
    /// Takes a string if it ends where a token ends.
    #[inline]
    pub(super) fn take(&mut self, tokens: &[Token], index: usize, hit: Hit) {
        let end = hit.end as u32;
        if end == tokens[index].end {
            self.form = Some(hit);
        } else if end > tokens[index].end {
            let reach = tokens[index..]
                .iter()
                .take(usize::from(u8::MAX))
                .take_while(|other| other.end <= end);
            let (count, last) = reach.fold((0_u8, 0), |(count, _), other| (count + 1, other.end));
            if last == end {
                self.phrase = Some(Phrase {
                    pattern: hit.pattern,
                    classes: hit.classes,
                    length: count,
                });
            }
        }
    }
}
/// The case of the letters of a word of ASCII letters and digits.
fn shape_of(word: &[u8]) -> Shape {
    let capitals = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    let small = word.iter().any(u8::is_ascii_lowercase);
    match capitals {
        0 => Shape::Lower,
        1 if word[0].is_ascii_uppercase() => Shape::Capitalised,
        2.. if !small => Shape::Upper,
        _ => Shape::Mixed,
    }
}
