//! The sentences by themselves, for users who want nothing else.

use std::iter::FusedIterator;

use crate::extraction::Excerpt;
use crate::lexicon::Lexicon;
use crate::span::Span;

use super::Plain;
use super::page::Page;

/// The sentences of an article, in order; see [`sentences`](crate::sentences).
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    spans: std::vec::IntoIter<Span>,
}

impl<'t> Sentences<'t> {
    pub(crate) fn of(text: &'t str, lexicon: &Lexicon) -> Self {
        let plain = Plain::of(text);
        let page = Page::read_marked(plain.text(), plain.headings(), lexicon, &mut |_| ());
        let spans = page.sentences.iter().map(|sentence| sentence.sentence.span);
        let spans: Vec<Span> = spans.map(|span| plain.given_with_marks(span)).collect();
        Sentences {
            text,
            spans: spans.into_iter(),
        }
    }
}

impl<'t> Iterator for Sentences<'t> {
    type Item = Excerpt<'t>;

    fn next(&mut self) -> Option<Excerpt<'t>> {
        self.spans.next().map(|span| Excerpt::new(self.text, span))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.spans.size_hint()
    }
}

impl DoubleEndedIterator for Sentences<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.spans
            .next_back()
            .map(|span| Excerpt::new(self.text, span))
    }
}

impl ExactSizeIterator for Sentences<'_> {}

impl FusedIterator for Sentences<'_> {}
