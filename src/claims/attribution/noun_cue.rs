//! Nouns that report: "voiced regret over the delay", "issued a statement saying", "his claim that", "Oslo's promise to".

use crate::extraction::{ClaimKind, Polarity};
use crate::lexicon::entries::speech::{CueWord, Frames};
use crate::lexicon::{Classes, Entry, Meaning, Table};
use crate::mentions::cues::{self, Cue, CueForm};
use crate::mentions::noun_phrases;
use crate::mentions::parts::{Grammar, Part};
use crate::mentions::polarity;

use crate::text::TokenRange;

use super::opening::Opening;
use super::subject::is_thing;
use super::{Reader, Scope, content_end, content_start, subject};

/// From this share on a noun reports behind a possessive alone.
const SAFE: u8 = 70;

/// The noun's own entry.
fn noun<'l>(g: &Grammar<'_, '_, 'l>, token: usize) -> Option<(&'l Entry, CueWord)> {
    if !g.page.is(token, Classes::CUE_NOUN) {
        return None;
    }
    g.page
        .entries(token)
        .find_map(|(entry, _)| match entry.meaning {
            Meaning::Cue(word) if entry.table == Table::CueNouns => Some((entry, word)),
            _ => None,
        })
}

/// Where the content of a noun begins.
pub(super) fn behind(
    g: &Grammar<'_, '_, '_>,
    word: CueWord,
    token: usize,
    limit: usize,
) -> Option<(usize, Opening)> {
    if token >= limit {
        return None;
    }
    let takes = |frame| word.frames.any(frame);
    match g.part(token) {
        Part::That if takes(Frames::CLAUSE) => Some((token + 1, Opening::That)),
        Part::To if takes(Frames::INFINITIVE) => Some((token, Opening::Infinitive)),
        Part::Question if takes(Frames::WH) => Some((token, Opening::Question)),
        Part::Open => Some((token, Opening::Quotation)),
        // `issued a statement: "Last night we lost."`
        Part::Comma | Part::Colon if g.part(token + 1) == Part::Open => {
            Some((token + 1, Opening::Quotation))
        }
        Part::Preposition => {
            let frame = match g.page.word(token) {
                "over" | "with" | "regarding" | "toward" | "towards" | "at" => takes(Frames::ABOUT),
                "to" => takes(Frames::OBJECT),
                _ => content_start::frame_of(g, token).is_some_and(takes),
            };
            (frame && token + 1 < limit).then_some((token, Opening::Object))
        }
        _ => None,
    }
}

/// "voiced regret over": the preposition goes with its noun, "support for" as much as "called for".
pub(super) fn behind_preposition(
    g: &Grammar<'_, '_, '_>,
    cue: &mut TokenRange,
    start: usize,
    opening: Opening,
    limit: usize,
) -> (usize, Opening) {
    if opening == Opening::Object && content_start::joins(g, start) && start + 1 < limit {
        cue.end = start + 1;
        return (start + 1, content_start::opening_at(g, start + 1));
    }
    (start, opening)
}

