//! Which part of speech every token is here, decided from the dictionaries' classes and the neighbours.
//!
//! One pass from left to right. It is coarse on purpose: what the constructions ask is where noun phrases and verb
//! groups begin and end, not whether "steel" in "steel plant" is an adjective.

mod closed_class;
mod main_verb;
mod neighbours;
mod tag;
mod verb_form;

use crate::lexicon::Classes;
use crate::text::{Flags, Page, Token, TokenKind, TokenRange};

use closed_class::{CLOSED, closed};
pub(crate) use tag::Tag;
use tag::previous;
use verb_form::{ends_like_a_verb, verb_form};

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
        main_verb::find(page, &mut tags, &range);
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
    // "the north of the town", but "north of 300 people"
    let determined = page.is(index.wrapping_sub(1), Classes::DETERMINER);
    if classes.any(Classes::CUE_VERB.with(Classes::CUE_PREPOSITION))
        || classes.any(Classes::PREPOSITION) && (!hedge || determined)
    {
        return None;
    }
    let behind = index + usize::from(token.phrase_length);
    // "in addition to the suit"
    let counts = page.kind(behind) == Some(TokenKind::Number) || page.is(behind, Classes::NUMBER);
    if hedge && classes.any(Classes::PREPOSITION) && !counts && !determined {
        return Some((Tag::Preposition, behind));
    }
    // "That said, rents rose", but `shirts that said, "We won."`
    let mark = behind + usize::from(page.word(behind) == ",");
    if page.is(behind.wrapping_sub(1), Classes::CUE_VERB)
        && page.is(index, Classes::RELATIVE)
        && page.kind(mark) == Some(TokenKind::Mark)
        && !page.has(index, Flags::CAPITALISED)
    {
        return None;
    }
    // "said that is unlikely", but "the poorest, that is, the old"
    if page.is(index, Classes::THAT)
        && page.is(index + 1, Classes::AUXILIARY)
        && page.kind(behind) != Some(TokenKind::Punctuation)
    {
        return None;
    }
    // "was not there but also said": it joins, whatever it may say of a count.
    if hedge && classes.any(Classes::CONJUNCTION) {
        return Some((Tag::Conjunction, behind));
    }
    // "The toll stands at 48": a verb, whatever it says of the count
    if hedge && page.is(index, Classes::VERB) && !page.is(index, CLOSED) {
        return None;
    }
    if hedge || classes.any(Classes::QUANTIFIER) && !classes.any(Classes::CONNECTIVE) {
        return Some((Tag::Quantifier, behind));
    }
    if classes.any(Classes::SUBORDINATOR) {
        // "for the first time"
        let governed = page.is(index.wrapping_sub(1), Classes::PREPOSITION)
            && page.is(index, Classes::DETERMINER);
        let tag = if governed {
            Tag::Adverb
        } else {
            Tag::Subordinator
        };
        return Some((tag, behind));
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
        TokenKind::Mark if nickname(page, index).is_some() => Tag::Name,
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

/// `Ana "Nan" Ruiz shouted`: the marks round a nickname within a name, by one of them; they quote nobody.
pub(crate) fn nickname(page: &Page<'_, '_>, mark: usize) -> Option<TokenRange> {
    const LONGEST: usize = 3;
    let twin = page.tokens.get(mark)?.twin()? as usize;
    let (open, close) = (mark.min(twin), mark.max(twin));
    let named = |at: usize| {
        page.kind(at) == Some(TokenKind::Word)
            && page.has(at, Flags::CAPITALISED)
            && !page.is(at, CLOSED.with(Classes::WEEKDAY).with(Classes::MONTH))
    };
    let within = open > 0
        && close - open <= LONGEST
        && named(open - 1)
        && !page.is(open - 1, Classes::CUE_VERB)
        && named(close + 1)
        && (open + 1..close).all(named);
    within.then_some(open..close + 1)
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
    if printed.ends_with("ll") {
        return Tag::Modal;
    }
    if !is_s && printed.len() > 3 || printed.ends_with(['d', 'e', 'l', 'm']) {
        return Tag::Auxiliary;
    }
    let before = (index > start).then(|| tags[index - 1]);
    match before {
        // "he's", "that's", "who's", "there's"
        Some(Tag::Pronoun | Tag::That | Tag::Relative | Tag::Question) => Tag::Auxiliary,
        // "here's the plan", but "this week's debate"
        Some(Tag::Adverb) if page.is(index + 1, Classes::DETERMINER) => Tag::Auxiliary,
        // "Ruiz's leaving Friday", but "Ruiz's leaving surprised them"
        Some(Tag::Name)
            if page.is(index + 1, Classes::GERUND) && {
                let day = index + 2 + usize::from(page.reads(index + 2, "on"));
                page.is(day, Classes::WEEKDAY.with(Classes::TIME))
            } =>
        {
            Tag::Auxiliary
        }
        // "Smith's not coming"
        Some(_) if page.is(index + 1, Classes::NEGATION) => Tag::Auxiliary,
        _ => Tag::Clitic,
    }
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
    if capitalised && is_name(page, index, token, first, titled) {
        return Tag::Name;
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
        let determined = previous(tags, index, start).is_some_and(Tag::determines);
        let noun_follows = page.tokens.get(index + 1).is_some_and(|next| {
            next.kind == TokenKind::Word && !next.is(CLOSED.with(Classes::CUE_VERB))
        });
        // "the Ruiz family"
        let somebody = classes.any(Classes::ROLE.with(Classes::ORGANIZATION));
        if (!determined || noun_follows) && !somebody {
            return Tag::Adverb;
        }
    }
    // "two contests"
    if classes.any(Classes::NUMBER) && !classes.any(Classes::VERB) {
        return Tag::Number;
    }
    Tag::Noun
}

/// Whether a capitalised word is a name, whatever else the dictionaries know of it; `first` where a sentence begins.
fn is_name(page: &Page<'_, '_>, index: usize, token: &Token, first: bool, titled: bool) -> bool {
    let classes = token.classes;
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
        return true;
    }
    // "Downing Street said", "Prime Minister Ana Ruiz said": a name or a title that the dictionary has as a whole holds no
    // verb.
    if token.phrase_length > 1
        && (classes.any(Classes::VERB) || ends_like_a_verb(page.word(index)).is_some())
        && page.phrase_classes(index).any(
            Classes::PLACE
                | Classes::ORGANIZATION
                | Classes::MEDIA
                | Classes::TITLE
                | Classes::ROLE,
        )
    {
        return true;
    }
    // "May", "Will", "US", "IT": names; "The", "But" are what they are.
    let may_be_name = Classes::MODAL
        .with(Classes::ADVERB)
        .with(Classes::PREPOSITION);
    let joins = Classes::PRONOUN
        .with(Classes::CONJUNCTION)
        .with(Classes::SUBORDINATOR);
    let open = !classes.any(CLOSED) || classes.any(may_be_name) && !classes.any(joins);
    !first && !titled && (acronym || open)
}
