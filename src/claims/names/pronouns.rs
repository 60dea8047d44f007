//! he, she, it, they, who, I: looked up from near to far.
//!
//! A pronoun that speaks stands as a rule for whoever spoke last, so the claims of the sentences before are asked
//! first; then for the subject of the sentence before; then for the nearest person named there. Who stands inside the
//! pronoun's own content, or only inside a quotation, is not asked. A speaker whom the article does not name ("a nurse
//! said …. She said …") is found as well, and then there is no name.

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::entities::organizations::Body;
use crate::extraction::SourceKind;
use crate::lexicon::entries::people::{Gender, Stands};
use crate::lexicon::{Classes, Meaning, Table};
use crate::syntax::Tag;
use crate::text::{Flags, TokenKind, TokenRange};

use super::Resolver;
use super::phrase::is_possessive;
use super::referent::{Referent, plain};
use super::states;

/// How many sentences back is looked at in all, those beside the text counted.
const SCANNED: usize = 40;

impl<'t, 'l> Resolver<'_, 't, 'l> {
    /// Whom the phrase can stand for, when it is a pronoun.
    pub(super) fn pronoun_at(&self, tokens: &TokenRange) -> Option<Stands> {
        // "each other"
        if let Some((range, mut entries)) = self.page.phrase(tokens.start) {
            if range == *tokens {
                return entries.find_map(|(entry, _)| match entry.meaning {
                    Meaning::Pronoun(stands) => Some(stands),
                    _ => None,
                });
            }
        }
        if tokens.len() != 1
            || !self
                .page
                .is(tokens.start, Classes::PRONOUN.with(Classes::POSSESSIVE))
        {
            return None;
        }
        // "US" is not "us".
        if self.page.has(tokens.start, Flags::ALL_CAPS)
            && self.page.is(tokens.start, Classes::PLACE)
        {
            return None;
        }
        self.page
            .entries_in(Table::Pronouns, tokens.start)
            .find_map(|(entry, _)| match entry.meaning {
                Meaning::Pronoun(stands) => Some(stands),
                _ => None,
            })
    }

    pub(super) fn pronoun(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        source: &mut SourceDraft<'t>,
        stands: Stands,
    ) -> Referent<'l> {
        source.kind = SourceKind::Pronoun;
        let at = source.tokens.start;
        let referent = match stands {
            Stands::Male => self.person_before(claims, index, at, Gender::Male),
            Stands::Female => self.person_before(claims, index, at, Gender::Female),
            // "a region that rejects the plan": the noun before it, and no body of another sentence.
            Stands::Thing if self.is_relative(at) => self.thing_taken_up(at),
            Stands::Thing => self.thing_before(claims, index, at),
            Stands::Several => self.several_before(claims, index, at),
            Stands::Speaker => self.speaker(claims, index, at),
            Stands::Relative => self.antecedent(at),
            Stands::Mutual => {
                source.kind = SourceKind::Group;
                source.name = claims
                    .get(index)
                    .and_then(|claim| claim.source.as_ref())
                    .and_then(|own| own.name.clone());
                return Referent::Several;
            }
            Stands::Speakers | Stands::Hearer | Stands::Anyone => Referent::Unknown,
        };
        self.name_referent(claims, source, &referent);
        if matches!(stands, Stands::Male | Stands::Female) && referent == Referent::Unknown {
            source.kind = SourceKind::Pronoun;
        }
        referent
    }

    /// Gives the pronoun the name and kind of whom it stands for.
    fn name_referent(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        source: &mut SourceDraft<'t>,
        referent: &Referent<'l>,
    ) {
        match referent {
            Referent::Member(member) => {
                source.kind = SourceKind::Person;
                self.name_member(source, *member);
            }
            Referent::Stranger(_) => source.kind = SourceKind::Person,
            Referent::Body(tokens) => {
                source.kind = self
                    .kind_of(claims, referent, source.tokens.start)
                    .unwrap_or(SourceKind::Organization);
                source.name = Some(plain(self.page, tokens));
            }
            Referent::Place(lemma) => {
                source.kind = SourceKind::Government;
                source.name = Some(std::borrow::Cow::Owned((*lemma).to_owned()));
            }
            Referent::Several => {
                source.kind = SourceKind::Group;
                source.name = self.name_of(claims, referent, source.tokens.start);
            }
            Referent::Document => source.kind = SourceKind::Document,
            Referent::Nameless(kind) => source.kind = *kind,
            Referent::Unknown => {}
        }
    }

    /// The kind that a claim before has given to the same body.
    fn kind_of(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        referent: &Referent<'l>,
        at: usize,
    ) -> Option<SourceKind> {
        let known = |index: &usize| self.referents.get(*index) == Some(referent);
        let known = near(claims, at).rev().find(known)?;
        claims.get(known)?.source.as_ref().map(|source| source.kind)
    }

    /// The name of the last joint source before.
    fn name_of(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        referent: &Referent<'l>,
        at: usize,
    ) -> Option<std::borrow::Cow<'t, str>> {
        let last = near(claims, at).rev().find_map(|index| {
            let source = claims[index].source.as_ref()?;
            let before = source.tokens.end <= at;
            (before && self.referents.get(index) == Some(referent)).then_some(source)
        })?;
        last.name.clone()
    }

    /// The last one who spoke in a sentence, before a token and in another claim, if it is somebody who fits.
    pub(super) fn last_speaker(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        at: usize,
        sentence: usize,
        fits: impl Fn(&Referent<'l>) -> bool,
    ) -> Option<Referent<'l>> {
        let before = self.claims_in(sentence).iter().rev();
        let spoke = before.filter(|&&(_, other)| {
            let source = claims[other].source.as_ref();
            other != index
                && source.is_some_and(|source| {
                    // "RUIZ: … HOLM: He is wrong.": who has his turn is rarely spoken of in the next one.
                    // Whose claim is only spoken of ("Ruiz's claim that …") has not spoken there.
                    source.tokens.start < at
                        && self.page.labelled(source.tokens.start).is_none()
                        && !is_possessive(self.page, source.tokens.end.saturating_sub(1))
                })
        });
        spoke
            .map(|&(_, other)| &self.referents[other])
            .find(|referent| fits(referent))
            .cloned()
    }

    /// The sentences of the text from one backwards. A caption, a credit or a byline between them stands beside the
    /// text, and no pronoun takes up who is named there.
    pub(super) fn backwards(&self, here: usize) -> impl Iterator<Item = usize> + use<'_, 't, 'l> {
        let block = |number: usize| self.page.sentences[number].sentence.block;
        (here.saturating_sub(SCANNED)..=here)
            .rev()
            .filter(move |&number| block(number) == block(here) || self.page.is_text(number))
    }

    /// "I": whoever says the words around.
    fn speaker(&self, claims: &[ClaimDraft<'t, 'l>], index: usize, at: usize) -> Referent<'l> {
        let holder = claims.get(index).and_then(|claim| claim.nested_in);
        let turn = holder.is_some_and(|outer| is_turn(&claims[outer]));
        // Outside quotation marks it is the reporter, but for a turn: "RUIZ: I said no."
        if !turn && !self.page.has(at, Flags::QUOTED) {
            return Referent::Unknown;
        }
        let outer = holder.or_else(|| {
            let sentence = self.page.sentence_of(at)?;
            let near = sentence.saturating_sub(1)..=sentence + 1;
            near.flat_map(|number| self.claims_in(number))
                .map(|&(_, other)| other)
                .find(|&other| other != index && claims[other].holds(at))
        });
        match outer.map(|outer| &self.referents[outer]) {
            Some(referent @ (Referent::Member(_) | Referent::Stranger(_))) => referent.clone(),
            _ => Referent::Unknown,
        }
    }

    /// Whether "that" stands behind the noun that it takes up.
    fn is_relative(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.syntax.tag(at) == Tag::That
                && self.syntax.tag(before).is_nominal()
                && self.page.sentence_of(before) == self.page.sentence_of(at)
        })
    }

    /// "the party that rejects it": a body or state right before "that". In "a poll by the party that shows" it is the
    /// poll, so what a preposition governs is left alone.
    fn thing_taken_up(&self, at: usize) -> Referent<'l> {
        let page = self.page;
        let free = |start: usize| {
            let mut start = start;
            if start > 0 && page.is(start - 1, Classes::DETERMINER) {
                start -= 1;
            }
            start == 0 || !page.is(start - 1, Classes::PREPOSITION)
        };
        match self.antecedent(at) {
            Referent::Body(body) if free(body.start) => Referent::Body(body),
            Referent::Place(lemma)
                if states::state_at(page, at.wrapping_sub(1)).is_none()
                    || free(at.wrapping_sub(1)) =>
            {
                Referent::Place(lemma)
            }
            _ => Referent::Unknown,
        }
    }

    /// "Chile, a small state that": the state before the comma, when nothing but the apposition follows it. Of "Action
    /// for Chile, a club that" it is only a part.
    fn apposed_state(&self, end: usize) -> Option<Referent<'l>> {
        let page = self.page;
        let comma = (end.saturating_sub(8)..end).rev().find(|&token| {
            page.kind(token) != Some(TokenKind::Word) || self.syntax.tag(token) == Tag::Auxiliary
        })?;
        let article = |word| page.reads(comma + 1, word);
        let apposed = page.word(comma) == ","
            && (article("a") || article("an") || article("the"))
            && !(comma + 1..end).any(|token| page.is(token, Classes::PREPOSITION));
        let last = comma.checked_sub(1).filter(|_| apposed)?;
        // The start of a name of several words.
        let (first, lemma) = (last.saturating_sub(4)..=last).find_map(|first| {
            let (lemma, length) = states::state_at(page, first)?;
            (first + length == last + 1).then_some((first, lemma))
        })?;
        let opens = |token: usize| {
            let sentence = page.sentence_of(token);
            let sentence = sentence.and_then(|number| page.sentences.get(number));
            sentence.is_some_and(|sentence| sentence.tokens.start == token)
        };
        let of_name = first >= 2
            && page.is(first - 1, Classes::PREPOSITION)
            && page.has(first - 2, Flags::CAPITALISED)
            && !opens(first - 2);
        // "Action for Chile" begins a sentence as well as "Officials in Chile" does.
        let people = first >= 2 && page.is(first - 2, Classes::ROLE);
        let part = of_name
            || first >= 2
                && page.is(first - 1, Classes::PREPOSITION)
                && opens(first - 2)
                && !people;
        (!part).then_some(Referent::Place(lemma))
    }

    /// "who", "which": the person or body right before, commas and the apposition aside.
    fn antecedent(&self, at: usize) -> Referent<'l> {
        let page = self.page;
        let mut end = at;
        if end > 0 && page.word(end - 1) == "," {
            end -= 1;
        }
        let from = end.saturating_sub(30);
        let named = self.cast.within(&(from..end));
        if let Some(last) = named.last() {
            // "Sen. Ana Ruiz of Utah, who", "Ana Ruiz (L-Lima), who"
            let mut behind = last.tokens.end;
            if page.reads(behind, "of") && page.is(behind + 1, Classes::PLACE) {
                behind += 1 + usize::from(page.tokens[behind + 1].phrase_length.max(1));
            }
            if page.word(behind) == "(" {
                behind = (behind..end)
                    .find(|&token| page.word(token) == ")")
                    .map_or(behind, |close| close + 1);
            }
            if behind == end && !last.modifier {
                return Referent::Member(last.member);
            }
            // "Ana Ruiz, the mayor of Cuenca, who said"
            let apposed = page.word(last.tokens.end) == ","
                && !(last.tokens.end + 1..end)
                    .any(|token| matches!(self.syntax.tag(token), Tag::Comma | Tag::Auxiliary));
            if apposed && end < at && !last.modifier && page.reads(at, "who") {
                return Referent::Member(last.member);
            }
        }
        let place = self
            .bodies
            .named
            .partition_point(|body| body.tokens.start < end);
        let body = place
            .checked_sub(1)
            .and_then(|last| self.bodies.named.get(last));
        let governed = |body: &Body<'l>| {
            let mut start = body.tokens.start;
            start -= usize::from(start > 0 && page.is(start - 1, Classes::DETERMINER));
            start > 0 && page.is(start - 1, Classes::PREPOSITION)
        };
        match body {
            // "nurses at Norvale Hospital, who": whom the body stands for is not the one that speaks.
            Some(body) if body.tokens.end == end && page.reads(at, "who") && governed(body) => {
                Referent::Unknown
            }
            Some(body) if body.tokens.end == end => Referent::Body(body.tokens.clone()),
            // "Chile, which has backed the plan"
            _ => end
                .checked_sub(1)
                .and_then(|last| states::state_at(page, last))
                .map(|(lemma, _)| Referent::Place(lemma))
                .or_else(|| self.apposed_state(end))
                .filter(|_| !page.reads(at, "who"))
                .unwrap_or_default(),
        }
    }
}

/// Whether the claim is somebody's turn in a transcript or an interview: its speaker calls himself "I", and "he" is
/// another.
pub(super) fn is_turn(claim: &ClaimDraft<'_, '_>) -> bool {
    claim.cue.as_ref().is_none_or(|cue| cue.lemma == ":")
}

/// How many claims back an antecedent's own claim can stand: more than the sentences hold in which one is looked for.
const CLAIMS_BACK: usize = 100;

/// The claims before a token, and those around it.
fn near(claims: &[ClaimDraft<'_, '_>], at: usize) -> std::ops::Range<usize> {
    let place = |claim: &ClaimDraft<'_, '_>| match &claim.cue {
        Some(cue) => cue.head,
        None => claim.content.first().map_or(0, |piece| piece.start),
    };
    let here = claims.partition_point(|claim| place(claim) < at);
    here.saturating_sub(CLAIMS_BACK)..(here + CLAIMS_BACK).min(claims.len())
}
