//! [`Reading`]: tokens with their text, for the stages that shape the page.

use crate::lexicon::{Classes, Lexicon, Meaning, Table};

use super::tokens::{Flags, Token, TokenKind};

/// The tokens as far as they are known before the page is put together.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub lexicon: &'a Lexicon,
}

impl<'a> Reading<'a> {
    pub(super) fn get(&self, index: usize) -> Option<&'a Token> {
        self.tokens.get(index)
    }

    /// What stands at a token.
    pub(super) fn word(&self, index: usize) -> &'a str {
        self.tokens
            .get(index)
            .map_or("", |token| token.text(self.text))
    }

    /// Whether a token is one sign of ASCII; cheaper than to ask for its word.
    pub(super) fn is_sign(&self, index: usize, sign: u8) -> bool {
        self.tokens.get(index).is_some_and(|token| {
            token.end - token.start == 1
                && self.text.as_bytes().get(token.start as usize) == Some(&sign)
        })
    }

    /// Some tokens; none where there is no such range.
    pub(super) fn slice(&self, range: &std::ops::Range<usize>) -> &'a [Token] {
        self.tokens.get(range.clone()).unwrap_or_default()
    }

    pub(super) fn is(&self, index: usize, classes: Classes) -> bool {
        self.tokens
            .get(index)
            .is_some_and(|token| token.is(classes))
    }

    pub(super) fn has(&self, index: usize, flags: Flags) -> bool {
        self.tokens.get(index).is_some_and(|token| token.has(flags))
    }

    pub(super) fn kind(&self, index: usize) -> Option<TokenKind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    /// The bytes of some tokens.
    pub(super) fn printed(&self, range: &std::ops::Range<usize>) -> &'a str {
        match (
            self.tokens.get(range.start),
            range
                .end
                .checked_sub(1)
                .and_then(|last| self.tokens.get(last)),
        ) {
            (Some(first), Some(last)) if range.start < range.end => {
                &self.text[first.start as usize..last.end as usize]
            }
            _ => "",
        }
    }

    /// The first meaning in a table of the word at a token that `pick` takes.
    pub(super) fn meaning<T>(
        &self,
        table: Table,
        index: usize,
        pick: impl Fn(&Meaning) -> Option<T>,
    ) -> Option<T> {
        let token = self.tokens.get(index)?;
        self.lexicon
            .entries_in(table, Some(token.form?), token.text(self.text))
            .find_map(|(entry, _)| pick(&entry.meaning))
    }
}
