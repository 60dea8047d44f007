//! What somebody does by saying it: [`ClaimKind`](crate::ClaimKind), by the cue and, where the cue says nothing, by the
//! content's main clause.

mod clause;

use crate::claims::draft::ClaimDraft;
use crate::entities::places::place_in;
use crate::extraction::{ClaimKind, Form, SourceKind};
use crate::lexicon::entries::people::Stands;
use crate::lexicon::entries::speech::{CueWord, Frames};
use crate::lexicon::{Classes, Meaning, Table};
use crate::syntax::{Syntax, Tag, verbs};
use crate::text::{Flags, Page, TokenKind, TokenRange};

use clause::{Clause, main_clause};

/// The most tokens of an object before its "as": "views the old town hall as a risk".
const OBJECT: usize = 6;

/// The most tokens of what belongs to somebody and speaks for him: "his coalition government".
const OWN: usize = 3;

/// Sets kind, negation and form of every claim.
pub(crate) fn decide(syntax: &Syntax<'_, '_, '_>, claims: &mut [ClaimDraft<'_, '_>]) {
    let page = syntax.page;
    for claim in claims {
        let cue = claim.cue.as_ref().map_or(claim.kind, |cue| {
            insists_on(page, claim, cue.head).unwrap_or(cue.kind)
        });
        let clause = main_clause(syntax, claim);
        claim.negated = clause.as_ref().is_some_and(|clause| clause.negated);
        claim.kind = kind(syntax, claim, cue, clause.as_ref());
        if claim.form == Form::Mixed && only_named(page, claim) {
            claim.form = Form::Indirect;
        }
    }
}

/// "insisted [on its right]" asks for what "insisted [that …]" only states. What is said *on* a matter is said *about* it as well
/// ("comment", "statement") and asks for nothing.
fn insists_on(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>, head: usize) -> Option<ClaimKind> {
    let behind = claim.cue.as_ref()?.tokens.end;
    let asks = |word: &CueWord| {
        word.kind == ClaimKind::Statement
            && word.frames.any(Frames::ON)
            && !word.frames.any(Frames::ABOUT)
    };
    let takes_on = page
        .entries(head)
        .any(|(entry, _)| matches!(&entry.meaning, Meaning::Cue(word) if asks(word)));
    (takes_on && behind > head + 1 && page.is(behind - 1, Classes::PREPOSITION))
        .then_some(ClaimKind::Demand)
}

fn kind(
    syntax: &Syntax<'_, '_, '_>,
    claim: &ClaimDraft<'_, '_>,
    cue: ClaimKind,
    clause: Option<&Clause>,
) -> ClaimKind {
    let page = syntax.page;
    match cue {
        ClaimKind::Statement if is_told_to_do(syntax, claim) => return ClaimKind::Demand,
        ClaimKind::Statement | ClaimKind::Other => {}
        // "voiced hope": an attitude that is told is a view.
        ClaimKind::Attitude if is_told(page, claim) => return ClaimKind::Opinion,
        // "declined to comment", "refused to leave": nothing is denied.
        ClaimKind::Denial
            if claim
                .content
                .first()
                .is_some_and(|first| syntax.tag(first.start) == Tag::To) =>
        {
            return ClaimKind::Other;
        }
        // "viewed as a mistake", "described it as": a judgement, whatever the verb does elsewhere.
        ClaimKind::Attitude | ClaimKind::Admission if judged_as(syntax, claim) => {
            return ClaimKind::Opinion;
        }
        // "asked whether": a question asks for nothing to be done.
        ClaimKind::Demand if is_question(syntax, claim) => return ClaimKind::Other,
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
            if !clause.own_view || first_party(syntax, claim, &clause.subject) =>
        {
            ClaimKind::Opinion
        }
        Some(ClaimKind::Promise)
            if first_party(syntax, claim, &clause.subject)
                && !is_done_to_it(syntax, &clause.subject) =>
        {
            ClaimKind::Promise
        }
        Some(kind @ ClaimKind::Demand) => kind,
        _ => cue,
    }
}

