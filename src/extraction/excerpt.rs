//! [`Excerpt`]: words of the article at their place.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::carry::{Carrier, Owning};
use crate::span::Span;

/// A piece of the article: where it stands, and what stands there.
///
/// ```
/// let extraction = newsclaim::extract("The river is rising, the mayor said.");
/// let piece = &extraction.claims[0].content[0];
/// assert_eq!((&*piece.text, piece.span), ("The river is rising", newsclaim::Span::new(0, 19)));
/// ```
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Written<'t>")]
#[non_exhaustive]
pub struct Excerpt<'t> {
    /// Where in the article.
    pub span: Span,
    /// What stands there, exactly.
    pub text: Cow<'t, str>,
}

impl<'t> Excerpt<'t> {
    pub(crate) fn new(text: &'t str, span: Span) -> Self {
        Self {
            span,
            text: Cow::Borrowed(span.of(text)),
        }
    }

    pub(crate) fn into_owned(self) -> Excerpt<'static> {
        self.carried(&Owning)
    }

    pub(super) fn carried<'n>(self, to: &impl Carrier<'t, 'n>) -> Excerpt<'n> {
        let (span, text) = to.piece(self.span, self.text);
        Excerpt { span, text }
    }
}

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl AsRef<str> for Excerpt<'_> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// What is read as an excerpt. Version 0.1 wrote some as a bare span, whose words are lost.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Deserialize)]
#[serde(untagged)]
enum Written<'t> {
    Words {
        span: Span,
        #[serde(default)]
        text: Cow<'t, str>,
    },
    Place(Span),
}

impl<'t> From<Written<'t>> for Excerpt<'t> {
    fn from(written: Written<'t>) -> Self {
        let (span, text) = match written {
            Written::Words { span, text } => (span, text),
            Written::Place(span) => (span, Cow::Borrowed("")),
        };
        Self { span, text }
    }
}
