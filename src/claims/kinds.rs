//! What somebody does by saying it: [`ClaimKind`](crate::ClaimKind), by the cue and, where the cue says nothing, by the
//! content's main clause.

use crate::claims::draft::ClaimDraft;
use crate::extraction::{ClaimKind, Form, SourceKind};
use crate::lexicon::entries::people::Stands;
use crate::lexicon::entries::speech::Frames;
use crate::lexicon::{Classes, Meaning};
use crate::mentions::cast::place_in;
use crate::text::{Flags, Page, TokenKind, TokenRange};

/// Sets kind, negation and form of every claim.
pub(crate) fn decide(page: &Page<'_, '_>, claims: &mut [ClaimDraft<'_, '_>]) {
    for claim in claims {
        let cue = claim.cue.as_ref().map_or(claim.kind, |cue| {
            insists_on(page, claim, cue.head).unwrap_or(cue.kind)
        });
        let clause = main_clause(page, claim);
        claim.negated = clause.as_ref().is_some_and(|clause| clause.negated);
        claim.kind = kind(page, claim, cue, clause.as_ref());
        if claim.form == Form::Mixed && only_named(page, claim) {
            claim.form = Form::Indirect;
        }
    }
}

/// "insisted [on its right]" asks for what "insisted [that …]" only states.
fn insists_on(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>, head: usize) -> Option<ClaimKind> {
    let first = claim.content.first()?;
    let takes_on = page.entries(head).any(|(entry, _)| {
        matches!(&entry.meaning, Meaning::Cue(word) if word.kind == ClaimKind::Statement && word.frames.any(Frames::ON))
    });
    (takes_on && first.start == head + 1 && page.is(first.start, Classes::PREPOSITION))
        .then_some(ClaimKind::Demand)
}

fn kind(
    page: &Page<'_, '_>,
    claim: &ClaimDraft<'_, '_>,
    cue: ClaimKind,
    clause: Option<&Clause>,
) -> ClaimKind {
    match cue {
        ClaimKind::Statement | ClaimKind::Other => {}
        // "voiced hope": an attitude that is told is a view.
        ClaimKind::Attitude if is_told(page, claim) => return ClaimKind::Opinion,
        // "declined to comment", "refused to leave": nothing is denied.
        ClaimKind::Denial
            if claim
                .content
                .first()
                .is_some_and(|first| page.is(first.start, Classes::INFINITIVE_TO)) =>
        {
            return ClaimKind::Other;
        }
        // "viewed as a mistake", "described it as": a judgement, whatever the verb does elsewhere.
        ClaimKind::Attitude | ClaimKind::Admission if judged_as(page, claim) => {
            return ClaimKind::Opinion;
        }
        // "asked whether": a question asks for nothing to be done.
        ClaimKind::Demand if is_question(page, claim) => return ClaimKind::Other,
        _ => return cue,
    }
    let Some(clause) = clause else {
        return cue;
    };
    // A report passed on is no view of the one who passes it on.
    let kind_of_source = claim.source.as_ref().map(|source| source.kind);
    if kind_of_source == Some(SourceKind::Media) {
        return cue;
    }
    let document = claim
        .source
        .as_ref()
        .is_some_and(|source| source.kind == SourceKind::Document);
    match clause.stance {
        // A treaty says what should be; it has no views.
        Some(ClaimKind::Opinion) if document => ClaimKind::Statement,
        Some(ClaimKind::Opinion)
            if !clause.own_view || first_party(page, claim, &clause.subject) =>
        {
            ClaimKind::Opinion
        }
        Some(ClaimKind::Promise) if first_party(page, claim, &clause.subject) => ClaimKind::Promise,
        Some(kind @ ClaimKind::Demand) => kind,
        _ => cue,
    }
}

/// The first clause of a content that is no insertion.
struct Clause {
    subject: TokenRange,
    /// What its first verbs make of it.
    stance: Option<ClaimKind>,
    /// The stance is a verb of thinking or feeling, and counts only where the speaker is the one who feels.
    own_view: bool,
    negated: bool,
}

/// How far behind the content's beginning its verb is looked for.
const REACH: usize = 40;

