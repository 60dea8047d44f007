//! Frames of nouns: "the deaths of ten", "losses in the hundreds", "the toll rose to 31", "303 cases of cholera".

use super::super::coordination;
use super::super::finding::{Finding, Rule};
use super::super::verbs;
use super::frame::Frame;
use crate::entities::victims::{Group, Head};
use crate::extraction::Outcome;
use crate::lexicon::entries::figures::{HedgeRoles, NumberKind, OutcomeCondition, OutcomePart};

/// "the deaths of 10 passengers", "the loss of 30", "capture of a smuggler"
pub(super) fn nominal(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    let page = frame.scene.page;
    let end = frame.event.tokens.end;
    // "the murder of a teacher", not "the release of a teacher"
    let noun = frame.reading.part == OutcomePart::Noun;
    if !noun && (frame.is_verb() || frame.reading.outcome == Outcome::Other) {
        return false;
    }
    let inside = page.reads(end.wrapping_sub(1), "of");
    if !inside && !page.reads(end, "of") {
        return false;
    }
    // "claimed the lives of 12", not "on the lives of 12"
    if frame.reading.condition == OutcomeCondition::Lives {
        let start = frame.event.tokens.start;
        let article = start - usize::from(start > 0 && page.reads(start - 1, "the"));
        if frame
            .scene
            .role_before(article, HedgeRoles::TAKING)
            .is_none()
        {
            return false;
        }
    }
    let from = if inside { end } else { end + 1 };
    let mut groups = coordination::objects(frame.scene, from);
    if groups.is_empty() {
        // "murder earlier this month of a teacher"
        groups.extend(
            (from..from + 5)
                .find_map(|token| {
                    (page.reads(token, "of")).then(|| coordination::objects(frame.scene, token + 1))
                })
                .unwrap_or_default(),
        );
    }
    let first = found.len();
    frame.push_all(groups, Rule::Nominal, found);
    // "the bodies of two climbers missing since Monday": they are dead.
    if frame.reading.condition == OutcomeCondition::Found {
        found[first..]
            .iter_mut()
            .for_each(|finding| finding.rank = 0);
    }
    found.len() > first
}

/// "put the dead at 64 and [the injured at 120]"
pub(super) fn put_at(frame: &Frame<'_, '_, '_, '_>) -> Option<usize> {
    let scene = frame.scene;
    let page = scene.page;
    let (start, end) = (frame.event.tokens.start, frame.event.tokens.end);
    if start == scene.tokens.start || !page.reads(start - 1, "the") || !page.reads(end, "at") {
        return None;
    }
    let group = scene.group_at(end + 1)?;
    (scene.groups[group].head == Head::Elided && scene.plausible(group)).then_some(group)
}

/// "put enemy losses in the hundreds", "casualties ran into the thousands"
pub(super) fn in_the(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    let scene = frame.scene;
    let page = scene.page;
    let end = frame.event.tokens.end;
    let group = scene.groups.iter().position(|group| {
        group.kind == NumberKind::Vague
            && group.head == Head::Elided
            && group.core.start > end
            && group.core.start <= end + 6
            && page.reads(group.core.start - 1, "the")
            && (page.reads(group.core.start.wrapping_sub(2), "in")
                || page.reads(group.core.start.wrapping_sub(2), "into"))
    });
    if let Some(group) = group {
        frame.push(group, Rule::InTheHundreds, None, found);
    }
    group.is_some()
}

/// "303 cases of drug-resistant tuberculosis"
pub(super) fn cases(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    let scene = frame.scene;
    let page = scene.page;
    let event = frame.event.tokens.start;
    let floor = event.saturating_sub(6).max(scene.tokens.start);
    // "Six villagers caught cholera"
    let verb = scene.role_before(event, HedgeRoles::BEARING);
    if let Some(verb) = verb.filter(|&verb| scene.tag(verb).is_verb()) {
        let verbs = verbs::group(scene, verb);
        if verbs.negated || verbs.hypothetical || verbs.infinitive && !verbs.linked {
            return false;
        }
        let people = coordination::subjects(scene, verbs.start..verb, verbs.plural, false);
        return frame.push_all(people, Rule::Cases, found);
    }
    // "1,050 new cholera cases"
    if let Some(group) = counted_cases(frame) {
        frame.push(group, Rule::Cases, None, found);
        return true;
    }
    let Some(of) = (floor..event).rev().find(|&token| page.reads(token, "of")) else {
        return false;
    };
    if of == floor || !page.reads(of - 1, "cases") {
        return false;
    }
    let group = scene.groups.iter().position(|group| {
        group.core.end < of && group.core.end + 4 > of && group.tokens.end <= of + 1
    });
    if let Some(group) = group {
        frame.push(group, Rule::Cases, None, found);
    }
    group.is_some()
}

