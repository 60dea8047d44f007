//! Subject, cue, content; and the same with the content in quotation marks before it.

use super::cues::{Cue, CueForm};
use crate::extraction::ClaimKind;
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::{Syntax, Tag, clauses};
use crate::text::TokenRange;

use super::opening::Opening;
use super::reader::{Reader, Reading, Scope};
use super::relative::relative_piece;
use super::rule_name::rule;
use super::rules::{Construction, Cues, Tier};
use super::subject::{can_speak, is_thing, subject};
use super::{content_end, content_start, gerund, object, restrictive};
use crate::extraction::Rule;

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[Construction {
    cues: Cues::Active,
    tier: Tier::General,
    read: forward,
    rules: &[
        Rule {
            name: "attribution.subject_cue_that",
            example: "The mayor said that the truce was dead.",
            counterexample: "The book that she read that year was long.",
        },
        Rule {
            name: "attribution.subject_cue_clause",
            example: "No one said the bridge was safe.",
            counterexample: "The flood claimed nine lives.",
        },
        Rule {
            name: "attribution.subject_cue_quotation",
            example: "The mayor said: \"The bridge is safe.\"",
            counterexample: "The sign on the door was \"closed for lunch\".",
        },
        Rule {
            name: "attribution.subject_cue_question",
            example: "Reporters asked whether the bridge was safe.",
            counterexample: "They met at the house where she was born.",
        },
        Rule {
            name: "attribution.subject_cue_infinitive",
            example: "The firm plans to build a dam.",
            counterexample: "The goat refused to move.",
        },
        Rule {
            name: "attribution.subject_cue_object",
            example: "The mayor attacked the plan.",
            counterexample: "The waves attacked the wall.",
        },
        Rule {
            name: "attribution.shared_subject",
            example: "They met the nurse, who opened the door and said she was tired.",
            counterexample: "He opened the door and added a chair.",
        },
        Rule {
            name: "attribution.shared_subject_object",
            example: "The union met on Monday and criticised the offer.",
            counterexample: "The union met on Monday and left.",
        },
        Rule {
            name: "attribution.participle",
            example: "The mayor left early, saying that the bridge was safe.",
            counterexample: "Promising young players, she left the stage.",
        },
        Rule {
            name: "attribution.participle_object",
            example: "The minister resigned, citing poor health.",
            counterexample: "The choir flew to a town facing the sea.",
        },
        Rule {
            name: "attribution.infinitive_cue",
            example: "The rules allowed him to say that he was ill.",
            counterexample: "She flew home to defend the plan.",
        },
    ],
}];

