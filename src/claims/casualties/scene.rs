//! A sentence as the frames see it: its counted groups, its outcome words, and what may stand between the two.

use crate::entities::victims::{self, Group, Head};
use crate::extraction::Category;
use crate::lexicon::Classes;
use crate::lexicon::entries::figures::{HedgeRoles, NumberKind, OutcomePart};
use crate::measures::numbers::{Number, plays};
use crate::measures::times::TimeMention;
use crate::syntax::{Syntax, Tag};
use crate::text::{Flags, Page, TokenKind, TokenRange};

use super::events::events;
pub(crate) use super::events::{Event, Reading};
use super::hedges::Hedges;
use super::speakers::Speakers;

/// The most tokens that are read as one sentence: what lies further apart does not belong together, and a page
/// without full stops must not take the square of its length.
const LONGEST: usize = 400;

/// The most words of a crowd before its number: "a young family of".
const CROWD: usize = 4;

/// The most tokens between a label and the last number it holds for: "aged four, six, nine and eleven".
const LABEL_REACH: usize = 10;

/// The pieces of a sentence that are read by themselves: all of it, but for pages without full stops.
pub(crate) fn windows(tokens: TokenRange) -> impl Iterator<Item = TokenRange> {
    let end = tokens.end;
    tokens
        .step_by(LONGEST)
        .map(move |start| start..end.min(start + LONGEST))
}

/// A sentence with what was found in it.
#[derive(Debug)]
pub(crate) struct Scene<'p, 't, 'l> {
    pub syntax: &'p Syntax<'p, 't, 'l>,
    pub page: &'p Page<'t, 'l>,
    pub tokens: TokenRange,
    pub groups: Vec<Group<'l>>,
    pub events: Vec<Event>,
    hedges: Hedges,
    /// Whether the sentences beside it tell of casualties too.
    pub beside: bool,
}

impl<'p, 't, 'l> Scene<'p, 't, 'l> {
    /// Reads a sentence that holds an outcome word; none where nobody is counted.
    pub(crate) fn read(
        syntax: &'p Syntax<'p, 't, 'l>,
        tokens: TokenRange,
        numbers: &[Number],
        times: &[TimeMention],
        speakers: &Speakers,
        beside: bool,
    ) -> Option<Self> {
        let page = syntax.page;
        let mut groups = groups(syntax, &tokens, numbers, times);
        if groups.is_empty() {
            return None;
        }
        // "a third of the 20 clerks" is no third clerk.
        groups.retain(|group| !(group.article && group.number.len() > 1 && group.partitive));
        let events = events(page, tokens.clone());
        let verb = |event: &Event| {
            let mut parts = event.readings.iter().map(|reading| reading.part);
            parts.any(|part| part != OutcomePart::Noun)
        };
        groups.retain(|group| {
            !speakers.hold(group, |words| {
                let mut within = events.iter();
                within.any(|event| words.contains(&event.tokens.start) && verb(event))
            })
        });
        let mut scene = Self {
            syntax,
            page,
            groups,
            events,
            hedges: Hedges::of(page, tokens.clone()),
            tokens,
            beside,
        };
        scene.cut_phrases();
        Some(scene)
    }

    /// "taken hostage" is no kind of hostage: "and [250] taken hostage".
    fn cut_phrases(&mut self) {
        let verb = |reading: &Reading| reading.part == OutcomePart::Transitive;
        for group in &mut self.groups {
            let phrase = self.events.iter().any(|event| {
                event.tokens.len() > 1
                    && event.tokens == (group.number.end..group.tokens.end)
                    && event.readings.iter().any(verb)
            });
            if phrase {
                group.tokens.end = group.number.end;
                group.head = Head::Elided;
                group.category = Category::Unspecified;
                (group.victims, group.outcome, group.side) = (None, None, None);
            }
        }
    }

    /// Where a group begins, with the crowd that it counts: "[a family of] six".
    pub(crate) fn crowd_start(&self, group: &Group<'_>) -> usize {
        let start = group.tokens.start;
        let floor = start.saturating_sub(CROWD).max(self.tokens.start);
        let mut article = (floor..start).filter(|&token| self.tag(token) == Tag::Determiner);
        let article = article.next_back().filter(|_| self.is_crowd(group));
        article.unwrap_or(start)
    }

    /// Whether a group tells how many a crowd has: "a group of [20] people", "a family of [six]".
    pub(crate) fn is_crowd(&self, group: &Group<'_>) -> bool {
        let of = group.tokens.start.wrapping_sub(1);
        of > self.tokens.start
            && self.tokens.contains(&of)
            && self.page.reads(of, "of")
            && self.role_at(of - 1, HedgeRoles::CROWD).is_some()
    }

