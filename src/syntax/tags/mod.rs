//! Which part of speech every token is here, decided from the dictionaries' classes and the neighbours.
//!
//! One pass from left to right. It is coarse on purpose: what the constructions ask is where noun phrases and verb
//! groups begin and end, not whether "steel" in "steel plant" is an adjective.

mod closed_class;
mod verb_form;

use crate::lexicon::Classes;
use crate::text::{Flags, Page, Token, TokenKind};

use closed_class::{CLOSED, closed};
use verb_form::{ends_like_a_verb, verb_form};

/// What a token is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
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

impl Tag {
    /// A verb that carries a clause.
    pub(crate) const fn is_finite(self) -> bool {
        matches!(
            self,
            Self::Finite | Self::Past | Self::Auxiliary | Self::Modal
        )
    }

    /// A form of a full verb, whatever it does in its clause.
    pub(crate) const fn is_verb(self) -> bool {
        matches!(
            self,
            Self::Finite | Self::Past | Self::Participle | Self::Base | Self::Gerund
        )
    }

    /// "was", "had", "could"
    pub(crate) const fn is_auxiliary(self) -> bool {
        matches!(self, Self::Auxiliary | Self::Modal)
    }

    /// A word that opens a clause of its own.
    pub(crate) const fn opens_clause(self) -> bool {
        matches!(
            self,
            Self::That | Self::Relative | Self::Question | Self::Subordinator
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

/// The part of every token of the page.
pub(crate) fn tag(page: &Page<'_, '_>) -> Vec<Tag> {
    let mut tags = vec![Tag::Other; page.tokens.len()];
    let mut done = 0;
    for sentence in &page.sentences {
        let range = sentence.tokens.clone();
        for index in done..range.start {
            let outside = range.start..range.start;
            tags[index] = part(page, &tags, index, outside.start, false);
        }
        let titled = is_titled(page, range.start, range.end);
        let mut index = range.start;
        while index < range.end {
            match several(page, index, range.end) {
                // "at least", "in turn", "even though", "a number of"
                Some((part, end)) => {
                    tags[index..end].fill(part);
                    index = end;
                }
                None => {
                    tags[index] = part(page, &tags, index, range.start, titled);
                    index += 1;
                }
            }
        }
        done = done.max(range.end);
    }
    tags
}

/// What a function word of several tokens is, and where it ends.
fn several(page: &Page<'_, '_>, index: usize, end: usize) -> Option<(Tag, usize)> {
    let token = page.tokens.get(index)?;
    if token.phrase_length < 2 || index + usize::from(token.phrase_length) > end {
        return None;
    }
    let classes = page.phrase_classes(index);
    let hedge = classes.any(Classes::HEDGE);
    if classes.any(Classes::CUE_PREPOSITION) {
        return Some((Tag::Preposition, index + usize::from(token.phrase_length)));
    }
    if classes.any(Classes::CUE_VERB.with(Classes::CUE_PREPOSITION))
        || classes.any(Classes::PREPOSITION) && !hedge
    {
        return None;
    }
    let behind = index + usize::from(token.phrase_length);
    // "That said, rents rose", but `shirts that said, "We won."`
    let mark = behind + usize::from(page.word(behind) == ",");
    if page.is(behind.wrapping_sub(1), Classes::CUE_VERB)
        && page.is(index, Classes::RELATIVE)
        && page.kind(mark) == Some(TokenKind::Mark)
        && !page.has(index, Flags::CAPITALISED)
    {
        return None;
    }
    if classes.any(Classes::HEDGE)
        || classes.any(Classes::QUANTIFIER) && !classes.any(Classes::CONNECTIVE)
    {
        return Some((Tag::Quantifier, behind));
    }
    if classes.any(Classes::SUBORDINATOR) {
        return Some((Tag::Subordinator, behind));
    }
    classes
        .any(Classes::ADVERB.with(Classes::CONNECTIVE))
        .then_some((Tag::Adverb, behind))
}

/// Whether Nearly Every Word Begins with a Capital: a headline.
fn is_titled(page: &Page<'_, '_>, start: usize, end: usize) -> bool {
    let (mut long, mut capitalised) = (0_u32, 0_u32);
    for token in page.tokens.get(start..end).unwrap_or_default() {
        // No branch: nothing tells beforehand which words are long.
        let counts = (token.kind == TokenKind::Word) & (token.end - token.start > 3);
        long += u32::from(counts);
        capitalised += u32::from(counts & token.has(Flags::CAPITALISED));
    }
    long >= 3 && capitalised * 10 >= long * 8
}

fn part(page: &Page<'_, '_>, tags: &[Tag], index: usize, start: usize, titled: bool) -> Tag {
    let Some(token) = page.tokens.get(index) else {
        return Tag::Other;
    };
    if token.kind == TokenKind::Word {
        return word(page, tags, index, start, token, titled);
    }
    let before = (index > start).then(|| tags[index - 1]);
    match token.kind {
        TokenKind::Number => Tag::Number,
        TokenKind::Clitic => clitic(page, tags, index, start),
        TokenKind::Punctuation => match page.word(index) {
            // "Ana Ruiz, R-Wis., said": before a comma the point belongs to the name.
            "." if before == Some(Tag::Name) && page.word(index + 1) == "," => Tag::Name,
            "," => Tag::Comma,
            "." if before == Some(Tag::Name) && abbreviates(page, index, token) => Tag::Name,
            "." | "!" | "?" => Tag::Stop,
            ":" => Tag::Colon,
            ";" => Tag::Semicolon,
            "(" | ")" | "[" | "]" | "{" | "}" => Tag::Bracket,
            _ => Tag::Other,
        },
        TokenKind::Dash => Tag::Dash,
        TokenKind::Ellipsis => Tag::Stop,
        TokenKind::Mark => match token.twin() {
            Some(twin) if (twin as usize) > index => Tag::Open,
            Some(_) => Tag::Close,
            None if !token.has(Flags::QUOTED) && before != Some(Tag::Close) => Tag::Open,
            None => Tag::Other,
        },
        TokenKind::Handle | TokenKind::Url => Tag::Name,
        TokenKind::Word | TokenKind::Symbol => Tag::Number,
    }
}

/// "Ana Ruiz, R-N.Y., said": a point inside a name, and no stop.
fn abbreviates(page: &Page<'_, '_>, index: usize, token: &Token) -> bool {
    page.tokens.get(index + 1).is_some_and(|next| {
        next.start == token.end
            && (next.kind == TokenKind::Word || matches!(page.word(index + 1), "," | ")"))
    })
}

fn clitic(page: &Page<'_, '_>, tags: &[Tag], index: usize, start: usize) -> Tag {
    let printed = page.word(index);
    let is_s = printed.ends_with(['s', 'S']);
    if !is_s && printed.len() > 3 || printed.ends_with(['d', 'e', 'l', 'm']) {
        return Tag::Auxiliary;
    }
    let before = (index > start).then(|| tags[index - 1]);
    match before {
        // "he's", "that's", "who's", "there's"
        Some(Tag::Pronoun | Tag::That | Tag::Relative | Tag::Question) => Tag::Auxiliary,
        // "here's the plan", but "this week's debate"
        Some(Tag::Adverb) if page.is(index + 1, Classes::DETERMINER) => Tag::Auxiliary,
        // "Smith's not coming"
        Some(_) if page.is(index + 1, Classes::NEGATION) => Tag::Auxiliary,
        _ => Tag::Clitic,
    }
}

/// The last part before `index` that is no adverb; not further off than any adverbs in a row reach.
fn previous(tags: &[Tag], index: usize, start: usize) -> Option<Tag> {
    const FURTHEST: usize = 32;
    tags.get(start.max(index.saturating_sub(FURTHEST))..index)?
        .iter()
        .rev()
        .take(8)
        .find(|part| !matches!(part, Tag::Adverb | Tag::Negation))
        .copied()
}

fn word(
    page: &Page<'_, '_>,
    tags: &[Tag],
    index: usize,
    start: usize,
    token: &Token,
    titled: bool,
) -> Tag {
    let classes = token.classes;
    let capitalised = token.has(Flags::CAPITALISED);
    let first = index == start
        || tags
            .get(index.wrapping_sub(1))
            .is_some_and(|part| matches!(part, Tag::Open | Tag::Colon | Tag::Stop));
    // "US senators said" opens no sentence with "us": only an object it cannot be.
    let acronym = token.has(Flags::ALL_CAPS) && token.end - token.start > 1;
    if acronym
        && first
        && classes.any(Classes::PRONOUN)
        && !classes.any(
            Classes::SUBJECT
                .with(Classes::POSSESSIVE)
                .with(Classes::DETERMINER),
        )
        && page
            .tokens
            .get(index + 1)
            .is_some_and(|next| next.kind == TokenKind::Word && !next.has(Flags::ALL_CAPS))
    {
        return Tag::Name;
    }
    if capitalised && !first && !titled {
        // "May", "Will", "US", "IT": names; "The", "But" are what they are.
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
            return Tag::Name;
        }
    }
    if classes.any(CLOSED) {
        if let Some(part) = closed(page, tags, index, start, token) {
            return part;
        }
    }
    // "Fielding" is a name; only a headline capitalises its verbs.
    let verb = classes.any(Classes::VERB)
        || (!capitalised || titled) && ends_like_a_verb(page.word(index)).is_some();
    if verb && !(capitalised && !titled && !first) {
        let form = verb_form(page, tags, index, start, token, titled);
        if form != Tag::Noun || !capitalised {
            return form;
        }
    }
    if capitalised {
        return Tag::Name;
    }
    let printed = page.word(index);
    if printed.len() > 4 && printed.as_bytes().ends_with(b"ly") && !classes.any(Classes::VERB) {
        // "the family said": a noun behind its determiner, unless a noun follows.
        let determined = matches!(
            previous(tags, index, start),
            Some(Tag::Determiner | Tag::Possessive | Tag::Clitic)
        );
        let noun_follows = page.tokens.get(index + 1).is_some_and(|next| {
            next.kind == TokenKind::Word && !next.is(CLOSED.with(Classes::CUE_VERB))
        });
        if !determined || noun_follows {
            return Tag::Adverb;
        }
    }
    Tag::Noun
}
