//! How far a cue stands behind what it reports: "claimed", "reportedly told" keep away from it, "pointed out" takes it for
//! true.

use crate::extraction::Distance;
use crate::lexicon::Meaning;

use super::cues::Cue;
use super::parts::{Grammar, Part};

/// The distance of a cue: what an adverb beside it tells, else what the dictionary says of the word.
pub(crate) fn of(g: &Grammar<'_, '_, '_>, cue: &Cue<'_>) -> Distance {
    let inside = cue.tokens.clone().find_map(|token| of_adverb(g, token));
    // "The minister, reportedly, said", "said falsely that", "said, reportedly in anger, that" is another matter.
    let apart = |comma: usize, adverb: usize| {
        (g.part(comma) == Part::Comma)
            .then(|| of_adverb(g, adverb))
            .flatten()
    };
    let (start, end) = (cue.tokens.start, cue.tokens.end);
    let beside = || {
        let before = start
            .checked_sub(2)
            .filter(|_| g.part(start - 1) == Part::Comma);
        before
            .and_then(|adverb| of_adverb(g, adverb))
            .or_else(|| of_adverb(g, end))
            .or_else(|| apart(end, end + 1).filter(|_| g.part(end + 2) == Part::Comma))
    };
    inside.or_else(beside).unwrap_or(cue.word.distance)
}

/// What an adverb tells: "reportedly", "rightly".
fn of_adverb(g: &Grammar<'_, '_, '_>, token: usize) -> Option<Distance> {
    g.page
        .entries(token)
        .find_map(|(entry, _)| match entry.meaning {
            Meaning::CueAdverb(distance) => Some(distance),
            _ => None,
        })
}
