//! Against whom or to whom a claim is made: the accused, the one urged or warned, the enemy whose act is told.

use crate::claims::draft::{ClaimDraft, CueDraft, SourceDraft};
use crate::entities::titles::widen;
use crate::extraction::{ClaimKind, SourceKind};
use crate::lexicon::Classes;
use crate::text::{Page, TokenKind, TokenRange};

/// How far behind a hostile verb "by" can stand, in tokens: "was bombed early on Sunday by rebels".
const AGENT_REACH: usize = 8;

/// How far a verb group reaches: "may never have been", in tokens.
const GROUP_REACH: usize = 5;

/// How far before "and has been accused" the relative pronoun of its clause can stand.
const RELATIVE_REACH: usize = 20;

/// Sets the target of every claim that has one. Who that is, `names` tells.
pub(crate) fn find(page: &Page<'_, '_>, claims: &mut [ClaimDraft<'_, '_>]) {
    for claim in claims {
        if claim.target.is_some() {
            continue;
        }
        let found = match claim.cue.as_ref().map_or(claim.kind, |cue| cue.kind) {
            ClaimKind::Accusation => accused(page, claim),
            ClaimKind::Demand | ClaimKind::Warning => addressed(page, claim),
            ClaimKind::Opinion => judged(page, claim),
            ClaimKind::Statement | ClaimKind::Denial => None,
            _ => continue,
        };
        let found = found.or_else(|| enemy(page, claim));
        claim.target = found.map(|tokens| SourceDraft::new(tokens, SourceKind::Unknown));
    }
}

