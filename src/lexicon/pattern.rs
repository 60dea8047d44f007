//! [`PatternId`]: what a string of the dictionaries is known by.

use std::num::NonZeroU32;

/// A string of the dictionaries, by the place of the first of its forms in `Meanings::forms`: what it means is one look away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PatternId(NonZeroU32);

impl PatternId {
    pub(super) fn new(place: usize) -> Self {
        // No dictionaries have that many forms.
        let next = u32::try_from(place + 1).unwrap_or(u32::MAX);
        Self(NonZeroU32::new(next).unwrap_or(NonZeroU32::MIN))
    }

    #[inline]
    pub(super) fn place(self) -> usize {
        self.0.get() as usize - 1
    }

    /// The string whose place is one less; none where it is 0.
    pub(super) fn before(next: u32) -> Option<Self> {
        NonZeroU32::new(next).map(Self)
    }
}
