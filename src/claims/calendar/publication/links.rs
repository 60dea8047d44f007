//! Days in the path of a link: "/2020/10/12/", "/2020-10-12-", "/2020/oct/12/".

use once_cell::sync::Lazy;
use regex::bytes::Regex;

use super::figures;
use crate::date::Date;
use crate::lexicon::{Lexicon, Meaning};
use crate::measures::times::TimeRole;

/// Year, month and day in the path of a link, with the sign between them. ASCII only: links are.
static URL_DAY: Lazy<Regex> = Lazy::new(|| {
    let shape =
        r"(?-u)(?:^|[^0-9])([0-9]{4})([/_-])([0-9]{1,2}|[a-z]{3})([/_-])([0-9]{1,2})(?:[^0-9]|$)";
    Regex::new(shape).expect("a shape that the unit test below reads")
});

/// The days in a link, with their places.
pub(super) fn days(lexicon: &Lexicon, url: &str) -> Vec<(Date, usize, usize)> {
    let days = URL_DAY.captures_iter(url.as_bytes()).filter_map(|found| {
        let printed = |group: usize| std::str::from_utf8(found.get(group)?.as_bytes()).ok();
        let year = figures::year(printed(1)?)?;
        let month = printed(3)?
            .parse()
            .ok()
            .or_else(|| month(lexicon, printed(3)?))?;
        let day = printed(5)?.parse().ok()?;
        if printed(2)? != printed(4)? {
            return None;
        }
        let date = Date::new(year, month, day).ok()?;
        Some((date, found.get(1)?.start(), found.get(5)?.end()))
    });
    days.collect()
}

/// "dec"
fn month(lexicon: &Lexicon, printed: &str) -> Option<i8> {
    let (first, rest) = printed.split_at_checked(1)?;
    let word = format!("{}{rest}", first.to_ascii_uppercase());
    let hit = lexicon.lookup(&word)?;
    lexicon
        .entries(hit.pattern, &word)
        .find_map(|(entry, _)| match entry.meaning {
            Meaning::Time(word) if word.role == TimeRole::Month => i8::try_from(word.number).ok(),
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn days_in_paths() {
        let lexicon = Lexicon::built_in();
        let days = |url: &str| {
            super::days(&lexicon, url)
                .iter()
                .map(|(day, from, to)| format!("{day}={}", &url[*from..*to]))
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            days("https://news.example/2020/10/12/flood-in-town"),
            "2020-10-12=2020/10/12"
        );
        assert_eq!(
            days("news.example/world/2016-4-7-talks.html"),
            "2016-04-07=2016-4-7"
        );
        assert_eq!(
            days("https://news.example/world/2016/apr/07/talks"),
            "2016-04-07=2016/apr/07"
        );
        assert_eq!(days("https://news.example/2020/xyz/12/x"), "");
        assert_eq!(days("https://news.example/2020/13/12/x"), "");
        assert_eq!(days("https://news.example/id/20201012345/7"), "");
        assert_eq!(
            days("https://a.example/1/2/3/é/2019/02/28"),
            "2019-02-28=2019/02/28"
        );
        assert_eq!(days("https://a.example/2019/02/"), "");
    }
}
