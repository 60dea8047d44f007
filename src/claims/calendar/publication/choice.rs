//! One day among those that the page names, or none.

use super::candidates::{Candidate, Source};
use super::stamps::Standing;
use super::weekdays::Weekdays;

/// Weekdays that speak so strongly against a stamp veto it; less is an article about next week, or about the last.
const VETO: f64 = -4.0;
/// Two stamps with so many tokens between them do not belong together: a teaser's stands in the menu above the article.
const APART: usize = 60;
/// The article's last line can be its stamp: so many tokens behind the text.
const RIGHT_BEHIND: usize = 60;

/// The day that the page agrees on.
pub(super) fn choose(candidates: &[Candidate], weekdays: &Weekdays) -> Option<Candidate> {
    let standing: Vec<Candidate> = candidates
        .iter()
        .filter(|candidate| {
            let support = weekdays.support(candidate.day);
            match candidate.source {
                Source::Head {
                    standing: Standing::Published | Standing::Updated | Standing::Plain,
                    ..
                } => support > VETO,
                Source::Elsewhere {
                    standing: Standing::Published | Standing::Updated,
                    ..
                } => support > VETO / 2.0,
                _ => support >= 0.0,
            }
        })
        .copied()
        .collect();
    if standing.iter().any(|candidate| rank(candidate).is_some()) {
        return at_the_head(&standing, weekdays);
    }
    let groups: [(fn(&Source) -> bool, f64); 5] = [
        (|source| matches!(source, Source::Dateline | Source::Head { .. }), 0.7),
        (|source| labelled(source, RIGHT_BEHIND), 0.7),
        (|source| labelled(source, usize::MAX) || matches!(source, Source::Elsewhere { standing: Standing::Plain, .. }), 0.7),
        (|source| matches!(source, Source::Link), 0.7),
        (|source| matches!(source, Source::Lead), 2.0),
    ];
    groups.iter().find_map(|(belongs, margin)| {
        let group: Vec<Candidate> = standing
            .iter()
            .filter(|candidate| belongs(&candidate.source))
            .copied()
            .collect();
        (!group.is_empty()).then(|| agreed(&group, weekdays, *margin))
    })?
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
        .filter_map(|candidate| rank(candidate).map(|(standing, distance)| (*candidate, standing, distance)))
        .collect();
    head.sort_by_key(|(_, _, distance)| *distance);
    // Today's date above all pages is never older than the article.
    let own = |candidate: &Candidate| !matches!(candidate.source, Source::Head { masthead: true, .. });
    let older = |day| head.iter().any(|(other, ..)| own(other) && other.day <= day);
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
    let line = |candidate: &Candidate| match candidate.source {
        Source::Head { line, .. } => line,
        _ => usize::MAX,
    };
    let labelled = rank(first).is_some_and(|(standing, _)| standing != Standing::Plain);
    // "Dec. 20, 2023 6:00 am / Dec. 22, 2023 7:00 am" is written and changed.
    let one_line = best.iter().all(|candidate| line(candidate) == line(first) && candidate.span != first.span || candidate.span == first.span && candidate.day == first.day);
    if labelled && best.iter().all(|candidate| candidate.span != first.span || candidate.day == first.day) || one_line {
        return Some(*first);
    }
    agreed(&best, weekdays, 1.5)
}

/// The day that the weekdays speak for most; none where they do not tell it from another.
fn agreed(group: &[Candidate], weekdays: &Weekdays, margin: f64) -> Option<Candidate> {
    let support = |candidate: &Candidate| weekdays.support(candidate.day);
    let best = group
        .iter()
        .rev()
        .max_by(|one, other| support(one).total_cmp(&support(other)))?;
    let rival = |other: &&Candidate| other.day != best.day && support(best) - support(other) < margin;
    (!group.iter().any(|other| rival(&other))).then_some(*best)
}
