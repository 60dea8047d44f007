//! Counted people: "at least 12 of its soldiers", "a police officer", "101 others", and the bare "30". A group is a number
//! with the noun phrase behind it; whether anything became of the people is told by `claims/casualties`.

use crate::extraction::{Category, Count, Precision};
use crate::lexicon::entries::bodies::{BodyKind, PlaceKind};
use crate::lexicon::entries::figures::NumberKind;
use crate::lexicon::entries::people::RoleKind;
use crate::lexicon::{Classes, Entry, Meaning, Slot};
use crate::mentions::numbers::{self, Number};
use crate::text::{Flags, Page, TokenKind, TokenRange};

/// A counted noun phrase.
#[derive(Clone, Debug)]
pub(crate) struct Group<'l> {
    /// The number with its hedges; the article of "a soldier".
    pub number: TokenRange,
    pub core: TokenRange,
    pub count: Count,
    pub kind: NumberKind,
    /// Counted by "a", "an" or "another".
    pub article: bool,
    /// From the determiner before the number to the head.
    pub tokens: TokenRange,
    pub head: Head,
    /// The phrase without the number; none where it is left out.
    pub victims: Option<TokenRange>,
    pub category: Category,
    pub side: Option<&'l str>,
    /// "its", "their": whose they are is told by the source.
    pub possessive: Option<usize>,
    /// An outcome word inside: "100 wounded people", "five of the dead", "5,193 murders".
    pub outcome: Option<usize>,
    /// "of them", "of whom", "of the dead": part of people named before.
    pub partitive: bool,
    /// "a couple": two by one word.
    pub couple: bool,
}

/// How far the noun tells that the group is people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// soldiers, Norwegians, others
    Person,
    /// No dictionary has it, but it looks like people: "beekeepers".
    Likely,
    /// There is no noun: "killing seven".
    Elided,
    /// "three deaths": the outcome word itself is the noun.
    Outcome,
    /// goals, houses, an unknown noun
    Thing,
}

impl Group<'_> {
    pub(crate) fn is_one(&self) -> bool {
        self.count.low == 1 && self.count.high == Some(1)
    }

    pub(crate) fn is_people(&self) -> bool {
        matches!(self.head, Head::Person | Head::Likely)
    }
}

/// What a dictionary says of the person noun that starts at a token.
#[derive(Clone, Copy, Debug)]
struct Noun<'l> {
    end: usize,
    category: Option<Category>,
    plural: bool,
    /// "police", "troops": no plural of its own.
    mass: bool,
    /// The armed side that it names.
    side: Option<&'l str>,
}

/// The group of a number; `end` is the sentence's end.
pub(crate) fn read<'l>(page: &Page<'_, 'l>, number: &Number, end: usize) -> Group<'l> {
    let mut start = number.tokens.start;
    let floor = start.saturating_sub(2);
    while start > floor && start > 0 && leads(page, start - 1) {
        start -= 1;
    }
    let mut group = Group {
        number: number.tokens.clone(),
        core: number.core.clone(),
        count: number.count,
        kind: number.kind,
        article: false,
        tokens: start..number.tokens.end,
        head: Head::Elided,
        victims: None,
        category: Category::Unspecified,
        side: None,
        possessive: (start..number.tokens.start).find(|&token| owner(page, token)),
        outcome: None,
        partitive: false,
        couple: false,
    };
    phrase(page, &mut group, end);
    // "twelve people or more"
    if group.head == Head::Person && group.count.precision == Precision::Exact {
        if let Some((behind, precision)) = numbers::hedge_behind(page, group.tokens.end) {
            group.count = numbers::bounded(group.count.low, precision);
            group.tokens.end = behind;
        }
    }
    group
}

