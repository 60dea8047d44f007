//! One day among those that the page names, or none.

use super::candidates::{Candidate, Source};
use super::stamps::Standing;
use super::weekdays::Weekdays;

/// Weekdays that speak so strongly against a stamp veto it. Measured on articles whose day is known: they speak so against
/// one true day in a hundred, and against every fourth that is half a week off.
const VETO: f64 = -5.0;
/// By so much must the weekdays speak for one day rather than for another.
const SOFT: f64 = 0.7;
const HARD: f64 = 1.5;
/// Two stamps with so many tokens between them do not belong together: a teaser's stands in the menu above the article.
const APART: usize = 60;
/// Two stamps beside each other are no further apart, on a page that has lost its lines.
const ONE_LINE: usize = 20;
/// The article's last line can be its stamp: so many tokens behind the text.
const RIGHT_BEHIND: usize = 60;

/// The day that the page agrees on.
pub(super) fn choose(candidates: &[Candidate], weekdays: &Weekdays) -> Option<Candidate> {
    let standing: Vec<Candidate> = candidates
        .iter()
        .filter(|candidate| stands(candidate, weekdays))
        .copied()
        .collect();
    if standing.iter().any(|candidate| rank(candidate).is_some()) {
        return at_the_head(&standing, weekdays);
    }
    type Group = (fn(&Source) -> bool, f64);
    let groups: [Group; 5] = [
        (
            |source| matches!(source, Source::Dateline | Source::Head { .. }),
            HARD,
        ),
        // Teasers and comments have days of their own: one that is named alone counts, and no weekday helps two.
        (|source| labelled(source, RIGHT_BEHIND), f64::INFINITY),
        (
            |source| matches!(source, Source::Elsewhere { .. }),
            f64::INFINITY,
        ),
        (|source| matches!(source, Source::Link), SOFT),
        (|source| matches!(source, Source::Lead), HARD),
    ];
    groups.iter().find_map(|(belongs, margin)| {
        let group: Vec<Candidate> = standing
            .iter()
            .filter(|candidate| belongs(&candidate.source))
            .copied()
            .collect();
        agreed(&group, weekdays, *margin)
    })
}

/// Whether the weekdays let a day pass.
fn stands(candidate: &Candidate, weekdays: &Weekdays) -> bool {
    let support = weekdays.support(candidate.day);
    match candidate.source {
        // Far above the article stands the day on which the page was fetched.
        Source::Head {
            masthead: true,
            distance,
            ..
        } if distance > APART => support > 0.0,
        Source::Head { standing, .. } if standing > Standing::Beside => support > VETO,
        Source::Head { .. }
        | Source::Elsewhere {
            standing: Standing::Published | Standing::Updated,
            ..
        } => support > VETO / 2.0,
        _ => support >= 0.0,
    }
}

fn labelled(source: &Source, reach: usize) -> bool {
    matches!(source, Source::Elsewhere { standing: Standing::Published | Standing::Updated, behind } if *behind <= reach)
}

/// The standing of a stamp at the head that dates the article by itself, and its distance.
fn rank(candidate: &Candidate) -> Option<(Standing, usize)> {
    match candidate.source {
        Source::Head {
            standing, distance, ..
        } if standing > Standing::Beside => Some((standing, distance)),
        _ => None,
    }
}

/// Among the stamps at the head those count that stand nearest to the text and together: "Published" before a plain
/// one, that before "Updated".
fn at_the_head(candidates: &[Candidate], weekdays: &Weekdays) -> Option<Candidate> {
    let mut head: Vec<(Candidate, Standing, usize)> = candidates
        .iter()
        .filter_map(|candidate| {
            rank(candidate).map(|(standing, distance)| (*candidate, standing, distance))
        })
        .collect();
    head.sort_by_key(|(_, _, distance)| *distance);
    // Today's date above all pages is never older than the article.
    let own =
        |candidate: &Candidate| !matches!(candidate.source, Source::Head { masthead: true, .. });
    let oldest = head
        .iter()
        .filter(|(candidate, ..)| own(candidate))
        .map(|(candidate, ..)| candidate.day)
        .min();
    let older = |day| oldest.is_some_and(|oldest| oldest <= day);
    let kept: Vec<_> = head
        .iter()
        .filter(|(candidate, ..)| own(candidate) || !older(candidate.day))
        .copied()
        .collect();
    let mut reach = kept.first()?.2 + APART;
    let mut together = Vec::new();
    for (candidate, standing, distance) in kept {
        if distance > reach {
            break;
        }
        reach = distance + APART;
        together.push((candidate, standing));
    }
    let best = together.iter().map(|(_, standing)| *standing).max()?;
    let best: Vec<Candidate> = together
        .into_iter()
        .filter(|(_, standing)| *standing == best)
        .map(|(candidate, _)| candidate)
        .collect();
    let first = best.iter().min_by_key(|candidate| candidate.day)?;
    let place = |candidate: &Candidate| match candidate.source {
        Source::Head { line, distance, .. } => (line, distance),
        _ => (usize::MAX, usize::MAX),
    };
    // "Dec. 20, 2023 6:00 am / Dec. 22, 2023 7:00 am" is written and changed.
    let (line, distance) = place(first);
    let beside =
        |other: &Candidate| place(other).0 == line && place(other).1.abs_diff(distance) <= ONE_LINE;
    let labelled = rank(first).is_some_and(|(standing, _)| standing != Standing::Plain);
    // "12/11/2026" is two days.
    let open = |other: &Candidate| other.span == first.span && other.day != first.day;
    if (labelled || best.iter().all(beside)) && !best.iter().any(open) {
        return Some(*first);
    }
    agreed(&best, weekdays, HARD)
}

/// The day that the weekdays speak for most; none where they do not tell it from another.
fn agreed(group: &[Candidate], weekdays: &Weekdays, margin: f64) -> Option<Candidate> {
    let support = |candidate: &Candidate| weekdays.support(candidate.day);
    let best = group
        .iter()
        .rev()
        .max_by(|one, other| support(one).total_cmp(&support(other)))?;
    let rival =
        |other: &&Candidate| other.day != best.day && support(best) - support(other) < margin;
    (!group.iter().any(|other| rival(&other))).then_some(*best)
}
