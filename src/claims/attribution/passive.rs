//! "was accused by the army of firing", "was told that", "is expected to".

use super::cues::{Cue, CueForm};
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::phrases;
use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;

use super::opening::Opening;
use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Tier};
use super::{content_end, noun_cue, object, opening, sources, subject};
use crate::extraction::{ClaimKind, Rule};

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[
    Construction {
        cues: Cues::Active,
        tier: Tier::Specific,
        read: answered,
        rules: &[Rule {
            name: "attribution.answered_question",
            example: "Asked whether she would run, the mayor nodded.",
            counterexample: "Asked whether she would run, the mayor left, and her deputy nodded.",
        }],
    },
    Construction {
        cues: Cues::Active,
        tier: Tier::Specific,
        read: reduced,
        rules: &[Rule {
            name: "attribution.reduced_passive",
            example: "The plan, described by critics as a gimmick, was passed.",
            counterexample: "The plan, written by critics of the mayor, was passed.",
        }],
    },
    Construction {
        cues: Cues::Passive,
        tier: Tier::General,
        read: claim,
        rules: &[
            Rule {
                name: "attribution.passive",
                example: "She was told that the ward was full.",
                counterexample: "The bread was passed round to the guests.",
            },
            Rule {
                name: "attribution.passive_object",
                example: "The plan was criticised by the union.",
                counterexample: "The plan was written by the union.",
            },
        ],
    },
];

