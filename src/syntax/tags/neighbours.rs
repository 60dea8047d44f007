//! What stands beside a verb form and tells whether it is a verb.

use crate::lexicon::Classes;
use crate::text::{Flags, Page, Token, TokenKind};

use super::closed_class::CLOSED;
use super::tag::Tag;

/// How far before a plural the word that counts it can stand, over names: "both New South Wales clubs".
const LONGEST_NAME: usize = 4;

/// "all Balkan states to sign", "his Republican rivals to drop out": a plural with what belongs to it, and no verb.
pub(super) fn is_counted(tags: &[Tag], index: usize) -> bool {
    let names = tags.get(index.saturating_sub(LONGEST_NAME)..index);
    let mut before = names.unwrap_or_default().iter().rev();
    let opens = before.find(|&&tag| tag != Tag::Name);
    matches!(opens, Some(Tag::Quantifier | Tag::Possessive | Tag::Number))
}

/// A quotation mark that closes none.
pub(super) fn opens_quotation(mark: &Token, index: usize) -> bool {
    mark.twin().is_none_or(|twin| twin as usize > index)
}

/// "Lima and Quito deny", in headlines "Chile, Peru Agree".
pub(super) fn coordinated(page: &Page<'_, '_>, tags: &[Tag], index: usize, titled: bool) -> bool {
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
pub(super) fn speaks_next(page: &Page<'_, '_>, index: usize, token: &Token) -> bool {
    token.is(Classes::CUE_VERB)
        && page.tokens.get(index + 1).is_some_and(|next| {
            introduces(page, index)
                || next.kind == TokenKind::Mark
                || next.has(Flags::CAPITALISED)
                || next.is(Classes::DETERMINER
                    .with(Classes::POSSESSIVE)
                    .with(Classes::PRONOUN)
                    .with(Classes::THAT))
                // "Another called for calm"
                || page.is(index.wrapping_sub(1), Classes::SUBJECT)
                    && page.phrase_classes(index).any(Classes::CUE_VERB)
                // "Both vowed to stay"
                || token.is(Classes::PAST) && next.is(Classes::INFINITIVE_TO)
                // "The plan, many argue, is dead"
                || page.is(index.wrapping_sub(1), Classes::SUBJECT)
                    && page.word(index + 1) == ","
                    && page.word(index.wrapping_sub(2)) == ","
        })
}

/// A comma or colon and a quotation behind the word: `Another tweeted, "Nobody asked us."`, `The headline reads: "Go."`
pub(super) fn introduces(page: &Page<'_, '_>, index: usize) -> bool {
    page.is(index, Classes::CUE_VERB)
        && page.kind(index + 1) == Some(TokenKind::Punctuation)
        && page.kind(index + 2) == Some(TokenKind::Mark)
        && matches!(page.word(index + 1), "," | ":")
}

/// "that" or "to" behind a verb of speech with its particle: "points out that".
pub(super) fn complement_follows(page: &Page<'_, '_>, index: usize) -> bool {
    let phrase = page
        .tokens
        .get(index)
        .filter(|_| page.phrase_classes(index).any(Classes::CUE_VERB));
    let length = phrase.map_or(1, |token| usize::from(token.phrase_length.max(1)));
    let behind = index + length;
    page.is(behind, Classes::THAT)
        // "promises to "make it right"" is a noun with its quotation.
        || page.is(behind, Classes::INFINITIVE_TO) && page.kind(behind + 1) == Some(TokenKind::Word)
}

/// "voters", but not "news", "analysis", "campus".
pub(super) fn is_plural(word: &str) -> bool {
    let word = word.as_bytes();
    word.last()
        .is_some_and(|last| last.eq_ignore_ascii_case(&b's'))
        && !["ss", "is", "us", "ws"]
            .iter()
            .any(|end| word.ends_with(end.as_bytes()))
}

/// "The poll shows Ruiz ahead", "the firm plans to build", "the mayor worries about": what follows a verb that states.
pub(super) fn states(page: &Page<'_, '_>, index: usize) -> bool {
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
pub(super) fn clause_behind(page: &Page<'_, '_>, token: usize) -> bool {
    page.is(
        token,
        Classes::DETERMINER
            .with(Classes::POSSESSIVE)
            .with(Classes::SUBJECT)
            .with(Classes::QUANTIFIER)
            .with(Classes::NUMBER)
            .with(Classes::GERUND),
    ) || page.word(token).ends_with("ing")
        || page.has(token, Flags::CAPITALISED)
        || page.kind(token) == Some(TokenKind::Number)
}

/// "claim *in a lawsuit that* they were beaten": where it is said, and the clause.
pub(super) fn said_in(page: &Page<'_, '_>, index: usize) -> bool {
    const LONGEST: usize = 6;
    let determined = page.is(index + 2, Classes::DETERMINER.with(Classes::POSSESSIVE));
    page.reads(index + 1, "in")
        && determined
        && (index + 3..index + 3 + LONGEST)
            .take_while(|&at| page.kind(at) == Some(TokenKind::Word))
            .find(|&at| page.is(at, Classes::THAT))
            .is_some_and(|that| {
                page.is(that - 1, Classes::DOCUMENT.with(Classes::CUE_NOUN))
                    && clause_behind(page, that + 1)
            })
}

/// "Analysts at Hale Bank", "Files from the old bank": the noun before the preposition is a plural. Before other words than a
/// name it is a document: in "the ads during a show you like" nothing shows.
pub(super) fn plural_head(page: &Page<'_, '_>, tags: &[Tag], index: usize) -> bool {
    let phrase = tags
        .get(index.saturating_sub(6)..index)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|part| part.is_nominal() || part.determines())
        .count();
    let preposition = index.wrapping_sub(phrase + 1);
    let head = preposition.wrapping_sub(1);
    let named = || (preposition + 1..index).all(|at| tags[at] == Tag::Name);
    let document = page.is(head, Classes::DOCUMENT);
    phrase > 0
        && tags.get(preposition) == Some(&Tag::Preposition)
        && (document || tags.get(head) == Some(&Tag::Noun) && named())
        && (is_plural(page.word(head)) || page.reads(head, "data"))
}

/// "…, new records show.": a noun phrase between a comma and the stop.
pub(super) fn closes_clause(page: &Page<'_, '_>, tags: &[Tag], index: usize) -> bool {
    let stop = page.tokens.get(index + 1).is_none_or(|next| {
        next.kind == TokenKind::Punctuation && matches!(page.word(index + 1), "." | ",")
    });
    if !stop {
        return false;
    }
    tags.get(index.saturating_sub(7)..index)
        .unwrap_or_default()
        .iter()
        .rev()
        .find(|part| !part.opens_phrase() && **part != Tag::Gerund)
        == Some(&Tag::Comma)
}

/// The most words of a phrase that names a document and who wrote it.
const LONGEST_DOCUMENT: usize = 16;

/// "…, a report by three analysts at the bank shows.": the document between a comma and the verb before the stop, whatever
/// tells whose it is.
pub(super) fn closing_document(page: &Page<'_, '_>, tags: &[Tag], index: usize) -> Option<usize> {
    if page.kind(index + 1) != Some(TokenKind::Punctuation) || page.word(index + 1) != "." {
        return None;
    }
    let floor = index.saturating_sub(LONGEST_DOCUMENT);
    let comma = (floor..index).rev().find(|&at| {
        // "freshly drawn maps"
        let filed = tags[at] == Tag::Past && tags[at + 1].is_nominal();
        let within = matches!(tags[at], Tag::Preposition | Tag::Clitic | Tag::Adverb);
        !(tags[at].opens_phrase() || within || filed)
    })?;
    let head = (comma + 1..index)
        .take_while(|&at| tags[at] != Tag::Preposition)
        .last()?;
    (tags[comma] == Tag::Comma && page.is(head, Classes::DOCUMENT)).then_some(head)
}

/// The most words of a name: "Ana Maria de la Cruz".
const WORDS_OF_A_NAME: usize = 6;

/// "…, shipping officials said", `"…," retired engineer Ana Ruiz said`: at the start or behind a comma or a quotation who
/// speaks, with a form of a verb before it that tells what they are.
pub(super) fn modifies_speaker(page: &Page<'_, '_>, index: usize, before: Option<Tag>) -> bool {
    if !matches!(before, None | Some(Tag::Comma | Tag::Close)) {
        return false;
    }
    let open = |&at: &usize| {
        // "retired Air Force general": "air" is a verb as well.
        let capital = page.has(at, Flags::CAPITALISED);
        page.kind(at) == Some(TokenKind::Word)
            && !page.is(at, CLOSED)
            && (capital || !page.is(at, Classes::CUE_VERB))
    };
    let somebody = Classes::ROLE.with(Classes::ORGANIZATION);
    // "retired Navy captain Ana Ruiz"
    let words = (index + 1..index + 4).take_while(open);
    let role = words
        .filter(|&at| page.is(at, somebody) && !page.has(at, Flags::CAPITALISED))
        .last();
    let verb = role.and_then(|role| {
        (role + 1..role + 1 + WORDS_OF_A_NAME)
            .find(|&at| !page.has(at, Flags::CAPITALISED) || page.is(at, CLOSED))
    });
    verb.is_some_and(|verb| {
        page.is(verb, Classes::CUE_VERB) && page.is(verb, Classes::PAST)
            || page.reads(verb, "say")
            || page.reads(verb, "says")
    })
}

/// Whether a year behind a determiner stands before the word, as it does before a noun: "the 2022 report".
pub(super) fn dates_noun(page: &Page<'_, '_>, tags: &[Tag], index: usize) -> bool {
    let year = page.word(index - 1);
    let determined = index >= 2 && tags[index - 2].determines();
    determined && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())
}
