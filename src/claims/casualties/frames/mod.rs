//! The frames: which construction ties a counted group to an outcome word. The [`table`] has a row for each, and a row is
//! the figure's rule.

mod attributes;
mod frame;
mod injuries;
mod nouns;
mod pairs;
mod predicates;
mod sharing;
mod supposed;
mod table;

use crate::extraction::Outcome;
pub(crate) use table::rules;

use super::finding::Finding;
use super::scene::Scene;

use frame::Frame;
use table::{Form, Reads, TABLE};

/// All that the frames find in a sentence, the best finding of each number.
pub(crate) fn find(scene: &Scene<'_, '_, '_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for event in &scene.events {
        for &reading in &event.readings {
            let frame = Frame::of(scene, event, reading);
            let form = frame.as_ref().and_then(Form::of);
            if let (Some(frame), Some(form)) = (frame, form) {
                // The first row that ties anybody to the word.
                TABLE.iter().any(|row| match row.reads {
                    Reads::Word(forms, read) => forms.contains(&form) && read(&frame, &mut found),
                    Reads::Sentence(_) => false,
                });
            }
        }
    }
    for row in TABLE {
        if let Reads::Sentence(read) = row.reads {
            read(scene, &mut found);
        }
    }
    let mut best = best(scene, found);
    best.sort_by_key(|finding| scene.groups[finding.group].core.start);
    supposed::withdraw(scene, &mut best);
    best
}

/// The best finding of each number.
fn best(scene: &Scene<'_, '_, '_>, found: Vec<Finding>) -> Vec<Finding> {
    let mut best: Vec<Finding> = Vec::new();
    for finding in found {
        let core = scene.groups[finding.group].core.start;
        let known = best
            .iter_mut()
            .find(|known| scene.groups[known.group].core.start == core);
        match known {
            Some(known)
                if known.rank < finding.rank
                    || known.rank == finding.rank
                        && (finding.outcome != Outcome::Killed
                            || known.outcome == Outcome::Killed) =>
            {
                known.part_of = known.part_of.or(finding.part_of);
            }
            Some(known) => {
                let part_of = finding.part_of.or(known.part_of);
                *known = Finding { part_of, ..finding };
            }
            None => best.push(finding),
        }
    }
    best
}
