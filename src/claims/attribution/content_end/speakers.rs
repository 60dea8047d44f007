//! Whether another has his say behind an edge, or the same source goes on.

use crate::claims::attribution::cues::{self, Cue};
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::{FAR, Syntax, Tag, clauses};

use super::edge::Edge;

/// From this share on a verb behind "and" goes on reporting what the same source said.
const SPEAKS: u8 = 80;

/// From this share on a verb opens what another says.
const SURE: u8 = 90;

/// "and said", "and later accused": a verb that hardly stands in what another says.
pub(super) fn goes_on_speaking(syntax: &Syntax<'_, '_, '_>, index: usize) -> bool {
    let mut token = index;
    while matches!(syntax.tag(token), Tag::Adverb | Tag::Auxiliary) {
        token += 1;
    }
    cues::at(syntax, token, token).is_some_and(|cue| cue.word.share >= SPEAKS)
}

/// ", and the mayor said", ", while nearly half say": another source has its say.
pub(super) fn speaks_anew(
    syntax: &Syntax<'_, '_, '_>,
    edge: Edge,
    index: usize,
    limit: usize,
) -> bool {
    let first = match edge {
        Edge::CommaAndOther
        | Edge::CommaAndPronoun
        | Edge::CommaBut
        | Edge::CommaButSubject
        | Edge::CommaWhile => index + 2,
        Edge::And | Edge::But | Edge::While => index + 1,
        // "38 say they agree, 12 say they do not"
        Edge::CommaOther if matches!(syntax.tag(index + 1), Tag::Number | Tag::Quantifier) => {
            index + 1
        }
        _ => return false,
    };
    // ", and when asked about the gap, the mother of three replied"
    let first = match syntax.tag(first) {
        Tag::Question | Tag::Subordinator if edge == Edge::CommaAndOther => syntax
            .first(first..limit, Tag::Comma)
            .map_or(first, |comma| comma + 1),
        _ => first,
    };
    let inserted = || (edge == Edge::CommaWhile).then(|| described_speaker(syntax, first, limit));
    speaker_at(syntax, first, limit)
        .or_else(|| inserted().flatten())
        .is_some_and(|cue| cue.word.share >= SURE && cue.takes(Frames::CLAUSE.with(Frames::OF)))
}

/// "while Ana Ruiz, a former minister, wrote", "while Ana Ruiz and the mayor of Hale said"
fn described_speaker<'l>(
    syntax: &Syntax<'_, '_, 'l>,
    start: usize,
    limit: usize,
) -> Option<Cue<'l>> {
    let limit = limit.min(start + FAR);
    if !syntax.tag(start).opens_phrase() {
        return None;
    }
    let verb =
        (start..limit).find(|&token| syntax.tag(token).is_finite() && !syntax.is_reduced(token))?;
    let plain = (start..verb).all(|token| {
        let tag = syntax.tag(token);
        tag.opens_phrase()
            || matches!(
                tag,
                Tag::Comma | Tag::Conjunction | Tag::Preposition | Tag::Bracket | Tag::Clitic
            )
    });
    let commas = (start..verb)
        .filter(|&token| syntax.tag(token) == Tag::Comma)
        .count();
    let closed = commas == 0 || commas >= 2 && syntax.tag(verb - 1) == Tag::Comma;
    (plain && closed)
        .then(|| cues::at(syntax, verb, verb))
        .flatten()
}

/// "the two sides accused each other": a noun phrase and the verb of another's speech behind "as".
pub(super) fn party_speaks(syntax: &Syntax<'_, '_, '_>, start: usize, limit: usize) -> bool {
    syntax.tag(start) != Tag::Pronoun
        && speaker_at(syntax, start, limit).is_some_and(|cue| cue.word.share >= SPEAKS)
}

/// The cue of the clause that begins there.
fn speaker_at<'l>(syntax: &Syntax<'_, '_, 'l>, start: usize, limit: usize) -> Option<Cue<'l>> {
    let clause = clauses::starting_at(syntax, start, limit)?;
    let head = clause.head(syntax);
    (clause.is_plain(syntax)).then(|| cues::at(syntax, head, head))?
}

/// "the other side insisting": a noun phrase with a reporting participle of its own.
pub(super) fn absolute_follows(syntax: &Syntax<'_, '_, '_>, start: usize, limit: usize) -> bool {
    let mut token = start;
    while token < limit.min(start + 5) && syntax.tag(token).opens_phrase() {
        token += 1;
    }
    token > start && syntax.tag(token) == Tag::Gerund && syntax.page.is(token, Classes::CUE_VERB)
}
