//! [`Tag`]: the part of speech of a token.

/// What a token is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Determiner,
    /// "his", "their"
    Possessive,
    Quantifier,
    /// A pronoun that can be a subject: "he", "they", "many".
    Pronoun,
    /// "him", "themselves"
    Object,
    Preposition,
    /// "and", "or"
    Conjunction,
    /// "but", "yet"
    But,
    /// "while", "because", "if"
    Subordinator,
    /// "who", "which", "whom"
    Relative,
    /// "whether", "how", "what", "why", "where", "when"
    Question,
    That,
    /// "to" before a verb
    To,
    Auxiliary,
    Modal,
    Negation,
    Adverb,
    Number,
    Name,
    /// A noun, an adjective, or a word that no dictionary knows.
    Noun,
    /// A form that can only be finite here: "says", "wrote", "they argue".
    Finite,
    /// "said", "killed": past or participle.
    Past,
    /// A participle behind "be" or "have".
    Participle,
    /// The base form behind "to" or a modal.
    Base,
    Gerund,
    /// The possessive "'s".
    Clitic,
    Comma,
    Stop,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    Bracket,
    Other,
}

impl Tag {
    /// A verb that carries a clause.
    pub(crate) const fn is_finite(self) -> bool {
        matches!(
            self,
            Self::Finite | Self::Past | Self::Auxiliary | Self::Modal
        )
    }

    /// A verb that is finite whatever stands around it: "wrote", "has", "may", not "killed".
    pub(crate) const fn carries_clause(self) -> bool {
        matches!(self, Self::Finite | Self::Auxiliary | Self::Modal)
    }

    /// A verb that is no auxiliary.
    pub(crate) const fn is_verb(self) -> bool {
        matches!(
            self,
            Self::Finite | Self::Past | Self::Participle | Self::Base | Self::Gerund
        )
    }

    /// A word behind which a noun comes: "the", "their", "'s".
    pub(crate) const fn determines(self) -> bool {
        matches!(self, Self::Determiner | Self::Possessive | Self::Clitic)
    }

    /// "was", "had", "could"
    pub(crate) const fn is_auxiliary(self) -> bool {
        matches!(self, Self::Auxiliary | Self::Modal)
    }

    /// A word that opens a clause of its own.
    pub(crate) const fn opens_clause(self) -> bool {
        matches!(
            self,
            Self::That | Self::Relative | Self::Question | Self::Subordinator
        )
    }

    /// A word that can be the head of a noun phrase or stand in it.
    pub(crate) const fn is_nominal(self) -> bool {
        matches!(self, Self::Name | Self::Noun | Self::Number)
    }

    /// A word that opens a noun phrase.
    pub(crate) const fn opens_phrase(self) -> bool {
        matches!(
            self,
            Self::Determiner
                | Self::Possessive
                | Self::Quantifier
                | Self::Pronoun
                | Self::Name
                | Self::Noun
                | Self::Number
        )
    }
}

/// The last tag before `index` that is no adverb; not further off than any adverbs in a row reach.
pub(super) fn previous(tags: &[Tag], index: usize, start: usize) -> Option<Tag> {
    const FURTHEST: usize = 32;
    tags.get(start.max(index.saturating_sub(FURTHEST))..index)?
        .iter()
        .rev()
        .take(8)
        .find(|tag| !matches!(tag, Tag::Adverb | Tag::Negation))
        .copied()
}
