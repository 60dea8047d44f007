//! [`Page`]: an article with its tokens, blocks, quotations and sentences; what every later stage reads.

use crate::extraction::BlockKind;
use crate::lexicon::{Classes, Entry, Lexicon, Slot};
use crate::span::Span;

use super::layout::{PageBlock, PageSentence, TokenRange};
use super::quotes::Quotation;
use super::reading::Reading;
use super::strides::Strides;
use super::tokens::{Flags, Token, TokenKind};
use super::{blocks, quotes, sentences, tokens};

#[derive(Debug)]
pub(crate) struct Page<'t, 'l> {
    pub text: &'t str,
    pub lexicon: &'l Lexicon,
    pub tokens: Vec<Token>,
    pub blocks: Vec<PageBlock>,
    /// In order of their opening marks; nested ones follow the one that holds them.
    pub quotations: Vec<Quotation>,
    pub sentences: Vec<PageSentence>,
    strides: Strides,
}

impl<'t, 'l> Page<'t, 'l> {
    /// Reads the article: tokens, then blocks, then quotation marks block by block, then sentences. Calls `lap` with
    /// the name of each step that is done.
    pub(crate) fn read(
        text: &'t str,
        lexicon: &'l Lexicon,
        lap: &mut impl FnMut(&'static str),
    ) -> Self {
        let mut tokens = tokens::tokenize(text, lexicon);
        lap("text: tokens");
        let blocks = blocks::find(text, &tokens, lexicon);
        lap("text: blocks");
        let quotations = quotes::pair(text, &mut tokens, &blocks, lexicon);
        lap("text: quotes");
        let sentences = sentences::split(text, &tokens, &blocks, lexicon);
        end_phrases(&mut tokens, &sentences);
        let strides = Strides::of(&tokens);
        lap("text: sentences");
        Self {
            text,
            lexicon,
            tokens,
            blocks,
            quotations,
            sentences,
            strides,
        }
    }

    /// What stands at a token; nothing where there is none. So it is with every question below: they take any number,
    /// and the token before one is `token.wrapping_sub(1)`, of which all is denied where a text begins with `token`.
    #[inline]
    pub(crate) fn word(&self, token: usize) -> &'t str {
        self.tokens
            .get(token)
            .map_or("", |token| token.text(self.text))
    }

    /// Whether the token reads as `word`, in any case of its ASCII letters.
    #[inline]
    pub(crate) fn reads(&self, token: usize, word: &str) -> bool {
        self.tokens.get(token).is_some_and(|token| {
            (token.end - token.start) as usize == word.len()
                && token.text(self.text).eq_ignore_ascii_case(word)
        })
    }

    /// Whether the token can be of one of `classes`.
    #[inline]
    pub(crate) fn is(&self, token: usize, classes: Classes) -> bool {
        self.tokens
            .get(token)
            .is_some_and(|token| token.is(classes))
    }

    /// Whether the token can be of one of `classes`, by itself or as the beginning of a phrase.
    #[inline]
    pub(crate) fn can_be(&self, token: usize, classes: Classes) -> bool {
        self.tokens
            .get(token)
            .is_some_and(|token| token.can_be().any(classes))
    }

    /// The first token of a range that can be of one of `classes`, by itself or as the beginning of a phrase. For what
    /// is rare: runs of tokens without it are passed over at once.
    pub(crate) fn first(&self, range: TokenRange, classes: Classes) -> Option<usize> {
        self.strides.first(&self.tokens, range, classes)
    }

