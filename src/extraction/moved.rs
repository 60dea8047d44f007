//! From the text that was read to the text as given: [`Extraction::moved`]. Every field is named, so that a new one
//! that points into the article is not forgotten.

use std::borrow::Cow;

use super::{
    Block, Casualty, Claim, Cue, Excerpt, Extraction, Loss, Sentence, Source, TimeExpression,
    Undisclosed, Victims,
};
use crate::span::Span;

/// Where spans are moved to.
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
        let Extraction {
            id,
            published,
            published_from,
            published_evidence,
            blocks,
            sentences,
            claims,
            casualties,
            dates,
            losses,
            undisclosed,
        } = self;
        let spans = |spans: Vec<Span>| spans.into_iter().map(&to.part).collect();
        let block = |Block { kind, span }| Block::new(kind, (to.whole)(span));
        let sentence = |Sentence { span, block }| Sentence::new((to.whole)(span), block);
        Extraction {
            id,
            published,
            published_from,
            published_evidence: spans(published_evidence),
            blocks: blocks.into_iter().map(block).collect(),
            sentences: sentences.into_iter().map(sentence).collect(),
            claims: claims.into_iter().map(|claim| to.claim(claim)).collect(),
            casualties: casualties
                .into_iter()
                .map(|casualty| to.casualty(casualty))
                .collect(),
            dates: dates.into_iter().map(|time| to.time(time)).collect(),
            losses: losses.into_iter().map(|loss| to.loss(loss)).collect(),
            undisclosed: undisclosed
                .into_iter()
                .map(|withheld| to.undisclosed(withheld))
                .collect(),
        }
    }
}

impl<'t, W, P: Fn(Span) -> Span> Moving<'t, W, P> {
    fn time(&self, time: TimeExpression) -> TimeExpression {
        let TimeExpression {
            span,
            sentence,
            kind,
            value,
            direction,
        } = time;
        TimeExpression {
            span: (self.part)(span),
            sentence,
            kind,
            value,
            direction,
        }
    }

    fn words(&self, span: Span) -> (Span, Cow<'t, str>) {
        let span = (self.part)(span);
        (span, Cow::Borrowed(span.of(self.text)))
    }

    fn excerpt(&self, Excerpt { span, text: _ }: Excerpt<'static>) -> Excerpt<'t> {
        let (span, text) = self.words(span);
        Excerpt { span, text }
    }

    fn source(&self, source: Source<'static>) -> Source<'t> {
        let Source {
            span,
            text: _,
            kind,
            name,
            role,
            anonymous,
        } = source;
        let (span, text) = self.words(span);
        Source {
            span,
            text,
            kind,
            name,
            role,
            anonymous,
        }
    }

    fn sources(&self, sources: Vec<Source<'static>>) -> Vec<Source<'t>> {
        let moved = sources.into_iter().map(|source| self.source(source));
        moved.collect()
    }

    fn cue(&self, cue: Cue<'static>) -> Cue<'t> {
        let Cue {
            span,
            text: _,
            lemma,
        } = cue;
        let (span, text) = self.words(span);
        Cue { span, text, lemma }
    }

    fn claim(&self, claim: Claim<'static>) -> Claim<'t> {
        let Claim {
            sentence,
            kind,
            form,
            source,
            others,
            relays,
            target,
            cue,
            content,
            status,
            status_spans,
            responds_to,
            nested_in,
            negated,
            casualties,
            dates,
            said,
            rule,
            confidence,
        } = claim;
        Claim {
            sentence,
            kind,
            form,
            source: source.map(|source| self.source(source)),
            others: self.sources(others),
            relays: self.sources(relays),
            target: target.map(|target| self.source(target)),
            cue: cue.map(|cue| self.cue(cue)),
            content: content.into_iter().map(&self.part).collect(),
            status,
            status_spans: status_spans.into_iter().map(&self.part).collect(),
            responds_to,
            nested_in,
            negated,
            casualties,
            dates,
            said,
            rule,
            confidence,
        }
    }

    fn casualty(&self, casualty: Casualty<'static>) -> Casualty<'t> {
        let Casualty {
            span,
            sentence,
            number,
            outcome,
            count,
            victims,
            claim,
            part_of,
            asserted,
            scope,
            since,
            rule,
        } = casualty;
        Casualty {
            span: (self.part)(span),
            sentence,
            number: self.excerpt(number),
            outcome,
            count,
            victims: victims.map(|victims| self.victims(victims)),
            claim,
            part_of,
            asserted,
            scope,
            since,
            rule,
        }
    }

    fn victims(&self, victims: Victims<'static>) -> Victims<'t> {
        let Victims {
            span,
            text: _,
            category,
            side,
        } = victims;
        let (span, text) = self.words(span);
        Victims {
            span,
            text,
            category,
            side,
        }
    }

    fn loss(&self, loss: Loss<'static>) -> Loss<'t> {
        let Loss {
            span,
            sentence,
            count,
            object,
            claim,
        } = loss;
        Loss {
            span: (self.part)(span),
            sentence,
            count,
            object: self.excerpt(object),
            claim,
        }
    }

    fn undisclosed(&self, withheld: Undisclosed<'static>) -> Undisclosed<'t> {
        let Undisclosed {
            span,
            sentence,
            holder,
            topic,
        } = withheld;
        Undisclosed {
            span: (self.part)(span),
            sentence,
            holder: holder.map(|holder| self.source(holder)),
            topic: self.excerpt(topic),
        }
    }
}
