//! Nouns that report: "voiced regret over the delay", "issued a statement saying", "his claim that", "Oslo's promise to".

use super::cues::{self, Cue, CueForm};
use crate::extraction::{ClaimKind, Polarity};
use crate::lexicon::entries::speech::{CueWord, Frames};
use crate::lexicon::{Classes, Entry, Meaning, Table};
use crate::syntax::phrases;
use crate::syntax::polarity;
use crate::syntax::{Syntax, Tag};

use crate::text::TokenRange;

use super::opening::{Opening, clause_follows};
use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Tier};
use super::subject::is_thing;
use super::{content_end, content_start, subject};
use crate::extraction::Rule;

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[Construction {
    cues: Cues::Active,
    tier: Tier::Specific,
    read: light_verb,
    rules: &[
        Rule {
            name: "attribution.light_verb_noun",
            example: "The minister voiced regret over the delay.",
            counterexample: "The minister voiced over the film.",
        },
        Rule {
            name: "attribution.light_verb_participle",
            example: "The union issued a statement saying that talks had failed.",
            counterexample: "The nurses sent a letter to their bishop.",
        },
    ],
}];

/// The rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    name: "attribution.possessed_noun",
    example: "The court heard his claim that the bridge was unsafe.",
    counterexample: "The firm kept its offices in the town.",
}];

/// From this share on a noun reports behind a possessive alone.
const SAFE: u8 = 70;

/// The noun's own entry.
pub(super) fn noun<'l>(syntax: &Syntax<'_, '_, 'l>, token: usize) -> Option<(&'l Entry, CueWord)> {
    if !syntax.page.is(token, Classes::CUE_NOUN) {
        return None;
    }
    syntax
        .page
        .entries_in(Table::CueNouns, token)
        .find_map(|(entry, _)| match entry.meaning {
            Meaning::Cue(word) => Some((entry, word)),
            _ => None,
        })
}

/// Where the content of a noun begins.
pub(super) fn behind(
    syntax: &Syntax<'_, '_, '_>,
    word: CueWord,
    token: usize,
    limit: usize,
) -> Option<(usize, Opening)> {
    if token >= limit {
        return None;
    }
    let takes = |frame| word.frames.any(frame);
    match syntax.tag(token) {
        Tag::That if takes(Frames::CLAUSE) => Some((token + 1, Opening::That)),
        Tag::To if takes(Frames::INFINITIVE) => Some((token, Opening::Infinitive)),
        Tag::Question if takes(Frames::WH) => Some((token, Opening::Question)),
        Tag::Open => Some((token, Opening::Quotation)),
        // `issued a statement: "Last night we lost."`
        Tag::Comma | Tag::Colon if syntax.tag(token + 1) == Tag::Open => {
            Some((token + 1, Opening::Quotation))
        }
        Tag::Preposition => {
            let frame = match syntax.page.word(token) {
                "over" | "with" | "regarding" | "toward" | "towards" | "at" => takes(Frames::ABOUT),
                "to" => takes(Frames::OBJECT),
                _ => content_start::frame_of(syntax, token).is_some_and(takes),
            };
            (frame && token + 1 < limit).then_some((token, Opening::Object))
        }
        _ => None,
    }
}

/// "voiced regret over": the preposition goes with its noun, "support for" as much as "called for".
pub(super) fn behind_preposition(
    syntax: &Syntax<'_, '_, '_>,
    cue: &mut TokenRange,
    start: usize,
    opening: Opening,
    limit: usize,
) -> (usize, Opening) {
    if opening == Opening::Object && content_start::joins(syntax, start) && start + 1 < limit {
        cue.end = start + 1;
        return (start + 1, content_start::opening_at(syntax, start + 1));
    }
    (start, opening)
}

