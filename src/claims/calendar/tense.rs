//! Whether the verb that a time expression belongs to looks back or ahead: "met Friday", "will meet Friday".

use super::clauses::{clause_before, ends_clause, opens_second};
pub(super) use super::prospects::Outlook;
use super::prospects::{
    ON_CALENDAR, ahead_from, infinitive, looks_ahead, may_start, open, prospect,
};
use crate::extraction::Polarity;
use crate::lexicon::Classes;
use crate::syntax::{Syntax, Tag, verbs};
use crate::text::{TokenKind, TokenRange};

/// The most tokens to look at on either side.
const REACH: usize = 30;

/// How far back from a verb the words of its group are looked for: "*will* most likely be paid".
const GROUP: usize = 4;

/// The most tokens of a place between a verb and its day: "in the town of Elvik".
const PLACE: usize = 6;

/// How far back from "and cut jobs" the modal is looked for that both verbs share.
const SHARED: usize = 12;

/// How far before a verb "No officials" can open its subject.
const SUBJECT: usize = 5;

/// On which side of the expression a verb stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// The outlook of the verb group that governs the expression: the nearest one before it in its clause ("The board met
/// *Friday*"), or else the first one behind it ("On *Friday* the board will meet").
pub(super) fn outlook(
    syntax: &Syntax<'_, '_, '_>,
    sentence: &TokenRange,
    time: &TokenRange,
) -> Option<Outlook> {
    let page = syntax.page;
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
    // "called a strike for Friday"; "Flights were suspended until Saturday", but "The rebels stayed until Saturday"
    let weekday = page.is(time.start, Classes::WEEKDAY);
    let until = || (before(1, "until") || before(1, "till")) && lasts(syntax, sentence, time);
    if weekday && (before(1, "for") || until()) {
        return Some(Outlook::Future);
    }
    // "Earlier Tuesday, he says, shots fell"
    if page.reads(time.start, "earlier") {
        return Some(Outlook::Past);
    }
    // "as soon as Monday"
    if before(1, "as") && (before(2, "soon") || before(2, "early")) {
        return Some(Outlook::Future);
    }
    let before = || self::before(syntax, sentence, time);
    if let Some(outlook) = (!opens_second(syntax, sentence, time))
        .then(before)
        .flatten()
    {
        return Some(outlook);
    }
    let last = (time.end + REACH).min(sentence.end);
    // "The price before Friday's *purchases* was low": no verb behind a genitive
    let genitive = page.kind(time.end) == Some(TokenKind::Clitic);
    for token in time.end + 2 * usize::from(genitive)..last {
        if ends_clause(syntax, token) {
            break;
        }
        // "Traders see a cut by June, according to data *compiled* by the bank": no verb of a clause
        if syntax.is_reduced(token) {
            continue;
        }
        if let Some(outlook) = verb(syntax, sentence, token, Side::Behind) {
            return Some(outlook);
        }
    }
    starts_before(syntax, sentence, time).then_some(Outlook::Future)
}

/// Whether the nearest verb before the expression reports: "*announced* a cut in May", not "cut rates in May".
pub(super) fn reported(
    syntax: &Syntax<'_, '_, '_>,
    sentence: &TokenRange,
    time: &TokenRange,
) -> bool {
    let first = time.start.saturating_sub(REACH).max(sentence.start);
    let verb = clause_before(syntax, first, time)
        .find(|&token| syntax.tag(token).is_verb() || syntax.is_past(token));
    verb.is_some_and(|verb| syntax.page.is(verb, Classes::CUE_VERB))
}

/// The outlook of the nearest verb before the expression in its clause.
pub(super) fn before(
    syntax: &Syntax<'_, '_, '_>,
    sentence: &TokenRange,
    time: &TokenRange,
) -> Option<Outlook> {
    let page = syntax.page;
    let reads = |word: &str| time.start > sentence.start && page.reads(time.start - 1, word);
    let until = reads("until") || reads("till");
    let by = reads("by");
    let first = time.start.saturating_sub(REACH).max(sentence.start);
    for token in clause_before(syntax, first, time) {
        // "gave them until Friday", "to leave by Friday"
        if until && prospect(page, token) == Some(4)
            || by && token + 1 < time.start && syntax.tag(token) == Tag::To
        {
            return Some(ahead_from(page, token));
        }
        // "ahead of the vote Friday"
        if page.reads(token, "of") && token > first && page.reads(token - 1, "ahead") {
            return Some(Outlook::Future);
        }
        if let Some(outlook) = verb(syntax, sentence, token, Side::Before) {
            let to_come = outlook == Outlook::Past && shifted_back(syntax, sentence, first..token);
            return Some(if to_come { Outlook::Future } else { outlook });
        }
        // "Traders *see* a cut by June"
        if by && syntax.tag(token) == Tag::Finite {
            return Some(Outlook::Future);
        }
    }
    None
}

