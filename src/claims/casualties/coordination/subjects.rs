//! The counted subjects of a verb group.

use crate::entities::victims::Group;
use crate::lexicon::Classes;
use crate::lexicon::entries::figures::{HedgeRoles, NumberKind};
use crate::measures::numbers::plays;
use crate::syntax::Tag;
use crate::text::{Flags, TokenKind, TokenRange};

use super::super::scene::Scene;
use super::joints::{Found, connector_before, joins, part_marker};

/// How far behind a participle the verb of its noun can stand: "climbers missing since Saturday *have* been found".
const REDUCED: usize = 8;
/// "…, including four nurses and the two sons of a baker, …": parts take so many tokens, their commas with them.
const LONGEST_PARTS: usize = 14;

/// The counted subjects of the verb group that starts at `verb`: the nearest group that can be one, what is
/// coordinated with it to the left, and parts of it named in between. `strict` is for a participle without an
/// auxiliary: the group must stand right before it.
pub(crate) fn subjects(
    scene: &Scene<'_, '_, '_>,
    verbs: TokenRange,
    plural: Option<bool>,
    strict: bool,
) -> Found {
    // "before he was shot": the subject is somebody named earlier.
    let page = scene.page;
    let pronoun = verbs.start > scene.tokens.start
        && ["he", "she", "they", "it", "I", "we", "you"]
            .into_iter()
            .any(|word| page.reads(verbs.start - 1, word));
    if pronoun {
        return Vec::new();
    }
    let mut parts: Vec<usize> = Vec::new();
    for index in (0..scene.groups.len()).rev() {
        let group = &scene.groups[index];
        if group.tokens.end > verbs.end {
            continue;
        }
        // "dozens more were hurt": an adverb can belong to the group and to the verb.
        let gap = group.tokens.end..verbs.start.max(group.tokens.end);
        let fits = if strict {
            close(scene, gap.clone())
        } else {
            scene.transparent(gap.clone())
        };
        if !fits {
            if blocks(scene, gap) {
                break;
            }
            continue;
        }
        if !scene.plausible(index) {
            continue;
        }
        // "…, many of them militants, have died": a part.
        let share = group.partitive && !gap.is_empty() && pronoun_part(scene, group);
        // "The bus carried 30 people, 12 of whom died", "of whom 12 died": the others may live.
        let whom = page.reads(group.tokens.end - 1, "whom")
            || group.tokens.start > scene.tokens.start
                && page.reads(group.tokens.start - 1, "whom");
        if gap.is_empty() && whom {
            return vec![(index, None)];
        }
        if share || part_marker(scene, group).is_some() {
            if group.kind != NumberKind::Vague || !scene.page.reads(group.core.start, "many") {
                parts.push(index);
            }
            continue;
        }
        // "the condition of two men shot in the street": the participle is the men's own.
        let own = strict && gap.is_empty() || !gap.is_empty() && scene.relative(gap.start);
        if scene.is_whole(index) && !(own && reduced(scene, verbs.end, &gap)) {
            continue;
        }
        // "None of the men who were hurt has died": the men were.
        if group.kind == NumberKind::Zero && !gap.is_empty() && scene.relative(gap.end - 1) {
            continue;
        }
        if named(scene, group) || listed_of(scene, index, verbs.start) {
            continue;
        }
        if !own && governed(scene, group) || apposition(scene, group, &gap) {
            continue;
        }
        if !agrees(scene, group, plural) {
            continue;
        }
        let mut found: Found = vec![(index, None)];
        chain_left(scene, index, &mut found);
        // "20 others, including a guard and two cooks, were hurt"
        found.extend(parts.into_iter().map(|part| (part, Some(index))));
        return found;
    }
    // "Officials, including two ministers, were killed": parts of something uncounted.
    parts.into_iter().map(|part| (part, None)).collect()
}

/// Whether a verb describes the whole and the part has one of its own: "two of the three [men arrested] were freed",
/// "none of the men [who] were hurt has died"; not "with two of the three men dying".
fn reduced(scene: &Scene<'_, '_, '_>, verb: usize, gap: &TokenRange) -> bool {
    let mut clause = (verb + 1..scene.tokens.end.min(verb + REDUCED))
        .take_while(|&token| !matches!(scene.tag(token), Tag::Comma | Tag::Conjunction));
    !gap.is_empty() || clause.any(|token| scene.tag(token).is_auxiliary())
}

