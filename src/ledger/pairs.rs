//! Two tolls side by side: the same, grown, in conflict, one part of the other, or not comparable, and why.
//!
//! Nothing here tells who is right. Two figures are compared only where outcome and side are the same; whatever the
//! articles leave open keeps them from being called grown or in conflict.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use super::names;
use super::tolls::{ByClaim, Toll};
use crate::date::Date;
use crate::extraction::{Category, Outcome, Precision, Scope, open_enum};

open_enum! {
    /// How one toll stands to another.
    Relation {
        /// The same number, or numbers that agree: "41 or more" and "45".
        Same = "same",
        /// The later one of the same claimant, counted from the same day, is higher.
        Grown = "grown",
        /// They cannot both be right as they are worded.
        Conflicting = "conflicting",
        /// The first counts some of those that the second counts.
        PartOf = "part_of",
        /// The articles do not tell enough to say any of these.
        NotComparable = "not_comparable",
    } else NotComparable
}

open_enum! {
    /// What keeps two tolls apart, or has to be known beside them.
    Reason {
        /// They count from different days, or one of them does not tell from which.
        Window = "window",
        /// One counts a single event, the other a running total.
        EventAndTotal = "event_and_total",
        /// They happened on different days.
        OtherDay = "other_day",
        /// Somebody else says so.
        OtherClaimant = "other_claimant",
        /// Their sides go by different names: one place, two counts.
        OtherSide = "other_side",
        /// One is given in a word like "dozens".
        Vague = "vague",
        /// One counts people of any kind, the other one kind only.
        OtherCategory = "other_category",
        /// It is later and lower.
        Fell = "fell",
        /// The claim that gives one of them adds others beside it.
        Adds = "adds",
        /// One that this version does not know.
        Other = "other",
    } else Other
}

/// Two tolls, and how they stand to each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Pair {
    /// Index of the first toll: the earlier one, or the part.
    pub first: usize,
    /// Index of the second.
    pub second: usize,
    /// How they stand to each other.
    pub relation: Relation,
    /// Why they cannot be compared, or what else is different.
    pub reasons: Vec<Reason>,
    /// Indexes of tolls that the claim of either gives beside it: "31 soldiers and four civilians".
    pub adds: Vec<usize>,
}

/// Tolls further apart in time are of different fighting, unless they count from the same day.
const DAYS: i64 = 31;
/// A number below this comes up by chance: equal ones are the same figure only where the time agrees as well.
const BY_CHANCE: u64 = 10;
/// Each toll is compared with so many after it that have its side and outcome.
const NEIGHBOURS: usize = 40;

/// All pairs that say something, in the order of the tolls.
pub(super) fn compare(tolls: &[Toll], by_claim: &ByClaim) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (part, toll) in tolls.iter().enumerate() {
        if let Some(whole) = toll.part_of {
            pairs.push(Pair {
                first: part,
                second: whole,
                relation: Relation::PartOf,
                reasons: Vec::new(),
                adds: Vec::new(),
            });
        }
    }
    let beside = beside(tolls.len(), by_claim);
    let keys: Vec<Option<String>> = tolls
        .iter()
        .map(|toll| toll.claimant.as_ref().map(|who| names::key(&who.name)))
        .collect();
    for bucket in buckets(tolls).values() {
        for (at, &first) in bucket.iter().enumerate() {
            for &second in bucket[at + 1..].iter().take(NEIGHBOURS) {
                let pair = Candidate {
                    first,
                    second,
                    one: &tolls[first],
                    other: &tolls[second],
                    same_name: keys[first].is_some() && keys[first] == keys[second],
                };
                pairs.extend(pair.compare(&beside));
            }
        }
    }
    let mut seen = HashSet::new();
    pairs.retain(|pair| seen.insert((pair.first, pair.second)));
    thin_out(&mut pairs, tolls);
    pairs.sort_by_key(|pair| (pair.relation, pair.first, pair.second));
    pairs
}

/// By toll, the others that a claim gives in the same breath.
fn beside(tolls: usize, by_claim: &ByClaim) -> Vec<Vec<usize>> {
    let mut beside = vec![Vec::new(); tolls];
    for together in by_claim.values() {
        for &one in together {
            beside[one].extend(together.iter().copied().filter(|&other| other != one));
        }
    }
    for list in &mut beside {
        list.sort_unstable();
        list.dedup();
    }
    beside
}

