//! Who speaks: the subject of a cue, beside it or shared with a verb before.

use crate::lexicon::entries::speech::Frames;
use crate::lexicon::{Classes, Meaning};
use crate::mentions::cues::{Cue, CueForm};
use crate::mentions::parts::{FAR, Grammar, Part};
use crate::mentions::{noun_phrases, sources};
use crate::text::{Flags, TokenRange};

use super::opening::content_clause;
use super::{Reader, Scope};

/// The longest subject of a gerund behind "with" that ends in a pronoun, in tokens.
const SUBJECT: usize = 8;

/// Where the source comes from.
pub(super) struct Subject {
    pub tokens: Option<TokenRange>,
    pub shared: bool,
}

/// The subject of the cue: directly before it, or shared with a verb before.
pub(super) fn subject<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Subject> {
    let g = &reader.g;
    if let Some(tokens) = fronted(g, scope, cue) {
        return Some(Subject {
            tokens: Some(tokens),
            shared: true,
        });
    }
    let before = cue
        .tokens
        .start
        .checked_sub(1)
        .filter(|&token| token >= scope.range.start)?;
    let own = |tokens| Subject {
        tokens: Some(tokens),
        shared: false,
    };
    match cue.form {
        CueForm::Finite | CueForm::Participle => {
            let part = g.part(before);
            if let Some(relative) = relative_before(reader, scope, cue.tokens.start) {
                // "Ana Ruiz, who called it a joke, said": the main verb of her who spoke in the clause before.
                let verb = scope.floor == cue.tokens.start
                    || part == Part::Comma && scope.floor + 1 >= cue.tokens.start
                    // "Ana Ruiz, who backed the plan, last week said"
                    || closes_insertion(g, cue.tokens.start, scope.range.start);
                if verb {
                    return Some(own(relative));
                }
            }
            if matches!(part, Part::Conjunction | Part::But)
                || part == Part::Comma && scope.last.is_some() && scope.floor >= before
            {
                return reader.shared_subject(scope, cue).map(|tokens| Subject {
                    tokens: Some(tokens),
                    shared: true,
                });
            }
            if cue.form == CueForm::Participle {
                return None;
            }
            sources::before(g, cue.tokens.start, scope.floor).map(own)
        }
        CueForm::Gerund => {
            if let Some(writing) = writing(reader, scope, cue) {
                return Some(writing);
            }
            if g.part(before).is_nominal() || g.part(before) == Part::Clitic {
                // "a crowd calling for calm": nobody in particular speaks.
                return absolute(g, scope, cue.tokens.start)
                    .or_else(|| crowd(g, scope, cue))
                    .map(own);
            }
            if g.part(before) == Part::Preposition && g.page.is(before, Classes::GOVERNED) {
                return None;
            }
            // `Holm sold the mill, with a lawyer for him adding: "The price was fair."`
            if g.part(before) == Part::Object {
                let with = (scope.floor..before)
                    .rev()
                    .take(SUBJECT)
                    .take_while(|&token| g.part(token) != Part::Comma)
                    .find(|&token| g.reads(token, "with"));
                // "met with him saying that …" stays with the one who met him.
                let aside = |with: &usize| {
                    with + 1 < before && *with > scope.floor && g.part(with - 1) == Part::Comma
                };
                if let Some(with) = with.filter(aside) {
                    return Some(own(with + 1..cue.tokens.start));
                }
            }
            reader.shared_subject(scope, cue).map(|tokens| Subject {
                tokens: Some(tokens),
                shared: true,
            })
        }
        CueForm::Infinitive => {
            // "prompted some analysts to suggest", "allowed him to say": the object of the verb before speaks.
            if g.part(before) == Part::Object {
                return Some(own(before..before + 1));
            }
            if g.part(before).is_nominal() {
                let object = noun_phrases::ending_at(g, cue.tokens.start, scope.floor);
                let person = g.part(before) == Part::Name || g.page.is(before, Classes::ROLE);
                let governed = |object: &TokenRange| {
                    object.start > scope.range.start
                        && matches!(
                            g.part(object.start - 1),
                            Part::Past
                                | Part::Finite
                                | Part::Participle
                                | Part::Base
                                | Part::Gerund
                        )
                };
                if let Some(object) = object.filter(|object| person && governed(object)) {
                    return Some(own(object));
                }
            }
            reader.shared_subject(scope, cue).map(|tokens| Subject {
                tokens: Some(tokens),
                shared: true,
            })
        }
        CueForm::Passive | CueForm::Preposition => None,
    }
}

