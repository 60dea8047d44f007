//! Subjects and objects of outcome words, with what is coordinated with them, and the parts of what was counted.

use crate::lexicon::Classes;
use crate::lexicon::entries::figures::{HedgeRoles, NumberKind};
use crate::mentions::victims::{Group, Head};
use crate::text::{Flags, TokenKind, TokenRange};

use super::frames::Finding;
use super::scene::Scene;

/// The first of two coordinated outcome words when the second starts at a token: "shot and killed", "dead or missing",
/// "abducted and later killed".
pub(crate) fn first_of_pair(scene: &Scene<'_, '_, '_>, second: usize) -> Option<usize> {
    let page = scene.page;
    let mut token = second;
    while token > scene.tokens.start && scene.adverb(token - 1) {
        token -= 1;
    }
    let before = token
        .checked_sub(1)
        .filter(|&before| before > scene.tokens.start)?;
    if !(page.reads(before, "and") || page.reads(before, "or")) {
        return None;
    }
    scene
        .events
        .iter()
        .find(|event| event.tokens.end == before)
        .map(|event| event.tokens.start)
}

/// Groups with the group that each is part of.
type Found = Vec<(usize, Option<usize>)>;

/// The counted subjects of the verb group that starts at `verb`: the nearest group that can be one, what is
/// coordinated with it to the left, and parts of it named in between. `strict` is for a participle without an
/// auxiliary: the group must stand right before it.
pub(crate) fn subjects(
    scene: &Scene<'_, '_, '_>,
    verbs: TokenRange,
    plural: Option<bool>,
    strict: bool,
) -> Found {
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
        if share || part_marker(scene, group).is_some() {
            if group.kind != NumberKind::Vague || !scene.page.reads(group.core.start, "many") {
                parts.push(index);
            }
            continue;
        }
        // "52 of the first 53 patients": the whole is not the subject.
        let inner = scene.groups.iter().any(|outer| {
            outer.core.start < group.core.start
                && outer.tokens.end >= group.tokens.end
                && !outer.is_one()
        });
        if inner {
            continue;
        }
        // "the condition of two men shot in the street": the participle is the men's own.
        let own = strict && gap.is_empty() || !gap.is_empty() && scene.relative(gap.start);
        if named(scene, group) {
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

/// What may stand between a group and a bare participle: nothing, "of them", a short phrase with a preposition.
fn close(scene: &Scene<'_, '_, '_>, gap: TokenRange) -> bool {
    let page = scene.page;
    let quiet = gap.clone().all(|token| {
        page.kind(token) == Some(TokenKind::Word) && scene.adverb(token)
            || page.kind(token) == Some(TokenKind::Mark)
            || matches!(page.word(token), "others")
    });
    quiet
        || gap.len() <= 6
            && page.is(gap.start, Classes::PREPOSITION)
            && !page.reads(gap.start, "after")
            && gap.clone().all(|token| {
                matches!(page.kind(token), Some(TokenKind::Word | TokenKind::Clitic))
                    && !page.is(
                        token,
                        Classes::AUXILIARY
                            .with(Classes::MODAL)
                            .with(Classes::OUTCOME)
                            .with(Classes::CONJUNCTION),
                    )
                    && (!page.is(token, Classes::VERB) || scene.nominal(token))
            })
}

/// The word of "including 16 policemen" when the group stands behind one.
fn part_marker(scene: &Scene<'_, '_, '_>, group: &Group<'_>) -> Option<usize> {
    let page = scene.page;
    let marker = scene.role_before(group.tokens.start, HedgeRoles::SUBSET);
    if marker.is_some() {
        return marker;
    }
    // The second part: "including a guard and two cooks".
    let mut token = group.tokens.start;
    let floor = token.saturating_sub(12).max(scene.tokens.start);
    let joined = token > floor && (page.reads(token - 1, "and") || page.word(token - 1) == ",");
    if !joined {
        return None;
    }
    token -= 1;
    while token > floor {
        if let Some(start) = scene.role_before(token, HedgeRoles::SUBSET) {
            return Some(start);
        }
        if page.is(token, Classes::AUXILIARY.with(Classes::OUTCOME)) {
            return None;
        }
        token -= 1;
    }
    None
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
    if !page.is(before, Classes::PREPOSITION)
        || page.is(before, Classes::SUBORDINATOR.with(Classes::CONJUNCTION))
    {
        return false;
    }
    // "a group of 20 people were killed"
    if page.reads(before, "of") {
        let crowd =
            before > scene.tokens.start && scene.role_at(before - 1, HedgeRoles::CROWD).is_some();
        return !crowd;
    }
    let opens = [
        "with",
        "among",
        "as",
        "after",
        "before",
        "than",
        "like",
        "despite",
        "following",
    ];
    if opens.into_iter().any(|word| page.reads(before, word)) {
        return false;
    }
    true
}

/// "One hostage, a judge, died": the second is the first once more.
fn apposition(scene: &Scene<'_, '_, '_>, group: &Group<'_>, gap: &TokenRange) -> bool {
    let page = scene.page;
    let before = group.tokens.start.wrapping_sub(1);
    if !group.article || group.tokens.start <= scene.tokens.start || page.word(before) != "," {
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
    let one = group.is_one();
    match plural {
        Some(false) => one || group.kind == NumberKind::Zero,
        Some(true) if one => {
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
    while let Some(start) = connector_before(scene, scene.groups[current].tokens.start) {
        let comma_only = page.word(start) == "," && start + 1 == scene.groups[current].tokens.start;
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
        if !scene.plausible(next) || governed(scene, group) {
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

/// Phrases that may stand between a member of a list and the "and" behind it: "three in Kano [and two in Jos] died".
fn joins(scene: &Scene<'_, '_, '_>, gap: TokenRange) -> bool {
    let page = scene.page;
    gap.len() <= 10
        && (page.is(gap.start, Classes::PREPOSITION) || matches!(page.word(gap.start), "("))
        && gap.clone().all(|token| {
            matches!(
                page.kind(token),
                Some(
                    TokenKind::Word
                        | TokenKind::Clitic
                        | TokenKind::Number
                        | TokenKind::Punctuation
                )
            ) && !page.is(
                token,
                Classes::AUXILIARY
                    .with(Classes::MODAL)
                    .with(Classes::OUTCOME)
                    .with(Classes::CONJUNCTION)
                    .with(Classes::RELATIVE),
            ) && (!page.is(token, Classes::VERB) || scene.nominal(token))
                && !matches!(page.word(token), "," | ";" | ":")
        })
}

/// The start of the connector that ends where a group begins: ", and", "and", ",", "as well as".
fn connector_before(scene: &Scene<'_, '_, '_>, end: usize) -> Option<usize> {
    let page = scene.page;
    let mut start = end
        .checked_sub(1)
        .filter(|&start| start >= scene.tokens.start)?;
    // "and the two", "and that 12 others": "that" repeats the clause.
    if page.is(start, Classes::THAT) && start > scene.tokens.start && page.reads(start - 1, "and") {
        start -= 1;
    }
    if let Some(role) = scene.role_before(start + 1, HedgeRoles::JOINT) {
        start = role;
        if start > scene.tokens.start && page.word(start - 1) == "," {
            start -= 1;
        }
        return Some(start);
    }
    (page.word(start) == ",").then_some(start)
}

/// Where the connector ends that starts at a token.
fn connector_at(scene: &Scene<'_, '_, '_>, start: usize) -> Option<usize> {
    if scene.page.word(start) == "," {
        return Some(
            scene
                .role_at(start + 1, HedgeRoles::JOINT)
                .unwrap_or(start + 1),
        );
    }
    scene.role_at(start, HedgeRoles::JOINT)
}

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
        None => match after_uncounted(scene, position) {
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

/// "killing the bomber and two policemen": the first object is not counted, the second is.
fn after_uncounted(scene: &Scene<'_, '_, '_>, from: usize) -> Option<usize> {
    let page = scene.page;
    for token in from..scene.tokens.end.min(from + 9) {
        if token > from {
            // A comma by itself begins something else.
            let connector = connector_at(scene, token).filter(|&end| page.word(end - 1) != ",");
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
        let closed = page.is(
            token,
            Classes::AUXILIARY
                .with(Classes::MODAL)
                .with(Classes::RELATIVE)
                .with(Classes::SUBORDINATOR)
                .with(Classes::OUTCOME),
        ) || page.is(token, Classes::PREPOSITION) && !page.reads(token, "of");
        if !nominal
            || closed && !page.is(token, Classes::CONJUNCTION)
            || page.is(token, Classes::VERB) && !scene.nominal(token)
        {
            return None;
        }
    }
    None
}

/// Whether a predicate of its own follows: "killed three and 20 [were injured]".
fn predicated(scene: &Scene<'_, '_, '_>, from: usize, finite_only: bool) -> bool {
    let page = scene.page;
    let mut token = from;
    while token < scene.tokens.end && scene.adverb(token) {
        token += 1;
    }
    page.is(token, Classes::AUXILIARY.with(Classes::MODAL))
        || !finite_only && scene.event_at(token).is_some() && !page.is(token, Classes::GERUND)
}

/// Goes right from an object over "and", "," and "as well as" to the groups that share its verb.
fn chain_right(scene: &Scene<'_, '_, '_>, from: usize, found: &mut Found) {
    let mut current = from;
    loop {
        let end = scene.groups[current].tokens.end;
        let mut next = None;
        // Right behind it, or behind a phrase with a preposition: "three in Kano and two in Jos".
        let reach = if scene.page.is(end, Classes::PREPOSITION) {
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
        let listed = connector_at(scene, candidate.tokens.end).and_then(|end| scene.group_at(end));
        let appositive = comma_only && candidate.article && listed.is_none();
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
    let page = scene.page;
    for token in from..scene.tokens.end.min(from + 10) {
        if page.is(
            token,
            Classes::AUXILIARY
                .with(Classes::CONJUNCTION)
                .with(Classes::VERB),
        ) && !scene.nominal(token)
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

/// Parts of what was found: "…, including four Norwegians and two Danes", "three of them children", "two of whom died".
pub(crate) fn subsets(scene: &Scene<'_, '_, '_>, found: &mut Vec<Finding>) {
    let page = scene.page;
    let mut index = 0;
    while index < scene.groups.len() {
        let group = &scene.groups[index];
        index += 1;
        let pronoun = group.partitive
            && (page.reads(group.tokens.end.wrapping_sub(1), "them")
                || page.reads(group.tokens.end.wrapping_sub(1), "whom"));
        let marked = part_marker(scene, group).is_some();
        // "many of them militants" is no number.
        let share = group.kind == NumberKind::Vague && page.reads(group.core.start, "many");
        if !(pronoun || marked) || share {
            continue;
        }
        let number = index - 1;
        let whole = found
            .iter()
            .filter(|finding| {
                let other = &scene.groups[finding.group];
                finding.group != number
                    && finding.part_of.is_none()
                    && other.core.end <= group.core.start
                    && (other.count.low > group.count.low
                        || other.count.high.is_none()
                        || other.count.high > group.count.high)
            })
            .max_by_key(|finding| scene.groups[finding.group].core.start)
            .cloned();
        let Some(whole) = whole else {
            continue;
        };
        if let Some(own) = found.iter_mut().find(|finding| finding.group == number) {
            own.part_of = own.part_of.or(Some(whole.group));
            continue;
        }
        let admitted = group.is_people() || pronoun && !predicated(scene, group.tokens.end, true);
        if !admitted
            || whole.event.start > group.core.start
                && scene.groups[whole.group].core.start > group.core.start
        {
            continue;
        }
        found.push(Finding {
            group: number,
            rule: "casualty.subset",
            part_of: Some(whole.group),
            rank: 20,
            ..whole
        });
    }
}
