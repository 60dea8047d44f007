//! he, she, it, they, who, I: looked up from near to far.
//!
//! A pronoun that speaks stands as a rule for whoever spoke last, so the claims of the sentences before are asked
//! first; then for the subject of the sentence before; then for the nearest person named there. Who stands inside the
//! pronoun's own content, or only inside a quotation, is not asked. A speaker whom the article does not name ("a nurse
//! said …. She said …") is found as well, and then there is no name.

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::extraction::SourceKind;
use crate::lexicon::entries::people::{Gender, Stands};
use crate::lexicon::{Classes, Meaning};
use crate::mentions::cast::{Appearance, genders_meet};
use crate::text::{Flags, TokenKind, TokenRange};

use super::Resolver;
use super::referent::{Referent, plain};
use super::states;

/// How many sentences of the reporter's own words are searched.
const REACH: usize = 4;
/// How many sentences in all, those in quotation marks counted.
const FAR: usize = 12;

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
            || !self.page.is(
                tokens.start,
                Classes::PRONOUN
                    .with(Classes::POSSESSIVE)
                    .with(Classes::RELATIVE),
            )
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
            .entries(tokens.start)
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
                    .kind_of(claims, referent)
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
            Referent::Unknown => {}
        }
    }

    /// The kind that a claim before has given to the same body.
    fn kind_of(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        referent: &Referent<'l>,
    ) -> Option<SourceKind> {
        let known = self.referents.iter().position(|known| known == referent)?;
        claims.get(known)?.source.as_ref().map(|source| source.kind)
    }

    /// The name of the last joint source before.
    fn name_of(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        referent: &Referent<'l>,
        at: usize,
    ) -> Option<std::borrow::Cow<'t, str>> {
        let last = claims
            .iter()
            .zip(&self.referents)
            .rev()
            .find(|(claim, known)| {
                *known == referent
                    && claim
                        .source
                        .as_ref()
                        .is_some_and(|source| source.tokens.end <= at)
            })?;
        last.0.source.as_ref()?.name.clone()
    }

    /// "he", "she": the last speaker, subject or person before.
    fn person_before(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        at: usize,
        gender: Gender,
    ) -> Referent<'l> {
        let fits = |referent: &Referent<'l>| match referent {
            Referent::Member(number) => self
                .cast
                .members
                .get(*number)
                .is_some_and(|member| genders_meet(member.gender, gender)),
            Referent::Stranger(other) => genders_meet(*other, gender),
            _ => false,
        };
        // "Ruiz said she was ready": the speaker of the words around.
        if let Some(outer) = claims.get(index).and_then(|claim| claim.nested_in) {
            let speaker = &self.referents[outer];
            let quoted = self.page.has(at, Flags::QUOTED);
            if !quoted && fits(speaker) {
                return speaker.clone();
            }
        }
        let Some(here) = self.page.sentence_of(at) else {
            return Referent::Unknown;
        };
        let mut own_words = 0;
        for back in 0..FAR.min(here + 1) {
            let sentence = here - back;
            // The last one who spoke there.
            let spoke = self
                .claims_in(sentence)
                .iter()
                .rev()
                .find_map(|&(_, other)| {
                    let source = claims[other].source.as_ref()?;
                    let earlier = other != index && source.tokens.start < at;
                    (earlier && self.referents[other].is_person() && fits(&self.referents[other]))
                        .then(|| self.referents[other].clone())
                });
            let mut range = self.page.sentences[sentence].tokens.clone();
            range.end = range.end.min(at);
            let quoted = range.clone().all(|token| {
                self.page.has(token, Flags::QUOTED)
                    || self.page.kind(token) != Some(TokenKind::Word)
            });
            let own = claims.get(index);
            let stands_in = |appearance: &&Appearance| {
                !appearance.quoted
                    && !own.is_some_and(|own| {
                        own.nested_in.is_none() && own.holds(appearance.tokens.start)
                    })
                    && fits(&Referent::Member(appearance.member))
            };
            let named = self.cast.within(&range);
            let subject = named.iter().filter(stands_in).find(|appearance| {
                !appearance.modifier && self.is_subject(appearance, range.start)
            });
            // In the pronoun's own sentence a subject before it outranks an earlier speaker of another clause.
            if let Some(referent) = spoke {
                return referent;
            }
            if let Some(subject) = subject {
                return Referent::Member(subject.member);
            }
            if back > 0 {
                if let Some(stranger) = self.stranger_subject(&range, gender) {
                    return stranger;
                }
            }
            let any = named
                .iter()
                .rfind(|appearance| stands_in(appearance) && !appearance.modifier)
                .or_else(|| {
                    named
                        .iter()
                        .rfind(|appearance| back <= 1 && stands_in(appearance))
                });
            if let Some(any) = any {
                return Referent::Member(any.member);
            }
            if !quoted && !range.is_empty() {
                own_words += 1;
            }
            if own_words > REACH {
                break;
            }
        }
        Referent::Unknown
    }

    /// Whether a name is the subject of its sentence's first clause, or of a clause of its own: a verb follows, and no
    /// preposition governs it.
    fn is_subject(&self, appearance: &Appearance, start: usize) -> bool {
        let page = self.page;
        let mut first = appearance.tokens.start;
        // Back over the title to what stands before the phrase.
        first = crate::mentions::cast::widen(page, first).max(start);
        let governed = first > start
            && page.is(first - 1, Classes::PREPOSITION)
            && !page.is(first - 1, Classes::SUBORDINATOR);
        let mut next = appearance.tokens.end;
        let mut steps = 0;
        while page.is(next, Classes::ADVERB) && steps < 3 {
            next += 1;
            steps += 1;
        }
        let verb = page.is(
            next,
            Classes::VERB.with(Classes::AUXILIARY).with(Classes::MODAL),
        ) && !page.is(next, Classes::GERUND);
        let inserted = page.word(next) == "," || page.is(next, Classes::RELATIVE);
        !governed && (verb || inserted && first == start)
    }

    /// A person without a name who is the subject of a sentence: "A nurse was hurt".
    fn stranger_subject(&self, range: &TokenRange, gender: Gender) -> Option<Referent<'l>> {
        let page = self.page;
        let mut at = range.start;
        if !page.is(at, Classes::DETERMINER) {
            return None;
        }
        at += 1;
        for at in at..(at + 4).min(range.end) {
            if page.is(at, Classes::VERB.with(Classes::PREPOSITION)) && !page.is(at, Classes::ROLE)
            {
                return None;
            }
            let head = page
                .entries(at)
                .find_map(|(entry, slot)| match &entry.meaning {
                    Meaning::Role(role) if slot != crate::lexicon::Slot::Plural => {
                        Some(role.gender)
                    }
                    _ => None,
                });
            if let Some(of_role) = head {
                // "The minister" may be somebody with a name, whom only the cast can tell; a name behind it is one.
                let behind = page.is(
                    at + 1,
                    Classes::VERB.with(Classes::AUXILIARY).with(Classes::MODAL),
                );
                return (behind && genders_meet(of_role, gender))
                    .then_some(Referent::Stranger(of_role));
            }
        }
        None
    }

    /// "it": the last body that spoke, or the body that is the subject of the sentence before.
    fn thing_before(&self, claims: &[ClaimDraft<'t, 'l>], index: usize, at: usize) -> Referent<'l> {
        let is_thing = |referent: &Referent<'l>| {
            matches!(
                referent,
                Referent::Body(_) | Referent::Place(_) | Referent::Document
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
        for back in 0..3.min(here + 1) {
            let sentence = here - back;
            let spoke = self
                .claims_in(sentence)
                .iter()
                .rev()
                .find_map(|&(_, other)| {
                    let source = claims[other].source.as_ref()?;
                    let earlier = other != index && source.tokens.start < at;
                    (earlier && is_thing(&self.referents[other]))
                        .then(|| self.referents[other].clone())
                });
            if let Some(referent) = spoke {
                return referent;
            }
            if back > 0 {
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
        let place = self
            .bodies
            .named
            .partition_point(|body| body.tokens.start < range.start);
        let body = self.bodies.named.get(place)?;
        let article = usize::from(page.is(range.start, Classes::DETERMINER));
        let next = body.tokens.end;
        let verb = page.is(
            next,
            Classes::VERB.with(Classes::AUXILIARY).with(Classes::MODAL),
        );
        (body.tokens.start == range.start + article && verb)
            .then(|| Referent::Body(body.tokens.clone()))
    }

    /// "they": the last joint source or crowd that spoke.
    fn several_before(
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
        for back in 0..2.min(here + 1) {
            let spoke = self
                .claims_in(here - back)
                .iter()
                .rev()
                .find(|&&(_, other)| {
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

    /// "I": whoever says the words around.
    fn speaker(&self, claims: &[ClaimDraft<'t, 'l>], index: usize, at: usize) -> Referent<'l> {
        // Outside quotation marks it is the reporter.
        if !self.page.has(at, Flags::QUOTED) {
            return Referent::Unknown;
        }
        let outer = claims
            .get(index)
            .and_then(|claim| claim.nested_in)
            .or_else(|| {
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
                    .any(|token| page.word(token) == "," || page.is(token, Classes::AUXILIARY));
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
        match body {
            Some(body) if body.tokens.end == end => Referent::Body(body.tokens.clone()),
            // "Chile, which has backed the plan"
            _ => end
                .checked_sub(1)
                .and_then(|last| states::state_at(page, last))
                .filter(|_| !page.reads(at, "who"))
                .map_or(Referent::Unknown, |(lemma, _)| Referent::Place(lemma)),
        }
    }
}
