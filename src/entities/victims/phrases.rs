//! The words behind a number: modifiers and head.

use crate::extraction::Category;
use crate::lexicon::entries::figures::{HedgeRoles, NumberKind};
use crate::lexicon::{Classes, Meaning, Slot};
use crate::measures::numbers::plays;
use crate::syntax::Syntax;
use crate::text::{Flags, Page, TokenKind, TokenRange};

use super::nouns::{
    linked, looks_like_people, modifies_noun, names_group, outcome_noun, person, person_ahead,
    place,
};
use super::{ENDS, Group, Head, settle, stronger};

/// What a run of words behind a number was found to be.
#[derive(Debug)]
pub(super) struct Run<'l> {
    pub(super) end: usize,
    pub(super) head: Head,
    pub(super) category: Category,
    pub(super) side: Option<&'l str>,
    pub(super) outcome: Option<usize>,
    /// A name that no dictionary has, right before the head.
    pub(super) name: Option<TokenRange>,
}

/// Walks over modifiers to the head: "three Afghan special forces soldiers", "two suspected bombers".
pub(super) fn run<'l>(
    syntax: &Syntax<'_, '_, 'l>,
    start: usize,
    end: usize,
    group: &Group<'l>,
) -> Run<'l> {
    let page = syntax.page;
    let one = group.is_one() || group.kind == NumberKind::Ordinal;
    let mut run = Run {
        end: start,
        head: Head::Elided,
        category: Category::Unspecified,
        side: None,
        outcome: None,
        name: None,
    };
    let mut modifier: Option<Category> = None;
    let mut token = start;
    let mut steps = 0;
    while token < end && steps < 12 {
        steps += 1;
        match page.kind(token) {
            Some(TokenKind::Word) => {}
            // 10 "suspected terrorists"; tens of "invaders"
            Some(TokenKind::Mark)
                if run.head != Head::Person && person_ahead(syntax, token + 1, end, 4) =>
            {
                token += 1;
                continue;
            }
            // "three Israeli-backed army's soldiers"
            Some(TokenKind::Clitic) if run.head == Head::Thing || run.head == Head::Person => {
                if person_ahead(syntax, token + 1, end, 3) {
                    run.head = Head::Thing;
                    token += 1;
                    continue;
                }
                break;
            }
            // "two young, unarmed men"
            Some(TokenKind::Punctuation)
                if page.word(token) == ","
                    && run.head == Head::Thing
                    && person(page, token + 2).is_some()
                    && !page.is(token + 1, ENDS)
                    && person(page, token + 1).is_none() =>
            {
                token += 1;
                continue;
            }
            _ => break,
        }
        // "a Hamas-linked militant"
        if page.has(token, Flags::HYPHENATED) && person_ahead(syntax, token + 1, end, 3) {
            if let Some(side) = linked(page, token) {
                run.side = Some(side);
                modifier = Some(Category::Militant);
            }
        }
        if let Some(side) = place(page, token) {
            run.side = run.side.or(Some(side.0));
            let alone = !modifies_noun(syntax, side.1, end) && !page.reads(side.1, "mine");
            let demonym_head =
                side.2 && (!one && side.3 || one && alone) && !person_ahead(syntax, side.1, end, 3);
            token = side.1;
            run.end = token;
            if demonym_head {
                run.head = Head::Person;
                run.category = modifier.unwrap_or(Category::Unspecified);
                break;
            }
            run.head = Head::Thing;
            continue;
        }
        if let Some(behind) = outcome_noun(page, token) {
            let outcome = token;
            // "three deaths", "72 hostages", "no civilian casualties"; not "two hostage negotiators"
            let compound = page.entries(token).any(|(_, slot)| slot == Slot::Headword)
                && (person_ahead(syntax, behind, end, 1) || modifies_noun(syntax, behind, end));
            // "the 2004 death": a number wants a plural.
            let singular = !page.entries(token).any(|(_, slot)| slot == Slot::Plural)
                && page.entries(token).any(|(entry, slot)| {
                    slot == Slot::Headword
                        && matches!(entry.meaning, Meaning::Outcome(_))
                        && !entry.lemma.ends_with('s')
                });
            if singular && !one && group.kind != NumberKind::Zero {
                run.head = Head::Thing;
                run.end = token + 1;
                break;
            }
            if !compound {
                run.outcome = Some(outcome);
                run.head = Head::Outcome;
                run.end = behind;
                run.category = settle(
                    person(page, token)
                        .filter(|_| page.is(token, Classes::VICTIM))
                        .and_then(|noun| noun.category)
                        .unwrap_or(Category::Unspecified),
                    modifier,
                );
                if matches!(run.category, Category::Unspecified) {
                    run.category = modifier.unwrap_or(Category::Unspecified);
                }
                break;
            }
        }
        // "three other Americans", "two more soldiers"
        if plays(page, token, HedgeRoles::MORE)
            && (person_ahead(syntax, token + 1, end, 4) || page.is(token + 1, Classes::DEMONYM))
        {
            token += 1;
            run.head = Head::Thing;
            run.end = token;
            continue;
        }
        if let Some(noun) = person(page, token) {
            if let Some(side) = noun.side {
                run.side = Some(side);
            }
            // "12 tourists hostage": the second noun is not theirs.
            let follows = person(page, noun.end)
                .filter(|next| !(noun.plural && !noun.mass && !one && !next.plural));
            let Some(category) = noun.category else {
                // A thing: the head, unless people follow: "two ship workers".
                run.head = Head::Thing;
                token = noun.end;
                run.end = token;
                if follows.is_some_and(|next| next.category.is_some()) {
                    continue;
                }
                break;
            };
            let next_thing = follows.is_some_and(|next| next.category.is_none());
            let next_person = follows.is_some_and(|next| next.category.is_some());
            // "no military or civilian deaths"
            let shared = page.is(noun.end, Classes::CONJUNCTION)
                && person(page, noun.end + 1)
                    .is_some_and(|other| outcome_noun(page, other.end).is_some());
            if shared {
                modifier = Some(stronger(modifier, category));
                run.head = Head::Thing;
                token = noun.end;
                continue;
            }
            let modifies = next_person
                || next_thing && (one || !noun.plural || noun.mass)
                || page.kind(noun.end) == Some(TokenKind::Clitic)
                    && person_ahead(syntax, noun.end + 1, end, 3)
                || (one || !noun.plural || noun.mass) && modifies_noun(syntax, noun.end, end);
            run.end = noun.end;
            // "a fact sheet lawmakers released": the plural begins another phrase.
            let of = start > group.tokens.end;
            if one && !of && noun.plural && !noun.mass && token > start {
                run.end = token;
                run.head = Head::Thing;
                break;
            }
            if modifies && !(noun.plural && !noun.mass && !next_person && !one) {
                modifier = Some(stronger(modifier, category));
                run.head = Head::Thing;
                token = noun.end;
                continue;
            }
            // "a troops": a mass noun is no single person, but "a police" is none either.
            run.head = if one && noun.mass && noun.plural && group.article {
                Head::Thing
            } else {
                Head::Person
            };
            run.category = settle(category, modifier);
            run.name = group_name(page, start, token, run.category);
            token = noun.end;
            // "a defendant's assets"
            if page.kind(token) == Some(TokenKind::Clitic)
                && !page.is(token, Classes::AUXILIARY.with(Classes::MODAL))
                || page.reads(token, "'s")
                    && page.kind(token + 1) == Some(TokenKind::Word)
                    && !page.is(
                        token + 1,
                        Classes::VERB
                            .with(Classes::ADVERB)
                            .with(Classes::AUXILIARY)
                            .with(Classes::DETERMINER),
                    )
            {
                run.head = Head::Thing;
                break;
            }
            // "military or civilian deaths", "three civilian deaths"
            if let Some(behind) = outcome_noun(page, token) {
                run.outcome = Some(token);
                run.head = Head::Outcome;
                run.end = behind;
            }
            break;
        }
        if page.is(token, Classes::OUTCOME) {
            // "100 wounded people" goes on, "27 wounded" ends here.
            let attributive = run.head != Head::Person
                && person_ahead(syntax, token + 1, end, 3)
                && !page.is(token, Classes::GERUND);
            if attributive {
                run.outcome = run.outcome.or(Some(token));
                token += 1;
                run.head = Head::Thing;
                run.end = token;
                continue;
            }
            if token == start {
                run.outcome = Some(token);
            }
            break;
        }
        let modifying_adverb = page.is(token, Classes::ADVERB)
            && page.word(token).ends_with("ly")
            && person_ahead(syntax, token + 1, end, 3);
        // "Six were hurt, two critically."
        let degree = page.word(token).ends_with("ly")
            && page.kind(token + 1) == Some(TokenKind::Punctuation)
            && token == group.tokens.end;
        if degree {
            break;
        }
        let joins = page.is(token, Classes::CONJUNCTION)
            && run.head == Head::Thing
            && person_ahead(syntax, token + 1, end, 2)
            && modifier.is_some();
        let quantifier = plays(page, token, HedgeRoles::MORE.with(HedgeRoles::DESCRIBING));
        if !quantifier
            && !modifying_adverb
            && !joins
            && page.is(token, ENDS)
            && !(page.has(token, Flags::ALL_CAPS))
        {
            break;
        }
        if page.is(token, Classes::TIME) && !person_ahead(syntax, token + 1, end, 2) {
            if page.is(token, Classes::TIME_UNIT) {
                run.head = Head::Thing;
                run.end = token + 1;
            }
            break;
        }
        if page.is(token, Classes::VERB)
            && !page.is(token, Classes::ALSO_NOUN.with(Classes::ALSO_ADJECTIVE))
            && !person_ahead(syntax, token + 1, end, 4)
        {
            break;
        }
        token += 1;
        run.end = token;
        run.head = Head::Thing;
    }
    // "wounded 12 more": no noun at all.
    let counting = |token: usize| plays(page, token, HedgeRoles::MORE);
    if run.head == Head::Thing && run.end > start && (start..run.end).all(counting) {
        run.head = Head::Elided;
    }
    // An unknown noun that looks like people.
    if run.head == Head::Thing && run.end > start && !one {
        let last = run.end - 1;
        let known = person(page, last).is_some()
            || page.is(
                last,
                Classes::PLACE
                    .with(Classes::EQUIPMENT)
                    .with(Classes::TIME)
                    .with(Classes::ORGANIZATION),
            );
        if !known && looks_like_people(page.word(last)) {
            run.head = Head::Likely;
            run.category = settle(Category::Other, modifier);
        }
    }
    run
}

/// The name of a party or an armed group right before the head: "40 [Karen] fighters", "two [Red Dawn] members".
fn group_name(
    page: &Page<'_, '_>,
    start: usize,
    head: usize,
    category: Category,
) -> Option<TokenRange> {
    // Where the head has a capital as well, it is a title.
    let belongs = category == Category::Militant || plays(page, head, HedgeRoles::BELONGING);
    if !belongs || page.has(head, Flags::CAPITALISED) {
        return None;
    }
    let named = (start..head)
        .rev()
        .take_while(|&token| names_group(page, token) && person(page, token).is_none());
    named.last().map(|first| first..head)
}
