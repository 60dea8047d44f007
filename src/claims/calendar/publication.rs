//! The day of publication: given, or inferred from what stands on the page.
//!
//! A page names many days, and some of its links were written years later. So every day that could be that of
//! publication is tested against the weekdays that the text names: "said on Monday" speaks for a Monday or a Tuesday
//! and against a Sunday. One day is answered, or none.

use super::Publication;
use super::tense::{self, Outlook};
use crate::date::Date;
use crate::extraction::{BlockKind, PublishedFrom};
use crate::lexicon::Classes;
use crate::mentions::times::{self, Day, TimeMention, TimeRole, TimeShape};
use crate::span::Span;
use crate::text::{Flags, Page, TokenKind, TokenRange};

/// How often, in a hundred, a weekday in the past tense lies so many days before publication.
const DAYS_BACK: [f64; 7] = [45.0, 25.0, 12.0, 8.0, 5.0, 3.0, 2.0];
/// The same for a day that would be any.
const CHANCE: f64 = 100.0 / 7.0;
/// The most weekdays to look at.
const WEEKDAYS: usize = 12;
/// A block of at most so many tokens can be the line that dates the page.
const DATE_LINE: usize = 14;

/// A day that could be the one of publication.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    day: Date,
    /// 4 "Published", 3 "Updated", 2 a dateline or a line that is nothing but a date, 1 a link, 0 a day in the lead
    strength: u8,
    span: Span,
}

/// The day given, or the one that the article's evidence agrees on.
pub(crate) fn publication(
    page: &Page<'_, '_>,
    times: &[TimeMention],
    given: Option<Date>,
) -> Publication {
    if given.is_some() {
        return Publication {
            day: given,
            from: Some(PublishedFrom::Given),
            evidence: Vec::new(),
        };
    }
    let candidates = candidates(page, times);
    if candidates.is_empty() {
        return Publication::default();
    }
    let weekdays = weekdays(page, times);
    choose(&candidates, &weekdays).unwrap_or_default()
}

/// The weekdays that the text names in the past tense, and where.
fn weekdays(page: &Page<'_, '_>, times: &[TimeMention]) -> Vec<(i8, Span)> {
    let in_paragraph = |time: &&TimeMention| {
        let block = page
            .sentences
            .get(time.sentence)
            .and_then(|sentence| page.blocks.get(sentence.sentence.block));
        block.is_some_and(|block| block.block.kind != BlockKind::Boilerplate)
    };
    let mut weekdays = Vec::new();
    for time in times.iter().filter(in_paragraph) {
        let TimeShape::Day {
            day: Day::Weekday {
                weekday,
                shift: None,
            },
            ..
        } = time.shape
        else {
            continue;
        };
        let sentence = page
            .sentences
            .get(time.sentence)
            .map(|sentence| &sentence.tokens);
        if sentence.is_some_and(|sentence| {
            tense::outlook(page, sentence, &time.tokens) == Some(Outlook::Future)
        }) {
            continue;
        }
        weekdays.push((weekday, page.span(&time.tokens)));
        if weekdays.len() == WEEKDAYS {
            break;
        }
    }
    weekdays
}

fn choose(candidates: &[Candidate], weekdays: &[(i8, Span)]) -> Option<Publication> {
    let back = |day: Date, weekday: i8| {
        usize::from((day.weekday() - weekday).rem_euclid(7).unsigned_abs())
    };
    // The first weekday stands in the lead, which is about the day itself: it counts twice.
    let support = |day: Date| -> f64 {
        let each = weekdays.iter().enumerate().map(|(number, (weekday, _))| {
            let likelihood = DAYS_BACK
                .get(back(day, *weekday))
                .copied()
                .unwrap_or(CHANCE);
            (likelihood / CHANCE).ln() * if number == 0 { 2.0 } else { 1.0 }
        });
        each.sum()
    };
    let mut fitting: Vec<(Candidate, f64)> = candidates
        .iter()
        .map(|candidate| (*candidate, support(candidate.day)))
        .filter(|(candidate, support)| {
            *support >= 0.0 || candidate.strength >= 3 && *support > -2.0
        })
        .collect();
    fitting.sort_by(|(one, first), (other, second)| {
        other
            .strength
            .cmp(&one.strength)
            .then(second.total_cmp(first))
    });
    let (best, support) = *fitting.first()?;
    // Two days of equal standing that the weekdays do not tell apart: no answer.
    let margin = [2.0, 0.7, 0.7]
        .get(usize::from(best.strength))
        .copied()
        .unwrap_or(f64::NEG_INFINITY);
    let rival = fitting.iter().any(|(candidate, other)| {
        candidate.day != best.day && candidate.strength == best.strength && support - other < margin
    });
    if rival {
        return None;
    }
    let mut evidence = vec![best.span];
    evidence.extend(
        weekdays
            .iter()
            .find(|(weekday, _)| back(best.day, *weekday) <= 1)
            .map(|(_, span)| *span),
    );
    evidence.sort_by_key(|span| span.start);
    Some(Publication {
        day: Some(best.day),
        from: Some(PublishedFrom::Inferred),
        evidence,
    })
}

