//! "says", "plan": forms of the present, which are nouns as often as verbs.

use crate::lexicon::Classes;
use crate::text::{Flags, TokenKind};

use super::super::closed_class::{CLOSED, to};
use super::super::neighbours::{
    clause_behind, closes_clause, closing_document, complement_follows, coordinated, is_counted,
    is_plural, plural_head, said_in, speaks_next, states,
};
use super::super::tag::Tag;
use super::VerbForm;

/// The most words of a subject between a relative pronoun and its verb of speech: "which many of the older critics say".
const LONGEST: usize = 8;

impl VerbForm<'_, '_, '_, '_> {
    /// "says", "plans"
    pub(super) fn third_person(&self) -> Tag {
        if self.attributive || self.before == Some(Tag::Preposition) || self.is_owned() {
            return Tag::Noun;
        }
        // "The plan needs to change"
        let modal = self.page.phrase_classes(self.index).any(Classes::MODAL);
        if !self.also_noun || modal || self.third_person_is_verb() {
            Tag::Finite
        } else {
            Tag::Noun
        }
    }

    /// "the mayor, whose plan she said would fail"
    fn is_owned(&self) -> bool {
        self.direct == Some(Tag::Relative) && self.word_before() == "whose"
    }

    /// "Bills rose, an analysis of new records shows."
    fn closes_document(&self, plural: bool) -> bool {
        closing_document(self.page, self.tags, self.index)
            .is_some_and(|head| is_plural(self.page.word(head)) == plural)
    }

    /// Behind "which critics say".
    fn is_gapped(&self) -> bool {
        let mut before = self.tags[..self.index - 1].iter().rev().take(LONGEST);
        let opens = before.find(|tag| !tag.is_nominal() && !tag.determines());
        opens == Some(&Tag::Relative)
    }

    /// A base form of a verb of speech behind the word: that is the verb of a plural.
    fn base_follows(&self) -> bool {
        self.next.is_some_and(|next| {
            next.is(Classes::CUE_VERB)
                && next.is(Classes::BASE)
                && !next.is(Classes::PAST)
                && (!next.is(Classes::ALSO_NOUN) || self.page.reads(self.index + 1, "say"))
        })
    }

    fn third_person_is_verb(&self) -> bool {
        let (page, index) = (self.page, self.index);
        // "plans to sell", but "attacks to the east"
        let to = self.next_is(Classes::INFINITIVE_TO) && to(page, index + 1) == Tag::To;
        let that = self.next_is(Classes::THAT);
        match self.before {
            // "the rule, which advocates say hurts shops"
            Some(Tag::Relative | Tag::That) if self.base_follows() => false,
            Some(Tag::Pronoun | Tag::Relative | Tag::That) => true,
            Some(Tag::Name) if self.titled => self.cue && self.next.is_some(),
            // "The mayor also plans to sell": an adverb stands before a verb.
            Some(Tag::Noun | Tag::Name)
                if self.cue && self.direct == Some(Tag::Adverb) && (self.object_follows || to) =>
            {
                true
            }
            // "Ruiz calls on the council to resign", "Ruiz points to the cost"
            Some(Tag::Name)
                if self.cue
                    && self.token.phrase_length > 1
                    && page.phrase_classes(index).any(Classes::CUE_VERB)
                    && !is_counted(self.tags, index) =>
            {
                true
            }
            Some(Tag::Name | Tag::Noun) if self.cue && self.closes_document(false) => true,
            // "Official data shows exports fell", "Research shows children learn"
            Some(Tag::Noun | Tag::Name)
                if self.cue
                    && page.is(index - 1, Classes::DOCUMENT)
                    && !is_plural(self.word_before())
                    && self
                        .next
                        .is_some_and(|next| next.kind == TokenKind::Word && !next.is(CLOSED)) =>
            {
                true
            }
            // "The mayor claims in his letter that": the clause stands behind where it is said.
            Some(Tag::Noun | Tag::Name) if self.cue && said_in(page, index) => true,
            // "The dam leaks, the Hale Courier reports."
            Some(Tag::Name) if self.cue && closes_clause(page, self.tags, index) => true,
            Some(Tag::Name | Tag::Close | Tag::Comma) => {
                let name_follows = self.before == Some(Tag::Name)
                    && self
                        .next
                        .is_some_and(|next| next.has(Flags::CAPITALISED) && !next.is(CLOSED));
                let plans = to && !is_counted(self.tags, index);
                self.object_follows || plans || self.cue && name_follows || self.says()
            }
            // "The mayor worries about rents", "The well is dry, the guide notes."
            Some(Tag::Noun)
                if self.cue
                    && self.speaker
                    && !is_plural(self.word_before())
                    && (states(page, index) || closes_clause(page, self.tags, index)) =>
            {
                true
            }
            // "a rule which critics say harms shops": its subject stands before who says it.
            Some(Tag::Finite) => self.word_before() == "say" && self.is_gapped(),
            // "Their experience shows that planting trees is hard", but "the shows that ran".
            Some(Tag::Noun) if self.cue && that && clause_behind(page, index + 2) => true,
            // "denies any fault and points out that", "rejects the plan and pledges to stay"
            Some(Tag::Conjunction | Tag::But) if self.cue && complement_follows(page, index) => {
                true
            }
            Some(Tag::Noun | Tag::Conjunction | Tag::But) => {
                self.object_follows && (self.speaker || !that) || self.says()
            }
            // "Radio 6 reports that the dam leaks"
            Some(Tag::Number) if self.cue && that => {
                self.tags.get(index.wrapping_sub(2)) == Some(&Tag::Name)
                    && !page.is(index.wrapping_sub(2), Classes::MONTH)
            }
            Some(Tag::Number | Tag::Quantifier | Tag::Determiner | Tag::Dash | Tag::Bracket) => {
                self.says()
            }
            _ => false,
        }
    }