/// "accused [the ministry] of hiding the figures", "alleged [the other] had shot first"
fn accused(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<TokenRange> {
    let first = claim.content.first()?.clone();
    let cue = claim.cue.as_ref()?;
    if page.has(first.start, crate::text::Flags::QUOTED)
        || page.kind(first.start) == Some(TokenKind::Mark)
    {
        return None;
    }
    // The accused can stand between the cue and the charge, or in the piece before a passive.
    if first.start > cue.tokens.end {
        let between = cue.tokens.end..first.start;
        if let Some(found) = object(page, &between) {
            return Some(found);
        }
    }
    if claim.content.len() > 1 && first.end <= cue.tokens.start {
        return object(page, &first);
    }
    if first.start > cue.tokens.end && page.reads(cue.tokens.end, "by") {
        return passive_subject(page, cue);
    }
    if first.start < cue.tokens.start {
        return None;
    }
    // "traded accusations of fraud": the content is the charge.
    if cue.tokens.end > cue.head + 1 && page.reads(cue.tokens.end - 1, "of") {
        return None;
    }
    let charge = charge_start(page, &first);
    match charge {
        Some(charge) => object(page, &(first.start..charge)),
        // "alleged the miller had watered": the subject of the clause.
        None => subject(page, &first),
    }
}

/// "[the bank] was accused by the union of", "[Chile], which backs the plan and has been accused by": before the verb
/// group, or before the relative pronoun of its clause.
fn passive_subject(page: &Page<'_, '_>, cue: &CueDraft<'_>) -> Option<TokenRange> {
    const GROUP: Classes = Classes::AUXILIARY
        .with(Classes::MODAL)
        .with(Classes::ADVERB)
        .with(Classes::NEGATION);
    let mut group = cue.head;
    while group > 0 && page.is(group - 1, GROUP) {
        group -= 1;
    }
    if !(group..cue.head).any(|at| page.is(at, Classes::BE)) {
        return None;
    }
    let sentence = page.sentence_of(group)?;
    let floor = page.sentences.get(sentence)?.tokens.start;
    let mut end = group;
    let before = end.checked_sub(1).filter(|&before| before >= floor)?;
    // "which backs the plan and [has been accused]", "which [has been accused]"
    let relative = |at: usize| page.is(at, Classes::RELATIVE) && !page.is(at, Classes::PREPOSITION);
    if relative(before) || page.reads(before, "and") {
        let reach = floor.max(before.saturating_sub(RELATIVE_REACH))..before + 1;
        end = reach.rev().find(|&at| relative(at))?;
        if end > floor && page.word(end - 1) == "," {
            end -= 1;
        }
    }
    let mut start = widen(page, end).max(floor);
    if start > floor && page.is(start - 1, Classes::DETERMINER.with(Classes::POSSESSIVE)) {
        start -= 1;
    }
    object(page, &(start..end))
}

/// Where the charge begins: "of" before a gerund, else the first "of", "over" or "for".
fn charge_start(page: &Page<'_, '_>, content: &TokenRange) -> Option<usize> {
    let inside = content.start + 1..content.end.min(content.start + 24);
    let of = inside.clone().find(|&at| page.reads(at, "of"));
    // "accused the head of the bank of hiding it": the first "of" belongs to the accused where a common noun stands
    // before it and a gerund behind a later one.
    let named = of.is_some_and(|of| {
        page.has(of.wrapping_sub(1), crate::text::Flags::CAPITALISED)
            || page.is(of.wrapping_sub(1), Classes::PRONOUN)
    });
    let gerund = inside
        .clone()
        .find(|&at| page.is(at, Classes::PREPOSITION) && page.is(at + 1, Classes::GERUND));
    let finite = inside.clone().find(|&at| is_finite(page, at));
    of.filter(|_| named)
        .or(gerund)
        .or(of)
        .or_else(|| {
            inside
                .clone()
                .find(|&at| page.reads(at, "for") || page.reads(at, "over"))
        })
        .filter(|&charge| finite.is_none_or(|finite| charge < finite))
}

/// "urged [both sides] to talk", "warned [the company] against": between the cue and what is to be done.
fn addressed(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<TokenRange> {
    let cue = claim.cue.as_ref()?;
    let first = claim.content.first()?;
    if first.start > cue.tokens.end {
        return object(page, &(cue.tokens.end..first.start));
    }
    if first.start < cue.tokens.end {
        return None;
    }
    let to = (first.start + 1..first.end.min(first.start + 16)).find(|&at| {
        page.is(at, Classes::INFINITIVE_TO) && page.is(at + 1, Classes::BASE.with(Classes::ADVERB))
    })?;
    object(page, &(first.start..to))
}

/// "criticised [the mayor] for the delay"
fn judged(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<TokenRange> {
    let cue = claim.cue.as_ref()?;
    let first = claim.content.first()?;
    // "expressed his support for the plan": a thing is no target.
    if first.start != cue.tokens.end
        || page.is(first.start, Classes::POSSESSIVE)
        || !page.is(first.start, Classes::DETERMINER.with(Classes::PRONOUN))
            && !page.has(first.start, crate::text::Flags::CAPITALISED)
    {
        return None;
    }
    let charge = (first.start + 1..first.end.min(first.start + 16)).find(|&at| {
        page.reads(at, "for")
            || page.is(at, Classes::PREPOSITION) && page.is(at + 1, Classes::GERUND)
    })?;
    object(page, &(first.start..charge))
}

/// A whole phrase that names somebody; none when a verb, a mark or a clause stands in it.
fn object(page: &Page<'_, '_>, tokens: &TokenRange) -> Option<TokenRange> {
    let mut range = tokens.clone();
    // "accused by the ministry": the one behind "by" is the accuser. "sought [to] maintain": an act.
    if page.reads(range.start, "by")
        || page.is(range.start, Classes::INFINITIVE_TO)
        || page.is(range.start, Classes::BASE)
            && !page.is(range.start, Classes::ALSO_NOUN)
            && !page.has(range.start, crate::text::Flags::CAPITALISED)
    {
        return None;
    }
    while range.start < range.end
        && page.is(
            range.end - 1,
            Classes::THAT
                .with(Classes::PREPOSITION)
                .with(Classes::INFINITIVE_TO),
        )
    {
        range.end -= 1;
    }
    // "accused on Thursday": a time is nobody.
    while range.start < range.end
        && page.is(
            range.start,
            Classes::WEEKDAY
                .with(Classes::ADVERB)
                .with(Classes::PREPOSITION),
        )
        && !page.is(range.start, Classes::QUANTIFIER.with(Classes::DETERMINER))
    {
        range.start += 1;
    }
    // "asked the judge who had", "the followers who": the clause behind is not part of it.
    let clause = Classes::RELATIVE
        .with(Classes::SUBORDINATOR)
        .with(Classes::INTERROGATIVE);
    if let Some(edge) = (range.start + 1..range.end)
        .find(|&at| page.is(at, clause) && !page.is(at, Classes::PREPOSITION))
    {
        range.end = edge;
    }
    let plain = range.clone().all(|at| {
        matches!(
            page.kind(at),
            Some(TokenKind::Word | TokenKind::Clitic | TokenKind::Number)
        ) && !is_finite(page, at)
            && !page.is(at, Classes::WEEKDAY)
    });
    (plain && !range.is_empty() && range.len() <= 16).then_some(range)
}

/// A token that is a finite verb whatever stands around it.
fn is_finite(page: &Page<'_, '_>, at: usize) -> bool {
    page.is(at, Classes::AUXILIARY.with(Classes::MODAL))
        && !page.kind(at).is_some_and(|kind| {
            kind == TokenKind::Clitic && (page.word(at) == "'s" || page.word(at) == "’s")
        })
        || page.is(at, Classes::PAST)
            && !page.is(
                at,
                Classes::PARTICIPLE
                    .with(Classes::ALSO_NOUN)
                    .with(Classes::ALSO_ADJECTIVE),
            )
}

/// The subject with which a clause begins.
fn subject(page: &Page<'_, '_>, clause: &TokenRange) -> Option<TokenRange> {
    let end = (clause.start + 1..clause.end.min(clause.start + 10))
        .find(|&at| is_finite(page, at) || page.is(at, Classes::PAST))?;
    // "alleging that more than 200 soldiers had been killed": to whom it was done is not the one who is accused.
    let group = end..clause.end.min(end + GROUP_REACH);
    let passive = group.clone().any(|at| {
        page.is(at, Classes::BE)
            && (at + 1..group.end)
                .find(|&at| !page.is(at, Classes::ADVERB))
                .is_some_and(|at| page.is(at, Classes::PARTICIPLE) && !page.is(at, Classes::GERUND))
    });
    if passive {
        return None;
    }
    object(page, &(clause.start..end))
}

/// The one who does a hostile act in what is told: "the town was bombed by [rebels]", "[rebels] fired mortars at it".
fn enemy(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<TokenRange> {
    for piece in &claim.content {
        for at in piece.clone() {
            if !page.is(at, Classes::HOSTILE) {
                continue;
            }
            let found = if page.is(at, Classes::PARTICIPLE) {
                agent(page, at, piece).or_else(|| attacker(page, at, piece))
            } else if page.is(at, Classes::ALSO_NOUN) && page.is(at, Classes::THIRD_PERSON) {
                // "Chilean attacks on the town": the state by its adjective.
                let adjective = at.checked_sub(1).filter(|&before| {
                    piece.contains(&before)
                        && page.is(before, Classes::DEMONYM)
                        && !page.word(before).ends_with('s')
                });
                adjective.map(|before| before..at)
            } else if page.is(
                at,
                Classes::PAST
                    .with(Classes::THIRD_PERSON)
                    .with(Classes::GERUND),
            ) {
                attacker(page, at, piece)
            } else {
                None
            };
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// "… by [Chilean rebels]" behind a passive.
fn agent(page: &Page<'_, '_>, verb: usize, piece: &TokenRange) -> Option<TokenRange> {
    let by = (verb + 1..(verb + AGENT_REACH).min(piece.end)).find(|&at| page.reads(at, "by"))?;
    let mut end = by + 1;
    while end < piece.end
        && page.kind(end) == Some(TokenKind::Word)
        && !page.is(
            end,
            Classes::PREPOSITION
                .with(Classes::CONJUNCTION)
                .with(Classes::RELATIVE)
                .with(Classes::WEEKDAY)
                .with(Classes::ADVERB),
        )
        && (!page.is(end, Classes::VERB)
            || page.is(end, Classes::ALSO_NOUN.with(Classes::PARTICIPLE)))
    {
        end += 1;
    }
    let range = by + 1..end;
    is_party(page, &range).then_some(range)
}

/// "[Chilean rebels] had shelled …": the phrase before the verb and its auxiliaries, at the start of its clause.
fn attacker(page: &Page<'_, '_>, verb: usize, piece: &TokenRange) -> Option<TokenRange> {
    let mut end = verb;
    let mut passive = false;
    // "said Chile was “now heavily shelling the port”": a quotation mark may stand in the verb group.
    let group = |at: usize| {
        let manner = page.word(at).ends_with("ly")
            && !page.is(at, Classes::VERB)
            && !page.has(at, crate::text::Flags::CAPITALISED);
        let between = Classes::AUXILIARY
            .with(Classes::ADVERB)
            .with(Classes::MODAL);
        manner || page.kind(at) == Some(TokenKind::Mark) || page.is(at, between)
    };
    while end > piece.start && group(end - 1) {
        end -= 1;
        passive |= page.is(end, Classes::BE);
    }
    if passive && !page.is(verb, Classes::GERUND) || end == piece.start {
        return None;
    }
    let start = widen(page, end).max(piece.start);
    // "its troops fired": its own.
    let own = start > piece.start && page.is(start - 1, Classes::POSSESSIVE);
    let governed = start > piece.start
        && page.is(start - 1, Classes::PREPOSITION)
        && !page.is(start - 1, Classes::SUBORDINATOR);
    let range = start..end;
    (!own && !governed && is_party(page, &range)).then_some(range)
}

/// A state, its people or forces, a body or an armed group.
fn is_party(page: &Page<'_, '_>, range: &TokenRange) -> bool {
    let party = Classes::PLACE
        .with(Classes::DEMONYM)
        .with(Classes::ORGANIZATION);
    !range.is_empty()
        && range.len() <= 8
        && (range
            .clone()
            .any(|at| page.is(at, party) || page.phrase_classes(at).any(party))
            || page.is(
                range.end.wrapping_sub(1),
                Classes::VICTIM.with(Classes::ROLE),
            ) && page.word(range.end.wrapping_sub(1)).ends_with('s'))
}