/// The content behind the cue.
pub(super) fn forward<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let subject = subject(reader, scope, cue)?;
    let syntax = reader.syntax;
    if is_name_giving(syntax, cue, subject.tokens.as_ref())
        || is_to_be_said(syntax, scope, cue)
        || is_let(syntax, scope, subject.tokens.as_ref())
    {
        return None;
    }
    let limit = content_limit(syntax, scope, cue, subject.tokens.as_ref())?;
    let start = content_start::behind(syntax, cue, limit)
        .or_else(|| finding(syntax, cue, subject.tokens.as_ref()?, limit))?;
    let purpose = cue.form == CueForm::Infinitive
        && subject.shared
        && !speaks_for_sure(syntax, scope, cue, start.opening);
    if purpose {
        return None;
    }
    if start.opening == Opening::Object {
        let speaks_itself =
            cue.takes(Frames::FOUND) && gerund::object_speaks(syntax, start.token, limit);
        if speaks_itself
            || is_possible(syntax, cue)
            || only_holds(syntax, cue, subject.tokens.as_ref())
        {
            return None;
        }
        if let Some(words) = words_to_hearer(syntax, start.token) {
            let end = content_end::find(syntax, words, Opening::Quotation, None, limit);
            let rule = "attribution.subject_cue_quotation";
            return Some(Reading::new(rule, cue, subject.tokens, &[words..end], end));
        }
    }
    if start.opening == Opening::Infinitive && !means_it(syntax, cue, subject.tokens.as_ref()) {
        return None;
    }
    let mut end = content_behind(syntax, &start, subject.tokens.as_ref(), limit);
    // "A man who admitted killing his wife *was jailed*"
    if (subject.tokens.as_ref())
        .is_some_and(|source| restrictive::restricts(syntax, scope, cue, source))
    {
        let gerund = syntax.tag(start.token) == Tag::Gerund;
        let opening = if gerund {
            Opening::Infinitive
        } else {
            start.opening
        };
        let main = content_end::main_verb(syntax, start.token, end, opening);
        end = main.unwrap_or(end);
    }
    let first = relative_piece(syntax, scope, cue, subject.tokens.as_ref(), start.opening);
    // "What the town calls a plan is a threat": the question has had its verb.
    let asked = start.opening == Opening::Object && syntax.tag(first.start) == Tag::Question;
    let verb = (start.token..end).find(|&token| asked && syntax.tag(token).carries_clause());
    let end = verb.unwrap_or(end);
    let content = start.token..end;
    let lacks = || first.is_empty() && lacks_predicate(syntax, cue, content.clone());
    let source = subject.tokens.as_ref();
    if start.opening == Opening::Object && lacks()
        || is_deed(syntax, cue, source, start.opening, &content)
    {
        return None;
    }
    // "denied deliberately hitting a school"
    let adverb = content.start - 1;
    let whole = syntax.tag(content.start) == Tag::Gerund
        && syntax.tag(adverb) == Tag::Adverb
        && adverb >= cue.tokens.end;
    let content = if whole { adverb..end } else { content };
    let rule = rule(cue, start.opening, subject.shared);
    let mut cue = cue.clone();
    cue.tokens.end = start.cue_end;
    Some(Reading::new(
        rule,
        &cue,
        subject.tokens,
        &[first, content],
        end,
    ))
}

/// What no content of the cue passes. "Promising that rents would fall, Ana Ruiz left": where the subject is behind it, the
/// content ends before the subject. None where the words follow in the subject's own clause.
fn content_limit(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
    source: Option<&TokenRange>,
) -> Option<usize> {
    let end = scope.range.end;
    if let Some(verb) = source.and_then(|source| restrictive::main_verb(syntax, scope, cue, source))
    {
        return Some(verb);
    }
    let limit = source
        .map(|source| source.start)
        .filter(|&start| start >= cue.tokens.end)
        .unwrap_or(end);
    (limit >= end || !is_occasion(syntax, cue, &(limit..end))).then_some(limit)
}

/// The end of the content: where a clause or phrase ends, and before the day of the verb.
fn content_behind(
    syntax: &Syntax<'_, '_, '_>,
    start: &content_start::Start,
    source: Option<&TokenRange>,
    limit: usize,
) -> usize {
    let end = content_end::find(syntax, start.token, start.opening, source, limit);
    match start.opening {
        Opening::Object => without_day(syntax, start.token, end),
        _ => end,
    }
}

/// `scolded him: "You broke the law."`: who is told, and then what. The quotation's first token.
fn words_to_hearer(syntax: &Syntax<'_, '_, '_>, hearer: usize) -> Option<usize> {
    let told = syntax.tag(hearer) == Tag::Object
        && syntax.tag(hearer + 1) == Tag::Colon
        && syntax.tag(hearer + 2) == Tag::Open;
    told.then_some(hearer + 2)
}

