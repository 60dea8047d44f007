//! The main clause of a content: its subject, and what its first verbs make of it.

use crate::claims::draft::ClaimDraft;
use crate::extraction::ClaimKind;
use crate::lexicon::{Classes, Entry, Meaning, Slot};
use crate::syntax::{Syntax, Tag, verbs};
use crate::text::{Page, TokenKind, TokenRange};

/// How far behind the content's beginning its verb is looked for.
const REACH: usize = 40;

/// How many words from the verb on can make something of the clause: "was, the mayor said, deeply *concerned*".
const PREDICATE: usize = 6;

/// How far behind the first word of the verb group a view can stand: "was very *concerned*".
const NEAR: usize = 2;

/// How far behind it a negation can stand: "would of course *never*".
const NEGATION: usize = 3;

/// How far into a content without a verb a negation speaks for all of it: "Truce still *not* holding".
const HEADING: usize = 8;

/// The first clause of a content that is no insertion.
pub(super) struct Clause {
    pub subject: TokenRange,
    /// What its first verbs make of it.
    pub stance: Option<ClaimKind>,
    /// The stance is a verb of thinking or feeling, and counts only where the speaker is the one who feels.
    pub own_view: bool,
    pub negated: bool,
}

pub(super) fn main_clause(
    syntax: &Syntax<'_, '_, '_>,
    claim: &ClaimDraft<'_, '_>,
) -> Option<Clause> {
    let page = syntax.page;
    let first = claim.content.first()?;
    let mut tokens = first.start..first.end.min(first.start + REACH);
    let start = tokens
        .find(|&at| matches!(page.kind(at), Some(TokenKind::Word | TokenKind::Number)))
        .unwrap_or(tokens.end);
    if let Some(subject) = subject(syntax, start, tokens.end) {
        let none = page.is(start, Classes::NEGATION);
        return Some(predicate(syntax, subject, first.end, none));
    }
    // "Truce still not holding" in a heading, "no new taxes": no verb at all.
    let mut opening = start..tokens.end.min(start + HEADING);
    Some(Clause {
        subject: start..start,
        stance: None,
        own_view: false,
        negated: opening.any(|at| denies(syntax, at, start)),
    })
}

/// The subject of the main clause, up to its verb: insertions, relative clauses and what comes before it are passed over.
fn subject(syntax: &Syntax<'_, '_, '_>, start: usize, end: usize) -> Option<TokenRange> {
    let page = syntax.page;
    let mut subject = start;
    let mut relatives = 0_usize;
    let mut at = start;
    while at < end {
        let tag = syntax.tag(at);
        let next = |wanted: Tag| (at + 1..end).find(|&other| syntax.tag(other) == wanted);
        match tag {
            // "the truce — whose aim was … — had to hold"
            Tag::Dash => at = next(Tag::Dash).unwrap_or(at),
            // "Turkey, which has backed the plan, should stay"
            Tag::Comma if opens_relative(syntax.tag(at + 1)) => at = next(Tag::Comma)?,
            // "After the vote, the party must": what comes before is no clause of its own.
            Tag::Comma => subject = at + 1,
            Tag::Stop => subject = at + 1,
            // "If the talks fail, we will", "After the vote, the party must": what ends with a comma is not the main clause.
            Tag::Subordinator | Tag::Question | Tag::Preposition
                if at == subject && syntax.may_subordinate(at) && next(Tag::Comma).is_some() =>
            {
                at = next(Tag::Comma)?;
                subject = at + 1;
            }
            // "not to leave while it rains": the verb is none of the main clause.
            Tag::Subordinator if at > subject && !page.is(at, Classes::PREPOSITION) => return None,
            Tag::That | Tag::Relative | Tag::Question => {
                let governed = matches!(
                    syntax.tag(at.wrapping_sub(1)),
                    Tag::Preposition | Tag::Conjunction
                );
                relatives += usize::from(at > subject && !governed);
            }
            // "the trees that have been planted will grow"
            _ if tag.is_finite() && at > subject && !syntax.is_reduced(at) => {
                if relatives == 0 {
                    return Some(subject..at);
                }
                relatives -= 1;
                at = verbs::head_from(syntax, at, end);
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// A negation of the whole: not "subsidies and no new taxes", "not just an attack but an affront".
fn denies(syntax: &Syntax<'_, '_, '_>, at: usize, start: usize) -> bool {
    let page = syntax.page;
    let adds = || matches!(page.word(at + 1), "just" | "only" | "merely" | "simply");
    let joined = || at > start && matches!(syntax.tag(at - 1), Tag::Conjunction | Tag::But);
    page.is(at, Classes::NEGATION) && !adds() && !joined()
}

fn opens_relative(tag: Tag) -> bool {
    matches!(tag, Tag::Relative | Tag::Question)
}

/// What the first words from the verb on make of the clause.
fn predicate(syntax: &Syntax<'_, '_, '_>, subject: TokenRange, end: usize, none: bool) -> Clause {
    let page = syntax.page;
    let at = subject.end;
    let last = end.min(at + PREDICATE);
    let mut clause = Clause {
        negated: none || page.is(subject.start, Classes::NEGATION),
        subject,
        stance: None,
        own_view: false,
    };
    let mut next = at;
    while next < last {
        let phrase = page.phrase_classes(next).any(Classes::STANCE);
        if clause.stance.is_none() && page.can_be(next, Classes::STANCE) {
            let kind = stance_at(page, next);
            // Behind an auxiliary only what belongs to it: "was concerned", "is conditional on"; "is going to" foretells.
            let modal = matches!(syntax.tag(next), Tag::Modal | Tag::Auxiliary | Tag::Gerund);
            // "rates may need to rise": what may be demands nothing.
            let possible = (at..next).any(|token| {
                syntax.tag(token) == Tag::Modal
                    && matches!(page.word(token), "may" | "might" | "could")
            });
            let kind = kind.filter(|&kind| !(possible && kind == ClaimKind::Demand));
            let demands = kind == Some(ClaimKind::Demand);
            if demands || next <= at + NEAR && (next == at || !modal) {
                clause.stance = kind;
                clause.own_view = kind == Some(ClaimKind::Opinion) && !modal;
            }
        }
        clause.negated |= next <= at + NEGATION && denies(syntax, next, at);
        let length = page.tokens.get(next).filter(|_| phrase);
        next += length.map_or(1, |token| usize::from(token.phrase_length));
    }
    // "should be conditional on"
    let conditional = (at + 1..last).any(|other| {
        page.phrase_classes(other).any(Classes::STANCE)
            && syntax.tag(other).is_nominal()
            && stance_at(page, other) == Some(ClaimKind::Demand)
    });
    if conditional {
        clause.stance = Some(ClaimKind::Demand);
    }
    clause
}

fn stance_at(page: &Page<'_, '_>, at: usize) -> Option<ClaimKind> {
    let kind = |(entry, _): (&Entry, Slot)| match entry.meaning {
        Meaning::Stance(kind) => Some(kind),
        _ => None,
    };
    let by_phrase = page
        .phrase(at)
        .and_then(|(_, mut entries)| entries.find_map(kind));
    by_phrase.or_else(|| page.entries(at).find_map(kind))
}
