//! Which word is a verb here: the forms of verbs, by their neighbours.

use crate::lexicon::Classes;
use crate::text::{Flags, Page, Token, TokenKind};

use super::closed_class::CLOSED;
use super::{Part, previous};

/// "-ed" and "-ing" of verbs that no dictionary lists.
pub(super) fn ends_like_a_verb(word: &str) -> Option<Part> {
    if word.len() < 6 || !word.is_ascii() {
        return None;
    }
    if word.ends_with("ed") {
        Some(Part::Past)
    } else if word.ends_with("ing") {
        Some(Part::Gerund)
    } else {
        None
    }
}

pub(super) fn verb_form(
    page: &Page<'_, '_>,
    parts: &[Part],
    index: usize,
    start: usize,
    token: &Token,
    titled: bool,
) -> Part {
    let classes = token.classes;
    let before = previous(parts, index, start);
    let direct = (index > start).then(|| parts[index - 1]);
    let next = page.tokens.get(index + 1);
    let next_is = |wanted: Classes| next.is_some_and(|next| next.is(wanted));
    let attributive = matches!(
        direct,
        Some(Part::Determiner | Part::Possessive | Part::Clitic)
    ) && !(page.is(index.wrapping_sub(1), Classes::SUBJECT)
        && direct == Some(Part::Determiner)
        && speaks_next(page, index, token))
        || matches!(direct, Some(Part::Number | Part::Quantifier))
            && !speaks_next(page, index, token);
    // What can follow a verb and hardly a noun.
    let object_follows = next.is_some_and(|next| {
        next.is(Classes::DETERMINER
            .with(Classes::POSSESSIVE)
            .with(Classes::PRONOUN)
            .with(Classes::THAT)
            .with(Classes::INTERROGATIVE)
            .with(Classes::QUANTIFIER))
            || next.kind == TokenKind::Mark
    });
    let listed = classes.any(Classes::VERB);
    if classes.any(Classes::GERUND) || !listed && page.word(index).ends_with("ing") {
        return if attributive {
            Part::Noun
        } else {
            Part::Gerund
        };
    }
    let base = classes.any(Classes::BASE);
    if !base && (classes.any(Classes::PAST.with(Classes::PARTICIPLE)) || !listed) {
        if attributive || before == Some(Part::Preposition) && !next_is(Classes::DETERMINER) {
            return Part::Noun;
        }
        if before == Some(Part::Auxiliary) {
            return Part::Participle;
        }
        let participle = classes.any(Classes::PARTICIPLE) && !classes.any(Classes::PAST);
        if participle {
            return if before == Some(Part::Modal) {
                Part::Participle
            } else {
                Part::Noun
            };
        }
        return match before {
            Some(Part::Pronoun) => Part::Finite,
            _ if classes.any(Classes::PAST) && !classes.any(Classes::PARTICIPLE) => Part::Finite,
            _ => Part::Past,
        };
    }
    if matches!(before, Some(Part::To | Part::Modal)) && base {
        return Part::Base;
    }
    if before == Some(Part::Auxiliary) && base {
        // "does not say", "did say"; "had set"
        return Part::Base;
    }
    let also_noun = classes.any(Classes::ALSO_NOUN);
    let also_adjective = classes.any(Classes::ALSO_ADJECTIVE);
    let cue = classes.any(Classes::CUE_VERB);
    if classes.any(Classes::THIRD_PERSON) {
        if attributive || before == Some(Part::Preposition) {
            return Part::Noun;
        }
        if !also_noun {
            return Part::Finite;
        }
        return match before {
            Some(Part::Pronoun | Part::Relative | Part::That) => Part::Finite,
            Some(Part::Name) if titled => {
                if cue && next.is_some() {
                    Part::Finite
                } else {
                    Part::Noun
                }
            }
            Some(Part::Name | Part::Close | Part::Comma) => {
                let name_follows = before == Some(Part::Name)
                    && next.is_some_and(|next| next.has(Flags::CAPITALISED) && !next.is(CLOSED));
                if object_follows
                    || next_is(Classes::INFINITIVE_TO)
                    || cue && name_follows
                    || says(token, page)
                {
                    Part::Finite
                } else {
                    Part::Noun
                }
            }
            Some(Part::Noun | Part::Conjunction | Part::But)
                if object_follows || says(token, page) =>
            {
                Part::Finite
            }
            Some(Part::Number | Part::Quantifier | Part::Determiner) if says(token, page) => {
                Part::Finite
            }
            _ => Part::Noun,
        };
    }
    if base {
        if attributive || before == Some(Part::Preposition) {
            return Part::Noun;
        }
        return match before {
            Some(Part::Pronoun | Part::Relative) => Part::Finite,
            Some(Part::Question | Part::Quantifier) if !also_noun => Part::Finite,
            Some(Part::Conjunction | Part::But) if says(token, page) => Part::Finite,
            Some(Part::Noun | Part::Name | Part::Clitic | Part::Comma) => {
                let plural = page.word(index.wrapping_sub(1)).ends_with(['s', 'S'])
                    || page.word(index.wrapping_sub(1)).ends_with("people")
                    || direct == Some(Part::Comma)
                    || direct == Some(Part::Adverb)
                    || coordinated(page, parts, index, titled);
                // "polls show voters": a verb of speech behind a plural, with something to say behind it.
                let speech = cue
                    && page.word(index.wrapping_sub(1)).ends_with('s')
                    && next.is_some_and(|next| {
                        next.kind == TokenKind::Word
                            && !next.is(CLOSED.without(Classes::ADVERB).without(Classes::NEGATION))
                    });
                // "The letter read, "Do not come back.""
                let quotes = cue
                    && classes.any(Classes::PAST)
                    && next.is_some_and(|next| next.kind == TokenKind::Punctuation)
                    && page.kind(index + 2) == Some(TokenKind::Mark);
                if says(token, page) || quotes {
                    Part::Finite
                } else if !plural && !classes.any(Classes::PAST) {
                    Part::Noun
                } else if !also_noun && !also_adjective || object_follows || speech || cue && titled
                {
                    Part::Finite
                } else {
                    Part::Noun
                }
            }
            None | Some(Part::Stop | Part::Open | Part::Colon) if !also_noun => Part::Base,
            _ => Part::Noun,
        };
    }
    Part::Noun
}