/// "The law takes effect Friday", but "The attacks Friday killed two": what may be a noun waits for a better verb.
fn starts_before(syntax: &Syntax<'_, '_, '_>, sentence: &TokenRange, time: &TokenRange) -> bool {
    let first = time.start.saturating_sub(REACH).max(sentence.start);
    clause_before(syntax, first, time).any(|token| may_start(syntax, sentence, token, time.start))
}

/// Whether a past verb behind `before` tells what is to come, since the verb over it does: "The fund *would* sell as soon
/// as the doors *opened* Monday". What comes "after" or "if" something happened may stand on what is known.
fn shifted_back(syntax: &Syntax<'_, '_, '_>, sentence: &TokenRange, before: TokenRange) -> bool {
    let page = syntax.page;
    let mut tokens = before.rev();
    let mut seen = tokens
        .by_ref()
        .take_while(|&token| !ends_clause(syntax, token) && syntax.tag(token) != Tag::Comma);
    let linked = seen.any(|token| {
        let as_soon = page.reads(token, "as") && page.reads(token.wrapping_sub(1), "soon");
        let link = ["when", "once", "until"]
            .iter()
            .any(|word| page.reads(token, word));
        as_soon || link
    });
    let over = seen.find_map(|token| verb(syntax, sentence, token, Side::Before));
    linked && over == Some(Outlook::Future)
}

/// "was suspended", "are closed": what was done to something lasts on.
fn lasts(syntax: &Syntax<'_, '_, '_>, sentence: &TokenRange, time: &TokenRange) -> bool {
    let first = time.start.saturating_sub(REACH).max(sentence.start);
    clause_before(syntax, first, time)
        .find(|&token| syntax.tag(token).is_verb() || syntax.is_past(token))
        .is_some_and(|verb| verbs::holding(syntax, verb, sentence).passive)
}

/// Whether the future is plain: "will meet", "is due to meet" or "ahead of" before the expression, a verb right before
/// it ("The talks resume Friday"), "will" behind one that opens the sentence; not "is hailing the speech Friday" or
/// "The victory Friday will help", where the verb can be about something else.
pub(super) fn outspoken(
    syntax: &Syntax<'_, '_, '_>,
    sentence: &TokenRange,
    time: &TokenRange,
) -> bool {
    let page = syntax.page;
    let before = |word: &str| page.reads(time.start.wrapping_sub(1), word);
    if ["until", "till", "by"].iter().any(|word| before(word)) {
        return true;
    }
    if before("of") && page.reads(time.start.wrapping_sub(2), "ahead") {
        return true;
    }
    let called = before("for") && page.is(time.start, Classes::WEEKDAY);
    if called {
        return true;
    }
    let beside = time.start - usize::from(["on", "over"].iter().any(|word| before(word)));
    if beside <= sentence.start {
        return true;
    }
    let first = time.start.saturating_sub(REACH).max(sentence.start);
    for token in (first..time.start).rev() {
        if ends_clause(syntax, token) {
            return false;
        }
        // "The talks resume Friday", "Novak's leaving Friday"; not "Novak's wins Friday"
        let beside_it = token + 1 == beside && token > sentence.start;
        let clitic = page.kind(token.wrapping_sub(1)) == Some(TokenKind::Clitic);
        if beside_it
            && (!clitic && beside == time.start && may_start(syntax, sentence, token, time.start)
                || clitic && syntax.tag(token) == Tag::Gerund)
        {
            return true;
        }
        if let Some(outlook) = verb(syntax, sentence, token, Side::Before) {
            let group = token.saturating_sub(GROUP).max(sentence.start)..token + 1;
            let ahead = |near: usize| {
                syntax.tag(near) == Tag::Modal
                    || prospect(page, near).is_some_and(|kind| kind < 3 || kind == ON_CALENDAR)
            };
            let gone = |near: usize| {
                ["was", "were", "had"]
                    .iter()
                    .any(|word| page.reads(near, word))
            };
            return outlook == Outlook::Future
                && (token + 1 == beside || group.clone().any(ahead))
                && !group.clone().any(gone);
        }
    }
    false
}