/// "Asked about the plan, she said", "when asked whether": a passive without its auxiliary.
pub(super) fn is_fronted(syntax: &Syntax<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> bool {
    let fronted = match cue.head.checked_sub(1) {
        Some(before) if before >= scope.range.start => {
            matches!(
                syntax.tag(before),
                Tag::Subordinator | Tag::Question | Tag::Preposition
            ) || cue.head == scope.floor && syntax.tag(before) == Tag::Comma
        }
        _ => true,
    };
    let participle = matches!(syntax.tag(cue.head), Tag::Past | Tag::Participle);
    fronted && participle && cue.tokens.start == cue.head && cue.takes(Frames::HEARER)
}

fn claim<'l>(reader: &Reader<'_, '_, 'l>, scope: &Scope, cue: &Cue<'l>) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let limit = scope.range.end;
    let subject = passive_subject(syntax, scope, cue);
    let (mut source, index) = agent(syntax, cue, limit)
        .map_or((None, cue.tokens.end), |(source, behind)| {
            (Some(source), behind)
        });
    let index = behind_adjunct(syntax, index, limit);
    let first = subject
        .clone()
        .unwrap_or(cue.tokens.start..cue.tokens.start);
    // "The talks were planned for December": when they are, and nothing that anybody says.
    let dated = |start: usize| syntax.tag(start) == Tag::Preposition && syntax.is_time(start + 1);
    let content = content(syntax, cue, index, limit);
    let content = content.filter(|&(start, opening)| opening != Opening::Object || !dated(start));
    let Some((mut start, opening)) = content else {
        // "The plan was criticised by the union."
        let object = subject.filter(|_| source.is_some() && cue.takes(Frames::OBJECT))?;
        let rule = "attribution.passive_object";
        // "explained by the weather": a cause, and nobody
        let told = matches!(cue.word.kind, ClaimKind::Statement | ClaimKind::Attitude);
        let speaks = source.as_ref().is_some_and(|source| {
            (!told || subject::can_speak(syntax, source)) && !syntax.is_time(source.start)
        });
        return (speaks && object::speaks(syntax, cue, source.as_ref(), &object))
            .then(|| Reading::new(rule, cue, source, &[first], index));
    };
    // "The suspect, who is accused of theft, told the court": the relative pronoun tells of what kind the clause is.
    let relative = |subject: &&TokenRange| {
        subject.len() == 1 && matches!(syntax.tag(subject.start), Tag::Relative | Tag::That)
    };
    let frame = source.as_ref().or(subject.as_ref().filter(relative));
    let mut end = content_end::find(syntax, start, opening, frame, limit);
    // "Two of the women charged with fraud denied it": whom the participle tells of have a verb of their own.
    let reduced = cue.tokens.len() == 1 && syntax.tag(cue.head) == Tag::Past;
    if reduced && content_end::main_verb(syntax, start, end, Opening::Infinitive).is_some() {
        return None;
    }
    if is_fronted(syntax, scope, cue) {
        // "Asked whether she would run, the mayor said": the question ends where the main clause begins.
        let main = |&token: &usize| {
            syntax.tag(token) == Tag::Comma
                && (syntax.tag(token + 1) == Tag::Open
                    || opening::content_clause(syntax, token + 1, limit))
        };
        end = (start..end).find(main).unwrap_or(end);
    }
    if source.is_none() && opening == Opening::Object {
        // "dismissed as a joke by the ministry"
        let agent = (start..end)
            // "accused of theft in a camp led by rebels": by whom the camp is led
            .find(|&token| syntax.reads(token, "by") && syntax.tag(token + 1).opens_phrase())
            .filter(|&by| !matches!(syntax.tag(by - 1), Tag::Past | Tag::Participle))
            .filter(|&by| !syntax.is_time(by + 1));
        if let Some(by) = agent {
            source = phrases::starting_at(syntax, by + 1, limit, false);
            end = by;
        }
    }
    // "Holm was charged with theft": what happens to him; who charges him says it.
    if source.is_none() && cue.takes(Frames::WITH) {
        return None;
    }
    // "Crews were called upon to save the barn": it fell to them, and nobody is named who asked.
    // "The truce is intended to last": what it is for.
    let nobody = cue.lemma.ends_with(" upon") || cue.lemma == "intend";
    if source.is_none() && opening == Opening::Infinitive && nobody {
        return None;
    }
    let behind = source.as_ref().map_or(end, |source| source.end.max(end));
    // "It was announced that": the empty subject is no content.
    let told = cue.takes(Frames::HEARER)
        || opening == Opening::That && first.len() == 1 && syntax.reads(first.start, "it");
    let mut cue = cue.clone();
    if start == cue.tokens.end && opening == Opening::Object {
        start = noun_cue::behind_preposition(syntax, &mut cue.tokens, start, opening, limit).0;
    }
    let pieces = [if told { index..index } else { first }, start..end];
    let rule = "attribution.passive";
    Some(Reading::new(rule, &cue, source, &pieces, behind))
}

/// "The plan, described by critics as a gimmick, was passed": a participle that tells of the noun before it, with its agent.
fn reduced<'l>(reader: &Reader<'_, '_, 'l>, scope: &Scope, cue: &Cue<'l>) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let bare = cue.tokens.len() == 1 && syntax.tag(cue.head) == Tag::Past;
    if !bare || !cue.takes(Frames::OBJECT.with(Frames::AS).with(Frames::OF)) {
        return None;
    }
    let limit = scope.range.end;
    let (mut source, mut index) = agent(syntax, cue, limit)?;
    // "The candidate supported by the union lost": the main verb is none of the agent's.
    let verb = source
        .clone()
        .take_while(|&token| syntax.tag(token) != Tag::Relative)
        .find(|&token| syntax.tag(token).is_finite());
    if let Some(verb) = verb {
        source.end = verb;
        index = verb;
    }
    let comma = cue.head > scope.floor && syntax.tag(cue.head - 1) == Tag::Comma;
    // "welcomed by the union but condemned by the town": the passive before has said of what.
    let joined = matches!(
        syntax.tag(cue.head.wrapping_sub(1)),
        Tag::Conjunction | Tag::But
    );
    let shared = || {
        let last = reader.claims.get(scope.last.filter(|_| joined)?)?;
        let passive = last.rule == "attribution.passive_object";
        last.content.first().filter(|_| passive).cloned()
    };
    let noun = shared().or_else(|| {
        phrases::Reach::Of.ending_at(syntax, cue.head - usize::from(comma), scope.floor)
    })?;
    let mut pieces = [noun.clone(), index..index];
    if let Some((start, Opening::Object)) = content(syntax, cue, index, limit) {
        let end = (start..limit).find(|&token| {
            syntax.tag(token).is_finite() || matches!(syntax.tag(token), Tag::Comma | Tag::Stop)
        });
        pieces[1] = start..end.unwrap_or(limit);
    } else if !object::speaks(syntax, cue, Some(&source), &noun) {
        return None;
    }
    let behind = pieces[1].end;
    let rule = "attribution.reduced_passive";
    Some(Reading::new(rule, cue, Some(source), &pieces, behind))
}

