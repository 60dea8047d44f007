//! Words that look ahead: "due", "scheduled", "agreed to meet".

use crate::lexicon::Classes;
use crate::measures::times::{TimeRole, role};
use crate::text::{Flags, Page, TokenRange};

/// What stands before a noun rather than a verb: "the attacks", "two attacks", "of attacks".
const NOUN_PHRASE: Classes = Classes::DETERMINER
    .with(Classes::POSSESSIVE)
    .with(Classes::PREPOSITION)
    .with(Classes::QUANTIFIER)
    .with(Classes::NUMBER)
    .with(Classes::ALSO_ADJECTIVE);

/// Which way a verb looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outlook {
    Past,
    Future,
}

/// "to meet": as what stands before it has it, "agreed to meet", "failed to meet".
pub(super) fn infinitive(
    page: &Page<'_, '_>,
    sentence: &TokenRange,
    to: usize,
) -> Option<Option<Outlook>> {
    let governor = to
        .checked_sub(1)
        .filter(|&before| before >= sentence.start)?;
    if prospect(page, governor).is_some_and(|kind| kind < 3) {
        return Some(Some(ahead_from(page, governor)));
    }
    if page.is(governor, Classes::AUXILIARY) && !page.reads(governor, "had") {
        return Some(Some(Outlook::Future));
    }
    None
}

/// "is due to end Friday" looks ahead, "had been due to end Friday" looked ahead.
pub(super) fn ahead_from(page: &Page<'_, '_>, prospect: usize) -> Outlook {
    let had = (prospect.saturating_sub(3)..prospect).any(|token| page.reads(token, "had"));
    if had { Outlook::Past } else { Outlook::Future }
}

/// Whether a word like "due", "scheduled" or "plan" looks ahead where it stands. "payable Dec. 15" does by itself,
/// "planned for Friday" and "is expected Friday" by what is beside it, and "announced the plan Friday" does not.
pub(super) fn looks_ahead(page: &Page<'_, '_>, token: usize) -> bool {
    match prospect(page, token) {
        Some(1) => true,
        Some(2) => {
            let copula = token
                .checked_sub(1)
                .is_some_and(|before| page.is(before, Classes::AUXILIARY));
            copula || ["for", "to"].iter().any(|word| page.reads(token + 1, word))
        }
        // "has until Friday"
        Some(3) => page.reads(token + 1, "until"),
        _ => false,
    }
}

pub(super) fn prospect(page: &Page<'_, '_>, token: usize) -> Option<i32> {
    role(page, token)
        .filter(|(word, _)| word.role == TimeRole::Prospect)
        .map(|(word, _)| word.number)
}

/// "The law *takes* effect Friday": what may be a noun, or a verb that looks ahead.
pub(super) fn may_start(
    page: &Page<'_, '_>,
    sentence: &TokenRange,
    token: usize,
    day: usize,
) -> bool {
    page.is(token, Classes::THIRD_PERSON)
        && page.is(token, Classes::ALSO_NOUN)
        && !page.is(token, Classes::CUE_VERB)
        && token > sentence.start
        && (!page.is(token - 1, NOUN_PHRASE) || page.is(token - 1, Classes::RELATIVE))
        || starts_soon(page, sentence, token, day)
}

/// "The talks *resume* Friday": a verb that may be a noun, between a plural and the day.
fn starts_soon(page: &Page<'_, '_>, sentence: &TokenRange, token: usize, day: usize) -> bool {
    let on = usize::from(page.reads(day.wrapping_sub(1), "on"));
    token + 1 + on == day
        && token > sentence.start
        && page.is(token, Classes::BASE)
        && page.is(token, Classes::ALSO_NOUN)
        && page.word(token - 1).ends_with('s')
        && !page.is(token - 1, NOUN_PHRASE)
        && (!page.is(token - 1, Classes::THIRD_PERSON) || page.is(token - 1, Classes::ALSO_NOUN))
        && !page.has(token.wrapping_sub(1), Flags::CAPITALISED)
}
