//! What a construction is, and the rules by which its claims are known.

use crate::extraction::Rule;

use super::cues::Cue;
use super::reader::{Reader, Reading, Scope};

/// A construction round a cue: a row of the table.
pub(super) struct Construction {
    /// The cues it is tried for.
    pub cues: Cues,
    /// How much it asks for.
    pub tier: Tier,
    /// Reads the claim of a cue.
    pub read: Read,
    /// What its claims are called, in their order; none where it lends the names of others.
    pub rules: &'static [Rule],
}

/// Reads the claim of a cue.
pub(super) type Read = for<'l> fn(&Reader<'_, '_, 'l>, &Scope, &Cue<'l>) -> Option<Reading<'l>>;

/// Reads a whole sentence, whatever cues stand in it.
pub(super) type Whole = for<'l> fn(&Reader<'_, '_, 'l>, &Scope) -> Option<Reading<'l>>;

/// The kinds of cue that constructions are told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cues {
    /// "put the toll at 40"
    Figure,
    /// "according to"
    Preposition,
    /// "was told", "asked whether …, she"
    Passive,
    /// "seemed"
    Raised,
    /// "said", "to say", "saying"
    Active,
}

/// What asks for more goes before what asks for less. Within a tier the order does not matter: the reading is taken whose
/// rule was right most often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// It asks for a mark, a word or a clause of its own beside the cue.
    Specific,
    /// A subject, the cue, and what stands behind it.
    General,
    /// Nothing stands behind the cue.
    Last,
}

impl Cues {
    pub(super) const ALL: [Self; 5] = [
        Self::Figure,
        Self::Preposition,
        Self::Passive,
        Self::Raised,
        Self::Active,
    ];
}

impl Tier {
    pub(super) const ALL: [Self; 3] = [Self::Specific, Self::General, Self::Last];
}
