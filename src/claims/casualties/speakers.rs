//! Who speaks and who listens: "…, including nine children, [two doctors] told [three reporters]". None of them is a
//! victim of what they tell.

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::entities::victims::Group;
use crate::text::TokenRange;

/// How many noun phrases are looked at from a token leftwards: sources, relays and hearers of claims nest a few deep.
const REACH: usize = 16;
/// The most tokens between a cue and its content that are the hearers': "told two reporters at the gate that".
const HEARERS: usize = 8;

/// The noun phrases of all speakers and hearers, in order.
#[derive(Debug)]
pub(crate) struct Speakers {
    phrases: Vec<Phrase>,
}

#[derive(Debug)]
struct Phrase {
    tokens: TokenRange,
    /// Where it ends is not known: the group that it begins with.
    open: bool,
}

impl Speakers {
    pub(crate) fn of(claims: &[ClaimDraft<'_, '_>]) -> Self {
        let mut phrases = Vec::with_capacity(claims.len());
        for claim in claims {
            let named = claim.source.iter().chain(&claim.others);
            let named = named.chain(&claim.relays);
            phrases.extend(named.map(|SourceDraft { tokens, .. }| Phrase {
                tokens: tokens.clone(),
                open: false,
            }));
            phrases.extend(hearers(claim));
        }
        phrases.sort_by_key(|phrase| phrase.tokens.start);
        Self { phrases }
    }

    /// Whether a group speaks or listens; `tells` is whether words tell what became of people. What the phrase itself tells of stays a figure: "the mother of two boys who
    /// were killed said".
    pub(super) fn hold(&self, group: &Group<'_>, tells: impl Fn(&TokenRange) -> bool) -> bool {
        let core = group.core.start;
        let end = self
            .phrases
            .partition_point(|phrase| phrase.tokens.start <= core);
        let near = self.phrases[end.saturating_sub(REACH)..end].iter();
        // Of "[two] suspected militants" only the number was taken for a source: that is no whole noun phrase.
        let mut holding = near.filter(|phrase| {
            group.tokens.end <= phrase.tokens.end
                || phrase.open && phrase.tokens.start == group.tokens.start
        });
        holding.any(|phrase| !tells(&(core..phrase.tokens.end)))
    }
}

/// What stands between the cue and the content, or right behind the cue where the content stands before it.
fn hearers(claim: &ClaimDraft<'_, '_>) -> Option<Phrase> {
    let start = claim.cue.as_ref()?.tokens.end;
    if claim.holds(start) {
        return None;
    }
    let content = claim.content.iter().map(|piece| piece.start);
    let end = content
        .filter(|&piece| piece > start)
        .min()
        .filter(|&piece| piece - start <= HEARERS);
    Some(Phrase {
        tokens: start..end.unwrap_or(start + 1),
        open: end.is_none(),
    })
}
