//! The words behind a number: modifiers and head.

use crate::extraction::Category;
use crate::lexicon::entries::figures::{HedgeRoles, NumberKind};
use crate::lexicon::{Classes, Meaning, Slot};
use crate::measures::numbers::plays;
use crate::syntax::{Syntax, Tag};
use crate::text::{Flags, Page, TokenKind, TokenRange};

use super::group::{Group, Head, ends, settle, stronger};
use super::nouns::{
    Noun, linked, looks_like_people, modifies_noun, names_group, outcome_noun, person,
    person_ahead, place,
};

/// The most words of a noun phrase: "three former Danish special forces soldiers" has six.
const LONGEST: usize = 12;

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
    let mut walk = Walk {
        syntax,
        group,
        one: group.is_one() || group.kind == NumberKind::Ordinal,
        start,
        end,
        run: Run {
            end: start,
            head: Head::Elided,
            category: Category::Unspecified,
            side: None,
            outcome: None,
            name: None,
        },
        modifier: None,
    };
    let mut token = start;
    for _ in 0..LONGEST {
        match walk.step(token) {
            Some(next) if token < end => token = next,
            _ => break,
        }
    }
    walk.finish()
}

/// The way from a number to its head.
struct Walk<'s, 'p, 't, 'l> {
    syntax: &'s Syntax<'p, 't, 'l>,
    group: &'s Group<'l>,
    /// The number wants a singular.
    one: bool,
    start: usize,
    end: usize,
    run: Run<'l>,
    /// What the modifiers tell of the people: "two [police] recruits".
    modifier: Option<Category>,
}

