//! Function words: which of their classes they have here.

use crate::lexicon::entries::speech::Frames;
use crate::lexicon::{Classes, Meaning};
use crate::text::{Flags, Page, Token, TokenKind};

use super::tag::{Tag, previous};

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

/// The tag of a function word; none where it is something else here: "a third say they agree".
pub(super) fn closed(
    page: &Page<'_, '_>,
    tags: &[Tag],
    index: usize,
    start: usize,
    token: &Token,
) -> Option<Tag> {
    let is = |class: Classes| token.classes.any(class);
    let next = page.tokens.get(index + 1);
    let direct = (index > start).then(|| tags[index - 1]);
    if is(Classes::INFINITIVE_TO) {
        return Some(to(page, index));
    }
    // "proposed doing away with it": of "do" the form that helps no other verb.
    if page.reads(index, "doing") {
        return Some(Tag::Gerund);
    }
    // What is so whatever stands beside it, the surer class first.
    for (class, tag) in [
        (Classes::THAT, Tag::That),
        (Classes::AUXILIARY, Tag::Auxiliary),
        (Classes::MODAL, Tag::Modal),
    ] {
        if is(class) {
            return Some(tag);
        }
    }
    if is(Classes::NEGATION) && negates(token, direct, next) {
        return Some(Tag::Negation);
    }
    if is(Classes::CONJUNCTION) {
        let but = is(Classes::PREPOSITION.with(Classes::CONNECTIVE));
        // "could not yet say", but "has yet to say"
        let within = matches!(direct, Some(Tag::Modal | Tag::Auxiliary | Tag::Negation));
        let verb = next.is_some_and(|next| next.is(Classes::VERB));
        if within && verb && page.reads(index, "yet") {
            return Some(Tag::Adverb);
        }
        return Some(if but { Tag::But } else { Tag::Conjunction });
    }
    if is(Classes::INTERROGATIVE.with(Classes::RELATIVE)) {
        let question = is(Classes::INTERROGATIVE.with(Classes::SUBORDINATOR));
        let who = ["who", "which", "whom", "whose"];
        let relative = !question || who.iter().any(|word| page.reads(index, word));
        return Some(if relative {
            Tag::Relative
        } else {
            Tag::Question
        });
    }
    if is(Classes::POSSESSIVE) {
        return Some(possessive(token, next));
    }
    if is(Classes::QUANTIFIER) {
        return Some(Tag::Quantifier);
    }
    if is(Classes::DETERMINER) {
        return Some(determiner(token, next));
    }
    // "the large mine": a pronoun has nothing before it.
    if matches!(direct, Some(Tag::Determiner | Tag::Noun)) && page.reads(index, "mine") {
        return None;
    }
    if is(Classes::SUBJECT) {
        return Some(Tag::Pronoun);
    }
    if is(Classes::PRONOUN) {
        return Some(Tag::Object);
    }
    if is(Classes::PREPOSITION) {
        return Some(preposition(token, direct, next));
    }
    let before = previous(tags, index, start);
    // "She once said that", but "She left once he said that"
    let once = is(Classes::ADVERB)
        && before.is_some_and(|before| before.is_nominal() || before == Tag::Pronoun)
        && next.is_some_and(|next| next.is(Classes::PAST) && !next.is(Classes::ALSO_NOUN));
    if is(Classes::SUBORDINATOR) && !once {
        return Some(Tag::Subordinator);
    }
    is(Classes::ADVERB)
        .then(|| adverb(token, before, next))
        .flatten()
}

/// "not"; "would neither confirm nor deny", "The mayor neither confirmed nor denied", but "neither side".
fn negates(token: &Token, before: Option<Tag>, next: Option<&Token>) -> bool {
    if !token.is(Classes::DETERMINER.with(Classes::PRONOUN)) {
        return true;
    }
    let next_is = |wanted: Classes| next.is_some_and(|next| next.is(wanted));
    let verb = match before {
        Some(Tag::Modal | Tag::Auxiliary | Tag::To) => next_is(Classes::VERB),
        Some(Tag::Name | Tag::Noun | Tag::Pronoun | Tag::Relative) => {
            next_is(Classes::PAST.with(Classes::THIRD_PERSON))
        }
        _ => false,
    };
    verb && token.is(Classes::DETERMINER) && token.is(Classes::SUBJECT)
}

