//! The verb group round a verb: "has since repeatedly denied", "was not asked", "went on to say".

use crate::lexicon::Classes;
use crate::text::{TokenKind, TokenRange};

use super::parts::{Grammar, Part};

/// A verb with its auxiliaries, negation and adverbs.
#[derive(Clone, Debug)]
pub(crate) struct VerbGroup {
    pub tokens: TokenRange,
    /// "was accused"
    pub passive: bool,
    pub negated: bool,
    /// It has a verb form that needs a subject.
    pub finite: bool,
    /// "to say"
    pub infinitive: bool,
}

/// The group of the verb at `head` that ends before `end`; not before `floor`.
pub(crate) fn around(g: &Grammar<'_, '_, '_>, head: usize, end: usize, floor: usize) -> VerbGroup {
    let part = g.part(head);
    let mut group = VerbGroup {
        tokens: head..end,
        passive: false,
        negated: false,
        finite: matches!(part, Part::Finite | Part::Past),
        infinitive: false,
    };
    let mut index = head;
    let mut start = head;
    let mut be = false;
    while index > floor {
        let token = index - 1;
        match g.part(token) {
            Part::Auxiliary => {
                be |= is_be(g, token);
                group.finite = true;
                start = token;
            }
            Part::Modal => {
                group.finite = true;
                start = token;
            }
            Part::Negation => {
                group.negated = true;
                start = token;
            }
            Part::Adverb if !g.is_time(token) => {
                start = token;
            }
            Part::To if !group.finite || part == Part::Base => {
                group.infinitive = true;
                start = token;
                // "went on to say", "declined to comment": the verb that governs it belongs to the cue.
                let governor = token.wrapping_sub(1);
                if governor > floor
                    && matches!(
                        g.part(governor),
                        Part::Past | Part::Finite | Part::Participle | Part::Base | Part::Gerund
                    )
                {
                    start = governor;
                    group.finite |= g.part(governor).is_finite();
                    group.infinitive = false;
                    index = governor;
                    continue;
                }
                break;
            }
            // "began calling for", "kept saying"
            Part::Past | Part::Finite
                if start == head
                    && part == Part::Gerund
                    && token > floor
                    && !g.is_reduced(token) =>
            {
                group.finite = true;
                start = token;
            }
            Part::Base if start == head && part == Part::Gerund => start = token,
            _ => break,
        }
        index = token;
    }
    // "He's said they left": "has", not "is", where a clause follows.
    let has = start + 1 == head
        && g.page.kind(start) == Some(TokenKind::Clitic)
        && g.part(end).opens_phrase()
        // "who's seen as honest"
        && !g.reads(head + 1, "as")
        && start > floor
        && g.page.is(start - 1, Classes::SUBJECT)
        && !g.reads(start - 1, "it");
    group.passive = be && !has && matches!(part, Part::Participle | Part::Past);
    group.tokens.start = start;
    group
}

fn is_be(g: &Grammar<'_, '_, '_>, token: usize) -> bool {
    g.page.is(token, Classes::BE)
}
