//! Colons that introduce speech: `Ana Ruiz: "We lost."`, `She closed with a warning:` and the quotation below it.

use crate::extraction::{BlockKind, ClaimKind};
use crate::lexicon::entries::speech::{CueWord, Frames};
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::{Grammar, Part};
use crate::mentions::sources;
use crate::text::TokenRange;

use super::{Reader, Scope};

/// The longest label, in tokens.
const LABEL: usize = 8;

/// The longest signature, in tokens.
const SIGNATURE: usize = 16;

/// How many tokens further a label's name has to come again.
const NEAR: usize = 300;

/// A colon as a cue.
pub(super) fn colon<'l>(token: usize) -> Cue<'l> {
    Cue {
        tokens: token..token + 1,
        head: token,
        lemma: ":",
        word: CueWord {
            kind: ClaimKind::Statement,
            frames: Frames::QUOTE,
            share: 74,
        },
        form: CueForm::Preposition,
        negated: false,
    }
}

/// A name and a colon at the start of the sentence: `Ana Ruiz: "We lost."`; in a headline also `Ana Ruiz: We lost`.
pub(super) fn claim(reader: &mut Reader<'_, '_, '_>, scope: &Scope) -> bool {
    let g = &reader.g;
    let range = &scope.range;
    let Some(at) = (range.start..range.end.min(range.start + LABEL))
        .find(|&token| g.part(token) == Part::Colon)
    else {
        return false;
    };
    let source = range.start..at;
    let named = !source.is_empty()
        && source.clone().all(|token| {
            matches!(
                g.part(token),
                Part::Name | Part::Number | Part::Conjunction | Part::Bracket
            )
        })
        && g.part(source.start) == Part::Name
        && is_named_again(g, &source);
    let start = at + 1;
    if !named || start >= range.end {
        return false;
    }
    if g.part(start) == Part::Open {
        let end = g.behind_quotation(start);
        return reader.add(
            "attribution.label_quotation",
            scope,
            &colon(at),
            Some(source),
            &[start..end],
        );
    }
    let headline = g
        .page
        .sentences
        .get(scope.sentence)
        .is_some_and(|sentence| {
            let block = g.page.blocks.get(sentence.sentence.block);
            block.is_some_and(|block| block.block.kind == BlockKind::Headline)
                || scope.sentence == 0
        });
    if !headline || range.end - start < 3 {
        return false;
    }
    reader.add(
        "attribution.label_headline",
        scope,
        &colon(at),
        Some(source),
        &[start..range.end],
    )
}

/// A signed quotation: `"We lost." — Ana Ruiz, farmer`
pub(super) fn signed(reader: &mut Reader<'_, '_, '_>, scope: &Scope) -> bool {
    let g = &reader.g;
    let range = &scope.range;
    let signature = |&token: &usize| {
        g.part(token) == Part::Dash
            && g.part(token + 1) == Part::Name
            && token > 0
            && g.part(token - 1) == Part::Close
            && !g.is_quoted(token)
    };
    let Some(dash) = (range.start..range.end)
        .rev()
        .take(SIGNATURE)
        .find(signature)
    else {
        return false;
    };
    let Some(open) = g.twin(dash - 1).filter(|&open| open < dash) else {
        return false;
    };
    if g.has_finite(dash + 1..range.end) || open > range.start && g.has_finite(range.start..open) {
        return false;
    }
    let mut end = range.end;
    while end > dash + 2 && g.part(end - 1) == Part::Stop {
        end -= 1;
    }
    let comma = (dash + 1..end)
        .find(|&token| matches!(g.part(token), Part::Comma | Part::Gerund))
        .unwrap_or(end);
    reader.add(
        "attribution.signature",
        scope,
        &colon(dash),
        Some(dash + 1..comma),
        &[open..dash],
    )
}

/// The quotation that a sentence ending in a colon introduces.
pub(super) fn introduced(g: &Grammar<'_, '_, '_>, scope: &Scope) -> Option<TokenRange> {
    let end = scope.range.end;
    if g.part(end.checked_sub(1)?) != Part::Colon {
        return None;
    }
    let next = g.page.sentences.get(scope.sentence + 1)?.tokens.start;
    (next == end && g.part(next) == Part::Open).then(|| next..g.behind_quotation(next))
}

/// "In May the mayor said of the plan:" and the quotation below.
pub(super) fn cue_before_quotation<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    if scope.nested_in.is_some() || !cue.takes(Frames::QUOTE.with(Frames::CLAUSE)) {
        return None;
    }
    let content = introduced(g, scope)?;
    let between = cue.tokens.end..scope.range.end - 1;
    if between.len() > 25
        || g.has_finite(between.clone())
        || between.clone().any(|token| g.part(token) == Part::That)
    {
        return None;
    }
    let subject = super::subject::subject(reader, scope, cue)?;
    reader
        .add(
            "attribution.colon_quotation",
            scope,
            cue,
            subject.tokens,
            &[content],
        )
        .then_some(scope.range.end)
}

/// "She closed with a warning:" and the quotation below: the colon is all the cue there is.
pub(super) fn bare(reader: &mut Reader<'_, '_, '_>, scope: &Scope) -> bool {
    if scope.nested_in.is_some()
        || scope.last.is_some_and(|last| {
            reader.claims.get(last).is_some_and(|claim| {
                claim
                    .content
                    .iter()
                    .any(|piece| piece.end >= scope.range.end)
            })
        })
    {
        return false;
    }
    let g = &reader.g;
    let Some(content) = introduced(g, scope) else {
        return false;
    };
    let at = scope.range.end - 1;
    let Some(source) = sources::first_subject(g, scope.range.start, at) else {
        return false;
    };
    if !g.has_finite(source.end..at) {
        return false;
    }
    reader.add(
        "attribution.colon",
        scope,
        &colon(at),
        Some(source),
        &[content],
    )
}

/// Whether the label's last word comes again: "Ruiz: We lost" above an article about her, and not "Watch: …".
fn is_named_again(g: &Grammar<'_, '_, '_>, source: &TokenRange) -> bool {
    let word = g.page.word(source.end - 1);
    (source.end..g.page.tokens.len().min(source.end + NEAR))
        .any(|token| g.part(token) == Part::Name && g.page.word(token) == word)
}
