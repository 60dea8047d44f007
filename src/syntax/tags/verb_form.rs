//! Which word is a verb here: the forms of verbs, by their neighbours.

use crate::lexicon::Classes;
use crate::text::{Flags, Page, Token, TokenKind};

use super::closed_class::{CLOSED, to};
use super::neighbours::{
    clause_behind, closes_clause, closing_document, complement_follows, coordinated, dates_noun,
    introduces, is_counted, is_plural, modifies_speaker, opens_quotation, plural_head, speaks_next,
    states,
};
use super::tag::{Tag, previous};

/// The most words of a subject between a relative pronoun and its verb of speech: "which many of the older critics say".
const LONGEST: usize = 8;

/// "-ed" and "-ing" of verbs that no dictionary lists.
pub(super) fn ends_like_a_verb(word: &str) -> Option<Tag> {
    let part = match word.as_bytes() {
        [.., b'e', b'd'] => Tag::Past,
        [.., b'i', b'n', b'g'] => Tag::Gerund,
        _ => return None,
    };
    // "then-President": what begins anew with a capital is no verb.
    let lower = word.bytes().skip(1).all(|byte| !byte.is_ascii_uppercase());
    (word.len() >= 6 && word.is_ascii() && lower).then_some(part)
}

/// What a verb form is where it stands, by its neighbours.
pub(super) fn verb_form(
    page: &Page<'_, '_>,
    tags: &[Tag],
    index: usize,
    start: usize,
    token: &Token,
    titled: bool,
) -> Tag {
    let verb = VerbForm::new(page, tags, index, start, token, titled);
    let classes = token.classes;
    let listed = classes.any(Classes::VERB);
    if classes.any(Classes::GERUND) || !listed && page.word(index).ends_with("ing") {
        // "Exit polling showed that": a noun that ends like a gerund.
        let document = token.is(Classes::DOCUMENT) && verb.next_is(Classes::CUE_VERB);
        let attributive =
            document || verb.attributive || modifies_speaker(page, index, verb.direct);
        return if attributive { Tag::Noun } else { Tag::Gerund };
    }
    let base = classes.any(Classes::BASE);
    if !base && (classes.any(Classes::PAST.with(Classes::PARTICIPLE)) || !listed) {
        return verb.past();
    }
    if base {
        if let Some(tag) = verb.governed() {
            return tag;
        }
    }
    if classes.any(Classes::THIRD_PERSON) {
        verb.third_person()
    } else if base {
        verb.base()
    } else {
        Tag::Noun
    }
}

/// A verb form with what tells what it is.
struct VerbForm<'a, 'p, 't, 'l> {
    page: &'p Page<'t, 'l>,
    tags: &'a [Tag],
    index: usize,
    start: usize,
    token: &'a Token,
    titled: bool,
    /// The tag before, over adverbs.
    before: Option<Tag>,
    /// The tag right before.
    direct: Option<Tag>,
    next: Option<&'p Token>,
    /// A word stands before it that only a noun phrase has: "his report".
    attributive: bool,
    /// What can follow a verb and hardly a noun.
    object_follows: bool,
    /// "Ruiz announced", "a news report published on Monday said", "one source said": two verbs do not meet.
    verb_follows: bool,
    also_noun: bool,
    cue: bool,
    /// "The police suspect that", but "the dozen states that voted": only who can speak holds that something is so.
    speaker: bool,
}

impl<'a, 'p, 't, 'l> VerbForm<'a, 'p, 't, 'l> {
    fn new(
        page: &'p Page<'t, 'l>,
        tags: &'a [Tag],
        index: usize,
        start: usize,
        token: &'a Token,
        titled: bool,
    ) -> Self {
        let direct = (index > start).then(|| tags[index - 1]);
        let next = page.tokens.get(index + 1);
        let attributive = match direct {
            Some(Tag::Determiner) => {
                !(page.is(index - 1, Classes::SUBJECT) && speaks_next(page, index, token))
            }
            Some(Tag::Possessive | Tag::Clitic) => true,
            // "a 2022 report that found defects"
            Some(Tag::Number) if dates_noun(page, tags, index) => true,
            // "the three laid out a plan", but "the three injured men"
            Some(Tag::Number)
                if index >= start + 2
                    && tags[index - 2] == Tag::Determiner
                    && next.is_none_or(|next| next.kind != TokenKind::Word || next.is(CLOSED)) =>
            {
                false
            }
            // "three in seven said rents were too high"
            Some(Tag::Number | Tag::Quantifier) => {
                !speaks_next(page, index, token) && !page.reads(index, "said")
            }
            _ => false,
        };
        let object_follows = next.is_some_and(|next| {
            next.is(Classes::DETERMINER
                .with(Classes::POSSESSIVE)
                .with(Classes::PRONOUN)
                .with(Classes::THAT)
                .with(Classes::INTERROGATIVE)
                .with(Classes::QUANTIFIER))
                || next.kind == TokenKind::Mark && opens_quotation(next, index + 1)
        }) || introduces(page, index);
        let verb_follows = next.is_some_and(|next| {
            next.is(Classes::PAST.with(Classes::THIRD_PERSON))
                && !next.is(Classes::BASE.with(Classes::ALSO_NOUN))
                && !next.has(Flags::CAPITALISED)
        });
        let voices = Classes::ROLE
            .with(Classes::ORGANIZATION)
            .with(Classes::DOCUMENT);
        Self {
            page,
            tags,
            index,
            start,
            token,
            titled,
            before: previous(tags, index, start),
            direct,
            next,
            attributive,
            object_follows,
            verb_follows,
            also_noun: token.is(Classes::ALSO_NOUN),
            cue: token.is(Classes::CUE_VERB),
            speaker: page.is(index.wrapping_sub(1), voices),
        }
    }

