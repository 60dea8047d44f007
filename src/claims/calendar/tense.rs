//! Whether the verb that a time expression belongs to looks back or ahead: "met Friday", "will meet Friday".

pub(super) use super::prospects::Outlook;
use super::prospects::{ahead_from, infinitive, looks_ahead, may_start, prospect};
use crate::lexicon::Classes;
use crate::text::{Flags, Page, TokenKind, TokenRange};

/// The most tokens to look at on either side.
const REACH: usize = 30;

/// How far back from a verb the words of its group are looked for: "*will* most likely be paid".
const GROUP: usize = 4;

/// What can follow a verb, and no noun can follow that an adjective stands before.
const CLOSED: Classes = Classes::PREPOSITION
    .with(Classes::INFINITIVE_TO)
    .with(Classes::DETERMINER)
    .with(Classes::POSSESSIVE)
    .with(Classes::ADVERB)
    .with(Classes::CONJUNCTION);

/// On which side of the expression a verb stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// The outlook of the verb group that governs the expression: the nearest one before it in its clause ("The board met
/// *Friday*"), or else the first one behind it ("On *Friday* the board will meet").
pub(super) fn outlook(
    page: &Page<'_, '_>,
    sentence: &TokenRange,
    time: &TokenRange,
) -> Option<Outlook> {
    let before = |back: usize, word: &str| {
        time.start
            .checked_sub(back)
            .is_some_and(|token| token >= sentence.start && page.reads(token, word))
    };
    // "ahead of Sunday's vote"
    if before(1, "of") && before(2, "ahead") {
        return Some(Outlook::Future);
    }
    // "The move follows Tuesday's vote": the verb is not the vote's.
    if page.kind(time.end) == Some(TokenKind::Clitic)
        && !["in", "at", "for", "before", "into"]
            .iter()
            .any(|word| before(1, word))
    {
        return None;
    }
    // "Earlier Tuesday, he says, shots fell"
    if page.reads(time.start, "earlier") {
        return Some(Outlook::Past);
    }
    // "as soon as Monday"
    if before(1, "as") && (before(2, "soon") || before(2, "early")) {
        return Some(Outlook::Future);
    }
    let until = before(1, "until") || before(1, "till");
    let by = before(1, "by");
    let first = time.start.saturating_sub(REACH).max(sentence.start);
    // "The law takes effect Friday", but "The attacks Friday killed two": what may be a noun waits for a better verb.
    let mut doubtful = false;
    for token in (first..time.start).rev() {
        if ends_clause(page, token) {
            break;
        }
        // "gave them until Friday", "to leave by Friday"
        if until && prospect(page, token) == Some(4)
            || by
                && token + 1 < time.start
                && page.reads(token, "to")
                && page.is(token + 1, Classes::BASE)
        {
            return Some(ahead_from(page, token));
        }
        // "ahead of the vote Friday"
        if page.reads(token, "of") && token > first && page.reads(token - 1, "ahead") {
            return Some(Outlook::Future);
        }
        doubtful |= may_start(page, sentence, token, time.start);
        if let Some(outlook) = verb(page, sentence, token, Side::Before) {
            return outlook;
        }
    }
    let last = (time.end + REACH).min(sentence.end);
    // "The price before Friday's *purchases* was low": no verb behind a genitive
    let genitive = page.kind(time.end) == Some(TokenKind::Clitic);
    for token in time.end + 2 * usize::from(genitive)..last {
        if ends_clause(page, token) {
            break;
        }
        if let Some(outlook) = verb(page, sentence, token, Side::Behind) {
            // "the talks that start Monday are secret"
            return outlook.or(doubtful.then_some(Outlook::Future));
        }
    }
    doubtful.then_some(Outlook::Future)
}

/// Whether the future is plain: "will meet", "is due to meet" or "ahead of" before the expression, a verb right before
/// it ("The talks resume Friday"), "will" behind one that opens the sentence; not "is hailing the speech Friday" or
/// "The victory Friday will help", where the verb can be about something else.
pub(super) fn outspoken(page: &Page<'_, '_>, sentence: &TokenRange, time: &TokenRange) -> bool {
    let before = |word: &str| page.reads(time.start.wrapping_sub(1), word);
    if ["until", "till", "by"].iter().any(|word| before(word)) {
        return true;
    }
    if before("of") && page.reads(time.start.wrapping_sub(2), "ahead") {
        return true;
    }
    let beside = time.start - usize::from(before("on"));
    if beside <= sentence.start {
        return true;
    }
    let first = time.start.saturating_sub(REACH).max(sentence.start);
    for token in (first..time.start).rev() {
        if ends_clause(page, token) {
            return false;
        }
        // "The talks resume Friday", "Novak's leaving Friday"; not "Novak's wins Friday"
        let beside_it = token + 1 == beside && token > sentence.start;
        let genitive = page.kind(token.wrapping_sub(1)) == Some(TokenKind::Clitic);
        if beside_it
            && (!genitive && beside == time.start && may_start(page, sentence, token, time.start)
                || genitive && page.is(token, Classes::GERUND))
        {
            return true;
        }
        if let Some(outlook) = verb(page, sentence, token, Side::Before) {
            let group = token.saturating_sub(GROUP).max(sentence.start)..token + 1;
            let ahead = |near: usize| {
                page.is(near, Classes::MODAL)
                    || page.kind(near) == Some(TokenKind::Clitic) && page.word(near).ends_with("ll")
                    || prospect(page, near).is_some_and(|kind| kind < 3)
            };
            let gone = |near: usize| {
                ["was", "were", "had"]
                    .iter()
                    .any(|word| page.reads(near, word))
            };
            return outlook == Some(Outlook::Future)
                && (token + 1 == beside || group.clone().any(ahead))
                && !group.clone().any(gone);
        }
    }
    false
}

