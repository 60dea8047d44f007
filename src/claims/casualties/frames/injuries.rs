//! Frames that tell of injuries without a verb for them: "with burns", "taken to hospital".

use super::super::coordination;
use super::super::finding::{Finding, Rule};
use super::super::verbs::{self};
use super::frame::Frame;
use crate::lexicon::entries::figures::HedgeRoles;
use crate::syntax::Tag;

/// How far left of the injury its verb or preposition is looked for, and where that begins.
fn before(frame: &Frame<'_, '_, '_, '_>) -> (usize, usize) {
    let event = frame.event.tokens.start;
    let floor = event.saturating_sub(7).max(frame.scene.tokens.start);
    (floor, event)
}

/// "four people with serious injuries", "12 sustained burns"
pub(super) fn bearing(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    let scene = frame.scene;
    let page = scene.page;
    let (floor, mut token) = before(frame);
    while token > floor {
        if let Some(start) = scene.role_before(token, HedgeRoles::BEARING) {
            let verbs = verbs::group(scene, start);
            if verbs.negated {
                return false;
            }
            let adjacent = scene.tag(start) == Tag::Preposition;
            // "from" and "for" need their verb: "treated for burns", "suffering from burns".
            if (page.reads(start, "for") || page.reads(start, "from")) && token == start + 1 {
                token -= 1;
                continue;
            }
            let mut groups =
                coordination::subjects(scene, verbs.start..start, verbs.plural, adjacent);
            // "with wounds from a blast": the people may stand further left.
            groups.retain(|&(group, _)| scene.groups[group].is_people() || scene.plausible(group));
            return frame.push_all(groups, Rule::Bearing, found);
        }
        // "Four drivers have severe injuries."
        let have = ["have", "has", "had"]
            .into_iter()
            .any(|word| page.reads(token.wrapping_sub(1), word));
        if have {
            let verbs = verbs::group(scene, token);
            let mut groups = coordination::subjects(scene, verbs.start..token, verbs.plural, false);
            groups.retain(|&(group, _)| scene.groups[group].is_people());
            let groups = if verbs.negated { Vec::new() } else { groups };
            return frame.push_all(groups, Rule::Bearing, found);
        }
        let word = page.kind(token.wrapping_sub(1)) == Some(crate::text::TokenKind::Word);
        let tag = scene.tag(token.wrapping_sub(1));
        let ends = tag.is_auxiliary() || tag == Tag::Relative;
        if !word || ends {
            return false;
        }
        token -= 1;
    }
    false
}

/// "51 were taken to hospital"
pub(super) fn hospital(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    let scene = frame.scene;
    let page = scene.page;
    let (floor, mut token) = before(frame);
    while token > floor {
        token -= 1;
        if !page.reads(token, "to") {
            continue;
        }
        if let Some(start) = scene.role_before(token, HedgeRoles::SENDING) {
            let verbs = verbs::group(scene, start);
            if !verbs.negated && !verbs.hypothetical {
                let groups =
                    coordination::subjects(scene, verbs.start..start, verbs.plural, !verbs.be);
                let people = groups
                    .into_iter()
                    .filter(|&(group, _)| scene.plausible(group))
                    .collect();
                return frame.push_all(people, Rule::Hospital, found);
            }
        }
        return false;
    }
    false
}
