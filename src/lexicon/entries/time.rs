//! Words of time expressions.

use super::{Forms, Line, Meaning, Slot, one_of};
use crate::lexicon::classes::Classes;

/// A word that a time expression is made of; the number is the weekday (Monday 1), the month (January 1) and so on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TimeWord {
    pub role: TimeRole,
    pub number: i32,
}

/// What part a word plays in a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeRole {
    Weekday,
    Month,
    /// day 1, week 2, month 3, quarter 4, year 5, decade 6, century 7; hour 8, minute 9, second 10; weekend 11
    Unit,
    /// spring 1, summer 2, autumn 3, winter 4
    Season,
    /// morning 1, afternoon 2, evening 3, night 4
    DayPart,
    /// noon 12, midnight 24
    ClockWord,
    /// yesterday -1, today 0, tomorrow 1
    Deictic,
    /// last -1, this 0, next 1
    Shift,
    /// ago, earlier, later: -1 and 1
    Offset,
    /// early, late, mid, "the end of"
    Modifier,
    /// now
    Present,
    /// recently
    Past,
    /// soon
    Future,
    /// daily, annually: the unit's number
    Frequency,
    /// each, every
    Every,
    /// a named day: month × 100 + day where it is fixed
    NamedDay,
    /// GMT, EST
    Zone,
}

const ROLES: &[(&str, TimeRole)] = &[
    ("weekday", TimeRole::Weekday),
    ("month", TimeRole::Month),
    ("unit", TimeRole::Unit),
    ("season", TimeRole::Season),
    ("day_part", TimeRole::DayPart),
    ("clock", TimeRole::ClockWord),
    ("deictic", TimeRole::Deictic),
    ("shift", TimeRole::Shift),
    ("offset", TimeRole::Offset),
    ("modifier", TimeRole::Modifier),
    ("present", TimeRole::Present),
    ("past", TimeRole::Past),
    ("future", TimeRole::Future),
    ("frequency", TimeRole::Frequency),
    ("every", TimeRole::Every),
    ("named_day", TimeRole::NamedDay),
    ("zone", TimeRole::Zone),
];

/// `monday | =Mon. | weekday 1`
pub(super) fn time(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let mut words = line.words(1);
    let role = one_of("role", words.next().unwrap_or_default(), ROLES)?;
    let number = match words.next() {
        None => 0,
        Some(number) => number
            .parse()
            .map_err(|_| format!("not a whole number: {number:?}"))?,
    };
    let classes = Classes::TIME
        | match role {
            TimeRole::Weekday => Classes::WEEKDAY,
            TimeRole::Month => Classes::MONTH,
            TimeRole::Unit => Classes::TIME_UNIT,
            _ => Classes::NONE,
        };
    forms.headword(line, Slot::Headword, classes);
    line.list(0)
        .for_each(|form| forms.add(form, Slot::Variant, classes));
    Ok(Meaning::Time(TimeWord { role, number }))
}
