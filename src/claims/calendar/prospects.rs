//! Words that look ahead: "due", "scheduled", "agreed to meet".

use crate::lexicon::Classes;
use crate::measures::times::{TimeRole, TimeWord, phrase, role};
use crate::syntax::{Syntax, Tag};
use crate::text::{Flags, Page, TokenRange};

/// How far before "due" a "had" can stand that puts it into the past: "*had* long been due".
const HAD: usize = 3;

/// How far behind a copula its adjective can stand: "is still only possible".
const ADVERBS: usize = 4;

/// What is done on a day that is set: "go to the polls".
pub(super) const ON_CALENDAR: i32 = 6;

/// Which way a verb looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outlook {
    Past,
    Future,
}

/// "to meet": as what stands before it has it, "agreed to meet", "failed to meet".
pub(super) fn infinitive(
    syntax: &Syntax<'_, '_, '_>,
    sentence: &TokenRange,
    to: usize,
) -> Option<Outlook> {
    let page = syntax.page;
    let governor = to
        .checked_sub(1)
        .filter(|&before| before >= sentence.start)?;
    if prospect(page, governor).is_some_and(|kind| kind < 3) {
        return Some(ahead_from(page, governor));
    }
    (syntax.tag(governor) == Tag::Auxiliary && !page.reads(governor, "had"))
        .then_some(Outlook::Future)
}

/// "is due to end Friday" looks ahead, "had been due to end Friday" looked ahead.
pub(super) fn ahead_from(page: &Page<'_, '_>, prospect: usize) -> Outlook {
    let had = (prospect.saturating_sub(HAD)..prospect).any(|token| page.reads(token, "had"));
    if had { Outlook::Past } else { Outlook::Future }
}

/// Whether a word like "due", "scheduled" or "plan" looks ahead where it stands. "payable Dec. 15" does by itself,
/// "planned for Friday" and "is expected Friday" by what is beside it, and "announced the plan Friday" does not.
pub(super) fn looks_ahead(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    match prospect(syntax.page, token) {
        Some(1) => true,
        Some(2) => {
            syntax.tag(token.wrapping_sub(1)) == Tag::Auxiliary
                || ["for", "to"]
                    .iter()
                    .any(|word| syntax.reads(token + 1, word))
                // "planned a rally on Sunday"; "set a record on Sunday" did
                || syntax.page.word(token).ends_with("ed")
                    && syntax.tag(token + 1) == Tag::Determiner
        }
        // "has until Friday"
        Some(3) => syntax.reads(token + 1, "until"),
        // "Voters go to the polls on Tuesday", not "did not go to the polls"
        Some(ON_CALENDAR) => {
            let before = syntax.tag(token.wrapping_sub(1));
            !before.is_auxiliary() && !matches!(before, Tag::To | Tag::Negation)
        }
        _ => false,
    }
}

pub(super) fn prospect(page: &Page<'_, '_>, token: usize) -> Option<i32> {
    let word = role(page, token).map(|(word, _)| word);
    let phrase = || phrase(page, token).map(|(_, word)| word);
    let ahead = |word: &TimeWord| word.role == TimeRole::Prospect;
    let found = word.filter(ahead).or_else(|| phrase().filter(ahead))?;
    Some(found.number)
}

/// "The law *takes* effect Friday", "The talks *resume* Friday": a noun, or a verb that looks ahead. A base form that can
/// be a noun is a verb only between a plural and the day.
pub(super) fn may_start(
    syntax: &Syntax<'_, '_, '_>,
    sentence: &TokenRange,
    token: usize,
    day: usize,
) -> bool {
    let page = syntax.page;
    let subject = token.wrapping_sub(1);
    // "the attacks", "two attacks", "of attacks"
    let in_phrase = matches!(
        syntax.tag(subject),
        Tag::Determiner | Tag::Possessive | Tag::Preposition | Tag::Quantifier | Tag::Number
    );
    if token <= sentence.start
        || !syntax.may_be_verb(token)
        || page.is(token, Classes::CUE_VERB)
        || in_phrase
    {
        return false;
    }
    let on = usize::from(page.reads(day.wrapping_sub(1), "on"));
    let plural = syntax.tag(subject) == Tag::Noun && page.word(subject).ends_with('s');
    page.word(token).ends_with('s')
        || (plural || syntax.tag(subject) == Tag::Name) && syntax.can_be_no_noun(token)
        || token + 1 + on == day && plural && !page.has(subject, Flags::CAPITALISED)
}

/// "A cut in May is still *possible*", "is now *unlikely*": what may be is to come.
pub(super) fn open(syntax: &Syntax<'_, '_, '_>, copula: usize) -> bool {
    let adjective = (copula + 1..copula + ADVERBS)
        .find(|&token| !matches!(syntax.tag(token), Tag::Adverb | Tag::Negation));
    syntax.tag(copula) == Tag::Auxiliary
        && adjective.is_some_and(|token| prospect(syntax.page, token) == Some(5))
}