/// Whether the past is plain: "passed on Jan. 5", "died in Oslo on Jan. 5"; not "is closed Jan. 5", nor "announced a
/// sale on Jan. 5", where the day may be the sale's.
pub(super) fn told(syntax: &Syntax<'_, '_, '_>, sentence: &TokenRange, time: &TokenRange) -> bool {
    let page = syntax.page;
    let mut end = time.start - usize::from(page.reads(time.start.wrapping_sub(1), "on"));
    // "died *in the town of Elvik* on Jan. 5"
    let floor = sentence.start.max(end.saturating_sub(PLACE));
    let place = |end: usize| {
        let nominal = |token: &usize| {
            let tag = syntax.tag(*token);
            tag.is_nominal() || tag.determines()
        };
        let at = (floor..end).rev().find(|token| !nominal(token))?;
        (syntax.tag(at) == Tag::Preposition && at + 1 < end).then_some(at)
    };
    while let Some(at) = place(end) {
        end = at;
    }
    let Some(head) = end.checked_sub(1).filter(|&head| head >= sentence.start) else {
        return false;
    };
    if !matches!(syntax.tag(head), Tag::Past | Tag::Participle) {
        return false;
    }
    let group = verbs::holding(syntax, head, sentence);
    let present = group.tokens.clone().any(|token| {
        let tag = syntax.tag(token);
        let over = ["was", "were", "had", "been", "did"];
        tag == Tag::Modal
            || tag == Tag::Auxiliary && !over.iter().any(|word| page.reads(token, word))
    });
    !present && verb(syntax, sentence, head, Side::Before) == Some(Outlook::Past)
}

/// The outlook of the verb group that a token belongs to; none where it is no verb or does not tell.
fn verb(
    syntax: &Syntax<'_, '_, '_>,
    sentence: &TokenRange,
    token: usize,
    side: Side,
) -> Option<Outlook> {
    let page = syntax.page;
    if looks_ahead(syntax, token) {
        return Some(ahead_from(page, token));
    }
    let tag = syntax.tag(token);
    if !tag.is_verb() && !tag.is_finite() && !syntax.is_past(token) {
        return None;
    }
    let group = verbs::holding(syntax, token, sentence);
    let head = group.tokens.end - 1;
    if is_noun(syntax, sentence, head) {
        return None;
    }
    // "Ask me in May": who is told to will
    if syntax.tag(head) == Tag::Base && head == sentence.start {
        return Some(Outlook::Future);
    }
    if side == Side::Behind && open(syntax, head) {
        return Some(Outlook::Future);
    }
    if head != token && looks_ahead(syntax, head) {
        return Some(ahead_from(page, head));
    }
    if let Some(modal) = group.modal {
        // "would have met"; "could not be reached Thursday" tells what happened, "could be delayed" what may.
        let could_not = page.reads(modal, "could")
            && (group.polarity != Polarity::Said || nobody(syntax, sentence, group.tokens.start));
        return Some(if group.have || could_not {
            Outlook::Past
        } else {
            Outlook::Future
        });
    }
    if let Some(to) = group.to {
        // "were to have been signed"
        if (to..head).any(|token| page.reads(token, "have")) {
            return Some(Outlook::Past);
        }
        // "an interview to be published Sunday", but "the crew had to be rescued Sunday"
        let governor = to.wrapping_sub(1);
        let back = syntax.is_past(governor) || syntax.tag(governor) == Tag::Auxiliary;
        let ahead = (group.passive && !back).then_some(Outlook::Future);
        return infinitive(syntax, sentence, to).or(ahead);
    }
    without_helper(syntax, sentence, &group, side)
}

