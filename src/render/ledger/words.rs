//! The entries of a ledger in words: for the view, and for the page.

use crate::date::Date;
use crate::extraction::{Category, Polarity, Precision, Scope, Status};
use crate::ledger::{
    Change, Exchange, Ledger, Mention, Pair, Reason, Relation, Speaker, Sum, Toll, Withheld,
};

/// Characters of a claim's content or of a copied sentence that are shown.
const WORDS: usize = 170;

/// `1 article`, `2 articles`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// `[4:13]`.
pub(super) fn reference(mention: &Mention) -> String {
    format!("[{}:{}]", mention.article + 1, mention.sentence + 1)
}

pub(super) fn refs(mentions: &[Mention]) -> String {
    let mut refs: Vec<String> = mentions.iter().map(reference).collect();
    refs.dedup();
    refs.join(" ")
}

pub(super) fn day(day: Option<Date>) -> String {
    day.map_or("no day".to_owned(), |day| day.to_string())
}

pub(super) fn side_name(side: Option<&str>) -> String {
    match side {
        None => "side not told".to_owned(),
        Some("both") => "both sides".to_owned(),
        Some(side) => side.to_owned(),
    }
}

/// The group that a toll stands in: `NORWAY, killed`.
pub(super) fn heading_of(toll: &Toll) -> String {
    match toll.scope {
        Scope::Historic => "EARLIER WARS AND DISASTERS".to_owned(),
        _ => {
            let side = side_name(toll.side.as_deref()).to_uppercase();
            format!("{side}, {}", toll.outcome)
        }
    }
}

/// `31 soldiers`, `nearly 500 people`, `hundreds (people)`.
pub(super) fn toll_words(toll: &Toll) -> String {
    match toll.count.precision {
        Precision::Vague => format!("{} ({})", number_of(toll), people(toll)),
        _ => format!("{} {}", number_of(toll), people(toll)),
    }
}

pub(super) fn number_of(toll: &Toll) -> String {
    let number = toll.number.as_deref();
    let number = number.map_or_else(|| toll.count.to_string(), str::to_owned);
    let bare = number.strip_suffix(" of").map(str::to_owned);
    bare.unwrap_or(number)
}

pub(super) fn people(toll: &Toll) -> &'static str {
    let one = toll.count.high == Some(1);
    match toll.category {
        Category::Civilian if one => "civilian",
        Category::Civilian => "civilians",
        Category::Military if one => "soldier",
        Category::Military => "soldiers",
        Category::Militant if one => "militant",
        Category::Militant => "militants",
        Category::Child if one => "child",
        Category::Child => "children",
        Category::Journalist if one => "journalist",
        Category::Journalist => "journalists",
        Category::Other => "others",
        Category::Unspecified if one => "person",
        Category::Unspecified => "people",
        category => category.as_str(),
    }
}

pub(super) fn who_says(toll: &Toll) -> String {
    let claimant = toll.claimant.as_ref();
    claimant.map_or("the article's own words".to_owned(), |who| who.name.clone())
}

/// What else is told of a figure.
pub(super) fn circumstances(toll: &Toll) -> Vec<String> {
    let mut told = Vec::new();
    match (toll.since, toll.scope) {
        (Some(since), _) => told.push(format!("since {since}")),
        (None, Scope::Historic) => told.push(earlier(toll)),
        (None, Scope::Cumulative) => told.push("in all".to_owned()),
        _ => {}
    }
    if let Some((first, last)) = toll.when {
        told.push(match first == last {
            true => format!("on {first}"),
            false => format!("{first} to {last}"),
        });
    }
    if let Some(place) = &toll.place {
        told.push(format!("where: {place}"));
    }
    if toll.status != Status::Asserted {
        told.push(toll.status.to_string());
    }
    told
}

/// What became of those who are counted in an earlier war.
pub(super) fn earlier(toll: &Toll) -> String {
    match &toll.side {
        Some(_) => format!("{}, {}", toll.outcome, side_name(toll.side.as_deref())),
        None => toll.outcome.to_string(),
    }
}

/// Those of whom something is said, as a heading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    EachOther(String),
    Of(String),
    Nobody,
}

impl Group {
    pub(super) fn heading(&self) -> String {
        match self {
            Self::EachOther(who) => format!("{who} of each other"),
            Self::Of(whom) => format!("of {whom}"),
            Self::Nobody => "no target named".to_owned(),
        }
    }
}

pub(super) fn group_of(exchange: &Exchange) -> Group {
    let speaks_for = |one: &Speaker| one.party.clone().unwrap_or_else(|| one.name.clone());
    let mut whom: Vec<String> = exchange.whom.iter().map(speaks_for).collect();
    whom.sort_unstable();
    whom.dedup();
    match (exchange.each_other, whom.is_empty()) {
        (true, _) => Group::EachOther(whom.join(" and ")),
        (_, true) => Group::Nobody,
        _ => Group::Of(whom.join(" and ")),
    }
}

