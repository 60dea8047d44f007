//! [`PatternId`]: the number of a string.

use std::num::NonZeroU32;

/// Number of a string that the automaton knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PatternId(NonZeroU32);

impl PatternId {
    pub(super) fn new(number: usize) -> Self {
        // The automaton takes fewer strings than that.
        Self(
            u32::try_from(number + 1)
                .ok()
                .and_then(NonZeroU32::new)
                .unwrap_or(NonZeroU32::MIN),
        )
    }

    pub(super) fn number(self) -> usize {
        self.0.get() as usize - 1
    }
}
