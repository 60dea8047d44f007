//! The outcome words of a sentence.

use crate::extraction::Outcome;
use crate::lexicon::entries::figures::{OutcomeCondition, OutcomePart};
use crate::lexicon::{Classes, Entry, Meaning, Slot};
use crate::text::{Page, TokenRange};

/// An outcome word, or a phrase of several: "were killed", "the deaths of", "lost their lives".
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub tokens: TokenRange,
    pub readings: Vec<Reading>,
}

/// One of the things that an outcome word can be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    pub outcome: Outcome,
    pub part: OutcomePart,
    pub condition: OutcomeCondition,
    pub slot: Slot,
}

/// The outcome words of a sentence; of a phrase and its first word the phrase.
pub(super) fn events(page: &Page<'_, '_>, tokens: TokenRange) -> Vec<Event> {
    let mut events = Vec::new();
    let mut from = tokens.start;
    while let Some(token) = page.first(from..tokens.end, Classes::OUTCOME) {
        let known = page.phrase_classes(token).any(Classes::OUTCOME);
        let phrase = page.phrase(token).filter(|_| known);
        let event = match phrase {
            Some((tokens, entries)) => Event {
                tokens,
                readings: readings(entries),
            },
            None => Event {
                tokens: token..token + 1,
                readings: readings(page.entries(token)),
            },
        };
        // "to leave", but also "leave their homes" inside "to leave their homes"
        let driven = |reading: &Reading| reading.condition == OutcomeCondition::Driven;
        from = if event.readings.iter().any(driven) {
            event.tokens.start + 1
        } else {
            event.tokens.end
        };
        events.push(event);
    }
    events
}

fn readings<'l>(entries: impl Iterator<Item = (&'l Entry, Slot)>) -> Vec<Reading> {
    entries
        .filter_map(|(entry, slot)| match entry.meaning {
            Meaning::Outcome(word) => Some(Reading {
                outcome: word.outcome,
                part: word.part,
                condition: word.condition,
                slot,
            }),
            _ => None,
        })
        .collect()
}
