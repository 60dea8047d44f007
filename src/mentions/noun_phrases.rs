//! Noun phrases without a parser: read outward from a verb, to the left or to the right.

use crate::lexicon::Classes;
use crate::text::TokenRange;

use super::parts::{FAR, Grammar, Part};

/// The noun phrase that ends before `end`, with its "of", "in", "for" phrases and coordinations; not before `floor`.
pub(crate) fn ending_at(g: &Grammar<'_, '_, '_>, end: usize, floor: usize) -> Option<TokenRange> {
    let floor = floor.max(end.saturating_sub(FAR));
    let mut start = end;
    let mut index = end;
    let mut crossed = false;
    while index > floor {
        let token = index - 1;
        let before = if token > floor {
            g.part(token - 1)
        } else {
            Part::Stop
        };
        match g.part(token) {
            Part::Name | Part::Noun | Part::Number | Part::Clitic => start = token,
            Part::Determiner | Part::Possessive | Part::Quantifier => {
                start = token;
                if !matches!(
                    before,
                    Part::Preposition | Part::Quantifier | Part::Adverb | Part::Conjunction
                ) {
                    break;
                }
            }
            // "a Coast Bank/Northern Post poll"
            Part::Other if start == index && start < end && g.page.word(token) == "/" => {
                start = token;
            }
            // "new fundraising reports"
            Part::Gerund
                if start == index
                    && start < end
                    && g.part(start) == Part::Noun
                    && matches!(before, Part::Noun | Part::Clitic)
                    && !g.page.is(token, Classes::CUE_VERB) =>
            {
                start = token;
            }
            // "nearly all voters"
            Part::Adverb
                if matches!(g.part(start), Part::Quantifier | Part::Number) && start == index =>
            {
                start = token;
            }
            Part::Preposition if start == index && start < end => {
                if token == floor || !holds_phrases(before) || !crosses(g, token, floor) {
                    break;
                }
            }
            Part::Conjunction if start == index && start < end => {
                if token == floor || !coordinates(g, token, start, floor) {
                    break;
                }
                crossed = true;
            }
            // "Paris, Rome and Oslo"
            Part::Comma
                if crossed
                    && start == index
                    && before == Part::Name
                    && g.part(start) == Part::Name => {}
            // "those who", "many of the": a pronoun that heads the phrase
            Part::Pronoun
                if start == index && start < end && g.part(start) == Part::Preposition =>
            {
                start = token;
                break;
            }
            // "this week's guests"
            _ if g.part(start) == Part::Clitic && start == index && g.is_time(token) => {
                start = token;
                while start > floor && g.is_time(start - 1) {
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

fn holds_phrases(part: Part) -> bool {
    part.is_nominal() || matches!(part, Part::Quantifier | Part::Pronoun)
}

/// Whether the phrase goes on to the left of a preposition: "officials in the capital", but "In the capital officials".
fn crosses(g: &Grammar<'_, '_, '_>, preposition: usize, floor: usize) -> bool {
    match g.page.word(preposition) {
        "of" | "in" | "for" | "at" => true,
        // "A spokesman from the ministry said", but "He left the talks on Syria angry".
        "as" | "than" | "after" | "before" | "since" | "until" | "despite" | "amid" => false,
        _ => !g.has_finite(floor..preposition),
    }
}

fn coordinates(g: &Grammar<'_, '_, '_>, conjunction: usize, right: usize, floor: usize) -> bool {
    let named = |token: usize| g.part(token) == Part::Name;
    let left = g.part(conjunction.wrapping_sub(1));
    if !left.is_nominal() {
        return false;
    }
    if named(conjunction.wrapping_sub(1)) == named(right) {
        return named(right) || !g.has_finite(floor..conjunction) || g.part(right) == Part::Noun;
    }
    !g.has_finite(floor..conjunction)
}

/// The noun phrase that starts at `start` and what belongs to it up to `limit`: appositions, relative clauses,
/// phrases behind it. For a subject behind its verb ("said Ana Ruiz, a nurse who treated him").
pub(crate) fn starting_at(
    g: &Grammar<'_, '_, '_>,
    start: usize,
    limit: usize,
    appositions: bool,
) -> Option<TokenRange> {
    let first = g.part(start);
    if !first.opens_phrase() || start >= limit {
        return None;
    }
    if first == Part::Pronoun
        && !g.page.is(start, Classes::QUANTIFIER)
        && g.part(start + 1) != Part::Relative
        && !g.reads(start + 1, "of")
        // "said one former aide"
        && !(g.page.is(start, Classes::NUMBER) && g.part(start + 1).is_nominal())
    {
        return Some(start..start + 1);
    }
    let limit = limit.min(start + FAR);
    let mut index = start + 1;
    let mut relative = false;
    // "a report released on Monday by the bank"
    let mut reduced = false;
    while index < limit {
        let next = g.part(index + 1);
        match g.part(index) {
            // "a Coast Bank/Northern Post poll"
            Part::Other if g.page.word(index) == "/" && next.is_nominal() => {}
            Part::Stop
            | Part::Semicolon
            | Part::Colon
            | Part::Dash
            | Part::Open
            | Part::Close
            | Part::That
            | Part::Subordinator
            | Part::But
            | Part::Other => break,
            // "a January 2016 study"
            _ if g.is_time(index)
                && (g.is_time(index.wrapping_sub(1))
                    || g.part(index.wrapping_sub(1)) == Part::Determiner)
                && (g.is_time(index + 1) || next == Part::Noun) => {}
            Part::Comma => {
                let apposed = match next {
                    Part::Determiner
                    | Part::Name
                    | Part::Number
                    | Part::Possessive
                    | Part::Quantifier
                    | Part::Relative => true,
                    Part::Noun => true,
                    Part::Preposition => g.reads(index + 1, "of"),
                    _ => false,
                };
                if !appositions || !apposed {
                    break;
                }
                relative = next == Part::Relative;
            }
            Part::Relative => relative = true,
            Part::Conjunction
                if next.is_finite() && !relative || matches!(next, Part::Pronoun | Part::That) =>
            {
                break;
            }
            Part::Preposition => {
                let word = g.page.word(index);
                if !relative
                    && (g.is_time(index + 1) && index > start + 1 && !reduced
                        || matches!(word, "as" | "after" | "before" | "during"))
                {
                    break;
                }
            }
            Part::Finite | Part::Auxiliary | Part::Modal if !relative => break,
            Part::Pronoun | Part::Question if !relative => break,
            Part::Gerund if g.part(index.wrapping_sub(1)) == Part::Comma => break,
            Part::Past => reduced = true,
            _ if g.is_time(index) && !reduced && !relative => break,
            _ => {}
        }
        index += 1;
    }
    while index > start + 1
        && matches!(
            g.part(index - 1),
            Part::Comma | Part::Conjunction | Part::Adverb
        )
    {
        index -= 1;
    }
    Some(start..index)
}
