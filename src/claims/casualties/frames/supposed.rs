//! What is only supposed has not happened: "If 40 miners die, the owner will be tried."

use super::super::finding::Finding;
use super::super::scene::Scene;
use super::super::verbs;
use crate::lexicon::entries::figures::NumberKind;
use crate::syntax::Tag;

/// How far before a figure its clause can open.
const REACH: usize = 12;

/// The figures of conditions are not asserted, and "if no one is hurt" counts nobody.
pub(super) fn withdraw(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    for finding in found.iter_mut() {
        finding.asserted &= !is_condition(scene, finding);
    }
    found
        .retain(|finding| finding.asserted || scene.groups[finding.group].kind != NumberKind::Zero);
}

/// Whether the clause in which the outcome is told opens with "if" or "unless".
fn is_condition(scene: &Scene<'_, '_, '_>, finding: &Finding) -> bool {
    // A verb, a relative or a comma closes the clause to the left: "asked if the man who had killed nine guests was tall".
    let closes =
        |tag: Tag| tag.is_auxiliary() || matches!(tag, Tag::Relative | Tag::Question | Tag::That);
    let page = scene.page;
    let verb = verbs::group(scene, finding.event.start).start;
    let start = scene.groups[finding.group].tokens.start.min(verb);
    (start.saturating_sub(REACH).max(scene.tokens.start)..start)
        .rev()
        .take_while(|&token| {
            !matches!(page.word(token), "," | ";" | ":" | "(" | "\"") && !closes(scene.tag(token))
        })
        .find(|&token| page.reads(token, "if") || page.reads(token, "unless"))
        // "dozens, if not hundreds", "as if"
        .is_some_and(|token| {
            let likened = token > 0 && page.reads(token - 1, "as");
            !likened && !page.reads(token + 1, "not")
        })
}
