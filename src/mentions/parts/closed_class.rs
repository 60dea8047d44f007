//! Function words: which of their classes they have here.

use crate::lexicon::Classes;
use crate::text::{Flags, Page, Token, TokenKind};

use super::{Part, previous};

pub(super) const CLOSED: Classes = Classes::DETERMINER
    .with(Classes::POSSESSIVE)
    .with(Classes::QUANTIFIER)
    .with(Classes::PRONOUN)
    .with(Classes::PREPOSITION)
    .with(Classes::CONJUNCTION)
    .with(Classes::SUBORDINATOR)
    .with(Classes::RELATIVE)
    .with(Classes::INTERROGATIVE)
    .with(Classes::AUXILIARY)
    .with(Classes::MODAL)
    .with(Classes::NEGATION)
    .with(Classes::ADVERB)
    .with(Classes::INFINITIVE_TO);

pub(super) fn closed(
    page: &Page<'_, '_>,
    parts: &[Part],
    index: usize,
    start: usize,
    token: &Token,
) -> Option<Part> {
    let classes = token.classes;
    let next = page.tokens.get(index + 1);
    let next_is = |wanted: Classes| next.is_some_and(|next| next.is(wanted));
    if classes.any(Classes::INFINITIVE_TO) {
        return Some(to(page, index));
    }
    if classes.any(Classes::THAT) {
        return Some(Part::That);
    }
    if classes.any(Classes::AUXILIARY) {
        return Some(Part::Auxiliary);
    }
    if classes.any(Classes::MODAL) {
        return Some(Part::Modal);
    }
    if classes.any(Classes::NEGATION) && !classes.any(Classes::DETERMINER.with(Classes::PRONOUN)) {
        return Some(Part::Negation);
    }
    // "would neither confirm nor deny", "The mayor neither confirmed nor denied": no "neither side".
    if classes.any(Classes::NEGATION)
        && classes.any(Classes::DETERMINER)
        && classes.any(Classes::SUBJECT)
    {
        let before = (index > start).then(|| parts[index - 1]);
        let verb = match before {
            Some(Part::Modal | Part::Auxiliary | Part::To) => next_is(Classes::VERB),
            Some(Part::Name | Part::Noun | Part::Pronoun | Part::Relative) => {
                next_is(Classes::PAST.with(Classes::THIRD_PERSON))
            }
            _ => false,
        };
        if verb {
            return Some(Part::Negation);
        }
    }
    if classes.any(Classes::CONJUNCTION) {
        let but = classes.any(Classes::PREPOSITION.with(Classes::CONNECTIVE));
        return Some(if but { Part::But } else { Part::Conjunction });
    }
    if classes.any(Classes::RELATIVE)
        && !classes.any(Classes::INTERROGATIVE.with(Classes::SUBORDINATOR))
    {
        return Some(Part::Relative);
    }
    if classes.any(Classes::INTERROGATIVE.with(Classes::RELATIVE)) {
        let word = page.word(index);
        let relative = word.len() >= 3
            && (word.eq_ignore_ascii_case("who")
                || word.eq_ignore_ascii_case("which")
                || word.eq_ignore_ascii_case("whom")
                || word.eq_ignore_ascii_case("whose"));
        return Some(if relative {
            Part::Relative
        } else {
            Part::Question
        });
    }
    if classes.any(Classes::POSSESSIVE) {
        // "told her that", but "her lawyer"
        let object = classes.any(Classes::PRONOUN)
            && !next.is_some_and(|next| {
                next.kind == TokenKind::Word && !next.is(CLOSED.without(Classes::ADVERB))
                    || next.kind == TokenKind::Number
            });
        return Some(if object && !classes.any(Classes::SUBJECT) {
            Part::Object
        } else {
            Part::Possessive
        });
    }
    if classes.any(Classes::QUANTIFIER) {
        return Some(Part::Quantifier);
    }
    if classes.any(Classes::DETERMINER) {
        // "this", "those" alone: a pronoun
        let alone = classes.any(Classes::PRONOUN)
            && next.is_none_or(|next| {
                next.kind != TokenKind::Word
                    || next.is(Classes::AUXILIARY
                        .with(Classes::MODAL)
                        .with(Classes::RELATIVE))
                    || next.is(Classes::PREPOSITION)
            });
        return Some(if alone {
            Part::Pronoun
        } else {
            Part::Determiner
        });
    }
    if classes.any(Classes::SUBJECT) {
        return Some(Part::Pronoun);
    }
    if classes.any(Classes::PRONOUN) {
        return Some(Part::Object);
    }
    if classes.any(Classes::PREPOSITION) {
        let participle = next.is_some_and(|next| {
            next.is(Classes::PAST.with(Classes::PARTICIPLE)) && !next.has(Flags::CAPITALISED)
        });
        if participle
            && index > start
            && parts[index - 1] == Part::Auxiliary
            && classes.any(Classes::SUBORDINATOR)
        {
            // "has since said"
            return Some(Part::Adverb);
        }
        if !classes.any(Classes::SUBORDINATOR) {
            // "the union's past leader": only where a phrase can follow
            return Some(Part::Preposition);
        }
        // "as he left", "after the vote": a clause if a pronoun or a subject with its verb follows.
        let clause =
            next_is(Classes::SUBJECT) && !next_is(Classes::QUANTIFIER.with(Classes::DETERMINER));
        return Some(if clause {
            Part::Subordinator
        } else {
            Part::Preposition
        });
    }
    if classes.any(Classes::SUBORDINATOR) {
        return Some(Part::Subordinator);
    }
    if classes.any(Classes::ADVERB) {
        // "still", "back", "long" can be other words; a verb by its place wins.
        let determined = matches!(
            previous(parts, index, start),
            Some(Part::Determiner | Part::Possessive | Part::Clitic)
        );
        let verb = classes.any(Classes::VERB);
        if determined && classes.any(Classes::NUMBER) && next_is(Classes::CUE_VERB) {
            // "a third say they agree"
            return None;
        }
        return (!(verb && (determined || previous(parts, index, start) == Some(Part::To))))
            .then_some(Part::Adverb);
    }
    None
}

/// "to leave", "to quickly leave", but "to the coast", "to Moscow".
fn to(page: &Page<'_, '_>, index: usize) -> Part {
    let mut next = index + 1;
    while page.is(next, Classes::ADVERB.with(Classes::NEGATION)) && !page.is(next, Classes::BASE)
        || page.word(next).ends_with("ly") && !page.is(next, Classes::BASE)
    {
        next += 1;
    }
    let verb = page.is(next, Classes::BASE)
        || page.is(next, Classes::AUXILIARY) && !page.is(next, Classes::THIRD_PERSON)
        || page.reads(next, "be")
        || page.reads(next, "have")
        || page.reads(next, "do");
    if verb && !page.has(next, Flags::CAPITALISED) {
        Part::To
    } else {
        Part::Preposition
    }
}
