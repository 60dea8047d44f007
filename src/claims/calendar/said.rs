//! The day a thing was said, apart from the days it is about: "the minister said *on Thursday* that talks ended Monday".

use crate::claims::draft::ClaimDraft;
use crate::lexicon::Classes;
use crate::measures::times::{TimeMention, TimeShape};
use crate::syntax::{Syntax, Tag, verbs};
use crate::text::TokenRange;

use super::clauses::ends_clause;

/// The most tokens between a cue and its day: "told reporters in the capital on Thursday".
const REACH: usize = 9;

/// The most tokens between a day and a cue behind it: "On Thursday, the deputy minister of … said".
const FAR: usize = 40;

/// The number of the time expression beside the claim's cue, outside its content.
pub(crate) fn said(
    syntax: &Syntax<'_, '_, '_>,
    times: &[TimeMention],
    draft: &ClaimDraft<'_, '_>,
) -> Option<usize> {
    let page = syntax.page;
    let cue = draft.cue.as_ref()?;
    let (head, cue) = (cue.head, &cue.tokens);
    let sentence = page.sentence_of(cue.start)?;
    // Only what stands near: a sentence can be as long as the page.
    let first = times.partition_point(|time| time.tokens.end + FAR < cue.start);
    let mut near = times
        .iter()
        .enumerate()
        .skip(first)
        .skip_while(|(_, time)| time.sentence < sentence)
        .take_while(|(_, time)| time.sentence == sentence && time.tokens.start < cue.end + FAR)
        .peekable();
    near.peek()?;
    // "has said": the auxiliaries are no part of the cue.
    let group = verbs::around(syntax, head, cue.end, cue.start.saturating_sub(FAR));
    let cue_start = cue.start.min(group.tokens.start);
    let mut before = None;
    for (number, time) in near {
        let tokens = &time.tokens;
        // "in an interview aired Thursday": when it was aired, not when it was said
        let on = usize::from(tokens.start > 0 && page.is(tokens.start - 1, Classes::PREPOSITION));
        let governor = tokens.start.checked_sub(1 + on);
        let another = governor.is_some_and(|verb| syntax.is_past(verb) && !cue.contains(&verb));
        // "since 2000", "mayor until March"
        let bounds = on == 1 && page.is(tokens.start - 1, Classes::SUCCESSION);
        if another
            || bounds
            || !tells_when(&time.shape)
            || tokens.clone().any(|token| draft.holds(token))
        {
            continue;
        }
        if tokens.start >= cue.end {
            let between = cue.end..tokens.start;
            // "said Thursday", "told reporters in Oslo on Thursday", not "said, after a vote was held Thursday"
            if between.len() <= REACH
                && clear(syntax, &between, draft)
                && !between.clone().any(|token| page.word(token) == ",")
            {
                return Some(number);
            }
            break;
        }
        // "On Thursday, the minister said", "the minister on Thursday said"
        let between = tokens.end..cue_start;
        let apart = between
            .clone()
            .filter(|&token| page.word(token) == ",")
            .count()
            > 1;
        let own_clause = !in_another_clause(syntax, tokens.start, sentence, draft);
        before = (!apart && own_clause && clear(syntax, &between, draft)).then_some(number);
    }
    before
}

/// Whether a day before the cue belongs to a clause of its own: "The mayor, who took office in 2018, told", "When the bank
/// closed on Monday, the mayor said", "Jon Bell, mayor since 2018, said".
fn in_another_clause(
    syntax: &Syntax<'_, '_, '_>,
    day: usize,
    sentence: usize,
    draft: &ClaimDraft<'_, '_>,
) -> bool {
    let page = syntax.page;
    let source = draft.source.as_ref().map(|source| &source.tokens);
    if source.is_some_and(|source| source.contains(&day)) {
        return true;
    }
    // "Rents doubled in May, as the union urged"
    let linked = source
        .and_then(|source| source.start.checked_sub(1))
        .is_some_and(|link| link > day && syntax.may_subordinate(link));
    let start = page.sentences[sentence].tokens.start;
    let cue = draft.cue.as_ref().map(|cue| cue.head);
    let participial = cue.is_some_and(|cue| syntax.tag(cue) == Tag::Gerund);
    let verbal = (start.max(day.saturating_sub(FAR))..day)
        .rev()
        .take_while(|&token| !is_edge(syntax, token))
        .any(|token| {
            let named = source.is_some_and(|source| source.contains(&token));
            // "The mayor met them on Monday, accusing": the day of both.
            let own_verb = participial && syntax.tag(token).is_finite();
            !named && !own_verb && opens_clause(syntax.tag(token))
        });
    // "Since the vote in March, the mayor has said"
    let first = (start..day)
        .rev()
        .take(FAR)
        .take_while(|&token| !is_edge(syntax, token))
        .last();
    let since = first.is_some_and(|first| page.reads(first, "since"));
    linked || verbal || since
}

/// A mark that ends a clause or an insertion.
fn is_edge(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    syntax.tag(token) == Tag::Comma || ends_clause(syntax, token)
}

/// A verb or a pronoun that makes a clause.
fn opens_clause(tag: Tag) -> bool {
    tag.is_finite() || matches!(tag, Tag::Relative | Tag::Question)
}

/// Whether the expression can be the time of an act of speech.
fn tells_when(shape: &TimeShape) -> bool {
    matches!(
        shape,
        TimeShape::Day { .. }
            | TimeShape::Period { .. }
            | TimeShape::Month { .. }
            | TimeShape::Year(_)
    )
}

/// Whether nothing stands between that begins another clause.
fn clear(syntax: &Syntax<'_, '_, '_>, between: &TokenRange, draft: &ClaimDraft<'_, '_>) -> bool {
    between.clone().all(|token| {
        // Within the source stand titles and names, which may look like verbs.
        let own = draft
            .source
            .as_ref()
            .is_some_and(|source| source.tokens.contains(&token));
        let tag = syntax.tag(token);
        // "Ruiz on Thursday had to explain": the auxiliary is the cue's.
        let clause = opens_clause(tag) && tag != Tag::Auxiliary
            || matches!(tag, Tag::That | Tag::Subordinator);
        !ends_clause(syntax, token) && !draft.holds(token) && (own || !clause)
    })
}