fn ends_clause(page: &Page<'_, '_>, token: usize) -> bool {
    match page.kind(token) {
        Some(TokenKind::Punctuation) => {
            matches!(page.word(token), ";" | ":" | "(" | ")" | "." | "?" | "!")
        }
        Some(TokenKind::Dash | TokenKind::Mark | TokenKind::Ellipsis) => true,
        _ => false,
    }
}

/// The outlook of a verb group with a part at `token`; the outer none where there is no verb, the inner one where the
/// verb does not tell.
fn verb(
    page: &Page<'_, '_>,
    sentence: &TokenRange,
    token: usize,
    side: Side,
) -> Option<Option<Outlook>> {
    if page.kind(token) != Some(TokenKind::Word) && page.kind(token) != Some(TokenKind::Clitic) {
        return None;
    }
    let classes = page.tokens.get(token)?.classes;
    if looks_ahead(page, token) {
        return Some(Some(ahead_from(page, token)));
    }
    if classes.any(Classes::MODAL) && page.kind(token) == Some(TokenKind::Word)
        || page.reads(token, "'ll")
        || page.reads(token, "’ll")
    {
        // "would have met", "could have been killed": past after all.
        let perfect = page.reads(token + 1, "have") || page.reads(token + 2, "have");
        return Some(if perfect || could_not(page, token) {
            Some(Outlook::Past)
        } else {
            Some(Outlook::Future)
        });
    }
    let before = token
        .checked_sub(1)
        .filter(|&before| before >= sentence.start);
    // "the leaders and *Mars* Inc.", with no headline's capitals around it
    let name = page.has(token, Flags::CAPITALISED)
        && before.is_some_and(|before| !page.has(before, Flags::CAPITALISED));
    if name && classes.any(Classes::THIRD_PERSON.with(Classes::BASE)) {
        return None;
    }
    // "the attacked", but "the bakery, which shut its ovens"
    let nominal = before.is_some_and(|before| {
        page.is(before, Classes::DETERMINER.with(Classes::POSSESSIVE))
            && !page.is(before, Classes::RELATIVE)
    });
    if nominal
        && classes.any(
            Classes::ALSO_NOUN
                .with(Classes::GERUND)
                .with(Classes::PARTICIPLE)
                .with(Classes::ALSO_ADJECTIVE),
        )
    {
        return None;
    }
    let participle = classes.any(Classes::PARTICIPLE);
    if let Some(passive) = participle.then(|| passive(page, sentence, token)).flatten() {
        return Some(passive);
    }
    // "will remain *closed* until Friday": what it remains is not what was done
    let state = participle
        && before.is_some_and(|before| {
            page.is(before, Classes::BASE)
                && !page.is(before, Classes::PAST.with(Classes::AUXILIARY))
                && before > sentence.start
                && page.is(before - 1, Classes::MODAL.with(Classes::INFINITIVE_TO))
        });
    if state {
        return None;
    }
    if classes.any(Classes::PAST.with(Classes::PARTICIPLE)) && !bare(page, sentence, token) {
        return Some(Some(Outlook::Past));
    }
    // "The attacks reshuffled the race Saturday": a verb that no dictionary has
    if unknown_past(page, token) && !nominal {
        return Some(Some(Outlook::Past));
    }
    if classes.any(Classes::AUXILIARY) {
        return auxiliary(page, token, side);
    }
    if classes.any(Classes::BASE) {
        let before = before?;
        if page.is(before, Classes::MODAL) {
            return Some(Some(Outlook::Future));
        }
        if page.reads(before, "to") {
            return infinitive(page, sentence, before);
        }
        // "did not meet", "do not meet"
        let not = Classes::NEGATION.with(Classes::ADVERB);
        let mut helper = before;
        while helper > sentence.start
            && page.is(helper, not)
            && !page.is(helper, Classes::AUXILIARY)
        {
            helper -= 1;
        }
        if page.is(helper, Classes::AUXILIARY) {
            return auxiliary(page, helper, side);
        }
        // "The two leaders meet Friday": the present of what is on the calendar. "The presidential contest Friday" is
        // no verb, so the word before it has to be a plural, a name or a pronoun.
        let noun = Classes::ALSO_NOUN
            .with(Classes::ALSO_ADJECTIVE)
            .with(Classes::PREPOSITION)
            .with(Classes::CUE_VERB);
        let subject = page.has(before, Flags::CAPITALISED)
            || page.word(before).ends_with('s') && !page.is(before, Classes::PREPOSITION)
            || page.is(before, Classes::SUBJECT.with(Classes::ADVERB));
        return (subject && !classes.any(noun)).then_some(Some(Outlook::Future));
    }
    if classes.any(Classes::GERUND) {
        let ahead = before.is_some_and(|before| {
            ["is", "are", "'re", "’re"]
                .iter()
                .any(|word| page.reads(before, word))
        });
        return ahead.then_some(Some(Outlook::Future));
    }
    // "The board meets Friday"
    if classes.any(Classes::THIRD_PERSON)
        && !classes.any(Classes::ALSO_NOUN.with(Classes::CUE_VERB))
    {
        return Some(Some(Outlook::Future));
    }
    None
}

