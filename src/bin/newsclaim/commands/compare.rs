//! `newsclaim compare`: many articles in, one ledger out.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use newsclaim::ledger::Ledger;

use crate::arguments::{Articles, Dictionaries, needs_csv};
use crate::status::Outcome;
use crate::{batch, input, ledger_tables, status};

/// Compare what many articles say: who counts whom how, what agrees, who denies what, and what was copied.
///
/// Articles are read as `extract` reads them; of a JSON Lines file each line is an article, or what `extract --format jsonl`
/// wrote of one, which its keys tell apart. Facts with file and place, never a verdict.
#[derive(Args, Debug)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Compare {
    /// What is written: a view to read, one JSON object, a table, or a page for a browser
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Format,

    /// Which table, with --format csv [default: tolls]
    #[arg(long, value_name = "TABLE")]
    pub table: Option<ledger_tables::Table>,

    #[command(flatten)]
    pub dictionaries: Dictionaries,

    #[command(flatten)]
    pub articles: Articles,
}

const EXAMPLES: &str = "\
Examples:
  newsclaim compare articles/                                 read it
  newsclaim compare monday.txt tuesday.txt                    two articles
  newsclaim extract --format jsonl articles/ > found.jsonl
  newsclaim compare found.jsonl                               what was extracted before
  newsclaim compare --format csv --table pairs articles/      figures two by two, for a spreadsheet
  newsclaim compare --format html articles/ > ledger.html     one page, to open in a browser

Texts:
  What extract wrote holds the words of claims and figures, not the articles. Copied sentences are then found by those
  words alone, and lengths of time (\"10 hours of talks\") are not compared. A line that has the article's \"text\" beside
  the keys of extract is compared in full.

Exit status:
  0  every article was read
  1  some could not be read; the others are in the ledger
  2  the command is wrong, or a dictionary is: nothing was read";

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Format {
    /// A view to read.
    Text,
    /// One indented JSON object.
    Json,
    /// A table, with a line of column names.
    Csv,
    /// One page for a browser.
    Html,
}

impl Compare {
    pub(crate) fn run(&self) -> ExitCode {
        status::ended(self.write())
    }

    fn write(&self) -> Result<Outcome, String> {
        needs_csv(self.table.is_some(), self.format == Format::Csv)?;
        let extractor = self.dictionaries.extractor()?;
        let sources = input::sources(&self.articles, None, "compare")?;
        let sources = sources.into_iter().map(input::Source::or_found).collect();
        let pool = batch::pool(&self.articles)?;
        let mut builder = Ledger::builder();
        let outcome = batch::each(&extractor, sources, &pool, |found, text| {
            builder.add(found, text);
        });
        Ok(status::written(self.print(&builder.finish()), outcome))
    }

    fn print(&self, ledger: &Ledger) -> io::Result<()> {
        let mut out = io::BufWriter::new(io::stdout().lock());
        match self.format {
            Format::Text => out.write_all(newsclaim::render::ledger(ledger).as_bytes())?,
            Format::Html => out.write_all(newsclaim::render::ledger_html(ledger).as_bytes())?,
            Format::Json => {
                serde_json::to_writer_pretty(&mut out, ledger)?;
                out.write_all(b"\n")?;
            }
            Format::Csv => {
                let table = self.table.unwrap_or(ledger_tables::Table::Tolls);
                ledger_tables::write(ledger, table, &mut out)?;
            }
        }
        out.flush()
    }
}
