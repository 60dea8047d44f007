//! Abbreviations at the end of a sentence and inside it: "the U.S. The army left", "the U.S. Army left".

use crate::lexicon::entries::grammar::AbbreviationKind;
use crate::lexicon::{Classes, Meaning, Table};
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

/// Words that begin a sentence more often than they go on with a name behind an abbreviation.
const STARTERS: Classes = Classes::DETERMINER
    .with(Classes::PRONOUN)
    .with(Classes::SUBORDINATOR)
    .with(Classes::PREPOSITION)
    .with(Classes::CONNECTIVE)
    .with(Classes::CONJUNCTION)
    .with(Classes::POSSESSIVE)
    .with(Classes::INTERROGATIVE)
    .with(Classes::AUXILIARY)
    .with(Classes::THAT);

/// How far back a sentence is searched for a verb.
const LONGEST_LOOK_BACK: usize = 48;

/// The kind of the abbreviation that ends at `index`; a single letter with its stop is a name's initial.
pub(super) fn ending_at(reading: &Reading<'_>, index: usize) -> Option<AbbreviationKind> {
    let kind_of = |meaning: &Meaning| match meaning {
        Meaning::Abbreviation(kind) => Some(*kind),
        _ => None,
    };
    let token = reading.get(index)?;
    if token.has(Flags::DOTTED) {
        return Some(
            reading
                .meaning(Table::Abbreviations, index, kind_of)
                .unwrap_or(AbbreviationKind::Initial),
        );
    }
    // "Yahoo!", "et al."
    for back in 1..=2 {
        let first = index.checked_sub(back)?;
        let token = reading.get(first)?;
        if let Some(phrase) = token
            .phrase
            .filter(|_| usize::from(token.phrase_length) == back + 1)
        {
            let printed = reading.printed(&(first..index + 1));
            let found = reading
                .lexicon
                .entries(phrase, printed)
                .find_map(|(entry, _)| kind_of(&entry.meaning));
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// Whether a sentence ends at an abbreviation, with `next` the first word behind it.
pub(super) fn ends_sentence(
    reading: &Reading<'_>,
    kind: AbbreviationKind,
    start: usize,
    index: usize,
    next: usize,
    marks_between: bool,
) -> bool {
    if is_next_letter(reading, start, next) {
        return true;
    }
    let capital = reading.has(next, Flags::CAPITALISED);
    let starts = capital && (reading.is(next, STARTERS) || begins_label(reading, next));
    match kind {
        // "… vs. The Crown", "cf. The"
        AbbreviationKind::Title | AbbreviationKind::Elision => false,
        AbbreviationKind::Latin => starts && can_end(reading.word(index)),
        AbbreviationKind::Clock => {
            starts || marks_between && capital || clock_ends(reading, start, index, next)
        }
        AbbreviationKind::Unit => capital,
        AbbreviationKind::Initial => starts && initial_ends(reading, index, next),
        AbbreviationKind::Month | AbbreviationKind::Weekday | AbbreviationKind::Number => starts,
        _ => {
            // "Mass. Hundreds came", but "the U.S. Seventh Fleet".
            let counts = capital
                && reading.is(next, Classes::NUMBER.with(Classes::QUANTIFIER))
                && !reading.has(next + 1, Flags::CAPITALISED);
            starts || counts || marks_between && capital && !reading.has(next, Flags::ALL_CAPS)
        }
    }
}

/// "etc." and "al." can be the last word, "v." and "e.g." cannot.
fn can_end(word: &str) -> bool {
    !matches!(word, "v." | "V.")
        && !word.eq_ignore_ascii_case("vs.")
        && word.matches('.').count() < 2
}

/// "Image: …" behind a caption.
fn begins_label(reading: &Reading<'_>, next: usize) -> bool {
    reading.word(next + 1) == ":"
        && !reading.has(next + 1, Flags::SPACED)
        && reading.is(next, Classes::BOILERPLATE)
        || reading
            .get(next)
            .and_then(|token| token.phrase)
            .is_some_and(|phrase| {
                reading.word(next + 1) == ":"
                    && reading.lexicon.may_be(phrase, Classes::BOILERPLATE)
            })
}

/// "They left at 6 p.m. Mrs. Olsen stayed." ends, "At 6 p.m. Mrs. Olsen left." does not: something must have been
/// said before. "6 p.m. Monday", "6 p.m. Eastern time" never end.
fn clock_ends(reading: &Reading<'_>, start: usize, index: usize, next: usize) -> bool {
    let zone = reading.is(
        next,
        Classes::WEEKDAY
            .with(Classes::MONTH)
            .with(Classes::TIME)
            .with(Classes::PLACE)
            .with(Classes::DEMONYM),
    ) || reading.has(next, Flags::ALL_CAPS)
        || reading.word(next + 1).eq_ignore_ascii_case("time")
        || matches!(reading.kind(next), Some(TokenKind::Number));
    !zone
        && reading.has(next, Flags::CAPITALISED)
        && (start.max(index.saturating_sub(LONGEST_LOOK_BACK))..index).any(|before| {
            reading.is(before, Classes::VERB.with(Classes::AUXILIARY))
                && !reading.has(before, Flags::CAPITALISED)
        })
}

/// "you and I. Did you see": a name's initial is followed by the name.
fn initial_ends(reading: &Reading<'_>, index: usize, next: usize) -> bool {
    let word = reading.word(index);
    if word.len() > 2 {
        return true;
    }
    let name_before = index
        .checked_sub(1)
        .is_some_and(|before| reading.has(before, Flags::CAPITALISED));
    let name_behind =
        reading.has(next + 1, Flags::CAPITALISED) && !reading.has(next + 1, Flags::ALL_CAPS);
    word.starts_with('I') || !(name_before && name_behind)
}

/// "a. First, the tools. b. Then the rest": the next letter begins the next item.
pub(super) fn is_next_letter(reading: &Reading<'_>, start: usize, next: usize) -> bool {
    let letter = |index: usize| match reading.word(index).as_bytes() {
        [letter, b'.'] if reading.has(index, Flags::DOTTED) => Some(*letter),
        [letter] if letter.is_ascii_lowercase() && reading.word(index + 1) == "." => Some(*letter),
        _ => None,
    };
    matches!((letter(start), letter(next)), (Some(this), Some(next)) if next == this + 1)
}