/// The subject of the passive. "land that is known as a park": "that" stands for the land.
fn passive_subject(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
) -> Option<TokenRange> {
    let subject = sources::before(syntax, cue.tokens.start, scope.floor)?;
    // "A man appeared in court accused of theft": he is, and not the court.
    let place = cue.tokens.len() == 1
        && subject.start > scope.floor
        && syntax.tag(subject.start - 1) == Tag::Preposition;
    if place {
        return sources::first_subject(syntax, scope.floor, cue.tokens.start);
    }
    let named = syntax
        .reads(subject.start, "that")
        .then(|| phrases::ending_at(syntax, subject.start, scope.range.start));
    // "control of land that is known as a park": the land is.
    let nearest = |phrase: TokenRange| {
        let preposition = phrase
            .clone()
            .rev()
            .find(|&token| syntax.tag(token) == Tag::Preposition);
        preposition.map_or(phrase.start, |token| token + 1)..phrase.end
    };
    Some(named.flatten().map_or(subject, nearest))
}

/// Who does it, and the token behind: "accused sharply by Paris [of sending]".
fn agent(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>, limit: usize) -> Option<(TokenRange, usize)> {
    let start = cue.tokens.end;
    let by = (start..limit.min(start + 4))
        .find(|&token| syntax.reads(token, "by"))
        .filter(|&by| (start..by).all(|token| syntax.tag(token) == Tag::Adverb))?;
    let mut agent = phrases::starting_at(syntax, by + 1, limit, false)?;
    agent.end = phrases::list_end(syntax, agent.end, limit);
    // "informed by email": how, and nobody.
    let means =
        syntax.tag(agent.start) == Tag::Noun && syntax.page.is(agent.start, Classes::DOCUMENT);
    // "reported by May 15"
    if means || syntax.is_time(agent.start) {
        return None;
    }
    // "accused by Paris of sending": the charge is no part of the accuser.
    let charge = agent.clone().find(|&token| {
        matches!(syntax.page.word(token), "of" | "as" | "for")
            && (syntax.tag(token + 1) == Tag::Gerund
                || cue.takes(Frames::AS) && syntax.reads(token, "as"))
            || cue.takes(Frames::WITH) && syntax.reads(token, "with")
    });
    // "accused by the police of theft", but "by the Ministry of Health"
    let matter = |&token: &usize| {
        cue.takes(Frames::OF) && syntax.reads(token, "of") && syntax.tag(token + 1) == Tag::Noun
    };
    // "ordered by the court to pay", "told by his lawyer not to answer"
    let infinitive = || {
        let told = Frames::HEARER
            .with(Frames::INFINITIVE)
            .with(Frames::OBJECT_INFINITIVE);
        agent.clone().filter(|_| cue.takes(told)).find(|&token| {
            syntax.tag(token) == Tag::To
                || syntax.tag(token) == Tag::Negation && syntax.tag(token + 1) == Tag::To
        })
    };
    let charge = charge
        .or_else(infinitive)
        .or_else(|| agent.clone().rev().find(matter));
    agent.end = charge.unwrap_or(agent.end);
    let behind = agent.end;
    Some((agent, behind))
}

