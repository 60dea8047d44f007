//! Adjectives that tell what somebody holds: "was confident that", "is critical of the plan", "are eager to leave".

use super::cues::{Cue, CueForm};
use super::sources;
use crate::lexicon::entries::speech::{CueWord, Frames};
use crate::lexicon::{Classes, Entry, Meaning, Table};
use crate::syntax::Syntax;
use crate::syntax::verbs;

use super::opening::{Opening, clause_follows};
use super::reader::{Reader, Reading, Scope};
use super::{content_end, noun_cue};
use crate::extraction::Rule;

/// The rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    name: "attribution.adjective",
    example: "The minister was confident that the bridge would hold.",
    counterexample: "The confident minister opened the bridge.",
}];

fn adjective<'l>(syntax: &Syntax<'_, '_, 'l>, token: usize) -> Option<(&'l Entry, CueWord)> {
    if !syntax.page.is(token, Classes::CUE_ADJECTIVE) {
        return None;
    }
    syntax
        .page
        .entries_in(Table::CueAdjectives, token)
        .find_map(|(entry, _)| match entry.meaning {
            Meaning::Cue(word) => Some((entry, word)),
            _ => None,
        })
}

/// Reads the claim of an adjective behind a form of "be"; gives the token behind it.
pub(super) fn claim<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    token: usize,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let (entry, word) = adjective(syntax, token)?;
    let group = verbs::around(syntax, token, token + 1, scope.floor);
    if !group.be {
        return None;
    }
    let start = group.tokens.start;
    let source = sources::before(syntax, start, scope.floor)?;
    let behind = token + 1;
    // "is confident the plan will pass"
    let bare = || {
        let clause = word.frames.any(Frames::CLAUSE)
            && syntax.tag(behind).opens_phrase()
            && clause_follows(syntax, behind, scope.range.end);
        clause.then_some((behind, Opening::Bare))
    };
    let (content, opening) =
        noun_cue::behind(syntax, word, behind, scope.range.end).or_else(bare)?;
    let mut tokens = start..token + 1;
    let (content, opening) =
        noun_cue::behind_preposition(syntax, &mut tokens, content, opening, scope.range.end);
    // "It is not clear whether": nobody holds it.
    let empty = source.len() == 1
        && syntax.reads(source.start, "it")
        && matches!(
            opening,
            Opening::That | Opening::Question | Opening::Infinitive
        );
    if empty {
        tokens.start = source.start;
    }
    let source = (!empty).then_some(source);
    let end = content_end::find(syntax, content, opening, source.as_ref(), scope.range.end);
    let cue = Cue {
        tokens,
        head: token,
        lemma: &entry.lemma,
        word,
        form: CueForm::Finite,
        polarity: group.polarity,
    };
    Some(Reading::new(
        "attribution.adjective",
        &cue,
        source,
        &[content..end],
        end,
    ))
}
