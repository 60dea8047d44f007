//! The subject of a whole sentence, which later verbs share.

use crate::text::TokenRange;

use super::super::parts::{FAR, Grammar, Part};
use super::opens_aside;

/// The first noun phrase of the sentence, behind opening phrases: the subject that later verbs share.
pub(crate) fn first_subject(
    g: &Grammar<'_, '_, '_>,
    floor: usize,
    end: usize,
) -> Option<TokenRange> {
    let floor = floor.max(end.saturating_sub(FAR));
    let mut start = floor;
    let mut guard = 0;
    let mut opened = false;
    while start < end && guard < 6 {
        guard += 1;
        while start < end
            && (matches!(
                g.part(start),
                Part::Conjunction
                    | Part::But
                    | Part::Adverb
                    | Part::Comma
                    | Part::Close
                    | Part::Dash
            ) || g.part(start) == Part::Open)
        {
            start = if g.part(start) == Part::Open {
                g.behind_quotation(start)
            } else {
                start + 1
            };
        }
        if opens_aside(g, start) {
            start = (start..end).find(|&token| g.part(token) == Part::Comma)? + 1;
            opened = true;
        } else if opened && g.part(start) == Part::Name {
            // "In Ames, Iowa, the senator": the place goes on.
            let mut behind = start;
            while g.part(behind) == Part::Name {
                behind += 1;
            }
            let place = g.part(behind) == Part::Comma
                && (g.part(behind + 1) == Part::Preposition
                    || g.is_time(behind + 1)
                    || subject_follows(g, behind + 1, end));
            if !place {
                break;
            }
            start = behind + 1;
        } else {
            break;
        }
    }
    if start >= end || !(g.part(start).opens_phrase() || g.part(start) == Part::Relative) {
        return None;
    }
    let mut stop = start + 1;
    if g.part(start) == Part::Pronoun || g.part(start) == Part::Relative {
        return Some(start..stop);
    }
    while stop < end {
        match g.part(stop) {
            Part::Comma
            | Part::Relative
            | Part::Dash
            | Part::Bracket
            | Part::Stop
            | Part::Open
            | Part::Adverb
            | Part::Negation
            | Part::That => break,
            part if part.is_finite() && !g.is_reduced(stop) => break,
            _ => stop += 1,
        }
    }
    // "accused the mayor [of] ignoring it": the preposition is the gerund's.
    if stop > start + 1 && g.part(stop - 1) == Part::Preposition && g.part(stop - 2) != Part::Clitic
    {
        stop -= 1;
    }
    Some(start..stop)
}

/// Whether a noun phrase with its finite verb starts here.
fn subject_follows(g: &Grammar<'_, '_, '_>, start: usize, end: usize) -> bool {
    if !g.part(start).opens_phrase() {
        return false;
    }
    for token in start + 1..end {
        match g.part(token) {
            Part::Comma | Part::Relative | Part::Stop | Part::Open | Part::Close | Part::Dash => {
                return false;
            }
            part if part.is_finite() => return true,
            _ => {}
        }
    }
    false
}