/// "voiced regret over the delay", "issued a statement saying that", "traded accusations of bad faith".
pub(super) fn light_verb<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let g = &reader.g;
    if !cue.takes(Frames::LIGHT) || cue.form == CueForm::Passive {
        return None;
    }
    let limit = scope.range.end;
    let mut token = cue.tokens.end;
    // "her deep", "some", "a joint": what can stand before the noun.
    while token < limit
        && token < cue.tokens.end + 5
        && matches!(
            g.part(token),
            Part::Determiner
                | Part::Possessive
                | Part::Quantifier
                | Part::Noun
                | Part::Name
                | Part::Adverb
                | Part::Gerund
        )
        && (noun(g, token).is_none() || g.page.is(token + 1, Classes::CUE_NOUN))
    {
        token += 1;
    }
    let (entry, word) = noun(g, token)?;
    let mut light = cue.clone();
    light.tokens.end = token + 1;
    light.head = token;
    light.lemma = &entry.lemma;
    light.word = word;
    // "gave no indication that"
    let none = (cue.tokens.end..token).any(|token| g.page.is(token, Classes::NEGATION));
    if none {
        light.polarity = polarity::reversed(light.polarity);
    }
    let subject = subject::subject(reader, scope, cue)?;
    let gerund = gerund_behind(g, token + 1, limit);
    if let Some(place) = gerund {
        // "issued a statement saying that the road was closed"
        if let Some(gerund) = cues::at(g, place, place) {
            let start = content_start::behind(g, &gerund, limit)?;
            let end = content_end::find(
                g,
                start.token,
                start.opening,
                subject.tokens.as_ref(),
                limit,
            );
            light.tokens.end = gerund.tokens.end;
            return reader
                .add(
                    "attribution.light_verb_participle",
                    scope,
                    &light,
                    subject.tokens,
                    &[start.token..end],
                )
                .then_some(end);
        }
    }
    let (start, opening) = behind(g, word, token + 1, limit)?;
    let (start, opening) = behind_preposition(g, &mut light.tokens, start, opening, limit);
    // "The frost has raised fears of a famine": whose fears, it does not say.
    let source = subject
        .tokens
        .filter(|source| word.kind != ClaimKind::Attitude || !is_thing(g, source));
    let end = content_end::find(g, start, opening, source.as_ref(), limit);
    reader
        .add(
            "attribution.light_verb_noun",
            scope,
            &light,
            source,
            &[start..end],
        )
        .then_some(end)
}

/// "saying" behind "a statement on Monday", "a letter to the mayor".
fn gerund_behind(g: &Grammar<'_, '_, '_>, start: usize, limit: usize) -> Option<usize> {
    let mut token = start;
    while token < limit.min(start + 8) {
        let part = g.part(token);
        if part == Part::Gerund && !g.is_time(token) {
            return Some(token);
        }
        let between = part == Part::Preposition || part.opens_phrase() || g.is_time(token);
        if !between || part == Part::Pronoun {
            return None;
        }
        token += 1;
    }
    None
}

/// "his claim that", "the union's promise to pay", "claims by the union that".
pub(super) fn possessed<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    token: usize,
) -> Option<usize> {
    let g = &reader.g;
    let (entry, word) = noun(g, token)?;
    if word.share < SAFE || matches!(g.part(token), Part::Finite | Part::Past | Part::Base) {
        return None;
    }
    let limit = scope.range.end;
    let mut owner = token;
    while owner > scope.floor && owner + 3 > token && matches!(g.part(owner - 1), Part::Noun) {
        owner -= 1;
    }
    let mut next = token + 1;
    let mark = owner.checked_sub(1).filter(|&mark| mark >= scope.floor);
    let source = match mark.map_or(Part::Other, |mark| g.part(mark)) {
        Part::Possessive => owner - 1..owner,
        Part::Clitic => noun_phrases::ending_at(g, owner - 1, scope.floor)?.start..owner,
        // "a claim by the union that rents rose"
        _ if matches!(g.page.word(next), "by" | "from") => {
            let agent = noun_phrases::starting_at(g, next + 1, limit, false)?;
            owner = token;
            next = agent.end;
            agent
        }
        _ => return None,
    };
    let (start, opening) = behind(g, word, next, limit)?;
    // "her view of the sea": only what a clause or an infinitive fills is said for sure.
    if opening == Opening::Object {
        return None;
    }
    let cue = Cue {
        tokens: owner..token + 1,
        head: token,
        lemma: &entry.lemma,
        word,
        form: CueForm::Preposition,
        // "There was no claim by the union that"
        polarity: match mark.is_some_and(|mark| g.page.is(mark, Classes::NEGATION)) {
            true => Polarity::NotSaid,
            false => Polarity::Said,
        },
    };
    let end = content_end::find(g, start, opening, Some(&source), limit);
    reader
        .add(
            "attribution.possessed_noun",
            scope,
            &cue,
            Some(source),
            &[start..end],
        )
        .then_some(end)
}
