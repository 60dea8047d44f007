//! What stands between a cue and its content: hearers, times, "in a statement".

use crate::claims::attribution::cues::Cue;
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::{FAR, Syntax, Tag};
use crate::text::{Flags, TokenRange};

use super::super::opening::clause_follows;
use super::preposition::prepositional;

/// Behind the hearer of "told reporters in Lima that", "asked him whether"; the end where nothing follows.
pub(super) fn behind_hearer(
    syntax: &Syntax<'_, '_, '_>,
    cue: &Cue<'_>,
    index: usize,
    limit: usize,
) -> Option<usize> {
    let first = syntax.tag(index);
    if first == Tag::Object {
        return Some(index + 1);
    }
    let limit = limit.min(index + FAR);
    let mut token = index;
    let mut nominal = false;
    // "asked anyone who saw the crash to call"
    let mut relative = false;
    while token < limit {
        match syntax.tag(token) {
            Tag::Relative if token > index && cue.takes(Frames::OBJECT_INFINITIVE) => {
                relative = true;
            }
            Tag::To if relative => return Some(token),
            // "asked the public not to share the film": what they are asked is that it not be done.
            Tag::Negation if token > index && syntax.tag(token + 1) == Tag::To => {
                return Some(token);
            }
            // "told Reuters on Monday two officers were hurt"
            Tag::Noun | Tag::Number | Tag::Quantifier | Tag::Name
                if token > index
                    && cue.takes(Frames::CLAUSE)
                    && opens_behind_time(syntax, token, limit) =>
            {
                return Some(token);
            }
            Tag::That | Tag::Open | Tag::Comma | Tag::Colon | Tag::Stop if relative => return None,
            _ if relative => {}
            Tag::That if token > index => {
                return Some(behind_relative(syntax, token, limit).unwrap_or(token));
            }
            Tag::Comma if cue.takes(Frames::OBJECT_INFINITIVE) => {
                return Some(behind_apposition(syntax, token, limit).unwrap_or(token));
            }
            Tag::That
            | Tag::Question
            | Tag::To
            | Tag::Open
            | Tag::Comma
            | Tag::Colon
            | Tag::Stop => {
                return Some(token);
            }
            // "asked workers if they would stay"
            Tag::Subordinator if cue.takes(Frames::WH) && syntax.reads(token, "if") => {
                return Some(token);
            }
            // "reminded the players of the rules", "asked the mayor about the dam"
            Tag::Preposition
                if token > index && prepositional(syntax, cue, token, limit).is_some() =>
            {
                return Some(token);
            }
            Tag::Pronoun if token > index => return Some(token),
            Tag::Pronoun if token == index && syntax.tag(token + 1).is_finite() => return None,
            Tag::Determiner | Tag::Possessive | Tag::Quantifier
                if nominal
                    && !matches!(
                        syntax.tag(token - 1),
                        // "ordered tens of thousands of residents to leave"
                        Tag::Preposition | Tag::Conjunction | Tag::Quantifier
                    ) =>
            {
                return Some(token);
            }
            Tag::Finite | Tag::Auxiliary | Tag::Modal => return None,
            Tag::Name | Tag::Noun => nominal = true,
            _ => {}
        }
        token += 1;
    }
    Some(limit)
}

/// "asked Ana Ruiz, the host of the debate, *to* check the facts": the infinitive behind what the hearer is.
fn behind_apposition(syntax: &Syntax<'_, '_, '_>, comma: usize, limit: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    let opens = matches!(
        syntax.tag(comma + 1),
        Tag::Determiner | Tag::Possessive | Tag::Name
    );
    let close = syntax
        .first(comma + 1..limit.min(comma + LONGEST), Tag::Comma)
        .filter(|_| opens)?;
    let plain = !syntax.has_finite(comma + 1..close);
    (plain && syntax.tag(close + 1) == Tag::To).then_some(close + 1)
}

/// Behind "in a statement", "during the talks in Lima": where "that", a quotation or a pronoun stands.
pub(super) fn behind_adjunct(
    syntax: &Syntax<'_, '_, '_>,
    cue: &Cue<'_>,
    index: usize,
    limit: usize,
) -> Option<usize> {
    let limit = limit.min(index + FAR);
    let mut token = index + 1;
    while token < limit {
        match syntax.tag(token) {
            // "said in an interview that will air on Sunday that rents would fall"
            Tag::That if token > index + 1 => {
                return Some(behind_relative(syntax, token, limit).unwrap_or(token));
            }
            // "agreed on Friday to send"
            Tag::To if syntax.is_time(token - 1) && cue.takes(Frames::INFINITIVE) => {
                return Some(token);
            }
            // `grinned behind her glasses and cited the line, "We lost"`: a sound reaches no further than its verb.
            Tag::Conjunction
                if !cue.takes(Frames::CLAUSE)
                    && matches!(syntax.tag(token + 1), Tag::Past | Tag::Finite) =>
            {
                return None;
            }
            // `said in May on the channel's "Good Morning"`: the title of what the channel sends.
            Tag::Open if is_title(syntax, token) => token = syntax.behind_quotation(token) - 1,
            Tag::Open | Tag::Colon => return Some(token),
            Tag::Comma if syntax.tag(token + 1) == Tag::Open => return Some(token),
            // "spoke in Lima on Monday about the dam", "called on Monday for an end"
            Tag::Preposition
                if (cue.takes(Frames::ABOUT) && syntax.page.is(token, Classes::HEDGE)
                    || syntax.is_time(token - 1))
                    && prepositional(syntax, cue, token, limit).is_some() =>
            {
                return Some(token);
            }
            // "said on a tour of Ames, Iowa, that rents would fall"
            Tag::Comma if cue.takes(Frames::CLAUSE) => {
                let that = syntax.first(token + 1..limit.min(token + 16), Tag::That);
                return that
                    .filter(|&that| syntax.tag(that.wrapping_sub(1)) == Tag::Comma)
                    .or_else(|| behind_insertion(syntax, token, limit));
            }
            Tag::Comma => return behind_insertion(syntax, token, limit),
            Tag::Pronoun if token > index + 1 && syntax.tag(token - 1).is_nominal() => {
                return Some(token);
            }
            Tag::Stop | Tag::Semicolon => return None,
            // "said at one point, "We lost""
            Tag::Finite
                if syntax.may_be_noun(token)
                    && (syntax.tag(token + 1) == Tag::That
                        || syntax.tag(token + 1) == Tag::Comma
                            && syntax.tag(token + 2) == Tag::Open) => {}
            Tag::Finite | Tag::Auxiliary | Tag::Modal => return None,
            // "said on Sunday the plan failed", "said in a statement two officers were hurt"
            _ if token > index + 1
                && (opens_behind_time(syntax, token, limit)
                    || opens_behind_noun(syntax, token, limit)) =>
            {
                return Some(token);
            }
            _ => {}
        }
        token += 1;
    }
    None
}

