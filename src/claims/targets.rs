//! Against whom or to whom a claim is made: the accused, the one urged or warned, the enemy whose act is told.

use crate::claims::draft::{ClaimDraft, CueDraft, SourceDraft};
use crate::extraction::{ClaimKind, SourceKind};
use crate::lexicon::Classes;
use crate::syntax::phrases::Reach;
use crate::syntax::{Syntax, Tag, verbs};
use crate::text::{TokenKind, TokenRange};

/// How far behind a hostile verb "by" can stand, in tokens: "was bombed early on Sunday by rebels".
const AGENT_REACH: usize = 8;

/// How far before "and has been accused" the relative pronoun of its clause can stand.
const RELATIVE_REACH: usize = 20;

/// How far behind "accused" the charge can begin: "accused the head of the state bank and his two deputies *of*".
const CHARGE_REACH: usize = 24;

/// The longest phrase that names somebody, in tokens; what is longer is a clause that was not seen.
const LONGEST: usize = 16;

/// The same of a clause's subject, "alleged *the other* had shot first", and of an enemy's name.
const SHORT: usize = 10;

/// Sets the target of every claim that has one. Who that is, `names` tells.
pub(crate) fn find(syntax: &Syntax<'_, '_, '_>, claims: &mut [ClaimDraft<'_, '_>]) {
    for claim in claims {
        if claim.target.is_some() {
            continue;
        }
        let found = match claim.cue.as_ref().map_or(claim.kind, |cue| cue.kind) {
            ClaimKind::Accusation => accused(syntax, claim),
            ClaimKind::Demand | ClaimKind::Warning => addressed(syntax, claim),
            ClaimKind::Opinion => judged(syntax, claim),
            ClaimKind::Statement | ClaimKind::Denial => None,
            _ => continue,
        };
        let found = found.or_else(|| enemy(syntax, claim));
        claim.target = found.map(|tokens| SourceDraft::new(tokens, SourceKind::Unknown));
    }
}