/// "of them", "of whom" behind a comma.
fn pronoun_part(scene: &Scene<'_, '_, '_>, group: &Group<'_>) -> bool {
    let page = scene.page;
    let last = group.tokens.end.wrapping_sub(1);
    group.tokens.start > scene.tokens.start
        && page.word(group.tokens.start - 1) == ","
        && (page.reads(last, "them") || page.reads(last, "whom"))
}

/// A hard edge: nothing left of it can be the subject.
fn blocks(scene: &Scene<'_, '_, '_>, gap: TokenRange) -> bool {
    gap.len() > 40 || gap.clone().any(|token| scene.page.word(token) == ";")
}

/// What may stand between a group and a bare participle: nothing, "of them", a short phrase with a preposition, parts of the group.
fn close(scene: &Scene<'_, '_, '_>, gap: TokenRange) -> bool {
    let page = scene.page;
    if parts_between(scene, &gap) {
        return true;
    }
    let quiet = gap.clone().all(|token| {
        page.kind(token) == Some(TokenKind::Word) && scene.adverb(token)
            || page.kind(token) == Some(TokenKind::Mark)
            || matches!(page.word(token), "others")
    });
    quiet
        || gap.len() <= 6
            && scene.tag(gap.start) == Tag::Preposition
            && !page.reads(gap.start, "after")
            && gap.clone().all(|token| {
                matches!(page.kind(token), Some(TokenKind::Word | TokenKind::Clitic))
                    && !scene.predicates(token)
                    && !matches!(scene.tag(token), Tag::Conjunction | Tag::But)
            })
}

/// "left 30 others, including six children, injured"
fn parts_between(scene: &Scene<'_, '_, '_>, gap: &TokenRange) -> bool {
    let page = scene.page;
    let enclosed = page.word(gap.start) == "," && page.word(gap.end.wrapping_sub(1)) == ",";
    enclosed
        && (3..=LONGEST_PARTS).contains(&gap.len())
        && plays(page, gap.start + 1, HedgeRoles::SUBSET)
        && !gap
            .clone()
            .any(|token| scene.tag(token).is_verb() || scene.predicates(token))
}

/// Whether the group depends on a preposition and so is no subject: "in two villages", "attacks on 20 soldiers".
fn governed(scene: &Scene<'_, '_, '_>, group: &Group<'_>) -> bool {
    let page = scene.page;
    let Some(before) = group
        .tokens
        .start
        .checked_sub(1)
        .filter(|&before| before >= scene.tokens.start)
    else {
        return false;
    };
    // "half of the 20 people were killed", but "a group of 20 people were killed", "all of the 20 people"
    if page.reads(before, "of") {
        let all = before > scene.tokens.start && page.reads(before - 1, "all");
        return !all && !scene.is_crowd(group);
    }
    if scene.tag(before) != Tag::Preposition || page.is(before, Classes::SUCCESSION) {
        return false;
    }
    !plays(page, before, HedgeRoles::OPENING)
}

/// "One hostage, a judge, died": the second is the first once more.
fn apposition(scene: &Scene<'_, '_, '_>, group: &Group<'_>, gap: &TokenRange) -> bool {
    let page = scene.page;
    let before = group.tokens.start.wrapping_sub(1);
    if group.tokens.start <= scene.tokens.start {
        return false;
    }
    // "Two men, both sailors, died"
    if page.reads(group.core.start, "both") {
        return page.word(before) == "," && page.word(gap.start) == "," && !gap.is_empty();
    }
    if !group.article {
        return false;
    }
    // "Four passengers — a group of cousins — were killed"
    if page.kind(before) == Some(TokenKind::Dash) && page.kind(gap.start) == Some(TokenKind::Dash) {
        return true;
    }
    if page.word(before) != "," {
        return false;
    }
    let name = |token: usize| {
        page.has(token, Flags::CAPITALISED)
            && !page.is(
                token,
                Classes::PLACE
                    .with(Classes::TIME)
                    .with(Classes::PREPOSITION)
                    .with(Classes::DETERMINER),
            )
    };
    // "Omar Haddad, 19, a student of law, was detained"
    let aged = before >= scene.tokens.start + 2
        && page.kind(before - 1) == Some(TokenKind::Number)
        && page.word(before - 2) == ",";
    if aged {
        return true;
    }
    let named = before >= scene.tokens.start + 2 && name(before - 1) && name(before - 2);
    // The second comma is often left out behind a name: "Omar Haddad, a deputy was kidnapped".
    page.word(gap.start) == "," && !gap.is_empty() || named
}