/// "Promising that rents would fall, Ana Ruiz left", "Since announcing the plan, she has left": a gerund that opens the
/// sentence has the subject of the main clause behind it.
fn fronted(g: &Grammar<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> Option<TokenRange> {
    if cue.form != CueForm::Gerund {
        return None;
    }
    let first = scope.range.start;
    let opens = cue.tokens.start == first
        || cue.tokens.start == first + 1
            && matches!(
                g.part(first),
                Part::Preposition | Part::Subordinator | Part::But | Part::Conjunction
            );
    if !opens {
        return None;
    }
    let limit = scope.range.end.min(cue.tokens.end + FAR);
    let comma = (cue.tokens.end..limit)
        .find(|&token| g.part(token) == Part::Comma && content_clause(g, token + 1, limit))?;
    sources::first_subject(g, comma + 1, limit)
        .filter(|subject| !matches!(g.page.word(subject.start), "there" | "it"))
}

/// `She sent a letter saying, "Sell."`: she says it. `Ruiz held up a sign saying "Go home."`: the sign does.
fn writing(reader: &Reader<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> Option<Subject> {
    let g = &reader.g;
    // `they held signs reading: "Go home."` is a colon's work.
    let mark = usize::from(g.part(cue.tokens.end) == Part::Comma);
    if !cue.speaks() || !cue.takes(Frames::QUOTE) || g.part(cue.tokens.end + mark) != Part::Open {
        return None;
    }
    let mut end = cue.tokens.start;
    while end > scope.floor && g.is_time(end - 1) {
        end -= 1;
    }
    if !g.part(end.checked_sub(1)?).is_nominal() {
        return None;
    }
    let tokens = noun_phrases::ending_at(g, end, scope.floor)?;
    let verb = tokens.start.checked_sub(1);
    let head = tokens
        .clone()
        .take_while(|&token| g.part(token) != Part::Preposition)
        .last()?;
    if !g.page.is(head, Classes::DOCUMENT.with(Classes::CUE_NOUN)) {
        return None;
    }
    let sent = verb.is_some_and(|verb| {
        g.page
            .entries(verb)
            .any(|(entry, _)| matches!(entry.meaning, Meaning::Cue(word) if word.frames.any(Frames::LIGHT)))
    });
    if sent {
        let subject = relative_before(reader, scope, tokens.start)
            .or_else(|| reader.shared_subject(scope, cue));
        return subject.map(|tokens| Subject {
            tokens: Some(tokens),
            shared: true,
        });
    }
    if mark == 0 && !g.page.has(cue.tokens.end + 1, Flags::CAPITALISED) {
        return None;
    }
    Some(Subject {
        tokens: Some(tokens),
        shared: false,
    })
}

/// Whether only a time or an adverb stands between a comma and the verb.
fn closes_insertion(g: &Grammar<'_, '_, '_>, verb: usize, start: usize) -> bool {
    let mut end = verb;
    while end > start && (g.is_time(end - 1) || g.part(end - 1) == Part::Adverb) {
        end -= 1;
    }
    end > start && g.part(end - 1) == Part::Comma
}

/// "She met the nurse, who opened the door and said": the verbs of a relative clause share its pronoun.
pub(super) fn relative_shared(
    g: &Grammar<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
) -> Option<TokenRange> {
    let conjunction = cue.tokens.start.checked_sub(1)?;
    if cue.form != CueForm::Finite || g.part(conjunction) != Part::Conjunction {
        return None;
    }
    let relative = (scope.floor.max(conjunction.saturating_sub(FAR))..conjunction)
        .rev()
        .take_while(|&token| g.part(token) != Part::Comma)
        .find(|&token| g.part(token) == Part::Relative)?;
    let subject = g.part(relative + 1).is_finite() || g.part(relative + 1) == Part::Adverb;
    (subject && g.has_finite(relative + 1..conjunction)).then_some(relative..relative + 1)
}

/// The subject of the main clause behind a claim in an opening clause.
pub(super) fn main_clause(
    g: &Grammar<'_, '_, '_>,
    scope: &Scope,
    cue: usize,
) -> Option<TokenRange> {
    let comma = scope.floor;
    if g.part(comma) != Part::Comma || !content_clause(g, comma + 1, cue) {
        return None;
    }
    sources::first_subject(g, comma + 1, cue)
}

/// The subject of a main clause that goes on behind a relative clause with a claim in it.
fn relative_before(reader: &Reader<'_, '_, '_>, scope: &Scope, cue: usize) -> Option<TokenRange> {
    let g = &reader.g;
    let last = reader.claims.get(scope.last?)?;
    let relative = last.source.as_ref()?.tokens.start;
    if !matches!(g.part(relative), Part::Relative | Part::That) {
        return None;
    }
    // "Officials in the north, a region that rejects the plan, said"
    let whole =
        sources::before(g, cue, scope.range.start).filter(|subject| subject.start < relative);
    if let Some(subject) = whole {
        return Some(subject);
    }
    let mut end = relative;
    while end > scope.range.start && g.part(end - 1) == Part::Comma {
        end -= 1;
    }
    noun_phrases::ending_at(g, end, scope.range.start)
}

/// "with both sides accusing", "…, farmers insisting": the noun phrase before a participle of its own.
fn absolute(g: &Grammar<'_, '_, '_>, scope: &Scope, cue: usize) -> Option<TokenRange> {
    let mut start = cue;
    while start > scope.floor && cue - start < 18 {
        let part = g.part(start - 1);
        if g.reads(start - 1, "with") {
            return Some(start..cue);
        }
        if part.is_finite()
            || matches!(
                part,
                Part::Comma | Part::Stop | Part::Semicolon | Part::Close | Part::Relative
            )
        {
            break;
        }
        start -= 1;
    }
    let tokens = noun_phrases::ending_at(g, cue, scope.floor)?;
    let before = tokens
        .start
        .checked_sub(1)
        .filter(|&token| token >= scope.floor)?;
    let apart = match g.part(before) {
        Part::Comma => g.has_finite(scope.floor..before),
        // "with one side vowing to return and the other insisting on peace"
        Part::Conjunction => scope.floor == before,
        _ => false,
    };
    apart.then_some(tokens)
}

/// From this share on a gerund behind its noun speaks.
const SPEAKS: u8 = 80;

/// "the share of voters saying they agree", "critics calling for a vote": people with a gerund behind them.
fn crowd(g: &Grammar<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> Option<TokenRange> {
    let head = cue.tokens.start.checked_sub(1)?;
    let people = g.part(head) == Part::Noun
        && g.page.is(head, Classes::ROLE)
        && g.page.word(head).ends_with('s');
    // `a text to supporters saying: "Go."` is what a text says.
    let quoted = matches!(
        g.part(cue.tokens.end),
        Part::Open | Part::Comma | Part::Colon
    );
    if !people || quoted || !cue.speaks() || cue.word.share < SPEAKS {
        return None;
    }
    noun_phrases::ending_at(g, cue.tokens.start, scope.floor)
}

/// Whether the source can have its say: a person, a body, a document, and no wolf or flood. Asked only of verbs that often
/// mean a deed: "The flood claimed nine lives", "Wolves attacked the flock", but "Critics attacked the plan".
pub(super) fn can_speak(g: &Grammar<'_, '_, '_>, source: &TokenRange) -> bool {
    let head = head_of(g, source);
    let named = |token| {
        matches!(
            g.part(token),
            Part::Name | Part::Pronoun | Part::Quantifier | Part::Relative
        )
    };
    if g.part(head) != Part::Noun || source.clone().any(named) {
        return true;
    }
    let printed = g.page.word(head);
    let person = [
        "er", "or", "ist", "man", "men", "ian", "ent", "ant", "people", "eer", "ee",
    ];
    let singular = printed.strip_suffix('s').unwrap_or(printed);
    is_named(g, head) || person.iter().any(|ending| singular.ends_with(ending))
}

/// The head of a source: the last word of its first phrase.
pub(super) fn head_of(g: &Grammar<'_, '_, '_>, source: &TokenRange) -> usize {
    source
        .clone()
        .take_while(|&token| token == source.start || g.part(token).opens_phrase())
        .last()
        .unwrap_or(source.start)
}

pub(super) fn is_named(g: &Grammar<'_, '_, '_>, head: usize) -> bool {
    let classes = Classes::ROLE
        .with(Classes::ORGANIZATION)
        .with(Classes::DOCUMENT)
        .with(Classes::MEDIA)
        .with(Classes::DEMONYM)
        .with(Classes::TITLE)
        .with(Classes::CUE_NOUN)
        .with(Classes::QUANTIFIER)
        .with(Classes::NUMBER);
    g.page.is(head, classes)
}

/// "The floods threaten to cut the road": a thing threatens without a word.
pub(super) fn is_thing(g: &Grammar<'_, '_, '_>, source: &TokenRange) -> bool {
    source.clone().all(|token| {
        !matches!(
            g.part(token),
            Part::Name | Part::Pronoun | Part::Relative | Part::That
        ) && !g.page.is(token, Classes::ROLE)
            && !g
                .page
                .is(token, Classes::ORGANIZATION.with(Classes::DOCUMENT))
    })
}
