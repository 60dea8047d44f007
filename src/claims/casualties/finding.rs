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
    pub rule: Rule,
    pub asserted: bool,
    /// The group that this one is part of.
    pub part_of: Option<usize>,
    /// Of two findings for one number the lower stands.
    pub rank: usize,
}

macro_rules! rules {
    ($($rule:ident $name:literal,)+) => {
        /// The construction by which a figure was found: a row of the table of frames.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Rule { $($rule,)+ }

        impl Rule {
            /// What stands in the output.
            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$rule => concat!("casualty.", $name),)+ }
            }
        }
    };
}

rules! {
    Active "active",
    Among "among",
    Attributive "attributive",
    Bearing "bearing",
    Cases "cases",
    Died "died",
    Driven "driven",
    Gerund "gerund",
    Hospital "hospital",
    InTheHundreds "in_the_hundreds",
    Included "included",
    Nominal "nominal",
    OfThose "of_those",
    Ordinal "ordinal",
    Participle "participle",
    Passive "passive",
    Shared "shared",
    State "state",
    Subset "subset",
    Taken "taken",
    Toll "toll",
    Zero "zero",
}
