//! The ledger for a person to read: plain text, 100 columns, `[4:13]` for sentence 13 of article 4.

use super::lines::{Lines, one_line};
use crate::date::Date;
use crate::extraction::{Category, Polarity, Precision, Scope, Status};
use crate::ledger::{
    Copy, Exchange, Lasting, Ledger, Mention, Pair, Reason, Relation, Speaker, Sum, Toll, Withheld,
};

/// Lays out a ledger. Sections without an entry are left out.
///
/// ```
/// use newsclaim::ledger::Ledger;
/// let text = "Norway's army said 31 of its soldiers and four civilians were killed.";
/// let view = newsclaim::render::ledger(&Ledger::of(&[newsclaim::extract(text)]));
/// assert!(view.contains("NORWAY"));
/// ```
pub fn ledger(ledger: &Ledger) -> String {
    let view = View::new(ledger);
    let mut lines = Lines::default();
    view.articles(&mut lines);
    view.copies(&mut lines);
    view.tolls(&mut lines);
    view.pairs(&mut lines);
    view.sums(&mut lines);
    view.lengths(&mut lines);
    view.exchanges(&mut lines);
    view.withheld(&mut lines);
    lines.finish()
}

/// Characters of a claim's content or of a copied sentence that are shown.
const WORDS: usize = 170;

struct View<'a> {
    ledger: &'a Ledger,
    /// By exchange: what answers it, then what names the same.
    answers: Vec<Vec<usize>>,
}

impl<'a> View<'a> {
    fn new(ledger: &'a Ledger) -> Self {
        let mut answers = vec![Vec::new(); ledger.exchanges.len()];
        let links: [fn(&Exchange) -> Option<usize>; 2] = [|one| one.answers, |one| one.touches];
        for link in links {
            for (number, exchange) in ledger.exchanges.iter().enumerate() {
                let to = link(exchange).filter(|&to| to != number);
                if let Some(answers) = to.and_then(|to| answers.get_mut(to)) {
                    answers.push(number);
                }
            }
        }
        Self { ledger, answers }
    }
}

