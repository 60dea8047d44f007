//! Sources: the noun phrase that speaks, found from its cue.

mod first;
mod kind;

use crate::lexicon::Classes;
use crate::text::TokenRange;

use super::noun_phrases;
use super::parts::{FAR, Grammar, Part};

pub(crate) use first::first_subject;
pub(crate) use kind::kind_of;

/// The source that ends directly before the cue, or before the insertion that stands between them.
pub(crate) fn before(g: &Grammar<'_, '_, '_>, cue: usize, floor: usize) -> Option<TokenRange> {
    let mut end = cue;
    loop {
        if end <= floor {
            return None;
        }
        let token = end - 1;
        if token == floor
            && g.page.is(token, Classes::QUANTIFIER)
            && g.page.is(token, Classes::SUBJECT)
        {
            // "Both vowed to stay"
            return Some(token..end);
        }
        if g.is_time(token) {
            // "The ministry on Thursday accused", "Freedonia Monday said"
            let mut first = token;
            while first > floor && g.is_time(first - 1) {
                first -= 1;
            }
            if first > floor && g.part(first - 1) == Part::Preposition {
                first -= 1;
            }
            if first <= floor {
                return None;
            }
            end = first;
        } else if matches!(g.part(token), Part::Adverb | Part::Negation)
            // "The ministers all urged"
            || token > floor
                && g.part(token - 1).is_nominal()
                && g.page.is(token, Classes::QUANTIFIER)
                && g.page.is(token, Classes::ADVERB)
        {
            end = token;
        } else {
            break;
        }
    }
    let mut token = end - 1;
    if g.part(token) == Part::Past && end < cue && g.is_time(end) {
        // "A report published on Monday said"
        let named = noun_phrases::ending_at(g, token, floor)?;
        return Some(named.start..cue);
    }
    if g.part(token) == Part::Comma && token > floor && g.part(token - 1) == Part::Bracket {
        // "Sen. Ana Ruiz (D-N.M.), said"
        token -= 1;
    }
    if token + 1 < end && relative_insertion(g, token, floor) {
        // "The board, which has members from the Road Party (RP), said"
        if let Some(subject) = insertion(g, token + 1, floor) {
            return Some(subject);
        }
    }
    if g.part(token) == Part::Bracket {
        // "Rep. Ana Ruiz (D-N.M.) said"
        let open = (floor..token)
            .rev()
            .take(12)
            .find(|&token| matches!(g.page.word(token), "(" | "["))?;
        let named = noun_phrases::ending_at(g, open, floor)?;
        return Some(named.start..end);
    }
    if g.part(token) == Part::Object && token > floor {
        // "the mayor herself said"; "most of them said" is a phrase.
        if g.part(token - 1) == Part::Preposition {
            return noun_phrases::ending_at(g, token - 1, floor).map(|phrase| phrase.start..end);
        }
        // "The man who shot him said"
        if let Some(subject) = whole_subject(g, end, floor) {
            return Some(subject);
        }
        token -= 1;
    }
    match g.part(token) {
        // "no one said"
        Part::Pronoun if token > floor && g.part(token - 1) == Part::Determiner => {
            Some(token - 1..token + 1)
        }
        Part::Pronoun => {
            // "those in power say" is a phrase; "he" is all there is.
            Some(token..token + 1)
        }
        Part::Relative => Some(token..end),
        // Also where a claim has just ended: "according to a poll that shows"
        Part::That if token > 0 && token >= floor && g.part(token - 1).is_nominal() => {
            Some(token..end)
        }
        // "another that attacked her"
        Part::That if token > floor && g.part(token - 1) == Part::Determiner => Some(token..end),
        // "The plan, many argue, is dead", "Both vowed to stay"
        Part::Quantifier if stands_alone(g, token, floor) => Some(token..token + 1),
        Part::Comma | Part::Dash => insertion(g, token, floor),
        Part::Name
        | Part::Noun
        | Part::Number
        | Part::Clitic
        | Part::Quantifier
        | Part::Determiner => list(g, end, floor)
            .or_else(|| whole_subject(g, end, floor))
            .or_else(|| noun_phrases::ending_at(g, end, floor)),
        _ => None,
    }
}

/// Whether a quantifier is a whole subject: nothing stands before it that it could go with.
fn stands_alone(g: &Grammar<'_, '_, '_>, token: usize, floor: usize) -> bool {
    g.page.is(token, Classes::SUBJECT)
        && (token == floor
            || matches!(
                g.part(token - 1),
                Part::Comma | Part::Conjunction | Part::But | Part::Subordinator | Part::Relative
            ))
}

/// Whether a relative clause behind a comma is still open at `end`.
fn relative_insertion(g: &Grammar<'_, '_, '_>, end: usize, floor: usize) -> bool {
    (floor.max(end.saturating_sub(FAR)) + 2..end).any(|token| {
        g.part(token) == Part::Relative && g.part(token.wrapping_sub(1)) == Part::Comma
    })
}