/// Whether the verb with its object, or with next to nothing behind it, does something and says nothing.
fn is_deed(
    syntax: &Syntax<'_, '_, '_>,
    cue: &Cue<'_>,
    source: Option<&TokenRange>,
    opening: Opening,
    content: &TokenRange,
) -> bool {
    let object = opening == Opening::Object;
    let short = object || opening == Opening::Bare && content.len() <= 2;
    let mute = || source.is_some_and(|source| !can_speak(syntax, source));
    let unsure = || cue.word.share < SURE || is_counted(syntax, content.start);
    // "communicated with each other until the phone was cut"
    let exchange = opening == Opening::Bare
        && syntax.tag(content.start) == Tag::Preposition
        && (syntax.page.phrase_classes(content.start + 1)).any(Classes::PRONOUN);
    // `He had shown "no remorse"`: only a document shows by its words.
    let shown = || {
        let documented = source.is_some_and(|source| {
            let head = super::subject::head_of(syntax, source);
            syntax.page.is(head, Classes::DOCUMENT)
        });
        cue.takes(Frames::FOUND) && !cue.takes(Frames::QUOTE) && !documented
    };
    exchange
        || opening == Opening::Quotation && shown()
        || object && (is_act(syntax, cue) || !object::speaks(syntax, cue, source, content))
        || cue.form == CueForm::Finite && short && unsure() && mute()
}

