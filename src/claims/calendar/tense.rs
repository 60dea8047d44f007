//! Whether the verb that a time expression belongs to looks back or ahead: "met Friday", "will meet Friday".

use crate::lexicon::Classes;
use crate::mentions::times::{TimeRole, role};
use crate::text::{Page, TokenKind, TokenRange};

/// Which way a verb looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outlook {
    Past,
    Future,
}

/// The most tokens to look at on either side.
const REACH: usize = 30;

/// The outlook of the verb group that governs the expression: the nearest one before it in its clause ("The board met
/// *Friday*"), or else the first one behind it ("On *Friday* the board will meet").
pub(super) fn outlook(page: &Page<'_, '_>, sentence: &TokenRange, time: &TokenRange) -> Option<Outlook> {
    let first = time.start.saturating_sub(REACH).max(sentence.start);
    for token in (first..time.start).rev() {
        if ends_clause(page, token) {
            break;
        }
        if let Some(outlook) = verb(page, sentence, token) {
            return outlook;
        }
    }
    let last = (time.end + REACH).min(sentence.end);
    for token in time.end..last {
        if ends_clause(page, token) {
            break;
        }
        if let Some(outlook) = verb(page, sentence, token) {
            return outlook;
        }
    }
    None
}

fn ends_clause(page: &Page<'_, '_>, token: usize) -> bool {
    match page.kind(token) {
        Some(TokenKind::Punctuation) => matches!(page.word(token), ";" | ":" | "(" | ")" | "." | "?" | "!"),
        Some(TokenKind::Dash | TokenKind::Mark | TokenKind::Ellipsis) => true,
        _ => false,
    }
}

/// The outlook of a verb group with a part at `token`; the outer none where there is no verb, the inner one where the
/// verb does not tell.
fn verb(page: &Page<'_, '_>, sentence: &TokenRange, token: usize) -> Option<Option<Outlook>> {
    if page.kind(token) != Some(TokenKind::Word) && page.kind(token) != Some(TokenKind::Clitic) {
        return None;
    }
    let classes = page.tokens.get(token)?.classes;
    if prospect(page, token) {
        return Some(Some(Outlook::Future));
    }
    if classes.any(Classes::MODAL) && page.kind(token) == Some(TokenKind::Word) || page.reads(token, "'ll") || page.reads(token, "’ll") {
        // "would have met", "could have been killed": past after all.
        let perfect = page.reads(token + 1, "have") || page.reads(token + 2, "have");
        let back = ["could", "might"].iter().any(|word| page.reads(token, word));
        return Some(if perfect || back { Some(Outlook::Past) } else { Some(Outlook::Future) });
    }
    let before = token.checked_sub(1).filter(|&before| before >= sentence.start);
    let nominal = before.is_some_and(|before| page.is(before, Classes::DETERMINER.with(Classes::POSSESSIVE)));
    if nominal && classes.any(Classes::ALSO_NOUN.with(Classes::GERUND).with(Classes::PARTICIPLE).with(Classes::ALSO_ADJECTIVE)) {
        return None;
    }
    if classes.any(Classes::BASE) && !classes.any(Classes::PAST) {
        let before = before?;
        if page.is(before, Classes::MODAL) {
            return Some(Some(Outlook::Future));
        }
        if page.reads(before, "to") {
            return infinitive(page, sentence, before);
        }
        if page.reads(before, "n't") || page.reads(before, "not") || page.is(before, Classes::ADVERB) {
            return None;
        }
        return None;
    }
    if classes.any(Classes::AUXILIARY) {
        let (past, present) = (
            ["was", "were", "had", "did", "been"].iter().any(|word| page.reads(token, word)),
            ["is", "are", "am", "'s", "'re"].iter().any(|word| page.reads(token, word)),
        );
        if past {
            return Some(Some(Outlook::Past));
        }
        if present && page.is(token + 1, Classes::GERUND) {
            return Some(Some(Outlook::Future));
        }
        if present && page.reads(token + 1, "to") {
            return Some(Some(Outlook::Future));
        }
        if ["has", "have"].iter().any(|word| page.reads(token, word)) {
            return Some(Some(Outlook::Past));
        }
        return None;
    }
    if classes.any(Classes::GERUND) && before.is_some_and(|before| ["is", "are", "'re", "’re"].iter().any(|word| page.reads(before, word))) {
        return Some(Some(Outlook::Future));
    }
    if classes.any(Classes::PAST.with(Classes::PARTICIPLE)) {
        return Some(Some(Outlook::Past));
    }
    None
}

/// "to meet": as what stands before it has it, "agreed to meet", "failed to meet".
fn infinitive(page: &Page<'_, '_>, sentence: &TokenRange, to: usize) -> Option<Option<Outlook>> {
    let governor = to.checked_sub(1).filter(|&before| before >= sentence.start)?;
    if prospect(page, governor) || page.is(governor, Classes::AUXILIARY) && !page.reads(governor, "had") {
        return Some(Some(Outlook::Future));
    }
    None
}

/// "scheduled", "due", "expected", "plans".
fn prospect(page: &Page<'_, '_>, token: usize) -> bool {
    matches!(role(page, token), Some((word, _)) if word.role == TimeRole::Prospect)
}
