//! Sums that explain a total: "25 + 426 + 41 = 492" beside "nearly 500".
//!
//! A sum is arithmetic and no claim: it is shown where the numbers of one article, of people who cannot be the same, add up
//! to a total that is given elsewhere or in the same article, and where no other sum of that article does.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde::Serialize;

use super::tolls::Toll;
use crate::extraction::{Category, Outcome, Precision, Scope};

/// Tolls that add up to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Sum {
    /// Indexes of the tolls that are added.
    pub terms: Vec<usize>,
    /// What they add up to: the least, where a term has no upper bound.
    pub sum: u64,
    /// Whether a term has no upper bound ("at least 41").
    pub at_least: bool,
    /// Index of the toll that the sum fits.
    pub total: usize,
    /// Index of the article in which all terms stand.
    pub article: usize,
}

/// Days between the terms and the total.
const DAYS: i64 = 7;
/// Totals below this come up by chance.
const BY_CHANCE: u64 = 10;
/// Terms of a sum, and numbers of an article that are tried.
const TERMS: usize = 4;
const TRIED: usize = 8;
/// A total that more sums than these fit is not explained by any.
const WAYS: usize = 2;
/// Totals that a sum is held against.
const TOTALS: usize = 100;
/// How far a sum may be from an approximate total ("nearly 500"), in percent of it.
const APPROXIMATE: u64 = 5;
/// How far above a lower bound ("more than 60"), in percent of it.
const ABOVE: u64 = 12;

/// The sums of all articles. `parties` has, by article, the states that it speaks of.
pub(super) fn find(tolls: &[Toll], parties: &[BTreeSet<String>]) -> Vec<Sum> {
    let totals = totals(tolls);
    let mut found: Vec<Sum> = Vec::new();
    let mut seen = HashSet::new();
    for (article, numbers) in terms_by_article(tolls) {
        // By total, the sums of this article that fit it.
        let mut fitting: HashMap<usize, Vec<Vec<usize>>> = HashMap::new();
        for terms in choices(tolls, &numbers) {
            for total in near(&totals, tolls, &terms) {
                let sum = Candidate {
                    tolls,
                    terms: &terms,
                    total,
                };
                if sum.is_total()
                    && sum.fits()
                    && sum.same_people()
                    && sum.same_story(article, parties)
                {
                    fitting.entry(total).or_default().push(terms.clone());
                }
            }
        }
        for (total, mut sums) in fitting {
            let longest = sums.iter().map(Vec::len).max().unwrap_or_default();
            sums.retain(|terms| terms.len() == longest);
            // Two sums that both fit explain nothing.
            if let [terms] = &*sums {
                if seen.insert((terms.clone(), total)) {
                    found.push(sum_of(tolls, terms, total, article));
                }
            }
        }
    }
    // Nor do many articles whose numbers add up to one total each in its own way.
    let mut ways: HashMap<usize, HashSet<Vec<u64>>> = HashMap::new();
    for sum in &found {
        let numbers = sum.terms.iter().map(|&term| tolls[term].count.low);
        ways.entry(sum.total).or_default().insert(numbers.collect());
    }
    found.retain(|sum| ways.get(&sum.total).is_some_and(|ways| ways.len() <= WAYS));
    found.sort_by(|one, other| (one.article, &one.terms).cmp(&(other.article, &other.terms)));
    found.sort_by_key(|sum| std::cmp::Reverse(sum.terms.len()));
    found
}

fn sum_of(tolls: &[Toll], terms: &[usize], total: usize, article: usize) -> Sum {
    Sum {
        sum: lowest(tolls, terms),
        at_least: terms.iter().any(|&term| tolls[term].count.high.is_none()),
        terms: terms.to_vec(),
        total,
        article,
    }
}

fn lowest(tolls: &[Toll], terms: &[usize]) -> u64 {
    terms
        .iter()
        .fold(0, |sum, &term| sum.saturating_add(tolls[term].count.low))
}

