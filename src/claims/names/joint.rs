//! Several who speak together: "Chile and Peru", "Ana Ruiz, Joe Soto and the union".

use std::borrow::Cow;

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::entities::titles::charge_end;
use crate::extraction::{BlockKind, SourceKind};
use crate::lexicon::Classes;
use crate::syntax::Tag;
use crate::text::{Flags, TokenRange};

use super::Resolver;
use super::phrase::is_possessive;
use super::referent::Referent;
use super::states;

/// What can have charge of something: "Minister of Industry and Trade", "Ministry of Health and Welfare".
const HEADED: Classes = Classes::TITLE
    .with(Classes::ROLE)
    .with(Classes::ORGANIZATION);

/// The most who speak together; more are a list.
const MOST: usize = 6;

impl<'t, 'l> Resolver<'_, 't, 'l> {
    /// "Chile, Peru Say Truce Holds": in a heading a comma stands for "and".
    fn take_neighbour(&self, source: &mut SourceDraft<'t>) {
        let page = self.page;
        let start = source.tokens.start;
        let Some(neighbour) = start
            .checked_sub(2)
            .filter(|_| page.word(start.wrapping_sub(1)) == ",")
        else {
            return;
        };
        let sentence = page
            .sentence_of(start)
            .and_then(|number| page.sentences.get(number));
        let heading = sentence
            .and_then(|sentence| page.blocks.get(sentence.sentence.block))
            .is_some_and(|block| {
                matches!(block.block.kind, BlockKind::Headline | BlockKind::Subhead)
            });
        let opens = sentence.is_some_and(|sentence| sentence.tokens.start == neighbour)
            || neighbour > 0 && page.word(neighbour - 1) == ",";
        if heading && opens && states::is_state(page, neighbour) && states::is_state(page, start) {
            source.tokens.start = neighbour;
        }
    }

    /// "Chile and Peru", "Ana Ruiz and Joe Soto": each is a source by itself.
    pub(super) fn joint(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        source: &mut SourceDraft<'t>,
        others: &mut Vec<SourceDraft<'t>>,
    ) -> Option<Referent<'l>> {
        self.take_neighbour(source);
        let parts = self.parts(&source.tokens)?;
        let mut drafts = Vec::with_capacity(parts.len());
        for tokens in parts {
            let mut part = SourceDraft::new(tokens, SourceKind::Unknown);
            // A part that is joint itself is not taken further apart.
            if part.tokens.len() == 1 && self.pronoun_at(&part.tokens).is_some() {
                part.kind = SourceKind::Pronoun;
            } else {
                self.describe(claims, index, &mut part);
            }
            drafts.push(part);
        }
        let named: Vec<&str> = drafts
            .iter()
            .filter_map(|draft| draft.name.as_deref())
            .collect();
        if named.len() == drafts.len() {
            source.name = match named.split_last() {
                Some((last, rest)) if !rest.is_empty() => {
                    Some(Cow::Owned([&rest.join(", "), " and ", last].concat()))
                }
                _ => None,
            };
        }
        let kinds_agree = drafts.windows(2).all(|pair| pair[0].kind == pair[1].kind);
        source.kind = match drafts.first() {
            Some(first) if kinds_agree && first.kind == SourceKind::Government => first.kind,
            _ => SourceKind::Group,
        };
        source.anonymous = drafts.iter().all(|draft| draft.anonymous);
        others.extend(drafts.into_iter().skip(1));
        Some(Referent::Several)
    }

    /// The parts of "A and B", "A, B and C"; none where "and" stands inside one phrase ("health and safety office").
    fn parts(&self, tokens: &TokenRange) -> Option<Vec<TokenRange>> {
        let page = self.page;
        let joint = |at| page.reads(at, "and") || matches!(page.word(at), "," | "&");
        if !tokens.clone().any(joint) {
            return None;
        }
        let start = tokens.start + usize::from(page.reads(tokens.start, "both"));
        let cuts = self.cuts(start..tokens.end)?;
        let comma = cuts.iter().any(|&cut| page.word(cut) == ",");
        let conjunction = cuts.iter().any(|&cut| page.word(cut) != ",");
        if cuts.is_empty() {
            return None;
        }
        let mut parts = Vec::new();
        let mut from = start;
        for &cut in cuts.iter().chain(std::iter::once(&tokens.end)) {
            if from < cut {
                parts.push(from..cut);
            }
            from = cut + 1;
        }
        // "Ana Ruiz and her husband, Ivo Tall": the last name is his.
        if let [first, second, name] = &parts[..] {
            let named = name.clone().all(|at| page.has(at, Flags::CAPITALISED));
            let told = page.is(second.start, Classes::DETERMINER.with(Classes::POSSESSIVE));
            let paired = page.reads(first.end, "and") && page.word(second.end) == ",";
            if named && told && paired {
                return Some(vec![first.clone(), second.start..name.end]);
            }
        }
        // "Ana Ruiz, a nurse and the head of the union": an apposition.
        let apposed = |part: &TokenRange| {
            // "Oslo, Rome and other capitals"
            page.is(part.start, Classes::DETERMINER.with(Classes::POSSESSIVE))
                && !page.reads(part.start, "other")
        };
        if comma && parts.iter().skip(1).any(apposed) {
            return None;
        }
        let state = |part: &TokenRange| {
            page.is(part.start, Classes::PLACE)
                && states::is_state(page, part.start)
                && (part.len() == 1
                    || usize::from(page.tokens[part.start].phrase_length) == part.len())
        };
        if !conjunction {
            // "Chile, Peru Say" in a heading; a comma alone is an apposition otherwise.
            return (parts.len() == 2 && parts.iter().all(state)).then_some(parts);
        }
        // Every part names or tells somebody by itself: a determiner, a name, a place, a plural.
        if self.is_trade_body(&parts) {
            return None;
        }
        // "Deputy Prime Minister and Minister for Energy Ana Ruiz": one who holds both.
        let title = |part: &TokenRange| {
            let known = page.is(part.start, Classes::TITLE) && part.len() == 1
                || page.phrase_classes(part.start).any(Classes::TITLE)
                    && usize::from(page.tokens[part.start].phrase_length) == part.len();
            known && !page.word(part.end - 1).ends_with('s')
        };
        if let [first, second] = &parts[..] {
            let names = self.cast.within(second);
            let named = names
                .last()
                .is_some_and(|name| name.tokens.end == second.end);
            if named && title(first) && page.is(second.start, Classes::TITLE.with(Classes::ROLE)) {
                return None;
            }
        }
        let whole = |part: &TokenRange| {
            let last = part.end - 1;
            page.is(part.start, Classes::DETERMINER.with(Classes::POSSESSIVE))
                || page.has(last, Flags::CAPITALISED)
                || page.word(last).ends_with('s')
                || is_possessive(page, last)
                || page.is(part.start, Classes::PRONOUN)
        };
        ((2..=MOST).contains(&parts.len()) && parts.iter().all(whole)).then_some(parts)
    }

    /// "the Norvale Bakers, Millers and Cooks Union": one body of several trades.
    fn is_trade_body(&self, parts: &[TokenRange]) -> bool {
        let page = self.page;
        let Some((last, before)) = parts.split_last() else {
            return false;
        };
        let trades = |at: usize| {
            page.has(at, Flags::CAPITALISED)
                && page.word(at).ends_with('s')
                && !page.is(at, Classes::PLACE.with(Classes::DEMONYM))
        };
        last.len() == 2
            && page.is(last.start, Classes::ROLE)
            && trades(last.start)
            && page.is(last.end - 1, Classes::ORGANIZATION)
            && page.has(last.end - 1, Flags::CAPITALISED)
            && before.iter().all(|part| trades(part.end - 1))
            && before.first().is_some_and(|part| part.len() > 1)
    }

    /// Where "and" and commas part a phrase; none where it is one crowd.
    fn cuts(&self, tokens: TokenRange) -> Option<Vec<usize>> {
        let page = self.page;
        let mut cuts = Vec::new();
        let mut at = tokens.start;
        while at < tokens.end {
            let length = usize::from(page.tokens.get(at)?.phrase_length.max(1));
            if page.can_be(at, HEADED) {
                let charge = charge_end(page, &(at..at + length));
                if (at + length..charge).any(|at| page.reads(at, "and")) {
                    at = charge;
                    continue;
                }
            }
            // "the Ministry of Health and the union"
            let body = self.bodies.holding(at).map(|body| body.tokens.clone());
            if let Some(body) = body.filter(|body| body.start == at && body.end <= tokens.end) {
                at = body.end;
                continue;
            }
            // "Minister for Norvale Ana Ruiz"
            let name = self.cast.within(&(at..tokens.end)).first();
            if let Some(name) = name.filter(|name| name.tied == Some(at)) {
                at = name.tokens.start;
                continue;
            }
            if length > 1
                && page.phrase_classes(at).any(
                    Classes::ORGANIZATION
                        .with(Classes::PLACE)
                        .with(Classes::TITLE)
                        .with(Classes::ROLE)
                        .with(Classes::MEDIA),
                )
            {
                at += length;
                continue;
            }
            let clause = matches!(
                self.syntax.tag(at),
                Tag::Relative | Tag::That | Tag::Question | Tag::Subordinator | Tag::Auxiliary
            );
            if page.reads(at, "and") || matches!(page.word(at), "&" | ",") {
                cuts.push(at);
            } else if clause
                || page.is(at, Classes::PREPOSITION)
                    && !page.is(at, Classes::NAME_PART)
                    && !self.places_name(tokens.start, at)
            {
                // "officials in Chile and Peru" are one crowd.
                return None;
            }
            at += 1;
        }
        Some(cuts)
    }

    /// "the union and Sen. Ana Ruiz [of] Utah"
    fn places_name(&self, start: usize, of: usize) -> bool {
        let before = self.cast.within(&(start..of));
        self.page.reads(of, "of")
            && self.page.is(of + 1, Classes::PLACE)
            && before.last().is_some_and(|name| name.tokens.end == of)
    }
}