/// "accused [the ministry] of hiding the figures", "alleged [the other] had shot first"
fn accused(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<TokenRange> {
    let first = claim.content.first()?.clone();
    let cue = claim.cue.as_ref()?;
    if syntax.is_quoted(first.start) || syntax.page.kind(first.start) == Some(TokenKind::Mark) {
        return None;
    }
    // The accused can stand between the cue and the charge, or in the piece before a passive.
    if first.start > cue.tokens.end {
        if let Some(found) = object(syntax, &(cue.tokens.end..first.start)) {
            return Some(found);
        }
    }
    if claim.content.len() > 1 && first.end <= cue.tokens.start {
        return object(syntax, &first);
    }
    if first.start > cue.tokens.end && syntax.reads(cue.tokens.end, "by") {
        return passive_subject(syntax, cue);
    }
    if first.start < cue.tokens.start {
        return None;
    }
    // "traded accusations of fraud": the content is the charge.
    if cue.tokens.end > cue.head + 1 && syntax.reads(cue.tokens.end - 1, "of") {
        return None;
    }
    match charge_start(syntax, &first) {
        Some(charge) => object(syntax, &(first.start..charge)),
        // "alleged the miller had watered": the subject of the clause.
        None => subject(syntax, &first),
    }
}

/// "[the bank] was accused by the union of", "[Chile], which backs the plan and has been accused by": before the verb
/// group, or before the relative pronoun of its clause.
fn passive_subject(syntax: &Syntax<'_, '_, '_>, cue: &CueDraft<'_>) -> Option<TokenRange> {
    let page = syntax.page;
    let floor = page
        .sentences
        .get(page.sentence_of(cue.head)?)?
        .tokens
        .start;
    let group = verbs::around(syntax, cue.head, cue.head + 1, floor);
    let before = group.tokens.start.checked_sub(1);
    let before = before.filter(|&before| before >= floor && group.be)?;
    // "which backs the plan and [has been accused]", "which [has been accused]"
    let relative = |at: usize| matches!(syntax.tag(at), Tag::Relative | Tag::That);
    let mut end = before + 1;
    if relative(before) || syntax.tag(before) == Tag::Conjunction {
        let reach = floor.max(before.saturating_sub(RELATIVE_REACH))..before + 1;
        end = reach.rev().find(|&at| relative(at))?;
        if end > floor && syntax.tag(end - 1) == Tag::Comma {
            end -= 1;
        }
    }
    object(syntax, &Reach::Base.ending_at(syntax, end, floor)?)
}

/// Where the charge begins: "of" before a gerund, else the first "of", "over" or "for".
fn charge_start(syntax: &Syntax<'_, '_, '_>, content: &TokenRange) -> Option<usize> {
    let inside = content.start + 1..content.end.min(content.start + CHARGE_REACH);
    let find = |words: &[&str]| {
        let mut tokens = inside.clone();
        tokens.find(|&at| words.iter().any(|word| syntax.reads(at, word)))
    };
    let of = find(&["of"]);
    // "accused the head of the bank of hiding it": the first "of" belongs to the accused where a common noun stands
    // before it and a gerund behind a later one.
    let named = of.filter(|of| {
        let before = syntax.tag(of.wrapping_sub(1));
        matches!(before, Tag::Name | Tag::Pronoun | Tag::Object)
    });
    let finite = inside.clone().find(|&at| syntax.tag(at).carries_clause());
    named
        .or_else(|| act(syntax, inside.clone()))
        .or(of)
        .or_else(|| find(&["for", "over"]))
        .filter(|&charge| finite.is_none_or(|finite| charge < finite))
}

/// The preposition before what somebody does: "[of] hiding the figures".
fn act(syntax: &Syntax<'_, '_, '_>, mut tokens: TokenRange) -> Option<usize> {
    tokens
        .find(|&at| syntax.tag(at) == Tag::Preposition && matches!(syntax.tag(at + 1), Tag::Gerund))
}

/// "urged [both sides] to talk", "warned [the company] against": between the cue and what is to be done.
fn addressed(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<TokenRange> {
    let cue = claim.cue.as_ref()?;
    let first = claim.content.first()?;
    if first.start > cue.tokens.end {
        return object(syntax, &(cue.tokens.end..first.start));
    }
    if first.start < cue.tokens.end {
        return None;
    }
    let mut inside = first.start + 1..first.end.min(first.start + LONGEST);
    let to = inside.find(|&at| syntax.tag(at) == Tag::To)?;
    object(syntax, &(first.start..to))
}

/// "criticised [the mayor] for the delay"
fn judged(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<TokenRange> {
    let cue = claim.cue.as_ref()?;
    let first = claim.content.first()?;
    // "expressed his support for the plan": a thing is no target.
    let somebody = matches!(
        syntax.tag(first.start),
        Tag::Determiner | Tag::Quantifier | Tag::Pronoun | Tag::Object | Tag::Name
    );
    if first.start != cue.tokens.end || !somebody {
        return None;
    }
    let inside = first.start + 1..first.end.min(first.start + LONGEST);
    let cause = inside.clone().find(|&at| syntax.reads(at, "for"));
    let charge = cause.into_iter().chain(act(syntax, inside)).min()?;
    object(syntax, &(first.start..charge))
}

/// The phrase that names somebody with which a run of tokens begins; none where the run is more than that.
fn object(syntax: &Syntax<'_, '_, '_>, tokens: &TokenRange) -> Option<TokenRange> {
    let page = syntax.page;
    // "accused on Thursday [the bank]", but "accused by the ministry": the one behind "by" is the accuser.
    let beside = |&at: &usize| {
        syntax.is_time(at) || matches!(syntax.tag(at), Tag::Adverb | Tag::Preposition)
    };
    let start = tokens.clone().find(|at| !beside(at))?;
    if syntax.reads(tokens.start, "by") {
        return None;
    }
    let mut phrase = match syntax.tag(start) {
        // "each other"
        _ if page.phrase_classes(start).any(Classes::PRONOUN) => {
            start..start + usize::from(page.tokens.get(start)?.phrase_length)
        }
        Tag::Object => start..start + 1,
        _ => Reach::Coordination.starting_at(syntax, start, tokens.end)?,
    };
    // "warned [the company] against", "told [drivers] not to"
    while matches!(
        syntax.tag(phrase.end - 1),
        Tag::Preposition | Tag::To | Tag::Clitic | Tag::Negation
    ) {
        phrase.end -= 1;
    }
    // "questioned the very need for it": no noun was found.
    if syntax.tag(phrase.end - 1) == Tag::Determiner {
        return None;
    }
    // "called [it] a mistake": a thing; "the police used the road": a clause
    let beside = matches!(
        syntax.tag(phrase.end),
        Tag::Adverb
            | Tag::Preposition
            | Tag::Negation
            | Tag::Bracket
            | Tag::Conjunction
            | Tag::Subordinator
            | Tag::Question
            | Tag::Relative
            | Tag::To
            | Tag::That
    );
    let ends = phrase.end >= tokens.end || beside || syntax.is_time(phrase.end);
    let clause = |at: usize| syntax.tag(at) == Tag::Past && syntax.tag(at + 1).opens_phrase();
    (ends && phrase.len() <= LONGEST && !phrase.clone().any(clause)).then_some(phrase)
}

/// The subject with which a clause begins.
fn subject(syntax: &Syntax<'_, '_, '_>, clause: &TokenRange) -> Option<TokenRange> {
    let mut near = clause.start + 1..clause.end.min(clause.start + SHORT);
    let verb = near.find(|&at| syntax.tag(at).is_finite())?;
    // "alleging that more than 200 soldiers had been killed": to whom it was done is not the one who is accused.
    let passive = verbs::holding(syntax, verb, clause).passive;
    object(syntax, &(clause.start..verb)).filter(|_| !passive)
}

/// The one who does a hostile act in what is told: "the town was bombed by [rebels]", "[rebels] fired mortars at it".
fn enemy(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<TokenRange> {
    let pieces = claim.content.iter();
    let mut acts = pieces.flat_map(|piece| {
        let hostile = syntax.page.all(piece.clone(), Classes::HOSTILE);
        hostile.map(move |act| (act, piece))
    });
    acts.find_map(|(act, piece)| match syntax.tag(act) {
        Tag::Past | Tag::Participle => {
            agent(syntax, act, piece).or_else(|| attacker(syntax, act, piece))
        }
        Tag::Finite | Tag::Gerund => attacker(syntax, act, piece),
        // "Chilean attacks on the town": the state by its adjective.
        Tag::Noun if syntax.page.word(act).ends_with('s') => {
            let state = act.checked_sub(1).filter(|at| piece.contains(at))?;
            let adjective =
                syntax.page.is(state, Classes::DEMONYM) && !syntax.page.word(state).ends_with('s');
            adjective.then_some(state..act)
        }
        _ => None,
    })
}

/// "… by [Chilean rebels]" behind a passive.
fn agent(syntax: &Syntax<'_, '_, '_>, verb: usize, piece: &TokenRange) -> Option<TokenRange> {
    let mut behind = verb + 1..(verb + AGENT_REACH).min(piece.end);
    let by = behind.find(|&at| syntax.reads(at, "by"))?;
    let agent = Reach::Base.starting_at(syntax, by + 1, piece.end)?;
    is_party(syntax, &agent).then_some(agent)
}

/// "[Chilean rebels] had shelled …": the phrase before the verb and its auxiliaries, at the start of its clause.
fn attacker(syntax: &Syntax<'_, '_, '_>, verb: usize, piece: &TokenRange) -> Option<TokenRange> {
    let mut group = verbs::around(syntax, verb, verb + 1, piece.start);
    let mut passive = group.passive;
    // "said Chile was “now heavily shelling the port”": a quotation may open in the verb group.
    let mut before = (piece.start..group.tokens.start).rev();
    let open = before.find(|&at| syntax.tag(at) != Tag::Adverb);
    if let Some(open) = open.filter(|&open| syntax.tag(open) == Tag::Open) {
        group = verbs::around(syntax, open, open, piece.start);
        passive |= group.be && syntax.tag(verb) != Tag::Gerund;
    }
    if passive {
        return None;
    }
    let range = Reach::Base.ending_at(syntax, group.tokens.start, piece.start)?;
    // "its troops fired": its own. "the town of Lima fired": what a preposition governs does nothing.
    let own = syntax.tag(range.start) == Tag::Possessive;
    let before = syntax.tag(range.start.wrapping_sub(1));
    let governed = range.start > piece.start
        && before == Tag::Preposition
        && !syntax.may_subordinate(range.start - 1);
    (!own && !governed && is_party(syntax, &range)).then_some(range)
}

/// A state, its people or forces, a body or an armed group.
fn is_party(syntax: &Syntax<'_, '_, '_>, range: &TokenRange) -> bool {
    let page = syntax.page;
    let party = Classes::PLACE
        .with(Classes::DEMONYM)
        .with(Classes::ORGANIZATION);
    let last = range.end.wrapping_sub(1);
    let forces =
        page.is(last, Classes::VICTIM.with(Classes::ROLE)) && page.word(last).ends_with('s');
    range.len() <= SHORT && (range.clone().any(|at| page.can_be(at, party)) || forces)
}
