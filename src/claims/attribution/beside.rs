//! A quotation that is a sentence of its own, beside the one that says whose it is.

use super::cues::{Cue, CueForm};
use super::sources;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::Tag;

use super::opening::Opening;
use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Tier};
use super::{content_start, label};
use crate::extraction::Rule;

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[
    Construction {
        cues: Cues::Active,
        tier: Tier::Specific,
        read: preceded,
        rules: &[],
    },
    Construction {
        cues: Cues::Active,
        tier: Tier::Last,
        read: claim,
        rules: &[Rule {
            name: "attribution.quotation_sentence",
            example: "The hall was quiet. \"So soon?\" The mayor tweeted when the road was closed.",
            counterexample: "The fair drew a crowd. The mayor did not offer help. \"Rex\" barked.",
        }],
    },
];

/// A quotation that is a sentence of its own beside the one that says whose it is: `"Go home!" The mayor said as she
/// left.`, `The mayor spoke in a statement. "We lost."`
pub(super) fn claim<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    beside(reader, scope, cue, true)
}

/// `"So soon?" The mayor tweeted when the road was closed.` A time that would be a question elsewhere is none behind a
/// quotation that waits for its speaker.
pub(super) fn preceded<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let start = content_start::behind(syntax, cue, scope.range.end)?;
    let time = start.opening == Opening::Question && syntax.may_subordinate(start.token);
    time.then(|| beside(reader, scope, cue, false)).flatten()
}

fn beside<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
    either_side: bool,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let quotes = cue.takes(Frames::QUOTE) && cue.speaks();
    if !quotes || cue.form != CueForm::Finite || scope.nested_in.is_some() || scope.last.is_some() {
        return None;
    }
    let source = sources::before(syntax, cue.tokens.start, scope.floor)?;
    let range = scope.range.clone();
    if source.start != range.start {
        return None;
    }
    let ends = range.end <= cue.tokens.end
        || matches!(
            syntax.tag(cue.tokens.end),
            Tag::Stop | Tag::Preposition | Tag::Comma | Tag::Subordinator | Tag::Adverb
        )
        || !either_side
        || syntax.is_time(cue.tokens.end)
        || cue.takes(Frames::HEARER);
    if !ends {
        return None;
    }
    let block = |number: usize| {
        let sentence = syntax.page.sentences.get(number)?;
        Some((sentence.sentence.block, sentence.tokens.clone()))
    };
    let (own, _) = block(scope.sentence)?;
    let free = |token: usize| !reader.claimed.get(token).copied().unwrap_or(true);
    let before = range.start.checked_sub(1).filter(|&close| {
        let same = scope.sentence.checked_sub(1).and_then(block);
        same.is_some_and(|(place, tokens)| place == own && tokens.end == range.start)
            && syntax.tag(close) == Tag::Close
            && free(close)
    });
    let before = before.and_then(|close| {
        let open = syntax
            .twin(close)
            .filter(|&open| open < close && free(open))?;
        Some(open..close + 1)
    });
    let content = before.or_else(|| {
        if !either_side || !label::speaks(syntax, &source) {
            return None;
        }
        let (place, next) = block(scope.sentence + 1)?;
        let behind = syntax.behind_quotation(next.start);
        let whole = syntax.tag(next.start) == Tag::Open
            && (behind >= next.end || super::continued::content_ends(syntax, behind, next.end));
        (place == own && whole && free(next.start)).then_some(next.start..behind)
    })?;
    Some(Reading::new(
        "attribution.quotation_sentence",
        cue,
        Some(source),
        &[content],
        range.end,
    ))
}
