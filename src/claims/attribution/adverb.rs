//! "The bank has reportedly closed": somebody says so, and nobody is named.

use crate::extraction::{ClaimKind, Polarity};
use crate::lexicon::entries::speech::{CueWord, Frames};
use crate::lexicon::{Classes, Meaning};
use crate::mentions::cues::{self, Cue, CueForm};
use crate::mentions::parts::Part;
use crate::mentions::sources;

use super::opening::Opening;
use super::{Reader, Scope, content_end};

/// The most words between the adverb and the verb of its group: "reportedly has not yet said".
const GROUP: usize = 5;

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
    // "The minister reportedly told aides": what he told them is told, and by whom.
    if let Some(end) = beside_cue(reader, scope, adverb) {
        return Some(end);
    }
    let g = &reader.g;
    let mut entries = g.page.entries(adverb);
    let (entry, distance) = entries.find_map(|(entry, _)| match entry.meaning {
        Meaning::CueAdverb(distance) => Some((entry, distance)),
        _ => None,
    })?;
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
            distance,
        },
        form: CueForm::Preposition,
        polarity: Polarity::Said,
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

/// The claim of a verb of speech in whose group the adverb stands.
fn beside_cue(reader: &mut Reader<'_, '_, '_>, scope: &Scope, adverb: usize) -> Option<usize> {
    let g = &reader.g;
    let verb = (adverb + 1..scope.range.end.min(adverb + 1 + GROUP)).find(|&token| {
        !matches!(
            g.part(token),
            Part::Adverb | Part::Auxiliary | Part::Negation | Part::Modal
        )
    })?;
    let cue = cues::at(g, verb, scope.floor)
        .filter(|cue| cue.tokens.contains(&adverb) && cue.form == CueForm::Finite)?;
    reader.claim(scope, &cue)
}
