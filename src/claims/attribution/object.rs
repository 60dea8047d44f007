//! What the object tells of its verb: "attacked the plan" are words, "attacked the port" is a deed.

use crate::extraction::ClaimKind;
use crate::lexicon::entries::people::RoleKind;
use crate::lexicon::entries::speech::{Frames, ObjectClass};
use crate::lexicon::{Classes, Meaning};
use crate::mentions::cues::Cue;
use crate::mentions::parts::{Grammar, Part};
use crate::text::TokenRange;

use super::opening::clause_follows;
use super::subject::{head_of, is_named};

/// How many tokens of a noun phrase are read for its head.
const LONGEST: usize = 16;

/// What the head of a noun phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Of the dictionary of objects.
    Noun(ObjectClass),
    /// "the mayor", "Ana Ruiz", "him"
    Person,
    /// "the ministry", "the report"
    Body,
    /// "Norway"
    State,
    /// In none of the dictionaries: "the pretence".
    Abstract,
}

/// Whether the verb speaks with this object: one whose frame names no class does with any.
pub(super) fn speaks(
    g: &Grammar<'_, '_, '_>,
    cue: &Cue<'_>,
    source: Option<&TokenRange>,
    object: &TokenRange,
) -> bool {
    // "Rebels attacked the port for its grain": who has weapons uses them.
    let hostile = g.page.is(cue.head, Classes::HOSTILE);
    let armed = hostile && source.is_some_and(|source| is_armed(g, source));
    // `slammed "the wall of lies"`, "dismissed the singer as a fool", "attacked the judge for the delay"
    if !cue.takes(Frames::CHOOSY) || !armed && is_commented(g, cue, object) {
        return true;
    }
    if let Some(source) = source {
        let data = cue.word.kind == ClaimKind::Attitude
            && g.page.is(
                head_of(g, source),
                Classes::DOCUMENT.with(Classes::CUE_NOUN),
            );
        // "The data supported the theory", "Hurricane winds slammed the coast"
        if data || is_mute(g, source) {
            return false;
        }
    }
    let Some(head) = head(g, object) else {
        return g.part(object.start) == Part::Relative
            || !cue.takes(Frames::SAID.with(Frames::PLAN));
    };
    // "The river denied them passage"
    if g.part(object.start) == Part::Object
        && !g.reads(object.start, "her")
        && g.part(object.start + 1).opens_phrase()
    {
        return false;
    }
    // "denied reporters access"
    let people = Classes::ROLE.with(Classes::VICTIM);
    if cue.takes(Frames::MATTER)
        && g.page.is(object.start, people)
        && g.part(object.start + 1) == Part::Noun
        && object.start + 1 < object.end
    {
        return false;
    }
    // "recalled a nurse asking"
    if cue.takes(Frames::GERUND) && g.part(head + 1) == Part::Gerund {
        return true;
    }
    let class = class_of(g, head);
    let somebody = class == Class::Person && g.part(head) == Part::Noun;
    if hostile {
        // "Norway attacked the report as biased", but "attacked the base"; "A man attacked the judge" is a blow.
        let words = is_said(class) || class == Class::Noun(ObjectClass::Plan);
        let rival = is_rival(g, head) && source.is_some_and(|source| is_somebody(g, source));
        if somebody && !rival || armed && !words {
            return false;
        }
    }
    let touched = matches!(class, Class::Noun(ObjectClass::Thing | ObjectClass::Place));
    if cue.takes(Frames::SAID) {
        is_said(class)
    } else if cue.takes(Frames::PLAN) {
        is_said(class) || class == Class::Noun(ObjectClass::Plan)
    } else if cue.takes(Frames::MATTER) {
        !touched && !matches!(class, Class::Person | Class::State)
    } else {
        // "The court cited two drivers"
        let counted =
            g.part(object.start) == Part::Number || g.page.is(object.start, Classes::NUMBER);
        !(touched || somebody && counted)
    }
}