    /// Whether the group is the whole of one that stands before it: "52 of [the first 53 patients]".
    pub(crate) fn is_whole(&self, index: usize) -> bool {
        let group = &self.groups[index];
        self.groups.iter().any(|part| {
            // "None of the 12 sailors": the phrase of the number ends with "of".
            let none = part.kind == NumberKind::Zero && part.tokens.end == group.tokens.start;
            part.core.start < group.core.start
                && (part.tokens.end >= group.tokens.end
                    || none && self.page.reads(part.tokens.end - 1, "of"))
                && !part.is_one()
        })
    }

    /// The group that starts at a token, with its determiner or without.
    pub(crate) fn group_at(&self, token: usize) -> Option<usize> {
        self.groups.iter().position(|group| {
            group.tokens.start == token || group.number.start == token || group.core.start == token
        })
    }

    /// Whether a group can be people that something happened to. A bare number must not be an age, a year, a name's part.
    pub(crate) fn plausible(&self, index: usize) -> bool {
        let Some(group) = self.groups.get(index) else {
            return false;
        };
        // "without" counts nobody unless "casualties" follow.
        let without =
            group.kind == NumberKind::Zero && self.page.reads(group.core.start, "without");
        if group.kind == NumberKind::Ordinal || without {
            return false;
        }
        match group.head {
            Head::Person | Head::Likely => true,
            Head::Thing => false,
            // "12 hostages were killed": the noun is people as well.
            Head::Outcome => group
                .outcome
                .is_some_and(|token| self.page.is(token, Classes::VICTIM)),
            Head::Elided => group.partitive || self.bare(group),
        }
    }

    /// Whether a number without a noun can be a number of people.
    fn bare(&self, group: &Group<'_>) -> bool {
        let page = self.page;
        let hedged = group.number.start < group.core.start;
        let digits = page.kind(group.core.start) == Some(TokenKind::Number);
        let Some(before) = group
            .number
            .start
            .checked_sub(1)
            .filter(|&before| before >= self.tokens.start)
        else {
            return !self.year(group) && !self.rate(group);
        };
        if self.year(group) && !hedged || self.under_label(group) {
            return false;
        }
        let name = |token: usize| {
            page.has(token, Flags::CAPITALISED) && page.kind(token) == Some(TokenKind::Word)
        };
        if digits && !hedged && group.core.len() == 1 && self.age(group) {
            return false;
        }
        if page.is(before, Classes::MONTH) || self.rate(group) {
            return false;
        }
        // "Flight 93", "Boeing 737"; headlines write every word so.
        let labelled = digits
            && !hedged
            && name(before)
            && before > self.tokens.start
            && self.tag(before) == Tag::Name
            && !page.is(
                before,
                Classes::OUTCOME.with(Classes::WEEKDAY).with(Classes::PLACE),
            );
        !labelled
    }

    /// "Ortega, 17, was shot", "The brothers, 24 and 31, were shot"
    fn age(&self, group: &Group<'_>) -> bool {
        let page = self.page;
        let number = |token: usize| page.kind(token) == Some(TokenKind::Number);
        let (mut first, mut last) = (group.core.start, group.core.start);
        if page.reads(last + 1, "and") && number(last + 2) {
            last += 2;
        }
        if first >= self.tokens.start + 2 && page.reads(first - 1, "and") && number(first - 2) {
            first -= 2;
        }
        first >= self.tokens.start + 2
            && matches!(page.word(first - 1), "," | "(")
            && matches!(page.word(last + 1), "," | ")" | ";" | ".")
            && (page.has(first - 2, Flags::CAPITALISED)
                && page.kind(first - 2) == Some(TokenKind::Word)
                || self.person_noun(first - 2))
    }

    /// "page 12", "aged four and nine": the label holds for the numbers that "and" joins to the first.
    fn under_label(&self, group: &Group<'_>) -> bool {
        let page = self.page;
        let floor = group
            .number
            .start
            .saturating_sub(LABEL_REACH)
            .max(self.tokens.start);
        let joined = |token: usize| {
            page.is(token, Classes::NUMBER)
                || page.kind(token) == Some(TokenKind::Number)
                || page.word(token) == ","
                || ["and", "or", "to", "between"]
                    .into_iter()
                    .any(|word| page.reads(token, word))
        };
        (floor..group.number.start)
            .rev()
            .find(|&token| !joined(token))
            .is_some_and(|token| plays(page, token, HedgeRoles::LABEL))
    }