/// Everything from the clause's start, when no verb of a main clause stands in it: "Two officials briefed by the
/// ministry said".
fn whole_subject(g: &Grammar<'_, '_, '_>, end: usize, floor: usize) -> Option<TokenRange> {
    let start = clause_start(g, end, floor);
    let range = start..end;
    if range.len() > 24 || range.is_empty() {
        return None;
    }
    let opener = g.part(start);
    let opens = opener.opens_phrase();
    let inner = start + 1..end;
    if !opens
        || inner.clone().any(|token| {
            matches!(
                g.part(token),
                Part::Comma
                    | Part::Dash
                    | Part::Open
                    | Part::Close
                    | Part::Subordinator
                    | Part::Question
                    | Part::Pronoun
                    | Part::Bracket
            )
                // "a source speaking to the Post"
                || g.part(token) == Part::Gerund
                    && !(g.part(token.wrapping_sub(1)).is_nominal()
                        && (!g.page.is(token, Classes::CUE_VERB)
                            || g.part(token + 1) == Part::Preposition))
                // "a May 1 letter"
                || g.is_time(token)
                    && !g.is_time(token.wrapping_sub(1))
                    && g.part(token.wrapping_sub(1)) != Part::Determiner
        })
    {
        return None;
    }
    let mut open_relatives = 0_i32;
    for token in inner {
        let part = g.part(token);
        if matches!(part, Part::Relative | Part::That) {
            open_relatives += 1;
        } else if part.is_finite() && !g.is_reduced(token) {
            // The verb of a relative clause is no main verb.
            if open_relatives == 0 {
                return None;
            }
            open_relatives -= 1;
        }
    }
    (open_relatives == 0).then_some(range)
}

/// "Farmers, miners, and the owners of the mill said": a list with its last comma, from the clause's start.
fn list(g: &Grammar<'_, '_, '_>, end: usize, floor: usize) -> Option<TokenRange> {
    let floor = floor.max(end.saturating_sub(FAR));
    let mut start = end;
    let (mut commas, mut closed) = (0, false);
    while start > floor && end - start < 24 {
        let token = start - 1;
        match g.part(token) {
            Part::Comma => commas += 1,
            Part::Conjunction => closed |= g.part(token.wrapping_sub(1)) == Part::Comma,
            Part::Determiner | Part::Possessive | Part::Quantifier => {}
            part if part.is_nominal() => {}
            Part::Preposition if g.reads(token, "of") => {}
            Part::Stop | Part::Semicolon | Part::Colon | Part::Close | Part::But => break,
            _ => return None,
        }
        start = token;
    }
    if g.part(start) == Part::Conjunction {
        start += 1;
    }
    (closed && commas >= 2 && g.part(start).opens_phrase() && !g.is_time(start))
        .then_some(start..end)
}

/// The start of the clause that ends at `end`: behind the last hard edge, conjunction or opening phrase.
pub(crate) fn clause_start(g: &Grammar<'_, '_, '_>, end: usize, floor: usize) -> usize {
    let floor = floor.max(end.saturating_sub(FAR));
    let mut start = end;
    while start > floor {
        match g.part(start - 1) {
            Part::Semicolon
            | Part::Colon
            | Part::Open
            | Part::Close
            | Part::Subordinator
            | Part::But
            | Part::Dash
            | Part::Stop => break,
            Part::Conjunction if start >= floor + 2 && g.part(start - 2) == Part::Comma => break,
            Part::Comma => break,
            _ => start -= 1,
        }
    }
    while start < end
        && matches!(
            g.part(start),
            Part::Conjunction | Part::But | Part::Comma | Part::Adverb
        )
    {
        start += 1;
    }
    start
}

/// "Ana Ruiz, a nurse in Lima, said": the phrase before the insertion, with it where it tells who that is.
fn insertion(g: &Grammar<'_, '_, '_>, comma: usize, floor: usize) -> Option<TokenRange> {
    let floor = floor.max(comma.saturating_sub(FAR));
    let mut start = comma;
    while start > floor
        && !matches!(
            g.part(start - 1),
            Part::Semicolon | Part::Colon | Part::Close | Part::Open | Part::Stop
        )
    {
        start -= 1;
    }
    while start < comma
        && matches!(
            g.part(start),
            Part::Conjunction | Part::But | Part::Adverb | Part::Comma
        )
    {
        start += 1;
    }
    let next_comma = |from: usize| (from..comma).find(|&token| g.part(token) == Part::Comma);
    // "In Lima, Ana Ruiz, a nurse, said": the opening phrases are not part of it.
    while opens_aside(g, start) {
        start = next_comma(start)? + 1;
        while start < comma && matches!(g.part(start), Part::Conjunction | Part::But | Part::Adverb)
        {
            start += 1;
        }
    }
    if g.part(comma) != Part::Comma {
        // "Smith – who left in May – said", "the ministry (MoD) said"
        let open = (start..comma)
            .rev()
            .find(|&token| g.part(token) == g.part(comma) && g.part(token) != Part::Comma)?;
        return noun_phrases::ending_at(g, open, floor);
    }
    let first = next_comma(start);
    let (head_end, opener) = match first {
        Some(first) if !g.has_finite(start..first) => (first, first + 1),
        _ => {
            let last = (start..comma)
                .rev()
                .find(|&token| g.part(token) == Part::Comma)?;
            let head = noun_phrases::ending_at(g, last, floor)?;
            start = head.start;
            (last, last + 1)
        }
    };
    if start >= head_end || comma - start > 40 || !g.part(start).opens_phrase() {
        return None;
    }
    let only_head = matches!(
        g.part(opener),
        Part::Preposition
            | Part::Gerund
            | Part::Subordinator
            | Part::Adverb
            | Part::Relative
            | Part::Past
    ) || g.is_time(opener)
        || g.part(start) == Part::Pronoun;
    Some(start..if only_head { head_end } else { comma + 1 })
}

/// Whether a phrase opens that stands before the subject: "In Lima, …", "On Monday …", "Asked about it, …".
fn opens_aside(g: &Grammar<'_, '_, '_>, start: usize) -> bool {
    matches!(
        g.part(start),
        Part::Preposition
            | Part::Subordinator
            | Part::Gerund
            | Part::Past
            | Part::To
            | Part::Question
    ) || g.is_time(start)
}
