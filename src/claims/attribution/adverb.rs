//! "The bank has reportedly closed": somebody says so, and nobody is named.

use crate::extraction::ClaimKind;
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::{CueWord, Frames};
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::Part;
use crate::mentions::sources;

use super::opening::Opening;
use super::{Reader, Scope, content_end};

/// Reads the clause round a reporting adverb; gives the token behind it.
pub(super) fn claim(
    reader: &mut Reader<'_, '_, '_>,
    scope: &Scope,
    adverb: usize,
) -> Option<usize> {
    let g = &reader.g;
    if !g.page.is(adverb, Classes::CUE_ADVERB) || adverb == scope.range.start {
        return None;
    }
    let (entry, _) = g.page.entries(adverb).next()?;
    let limit = scope.range.end;
    let start = sources::clause_start(g, adverb, scope.floor);
    let end = content_end::find(g, adverb + 1, Opening::Infinitive, None, limit);
    // Without a verb near by it belongs to a noun: "a reportedly lonely man".
    if !g.has_finite(start..end)
        || matches!(
            g.part(adverb.wrapping_sub(1)),
            Part::Determiner | Part::Possessive
        )
    {
        return None;
    }
    // "who allegedly fled", "supposedly during the war": no clause of its own.
    let next = g.part(adverb + 1);
    let verbal = matches!(
        g.part(adverb.wrapping_sub(1)),
        Part::Auxiliary | Part::Modal
    ) || next.is_finite();
    if !verbal
        || matches!(
            g.part(start),
            Part::Relative | Part::Preposition | Part::That
        )
    {
        return None;
    }
    let cue = Cue {
        tokens: adverb..adverb + 1,
        head: adverb,
        lemma: &entry.lemma,
        word: CueWord {
            kind: ClaimKind::Statement,
            frames: Frames::CLAUSE,
            share: 61,
        },
        form: CueForm::Preposition,
        negated: false,
    };
    reader
        .add(
            "attribution.reporting_adverb",
            scope,
            &cue,
            None,
            &[start..adverb, adverb + 1..end],
        )
        .then_some(end)
}