/// "voiced regret over the delay", "issued a statement saying that", "traded accusations of bad faith".
pub(super) fn light_verb<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    if !cue.takes(Frames::LIGHT) || cue.form == CueForm::Passive {
        return None;
    }
    let limit = scope.range.end;
    let mut light = with_noun(syntax, cue, limit)?;
    let noun_end = light.tokens.end;
    let subject = subject::subject(reader, scope, cue)?;
    let gerund = gerund_behind(syntax, noun_end, limit);
    if let Some(gerund) = gerund.and_then(|place| cues::at(syntax, place, place)) {
        return with_participle(syntax, light, &gerund, subject.tokens, limit);
    }
    let (start, opening) = behind(syntax, light.word, noun_end, limit)?;
    let (start, opening) = behind_preposition(syntax, &mut light.tokens, start, opening, limit);
    let mut source = subject.tokens;
    let thing = |source: &TokenRange| is_thing(syntax, source);
    if light.word.kind == ClaimKind::Attitude && source.as_ref().is_some_and(thing) {
        // "The frost has raised fears of a famine": nobody's that we know, and the article's own voice. What is expressed
        // somebody expresses: "The talks expressed support for the truce".
        if !cue.takes(Frames::OBJECT) {
            return None;
        }
        source = None;
    }
    let end = content_end::find(syntax, start, opening, source.as_ref(), limit);
    Some(Reading::new(
        "attribution.light_verb_noun",
        &light,
        source,
        &[start..end],
        end,
    ))
}

/// How many words stand between a light verb and its noun: "voiced her own very deep regret".
pub(super) const MODIFIERS: usize = 5;

/// The light verb with its noun as one cue, which means what the noun means: "voiced her deep regret".
fn with_noun<'l>(syntax: &Syntax<'_, '_, 'l>, cue: &Cue<'l>, limit: usize) -> Option<Cue<'l>> {
    let mut token = cue.tokens.end;
    // "her deep", "some", "a joint": what can stand before the noun.
    while token < limit
        && token < cue.tokens.end + MODIFIERS
        && matches!(
            syntax.tag(token),
            Tag::Determiner
                | Tag::Possessive
                | Tag::Quantifier
                | Tag::Noun
                | Tag::Name
                | Tag::Adverb
                | Tag::Gerund
        )
        && (noun(syntax, token).is_none() || syntax.page.is(token + 1, Classes::CUE_NOUN))
    {
        token += 1;
    }
    let (entry, word) = noun(syntax, token)?;
    let mut light = cue.clone();
    light.tokens.end = token + 1;
    light.head = token;
    light.lemma = &entry.lemma;
    light.word = word;
    // "gave no indication that"
    let none = (cue.tokens.end..token).any(|token| syntax.page.is(token, Classes::NEGATION));
    if none {
        light.polarity = polarity::reversed(light.polarity);
    }
    Some(light)
}

/// "issued a statement saying that the road was closed": the content is behind the participle.
fn with_participle<'l>(
    syntax: &Syntax<'_, '_, 'l>,
    mut light: Cue<'l>,
    gerund: &Cue<'l>,
    source: Option<TokenRange>,
    limit: usize,
) -> Option<Reading<'l>> {
    let start = content_start::behind(syntax, gerund, limit)?;
    let end = content_end::find(syntax, start.token, start.opening, source.as_ref(), limit);
    light.tokens.end = gerund.tokens.end;
    // "sent a letter calling for calm" demands it.
    if gerund.word.kind != ClaimKind::Statement {
        light.word.kind = gerund.word.kind;
    }
    Some(Reading::new(
        "attribution.light_verb_participle",
        &light,
        source,
        &[start.token..end],
        end,
    ))
}

/// "saying" behind "a statement on Monday", "a letter to the mayor".
fn gerund_behind(syntax: &Syntax<'_, '_, '_>, start: usize, limit: usize) -> Option<usize> {
    let mut token = start;
    while token < limit.min(start + 8) {
        let part = syntax.tag(token);
        if part == Tag::Gerund && !syntax.is_time(token) {
            return Some(token);
        }
        let between = part == Tag::Preposition || part.opens_phrase() || syntax.is_time(token);
        if !between || part == Tag::Pronoun {
            return None;
        }
        token += 1;
    }
    None
}

