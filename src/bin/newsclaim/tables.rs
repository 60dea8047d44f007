//! What was found, as rows of a table: for spreadsheets, databases and data frames.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe before it, for the words are those of strangers.

use std::borrow::Cow;
use std::io;

use clap::ValueEnum;
use newsclaim::{Casualty, Claim, Extraction, List, Selection, Source, TimeExpression};

/// What a row is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Table {
    /// A claim.
    Claims,
    /// A count of people.
    Figures,
    /// A time expression.
    Dates,
    /// A denial, with the claim that it answers.
    Denials,
}

type Cell<'a> = Cow<'a, str>;

/// What stands in the first columns of every table: the article, its day and its headline, the sentence (from 1) and its
/// words.
const COMMON: [&str; 5] = [
    "article",
    "published",
    "headline",
    "sentence",
    "sentence_text",
];

const CLAIMS: [&str; 23] = [
    "claim",
    "who",
    "name",
    "role",
    "source_kind",
    "anonymous",
    "others",
    "kind",
    "polarity",
    "form",
    "cue",
    "what",
    "target",
    "target_name",
    "relays",
    "status",
    "said",
    "said_day",
    "answers",
    "inside",
    "negated",
    "rule",
    "confidence",
];

const FIGURES: [&str; 20] = [
    "figure",
    "number",
    "low",
    "high",
    "precision",
    "outcome",
    "victims",
    "category",
    "side",
    "claim",
    "who",
    "name",
    "asserted",
    "scope",
    "since",
    "when",
    "place",
    "part_of",
    "text",
    "rule",
];

const DATES: [&str; 6] = ["text", "type", "value", "first", "last", "direction"];

const DENIALS: [&str; 14] = [
    "claim",
    "who",
    "name",
    "polarity",
    "cue",
    "what",
    "target",
    "target_name",
    "answers",
    "answered_who",
    "answered_name",
    "answered_kind",
    "answered_what",
    "confidence",
];

impl Table {
    /// The names of the columns, as a line.
    pub(crate) fn header(self) -> io::Result<Vec<u8>> {
        let own = match self {
            Self::Claims => CLAIMS.as_slice(),
            Self::Figures => &FIGURES,
            Self::Dates => &DATES,
            Self::Denials => &DENIALS,
        };
        let mut lines = csv::Writer::from_writer(Vec::new());
        lines.write_record(COMMON.iter().chain(own))?;
        finished(lines)
    }

    /// A line a row.
    pub(crate) fn rows(
        self,
        text: &str,
        found: &Extraction<'_>,
        selection: &Selection,
    ) -> io::Result<Vec<u8>> {
        let mut rows = Rows {
            text,
            found,
            lines: csv::Writer::from_writer(Vec::new()),
        };
        let list = match self {
            Self::Claims | Self::Denials => List::Claims,
            Self::Figures => List::Casualties,
            Self::Dates => List::Dates,
        };
        for index in selection.indexes(found, list) {
            match self {
                Self::Claims => {
                    let claim = &found.claims[index];
                    rows.add(claim.sentence, claim_cells(claim, found))?;
                }
                Self::Figures => {
                    let figure = &found.casualties[index];
                    rows.add(figure.sentence, figure_cells(index, figure, found))?;
                }
                Self::Dates => {
                    let date = &found.dates[index];
                    rows.add(date.sentence, date_cells(date))?;
                }
                Self::Denials => {
                    let claim = &found.claims[index];
                    if claim.kind == newsclaim::ClaimKind::Denial {
                        rows.add(claim.sentence, denial_cells(claim, found))?;
                    }
                }
            }
        }
        finished(rows.lines)
    }
}

struct Rows<'a> {
    text: &'a str,
    found: &'a Extraction<'a>,
    lines: csv::Writer<Vec<u8>>,
}

impl Rows<'_> {
    fn add<const N: usize>(&mut self, sentence: usize, cells: [Cell<'_>; N]) -> io::Result<()> {
        let headline = self.found.headline();
        let headline = headline.map_or("", |span| span.of(self.text));
        let words = self.found.sentences.get(sentence);
        let words = words.map_or("", |sentence| sentence.span.of(self.text));
        let common = [
            Cow::Owned(self.found.name().unwrap_or_default()),
            written(self.found.published),
            one_line(headline),
            Cow::Owned((sentence + 1).to_string()),
            one_line(words),
        ];
        let cells = common.into_iter().chain(cells).map(defused);
        for cell in cells {
            self.lines.write_field(&*cell)?;
        }
        self.lines.write_record(None::<&[u8]>)?;
        Ok(())
    }
}

fn finished(lines: csv::Writer<Vec<u8>>) -> io::Result<Vec<u8>> {
    lines.into_inner().map_err(|error| error.into_error())
}

