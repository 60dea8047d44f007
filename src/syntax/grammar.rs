//! [`Syntax`]: the page as the constructions read it.

use crate::lexicon::entries::speech::Frames;
use crate::lexicon::{Classes, Meaning, Table};
use crate::measures::times::TimeMention;
use crate::text::{Flags, Page, TokenRange};

use super::tags::{Tag, tag};

/// How far a look goes in a sentence without end: 40 words are a long one, and no text may cost more than its length.
pub(crate) const FAR: usize = 150;

/// The most tokens of time, place and agent behind a participle: "released on Monday by the central bank of the state".
const ADJUNCTS: usize = 15;

/// The page as the grammar reads it: its tokens' tags, and which of them tell a time.
#[derive(Debug)]
pub(crate) struct Syntax<'p, 't, 'l> {
    pub page: &'p Page<'t, 'l>,
    tags: Vec<Tag>,
    timed: Vec<bool>,
}

impl<'p, 't, 'l> Syntax<'p, 't, 'l> {
    pub(crate) fn read(page: &'p Page<'t, 'l>, times: &[TimeMention]) -> Self {
        let mut tags = tag(page);
        // What cuts a sentence is no part of it.
        for cut in page.cuts.iter().filter(|cut| cut.sentence) {
            for tag in tags.get_mut(cut.gap.clone()).unwrap_or_default() {
                *tag = Tag::Other;
            }
        }
        let mut timed = vec![false; page.tokens.len()];
        // "says 52-year-old Tom Bell was asleep": an age describes somebody and is no adjunct of time.
        let is_age = |time: &&TimeMention| {
            let last = time.tokens.end.wrapping_sub(1);
            page.has(last, Flags::HYPHENATED) && page.word(last).ends_with("old")
        };
        for time in times.iter().filter(|time| !is_age(time)) {
            for token in timed.get_mut(time.tokens.clone()).unwrap_or_default() {
                *token = true;
            }
        }
        Self { page, tags, timed }
    }

    #[inline]
    pub(crate) fn tag(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or(Tag::Other)
    }

    /// Whether the verb at a token tells what is over: "met", "was met"; also "cut", where nothing makes it a base form,
    /// and "polls *taken* in May", a noun by its place alone.
    pub(crate) fn is_past(&self, token: usize) -> bool {
        let is = |classes| self.page.is(token, classes);
        match self.tag(token) {
            Tag::Past | Tag::Participle => true,
            Tag::Finite => is(Classes::PAST),
            Tag::Noun => {
                is(Classes::PAST.with(Classes::PARTICIPLE))
                    && !is(Classes::GERUND)
                    && !self.tag(token.wrapping_sub(1)).determines()
            }
            _ => false,
        }
    }

    /// Whether a noun by its place could be a verb: "The law *takes* effect", "The talks *resume* Friday".
    pub(crate) fn may_be_verb(&self, token: usize) -> bool {
        let present = Classes::THIRD_PERSON.with(Classes::BASE);
        self.tag(token) == Tag::Noun && self.page.is(token, present)
    }

    /// Whether a token behind a subject could be its verb.
    pub(crate) fn may_be_predicate(&self, token: usize) -> bool {
        self.tag(token).is_finite() || self.may_be_verb(token)
    }

    /// Whether a verb in the present does not agree with a subject of this number: "Ruiz *say*", "doctors *says*".
    pub(crate) fn disagrees(&self, verb: usize, plural: bool) -> bool {
        let is = |classes| self.page.is(verb, classes);
        let other = if plural {
            is(Classes::THIRD_PERSON)
        } else {
            is(Classes::BASE) && !is(Classes::THIRD_PERSON)
        };
        other && !is(Classes::PAST)
    }

    /// Whether a past form could be a base form: "*cut*", "*set*".
    pub(crate) fn may_be_base(&self, token: usize) -> bool {
        self.page.can_be(token, Classes::BASE)
    }

    /// Whether a word can stand before a noun as an adjective, whatever else it is: "*hard* choices", "*early* results".
    pub(crate) fn may_be_adjective(&self, token: usize) -> bool {
        self.page.is(token, Classes::ALSO_ADJECTIVE)
    }

    /// Whether it is a form that no noun has: "Ana Ruiz and the mayor *meet*".
    pub(crate) fn can_be_no_noun(&self, token: usize) -> bool {
        let other = Classes::ALSO_NOUN.with(Classes::ALSO_ADJECTIVE);
        self.page.is(token, Classes::BASE) && !self.page.is(token, other)
    }

