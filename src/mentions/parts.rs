//! Which part of speech every token is here, decided from the dictionaries' classes and the neighbours.
//!
//! One pass from left to right. It is coarse on purpose: what the constructions ask is where noun phrases and verb
//! groups begin and end, not whether "steel" in "steel plant" is an adjective.

use crate::lexicon::Classes;
use crate::text::{Flags, Page, Token, TokenKind, TokenRange};

use super::times::TimeMention;

/// What a token is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Determiner,
    /// "his", "their"
    Possessive,
    Quantifier,
    /// A pronoun that can be a subject: "he", "they", "many".
    Pronoun,
    /// "him", "themselves"
    Object,
    Preposition,
    /// "and", "or"
    Conjunction,
    /// "but", "yet"
    But,
    /// "while", "because", "if"
    Subordinator,
    /// "who", "which", "whom"
    Relative,
    /// "whether", "how", "what", "why", "where", "when"
    Question,
    That,
    /// "to" before a verb
    To,
    Auxiliary,
    Modal,
    Negation,
    Adverb,
    Number,
    Name,
    /// A noun, an adjective, or a word that no dictionary knows.
    Noun,
    /// A form that can only be finite here: "says", "wrote", "they argue".
    Finite,
    /// "said", "killed": past or participle.
    Past,
    /// A participle behind "be" or "have".
    Participle,
    /// The base form behind "to" or a modal.
    Base,
    Gerund,
    /// The possessive "'s".
    Clitic,
    Comma,
    Stop,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    Bracket,
    Other,
}

impl Part {
    /// A verb that carries a clause.
    pub(crate) const fn is_finite(self) -> bool {
        matches!(
            self,
            Self::Finite | Self::Past | Self::Auxiliary | Self::Modal
        )
    }

    /// A word that can be the head of a noun phrase or stand in it.
    pub(crate) const fn is_nominal(self) -> bool {
        matches!(self, Self::Name | Self::Noun | Self::Number)
    }

    /// A word that opens a noun phrase.
    pub(crate) const fn opens_phrase(self) -> bool {
        matches!(
            self,
            Self::Determiner
                | Self::Possessive
                | Self::Quantifier
                | Self::Pronoun
                | Self::Name
                | Self::Noun
                | Self::Number
        )
    }
}

/// How far a look goes in a sentence without end: 40 words are a long one, and no text may cost more than its length.
pub(crate) const FAR: usize = 150;

/// The part of every token of the page.
pub(crate) fn tag(page: &Page<'_, '_>) -> Vec<Part> {
    let mut parts = vec![Part::Other; page.tokens.len()];
    let mut done = 0;
    for sentence in &page.sentences {
        let range = sentence.tokens.clone();
        for index in done..range.start {
            let outside = range.start..range.start;
            parts[index] = part(page, &parts, index, outside.start, false);
        }
        let titled = is_titled(page, range.start, range.end);
        let mut index = range.start;
        while index < range.end {
            match several(page, index, range.end) {
                // "at least", "in turn", "even though", "a number of"
                Some((part, end)) => {
                    parts[index..end].fill(part);
                    index = end;
                }
                None => {
                    parts[index] = part(page, &parts, index, range.start, titled);
                    index += 1;
                }
            }
        }
        done = done.max(range.end);
    }
    parts
}

/// What a function word of several tokens is, and where it ends.
fn several(page: &Page<'_, '_>, index: usize, end: usize) -> Option<(Part, usize)> {
    let token = page.tokens.get(index)?;
    if token.phrase_length < 2 || index + usize::from(token.phrase_length) > end {
        return None;
    }
    let classes = page.phrase_classes(index);
    let hedge = classes.any(Classes::HEDGE);
    if classes.any(Classes::CUE_PREPOSITION) {
        return Some((Part::Preposition, index + usize::from(token.phrase_length)));
    }
    if classes.any(Classes::CUE_VERB.with(Classes::CUE_PREPOSITION))
        || classes.any(Classes::PREPOSITION) && !hedge
    {
        return None;
    }
    let behind = index + usize::from(token.phrase_length);
    if classes.any(Classes::HEDGE)
        || classes.any(Classes::QUANTIFIER) && !classes.any(Classes::CONNECTIVE)
    {
        return Some((Part::Quantifier, behind));
    }
    if classes.any(Classes::SUBORDINATOR) {
        return Some((Part::Subordinator, behind));
    }
    classes
        .any(Classes::ADVERB.with(Classes::CONNECTIVE))
        .then_some((Part::Adverb, behind))
}

