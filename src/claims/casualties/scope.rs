//! What stretch of time a figure covers: one event, a running total, an earlier war.

use crate::extraction::{Scope, TimeExpression};
use crate::lexicon::entries::figures::HedgeRoles;
use crate::measures::times::TimeMention;
use crate::text::{TokenKind, TokenRange};

use super::finding::{Finding, Rule};
use super::scene::Scene;

/// The most tokens between a record and its "since": "the worst outbreak of fighting in the whole region since".
const RECORD_REACH: usize = 12;
/// The most tokens between "since" and the time that its clause ends with.
const CLAUSE_REACH: usize = 8;

/// Scope, and the time expression from which a running total counts.
pub(crate) fn decide(
    scene: &Scene<'_, '_, '_>,
    finding: &Finding,
    times: &[TimeMention],
    dates: &[TimeExpression<'_>],
    when: Option<usize>,
    latest: Option<i32>,
) -> (Scope, Option<usize>) {
    let page = scene.page;
    let first = times.partition_point(|time| time.tokens.end <= scene.tokens.start);
    let records = records(scene);
    let mentions = times.iter().zip(dates).enumerate().skip(first);
    let here: Vec<_> = mentions
        .take_while(|(_, (time, _))| time.tokens.start < scene.tokens.end)
        .filter(|(_, (time, _))| {
            let compared = |record: &TokenRange| record.contains(&time.tokens.start);
            !records.iter().any(compared)
        })
        .collect();
    let year_of = |date: &TimeExpression<'_>| year(date.value.as_deref()?);
    let long_ago = |date| {
        let years = year_of(date).zip(latest);
        years.is_some_and(|(year, latest)| year + 1 < latest)
    };
    let since = here.iter().find(|(_, (time, _))| {
        let start = time.tokens.start;
        start > scene.tokens.start
            && (page.reads(start - 1, "since")
                // "since the May 2014 coup"
                || page.reads(start - 1, "the") && page.reads(start.wrapping_sub(2), "since")
                || since_clause(scene, start))
    });
    if let Some(&(index, (time, date))) = since {
        // "47 had died since Monday, when shelling began"; but "the worst since 1996, when 230 died"
        if !then(scene, finding, time) {
            return (Scope::Cumulative, Some(index));
        }
        // Where the article's own day is not known, a year that it names to compare with is another than its own.
        let historic = long_ago(date) || latest.is_none() && year_of(date).is_some();
        let scope = if historic {
            Scope::Historic
        } else {
            Scope::Incident
        };
        return (scope, None);
    }
    let since = page.reads(finding.event.start.wrapping_sub(1), "since");
    if totals(scene, finding, &here) || since {
        return (Scope::Cumulative, None);
    }
    // "Two died on Monday in the town that was taken in 1994": the figure's own day decides.
    let mut own = here
        .iter()
        .filter(|(index, _)| when.is_none_or(|when| when == *index));
    // "the previous war"
    if own.any(|(_, (_, date))| long_ago(date)) || scene.has_role(HedgeRoles::HISTORIC) {
        return (Scope::Historic, None);
    }
    let dated = here.iter().any(|(_, (_, date))| {
        let value = date.value.as_deref();
        value.is_none_or(|value| !value.ends_with("_REF"))
    });
    let mut words = scene.tokens.clone();
    let scope = match finding.rule {
        Rule::Toll => Scope::Cumulative,
        Rule::Gerund | Rule::Active => Scope::Incident,
        _ if dated => Scope::Incident,
        _ if words.any(|token| page.reads(token, "when") || page.reads(token, "after")) => {
            Scope::Incident
        }
        _ => Scope::Unspecified,
    };
    (scope, None)
}

/// Whether a word says that the figure sums up: "in all", "this year". "A total of nine died on Monday" tells of one day,
/// and "Earlier this year a blast killed nine" of a day in the year.
fn totals(
    scene: &Scene<'_, '_, '_>,
    finding: &Finding,
    here: &[(usize, (&TimeMention, &TimeExpression<'_>))],
) -> bool {
    let page = scene.page;
    let day = |date: &TimeExpression<'_>| date.first.is_some() && date.first == date.last;
    let dated = finding.rule != Rule::Toll && here.iter().any(|(_, (_, date))| day(date));
    let number = &scene.groups[finding.group].number;
    scene.tokens.clone().any(|token| {
        let counted = dated && number.contains(&token);
        let within = page.reads(token.wrapping_sub(1), "earlier");
        !counted && !within && scene.role_at(token, HedgeRoles::TOTAL).is_some()
    })
}

/// Whether the figure is of the time that "since" names: "the worst since 1996, when 230 died".
pub(crate) fn then(scene: &Scene<'_, '_, '_>, finding: &Finding, time: &TimeMention) -> bool {
    let end = time.tokens.end;
    let when = scene.page.reads(end, "when") || scene.page.reads(end + 1, "when");
    when && scene.groups[finding.group].core.start > end
}

/// What a record is compared with, to the next comma: "the worst outbreak [since a war ended in 1994]". The time in it
/// is not the figure's.
fn records(scene: &Scene<'_, '_, '_>) -> Vec<TokenRange> {
    let page = scene.page;
    if !scene.has_role(HedgeRoles::RECORD) {
        return Vec::new();
    }
    let comma = |at: &usize| matches!(page.word(*at), "," | ";");
    let mut found = Vec::new();
    let mut record = None;
    let mut at = scene.tokens.start;
    while at < scene.tokens.end {
        if comma(&at) {
            record = None;
        } else if scene.role_at(at, HedgeRoles::RECORD).is_some() {
            record = Some(at);
        } else if record.is_some_and(|record| at - record <= RECORD_REACH)
            && page.reads(at, "since")
        {
            let end = (at..scene.tokens.end)
                .find(comma)
                .unwrap_or(scene.tokens.end);
            // "the worst since 1996, when 230 died": the figure is of that year.
            if !page.reads(end + 1, "when") && !(at..end).any(|at| page.reads(at, "when")) {
                found.push(at..end);
            }
            at = end;
            continue;
        }
        at += 1;
    }
    found
}

/// "have died since a truce ended in 1994": the time ends a clause behind "since".
fn since_clause(scene: &Scene<'_, '_, '_>, time: usize) -> bool {
    let page = scene.page;
    let before = scene.tokens.start.max(time.saturating_sub(CLAUSE_REACH))..time;
    let since = before
        .rev()
        .take_while(|&at| page.kind(at) == Some(TokenKind::Word))
        .find(|&at| page.reads(at, "since"));
    since.is_some_and(|since| (since + 1..time).any(|at| scene.tag(at).is_finite()))
}

/// The year that most time expressions name: the time that the article is about. A single mention shows nothing.
pub(crate) fn common_year(dates: &[TimeExpression<'_>]) -> Option<i32> {
    let mut years: Vec<i32> = dates
        .iter()
        .filter_map(|date| year(date.value.as_deref()?))
        .collect();
    years.sort_unstable();
    let compared = years.len() > 1;
    years
        .chunk_by(|first, second| first == second)
        .max_by_key(|run| (run.len(), run.first().copied()))
        .and_then(|run| run.first().copied())
        .filter(|_| compared)
}

/// The year of a TIMEX3 value: "1994", "2016-04-07", "199" (a decade).
fn year(value: &str) -> Option<i32> {
    let digits = value.bytes().take_while(u8::is_ascii_digit);
    let add =
        |(length, year): (usize, i32), digit: u8| (length + 1, year * 10 + i32::from(digit - b'0'));
    match digits.take(5).fold((0, 0), add) {
        (4, year) => Some(year),
        (3, decade) => Some(decade * 10 + 9),
        _ => None,
    }
}