impl View<'_> {
    fn articles(&self, lines: &mut Lines) {
        let articles = &self.ledger.articles;
        let days = articles.iter().filter_map(|article| article.published);
        let mut line = counted(articles.len(), "article");
        if let (Some(first), Some(last)) = (days.clone().min(), days.max()) {
            line += &match first == last {
                true => format!(", {first}"),
                false => format!(", {first} to {last}"),
            };
        }
        lines.entry("", &line);
        for (number, article) in articles.iter().enumerate() {
            let day = article
                .published
                .map_or("no day    ".to_owned(), |day| day.to_string());
            let id = article.id.as_deref().map_or("no name", |id| id);
            lines.entry(&format!("  [{}] {day}  ", number + 1), &one_line(id));
        }
        let without = articles.iter().filter(|article| !article.text).count();
        lines.blank();
        lines.entry(
            "",
            "[2:9] is sentence 9 of article 2, as `newsclaim extract` numbers them.",
        );
        if without > 0 {
            let which = match without == articles.len() {
                true => "The articles' texts were".to_owned(),
                false => format!("The texts of {} were", counted(without, "article")),
            };
            let line = format!(
                "{which} not at hand: copies are found by the words of claims and figures, lengths of time not at all."
            );
            lines.entry("", &line);
        }
    }

    fn copies(&self, lines: &mut Lines) {
        let copies = &self.ledger.copies;
        if copies.is_empty() {
            return;
        }
        title(lines, "COPIED SENTENCES", "one origin each");
        for copy in copies {
            self.copy(copy, lines);
        }
    }

    fn copy(&self, copy: &Copy, lines: &mut Lines) {
        let Some(first) = copy.sentences.first() else {
            return;
        };
        let mut line = format!("{} {}", refs(&copy.sentences), shortened(&first.text));
        if copy.quotation {
            line += " (one person's words, quoted)";
        }
        lines.entry("  ", &line);
        for change in &copy.changes {
            let changed = match (change.from.is_empty(), change.to.is_empty()) {
                (true, _) => format!("has “{}” besides", change.to),
                (_, true) => format!("leaves out “{}”", change.from),
                _ => format!("has “{}” for “{}”", change.to, change.from),
            };
            let line = format!("[{}] {changed}", change.article + 1);
            lines.entry("    ", &line);
        }
    }

    fn tolls(&self, lines: &mut Lines) {
        let tolls = &self.ledger.tolls;
        if tolls.is_empty() {
            return;
        }
        title(
            lines,
            "FIGURES",
            "by side and outcome; the day is that of speaking, else of publication",
        );
        let mut last = None;
        for toll in tolls {
            let group = heading_of(toll);
            if last.as_ref() != Some(&group) {
                lines.entry("  ", &group);
                last = Some(group);
            }
            self.toll(toll, lines);
        }
    }

    /// `    31 soldiers        2016-04-07  Norway's army, since 2016-04-02  [2:9]`
    fn toll(&self, toll: &Toll, lines: &mut Lines) {
        let (number, who) = (number_of(toll), people(toll));
        let prefix = format!("    {number:<23} {who:<10}  {:<10}  ", day(toll.day));
        let mut line = who_says(toll);
        for part in circumstances(toll) {
            line += &format!(", {part}");
        }
        line += &format!("  {}", refs(&toll.mentions));
        if toll.origins < toll.articles {
            line += &format!(" ({})", counted(toll.origins, "origin"));
        }
        lines.entry(&prefix, &line);
    }

    fn pairs(&self, lines: &mut Lines) {
        let pairs = &self.ledger.pairs;
        if pairs.is_empty() {
            return;
        }
        title(
            lines,
            "FIGURES COMPARED",
            "of one outcome, and of one side or one place",
        );
        for pair in pairs {
            self.pair(pair, lines);
        }
    }

    fn pair(&self, pair: &Pair, lines: &mut Lines) {
        let Some((one, other)) = self.ledger.tolls_of(pair) else {
            return;
        };
        let label = match pair.relation {
            Relation::NotComparable => "not comparable",
            Relation::PartOf => "part of",
            relation => relation.as_str(),
        };
        let mut sides = vec![
            side_name(one.side.as_deref()),
            side_name(other.side.as_deref()),
        ];
        sides.dedup();
        let about = format!("{}, {}", sides.join(" | "), one.outcome);
        let sentence = |toll: &Toll| toll.mentions.first().map(reference);
        if pair.relation == Relation::PartOf && sentence(one) == sentence(other) {
            let line = format!(
                "{about}: {} of {}: {}  {}",
                toll_words(one),
                toll_words(other),
                who_says(one),
                refs(&one.mentions)
            );
            lines.entry(&format!("  {label:<16}"), &line);
            return;
        }
        lines.entry(&format!("  {label:<16}"), &about);
        for toll in [one, other] {
            let mut line = format!("{}: {}", toll_words(toll), who_says(toll));
            if let Some(day) = toll.day {
                line += &format!(", {day}");
            }
            for part in circumstances(toll) {
                line += &format!(", {part}");
            }
            lines.entry(
                "                  ",
                &format!("{line}  {}", refs(&toll.mentions)),
            );
        }
        let reasons: Vec<String> = pair
            .reasons
            .iter()
            .map(|&reason| self.reason(reason, pair, one, other))
            .collect();
        if !reasons.is_empty() {
            lines.entry("                  → ", &reasons.join("; "));
        }
    }

    fn reason(&self, reason: Reason, pair: &Pair, one: &Toll, other: &Toll) -> String {
        match reason {
            Reason::Window => match (one.since, other.since) {
                (Some(_), Some(_)) => "they count from different days".to_owned(),
                (None, None) => "neither tells from which day it counts".to_owned(),
                _ => "only one tells from which day it counts".to_owned(),
            },
            Reason::EventAndTotal => {
                "one is of a single event, the other a running total".to_owned()
            }
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
                let added = pair
                    .adds
                    .iter()
                    .filter_map(|&toll| self.ledger.tolls.get(toll));
                let added: Vec<String> = added
                    .map(|toll| format!("{} {}", toll_words(toll), refs(&toll.mentions)))
                    .collect();
                format!("one adds {}", added.join(" and "))
            }
            _ => reason.to_string(),
        }
    }

    fn sums(&self, lines: &mut Lines) {
        let sums = &self.ledger.sums;
        if sums.is_empty() {
            return;
        }
        title(
            lines,
            "SUMS",
            "figures of one article that add up to a total: arithmetic, nobody's claim",
        );
        for sum in sums {
            self.sum(sum, lines);
        }
    }

    fn sum(&self, sum: &Sum, lines: &mut Lines) {
        let toll = |toll: &usize| self.ledger.tolls.get(*toll);
        let (terms, total) = (sum.terms.iter().filter_map(toll), toll(&sum.total));
        let Some(total) = total else { return };
        let numbers: Vec<String> = terms
            .clone()
            .map(|term| term.count.low.to_string())
            .collect();
        let more = if sum.at_least { " or more" } else { "" };
        let line = format!(
            "{} = {}{more}: “{}”, {}  {}",
            numbers.join(" + "),
            sum.sum,
            toll_words(total),
            who_says(total),
            refs(&total.mentions)
        );
        lines.entry("  ", &line);
        for term in terms {
            let side = side_name(term.side.as_deref());
            let refs = refs(&term.mentions);
            let line = format!("{} ({side}): {}  {refs}", toll_words(term), who_says(term));
            lines.entry("      ", &line);
        }
    }

    fn lengths(&self, lines: &mut Lines) {
        let lengths = &self.ledger.lengths;
        if lengths.is_empty() {
            return;
        }
        title(lines, "LENGTHS OF TIME", "that do not agree");
        for one in lengths {
            self.length(one, lines);
        }
    }

    fn length(&self, lasting: &Lasting, lines: &mut Lines) {
        let lengths: Vec<String> = lasting
            .mentions
            .iter()
            .map(|one| format!("{} {}", one.text, reference(one)))
            .collect();
        let line = format!(
            "{} (both sentences have: {})",
            lengths.join(" | "),
            lasting.shared.join(", ")
        );
        lines.entry("  ", &line);
    }

    fn exchanges(&self, lines: &mut Lines) {
        let exchanges = &self.ledger.exchanges;
        // What answers another stands below it.
        let mut open: Vec<usize> = (0..exchanges.len())
            .filter(|&number| {
                let one = &exchanges[number];
                one.answers.is_none() && one.touches.is_none()
            })
            .collect();
        if open.is_empty() {
            return;
        }
        title(
            lines,
            "WHO ACCUSES WHOM",
            "and who denies, confirms, grants it",
        );
        open.sort_by_cached_key(|&number| (group_of(&exchanges[number]), number));
        let mut last = None;
        for number in open {
            let group = group_of(&exchanges[number]);
            if last.as_ref() != Some(&group) {
                lines.entry("  ", &group.heading());
                last = Some(group);
            }
            self.exchange(number, 0, lines);
        }
    }

    fn exchange(&self, number: usize, depth: usize, lines: &mut Lines) {
        // Somebody's answer to an answer to an answer: no article goes further, and a circle ends here.
        const DEEPEST: usize = 6;
        let exchanges = &self.ledger.exchanges;
        let Some(exchange) = exchanges.get(number).filter(|_| depth < DEEPEST) else {
            return;
        };
        let prefix = format!("    {}{:<12}", "  ".repeat(depth), exchange.kind);
        lines.entry(&prefix, &exchange_words(exchange));
        for &other in &self.answers[number] {
            self.exchange(other, depth + 1, lines);
        }
    }

    fn withheld(&self, lines: &mut Lines) {
        let withheld = &self.ledger.withheld;
        if withheld.is_empty() {
            return;
        }
        title(lines, "NOT TOLD", "who keeps what back");
        for one in withheld {
            self.held_back(one, lines);
        }
    }

    fn held_back(&self, withheld: &Withheld, lines: &mut Lines) {
        let holder = withheld.holder.as_ref();
        let holder = holder.map_or("nobody named", |holder| &*holder.name);
        let mut line = format!(
            "{}: {}  {}",
            one_line(holder),
            one_line(&withheld.topic),
            refs(&withheld.mentions)
        );
        if withheld.articles > 1 {
            line += &format!(
                "  {}, {}",
                counted(withheld.articles, "article"),
                counted(withheld.origins, "origin")
            );
        }
        lines.entry("  ", &line);
    }
}

