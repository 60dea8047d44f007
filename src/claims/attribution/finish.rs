//! The claims as the page holds them: in the order of their cues, each with its form.

use crate::claims::draft::ClaimDraft;
use crate::extraction::{ClaimKind, Form};
use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;

use super::reader::Reader;
use super::{precision, unchecked};

impl<'t, 'l> Reader<'_, 't, 'l> {
    /// The claims in the order of their cues, with their forms.
    pub(super) fn finish(self) -> Vec<ClaimDraft<'t, 'l>> {
        let Self {
            syntax, mut claims, ..
        } = self;
        let place = |claim: &ClaimDraft<'_, '_>| {
            let first = claim.content.first().map_or(0, |piece| piece.start);
            claim.cue.as_ref().map_or(first, |cue| cue.head)
        };
        let kept: Vec<bool> = claims
            .iter()
            .map(|claim| !unchecked::is_own_check(syntax, claim))
            .collect();
        let mut order: Vec<usize> = (0..claims.len()).filter(|&index| kept[index]).collect();
        order.sort_by_key(|&index| place(&claims[index]));
        let mut new_place = vec![0; claims.len()];
        let mut taken = 0;
        order.dedup_by(|again, first| {
            let twice = take_inside(&mut claims, *again, *first);
            taken += usize::from(!twice);
            new_place[*again] = taken;
            twice
        });
        let mut slots: Vec<Option<ClaimDraft<'t, 'l>>> = claims.into_iter().map(Some).collect();
        let mut sorted = Vec::with_capacity(slots.len());
        for index in order {
            let Some(mut claim) = slots[index].take() else {
                continue;
            };
            let outer = claim.nested_in.filter(|&outer| kept[outer]);
            claim.nested_in = outer.map(|outer| new_place[outer]);
            in_order(&mut claim.content);
            claim.form = form(syntax, &claim.content);
            claim.confidence = precision::of(claim.rule);
            if claim.kind == ClaimKind::Other {
                claim.kind = ClaimKind::Statement;
            }
            sorted.push(claim);
        }
        sorted
    }
}

/// `The road shut ‘And rain fell“’The mill. Ruiz accused Holm, ” said Lund.`: where marks cross, a quotation can hold a claim that was
/// read before its cue, and is read in it `again`. It is one claim, which the quotation holds.
fn take_inside(claims: &mut [ClaimDraft<'_, '_>], again: usize, first: usize) -> bool {
    let head = |claim: usize| claims[claim].cue.as_ref().map(|cue| cue.head);
    let twice = head(again).is_some() && head(again) == head(first);
    if twice {
        claims[first].nested_in = claims[first].nested_in.or(claims[again].nested_in);
    }
    twice
}

/// The pieces of a content as they stand in the text, those that overlap as one. A quotation that goes on without a cue
/// can stand before what was read as the second piece of the claim.
fn in_order(content: &mut Vec<TokenRange>) {
    content.sort_by_key(|piece| piece.start);
    content.dedup_by(|later, earlier| {
        let overlap = later.start < earlier.end;
        if overlap {
            earlier.end = earlier.end.max(later.end);
        }
        overlap
    });
}

/// Direct when every word is in quotation marks, mixed when some are.
fn form(syntax: &Syntax<'_, '_, '_>, content: &[TokenRange]) -> Form {
    let (mut inside, mut outside) = (false, false);
    for token in content.iter().cloned().flatten() {
        match syntax.tag(token) {
            Tag::Open | Tag::Close | Tag::Comma | Tag::Stop | Tag::Dash => {}
            _ if syntax.is_quoted(token) => inside = true,
            _ => outside = true,
        }
        if inside && outside {
            break;
        }
    }
    match (inside, outside) {
        (true, false) => Form::Direct,
        (true, true) => Form::Mixed,
        (false, _) => Form::Indirect,
    }
}