/// "Lima and Quito deny", in headlines "Chile, Peru Agree".
fn coordinated(page: &Page<'_, '_>, parts: &[Part], index: usize, titled: bool) -> bool {
    let mut token = index;
    while token > 0 && index - token < 4 {
        token -= 1;
        match parts.get(token) {
            Some(Part::Name | Part::Noun) => {}
            Some(Part::Conjunction) => return page.reads(token, "and") || page.reads(token, "&"),
            Some(Part::Comma) => {
                return titled && matches!(parts.get(token.wrapping_sub(1)), Some(Part::Name));
            }
            _ => return false,
        }
    }
    false
}

/// "Half said they agreed", "26% say the plan failed": a verb of speech with a clause behind it.
fn speaks_next(page: &Page<'_, '_>, index: usize, token: &Token) -> bool {
    token.is(Classes::CUE_VERB)
        && page.tokens.get(index + 1).is_some_and(|next| {
            next.kind == TokenKind::Mark
                || next.has(Flags::CAPITALISED)
                || next.is(Classes::DETERMINER
                    .with(Classes::POSSESSIVE)
                    .with(Classes::PRONOUN)
                    .with(Classes::THAT))
        })
}

/// "say", "says": a noun so seldom that the place decides nothing.
fn says(token: &Token, page: &Page<'_, '_>) -> bool {
    let word = token.text(page.text);
    word.eq_ignore_ascii_case("says") || word.eq_ignore_ascii_case("say")
}