/// Where the content begins, and what it opens with.
fn content(
    syntax: &Syntax<'_, '_, '_>,
    cue: &Cue<'_>,
    index: usize,
    limit: usize,
) -> Option<(usize, Opening)> {
    match syntax.tag(index) {
        Tag::That => Some((index + 1, Opening::That)),
        Tag::To => Some((index, Opening::Infinitive)),
        Tag::Negation if syntax.tag(index + 1) == Tag::To => Some((index, Opening::Infinitive)),
        Tag::Question => Some((index, Opening::Question)),
        // "asked which bridge was safe"
        Tag::Relative if cue.takes(Frames::WH) => Some((index, Opening::Question)),
        Tag::Subordinator if syntax.reads(index, "if") => Some((index, Opening::Question)),
        Tag::Open => Some((index, Opening::Quotation)),
        Tag::Comma | Tag::Colon if syntax.tag(index + 1) == Tag::Open => {
            Some((index + 1, Opening::Quotation))
        }
        // "reported by May 15"
        Tag::Preposition if syntax.reads(index, "by") && syntax.is_time(index + 1) => None,
        Tag::Preposition
            if matches!(
                syntax.page.word(index),
                "of" | "as" | "for" | "about" | "by"
            ) || cue.takes(Frames::WITH) && syntax.reads(index, "with") =>
        {
            Some((index, Opening::Object))
        }
        Tag::Pronoun | Tag::Determiner | Tag::Name | Tag::Possessive
            if cue.takes(Frames::CLAUSE.with(Frames::OBJECT)) =>
        {
            let clause = opening::clause_follows(syntax, index, limit);
            let opening = if clause {
                Opening::Bare
            } else {
                Opening::Object
            };
            Some((index, opening))
        }
        _ => None,
    }
}

/// "Asked whether she would run, [the mayor nodded]": a gesture is the answer, and the question what it says yes or no to.
fn answered<'l>(reader: &Reader<'_, '_, 'l>, scope: &Scope, cue: &Cue<'l>) -> Option<Reading<'l>> {
    let gesture = cue.form == CueForm::Finite
        && cue.takes(Frames::WH)
        && !cue.takes(Frames::CLAUSE.with(Frames::OBJECT));
    let asked = scope.last.and_then(|last| reader.claims.get(last));
    let asked = asked.filter(|asked| gesture && asked.source.is_none())?;
    let syntax = reader.syntax;
    let question = asked.content.last()?.clone();
    let source = sources::before(syntax, cue.tokens.start, scope.floor)?;
    let opens = question.start..source.start;
    let next = opens.len() == question.len() + 1 && syntax.tag(question.end) == Tag::Comma;
    let whether = syntax.tag(question.start) == Tag::Question || syntax.reads(question.start, "if");
    (next && whether).then(|| {
        let rule = "attribution.answered_question";
        Reading::new(rule, cue, Some(source), &[question], cue.tokens.end)
    })
}

/// Behind "during a debate", "in May", where a question or a topic follows: "asked in May if she would sell".
fn behind_adjunct(syntax: &Syntax<'_, '_, '_>, index: usize, limit: usize) -> usize {
    if !(syntax.is_time(index)
        || matches!(
            syntax.page.word(index),
            "in" | "on" | "at" | "during" | "by" | "after"
        ))
    {
        return index;
    }
    let asks = |token: &usize| {
        matches!(syntax.tag(*token), Tag::Question | Tag::That | Tag::To)
            || matches!(syntax.page.word(*token), "if" | "about")
    };
    let stops = |token: &usize| {
        syntax.tag(*token).is_finite()
            || matches!(syntax.tag(*token), Tag::Comma | Tag::Stop | Tag::Open)
    };
    (index..limit.min(index + 12))
        .take_while(|token| !stops(token))
        .find(asks)
        .unwrap_or(index)
}
