//! [`PatternId`]: the number of a string.

use std::num::NonZeroU32;

/// Number of a string of the dictionaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PatternId(NonZeroU32);

impl PatternId {
    pub(super) fn new(number: usize) -> Self {
        // No dictionaries have that many strings.
        let next = u32::try_from(number + 1).unwrap_or(u32::MAX);
        Self(NonZeroU32::new(next).unwrap_or(NonZeroU32::MIN))
    }

    #[inline]
    pub(super) fn number(self) -> usize {
        self.0.get() as usize - 1
    }

    /// The string whose number is one less; none where it is 0.
    pub(super) fn before(next: u32) -> Option<Self> {
        NonZeroU32::new(next).map(Self)
    }
}