    /// All such tokens of a range, in order.
    pub(crate) fn all(
        &self,
        range: TokenRange,
        classes: Classes,
    ) -> impl Iterator<Item = usize> + use<'_, 't, 'l> {
        let mut next = range.start;
        std::iter::from_fn(move || {
            let found = self.first(next..range.end, classes)?;
            next = found + 1;
            Some(found)
        })
    }

    #[inline]
    pub(crate) fn has(&self, token: usize, flags: Flags) -> bool {
        self.tokens.get(token).is_some_and(|token| token.has(flags))
    }

    #[inline]
    pub(crate) fn kind(&self, token: usize) -> Option<TokenKind> {
        self.tokens.get(token).map(|token| token.kind)
    }

    /// The bytes from the first to the last token of a range.
    pub(crate) fn span(&self, range: &TokenRange) -> Span {
        match (
            self.tokens.get(range.start),
            self.tokens.get(range.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) if range.start < range.end => {
                Span::new(first.start as usize, last.end as usize)
            }
            _ => Span::default(),
        }
    }

    /// The text from the first to the last token of a range.
    pub(crate) fn printed(&self, range: &TokenRange) -> &'t str {
        self.span(range).of(self.text)
    }

    /// The number of the sentence that holds a token.
    pub(crate) fn sentence_of(&self, token: usize) -> Option<usize> {
        let number = self
            .sentences
            .partition_point(|sentence| sentence.tokens.end <= token);
        self.sentences
            .get(number)
            .filter(|sentence| sentence.tokens.contains(&token))
            .map(|_| number)
    }

    /// The label that says who speaks, without its colon, where the sentence begins with one: "Q:", "MAYOR RUIZ:",
    /// "Ana Ruiz:". It stays part of the sentence. A dateline is none, nor are "Photo:" and the like.
    #[allow(dead_code, reason = "for attribution in interviews and transcripts")]
    pub(crate) fn speaker_label(&self, sentence: usize) -> Option<TokenRange> {
        let sentence = self.sentences.get(sentence)?;
        let block = self.blocks.get(sentence.sentence.block)?;
        let paragraph = matches!(
            block.block.kind,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Caption
        );
        let reading = Reading {
            text: self.text,
            tokens: &self.tokens,
            lexicon: self.lexicon,
        };
        blocks::labels::speaker(&reading, &sentence.tokens)
            .filter(|_| paragraph && sentence.tokens.start == block.tokens.start)
    }

    /// The dictionaries' entries for the word at a token.
    #[inline]
    pub(crate) fn entries(
        &self,
        token: usize,
    ) -> impl Iterator<Item = (&'l Entry, Slot)> + use<'t, 'l> {
        let found = self.tokens.get(token);
        let printed = found.map_or("", |token| token.text(self.text));
        self.lexicon
            .entries_of(found.and_then(|token| token.form), printed)
    }

    /// The dictionaries' entries for the longest phrase that starts at a token, and the phrase's tokens.
    #[inline]
    pub(crate) fn phrase(
        &self,
        token: usize,
    ) -> Option<(
        TokenRange,
        impl Iterator<Item = (&'l Entry, Slot)> + use<'t, 'l>,
    )> {
        let first = self.tokens.get(token)?;
        let phrase = first.phrase?;
        let range = token..token + usize::from(first.phrase_length);
        let printed = self.printed(&range);
        Some((range, self.lexicon.entries(phrase, printed)))
    }

    /// The classes of the longest phrase that starts at a token.
    #[inline]
    pub(crate) fn phrase_classes(&self, token: usize) -> Classes {
        self.tokens
            .get(token)
            .map_or(Classes::NONE, |token| token.phrase_classes)
    }
}

/// No phrase goes on in the next sentence: "The mayor agreed" above a line that begins with "to" is not "agreed to".
fn end_phrases(tokens: &mut [Token], sentences: &[PageSentence]) {
    for sentence in sentences {
        let range = sentence.tokens.clone();
        for (left, token) in (1_usize..).zip(tokens[range].iter_mut().rev()) {
            if usize::from(token.phrase_length) > left {
                token.forget_phrase();
            }
            if left > usize::from(u8::MAX) {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Page;
    use crate::lexicon::Lexicon;

    #[test]
    fn speakers_of_labels() {
        let lexicon = Lexicon::built_in();
        for (text, expected) in [
            ("Q: Will you resign?", Some("Q")),
            ("A: No. I will stay.", Some("A")),
            ("Q. Will you resign?", Some("Q.")),
            ("RUIZ: We lost the war.", Some("RUIZ")),
            ("MAYOR RUIZ: We lost the war.", Some("MAYOR RUIZ")),
            (
                "ANA RUIZ, CHANNEL FOUR ANCHOR: We lost the war.",
                Some("ANA RUIZ, CHANNEL FOUR ANCHOR"),
            ),
            ("Ana Ruiz: We lost the war.", Some("Ana Ruiz")),
            (
                "Mr. Ruiz (via video): We lost the war.",
                Some("Mr. Ruiz (via video)"),
            ),
            ("The mayor said: We lost the war.", None),
            ("Oslo: The river fell on Monday.", None),
            ("The talks began at 10:30 on Monday.", None),
            ("We lost the war.", None),
        ] {
            let page = Page::read(text, &lexicon, &mut |_| ());
            let label = page.speaker_label(0).map(|range| page.printed(&range));
            assert_eq!(label, expected, "{text}");
        }
    }
}
