//! Contents that hang on a preposition: "spoke about", "accused of".

use crate::claims::attribution::cues::Cue;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::Syntax;

use super::super::opening::Opening;

/// "spoke about the plan", "warned against it", "complained of delays".
pub(super) fn prepositional(
    syntax: &Syntax<'_, '_, '_>,
    cue: &Cue<'_>,
    index: usize,
    limit: usize,
) -> Option<(usize, Opening)> {
    let frame = match syntax.page.word(index) {
        // "spoke about the plan" in the frame, "said about half" not
        "about" => {
            cue.takes(Frames::ABOUT) || !cue.takes(Frames::QUOTE) && cue.takes(Frames::CLAUSE)
        }
        // "complained over the delay", but "spoke over the noise"
        "over" => cue.takes(Frames::ABOUT) && cue.takes(Frames::CLAUSE),
        "as" => cue.takes(Frames::AS),
        // "agreed late on Monday to a new date"
        "to" => {
            cue.takes(Frames::ON)
                && cue.takes(Frames::INFINITIVE)
                && syntax.is_time(index.wrapping_sub(1))
        }
        _ => frame_of(syntax, index).is_some_and(|frame| cue.takes(frame)),
    };
    (frame && index + 1 < limit).then_some((index, Opening::Object))
}

/// The frame that the preposition fills, with a verb as with a noun: "called for", "a call for".
pub(crate) fn frame_of(syntax: &Syntax<'_, '_, '_>, token: usize) -> Option<Frames> {
    Some(match syntax.page.word(token) {
        "about" => Frames::ABOUT,
        "for" => Frames::FOR,
        "of" => Frames::OF,
        "with" => Frames::WITH,
        "against" => Frames::AGAINST,
        "on" if !syntax.is_time(token + 1) => Frames::ON,
        _ => return None,
    })
}
