//! Sources: the noun phrase that speaks, found from its cue.

mod first;
mod insertion;
mod kind;
mod wide;

use crate::lexicon::Classes;
use crate::text::{Flags, TokenRange};

use crate::syntax::{FAR, Syntax, Tag, phrases, verbs};

pub(crate) use first::first_subject;
use insertion::{insertion, relative_insertion};
pub(crate) use kind::kind_of;
pub(crate) use wide::widened;

/// The source that ends directly before the cue, or before the insertion that stands between them; with the name that an
/// apposition belongs to: "while Ana Ruiz, a former minister said", with one comma only.
pub(crate) fn before(syntax: &Syntax<'_, '_, '_>, cue: usize, floor: usize) -> Option<TokenRange> {
    let mut source = subject_before(syntax, cue, floor)?;
    // "a claim *the company* disputes": a noun phrase behind another is the subject of a relative clause.
    let second = source.clone().skip(1).rev().find(|&token| {
        // "the newspaper The Guardian"
        let named = syntax.page.has(token, Flags::CAPITALISED);
        // "a claim Ruiz denies"
        let name = token == source.start + 2
            && syntax.tag(token) == Tag::Name
            && syntax.page.is(token - 1, Classes::CUE_NOUN)
            && matches!(syntax.page.word(token - 2), "a" | "an");
        name || syntax.tag(token) == Tag::Determiner && syntax.tag(token - 1) == Tag::Noun && !named
    });
    source.start = second
        .filter(|&second| !syntax.has_finite(second..source.end))
        .unwrap_or(source.start);
    // "more than analysts had expected", but "more than half of them said"
    let compared = source.clone().skip(1).find(|&token| {
        syntax.reads(token, "than")
            && !matches!(syntax.tag(token + 1), Tag::Number | Tag::Quantifier)
    });
    source.start = compared.map_or(source.start, |than| than + 1);
    let named = named_by(syntax, &source, cue, floor);
    Some(named.map_or(source, |name| name.start..cue))
}

/// The name that a phrase tells of whom it is; none in "Ana Ruiz, a minister said, is ill", which is what the minister says.
fn named_by(
    syntax: &Syntax<'_, '_, '_>,
    phrase: &TokenRange,
    cue: usize,
    floor: usize,
) -> Option<TokenRange> {
    let comma = phrase.start.checked_sub(1).filter(|&token| token > floor)?;
    if syntax.tag(comma) != Tag::Comma {
        return None;
    }
    let bare = syntax.tag(phrase.start) == Tag::Noun
        && (phrase.start + 1..phrase.end).any(|token| syntax.reads(token, "of"));
    let indefinite = syntax.page.is_indefinite_article(phrase.start);
    let head = phrase
        .clone()
        .take_while(|&token| syntax.tag(token).opens_phrase())
        .last()?;
    if !(bare || indefinite) || !syntax.page.is(head, Classes::ROLE) {
        return None;
    }
    let verbs = (cue..cue + FAR)
        .find(|&token| !syntax.tag(token).is_finite() && syntax.tag(token) != Tag::Adverb)?;
    if matches!(syntax.tag(verbs), Tag::Comma | Tag::Stop | Tag::Other) {
        return None;
    }
    let name = clause_start(syntax, comma, floor)..comma;
    let place = Classes::PLACE
        .with(Classes::ORGANIZATION)
        .with(Classes::MEDIA);
    let person = name.len() > 1
        && name.clone().all(|token| {
            syntax.tag(token) == Tag::Name
                && !syntax.is_time(token)
                && !syntax.page.is(token, place)
        });
    person.then_some(name)
}

