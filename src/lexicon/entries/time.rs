//! Words of time expressions.

use super::{Forms, Line, Meaning, Slot, one_of};
use crate::lexicon::classes::Classes;
use crate::lexicon::morphology;

/// A word that a time expression is made of; the number is the weekday (Monday 1), the month (January 1) and so on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TimeWord {
    pub role: TimeRole,
    pub number: i32,
}

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident $text:literal $head:literal;)+) => {
        /// What part a word plays in a time expression.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum TimeRole {
            $($(#[$doc])* $name,)+
        }

        const ROLES: &[(&str, TimeRole)] = &[$(($text, TimeRole::$name)),+];

        impl TimeRole {
            /// Whether a time expression can be built on the word; the others only join one.
            const fn is_head(self) -> bool {
                match self { $(Self::$name => $head,)+ }
            }
        }
    };
}

roles! {
    Weekday "weekday" true;
    Month "month" true;
    /// day 1, week 2, month 3, quarter 4, year 5, decade 6, century 7; hour 8, minute 9, second 10; weekend 11, fortnight 12
    Unit "unit" true;
    /// spring 1, summer 2, autumn 3, winter 4
    Season "season" true;
    /// morning 1, afternoon 2, evening 3, night 4
    DayPart "day_part" true;
    /// noon 12, midnight 24
    ClockWord "clock" true;
    /// yesterday -1, today 0, tomorrow 1
    Deictic "deictic" true;
    Tonight "tonight" true;
    Overnight "overnight" true;
    /// now
    Present "present" true;
    /// recently
    Past "past" true;
    /// soon
    Future "future" true;
    /// daily, annually: the unit's number
    Frequency "frequency" true;
    /// a named day: month × 100 + day where it is fixed
    NamedDay "named_day" true;
    /// the nineties 199
    Decade "decade" true;
    /// the past -1, the future 1
    ReferenceNoun "reference_noun" true;
    /// yearlong: the unit's number
    Lasting "lasting" true;
    /// a while
    Length "length" true;
    /// last -1, this 0, next 1; recent -2
    Shift "shift" false;
    /// counted from the day last named: previous -1, same 0, following 1
    Anaphor "anaphor" false;
    /// ago, earlier, later: -1 and 1
    Offset "offset" false;
    /// before, prior (to): -1
    Before "before" false;
    /// a preposition before a time: 1 in, 2 from (both before a year), 3 through, out
    When "when" false;
    /// a preposition before a count: "with 2000"
    Count "count" false;
    /// the weeks ahead
    FutureOffset "future_offset" false;
    /// early 1, mid 2, late 3
    Modifier "modifier" false;
    /// the beginning 1, the middle 2, the end 3 (of)
    Edge "edge" false;
    /// each, every
    Every "every" false;
    /// GMT, EST
    Zone "zone" false;
    /// a.m. 0, p.m. 12
    Meridiem "meridiem" false;
    /// nearly, more than
    Approximator "approximator" false;
    /// "for over a week"
    Over "over" false;
    /// several, few
    Vague "vague" false;
    /// a couple (of)
    Couple "couple" false;
    /// between number and unit: "two full years", "20 more years"
    Filler "filler" false;
    /// before "an hour": a speed, "60 miles an hour"
    Distance "distance" false;
    Fiscal "fiscal" false;
    /// the end of an age adjective: "two-day-old", "decades-long"
    Age "age" false;
    /// "the year-earlier period"
    Period "period" true;
    /// looks ahead: scheduled, due, expected
    Prospect "prospect" false;
    /// before the day on a page's date line: published 4, updated 3
    Published "published" false;
    /// ©
    Copyright "copyright" false;
    /// what only earnings news is full of: earnings, dividend
    Finance "finance" false;
}

/// `Monday | =Mon. | weekday 1`
pub(super) fn time(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let mut words = line.words(1);
    let role = one_of("role", words.next().unwrap_or_default(), ROLES)?;
    let number = match words.next() {
        None => 0,
        Some(number) => number
            .parse()
            .map_err(|_| format!("not a whole number: {number:?}"))?,
    };
    let classes = match role {
        TimeRole::Weekday => Classes::TIME | Classes::WEEKDAY,
        TimeRole::Month => Classes::TIME | Classes::MONTH,
        TimeRole::Unit => Classes::TIME | Classes::TIME_UNIT,
        TimeRole::Published | TimeRole::Copyright => Classes::DATE_LINE,
        _ if role.is_head() => Classes::TIME,
        _ => Classes::NONE,
    };
    forms.headword(line, Slot::Headword, classes);
    let plural = morphology::plural(&line.headword);
    for form in line.list(0) {
        let slot = if form == plural {
            Slot::Plural
        } else {
            Slot::Variant
        };
        forms.add(form, slot, classes);
    }
    Ok(Meaning::Time(TimeWord { role, number }))
}