fn title(lines: &mut Lines, title: &str, about: &str) {
    lines.blank();
    lines.entry("", &format!("{title}: {about}"));
}

/// `1 article`, `2 articles`.
fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// `[4:13]`.
fn reference(mention: &Mention) -> String {
    format!("[{}:{}]", mention.article + 1, mention.sentence + 1)
}

fn refs(mentions: &[Mention]) -> String {
    let mut refs: Vec<String> = mentions.iter().map(reference).collect();
    refs.dedup();
    refs.join(" ")
}

fn day(day: Option<Date>) -> String {
    day.map_or("no day".to_owned(), |day| day.to_string())
}

fn side_name(side: Option<&str>) -> String {
    match side {
        None => "side not told".to_owned(),
        Some("both") => "both sides".to_owned(),
        Some(side) => one_line(side),
    }
}

/// The group that a toll stands in: `NORWAY, killed`.
fn heading_of(toll: &Toll) -> String {
    match toll.scope {
        Scope::Historic => "EARLIER WARS AND DISASTERS".to_owned(),
        _ => {
            let side = side_name(toll.side.as_deref()).to_uppercase();
            format!("{side}, {}", toll.outcome)
        }
    }
}

/// `31 soldiers`, `nearly 500 people`, `hundreds (people)`.
fn toll_words(toll: &Toll) -> String {
    match toll.count.precision {
        Precision::Vague => format!("{} ({})", number_of(toll), people(toll)),
        _ => format!("{} {}", number_of(toll), people(toll)),
    }
}

