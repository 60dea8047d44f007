//! [`Rule`]: what a claim's or a figure's `rule` names.

/// A rule of the grammar, with the sentence that shows it; see [`rules`](crate::rules).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// As it stands in [`Claim::rule`](crate::Claim::rule) ("attribution.passive") or [`Casualty::rule`](crate::Casualty::rule)
    /// ("casualty.passive").
    pub name: &'static str,
    /// A text in which the rule finds something.
    pub example: &'static str,
    /// A text that looks alike, in which it finds nothing.
    pub counterexample: &'static str,
}
