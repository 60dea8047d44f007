//! Nouns for people and for what is counted like them, and the sides that they name.

use crate::extraction::Category;
use crate::lexicon::entries::bodies::{BodyKind, PlaceKind};
use crate::lexicon::entries::figures::{HedgeRoles, OutcomeCondition, OutcomePart};
use crate::lexicon::entries::people::RoleKind;
use crate::lexicon::{Classes, Entry, Meaning, Slot};
use crate::measures::numbers::plays_part;
use crate::syntax::{Syntax, Tag};
use crate::text::{Flags, Page, TokenKind};

use super::group::ends;

/// What a dictionary says of the person noun that starts at a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noun<'l> {
    pub(super) end: usize,
    pub(super) category: Option<Category>,
    pub(super) plural: bool,
    /// "police", "troops": no plural of its own.
    pub(super) mass: bool,
    /// The armed side that it names.
    pub(super) side: Option<&'l str>,
}

/// The person noun that starts at a token, the longest that the dictionaries have.
pub(super) fn person<'l>(page: &Page<'_, 'l>, token: usize) -> Option<Noun<'l>> {
    let first = page.tokens.get(token)?;
    const PEOPLE: Classes = Classes::VICTIM.with(Classes::ROLE);
    if first.phrase.is_some() && page.phrase_classes(token).any(PEOPLE) {
        if let Some((range, entries)) = page.phrase(token) {
            if let Some(noun) = noun(entries, range.end) {
                return Some(noun);
            }
        }
    }
    if !first.is(PEOPLE) {
        return None;
    }
    // "Turkey" is no bird.
    let noun = noun(page.entries(token), token + 1)?;
    (noun.category.is_some() || !first.is(Classes::PLACE)).then_some(noun)
}

pub(super) fn noun<'l>(
    entries: impl Iterator<Item = (&'l Entry, Slot)>,
    end: usize,
) -> Option<Noun<'l>> {
    let (mut victim, mut role, mut plural, mut singular) = (None, None, false, false);
    let mut armed = false;
    for (entry, slot) in entries {
        match &entry.meaning {
            Meaning::Victim(word) => {
                // Where a word is in the list twice, people win over things.
                let better = victim.is_none_or(|(known, _): (Option<Category>, _)| known.is_none());
                if better {
                    let side = word.names_side.then_some(&*entry.lemma);
                    armed = word.names_side && !word.people;
                    victim = Some((word.category, side));
                }
            }
            Meaning::Role(word) if word.kind != RoleKind::Group => {
                role = Some(match word.kind {
                    RoleKind::Military => Category::Military,
                    RoleKind::Police => Category::Police,
                    _ => Category::Other,
                });
            }
            _ => continue,
        }
        plural |= slot == Slot::Plural;
        singular |= slot == Slot::Headword;
    }
    let (category, side) = match (victim, role) {
        (Some((category, side)), _) => (category, side),
        (None, Some(role)) => (Some(role), None),
        (None, None) => return None,
    };
    Some(Noun {
        end,
        category,
        plural,
        mass: plural && singular || armed,
        side,
    })
}

/// The country or people that a token names: its name, where it ends, whether it is a demonym, whether that is plural.
pub(super) fn place<'l>(page: &Page<'_, 'l>, token: usize) -> Option<(&'l str, usize, bool, bool)> {
    let first = page.tokens.get(token)?;
    // "40 Tamils": a people is no province.
    let people = |entry: &Entry| matches!(entry.meaning, Meaning::Victim(word) if word.people);
    if first.is(Classes::VICTIM) && page.entries(token).any(|(entry, _)| people(entry)) {
        return None;
    }
    let named =
        |entry: &'l Entry| matches!(entry.meaning, Meaning::Place(kind) if kind != PlaceKind::City);
    if first.phrase.is_some()
        && page
            .phrase_classes(token)
            .any(Classes::PLACE.with(Classes::DEMONYM))
    {
        if let Some((range, mut entries)) = page.phrase(token) {
            if page.phrase(token)?.1.any(|(entry, _)| people(entry)) {
                return None;
            }
            if let Some((entry, slot)) = entries.find(|(entry, _)| named(entry)) {
                let demonym = slot == Slot::Demonym;
                return Some((
                    &entry.lemma,
                    range.end,
                    demonym,
                    page.printed(&range).ends_with('s'),
                ));
            }
        }
    }
    // "US-led", "Israeli-backed": the troops are not theirs
    if !first.is(Classes::PLACE.with(Classes::DEMONYM)) {
        return None;
    }
    let (entry, slot) = page.entries(token).find(|(entry, _)| named(entry))?;
    let demonym = slot == Slot::Demonym;
    let word = page.word(token);
    let plural = word.ends_with('s') || word.ends_with("ese") || word.ends_with("men");
    Some((&entry.lemma, token + 1, demonym, plural))
}

/// The armed side in "Hamas-linked", "Taliban-affiliated".
pub(super) fn linked<'l>(page: &Page<'_, 'l>, token: usize) -> Option<&'l str> {
    let (name, link) = page.word(token).rsplit_once('-')?;
    let tie = page.lexicon.lookup(link)?;
    let mut ties = page.lexicon.entries(tie.pattern, link);
    if !ties.any(|(entry, _)| plays_part(entry, HedgeRoles::TIED)) {
        return None;
    }
    let hit = page.lexicon.lookup(name)?;
    page.lexicon
        .entries(hit.pattern, name)
        .find_map(|(entry, _)| match entry.meaning {
            Meaning::Victim(word) if word.names_side => Some(&*entry.lemma),
            _ => None,
        })
}

