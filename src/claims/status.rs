//! What the article itself says of a claim's truth, and what somebody has not disclosed.

use crate::claims::draft::ClaimDraft;
use crate::extraction::Undisclosed;
use crate::text::Page;

/// Marks the claims that the article calls unverified or disputed.
pub(crate) fn mark(_page: &Page<'_, '_>, _claims: &mut [ClaimDraft<'_, '_>]) {}

/// Finds what somebody has not told.
pub(crate) fn undisclosed<'t>(
    _page: &Page<'t, '_>,
    _claims: &[ClaimDraft<'t, '_>],
) -> Vec<Undisclosed<'t>> {
    Vec::new()
}