/// "told residents to stay indoors", "told them not to come": who is told so is asked for it.
fn is_told_to_do(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> bool {
    let tells = |head: usize| {
        syntax.page.entries(head).any(|(entry, _)| {
            matches!(&entry.meaning, Meaning::Cue(word)
                if word.frames.any(Frames::OBJECT_INFINITIVE) && !word.frames.any(Frames::INFINITIVE))
        })
    };
    claim.rule == "attribution.subject_cue_infinitive"
        && claim.cue.as_ref().is_some_and(|cue| tells(cue.head))
}

/// Whether the subject is the one who speaks: "we", the speaker's own pronoun, or the speaker's own country.
fn first_party(
    syntax: &Syntax<'_, '_, '_>,
    claim: &ClaimDraft<'_, '_>,
    subject: &TokenRange,
) -> bool {
    let page = syntax.page;
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
    if syntax.tag(subject.start) == Tag::Pronoun && subject.len() <= 2 {
        let stands = page
            .entries_in(Table::Pronouns, subject.start)
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
                let other = match source.kind {
                    SourceKind::Person | SourceKind::Document => true,
                    SourceKind::Group => is_plural(syntax, &source.tokens),
                    _ => false,
                };
                !(quoted || other || page.is(subject.start, Classes::DETERMINER))
            }
            Some(Stands::Several) => {
                !quoted && !matches!(source.kind, SourceKind::Person | SourceKind::Document)
            }
            _ => false,
        };
    }
    // "his government will", "its forces would"
    if syntax.tag(subject.start) == Tag::Possessive && subject.len() <= OWN {
        return page.is(subject.end.wrapping_sub(1), Classes::ORGANIZATION);
    }
    // "Chile will", said by Chile's minister.
    let whole_place = subject.clone().all(|at| page.has(at, Flags::CAPITALISED));
    whole_place
        && source.side.is_some()
        && page.is(subject.start, Classes::PLACE)
        && place_in(page, &subject) == source.side.as_deref()
}

/// "Critics of the bill say it will raise prices": "it" is none of them.
fn is_plural(syntax: &Syntax<'_, '_, '_>, tokens: &TokenRange) -> bool {
    let head = tokens
        .clone()
        .take_while(|&token| syntax.tag(token).opens_phrase())
        .last();
    head.is_some_and(|head| syntax.page.word(head).ends_with('s'))
}

/// "The company said it would be sold": what is done to a thing is no promise of its own.
fn is_done_to_it(syntax: &Syntax<'_, '_, '_>, subject: &TokenRange) -> bool {
    let verb = subject.end;
    let head = verbs::head_from(syntax, verb, syntax.page.tokens.len());
    syntax.reads(verb.wrapping_sub(1), "it")
        && verbs::around(syntax, head, head + 1, subject.start).passive
}

/// "viewed … as", "described … as": a piece of content begins with "as", or an attitude's holds it behind its object.
fn judged_as(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> bool {
    let page = syntax.page;
    let begins = claim
        .content
        .iter()
        .any(|piece| page.reads(piece.start, "as"));
    // "sees the dam as a risk", not "wants to stay as mayor": a verb that judges so.
    let judges = claim.cue.as_ref().is_some_and(|cue| {
        cue.kind == ClaimKind::Attitude
            && page.entries(cue.head).any(|(entry, _)| {
                matches!(&entry.meaning, Meaning::Cue(word) if word.frames.any(Frames::AS))
            })
    });
    begins
        || judges
            && claim.content.first().is_some_and(|first| {
                (first.start + 1..first.end.min(first.start + OBJECT))
                    .take_while(|&at| {
                        page.kind(at) == Some(TokenKind::Word) && !syntax.tag(at).carries_clause()
                    })
                    .any(|at| page.reads(at, "as"))
            })
}

/// "expressed support", "voiced hope": a verb of speech with the noun of an attitude.
fn is_told(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> bool {
    let Some(cue) = &claim.cue else {
        return false;
    };
    // "voiced hope", "expressed his support for"
    let noun = (cue.tokens.start + 1..cue.tokens.end).any(|at| page.is(at, Classes::CUE_NOUN))
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
fn is_question(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> bool {
    let page = syntax.page;
    let Some(first) = claim.content.first() else {
        return false;
    };
    let asks = matches!(syntax.tag(first.start), Tag::Question | Tag::Relative)
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
                && page.entries_in(Table::NameParts, at).any(|(entry, _)| {
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
