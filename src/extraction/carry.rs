//! [`Carrier`]: what was found in one text, taken over to another.
//!
//! [`Extraction::into_owned`] takes it to no text at all, [`Extraction::moved`] from the text that was read to the text as
//! given. Both go over every field; this is the one list of them.

use std::borrow::Cow;

use super::Extraction;
use super::meta::Id;
use crate::span::Span;

/// What becomes of spans and words on the way.
pub(crate) trait Carrier<'t, 'n> {
    /// A block or a sentence.
    fn whole(&self, span: Span) -> Span;

    /// A piece of the text, and the words that stand there.
    fn piece(&self, span: Span, words: Cow<'t, str>) -> (Span, Cow<'n, str>);

    /// Words that point nowhere: a name, a headword, a rule.
    fn name(&self, words: Cow<'t, str>) -> Cow<'n, str> {
        Cow::Owned(words.into_owned())
    }
}

/// Leaves everything where it stands, and keeps its words without the text.
#[derive(Debug)]
pub(crate) struct Owning;

impl<'t> Carrier<'t, 'static> for Owning {
    fn whole(&self, span: Span) -> Span {
        span
    }

    fn piece(&self, span: Span, words: Cow<'t, str>) -> (Span, Cow<'static, str>) {
        (span, self.name(words))
    }
}

/// From the text that was read to the text as given, which has marks that were not read.
#[derive(Debug)]
pub(crate) struct Moving<'n, W, P> {
    /// The text as given.
    pub text: &'n str,
    /// Moves blocks and sentences.
    pub whole: W,
    /// Moves everything inside them.
    pub part: P,
}

impl<'t, 'n, W, P> Carrier<'t, 'n> for Moving<'n, W, P>
where
    W: Fn(Span) -> Span,
    P: Fn(Span) -> Span,
{
    fn whole(&self, span: Span) -> Span {
        (self.whole)(span)
    }

    fn piece(&self, span: Span, _: Cow<'t, str>) -> (Span, Cow<'n, str>) {
        let span = (self.part)(span);
        (span, Cow::Borrowed(span.of(self.text)))
    }
}

/// Each of a list.
pub(super) fn all<A, B>(list: Vec<A>, carried: impl Fn(A) -> B) -> Vec<B> {
    list.into_iter().map(carried).collect()
}

impl<'t> Extraction<'t> {
    /// All of it.
    pub(crate) fn carried<'n>(self, to: &impl Carrier<'t, 'n>) -> Extraction<'n> {
        let (mut blocks, mut sentences) = (self.blocks, self.sentences);
        for block in &mut blocks {
            block.span = to.whole(block.span);
        }
        for sentence in &mut sentences {
            sentence.span = to.whole(sentence.span);
        }
        Extraction {
            id: self.id.map(|id| match id {
                Id::Text(text) => Id::Text(to.name(text)),
                Id::Number(number) => Id::Number(number),
            }),
            schema: self.schema,
            newsclaim: to.name(self.newsclaim),
            offsets: self.offsets,
            meta: self.meta,
            published: self.published,
            published_from: self.published_from,
            published_evidence: all(self.published_evidence, |piece| piece.carried(to)),
            blocks,
            sentences,
            claims: all(self.claims, |claim| claim.carried(to)),
            casualties: all(self.casualties, |casualty| casualty.carried(to)),
            dates: all(self.dates, |date| date.carried(to)),
            losses: all(self.losses, |loss| loss.carried(to)),
            undisclosed: all(self.undisclosed, |withheld| withheld.carried(to)),
        }
    }
}
