//! The day of publication: given, or inferred from what stands on the page.
//!
//! A page names many days, and some of its links and teasers were written years later. What dates the article is a
//! stamp at its head; behind that come a dateline, a stamp elsewhere, a link, a day in the lead. Every day is tested
//! against the weekdays that the text names. One day is answered, or none.

mod body;
mod candidates;
mod choice;
mod days;
mod figures;
mod links;
mod pieces;
mod stamps;
mod weekdays;
mod years;

use crate::date::Date;
use crate::extraction::PublishedFrom;
use crate::measures::times::TimeMention;
use crate::span::Span;
use crate::syntax::Syntax;
use weekdays::Weekdays;

/// The day that the article was published, and how it is known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Publication {
    pub day: Option<Date>,
    pub from: Option<PublishedFrom>,
    pub evidence: Vec<Span>,
}

/// The day given, or the one that the article's evidence agrees on.
pub(crate) fn publication(
    syntax: &Syntax<'_, '_, '_>,
    times: &[TimeMention],
    given: Option<Date>,
) -> Publication {
    if given.is_some() {
        return Publication {
            day: given,
            from: Some(PublishedFrom::Given),
            evidence: Vec::new(),
        };
    }
    let page = syntax.page;
    let body = body::body(page);
    let candidates = candidates::find(page, times, &body);
    if candidates.is_empty() {
        return Publication::default();
    }
    let weekdays = Weekdays::of(syntax, times, &body);
    let Some(best) = choice::choose(&candidates, &weekdays) else {
        return Publication::default();
    };
    let mut evidence = vec![best.span];
    evidence.extend(
        weekdays
            .evidence(best.day)
            .filter(|span| *span != best.span),
    );
    evidence.sort_by_key(|span| span.start);
    Publication {
        day: Some(best.day),
        from: Some(PublishedFrom::Inferred),
        evidence,
    }
}
