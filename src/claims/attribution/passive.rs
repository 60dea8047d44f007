//! "was accused by the army of firing", "was told that", "is expected to".

use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::Cue;
use crate::mentions::noun_phrases;
use crate::mentions::parts::{Grammar, Part};

use super::opening::Opening;
use super::{Reader, Scope, content_end, noun_cue, object, opening};

/// "Asked about the plan, she said", "when asked whether": a passive without its auxiliary.
pub(super) fn is_fronted(g: &Grammar<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> bool {
    let fronted = match cue.head.checked_sub(1) {
        Some(before) if before >= scope.range.start => {
            matches!(
                g.part(before),
                Part::Subordinator | Part::Question | Part::Preposition
            ) || cue.head == scope.floor && g.part(before) == Part::Comma
        }
        _ => true,
    };
    let participle = matches!(g.part(cue.head), Part::Past | Part::Participle);
    fronted && participle && cue.tokens.start == cue.head && cue.takes(Frames::HEARER)
}

pub(super) fn claim<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    if let Some(end) = super::quoted_as::claim(reader, scope, cue) {
        return Some(end);
    }
    let g = &reader.g;
    let limit = scope.range.end;
    let subject = crate::mentions::sources::before(g, cue.tokens.start, scope.floor);
    // "land that is known as a park": "that" stands for the land.
    let subject = subject.map(|subject| {
        let named = g
            .reads(subject.start, "that")
            .then(|| noun_phrases::ending_at(g, subject.start, scope.range.start));
        // "control of land that is known as a park": the land is.
        let nearest = |phrase: crate::text::TokenRange| {
            let preposition = phrase
                .clone()
                .rev()
                .find(|&token| g.part(token) == Part::Preposition);
            preposition.map_or(phrase.start, |token| token + 1)..phrase.end
        };
        named.flatten().map_or(subject, nearest)
    });
    let mut source = None;
    let mut index = cue.tokens.end;
    let by = (index..limit.min(index + 4)).find(|&token| g.reads(token, "by"));
    if let Some(by) =
        by.filter(|&by| (index..by).all(|token| matches!(g.part(token), Part::Adverb)))
    {
        source = noun_phrases::starting_at(g, by + 1, limit, false);
        if let Some(source) = &mut source {
            // "accused by Paris of sending": the charge is no part of the accuser.
            if let Some(of) = source.clone().find(|&token| {
                matches!(g.page.word(token), "of" | "as" | "for")
                    && (g.part(token + 1) == Part::Gerund
                        || cue.takes(Frames::AS) && g.reads(token, "as"))
            }) {
                source.end = of;
            }
            index = source.end;
        }
    }
    index = behind_adjunct(g, index, limit);
    let first = subject
        .clone()
        .unwrap_or(cue.tokens.start..cue.tokens.start);
    let opening = match g.part(index) {
        Part::That => Some((index + 1, Opening::That)),
        Part::To => Some((index, Opening::Infinitive)),
        Part::Question => Some((index, Opening::Question)),
        Part::Subordinator if g.reads(index, "if") => Some((index, Opening::Question)),
        Part::Open => Some((index, Opening::Quotation)),
        Part::Comma | Part::Colon if g.part(index + 1) == Part::Open => {
            Some((index + 1, Opening::Quotation))
        }
        Part::Preposition if matches!(g.page.word(index), "of" | "as" | "for" | "about" | "by") => {
            Some((index, Opening::Object))
        }
        Part::Pronoun | Part::Determiner | Part::Name | Part::Possessive
            if cue.takes(Frames::CLAUSE.with(Frames::OBJECT)) =>
        {
            let clause = opening::clause_follows(g, index, limit);
            Some((
                index,
                if clause {
                    Opening::Bare
                } else {
                    Opening::Object
                },
            ))
        }
        _ => None,
    };
    let Some((start, opening)) = opening else {
        // "The plan was criticised by the union."
        if source.is_some()
            && cue.takes(Frames::OBJECT)
            && subject
                .as_ref()
                .is_some_and(|object| object::speaks(g, cue, source.as_ref(), object))
        {
            return reader
                .add("attribution.passive_object", scope, cue, source, &[first])
                .then_some(index);
        }
        return None;
    };
    let mut end = content_end::find(g, start, opening, source.as_ref(), limit);
    if is_fronted(g, scope, cue) {
        // "Asked whether she would run, the mayor said": the question ends where the main clause begins.
        let main = |&token: &usize| {
            g.part(token) == Part::Comma
                && (g.part(token + 1) == Part::Open || opening::content_clause(g, token + 1, limit))
        };
        end = (start..end).find(main).unwrap_or(end);
    }
    if source.is_none() && opening == Opening::Object {
        // "dismissed as a joke by the ministry"
        let agent =
            (start..end).find(|&token| g.reads(token, "by") && g.part(token + 1).opens_phrase());
        if let Some(by) = agent {
            source = noun_phrases::starting_at(g, by + 1, limit, false);
            end = by;
        }
    }
    // "Crews were called upon to save the barn": it fell to them, and nobody is named who asked.
    if source.is_none() && opening == Opening::Infinitive && cue.lemma.ends_with(" upon") {
        return None;
    }
    let behind = source.as_ref().map_or(end, |source| source.end.max(end));
    // "It was announced that": the empty subject is no content.
    let told = cue.takes(Frames::HEARER)
        || opening == Opening::That && first.len() == 1 && g.reads(first.start, "it");
    let mut cue = cue.clone();
    let mut start = start;
    if start == cue.tokens.end && opening == Opening::Object {
        start = noun_cue::behind_preposition(g, &mut cue.tokens, start, opening, limit).0;
    }
    let pieces = [if told { index..index } else { first }, start..end];
    reader
        .add("attribution.passive", scope, &cue, source, &pieces)
        .then_some(behind)
}

/// Behind "during a debate", "in May", where a question or a topic follows: "asked in May if she would sell".
fn behind_adjunct(g: &Grammar<'_, '_, '_>, index: usize, limit: usize) -> usize {
    if !(g.is_time(index)
        || matches!(
            g.page.word(index),
            "in" | "on" | "at" | "during" | "by" | "after"
        ))
    {
        return index;
    }
    let asks = |token: &usize| {
        matches!(g.part(*token), Part::Question | Part::That | Part::To)
            || matches!(g.page.word(*token), "if" | "about")
    };
    let stops = |token: &usize| {
        g.part(*token).is_finite()
            || matches!(g.part(*token), Part::Comma | Part::Stop | Part::Open)
    };
    (index..limit.min(index + 12))
        .take_while(|token| !stops(token))
        .find(asks)
        .unwrap_or(index)
}
