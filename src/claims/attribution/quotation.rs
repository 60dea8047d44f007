//! Direct quotation: "…," he said; "…," said Ana Ruiz; and quotations that go on without a cue.

use super::cues::{self, Cue, CueForm};
use super::sources;
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::phrases;
use crate::syntax::{FAR, Syntax, Tag};
use crate::text::TokenRange;

use super::lead_in;
use super::opening::clause_follows;
use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Tier};
use super::split_quotation::second_piece;
use crate::extraction::Rule;

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[
    Construction {
        cues: Cues::Active,
        tier: Tier::Specific,
        read: inverted,
        rules: &[Rule {
            name: "attribution.cue_subject_quotation",
            example: "Said Ana Ruiz: \"We lost it all.\"",
            counterexample: "Said to be a painter: \"The Elder\" of the town.",
        }],
    },
    Construction {
        cues: Cues::Active,
        tier: Tier::Specific,
        read: subject_before,
        rules: &[Rule {
            name: "attribution.quotation_subject_cue",
            example: "\"We lost everything,\" the farmer said.",
            counterexample: "The \"plan\" he wrote was short.",
        }],
    },
    Construction {
        cues: Cues::Active,
        tier: Tier::Specific,
        read: subject_behind,
        rules: &[
            Rule {
                name: "attribution.quotation_cue_subject",
                example: "\"We lost everything,\" said Ana Ruiz, a farmer.",
                counterexample: "The \"old mill\" said to be haunted was sold.",
            },
            Rule {
                name: "attribution.clause_cue_subject",
                example: "The harvest will be thin, said Ana Ruiz, a miller.",
                counterexample: "The veto will fall, Ana Ruiz, an adviser, said Sunday.",
            },
        ],
    },
];

/// `"We lost," said Ana Ruiz, a farmer.` Also without quotation marks: `The road is open, said Ana Ruiz.`
pub(super) fn subject_behind<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    if !cue.takes(Frames::QUOTE.with(Frames::CLAUSE)) || cue.tokens.start != cue.head {
        return None;
    }
    let content = before(syntax, scope, cue.tokens.start);
    // `"Prices rose," read the letter`: behind a quotation a form that can be past is past.
    let past = cue.form == CueForm::Finite
        || content.is_some() && matches!(cue.form, CueForm::Participle | CueForm::Infinitive);
    if !past {
        return None;
    }
    let content = match content {
        Some(content) => content,
        None => {
            // Unquoted: a clause with a verb, a comma, the cue.
            let comma = cue
                .head
                .checked_sub(1)
                .filter(|&token| token > scope.floor)?;
            let speaks = syntax.tag(cue.head) == Tag::Past || syntax.reads(cue.head, "says");
            if syntax.tag(comma) != Tag::Comma
                || !speaks
                || !clause_ends(syntax, scope.floor, comma)
            {
                return None;
            }
            scope.floor..comma
        }
    };
    let quoted = syntax.tag(content.end.wrapping_sub(1)) == Tag::Close;
    let source = speaker_behind(syntax, cue.tokens.end, scope.range.end, quoted)?;
    let (second, end) = second_piece(syntax, source.end, scope);
    let rule = if quoted {
        "attribution.quotation_cue_subject"
    } else {
        "attribution.clause_cue_subject"
    };
    // A relative clause of the source can hold a cue of its own: "said Ana Ruiz, who has accused the army of it".
    let relative = source
        .clone()
        .find(|&token| syntax.tag(token) == Tag::Relative);
    let end = relative.filter(|_| second.is_empty()).unwrap_or(end);
    Some(Reading::new(
        rule,
        cue,
        Some(source),
        &[content, second],
        end,
    ))
}

/// The subject behind the cue. Behind a quotation nothing else can stand there: `said retired nurse Ana Ruiz`, `said one
/// party member`, whose words could be verbs as well.
fn speaker_behind(
    syntax: &Syntax<'_, '_, '_>,
    start: usize,
    limit: usize,
    quoted: bool,
) -> Option<TokenRange> {
    let participle = quoted
        && matches!(syntax.tag(start), Tag::Past | Tag::Participle | Tag::Finite)
        && (syntax.tag(start + 1).is_nominal() || syntax.tag(start + 1) == Tag::Finite);
    let first = start + usize::from(participle);
    // "Ruiz, an adviser, said Sunday": a day does not speak.
    if syntax.is_time(first) {
        return None;
    }
    let source = match phrases::starting_at(syntax, first, limit, true) {
        Some(source) => source,
        None if participle => first..first,
        None => return None,
    };
    if !syntax.tag(source.end).is_finite() {
        return Some(start..source.end);
    }
    // "said the plan was dead": a clause, not a subject.
    let end = (source.end + 1..limit.min(source.end + 6))
        .find(|&token| !syntax.tag(token).is_nominal())
        .filter(|_| quoted && syntax.may_be_noun(source.end))?;
    matches!(
        syntax.tag(end),
        Tag::Stop | Tag::Comma | Tag::Close | Tag::Relative | Tag::Preposition
    )
    .then_some(start..end)
}