/// Whether Nearly Every Word Begins with a Capital: a headline.
fn is_titled(page: &Page<'_, '_>, start: usize, end: usize) -> bool {
    let (mut long, mut capitalised) = (0_u32, 0_u32);
    for token in page.tokens.get(start..end).unwrap_or_default() {
        if token.kind == TokenKind::Word && token.end - token.start > 3 {
            long += 1;
            capitalised += u32::from(token.has(Flags::CAPITALISED));
        }
    }
    long >= 3 && capitalised * 10 >= long * 8
}

fn part(page: &Page<'_, '_>, parts: &[Part], index: usize, start: usize, titled: bool) -> Part {
    let Some(token) = page.tokens.get(index) else {
        return Part::Other;
    };
    let before = (index > start).then(|| parts[index - 1]);
    match token.kind {
        TokenKind::Word => word(page, parts, index, start, token, titled),
        TokenKind::Number => Part::Number,
        TokenKind::Clitic => clitic(page, parts, index, start),
        TokenKind::Punctuation => match page.word(index) {
            "," => Part::Comma,
            "." | "!" | "?" => Part::Stop,
            ":" => Part::Colon,
            ";" => Part::Semicolon,
            "(" | ")" | "[" | "]" | "{" | "}" => Part::Bracket,
            _ => Part::Other,
        },
        TokenKind::Dash => Part::Dash,
        TokenKind::Ellipsis => Part::Stop,
        TokenKind::Mark => match token.twin() {
            Some(twin) if (twin as usize) > index => Part::Open,
            Some(_) => Part::Close,
            None if !token.has(Flags::QUOTED) && before != Some(Part::Close) => Part::Open,
            None => Part::Other,
        },
        TokenKind::Handle | TokenKind::Url => Part::Name,
        TokenKind::Symbol => Part::Number,
    }
}

fn clitic(page: &Page<'_, '_>, parts: &[Part], index: usize, start: usize) -> Part {
    let printed = page.word(index);
    let is_s = printed.ends_with(['s', 'S']);
    if !is_s && printed.len() > 3 || printed.ends_with(['d', 'e', 'l', 'm']) {
        return Part::Auxiliary;
    }
    let before = (index > start).then(|| parts[index - 1]);
    match before {
        // "he's", "that's", "who's", "there's"
        Some(Part::Pronoun | Part::That | Part::Relative | Part::Question) => Part::Auxiliary,
        // "here's the plan", but "this week's debate"
        Some(Part::Adverb) if page.is(index + 1, Classes::DETERMINER) => Part::Auxiliary,
        // "Smith's not coming"
        Some(_) if page.is(index + 1, Classes::NEGATION) => Part::Auxiliary,
        _ => Part::Clitic,
    }
}

/// The last part before `index` that is no adverb; not further off than any adverbs in a row reach.
fn previous(parts: &[Part], index: usize, start: usize) -> Option<Part> {
    const FURTHEST: usize = 32;
    parts
        .get(start.max(index.saturating_sub(FURTHEST))..index)?
        .iter()
        .rev()
        .take(8)
        .find(|part| !matches!(part, Part::Adverb | Part::Negation))
        .copied()
}

const CLOSED: Classes = Classes::DETERMINER
    .with(Classes::POSSESSIVE)
    .with(Classes::QUANTIFIER)
    .with(Classes::PRONOUN)
    .with(Classes::PREPOSITION)
    .with(Classes::CONJUNCTION)
    .with(Classes::SUBORDINATOR)
    .with(Classes::RELATIVE)
    .with(Classes::INTERROGATIVE)
    .with(Classes::AUXILIARY)
    .with(Classes::MODAL)
    .with(Classes::NEGATION)
    .with(Classes::ADVERB)
    .with(Classes::INFINITIVE_TO);

