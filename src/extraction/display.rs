//! How a person prints what was found: in one line, without spans.

use std::borrow::Cow;
use std::fmt::{Display, Formatter, Result};

use super::{
    Casualty, Category, Claim, Count, Cue, Loss, Place, Precision, Source, TimeExpression,
    Undisclosed, Victims,
};

/// A piece of the article without its line breaks.
fn one_line(text: &str) -> Cow<'_, str> {
    let broken =
        |text: &str| text.contains(|c: char| c.is_whitespace() && c != ' ') || text.contains("  ");
    if broken(text) {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(text)
    }
}

impl Source<'_> {
    /// What to call it: its name where the article gives one anywhere, else the words that stand here.
    ///
    /// ```
    /// let extraction = newsclaim::extract("Ana Ruiz runs the port. \"It is safe,\" she said.");
    /// let source = extraction.claims[0].source.as_ref().unwrap();
    /// assert_eq!((&*source.text, &*source.label()), ("she", "Ana Ruiz"));
    /// ```
    pub fn label(&self) -> Cow<'_, str> {
        one_line(self.name.as_ref().unwrap_or(&self.text))
    }
}

impl Claim<'_> {
    /// What is said, in one line; ` … ` stands where the content is interrupted.
    ///
    /// ```
    /// let extraction = newsclaim::extract("\"The dam,\" said Ana Ruiz, \"is safe.\"");
    /// assert_eq!(extraction.claims[0].words(), "\"The dam,\" … \"is safe.\"");
    /// ```
    pub fn words(&self) -> Cow<'_, str> {
        match &*self.content {
            [piece] => one_line(&piece.text),
            pieces => {
                let pieces: Vec<_> = pieces.iter().map(|piece| one_line(&piece.text)).collect();
                Cow::Owned(pieces.join(" … "))
            }
        }
    }
}

/// `the ministry said: 31 soldiers were killed`.
impl Display for Claim<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match &self.source {
            Some(source) => write!(f, "{source}")?,
            None => f.write_str("nobody named")?,
        }
        for other in &self.others {
            write!(f, ", {other}")?;
        }
        if let Some(cue) = &self.cue {
            write!(f, " {cue}")?;
        }
        write!(f, ": {}", self.words())
    }
}

/// Its [label](Source::label).
impl Display for Source<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(&self.label())
    }
}

/// Its words.
impl Display for Cue<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(&one_line(&self.text))
    }
}

/// `31`, `about 1,500`, `60 or more`, `24 or more, vague`.
impl Display for Count {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let precision = self.precision;
        let low = grouped(self.low);
        let reading = match (precision, self.high.map(grouped)) {
            (Precision::Exact, Some(high)) if low == high => low,
            (Precision::AtMost, Some(high)) if self.low == 0 => format!("up to {high}"),
            (Precision::AtLeast, None) => format!("{low} or more"),
            (Precision::Approximate, Some(high)) if low == high => format!("about {low}"),
            (_, Some(high)) => format!("{low} to {high}, {precision}"),
            (_, None) => format!("{low} or more, {precision}"),
        };
        f.pad(&reading)
    }
}

/// `1,500,000`; a number of four digits as well, for it stands beside those of the article.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Their words, or what they are where the article leaves the noun out.
impl Display for Victims<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match (&self.text, &self.side) {
            (Some(text), _) => f.pad(&one_line(text)),
            (None, Some(side)) if self.category == Category::Unspecified => f.pad(side),
            (None, _) => self.category.fmt(f),
        }
    }
}

/// `31 killed: its soldiers`.
impl Display for Casualty<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} {}", self.count, self.outcome)?;
        match &self.victims {
            Some(victims) => write!(f, ": {victims}"),
            None => Ok(()),
        }
    }
}

/// Its words.
impl Display for Place<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(&one_line(&self.text))
    }
}

/// `Thursday = 2016-04-07`; the words alone where they have no value.
impl Display for TimeExpression<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let words = one_line(&self.text);
        match &self.value {
            Some(value) => write!(f, "{words} = {value}"),
            None => f.pad(&words),
        }
    }
}

/// `3: rocket launchers`.
impl Display for Loss<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}: {}", self.count, one_line(&self.object.text))
    }
}

/// `its losses, by the army`.
impl Display for Undisclosed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&one_line(&self.topic.text))?;
        match &self.holder {
            Some(holder) => write!(f, ", by {holder}"),
            None => Ok(()),
        }
    }
}