/// The outlook of a verb group without a modal or "to", by its head: "met", "has met", "is meeting", "meets".
fn without_helper(
    syntax: &Syntax<'_, '_, '_>,
    sentence: &TokenRange,
    group: &verbs::VerbGroup,
    side: Side,
) -> Option<Outlook> {
    let page = syntax.page;
    let head = group.tokens.end - 1;
    let reads = |words: &[&str]| {
        let mut tokens = group.tokens.clone();
        tokens.any(|token| words.iter().any(|word| page.reads(token, word)))
    };
    let perfect = group.have && syntax.tag(head).is_verb();
    if perfect || reads(&["was", "were", "had", "did", "been"]) {
        return Some(Outlook::Past);
    }
    let present = reads(&["is", "are", "am", "'s", "’s", "'re", "’re"]);
    match syntax.tag(head) {
        // "will remain *closed* until Friday": what it remains is not what was done
        _ if syntax.is_past(head)
            && syntax.tag(group.tokens.start.wrapping_sub(1)) == Tag::Base =>
        {
            None
        }
        // "the bank-owned mill": a participle that no dictionary has is a verb only with its object
        Tag::Past if page.entries(head).next().is_none() && !opens_object(syntax.tag(head + 1)) => {
            None
        }
        _ if syntax.is_past(head) && shares_modal(syntax, sentence, head) => Some(Outlook::Future),
        // "ordered that the papers be released by Friday"
        _ if syntax.is_past(head) && reads(&["be"]) => Some(Outlook::Future),
        _ if syntax.is_past(head) => Some(Outlook::Past),
        // "The board meets Friday": the present of what is on the calendar
        Tag::Finite => (!page.is(head, Classes::CUE_VERB)).then_some(Outlook::Future),
        Tag::Gerund => present.then_some(Outlook::Future),
        // "is to meet Friday", "the summit is on Friday"
        Tag::Auxiliary => {
            let ahead = page.reads(head + 1, "to") || side == Side::Before;
            let copula = present && page.kind(head) == Some(TokenKind::Word);
            (ahead && copula).then_some(Outlook::Future)
        }
        _ => None,
    }
}

/// "Traders bet on a rate *cut* in May", "A rate *cut* in May is unlikely": a form that can be past or a noun is the head
/// of a phrase behind a preposition or before an auxiliary.
fn is_noun(syntax: &Syntax<'_, '_, '_>, sentence: &TokenRange, head: usize) -> bool {
    let base = syntax.is_past(head) && syntax.may_be_base(head);
    let floor = head.saturating_sub(GROUP).max(sentence.start);
    let determiner = (floor..head)
        .rev()
        .find(|&token| !syntax.tag(token).is_nominal());
    let determiner = determiner.filter(|&token| base && syntax.tag(token) == Tag::Determiner);
    let governed =
        |token: usize| token > sentence.start && syntax.tag(token - 1) == Tag::Preposition;
    let last = (head + PLACE).min(sentence.end);
    let subject = || {
        (head + 1..last)
            .take_while(|&token| !syntax.tag(token).opens_clause() && !ends_clause(syntax, token))
            .any(|token| syntax.tag(token).is_auxiliary())
    };
    determiner.is_some_and(|token| governed(token) || subject())
}

/// Whether the subject that ends before a verb is nobody: "*Nobody* could be reached", "*No* officials could be reached".
fn nobody(syntax: &Syntax<'_, '_, '_>, sentence: &TokenRange, verb: usize) -> bool {
    let first = verb.saturating_sub(SUBJECT).max(sentence.start);
    (first..verb)
        .rev()
        .take_while(|&token| !ends_clause(syntax, token) && syntax.tag(token) != Tag::Comma)
        .any(|token| {
            let none = ["no", "nobody", "none", "neither"];
            none.iter().any(|word| syntax.page.reads(token, word))
        })
}

/// "would close plants and *cut* jobs": a form that can be a base form shares the modal before it.
fn shares_modal(syntax: &Syntax<'_, '_, '_>, sentence: &TokenRange, head: usize) -> bool {
    let link = head.wrapping_sub(1);
    if syntax.tag(link) != Tag::Conjunction || !syntax.may_be_base(head) {
        return false;
    }
    let first = link.saturating_sub(SHARED).max(sentence.start);
    (first..link)
        .rev()
        .take_while(|&token| !ends_clause(syntax, token) && !syntax.is_past(token))
        .any(|token| syntax.tag(token) == Tag::Modal)
}

fn opens_object(tag: Tag) -> bool {
    matches!(tag, Tag::Determiner | Tag::Possessive)
}