/// Whether the words before the comma are a clause and no insertion: "the harvest will be thin, said", but "the mayor,
/// who was hurt, said".
pub(super) fn clause_ends(syntax: &Syntax<'_, '_, '_>, floor: usize, comma: usize) -> bool {
    let start = (floor..comma)
        .rev()
        .take(FAR)
        .find(|&token| {
            matches!(
                syntax.tag(token),
                Tag::Comma | Tag::Dash | Tag::Semicolon | Tag::Close
            )
        })
        .map_or(floor, |token| token + 1);
    let mut start = start;
    while matches!(
        syntax.tag(start),
        Tag::Conjunction | Tag::But | Tag::Adverb | Tag::That
    ) {
        start += 1;
    }
    super::opening::clause_follows(syntax, start, comma)
}

/// `Said Ana Ruiz: "We lost."` Also with the quotation in a paragraph of its own below.
pub(super) fn inverted<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let first = cue.tokens.start == scope.range.start && cue.tokens.start == cue.head;
    if !first || !cue.takes(Frames::QUOTE) || scope.nested_in.is_some() {
        return None;
    }
    let source = phrases::starting_at(syntax, cue.tokens.end, scope.range.end, true)?;
    let mark = source.end;
    let content = match syntax.tag(mark) {
        Tag::Colon | Tag::Comma if syntax.tag(mark + 1) == Tag::Open => {
            mark + 1..syntax.behind_quotation(mark + 1)
        }
        Tag::Colon => super::label::introduced(syntax, scope)?,
        _ => return None,
    };
    let end = content.end.min(scope.range.end);
    Some(Reading::new(
        "attribution.cue_subject_quotation",
        cue,
        Some(source),
        &[content],
        end,
    ))
}

/// `"We lost," the farmer said.`
pub(super) fn subject_before<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    if cue.form != CueForm::Finite
        || !cue.takes(Frames::QUOTE.with(Frames::CLAUSE))
        || ends_aside(syntax, scope, cue)
        // `"We lost," the paper quoted Ruiz as saying`
        || relayed(syntax, scope, cue).is_some()
    {
        return None;
    }
    if cue.tokens.start > scope.range.start
        && syntax.tag(cue.tokens.start - 1) == Tag::Relative
        && main_verb_behind(syntax, cue.tokens.end, scope.range.end)
    {
        return None;
    }
    let (source, content) = quoted_before(reader, scope, cue)?;
    let (second, end) = second_piece(syntax, cue.tokens.end, scope);
    Some(Reading::new(
        "attribution.quotation_subject_cue",
        cue,
        Some(source),
        &[content, second],
        end,
    ))
}

/// Whether the main verb is still to come behind a relative clause's own, which ends there: `"It was calm," an official, who was
/// not allowed to speak, told the Post`, `a cook who begged to stay anonymous said`.
fn main_verb_behind(syntax: &Syntax<'_, '_, '_>, start: usize, limit: usize) -> bool {
    if syntax.tag(start) == Tag::Comma && syntax.tag(start + 1).is_finite() {
        return true;
    }
    let limit = limit.min(start + FAR);
    (start + 1..limit).any(|token| {
        let before = syntax.tag(token - 1);
        syntax.tag(token).is_finite()
            && syntax.page.is(token, Classes::CUE_VERB)
            && (matches!(before, Tag::Comma | Tag::Past | Tag::Participle) || before.is_nominal())
    })
}

