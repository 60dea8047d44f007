//! The subject of a whole sentence, which later verbs share.

use crate::lexicon::Classes;
use crate::text::{Flags, TokenRange};

use crate::syntax::{FAR, Syntax, Tag, clauses, phrases};

/// The first noun phrase of the sentence, behind opening phrases: the subject that later verbs share.
pub(crate) fn first_subject(
    syntax: &Syntax<'_, '_, '_>,
    floor: usize,
    end: usize,
) -> Option<TokenRange> {
    let floor = floor.max(end.saturating_sub(FAR));
    let start = behind_openings(syntax, floor, end)?;
    // "There was Holm on stage, dismissing": who is there
    if syntax.reads(start, "there") {
        let behind = (start + 1..end).find(|&token| !syntax.tag(token).is_auxiliary())?;
        return phrases::Reach::Of.starting_at(syntax, behind, end);
    }
    let opens = syntax.tag(start).opens_phrase()
        || syntax.tag(start) == Tag::Relative
        || is_hedged_number(syntax, start);
    if start >= end || !opens {
        return None;
    }
    let mut stop = start + 1;
    if syntax.tag(start) == Tag::Pronoun || syntax.tag(start) == Tag::Relative {
        return Some(start..stop);
    }
    while stop < end {
        match syntax.tag(stop) {
            Tag::Comma
            | Tag::Relative
            | Tag::Dash
            | Tag::Bracket
            | Tag::Stop
            | Tag::Open
            | Tag::Adverb
            | Tag::Negation
            | Tag::That => break,
            part if part.is_finite() && !syntax.is_reduced(stop) => break,
            _ => stop += 1,
        }
    }
    // "The prime minister, Juan Vela, flew home, saying": the name of whom it tells.
    if let Some(behind) = behind_name(syntax, start..stop, end) {
        return Some(start..behind);
    }
    // "accused the mayor [of] ignoring it": the preposition is the gerund's.
    if stop > start + 1
        && syntax.tag(stop - 1) == Tag::Preposition
        && syntax.tag(stop - 2) != Tag::Clitic
    {
        stop -= 1;
    }
    Some(start..stop)
}

/// Where the subject begins, behind opening phrases: "In Ames, Iowa, on Monday, [the senator]".
fn behind_openings(syntax: &Syntax<'_, '_, '_>, floor: usize, end: usize) -> Option<usize> {
    let mut start = floor;
    let mut guard = 0;
    let mut opened = false;
    while start < end && guard < 6 {
        guard += 1;
        while start < end
            && (matches!(
                syntax.tag(start),
                Tag::Conjunction | Tag::But | Tag::Adverb | Tag::Comma | Tag::Close | Tag::Dash
            ) || syntax.tag(start) == Tag::Open)
        {
            start = if syntax.tag(start) == Tag::Open {
                syntax.behind_quotation(start)
            } else {
                start + 1
            };
        }
        if opens_aside(syntax, start) {
            start = syntax.first(start..end, Tag::Comma)? + 1;
            opened = true;
        } else if opened && syntax.tag(start) == Tag::Name {
            // "In Ames, Iowa, the senator": the place goes on.
            let mut behind = start;
            while syntax.tag(behind) == Tag::Name {
                behind += 1;
            }
            let place = syntax.tag(behind) == Tag::Comma
                && (syntax.tag(behind + 1) == Tag::Preposition
                    || syntax.is_time(behind + 1)
                    || syntax.tag(behind + 1).opens_phrase()
                        && clauses::starting_at(syntax, behind + 1, end).is_some());
            if !place {
                break;
            }
            start = behind + 1;
        } else {
            break;
        }
    }
    Some(start)
}

/// Behind the name between commas that a role has: "The head of the port, Ana Ruiz, left".
fn behind_name(syntax: &Syntax<'_, '_, '_>, role: TokenRange, limit: usize) -> Option<usize> {
    let first = role.end + 1;
    let close = (first..limit).find(|&token| syntax.tag(token) != Tag::Name)?;
    let owned = role.clone().rev().find(|&at| syntax.tag(at) == Tag::Clitic);
    let office = owned.map_or(role.start, |clitic| clitic + 1)..role.end;
    let head = office
        .take_while(|&token| syntax.tag(token).opens_phrase())
        .last()?;
    let named = syntax.tag(role.end) == Tag::Comma
        && syntax.tag(close) == Tag::Comma
        && close > first + 1
        && syntax.page.is(head, Classes::ROLE.with(Classes::TITLE))
        && !syntax.page.has(head, Flags::CAPITALISED)
        && (close + 1..limit)
            .next()
            .is_some_and(|verb| syntax.tag(verb).is_finite());
    named.then_some(close + 1)
}

/// "about 4,200 workers": what looks like a preposition counts.
fn is_hedged_number(syntax: &Syntax<'_, '_, '_>, start: usize) -> bool {
    syntax.page.is(start, Classes::HEDGE)
        && matches!(syntax.tag(start + 1), Tag::Number | Tag::Quantifier)
}

/// Whether a phrase opens that stands before the subject: "In Lima, …", "On Monday …", "Asked about it, …".
pub(super) fn opens_aside(syntax: &Syntax<'_, '_, '_>, start: usize) -> bool {
    if is_hedged_number(syntax, start) && !syntax.is_time(start + 1) {
        return false;
    }
    matches!(
        syntax.tag(start),
        Tag::Preposition | Tag::Subordinator | Tag::Gerund | Tag::Past | Tag::To | Tag::Question
    ) || syntax.is_time(start)
}