/// By outcome, precision and number: the tolls that may be totals, in the order of their days.
type Totals = BTreeMap<(Outcome, Precision, u64), Vec<usize>>;

fn totals(tolls: &[Toll]) -> Totals {
    let mut totals = Totals::new();
    let wholes: HashSet<usize> = tolls.iter().filter_map(|toll| toll.part_of).collect();
    for (number, toll) in tolls.iter().enumerate() {
        // The soldiers of one side are no sum of others.
        let wide = toll.category == Category::Unspecified
            || toll.side.as_deref().is_none_or(|side| side == "both");
        let total = toll.scope == Scope::Cumulative || wholes.contains(&number);
        if wide && total && toll.count.low >= BY_CHANCE {
            let key = (toll.outcome, toll.count.precision, toll.count.low);
            totals.entry(key).or_default().push(number);
        }
    }
    for numbers in totals.values_mut() {
        numbers.sort_by_key(|&number| tolls[number].day);
    }
    totals
}

/// By article, the tolls that may be added.
fn terms_by_article(tolls: &[Toll]) -> BTreeMap<usize, Vec<usize>> {
    let mut by_article: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, toll) in tolls.iter().enumerate() {
        let counted = matches!(toll.count.precision, Precision::Exact | Precision::AtLeast);
        if !counted || toll.count.low == 0 || toll.scope == Scope::Historic {
            continue;
        }
        let articles: BTreeSet<usize> = toll.mentions.iter().map(|one| one.article).collect();
        for article in articles {
            by_article.entry(article).or_default().push(number);
        }
    }
    for (article, numbers) in &mut by_article {
        // In the order of the article, as a reader adds them.
        numbers.sort_by_key(|&number| {
            let mut mentions = tolls[number].mentions.iter();
            let here = mentions.find(|mention| mention.article == *article);
            (here.map(|mention| mention.span.start), number)
        });
        numbers.truncate(TRIED);
    }
    by_article
}

/// All choices of two to four tolls that count different people.
fn choices(tolls: &[Toll], numbers: &[usize]) -> Vec<Vec<usize>> {
    let mut choices: Vec<Vec<usize>> = numbers.iter().map(|&number| vec![number]).collect();
    let mut at = 0;
    while at < choices.len() {
        let chosen = choices[at].clone();
        at += 1;
        if chosen.len() == TERMS {
            continue;
        }
        let last = chosen.last();
        let from = numbers.iter().position(|number| Some(number) == last);
        for &next in numbers.iter().skip(from.map_or(0, |last| last + 1)) {
            if chosen
                .iter()
                .all(|&one| disjoint(&tolls[one], &tolls[next]))
            {
                let mut longer = chosen.clone();
                longer.push(next);
                choices.push(longer);
            }
        }
    }
    choices.retain(|chosen| chosen.len() > 1);
    choices
}

/// Whether two tolls count different people, as far as their words tell: of two sides, or of two kinds. Where one has no
/// side, the claimants must speak for different states.
fn disjoint(one: &Toll, other: &Toll) -> bool {
    let kinds = one.category != other.category
        && one.category != Category::Unspecified
        && other.category != Category::Unspecified;
    let party = |toll: &Toll| toll.claimant.as_ref().and_then(|who| who.party.clone());
    let sides = match (&one.side, &other.side) {
        (Some(one), Some(other)) => one != other && one != "both" && other != "both",
        _ => party(one).is_some() && party(other).is_some() && party(one) != party(other),
    };
    let event = |toll: &Toll| toll.scope == Scope::Incident;
    one.outcome == other.outcome
        && (kinds || sides)
        && event(one) == event(other)
        && one.part_of.is_none() == other.part_of.is_none()
}

