//! Who says so: the claim whose content holds a figure, the innermost where several do.

use crate::claims::draft::ClaimDraft;
use crate::extraction::{ClaimKind, Polarity};
use crate::lexicon::Classes;
use crate::lexicon::entries::figures::HedgeRoles;
use crate::measures::numbers::plays;
use crate::syntax::{Syntax, Tag};
use crate::text::{Flags, TokenRange};

/// How many pieces of content are looked at from a token leftwards. Contents nest a few deep at most.
const REACH: usize = 48;

/// The most words of a noun phrase before its "that": "several local media reports that".
const PHRASE: usize = 6;

/// The pieces of all contents, in order, for looking up what holds a token.
#[derive(Debug)]
pub(crate) struct Contents {
    /// Piece, claim, size of the claim's whole content.
    pieces: Vec<(TokenRange, usize, usize)>,
}

impl Contents {
    pub(crate) fn of(claims: &[ClaimDraft<'_, '_>]) -> Self {
        let mut pieces = Vec::with_capacity(claims.len());
        for (number, claim) in claims.iter().enumerate() {
            let size = claim.content.iter().map(ExactSizeIterator::len).sum();
            pieces.extend(
                claim
                    .content
                    .iter()
                    .map(|piece| (piece.clone(), number, size)),
            );
        }
        pieces.sort_by_key(|(piece, ..)| piece.start);
        Self { pieces }
    }

    /// The claim whose content holds the token; of several the one that says least besides, and one with a source
    /// before one without.
    pub(crate) fn claim_at(
        &self,
        syntax: &Syntax<'_, '_, '_>,
        token: usize,
        claims: &[ClaimDraft<'_, '_>],
    ) -> Option<usize> {
        if self.is_unsaid(token, claims) {
            return None;
        }
        self.before(token)
            .filter(|(piece, claim, _)| {
                piece.contains(&token)
                    && claims
                        .get(*claim)
                        .is_some_and(|claim| vouches(syntax, claim, token))
                    && !beside(syntax, piece, token)
            })
            .min_by_key(|(_, claim, size)| {
                let nameless = claims
                    .get(*claim)
                    .is_none_or(|claim| claim.source.is_none());
                (nameless, *size, usize::MAX - claim)
            })
            .map(|(_, claim, _)| *claim)
    }

    /// Whether the token lies in a content that nobody has said, however deep: "did not confirm that 12 were killed",
    /// "refused to say whether the rebels had claimed that 12 were killed".
    pub(crate) fn is_unsaid(&self, token: usize, claims: &[ClaimDraft<'_, '_>]) -> bool {
        self.before(token)
            .any(|(piece, claim, _)| piece.contains(&token) && !is_said(claims, *claim))
    }

    /// Whether the token lies in what somebody says is not so: "denied that 40 civilians had been killed", "denied killing
    /// 40 civilians", "denied reports that 40 had died". A further clause takes its figure for known: "denied that it had
    /// planned the raid in which nine died".
    pub(crate) fn is_denied(
        &self,
        syntax: &Syntax<'_, '_, '_>,
        token: usize,
        claims: &[ClaimDraft<'_, '_>],
    ) -> bool {
        self.before(token).any(|(piece, claim, _)| {
            let denial = claims.get(*claim).is_some_and(|claim| {
                claim.kind == ClaimKind::Denial && claim.content.first() == Some(piece)
            });
            let reported = report(syntax, piece);
            let clause = reported.is_some()
                || piece
                    .start
                    .checked_sub(1)
                    .is_some_and(|before| syntax.tag(before) == Tag::That)
                || syntax.tag(piece.start) == Tag::Gerund;
            let mut between = reported.unwrap_or(piece.start)..token;
            // "denied reports of nine deaths", not "of a raid in which nine died" or "of a raid on nine villages"
            let of = reported.is_some_and(|start| syntax.reads(start - 1, "of"));
            denial
                && clause
                && piece.contains(&token)
                && !between.any(|at| {
                    syntax.tag(at).opens_clause()
                        || of && syntax.tag(at) == Tag::Preposition
                        || matches!(syntax.page.word(at), "," | "after" | "before")
                })
        })
    }

    /// The last pieces that begin at a token or before it.
    fn before(&self, token: usize) -> impl Iterator<Item = &(TokenRange, usize, usize)> {
        let end = self
            .pieces
            .partition_point(|(piece, ..)| piece.start <= token);
        self.pieces[end.saturating_sub(REACH)..end].iter()
    }
}

