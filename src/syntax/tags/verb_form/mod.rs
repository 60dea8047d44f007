//! Which word is a verb here: the forms of verbs, by their neighbours.

mod present;

use crate::lexicon::Classes;
use crate::text::{Flags, Page, Token, TokenKind};

use super::closed_class::CLOSED;
use super::neighbours::{
    dates_noun, introduces, is_plural, modifies_speaker, opens_quotation, speaks_next,
};
use super::tag::{Tag, previous};

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
        // "Polling averages show": a plural has the verb, and the gerund tells of it; "Playing games is fun".
        let plural_verb = verb.direct.is_none()
            && is_plural(page.word(index + 1))
            && !page.is(index + 1, CLOSED)
            && page.is(index + 2, Classes::CUE_VERB)
            && page.is(index + 2, Classes::BASE);
        let attributive = document
            || plural_verb
            || verb.attributive
            || modifies_speaker(page, index, verb.direct);
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
        // "Of the 40, nine died, police said": an adjective has its noun behind it.
        let ends = counted
            && self
                .next
                .is_some_and(|next| next.kind == TokenKind::Punctuation);
        let attributive = self.attributive && !(ends && past) && (participle || !past || !counted)
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
        // "is forecast to shrink", "was hit by rain"
        let be = || {
            ["is", "are", "was", "were", "be", "been", "being"]
                .iter()
                .any(|word| page.reads(index - 1, word))
        };
        if self.direct == Some(Tag::Auxiliary) && self.token.is(Classes::PARTICIPLE) && be() {
            return Some(Tag::Participle);
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
}
