//! [`Page`]: an article with its tokens, blocks, quotations and sentences; what every later stage reads.

use crate::extraction::BlockKind;
use crate::lexicon::{Classes, Entry, Lexicon, Slot, Table};
use crate::span::Span;

use super::layout::{Cut, PageBlock, PageSentence, TokenRange};
use super::quotes::Quotation;
use super::strides::Strides;
use super::tokens::{Flags, Scanned, Token, TokenKind};
use super::turns::{self, Turn};
use super::{blocks, cuts, quotes, sentences, tokens};

#[derive(Debug)]
pub(crate) struct Page<'t, 'l> {
    pub text: &'t str,
    pub lexicon: &'l Lexicon,
    pub tokens: Vec<Token>,
    pub blocks: Vec<PageBlock>,
    /// In order of their opening marks; nested ones follow the one that holds them.
    pub quotations: Vec<Quotation>,
    pub sentences: Vec<PageSentence>,
    /// Who speaks in turn, where the text is a transcript or an interview; in order.
    pub turns: Vec<Turn>,
    /// Where furniture stands in the middle of a sentence or a quotation; in order.
    pub cuts: Vec<Cut>,
    strides: Strides,
}

impl<'t, 'l> Page<'t, 'l> {
    /// Reads a text without markup.
    #[cfg(test)]
    pub(crate) fn read(
        text: &'t str,
        lexicon: &'l Lexicon,
        lap: &mut impl FnMut(&'static str),
    ) -> Self {
        Self::read_marked(text, &[], lexicon, lap)
    }

    /// Reads the article, whose lines at `headings` are headings by its markup: tokens, then blocks, then quotation marks block by block, then sentences. Calls `lap` with
    /// the name of each step that is done.
    pub(crate) fn read_marked(
        text: &'t str,
        headings: &[usize],
        lexicon: &'l Lexicon,
        lap: &mut impl FnMut(&'static str),
    ) -> Self {
        let Scanned { mut tokens, hashes } = tokens::tokenize(text, lexicon);
        tokens::mark_headings(&mut tokens, headings);
        tokens::tell_acronyms(&mut tokens);
        lap("text: tokens");
        let mut blocks = blocks::find(text, &tokens, &hashes, lexicon);
        drop(hashes);
        let cuts = cuts::find(text, &tokens, &mut blocks, lexicon);
        lap("text: blocks");
        let quotations = quotes::pair(text, &mut tokens, &blocks, &cuts, lexicon);
        lap("text: quotes");
        let sentences = sentences::split(text, &tokens, &blocks, lexicon);
        end_phrases(&mut tokens, &sentences);
        let turns = turns::find(text, &tokens, &blocks, &sentences, lexicon);
        let strides = Strides::of(&tokens);
        lap("text: sentences");
        Self {
            text,
            lexicon,
            tokens,
            blocks,
            quotations,
            sentences,
            turns,
            cuts,
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
            // Bytes are compared, for which nobody asks where characters begin.
            let (start, end) = (token.start as usize, token.end as usize);
            let here = || self.text.as_bytes().get(start..end);
            end - start == word.len()
                && here().is_some_and(|here| here.eq_ignore_ascii_case(word.as_bytes()))
        })
    }

    /// "a", "an"
    #[inline]
    pub(crate) fn is_indefinite_article(&self, token: usize) -> bool {
        self.reads(token, "a") || self.reads(token, "an")
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

    /// Whether claims, figures and dates of a sentence are reported: whether it is the article's.
    pub(crate) fn reports(&self, sentence: usize) -> bool {
        self.sentences
            .get(sentence)
            .is_some_and(|sentence| sentence.reported)
    }

    /// The turn whose label holds a token: "RUIZ:" names who speaks and is no part of what is said.
    pub(crate) fn labelled(&self, token: usize) -> Option<&Turn> {
        let behind = self.turns.partition_point(|turn| turn.label.start <= token);
        let turn = self.turns.get(behind.checked_sub(1)?)?;
        turn.label.contains(&token).then_some(turn)
    }

    /// The cuts whose furniture a range goes over.
    pub(crate) fn cuts_in(&self, range: &TokenRange) -> &[Cut] {
        let from = self
            .cuts
            .partition_point(|cut| cut.gap.start <= range.start);
        let cuts = &self.cuts[from..];
        let inside = cuts.partition_point(|cut| cut.gap.end < range.end);
        &cuts[..inside]
    }

    /// Whether a sentence goes on at a token that furniture has cut.
    pub(crate) fn resumes(&self, start: usize) -> bool {
        self.cuts
            .binary_search_by_key(&start, |cut| cut.gap.end)
            .is_ok_and(|number| self.cuts[number].sentence)
    }

    /// Takes what stands behind the furniture into a sentence that it cuts.
    pub(crate) fn go_on(&self, sentence: &mut TokenRange) {
        while let Ok(number) = self
            .cuts
            .binary_search_by_key(&sentence.end, |cut| cut.gap.start)
        {
            let cut = &self.cuts[number];
            let rest = self.sentence_of(cut.gap.end).filter(|_| cut.sentence);
            let Some(rest) = rest else {
                return;
            };
            sentence.end = self.sentences[rest].tokens.end;
        }
    }

    /// The token behind the furniture that a token of a range is part of.
    pub(crate) fn behind_cut(&self, token: usize, range: &TokenRange) -> Option<usize> {
        let number = self.cuts.partition_point(|cut| cut.gap.end <= token);
        let gap = &self.cuts.get(number)?.gap;
        (gap.contains(&token) && gap.start > range.start && gap.end < range.end).then_some(gap.end)
    }

    /// A range without the furniture that cuts it.
    pub(crate) fn pieces(&self, range: TokenRange) -> impl Iterator<Item = TokenRange> {
        let gaps = self.cuts_in(&range).iter().map(|cut| cut.gap.clone());
        let mut start = range.start;
        gaps.chain(std::iter::once(range.end..range.end))
            .map(move |gap| std::mem::replace(&mut start, gap.end)..gap.start)
    }

    /// The pieces of a content, those put together again that furniture parts in the middle of a sentence. The comma
    /// before it may be missing.
    pub(crate) fn rejoined(&self, pieces: &[TokenRange]) -> Vec<TokenRange> {
        let mut whole: Vec<TokenRange> = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let cut = self
                .cuts
                .binary_search_by_key(&piece.start, |cut| cut.gap.end)
                .map(|number| &self.cuts[number])
                .ok()
                .filter(|cut| cut.sentence);
            match (whole.last_mut(), cut) {
                (Some(last), Some(cut))
                    if last.end <= cut.gap.start && last.end + 1 >= cut.gap.start =>
                {
                    last.end = piece.end;
                }
                _ => whole.push(piece.clone()),
            }
        }
        whole
    }

    /// Whether a sentence is running text, and no caption, credit or byline beside it.
    pub(crate) fn is_text(&self, sentence: usize) -> bool {
        let block = self.sentences.get(sentence);
        let block = block.and_then(|sentence| self.blocks.get(sentence.sentence.block));
        block.is_some_and(|block| {
            !matches!(
                block.block.kind,
                BlockKind::Caption | BlockKind::Credit | BlockKind::Byline | BlockKind::Boilerplate
            )
        })
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

    /// Those of one table.
    #[inline]
    pub(crate) fn entries_in(
        &self,
        table: Table,
        token: usize,
    ) -> impl Iterator<Item = (&'l Entry, Slot)> + use<'t, 'l> {
        let found = self.tokens.get(token);
        let printed = found.map_or("", |token| token.text(self.text));
        let form = found.and_then(|token| token.form);
        self.lexicon.entries_in(table, form, printed)
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
    use super::super::blocks::labels;
    use super::super::reading::Reading;
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
            ("ANA RUIZ, HOST:", Some("ANA RUIZ, HOST")),
            ("Ana Ruiz, host: We lost.", Some("Ana Ruiz, host")),
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
            let reading = Reading {
                text,
                tokens: &page.tokens,
                lexicon: &lexicon,
            };
            let label = labels::speaker(&reading, &page.sentences[0].tokens)
                .map(|range| page.printed(&range));
            assert_eq!(label, expected, "{text}");
        }
    }

    #[test]
    fn turns_of_transcripts() {
        let lexicon = Lexicon::built_in();
        for (text, expected) in [
            ("ANA RUIZ, HOST: Good morning.", 1),
            ("RUIZ: We lost.\n\nHOLM: We won.", 2),
            ("RUIZ: We lost.", 0),
            ("Q: Why?\n\nA: It rained.\n\nIt snowed.\n\nQ: When?", 3),
            ("OSLO: The river fell.\n\nLIMA: The river rose.", 0),
            ("Photo: Ana Ruiz\n\nUpdate: The road is open.", 0),
        ] {
            let page = Page::read(text, &lexicon, &mut |_| ());
            assert_eq!(page.turns.len(), expected, "{text}");
        }
    }
}
