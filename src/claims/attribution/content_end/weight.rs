//! How likely a content ends at an edge: the table's figure, corrected by what stands round it.

use crate::lexicon::Classes;
use crate::syntax::{FAR, Syntax, Tag};

use super::super::opening::Opening;
use super::edge::{Edge, ends, is_comma};
use super::frame::Frame;
use super::goes_on;
use super::place::Place;
use super::speakers::{absolute_follows, goes_on_speaking, party_speaks, speaks_anew};

/// What overrides the table, in this order. The figures are judged where no comment counts them.
const CORRECTIONS: &[fn(&Place<'_, '_, '_, '_>) -> Option<u8>] = &[
    main_clause_goes_on,
    another_speaks,
    compared,
    goes_on::examples,
    goes_on::shares,
    goes_on::closing_dash,
    main_verb_again,
    goes_on::alternative,
    goes_on::parallel,
    insertion,
    second_verb,
    absolute,
    answer_of_the_writer,
    as_clause,
    adjectives,
    behind_an_object,
    behind_an_infinitive,
    in_a_list,
    short_object,
    other,
];

/// The table's figure, corrected by what else can be seen from the edge.
pub(super) fn weigh(
    syntax: &Syntax<'_, '_, '_>,
    edge: Edge,
    frame: &Frame<'_>,
    index: usize,
    limit: usize,
) -> u8 {
    let place = Place {
        syntax,
        edge,
        frame,
        index,
        limit,
        comma: is_comma(syntax, index),
        next: syntax.tag(index + 1),
        words: index - frame.start,
        share: ends(edge, frame.opening),
    };
    let corrected = CORRECTIONS.iter().find_map(|correct| correct(&place));
    corrected.unwrap_or(place.share)
}

/// "Ana Ruiz, who called it a joke, left"; "Ana Ruiz, citing the crowd, left"; "While she admitted that it would be hard, her office has argued"
fn main_clause_goes_on(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    let inside = at.frame.relative || at.frame.inserted;
    if at.comma && inside && at.next.is_finite() {
        return Some(95);
    }
    // "A court sentenced Holm, who denied the charges, to five years"
    let adjunct = at.comma
        && at.frame.relative
        && at.frame.opening == Opening::Object
        && matches!(at.next, Tag::Preposition | Tag::To);
    if adjunct {
        return Some(75);
    }
    // `paid for what he called a "stunt," a row of puppets that mocked her`
    let quoted = at.comma
        && at.frame.asked
        && at.frame.opening == Opening::Object
        && at.syntax.tag(at.index) == Tag::Close
        && !at.is_listed();
    if quoted {
        return Some(75);
    }
    let clause = at.comma
        && at.frame.subordinate
        && (at.next.opens_phrase() || at.next == Tag::Open)
        && at.clause_at(at.index + 1);
    clause.then_some(90)
}

/// "said they were worried, and nearly half said they would leave"
fn another_speaks(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    speaks_anew(at.syntax, at.edge, at.index, at.limit).then_some(90)
}

/// "40 percent say they are worried, compared with 30 percent": the reporter compares.
fn compared(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    let syntax = at.syntax;
    let counted = at.frame.source.is_some_and(|source| {
        let counts = |token| matches!(syntax.tag(token), Tag::Number | Tag::Quantifier);
        source.clone().any(counts)
    });
    let compared = at.comma
        && matches!(syntax.page.word(at.index + 1), "compared" | "up" | "down")
        && syntax.tag(at.index + 2) == Tag::Preposition;
    (compared && counted).then_some(85)
}

/// "said she admires him and praised his work": a past verb behind a content that is told in the present goes on with the
/// cue, which is past.
fn main_verb_again(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    let syntax = at.syntax;
    if at.edge != Edge::AndReporting || at.comma || at.phrasal() || at.next != Tag::Past {
        return None;
    }
    let cue = at.frame.source.map(|source| source.end)?;
    let told = syntax.first(cue..at.frame.start, Tag::Past).is_some();
    let mut verbs = (at.frame.start..at.index)
        .filter(|&token| syntax.tag(token).is_finite() && !syntax.is_reduced(token));
    let present = |token: usize| {
        syntax.tag(token) == Tag::Finite && !syntax.is_past(token)
            || matches!(
                syntax.page.word(token),
                "is" | "are" | "has" | "have" | "will" | "'s" | "’s"
            )
    };
    (told && verbs.next().is_some_and(present) && verbs.all(present)).then_some(85)
}