fn number_of(toll: &Toll) -> String {
    let number = toll.number.as_deref();
    let number = number.map_or_else(|| toll.count.to_string(), one_line);
    let bare = number.strip_suffix(" of").map(str::to_owned);
    bare.unwrap_or(number)
}

fn people(toll: &Toll) -> &'static str {
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

fn who_says(toll: &Toll) -> String {
    let claimant = toll.claimant.as_ref();
    claimant.map_or("the article's own words".to_owned(), |who| {
        one_line(&who.name)
    })
}

/// What else is told of a figure.
fn circumstances(toll: &Toll) -> Vec<String> {
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
        told.push(format!("where: {}", one_line(place)));
    }
    if toll.status != Status::Asserted {
        told.push(toll.status.to_string());
    }
    told
}

/// What became of those who are counted in an earlier war.
fn earlier(toll: &Toll) -> String {
    match &toll.side {
        Some(_) => format!("{}, {}", toll.outcome, side_name(toll.side.as_deref())),
        None => toll.outcome.to_string(),
    }
}

/// Those of whom something is said, as a heading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    EachOther(String),
    Of(String),
    Nobody,
}

impl Group {
    fn heading(&self) -> String {
        match self {
            Self::EachOther(who) => format!("{who} of each other"),
            Self::Of(whom) => format!("of {whom}"),
            Self::Nobody => "no target named".to_owned(),
        }
    }
}

fn group_of(exchange: &Exchange) -> Group {
    let speaks_for = |one: &Speaker| one.party.clone().unwrap_or_else(|| one_line(&one.name));
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
fn exchange_words(exchange: &Exchange) -> String {
    let who: Vec<String> = exchange.who.iter().map(|one| one_line(&one.name)).collect();
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
    line += &format!("  {}", refs(&exchange.mentions));
    if exchange.mentions.len() > 1 {
        line += &format!(" ({})", counted(exchange.origins, "origin"));
    }
    line
}

/// As many words as a line or two can hold.
fn shortened(text: &str) -> String {
    let line = one_line(text);
    let Some((end, _)) = line.char_indices().nth(WORDS) else {
        return line;
    };
    let end = line[..end].rfind(' ').unwrap_or(end);
    format!("{} …", &line[..end])
}
