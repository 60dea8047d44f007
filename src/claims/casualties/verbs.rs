//! The verb group around an outcome word: "have reportedly been", "could have", "are feared".

use crate::lexicon::Classes;
use crate::lexicon::entries::figures::HedgeRoles;
use crate::measures::numbers::plays;

use super::scene::Scene;

/// What stands before the outcome word and belongs to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VerbGroup {
    /// The first token of the group; the outcome word itself where nothing stands before it.
    pub start: usize,
    /// A form of "be" or "get": passive.
    pub be: bool,
    /// A form of "have".
    pub have: bool,
    /// "was", "were", "has": the clause has its verb here.
    pub finite: bool,
    /// "could", "may": what could be. "may have died" is an estimate of what was.
    pub hypothetical: bool,
    /// "to kill"
    pub infinitive: bool,
    /// "was not hurt"
    pub negated: bool,
    /// Number of the finite auxiliary, where it shows.
    pub plural: Option<bool>,
    /// "feared dead", "remain missing"
    pub linked: bool,
}

/// Reads the verb group leftwards from the outcome word at `event`.
pub(crate) fn group(scene: &Scene<'_, '_, '_>, event: usize) -> VerbGroup {
    let page = scene.page;
    let mut verbs = VerbGroup {
        start: event,
        be: false,
        have: false,
        finite: false,
        hypothetical: false,
        infinitive: false,
        negated: false,
        plural: None,
        linked: false,
    };
    let (mut modal, mut estimate) = (false, false);
    let mut token = event;
    while token > scene.tokens.start {
        let before = token - 1;
        let word = page.word(before);
        if page.is(before, Classes::NEGATION)
            && !page.is(before, Classes::PRONOUN.with(Classes::DETERMINER))
        {
            verbs.negated = true;
        } else if page.is(before, Classes::AUXILIARY) || page.is(before, Classes::MODAL) {
            match word.to_ascii_lowercase().as_str() {
                "is" | "was" => {
                    verbs.be = true;
                    verbs.finite = true;
                    verbs.plural = Some(false);
                }
                "are" | "were" => {
                    verbs.be = true;
                    verbs.finite = true;
                    verbs.plural = Some(true);
                }
                "be" | "been" | "being" | "am" => verbs.be = true,
                "has" => {
                    verbs.have = true;
                    verbs.finite = true;
                    verbs.plural = Some(false);
                }
                "have" => {
                    verbs.have = true;
                    verbs.finite = true;
                    verbs.plural = (!modal).then_some(true);
                }
                "had" | "having" => {
                    verbs.have = true;
                    verbs.finite = true;
                }
                _ if page.is(before, Classes::MODAL) => {
                    modal = true;
                    estimate = page.reads(before, "may") || page.reads(before, "might");
                    verbs.finite = true;
                    verbs.plural = None;
                }
                _ => {}
            }
        } else if plays(page, before, HedgeRoles::PASSIVE) {
            verbs.be = true;
        } else if page.is(before, Classes::INFINITIVE_TO) {
            verbs.infinitive = true;
        } else if scene.adverb(before) {
            // "even", "up to" and other hedges of a number that stands here never come before a verb group.
        } else if page.reads(before, "as") && scene.role_before(token, HedgeRoles::LINK).is_none() {
            // "confirmed as having died"
        } else if let Some(start) = scene.role_before(token, HedgeRoles::LINK) {
            verbs.linked = true;
            // The auxiliaries before "reported" say how many, not that it is passive.
            token = start;
            continue;
        } else {
            break;
        }
        token = before;
    }
    // An adverb at the group's left edge may belong to what stands before: it does no harm in a gap either way.
    verbs.start = token;
    verbs.hypothetical = modal && !(verbs.have && estimate);
    verbs
}