    /// "say", "plan"
    pub(super) fn base(&self) -> Tag {
        if self.attributive || self.before == Some(Tag::Preposition) || self.is_owned() {
            return Tag::Noun;
        }
        if self.verb_follows && (self.also_noun || self.before.is_none()) && !self.says() {
            return Tag::Noun;
        }
        let finite = match self.before {
            // "who police the streets", but "who police say was armed"
            Some(Tag::Relative) => !self.base_follows(),
            Some(Tag::Pronoun) => true,
            // "26% say they agree", "a third say", "the leaders – all of them – say"
            Some(Tag::Number | Tag::Quantifier)
                if speaks_next(self.page, self.index, self.token) =>
            {
                true
            }
            Some(Tag::Determiner | Tag::Dash | Tag::Bracket | Tag::Close) if self.says() => true,
            // "Those close to him say", but "let him say"
            Some(Tag::Object) => {
                self.says() && self.tags.get(self.index.wrapping_sub(2)) == Some(&Tag::Preposition)
            }
            Some(Tag::Question | Tag::Quantifier) => !self.also_noun,
            Some(Tag::Conjunction | Tag::But) => self.says(),
            Some(Tag::Noun | Tag::Name | Tag::Clitic | Tag::Comma) => self.agrees(),
            // `"Come home," read the letter.`
            Some(Tag::Close) => {
                let name = self.next.is_some_and(|next| next.has(Flags::CAPITALISED));
                self.cue && self.token.is(Classes::PAST) && (self.object_follows || name)
            }
            None | Some(Tag::Stop | Tag::Open | Tag::Colon) if !self.also_noun => return Tag::Base,
            _ => false,
        };
        if finite { Tag::Finite } else { Tag::Noun }
    }

    /// Whether a base form behind a noun phrase is its verb: "polls show voters", "the police suspect that".
    fn agrees(&self) -> bool {
        let (page, index) = (self.page, self.index);
        // "Lagos state police": the name of a place is no plural.
        if self.direct == Some(Tag::Name) && page.is(index - 1, Classes::PLACE) && self.also_noun {
            return self.object_follows || self.says();
        }
        let before = self.word_before();
        let past = self.token.is(Classes::PAST);
        let plural = is_plural(before)
            || before.ends_with("people")
            || ["men", "women", "children", "police"]
                .iter()
                .any(|word| before.eq_ignore_ascii_case(word))
            || matches!(self.direct, Some(Tag::Comma | Tag::Adverb))
            // "Analysts at Hale Bank expect"
            || !self.also_noun && plural_head(page, self.tags, index)
            || coordinated(page, self.tags, index, self.titled);
        // "polls show voters": a verb of speech behind a plural, with something to say behind it.
        let speech = self.cue
            && !self.verb_follows
            && is_plural(before)
            && self.next.is_some_and(|next| {
                next.kind == TokenKind::Word
                    && !next.is(CLOSED.without(Classes::ADVERB).without(Classes::NEGATION))
            });
        // "the reform, which ministers hope will cut queues"
        let gapped = self.cue
            && is_plural(before)
            && self.next_is(Classes::MODAL.with(Classes::AUXILIARY))
            && self.is_gapped();
        // "Bills rose, new records show."
        let inserted = self.cue
            && self.also_noun
            && is_plural(before)
            && closes_clause(page, self.tags, index);
        // "The letter read, "Do not come back.""
        let quotes = self.cue
            && past
            && self
                .next
                .is_some_and(|next| next.kind == TokenKind::Punctuation)
            && page.kind(index + 2) == Some(TokenKind::Mark);
        // "The bank forecast growth of 2 percent": a form that is a past as well, between who can speak and what they say.
        let past_speech = self.cue
            && past
            && self.speaker
            && self.next.is_some_and(|next| {
                next.kind == TokenKind::Word && !next.is(CLOSED.with(Classes::VERB))
            });
        // "The minister hit back at critics"
        let particle = past
            && self.token.phrase_length > 1
            && page.phrase_classes(index).any(Classes::CUE_VERB);
        if self.says()
            || particle
            || quotes
            || past_speech
            || inserted
            || gapped
            || self.cue && plural && said_in(page, index)
            || self.cue && self.closes_document(true)
            || self.cue && self.holds()
        {
            return true;
        }
        if !plural && !past {
            return false;
        }
        // "The men face ten years in prison"
        let amount = plural
            && self
                .next
                .is_some_and(|next| next.kind == TokenKind::Number || next.is(Classes::NUMBER));
        !self.also_noun && !self.token.is(Classes::ALSO_ADJECTIVE)
            || amount
            || self.object_follows
            || speech
            || self.cue && self.titled
    }

    /// "Files from the bank show that", "the police suspect that", "the farmers wish to stay"
    fn holds(&self) -> bool {
        let (page, index) = (self.page, self.index);
        let plural = is_plural(self.word_before());
        let plural_head = || plural_head(page, self.tags, index);
        let counts = || {
            page.phrase_classes(index + 1)
                .any(Classes::QUANTIFIER.with(Classes::HEDGE))
        };
        // "Polls in the north show the mayor ahead", "polls show as many as 30"
        self.object_follows && !self.verb_follows && plural_head()
            || page.is(index.wrapping_sub(1), Classes::DOCUMENT) && plural && counts()
            || self.next_is(Classes::THAT) && (self.speaker || plural_head())
            || self.next_is(Classes::INFINITIVE_TO) && plural
    }
}
