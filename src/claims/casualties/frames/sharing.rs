//! A predicate that shares its subject with the one before it: "Two men were taken to hospital but died."

use crate::syntax::Tag;
use crate::text::TokenKind;

use super::super::coordination;
use super::super::finding::{Finding, Rule};
use super::super::verbs;
use super::frame::Frame;

/// The most tokens from the conjunction back to the verb before it: "were taken to the district hospital of Kano and".
const REACH: usize = 16;

/// Takes the people of the predicate before, who share this one; what became of them last stands.
pub(super) fn shared(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    let first = found.len();
    frame.push_all(subjects(frame), Rule::Shared, found);
    for finding in found.iter_mut().skip(first) {
        finding.rank = 0;
    }
    found.len() > first
}

/// The groups that are the subject of the predicate before, where "and" or "but" stands at the verb group's left edge.
fn subjects(frame: &Frame<'_, '_, '_, '_>) -> Vec<(usize, Option<usize>)> {
    verb_before(frame).map_or_else(Vec::new, |verb| {
        let scene = frame.scene;
        let verbs = verbs::group(scene, verb);
        let mut groups = coordination::subjects(scene, verbs.start..verb, verbs.plural, false);
        // "The boat carrying six sailors sank and was lost": the nearest group is an object.
        let object = |group: usize| {
            let before = scene.groups[group].tokens.start.checked_sub(1);
            before
                .is_some_and(|before| scene.tokens.contains(&before) && scene.tag(before).is_verb())
        };
        groups.retain(|&(group, _)| !object(group));
        groups
    })
}

/// The nearest verb left of the conjunction: "[taken] to hospital but".
fn verb_before(frame: &Frame<'_, '_, '_, '_>) -> Option<usize> {
    let scene = frame.scene;
    let page = scene.page;
    let mut edge = frame.verbs.start;
    while edge > scene.tokens.start && scene.adverb(edge - 1) {
        edge -= 1;
    }
    let joint = edge
        .checked_sub(1)
        .filter(|&joint| page.reads(joint, "and") || page.reads(joint, "but"))?;
    let floor = joint.saturating_sub(REACH).max(scene.tokens.start);
    (floor..joint)
        .rev()
        .take_while(|&token| {
            page.kind(token) != Some(TokenKind::Punctuation) || page.word(token) == ","
        })
        .find(|&token| scene.tag(token).is_verb() || scene.tag(token) == Tag::Auxiliary)
}
