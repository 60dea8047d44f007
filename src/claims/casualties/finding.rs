//! What a frame finds.

use crate::extraction::Outcome;
use crate::text::TokenRange;

/// A group with its outcome.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub group: usize,
    pub outcome: Outcome,
    /// The words that tell it.
    pub event: TokenRange,
    pub rule: &'static str,
    pub asserted: bool,
    /// The group that this one is part of.
    pub part_of: Option<usize>,
    /// Of two findings for one number the lower stands.
    pub rank: usize,
}
