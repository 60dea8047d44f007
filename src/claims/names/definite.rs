//! "the minister", "Chile's president", "the ministry", "the newspaper": looked up among those that the article names.

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::entities::cast::{Office, genders_meet};
use crate::entities::organizations::{Body, body_at};
use crate::entities::places::place_in;
use crate::entities::titles::widen;
use crate::lexicon::entries::bodies::{BodyKind, BodyMark};
use crate::lexicon::entries::people::{Gender, NamePart};
use crate::lexicon::{Classes, Meaning, Slot, Table};
use crate::text::{Flags, TokenKind, TokenRange};

use super::Resolver;
use super::phrase::Phrase;
use super::referent::Referent;

/// How many words back a spokesman's ministry can be.
const NEARER: usize = 400;

const WHERE: Classes = Classes::PLACE.with(Classes::DEMONYM);

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
        let modifiers = phrase.core.start..phrase.head_tokens.start;
        // "the former minister" as well
        let bare = modifiers.clone().all(|at| self.is_filler(at));
        let fits = |number: usize| {
            let Some(member) = self.cast.members.get(number) else {
                return false;
            };
            genders_meet(member.gender, gender)
                && member.offices.iter().any(|office| {
                    let same_head = office.head == lemma
                        || (bare || place.is_some()) && ends_with_word(office.head, lemma)
                        || bare && begins_with_word(office.head, lemma)
                        || same_office(office.head, lemma)
                        || self.spelled_out(lemma, office);
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

    /// "the health minister" is the Minister of Health, and no minister of state "for Health".
    fn spelled_out(&self, lemma: &str, office: &Office<'_>) -> bool {
        let ties = |word: &str| matches!(word, "of" | "for" | "the");
        let told = |phrase: &'_ str, word: &str| phrase.split(' ').any(|other| other == word);
        let has = |word: &str| office.tokens.clone().any(|at| self.page.reads(at, word));
        let tied = lemma.split(' ').any(ties) || has("of") || has("for");
        tied && lemma.contains(' ')
            && lemma.split(' ').all(|word| ties(word) || has(word))
            && (office.head.split(' ')).all(|word| ties(word) || told(lemma, word))
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
                .entries_in(Table::NameParts, at)
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
            return self.not_another(body, at, lemma);
        }
        if !matches!(mark, BodyMark::Generic | BodyMark::Company) {
            return None;
        }
        let here = page.sentence_of(at)?;
        let near = self.bodies.before(at).take(12).filter(|body| {
            page.sentence_of(body.tokens.start)
                .is_some_and(|sentence| sentence + GENERIC_REACH >= here)
        });
        let fits = |body: &&Body<'l>| {
            body.kind == kind
                || mark == BodyMark::Generic
                    && matches!(
                        (kind, body.kind),
                        (BodyKind::Group, BodyKind::Organization)
                            | (BodyKind::Organization, BodyKind::Group)
                    )
        };
        let near: Vec<&Body<'l>> = near.filter(fits).collect();
        let known = near.iter().copied().find(|body| body.known);
        if mark == BodyMark::Generic {
            return self.generic(at, lemma, &near);
        }
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

    /// "The group", "the rights group": the known body named last; of what tells more than that it is a body, the only one. Where
    /// none is known, the only one that the article calls a body.
    fn generic(&self, at: usize, lemma: &str, near: &[&Body<'l>]) -> Option<TokenRange> {
        let page = self.page;
        let named = |body: &&&Body<'l>| {
            let capital = |at| page.has(at, Flags::CAPITALISED);
            body.known || body.tokens.len() > 1 && body.tokens.clone().any(capital)
        };
        if let Some(last) = near.iter().find(|body| body.known) {
            let same = |body: &&Body<'l>| body.head == last.head;
            let told = lemma.contains(' ');
            return (!told || near.iter().filter(named).copied().all(|body| same(&body)))
                .then(|| last.tokens.clone());
        }
        let other = self.bodies.companies(page).only_other_before(at).cloned();
        let mut proper = near.iter().filter(named);
        match (proper.next(), proper.next(), other) {
            (None, _, other) => other,
            (Some(only), None, None) => {
                // "a survey by the Norvale Centre": who has said nothing is not taken up.
                let sentence = page.sentence_of(only.tokens.start)?;
                let spoke = |&(_, claim): &(usize, usize)| matches!(&self.referents[claim], Referent::Body(name) if name.start == only.tokens.start);
                let spoke = self.claims_in(sentence).iter().any(spoke);
                spoke.then(|| only.tokens.clone())
            }
            _ => None,
        }
    }

    /// "Norvale's defence ministry said no. “Yes,” foreign ministry spokesman Ana Ruiz said. The ministry": the one that the
    /// spokesman speaks for, where it is named; never the one before.
    fn not_another(&self, body: TokenRange, at: usize, lemma: &str) -> Option<TokenRange> {
        let page = self.page;
        let head = |at: &usize| {
            body_at(page, *at).is_some_and(|(head, _, length, slot)| {
                slot != Slot::Plural
                    && (head == lemma || ends_with_word(head, lemma))
                    && page.is(at + length, Classes::ROLE.with(Classes::TITLE))
            })
        };
        let nearer = (body.end.max(at.saturating_sub(NEARER))..at)
            .rev()
            .find(head);
        let Some(nearer) = nearer else {
            return Some(body);
        };
        let length = body_at(page, nearer)?.2;
        let told: Vec<&str> = (widen(page, nearer)..nearer + length)
            .filter(|&at| page.kind(at) == Some(TokenKind::Word) && !page.is(at, WHERE))
            .filter(|&at| !page.reads(at, lemma) && !self.is_filler(at))
            .map(|at| page.word(at))
            .collect();
        let has = |name: &TokenRange, word: &str| name.clone().any(|at| page.reads(at, word));
        let fits = |name: &TokenRange| told.iter().all(|word| has(name, word));
        if fits(&body) {
            return Some(body);
        }
        let mut others = self.bodies_with_head(at, lemma);
        others
            .find(|other| fits(&other.tokens))
            .map(|other| other.tokens.clone())
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

/// Words for one office.
const SAME: [&[&str]; 3] = [
    &[
        "member of parliament",
        "MP",
        "lawmaker",
        "legislator",
        "parliamentarian",
    ],
    &["premier", "prime minister"],
    &["CEO", "chief executive", "chief executive officer"],
];

fn same_office(one: &str, other: &str) -> bool {
    SAME.iter()
        .any(|words| words.contains(&one) && words.contains(&other))
}

/// "minister of health" begins with "minister".
fn begins_with_word(phrase: &str, word: &str) -> bool {
    phrase
        .strip_prefix(word)
        .is_some_and(|rest| rest.starts_with(" of ") || rest.starts_with(" for "))
}

/// "health minister" ends with "minister".
fn ends_with_word(phrase: &str, word: &str) -> bool {
    let (phrase, word) = (phrase.as_bytes(), word.as_bytes());
    phrase.len() > word.len() + 1
        && phrase[phrase.len() - word.len()..].eq_ignore_ascii_case(word)
        && phrase[phrase.len() - word.len() - 1] == b' '
}
