//! Which words of a source name it: a day before the name and the mark of a possessor behind it do not.

use crate::lexicon::Classes;
use crate::text::{Flags, Page, TokenKind, TokenRange};

use super::phrase::is_possessive;

const CALENDAR: Classes = Classes::WEEKDAY.with(Classes::MONTH);

/// "On Monday [Ana Ruiz] said", "[Ms. Ruiz]'s claim that": the name and what belongs to it.
pub(super) fn named_part(page: &Page<'_, '_>, tokens: &TokenRange) -> TokenRange {
    let possessor = tokens.len() > 1 && is_possessive(page, tokens.end - 1);
    let end = tokens.end - usize::from(possessor);
    let dated = tokens.start + usize::from(dated(page, &(tokens.start..end)));
    dated..end
}

/// Whether a day, a month or a year stands before the name. "The Sunday Herald" is a paper, and April can be a woman.
fn dated(page: &Page<'_, '_>, tokens: &TokenRange) -> bool {
    let (day, name) = (tokens.start, tokens.start + 1);
    let before_name = tokens.len() > 1 && page.has(name, Flags::CAPITALISED);
    if !before_name || page.kind(name) != Some(TokenKind::Word) {
        return false;
    }
    let behind_preposition = day > 0 && page.is(day - 1, Classes::PREPOSITION);
    let year = behind_preposition
        && page.kind(day) == Some(TokenKind::Number)
        && page.word(day).len() == "2024".len();
    let named = page.phrase_classes(day).any(Classes::ORGANIZATION)
        || page.is(name, Classes::ORGANIZATION)
        || page.is(day, Classes::FIRST_NAME) && !behind_preposition;
    // "April Hart said"
    let calendar =
        page.is(day, CALENDAR) && !named && (page.is(day, Classes::WEEKDAY) || !opens(page, day));
    year || calendar
}

/// Whether a sentence begins with a token.
pub(super) fn opens(page: &Page<'_, '_>, at: usize) -> bool {
    let sentence = page
        .sentence_of(at)
        .and_then(|number| page.sentences.get(number));
    sentence.is_some_and(|sentence| sentence.tokens.start == at)
}
