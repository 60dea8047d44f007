//! How likely a content ends at an edge: the table's figure, corrected by what stands round it.

use crate::claims::attribution::cues::{self, Cue};
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::{FAR, Syntax, Tag, clauses};

use super::super::opening::{Opening, content_clause};
use super::Frame;
use super::edge::{Edge, ends, is_comma};

/// The table's figure, corrected by what else can be seen from the edge.
pub(super) fn weigh(
    syntax: &Syntax<'_, '_, '_>,
    edge: Edge,
    frame: &Frame<'_>,
    index: usize,
    limit: usize,
) -> u8 {
    let opening = frame.opening;
    let share = ends(edge, opening);
    let words = index - frame.start;
    let next = syntax.tag(index + 1);
    let comma = is_comma(syntax, index);
    let phrasal = matches!(opening, Opening::Object | Opening::Infinitive);
    let list = || {
        // "rents, the cost of food and taxes": a list goes on.
        (index + 1..limit.min(index + 7)).any(|token| syntax.tag(token) == Tag::Conjunction)
            && !syntax.has_finite(index + 1..limit.min(index + 7))
    };
    if comma {
        if frame.relative && next.is_finite() {
            // "Ana Ruiz, who called it a joke, left"
            return 95;
        }
        if frame.subordinate
            && (next.opens_phrase() || next == Tag::Open)
            && content_clause(syntax, index + 1, limit)
        {
            // "While she admitted that it would be hard, her office has argued"
            return 90;
        }
    }
    if speaks_anew(syntax, edge, index, limit) {
        // "said they were worried, and nearly half said they would leave"
        return 90;
    }
    if comma && resumes(syntax, index, limit) {
        return 10;
    }
    if edge == Edge::AndReporting && !comma && !phrasal && !goes_on_speaking(syntax, index + 1) {
        // "said that he spoke to the mayor and wanted more": the content has a second verb.
        return 30;
    }
    if edge == Edge::And && absolute_follows(syntax, index + 1, limit) {
        // "one side vowing to return and the other insisting on peace"
        return 80;
    }
    if matches!(edge, Edge::But | Edge::CommaBut | Edge::CommaButSubject) {
        let but = index + usize::from(comma);
        // "said they had left but the claim was dismissed": the writer's answer to it.
        let answers = syntax.tag(but + 1) == Tag::Determiner
            && syntax.page.is(but + 2, Classes::CUE_NOUN)
            && syntax.tag(but + 3).is_finite();
        if answers {
            return 90;
        }
    }
    if edge == Edge::As || edge == Edge::CommaAs {
        let party = index + 1 + usize::from(comma);
        if party_speaks(syntax, party, limit) {
            // "conceded that the truce was broken as the two sides accused each other"
            return 80;
        }
        if !comma {
            // "answered a question as the mayor listened"
            // "cited the tax as a reason it fell": what the tax is, and no clause of its own.
            let named = matches!(
                syntax.tag(party),
                Tag::Pronoun | Tag::Name | Tag::Possessive
            ) || syntax.reads(party, "the");
            let clause =
                opening == Opening::Object && named && content_clause(syntax, party, limit);
            return if clause && words <= 5 { 55 } else { 0 };
        }
    }
    if comma && words <= 4 && edge == Edge::CommaOther && shares_head(syntax, frame.start, index) {
        // "accused its important, rich neighbour": the comma parts adjectives.
        return 5;
    }
    match edge {
        // "attacking the plan and visiting the camp": the gerunds share a subject.
        Edge::And
            if opening == Opening::Object
                && next == Tag::Gerund
                && frame.start > 0
                && syntax.tag(frame.start - 1) == Tag::Gerund
                && syntax.tag(frame.start) != Tag::Gerund =>
        {
            80
        }
        // "vowed to go after them", "spoke of rushing through the plan": the verb's own particle.
        Edge::After | Edge::Because
            if words > 0
                && matches!(syntax.tag(index.wrapping_sub(1)), Tag::Base | Tag::Gerund) =>
        {
            5
        }
        // An object has no verb: what follows is the main clause again, "praised the plan and embraced it".
        Edge::And | Edge::But | Edge::CommaAndOther | Edge::CommaBut
            if opening == Opening::Object =>
        {
            let token = index + 1 + usize::from(comma);
            if syntax.tag(token).is_finite() && !syntax.is_reduced(token) {
                85
            } else if syntax.tag(token).opens_phrase() && content_clause(syntax, token, limit) {
                70
            } else {
                share
            }
        }
        Edge::And | Edge::CommaAndOther if opening == Opening::Infinitive => {
            let token = index + 1 + usize::from(comma);
            if matches!(
                syntax.tag(token),
                Tag::Past | Tag::Finite | Tag::Auxiliary | Tag::Modal
            ) {
                80
            } else if syntax.tag(token).opens_phrase() && content_clause(syntax, token, limit) {
                60
            } else {
                share
            }
        }
        Edge::Colon if phrasal && syntax.page.has(index + 1, crate::text::Flags::CAPITALISED) => 60,
        Edge::CommaName => {
            let own = frame.source.is_some_and(|source| {
                source.clone().any(|token| {
                    syntax.tag(token) == Tag::Name
                        && syntax.page.word(token) == syntax.page.word(index + 1)
                })
            });
            if own {
                90
            } else if list() {
                3
            } else if matches!(syntax.tag(index + 2), Tag::That | Tag::Relative) {
                // "the fire in Tartu, Estonia that began"
                5
            } else if syntax.has_finite(index + 2..limit.min(index + 6)) && words < 15 {
                61
            } else {
                share.min(40)
            }
        }
        Edge::CommaDeterminer => {
            if list() || words >= 15 {
                32
            } else {
                share.max(50)
            }
        }
        Edge::CommaOther | Edge::CommaGerund => {
            if list() {
                11
            } else if words < 3 {
                share + 20
            } else if words >= 15 {
                share.saturating_sub(25)
            } else {
                share
            }
        }
        // "conceded the point, as the two sides met again", but "the point, as well as the game"
        Edge::CommaAs if opening == Opening::Object && content_clause(syntax, index + 2, limit) => {
            60
        }
        Edge::CommaWhile if words >= 15 && opening != Opening::Object => 29,
        Edge::After if opening == Opening::Object => {
            if words <= 2 {
                71
            } else if words <= 5 {
                46
            } else {
                20
            }
        }
        Edge::Time if opening == Opening::Object && words <= 2 => 67,
        Edge::During | Edge::When | Edge::While if opening == Opening::Object && words <= 5 => 57,
        Edge::Because if opening == Opening::Object && words <= 2 => 75,
        Edge::After if words <= 2 => share + 30,
        Edge::Dash => {
            let single =
                (index + 1..limit.min(index + FAR)).all(|token| syntax.tag(token) != Tag::Dash);
            if single { 48 } else { 37 }
        }
        _ => share,
    }
}

