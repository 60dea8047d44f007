//! The ledger as tables, one row an entry: for spreadsheets and data bases.

use std::borrow::Cow;
use std::io::{self, Write};

use clap::ValueEnum;
use newsclaim::Date;
use newsclaim::ledger::{Ledger, Mention, Speaker, Toll};

use crate::tables::defused;

/// Which entries.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Table {
    /// A figure and everybody who gives it.
    Tolls,
    /// Two figures and how they stand to each other.
    Pairs,
    /// Figures that add up to another.
    Sums,
    /// Who accuses, denies, confirms whom.
    Exchanges,
    /// Sentences that stand in several articles.
    Copies,
    /// What somebody has not told.
    Withheld,
    /// Lengths of time that do not agree.
    Lengths,
}

/// Writes a table with a line of column names.
pub(crate) fn write(ledger: &Ledger, table: Table, out: &mut impl Write) -> io::Result<()> {
    let mut rows = Rows {
        ledger,
        writer: csv::Writer::from_writer(out),
    };
    match table {
        Table::Tolls => rows.tolls(),
        Table::Pairs => rows.pairs(),
        Table::Sums => rows.sums(),
        Table::Exchanges => rows.exchanges(),
        Table::Copies => rows.copies(),
        Table::Withheld => rows.withheld(),
        Table::Lengths => rows.lengths(),
    }?;
    rows.writer.flush()
}

struct Rows<'a, W: Write> {
    ledger: &'a Ledger,
    writer: csv::Writer<W>,
}

const TOLL: [&str; 13] = [
    "side",
    "outcome",
    "category",
    "low",
    "high",
    "precision",
    "claimant",
    "speaks_for",
    "day",
    "since",
    "scope",
    "status",
    "places",
];

impl<W: Write> Rows<'_, W> {
    fn row<'c>(&mut self, cells: impl IntoIterator<Item = Cow<'c, str>>) -> io::Result<()> {
        let cells: Vec<Cow<'c, str>> = cells.into_iter().map(defused).collect();
        let cells = cells.iter().map(|cell| cell.as_bytes());
        Ok(self.writer.write_record(cells)?)
    }

    fn head(&mut self, names: &[&'static str]) -> io::Result<()> {
        self.row(names.iter().map(|&name| Cow::Borrowed(name)))
    }

    fn tolls(&mut self) -> io::Result<()> {
        let mut names = vec!["toll"];
        names.extend(TOLL);
        names.extend(["part_of", "articles", "origins", "text"]);
        self.head(&names)?;
        for (number, toll) in self.ledger.tolls.iter().enumerate() {
            let mut cells = vec![cell(&number)];
            cells.extend(toll_cells(self.ledger, toll));
            cells.extend([
                maybe(toll.part_of),
                cell(&toll.articles),
                cell(&toll.origins),
            ]);
            cells.push(first_text(&toll.mentions));
            self.row(cells)?;
        }
        Ok(())
    }

    fn pairs(&mut self) -> io::Result<()> {
        let mut names = vec!["relation".to_owned(), "reasons".to_owned()];
        for which in ["first", "second"] {
            names.extend(TOLL.iter().map(|name| format!("{which}_{name}")));
        }
        self.row(names.into_iter().map(Cow::Owned))?;
        for pair in &self.ledger.pairs {
            let Some((one, other)) = self.ledger.tolls_of(pair) else {
                continue;
            };
            let reasons: Vec<&str> = pair.reasons.iter().map(|reason| reason.as_str()).collect();
            let mut cells = vec![cell(&pair.relation), Cow::Owned(reasons.join(" "))];
            cells.extend(toll_cells(self.ledger, one));
            cells.extend(toll_cells(self.ledger, other));
            self.row(cells)?;
        }
        Ok(())
    }

    fn sums(&mut self) -> io::Result<()> {
        self.head(&[
            "terms",
            "sum",
            "at_least",
            "total",
            "total_low",
            "total_high",
            "article",
        ])?;
        for sum in &self.ledger.sums {
            let terms = sum
                .terms
                .iter()
                .filter_map(|&term| self.ledger.tolls.get(term));
            let terms: Vec<String> = terms.map(|term| term.count.low.to_string()).collect();
            let total = self.ledger.tolls.get(sum.total);
            self.row([
                Cow::Owned(terms.join(" + ")),
                cell(&sum.sum),
                cell(&sum.at_least),
                cell(&sum.total),
                maybe(total.map(|total| total.count.low)),
                maybe(total.and_then(|total| total.count.high)),
                Cow::Owned(name(self.ledger, sum.article)),
            ])?;
        }
        Ok(())
    }

    fn exchanges(&mut self) -> io::Result<()> {
        self.head(&[
            "exchange",
            "kind",
            "polarity",
            "who",
            "who_speak_for",
            "cue",
            "whom",
            "whom_speak_for",
            "each_other",
            "what",
            "status",
            "day",
            "answers",
            "touches",
            "places",
            "origins",
        ])?;
        for (number, one) in self.ledger.exchanges.iter().enumerate() {
            self.row([
                cell(&number),
                cell(&one.kind),
                cell(&one.polarity),
                names(&one.who),
                parties(&one.who),
                maybe(one.cue.as_deref()),
                names(&one.whom),
                parties(&one.whom),
                cell(&one.each_other),
                Cow::Borrowed(&one.what),
                cell(&one.status),
                maybe(one.day),
                maybe(one.answers),
                maybe(one.touches),
                places(self.ledger, &one.mentions),
                cell(&one.origins),
            ])?;
        }
        Ok(())
    }

    fn copies(&mut self) -> io::Result<()> {
        self.head(&["copy", "place", "text", "quotation", "changes"])?;
        for (number, copy) in self.ledger.copies.iter().enumerate() {
            for mention in &copy.sentences {
                let own = copy
                    .changes
                    .iter()
                    .filter(|change| change.article == mention.article);
                let changes: Vec<String> = own
                    .map(|change| format!("“{}” → “{}”", change.from, change.to))
                    .collect();
                self.row([
                    cell(&number),
                    Cow::Owned(place(self.ledger, mention)),
                    Cow::Borrowed(&*mention.text),
                    cell(&copy.quotation),
                    Cow::Owned(changes.join("; ")),
                ])?;
            }
        }
        Ok(())
    }

    fn withheld(&mut self) -> io::Result<()> {
        self.head(&[
            "holder",
            "speaks_for",
            "topic",
            "articles",
            "origins",
            "places",
        ])?;
        for one in &self.ledger.withheld {
            let holder = one.holder.as_ref();
            self.row([
                maybe(holder.map(|holder| &*holder.name)),
                maybe(holder.and_then(|holder| holder.party.as_deref())),
                Cow::Borrowed(&*one.topic),
                cell(&one.articles),
                cell(&one.origins),
                places(self.ledger, &one.mentions),
            ])?;
        }
        Ok(())
    }

    fn lengths(&mut self) -> io::Result<()> {
        self.head(&["what", "length", "place", "text"])?;
        for lasting in &self.ledger.lengths {
            for (length, mention) in lasting.lengths.iter().zip(&lasting.mentions) {
                self.row([
                    Cow::Borrowed(&*lasting.what),
                    Cow::Borrowed(&**length),
                    Cow::Owned(place(self.ledger, mention)),
                    Cow::Borrowed(&*mention.text),
                ])?;
            }
        }
        Ok(())
    }
}