fn is_said(class: Class) -> bool {
    class == Class::Noun(ObjectClass::Said)
}

/// Whether quotation marks, "as" or a reason tell what is thought of the object.
fn is_commented(g: &Grammar<'_, '_, '_>, cue: &Cue<'_>, object: &TokenRange) -> bool {
    let mut near = object.clone().take(LONGEST);
    near.any(|token| match g.part(token) {
        Part::Open => true,
        Part::Preposition => {
            cue.takes(Frames::AS)
                && g.reads(token, "as")
                && !clause_follows(g, token + 1, object.end)
                || matches!(g.page.word(token), "for" | "over")
                    // "denied bail for stealing", "cited nine drivers for speeding": no comment.
                    && !matches!(cue.word.kind, ClaimKind::Denial | ClaimKind::Statement)
                    && !g.is_time(token + 1)
                    && (g.part(token + 1) == Part::Gerund || cue.takes(Frames::FOR))
        }
        Part::Gerund => token == object.start,
        _ => false,
    })
}

/// The head of the noun phrase that opens at the start: "ideas" of "two of the old ideas for the port".
fn head(g: &Grammar<'_, '_, '_>, object: &TokenRange) -> Option<usize> {
    let mut head = None;
    let end = object.end.min(object.start + LONGEST);
    for token in object.start..end {
        let part = g.part(token);
        let of = part == Part::Preposition && g.reads(token, "of");
        match part {
            // "some of the", "dozens of"
            _ if of
                && head.is_none_or(|head| {
                    g.page.is(head, Classes::NUMBER.with(Classes::QUANTIFIER))
                }) => {}
            Part::Pronoun | Part::Object => return Some(token),
            Part::Clitic => head = None,
            // "Oslo's plan for Monday": a time is no head.
            Part::Noun | Part::Name if g.is_time(token) && head.is_some() => {}
            Part::Noun | Part::Name => head = Some(token),
            Part::Determiner | Part::Possessive if head.is_some() && !g.reads(token - 1, "of") => {
                break;
            }
            Part::Determiner
            | Part::Possessive
            | Part::Quantifier
            | Part::Number
            | Part::Adverb
            | Part::Negation => {}
            Part::Gerund | Part::Participle | Part::Past if head.is_none() => {}
            _ => break,
        }
    }
    head
}

fn class_of(g: &Grammar<'_, '_, '_>, head: usize) -> Class {
    if matches!(g.part(head), Part::Pronoun | Part::Object) {
        let thing = g.reads(head, "it") || g.reads(head, "this") || g.reads(head, "that");
        return if thing {
            Class::Abstract
        } else {
            Class::Person
        };
    }
    let listed = listed(g, head).map(Class::Noun);
    let is = |classes| g.page.is(head, classes);
    if g.part(head) == Part::Name {
        return if is(Classes::PLACE.with(Classes::CAPITAL)) {
            Class::State
        } else if is(Classes::ORGANIZATION.with(Classes::MEDIA)) {
            Class::Body
        } else {
            listed.unwrap_or(Class::Person)
        };
    }
    if let Some(class) = listed {
        return class;
    }
    if is(Classes::SHELL.with(Classes::CUE_NOUN)) {
        Class::Noun(ObjectClass::Said)
    } else if is(Classes::EQUIPMENT) {
        Class::Noun(ObjectClass::Thing)
    } else if is(Classes::ROLE.with(Classes::TITLE).with(Classes::VICTIM)) {
        Class::Person
    } else if is(Classes::ORGANIZATION
        .with(Classes::MEDIA)
        .with(Classes::DOCUMENT))
    {
        Class::Body
    } else if ["man", "men", "ist", "ists"]
        .iter()
        .any(|ending| g.page.word(head).ends_with(ending))
    {
        Class::Person
    } else {
        Class::Abstract
    }
}