/// Tolls that may be compared, in the order of days: by outcome, and by side or by the place that stands for one.
fn buckets(tolls: &[Toll]) -> BTreeMap<(Outcome, String), Vec<usize>> {
    let mut buckets: BTreeMap<(Outcome, String), Vec<usize>> = BTreeMap::new();
    for (number, toll) in tolls.iter().enumerate() {
        if toll.scope == Scope::Historic || toll.day.is_none() {
            continue;
        }
        let mut put = |name: &str| {
            let bucket = buckets.entry((toll.outcome, name.to_lowercase()));
            bucket.or_default().push(number);
        };
        match (&toll.side, &toll.place) {
            (Some(side), Some(place)) if side != place => {
                put(side);
                put(place);
            }
            (Some(name), _) | (None, Some(name)) => put(name),
            (None, None) => {}
        }
    }
    for bucket in buckets.values_mut() {
        bucket.sort_by_key(|&toll| (tolls[toll].day, toll));
    }
    buckets
}

/// Two tolls of one outcome, the earlier one first.
struct Candidate<'a> {
    first: usize,
    second: usize,
    one: &'a Toll,
    other: &'a Toll,
    /// Whether the claimants go by one name.
    same_name: bool,
}

/// What is known of the time that two tolls cover.
enum Time {
    Same,
    NotTold,
    Different(Reason),
}