/// "told her that", but "her lawyer"
fn possessive(token: &Token, next: Option<&Token>) -> Tag {
    let alone = !next.is_some_and(|next| {
        next.kind == TokenKind::Word && !next.is(CLOSED.without(Classes::ADVERB))
            || next.kind == TokenKind::Number
    });
    if alone && token.is(Classes::PRONOUN) && !token.is(Classes::SUBJECT) {
        Tag::Object
    } else {
        Tag::Possessive
    }
}

/// "this", "those" alone: a pronoun.
fn determiner(token: &Token, next: Option<&Token>) -> Tag {
    let behind = Classes::AUXILIARY
        .with(Classes::MODAL)
        .with(Classes::RELATIVE)
        .with(Classes::PREPOSITION);
    let alone = next.is_none_or(|next| next.kind != TokenKind::Word || next.is(behind));
    if alone && token.is(Classes::PRONOUN) {
        Tag::Pronoun
    } else {
        Tag::Determiner
    }
}

fn preposition(token: &Token, before: Option<Tag>, next: Option<&Token>) -> Tag {
    // "the union's past leader": only where a phrase can follow
    if !token.is(Classes::SUBORDINATOR) {
        return Tag::Preposition;
    }
    // "has since said"
    let participle = next.is_some_and(|next| {
        next.is(Classes::PAST.with(Classes::PARTICIPLE)) && !next.has(Flags::CAPITALISED)
    });
    if participle && before == Some(Tag::Auxiliary) {
        return Tag::Adverb;
    }
    // "as he left", "after the vote": a clause if a pronoun follows.
    let clause = next.is_some_and(|next| {
        next.is(Classes::SUBJECT) && !next.is(Classes::QUANTIFIER.with(Classes::DETERMINER))
    });
    if clause {
        Tag::Subordinator
    } else {
        Tag::Preposition
    }
}

/// "still", "back", "long" can be other words; a verb by its place wins.
fn adverb(token: &Token, before: Option<Tag>, next: Option<&Token>) -> Option<Tag> {
    let determined = matches!(
        before,
        Some(Tag::Determiner | Tag::Possessive | Tag::Clitic)
    );
    // "a third say they agree"
    let third = determined
        && token.is(Classes::NUMBER)
        && next.is_some_and(|next| next.is(Classes::CUE_VERB));
    let verb = token.is(Classes::VERB) && (determined || before == Some(Tag::To));
    (!third && !verb).then_some(Tag::Adverb)
}

/// "complained to police that", and "pointed to credit card debts", but "agreed to report the figures": the "to" of a cue that
/// takes no infinitive, before a word that may be a noun, and not before what only a verb has behind it.
fn governs_noun(page: &Page<'_, '_>, to: usize) -> bool {
    let body = Classes::ORGANIZATION.with(Classes::ROLE);
    let verb_of_speech = page.is(to + 1, Classes::CUE_VERB);
    if page.is(to + 1, body) && !verb_of_speech && page.is(to + 2, Classes::THAT) {
        return true;
    }
    let Some(verb) = to.checked_sub(1).and_then(|verb| page.tokens.get(verb)) else {
        return false;
    };
    let cue = verb.phrase_length == 2 && verb.phrase_classes.any(Classes::CUE_VERB);
    let infinitive = || {
        page.entries(to - 1).any(|(entry, _)| {
            matches!(&entry.meaning, Meaning::Cue(word) if word.frames.any(Frames::INFINITIVE))
        })
    };
    let noun = Classes::ALSO_NOUN.with(body);
    let object = Classes::DETERMINER
        .with(Classes::POSSESSIVE)
        .with(Classes::PRONOUN)
        .with(Classes::QUANTIFIER);
    cue && page.is(to + 1, noun) && !page.is(to + 2, object) && !infinitive()
}

/// "to leave", "to quickly leave", but "to the coast", "to Moscow".
pub(super) fn to(page: &Page<'_, '_>, index: usize) -> Tag {
    // "urged them to "vote for peace""
    let mut next = index + 1 + usize::from(page.kind(index + 1) == Some(TokenKind::Mark));
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
    if verb && !page.has(next, Flags::CAPITALISED) && !governs_noun(page, index) {
        Tag::To
    } else {
        Tag::Preposition
    }
}
