//! Named days that move: Easter and what hangs on it, and days like "the fourth Thursday in November".

use crate::date::Date;

/// The day of a year that the dictionary's number means; none for a day that no rule fixes (Ramadan).
///
/// Up to 1231 the number is month × 100 + day. Around 2000 it counts from Easter Sunday, which is 2000. 4000 is the
/// Easter of the Julian calendar. From 3000 on there is a rule for each.
pub(super) fn day(number: i32, year: i16) -> Option<Date> {
    match number {
        101..=1231 => {
            let (month, day) = (
                i8::try_from(number / 100).ok()?,
                i8::try_from(number % 100).ok()?,
            );
            Date::new(year, month, day).ok()
        }
        1900..=2100 => easter(year)?.add_days(i64::from(number - 2000)),
        3000 => nth(year, 11, 4, 4),
        3001 => nth(year, 9, 1, 1),
        3002 => nth(year, 11, 4, 4)?.add_days(1),
        3003 => nth(year, 10, 1, 2),
        3004 => last(year, 5, 1),
        3005 => nth(year, 1, 1, 3),
        3006 => nth(year, 5, 7, 2),
        3007 => nth(year, 6, 7, 3),
        3008 => nth(year, 2, 1, 3),
        3009 => nth(year, 4, 1, 3),
        4000 => orthodox_easter(year),
        _ => None,
    }
}

/// Easter Sunday of the Gregorian calendar (the "anonymous" algorithm of 1876).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let both = h + l - 7 * m + 114;
    Date::new(
        year,
        i8::try_from(both / 31).ok()?,
        i8::try_from(both % 31 + 1).ok()?,
    )
    .ok()
}

/// Easter Sunday of the Julian calendar, as a day of the Gregorian one (Meeus).
fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(4), y.rem_euclid(7), y.rem_euclid(19));
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let both = d + e + 114;
    let julian = Date::new(
        year,
        i8::try_from(both / 31).ok()?,
        i8::try_from(both % 31 + 1).ok()?,
    )
    .ok()?;
    let behind = y.div_euclid(100) - y.div_euclid(400) - 2;
    julian.add_days(i64::from(behind))
}

/// The `count`th `weekday` (Monday 1) of a month.
fn nth(year: i16, month: i8, weekday: i8, count: i64) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    let ahead = i64::from((weekday - first.weekday()).rem_euclid(7));
    first.add_days(ahead + 7 * (count - 1))
}

/// The last `weekday` of a month.
fn last(year: i16, month: i8, weekday: i8) -> Option<Date> {
    let end = Date::new(year, month, 1)
        .ok()?
        .add_months(1)?
        .add_days(-1)?;
    end.add_days(-i64::from((end.weekday() - weekday).rem_euclid(7)))
}

#[cfg(test)]
mod tests {
    use super::day;

    fn printed(number: i32, year: i16) -> String {
        day(number, year)
            .map(|day| day.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn easter_of_the_west() {
        for expected in [
            "1818-03-22",
            "1943-04-25",
            "1998-04-12",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2024-03-31",
            "2038-04-25",
        ] {
            assert_eq!(
                printed(2000, expected[..4].parse().expect("a year")),
                expected
            );
        }
    }

    #[test]
    fn easter_of_the_east() {
        for expected in [
            "1998-04-19",
            "2013-05-05",
            "2016-05-01",
            "2017-04-16",
            "2021-05-02",
            "2024-05-05",
        ] {
            assert_eq!(
                printed(4000, expected[..4].parse().expect("a year")),
                expected
            );
        }
    }

    #[test]
    fn days_that_hang_on_easter() {
        assert_eq!(printed(1998, 2016), "2016-03-25");
        assert_eq!(printed(2001, 2016), "2016-03-28");
        assert_eq!(printed(1954, 2020), "2020-02-26");
        assert_eq!(printed(2049, 2020), "2020-05-31");
    }

    #[test]
    fn weekdays_of_a_month() {
        assert_eq!(printed(3000, 2012), "2012-11-22");
        assert_eq!(printed(3002, 2012), "2012-11-23");
        assert_eq!(printed(3001, 1998), "1998-09-07");
        assert_eq!(printed(3004, 2015), "2015-05-25");
        assert_eq!(printed(3005, 2013), "2013-01-21");
        assert_eq!(printed(3007, 2014), "2014-06-15");
        assert_eq!(printed(3008, 2013), "2013-02-18");
    }

    #[test]
    fn no_rule_no_day() {
        assert_eq!(day(9000, 2016), None);
        assert_eq!(day(229, 2015), None);
        assert_eq!(printed(229, 2016), "2016-02-29");
    }
}
