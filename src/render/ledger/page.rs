//! The ledger as a page for a browser or a printer: one file that loads nothing, readable without script.

use askama::Template;

use super::threads::threads;
use super::words::{
    changed, circumstances, counted, day, exchange_words, heading_of, number_of, people, reason,
    relation, shortened, side_name, sides_of, sum_words, toll_words, who_says,
};
use crate::ledger::{Ledger, Mention, Pair, Toll};
use crate::render::visible;

/// A page of one file, for a browser or a printer. Every entry names article and sentence, and has the span and the
/// words of the article at hand. Loads nothing from anywhere and needs no script.
///
/// ```
/// use newsclaim::ledger::Ledger;
/// let text = "Norway accused Chile of shelling <Hale>.";
/// let page = newsclaim::render::ledger_html(&Ledger::of(&[newsclaim::extract(text)]));
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// assert!(!page.contains("<Hale>"));
/// ```
pub fn ledger_html(ledger: &Ledger) -> String {
    let page = Page {
        title: format!("{} side by side", counted(ledger.articles.len(), "article")),
        version: env!("CARGO_PKG_VERSION"),
        articles: articles(ledger),
        without_text: ledger.articles.iter().filter(|one| !one.text).count(),
        tolls: tolls(ledger),
        sections: [
            pairs(ledger),
            sums(ledger),
            lengths(ledger),
            exchanges(ledger),
            copies(ledger),
            withheld(ledger),
        ]
        .into_iter()
        .filter(|section| !section.groups.is_empty())
        .collect(),
    };
    // Writing to a string fails only where a value's own `Display` does, and none of these does.
    page.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "ledger.html", config = "src/render/html/askama.toml")]
struct Page {
    title: String,
    version: &'static str,
    articles: Vec<ArticleRow>,
    without_text: usize,
    tolls: Vec<TollGroup>,
    sections: Vec<Section>,
}

struct ArticleRow {
    anchor: String,
    id: String,
    about: String,
}

struct TollGroup {
    heading: String,
    rows: Vec<TollRow>,
}

struct TollRow {
    number: String,
    people: &'static str,
    claimant: String,
    day: String,
    circumstances: String,
    origins: Option<String>,
    links: Vec<Link>,
}

struct Section {
    id: &'static str,
    title: &'static str,
    about: &'static str,
    groups: Vec<Group>,
}

struct Group {
    heading: Option<String>,
    entries: Vec<Entry>,
}

/// A line, and the lines below it.
struct Entry {
    /// What kind of claim, for its colour.
    kind: &'static str,
    label: String,
    words: String,
    links: Vec<Link>,
    /// How far below another entry it stands.
    depth: usize,
    below: Vec<Line>,
}

struct Line {
    words: String,
    links: Vec<Link>,
}

/// A place in an article.
struct Link {
    /// The anchor of the article.
    to: String,
    /// `4:13`, the sentence by its number.
    name: String,
    /// The article, the span and the words.
    about: String,
}

fn shown(text: &str) -> String {
    visible(text).into_owned()
}

fn article_name(ledger: &Ledger, article: usize) -> String {
    let id = ledger
        .articles
        .get(article)
        .and_then(|one| one.id.as_deref());
    id.map_or_else(|| format!("article {}", article + 1), shown)
}

fn links(ledger: &Ledger, mentions: &[Mention]) -> Vec<Link> {
    let link = |mention: &Mention| Link {
        to: format!("a{}", mention.article + 1),
        name: format!("{}:{}", mention.article + 1, mention.sentence + 1),
        about: format!(
            "{}, {}–{}: {}",
            article_name(ledger, mention.article),
            mention.span.start,
            mention.span.end,
            shown(&mention.text)
        ),
    };
    mentions.iter().map(link).collect()
}

fn articles(ledger: &Ledger) -> Vec<ArticleRow> {
    let articles = ledger.articles.iter().enumerate();
    articles
        .map(|(number, one)| ArticleRow {
            anchor: format!("a{}", number + 1),
            id: article_name(ledger, number),
            about: format!(
                "{}, {}, {}",
                day(one.published),
                counted(one.claims, "claim"),
                counted(one.figures, "figure")
            ),
        })
        .collect()
}

fn tolls(ledger: &Ledger) -> Vec<TollGroup> {
    let mut groups: Vec<TollGroup> = Vec::new();
    for toll in &ledger.tolls {
        let heading = shown(&heading_of(toll));
        let row = TollRow {
            number: shown(&number_of(toll)),
            people: people(toll),
            claimant: shown(&who_says(toll)),
            day: day(toll.day),
            circumstances: shown(&circumstances(toll).join(", ")),
            origins: (toll.origins < toll.articles).then(|| counted(toll.origins, "origin")),
            links: links(ledger, &toll.mentions),
        };
        match groups.last_mut().filter(|last| last.heading == heading) {
            Some(last) => last.rows.push(row),
            None => groups.push(TollGroup {
                heading,
                rows: vec![row],
            }),
        }
    }
    groups
}