fn claim_cells<'a>(claim: &'a Claim<'a>, found: &'a Extraction<'a>) -> [Cell<'a>; CLAIMS.len()] {
    let source = claim.source.as_ref();
    let said = found.said_of(claim);
    [
        plain(&claim.id),
        words(source),
        name(source),
        one_line(
            source
                .and_then(|source| source.role.as_deref())
                .unwrap_or_default(),
        ),
        plain(source.map_or("", |source| source.kind.as_str())),
        written(source.map(|source| source.anonymous)),
        labels(&claim.others),
        plain(claim.kind.as_str()),
        plain(claim.polarity.as_str()),
        plain(claim.form.as_str()),
        one_line(claim.cue.as_ref().map_or("", |cue| &cue.text)),
        claim.words(),
        words(claim.target.as_ref()),
        name(claim.target.as_ref()),
        labels(&claim.relays),
        plain(claim.status.as_str()),
        one_line(said.map_or("", |said| &said.text)),
        written(said.and_then(|said| said.first)),
        plain(found.responds_to(claim).map_or("", |answered| &answered.id)),
        plain(found.nested_in(claim).map_or("", |holder| &holder.id)),
        written(Some(claim.negated)),
        plain(&claim.rule),
        confidence(claim),
    ]
}

fn figure_cells<'a>(
    index: usize,
    figure: &'a Casualty<'a>,
    found: &'a Extraction<'a>,
) -> [Cell<'a>; FIGURES.len()] {
    let claim = found.claim_of(figure);
    let source = claim.and_then(|claim| claim.source.as_ref());
    let victims = figure.victims.as_ref();
    let day = |date: Option<&TimeExpression<'_>>| {
        let date = date.and_then(|date| date.value.clone());
        Cow::Owned(date.unwrap_or_default())
    };
    [
        written(Some(index + 1)),
        one_line(figure.number.as_ref().map_or("", |number| &number.text)),
        written(Some(figure.count.low)),
        written(figure.count.high),
        plain(figure.count.precision.as_str()),
        plain(figure.outcome.as_str()),
        one_line(
            victims
                .and_then(|victims| victims.text.as_deref())
                .unwrap_or_default(),
        ),
        plain(victims.map_or("", |victims| victims.category.as_str())),
        one_line(
            victims
                .and_then(|victims| victims.side.as_deref())
                .unwrap_or_default(),
        ),
        plain(claim.map_or("", |claim| &claim.id)),
        words(source),
        name(source),
        written(Some(figure.asserted)),
        plain(figure.scope.as_str()),
        day(found.since(figure)),
        day(found.when(figure)),
        one_line(figure.place.as_ref().map_or("", |place| &place.text)),
        written(figure.part_of.map(|whole| whole + 1)),
        one_line(&figure.text),
        plain(&figure.rule),
    ]
}

fn date_cells<'a>(date: &'a TimeExpression<'a>) -> [Cell<'a>; DATES.len()] {
    [
        one_line(&date.text),
        plain(date.kind.as_str()),
        plain(date.value.as_deref().unwrap_or_default()),
        written(date.first),
        written(date.last),
        plain(date.direction.map_or("", |direction| direction.as_str())),
    ]
}

fn denial_cells<'a>(claim: &'a Claim<'a>, found: &'a Extraction<'a>) -> [Cell<'a>; DENIALS.len()] {
    let answered = found.responds_to(claim);
    let answered_source = answered.and_then(|answered| answered.source.as_ref());
    [
        plain(&claim.id),
        words(claim.source.as_ref()),
        name(claim.source.as_ref()),
        plain(claim.polarity.as_str()),
        one_line(claim.cue.as_ref().map_or("", |cue| &cue.text)),
        claim.words(),
        words(claim.target.as_ref()),
        name(claim.target.as_ref()),
        plain(answered.map_or("", |answered| &answered.id)),
        words(answered_source),
        name(answered_source),
        plain(answered.map_or("", |answered| answered.kind.as_str())),
        answered.map_or(Cow::Borrowed(""), Claim::words),
        confidence(claim),
    ]
}

fn words<'a>(source: Option<&'a Source<'a>>) -> Cell<'a> {
    one_line(source.map_or("", |source| &source.text))
}

fn name<'a>(source: Option<&'a Source<'a>>) -> Cell<'a> {
    one_line(
        source
            .and_then(|source| source.name.as_deref())
            .unwrap_or_default(),
    )
}

fn labels<'a>(sources: &'a [Source<'a>]) -> Cell<'a> {
    let labels: Vec<_> = sources.iter().map(Source::label).collect();
    Cow::Owned(labels.join("; "))
}

/// To the hundredth: it was measured on some dozens of claims, for many rules.
fn confidence<'a>(claim: &Claim<'_>) -> Cell<'a> {
    Cow::Owned(format!("{:.2}", claim.confidence))
}

fn plain(text: &str) -> Cell<'_> {
    Cow::Borrowed(text)
}

fn written<'a>(value: Option<impl ToString>) -> Cell<'a> {
    Cow::Owned(value.map(|value| value.to_string()).unwrap_or_default())
}

/// Without line breaks, which many readers of tables stumble over.
fn one_line(text: &str) -> Cell<'_> {
    match text.contains(|c: char| c.is_whitespace() && c != ' ') {
        true => Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        false => Cow::Borrowed(text),
    }
}

/// With an apostrophe where a spreadsheet would calculate: `=HYPERLINK(…)` in an article is text.
pub(crate) fn defused(cell: Cell<'_>) -> Cell<'_> {
    const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    match cell.starts_with(FORMULA) {
        true => Cow::Owned(format!("'{cell}")),
        false => cell,
    }
}
