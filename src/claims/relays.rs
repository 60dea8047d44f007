//! Who passed a claim on.

use crate::claims::draft::ClaimDraft;
use crate::text::Page;

/// Names those who passed a claim on, nearest first.
pub(crate) fn find(_page: &Page<'_, '_>, _claims: &mut [ClaimDraft<'_, '_>]) {}
