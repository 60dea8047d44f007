//! "he", "she": the last speaker, subject or person before.

use crate::claims::draft::ClaimDraft;
use crate::entities::cast::{Appearance, genders_meet};
use crate::lexicon::entries::people::Gender;
use crate::lexicon::{Classes, Meaning};
use crate::syntax::Tag;
use crate::syntax::phrases::Reach;
use crate::text::{Flags, TokenKind, TokenRange};

use super::Resolver;
use super::pronouns::is_turn;
use super::referent::Referent;

/// How many sentences of the reporter's own words are searched.
const REACH: usize = 4;
/// How many sentences in all, those in quotation marks counted.
const FAR: usize = 12;
/// How many adverbs can stand between a subject and its verb.
const ADVERBS: usize = 4;

/// A pronoun, and what is known of the person it stands for.
struct Pronoun<'a, 't, 'l> {
    claims: &'a [ClaimDraft<'t, 'l>],
    /// The claim that it is read for.
    index: usize,
    at: usize,
    gender: Gender,
}

impl<'t, 'l> Resolver<'_, 't, 'l> {
    /// "he", "she": the last speaker, subject or person before.
    pub(super) fn person_before(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        at: usize,
        gender: Gender,
    ) -> Referent<'l> {
        let pronoun = Pronoun {
            claims,
            index,
            at,
            gender,
        };
        if let Some(speaker) = self.speaker_around(&pronoun) {
            return speaker;
        }
        let Some(here) = self.page.sentence_of(at) else {
            return Referent::Unknown;
        };
        let mut own_words = 0;
        for (back, sentence) in self.backwards(here).take(FAR).enumerate() {
            let mut range = self.page.sentences[sentence].tokens.clone();
            range.end = range.end.min(at);
            if let Some(person) = self.antecedent_in(&pronoun, sentence, &range, back) {
                return person;
            }
            own_words += usize::from(self.is_unquoted(&range));
            if own_words > REACH {
                break;
            }
        }
        Referent::Unknown
    }

    /// Whether the pronoun can stand for whom this is.
    fn agrees(&self, pronoun: &Pronoun<'_, 't, 'l>, referent: &Referent<'l>) -> bool {
        match referent {
            Referent::Member(number) => (self.cast.members.get(*number))
                .is_some_and(|member| genders_meet(member.gender, pronoun.gender)),
            Referent::Stranger(other) => genders_meet(*other, pronoun.gender),
            _ => false,
        }
    }

    /// "Ruiz said she was ready": the speaker of the words around.
    fn speaker_around(&self, pronoun: &Pronoun<'_, 't, 'l>) -> Option<Referent<'l>> {
        let outer = pronoun.claims.get(pronoun.index)?.nested_in?;
        let speaker = &self.referents[outer];
        let speaks = !self.page.has(pronoun.at, Flags::QUOTED)
            && self.agrees(pronoun, speaker)
            && !is_turn(&pronoun.claims[outer]);
        speaks.then(|| speaker.clone())
    }

    /// The person of one sentence, up to the pronoun: who spoke there last, its subject, anybody it names.
    fn antecedent_in(
        &self,
        pronoun: &Pronoun<'_, 't, 'l>,
        sentence: usize,
        range: &TokenRange,
        back: usize,
    ) -> Option<Referent<'l>> {
        let &Pronoun {
            claims,
            index,
            at,
            gender,
        } = pronoun;
        let person =
            |referent: &Referent<'l>| referent.is_person() && self.agrees(pronoun, referent);
        if let Some(speaker) = self.last_speaker(claims, index, at, sentence, person) {
            return Some(speaker);
        }
        let named = self.cast.within(range);
        let stands_in = |appearance: &&Appearance| self.stands_in(pronoun, appearance);
        let subject = named
            .iter()
            .filter(stands_in)
            .find(|appearance| !appearance.modifier && self.is_subject(appearance, range.start));
        if let Some(subject) = subject {
            return Some(Referent::Member(subject.member));
        }
        // "The monarch met Ruiz, but he told reporters": the subject of the clause before "but" as well.
        let goes_on = self.page.is(at.saturating_sub(1), Classes::CONJUNCTION);
        if back > 0 || goes_on {
            if let Some(stranger) = self.stranger_subject(range, gender) {
                return Some(stranger);
            }
        }
        named
            .iter()
            .rfind(|appearance| stands_in(appearance) && !appearance.modifier)
            .or_else(|| {
                named
                    .iter()
                    .rfind(|appearance| back <= 1 && stands_in(appearance))
            })
            .map(|any| Referent::Member(any.member))
    }

    /// Whether the pronoun can take up this name: not one in a quotation, a label or the content of its own claim.
    fn stands_in(&self, pronoun: &Pronoun<'_, 't, 'l>, appearance: &Appearance) -> bool {
        let own = pronoun.claims.get(pronoun.index);
        let start = appearance.tokens.start;
        !appearance.quoted
            && self.page.labelled(start).is_none()
            && !own.is_some_and(|own| own.nested_in.is_none() && own.holds(start))
            && self.agrees(pronoun, &Referent::Member(appearance.member))
    }

    /// Whether the reporter's own words stand there.
    fn is_unquoted(&self, range: &TokenRange) -> bool {
        range.clone().any(|token| {
            !self.page.has(token, Flags::QUOTED) && self.page.kind(token) == Some(TokenKind::Word)
        })
    }

    /// Whether a name is the subject of its sentence's first clause, or of a clause of its own: a verb follows, and no
    /// preposition governs it.
    fn is_subject(&self, appearance: &Appearance, start: usize) -> bool {
        let syntax = self.syntax;
        // With the title, and what stands before the phrase.
        let end = appearance.tokens.end;
        let phrase = Reach::Base.ending_at(syntax, end, start);
        let first = phrase.map_or(start, |phrase| phrase.start);
        let governed = first > start && syntax.tag(first - 1) == Tag::Preposition;
        let next = (end..end + ADVERBS)
            .find(|&at| !syntax.page.is(at, Classes::ADVERB))
            .unwrap_or(end);
        let inserted = matches!(syntax.tag(next), Tag::Comma | Tag::Relative);
        !governed && (syntax.may_be_predicate(next) || inserted && first == start)
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
            let tag = self.syntax.tag(at);
            if tag.is_finite() || tag == Tag::Preposition {
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
                let behind = self.syntax.may_be_predicate(at + 1);
                return (behind && genders_meet(of_role, gender))
                    .then_some(Referent::Stranger(of_role));
            }
        }
        None
    }
}