impl<'l> Walk<'_, '_, '_, 'l> {
    /// Reads what stands at a token, and tells where to go on; nowhere if the phrase ends.
    fn step(&mut self, token: usize) -> Option<usize> {
        if token >= self.end {
            return None;
        }
        let page = self.syntax.page;
        if page.kind(token) != Some(TokenKind::Word) {
            return self.mark(token);
        }
        // "a Hamas-linked militant"
        if page.has(token, Flags::HYPHENATED) && self.person_ahead(token + 1, 3) {
            if let Some(side) = linked(page, token) {
                self.run.side = Some(side);
                self.modifier = Some(Category::Militant);
            }
        }
        if let Some((side, behind, demonym, plural)) = place(page, token) {
            self.run.side = self.run.side.or(Some(side));
            return self.country(behind, demonym, plural);
        }
        if let Some(behind) = outcome_noun(page, token) {
            if let Some(head) = self.outcome(token, behind) {
                self.run.head = head;
                return None;
            }
        }
        // "three other Americans", "two more soldiers"
        if plays(page, token, HedgeRoles::MORE)
            && (self.person_ahead(token + 1, 4) || page.is(token + 1, Classes::DEMONYM))
        {
            return self.pass(token + 1);
        }
        if let Some(noun) = person(page, token) {
            return match noun.category {
                Some(category) => self.people(token, noun, category),
                None => self.thing(noun),
            };
        }
        if page.is(token, Classes::OUTCOME) {
            // "100 wounded people" goes on, "27 wounded" ends here.
            if self.run.head != Head::Person && self.person_ahead(token + 1, 3) {
                self.run.outcome = self.run.outcome.or(Some(token));
                return self.pass(token + 1);
            }
            if token == self.start {
                self.run.outcome = Some(token);
            }
            return None;
        }
        self.modifies(token).then(|| self.pass(token + 1))?
    }

    /// Takes what stands before `behind` for a modifier.
    fn pass(&mut self, behind: usize) -> Option<usize> {
        self.run.head = Head::Thing;
        self.run.end = behind;
        Some(behind)
    }

    fn person_ahead(&self, from: usize, reach: usize) -> bool {
        person_ahead(self.syntax, from, self.end, reach)
    }

    /// What is no word and does not end the phrase.
    fn mark(&mut self, token: usize) -> Option<usize> {
        let page = self.syntax.page;
        let goes_on = match page.kind(token) {
            // 10 "suspected terrorists"; tens of "invaders"
            Some(TokenKind::Mark) => {
                self.run.head != Head::Person && self.person_ahead(token + 1, 4)
            }
            // "three Israeli-backed army's soldiers"
            Some(TokenKind::Clitic) if matches!(self.run.head, Head::Thing | Head::Person) => {
                let owner = self.person_ahead(token + 1, 3);
                if owner {
                    self.run.head = Head::Thing;
                }
                owner
            }
            // "two young, unarmed men"
            Some(TokenKind::Punctuation) => {
                page.word(token) == ","
                    && self.run.head == Head::Thing
                    && person(page, token + 2).is_some()
                    && !ends(self.syntax, token + 1)
                    && person(page, token + 1).is_none()
            }
            _ => false,
        };
        goes_on.then_some(token + 1)
    }

    /// "two Danish soldiers", "two Danes"
    fn country(&mut self, behind: usize, demonym: bool, plural: bool) -> Option<usize> {
        let alone =
            !modifies_noun(self.syntax, behind, self.end) && !self.syntax.reads(behind, "mine");
        let number = if self.one { alone } else { plural };
        self.pass(behind);
        if demonym && number && !self.person_ahead(behind, 3) {
            self.run.head = Head::Person;
            self.run.category = self.modifier.unwrap_or(Category::Unspecified);
            return None;
        }
        Some(behind)
    }

    /// What the outcome word at a token makes of the phrase: "three deaths", "72 hostages", "no civilian casualties"; not
    /// "two hostage negotiators".
    fn outcome(&mut self, token: usize, behind: usize) -> Option<Head> {
        let page = self.syntax.page;
        let headword = |(_, slot): &(_, Slot)| *slot == Slot::Headword;
        // "the 2004 death": a number wants a plural.
        let plural = page.entries(token).any(|(_, slot)| slot == Slot::Plural);
        let singular = page.entries(token).filter(headword).any(|(entry, _)| {
            matches!(entry.meaning, Meaning::Outcome(_)) && !entry.lemma.ends_with('s')
        });
        if singular && !plural && !self.one && self.group.kind != NumberKind::Zero {
            self.run.end = token + 1;
            return Some(Head::Thing);
        }
        let modifier = self.person_ahead(behind, 1) || modifies_noun(self.syntax, behind, self.end);
        if modifier && page.entries(token).any(|found| headword(&found)) {
            return None;
        }
        self.run.outcome = Some(token);
        self.run.end = behind;
        let victims = person(page, token).filter(|_| page.is(token, Classes::VICTIM));
        let own = victims.and_then(|noun| noun.category);
        self.run.category = settle(own.unwrap_or(Category::Unspecified), self.modifier);
        if self.run.category == Category::Unspecified {
            self.run.category = self.modifier.unwrap_or(Category::Unspecified);
        }
        Some(Head::Outcome)
    }

    /// A noun for a thing: the head, unless people follow ("two ship workers").
    fn thing(&mut self, noun: Noun<'l>) -> Option<usize> {
        self.run.side = noun.side.or(self.run.side);
        self.pass(noun.end);
        let people = self
            .following(noun)
            .is_some_and(|next| next.category.is_some());
        // "all four of the car's occupants"
        let owner = self.syntax.tag(noun.end) == Tag::Clitic;
        (people || owner).then_some(noun.end)
    }

    /// The person noun behind another one: of "12 tourists hostage", "40 people hostage" the second is not theirs.
    fn following(&self, noun: Noun<'l>) -> Option<Noun<'l>> {
        let page = self.syntax.page;
        let hostage = |next: &Noun<'l>| !next.plural && page.is(noun.end, Classes::OUTCOME);
        let counted = noun.plural && !self.one;
        person(page, noun.end).filter(|next| !counted || next.plural || noun.mass && !hostage(next))
    }

    /// A noun for people: the head, or a modifier of what follows.
    fn people(&mut self, token: usize, noun: Noun<'l>, category: Category) -> Option<usize> {
        let page = self.syntax.page;
        self.run.side = noun.side.or(self.run.side);
        // "no military or civilian deaths"
        let shared = self.syntax.tag(noun.end) == Tag::Conjunction
            && person(page, noun.end + 1)
                .is_some_and(|other| outcome_noun(page, other.end).is_some());
        self.run.head = Head::Thing;
        if shared {
            self.modifier = Some(stronger(self.modifier, category));
            return Some(noun.end);
        }
        // "a fact sheet lawmakers released": the plural begins another phrase.
        let of = self.start > self.group.tokens.end;
        if self.one && !of && noun.plural && !noun.mass && token > self.start {
            self.run.end = token;
            return None;
        }
        self.run.end = noun.end;
        if self.modifies_people(noun) {
            self.modifier = Some(stronger(self.modifier, category));
            return Some(noun.end);
        }
        self.run.category = settle(category, self.modifier);
        self.run.name = group_name(page, self.start, token, self.run.category);
        // "a troops": a mass noun is no single person, but "a police" is none either.
        let mass = self.one && noun.mass && noun.plural && self.group.article;
        // "a defendant's assets", but "a soldier's been killed"
        let behind = noun.end + 1;
        let next = self.syntax.tag(behind);
        let verb =
            next.is_verb() || next.is_auxiliary() || matches!(next, Tag::Adverb | Tag::Determiner);
        let owner = self.syntax.tag(noun.end) == Tag::Clitic
            && page.kind(behind) == Some(TokenKind::Word)
            && !page.is(behind, Classes::OUTCOME)
            && !verb;
        if !mass && !owner {
            self.run.head = Head::Person;
        }
        // "military or civilian deaths", "three civilian deaths"
        if let Some(behind) = outcome_noun(page, noun.end).filter(|_| !owner) {
            self.run.outcome = Some(noun.end);
            self.run.head = Head::Outcome;
            self.run.end = behind;
        }
        None
    }

    /// Whether a noun for people only tells what kind of people or thing follows: "two police recruits".
    fn modifies_people(&self, noun: Noun<'l>) -> bool {
        let next = self.following(noun);
        let next_person = next.is_some_and(|next| next.category.is_some());
        let next_thing = next.is_some_and(|next| next.category.is_none());
        let counted = noun.plural && !noun.mass && !self.one;
        let owner = self.syntax.page.kind(noun.end) == Some(TokenKind::Clitic)
            && self.person_ahead(noun.end + 1, 3);
        let modifies = next_thing || owner || modifies_noun(self.syntax, noun.end, self.end);
        next_person || !counted && modifies
    }

    /// Whether a word of no other kind is a modifier of what follows, or an unknown head.
    fn modifies(&self, token: usize) -> bool {
        let page = self.syntax.page;
        let tag = self.syntax.tag(token);
        let degree = tag == Tag::Adverb
            && page.kind(token + 1) == Some(TokenKind::Punctuation)
            && token == self.group.tokens.end;
        // "Six were hurt, two critically."
        if degree {
            return false;
        }
        let adverb = tag == Tag::Adverb && self.person_ahead(token + 1, 3);
        let joins = tag == Tag::Conjunction
            && self.run.head == Head::Thing
            && self.modifier.is_some()
            && self.person_ahead(token + 1, 2);
        let quantifier = plays(page, token, HedgeRoles::MORE.with(HedgeRoles::DESCRIBING));
        if !(quantifier || adverb || joins) && ends(self.syntax, token) {
            return false;
        }
        let time = page.is(token, Classes::TIME) && !self.person_ahead(token + 1, 2);
        // "the first two nominating contests", but "12 remain missing", "three people waiting"
        let bridge = HedgeRoles::LINK
            .with(HedgeRoles::BEARING)
            .with(HedgeRoles::PASSIVE);
        let verb = tag.is_verb() && !(tag == Tag::Gerund && token == self.start)
            || plays(page, token, bridge);
        !time && (!verb || self.person_ahead(token + 1, 4))
    }

    /// What the phrase is, seen from its end.
    fn finish(mut self) -> Run<'l> {
        let page = self.syntax.page;
        let unit = page.is(self.run.end, Classes::TIME_UNIT);
        if self.run.head != Head::Thing && !(unit && self.run.head == Head::Elided) {
            return self.run;
        }
        if unit && self.run.end < self.end {
            self.run.head = Head::Thing;
            self.run.end += 1;
            return self.run;
        }
        if self.run.end == self.start {
            return self.run;
        }
        // "wounded 12 more": no noun at all.
        let counting = |token: usize| plays(page, token, HedgeRoles::MORE);
        if (self.start..self.run.end).all(counting) {
            self.run.head = Head::Elided;
            return self.run;
        }
        // An unknown noun that looks like people.
        let last = self.run.end - 1;
        let known = person(page, last).is_some()
            || page.is(
                last,
                Classes::PLACE
                    .with(Classes::EQUIPMENT)
                    .with(Classes::TIME)
                    .with(Classes::ORGANIZATION),
            );
        if !self.one && !known && looks_like_people(page.word(last)) {
            self.run.head = Head::Likely;
            self.run.category = settle(Category::Other, self.modifier);
        }
        self.run
    }
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
