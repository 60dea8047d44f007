//! Who said what.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, de};

use super::carry::{Carrier, all};
use super::excerpt::Excerpt;
use super::open_enum;
use super::values::{ClaimKind, Distance, Polarity, Status};
use crate::span::Span;

open_enum! {
    /// How the content is given.
    Form {
        /// All of it in quotation marks.
        Direct = "direct",
        /// None of it in quotation marks.
        Indirect = "indirect",
        /// Part of it in quotation marks.
        Mixed = "mixed",
        /// One that this version does not know.
        Other = "other",
    } else Other
}

open_enum! {
    /// What kind of thing speaks.
    SourceKind {
        /// A human being.
        Person = "person",
        /// A company, a union, an institute.
        Organization = "organization",
        /// A state, a ministry, an army.
        Government = "government",
        /// A place that is not a state.
        Place = "place",
        /// Several people: officials, witnesses, both sides.
        Group = "group",
        /// A report, a poll, a statement.
        Document = "document",
        /// A newspaper, an agency, a broadcaster.
        Media = "media",
        /// A pronoun whose antecedent is not known.
        Pronoun = "pronoun",
        /// Not known.
        Unknown = "unknown",
    } else Unknown
}

/// Somebody who says something, passes it on, or is spoken of as its target.
///
/// ```
/// use newsclaim::SourceKind;
/// let extraction = newsclaim::extract("Ana Ruiz, the mayor of Norland, left on Monday. \"It is over,\" she said.");
/// let source = extraction.claims[0].source.as_ref().unwrap();
/// assert_eq!((&*source.text, source.name.as_deref()), ("she", Some("Ana Ruiz")));
/// assert_eq!((source.kind, source.anonymous), (SourceKind::Person, false));
/// ```
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Source<'t> {
    /// Where the words stand.
    pub span: Span,
    /// The words.
    pub text: Cow<'t, str>,
    /// What kind of thing it is.
    pub kind: SourceKind,
    /// Full name as the article gives it; none when it has none.
    pub name: Option<Cow<'t, str>>,
    /// Office or function, apart from the name.
    #[serde(default)]
    pub role: Option<Cow<'t, str>>,
    /// Whether the article withholds the name.
    #[serde(default)]
    pub anonymous: bool,
}

impl<'t> Source<'t> {
    pub(super) fn carried<'n>(self, to: &impl Carrier<'t, 'n>) -> Source<'n> {
        let (span, text) = to.piece(self.span, self.text);
        Source {
            span,
            text,
            kind: self.kind,
            name: self.name.map(|name| to.name(name)),
            role: self.role.map(|role| to.name(role)),
            anonymous: self.anonymous,
        }
    }
}

/// The words that tell that something is said: "said", "according to", "a claim that".
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Cue<'t> {
    /// Where the words stand.
    pub span: Span,
    /// The words.
    pub text: Cow<'t, str>,
    /// The dictionary's headword.
    pub lemma: Cow<'t, str>,
    /// How far it stands behind what it reports.
    #[serde(default)]
    pub distance: Distance,
}

impl<'t> Cue<'t> {
    fn carried<'n>(self, to: &impl Carrier<'t, 'n>) -> Cue<'n> {
        let (span, text) = to.piece(self.span, self.text);
        Cue {
            span,
            text,
            lemma: to.name(self.lemma),
            distance: self.distance,
        }
    }
}

