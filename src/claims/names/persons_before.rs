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

impl<'t, 'l> Resolver<'_, 't, 'l> {
    /// "he", "she": the last speaker, subject or person before.
    pub(super) fn person_before(
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
            if !quoted && fits(speaker) && !is_turn(&claims[outer]) {
                return speaker.clone();
            }
        }
        let Some(here) = self.page.sentence_of(at) else {
            return Referent::Unknown;
        };
        let mut own_words = 0;
        for (back, sentence) in self.backwards(here).take(FAR).enumerate() {
            // The last one who spoke there.
            let person = |referent: &Referent<'l>| referent.is_person() && fits(referent);
            let spoke = self.last_speaker(claims, index, at, sentence, person);
            let mut range = self.page.sentences[sentence].tokens.clone();
            range.end = range.end.min(at);
            let quoted = range.clone().all(|token| {
                self.page.has(token, Flags::QUOTED)
                    || self.page.kind(token) != Some(TokenKind::Word)
            });
            let own = claims.get(index);
            let stands_in = |appearance: &&Appearance| {
                !appearance.quoted
                    && self.page.labelled(appearance.tokens.start).is_none()
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
            // "The monarch met Ruiz, but he told reporters": the subject of the clause before "but" as well.
            let goes_on = self.page.is(at.saturating_sub(1), Classes::CONJUNCTION);
            if back > 0 || goes_on {
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