/// The tolls of these days whose number is not far from that of the sum.
fn near(totals: &Totals, tolls: &[Toll], terms: &[usize]) -> Vec<usize> {
    let Some(first) = terms.first().map(|&first| &tolls[first]) else {
        return Vec::new();
    };
    let days = first
        .day
        .and_then(|day| day.add_days(-DAYS).zip(day.add_days(DAYS)));
    let Some((from, until)) = days else {
        return Vec::new();
    };
    let sum = lowest(tolls, terms);
    let slack = |percent: u64| sum / 100 * percent + percent;
    let ranges = [
        (Precision::Exact, sum, sum),
        (Precision::AtLeast, sum.saturating_sub(slack(ABOVE)), sum),
        (
            Precision::Approximate,
            sum.saturating_sub(slack(APPROXIMATE)),
            sum.saturating_add(slack(APPROXIMATE)),
        ),
    ];
    let mut near = Vec::new();
    for (precision, low, high) in ranges {
        let range = (first.outcome, precision, low)..=(first.outcome, precision, high);
        for (_, numbers) in totals.range(range) {
            let begin = numbers.partition_point(|&total| tolls[total].day < Some(from));
            let close = numbers[begin..]
                .iter()
                .take_while(|&&total| tolls[total].day <= Some(until));
            near.extend(close.take(TOTALS.saturating_sub(near.len())).copied());
        }
    }
    near
}

struct Candidate<'a> {
    tolls: &'a [Toll],
    terms: &'a [usize],
    total: usize,
}

impl Candidate<'_> {
    /// Whether the number is what the words of the total allow, and not far from it.
    fn fits(&self) -> bool {
        let total = self.tolls[self.total].count;
        let sum = lowest(self.tolls, self.terms);
        let open = self
            .terms
            .iter()
            .any(|&term| self.tolls[term].count.high.is_none());
        let percent = |share: u64| total.low.saturating_mul(share) / 100;
        match total.precision {
            Precision::Exact => sum == total.low && !open,
            Precision::AtLeast => sum >= total.low && sum - total.low <= percent(ABOVE),
            _ => {
                let slack = percent(APPROXIMATE);
                let high = total.high.unwrap_or(total.low);
                sum >= total.low.saturating_sub(slack) && sum <= high.saturating_add(slack)
            }
        }
    }

    /// Whether the total says that it is one: a running total, or a figure of which the terms are named as parts.
    fn is_total(&self) -> bool {
        let parts = |&term: &usize| self.tolls[term].part_of == Some(self.total);
        self.tolls[self.total].scope == Scope::Cumulative || self.terms.iter().all(parts)
    }

    /// Whether the total counts all those that the terms count.
    fn same_people(&self) -> bool {
        let total = &self.tolls[self.total];
        let event = |toll: &Toll| toll.scope == Scope::Incident;
        self.terms.iter().all(|&number| {
            let term = &self.tolls[number];
            let kind = total.category == Category::Unspecified || total.category == term.category;
            let side = match total.side.as_deref() {
                None | Some("both") => true,
                Some(_) => total.side == term.side,
            };
            let apart = number != self.total && total.part_of != Some(number);
            let since = total.since.is_none() || term.since.is_none() || total.since == term.since;
            kind && side && apart && since && event(total) == event(term)
        })
    }

    /// Whether the total's article speaks of all that the terms count: of their sides, and of those who count them.
    /// Within one article, or where the terms are the parts that it names, nothing needs to be known.
    fn same_story(&self, article: usize, parties: &[BTreeSet<String>]) -> bool {
        let total = &self.tolls[self.total];
        if total.mentions.iter().any(|one| one.article == article) {
            return true;
        }
        let mut named: BTreeSet<&str> = BTreeSet::new();
        for &term in self.terms {
            let term = &self.tolls[term];
            let claimant = term.claimant.as_ref().and_then(|who| who.party.as_deref());
            named.extend(term.side.as_deref().or(claimant));
        }
        let known = |one: &str| {
            let mut articles = total.mentions.iter().map(|mention| mention.article);
            articles.any(|article| parties.get(article).is_some_and(|of| of.contains(one)))
        };
        named.len() > 1 && named.iter().all(|one| known(one))
    }
}