/// "will *cut* rates", "plans to *cut* rates": a past tense that is an infinitive as well, where only that can stand.
fn bare(page: &Page<'_, '_>, sentence: &TokenRange, token: usize) -> bool {
    let helper = Classes::MODAL.with(Classes::INFINITIVE_TO);
    page.is(token, Classes::BASE)
        && token > sentence.start
        && page.is(token - 1, helper)
        && page.kind(token - 1) == Some(TokenKind::Word)
}

/// Whether a word that no dictionary has ends like a past tense, and a noun stands before it and an object behind it.
fn unknown_past(page: &Page<'_, '_>, token: usize) -> bool {
    let object = Classes::DETERMINER.with(Classes::POSSESSIVE);
    page.entries(token).next().is_none()
        && page.word(token).ends_with("ed")
        && !page.has(token, Flags::CAPITALISED)
        && !page.has(token, Flags::HYPHENATED)
        && page.is(token + 1, object)
}

/// "will be paid", "is to be paid", "was paid": what the words before a participle make of it.
fn passive(
    page: &Page<'_, '_>,
    sentence: &TokenRange,
    participle: usize,
) -> Option<Option<Outlook>> {
    let mut token = participle.checked_sub(1)?;
    while token > sentence.start
        && page.is(token, Classes::ADVERB.with(Classes::NEGATION))
        && !page.is(token, Classes::AUXILIARY)
    {
        token -= 1;
    }
    if token < sentence.start || !page.reads(token, "be") {
        return None;
    }
    let mut token = token.checked_sub(1)?;
    while token > sentence.start
        && page.is(token, Classes::ADVERB.with(Classes::NEGATION))
        && !page.is(token, Classes::MODAL)
    {
        token -= 1;
    }
    if page.is(token, Classes::MODAL) {
        return Some(Some(if could_not(page, token) {
            Outlook::Past
        } else {
            Outlook::Future
        }));
    }
    if page.reads(token, "to") {
        // "an interview to be published Sunday", but "the crew had to be rescued Sunday"
        let back = token
            .checked_sub(1)
            .is_some_and(|governor| page.is(governor, Classes::PAST.with(Classes::AUXILIARY)));
        let ahead = (!back).then_some(Some(Outlook::Future));
        return infinitive(page, sentence, token).or(ahead);
    }
    // "ordered that the papers be released by Friday"
    Some(Some(Outlook::Future))
}

/// "could not be reached Thursday" tells what happened, "could be delayed" what may.
fn could_not(page: &Page<'_, '_>, modal: usize) -> bool {
    let negated =
        page.is(modal + 1, Classes::NEGATION) || page.kind(modal + 1) == Some(TokenKind::Clitic);
    negated && page.reads(modal, "could")
}

fn auxiliary(page: &Page<'_, '_>, token: usize, side: Side) -> Option<Option<Outlook>> {
    let is = |words: &[&str]| words.iter().any(|word| page.reads(token, word));
    // "has since met", not "have a meeting"
    let participle =
        (token + 1..token + 4).any(|near| page.is(near, Classes::PARTICIPLE.with(Classes::PAST)));
    if is(&["was", "were", "had", "did", "been"]) || is(&["has", "have"]) && participle {
        return Some(Some(Outlook::Past));
    }
    let present = is(&["is", "are", "am", "'s", "’s", "'re", "’re"]);
    // "is meeting Friday", "is to meet Friday", "the summit is on Friday"
    let ahead = page.is(token + 1, Classes::GERUND)
        || page.reads(token + 1, "to")
        || !participle && side == Side::Before;
    // "'s" is as often a genitive.
    // ("Novak's leaving Friday", not "after Novak's disappointing speech Friday")
    let verb = page.kind(token) == Some(TokenKind::Word)
        || page.is(token + 1, Classes::GERUND)
            && (page.is(token + 2, CLOSED.with(Classes::TIME))
                || page.has(token + 2, Flags::CAPITALISED));
    (present && ahead && verb).then_some(Some(Outlook::Future))
}