/// The group of one that "a", "an" or "another" counts: "a soldier", "a fourth", "another".
pub(crate) fn read_article<'l>(
    page: &Page<'_, 'l>,
    article: usize,
    end: usize,
) -> Option<Group<'l>> {
    let another = page.reads(article, "another");
    let mut number = article..article + 1;
    // "a fourth was wounded", "a second soldier"
    let ordinal = !another && is_ordinal(page, article + 1);
    if ordinal {
        number.end += 1;
    }
    let mut group = Group {
        core: article..article + 1,
        count: Count {
            low: 1,
            high: Some(1),
            precision: Precision::Exact,
        },
        kind: NumberKind::Cardinal,
        article: true,
        tokens: number.clone(),
        number,
        head: Head::Elided,
        victims: None,
        category: Category::Unspecified,
        side: None,
        possessive: None,
        outcome: None,
        partitive: false,
        couple: false,
    };
    phrase(page, &mut group, end);
    let last = group.tokens.end - 1;
    if group.head == Head::Person && page.reads(last, "couple") {
        group.couple = true;
        group.count.low = 2;
        group.count.high = Some(2);
    }
    match group.head {
        Head::Person | Head::Outcome => Some(group),
        Head::Elided if another || ordinal => Some(group),
        _ => None,
    }
}

fn is_ordinal(page: &Page<'_, '_>, token: usize) -> bool {
    page.has(token, Flags::ORDINAL)
        || page.is(token, Classes::NUMBER)
            && page.entries(token).any(|(entry, _)| {
                matches!(entry.meaning, Meaning::Number(word) if word.kind == NumberKind::Ordinal)
            })
}

/// A determiner before a number: "the three soldiers", "its 12 men".
fn leads(page: &Page<'_, '_>, token: usize) -> bool {
    page.is(token, Classes::POSSESSIVE.with(Classes::DETERMINER))
        && !page.is(
            token,
            Classes::NEGATION
                .with(Classes::RELATIVE)
                .with(Classes::INTERROGATIVE),
        )
        && !matches!(page.word(token), "a" | "an" | "A" | "An")
}

fn owner(page: &Page<'_, '_>, token: usize) -> bool {
    page.is(token, Classes::POSSESSIVE)
}

/// Words that end a noun phrase wherever they stand.
const ENDS: Classes = Classes::PREPOSITION
    .with(Classes::CONJUNCTION)
    .with(Classes::SUBORDINATOR)
    .with(Classes::RELATIVE)
    .with(Classes::AUXILIARY)
    .with(Classes::MODAL)
    .with(Classes::NEGATION)
    .with(Classes::THAT)
    .with(Classes::PRONOUN)
    .with(Classes::DETERMINER)
    .with(Classes::INFINITIVE_TO)
    .with(Classes::ADVERB);

/// Reads what stands behind the number: head, modifiers, "of" phrase.
fn phrase<'l>(page: &Page<'_, 'l>, group: &mut Group<'l>, end: usize) {
    let mut position = group.tokens.end;
    let mut from = position;
    if page.reads(position, "of") {
        from = position + 1;
        position = from;
        let mut parts = 0;
        while position < end && parts < 4 {
            let determiner = page.is(position, Classes::DETERMINER.with(Classes::POSSESSIVE))
                || page.is(position, Classes::NUMBER)
                || page.kind(position) == Some(TokenKind::Number)
                || page.reads(position, "all")
                || page.reads(position, "those");
            if !determiner {
                break;
            }
            if owner(page, position) {
                group.possessive = Some(position);
            }
            group.partitive |= !page.is(position, Classes::POSSESSIVE);
            if page.reads(position, "the") || page.reads(position, "those") {
                from = position + 1;
            }
            position += 1;
            parts += 1;
        }
        let pronoun = ["them", "whom", "these", "us", "which", "those"]
            .into_iter()
            .any(|word| page.reads(position, word));
        if pronoun {
            group.partitive = true;
            group.tokens.end = position + 1;
            // "two of them children"
            if let Some(noun) = person(page, position + 1).filter(|noun| noun.end <= end) {
                if let Some(category) = noun.category {
                    group.category = category;
                    group.victims = Some(position + 1..noun.end);
                }
            }
            return;
        }
    }
    let run = run(page, position, end, group);
    if run.end == position {
        let inside = position > group.tokens.end;
        match run.outcome {
            // "five of the dead"
            Some(outcome) if inside => {
                group.outcome = Some(outcome);
                group.partitive = true;
                group.tokens.end = outcome + 1;
            }
            // "two of the …": what follows is not readable as people.
            None if inside => group.head = Head::Thing,
            _ => {}
        }
        return;
    }
    group.tokens.end = run.end;
    group.outcome = run.outcome;
    group.head = run.head;
    if run.head == Head::Outcome {
        let before = from..run.outcome.unwrap_or(from);
        // "72 hostages" are people by themselves, "three deaths" are not.
        let people = run
            .outcome
            .is_some_and(|token| page.is(token, Classes::VICTIM));
        if people {
            group.victims = Some(from..run.end);
        } else if !before.is_empty() && !group.partitive {
            group.victims = Some(before);
        }
    } else if run.head != Head::Elided {
        group.victims = Some(from..run.end);
    }
    group.category = run.category;
    group.side = run.side;
    if matches!(group.head, Head::Person) {
        complement(page, group, end);
    }
}