fn word(
    page: &Page<'_, '_>,
    parts: &[Part],
    index: usize,
    start: usize,
    token: &Token,
    titled: bool,
) -> Part {
    let classes = token.classes;
    let capitalised = token.has(Flags::CAPITALISED);
    let first = index == start
        || parts
            .get(index.wrapping_sub(1))
            .is_some_and(|part| matches!(part, Part::Open | Part::Colon | Part::Stop));
    if capitalised && !first && !titled {
        // "May", "Will", "US", "IT": names; "The", "But" are what they are.
        let acronym = token.has(Flags::ALL_CAPS) && token.end - token.start > 1;
        if acronym
            || !classes.any(CLOSED)
            || classes.any(
                Classes::MODAL
                    .with(Classes::ADVERB)
                    .with(Classes::PREPOSITION),
            ) && !classes.any(
                Classes::PRONOUN
                    .with(Classes::CONJUNCTION)
                    .with(Classes::SUBORDINATOR),
            )
        {
            return Part::Name;
        }
    }
    if classes.any(CLOSED) {
        if let Some(part) = closed(page, parts, index, start, token) {
            return part;
        }
    }
    // "Schilling" is a name; only a headline capitalises its verbs.
    let verb = classes.any(Classes::VERB)
        || (!capitalised || titled) && ends_like_a_verb(page.word(index)).is_some();
    if verb && !(capitalised && !titled && !first) {
        let form = verb_form(page, parts, index, start, token, titled);
        if form != Part::Noun || !capitalised {
            return form;
        }
    }
    if capitalised {
        return Part::Name;
    }
    let printed = page.word(index);
    if printed.len() > 4 && printed.ends_with("ly") && !classes.any(Classes::VERB) {
        // "the family said": a noun behind its determiner, unless a noun follows.
        let determined = matches!(
            previous(parts, index, start),
            Some(Part::Determiner | Part::Possessive | Part::Clitic)
        );
        let noun_follows = page.tokens.get(index + 1).is_some_and(|next| {
            next.kind == TokenKind::Word && !next.is(CLOSED.with(Classes::CUE_VERB))
        });
        if !determined || noun_follows {
            return Part::Adverb;
        }
    }
    Part::Noun
}