/// "said on Sunday *profit fell*", "said on Monday *at least 40 people* had died": a clause behind a time.
fn opens_behind_time(syntax: &Syntax<'_, '_, '_>, token: usize, limit: usize) -> bool {
    if !syntax.is_time(token - 1) || syntax.is_time(token) {
        return false;
    }
    match syntax.tag(token) {
        Tag::Determiner | Tag::Name | Tag::Noun | Tag::Number | Tag::Quantifier => {
            clause_follows(syntax, token, limit)
        }
        Tag::Preposition | Tag::Adverb => {
            syntax.page.phrase_classes(token).any(Classes::HEDGE)
                && clause_follows(syntax, token + 2, limit)
        }
        _ => false,
    }
}

/// "said in a statement *two officers were hurt*": what opens with a determiner or a number is no part of the phrase before.
fn opens_behind_noun(syntax: &Syntax<'_, '_, '_>, token: usize, limit: usize) -> bool {
    matches!(
        syntax.tag(token),
        Tag::Determiner | Tag::Number | Tag::Quantifier
    ) && syntax.tag(token - 1).is_nominal()
        && !syntax.is_time(token)
        && clause_follows(syntax, token, limit)
}

/// "an interview *that* will air on Sunday that": the verb follows at once, and another "that" comes.
fn behind_relative(syntax: &Syntax<'_, '_, '_>, that: usize, limit: usize) -> Option<usize> {
    let verb = syntax.tag(that + 1).is_finite() && !syntax.may_be_noun(that + 1);
    let relative = verb && syntax.tag(that - 1).is_nominal();
    (that + 2..limit).find(|&token| relative && syntax.tag(token) == Tag::That)
}

/// Whether the quotation that opens there is what a possessive has: `the channel's "Good Morning"`.
pub(crate) fn is_title(syntax: &Syntax<'_, '_, '_>, open: usize) -> bool {
    open > 0 && syntax.tag(open - 1) == Tag::Clitic
}

/// Behind the time that stands at `index`.
pub(super) fn behind_time(
    syntax: &Syntax<'_, '_, '_>,
    index: usize,
    limit: usize,
) -> Option<usize> {
    (index..limit.min(index + 12)).find(|&token| !syntax.is_time(token))
}

/// The quotation behind an insertion that opens at the comma: `said, however, "We lost."`, `said in May, when the story
/// broke, "We lost."` It ends the sentence, and nobody else speaks in between.
pub(super) fn behind_insertion(
    syntax: &Syntax<'_, '_, '_>,
    comma: usize,
    limit: usize,
) -> Option<usize> {
    const LONGEST: usize = 20;
    let inserts = matches!(
        syntax.tag(comma + 1),
        Tag::Adverb
            | Tag::Preposition
            | Tag::Quantifier
            | Tag::Subordinator
            | Tag::Question
            | Tag::Gerund
            | Tag::Past
            | Tag::Participle
    );
    let open = syntax
        .first(comma + 1..limit.min(comma + LONGEST), Tag::Open)
        .filter(|_| inserts && !syntax.page.is(comma + 1, Classes::CUE_VERB))?;
    let introduced = matches!(syntax.tag(open.wrapping_sub(1)), Tag::Comma | Tag::Colon);
    let speaks = (comma + 2..open)
        .any(|token| syntax.page.is(token, Classes::CUE_VERB) && syntax.tag(token).is_finite());
    let behind = syntax.behind_quotation(open);
    let ends = (behind..limit).all(|token| syntax.tag(token) == Tag::Stop);
    (introduced && !speaks && ends && syntax.page.has(open + 1, Flags::CAPITALISED)).then_some(open)
}

/// "she said"
pub(super) fn speaks_between(syntax: &Syntax<'_, '_, '_>, mut range: TokenRange) -> bool {
    range.any(|token| syntax.tag(token).is_finite() && syntax.page.is(token, Classes::CUE_VERB))
}
