//! "it", "they": the last body or joint source that spoke.

use crate::claims::draft::ClaimDraft;
use crate::lexicon::Classes;
use crate::text::{Flags, TokenRange};

use super::Resolver;
use super::referent::Referent;

impl<'t, 'l> Resolver<'_, 't, 'l> {
    /// "it": the last body that spoke, or the body that is the subject of the sentence before.
    pub(super) fn thing_before(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        at: usize,
    ) -> Referent<'l> {
        let is_thing = |referent: &Referent<'l>| {
            matches!(
                referent,
                Referent::Body(_) | Referent::Nameless(_) | Referent::Place(_) | Referent::Document
            )
        };
        if let Some(outer) = claims.get(index).and_then(|claim| claim.nested_in) {
            if is_thing(&self.referents[outer]) {
                return self.referents[outer].clone();
            }
        }
        let Some(here) = self.page.sentence_of(at) else {
            return Referent::Unknown;
        };
        for sentence in self.backwards(here).take(3) {
            let spoke = self.last_speaker(claims, index, at, sentence, is_thing);
            if let Some(referent) = spoke {
                return referent;
            }
            if sentence != here {
                let range = self.page.sentences[sentence].tokens.clone();
                if let Some(subject) = self.body_subject(&range) {
                    return subject;
                }
            }
        }
        Referent::Unknown
    }

    /// The body with which a sentence begins.
    fn body_subject(&self, range: &TokenRange) -> Option<Referent<'l>> {
        let page = self.page;
        if let Some(company) = self.company_subject(range) {
            return Some(Referent::Body(company));
        }
        let place = self
            .bodies
            .named
            .partition_point(|body| body.tokens.start < range.start);
        let body = self.bodies.named.get(place)?;
        let article = usize::from(page.is(range.start, Classes::DETERMINER));
        let next = body.tokens.end;
        let verb = self.syntax.may_be_predicate(next);
        (body.tokens.start == range.start + article && verb)
            .then(|| Referent::Body(body.tokens.clone()))
    }

    /// The company with which a sentence begins: "Norvale Corp. is to close".
    fn company_subject(&self, range: &TokenRange) -> Option<TokenRange> {
        /// The most words of its name.
        const LONGEST: usize = 6;
        let page = self.page;
        let ends = range.end.min(range.start + LONGEST);
        let named = (range.start..ends)
            .take_while(|&at| page.has(at, Flags::CAPITALISED))
            .last()?;
        let name = range.start..named + 1;
        let verb = self.syntax.may_be_predicate(name.end);
        verb.then(|| self.bodies.companies(page).full(page, &name))
            .flatten()
    }

    /// "they": the last joint source or crowd that spoke.
    pub(super) fn several_before(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        at: usize,
    ) -> Referent<'l> {
        if let Some(outer) = claims.get(index).and_then(|claim| claim.nested_in) {
            if self.referents[outer] == Referent::Several {
                return Referent::Several;
            }
        }
        let Some(here) = self.page.sentence_of(at) else {
            return Referent::Unknown;
        };
        for sentence in self.backwards(here).take(2) {
            let spoke = self.claims_in(sentence).iter().rev().find(|&&(_, other)| {
                other != index
                    && claims[other]
                        .source
                        .as_ref()
                        .is_some_and(|source| source.tokens.start < at)
            });
            if let Some(&(_, other)) = spoke {
                return match self.referents[other] {
                    Referent::Several => Referent::Several,
                    _ => Referent::Unknown,
                };
            }
        }
        Referent::Unknown
    }
}
