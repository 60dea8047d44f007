//! Noun phrases without a parser: read outward from a verb, to the left or to the right.

use crate::lexicon::Classes;
use crate::text::TokenRange;

use super::grammar::{FAR, Syntax};
use super::tags::Tag;

/// The noun phrase that ends before `end`, with its "of", "in", "for" phrases and coordinations; not before `floor`.
pub(crate) fn ending_at(
    syntax: &Syntax<'_, '_, '_>,
    end: usize,
    floor: usize,
) -> Option<TokenRange> {
    let floor = floor.max(end.saturating_sub(FAR));
    let mut start = end;
    let mut index = end;
    let mut crossed = false;
    while index > floor {
        let token = index - 1;
        let before = if token > floor {
            syntax.tag(token - 1)
        } else {
            Tag::Stop
        };
        match syntax.tag(token) {
            Tag::Name | Tag::Noun | Tag::Number | Tag::Clitic => start = token,
            Tag::Determiner | Tag::Possessive | Tag::Quantifier => {
                start = token;
                if !matches!(
                    before,
                    Tag::Preposition | Tag::Quantifier | Tag::Adverb | Tag::Conjunction
                ) {
                    break;
                }
            }
            // "a Coast Bank/Northern Post poll"
            Tag::Other if start == index && start < end && syntax.page.word(token) == "/" => {
                start = token;
            }
            // "new fundraising reports"
            Tag::Gerund
                if start == index
                    && start < end
                    && syntax.tag(start) == Tag::Noun
                    && matches!(before, Tag::Noun | Tag::Clitic)
                    && !syntax.page.is(token, Classes::CUE_VERB) =>
            {
                start = token;
            }
            // "nearly all voters"
            Tag::Adverb
                if matches!(syntax.tag(start), Tag::Quantifier | Tag::Number) && start == index =>
            {
                start = token;
            }
            Tag::Preposition if start == index && start < end => {
                if token == floor || !holds_phrases(before) || !crosses(syntax, token, floor) {
                    break;
                }
            }
            Tag::Conjunction if start == index && start < end => {
                if token == floor || !coordinates(syntax, token, start, floor) {
                    break;
                }
                crossed = true;
            }
            // "Paris, Rome and Oslo"
            Tag::Comma
                if crossed
                    && start == index
                    && before == Tag::Name
                    && syntax.tag(start) == Tag::Name => {}
            // "those who", "many of the": a pronoun that heads the phrase
            Tag::Pronoun
                if start == index && start < end && syntax.tag(start) == Tag::Preposition =>
            {
                start = token;
                break;
            }
            // "this week's guests"
            _ if syntax.tag(start) == Tag::Clitic && start == index && syntax.is_time(token) => {
                start = token;
                while start > floor && syntax.is_time(start - 1) {
                    start -= 1;
                }
                break;
            }
            _ => break,
        }
        index = token;
    }
    (start < end).then_some(start..end)
}

fn holds_phrases(part: Tag) -> bool {
    part.is_nominal() || matches!(part, Tag::Quantifier | Tag::Pronoun)
}

/// Whether the phrase goes on to the left of a preposition: "officials in the capital", but "In the capital officials".
fn crosses(syntax: &Syntax<'_, '_, '_>, preposition: usize, floor: usize) -> bool {
    match syntax.page.word(preposition) {
        "of" | "in" | "for" | "at" => true,
        // "A spokesman from the ministry said", but "He left the talks on Syria angry".
        "as" | "than" | "after" | "before" | "since" | "until" | "despite" | "amid" => false,
        _ => !syntax.has_finite(floor..preposition),
    }
}

fn coordinates(
    syntax: &Syntax<'_, '_, '_>,
    conjunction: usize,
    right: usize,
    floor: usize,
) -> bool {
    let named = |token: usize| syntax.tag(token) == Tag::Name;
    let left = syntax.tag(conjunction.wrapping_sub(1));
    if !left.is_nominal() {
        return false;
    }
    if named(conjunction.wrapping_sub(1)) == named(right) {
        return named(right)
            || !syntax.has_finite(floor..conjunction)
            || syntax.tag(right) == Tag::Noun;
    }
    !syntax.has_finite(floor..conjunction)
}

/// The noun phrase that starts at `start` and what belongs to it up to `limit`: appositions, relative clauses,
/// phrases behind it. For a subject behind its verb ("said Ana Ruiz, a nurse who treated him").
pub(crate) fn starting_at(
    syntax: &Syntax<'_, '_, '_>,
    start: usize,
    limit: usize,
    appositions: bool,
) -> Option<TokenRange> {
    let first = syntax.tag(start);
    if !first.opens_phrase() || start >= limit {
        return None;
    }
    if first == Tag::Pronoun
        && !syntax.page.is(start, Classes::QUANTIFIER)
        && syntax.tag(start + 1) != Tag::Relative
        && !syntax.reads(start + 1, "of")
        // "said one former aide"
        && !(syntax.page.is(start, Classes::NUMBER) && syntax.tag(start + 1).is_nominal())
    {
        return Some(start..start + 1);
    }
    let limit = limit.min(start + FAR);
    let mut index = start + 1;
    let mut relative = false;
    // "a report released on Monday by the bank"
    let mut reduced = false;
    while index < limit {
        let next = syntax.tag(index + 1);
        match syntax.tag(index) {
            // "a Coast Bank/Northern Post poll"
            Tag::Other if syntax.page.word(index) == "/" && next.is_nominal() => {}
            Tag::Stop
            | Tag::Semicolon
            | Tag::Colon
            | Tag::Dash
            | Tag::Open
            | Tag::Close
            | Tag::That
            | Tag::Subordinator
            | Tag::But
            | Tag::Other => break,
            // "a January 2016 study"
            _ if syntax.is_time(index)
                && (syntax.is_time(index.wrapping_sub(1))
                    || syntax.tag(index.wrapping_sub(1)) == Tag::Determiner)
                && (syntax.is_time(index + 1) || next == Tag::Noun) => {}
            Tag::Comma => {
                let apposed = match next {
                    Tag::Determiner
                    | Tag::Name
                    | Tag::Number
                    | Tag::Possessive
                    | Tag::Quantifier
                    | Tag::Relative => true,
                    Tag::Noun => true,
                    Tag::Preposition => syntax.reads(index + 1, "of"),
                    _ => false,
                };
                if !appositions || !apposed {
                    break;
                }
                relative = next == Tag::Relative;
            }
            Tag::Relative => relative = true,
            Tag::Conjunction
                if next.is_finite() && !relative || matches!(next, Tag::Pronoun | Tag::That) =>
            {
                break;
            }
            Tag::Preposition => {
                let word = syntax.page.word(index);
                if !relative
                    && (syntax.is_time(index + 1) && index > start + 1 && !reduced
                        || matches!(word, "as" | "after" | "before" | "during"))
                {
                    break;
                }
            }
            Tag::Finite | Tag::Auxiliary | Tag::Modal if !relative => break,
            Tag::Pronoun | Tag::Question if !relative => break,
            Tag::Gerund if syntax.tag(index.wrapping_sub(1)) == Tag::Comma => break,
            Tag::Past => reduced = true,
            _ if syntax.is_time(index) && !reduced && !relative => break,
            _ => {}
        }
        index += 1;
    }
    while index > start + 1
        && matches!(
            syntax.tag(index - 1),
            Tag::Comma | Tag::Conjunction | Tag::Adverb
        )
    {
        index -= 1;
    }
    Some(start..index)
}
