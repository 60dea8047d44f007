//! How many were killed, wounded, missing, captured or displaced, of whom, on whose side, says who.

use crate::claims::draft::ClaimDraft;
use crate::extraction::{Casualty, Loss, TimeExpression};
use crate::mentions::numbers::Number;
use crate::mentions::times::TimeMention;
use crate::text::Page;

/// All casualty figures of the page, in order.
pub(crate) fn find<'t>(
    _page: &Page<'t, '_>,
    _numbers: &[Number],
    _times: &[TimeMention],
    _dates: &[TimeExpression],
    _claims: &[ClaimDraft<'t, '_>],
) -> Vec<Casualty<'t>> {
    Vec::new()
}

/// Equipment lost.
pub(crate) fn losses<'t>(
    _page: &Page<'t, '_>,
    _numbers: &[Number],
    _claims: &[ClaimDraft<'t, '_>],
) -> Vec<Loss<'t>> {
    Vec::new()
}
