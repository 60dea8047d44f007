//! How TIMEX3 writes values.

use crate::measures::times::{Amount, DayPart, Recurrence, Reference, TimeOfDay, Unit};

/// "TMO", "T19:15", "T24"
pub(super) fn time(time: TimeOfDay) -> String {
    match time {
        TimeOfDay::Part(DayPart::Morning) => "TMO".to_owned(),
        TimeOfDay::Part(DayPart::Afternoon) => "TAF".to_owned(),
        TimeOfDay::Part(DayPart::Evening) => "TEV".to_owned(),
        TimeOfDay::Part(DayPart::Night) => "TNI".to_owned(),
        TimeOfDay::Clock { hour, minute: None } => format!("T{hour:02}"),
        TimeOfDay::Clock {
            hour,
            minute: Some(minute),
        } => format!("T{hour:02}:{minute:02}"),
    }
}

/// "P2D", "PT10H", "P2Y6M", "PXW"; decades and centuries of a known number are years.
pub(super) fn duration(amount: Amount, unit: Unit) -> String {
    let (clock, letters, years) = match unit {
        Unit::Second => ("T", "S", 0),
        Unit::Minute => ("T", "M", 0),
        Unit::Hour => ("T", "H", 0),
        Unit::Day | Unit::Weekend => ("", "D", 0),
        Unit::Week => ("", "W", 0),
        Unit::Month => ("", "M", 0),
        Unit::Quarter => ("", "Q", 0),
        Unit::Year => ("", "Y", 0),
        Unit::Decade => ("", "DE", 10),
        Unit::Century => ("", "CE", 100),
        Unit::Unknown => ("", "X", 0),
    };
    let Amount::Tenths(tenths) = amount else {
        return format!("P{clock}X{letters}");
    };
    let (tenths, letters) = match years {
        0 => (tenths, letters),
        years => (tenths.saturating_mul(years), "Y"),
    };
    let whole = tenths / 10;
    match (tenths % 10, unit) {
        (0, _) => format!("P{clock}{whole}{letters}"),
        (5, Unit::Year | Unit::Decade | Unit::Century) if whole == 0 => "P6M".to_owned(),
        (5, Unit::Year | Unit::Decade | Unit::Century) => format!("P{whole}Y6M"),
        (5, Unit::Hour) if whole == 0 => "PT30M".to_owned(),
        (5, Unit::Hour) => format!("PT{whole}H30M"),
        (5, Unit::Minute) if whole == 0 => "PT30S".to_owned(),
        (5, Unit::Minute) => format!("PT{whole}M30S"),
        (5, Unit::Day) if whole == 0 => "PT12H".to_owned(),
        (tenth, _) => format!("P{clock}{whole}.{tenth}{letters}"),
    }
}

/// "PT2H40M": the second length is the smaller.
pub(super) fn lengths(first: (Amount, Unit), second: (Amount, Unit)) -> String {
    let (first, second) = (duration(first.0, first.1), duration(second.0, second.1));
    let same = if first.starts_with("PT") { "PT" } else { "P" };
    format!("{first}{}", second.strip_prefix(same).unwrap_or(&second))
}

pub(super) fn season(season: i8) -> &'static str {
    match season {
        1 => "SP",
        2 => "SU",
        3 => "FA",
        _ => "WI",
    }
}

pub(super) fn reference(reference: Reference) -> &'static str {
    match reference {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    }
}

pub(super) fn recurrence(recurrence: Recurrence) -> String {
    match recurrence {
        Recurrence::Weekday(weekday, None) => format!("XXXX-WXX-{weekday}"),
        Recurrence::Weekday(weekday, Some(part)) => {
            format!("XXXX-WXX-{weekday}{}", time(TimeOfDay::Part(part)))
        }
        Recurrence::Day(month, day) => format!("XXXX-{month:02}-{day:02}"),
        Recurrence::Month(month) => format!("XXXX-{month:02}"),
        Recurrence::Weekend => "XXXX-WXX-WE".to_owned(),
        Recurrence::Season(number) => format!("XXXX-{}", season(number)),
        Recurrence::Every(amount, unit) => duration(amount, unit),
    }
}
