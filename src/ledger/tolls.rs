//! Figures of people hurt, by side, outcome, claimant and day: what several articles (or one of them twice) say in the
//! same way is one toll with several mentions.

use std::collections::HashMap;

use serde::Serialize;

use super::copies::Sentences;
use super::entry::{Mention, articles_of, one_line};
use super::names::{self, Speaker};
use crate::date::Date;
use crate::extraction::{
    Casualty, Category, Claim, Count, Extraction, Outcome, Polarity, Scope, Status, TimeExpression,
};

/// A figure of people hurt, with everybody who gives it in the same way.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Toll {
    /// Whose people they are: a state by its own name, a group, "both"; none where the words do not tell.
    pub side: Option<String>,
    /// What became of them.
    pub outcome: Outcome,
    /// What they are.
    pub category: Category,
    /// The number in the words of the first mention: "nearly 500"; none where no word gives one.
    pub number: Option<String>,
    /// How many.
    pub count: Count,
    /// Who says so; none in the reporters' own words.
    pub claimant: Option<Speaker>,
    /// Whether the claimant is named, so that another article can mean the same.
    pub named: bool,
    /// The day as of which it is told: of speaking, else of publication.
    pub day: Option<Date>,
    /// What stretch of time it covers.
    pub scope: Scope,
    /// The first day from which a running total counts.
    pub since: Option<Date>,
    /// The first and the last day on which it happened.
    pub when: Option<(Date, Date)>,
    /// Where it happened, by name.
    pub place: Option<String>,
    /// What the articles say of its truth.
    pub status: Status,
    /// Index of the toll that this one is said to be part of.
    pub part_of: Option<usize>,
    /// Where it stands.
    pub mentions: Vec<Mention>,
    /// How many articles give it.
    pub articles: usize,
    /// How many of them on their own: sentences that were copied count once.
    pub origins: usize,
}

/// A figure of an article, on its way into the ledger.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub toll: Toll,
    /// The claim that gives it.
    pub claim: Option<usize>,
    /// Index among the casualties of its article.
    number: usize,
    part_of: Option<usize>,
}

/// The figures of an article that somebody gives: not what could happen, nor what somebody did not say.
pub(super) fn read(article: usize, extraction: &Extraction<'_>) -> Vec<Figure> {
    let figures = extraction.casualties.iter().enumerate();
    figures
        .filter_map(|(number, casualty)| figure(article, extraction, number, casualty))
        .collect()
}

fn figure(
    article: usize,
    extraction: &Extraction<'_>,
    number: usize,
    casualty: &Casualty<'_>,
) -> Option<Figure> {
    let claim = extraction.claim_of(casualty);
    let said = claim.is_none_or(|claim| claim.polarity == Polarity::Said);
    if !casualty.asserted || !said {
        return None;
    }
    let victims = casualty.victims.as_ref();
    let source = claim.and_then(|claim| claim.source.as_ref());
    let claimant = source.map(Speaker::of);
    let days = |date: &TimeExpression<'_>| date.first.zip(date.last);
    Some(Figure {
        claim: casualty.claim,
        number,
        part_of: casualty.part_of,
        toll: Toll {
            side: victims.and_then(|victims| victims.side.as_deref().map(names::side)),
            outcome: casualty.outcome,
            category: victims.map_or(Category::Unspecified, |victims| victims.category),
            number: casualty
                .number
                .as_ref()
                .map(|number| one_line(&number.text)),
            count: casualty.count,
            named: source.is_some_and(|source| source.name.is_some())
                || claimant.as_ref().is_some_and(|who| who.party.is_some()),
            claimant,
            day: day_of(extraction, claim),
            scope: casualty.scope,
            since: extraction.since(casualty).and_then(|date| date.first),
            when: extraction.when(casualty).and_then(days),
            place: casualty
                .place
                .as_ref()
                .and_then(|place| place.name.as_deref())
                .map(names::side),
            status: claim.map_or(Status::Asserted, |claim| claim.status),
            part_of: None,
            mentions: vec![Mention::new(
                article,
                casualty.sentence,
                casualty.span,
                &casualty.text,
            )],
            articles: 1,
            origins: 1,
        },
    })
}

