//! Days of publication as people write them.

use std::path::Path;

use newsclaim::Date;

/// A day, or the day of a time stamp: `2016-04-07`, `2016-04-07T10:00:00Z`, `2016-04-07 10:00:00.5+02:00`. The day is the
/// one that is written, whatever the time zone.
pub(crate) fn given(text: &str) -> Result<Date, String> {
    let (day, time) = text.split_at_checked(10).unwrap_or((text, ""));
    let read = day.parse().map_err(|error| format!("{error}"))?;
    if time.is_empty() || is_time(time) {
        Ok(read)
    } else {
        Err(format!("neither a day nor a time stamp: {text:?}"))
    }
}

/// What stands behind the day in a time stamp: `T10:00:00Z`, ` 10:00`.
fn is_time(text: &str) -> bool {
    let Some(time) = text.strip_prefix(['T', 't', ' ']) else {
        return false;
    };
    let zone = time.find(['Z', 'z', '+', '-', ' ']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(zone);
    is_clock(clock) && is_zone(zone.trim_start())
}

/// `10:00`, `10:00:00`, `10:00:00.123456`.
fn is_clock(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let parts: Vec<&str> = whole.split(':').collect();
    let limits = [24, 59, 60];
    let fits = |(part, limit): (&&str, u32)| below(part, limit);
    (2..=3).contains(&parts.len())
        && parts.iter().zip(limits).all(fits)
        && !fraction.is_empty()
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
        && (parts.len() == 3 || !text.contains('.'))
}

/// Nothing, `Z`, `UTC`, `GMT`, `+02:00`, `+0200`, `+02`.
fn is_zone(text: &str) -> bool {
    if matches!(text, "" | "Z" | "z" | "UTC" | "GMT") {
        return true;
    }
    let Some(offset) = text.strip_prefix(['+', '-']) else {
        return false;
    };
    let (hours, minutes) = offset.split_at_checked(2).unwrap_or((offset, ""));
    below(hours, 23) && (minutes.is_empty() || below(minutes.trim_start_matches(':'), 59))
}

fn below(digits: &str, limit: u32) -> bool {
    let two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    two && digits.parse().is_ok_and(|number: u32| number <= limit)
}

/// The day at the start of a file's name: `2016-04-07_truce.txt`, not `2016-04-071.txt`. An error where it looks like one
/// and is none: `2016-02-31_truce.txt`.
pub(crate) fn in_name(path: &Path) -> Result<Option<Date>, String> {
    let name = path.file_name().and_then(|name| name.to_str());
    let Some((day, rest)) = name.and_then(|name| name.split_at_checked(10)) else {
        return Ok(None);
    };
    let shape = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    let ends = !rest.starts_with(|next: char| next.is_ascii_alphanumeric());
    if !ends || !day.bytes().enumerate().all(shape) {
        return Ok(None);
    }
    match day.parse() {
        Ok(day) => Ok(Some(day)),
        Err(error) => Err(format!("{error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::given;

    #[test]
    fn days_and_time_stamps() {
        for stamp in [
            "2016-04-07",
            "2016-04-07T10:00:00Z",
            "2016-04-07t10:00:00z",
            "2016-04-07T10:00:00.123+02:00",
            "2016-04-07T24:00",
            "2016-04-07 10:00",
            "2016-04-07 10:00:59",
            "2016-04-07 10:00:00+00:00",
            "2016-04-07 10:00:00 UTC",
            "2016-04-07T10:00:00-0500",
        ] {
            assert_eq!(
                given(stamp).map(|day| day.to_string()),
                Ok("2016-04-07".to_owned()),
                "{stamp}"
            );
        }
        for wrong in [
            "2016-04-7",
            "2016-02-30T10:00:00Z",
            "2016-04-07T",
            "2016-04-07T10",
            "2016-04-07T25:00:00Z",
            "2016-04-07T10:61",
            "2016-04-07 10:00.5",
            "2016-04-07 10:00:00.",
            "2016-04-07 10:00:00 noon",
            "2016-04-07T10:00:00+2",
            "2016-04-07,10:00",
            "2016-04-071",
            "1460023200",
            "7 April 2016",
            "é016-04-07",
            "",
        ] {
            assert!(given(wrong).is_err(), "{wrong}");
        }
    }
}
