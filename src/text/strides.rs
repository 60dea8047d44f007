//! [`Strides`]: what a run of tokens can be, so that a stage that looks for a rare word need not look at every token.

use crate::lexicon::Classes;

use super::layout::TokenRange;
use super::tokens::Token;

/// So many tokens make a stride. Short enough that most of them hold no word for a casualty or a verdict.
const LENGTH: usize = 16;

/// For each stride of the tokens the classes of all its words, and of the phrases that start in it.
#[derive(Debug, Default)]
pub(super) struct Strides(Vec<Classes>);

impl Strides {
    /// `phrases` are the classes of the phrases that begin with each token.
    pub(super) fn of(tokens: &[Token], phrases: &[Classes]) -> Self {
        let all = |(tokens, phrases): (&[Token], &[Classes])| {
            let words = tokens
                .iter()
                .fold(Classes::NONE, |all, token| all | token.classes);
            phrases.iter().fold(words, |all, &phrase| all | phrase)
        };
        let strides = tokens.chunks(LENGTH).zip(phrases.chunks(LENGTH));
        Self(strides.map(all).collect())
    }

    /// The first token of a range that can be of one of `classes`, by itself or as the beginning of a phrase.
    pub(super) fn first(
        &self,
        tokens: &[Token],
        phrases: &[Classes],
        range: TokenRange,
        classes: Classes,
    ) -> Option<usize> {
        let end = range.end.min(tokens.len());
        let mut at = range.start;
        while at < end {
            let stride = at / LENGTH;
            let stop = ((stride + 1) * LENGTH).min(end);
            if self.0.get(stride)?.any(classes) {
                let mut here = tokens[at..stop].iter().zip(&phrases[at..stop]);
                let found = here.position(|(token, phrase)| (token.classes | *phrase).any(classes));
                if let Some(found) = found {
                    return Some(at + found);
                }
            }
            at = stop;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Classes, Lexicon};
    use crate::text::Page;

    #[test]
    fn the_first_is_found_in_whatever_stride() {
        let lexicon = Lexicon::built_in();
        for before in 0..40 {
            let text = format!("{}Monday, and Friday too.", "word ".repeat(before));
            let page = Page::read(&text, &lexicon, &mut |_| ());
            let all = 0..page.tokens.len();
            assert_eq!(page.first(all.clone(), Classes::WEEKDAY), Some(before));
            assert_eq!(
                page.first(before + 1..all.end, Classes::WEEKDAY),
                Some(before + 3)
            );
            assert_eq!(page.first(before + 1..before + 3, Classes::WEEKDAY), None);
            assert_eq!(page.first(before + 4..all.end + 9, Classes::WEEKDAY), None);
        }
    }
}