/// "when the town, the second largest, was bombed"
fn insertion(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    (at.comma && resumes(at.syntax, at.index, at.limit)).then_some(10)
}

/// "said that he spoke to the mayor and wanted more": the content has a second verb.
fn second_verb(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    let joined = at.edge == Edge::AndReporting && !at.comma && !at.phrasal();
    (joined && !goes_on_speaking(at.syntax, at.index + 1)).then_some(30)
}

/// "one side vowing to return and the other insisting on peace"
fn absolute(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    (at.edge == Edge::And && absolute_follows(at.syntax, at.index + 1, at.limit)).then_some(80)
}

/// "said they had left but the claim was dismissed": the writer's answer to it.
fn answer_of_the_writer(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    let but = at.index + usize::from(at.comma);
    let answers = matches!(at.edge, Edge::But | Edge::CommaBut | Edge::CommaButSubject)
        && at.syntax.tag(but + 1) == Tag::Determiner
        && at.syntax.page.is(but + 2, Classes::CUE_NOUN)
        && at.syntax.tag(but + 3).is_finite();
    answers.then_some(90)
}

/// "conceded that the truce was broken as the two sides accused each other"; "answered a question as the mayor listened"
fn as_clause(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    if !matches!(at.edge, Edge::As | Edge::CommaAs) {
        return None;
    }
    let party = at.joined();
    if party_speaks(at.syntax, party, at.limit) {
        return Some(80);
    }
    if at.comma {
        return None;
    }
    // "cited the tax as a reason it fell": what the tax is, and no clause of its own.
    let named = matches!(
        at.syntax.tag(party),
        Tag::Pronoun | Tag::Name | Tag::Possessive
    ) || at.syntax.reads(party, "the");
    let clause = at.frame.opening == Opening::Object && named && at.clause_at(party);
    Some(if clause && at.words <= 5 { 55 } else { 0 })
}

/// "accused its important, rich neighbour": the comma parts adjectives.
fn adjectives(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    let parts = at.comma && at.words <= 4 && at.edge == Edge::CommaOther;
    (parts && shares_head(at.syntax, at.frame.start, at.index)).then_some(5)
}

/// An object has no verb: what follows is the main clause again, "praised the plan and embraced it".
fn behind_an_object(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    use Edge::{And, But, CommaAndOther, CommaBut};
    if at.frame.opening != Opening::Object
        || !matches!(at.edge, And | But | CommaAndOther | CommaBut)
    {
        return None;
    }
    // "attacking the plan and visiting the camp": the gerunds share a subject.
    let gerunds = at.edge == And
        && at.next == Tag::Gerund
        && at.frame.start > 0
        && at.syntax.tag(at.frame.start - 1) == Tag::Gerund
        && at.syntax.tag(at.frame.start) != Tag::Gerund;
    if gerunds {
        return Some(80);
    }
    let token = at.joined();
    let tag = at.syntax.tag(token);
    if tag.is_finite() && !at.syntax.is_reduced(token) {
        Some(85)
    } else {
        Some(if tag.opens_phrase() && at.clause_at(token) {
            70
        } else {
            at.share
        })
    }
}

/// "vowed to stay and left", "vowed to stay and the mayor left"
fn behind_an_infinitive(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    let joined = matches!(at.edge, Edge::And | Edge::CommaAndOther);
    if at.frame.opening != Opening::Infinitive || !joined {
        return None;
    }
    let token = at.joined();
    let tag = at.syntax.tag(token);
    if tag.is_finite() {
        Some(80)
    } else {
        Some(if tag.opens_phrase() && at.clause_at(token) {
            60
        } else {
            at.share
        })
    }
}