/// Where the outcome word ends that is the noun itself: "three deaths", "72 hostages".
pub(super) fn outcome_noun(page: &Page<'_, '_>, token: usize) -> Option<usize> {
    let phrase = page
        .tokens
        .get(token)
        .is_some_and(|found| found.phrase.is_some())
        && page.phrase_classes(token).any(Classes::OUTCOME);
    if phrase {
        // "prisoners of war"; of "hostages" and the like the word by itself
        if let Some((range, mut entries)) = page.phrase(token) {
            if entries.any(|(entry, _)| counts_itself(&entry.meaning))
                && !page.reads(range.end.wrapping_sub(1), "of")
            {
                return Some(range.end);
            }
        }
    }
    if !page.is(token, Classes::OUTCOME) {
        return None;
    }
    page.entries(token)
        .any(|(entry, _)| counts_itself(&entry.meaning))
        .then_some(token + 1)
}

/// Whether an outcome noun can follow its number: "12 deaths", not "12 toll".
pub(super) fn counts_itself(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Outcome(word) if word.part == OutcomePart::Noun
        && matches!(word.condition, OutcomeCondition::None
            | OutcomeCondition::Found | OutcomeCondition::Lives | OutcomeCondition::Borne
            | OutcomeCondition::Beside))
}

/// Endings that name people where the dictionaries have no word: "beekeepers", "violinists", "Angolans".
pub(super) fn looks_like_people(word: &str) -> bool {
    ["ers", "ors", "ists", "men", "women", "ees", "ians"]
        .into_iter()
        .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
}

/// Whether a person noun stands among the next words, with nothing between that ends a noun phrase.
pub(super) fn person_ahead(
    syntax: &Syntax<'_, '_, '_>,
    start: usize,
    end: usize,
    reach: usize,
) -> bool {
    let page = syntax.page;
    for token in start..end.min(start + reach) {
        match page.kind(token) {
            Some(TokenKind::Mark | TokenKind::Clitic) => continue,
            Some(TokenKind::Word) => {}
            _ => return false,
        }
        if person(page, token).is_some_and(|noun| noun.category.is_some()) {
            return true;
        }
        if page.is(token, Classes::DEMONYM) {
            continue;
        }
        let adverb = syntax.tag(token) == Tag::Adverb && page.word(token).ends_with("ly");
        if ends(syntax, token) && !adverb {
            return false;
        }
        if page.is(token, Classes::OUTCOME) && token > start {
            return false;
        }
    }
    false
}

/// Whether the word behind a singular or a mass noun makes that noun a modifier: "a police station", "three army trucks".
pub(super) fn modifies_noun(syntax: &Syntax<'_, '_, '_>, token: usize, end: usize) -> bool {
    let page = syntax.page;
    token < end
        && page.kind(token) == Some(TokenKind::Word)
        && !ends(syntax, token)
        && !page.is(token, Classes::OUTCOME.with(Classes::TIME))
        && (!syntax.tag(token).is_verb() || person_ahead(syntax, token + 1, end, 1))
        && !page.has(token, Flags::CAPITALISED)
}

/// Whether a word can be part of the name of a party or an armed group that no dictionary has: "two [Red Dawn] members".
pub(super) fn names_group(page: &Page<'_, '_>, token: usize) -> bool {
    const OTHER: Classes = Classes::TITLE
        .with(Classes::DOCUMENT)
        .with(Classes::PLACE)
        .with(Classes::DEMONYM)
        .with(Classes::WEEKDAY)
        .with(Classes::MONTH)
        .with(Classes::OUTCOME)
        .with(Classes::NUMBER);
    // "two Senate members" are of a house, "12 Islamist fighters" of a faith.
    let house = page.entries(token).any(|(entry, _)| {
        matches!(entry.meaning, Meaning::Organization(body) if body.kind == BodyKind::Government)
    });
    let word = page.word(token);
    page.kind(token) == Some(TokenKind::Word)
        && page.has(token, Flags::CAPITALISED)
        && !page.is(token, OTHER)
        && !house
        && !word.ends_with("ist")
        && !word.ends_with("ic")
}

/// What kind of people the noun at a token names.
pub(crate) fn category_at(page: &Page<'_, '_>, token: usize) -> Option<Category> {
    person(page, token)?.category
}

/// The country, people or armed side that the word or phrase at a token names.
pub(crate) fn side_at<'l>(page: &Page<'_, 'l>, token: usize) -> Option<&'l str> {
    place(page, token)
        .map(|(name, ..)| name)
        .or_else(|| person(page, token).and_then(|noun| noun.side))
}

/// The same in a name that stands elsewhere: "Ministry of Defence of Norway".
pub(crate) fn side_in<'l>(page: &Page<'_, 'l>, name: &str) -> Option<&'l str> {
    let lookup = |name: &str| {
        let hit = page.lexicon.lookup(name)?;
        page.lexicon
            .entries(hit.pattern, name)
            .find_map(|(entry, _)| match entry.meaning {
                Meaning::Place(kind) if kind != PlaceKind::City => Some(&*entry.lemma),
                Meaning::Victim(word) if word.names_side => Some(&*entry.lemma),
                _ => None,
            })
    };
    lookup(name).or_else(|| {
        name.split([' ', '\'', '\u{2019}'])
            .filter(|word| !word.is_empty())
            .find_map(lookup)
    })
}