/// Somebody says something.
///
/// ```
/// use newsclaim::{ClaimKind, Form};
/// let text = "On Monday the opposition accused the ministry of ignoring warnings.";
/// let extraction = newsclaim::extract(text);
/// let claim = &extraction.claims[0];
/// assert_eq!((claim.kind, claim.form), (ClaimKind::Accusation, Form::Indirect));
/// assert_eq!(claim.source.as_ref().unwrap().text, "the opposition");
/// assert_eq!(claim.target.as_ref().unwrap().text, "the ministry");
/// assert_eq!(claim.cue.as_ref().unwrap().lemma, "accuse");
/// // Content is one or more pieces of the article.
/// assert_eq!(claim.content[0].text, "the ministry of ignoring warnings");
/// assert_eq!(&text[claim.content[0].span.range()], claim.content[0].text);
/// // What it refers to, the extraction follows.
/// assert_eq!(extraction.said_of(claim).unwrap().text, "Monday");
/// ```
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Claim<'t> {
    /// A name that is the same in every run and version that finds the same words, whatever other claims there are; no
    /// other claim of the article has it.
    ///
    /// It is `c-` and eight hexadecimal digits: the 32-bit FNV-1a hash of the UTF-8 of the source's words, the cue's words
    /// and each piece of the content, a run of white space being one blank, each part closed by U+001F, a missing one
    /// being empty. The second claim of the article with the same hash has `-2` behind it, the third `-3`.
    #[serde(default)]
    pub id: Cow<'t, str>,
    /// Index of the sentence where the cue stands; the content's first one where there is no cue.
    pub sentence: usize,
    /// What is done by saying it.
    pub kind: ClaimKind,
    /// Quoted or not.
    pub form: Form,
    /// Whether it was said at all.
    #[serde(default)]
    pub polarity: Polarity,
    /// Who says it; none when nobody is named.
    pub source: Option<Source<'t>>,
    /// Further sources of a joint claim.
    #[serde(default)]
    pub others: Vec<Source<'t>>,
    /// Who passed it on, nearest first.
    #[serde(default)]
    pub relays: Vec<Source<'t>>,
    /// The accused, the one asked, the one contradicted.
    pub target: Option<Source<'t>>,
    /// The words that tell that something is said.
    pub cue: Option<Cue<'t>>,
    /// What is said: one or more pieces of the article, without an introducing "that", with quotation marks.
    pub content: Vec<Excerpt<'t>>,
    /// What the article says about its truth.
    pub status: Status,
    /// The words that say so.
    #[serde(default, alias = "status_spans")]
    pub status_evidence: Vec<Excerpt<'t>>,
    /// Index of the claim that this one denies, confirms or answers.
    #[serde(default)]
    pub responds_to: Option<usize>,
    /// Index of the claim whose content holds this one.
    #[serde(default)]
    pub nested_in: Option<usize>,
    /// Whether the content says that something is not so.
    #[serde(default)]
    pub negated: bool,
    /// Indexes of the casualty figures in the content.
    pub casualties: Vec<usize>,
    /// Indexes of the time expressions in the content.
    pub dates: Vec<usize>,
    /// Index of the time expression that tells when it was said.
    #[serde(default)]
    pub said: Option<usize>,
    /// The construction that found it.
    #[serde(default)]
    pub rule: Cow<'t, str>,
    /// Share of this rule's claims that were right on annotated news: the 840 articles that the rules were tuned on, so a
    /// little too high for other news.
    #[serde(default, deserialize_with = "finite")]
    pub confidence: f32,
}

impl<'t> Claim<'t> {
    pub(super) fn carried<'n>(self, to: &impl Carrier<'t, 'n>) -> Claim<'n> {
        let source = |source: Source<'t>| source.carried(to);
        let excerpt = |piece: Excerpt<'t>| piece.carried(to);
        Claim {
            id: to.name(self.id),
            sentence: self.sentence,
            kind: self.kind,
            form: self.form,
            polarity: self.polarity,
            source: self.source.map(source),
            others: all(self.others, source),
            relays: all(self.relays, source),
            target: self.target.map(source),
            cue: self.cue.map(|cue| cue.carried(to)),
            content: all(self.content, excerpt),
            status: self.status,
            status_evidence: all(self.status_evidence, excerpt),
            responds_to: self.responds_to,
            nested_in: self.nested_in,
            negated: self.negated,
            casualties: self.casualties,
            dates: self.dates,
            said: self.said,
            rule: to.name(self.rule),
            confidence: self.confidence,
        }
    }
}

/// A share that JSON can write again: "1e39" is read as infinite, which it cannot.
fn finite<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f32, D::Error> {
    let share = f32::deserialize(deserializer)?;
    let error = || de::Error::custom("a confidence that is no finite number");
    share.is_finite().then_some(share).ok_or_else(error)
}
