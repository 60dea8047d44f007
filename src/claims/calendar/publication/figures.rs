//! Days in figures: "2023-12-21", "21.12.2023", "12/21/23", "2023-12-21T10:12:00Z".

use crate::date::Date;

/// The years in which a page can have been published.
const YEARS: std::ops::Range<i16> = 1990..2100;

/// A day in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    pub day: Date,
    /// The day in the other order, where both orders give one: "12/11/2026".
    pub other: Option<Date>,
    /// A time of day stands behind it.
    pub clock: bool,
}

/// A number of four digits that is a year in which a page can have been published.
pub(super) fn year(printed: &str) -> Option<i16> {
    let four = printed.len() == 4 && printed.bytes().all(|byte| byte.is_ascii_digit());
    let year = four.then(|| printed.parse().ok()).flatten()?;
    YEARS.contains(&year).then_some(year)
}

/// The number of a day: "5", "05", "5th".
pub(super) fn day(printed: &str) -> Option<i8> {
    let digits = printed.bytes().take_while(u8::is_ascii_digit).count();
    let suffix = &printed[digits..];
    let ordinal = ["", "st", "nd", "rd", "th"];
    let fits = ordinal.iter().any(|end| suffix.eq_ignore_ascii_case(end));
    if digits == 0 || digits > 2 || !fits {
        return None;
    }
    printed[..digits]
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day))
}

/// The day in figures that begins at a byte of the text, and where it ends.
pub(super) fn read(text: &str, start: usize) -> Option<(Figures, usize)> {
    let bytes = text.as_bytes();
    let number = |from: usize| {
        let length = bytes
            .get(from..)?
            .iter()
            .take(5)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let value: i16 = text.get(from..from + length)?.parse().ok()?;
        Some((value, length))
    };
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    if before.is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'-' | b'.')) {
        return None;
    }
    let (first, width) = number(start)?;
    let mark = *bytes
        .get(start + width)
        .filter(|mark| matches!(mark, b'-' | b'/' | b'.'))?;
    let at = start + width + 1;
    let (second, middle) = number(at).filter(|&(_, length)| length <= 2)?;
    if bytes.get(at + middle) != Some(&mark) {
        return None;
    }
    let at = at + middle + 1;
    let (third, last) = number(at)?;
    let end = at + last;
    if bytes.get(end) == Some(&mark) && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let day = |year: i16, month: i16, day: i16| {
        let year = YEARS.contains(&year).then_some(year)?;
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    let (day, other) = match (width, last) {
        (4, 1..=2) => (day(first, second, third)?, None),
        (1..=2, 4) | (2, 2) => {
            let year = if last == 2 { 2000 + third } else { third };
            // With stops the day comes first; "12.21" might be a price or a version where the year is short.
            let american = (mark != b'.').then(|| day(year, first, second)).flatten();
            let european = (mark != b'.' || last == 4)
                .then(|| day(year, second, first))
                .flatten();
            match (american, european) {
                (Some(one), Some(other)) if one != other => (one, Some(other)),
                (one, other) => (one.or(other)?, None),
            }
        }
        _ => return None,
    };
    let (end, clock) = match clock(&bytes[end..]) {
        Some(length) => (end + length, true),
        None => (end, false),
    };
    // Not the head of a longer number or name: "2023-12-21x".
    let goes_on = bytes.get(end).is_some_and(|byte| byte.is_ascii_digit());
    (!goes_on).then_some((Figures { day, other, clock }, end))
}

/// The length of "T10:12", "T10:12:00.000+01:00", "T10:12:00Z" behind a day.
fn clock(bytes: &[u8]) -> Option<usize> {
    if bytes.first() != Some(&b'T') || !bytes.get(1)?.is_ascii_digit() {
        return None;
    }
    let in_clock = |byte: &&u8| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'+' | b'-');
    let length = 1 + bytes[1..].iter().take_while(in_clock).count();
    let colon = bytes[1..length].contains(&b':');
    // A full stop that ends the sentence is none of it.
    let length = if bytes[length - 1] == b'.' {
        length - 1
    } else {
        length
    };
    let zulu = usize::from(bytes.get(length) == Some(&b'Z'));
    colon.then_some(length + zulu)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn days_in_figures() {
        let of = |text: &str| {
            read(text, 0).map_or(String::new(), |(found, end)| {
                let other = found
                    .other
                    .map_or(String::new(), |day| format!(" or {day}"));
                format!("{}{other}={}", found.day, &text[..end])
            })
        };
        assert_eq!(of("2026-11-12"), "2026-11-12=2026-11-12");
        assert_eq!(
            of("2026-11-12T10:12:00Z x"),
            "2026-11-12=2026-11-12T10:12:00Z"
        );
        assert_eq!(
            of("2026-11-12T10:12:00+01:00."),
            "2026-11-12=2026-11-12T10:12:00+01:00"
        );
        assert_eq!(of("12/11/2026"), "2026-12-11 or 2026-11-12=12/11/2026");
        assert_eq!(of("12/21/26 6:00"), "2026-12-21=12/21/26");
        assert_eq!(of("21-12-2026"), "2026-12-21=21-12-2026");
        assert_eq!(of("21.12.2026"), "2026-12-21=21.12.2026");
        assert_eq!(of("12.11.26"), "");
        assert_eq!(of("5-4-3"), "");
        assert_eq!(of("2026/13/12"), "");
        assert_eq!(of("2026-11-12-1"), "");
    }
}