    fn next_is(&self, wanted: Classes) -> bool {
        self.next.is_some_and(|next| next.is(wanted))
    }

    fn word_before(&self) -> &'t str {
        self.page.word(self.index.wrapping_sub(1))
    }

    /// "say", "says": a noun so seldom that the place decides nothing.
    fn says(&self) -> bool {
        let word = self.token.text(self.page.text);
        word.eq_ignore_ascii_case("says") || word.eq_ignore_ascii_case("say")
    }

    /// "said", "killed", "written"
    fn past(&self) -> Tag {
        let preposition = self.before == Some(Tag::Preposition);
        let participle = self.token.is(Classes::PARTICIPLE);
        let past = self.token.is(Classes::PAST);
        // "Half went home": a form that is no participle is no adjective.
        let counted = matches!(self.direct, Some(Tag::Number | Tag::Quantifier));
        // "Leaked documents show": at its start a sentence has no verb with an object yet.
        let opens = matches!(self.direct, None | Some(Tag::Subordinator));
        let attributive = self.attributive && (participle || !past || !counted)
            || participle && opens && self.next_is(Classes::DOCUMENT)
            || participle && !self.cue && modifies_speaker(self.page, self.index, self.direct);
        if attributive || preposition && !self.next_is(Classes::DETERMINER) {
            return Tag::Noun;
        }
        match self.before {
            Some(Tag::Auxiliary) => Tag::Participle,
            Some(Tag::Modal) if participle && !past => Tag::Participle,
            _ if participle && !past => Tag::Noun,
            // "they shot", but "nine others shot in the street"
            Some(Tag::Pronoun) if self.object_follows || self.word_before() != "others" => {
                Tag::Finite
            }
            _ if past && !participle => Tag::Finite,
            _ => Tag::Past,
        }
    }

    /// A base form that an auxiliary, a modal or "to" governs.
    fn governed(&self) -> Option<Tag> {
        let (page, index) = (self.page, self.index);
        if matches!(self.before, Some(Tag::To | Tag::Modal)) {
            return Some(Tag::Base);
        }
        // "would not confirm or deny that", "nor deny it": a base form beside another one.
        let beside_base = index >= self.start + 2
            && self.tags[index - 2] == Tag::Base
            && (self.direct == Some(Tag::Conjunction) || page.reads(index - 1, "nor"));
        if beside_base && (self.object_follows || !self.also_noun) {
            return Some(Tag::Base);
        }
        // "does not say", "did say", "had set"; but "has veto power": behind "have" stands a participle or a noun.
        (self.before == Some(Tag::Auxiliary)).then(|| {
            let have = self.direct == Some(Tag::Auxiliary)
                && matches!(self.word_before(), "has" | "have" | "had");
            if have && !self.token.is(Classes::PARTICIPLE) {
                Tag::Noun
            } else {
                Tag::Base
            }
        })
    }

    /// "says", "plans"
    fn third_person(&self) -> Tag {
        if self.attributive || self.before == Some(Tag::Preposition) {
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
    fn base(&self) -> Tag {
        if self.attributive || self.before == Some(Tag::Preposition) {
            return Tag::Noun;
        }
        if self.verb_follows && (self.also_noun || self.before.is_none()) && !self.says() {
            return Tag::Noun;
        }
        let finite = match self.before {
            Some(Tag::Pronoun | Tag::Relative) => true,
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
        if self.says()
            || quotes
            || past_speech
            || inserted
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