fn one_group(entries: Vec<Entry>) -> Vec<Group> {
    match entries.is_empty() {
        true => Vec::new(),
        false => vec![Group {
            heading: None,
            entries,
        }],
    }
}

fn toll_line(ledger: &Ledger, toll: &Toll) -> Line {
    let mut words = vec![who_says(toll)];
    words.extend(toll.day.map(|day| day.to_string()));
    words.extend(circumstances(toll));
    Line {
        words: shown(&format!("{}: {}", toll_words(toll), words.join(", "))),
        links: links(ledger, &toll.mentions),
    }
}

fn pair_entry(ledger: &Ledger, pair: &Pair) -> Option<Entry> {
    let (one, other) = ledger.tolls_of(pair)?;
    let reasons: Vec<String> = pair
        .reasons
        .iter()
        .map(|&why| reason(ledger, why, pair))
        .collect();
    let mut below = vec![toll_line(ledger, one), toll_line(ledger, other)];
    if !reasons.is_empty() {
        below.push(Line {
            words: shown(&format!("→ {}", reasons.join("; "))),
            links: Vec::new(),
        });
    }
    Some(Entry {
        kind: "other",
        label: relation(pair).to_owned(),
        words: shown(&sides_of(one, other)),
        links: Vec::new(),
        depth: 0,
        below,
    })
}

fn pairs(ledger: &Ledger) -> Section {
    let entries = ledger
        .pairs
        .iter()
        .filter_map(|pair| pair_entry(ledger, pair));
    Section {
        id: "pairs",
        title: "Figures compared",
        about: "of one outcome, and of one side or one place",
        groups: one_group(entries.collect()),
    }
}

fn sums(ledger: &Ledger) -> Section {
    let entry = |sum| {
        let (words, total, terms) = sum_words(ledger, sum)?;
        let below = terms.into_iter().map(|term| Line {
            words: shown(&format!(
                "{} ({}): {}",
                toll_words(term),
                side_name(term.side.as_deref()),
                who_says(term)
            )),
            links: links(ledger, &term.mentions),
        });
        Some(Entry {
            kind: "other",
            label: "sum".to_owned(),
            words: shown(&words),
            links: links(ledger, &total.mentions),
            depth: 0,
            below: below.collect(),
        })
    };
    Section {
        id: "sums",
        title: "Sums",
        about: "figures of one article that add up to a total: arithmetic, nobody’s claim",
        groups: one_group(ledger.sums.iter().filter_map(entry).collect()),
    }
}

fn lengths(ledger: &Ledger) -> Section {
    let entries = ledger.lengths.iter().map(|lasting| Entry {
        kind: "other",
        label: "length".to_owned(),
        words: shown(&format!(
            "{}: both sentences have {}",
            lasting.what,
            lasting.shared.join(", ")
        )),
        links: Vec::new(),
        depth: 0,
        below: lasting
            .mentions
            .iter()
            .map(|one| Line {
                words: shown(&one.text),
                links: links(ledger, std::slice::from_ref(one)),
            })
            .collect(),
    });
    Section {
        id: "lengths",
        title: "Lengths of time",
        about: "that do not agree",
        groups: one_group(entries.collect()),
    }
}

fn exchanges(ledger: &Ledger) -> Section {
    let groups = threads(ledger).into_iter().map(|thread| Group {
        heading: Some(shown(&thread.heading)),
        entries: thread
            .entries
            .into_iter()
            .map(|(depth, exchange)| Entry {
                kind: exchange.kind.as_str(),
                label: exchange.kind.to_string(),
                words: shown(&exchange_words(exchange)),
                links: links(ledger, &exchange.mentions),
                depth,
                below: Vec::new(),
            })
            .collect(),
    });
    Section {
        id: "exchanges",
        title: "Who accuses whom",
        about: "and who denies, confirms, grants it",
        groups: groups.collect(),
    }
}

fn copies(ledger: &Ledger) -> Section {
    let entry = |copy: &crate::ledger::Copy| {
        let first = copy.sentences.first()?;
        let below = copy.changes.iter().map(|change| Line {
            words: shown(&format!(
                "{} {}",
                article_name(ledger, change.article),
                changed(change)
            )),
            links: Vec::new(),
        });
        Some(Entry {
            kind: "other",
            label: if copy.quotation { "quotation" } else { "copy" }.to_owned(),
            words: shown(&shortened(&first.text)),
            links: links(ledger, &copy.sentences),
            depth: 0,
            below: below.collect(),
        })
    };
    Section {
        id: "copies",
        title: "Copied sentences",
        about: "one origin each",
        groups: one_group(ledger.copies.iter().filter_map(entry).collect()),
    }
}

fn withheld(ledger: &Ledger) -> Section {
    let entries = ledger.withheld.iter().map(|one| Entry {
        kind: "other",
        label: "not told".to_owned(),
        words: shown(&super::words::withheld_words(one)),
        links: links(ledger, &one.mentions),
        depth: 0,
        below: Vec::new(),
    });
    Section {
        id: "withheld",
        title: "Not told",
        about: "who keeps what back",
        groups: one_group(entries.collect()),
    }
}
