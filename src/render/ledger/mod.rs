//! The ledger for a person to read: plain text, 100 columns, `[4:13]` for sentence 13 of article 4.

mod lines;
#[cfg(feature = "html")]
mod page;
mod threads;
mod words;

use self::lines::Lines;
use self::threads::threads;
use self::words::{
    changed, circumstances, counted, day, exchange_words, heading_of, number_of, people, reason,
    reference, refs, relation, shortened, side_name, sides_of, sum_words, toll_words, who_says,
    withheld_words,
};
use crate::ledger::{Copy, Lasting, Ledger, Pair, Relation, Sum, Toll, Withheld};

#[cfg(feature = "html")]
pub use self::page::ledger_html;

/// Lays out a ledger. Sections without an entry are left out.
///
/// ```
/// use newsclaim::ledger::Ledger;
/// let text = "Norway's army said 31 of its soldiers and four civilians were killed.";
/// let view = newsclaim::render::ledger(&Ledger::of(&[newsclaim::extract(text)]));
/// assert!(view.contains("NORWAY"));
/// ```
pub fn ledger(ledger: &Ledger) -> String {
    let view = View { ledger };
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

struct View<'a> {
    ledger: &'a Ledger,
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
            lines.entry(&format!("  [{}] {day}  ", number + 1), id);
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
            let line = format!("[{}] {}", change.article + 1, changed(change));
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
        let label = relation(pair);
        let about = sides_of(one, other);
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
            .map(|&why| reason(self.ledger, why, pair))
            .collect();
        if !reasons.is_empty() {
            lines.entry("                  → ", &reasons.join("; "));
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
        let Some((words, total, terms)) = sum_words(self.ledger, sum) else {
            return;
        };
        lines.entry("  ", &format!("{words}  {}", refs(&total.mentions)));
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
        let threads = threads(self.ledger);
        if threads.is_empty() {
            return;
        }
        title(
            lines,
            "WHO ACCUSES WHOM",
            "and who denies, confirms, grants it",
        );
        for thread in threads {
            lines.entry("  ", &thread.heading);
            for (depth, exchange) in thread.entries {
                let prefix = format!("    {}{:<12}", "  ".repeat(depth), exchange.kind);
                let mut line = exchange_words(exchange);
                line += &format!("  {}", refs(&exchange.mentions));
                if exchange.mentions.len() > 1 {
                    line += &format!(" ({})", counted(exchange.origins, "origin"));
                }
                lines.entry(&prefix, &line);
            }
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
        let refs = refs(&withheld.mentions);
        lines.entry("  ", &format!("{}  {refs}", withheld_words(withheld)));
    }
}

fn title(lines: &mut Lines, title: &str, about: &str) {
    lines.blank();
    lines.entry("", &format!("{title}: {about}"));
}