/// "1,050 new [cholera] infections"
fn counted_cases(frame: &Frame<'_, '_, '_, '_>) -> Option<usize> {
    const MODIFIERS: usize = 3;
    let (scene, page) = (frame.scene, frame.scene.page);
    let (start, end) = (frame.event.tokens.start, frame.event.tokens.end);
    let cases = ["cases", "infections"];
    let behind = cases.into_iter().any(|noun| page.reads(end, noun));
    let counts = |group: &Group<'_>| {
        let modifiers = group.number.end..start.max(group.number.end);
        !group.article
            && group.number.end <= start
            && modifiers.len() <= MODIFIERS
            && modifiers
                .into_iter()
                .all(|token| scene.tag(token).is_nominal())
    };
    scene.groups.iter().position(counts).filter(|_| behind)
}

/// "the number of American fatalities": what follows works as behind a toll.
pub(super) fn numbered(frame: &Frame<'_, '_, '_, '_>) -> bool {
    number_word(frame).is_some()
}

fn number_word(frame: &Frame<'_, '_, '_, '_>) -> Option<usize> {
    let scene = frame.scene;
    let event = frame.event.tokens.start;
    let floor = event.saturating_sub(5).max(scene.tokens.start);
    (floor..event).find(|&token| {
        scene.page.reads(token, "number")
            && scene.page.reads(token + 1, "of")
            && token > scene.tokens.start
            && !scene.groups.iter().any(|group| group.core.contains(&token))
    })
}

/// "the death toll from the quake rose to 169", "put the toll at 31", "a death toll of nine"
pub(super) fn toll(frame: &Frame<'_, '_, '_, '_>, found: &mut Vec<Finding>) -> bool {
    if let Some(group) = put_at(frame) {
        frame.push(group, Rule::Toll, None, found);
        return true;
    }
    let scene = frame.scene;
    let page = scene.page;
    // "brings to 12 the number of people killed"
    let noun = number_word(frame).unwrap_or(frame.event.tokens.start);
    let article = noun.wrapping_sub(1);
    let before = scene.groups.iter().position(|group| {
        group.tokens.end == article
            && page.reads(article, "the")
            && page.reads(group.number.start.wrapping_sub(1), "to")
            && group.head == Head::Elided
    });
    if let Some(group) = before.filter(|&group| scene.plausible(group)) {
        frame.push(group, Rule::Toll, None, found);
        return true;
    }
    let from = frame.event.tokens.end;
    let mut last: Option<usize> = None;
    for (index, group) in scene.groups.iter().enumerate() {
        if group.core.start < from || group.core.start > from + 45 || group.article {
            continue;
        }
        if (from..group.core.start).any(|token| page.word(token) == ";") {
            break;
        }
        let levelled = scene
            .role_before(group.number.start, HedgeRoles::LEVEL)
            .is_some()
            || matches!(page.word(group.number.start.wrapping_sub(1)), ":" | "-");
        let fits = match group.head {
            Head::Elided => scene.plausible(index),
            Head::Person | Head::Likely | Head::Outcome => true,
            Head::Thing => false,
        };
        // "in its 2,944 days" and other numbers on the way are no level.
        let quiet = last.is_none_or(|last| {
            let gap = scene.groups[last].tokens.end..group.tokens.start;
            gap.len() <= 3
        });
        let own = scene
            .events
            .iter()
            .any(|event| event.tokens.start == group.tokens.end);
        if levelled && fits && quiet && !own {
            frame.push(index, Rule::Toll, None, found);
            last = Some(index);
        }
    }
    last.is_some()
}