fn closed(
    page: &Page<'_, '_>,
    parts: &[Part],
    index: usize,
    start: usize,
    token: &Token,
) -> Option<Part> {
    let classes = token.classes;
    let next = page.tokens.get(index + 1);
    let next_is = |wanted: Classes| next.is_some_and(|next| next.is(wanted));
    if classes.any(Classes::INFINITIVE_TO) {
        return Some(to(page, index));
    }
    if classes.any(Classes::THAT) {
        return Some(Part::That);
    }
    if classes.any(Classes::AUXILIARY) {
        return Some(Part::Auxiliary);
    }
    if classes.any(Classes::MODAL) {
        return Some(Part::Modal);
    }
    if classes.any(Classes::NEGATION) && !classes.any(Classes::DETERMINER.with(Classes::PRONOUN)) {
        return Some(Part::Negation);
    }
    if classes.any(Classes::CONJUNCTION) {
        let but = classes.any(Classes::PREPOSITION.with(Classes::CONNECTIVE));
        return Some(if but { Part::But } else { Part::Conjunction });
    }
    if classes.any(Classes::RELATIVE)
        && !classes.any(Classes::INTERROGATIVE.with(Classes::SUBORDINATOR))
    {
        return Some(Part::Relative);
    }
    if classes.any(Classes::INTERROGATIVE.with(Classes::RELATIVE)) {
        let word = page.word(index);
        let relative = word.len() >= 3
            && (word.eq_ignore_ascii_case("who")
                || word.eq_ignore_ascii_case("which")
                || word.eq_ignore_ascii_case("whom")
                || word.eq_ignore_ascii_case("whose"));
        return Some(if relative {
            Part::Relative
        } else {
            Part::Question
        });
    }
    if classes.any(Classes::POSSESSIVE) {
        // "told her that", but "her lawyer"
        let object = classes.any(Classes::PRONOUN)
            && !next.is_some_and(|next| {
                next.kind == TokenKind::Word && !next.is(CLOSED.without(Classes::ADVERB))
                    || next.kind == TokenKind::Number
            });
        return Some(if object && !classes.any(Classes::SUBJECT) {
            Part::Object
        } else {
            Part::Possessive
        });
    }
    if classes.any(Classes::QUANTIFIER) {
        return Some(Part::Quantifier);
    }
    if classes.any(Classes::DETERMINER) {
        // "this", "those" alone: a pronoun
        let alone = classes.any(Classes::PRONOUN)
            && next.is_none_or(|next| {
                next.kind != TokenKind::Word
                    || next.is(Classes::AUXILIARY
                        .with(Classes::MODAL)
                        .with(Classes::RELATIVE))
                    || next.is(Classes::PREPOSITION)
            });
        return Some(if alone {
            Part::Pronoun
        } else {
            Part::Determiner
        });
    }
    if classes.any(Classes::SUBJECT) {
        return Some(Part::Pronoun);
    }
    if classes.any(Classes::PRONOUN) {
        return Some(Part::Object);
    }
    if classes.any(Classes::PREPOSITION) {
        if !classes.any(Classes::SUBORDINATOR) {
            // "the union's past leader": only where a phrase can follow
            return Some(Part::Preposition);
        }
        // "as he left", "after the vote": a clause if a pronoun or a subject with its verb follows.
        let clause =
            next_is(Classes::SUBJECT) && !next_is(Classes::QUANTIFIER.with(Classes::DETERMINER));
        return Some(if clause {
            Part::Subordinator
        } else {
            Part::Preposition
        });
    }
    if classes.any(Classes::SUBORDINATOR) {
        return Some(Part::Subordinator);
    }
    if classes.any(Classes::ADVERB) {
        // "still", "back", "long" can be other words; a verb by its place wins.
        let determined = matches!(
            previous(parts, index, start),
            Some(Part::Determiner | Part::Possessive | Part::Clitic)
        );
        let verb = classes.any(Classes::VERB);
        return (!(verb && (determined || previous(parts, index, start) == Some(Part::To))))
            .then_some(Part::Adverb);
    }
    None
}

/// "to leave", "to quickly leave", but "to the coast", "to Moscow".
fn to(page: &Page<'_, '_>, index: usize) -> Part {
    let mut next = index + 1;
    while page.is(next, Classes::ADVERB.with(Classes::NEGATION)) && !page.is(next, Classes::BASE)
        || page.word(next).ends_with("ly") && !page.is(next, Classes::BASE)
    {
        next += 1;
    }
    let verb = page.is(next, Classes::BASE)
        || page.is(next, Classes::AUXILIARY) && !page.is(next, Classes::THIRD_PERSON)
        || page.reads(next, "be")
        || page.reads(next, "have")
        || page.reads(next, "do");
    if verb && !page.has(next, Flags::CAPITALISED) {
        Part::To
    } else {
        Part::Preposition
    }
}

/// "-ed" and "-ing" of verbs that no dictionary lists.
fn ends_like_a_verb(word: &str) -> Option<Part> {
    if word.len() < 6 || !word.is_ascii() {
        return None;
    }
    if word.ends_with("ed") {
        Some(Part::Past)
    } else if word.ends_with("ing") {
        Some(Part::Gerund)
    } else {
        None
    }
}