/// Behind "is that": "The company's view is that the dam is safe".
fn predicate(syntax: &Syntax<'_, '_, '_>, start: usize, limit: usize) -> Option<usize> {
    let is = matches!(syntax.page.word(start), "is" | "was" | "remains");
    let that = start + 1 + usize::from(syntax.tag(start + 1) == Tag::Adverb);
    (is && syntax.tag(that) == Tag::That && clause_follows(syntax, that + 1, limit))
        .then_some(that + 1)
}

/// "his claim that", "the union's promise to pay", "claims by the union that".
pub(super) fn possessed<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    token: usize,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let (entry, word) = noun(syntax, token)?;
    let limit = scope.range.end;
    let predicate = predicate(syntax, token + 1, limit).filter(|_| word.frames.any(Frames::CLAUSE));
    let verb = matches!(syntax.tag(token), Tag::Finite | Tag::Past | Tag::Base);
    let sure = word.share >= SAFE || predicate.is_some() || is_rumoured(syntax, token, limit);
    if verb || !sure {
        return None;
    }
    let mut owner = token;
    while owner > scope.floor && owner + 3 > token && matches!(syntax.tag(owner - 1), Tag::Noun) {
        owner -= 1;
    }
    let mut next = token + 1;
    let mark = owner.checked_sub(1).filter(|&mark| mark >= scope.floor);
    let source = match mark.map_or(Tag::Other, |mark| syntax.tag(mark)) {
        Tag::Possessive => Some(owner - 1..owner),
        Tag::Clitic => Some(phrases::ending_at(syntax, owner - 1, scope.floor)?.start..owner),
        // "a claim by the union that rents rose"
        _ if matches!(syntax.page.word(next), "by" | "from") => {
            let agent = phrases::starting_at(syntax, next + 1, limit, false)?;
            owner = token;
            next = agent.end;
            Some(agent)
        }
        _ if is_rumoured(syntax, token, limit) => None,
        _ => return None,
    };
    let (start, opening) = match predicate {
        Some(start) => (start, Opening::That),
        None => behind(syntax, word, next, limit)?,
    };
    // "her view of the sea": only what a clause or an infinitive fills is said for sure.
    if opening == Opening::Object {
        return None;
    }
    let cue = Cue {
        tokens: owner..predicate.map_or(token + 1, |start| start - 1),
        head: token,
        lemma: &entry.lemma,
        word,
        form: CueForm::Preposition,
        // "There was no claim by the union that"
        polarity: match mark.is_some_and(|mark| syntax.page.is(mark, Classes::NEGATION)) {
            true => Polarity::NotSaid,
            false => Polarity::Said,
        },
    };
    let mut end = content_end::find(syntax, start, opening, source.as_ref(), limit);
    // "His claim that he was ill was dismissed": the noun is the subject of a verb behind its clause.
    let first = source
        .as_ref()
        .map_or(owner, |source| source.start.min(owner));
    let subject = first == scope.floor
        || !syntax.has_finite(scope.floor..first) && syntax.tag(first - 1) != Tag::Preposition;
    if subject && predicate.is_none() {
        end = content_end::main_verb(syntax, start, end, opening).unwrap_or(end);
    }
    let rule = "attribution.possessed_noun";
    Some(Reading::new(rule, &cue, source, &[start..end], end))
}

/// "amid claims that the count was false", "dogged by allegations that he took bribes": somebody says so, and the article
/// does not tell who.
fn is_rumoured(syntax: &Syntax<'_, '_, '_>, token: usize, limit: usize) -> bool {
    let before = token
        .checked_sub(1)
        .map_or(Tag::Other, |before| syntax.tag(before));
    // "There were reports that"
    let there = before == Tag::Auxiliary
        && (token.saturating_sub(3)..token).any(|at| syntax.reads(at, "there"));
    (before == Tag::Preposition || there)
        && syntax.page.word(token).ends_with('s')
        && syntax.tag(token + 1) == Tag::That
        && clause_follows(syntax, token + 2, limit)
}
