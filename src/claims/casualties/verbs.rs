//! The verb group of an outcome word, over what links the two: "are feared dead", "were reported missing", "got killed".

use crate::extraction::Polarity;
use crate::lexicon::entries::figures::HedgeRoles;
use crate::measures::numbers::plays;
use crate::syntax::{Tag, verbs};

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
    /// An auxiliary or a modal: the clause has its verb here.
    pub finite: bool,
    /// "could", "may": what could be. "may have died" is an estimate of what was.
    pub hypothetical: bool,
    /// "to kill", not "to have killed"
    pub infinitive: bool,
    /// "was not hurt"
    pub negated: bool,
    /// Number of the finite auxiliary, where it shows.
    pub plural: Option<bool>,
    /// "feared dead", "remain missing"
    pub linked: bool,
}

/// The verb group that ends with the outcome word at `event`.
pub(crate) fn group(scene: &Scene<'_, '_, '_>, event: usize) -> VerbGroup {
    let syntax = scene.syntax;
    let mut group = VerbGroup {
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
    let mut modal = None;
    loop {
        let from = group.start;
        if let Some(link) = scene.role_before(from, HedgeRoles::LINK) {
            group.linked = true;
            group.start = link;
        }
        let own = verbs::around(syntax, group.start, group.start + 1, scene.tokens.start);
        let governed = |governor| governor + 1;
        group.start = own.governor.map_or(own.tokens.start, governed);
        group.be |= own.be;
        group.have |= own.have;
        modal = modal.or(own.modal);
        group.infinitive |= own.infinitive || own.governor.is_some();
        group.negated |= own.polarity != Polarity::Said;
        group.plural = own.plural.or(group.plural);
        // "are believed [to] have drowned", "was confirmed [as] having died", "[got] killed"
        let before = group.start.wrapping_sub(1);
        if group.start > scene.tokens.start {
            let get = plays(scene.page, before, HedgeRoles::PASSIVE);
            let to = syntax.tag(before) == Tag::To;
            group.be |= get;
            group.infinitive |= to && !syntax.reads(group.start, "have");
            group.start -= usize::from(get || to || scene.page.reads(before, "as"));
        }
        if group.start == from {
            break;
        }
    }
    group.finite = group.plural.is_some() || modal.is_some() || group.have;
    let estimate = modal.is_some_and(|at| {
        ["may", "might"]
            .into_iter()
            .any(|word| syntax.reads(at, word))
    });
    group.hypothetical = modal.is_some() && !(group.have && estimate);
    group
}
