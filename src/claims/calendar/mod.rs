//! When: values against the day of publication.

mod clauses;
mod days;
mod days_of;
mod holidays;
mod named;
mod periods;
mod prospects;
mod publication;
mod quarters;
mod resolver;
mod said;
mod tense;
mod values;

use crate::extraction::TimeExpression;
use crate::measures::times::TimeMention;
use crate::syntax::Syntax;

pub(crate) use publication::{Publication, publication};
pub(crate) use said::said;

/// Gives every time expression its type and value; one for each mention, in the same order.
pub(crate) fn resolve<'t>(
    syntax: &Syntax<'_, 't, '_>,
    times: &[TimeMention],
    published: &Publication,
) -> Vec<TimeExpression<'t>> {
    resolver::resolve(syntax, times, published.day)
}
