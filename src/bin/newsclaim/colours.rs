//! Colours of the view, on a terminal that wants them.

use std::io;

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use newsclaim::render::{Part, Run};

/// When the view has colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Colours {
    /// On a terminal that has them, unless NO_COLOR is set; anywhere if CLICOLOR_FORCE is.
    Auto,
    Always,
    Never,
}

impl Colours {
    /// Whether standard output gets them.
    pub(crate) fn wanted(self) -> bool {
        match self {
            Self::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// The view with escapes around each run that has a style of its own.
pub(crate) fn painted(runs: &[Run]) -> String {
    let mut painted = String::new();
    for run in runs {
        let style = style(run.part);
        if style.is_plain() || run.text.trim().is_empty() {
            painted.push_str(&run.text);
        } else {
            painted += &format!("{style}{}{style:#}", run.text);
        }
    }
    painted
}

/// The sixteen colours of any terminal, in shades that show on a light and a dark ground.
fn style(part: Part) -> Style {
    let colour = |colour: AnsiColor| colour.on_default();
    match part {
        Part::Content => Style::new().underline(),
        Part::Date => colour(AnsiColor::Blue),
        Part::Figure => colour(AnsiColor::Magenta).bold(),
        Part::Cue => colour(AnsiColor::Green),
        Part::Source => colour(AnsiColor::Cyan).bold(),
        Part::Mark => Style::new().bold(),
        Part::Kind => colour(AnsiColor::Yellow),
        Part::Doubt => colour(AnsiColor::Red).bold(),
        Part::Furniture => Style::new().dimmed(),
        _ => Style::new(),
    }
}
