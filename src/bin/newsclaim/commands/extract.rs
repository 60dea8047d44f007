//! `newsclaim extract`: articles in, one extraction each out.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use newsclaim::render::View;
use newsclaim::{ClaimKind, List, OffsetUnit, Selection};

use crate::arguments::{Articles, Dictionaries, needs_csv};
use crate::colours::Colours;
use crate::output::Shape;
use crate::status::Outcome;
use crate::tables::Table;
use crate::{batch, input, resume, status};

/// Columns of a view that goes into a file or a pipe.
const COLUMNS: usize = 100;
/// Lines that are longer are hard to read, however wide the terminal.
const MOST_COLUMNS: usize = 120;

/// Extract claims, figures and dates from articles.
///
/// An article is a text file, or a line of a JSON Lines file: {"id": …, "text": "…", "published": "YYYY-MM-DD"},
/// where id and published (or "date") may be absent; other keys come out again under "meta". What is found goes to
/// standard output in the order of the articles.
#[derive(Args, Debug)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Extract {
    /// What is written: a view to read, one JSON object (for one article), one JSON object a line, a table, or a page for a browser
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Format,

    /// What the offsets in the JSON count
    #[arg(long, value_name = "UNIT", default_value = "byte")]
    pub offsets: Offsets,

    /// With --format csv, which table [default: claims]
    #[arg(long, value_name = "TABLE")]
    pub table: Option<Table>,

    /// With --format jsonl: goes on with what an earlier run wrote into OUT, and writes behind it; a new file if there is none
    ///
    /// Articles whose id has a record there are passed over, those that could not be read are tried again, and a last line
    /// that was cut off is written anew. Articles without an id are not known again.
    #[arg(long, value_name = "OUT")]
    pub resume: Option<PathBuf>,

    #[command(flatten)]
    pub layout: Layout,

    #[command(flatten)]
    pub selected: Selected,

    #[command(flatten)]
    pub dictionaries: Dictionaries,

    #[command(flatten)]
    pub articles: Articles,
}

/// How the view looks.
#[derive(Args, Debug)]
pub(crate) struct Layout {
    /// In the view: one line a claim, without the article
    #[arg(long)]
    pub brief: bool,

    /// In the view: the rule behind each claim and figure, and why there is no claim where one could have been
    #[arg(long, conflicts_with = "brief")]
    pub explain: bool,

    /// Colours in the view: auto is on a terminal, unless NO_COLOR is set, and everywhere if CLICOLOR_FORCE is
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: Colours,

    /// Columns of the view [default: the terminal's, at most 120; 100 in a file or a pipe]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(40..))]
    pub width: Option<u16>,
}

impl Layout {
    fn view(&self, selection: Selection) -> View {
        let view = View::new().only(selection);
        let terminal = || terminal_size::terminal_size_of(std::io::stdout());
        let columns = match (self.width, terminal()) {
            (Some(columns), _) => usize::from(columns),
            (None, Some((columns, _))) => usize::from(columns.0).min(MOST_COLUMNS),
            // Whoever searches in the lines wants all of them.
            (None, None) if self.brief => usize::MAX,
            (None, None) => COLUMNS,
        };
        let view = view.width(columns);
        let view = if self.explain { view.explained() } else { view };
        if self.brief { view.brief() } else { view }
    }
}

/// What of it is written.
#[derive(Args, Debug)]
pub(crate) struct Selected {
    /// Only these lists, separated by commas: claims, figures, dates, losses, withheld
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    pub only: Vec<Listed>,

    /// Only claims of these kinds, separated by commas, and what belongs to them
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kinds())]
    pub kind: Vec<ClaimKind>,

    /// Only claims of speakers whose words or name hold these words, and what belongs to them; may be given several times
    #[arg(long, value_name = "WORDS")]
    pub who: Vec<String>,
}