/// "It is time for the council to admit that", "enough for a jury to decide whether": what somebody has yet to say.
fn is_to_be_said(syntax: &Syntax<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> bool {
    let to = cue.tokens.clone().find(|&to| syntax.tag(to) == Tag::To);
    let Some(to) = to.filter(|_| cue.form == CueForm::Infinitive) else {
        return false;
    };
    let governor = (scope.floor..to)
        .rev()
        .find(|&token| !syntax.tag(token).is_nominal() && !syntax.tag(token).determines());
    governor.is_some_and(|governor| governor + 1 < to && syntax.reads(governor, "for"))
}

/// "Let police know that you are safe": who is told so has not spoken.
fn is_let(syntax: &Syntax<'_, '_, '_>, scope: &Scope, source: Option<&TokenRange>) -> bool {
    let before = source.and_then(|source| source.start.checked_sub(1));
    let before = before.filter(|&before| before >= scope.range.start);
    before.is_some_and(|before| ["let", "lets", "letting"].contains(&syntax.page.word(before)))
}

/// "Voters can thank the mayor for it": what somebody may do, and has not said.
fn is_possible(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>) -> bool {
    matches!(cue.word.kind, ClaimKind::Opinion | ClaimKind::Accusation)
        && cue.tokens.clone().any(|token| {
            syntax.tag(token) == Tag::Modal
                && matches!(syntax.page.word(token), "can" | "may" | "might")
        })
}

/// "a group supporting the plan", "voters that support it": what somebody is told by, and has not said.
fn only_holds(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>, source: Option<&TokenRange>) -> bool {
    let that = || source.is_some_and(|source| syntax.tag(source.start) == Tag::That);
    let before = cue.tokens.start.checked_sub(1);
    let describes =
        cue.form == CueForm::Gerund && before.is_some_and(|before| syntax.tag(before).is_nominal());
    cue.word.kind == ClaimKind::Attitude && (describes || that())
}

/// Whether it speaks with the infinitive: not "The floods threaten to cut the road", "The goat refused to move", "A row that
/// has threatened to split the party".
fn means_it(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>, source: Option<&TokenRange>) -> bool {
    let Some(source) = source else {
        return true;
    };
    let named = object::antecedent(syntax, source).map(|noun| noun..noun + 1);
    let mute = || object::is_mute(syntax, named.as_ref().unwrap_or(source));
    match cue.word.kind {
        ClaimKind::Warning => !is_thing(syntax, source) && !mute(),
        ClaimKind::Denial => !mute(),
        _ => true,
    }
}

/// "Responding to the figures, Ana Ruiz insisted that": on what occasion somebody speaks, whose words follow.
fn is_occasion(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>, main: &TokenRange) -> bool {
    cue.word.share < SURE
        && !cue.takes(Frames::CLAUSE)
        && clauses::starting_at(syntax, main.start, main.end)
            .is_some_and(|clause| syntax.page.is(clause.head(syntax), Classes::CUE_VERB))
}

/// "denied it Thursday": a bare weekday behind an object is the day of the verb.
fn without_day(syntax: &Syntax<'_, '_, '_>, start: usize, end: usize) -> usize {
    let day = end.saturating_sub(1);
    let bare = day > start
        && syntax.page.is(day, Classes::WEEKDAY)
        && (syntax.tag(day - 1).is_nominal()
            || matches!(syntax.tag(day - 1), Tag::Object | Tag::Pronoun))
        && !syntax.is_time(day - 1);
    if bare { day } else { end }
}

/// "nine lives"
fn is_counted(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    matches!(syntax.tag(token), Tag::Number | Tag::Quantifier)
        || syntax.page.is(token, Classes::NUMBER)
}

/// "The survey found a wide gap": what a document finds is said in it.
fn finding(
    syntax: &Syntax<'_, '_, '_>,
    cue: &Cue<'_>,
    source: &TokenRange,
    limit: usize,
) -> Option<content_start::Start> {
    let token = cue.tokens.end;
    let found = token < limit
        && cue.takes(Frames::FOUND)
        && (syntax.tag(token).opens_phrase() || syntax.tag(token) == Tag::Object)
        && source
            .clone()
            .chain(object::antecedent(syntax, source))
            .any(|token| syntax.page.is(token, Classes::DOCUMENT));
    found.then_some(content_start::Start {
        token,
        opening: Opening::Object,
        cue_end: token,
    })
}

/// "[took] to Facebook to say"
const TAKES: [&str; 4] = ["took", "takes", "taken", "take"];

/// How far before the verb the place stands where somebody writes: "took to her own Facebook page to say".
const STAGE: usize = 7;

/// "He was slow to point out that": an infinitive that speaks, and no purpose ("flew home to defend the plan").
fn speaks_for_sure(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
    opening: Opening,
) -> bool {
    let went_on = cue.tokens.start > scope.range.start && syntax.reads(cue.tokens.start - 1, "on");
    // "took to Facebook to thank the nurses"
    let took_to = (scope.floor.max(cue.tokens.start.saturating_sub(STAGE))..cue.tokens.start).find(
        |&token| {
            syntax.reads(token, "to") && TAKES.contains(&syntax.page.word(token.wrapping_sub(1)))
        },
    );
    let written =
        |to: usize| (to + 1..cue.tokens.start).any(|token| syntax.page.is(token, Classes::MEDIA));
    went_on
        || took_to.is_some_and(written)
        || cue.word.share >= SPEAKS && matches!(opening, Opening::That | Opening::Quotation)
}

/// "a company called Northern Steel": a participle, and no verb of "a company".
fn is_name_giving(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>, source: Option<&TokenRange>) -> bool {
    let bare = cue.tokens.start == cue.head && syntax.tag(cue.head) == Tag::Past;
    let named = matches!(syntax.tag(cue.tokens.end), Tag::Name | Tag::Open);
    let indefinite = source.is_some_and(|source| syntax.page.is_indefinite_article(source.start));
    bare && named && indefinite && cue.takes(Frames::OBJECT) && !cue.takes(Frames::CLAUSE)
}

/// From this share on a verb speaks even in the progressive, and in an infinitive: "has to say that".
const SPEAKS: u8 = 80;

/// Below this share a verb with an object is often a deed: "attacked", "showed".
const SURE: u8 = 75;

/// "They are defending the town": going on now, it is done and not said; "is proposing a tax" is said all the while, and so
/// is what somebody "is calling unfair".
fn is_act(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>) -> bool {
    cue.word.share < SPEAKS
        && !cue.takes(Frames::PREDICATE)
        && cue.word.kind != ClaimKind::Demand
        && cue.form == CueForm::Finite
        && syntax.tag(cue.head) == Tag::Gerund
}

/// "She called the mayor": a telephone; "called the mayor a fool" says something of him.
fn lacks_predicate(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>, content: TokenRange) -> bool {
    cue.takes(Frames::PREDICATE)
        && (content.len() <= 2 && syntax.tag(content.start) != Tag::Open
            || object::is_summoned(syntax, &content)
            || content.into_iter().all(|token| {
                matches!(syntax.tag(token), Tag::Name | Tag::Clitic | Tag::Possessive)
                    || syntax.is_time(token)
            }))
}
