//! The dates of an article in the order of the days that they name.

use std::collections::BTreeMap;

use super::names::{Link, Names, shown};
use crate::date::Date;
use crate::extraction::Direction;

#[derive(Debug)]
pub(super) struct TimeLine {
    /// By days, the earliest first.
    pub days: Vec<Days>,
    /// Lengths of time, sets, and what could not be resolved.
    pub others: Vec<Moment>,
}

/// A day or a stretch of days, and what the article says of it.
#[derive(Debug)]
pub(super) struct Days {
    pub first: Date,
    /// `Monday 12 October 2020`, `5 to 11 October 2020`.
    pub words: String,
    pub published: bool,
    pub moments: Vec<Moment>,
}

/// A time expression.
#[derive(Debug)]
pub(super) struct Moment {
    pub id: String,
    pub place: String,
    pub words: String,
    pub value: Option<String>,
    pub kind: &'static str,
    pub ahead: bool,
    /// Its sentence.
    pub sentence: String,
    /// The claims said then.
    pub said: Vec<Link>,
}

impl TimeLine {
    pub(super) fn new(names: &Names<'_, '_>, article: &str) -> Self {
        let extraction = names.extraction;
        let mut said = vec![Vec::new(); extraction.dates.len()];
        for (index, claim) in extraction.claims.iter().enumerate() {
            if let Some(list) = claim.said.and_then(|date| said.get_mut(date)) {
                list.extend(names.link(index));
            }
        }
        let mut days = BTreeMap::new();
        if let Some(day) = extraction.published {
            days.insert((day, day), Days::new(day, day, true));
        }
        let mut others = Vec::new();
        for (index, (date, said)) in extraction.dates.iter().zip(said).enumerate() {
            let sentence = extraction.sentence_of(date);
            let sentence = sentence.map(|sentence| sentence.span.of(article));
            let moment = Moment {
                id: names.date_row(index),
                place: names.date_place(index),
                words: shown(&date.text),
                value: date.value.clone(),
                kind: date.kind.as_str(),
                ahead: date.direction == Some(Direction::Future),
                sentence: shown(sentence.unwrap_or_default()),
                said,
            };
            match (date.first, date.last) {
                (Some(first), Some(last)) => {
                    let same = days.entry((first, last));
                    let days = same.or_insert_with(|| Days::new(first, last, false));
                    days.moments.push(moment);
                }
                _ => others.push(moment),
            }
        }
        Self {
            days: days.into_values().collect(),
            others,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.others.is_empty() && self.days.iter().all(|days| days.moments.is_empty())
    }
}

impl Days {
    fn new(first: Date, last: Date, published: bool) -> Self {
        Self {
            first,
            words: stretch(first, last),
            published,
            moments: Vec::new(),
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// `Monday 12 October 2020`.
pub(super) fn day(day: Date) -> String {
    let weekday = WEEKDAYS.get(usize::from(day.weekday().unsigned_abs()).wrapping_sub(1));
    format!("{} {}", weekday.unwrap_or(&""), short(day))
}

/// `12 October 2020`.
fn short(day: Date) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

fn month(day: Date) -> &'static str {
    let month = usize::from(day.month().unsigned_abs()).wrapping_sub(1);
    MONTHS.get(month).copied().unwrap_or_default()
}

/// Days as a reader would name them: `2020`, `October 2020`, `5 to 11 October 2020`.
fn stretch(first: Date, last: Date) -> String {
    let begins = |date: Date| date.day() == 1;
    let ends = |date: Date| date.add_days(1).is_none_or(begins);
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    if first == last {
        return day(first);
    }
    match (begins(first) && ends(last), same_month, same_year) {
        (true, true, _) => format!("{} {}", month(first), first.year()),
        (true, _, true) if first.month() == 1 && last.month() == 12 => first.year().to_string(),
        (true, _, false) if first.month() == 1 && last.month() == 12 => {
            format!("{} to {}", first.year(), last.year())
        }
        (true, _, true) => format!("{} to {} {}", month(first), month(last), first.year()),
        (false, true, _) => format!("{} to {}", first.day(), short(last)),
        (false, _, true) => format!("{} {} to {}", first.day(), month(first), short(last)),
        _ => format!("{} to {}", short(first), short(last)),
    }
}

#[cfg(test)]
mod tests {
    use super::stretch;
    use crate::date::Date;

    #[test]
    fn days_are_named_as_one_would() {
        for (first, last, words) in [
            ("2020-10-12", "2020-10-12", "Monday 12 October 2020"),
            ("2020-10-05", "2020-10-11", "5 to 11 October 2020"),
            ("2020-09-28", "2020-10-04", "28 September to 4 October 2020"),
            (
                "2020-12-28",
                "2021-01-03",
                "28 December 2020 to 3 January 2021",
            ),
            ("2020-02-01", "2020-02-29", "February 2020"),
            ("2020-04-01", "2020-06-30", "April to June 2020"),
            ("2020-01-01", "2020-12-31", "2020"),
            ("1990-01-01", "1999-12-31", "1990 to 1999"),
        ] {
            let day = |text: &str| text.parse::<Date>().expect("a day");
            assert_eq!(stretch(day(first), day(last)), words);
        }
    }
}