    /// "one in three", "nine out of ten"
    fn rate(&self, group: &Group<'_>) -> bool {
        let page = self.page;
        let end = group.core.end;
        let number = |token: usize| {
            page.is(token, Classes::NUMBER) || page.kind(token) == Some(TokenKind::Number)
        };
        group.count.low == 1 && page.reads(end, "in") && number(end + 1)
            || page.reads(end, "out") && page.reads(end + 1, "of") && number(end + 2)
    }

    fn person_noun(&self, token: usize) -> bool {
        self.page.is(token, Classes::VICTIM.with(Classes::ROLE))
    }

    /// "2006" and the like.
    fn year(&self, group: &Group<'_>) -> bool {
        self.page.kind(group.core.start) == Some(TokenKind::Number)
            && group.core.len() == 1
            && (1500..2100).contains(&group.count.low)
            && !self.page.word(group.core.start).contains(',')
    }

    /// Where the word or phrase of this role ends that starts at a token.
    pub(crate) fn role_at(&self, token: usize, role: HedgeRoles) -> Option<usize> {
        self.hedges.at(self.page, token, role)
    }

    /// Where the word or phrase of this role begins that ends at `end`.
    pub(crate) fn role_before(&self, end: usize, role: HedgeRoles) -> Option<usize> {
        self.hedges.before(end, role)
    }

    /// Whether any word of the sentence has this role.
    pub(crate) fn has_role(&self, role: HedgeRoles) -> bool {
        self.hedges.any(role)
    }

    /// Whether a word is an adverb here.
    pub(crate) fn adverb(&self, token: usize) -> bool {
        self.tag(token) == Tag::Adverb
    }

    pub(crate) fn tag(&self, token: usize) -> Tag {
        self.syntax.tag(token)
    }

    /// Whether a predicate stands there: a verb, an auxiliary, or a word that tells what became of people.
    pub(crate) fn predicates(&self, token: usize) -> bool {
        let tag = self.tag(token);
        tag.is_verb() || tag.is_auxiliary() || self.page.is(token, Classes::OUTCOME)
    }

    /// The event whose words start at a token.
    pub(crate) fn event_at(&self, token: usize) -> Option<&Event> {
        self.events.iter().find(|event| event.tokens.start == token)
    }
}

/// The counted groups of a sentence, in order.
fn groups<'l>(
    syntax: &Syntax<'_, '_, 'l>,
    tokens: &TokenRange,
    numbers: &[Number],
    times: &[TimeMention],
) -> Vec<Group<'l>> {
    let page = syntax.page;
    let mut groups = Vec::new();
    let first = numbers.partition_point(|number| number.core.start < tokens.start);
    let mut covered = tokens.start;
    let mut upcoming = numbers[first..]
        .iter()
        .take_while(|number| number.core.end <= tokens.end)
        .peekable();
    let mut token = tokens.start;
    while token < tokens.end {
        if let Some(number) = upcoming.next_if(|number| number.core.start <= token) {
            if number.core.start < covered && number.kind != NumberKind::Cardinal {
                continue;
            }
            let mut group = victims::read(syntax, number, tokens);
            group.tokens.start = group.tokens.start.max(tokens.start);
            if is_date(&group, times) {
                group.head = Head::Thing;
            }
            covered = group.core.end;
            groups.push(group);
            token = token.max(number.core.end);
            continue;
        }
        // The next number or article.
        let number = upcoming
            .peek()
            .map_or(tokens.end, |number| number.core.start);
        let from = token.max(covered);
        let article = page.first(from..number.min(tokens.end), Classes::DETERMINER);
        let Some(article) = article else {
            token = number.max(token + 1);
            continue;
        };
        token = article + 1;
        let taken = upcoming
            .peek()
            .is_some_and(|number| number.tokens.contains(&article));
        if !taken && counts_one(page, article) {
            if let Some(group) = victims::read_article(syntax, article, tokens.end) {
                covered = group.number.end;
                groups.push(group);
            }
        }
    }
    groups
}

/// "a", "an", "another"
fn counts_one(page: &Page<'_, '_>, token: usize) -> bool {
    page.is(token, Classes::DETERMINER)
        && (page.is_indefinite_article(token) || page.reads(token, "another"))
}

/// Whether the number is part of a time expression: "on 3 March", "the past 24 hours". A noun for people overrides.
fn is_date(group: &Group<'_>, times: &[TimeMention]) -> bool {
    if group.head == Head::Person || group.article {
        return false;
    }
    let first = times.partition_point(|time| time.tokens.end <= group.core.start);
    times[first..]
        .iter()
        .take_while(|time| time.tokens.start < group.core.end)
        .any(|time| time.tokens.end >= group.core.end)
}