/// The noun phrase or pronoun before the cue, over what can stand between a subject and its verb.
fn subject_before(syntax: &Syntax<'_, '_, '_>, cue: usize, floor: usize) -> Option<TokenRange> {
    let end = before_adverbials(syntax, cue, floor)?;
    let mut token = end - 1;
    if opens_alone(syntax, token, floor) {
        return Some(token..end);
    }
    let dated =
        syntax.is_time(end) || syntax.tag(end) == Tag::Preposition && syntax.is_time(end + 1);
    // "A video shared online shows"
    let published = || syntax.tag(end) == Tag::Adverb && syntax.is_reduced(token);
    if syntax.tag(token) == Tag::Past && end < cue && (dated || published()) {
        // "A report published on Monday said"
        let named = phrases::ending_at(syntax, token, floor)?;
        return Some(named.start..cue);
    }
    if syntax.tag(token) == Tag::Comma && token > floor && syntax.tag(token - 1) == Tag::Bracket {
        // "Sen. Ana Ruiz (D-N.M.), said"
        token -= 1;
    }
    if token + 1 < end && relative_insertion(syntax, token, floor) {
        // "The board, which has members from the Road Party (RP), said"
        if let Some(subject) = insertion(syntax, token + 1, floor) {
            return Some(subject);
        }
    }
    match syntax.tag(token) {
        Tag::Bracket => {
            let start = before_bracket(syntax, token, floor)?;
            // "Holm's niece, Sen. Ana Ruiz (D-N.M.), said"
            let apposed = token + 1 < end && start > floor && syntax.tag(start - 1) == Tag::Comma;
            let whole = apposed.then(|| insertion(syntax, token + 1, floor));
            whole.flatten().or(Some(start..end))
        }
        Tag::Object if token > floor => before_object(syntax, token, end, floor),
        _ => ending_with(syntax, token, end, floor),
    }
}

/// Where the subject ends: before the adverbs and times that stand between it and its verb. "The ministry on Thursday
/// accused", "The ministers all urged".
fn before_adverbials(syntax: &Syntax<'_, '_, '_>, cue: usize, floor: usize) -> Option<usize> {
    let mut end = cue;
    while end > floor && !opens_alone(syntax, end - 1, floor) {
        let token = end - 1;
        if syntax.is_time(token) {
            end = before_time(syntax, token, floor);
        } else if matches!(syntax.tag(token), Tag::Adverb | Tag::Negation)
            // "The ministers all urged"
            || token > floor
                && syntax.tag(token - 1).is_nominal()
                && syntax.page.is(token, Classes::QUANTIFIER)
                && syntax.page.is(token, Classes::ADVERB)
        {
            end = token;
        } else {
            break;
        }
    }
    (end > floor).then_some(end)
}

/// Where a time begins, with its preposition: "The ministry on Thursday accused", "Freedonia Monday said".
fn before_time(syntax: &Syntax<'_, '_, '_>, last: usize, floor: usize) -> usize {
    let mut first = last;
    while first > floor && syntax.is_time(first - 1) {
        first -= 1;
    }
    let governed = first > floor && syntax.tag(first - 1) == Tag::Preposition;
    first - usize::from(governed)
}

/// "Both vowed to stay": a quantifier that opens the clause, whatever else it can be.
fn opens_alone(syntax: &Syntax<'_, '_, '_>, token: usize, floor: usize) -> bool {
    token == floor
        && syntax.page.is(token, Classes::QUANTIFIER)
        && syntax.page.is(token, Classes::SUBJECT)
}

/// The most words that a bracket behind a name holds: a party, a place, an age.
const BRACKETED: usize = 12;

/// "Rep. Ana Ruiz (D-N.M.) said": where the phrase before the bracket begins.
fn before_bracket(syntax: &Syntax<'_, '_, '_>, close: usize, floor: usize) -> Option<usize> {
    let open = (floor..close)
        .rev()
        .take(BRACKETED)
        .find(|&token| matches!(syntax.page.word(token), "(" | "["))?;
    phrases::ending_at(syntax, open, floor).map(|named| named.start)
}

/// A subject that ends with an object pronoun: "the mayor herself said", "most of them said", "The man who shot him said".
fn before_object(
    syntax: &Syntax<'_, '_, '_>,
    pronoun: usize,
    end: usize,
    floor: usize,
) -> Option<TokenRange> {
    // "The man who shot him said", "Those close to him say"
    if let Some(subject) = whole_subject(syntax, end, floor) {
        return Some(subject);
    }
    // "most of them said" is a phrase.
    if syntax.tag(pronoun - 1) == Tag::Preposition {
        return phrases::ending_at(syntax, pronoun - 1, floor).map(|phrase| phrase.start..end);
    }
    // "the mayor herself said"
    ending_with(syntax, pronoun - 1, end, floor)
        .or_else(|| phrases::ending_at(syntax, pronoun, floor).map(|phrase| phrase.start..end))
}

