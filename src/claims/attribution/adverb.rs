//! "The bank has reportedly closed": somebody says so, and nobody is named.

use super::cues::{self, Cue, CueForm};
use super::sources;
use crate::extraction::{ClaimKind, Polarity};
use crate::lexicon::entries::speech::{CueWord, Frames};
use crate::lexicon::{Classes, Meaning, Table};
use crate::syntax::{Syntax, Tag};

use super::content_end;
use super::opening::Opening;
use super::reader::{Reader, Reading, Scope};
use crate::extraction::Rule;

/// The rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    name: "attribution.reporting_adverb",
    example: "The bank has reportedly closed two branches.",
    counterexample: "They met a reportedly lonely man.",
}];

/// The most words between the adverb and the verb of its group: "reportedly has not yet said".
const GROUP: usize = 5;

/// Reads the clause round a reporting adverb; gives the token behind it.
pub(super) fn claim<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    adverb: usize,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    if !syntax.page.is(adverb, Classes::CUE_ADVERB) || adverb == scope.range.start {
        return None;
    }
    let mut entries = syntax.page.entries_in(Table::CueAdverbs, adverb);
    let (entry, distance) = entries.find_map(|(entry, _)| match entry.meaning {
        Meaning::CueAdverb(distance) => Some((entry, distance)),
        _ => None,
    })?;
    let limit = scope.range.end;
    let start = sources::clause_start(syntax, adverb, scope.floor);
    let next = syntax.tag(adverb + 1);
    // "has reportedly closed": the verb of the clause may stand before the adverb.
    let from_there = |from: usize| content_end::find(syntax, from, Opening::Bare, None, limit);
    let end = Some(from_there(start)).filter(|&end| end > adverb + 1);
    let end = end.unwrap_or_else(|| from_there(adverb + 1));
    // Without a verb near by it belongs to a noun: "a reportedly lonely man".
    if !syntax.has_finite(start..end)
        || matches!(
            syntax.tag(adverb.wrapping_sub(1)),
            Tag::Determiner | Tag::Possessive
        )
    {
        return None;
    }
    // "who allegedly fled", "supposedly during the war": no clause of its own.
    let verbal = matches!(
        syntax.tag(adverb.wrapping_sub(1)),
        Tag::Auxiliary | Tag::Modal
    ) || next.is_finite();
    if !verbal
        || matches!(
            syntax.tag(start),
            Tag::Relative | Tag::Preposition | Tag::That
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
    Some(Reading::new(
        "attribution.reporting_adverb",
        &cue,
        None,
        &[start..adverb, adverb + 1..end],
        end,
    ))
}

/// The verb of speech in whose group the adverb stands. "The minister reportedly told aides": what he told them is told,
/// and by whom.
pub(super) fn cue_behind<'l>(
    syntax: &Syntax<'_, '_, 'l>,
    scope: &Scope,
    adverb: usize,
) -> Option<Cue<'l>> {
    if !syntax.page.is(adverb, Classes::CUE_ADVERB) || adverb == scope.range.start {
        return None;
    }
    let verb = (adverb + 1..scope.range.end.min(adverb + 1 + GROUP)).find(|&token| {
        !matches!(
            syntax.tag(token),
            Tag::Adverb | Tag::Auxiliary | Tag::Negation | Tag::Modal
        )
    })?;
    cues::at(syntax, verb, scope.floor)
        .filter(|cue| cue.tokens.contains(&adverb) && cue.form == CueForm::Finite)
}
