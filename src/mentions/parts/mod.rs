//! Which part of speech every token is here, decided from the dictionaries' classes and the neighbours.
//!
//! One pass from left to right. It is coarse on purpose: what the constructions ask is where noun phrases and verb
//! groups begin and end, not whether "steel" in "steel plant" is an adjective.

mod closed_class;
mod grammar;
mod verb_form;

use crate::lexicon::Classes;
use crate::text::{Flags, Page, Token, TokenKind};

use closed_class::{CLOSED, closed};
pub(crate) use grammar::Grammar;
use verb_form::{ends_like_a_verb, verb_form};

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
        // No branch: nothing tells beforehand which words are long.
        let counts = (token.kind == TokenKind::Word) & (token.end - token.start > 3);
        long += u32::from(counts);
        capitalised += u32::from(counts & token.has(Flags::CAPITALISED));
    }
    long >= 3 && capitalised * 10 >= long * 8
}

fn part(page: &Page<'_, '_>, parts: &[Part], index: usize, start: usize, titled: bool) -> Part {
    let Some(token) = page.tokens.get(index) else {
        return Part::Other;
    };
    if token.kind == TokenKind::Word {
        return word(page, parts, index, start, token, titled);
    }
    let before = (index > start).then(|| parts[index - 1]);
    match token.kind {
        TokenKind::Number => Part::Number,
        TokenKind::Clitic => clitic(page, parts, index, start),
        TokenKind::Punctuation => match page.word(index) {
            // "Ana Ruiz, R-Wis., said": before a comma the point belongs to the name.
            "." if before == Some(Part::Name) && page.word(index + 1) == "," => Part::Name,
            "," => Part::Comma,
            "." if before == Some(Part::Name) && abbreviates(page, index, token) => Part::Name,
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
        TokenKind::Word | TokenKind::Symbol => Part::Number,
    }
}

/// "Ana Ruiz, R-N.Y., said": a point inside a name, and no stop.
fn abbreviates(page: &Page<'_, '_>, index: usize, token: &Token) -> bool {
    page.tokens.get(index + 1).is_some_and(|next| {
        next.start == token.end
            && (next.kind == TokenKind::Word || matches!(page.word(index + 1), "," | ")"))
    })
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
        return Part::Name;
    }
    // "Downing Street said": a name that the dictionary has as a whole holds no verb.
    if capitalised
        && token.phrase_length > 1
        && ends_like_a_verb(page.word(index)).is_some()
        && page
            .phrase_classes(index)
            .any(Classes::PLACE | Classes::ORGANIZATION | Classes::MEDIA)
    {
        return Part::Name;
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
            return Part::Name;
        }
    }
    if classes.any(CLOSED) {
        if let Some(part) = closed(page, parts, index, start, token) {
            return part;
        }
    }
    // "Fielding" is a name; only a headline capitalises its verbs.
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
    if printed.len() > 4 && printed.as_bytes().ends_with(b"ly") && !classes.any(Classes::VERB) {
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
