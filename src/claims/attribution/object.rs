//! What the object tells of its verb: "attacked the plan" are words, "attacked the port" is a deed.

use super::cues::Cue;
use crate::extraction::ClaimKind;
use crate::lexicon::entries::people::RoleKind;
use crate::lexicon::entries::speech::{Frames, ObjectClass};
use crate::lexicon::{Classes, Meaning, Table};
use crate::syntax::{Syntax, Tag};
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
    syntax: &Syntax<'_, '_, '_>,
    cue: &Cue<'_>,
    source: Option<&TokenRange>,
    object: &TokenRange,
) -> bool {
    // "Rebels attacked the port for its grain": who has weapons uses them.
    let hostile = syntax.page.is(cue.head, Classes::HOSTILE);
    let armed = hostile && source.is_some_and(|source| is_armed(syntax, source));
    // `slammed "the wall of lies"`, "dismissed the singer as a fool", "attacked the judge for the delay"
    if !cue.takes(Frames::CHOOSY) || !armed && is_commented(syntax, cue, object) {
        return true;
    }
    if let Some(source) = source {
        let data = cue.word.kind == ClaimKind::Attitude
            && syntax.page.is(
                head_of(syntax, source),
                Classes::DOCUMENT.with(Classes::CUE_NOUN),
            );
        // "The data supported the theory", "Hurricane winds slammed the coast"
        if data || is_mute(syntax, source) {
            return false;
        }
    }
    let Some(head) = head(syntax, object) else {
        return syntax.tag(object.start) == Tag::Relative
            || !cue.takes(Frames::SAID.with(Frames::PLAN));
    };
    // "The river denied them passage"
    if syntax.tag(object.start) == Tag::Object
        && !syntax.reads(object.start, "her")
        && syntax.tag(object.start + 1).opens_phrase()
    {
        return false;
    }
    // "denied reporters access"
    let people = Classes::ROLE.with(Classes::VICTIM);
    if cue.takes(Frames::MATTER)
        && syntax.page.is(object.start, people)
        && syntax.tag(object.start + 1) == Tag::Noun
        && object.start + 1 < object.end
    {
        return false;
    }
    // "recalled a nurse asking"
    if cue.takes(Frames::GERUND) && syntax.tag(head + 1) == Tag::Gerund {
        return true;
    }
    let class = class_of(syntax, head);
    let somebody = class == Class::Person && syntax.tag(head) == Tag::Noun;
    if hostile {
        // "Norway attacked the report as biased", but "attacked the base"; "A man attacked the judge" is a blow.
        let words = is_said(class) || class == Class::Noun(ObjectClass::Plan);
        let rival =
            is_rival(syntax, head) && source.is_some_and(|source| is_somebody(syntax, source));
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
        let counted = syntax.tag(object.start) == Tag::Number
            || syntax.page.is(object.start, Classes::NUMBER);
        !(touched || somebody && counted)
    }
}

fn is_said(class: Class) -> bool {
    class == Class::Noun(ObjectClass::Said)
}

/// Whether quotation marks, "as" or a reason tell what is thought of the object.
fn is_commented(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>, object: &TokenRange) -> bool {
    let mut near = object.clone().take(LONGEST);
    near.any(|token| match syntax.tag(token) {
        Tag::Open => true,
        Tag::Preposition => {
            cue.takes(Frames::AS)
                && syntax.reads(token, "as")
                && !clause_follows(syntax, token + 1, object.end)
                || matches!(syntax.page.word(token), "for" | "over")
                    // "denied bail for stealing", "cited nine drivers for speeding": no comment.
                    && !matches!(cue.word.kind, ClaimKind::Denial | ClaimKind::Statement)
                    && !syntax.is_time(token + 1)
                    && (syntax.tag(token + 1) == Tag::Gerund || cue.takes(Frames::FOR))
        }
        Tag::Gerund => token == object.start,
        _ => false,
    })
}

/// The head of the noun phrase that opens at the start: "ideas" of "two of the old ideas for the port".
fn head(syntax: &Syntax<'_, '_, '_>, object: &TokenRange) -> Option<usize> {
    let mut head = None;
    let end = object.end.min(object.start + LONGEST);
    for token in object.start..end {
        let part = syntax.tag(token);
        let of = part == Tag::Preposition && syntax.reads(token, "of");
        match part {
            // "some of the", "dozens of"
            _ if of
                && head.is_none_or(|head| {
                    syntax
                        .page
                        .is(head, Classes::NUMBER.with(Classes::QUANTIFIER))
                }) => {}
            Tag::Pronoun | Tag::Object => return Some(token),
            Tag::Clitic => head = None,
            // "Oslo's plan for Monday": a time is no head.
            Tag::Noun | Tag::Name if syntax.is_time(token) && head.is_some() => {}
            Tag::Noun | Tag::Name => head = Some(token),
            Tag::Determiner | Tag::Possessive
                if head.is_some() && !syntax.reads(token - 1, "of") =>
            {
                break;
            }
            Tag::Determiner
            | Tag::Possessive
            | Tag::Quantifier
            | Tag::Number
            | Tag::Adverb
            | Tag::Negation => {}
            Tag::Gerund | Tag::Participle | Tag::Past if head.is_none() => {}
            _ => break,
        }
    }
    head
}

