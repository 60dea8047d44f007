//! "the minister", "Chile's president", "the ministry", "the newspaper": looked up among those that the article names.

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::entities::cast::genders_meet;
use crate::entities::organizations::Body;
use crate::entities::places::place_in;
use crate::lexicon::entries::bodies::{BodyKind, BodyMark};
use crate::lexicon::entries::people::{Gender, NamePart};
use crate::lexicon::{Classes, Meaning};
use crate::text::{Flags, TokenRange};

use super::Resolver;
use super::phrase::Phrase;

/// How many sentences back "the company" can still stand for the company named last.
const GENERIC_REACH: usize = 4;

impl<'t, 'l> Resolver<'_, 't, 'l> {
    /// The person who holds the office that a phrase names.
    pub(super) fn member_by_office(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        source: &SourceDraft<'t>,
        phrase: &Phrase<'l>,
        lemma: &'l str,
        gender: Gender,
    ) -> Option<usize> {
        let page = self.page;
        // In a heading the article is left out: "Minister: no new taxes".
        if phrase.indefinite || !phrase.definite && place_in(page, &phrase.core).is_none() {
            return None;
        }
        let place = place_in(page, &phrase.core)
            .or_else(|| place_in(page, &(phrase.core.end..source.tokens.end)));
        let bare = phrase.core == phrase.head_tokens;
        let modifiers = phrase.core.start..phrase.head_tokens.start;
        let fits = |number: usize| {
            let Some(member) = self.cast.members.get(number) else {
                return false;
            };
            genders_meet(member.gender, gender)
                && member.offices.iter().any(|office| {
                    let same_head = office.head == lemma
                        || (bare || place.is_some()) && ends_with_word(office.head, lemma);
                    let same_place = match (place, office.place) {
                        (Some(one), Some(other)) => one == other,
                        (Some(_), None) => false,
                        (None, _) => true,
                    };
                    same_head && same_place && self.shares_modifiers(&modifiers, &office.tokens)
                })
        };
        let at = source.tokens.start;
        let before = self
            .cast
            .appearances
            .partition_point(|appearance| appearance.tokens.start < at);
        // A possessor that is a person or a pronoun ("his lawyer") must have somebody of that office near by.
        let reach = if phrase.possessed { 12 } else { 400 };
        let found = self.cast.appearances[..before]
            .iter()
            .rev()
            .take(reach)
            .find(|appearance| fits(appearance.member))
            .or_else(|| {
                let behind = self.cast.appearances[before..].iter().take(reach);
                behind
                    .take_while(|_| !phrase.possessed)
                    .find(|appearance| place.is_some() && fits(appearance.member))
            });
        if let Some(found) = found {
            return Some(found.member);
        }
        if phrase.possessed {
            return None;
        }
        self.named_next(claims, index, source, place.is_some())
    }

    /// "The region's president said his side …", and the next sentence: "…, Ana Ruiz said": a person who is named there
    /// first and without any office is the one that the title has introduced.
    fn named_next(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        source: &SourceDraft<'t>,
        specified: bool,
    ) -> Option<usize> {
        if !specified {
            return None;
        }
        let sentence = claims.get(index)?.sentence;
        let (_, next) = *self.claims_in(sentence + 1).first()?;
        let speaker = claims.get(next)?.source.as_ref()?;
        let appearance = self
            .cast
            .within(&speaker.tokens)
            .iter()
            .find(|appearance| appearance.tokens == speaker.tokens)?;
        let member = self.cast.members.get(appearance.member)?;
        let first = self
            .cast
            .appearances
            .iter()
            .take(400)
            .find(|other| other.member == appearance.member)?;
        let introduced = first.tokens.start > source.tokens.end
            && first.tokens == appearance.tokens
            && appearance.tokens.len() > 1
            && member.offices.is_empty();
        introduced.then_some(appearance.member)
    }

    /// Every word before the head, places and capitals aside, stands in the office as well.
    fn shares_modifiers(&self, modifiers: &TokenRange, office: &TokenRange) -> bool {
        let page = self.page;
        let place = Classes::PLACE.with(Classes::DEMONYM);
        let mut at = modifiers.start;
        while at < modifiers.end {
            let length = usize::from(
                page.tokens
                    .get(at)
                    .map_or(1, |token| token.phrase_length.max(1)),
            );
            if page.is(at, place) || page.phrase_classes(at).any(place) {
                at += if page.phrase_classes(at).any(place) {
                    length
                } else {
                    1
                };
                continue;
            }
            let word = page.word(at);
            let known = page.is(at, Classes::ADVERB)
                || page.kind(at) == Some(crate::text::TokenKind::Clitic)
                || office.clone().any(|other| page.reads(other, word));
            // "the Republican's spokeswoman": a name before the mark is not a quality of the office.
            let possessor = page.kind(at + 1) == Some(crate::text::TokenKind::Clitic)
                || page.has(at, Flags::CAPITALISED) && !self.cast.within(&(at..at + 1)).is_empty();
            if !known && !possessor && !self.is_filler(at) {
                return false;
            }
            at += 1;
        }
        true
    }

    /// "former", "new", "unrecognized": tells nothing of which office it is.
    fn is_filler(&self, at: usize) -> bool {
        self.page.is(at, Classes::NAME_PART)
            && self
                .page
                .entries(at)
                .any(|(entry, _)| matches!(entry.meaning, Meaning::NamePart(NamePart::Quality)))
    }

    /// The body that "the ministry" or "the company" stands for: the nearest before with the same head, or for a
    /// generic word the nearest known one of its kind.
    pub(super) fn body_before(
        &self,
        at: usize,
        lemma: &str,
        kind: BodyKind,
        mark: BodyMark,
    ) -> Option<TokenRange> {
        let page = self.page;
        let same_head = self.bodies_with_head(at, lemma).next();
        let full = self.full_body_before(at, lemma);
        if let Some(body) = full.or_else(|| same_head.map(|body| body.tokens.clone())) {
            return Some(body);
        }
        if !matches!(mark, BodyMark::Generic | BodyMark::Company) {
            return None;
        }
        let here = page.sentence_of(at)?;
        let mut near = self.bodies.before(at).take(12).filter(|body| {
            page.sentence_of(body.tokens.start)
                .is_some_and(|sentence| sentence + GENERIC_REACH >= here)
        });
        let known = near.find(|body| {
            body.known
                && (body.kind == kind
                    || mark == BodyMark::Generic
                        && matches!(
                            (kind, body.kind),
                            (BodyKind::Group, BodyKind::Organization)
                                | (BodyKind::Organization, BodyKind::Group)
                        ))
        });
        // "Norvale Corp. … The firm said": of two nobody can tell which.
        let companies = self.bodies.companies(page);
        if mark == BodyMark::Company && companies.any_before(at) {
            let same = |only: &&TokenRange| {
                known
                    .is_none_or(|body| body.tokens.start < only.end && only.start < body.tokens.end)
            };
            return companies.only_before(at).filter(same).cloned();
        }
        known.map(|body| body.tokens.clone())
    }

    /// The nearest body before with the same head and more words than that: not "the Ministry" itself.
    pub(super) fn full_body_before(&self, at: usize, lemma: &str) -> Option<TokenRange> {
        self.bodies_with_head(at, lemma)
            .find(|body| body.known || body.tokens.len() > 1)
            .map(|body| body.tokens.clone())
    }

    /// The bodies before with the same head, nearest first.
    fn bodies_with_head(&self, at: usize, lemma: &str) -> impl Iterator<Item = &Body<'l>> {
        const BODIES_BACK: usize = 60;
        self.bodies
            .before(at)
            .take(BODIES_BACK)
            .filter(move |body| body.head == lemma || ends_with_word(body.head, lemma))
    }
}

/// "health minister" ends with "minister".
fn ends_with_word(phrase: &str, word: &str) -> bool {
    let (phrase, word) = (phrase.as_bytes(), word.as_bytes());
    phrase.len() > word.len() + 1
        && phrase[phrase.len() - word.len()..].eq_ignore_ascii_case(word)
        && phrase[phrase.len() - word.len() - 1] == b' '
}
