//! Who says what of whom, laid out: by those of whom it is said, each answer below what it answers.

use super::words::{Group, group_of};
use crate::ledger::{Exchange, Ledger};

/// What is said of somebody.
pub(super) struct Thread<'a> {
    pub heading: String,
    /// Each with the number of answers that it stands below.
    pub entries: Vec<(usize, &'a Exchange)>,
}

/// An answer to an answer to an answer: no article goes further, and a circle ends here.
const DEEPEST: usize = 6;

pub(super) fn threads(ledger: &Ledger) -> Vec<Thread<'_>> {
    let exchanges = &ledger.exchanges;
    let answers = answers(exchanges);
    let first = |&number: &usize| {
        let one = &exchanges[number];
        one.answers.is_none() && one.touches.is_none()
    };
    let mut open: Vec<(Group, usize)> = (0..exchanges.len())
        .filter(first)
        .map(|number| (group_of(&exchanges[number]), number))
        .collect();
    open.sort();
    let mut threads: Vec<Thread<'_>> = Vec::new();
    let mut last = None;
    for (group, number) in open {
        if last.as_ref() != Some(&group) {
            threads.push(Thread {
                heading: group.heading(),
                entries: Vec::new(),
            });
            last = Some(group);
        }
        if let Some(thread) = threads.last_mut() {
            add(number, 0, exchanges, &answers, &mut thread.entries);
        }
    }
    threads
}

/// By exchange: what answers it, then what names the same.
fn answers(exchanges: &[Exchange]) -> Vec<Vec<usize>> {
    let mut answers = vec![Vec::new(); exchanges.len()];
    let links: [fn(&Exchange) -> Option<usize>; 2] = [|one| one.answers, |one| one.touches];
    for link in links {
        for (number, exchange) in exchanges.iter().enumerate() {
            let to = link(exchange).filter(|&to| to != number);
            if let Some(answers) = to.and_then(|to| answers.get_mut(to)) {
                answers.push(number);
            }
        }
    }
    answers
}

fn add<'a>(
    number: usize,
    depth: usize,
    exchanges: &'a [Exchange],
    answers: &[Vec<usize>],
    entries: &mut Vec<(usize, &'a Exchange)>,
) {
    if depth == DEEPEST {
        return;
    }
    entries.push((depth, &exchanges[number]));
    for &answer in &answers[number] {
        add(answer, depth + 1, exchanges, answers, entries);
    }
}