impl Selected {
    fn selection(&self) -> Selection {
        let lists = self.only.iter().map(|list| list.list());
        let selection = lists.fold(Selection::new(), Selection::only);
        let selection = self.kind.iter().copied().fold(selection, Selection::kind);
        self.who
            .iter()
            .fold(selection, |selection, who| selection.who(who))
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Listed {
    Claims,
    Figures,
    Dates,
    Losses,
    Withheld,
}

impl Listed {
    fn list(self) -> List {
        match self {
            Self::Claims => List::Claims,
            Self::Figures => List::Casualties,
            Self::Dates => List::Dates,
            Self::Losses => List::Losses,
            Self::Withheld => List::Undisclosed,
        }
    }
}

fn kinds() -> impl TypedValueParser<Value = ClaimKind> {
    let names = ClaimKind::ALL.iter().map(|kind| kind.as_str());
    PossibleValuesParser::new(names).map(|name| {
        let mut kinds = ClaimKind::ALL.iter().copied();
        kinds
            .find(|kind| kind.as_str() == name)
            .unwrap_or(ClaimKind::Other)
    })
}

const EXAMPLES: &str = "\
Examples:
  newsclaim extract 2016-04-07_article.txt                   read it
  newsclaim extract --format json --published 2016-04-07 -   one article from standard input, as JSON
  newsclaim extract --format jsonl articles/ > found.jsonl   every .txt and .jsonl file of a folder
  newsclaim extract --format html articles/ > page.html      one page on all of them, to open in a browser
  newsclaim extract --format csv --table figures articles/   every figure a row, for a spreadsheet
  newsclaim extract --brief --kind denial --who Ruiz *.txt   what she denies, a line each
  newsclaim extract --lexicon cues=my_cues.txt article.txt   with words of your own
  newsclaim extract --format jsonl --resume found.jsonl *.gz go on where an earlier run was cut off

Selection:
  --kind and --who choose claims, and with them their figures, losses and dates, and what the speakers keep back. In JSON,
  links to what is left out are null; the tables and the view go on naming it.

Day of publication:
  The line's own \"published\" or \"date\" (a day or a time stamp), else --published, else the date at the start of a text file's name
  (2016-04-07_article.txt), else what the article itself gives away.

Errors:
  An article that cannot be read is named on standard error, with file and line; with --format jsonl a line
  {\"line\": 17, \"id\": …, \"error\": \"…\"} stands in its place. The others are read all the same.
  Half a surrogate pair (\\ud800) becomes U+FFFD. Whoever reads the output may leave early: `newsclaim … | head` ends
  quietly, with the status of what was read until then. Standard output that was closed before is /dev/null.
  Ctrl-C ends the command behind an article: what stands in the output is whole lines. A second one ends it at once.

Exit status:
  0    every article was read
  1    some could not be read, or the output could not be written
  2    the command is wrong, or a dictionary is: nothing was read
  130  it was ended by Ctrl-C";

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Format {
    /// A view to read.
    Text,
    /// One indented JSON object, for one article.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// A table, with its header.
    Csv,
    /// One page for a browser, on all articles.
    Html,
}

/// What an offset counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Offsets {
    /// UTF-8 bytes.
    Byte,
    /// Code points: how Python slices.
    Char,
    /// UTF-16 units: how JavaScript slices.
    Utf16,
}

impl Offsets {
    pub(crate) fn unit(self) -> OffsetUnit {
        match self {
            Self::Byte => OffsetUnit::Byte,
            Self::Char => OffsetUnit::Char,
            Self::Utf16 => OffsetUnit::Utf16,
        }
    }
}

impl Extract {
    pub(crate) fn run(&self) -> ExitCode {
        status::ended(self.write())
    }

    fn write(&self) -> Result<Outcome, String> {
        needs_csv(self.table.is_some(), self.format == Format::Csv)?;
        if self.resume.is_some() && self.format != Format::Jsonl {
            return Err("--resume is for --format jsonl".to_owned());
        }
        let extractor = self.dictionaries.extractor()?;
        let sources = input::sources(&self.articles, self.resume.as_deref(), "extract")?;
        if self.format == Format::Json && sources.len() > 1 {
            return Err(format!(
                "--format json is for one article, and here are {} files; use --format jsonl",
                sources.len()
            ));
        }
        let pool = batch::pool(&self.articles)?;
        let selection = self.selected.selection();
        let shape = Shape {
            format: self.format,
            offsets: self.offsets,
            table: self.table.unwrap_or(Table::Claims),
            coloured: self.format == Format::Text && self.layout.color.wanted(),
            view: self.layout.view(selection.clone()),
            selection,
        };
        let resumed = self.resume.as_deref().map(resume::open).transpose()?;
        Ok(batch::run(&extractor, sources, &shape, &pool, resumed))
    }
}
