//! The enumerations whose values the dictionaries name, and what makes an enumeration of the contract. Imports nothing: the
//! build script that lays the dictionaries out reads this file as well.

/// Declares an enumeration whose values have names in lower case, as the contract and the dictionaries write them. The one
/// behind `else` stands for a name that this version does not know.
macro_rules! named_enum {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $text:literal,)+ } else $unknown:ident) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$inner])* $variant,)+
        }

        impl $name {
            /// All values, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The value as the JSON contract writes it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// Every value by its name.
            pub(crate) const NAMED: &'static [(&'static str, Self)] = &[$(($text, Self::$variant)),+];

            /// What an unknown name is read as.
            pub(crate) const UNKNOWN: Self = Self::$unknown;
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}
pub(crate) use named_enum;

named_enum! {
    /// What somebody does by saying it.
    ClaimKind {
        /// Says that something is so.
        Statement = "statement",
        /// Says that somebody did wrong.
        Accusation = "accusation",
        /// Says that something is not so.
        Denial = "denial",
        /// Grants something against one's own interest.
        Admission = "admission",
        /// Says that somebody must do something.
        Demand = "demand",
        /// Says that something bad may come.
        Warning = "warning",
        /// Says what will be.
        Prediction = "prediction",
        /// Says what one will do.
        Promise = "promise",
        /// Says what one thinks of something.
        Opinion = "opinion",
        /// Agrees, with somebody or to something.
        Agreement = "agreement",
        /// Wants, hopes, believes, fears, supports: held rather than said.
        Attitude = "attitude",
        /// Anything else.
        Other = "other",
    } else Other
}

named_enum! {
    /// Whether it was said at all.
    #[derive(Default)]
    Polarity {
        /// It was.
        #[default]
        Said = "said",
        /// It was not: "did not confirm that", "neither side said that".
        NotSaid = "not_said",
        /// Somebody would not say: "declined to say whether".
        Withheld = "withheld",
        /// One that this version does not know.
        Other = "other",
    } else Other
}

named_enum! {
    /// How far the article's own word of speaking stands behind what it reports.
    #[derive(Default)]
    Distance {
        /// It only reports: "said".
        #[default]
        Neutral = "neutral",
        /// It keeps away from it: "claimed", "alleged", "reportedly".
        Doubting = "doubting",
        /// It takes it for true: "pointed out", "revealed".
        Endorsing = "endorsing",
        /// One that this version does not know.
        Other = "other",
    } else Other
}

named_enum! {
    /// What the article itself says about the claim's truth.
    Status {
        /// Nothing.
        Asserted = "asserted",
        /// That it could not be checked.
        Unverified = "unverified",
        /// That it is disputed.
        Disputed = "disputed",
        /// One that this version does not know.
        Other = "other",
    } else Other
}

named_enum! {
    /// What happened to the people counted.
    Outcome {
        /// Killed, died, dead.
        Killed = "killed",
        /// Wounded, injured, hurt.
        Wounded = "wounded",
        /// Missing, unaccounted for.
        Missing = "missing",
        /// Captured, detained, taken hostage, kidnapped.
        Captured = "captured",
        /// Displaced, fled, homeless, evacuated.
        Displaced = "displaced",
        /// Anything else: infected, trapped, rescued.
        Other = "other",
    } else Other
}

named_enum! {
    /// How exact a count is meant.
    Precision {
        /// "31", "a soldier", "no one".
        Exact = "exact",
        /// "at least", "more than".
        AtLeast = "at_least",
        /// "up to".
        AtMost = "at_most",
        /// "about", "nearly", "20 to 30".
        Approximate = "approximate",
        /// "dozens", "several".
        Vague = "vague",
        /// One that this version does not know.
        Other = "other",
    } else Other
}

named_enum! {
    /// What the people counted are.
    Category {
        /// Civilians, residents, bystanders.
        Civilian = "civilian",
        /// Soldiers, troops.
        Military = "military",
        /// Police officers.
        Police = "police",
        /// Rebels, insurgents, fighters of an armed group.
        Militant = "militant",
        /// Children.
        Child = "child",
        /// Journalists.
        Journalist = "journalist",
        /// Any other role: miners, students, officials.
        Other = "other",
        /// People, others, or nobody named.
        Unspecified = "unspecified",
    } else Other
}
