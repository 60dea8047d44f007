//! [`Group`]: people that are counted, as they are printed.

use crate::extraction::{Category, Count};
use crate::lexicon::entries::figures::NumberKind;
use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;

/// A counted noun phrase.
#[derive(Clone, Debug)]
pub(crate) struct Group<'l> {
    /// The number with its hedges; the article of "a soldier".
    pub number: TokenRange,
    pub core: TokenRange,
    pub count: Count,
    pub kind: NumberKind,
    /// Counted by "a", "an" or "another".
    pub article: bool,
    /// From the determiner before the number to the head.
    pub tokens: TokenRange,
    pub head: Head,
    /// The phrase without the number; none where it is left out.
    pub victims: Option<TokenRange>,
    pub category: Category,
    pub side: Option<&'l str>,
    /// The name of a side that no dictionary has: "two [Red Dawn] members".
    pub named: Option<TokenRange>,
    /// "its", "their": whose they are is told by the source.
    pub possessive: Option<usize>,
    /// An outcome word inside: "100 wounded people", "five of the dead", "5,193 murders".
    pub outcome: Option<usize>,
    /// "of them", "of whom", "of the dead": part of people named before.
    pub partitive: bool,
}

/// How far the noun tells that the group is people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// soldiers, Norwegians, others
    Person,
    /// No dictionary has it, but it looks like people: "beekeepers".
    Likely,
    /// There is no noun: "killing seven".
    Elided,
    /// "three deaths": the outcome word itself is the noun.
    Outcome,
    /// goals, houses, an unknown noun
    Thing,
}

impl Group<'_> {
    pub(crate) fn is_one(&self) -> bool {
        self.count.low == 1 && self.count.high == Some(1)
    }

    pub(crate) fn is_people(&self) -> bool {
        matches!(self.head, Head::Person | Head::Likely)
    }
}

/// Whether a word ends a noun phrase wherever it stands.
pub(super) fn ends(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    let tag = syntax.tag(token);
    tag.is_auxiliary()
        || tag.opens_clause()
        || matches!(
            tag,
            Tag::Preposition
                | Tag::Conjunction
                | Tag::But
                | Tag::Negation
                | Tag::Pronoun
                | Tag::Object
                | Tag::Determiner
                | Tag::Possessive
                | Tag::Quantifier
                | Tag::To
                | Tag::Adverb
        )
}

/// The category of a head with a modifier before it: "police recruits" are police, "rebel children" are children.
pub(super) fn settle(head: Category, modifier: Option<Category>) -> Category {
    match (head, modifier) {
        (Category::Other | Category::Unspecified, Some(modifier))
            if !matches!(modifier, Category::Other | Category::Unspecified) =>
        {
            modifier
        }
        // "rebel soldiers"
        (Category::Military, Some(Category::Militant)) => Category::Militant,
        _ => head,
    }
}

pub(super) fn stronger(first: Option<Category>, second: Category) -> Category {
    match first {
        Some(first) if !matches!(first, Category::Other | Category::Unspecified) => first,
        _ => second,
    }
}