/// From this share on a verb behind "and" goes on reporting what the same source said.
const SPEAKS: u8 = 80;

/// "and said", "and later accused": a verb that hardly stands in what another says.
fn goes_on_speaking(syntax: &Syntax<'_, '_, '_>, index: usize) -> bool {
    let mut token = index;
    while matches!(syntax.tag(token), Tag::Adverb | Tag::Auxiliary) {
        token += 1;
    }
    cues::at(syntax, token, token).is_some_and(|cue| cue.word.share >= SPEAKS)
}

/// ", and the mayor said", ", while nearly half say": another source has its say.
fn speaks_anew(syntax: &Syntax<'_, '_, '_>, edge: Edge, index: usize, limit: usize) -> bool {
    let first = match edge {
        Edge::CommaAndOther
        | Edge::CommaAndPronoun
        | Edge::CommaBut
        | Edge::CommaButSubject
        | Edge::CommaWhile => index + 2,
        Edge::And | Edge::But | Edge::While => index + 1,
        // "38 say they agree, 12 say they do not"
        Edge::CommaOther if matches!(syntax.tag(index + 1), Tag::Number | Tag::Quantifier) => {
            index + 1
        }
        _ => return false,
    };
    speaker_at(syntax, first, limit)
        .is_some_and(|cue| cue.word.share >= SURE && cue.takes(Frames::CLAUSE.with(Frames::OF)))
}

/// "the two sides accused each other": a noun phrase and the verb of another's speech behind "as".
fn party_speaks(syntax: &Syntax<'_, '_, '_>, start: usize, limit: usize) -> bool {
    syntax.tag(start) != Tag::Pronoun
        && speaker_at(syntax, start, limit).is_some_and(|cue| cue.word.share >= SPEAKS)
}

/// The cue of the clause that begins there.
fn speaker_at<'l>(syntax: &Syntax<'_, '_, 'l>, start: usize, limit: usize) -> Option<Cue<'l>> {
    let clause = clauses::starting_at(syntax, start, limit)?;
    let head = clause.head(syntax);
    (clause.is_plain(syntax)).then(|| cues::at(syntax, head, head))?
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

/// From this share on a verb opens what another says.
const SURE: u8 = 90;

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

/// "the other side insisting": a noun phrase with a reporting participle of its own.
fn absolute_follows(syntax: &Syntax<'_, '_, '_>, start: usize, limit: usize) -> bool {
    let mut token = start;
    while token < limit.min(start + 5) && syntax.tag(token).opens_phrase() {
        token += 1;
    }
    token > start && syntax.tag(token) == Tag::Gerund && syntax.page.is(token, Classes::CUE_VERB)
}
