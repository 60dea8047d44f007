//! Which word is a verb here: the forms of verbs, by their neighbours.

use crate::lexicon::Classes;
use crate::text::{Flags, Page, Token, TokenKind};

use super::closed_class::CLOSED;
use super::{Tag, previous};

/// "-ed" and "-ing" of verbs that no dictionary lists.
pub(super) fn ends_like_a_verb(word: &str) -> Option<Tag> {
    let part = match word.as_bytes() {
        [.., b'e', b'd'] => Tag::Past,
        [.., b'i', b'n', b'g'] => Tag::Gerund,
        _ => return None,
    };
    (word.len() >= 6 && word.is_ascii()).then_some(part)
}

pub(super) fn verb_form(
    page: &Page<'_, '_>,
    tags: &[Tag],
    index: usize,
    start: usize,
    token: &Token,
    titled: bool,
) -> Tag {
    let classes = token.classes;
    let before = previous(tags, index, start);
    let direct = (index > start).then(|| tags[index - 1]);
    let next = page.tokens.get(index + 1);
    let next_is = |wanted: Classes| next.is_some_and(|next| next.is(wanted));
    let attributive = matches!(
        direct,
        Some(Tag::Determiner | Tag::Possessive | Tag::Clitic)
    ) && !(page.is(index.wrapping_sub(1), Classes::SUBJECT)
        && direct == Some(Tag::Determiner)
        && speaks_next(page, index, token))
        || matches!(direct, Some(Tag::Number | Tag::Quantifier))
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
    }) || introduces(page, index);
    // "Ruiz announced", "a news report published on Monday said", "one source said": two verbs do not meet.
    let verb_follows = next.is_some_and(|next| {
        next.is(Classes::PAST.with(Classes::THIRD_PERSON))
            && !next.is(Classes::BASE.with(Classes::ALSO_NOUN))
            && !next.has(Flags::CAPITALISED)
    });
    let listed = classes.any(Classes::VERB);
    if classes.any(Classes::GERUND) || !listed && page.word(index).ends_with("ing") {
        return if attributive { Tag::Noun } else { Tag::Gerund };
    }
    let base = classes.any(Classes::BASE);
    if !base && (classes.any(Classes::PAST.with(Classes::PARTICIPLE)) || !listed) {
        if attributive || before == Some(Tag::Preposition) && !next_is(Classes::DETERMINER) {
            return Tag::Noun;
        }
        if before == Some(Tag::Auxiliary) {
            return Tag::Participle;
        }
        let participle = classes.any(Classes::PARTICIPLE) && !classes.any(Classes::PAST);
        if participle {
            return if before == Some(Tag::Modal) {
                Tag::Participle
            } else {
                Tag::Noun
            };
        }
        return match before {
            // "they shot", but "nine others shot in the street"
            Some(Tag::Pronoun) if object_follows || !page.reads(index - 1, "others") => Tag::Finite,
            _ if classes.any(Classes::PAST) && !classes.any(Classes::PARTICIPLE) => Tag::Finite,
            _ => Tag::Past,
        };
    }
    if matches!(before, Some(Tag::To | Tag::Modal)) && base {
        return Tag::Base;
    }
    // "would not confirm or deny that", "nor deny it": a base form beside another one.
    let beside_base = index >= start + 2
        && tags[index - 2] == Tag::Base
        && (direct == Some(Tag::Conjunction) || page.reads(index - 1, "nor"));
    if base && beside_base && (object_follows || !classes.any(Classes::ALSO_NOUN)) {
        return Tag::Base;
    }
    if before == Some(Tag::Auxiliary) && base {
        // "does not say", "did say"; "had set"
        return Tag::Base;
    }
    let also_noun = classes.any(Classes::ALSO_NOUN);
    let also_adjective = classes.any(Classes::ALSO_ADJECTIVE);
    let cue = classes.any(Classes::CUE_VERB);
    // "The police suspect that", but "the dozen states that voted": only who can speak holds that something is so.
    let speaker = page.is(
        index.wrapping_sub(1),
        Classes::ROLE
            .with(Classes::ORGANIZATION)
            .with(Classes::DOCUMENT),
    );
    if classes.any(Classes::THIRD_PERSON) {
        if attributive || before == Some(Tag::Preposition) {
            return Tag::Noun;
        }
        if !also_noun {
            return Tag::Finite;
        }
        return match before {
            Some(Tag::Pronoun | Tag::Relative | Tag::That) => Tag::Finite,
            Some(Tag::Name) if titled => {
                if cue && next.is_some() {
                    Tag::Finite
                } else {
                    Tag::Noun
                }
            }
            // "The mayor also plans to sell": an adverb stands before a verb.
            Some(Tag::Noun | Tag::Name)
                if cue
                    && direct == Some(Tag::Adverb)
                    && (object_follows || next_is(Classes::INFINITIVE_TO)) =>
            {
                Tag::Finite
            }
            Some(Tag::Name | Tag::Close | Tag::Comma) => {
                let name_follows = before == Some(Tag::Name)
                    && next.is_some_and(|next| next.has(Flags::CAPITALISED) && !next.is(CLOSED));
                if object_follows
                    || next_is(Classes::INFINITIVE_TO)
                    || cue && name_follows
                    || says(token, page)
                {
                    Tag::Finite
                } else {
                    Tag::Noun
                }
            }
            Some(Tag::Noun)
                if cue
                    && speaker
                    && !is_plural(page.word(index.wrapping_sub(1)))
                    && states(page, index) =>
            {
                Tag::Finite
            }
            // "Their experience shows that planting trees is hard", but "the shows that ran".
            Some(Tag::Noun) if cue && next_is(Classes::THAT) && clause_behind(page, index + 2) => {
                Tag::Finite
            }
            Some(Tag::Noun | Tag::Conjunction | Tag::But)
                if object_follows && (speaker || !next_is(Classes::THAT)) || says(token, page) =>
            {
                Tag::Finite
            }
            Some(Tag::Number | Tag::Quantifier | Tag::Determiner | Tag::Dash | Tag::Bracket)
                if says(token, page) =>
            {
                Tag::Finite
            }
            _ => Tag::Noun,
        };
    }
    if base {
        if attributive || before == Some(Tag::Preposition) {
            return Tag::Noun;
        }
        if verb_follows && (also_noun || before.is_none()) && !says(token, page) {
            return Tag::Noun;
        }
        return match before {
            Some(Tag::Pronoun | Tag::Relative) => Tag::Finite,
            // "26% say they agree", "a third say", "the leaders – all of them – say"
            Some(Tag::Number | Tag::Quantifier) if speaks_next(page, index, token) => Tag::Finite,
            Some(Tag::Determiner | Tag::Dash | Tag::Bracket | Tag::Close) if says(token, page) => {
                Tag::Finite
            }
            Some(Tag::Question | Tag::Quantifier) if !also_noun => Tag::Finite,
            Some(Tag::Conjunction | Tag::But) if says(token, page) => Tag::Finite,
            Some(Tag::Noun | Tag::Name | Tag::Clitic | Tag::Comma) => {
                let plural = page.word(index.wrapping_sub(1)).ends_with(['s', 'S'])
                    || page.word(index.wrapping_sub(1)).ends_with("people")
                    || direct == Some(Tag::Comma)
                    || direct == Some(Tag::Adverb)
                    || coordinated(page, tags, index, titled);
                // "polls show voters": a verb of speech behind a plural, with something to say behind it.
                let speech = cue
                    && !verb_follows
                    && page.word(index.wrapping_sub(1)).ends_with('s')
                    && next.is_some_and(|next| {
                        next.kind == TokenKind::Word
                            && !next.is(CLOSED.without(Classes::ADVERB).without(Classes::NEGATION))
                    });
                // "Bills rose, new records show."
                let inserted = cue && also_noun && closes_clause(page, tags, index);
                // "Files from the bank show that", "the police suspect that", "the farmers wish to stay"
                let counts = || {
                    page.phrase_classes(index + 1)
                        .any(Classes::QUANTIFIER.with(Classes::HEDGE))
                };
                let holds = cue
                    // "Polls in the north show the mayor ahead", "polls show as many as 30"
                    && (object_follows && !verb_follows && plural_head(page, tags, index)
                        || page.is(index.wrapping_sub(1), Classes::DOCUMENT)
                            && is_plural(page.word(index.wrapping_sub(1)))
                            && counts()
                        || next_is(Classes::THAT) && (speaker || plural_head(page, tags, index))
                        || next_is(Classes::INFINITIVE_TO)
                            && is_plural(page.word(index.wrapping_sub(1))));
                // "The letter read, "Do not come back.""
                let quotes = cue
                    && classes.any(Classes::PAST)
                    && next.is_some_and(|next| next.kind == TokenKind::Punctuation)
                    && page.kind(index + 2) == Some(TokenKind::Mark);
                if says(token, page) || quotes || inserted || holds {
                    Tag::Finite
                } else if !plural && !classes.any(Classes::PAST) {
                    Tag::Noun
                } else if !also_noun && !also_adjective || object_follows || speech || cue && titled
                {
                    Tag::Finite
                } else {
                    Tag::Noun
                }
            }
            // `"Come home," read the letter.`
            Some(Tag::Close)
                if cue
                    && classes.any(Classes::PAST)
                    && (object_follows
                        || next.is_some_and(|next| next.has(Flags::CAPITALISED))) =>
            {
                Tag::Finite
            }
            None | Some(Tag::Stop | Tag::Open | Tag::Colon) if !also_noun => Tag::Base,
            _ => Tag::Noun,
        };
    }
    Tag::Noun
}

