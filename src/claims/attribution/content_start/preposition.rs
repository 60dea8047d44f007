//! Contents that hang on a preposition: "spoke about", "accused of".

use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::Cue;
use crate::mentions::parts::Grammar;

use super::super::opening::Opening;

/// "spoke about the plan", "warned against it", "complained of delays".
pub(super) fn prepositional(
    g: &Grammar<'_, '_, '_>,
    cue: &Cue<'_>,
    index: usize,
    limit: usize,
) -> Option<(usize, Opening)> {
    let frame = match g.page.word(index) {
        "about" if cue.takes(Frames::ABOUT) => true,
        // "complained over the delay", but "spoke over the noise"
        "over" if cue.takes(Frames::ABOUT) => cue.takes(Frames::CLAUSE),
        "for" => cue.takes(Frames::FOR),
        "of" => cue.takes(Frames::OF),
        "as" => cue.takes(Frames::AS),
        "against" => cue.takes(Frames::AGAINST),
        "on" => cue.takes(Frames::ON) && !g.is_time(index + 1),
        // "agreed late on Monday to a new date"
        "to" => cue.takes(Frames::ON) && cue.takes(Frames::INFINITIVE) && g.is_time(index - 1),
        "about" => !cue.takes(Frames::QUOTE) && cue.takes(Frames::CLAUSE),
        _ => false,
    };
    (frame && index + 1 < limit).then_some((index, Opening::Object))
}