fn verb_form(
    page: &Page<'_, '_>,
    parts: &[Part],
    index: usize,
    start: usize,
    token: &Token,
    titled: bool,
) -> Part {
    let classes = token.classes;
    let before = previous(parts, index, start);
    let direct = (index > start).then(|| parts[index - 1]);
    let next = page.tokens.get(index + 1);
    let next_is = |wanted: Classes| next.is_some_and(|next| next.is(wanted));
    let attributive = matches!(
        direct,
        Some(Part::Determiner | Part::Possessive | Part::Clitic)
    ) && !(page.is(index.wrapping_sub(1), Classes::SUBJECT)
        && direct == Some(Part::Determiner)
        && speaks_next(page, index, token))
        || matches!(direct, Some(Part::Number | Part::Quantifier))
            && !speaks_next(page, index, token);
    // What can follow a verb and hardly a noun.
    let object_follows = next.is_some_and(|next| {
        next.is(Classes::DETERMINER
            .with(Classes::POSSESSIVE)
            .with(Classes::PRONOUN)
            .with(Classes::THAT)
            .with(Classes::INTERROGATIVE)
            .with(Classes::QUANTIFIER))
            || next.kind == TokenKind::Mark
    });
    let listed = classes.any(Classes::VERB);
    if classes.any(Classes::GERUND) || !listed && page.word(index).ends_with("ing") {
        return if attributive {
            Part::Noun
        } else {
            Part::Gerund
        };
    }
    let base = classes.any(Classes::BASE);
    if !base && (classes.any(Classes::PAST.with(Classes::PARTICIPLE)) || !listed) {
        if attributive || before == Some(Part::Preposition) && !next_is(Classes::DETERMINER) {
            return Part::Noun;
        }
        if before == Some(Part::Auxiliary) {
            return Part::Participle;
        }
        let participle = classes.any(Classes::PARTICIPLE) && !classes.any(Classes::PAST);
        if participle {
            return if before == Some(Part::Modal) {
                Part::Participle
            } else {
                Part::Noun
            };
        }
        return match before {
            Some(Part::Pronoun) => Part::Finite,
            _ if classes.any(Classes::PAST) && !classes.any(Classes::PARTICIPLE) => Part::Finite,
            _ => Part::Past,
        };
    }
    if matches!(before, Some(Part::To | Part::Modal)) && base {
        return Part::Base;
    }
    if before == Some(Part::Auxiliary) && base {
        // "does not say", "did say"; "had set"
        return Part::Base;
    }
    let also_noun = classes.any(Classes::ALSO_NOUN);
    let also_adjective = classes.any(Classes::ALSO_ADJECTIVE);
    let cue = classes.any(Classes::CUE_VERB);
    if classes.any(Classes::THIRD_PERSON) {
        if attributive || before == Some(Part::Preposition) {
            return Part::Noun;
        }
        if !also_noun {
            return Part::Finite;
        }
        return match before {
            Some(Part::Pronoun | Part::Relative | Part::That) => Part::Finite,
            Some(Part::Name) if titled => {
                if cue && next.is_some() {
                    Part::Finite
                } else {
                    Part::Noun
                }
            }
            Some(Part::Name | Part::Close | Part::Comma) => {
                let name_follows = before == Some(Part::Name)
                    && next.is_some_and(|next| next.has(Flags::CAPITALISED) && !next.is(CLOSED));
                if object_follows
                    || next_is(Classes::INFINITIVE_TO)
                    || cue && name_follows
                    || says(token, page)
                {
                    Part::Finite
                } else {
                    Part::Noun
                }
            }
            Some(Part::Noun | Part::Conjunction | Part::But)
                if object_follows || says(token, page) =>
            {
                Part::Finite
            }
            Some(Part::Number | Part::Quantifier | Part::Determiner) if says(token, page) => {
                Part::Finite
            }
            _ => Part::Noun,
        };
    }
    if base {
        if attributive || before == Some(Part::Preposition) {
            return Part::Noun;
        }
        return match before {
            Some(Part::Pronoun | Part::Relative) => Part::Finite,
            Some(Part::Question | Part::Quantifier) if !also_noun => Part::Finite,
            Some(Part::Conjunction | Part::But) if says(token, page) => Part::Finite,
            Some(Part::Noun | Part::Name | Part::Clitic | Part::Comma) => {
                let plural = page.word(index.wrapping_sub(1)).ends_with(['s', 'S'])
                    || page.word(index.wrapping_sub(1)).ends_with("people")
                    || direct == Some(Part::Comma)
                    || direct == Some(Part::Adverb)
                    || coordinated(page, parts, index, titled);
                // "polls show voters": a verb of speech behind a plural, with something to say behind it.
                let speech = cue
                    && page.word(index.wrapping_sub(1)).ends_with('s')
                    && next.is_some_and(|next| {
                        next.kind == TokenKind::Word
                            && !next.is(CLOSED.without(Classes::ADVERB).without(Classes::NEGATION))
                    });
                // "The letter read, "Do not come back.""
                let quotes = cue
                    && classes.any(Classes::PAST)
                    && next.is_some_and(|next| next.kind == TokenKind::Punctuation)
                    && page.kind(index + 2) == Some(TokenKind::Mark);
                if says(token, page) || quotes {
                    Part::Finite
                } else if !plural && !classes.any(Classes::PAST) {
                    Part::Noun
                } else if !also_noun && !also_adjective || object_follows || speech || cue && titled
                {
                    Part::Finite
                } else {
                    Part::Noun
                }
            }
            None | Some(Part::Stop | Part::Open | Part::Colon) if !also_noun => Part::Base,
            _ => Part::Noun,
        };
    }
    Part::Noun
}

