//! Function words: which of their classes they have here.

use crate::lexicon::Classes;
use crate::text::{Flags, Page, Token, TokenKind};

use super::{Tag, previous};

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
    tags: &[Tag],
    index: usize,
    start: usize,
    token: &Token,
) -> Option<Tag> {
    let classes = token.classes;
    let next = page.tokens.get(index + 1);
    let next_is = |wanted: Classes| next.is_some_and(|next| next.is(wanted));
    if classes.any(Classes::INFINITIVE_TO) {
        return Some(to(page, index));
    }
    if classes.any(Classes::THAT) {
        return Some(Tag::That);
    }
    if classes.any(Classes::AUXILIARY) {
        return Some(Tag::Auxiliary);
    }
    if classes.any(Classes::MODAL) {
        return Some(Tag::Modal);
    }
    if classes.any(Classes::NEGATION) && !classes.any(Classes::DETERMINER.with(Classes::PRONOUN)) {
        return Some(Tag::Negation);
    }
    // "would neither confirm nor deny", "The mayor neither confirmed nor denied": no "neither side".
    if classes.any(Classes::NEGATION)
        && classes.any(Classes::DETERMINER)
        && classes.any(Classes::SUBJECT)
    {
        let before = (index > start).then(|| tags[index - 1]);
        let verb = match before {
            Some(Tag::Modal | Tag::Auxiliary | Tag::To) => next_is(Classes::VERB),
            Some(Tag::Name | Tag::Noun | Tag::Pronoun | Tag::Relative) => {
                next_is(Classes::PAST.with(Classes::THIRD_PERSON))
            }
            _ => false,
        };
        if verb {
            return Some(Tag::Negation);
        }
    }
    if classes.any(Classes::CONJUNCTION) {
        let but = classes.any(Classes::PREPOSITION.with(Classes::CONNECTIVE));
        // "could not yet say", but "has yet to say"
        let before = (index > start).then(|| tags[index - 1]);
        let within = matches!(before, Some(Tag::Modal | Tag::Auxiliary | Tag::Negation));
        if within && page.reads(index, "yet") && next_is(Classes::VERB) {
            return Some(Tag::Adverb);
        }
        return Some(if but { Tag::But } else { Tag::Conjunction });
    }
    if classes.any(Classes::RELATIVE)
        && !classes.any(Classes::INTERROGATIVE.with(Classes::SUBORDINATOR))
    {
        return Some(Tag::Relative);
    }
    if classes.any(Classes::INTERROGATIVE.with(Classes::RELATIVE)) {
        let word = page.word(index);
        let relative = word.len() >= 3
            && (word.eq_ignore_ascii_case("who")
                || word.eq_ignore_ascii_case("which")
                || word.eq_ignore_ascii_case("whom")
                || word.eq_ignore_ascii_case("whose"));
        return Some(if relative {
            Tag::Relative
        } else {
            Tag::Question
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
            Tag::Object
        } else {
            Tag::Possessive
        });
    }
    if classes.any(Classes::QUANTIFIER) {
        return Some(Tag::Quantifier);
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
        return Some(if alone { Tag::Pronoun } else { Tag::Determiner });
    }
    // "the large mine": a pronoun has nothing before it.
    let modified = index > start && matches!(tags[index - 1], Tag::Determiner | Tag::Noun);
    if modified && page.reads(index, "mine") {
        return None;
    }
    if classes.any(Classes::SUBJECT) {
        return Some(Tag::Pronoun);
    }
    if classes.any(Classes::PRONOUN) {
        return Some(Tag::Object);
    }
    if classes.any(Classes::PREPOSITION) {
        let participle = next.is_some_and(|next| {
            next.is(Classes::PAST.with(Classes::PARTICIPLE)) && !next.has(Flags::CAPITALISED)
        });
        if participle
            && index > start
            && tags[index - 1] == Tag::Auxiliary
            && classes.any(Classes::SUBORDINATOR)
        {
            // "has since said"
            return Some(Tag::Adverb);
        }
        if !classes.any(Classes::SUBORDINATOR) {
            // "the union's past leader": only where a phrase can follow
            return Some(Tag::Preposition);
        }
        // "as he left", "after the vote": a clause if a pronoun or a subject with its verb follows.
        let clause =
            next_is(Classes::SUBJECT) && !next_is(Classes::QUANTIFIER.with(Classes::DETERMINER));
        return Some(if clause {
            Tag::Subordinator
        } else {
            Tag::Preposition
        });
    }
    if classes.any(Classes::SUBORDINATOR) {
        return Some(Tag::Subordinator);
    }
    if classes.any(Classes::ADVERB) {
        // "still", "back", "long" can be other words; a verb by its place wins.
        let determined = matches!(
            previous(tags, index, start),
            Some(Tag::Determiner | Tag::Possessive | Tag::Clitic)
        );
        let verb = classes.any(Classes::VERB);
        if determined && classes.any(Classes::NUMBER) && next_is(Classes::CUE_VERB) {
            // "a third say they agree"
            return None;
        }
        return (!(verb && (determined || previous(tags, index, start) == Some(Tag::To))))
            .then_some(Tag::Adverb);
    }
    None
}

/// "to leave", "to quickly leave", but "to the coast", "to Moscow".
fn to(page: &Page<'_, '_>, index: usize) -> Tag {
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
        Tag::To
    } else {
        Tag::Preposition
    }
}