/// The subject by its last word, at `token`; up to `end` with what emphasises it.
fn ending_with(
    syntax: &Syntax<'_, '_, '_>,
    token: usize,
    end: usize,
    floor: usize,
) -> Option<TokenRange> {
    match syntax.tag(token) {
        // "no one said"
        Tag::Pronoun if token > floor && syntax.tag(token - 1) == Tag::Determiner => {
            Some(token - 1..token + 1)
        }
        // "those in power say" is a phrase; "he" is all there is.
        Tag::Pronoun => Some(token..token + 1),
        Tag::Relative => Some(token..end),
        // Also where a claim has just ended: "according to a poll that shows"
        Tag::That if token > 0 && token >= floor && syntax.tag(token - 1).is_nominal() => {
            Some(token..end)
        }
        // "another that attacked her"
        Tag::That if token > floor && syntax.tag(token - 1) == Tag::Determiner => Some(token..end),
        // "The plan, many argue, is dead", "Both vowed to stay"
        Tag::Quantifier if stands_alone(syntax, token, floor) => Some(token..token + 1),
        Tag::Comma | Tag::Dash => insertion(syntax, token, floor),
        Tag::Past | Tag::Finite | Tag::Participle => contact_relative(syntax, token, floor),
        Tag::Name | Tag::Noun | Tag::Number | Tag::Clitic | Tag::Quantifier | Tag::Determiner => {
            list(syntax, end, floor)
                .or_else(|| whole_subject(syntax, end, floor))
                .or_else(|| phrases::ending_at(syntax, end, floor))
                .filter(|source| !is_adjunct(syntax, source.start, floor))
        }
        _ => None,
    }
}

/// "A draft sent in haste to parents said": the parents are whom it was sent to.
fn is_adjunct(syntax: &Syntax<'_, '_, '_>, start: usize, floor: usize) -> bool {
    start >= floor + 2
        && syntax.tag(start - 1) == Tag::Preposition
        // "Tom Holm listened as Ana Ruiz said"
        && !syntax.may_subordinate(start - 1)
        && syntax.tag(start - 2) == Tag::Past
}

/// "Everyone I asked said", "The nurses we had met said": the subject with a relative clause that no pronoun opens.
fn contact_relative(syntax: &Syntax<'_, '_, '_>, verb: usize, floor: usize) -> Option<TokenRange> {
    let group = verbs::around(syntax, verb, verb + 1, floor).tokens;
    let pronoun = group.start.checked_sub(1).filter(|&token| token > floor)?;
    let personal = syntax.tag(pronoun) == Tag::Pronoun && phrases::is_personal(syntax, pronoun);
    let start = clause_start(syntax, pronoun, floor);
    let subject = start..pronoun;
    let whole = || {
        phrases::ending_at(syntax, pronoun, floor).is_some_and(|phrase| phrase.start <= start)
            || subject.len() == 1 && syntax.page.is(start, Classes::SUBJECT)
    };
    (personal && !subject.is_empty() && syntax.tag(start).opens_phrase() && whole())
        .then_some(start..verb + 1)
}

/// Whether a quantifier is a whole subject: nothing stands before it that it could go with.
fn stands_alone(syntax: &Syntax<'_, '_, '_>, token: usize, floor: usize) -> bool {
    syntax.page.is(token, Classes::SUBJECT)
        && (token == floor
            || matches!(
                syntax.tag(token - 1),
                Tag::Comma | Tag::Conjunction | Tag::But | Tag::Subordinator | Tag::Relative
            ))
}

/// "Two days later [the army] said", "hours after [Ruiz] said": where the clause begins behind a time of its own.
fn behind_time(syntax: &Syntax<'_, '_, '_>, start: usize, end: usize) -> usize {
    let since = (start + 1..end).find(|&token| {
        syntax.may_subordinate(token) && syntax.page.is(token - 1, Classes::TIME_UNIT)
    });
    if let Some(since) = since {
        return since + 1;
    }
    let timed = |&token: &usize| syntax.is_time(token) || syntax.tag(token) == Tag::Adverb;
    let behind = (start..end).find(|token| !timed(token)).unwrap_or(end);
    let phrase = matches!(
        syntax.tag(behind),
        Tag::Determiner | Tag::Possessive | Tag::Pronoun
    );
    let dated = (start..behind).any(|token| syntax.is_time(token));
    if behind < end && dated && phrase {
        behind
    } else {
        start
    }
}