/// What a run of words behind a number was found to be.
#[derive(Debug)]
struct Run<'l> {
    end: usize,
    head: Head,
    category: Category,
    side: Option<&'l str>,
    outcome: Option<usize>,
}

/// Walks over modifiers to the head: "three Afghan special forces soldiers", "two suspected bombers".
fn run<'l>(page: &Page<'_, 'l>, start: usize, end: usize, group: &Group<'l>) -> Run<'l> {
    let one = group.is_one() || group.kind == NumberKind::Ordinal;
    let mut run = Run {
        end: start,
        head: Head::Elided,
        category: Category::Unspecified,
        side: None,
        outcome: None,
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
                if run.head != Head::Person && person_ahead(page, token + 1, end, 4) =>
            {
                token += 1;
                continue;
            }
            // "three Israeli-backed army's soldiers"
            Some(TokenKind::Clitic) if run.head == Head::Thing || run.head == Head::Person => {
                if person_ahead(page, token + 1, end, 3) {
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
        if page.has(token, Flags::HYPHENATED) && person_ahead(page, token + 1, end, 3) {
            if let Some(side) = linked(page, token) {
                run.side = Some(side);
                modifier = Some(Category::Militant);
            }
        }
        if let Some(side) = place(page, token) {
            run.side = run.side.or(Some(side.0));
            let alone = !modifies_noun(page, side.1, end) && !page.reads(side.1, "mine");
            let demonym_head =
                side.2 && (!one && side.3 || one && alone) && !person_ahead(page, side.1, end, 3);
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
        if let Some(outcome) = outcome_noun(page, token) {
            // "three deaths", "72 hostages", "no civilian casualties"; not "two hostage negotiators"
            let compound = page.entries(token).any(|(_, slot)| slot == Slot::Headword)
                && (person_ahead(page, token + 1, end, 1) || modifies_noun(page, token + 1, end));
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
                run.end = outcome + 1;
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
        let ordinary = ["other", "more", "fellow", "additional"]
            .into_iter()
            .any(|word| page.reads(token, word));
        if ordinary
            && (person_ahead(page, token + 1, end, 4) || page.is(token + 1, Classes::DEMONYM))
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
                    && person_ahead(page, noun.end + 1, end, 3)
                || (one || !noun.plural || noun.mass) && modifies_noun(page, noun.end, end);
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
            if let Some(outcome) = outcome_noun(page, token) {
                run.outcome = Some(outcome);
                run.head = Head::Outcome;
                run.end = outcome + 1;
            }
            break;
        }
        if page.is(token, Classes::OUTCOME) {
            // "100 wounded people" goes on, "27 wounded" ends here.
            let attributive = run.head != Head::Person
                && person_ahead(page, token + 1, end, 3)
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
            && person_ahead(page, token + 1, end, 3);
        let joins = page.is(token, Classes::CONJUNCTION)
            && run.head == Head::Thing
            && person_ahead(page, token + 1, end, 2)
            && modifier.is_some();
        let quantifier = [
            "other",
            "more",
            "such",
            "first",
            "last",
            "so-called",
            "additional",
            "alleged",
            "young",
            "old",
            "senior",
            "further",
        ]
        .into_iter()
        .any(|word| page.reads(token, word));
        if !quantifier
            && !modifying_adverb
            && !joins
            && page.is(token, ENDS)
            && !(page.has(token, Flags::ALL_CAPS))
        {
            break;
        }
        if page.is(token, Classes::TIME) && !person_ahead(page, token + 1, end, 2) {
            if page.is(token, Classes::TIME_UNIT) {
                run.head = Head::Thing;
                run.end = token + 1;
            }
            break;
        }
        if page.is(token, Classes::VERB)
            && !page.is(token, Classes::ALSO_NOUN.with(Classes::ALSO_ADJECTIVE))
            && !person_ahead(page, token + 1, end, 4)
        {
            break;
        }
        token += 1;
        run.end = token;
        run.head = Head::Thing;
    }
    // "wounded 12 more": no noun at all.
    let counting = |token: usize| {
        ["more", "other", "additional"]
            .into_iter()
            .any(|word| page.reads(token, word))
    };
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

/// Whether the word behind a singular or a mass noun makes that noun a modifier: "a police station", "three army trucks".
fn modifies_noun(page: &Page<'_, '_>, token: usize, end: usize) -> bool {
    token < end
        && page.kind(token) == Some(TokenKind::Word)
        && !page.is(token, ENDS.with(Classes::OUTCOME).with(Classes::TIME))
        && (!page.is(token, Classes::VERB)
            || person_ahead(page, token + 1, end, 1)
            || page.is(token, Classes::ALSO_NOUN) && !page.is(token, Classes::PAST))
        && !page.has(token, Flags::CAPITALISED)
}

/// Endings that name people where the dictionaries have no word: "beekeepers", "violinists", "Angolans".
fn looks_like_people(word: &str) -> bool {
    ["ers", "ors", "ists", "men", "women", "ees", "ians"]
        .into_iter()
        .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
}

/// Whether a person noun stands among the next words, with nothing between that ends a noun phrase.
fn person_ahead(page: &Page<'_, '_>, start: usize, end: usize, reach: usize) -> bool {
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
        let adverb = page.is(token, Classes::ADVERB) && page.word(token).ends_with("ly");
        if page.is(token, ENDS) && !adverb && !page.has(token, Flags::ALL_CAPS) {
            return false;
        }
        if page.is(token, Classes::OUTCOME) && token > start {
            return false;
        }
    }
    false
}

/// The person noun that starts at a token, the longest that the dictionaries have.
fn person<'l>(page: &Page<'_, 'l>, token: usize) -> Option<Noun<'l>> {
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

fn noun<'l>(entries: impl Iterator<Item = (&'l Entry, Slot)>, end: usize) -> Option<Noun<'l>> {
    let (mut victim, mut role, mut plural, mut singular) = (None, None, false, false);
    for (entry, slot) in entries {
        match &entry.meaning {
            Meaning::Victim(word) => {
                // Where a word is in the list twice, people win over things.
                let better = victim.is_none_or(|(known, _): (Option<Category>, _)| known.is_none());
                if better {
                    let side = word.names_side.then_some(entry.lemma.as_str());
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
        mass: plural && singular || side.is_some(),
        side,
    })
}

/// The country or people that a token names: its name, where it ends, whether it is a demonym, whether that is plural.
fn place<'l>(page: &Page<'_, 'l>, token: usize) -> Option<(&'l str, usize, bool, bool)> {
    let first = page.tokens.get(token)?;
    let named =
        |entry: &'l Entry| matches!(entry.meaning, Meaning::Place(kind) if kind != PlaceKind::City);
    if first.phrase.is_some()
        && page
            .phrase_classes(token)
            .any(Classes::PLACE.with(Classes::DEMONYM))
    {
        if let Some((range, mut entries)) = page.phrase(token) {
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
fn linked<'l>(page: &Page<'_, 'l>, token: usize) -> Option<&'l str> {
    let (name, link) = page.word(token).rsplit_once('-')?;
    if !matches!(link, "linked" | "affiliated" | "aligned") {
        return None;
    }
    let hit = page.lexicon.lookup(name)?;
    page.lexicon
        .entries(hit.pattern, name)
        .find_map(|(entry, _)| match entry.meaning {
            Meaning::Victim(word) if word.names_side => Some(entry.lemma.as_str()),
            _ => None,
        })
}

/// The outcome word that is the noun itself: "three deaths", "72 hostages".
fn outcome_noun(page: &Page<'_, '_>, token: usize) -> Option<usize> {
    use crate::lexicon::entries::figures::{OutcomeCondition, OutcomePart};
    if !page.is(token, Classes::OUTCOME) {
        return None;
    }
    page.entries(token)
        .any(|(entry, _)| {
            matches!(entry.meaning, Meaning::Outcome(word) if word.part == OutcomePart::Noun
                && matches!(word.condition, OutcomeCondition::None | OutcomeCondition::Found | OutcomeCondition::Lives | OutcomeCondition::Borne))
        })
        .then_some(token)
}

/// "members of the security forces", "supporters of Hamas": the noun behind "of" tells what they are.
fn complement<'l>(page: &Page<'_, 'l>, group: &mut Group<'l>, end: usize) {
    let head = group.tokens.end;
    if !page.reads(head, "of") || !matches!(group.category, Category::Other | Category::Unspecified)
    {
        return;
    }
    let mut last = None;
    for token in head + 1..end.min(head + 9) {
        if !matches!(page.kind(token), Some(TokenKind::Word | TokenKind::Clitic)) {
            break;
        }
        if page.is(
            token,
            Classes::PREPOSITION
                .with(Classes::CONJUNCTION)
                .with(Classes::AUXILIARY)
                .with(Classes::RELATIVE),
        ) {
            break;
        }
        if page.is(token, Classes::OUTCOME) && !page.is(token, Classes::VICTIM) {
            break;
        }
        if let Some(noun) = person(page, token).filter(|noun| noun.category.is_some()) {
            if group.side.is_none() {
                group.side = noun.side;
            }
            if let Some(category) = noun.category.filter(|category| *category != Category::Unspecified && *category != Category::Child) {
                group.category = settle(group.category, Some(category));
            }
            last = Some(noun.end);
        } else if let Some((side, after, _, _)) = place(page, token) {
            group.side = group.side.or(Some(side));
            last = Some(after);
        } else if page.has(token, Flags::CAPITALISED)
            || page.entries(token).any(|(entry, _)| matches!(entry.meaning, Meaning::Organization(body) if body.kind == BodyKind::Group))
        {
            last = Some(token + 1);
        }
    }
    if let Some(mut last) = last {
        // "the Islamic Resistance Movement (Hamas)"
        if page.word(last) == "(" && page.word(last + 2) == ")" && last + 2 < end {
            let named = person(page, last + 1).and_then(|noun| noun.side);
            if let Some(side) = named {
                group.side = Some(side);
                group.category = settle(group.category, Some(Category::Militant));
                last += 3;
            }
        }
        group.tokens.end = last;
        if let Some(victims) = &mut group.victims {
            victims.end = last;
        }
    }
}

/// The category of a head with a modifier before it: "police recruits" are police, "rebel children" are children.
fn settle(head: Category, modifier: Option<Category>) -> Category {
    match (head, modifier) {
        (Category::Other | Category::Unspecified, Some(modifier))
            if !matches!(modifier, Category::Other | Category::Unspecified) =>
        {
            modifier
        }
        // "rebel soldiers"
        (Category::Military, Some(Category::Militant)) => Category::Militant,
        _ => head,
    }
}

fn stronger(first: Option<Category>, second: Category) -> Category {
    match first {
        Some(first) if !matches!(first, Category::Other | Category::Unspecified) => first,
        _ => second,
    }
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
                Meaning::Place(kind) if kind != PlaceKind::City => Some(entry.lemma.as_str()),
                Meaning::Victim(word) if word.names_side => Some(entry.lemma.as_str()),
                _ => None,
            })
    };
    lookup(name).or_else(|| {
        name.split([' ', '\'', '\u{2019}'])
            .filter(|word| !word.is_empty())
            .find_map(lookup)
    })
}
