//! Adjectives that tell what somebody holds: "was confident that", "is critical of the plan", "are eager to leave".

use crate::lexicon::entries::speech::CueWord;
use crate::lexicon::{Classes, Entry, Meaning, Table};
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::{Grammar, Part};
use crate::mentions::{sources, verb_groups};

use super::opening::Opening;
use super::{Reader, Scope, content_end, noun_cue};

fn adjective<'l>(g: &Grammar<'_, '_, 'l>, token: usize) -> Option<(&'l Entry, CueWord)> {
    if !g.page.is(token, Classes::CUE_ADJECTIVE) {
        return None;
    }
    g.page
        .entries(token)
        .find_map(|(entry, _)| match entry.meaning {
            Meaning::Cue(word) if entry.table == Table::CueAdjectives => Some((entry, word)),
            _ => None,
        })
}

/// Reads the claim of an adjective behind a form of "be"; gives the token behind it.
pub(super) fn claim(reader: &mut Reader<'_, '_, '_>, scope: &Scope, token: usize) -> Option<usize> {
    let g = &reader.g;
    let (entry, word) = adjective(g, token)?;
    let mut start = token;
    let mut be = false;
    while start > scope.floor {
        match g.part(start - 1) {
            Part::Auxiliary => be |= g.page.is(start - 1, Classes::BE),
            Part::Adverb | Part::Negation | Part::Modal => {}
            _ => break,
        }
        start -= 1;
    }
    if !be {
        return None;
    }
    let source = sources::before(g, start, scope.floor)?;
    let (content, opening) = noun_cue::behind(g, word, token + 1, scope.range.end)?;
    let mut tokens = start..token + 1;
    let (content, opening) =
        noun_cue::behind_preposition(g, &mut tokens, content, opening, scope.range.end);
    // "It is not clear whether": nobody holds it.
    let empty = source.len() == 1
        && g.reads(source.start, "it")
        && matches!(
            opening,
            Opening::That | Opening::Question | Opening::Infinitive
        );
    if empty {
        tokens.start = source.start;
    }
    let source = (!empty).then_some(source);
    let end = content_end::find(g, content, opening, source.as_ref(), scope.range.end);
    let cue = Cue {
        tokens,
        head: token,
        lemma: &entry.lemma,
        word,
        form: CueForm::Finite,
        polarity: verb_groups::around(g, token, token + 1, scope.floor).polarity,
    };
    reader
        .add(
            "attribution.adjective",
            scope,
            &cue,
            source,
            &[content..end],
        )
        .then_some(end)
}
