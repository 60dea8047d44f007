//! Every place of an [`Extraction`] that points into the article, and what moves them all.

use std::borrow::Cow;

use super::{Extraction, OffsetUnit, Offsets};
use crate::span::Span;

/// From the text that was read to the text as given, which has marks that were not read.
#[derive(Debug)]
pub(crate) struct Moving<'t, W, P> {
    /// The text as given.
    pub text: &'t str,
    /// Moves blocks and sentences.
    pub whole: W,
    /// Moves everything inside them.
    pub part: P,
}

impl Extraction<'static> {
    /// The same with the spans, and the words beside them, of the text as given.
    pub(crate) fn moved<'t>(
        self,
        to: &Moving<'t, impl Fn(Span) -> Span, impl Fn(Span) -> Span>,
    ) -> Extraction<'t> {
        let mut moved: Extraction<'t> = self;
        moved.each_place(&mut |span, words| match words {
            None => *span = (to.whole)(*span),
            Some(words) => {
                *span = (to.part)(*span);
                *words = Cow::Borrowed(span.of(to.text));
            }
        });
        moved
    }
}

impl<'t> Extraction<'t> {
    /// The same with all spans counted in another unit. `text` is the article; [`Extraction::offsets`] tells the unit.
    ///
    /// ```
    /// use newsclaim::OffsetUnit;
    /// let text = "“We lost everything,” said Zoë Holm.";
    /// let found = newsclaim::extract(text).in_units(text, OffsetUnit::Char);
    /// let source = found.claims[0].source.as_ref().unwrap();
    /// assert_eq!((&*source.text, source.span.start), ("Zoë Holm", 27));
    /// ```
    #[must_use]
    pub fn in_units(mut self, text: &str, unit: OffsetUnit) -> Self {
        if unit != self.offsets {
            let (from, to) = (Offsets::new(text, self.offsets), Offsets::new(text, unit));
            self.each_place(&mut |span, _| *span = to.span(from.bytes(*span)));
            self.offsets = unit;
        }
        self
    }

    /// Changes every span, and the words beside it; blocks and sentences have none.
    fn each_place(&mut self, change: &mut impl FnMut(&mut Span, Option<&mut Cow<'t, str>>)) {
        let Self {
            id: _,
            schema: _,
            newsclaim: _,
            offsets: _,
            meta: _,
            published: _,
            published_from: _,
            published_evidence,
            blocks,
            sentences,
            claims,
            casualties,
            dates,
            losses,
            undisclosed,
        } = self;
        for block in blocks {
            change(&mut block.span, None);
        }
        for sentence in sentences {
            change(&mut sentence.span, None);
        }
        for piece in published_evidence {
            change(&mut piece.span, Some(&mut piece.text));
        }
        for claim in claims {
            let sources = claim.source.iter_mut().chain(&mut claim.others);
            for source in sources.chain(&mut claim.relays).chain(&mut claim.target) {
                change(&mut source.span, Some(&mut source.text));
            }
            if let Some(cue) = &mut claim.cue {
                change(&mut cue.span, Some(&mut cue.text));
            }
            for piece in claim.content.iter_mut().chain(&mut claim.status_evidence) {
                change(&mut piece.span, Some(&mut piece.text));
            }
        }
        for casualty in casualties {
            change(&mut casualty.span, Some(&mut casualty.text));
            if let Some(number) = &mut casualty.number {
                change(&mut number.span, Some(&mut number.text));
            }
            if let Some(victims) = &mut casualty.victims {
                if let (Some(span), Some(text)) = (&mut victims.span, &mut victims.text) {
                    change(span, Some(text));
                }
            }
            if let Some(place) = &mut casualty.place {
                change(&mut place.span, Some(&mut place.text));
            }
        }
        for date in dates {
            change(&mut date.span, Some(&mut date.text));
        }
        for loss in losses {
            change(&mut loss.span, Some(&mut loss.text));
            change(&mut loss.object.span, Some(&mut loss.object.text));
        }
        for withheld in undisclosed {
            change(&mut withheld.span, Some(&mut withheld.text));
            if let Some(holder) = &mut withheld.holder {
                change(&mut holder.span, Some(&mut holder.text));
            }
            change(&mut withheld.topic.span, Some(&mut withheld.topic.text));
        }
    }
}