impl Candidate<'_> {
    fn compare(&self, beside: &[Vec<usize>]) -> Option<Pair> {
        let (one, other) = (self.one, self.other);
        let related = one.part_of == Some(self.second) || other.part_of == Some(self.first);
        if related || !self.near() {
            return None;
        }
        if one.side != other.side {
            return self.other_sides();
        }
        if one.category != other.category {
            return self.other_categories();
        }
        if vague(one) || vague(other) {
            // Two vague ones say nothing of each other.
            let told = vague(one) != vague(other);
            return told.then(|| self.pair(Relation::NotComparable, vec![Reason::Vague]));
        }
        let time = self.time();
        let mut pair = match time {
            _ if one.count == other.count => self.same(&time)?,
            Time::Different(reason) => self.pair(Relation::NotComparable, vec![reason]),
            Time::NotTold if !self.running_totals() => {
                self.pair(Relation::NotComparable, vec![Reason::Window])
            }
            Time::NotTold | Time::Same => self.numbers(),
        };
        if pair.relation == Relation::Same {
            pair.adds = beside[self.first]
                .iter()
                .chain(&beside[self.second])
                .copied()
                .collect();
            pair.adds.sort_unstable();
            pair.adds.dedup();
            // What both add is no difference.
            let both = |toll: &usize| {
                beside[self.first].contains(toll) && beside[self.second].contains(toll)
            };
            pair.adds.retain(|toll| !both(toll));
            if !pair.adds.is_empty() {
                pair.reasons.push(Reason::Adds);
            }
        }
        Some(pair)
    }

    fn pair(&self, relation: Relation, reasons: Vec<Reason>) -> Pair {
        Pair {
            first: self.first,
            second: self.second,
            relation,
            reasons,
            adds: Vec::new(),
        }
    }

    /// Whether the two can be about the same fighting or disaster.
    fn near(&self) -> bool {
        let from_one_day = self.one.since.is_some() && self.one.since == self.other.since;
        let days = |one: Option<Date>, other: Option<Date>| Some(other?.days_since(one?));
        from_one_day || days(self.one.day, self.other.day).is_some_and(|days| days.abs() <= DAYS)
    }

    /// A place that is a side in one toll and where the other side's people died in the other: one front, two counts.
    fn other_sides(&self) -> Option<Pair> {
        let (one, other) = (self.one, self.other);
        let sides = one.side.is_some() && other.side.is_some();
        let alike = one.category == other.category && one.category != Category::Unspecified;
        let comparable = !vague(one) && !vague(other) && one.count.low >= BY_CHANCE;
        let totals = one.scope == other.scope;
        if !(sides && alike && comparable && totals) {
            return None;
        }
        let mut reasons = vec![Reason::OtherSide];
        if !self.same_claimant() {
            reasons.push(Reason::OtherClaimant);
        }
        if one.since != other.since {
            reasons.push(Reason::Window);
        }
        Some(self.pair(Relation::NotComparable, reasons))
    }

    /// Civilians are among people; soldiers and civilians have nothing to do with each other.
    fn other_categories(&self) -> Option<Pair> {
        let (one, other) = (self.one, self.other);
        let (part, whole) = match (one.category, other.category) {
            (_, Category::Unspecified) => (self.first, self.second),
            (Category::Unspecified, _) => (self.second, self.first),
            _ => return None,
        };
        if vague(one) || vague(other) || one.side.is_none() {
            return None;
        }
        let (smaller, larger) = if part == self.first {
            (one, other)
        } else {
            (other, one)
        };
        let fits = larger
            .count
            .high
            .is_none_or(|high| smaller.count.low <= high);
        let together = matches!(self.time(), Time::Same) && one.day == other.day;
        let mut pair = if fits && together && self.same_claimant() {
            self.pair(Relation::PartOf, Vec::new())
        } else {
            self.pair(Relation::NotComparable, vec![Reason::OtherCategory])
        };
        (pair.first, pair.second) = (part, whole);
        Some(pair)
    }

    fn time(&self) -> Time {
        let (one, other) = (self.one, self.other);
        if let (Some(first), Some(second)) = (one.when, other.when) {
            return if first.0 <= second.1 && second.0 <= first.1 {
                Time::Same
            } else {
                Time::Different(Reason::OtherDay)
            };
        }
        match (one.since, other.since) {
            (Some(first), Some(second)) if first == second => Time::Same,
            (Some(_), Some(_)) => Time::Different(Reason::Window),
            _ => match (one.scope, other.scope) {
                (Scope::Incident, Scope::Cumulative) | (Scope::Cumulative, Scope::Incident) => {
                    Time::Different(Reason::EventAndTotal)
                }
                _ => Time::NotTold,
            },
        }
    }

    /// Whether both are running totals of one claimant: those count on.
    fn running_totals(&self) -> bool {
        let total = |toll: &Toll| toll.scope == Scope::Cumulative;
        total(self.one) && total(self.other) && self.same_claimant()
    }

    fn same_claimant(&self) -> bool {
        match (&self.one.claimant, &self.other.claimant) {
            (None, None) => true,
            (Some(one), Some(other)) => {
                let states = one.party.is_some() && one.party == other.party;
                let named = self.one.named && self.other.named;
                named && (states || self.same_name)
            }
            _ => false,
        }
    }

    /// The same number.
    fn same(&self, time: &Time) -> Option<Pair> {
        let chance = self.one.count.low < BY_CHANCE;
        let reason = match time {
            Time::Same => None,
            _ if chance => return None,
            Time::NotTold if self.one.since.is_none() && self.other.since.is_none() => None,
            Time::NotTold => Some(Reason::Window),
            Time::Different(Reason::OtherDay) => return None,
            // "31 since Saturday" and "31 in the clashes": the number is too particular to be another one.
            Time::Different(_) => Some(Reason::Window),
        };
        let mut reasons: Vec<Reason> = reason.into_iter().collect();
        if !self.same_claimant() {
            reasons.push(Reason::OtherClaimant);
        }
        Some(self.pair(Relation::Same, reasons))
    }

    /// Two numbers for the same people and the same time.
    fn numbers(&self) -> Pair {
        let (one, other) = (self.one.count, self.other.count);
        let later = self.one.day < self.other.day;
        let apart = one.high.is_some_and(|high| high < other.low)
            || other.high.is_some_and(|high| high < one.low);
        let higher = other.low > one.low;
        match (later, higher, apart) {
            (true, true, _) if self.same_claimant() => self.pair(Relation::Grown, Vec::new()),
            (true, true, true) => self.pair(Relation::NotComparable, vec![Reason::OtherClaimant]),
            (true, false, true) => self.pair(Relation::Conflicting, vec![Reason::Fell]),
            (false, _, true) => self.pair(Relation::Conflicting, self.claimants()),
            (.., false) => self.pair(Relation::Same, self.claimants()),
        }
    }

    fn claimants(&self) -> Vec<Reason> {
        match self.same_claimant() {
            true => Vec::new(),
            false => vec![Reason::OtherClaimant],
        }
    }
}

fn vague(toll: &Toll) -> bool {
    matches!(toll.count.precision, Precision::Vague | Precision::Other)
}

/// Keeps what a reader needs: from 12 to 15 and from 15 to 20, not from 12 to 20 as well; each toll next to the nearest one
/// that it cannot be compared with, once for each reason.
fn thin_out(pairs: &mut Vec<Pair>, tolls: &[Toll]) {
    let distance = |pair: &Pair| {
        let days = tolls[pair.first].day.zip(tolls[pair.second].day);
        days.map_or(0, |(one, other)| other.days_since(one).abs())
    };
    pairs.sort_by_key(|pair| (distance(pair), pair.first, pair.second));
    let mut grown = HashSet::new();
    let mut apart = HashSet::new();
    let mut same = HashSet::new();
    pairs.retain(|pair| match pair.relation {
        Relation::Grown => grown.insert(pair.second),
        Relation::NotComparable => apart.insert((pair.second, pair.reasons.clone())),
        // Of many that agree, each stands beside one.
        Relation::Same => same.insert(pair.second),
        _ => true,
    });
}