fn candidates(page: &Page<'_, '_>, times: &[TimeMention]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let year = copyright_year(page);
    for token in 0..page.tokens.len() {
        if page.kind(token) == Some(TokenKind::Url) {
            let start = page.span(&(token..token + 1)).start;
            found.extend(
                url_days(page.word(token))
                    .into_iter()
                    .map(|(day, from, to)| Candidate {
                        day,
                        strength: 1,
                        span: Span::new(start + from, start + to),
                    }),
            );
        }
    }
    for block in &page.blocks {
        let line = &block.tokens;
        if block.block.kind == BlockKind::Dateline || line.len() <= DATE_LINE {
            found.extend(date_line(page, line, block.block.kind, year));
        }
    }
    // "on Monday, Oct. 12" in the first sentences, with a year from the copyright line
    let lead = times.iter().filter(|time| time.sentence < 4);
    for time in lead {
        let TimeShape::Day {
            day:
                Day::OfMonth {
                    month,
                    day,
                    year: given,
                    weekday: Some(weekday),
                },
            ..
        } = time.shape
        else {
            continue;
        };
        let day = given
            .or(year)
            .and_then(|year| Date::new(year, month, day).ok());
        if let Some(day) = day.filter(|day| day.weekday() == weekday) {
            // The page may be a day younger: the weekdays have to tell.
            let days = [Some(day), day.add_days(1)].into_iter().flatten();
            found.extend(days.map(|day| Candidate {
                day,
                strength: 0,
                span: page.span(&time.tokens),
            }));
        }
    }
    found
}

/// A day in a dateline, behind "Published" or "Updated", or alone on its line.
fn date_line(
    page: &Page<'_, '_>,
    line: &TokenRange,
    kind: BlockKind,
    year: Option<i16>,
) -> Option<Candidate> {
    let label = line
        .clone()
        .filter(|&token| page.is(token, Classes::DATE_LINE))
        .find_map(|token| {
            times::role(page, token)
                .filter(|(word, _)| word.role == TimeRole::Published)
                .map(|(word, _)| word.number)
        });
    let dateline = kind == BlockKind::Dateline;
    let (words, month, day, year) =
        times::read(page, line.clone()).find_map(|(words, shape)| match shape {
            TimeShape::Day {
                day:
                    Day::OfMonth {
                        month,
                        day,
                        year: given,
                        ..
                    },
                ..
            } => Some((words, month, day, given.or(year)?)),
            _ => None,
        })?;
    let rest = line
        .clone()
        .filter(|token| !words.contains(token) && page.kind(*token) == Some(TokenKind::Word))
        .count();
    let strength = match label {
        Some(4) => 4,
        Some(_) => 3,
        None if dateline => 2,
        // "October 12, 2020", "By Ann Baker, October 12, 2020"
        None if rest <= 3 && kind != BlockKind::Headline && kind != BlockKind::Caption => 2,
        None => return None,
    };
    let day = Date::new(year, month, day).ok()?;
    Some(Candidate {
        day,
        strength,
        span: page.span(&words),
    })
}

/// The year of "© 2020", "Copyright 2020".
fn copyright_year(page: &Page<'_, '_>) -> Option<i16> {
    (0..page.tokens.len()).find_map(|token| {
        let sign = page.is(token, Classes::DATE_LINE)
            && matches!(times::role(page, token), Some((word, _)) if word.role == TimeRole::Copyright);
        if !sign {
            return None;
        }
        (token + 1..token + 4).find_map(|near| {
            let year = page.word(near).parse::<i16>().ok().filter(|year| (1980..2100).contains(year))?;
            (!page.has(near, Flags::SUFFIXED)).then_some(year)
        })
    })
}

/// Days in the path of a link: "/2020/10/12/", "/2020-10-12-", with their places.
fn url_days(url: &str) -> Vec<(Date, usize, usize)> {
    let bytes = url.as_bytes();
    let digits = |from: usize, most: usize| {
        bytes
            .iter()
            .skip(from)
            .take(most)
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let number = |from: usize, length: usize| {
        url.get(from..from + length)
            .and_then(|part| part.parse::<i16>().ok())
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let run = digits(at, bytes.len());
        if run == 0 {
            at += 1;
            continue;
        }
        let read = || -> Option<(Date, usize, usize)> {
            let separator = *bytes
                .get(at + 4)
                .filter(|byte| run == 4 && matches!(byte, b'/' | b'-' | b'_'))?;
            let month = digits(at + 5, 3);
            if !(1..=2).contains(&month) || *bytes.get(at + 5 + month)? != separator {
                return None;
            }
            let day_at = at + 6 + month;
            let day = digits(day_at, 3);
            if !(1..=2).contains(&day) {
                return None;
            }
            let year = number(at, 4).filter(|year| (1980..2100).contains(year))?;
            let month = i8::try_from(number(at + 5, month)?).ok()?;
            let date = Date::new(year, month, i8::try_from(number(day_at, day)?).ok()?).ok()?;
            Some((date, at, day_at + day))
        };
        match read() {
            Some((date, from, to)) => {
                found.push((date, from, to));
                at = to;
            }
            None => at += run,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::url_days;

    #[test]
    fn days_in_paths() {
        let days = |url: &str| {
            url_days(url)
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
        assert_eq!(days("https://news.example/2020/13/12/x"), "");
        assert_eq!(days("https://news.example/id/20201012345/7"), "");
        assert_eq!(
            days("https://a.example/1/2/3/é/2019/02/28"),
            "2019-02-28=2019/02/28"
        );
        assert_eq!(days("https://a.example/2019/02/"), "");
    }
}
