//! The days that could be the one of publication, and where each of them stands.

use super::days::Printed;
use super::links;
use super::stamps::{Stamp, Standing};
use super::years::copyright_year;
use crate::date::Date;
use crate::extraction::BlockKind;
use crate::measures::times::{self, Day, TimeMention, TimeShape};
use crate::span::Span;
use crate::text::{Page, TokenKind, TokenRange};

/// A stamp can stand below the first sentences, a standfirst or a lead above the byline: so many tokens.
const BELOW: usize = 120;

/// A day that could be the one of publication.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub day: Date,
    pub source: Source,
    pub span: Span,
}

/// What names a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Source {
    /// A stamp at the head of the article.
    Head {
        standing: Standing,
        /// Tokens to the first of the text.
        distance: usize,
        /// What the newspaper prints above all pages: today's date with its weekday.
        masthead: bool,
        /// The first token of its line.
        line: usize,
    },
    /// A stamp inside the article or below it, where teasers and comments have theirs.
    Elsewhere {
        standing: Standing,
        behind: usize,
    },
    Dateline,
    Link,
    /// "on Monday, Oct. 12" in the first sentences; the page may be a day younger.
    Lead,
}

pub(super) fn find(
    page: &Page<'_, '_>,
    times: &[TimeMention],
    body: &TokenRange,
) -> Vec<Candidate> {
    let printed = Printed::of(page);
    let year = copyright_year(&printed);
    let mut found = Vec::new();
    for stamp in printed.stamps() {
        let kind = page
            .blocks
            .get(
                page.blocks
                    .partition_point(|block| block.tokens.end <= stamp.token),
            )
            .map(|block| block.block.kind);
        if matches!(kind, Some(BlockKind::Caption | BlockKind::Credit)) {
            continue;
        }
        let source = source(&stamp, body);
        for day in days(&stamp, year) {
            found.push(Candidate {
                day,
                source,
                span: stamp.span,
            });
        }
    }
    found.extend(datelines(page, year));
    found.extend(in_links(page));
    found.extend(lead(page, times, year));
    found
}

fn source(stamp: &Stamp, body: &TokenRange) -> Source {
    let standing = stamp.standing;
    let distance = body.start.abs_diff(stamp.token);
    if body.is_empty() || stamp.token < body.start || distance <= BELOW && stamp.token < body.end {
        Source::Head {
            standing,
            distance,
            masthead: stamp.day.weekday.is_some()
                && !stamp.day.clock
                && standing == Standing::Plain,
            line: stamp.line,
        }
    } else {
        Source::Elsewhere {
            standing,
            behind: stamp.token.saturating_sub(body.end),
        }
    }
}

/// The day of a stamp; both where the order of day and month is open and no weekday tells.
fn days(stamp: &Stamp, copyright: Option<i16>) -> Vec<Date> {
    let fits = |day: &Date| {
        stamp
            .day
            .weekday
            .is_none_or(|weekday| day.weekday() == weekday)
    };
    let on = |year: i16| Date::new(year, stamp.day.month, stamp.day.day).ok();
    match stamp.day.year {
        Some(year) => on(year)
            .into_iter()
            .chain(stamp.day.other)
            .filter(fits)
            .collect(),
        // The copyright line can be a year younger than the page: "Saturday, Dec 23" above "© 2024".
        None => {
            let years = copyright.into_iter().flat_map(|year| [year, year - 1]);
            years.filter_map(on).find(fits).into_iter().collect()
        }
    }
}

fn datelines(page: &Page<'_, '_>, year: Option<i16>) -> Vec<Candidate> {
    let lines = page
        .blocks
        .iter()
        .filter(|block| block.block.kind == BlockKind::Dateline);
    let days = lines.filter_map(|block| {
        let (words, day) = times::read(page, block.tokens.clone())
            .find_map(|(words, shape)| Some((words, of_month(&shape)?)))?;
        let (month, day, given, _) = day;
        Some(Candidate {
            day: Date::new(given.or(year)?, month, day).ok()?,
            source: Source::Dateline,
            span: page.span(&words),
        })
    });
    days.collect()
}

/// Month, day, year and weekday of "Monday, Oct. 12".
fn of_month(shape: &TimeShape) -> Option<(i8, i8, Option<i16>, Option<i8>)> {
    match *shape {
        TimeShape::Day {
            day:
                Day::OfMonth {
                    month,
                    day,
                    year,
                    weekday,
                },
            ..
        } => Some((month, day, year, weekday)),
        _ => None,
    }
}

fn in_links(page: &Page<'_, '_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for token in 0..page.tokens.len() {
        if page.kind(token) != Some(TokenKind::Url) {
            continue;
        }
        let start = page.span(&(token..token + 1)).start;
        let days = links::days(page.lexicon, page.word(token));
        found.extend(days.into_iter().map(|(day, from, to)| Candidate {
            day,
            source: Source::Link,
            span: Span::new(start + from, start + to),
        }));
    }
    found
}

/// "on Monday, Oct. 12" in the first sentences, with a year from the copyright line.
fn lead(page: &Page<'_, '_>, times: &[TimeMention], year: Option<i16>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for time in times.iter().filter(|time| time.sentence < 4) {
        let Some((month, day, given, Some(weekday))) = of_month(&time.shape) else {
            continue;
        };
        let day = given
            .or(year)
            .and_then(|year| Date::new(year, month, day).ok());
        if let Some(day) = day.filter(|day| day.weekday() == weekday) {
            // The page may be a day younger: the weekdays have to tell.
            let days = [Some(day), day.add_days(1)].into_iter().flatten();
            found.extend(days.map(|day| Candidate {
                day,
                source: Source::Lead,
                span: page.span(&time.tokens),
            }));
        }
    }
    found
}