fn class_of(syntax: &Syntax<'_, '_, '_>, head: usize) -> Class {
    if matches!(syntax.tag(head), Tag::Pronoun | Tag::Object) {
        let thing =
            syntax.reads(head, "it") || syntax.reads(head, "this") || syntax.reads(head, "that");
        return if thing {
            Class::Abstract
        } else {
            Class::Person
        };
    }
    let listed = listed(syntax, head).map(Class::Noun);
    let is = |classes| syntax.page.is(head, classes);
    if syntax.tag(head) == Tag::Name {
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
        .any(|ending| syntax.page.word(head).ends_with(ending))
    {
        Class::Person
    } else {
        Class::Abstract
    }
}

fn listed(syntax: &Syntax<'_, '_, '_>, token: usize) -> Option<ObjectClass> {
    let mut entries = syntax.page.entries_in(Table::Objects, token);
    entries.find_map(|(entry, _)| match entry.meaning {
        Meaning::Object(class) => Some(class),
        _ => None,
    })
}

/// "Hurricane winds", "a wolf", "the crash": nothing that could have its say.
pub(super) fn is_mute(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> bool {
    let head = head_of(syntax, source);
    syntax.tag(head) == Tag::Noun
        && matches!(
            listed(syntax, head),
            Some(ObjectClass::Thing | ObjectClass::Event)
        )
        && !is_named(syntax, head)
}

/// "the president", "her rivals", "the critics": whom politicians attack in words.
fn is_rival(syntax: &Syntax<'_, '_, '_>, head: usize) -> bool {
    syntax.page.is(head, Classes::TITLE)
        || syntax
            .page
            .entries(head)
            .any(|(entry, _)| match &entry.meaning {
                Meaning::Role(role) => matches!(
                    role.kind,
                    RoleKind::Politician | RoleKind::Leader | RoleKind::Opponent
                ),
                _ => false,
            })
}

/// "Ana Ruiz", "she": one who is known, and no "man with a knife".
fn is_somebody(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> bool {
    matches!(
        syntax.tag(head_of(syntax, source)),
        Tag::Name | Tag::Pronoun | Tag::Relative | Tag::That
    ) && !is_armed(syntax, source)
}

/// The noun before "who", "which" or "that" where that is the source.
pub(super) fn antecedent(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> Option<usize> {
    let relative = matches!(syntax.tag(source.start), Tag::Relative | Tag::That);
    let mut noun = source.start.checked_sub(1).filter(|_| relative)?;
    if syntax.tag(noun) == Tag::Comma {
        noun = noun.checked_sub(1)?;
    }
    syntax.tag(noun).is_nominal().then_some(noun)
}

/// "Israel", "rebels", "fighter jets": a state or a side that fights.
fn is_armed(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> bool {
    const ARMED: Classes = Classes::PLACE
        .with(Classes::DEMONYM)
        .with(Classes::VICTIM)
        .with(Classes::EQUIPMENT)
        .with(Classes::CAPITAL);
    let head = antecedent(syntax, source).unwrap_or_else(|| head_of(syntax, source));
    let named = syntax.tag(head) == Tag::Name;
    let side = if named {
        Classes::PLACE.with(Classes::DEMONYM)
    } else {
        ARMED
    };
    syntax.page.is(head, side) && !syntax.page.is(head, Classes::TITLE)
}

/// "The cook called a special session", "called the doctor to the house": sent for, or held; "called the deal a farce",
/// "called it unfair" say what the object is.
pub(super) fn is_summoned(syntax: &Syntax<'_, '_, '_>, object: &TokenRange) -> bool {
    let named = head(syntax, object);
    let second = object.clone().skip(1).any(|token| {
        syntax.tag(token) == Tag::Open
            || syntax.reads(token, "as")
            || matches!(syntax.tag(token), Tag::Determiner | Tag::Possessive)
                && !matches!(
                    syntax.tag(token - 1),
                    Tag::Preposition
                        | Tag::Conjunction
                        | Tag::Quantifier
                        | Tag::Determiner
                        | Tag::Adverb
                )
    });
    let Some(head) = named.filter(|_| !second && syntax.tag(object.start) != Tag::Open) else {
        return false;
    };
    let indefinite = syntax.page.is_indefinite_article(object.start);
    let behind = head + 1 >= object.end
        || matches!(syntax.tag(head + 1), Tag::Preposition | Tag::To)
        || syntax.is_time(head + 1);
    indefinite && behind
        || behind
            && matches!(
                class_of(syntax, head),
                Class::Person | Class::Noun(ObjectClass::Event | ObjectClass::Plan)
            )
            && head + 1 < object.end
}
