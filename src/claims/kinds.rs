//! What somebody does by saying it, and whether it is quoted: [`ClaimKind`](crate::ClaimKind) and [`Form`](crate::Form).

use crate::claims::draft::ClaimDraft;
use crate::text::Page;

/// Sets kind, form, target and negation of every claim.
pub(crate) fn decide(_page: &Page<'_, '_>, claims: &mut [ClaimDraft<'_, '_>]) {
    for claim in claims {
        claim.kind = claim.cue.as_ref().map_or(claim.kind, |cue| cue.kind);
    }
}
