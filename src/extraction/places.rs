//! Every place of an [`Extraction`] that points into the article, counted in another unit.

use super::{Extraction, OffsetUnit, Offsets};
use crate::span::Span;

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
            self.each_place(&mut |span| *span = to.span(from.bytes(*span)));
            self.offsets = unit;
        }
        self
    }

    fn each_place(&mut self, change: &mut impl FnMut(&mut Span)) {
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
            change(&mut block.span);
        }
        for sentence in sentences {
            change(&mut sentence.span);
        }
        for piece in published_evidence {
            change(&mut piece.span);
        }
        for claim in claims {
            let sources = claim.source.iter_mut().chain(&mut claim.others);
            for source in sources.chain(&mut claim.relays).chain(&mut claim.target) {
                change(&mut source.span);
            }
            if let Some(cue) = &mut claim.cue {
                change(&mut cue.span);
            }
            for piece in claim.content.iter_mut().chain(&mut claim.status_evidence) {
                change(&mut piece.span);
            }
        }
        for casualty in casualties {
            change(&mut casualty.span);
            if let Some(number) = &mut casualty.number {
                change(&mut number.span);
            }
            if let Some(victims) = &mut casualty.victims {
                victims.span.iter_mut().for_each(&mut *change);
            }
            if let Some(place) = &mut casualty.place {
                change(&mut place.span);
            }
        }
        for date in dates {
            change(&mut date.span);
        }
        for loss in losses {
            change(&mut loss.span);
            change(&mut loss.object.span);
        }
        for withheld in undisclosed {
            change(&mut withheld.span);
            if let Some(holder) = &mut withheld.holder {
                change(&mut holder.span);
            }
            change(&mut withheld.topic.span);
        }
    }
}
