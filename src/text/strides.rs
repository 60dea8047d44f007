//! [`Strides`]: what a run of tokens can be, so that a stage that looks for a rare word need not look at every token.

use crate::lexicon::Classes;

use super::layout::TokenRange;
use super::tokens::Token;

/// So many tokens make a stride. Short enough that most of them hold no word for a casualty or a verdict.
const LENGTH: usize = 16;

/// For each stride of the tokens the classes of all its words, and of the phrases that start in it.
#[derive(Debug)]
pub(super) struct Strides(Vec<Classes>);

impl Strides {
    pub(super) fn of(tokens: &[Token]) -> Self {
        let all = |stride: &[Token]| {
            let classes = stride.iter().map(Token::can_be);
            classes.fold(Classes::NONE, Classes::with)
        };
        Self(tokens.chunks(LENGTH).map(all).collect())
    }

    /// The first token of a range that can be of one of `classes`, by itself or as the beginning of a phrase.
    pub(super) fn first(
        &self,
        tokens: &[Token],
        range: TokenRange,
        classes: Classes,
    ) -> Option<usize> {
        let end = range.end.min(tokens.len());
        let mut at = range.start;
        while at < end {
            let stride = at / LENGTH;
            let stop = ((stride + 1) * LENGTH).min(end);
            if self.0.get(stride)?.any(classes) {
                let mut here = tokens[at..stop].iter();
                if let Some(found) = here.position(|token| token.can_be().any(classes)) {
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
