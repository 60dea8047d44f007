//! The day of publication as an input line gives it.

use newsclaim::{Date, DateError};

/// The day of "2016-04-07", or of a time stamp: "2016-04-07T10:00:00Z", "2016-04-07 10:00". None where there is nothing.
pub(crate) fn day(given: Option<&str>) -> Result<Option<Date>, DateError> {
    let given = given.unwrap_or_default().trim();
    if given.is_empty() {
        return Ok(None);
    }
    let stamp = given.split_at_checked(10).filter(|(_, time)| is_time(time));
    stamp.map_or(given, |(day, _)| day).parse().map(Some)
}

/// Whether "T10:00:00.5+01:00", " 10:00" stands behind a day: hours, minutes and what may follow them.
fn is_time(printed: &str) -> bool {
    let Some(time) = printed.strip_prefix(['T', 't', ' ']) else {
        return false;
    };
    let (time, zone) = match time.find(['Z', 'z', '+', '-']) {
        Some(at) => time.split_at(at),
        None => (time, ""),
    };
    let zone = zone.strip_prefix(['Z', 'z', '+', '-']).unwrap_or_default();
    let (clock, fraction) = time
        .trim_end()
        .split_once('.')
        .unwrap_or((time.trim_end(), "0"));
    let parts: Vec<&str> = clock.split(':').collect();
    let two = |part: &&str, most: u8| {
        part.len() == 2 && part.parse().is_ok_and(|number: u8| number <= most)
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (2..=3).contains(&parts.len())
        && parts
            .iter()
            .zip([24, 59, 60])
            .all(|(part, most)| two(part, most))
        && !fraction.is_empty()
        && digits(fraction)
        && zone
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b':')
        && zone.len() <= 5
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_and_time_stamps() {
        for stamp in [
            "2016-04-07",
            "2016-04-07T10:00:00Z",
            "2016-04-07T10:00:00.250+01:00",
            "2016-04-07T10:00:00-0500",
            "2016-04-07 10:00",
            "2016-04-07 10:00:59",
        ] {
            let day = day(Some(stamp)).expect("a day").expect("one that is given");
            assert_eq!(day.to_string(), "2016-04-07", "{stamp}");
        }
        assert_eq!(day(None), Ok(None));
        assert_eq!(day(Some(" ")), Ok(None));
        for wrong in [
            "2016-04-31",
            "2016-04-07x",
            "2016-04-07 at noon",
            "2016-04-07T25:00",
            "2016-04-07T10",
            "7 April 2016",
            "2016-04-0é",
        ] {
            assert!(day(Some(wrong)).is_err(), "{wrong}");
        }
    }
}
