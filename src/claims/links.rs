//! Which claim answers which.

use crate::claims::draft::ClaimDraft;
use crate::text::Page;

/// Links denials, confirmations and admissions to the claim that they answer.
pub(crate) fn connect(_page: &Page<'_, '_>, _claims: &mut [ClaimDraft<'_, '_>]) {}