/// "Three people in the car, the driver and [two girls], were killed": what two commas enclose are the people before.
fn listed_of(scene: &Scene<'_, '_, '_>, index: usize, verb: usize) -> bool {
    let page = scene.page;
    let group = &scene.groups[index];
    if group.tokens.end + 1 != verb || page.word(group.tokens.end) != "," {
        return false;
    }
    let opening = (scene.tokens.start..group.tokens.start)
        .rev()
        .take_while(|&token| !scene.predicates(token) && !scene.tag(token).opens_clause())
        .find(|&token| page.word(token) == ",");
    opening.is_some_and(|comma| {
        let whole = scene.groups[..index]
            .iter()
            .rposition(|whole| whole.tokens.end <= comma);
        whole.is_some_and(|whole| {
            let people = &scene.groups[whole];
            people.count.low > group.count.low
                && scene.plausible(whole)
                && !governed(scene, people)
                && (people.tokens.end == comma || joins(scene, people.tokens.end..comma))
        })
    })
}

/// "a teacher's aide, Joan Miles, was shot": somebody with a name is no count.
fn named(scene: &Scene<'_, '_, '_>, group: &Group<'_>) -> bool {
    let page = scene.page;
    let end = group.tokens.end;
    let name = |token: usize| {
        page.has(token, Flags::CAPITALISED) && page.kind(token) == Some(TokenKind::Word)
    };
    let comma = usize::from(page.word(end) == ",");
    group.article
        && name(end + comma)
        && name(end + comma + 1)
        && !page.is(
            end + comma,
            Classes::PLACE
                .with(Classes::TIME)
                .with(Classes::PREPOSITION)
                .with(Classes::CONJUNCTION),
        )
        && (comma == 0 || page.is(end + 1, Classes::FIRST_NAME.with(Classes::TITLE)))
}

fn agrees(scene: &Scene<'_, '_, '_>, group: &Group<'_>, plural: Option<bool>) -> bool {
    // "at least one woman was killed"
    let one = group.count.low == 1 && group.kind == NumberKind::Cardinal;
    match plural {
        Some(false) => one || group.kind == NumberKind::Zero || scene.is_crowd(group),
        Some(true) if group.is_one() => {
            let page = scene.page;
            let before = group.tokens.start.wrapping_sub(1);
            // "two officers and a civilian were hurt"
            group.tokens.start > scene.tokens.start
                && (page.is(before, Classes::CONJUNCTION)
                    || page.word(before) == ","
                    || scene
                        .role_before(group.tokens.start, HedgeRoles::JOINT)
                        .is_some())
                || group.partitive
        }
        _ => true,
    }
}

/// Goes left from a subject over "and", "," and "as well as" to the groups that share its predicate.
fn chain_left(scene: &Scene<'_, '_, '_>, from: usize, found: &mut Found) {
    let page = scene.page;
    let mut current = from;
    let mut joined = false;
    loop {
        // "two guards and a family of four"
        let first = scene.crowd_start(&scene.groups[current]);
        let Some(start) = connector_before(scene, first) else {
            break;
        };
        let comma_only = page.word(start) == "," && start + 1 == first;
        let next = (0..current)
            .rev()
            .find(|&index| scene.groups[index].tokens.end <= start);
        let Some(next) = next else {
            break;
        };
        let group = &scene.groups[next];
        let gap = group.tokens.end..start;
        let plain = gap.is_empty() || joins(scene, gap.clone());
        if !plain || comma_only && !joined && !(gap.is_empty() && group.is_people()) {
            break;
        }
        // "Six were killed, including two nurses, and nine were hurt": the parts belong to what stands before them.
        if !scene.plausible(next) || governed(scene, group) || part_marker(scene, group).is_some() {
            break;
        }
        if comma_only && apposed_to_name(scene, group) {
            break;
        }
        joined |= !comma_only;
        found.push((next, None));
        current = next;
    }
}

fn apposed_to_name(scene: &Scene<'_, '_, '_>, group: &Group<'_>) -> bool {
    group.article
        && group.tokens.start > scene.tokens.start
        && scene.page.word(group.tokens.start - 1) == ","
}