/// The quotation before the cue, and all words between them as the source.
fn quoted_before(
    reader: &Reader<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
) -> Option<(TokenRange, TokenRange)> {
    let syntax = reader.syntax;
    let close = (scope.range.start..cue.tokens.start)
        .rev()
        .take(40)
        .find(|&token| syntax.tag(token) == Tag::Close)?;
    let mut scope = scope.clone();
    if close < scope.floor {
        // `"We lost," Ruiz, who opposes the plan, said`: the claim in between is of the speaker's relative clause.
        let inserted = relative_source(reader, &scope).is_some_and(|relative| relative > close);
        let open = syntax
            .twin(close)
            .filter(|&open| inserted && open < close)?;
        scope.floor = open;
    }
    let mut start = close + 1;
    if matches!(syntax.tag(start), Tag::Comma | Tag::Dash) {
        start += 1;
    }
    let content = before(syntax, &scope, start)?;
    let mut end = cue.tokens.start;
    while end > start && matches!(syntax.tag(end - 1), Tag::Comma) {
        end -= 1;
    }
    let first = syntax.tag(start);
    if start >= end || !first.opens_phrase() {
        return None;
    }
    let source = start..end;
    // A pronoun is all there is: `"We lost," she also said`; with a verb between, another clause stands there.
    // "Ana Ruiz, now 81 and retired in Lima, said": participles of an insertion are no such verb.
    let name_end = source.clone().find(|&token| syntax.tag(token) != Tag::Name);
    let inserted = end < cue.tokens.start
        && name_end.is_some_and(|token| {
            token > start
                && syntax.tag(token) == Tag::Comma
                && (token..end).all(|token| {
                    !matches!(syntax.tag(token), Tag::Finite | Tag::Auxiliary | Tag::Modal)
                })
        });
    if syntax.has_finite(source.clone())
        && !inserted
        && syntax.first(start..end, Tag::Relative).is_none()
    {
        return None;
    }
    let near = sources::before(syntax, cue.tokens.start, start).unwrap_or(source.clone());
    Some((if near.start == start { near } else { source }, content))
}

/// The relative pronoun that speaks in the claim before.
fn relative_source(reader: &Reader<'_, '_, '_>, scope: &Scope) -> Option<usize> {
    let last = reader.claims.get(scope.last?)?;
    let relative = last.source.as_ref()?.tokens.start;
    matches!(reader.syntax.tag(relative), Tag::Relative | Tag::That).then_some(relative)
}

/// The quotation that ends before `edge`, when it ends like speech: with a comma or another stop.
pub(super) fn before(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    edge: usize,
) -> Option<TokenRange> {
    let mut close = edge.checked_sub(1)?;
    let mut stopped = false;
    if matches!(syntax.tag(close), Tag::Comma | Tag::Dash) {
        stopped = true;
        close = close.checked_sub(1)?;
    }
    if syntax.tag(close) != Tag::Close || close < scope.floor {
        return None;
    }
    let last = syntax.last_said(close);
    stopped |= matches!(syntax.tag(last), Tag::Comma | Tag::Stop | Tag::Dash);
    let open = syntax.twin(close)?;
    // `"The road is closed again" Ruiz said`: the comma is missing behind a whole sentence.
    let whole = open <= scope.range.start && close > open + 3 && syntax.has_finite(open + 1..close);
    if !stopped && !whole {
        return None;
    }
    // "The plan is "a joke," he said": the whole sentence is the content; behind a colon or a dash the quotation
    // stands for itself: "She named three aims: "Roads, bread and light," she said."
    let apart = open > scope.floor && lead_in::is_mark(syntax, open - 1);
    let start = if open > scope.floor && !apart {
        scope.floor
    } else {
        open
    };
    Some(start..close + 1)
}

/// `On the talk show "Good Morning," the mayor said that rents would fall.` A title that ends an opening phrase, and
/// a content behind the cue.
fn ends_aside(syntax: &Syntax<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> bool {
    let aside = matches!(syntax.tag(scope.floor), Tag::Preposition | Tag::Gerund)
        || syntax.is_time(scope.floor);
    let follows = syntax.tag(cue.tokens.end) == Tag::That
        || syntax.tag(cue.tokens.end) == Tag::Question
        || clause_follows(syntax, cue.tokens.end, scope.range.end);
    aside && follows && cue.form == CueForm::Finite
}

/// How far behind the participle "as saying" can stand: "quoted on Monday by the state news agency as saying".
const REACH: usize = 12;

/// The verb of speech behind "as".
pub(super) fn relayed<'l>(
    syntax: &Syntax<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Cue<'l>> {
    if !cue.takes(Frames::AS) {
        return None;
    }
    let limit = scope.range.end.min(cue.tokens.end + REACH);
    let verb = (cue.tokens.end..limit)
        .take_while(|&token| !matches!(syntax.tag(token), Tag::Open | Tag::Stop | Tag::Colon))
        .find(|&token| syntax.reads(token, "as") && syntax.tag(token + 1) == Tag::Gerund)?;
    let verb = cues::at(syntax, verb + 1, scope.floor)?;
    verb.takes(Frames::QUOTE).then_some(verb)
}