fn toll_cells<'a>(ledger: &Ledger, toll: &'a Toll) -> [Cow<'a, str>; TOLL.len()] {
    let claimant = toll.claimant.as_ref();
    [
        maybe(toll.side.as_deref()),
        cell(&toll.outcome),
        cell(&toll.category),
        cell(&toll.count.low),
        maybe(toll.count.high),
        cell(&toll.count.precision),
        maybe(claimant.map(|who| &*who.name)),
        maybe(claimant.and_then(|who| who.party.as_deref())),
        maybe::<Date>(toll.day),
        maybe::<Date>(toll.since),
        cell(&toll.scope),
        cell(&toll.status),
        places(ledger, &toll.mentions),
    ]
}

fn cell<'c>(value: &impl ToString) -> Cow<'c, str> {
    Cow::Owned(value.to_string())
}

fn maybe<'c, T: ToString>(value: Option<T>) -> Cow<'c, str> {
    value.map_or(Cow::Borrowed(""), |value| cell(&value))
}

fn names<'c>(speakers: &[Speaker]) -> Cow<'c, str> {
    let names: Vec<&str> = speakers.iter().map(|one| &*one.name).collect();
    Cow::Owned(names.join("; "))
}

fn parties<'c>(speakers: &[Speaker]) -> Cow<'c, str> {
    let parties: Vec<&str> = speakers
        .iter()
        .filter_map(|one| one.party.as_deref())
        .collect();
    Cow::Owned(parties.join("; "))
}

fn first_text(mentions: &[Mention]) -> Cow<'_, str> {
    mentions
        .first()
        .map_or(Cow::Borrowed(""), |one| Cow::Borrowed(&*one.text))
}

/// `monday.txt:120-151`: the article and the place in it.
fn place(ledger: &Ledger, mention: &Mention) -> String {
    let article = name(ledger, mention.article);
    format!("{article}:{}-{}", mention.span.start, mention.span.end)
}

fn places<'c>(ledger: &Ledger, mentions: &[Mention]) -> Cow<'c, str> {
    let places: Vec<String> = mentions.iter().map(|one| place(ledger, one)).collect();
    Cow::Owned(places.join(" "))
}

/// The article's id, else its number from 1.
fn name(ledger: &Ledger, article: usize) -> String {
    let listed = ledger.articles.get(article).and_then(|one| one.id.clone());
    listed.unwrap_or_else(|| (article + 1).to_string())
}
