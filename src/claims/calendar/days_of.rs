//! The days that a TIMEX3 value spans.

use crate::date::Date;

/// The first and the last day of `2016-04-07TMO`, `2016-04`, `2016`, `201`, `20`, `2016-W14`, `2016-W14-WE`, `2016-Q1`
/// and `2016-H1`. None for lengths, sets and open references, nor for seasons, which are not the same months everywhere.
pub(super) fn days_of(value: &str) -> Option<(Date, Date)> {
    let value = value.split('T').next()?;
    let mut parts = value.split('-');
    let year = parts.next()?;
    let (middle, last) = (parts.next(), parts.next());
    if parts.next().is_some() || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = year.parse::<i16>().ok()?;
    let Some(middle) = middle else {
        // "201" is the ten years from 2010, "20" the hundred from 2000.
        let years = match year.len() {
            4 => 1,
            3 => 10,
            2 => 100,
            _ => return None,
        };
        let first = number.checked_mul(years)?;
        let months = 12 * i64::from(years);
        return months_from(Date::new(first, 1, 1).ok()?, months);
    };
    if year.len() != 4 {
        return None;
    }
    if let Some(week) = middle.strip_prefix('W') {
        let monday = monday(number, small(week)?)?;
        return match last {
            None => Some((monday, monday.add_days(6)?)),
            Some("WE") => Some((monday.add_days(5)?, monday.add_days(6)?)),
            Some(weekday) => {
                let weekday = small(weekday).filter(|day| (1..=7).contains(day))?;
                let day = monday.add_days(i64::from(weekday) - 1)?;
                Some((day, day))
            }
        };
    }
    let of_year = |part: i8, months: i8| {
        let month = part.checked_sub(1)?.checked_mul(months)?.checked_add(1)?;
        months_from(Date::new(number, month, 1).ok()?, i64::from(months))
    };
    match (middle.split_at_checked(1)?, last) {
        (("Q", quarter), None) => of_year(small(quarter)?, 3),
        (("H", half), None) => of_year(small(half)?, 6),
        (_, None) => of_year(small(middle)?, 1),
        (_, Some(day)) => {
            let day = Date::new(number, small(middle)?, small(day)?).ok()?;
            Some((day, day))
        }
    }
}

fn small(digits: &str) -> Option<i8> {
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

/// The first day of an ISO 8601 week: 4 January lies in week 1.
fn monday(year: i16, week: i8) -> Option<Date> {
    let fourth = Date::new(year, 1, 4).ok()?;
    let monday = fourth.add_days(i64::from(week) * 7 - 6 - i64::from(fourth.weekday()))?;
    (monday.iso_week() == (year, week)).then_some(monday)
}

fn months_from(first: Date, months: i64) -> Option<(Date, Date)> {
    Some((first, first.add_months(months)?.add_days(-1)?))
}

#[cfg(test)]
mod tests {
    use super::days_of;

    #[test]
    fn values_and_the_days_they_span() {
        let days =
            |value: &str| days_of(value).map(|(first, last)| (first.to_string(), last.to_string()));
        let spans = |value: &str, first: &str, last: &str| {
            assert_eq!(
                days(value),
                Some((first.to_owned(), last.to_owned())),
                "{value}"
            );
        };
        spans("2016-04-07", "2016-04-07", "2016-04-07");
        spans("2016-04-07TMO", "2016-04-07", "2016-04-07");
        spans("2016-04-07T19:15", "2016-04-07", "2016-04-07");
        spans("2016-02", "2016-02-01", "2016-02-29");
        spans("2016", "2016-01-01", "2016-12-31");
        spans("201", "2010-01-01", "2019-12-31");
        spans("19", "1900-01-01", "1999-12-31");
        spans("2016-Q4", "2016-10-01", "2016-12-31");
        spans("2016-H2", "2016-07-01", "2016-12-31");
        spans("2016-W14", "2016-04-04", "2016-04-10");
        spans("2020-W53-WE", "2021-01-02", "2021-01-03");
        spans("2016-W14-2", "2016-04-05", "2016-04-05");
        for open in [
            "PRESENT_REF",
            "P2D",
            "PXW",
            "XXXX-WXX-4",
            "XXXX-04-07",
            "2016-SU",
            "T19",
            "2016-W54",
            "2016-13",
            "2016-Q5",
            "2016-Q0",
            "2016-W14-8",
            "2016-02-30",
            "20-W1",
            "",
            "-",
            "2016-",
            "2016-W",
            "9999-W99",
            "2016-+1",
        ] {
            assert_eq!(days(open), None, "{open}");
        }
    }
}