/// What may go on behind a comma as a list does.
fn in_a_list(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    let syntax = at.syntax;
    let index = at.index;
    match at.edge {
        Edge::CommaName => {
            let word = syntax.page.word(index + 1);
            let own = at.frame.source.is_some_and(|source| {
                let mut names = source
                    .clone()
                    .filter(|&token| syntax.tag(token) == Tag::Name);
                names.any(|token| syntax.page.word(token) == word)
            });
            Some(if own {
                90
            } else if at.is_listed() {
                3
            } else if matches!(syntax.tag(index + 2), Tag::That | Tag::Relative) {
                // "the fire in Tartu, Estonia that began"
                5
            } else if syntax.has_finite(index + 2..at.limit.min(index + 6)) && at.words < 15 {
                61
            } else {
                at.share.min(40)
            })
        }
        Edge::CommaDeterminer if at.is_listed() || at.words >= 15 => Some(32),
        Edge::CommaDeterminer => Some(at.share.max(50)),
        Edge::CommaOther | Edge::CommaGerund => Some(if at.is_listed() {
            11
        } else if at.words < 3 {
            at.share + 20
        } else if at.words >= 15 {
            at.share.saturating_sub(25)
        } else {
            at.share
        }),
        _ => None,
    }
}

/// Behind a short object a phrase of time belongs to the cue: "cited the plan after the talks".
fn short_object(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    // "vowed to go after them", "spoke of rushing through the plan": the verb's own particle.
    let particle = matches!(at.edge, Edge::After | Edge::Because)
        && at.words > 0
        && matches!(at.syntax.tag(at.index - 1), Tag::Base | Tag::Gerund);
    if particle {
        return Some(5);
    }
    if at.frame.opening != Opening::Object {
        return None;
    }
    match at.edge {
        // "conceded the point, as the two sides met again", but "the point, as well as the game"
        Edge::CommaAs if at.clause_at(at.index + 2) => Some(60),
        Edge::After if at.words <= 2 => Some(71),
        Edge::After => Some(if at.words <= 5 { 46 } else { 20 }),
        Edge::Time if at.words <= 2 => Some(67),
        Edge::During | Edge::When | Edge::While if at.words <= 5 => Some(57),
        Edge::Because if at.words <= 2 => Some(75),
        _ => None,
    }
}

fn other(at: &Place<'_, '_, '_, '_>) -> Option<u8> {
    let capital = crate::text::Flags::CAPITALISED;
    match at.edge {
        Edge::Colon if at.phrasal() && at.syntax.page.has(at.index + 1, capital) => Some(60),
        Edge::CommaWhile if at.words >= 15 && at.frame.opening != Opening::Object => Some(29),
        Edge::After if at.words <= 2 => Some(at.share + 30),
        Edge::Dash => {
            let behind = at.index + 1..at.limit.min(at.index + FAR);
            let single = behind
                .into_iter()
                .all(|token| at.syntax.tag(token) != Tag::Dash);
            Some(if single { 48 } else { 37 })
        }
        _ => None,
    }
}

/// "its important, rich neighbour": one word stands before the comma, and nouns behind it.
fn shares_head(syntax: &Syntax<'_, '_, '_>, start: usize, comma: usize) -> bool {
    let determined = comma.checked_sub(2).is_some_and(|token| {
        token >= start
            && matches!(
                syntax.tag(token),
                Tag::Determiner | Tag::Possessive | Tag::Clitic
            )
    });
    determined && syntax.tag(comma + 1) == Tag::Noun && syntax.tag(comma + 2) == Tag::Noun
}

/// Whether an insertion opens at the comma and the clause goes on behind it: "when the town, the second largest,
/// was bombed".
fn resumes(syntax: &Syntax<'_, '_, '_>, comma: usize, limit: usize) -> bool {
    let next = (comma + 1..limit.min(comma + 26)).find(|&token| {
        matches!(
            syntax.tag(token),
            Tag::Comma | Tag::Semicolon | Tag::Open | Tag::Stop
        )
    });
    let Some(next) = next.filter(|&next| syntax.tag(next) == Tag::Comma) else {
        return false;
    };
    let mut verb = next + 1;
    while syntax.tag(verb) == Tag::Adverb {
        verb += 1;
    }
    let relative = syntax.tag(comma + 1) == Tag::Relative;
    verb < limit
        && syntax.tag(verb).is_finite()
        && !syntax.is_reduced(verb)
        && (relative || !syntax.has_finite(comma + 1..next))
        && !syntax.page.is(verb, Classes::CUE_VERB)
}