/// Everything from the clause's start, when no verb of a main clause stands in it: "Two officials briefed by the
/// ministry said".
fn whole_subject(syntax: &Syntax<'_, '_, '_>, end: usize, floor: usize) -> Option<TokenRange> {
    let start = behind_time(syntax, clause_start(syntax, end, floor), end);
    let range = start..end;
    if range.len() > 24 || range.is_empty() {
        return None;
    }
    // "Not everyone on the line agreed"
    let first = start + usize::from(syntax.tag(start) == Tag::Negation);
    let inner = first + 1..end;
    if !syntax.tag(first).opens_phrase()
        || inner.clone().any(|token| {
            matches!(
                syntax.tag(token),
                Tag::Comma
                    | Tag::Dash
                    | Tag::Open
                    | Tag::Close
                    | Tag::Subordinator
                    | Tag::Question
                    | Tag::Bracket
            )
                // "a nurse at one of the clinics"
                || syntax.tag(token) == Tag::Pronoun && !syntax.reads(token + 1, "of")
                // "a source speaking to the Post", "a man accused of stabbing a guard"
                || syntax.tag(token) == Tag::Gerund
                    && !syntax.is_charge(token)
                    && !(syntax.tag(token.wrapping_sub(1)).is_nominal()
                        && (!syntax.page.is(token, Classes::CUE_VERB)
                            || syntax.tag(token + 1) == Tag::Preposition))
                // "a May 1 letter"
                || syntax.is_time(token)
                    && !syntax.is_time(token.wrapping_sub(1))
                    && syntax.tag(token.wrapping_sub(1)) != Tag::Determiner
                    // "A poll released Sunday by the bank and the union"
                    && !(start..token).any(|token| syntax.is_reduced(token))
        })
    {
        return None;
    }
    let mut open_relatives = 0_i32;
    for token in inner {
        let part = syntax.tag(token);
        if matches!(part, Tag::Relative | Tag::That) {
            open_relatives += 1;
        } else if part.is_finite() && !syntax.is_reduced(token) {
            // The verb of a relative clause is no main verb.
            if open_relatives == 0 {
                return None;
            }
            open_relatives -= 1;
        }
    }
    (open_relatives == 0).then_some(range)
}

/// "Farmers, miners, and the owners of the mill said", "Chile, Peru and Bolivia said": a list from the clause's start.
fn list(syntax: &Syntax<'_, '_, '_>, end: usize, floor: usize) -> Option<TokenRange> {
    let floor = floor.max(end.saturating_sub(FAR));
    let mut start = end;
    let (mut commas, mut joins, mut closed) = (0, 0, false);
    while start > floor && end - start < 24 {
        let token = start - 1;
        match syntax.tag(token) {
            Tag::Comma => commas += 1,
            Tag::Conjunction => {
                joins += 1;
                closed |= syntax.tag(token.wrapping_sub(1)) == Tag::Comma;
            }
            Tag::Determiner | Tag::Possessive | Tag::Quantifier => {}
            part if part.is_nominal() => {}
            Tag::Preposition if syntax.reads(token, "of") => {}
            Tag::Stop | Tag::Semicolon | Tag::Colon | Tag::Close | Tag::But => break,
            _ => return None,
        }
        start = token;
    }
    if syntax.tag(start) == Tag::Conjunction {
        start += 1;
    }
    // Without the last comma it is a list where its first element is no time and no place of what happens.
    let listed = if closed {
        commas >= 2
    } else {
        joins == 1 && commas >= 1
    };
    (listed && syntax.tag(start).opens_phrase() && !syntax.is_time(start)).then_some(start..end)
}

/// The start of the clause that ends at `end`: behind the last hard edge, conjunction or opening phrase.
pub(crate) fn clause_start(syntax: &Syntax<'_, '_, '_>, end: usize, floor: usize) -> usize {
    let floor = floor.max(end.saturating_sub(FAR));
    let mut start = end;
    while start > floor {
        match syntax.tag(start - 1) {
            Tag::Semicolon
            | Tag::Colon
            | Tag::Open
            | Tag::Close
            | Tag::Subordinator
            | Tag::But
            | Tag::Dash
            | Tag::Stop => break,
            Tag::Conjunction if start >= floor + 2 && syntax.tag(start - 2) == Tag::Comma => break,
            Tag::Comma => break,
            _ => start -= 1,
        }
    }
    while start < end
        && matches!(
            syntax.tag(start),
            Tag::Conjunction | Tag::But | Tag::Comma | Tag::Adverb
        )
    {
        start += 1;
    }
    start
}