/// Where that begins which a report, a claim or the like at the head of a piece tells of: "denied media reports that
/// [40 had died]", "denied reports of [40 deaths]".
fn report(syntax: &Syntax<'_, '_, '_>, piece: &TokenRange) -> Option<usize> {
    let page = syntax.page;
    let that = piece
        .clone()
        .take(PHRASE)
        .find(|&token| syntax.tag(token) == Tag::That || page.reads(token, "of"))?;
    let noun = that.checked_sub(1).filter(|noun| piece.contains(noun))?;
    let plain = |token: usize| {
        let tag = syntax.tag(token);
        tag.determines() || tag.is_nominal()
    };
    let told =
        (piece.start..noun).all(plain) && page.is(noun, Classes::SHELL.with(Classes::CUE_NOUN));
    told.then_some(that + 1)
}

/// Whether somebody has said it at all.
pub(crate) fn is_said(claims: &[ClaimDraft<'_, '_>], claim: usize) -> bool {
    claims
        .get(claim)
        .is_some_and(|claim| claim.polarity == Polarity::Said)
}

/// Whether a claim gives the figures in its content as its own: what somebody fears, wants, promises or condemns takes
/// them for known ("mourned the attack that killed nine"), unless the words are quoted.
fn vouches(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>, token: usize) -> bool {
    !claim.is_stance() || syntax.page.has(token, Flags::QUOTED)
}

/// Whether the token stands in a clause that tells of the time of something named, which is not said but done: "The
/// country declared [war] after rebels killed 200 people." What is said in words keeps its clauses of time: "The mayor
/// said [the bridge fell] after two men had died."
fn beside(syntax: &Syntax<'_, '_, '_>, piece: &TokenRange, token: usize) -> bool {
    let opens = |at: usize| {
        let tag = syntax.tag(at);
        tag.opens_clause() || matches!(tag, Tag::Preposition | Tag::To)
    };
    if opens(piece.start) || syntax.page.has(token, Flags::QUOTED) {
        return false;
    }
    let clause = (piece.start + 1..token)
        .find(|&at| opens(at) || syntax.tag(at).is_verb() || syntax.tag(at).is_auxiliary());
    clause.is_some_and(|at| syntax.page.reads(at, "after") || syntax.page.reads(at, "when"))
}

/// The claim whose content ends right before a participle that goes on with it:
/// "They accused the army of shelling the road, [killing one driver]."
pub(crate) fn continued(
    syntax: &Syntax<'_, '_, '_>,
    sentence: usize,
    participle: usize,
    claims: &[ClaimDraft<'_, '_>],
) -> Option<usize> {
    let comma = participle
        .checked_sub(1)
        .filter(|&comma| syntax.page.word(comma) == ",")?;
    let first = claims.partition_point(|claim| claim.sentence < sentence);
    claims[first..]
        .iter()
        .take(REACH)
        .take_while(|claim| claim.sentence == sentence)
        .position(|claim| {
            claim.kind == ClaimKind::Accusation
                && claim.source.is_some()
                && claim.content.last().is_some_and(|piece| piece.end == comma)
        })
        .map(|offset| first + offset)
}

/// The claim of the next sentence that says no more than whose figures these were:
/// "Thirty soldiers had died by noon. The figures were given by the ministry."
pub(crate) fn behind(
    syntax: &Syntax<'_, '_, '_>,
    sentence: usize,
    claims: &[ClaimDraft<'_, '_>],
) -> Option<usize> {
    let block = |number: usize| {
        syntax
            .page
            .sentences
            .get(number)
            .map(|found| found.sentence.block)
    };
    if block(sentence + 1).is_none() || block(sentence) != block(sentence + 1) {
        return None;
    }
    let first = claims.partition_point(|claim| claim.sentence <= sentence);
    claims[first..]
        .iter()
        .take(REACH)
        .take_while(|claim| claim.sentence == sentence + 1)
        .position(|claim| {
            claim.source.is_some()
                && claim.content.len() == 1
                && claim.content.iter().all(|piece| {
                    piece.len() <= 4
                        && piece
                            .clone()
                            .any(|token| plays(syntax.page, token, HedgeRoles::FIGURES))
                })
        })
        .map(|offset| first + offset)
}
