//! The counted objects of a verb or of "of".

use crate::entities::victims::Head;
use crate::lexicon::entries::figures::HedgeRoles;
use crate::syntax::Tag;
use crate::text::TokenKind;

use super::super::scene::Scene;
use super::joints::{Found, connector_at, joins, listed, predicated};

/// How far behind its article the "of" of a crowd can stand: "a young family of six".
const CROWD: usize = 4;

/// The counted objects behind a verb or "of" that ends at `from`, with what is coordinated with them.
pub(crate) fn objects(scene: &Scene<'_, '_, '_>, from: usize) -> Found {
    let page = scene.page;
    let mut position = from;
    while position < scene.tokens.end
        && (scene.adverb(position) || page.kind(position) == Some(TokenKind::Mark))
        && scene.group_at(position).is_none()
    {
        position += 1;
    }
    // "killed or wounded 40 villagers"
    if page.reads(position, "or") || page.reads(position, "and") {
        let second = scene
            .event_at(position + 1)
            .filter(|event| scene.group_at(event.tokens.end).is_some());
        if let Some(event) = second {
            position = event.tokens.end;
        }
    }
    let first = match scene.group_at(position) {
        Some(group) => group,
        None => match crowd(scene, position).or_else(|| after_uncounted(scene, position)) {
            Some(group) => group,
            None => return Vec::new(),
        },
    };
    if scene.groups[first].head == Head::Elided
        && predicated(scene, scene.groups[first].tokens.end, true)
    {
        return Vec::new();
    }
    let mut found = vec![(first, None)];
    if scene.plausible(first) {
        chain_right(scene, first, &mut found);
    }
    found
}

/// "killed a family of six"
fn crowd(scene: &Scene<'_, '_, '_>, from: usize) -> Option<usize> {
    let article = scene.page.is_indefinite_article(from);
    let of = (from + 1..from + CROWD).find(|&token| scene.page.reads(token, "of"))?;
    let group = scene.group_at(of + 1)?;
    (article && scene.is_crowd(&scene.groups[group])).then_some(group)
}

/// "killing the bomber and two policemen": the first object is not counted, the second is.
fn after_uncounted(scene: &Scene<'_, '_, '_>, from: usize) -> Option<usize> {
    let page = scene.page;
    for token in from..scene.tokens.end.min(from + 9) {
        if token > from {
            // A comma by itself begins something else.
            let connector =
                connector_at(scene, token).filter(|&end| page.word(end.wrapping_sub(1)) != ",");
            if let Some(end) = connector {
                if let Some(group) = scene.group_at(end) {
                    let people = scene.groups[group].is_people();
                    return (people && !predicated(scene, scene.groups[group].tokens.end, true))
                        .then_some(group);
                }
            }
        }
        let word = matches!(page.kind(token), Some(TokenKind::Word | TokenKind::Clitic));
        let nominal = word || matches!(page.word(token), "," | "(" | ")");
        let tag = scene.tag(token);
        if !nominal
            || scene.predicates(token)
            || tag.opens_clause()
            || tag == Tag::Preposition && !page.reads(token, "of")
        {
            return None;
        }
    }
    None
}

/// Goes right from an object over "and", "," and "as well as" to the groups that share its verb.
pub(super) fn chain_right(scene: &Scene<'_, '_, '_>, from: usize, found: &mut Found) {
    let mut current = from;
    loop {
        let end = scene.groups[current].tokens.end;
        let mut next = None;
        // Right behind it, or behind a phrase with a preposition: "three in Kano and two in Jos".
        let reach = if scene.tag(end) == Tag::Preposition {
            11
        } else {
            1
        };
        for token in end..scene.tokens.end.min(end + reach) {
            if let Some(after) = connector_at(scene, token) {
                if let Some(group) = scene.group_at(after) {
                    next = Some((group, token));
                }
                break;
            }
            if token > end && !joins(scene, end..token + 1) {
                break;
            }
        }
        let Some((group, connector)) = next else {
            return;
        };
        let far = connector > end;
        let candidate = &scene.groups[group];
        let people = candidate.is_people()
            || candidate.head == Head::Elided
                && scene.plausible(group)
                && (!far
                    || scene.page.reads(candidate.tokens.end, "in")
                    || scene.page.reads(candidate.tokens.end, "at"));
        let comma_only =
            scene.page.word(connector) == "," && connector + 1 == candidate.tokens.start;
        // "three firemen, a nurse and two guards" goes on, "a guard, a father of two" does not.
        let appositive = comma_only && candidate.article && !listed(scene, candidate);
        if !people
            || far && candidate.article
            || appositive
            || predicated(scene, candidate.tokens.end, false)
        {
            return;
        }
        found.push((group, None));
        current = group;
    }
}

/// "have been hurt along with 34 members of the militia": people who share the predicate behind it.
pub(crate) fn trailing(scene: &Scene<'_, '_, '_>, from: usize, found: &mut Found) {
    for token in from..scene.tokens.end.min(from + 10) {
        let tag = scene.tag(token);
        if (tag == Tag::Auxiliary || tag.is_verb() || matches!(tag, Tag::Conjunction | Tag::But))
            && scene
                .role_at(token, HedgeRoles::JOINT)
                .is_none_or(|end| end == token + 1)
        {
            return;
        }
        let joint = scene
            .role_at(token, HedgeRoles::JOINT)
            .filter(|&end| end > token + 1);
        if let Some(group) = joint.and_then(|end| scene.group_at(end)) {
            if scene.groups[group].is_people()
                && !predicated(scene, scene.groups[group].tokens.end, false)
            {
                found.push((group, None));
                chain_right(scene, group, found);
            }
            return;
        }
    }
}
