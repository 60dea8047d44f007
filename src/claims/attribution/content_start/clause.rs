//! Whether what stands behind a cue is a clause or an object.

use crate::claims::attribution::cues::Cue;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::{FAR, Syntax, Tag, clauses};
use crate::text::TokenRange;

use super::super::opening::{Opening, clause_follows, content_clause};

/// From this share on a verb speaks whatever stands behind it: "said no".
pub(super) const SPEAKS: u8 = 90;

/// Up to this share a verb without an object speaks with a quotation only.
pub(crate) const SOUNDS: u8 = 50;

/// A clause without "that", or an object.
pub(super) fn object(
    syntax: &Syntax<'_, '_, '_>,
    cue: &Cue<'_>,
    index: usize,
    limit: usize,
) -> Option<(usize, Opening)> {
    let clause = cue.takes(Frames::CLAUSE);
    let object = cue.takes(
        Frames::OBJECT
            .with(Frames::OBJECT_INFINITIVE)
            .with(Frames::AS)
            .with(Frames::OF)
            .with(Frames::WITH),
    );
    // "sees the plan as a threat", "advised them to leave": with an object alone these tell no words.
    let completed = cue.takes(Frames::OBJECT.with(Frames::OF))
        || cue.takes(Frames::AS) && taken_as(syntax, index, limit, "as")
        || cue.takes(Frames::WITH) && taken_as(syntax, index, limit, "with")
        || cue.takes(Frames::OBJECT_INFINITIVE) && infinitive_follows(syntax, index, limit);
    if object && !completed && !clause {
        return None;
    }
    let object = object && completed;
    let opening = match (clause, object) {
        (true, false) => {
            // "found sanctuary", "added trucks": verbs that speak only with a clause behind them.
            if cue.word.share < SPEAKS && !clause_follows(syntax, index, limit) {
                return None;
            }
            Opening::Bare
        }
        (false, true) => Opening::Object,
        (true, true) => {
            if clause_follows(syntax, index, limit) {
                Opening::Bare
            } else {
                Opening::Object
            }
        }
        (false, false) => {
            // "He cried the day she left": a sound, and no word of what is said.
            let speaks = cue.takes(Frames::QUOTE) && cue.word.share > SOUNDS;
            return (speaks && clause_follows(syntax, index, limit))
                .then_some((index, Opening::Bare));
        }
    };
    Some((index, opening))
}

/// "sees the plan as a threat", but "saw the plan", "charged two men with theft": what the object is taken as, in the same
/// clause.
fn taken_as(syntax: &Syntax<'_, '_, '_>, index: usize, limit: usize, preposition: &str) -> bool {
    for token in index + 1..limit.min(index + 12) {
        match syntax.tag(token) {
            Tag::Preposition if syntax.reads(token, preposition) => {
                return !syntax.is_time(token + 1);
            }
            Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Dash | Tag::Open => return false,
            part if part.is_finite() => return false,
            _ => {}
        }
    }
    false
}

/// "advised [the club] to sell": an infinitive behind the object, in the same clause.
fn infinitive_follows(syntax: &Syntax<'_, '_, '_>, index: usize, limit: usize) -> bool {
    (index + 1..limit.min(index + 12))
        .take_while(|&token| {
            let tag = syntax.tag(token);
            !tag.is_finite() && !matches!(tag, Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Dash)
        })
        .any(|token| syntax.tag(token) == Tag::To)
}

/// Whether a clause opens at `index` and the main clause follows it: "because rents are high, people leave", "the last
/// time it rained was in May".
pub(crate) fn main_clause_follows(syntax: &Syntax<'_, '_, '_>, index: usize, limit: usize) -> bool {
    let limit = limit.min(index + FAR);
    let stop = (index..limit)
        .find(|&token| {
            matches!(
                syntax.tag(token),
                Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Open | Tag::Dash
            )
        })
        .unwrap_or(limit);
    if stop < limit && syntax.tag(stop) == Tag::Comma {
        return content_clause(syntax, stop + 1, limit) || syntax.tag(stop + 1) == Tag::Open;
    }
    let verbs = (index..stop).filter(|&token| {
        syntax.tag(token).is_finite()
            && !syntax.is_reduced(token)
            // "will have", but "How the fire started is unclear"
            && !(syntax.tag(token).is_auxiliary() && syntax.tag(token + 1).is_finite())
    });
    verbs.count() > 1
}

/// "that" for a whole claim, as in "denied that, saying"; "added that, in May, it rained" opens a clause.
pub(super) fn is_alone(syntax: &Syntax<'_, '_, '_>, that: usize, limit: usize) -> bool {
    let next = that + 1;
    match syntax.tag(next) {
        _ if next >= limit => true,
        Tag::Stop => true,
        Tag::Comma if syntax.tag(next + 1) == Tag::Open => false,
        Tag::Comma => syntax
            .first(next + 1..limit.min(next + 14), Tag::Comma)
            .is_none(),
        _ => false,
    }
}

/// "Running a shop is hard", "Falling rocks killed two climbers": the gerund, or what it tells of, has a verb; in "Listing
/// the promises he made" the verb has another subject.
pub(crate) fn gerund_subject(syntax: &Syntax<'_, '_, '_>, range: TokenRange) -> bool {
    clauses::starting_at(syntax, range.start, range.end).is_some_and(|clause| {
        let pronoun = syntax.tag(clause.verb - 1) == Tag::Pronoun;
        // "Citing figures the union published": behind a noun another phrase opens.
        let second = (range.start + 2..clause.verb).any(|token| {
            syntax.tag(token) == Tag::Determiner && syntax.tag(token - 1) == Tag::Noun
        });
        !pronoun && !second
    })
}

/// "cutting the hedge must wait": a gerund that is the subject of a clause; "found files holding classified papers" has
/// none, so a form that can be a participle does not tell.
pub(crate) fn gerund_clause(syntax: &Syntax<'_, '_, '_>, index: usize, limit: usize) -> bool {
    clauses::starting_at(syntax, index, limit.min(index + 16))
        .is_some_and(|clause| syntax.tag(clause.verb) != Tag::Past)
}
