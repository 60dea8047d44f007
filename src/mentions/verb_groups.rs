//! The verb group round a verb: "has since repeatedly denied", "was not asked", "went on to say".

use crate::extraction::Polarity;
use crate::lexicon::Classes;
use crate::text::{TokenKind, TokenRange};

use super::parts::{Grammar, Part};
use super::polarity::{self, Signs};

/// A verb with its auxiliaries, negation and adverbs.
#[derive(Clone, Debug)]
pub(crate) struct VerbGroup {
    pub tokens: TokenRange,
    /// "was accused"
    pub passive: bool,
    /// Whether it says anything, whoever its subject is.
    pub polarity: Polarity,
    /// It has a verb form that needs a subject.
    pub finite: bool,
    /// "to say"
    pub infinitive: bool,
}

/// The most tokens of a verb group in front of a verb that another one shares it with.
const SHARED: usize = 8;

/// The group of the verb at `head` that ends before `end`; not before `floor`.
pub(crate) fn around(g: &Grammar<'_, '_, '_>, head: usize, end: usize, floor: usize) -> VerbGroup {
    let mut group = own(g, head, end, floor);
    let nor = g.reads(group.tokens.start, "nor");
    let linked = group.tokens.start + usize::from(nor);
    // "would neither confirm nor deny", "did not call the police or tell his wife"
    if let Some(verb) = polarity::shared_with(g, linked).filter(|_| linked == head) {
        let first = own(g, verb, verb + 1, floor.min(verb.saturating_sub(SHARED)));
        if first.polarity != Polarity::Said {
            group.polarity = first.polarity;
        }
        let meet = verb + 2 == linked && first.tokens.start >= floor;
        if meet && first.polarity != Polarity::Said {
            group.finite |= first.finite;
            group.tokens.start = first.tokens.start;
        }
    }
    group
}

/// The group without what it shares with a verb before.
fn own(g: &Grammar<'_, '_, '_>, head: usize, end: usize, floor: usize) -> VerbGroup {
    let part = g.part(head);
    let mut group = VerbGroup {
        tokens: head..end,
        passive: false,
        polarity: Polarity::Said,
        finite: matches!(part, Part::Finite | Part::Past),
        infinitive: false,
    };
    let mut signs = Signs::default();
    let mut index = head;
    let mut start = head;
    let mut be = false;
    while index > floor {
        let token = index - 1;
        // "stopped short of saying", "instead of saying"
        if start == head && part == Part::Gerund {
            if let Some((first, kept)) = polarity::keeper(g, head, floor) {
                signs.kept = Some(kept);
                if is_verb(g.part(first)) || g.part(first) == Part::Noun {
                    group.finite |= g.part(first).is_finite();
                    start = first;
                    index = first;
                    continue;
                }
                break;
            }
        }
        match g.part(token) {
            Part::Auxiliary => {
                be |= is_be(g, token);
                signs.auxiliary = true;
                signs.negated |= polarity::negates(g, token);
                group.finite = true;
                start = token;
            }
            Part::Modal => {
                signs.willing |= polarity::is_willing(g, token);
                signs.negated |= polarity::negates(g, token);
                group.finite = true;
                start = token;
            }
            Part::Negation => {
                signs.negated |= polarity::negates(g, token);
                start = token;
            }
            Part::Adverb if !g.is_time(token) => {
                signs.negated |= polarity::negates(g, token);
                start = token;
            }
            Part::To if !group.finite || part == Part::Base => {
                group.infinitive = true;
                start = token;
                // "went on to say", "declined to comment": the verb that governs it belongs to the cue.
                let keeper = polarity::keeper(g, token, floor);
                let governor = keeper.map_or(token.wrapping_sub(1), |(first, _)| first);
                if governor > floor && (is_verb(g.part(governor)) || keeper.is_some()) {
                    signs.kept = signs.kept.or(keeper.map(|(_, kept)| kept));
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
    group.polarity = signs.polarity();
    group
}

fn is_verb(part: Part) -> bool {
    matches!(
        part,
        Part::Past | Part::Finite | Part::Participle | Part::Base | Part::Gerund
    )
}

fn is_be(g: &Grammar<'_, '_, '_>, token: usize) -> bool {
    g.page.is(token, Classes::BE)
}