/// `Chilean army: Peru of shelling the port  [2:5]`
pub(super) fn exchange_words(exchange: &Exchange) -> String {
    let who: Vec<String> = exchange.who.iter().map(|one| one.name.clone()).collect();
    let who = match who.is_empty() {
        true => "nobody named".to_owned(),
        false => who.join(" and "),
    };
    let mut line = format!("{who}: {}", shortened(&exchange.what));
    match exchange.polarity {
        Polarity::Said => {}
        Polarity::NotSaid => line += " (not said)",
        polarity => line += &format!(" ({polarity})"),
    }
    if exchange.status != Status::Asserted {
        line += &format!(" ({})", exchange.status);
    }
    if exchange.touches.is_some() {
        line += " (an admission in the same article, of the same names)";
    }
    line
}

/// As many words as a line or two can hold.
pub(super) fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(WORDS) else {
        return text.to_owned();
    };
    let end = text[..end].rfind(' ').unwrap_or(end);
    format!("{} …", &text[..end])
}

/// Why two tolls cannot be compared, or what else is different.
pub(super) fn reason(ledger: &Ledger, reason: Reason, pair: &Pair) -> String {
    let Some((one, other)) = ledger.tolls_of(pair) else {
        return reason.to_string();
    };
    match reason {
        Reason::Window => match (one.since, other.since) {
            (Some(_), Some(_)) => "they count from different days".to_owned(),
            (None, None) => "neither tells from which day it counts".to_owned(),
            _ => "only one tells from which day it counts".to_owned(),
        },
        Reason::EventAndTotal => "one is of a single event, the other a running total".to_owned(),
        Reason::OtherDay => "they happened on different days".to_owned(),
        Reason::OtherClaimant => "somebody else says so".to_owned(),
        Reason::OtherSide => {
            let days = one.day.zip(other.day);
            let days = days.map_or(0, |(one, other)| other.days_since(one));
            match days {
                0 => "the sides go by different names".to_owned(),
                days => format!(
                    "the sides go by different names: growth in {}, or two counts",
                    counted(usize::try_from(days.abs()).unwrap_or_default(), "day")
                ),
            }
        }
        Reason::Vague => "one is a vague word".to_owned(),
        Reason::OtherCategory => {
            "one counts people of any kind, the other one kind only".to_owned()
        }
        Reason::Fell => "the later one is lower".to_owned(),
        Reason::Adds => {
            let added = pair.adds.iter().filter_map(|&toll| ledger.tolls.get(toll));
            let added: Vec<String> = added
                .map(|toll| format!("{} {}", toll_words(toll), refs(&toll.mentions)))
                .collect();
            format!("one adds {}", added.join(" and "))
        }
        _ => reason.to_string(),
    }
}

/// What a pair is called.
pub(super) fn relation(pair: &Pair) -> &'static str {
    match pair.relation {
        Relation::NotComparable => "not comparable",
        Relation::PartOf => "part of",
        relation => relation.as_str(),
    }
}

/// What two tolls are of: `Norway, killed`.
pub(super) fn sides_of(one: &Toll, other: &Toll) -> String {
    let side = |toll: &Toll| side_name(toll.side.as_deref());
    let mut sides = vec![side(one), side(other)];
    sides.dedup();
    format!("{}, {}", sides.join(" | "), one.outcome)
}

/// `25 + 426 = 451: “about 450 people”, the ministry`, with the total and the terms.
pub(super) fn sum_words<'a>(
    ledger: &'a Ledger,
    sum: &Sum,
) -> Option<(String, &'a Toll, Vec<&'a Toll>)> {
    let total = ledger.tolls.get(sum.total)?;
    let terms = sum.terms.iter();
    let terms: Vec<&Toll> = terms.filter_map(|&term| ledger.tolls.get(term)).collect();
    let numbers: Vec<String> = terms
        .iter()
        .map(|term| term.count.low.to_string())
        .collect();
    let more = if sum.at_least { " or more" } else { "" };
    let words = format!(
        "{} = {}{more}: “{}”, {}",
        numbers.join(" + "),
        sum.sum,
        toll_words(total),
        who_says(total)
    );
    Some((words, total, terms))
}

/// How a copy differs: `has “stoked” for “raised”`.
pub(super) fn changed(change: &Change) -> String {
    match (change.from.is_empty(), change.to.is_empty()) {
        (true, _) => format!("has “{}” besides", change.to),
        (_, true) => format!("leaves out “{}”", change.from),
        _ => format!("has “{}” for “{}”", change.to, change.from),
    }
}

/// `Norway: its losses`, and how many articles say so.
pub(super) fn withheld_words(withheld: &Withheld) -> String {
    let holder = withheld.holder.as_ref();
    let holder = holder.map_or("nobody named", |holder| &*holder.name);
    let mut line = format!("{holder}: {}", withheld.topic);
    if withheld.articles > 1 {
        let articles = counted(withheld.articles, "article");
        line += &format!(" ({articles}, {})", counted(withheld.origins, "origin"));
    }
    line
}