/// "Lima and Quito deny", in headlines "Chile, Peru Agree".
fn coordinated(page: &Page<'_, '_>, tags: &[Tag], index: usize, titled: bool) -> bool {
    let mut token = index;
    while token > 0 && index - token < 4 {
        token -= 1;
        match tags.get(token) {
            Some(Tag::Name | Tag::Noun) => {}
            Some(Tag::Conjunction) => return page.reads(token, "and") || page.reads(token, "&"),
            Some(Tag::Comma) => {
                return titled && matches!(tags.get(token.wrapping_sub(1)), Some(Tag::Name));
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
            introduces(page, index)
                || next.kind == TokenKind::Mark
                || next.has(Flags::CAPITALISED)
                || next.is(Classes::DETERMINER
                    .with(Classes::POSSESSIVE)
                    .with(Classes::PRONOUN)
                    .with(Classes::THAT))
                // "Both vowed to stay"
                || token.is(Classes::PAST) && next.is(Classes::INFINITIVE_TO)
                // "The plan, many argue, is dead"
                || page.is(index.wrapping_sub(1), Classes::SUBJECT)
                    && page.word(index + 1) == ","
                    && page.word(index.wrapping_sub(2)) == ","
        })
}

/// A comma or colon and a quotation behind the word: `Another tweeted, "Nobody asked us."`, `The headline reads: "Go."`
fn introduces(page: &Page<'_, '_>, index: usize) -> bool {
    page.is(index, Classes::CUE_VERB)
        && page.kind(index + 1) == Some(TokenKind::Punctuation)
        && page.kind(index + 2) == Some(TokenKind::Mark)
        && matches!(page.word(index + 1), "," | ":")
}

/// "voters", but not "news".
fn is_plural(word: &str) -> bool {
    word.ends_with(['s', 'S']) && !word.ends_with("ss")
}

/// "The poll shows Ruiz ahead", "the firm plans to build", "the mayor worries about": what follows a verb that states.
fn states(page: &Page<'_, '_>, index: usize) -> bool {
    page.tokens.get(index + 1).is_some_and(|next| {
        next.kind == TokenKind::Number
            || next.is(Classes::INFINITIVE_TO)
            || next.is(Classes::PREPOSITION.with(Classes::HEDGE)) && page.reads(index + 1, "about")
            || next.has(Flags::CAPITALISED)
                && !next.is(CLOSED.with(Classes::WEEKDAY).with(Classes::MONTH))
            || next.kind == TokenKind::Word
                && page.is(index.wrapping_sub(1), Classes::DOCUMENT)
                && !next.is(CLOSED.with(Classes::VERB).with(Classes::TIME))
    })
}

/// Whether a clause opens there: "that the", "that they", "that planting".
fn clause_behind(page: &Page<'_, '_>, token: usize) -> bool {
    page.is(
        token,
        Classes::DETERMINER
            .with(Classes::POSSESSIVE)
            .with(Classes::SUBJECT)
            .with(Classes::GERUND),
    ) || page.word(token).ends_with("ing")
}

/// "Files from the bank": the noun before the preposition is a plural.
fn plural_head(page: &Page<'_, '_>, tags: &[Tag], index: usize) -> bool {
    let names = tags
        .get(index.saturating_sub(6)..index)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|part| **part == Tag::Name)
        .count();
    let preposition = index.wrapping_sub(names + 1);
    names > 0
        && tags.get(preposition) == Some(&Tag::Preposition)
        && (tags.get(preposition.wrapping_sub(1)) == Some(&Tag::Noun)
            || page.is(preposition.wrapping_sub(1), Classes::DOCUMENT))
        && is_plural(page.word(preposition.wrapping_sub(1)))
}

/// "…, new records show.": a plural between a comma and the stop.
fn closes_clause(page: &Page<'_, '_>, tags: &[Tag], index: usize) -> bool {
    let stop = page.tokens.get(index + 1).is_none_or(|next| {
        next.kind == TokenKind::Punctuation && matches!(page.word(index + 1), "." | ",")
    });
    if !stop || !is_plural(page.word(index.wrapping_sub(1))) {
        return false;
    }
    tags.get(index.saturating_sub(7)..index)
        .unwrap_or_default()
        .iter()
        .rev()
        .find(|part| !part.opens_phrase() && **part != Tag::Gerund)
        == Some(&Tag::Comma)
}

/// "say", "says": a noun so seldom that the place decides nothing.
fn says(token: &Token, page: &Page<'_, '_>) -> bool {
    let word = token.text(page.text);
    word.eq_ignore_ascii_case("says") || word.eq_ignore_ascii_case("say")
}