/// The day on which something was said, as far as it is known: of speaking, else of publication.
pub(super) fn day_of(extraction: &Extraction<'_>, claim: Option<&Claim<'_>>) -> Option<Date> {
    claim
        .and_then(|claim| extraction.said_of(claim))
        .and_then(|date| date.last)
        .or(extraction.published)
}

/// What makes two figures one toll. Unnamed claimants are the same within an article only.
type Key = (
    Option<String>,
    (Outcome, Category, Count),
    Option<(String, Option<usize>)>,
    Option<Date>,
    Option<Date>,
    Option<(Date, Date)>,
    (Scope, Status),
    Option<String>,
);

fn key(toll: &Toll) -> Key {
    let article = toll.mentions.first().map(|mention| mention.article);
    let claimant = toll.claimant.as_ref().map(|who| {
        let within = article.filter(|_| !toll.named);
        (names::key(&who.name), within)
    });
    (
        toll.side.as_deref().map(names::key),
        (toll.outcome, toll.category, toll.count),
        claimant,
        toll.day,
        toll.since,
        toll.when,
        (toll.scope, toll.status),
        toll.place.clone(),
    )
}

/// Which tolls a claim gives: of article and claim.
pub(super) type ByClaim = HashMap<(usize, usize), Vec<usize>>;

/// Puts together what is the same, in the order of sides, outcomes and days.
pub(super) fn gather(figures: &[Figure], sentences: &Sentences) -> (Vec<Toll>, ByClaim) {
    let mut by_key: HashMap<Key, usize> = HashMap::new();
    let mut tolls: Vec<Toll> = Vec::new();
    let mut of_figure = Vec::with_capacity(figures.len());
    for figure in figures {
        let next = tolls.len();
        let toll = *by_key.entry(key(&figure.toll)).or_insert(next);
        of_figure.push(toll);
        match tolls.get_mut(toll) {
            Some(known) => known.mentions.extend(figure.toll.mentions.iter().cloned()),
            None => tolls.push(figure.toll.clone()),
        }
    }
    let mut order: Vec<usize> = (0..tolls.len()).collect();
    order.sort_by_cached_key(|&toll| place_in_order(&tolls[toll]));
    let mut place = vec![0; tolls.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    let mut sorted: Vec<Toll> = order.iter().map(|&old| tolls[old].clone()).collect();
    for toll in &mut sorted {
        toll.articles = articles_of(&toll.mentions);
        toll.origins = sentences.origins(&toll.mentions);
    }
    let mut by_claim = ByClaim::new();
    let mut by_number: HashMap<(usize, usize), usize> = HashMap::new();
    for (figure, &toll) in figures.iter().zip(&of_figure) {
        let article = figure.toll.mentions[0].article;
        by_number.insert((article, figure.number), place[toll]);
        if let Some(claim) = figure.claim {
            by_claim
                .entry((article, claim))
                .or_default()
                .push(place[toll]);
        }
    }
    for (figure, &toll) in figures.iter().zip(&of_figure) {
        let article = figure.toll.mentions[0].article;
        let whole = figure
            .part_of
            .and_then(|whole| by_number.get(&(article, whole)));
        if let Some(&whole) = whole.filter(|&&whole| whole != place[toll]) {
            sorted[place[toll]].part_of = Some(whole);
        }
    }
    (sorted, by_claim)
}

/// Named sides by name, then both, then figures without a side, last those of earlier wars; deaths first; by day and size.
fn place_in_order(
    toll: &Toll,
) -> (
    u8,
    Option<String>,
    Outcome,
    Option<Date>,
    Category,
    u64,
    usize,
) {
    let rank = match (toll.scope, toll.side.as_deref()) {
        (Scope::Historic, _) => 3,
        (_, None) => 2,
        (_, Some("both")) => 1,
        (_, Some(_)) => 0,
    };
    let first = &toll.mentions[0];
    (
        rank,
        toll.side.as_deref().map(names::key),
        toll.outcome,
        toll.day,
        toll.category,
        toll.count.low,
        first.article,
    )
}
