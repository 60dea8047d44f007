//! How far a cue stands behind what it reports: "claimed", "reportedly told" keep away from it, "pointed out" takes it for
//! true.

use crate::extraction::Distance;
use crate::lexicon::{Meaning, Table};

use super::cues::Cue;
use crate::syntax::{Syntax, Tag};

/// The distance of a cue: what an adverb beside it tells, else what the dictionary says of the word.
pub(crate) fn of(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>) -> Distance {
    let inside = cue
        .tokens
        .clone()
        .find_map(|token| of_adverb(syntax, token));
    // "The minister, reportedly, said", "said falsely that", "said, reportedly in anger, that" is another matter.
    let apart = |comma: usize, adverb: usize| {
        (syntax.tag(comma) == Tag::Comma)
            .then(|| of_adverb(syntax, adverb))
            .flatten()
    };
    let (start, end) = (cue.tokens.start, cue.tokens.end);
    let beside = || {
        let before = start
            .checked_sub(2)
            .filter(|_| syntax.tag(start - 1) == Tag::Comma);
        before
            .and_then(|adverb| of_adverb(syntax, adverb))
            .or_else(|| of_adverb(syntax, end))
            .or_else(|| apart(end, end + 1).filter(|_| syntax.tag(end + 2) == Tag::Comma))
    };
    inside.or_else(beside).unwrap_or(cue.word.distance)
}

/// What an adverb tells: "reportedly", "rightly".
fn of_adverb(syntax: &Syntax<'_, '_, '_>, token: usize) -> Option<Distance> {
    syntax
        .page
        .entries_in(Table::CueAdverbs, token)
        .find_map(|(entry, _)| match entry.meaning {
            Meaning::CueAdverb(distance) => Some(distance),
            _ => None,
        })
}