fn main_clause(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<Clause> {
    let first = claim.content.first()?;
    let end = first.end.min(first.start + REACH);
    let mut at = first.start;
    while at < end && !matches!(page.kind(at), Some(TokenKind::Word | TokenKind::Number)) {
        at += 1;
    }
    let start = at;
    let none = page.is(start, Classes::NEGATION);
    let mut subject_start = start;
    let mut relatives = 0;
    while at < end {
        let token = page.tokens.get(at)?;
        match token.kind {
            TokenKind::Dash => {
                // "the truce — whose aim was … — had to hold"
                if let Some(close) =
                    (at + 1..end).find(|&other| page.kind(other) == Some(TokenKind::Dash))
                {
                    at = close + 1;
                    continue;
                }
            }
            TokenKind::Punctuation if page.word(at) == "," => {
                let next = at + 1;
                let relative = page.is(next, Classes::RELATIVE) && !page.is(next, Classes::THAT);
                let close = (next..end).find(|&other| page.word(other) == ",");
                if relative {
                    // "Turkey, which has backed the plan, should stay"
                    at = close? + 1;
                    continue;
                }
                // "After the vote, the party must": what comes before is no clause of its own.
                subject_start = next;
            }
            TokenKind::Word | TokenKind::Clitic => {
                if page.is(at, Classes::RELATIVE)
                    && at > start
                    && !page.is(at - 1, Classes::PREPOSITION.with(Classes::CONJUNCTION))
                {
                    relatives += 1;
                } else if page.is(at, Classes::SUBORDINATOR)
                    && at == subject_start
                    && !page.is(at, Classes::THAT.with(Classes::PREPOSITION))
                {
                    // "If the talks fail, we will": the clause up to the comma is not the main one.
                    if let Some(comma) = (at..end).find(|&other| page.word(other) == ",") {
                        at = comma + 1;
                        subject_start = at;
                        continue;
                    }
                } else if opens_predicate(page, at, subject_start) {
                    if relatives > 0 {
                        relatives -= 1;
                        // Over the rest of the verb group, to its participle: "that have been adopted will be".
                        let group = Classes::AUXILIARY
                            .with(Classes::PARTICIPLE)
                            .with(Classes::ADVERB)
                            .with(Classes::NEGATION);
                        while at + 1 < end
                            && page.is(
                                at,
                                Classes::AUXILIARY
                                    .with(Classes::MODAL)
                                    .with(Classes::ADVERB)
                                    .with(Classes::NEGATION),
                            )
                            && page.is(at + 1, group)
                        {
                            at += 1;
                        }
                        at += 1;
                        continue;
                    }
                    return Some(predicate(page, subject_start..at, at, first.end, none));
                }
            }
            _ => {}
        }
        at += 1;
    }
    // "Truce still not holding" in a heading, "no new taxes": no verb at all.
    let negated = (start..end.min(start + 8)).any(|at| page.is(at, Classes::NEGATION));
    Some(Clause {
        subject: start..start,
        stance: None,
        own_view: false,
        negated,
    })
}

/// Whether the finite verb of a clause stands here.
fn opens_predicate(page: &Page<'_, '_>, at: usize, subject_start: usize) -> bool {
    if at == subject_start {
        return false;
    }
    let possessive = page.kind(at) == Some(TokenKind::Clitic)
        && (page.word(at) == "'s" || page.word(at) == "’s")
        && !page.is(at - 1, Classes::PRONOUN);
    if possessive {
        return false;
    }
    if page.is(at, Classes::AUXILIARY.with(Classes::MODAL))
        || page.phrase_classes(at).any(Classes::MODAL)
    {
        return !page.is(at, Classes::GERUND);
    }
    let noun = page.is(at, Classes::ALSO_NOUN) && !page.is(at - 1, Classes::PRONOUN);
    page.is(at, Classes::PAST.with(Classes::THIRD_PERSON))
        && !noun
        && !page.is(at - 1, Classes::DETERMINER)
        || page.is(at, Classes::BASE)
            && page.is(at - 1, Classes::PRONOUN)
            && page.is(at - 1, Classes::SUBJECT)
}

fn predicate(
    page: &Page<'_, '_>,
    subject: TokenRange,
    at: usize,
    end: usize,
    none: bool,
) -> Clause {
    let mut stance = None;
    let mut own_view = false;
    let mut negated = none || page.is(subject.start, Classes::NEGATION);
    let last = (at + 6).min(end);
    let mut next = at;
    while next < last {
        let length = usize::from(
            page.tokens
                .get(next)
                .map_or(1, |token| token.phrase_length.max(1)),
        );
        let phrase = page.phrase_classes(next).any(Classes::STANCE);
        let word = page.is(next, Classes::STANCE);
        if stance.is_none() && (phrase || word) {
            let kind = stance_at(page, next);
            // Behind an auxiliary only what belongs to it: "was concerned", "is conditional on".
            let modal =
                page.is(next, Classes::MODAL) || page.phrase_classes(next).any(Classes::MODAL);
            let near = next <= at + 2 || kind == Some(ClaimKind::Demand);
            if near && (next == at || !modal) {
                stance = kind;
                own_view = kind == Some(ClaimKind::Opinion) && !modal;
            } else if near && kind == Some(ClaimKind::Demand) {
                stance = kind;
            }
        }
        negated |= page.is(next, Classes::NEGATION) && next <= at + 3;
        next += if phrase { length } else { 1 };
    }
    // "should be conditional on"
    if stance != Some(ClaimKind::Demand) {
        let conditional = (at + 1..last).any(|other| {
            page.phrase_classes(other).any(Classes::STANCE)
                && !page.phrase_classes(other).any(Classes::MODAL)
                && stance_at(page, other) == Some(ClaimKind::Demand)
        });
        if conditional {
            stance = Some(ClaimKind::Demand);
        }
    }
    Clause {
        subject,
        stance,
        own_view,
        negated,
    }
}

fn stance_at(page: &Page<'_, '_>, at: usize) -> Option<ClaimKind> {
    let kind = |(entry, _): (&crate::lexicon::Entry, crate::lexicon::Slot)| match entry.meaning {
        Meaning::Stance(kind) => Some(kind),
        _ => None,
    };
    let by_phrase = page
        .phrase(at)
        .and_then(|(_, mut entries)| entries.find_map(kind));
    by_phrase.or_else(|| page.entries(at).find_map(kind))
}

/// Whether the subject is the one who speaks: "we", the speaker's own pronoun, or the speaker's own country.
fn first_party(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>, subject: &TokenRange) -> bool {
    let mut subject = subject.clone();
    while subject.start < subject.end
        && (page.is(subject.start, Classes::ADVERB.with(Classes::CONJUNCTION))
            && !page.is(subject.start, Classes::PRONOUN)
            || page.kind(subject.start) != Some(TokenKind::Word))
    {
        subject.start += 1;
    }
    let Some(source) = claim.source.as_ref().filter(|_| !subject.is_empty()) else {
        return false;
    };
    // "we will", "he now would"
    if page.is(subject.start, Classes::PRONOUN) && subject.len() <= 2 {
        let stands = page
            .entries(subject.start)
            .find_map(|(entry, _)| match entry.meaning {
                Meaning::Pronoun(stands) => Some(stands),
                _ => None,
            });
        let quoted = page.has(subject.start, Flags::QUOTED);
        return match stands {
            Some(Stands::Speaker | Stands::Speakers) => true,
            Some(Stands::Male | Stands::Female) => {
                !quoted
                    && matches!(
                        source.kind,
                        SourceKind::Person | SourceKind::Pronoun | SourceKind::Unknown
                    )
            }
            Some(Stands::Thing) => {
                !quoted
                    && !matches!(source.kind, SourceKind::Person | SourceKind::Document)
                    && !page.is(subject.start, Classes::DETERMINER)
            }
            Some(Stands::Several) => {
                !quoted && !matches!(source.kind, SourceKind::Person | SourceKind::Document)
            }
            _ => false,
        };
    }
    // "his government will", "its forces would"
    if page.is(subject.start, Classes::POSSESSIVE) && subject.len() <= 3 {
        return page.is(subject.end - 1, Classes::ORGANIZATION);
    }
    // "Chile will", said by Chile's minister.
    let whole_place = subject.clone().all(|at| page.has(at, Flags::CAPITALISED));
    whole_place
        && source.side.is_some()
        && page.is(subject.start, Classes::PLACE)
        && place_in(page, &subject) == source.side.as_deref()
}

/// "viewed … as", "described … as": a piece of content begins with "as" or holds it behind the object.
fn judged_as(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> bool {
    claim
        .content
        .iter()
        .any(|piece| page.reads(piece.start, "as"))
}

/// "expressed support", "voiced hope": a verb of speech with the noun of an attitude.
fn is_told(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> bool {
    let Some(cue) = &claim.cue else {
        return false;
    };
    let noun = page.is(cue.tokens.end.saturating_sub(1), Classes::CUE_NOUN)
        || claim.content.first().is_some_and(|first| {
            (first.start..(first.start + 2).min(first.end)).any(|at| page.is(at, Classes::CUE_NOUN))
        });
    let verb = cue.tokens.clone().any(|at| {
        page.entries(at).any(|(entry, _)| match &entry.meaning {
            Meaning::Cue(word) => word.kind == ClaimKind::Opinion,
            _ => false,
        })
    });
    noun && verb
}

/// "asked whether", "asked: where are they?"
fn is_question(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> bool {
    let Some(first) = claim.content.first() else {
        return false;
    };
    let asks = page.is(first.start, Classes::INTERROGATIVE)
        || page.reads(first.start, "if") && claim.form == Form::Indirect;
    let mark = claim
        .content
        .last()
        .is_some_and(|last| (last.end.saturating_sub(2)..last.end).any(|at| page.word(at) == "?"));
    asks || mark
}

/// Whether all that is quoted is a name or what is merely called so: the "so-called experts", a song's title.
fn only_named(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> bool {
    let mut any = false;
    let (Some(first), Some(last)) = (claim.content.first(), claim.content.last()) else {
        return false;
    };
    let start = page
        .quotations
        .partition_point(|quotation| quotation.tokens.start < first.start);
    let candidates = page.quotations[start..]
        .iter()
        .take_while(|quotation| quotation.tokens.start < last.end);
    for quotation in candidates {
        let inside = claim.content.iter().any(|piece| {
            piece.start <= quotation.tokens.start && quotation.tokens.end <= piece.end
        });
        if !inside {
            continue;
        }
        any = true;
        let before = quotation.tokens.start.checked_sub(1);
        let named = before.is_some_and(|at| {
            page.is(at, Classes::NAME_PART)
                && page.entries(at).any(|(entry, _)| {
                    matches!(
                        entry.meaning,
                        Meaning::NamePart(crate::lexicon::entries::people::NamePart::Naming)
                    )
                })
        });
        if !named {
            return false;
        }
    }
    any
}