    /// The first token of a range that has a tag.
    #[inline]
    pub(crate) fn first(&self, range: TokenRange, tag: Tag) -> Option<usize> {
        let tags = self.tags.get(range.start..range.end.min(self.tags.len()))?;
        let found = tags.iter().position(|&other| other == tag)?;
        Some(range.start + found)
    }

    /// The last token of a range that has a tag.
    pub(crate) fn last(&self, range: &TokenRange, tag: Tag) -> Option<usize> {
        let tags = self.tags.get(range.clone())?;
        let found = tags.iter().rposition(|&other| other == tag)?;
        Some(range.start + found)
    }

    /// Whether the token is part of a time expression.
    #[inline]
    pub(crate) fn is_time(&self, token: usize) -> bool {
        self.timed.get(token).copied().unwrap_or(false)
    }

    #[inline]
    pub(crate) fn reads(&self, token: usize, word: &str) -> bool {
        self.page.reads(token, word)
    }

    /// Whether the token stands inside quotation marks.
    #[inline]
    pub(crate) fn is_quoted(&self, token: usize) -> bool {
        self.page.has(token, Flags::QUOTED)
    }

    /// A verb form that may be a noun as well: "report", "offers".
    pub(crate) fn may_be_noun(&self, token: usize) -> bool {
        self.page.is(token, Classes::ALSO_NOUN)
    }

    /// A word that can open a subordinate clause, whatever it is tagged here: "when", "after", "if".
    pub(crate) fn may_subordinate(&self, token: usize) -> bool {
        self.page.is(token, Classes::SUBORDINATOR)
    }

    /// The other half of a quotation mark.
    pub(crate) fn twin(&self, token: usize) -> Option<usize> {
        self.page
            .tokens
            .get(token)?
            .twin()
            .map(|twin| twin as usize)
    }

    /// Behind the quotation that opens at `token`; behind the token itself where it opens none.
    pub(crate) fn behind_quotation(&self, token: usize) -> usize {
        match self.twin(token) {
            Some(twin) if twin > token => twin + 1,
            None if self.tag(token) == Tag::Open => self.behind_unclosed(token),
            _ => token + 1,
        }
    }

    /// The last token that a quotation says, before its closing mark at `close`: the marks of quotations within it can close
    /// with it, "… and say, 'Well done,'" she said.
    pub(crate) fn last_said(&self, close: usize) -> usize {
        let mut last = close.saturating_sub(1);
        while last > 0 && self.tag(last) == Tag::Close {
            last -= 1;
        }
        last
    }

    /// A quotation that is never closed ends with its paragraph.
    fn behind_unclosed(&self, token: usize) -> usize {
        let quotations = &self.page.quotations;
        let number = quotations.partition_point(|quotation| quotation.tokens.start < token);
        quotations
            .get(number)
            .filter(|quotation| quotation.tokens.start == token)
            .map_or(token + 1, |quotation| quotation.tokens.end.max(token + 1))
    }

    /// Whether a clause's verb stands in the range, outside of quotation marks.
    pub(crate) fn has_finite(&self, range: TokenRange) -> bool {
        let start = range.start.max(range.end.saturating_sub(FAR));
        (start..range.end).any(|token| self.tag(token).is_finite() && !self.is_reduced(token))
    }

    /// Whether a clause's verb stands in the range that no relative clause has: not in "the mayor, who toured the area".
    pub(crate) fn has_main_verb(&self, range: TokenRange) -> bool {
        let mut relatives = 0_u32;
        for token in range {
            let tag = self.tag(token);
            if matches!(tag, Tag::Relative) {
                relatives += 1;
            } else if tag.is_finite() && !self.is_reduced(token) {
                // "The company, based in Leeds"
                let apposed = tag == Tag::Past
                    && token > 0
                    && self.tag(token - 1) == Tag::Comma
                    && self.tag(token + 1) == Tag::Preposition;
                if apposed {
                    continue;
                }
                let goes_on = token > 0 && self.tag(token - 1).is_auxiliary();
                match relatives {
                    0 => return true,
                    _ if goes_on => {}
                    _ => relatives -= 1,
                }
            }
        }
        false
    }