fn listed(g: &Grammar<'_, '_, '_>, token: usize) -> Option<ObjectClass> {
    let mut entries = g.page.entries(token);
    entries.find_map(|(entry, _)| match entry.meaning {
        Meaning::Object(class) => Some(class),
        _ => None,
    })
}

/// "Hurricane winds", "a wolf", "the crash": nothing that could have its say.
pub(super) fn is_mute(g: &Grammar<'_, '_, '_>, source: &TokenRange) -> bool {
    let head = head_of(g, source);
    g.part(head) == Part::Noun
        && matches!(
            listed(g, head),
            Some(ObjectClass::Thing | ObjectClass::Event)
        )
        && !is_named(g, head)
}

/// "the president", "her rivals", "the critics": whom politicians attack in words.
fn is_rival(g: &Grammar<'_, '_, '_>, head: usize) -> bool {
    g.page.is(head, Classes::TITLE)
        || g.page.entries(head).any(|(entry, _)| match &entry.meaning {
            Meaning::Role(role) => matches!(
                role.kind,
                RoleKind::Politician | RoleKind::Leader | RoleKind::Opponent
            ),
            _ => false,
        })
}

/// "Ana Ruiz", "she": one who is known, and no "man with a knife".
fn is_somebody(g: &Grammar<'_, '_, '_>, source: &TokenRange) -> bool {
    matches!(
        g.part(head_of(g, source)),
        Part::Name | Part::Pronoun | Part::Relative | Part::That
    ) && !is_armed(g, source)
}

/// The noun before "who", "which" or "that" where that is the source.
pub(super) fn antecedent(g: &Grammar<'_, '_, '_>, source: &TokenRange) -> Option<usize> {
    let relative = matches!(g.part(source.start), Part::Relative | Part::That);
    let mut noun = source.start.checked_sub(1).filter(|_| relative)?;
    if g.part(noun) == Part::Comma {
        noun = noun.checked_sub(1)?;
    }
    g.part(noun).is_nominal().then_some(noun)
}

/// "Israel", "rebels", "fighter jets": a state or a side that fights.
fn is_armed(g: &Grammar<'_, '_, '_>, source: &TokenRange) -> bool {
    const ARMED: Classes = Classes::PLACE
        .with(Classes::DEMONYM)
        .with(Classes::VICTIM)
        .with(Classes::EQUIPMENT)
        .with(Classes::CAPITAL);
    let head = antecedent(g, source).unwrap_or_else(|| head_of(g, source));
    let named = g.part(head) == Part::Name;
    let side = if named {
        Classes::PLACE.with(Classes::DEMONYM)
    } else {
        ARMED
    };
    g.page.is(head, side) && !g.page.is(head, Classes::TITLE)
}

/// "The cook called a special session", "called the doctor to the house": sent for, or held; "called the deal a farce",
/// "called it unfair" say what the object is.
pub(super) fn is_summoned(g: &Grammar<'_, '_, '_>, object: &TokenRange) -> bool {
    let named = head(g, object);
    let second = object.clone().skip(1).any(|token| {
        g.part(token) == Part::Open
            || g.reads(token, "as")
            || matches!(g.part(token), Part::Determiner | Part::Possessive)
                && !matches!(
                    g.part(token - 1),
                    Part::Preposition
                        | Part::Conjunction
                        | Part::Quantifier
                        | Part::Determiner
                        | Part::Adverb
                )
    });
    let Some(head) = named.filter(|_| !second && g.part(object.start) != Part::Open) else {
        return false;
    };
    let indefinite = g.reads(object.start, "a") || g.reads(object.start, "an");
    let behind = head + 1 >= object.end
        || matches!(g.part(head + 1), Part::Preposition | Part::To)
        || g.is_time(head + 1);
    indefinite && behind
        || behind
            && matches!(
                class_of(g, head),
                Class::Person | Class::Noun(ObjectClass::Event | ObjectClass::Plan)
            )
            && head + 1 < object.end
}
