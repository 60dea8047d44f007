//! The day of publication, given or inferred.

use super::Publication;
use crate::date::Date;
use crate::extraction::PublishedFrom;
use crate::mentions::times::TimeMention;
use crate::text::Page;

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