    /// "troops backed by Turkey", "a report released Monday said": a participle without its auxiliary; not "a bus
    /// overturned Monday, killing four".
    pub(crate) fn is_reduced(&self, token: usize) -> bool {
        let dated = || {
            self.is_time(token + 1)
                && (self.tag(token.wrapping_sub(1)) == Tag::Comma || self.verb_follows(token + 1))
        };
        if self.tag(token) != Tag::Past {
            return false;
        }
        let cue = self.page.is(token, Classes::CUE_VERB) && !self.is_light(token);
        if !cue && (self.reads(token + 1, "by") || dated()) {
            return true;
        }
        // "A letter sent to parents said", "A plan announced in May would": behind the noun that it tells of.
        matches!(self.tag(token + 1), Tag::Preposition | Tag::Adverb)
            && !self.may_subordinate(token + 1)
            && token > 0
            && self.tag(token - 1).is_nominal()
            // "Two people questioned by police said", "Two of the men charged with fraud deny"
            && (!cue
                || matches!(self.page.word(token + 1), "by" | "with")
                || self.reads(token + 1, "of") && !self.page.is(token + 2, Classes::THAT)
                || self.is_proposed(token - 1)
                || self.is_published(token))
            && self.verb_joins(token + 1)
    }

    /// "a statement posted online", "videos shared by residents": a verb that can do without words behind it, and a document.
    pub(crate) fn is_published(&self, token: usize) -> bool {
        self.page.is(token - 1, Classes::DOCUMENT)
            && self.page.entries(token).any(|(entry, _)| {
                matches!(&entry.meaning, Meaning::Cue(word) if word.frames.any(Frames::LIGHT))
            })
    }

    /// "a plan", "talks": what is announced, and announces nothing.
    fn is_proposed(&self, noun: usize) -> bool {
        use crate::lexicon::entries::speech::ObjectClass::{Event, Plan, Said};
        !self.page.is(noun, Classes::DOCUMENT)
            && (self.page.is(noun, Classes::CUE_NOUN)
                || self
                    .page
                    .entries_in(Table::Objects, noun)
                    .any(|(entry, _)| {
                        matches!(entry.meaning, Meaning::Object(Plan | Said | Event))
                    }))
    }

    /// Part of a noun phrase, an adjunct or a time: "to parents on Monday".
    #[inline]
    fn is_in_phrase(&self, token: usize) -> bool {
        let tag = self.tag(token);
        tag.is_nominal()
            || matches!(
                tag,
                Tag::Preposition | Tag::Determiner | Tag::Possessive | Tag::Clitic | Tag::Adverb
            )
            || self.is_time(token)
    }

    /// Whether a verb comes behind nothing but phrases and times: "sent to parents on Monday [said]"; not "sent to Lima and
    /// said", "walked to the mill after Ana Ruiz said".
    fn verb_joins(&self, start: usize) -> bool {
        (start..start + ADJUNCTS)
            .find(|&token| {
                !self.is_in_phrase(token) && !self.is_charge(token) || self.may_subordinate(token)
            })
            .is_some_and(|token| self.tag(token).is_finite())
    }

    /// "accused of *stabbing*", "charged with *attacking*", "jailed for *killing*": a gerund behind a participle and its
    /// preposition.
    pub(crate) fn is_charge(&self, token: usize) -> bool {
        token > 1
            && self.tag(token) == Tag::Gerund
            && matches!(self.page.word(token - 1), "of" | "with" | "for")
            && matches!(self.tag(token - 2), Tag::Past | Tag::Participle)
    }

    /// Whether nothing but times, places and agents stands before another verb: "released Monday by the bank [said]".
    fn verb_follows(&self, start: usize) -> bool {
        let behind = (start..start + ADJUNCTS).find(|token| !self.is_time(*token));
        // "remarks made last week by the ambassador"
        if behind.is_some_and(|token| self.reads(token, "by")) {
            return true;
        }
        (start..start + ADJUNCTS)
            .find(|&token| !self.is_in_phrase(token) && self.tag(token) != Tag::Conjunction)
            .is_some_and(|token| self.tag(token).is_finite())
    }

    /// "released", "issued": a verb that reports only with a noun behind it.
    fn is_light(&self, token: usize) -> bool {
        self.page.entries(token).any(|(entry, _)| {
            matches!(&entry.meaning, Meaning::Cue(word) if word.frames == Frames::LIGHT)
        })
    }
}
