//! [`Article`]: what an extraction begins with.

use crate::date::Date;
use crate::extraction::{Id, Meta};

/// An article: its text, and what is known of it from elsewhere.
///
/// ```
/// use newsclaim::{Article, Date, Extractor};
/// let article = Article::new("The talks began on Monday.").published(Date::new(2016, 4, 7)?).id("doc-1");
/// let extraction = Extractor::default().extract(article);
/// assert_eq!(extraction.dates[0].value.as_deref(), Some("2016-04-04"));
/// # Ok::<(), newsclaim::DateError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Article<'t> {
    pub(crate) text: &'t str,
    pub(crate) published: Option<Date>,
    pub(crate) id: Option<Id<'t>>,
    pub(crate) meta: Meta,
}

impl<'t> Article<'t> {
    /// The raw text, page furniture and all.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            published: None,
            id: None,
            meta: Meta::new(),
        }
    }

    /// The day of publication. Without it the day is inferred from the article, or relative dates stay open.
    #[must_use]
    pub fn published(mut self, day: Date) -> Self {
        self.published = Some(day);
        self
    }

    /// A name or number, handed through to [`Extraction::id`](crate::Extraction::id).
    #[must_use]
    pub fn id(mut self, id: impl Into<Id<'t>>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Whatever else is known of it, handed through to [`Extraction::meta`](crate::Extraction::meta) unread.
    #[must_use]
    pub fn meta(mut self, meta: Meta) -> Self {
        self.meta = meta;
        self
    }
}

impl<'t> From<&'t str> for Article<'t> {
    fn from(text: &'t str) -> Self {
        Self::new(text)
    }
}

impl<'t> From<&'t String> for Article<'t> {
    fn from(text: &'t String) -> Self {
        Self::new(text)
    }
}