/// "Ankara and Baku deny", in headlines "Armenia, Azerbaijan Agree".
fn coordinated(page: &Page<'_, '_>, parts: &[Part], index: usize, titled: bool) -> bool {
    let mut token = index;
    while token > 0 && index - token < 4 {
        token -= 1;
        match parts.get(token) {
            Some(Part::Name | Part::Noun) => {}
            Some(Part::Conjunction) => return page.reads(token, "and") || page.reads(token, "&"),
            Some(Part::Comma) => {
                return titled && matches!(parts.get(token.wrapping_sub(1)), Some(Part::Name));
            }
            _ => return false,
        }
    }
    false
}

/// "Half said they agreed", "26% say the plan failed": a verb of speech with a clause behind it.
fn speaks_next(page: &Page<'_, '_>, index: usize, token: &Token) -> bool {
    token.is(Classes::CUE_VERB)
        && page.tokens.get(index + 1).is_some_and(|next| {
            next.kind == TokenKind::Mark
                || next.has(Flags::CAPITALISED)
                || next.is(Classes::DETERMINER
                    .with(Classes::POSSESSIVE)
                    .with(Classes::PRONOUN)
                    .with(Classes::THAT))
        })
}

/// "say", "says": a noun so seldom that the place decides nothing.
fn says(token: &Token, page: &Page<'_, '_>) -> bool {
    let word = token.text(page.text);
    word.eq_ignore_ascii_case("says") || word.eq_ignore_ascii_case("say")
}

/// The page as the grammar reads it: its tokens' parts, and which of them tell a time.
#[derive(Debug)]
pub(crate) struct Grammar<'p, 't, 'l> {
    pub page: &'p Page<'t, 'l>,
    parts: Vec<Part>,
    timed: Vec<bool>,
}

impl<'p, 't, 'l> Grammar<'p, 't, 'l> {
    pub(crate) fn new(page: &'p Page<'t, 'l>, times: &[TimeMention]) -> Self {
        let parts = tag(page);
        let mut timed = vec![false; page.tokens.len()];
        for time in times {
            for token in timed.get_mut(time.tokens.clone()).unwrap_or_default() {
                *token = true;
            }
        }
        Self { page, parts, timed }
    }

    #[inline]
    pub(crate) fn part(&self, token: usize) -> Part {
        self.parts.get(token).copied().unwrap_or(Part::Other)
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

    /// The other half of a quotation mark.
    pub(crate) fn twin(&self, token: usize) -> Option<usize> {
        self.page.tokens.get(token)?.twin().map(|twin| twin as usize)
    }

    /// Behind the quotation that opens at `token`; behind the token itself where it opens none.
    pub(crate) fn behind_quotation(&self, token: usize) -> usize {
        match self.twin(token) {
            Some(twin) if twin > token => twin + 1,
            None if self.part(token) == Part::Open => self.behind_unclosed(token),
            _ => token + 1,
        }
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
        (start..range.end).any(|token| self.part(token).is_finite() && !self.is_reduced(token))
    }

    /// "troops backed by Turkey", "a report released Monday": a participle without its auxiliary.
    pub(crate) fn is_reduced(&self, token: usize) -> bool {
        self.part(token) == Part::Past
            && (self.reads(token + 1, "by") || self.is_time(token + 1))
            && !self.page.is(token, Classes::CUE_VERB)
    }
}
