//! Days as pages print them: "Dec. 21, 2023", "21 December", "2023-12-21", with the weekday, the time of day and the label
//! ("Published", "Updated on:") that belong to them.

use super::figures;
use super::pieces::{self, Piece, Role};
use crate::lexicon::Classes;
use crate::text::{Page, TokenKind};
use std::ops::Range;

/// The pieces of a page, in order.
pub(super) struct Printed<'r, 't, 'l> {
    pub page: &'r Page<'t, 'l>,
    pub pieces: Vec<Piece>,
    /// Those around which a day can stand, and what they are: a month beside a number, a day in figures. And the signs of
    /// copyright.
    pub dating: Vec<(usize, Role)>,
}

/// The number of a day stands so near to its month: "21 of December", "Dec. 21".
const NEAR: usize = 2;

/// What a page prints of a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayInPrint {
    pub year: Option<i16>,
    pub month: i8,
    pub day: i8,
    /// The day in the other order: "12/11/2026".
    pub other: Option<crate::date::Date>,
    pub weekday: Option<i8>,
    /// Whether a time of day stands with it.
    pub clock: bool,
}

/// A day and the pieces that it takes.
pub(super) struct Core {
    pub day: DayInPrint,
    pub label: Option<i32>,
    /// The day itself, the time of day with it.
    pub day_range: Range<usize>,
    /// With its label.
    pub range: Range<usize>,
}

impl<'r, 't, 'l> Printed<'r, 't, 'l> {
    pub(super) fn of(page: &'r Page<'t, 'l>) -> Self {
        let mut printed = Self {
            page,
            pieces: pieces::pieces(page),
            dating: Vec::new(),
        };
        for index in 0..printed.pieces.len() {
            if printed.may_date(index) {
                printed
                    .dating
                    .extend(printed.role(index).map(|role| (index, role)));
            }
        }
        printed
    }

    /// Whether it is worth asking what a piece is; asked of all pieces of the page.
    fn may_date(&self, index: usize) -> bool {
        let piece = &self.pieces[index];
        let near = || {
            let near = index.saturating_sub(NEAR)..(index + NEAR + 1).min(self.pieces.len());
            near.into_iter().any(|at| self.is_number(at))
        };
        piece.known.is_some()
            || self.page.is(piece.token, Classes::DATE_LINE)
            || pieces::may_be_month(self.page, piece.token) && near()
    }

    fn is_number(&self, index: usize) -> bool {
        let piece = &self.pieces[index];
        match piece.known {
            None => self.page.kind(piece.token) == Some(TokenKind::Number),
            Some(role) => role == Role::Number,
        }
    }

    pub(super) fn role(&self, index: usize) -> Option<Role> {
        let piece = self.pieces.get(index)?;
        Some(
            piece
                .known
                .unwrap_or_else(|| pieces::role(self.page, piece.token)),
        )
    }

    pub(super) fn printed(&self, index: usize) -> &'t str {
        self.pieces
            .get(index)
            .map_or("", |piece| piece.span.of(self.page.text))
    }

    /// The line that begins at a piece.
    pub(super) fn line(&self, start: usize) -> Range<usize> {
        let rest = self.pieces.iter().skip(start + 1);
        start..start + 1 + rest.take_while(|piece| !piece.opens_line).count()
    }

    fn number(&self, index: usize) -> Option<&'t str> {
        (self.role(index)? == Role::Number).then(|| self.printed(index))
    }

    pub(super) fn is_sign(&self, index: usize, signs: &str) -> bool {
        self.role(index) == Some(Role::Sign)
            && self.printed(index).chars().all(|sign| signs.contains(sign))
    }

    /// The piece behind a comma, where there is one.
    fn behind_comma(&self, index: usize) -> usize {
        index + usize::from(self.is_sign(index, ",."))
    }

    /// The day around a month's name or in figures, with weekday, time and label.
    pub(super) fn core(&self, index: usize, role: Role) -> Option<Core> {
        let mut core = match role {
            Role::Figures(figures) => Core {
                day: DayInPrint {
                    year: Some(figures.day.year()),
                    month: figures.day.month(),
                    day: figures.day.day(),
                    other: figures.other,
                    weekday: None,
                    clock: figures.clock,
                },
                label: None,
                day_range: index..index + 1,
                range: index..index + 1,
            },
            Role::Month(month) => self.named_month(index, month)?,
            _ => return None,
        };
        self.with_weekday(&mut core);
        self.with_clock(&mut core);
        self.with_label(&mut core);
        Some(core)
    }

    fn named_month(&self, index: usize, month: i8) -> Option<Core> {
        let day = |at: usize| figures::day(self.number(at)?);
        let year = |at: usize| figures::year(self.number(at)?);
        // "DEC. 21": the stop behind a word that is no abbreviation by itself
        let stop = usize::from(self.is_sign(index + 1, "."));
        let opens = self.pieces.get(index).is_some_and(|piece| piece.opens_line);
        let before = index.checked_sub(1).filter(|_| !opens).and_then(|last| {
            let link = self.role(last) == Some(Role::Link) || self.is_sign(last, ",-");
            let at = if link { last.checked_sub(1)? } else { last };
            Some((day(at)?, at))
        });
        let year_behind = |at: usize| {
            [at, at + 1]
                .into_iter()
                .filter(|&near| near == at || self.is_sign(at, ",-."))
                .find_map(|near| Some((year(near)?, near + 1)))
        };
        // "May 5, 2026"
        let american = |day: i8| {
            let end = index + 2 + stop;
            let year = year_behind(end);
            let behind = year.map_or(end, |(_, end)| end);
            (index, day, behind, year.map(|(year, _)| year))
        };
        let (start, day, end, year) = match (before, day(index + 1 + stop)) {
            (None, None) => return None,
            (Some((day, start)), after) => match (year_behind(index + 1 + stop), after) {
                (Some((year, end)), _) => (start, day, end, Some(year)),
                (None, None) => (start, day, index + 1, None),
                // "Page 3 May 5, 2026"
                (None, Some(day)) => american(day),
            },
            (None, Some(day)) => american(day),
        };
        Some(Core {
            day: DayInPrint {
                year,
                month,
                day,
                other: None,
                weekday: None,
                clock: false,
            },
            label: None,
            day_range: start..end,
            range: start..end,
        })
    }

    /// "Thu, Dec. 21", "21 December, Thursday"
    fn with_weekday(&self, core: &mut Core) {
        let Range { start, end } = core.day_range;
        let comma = usize::from(start > 0 && self.is_sign(start - 1, ",./"));
        let weekday = |index: usize| match self.role(index) {
            Some(Role::Weekday(weekday)) => Some(weekday),
            _ => None,
        };
        if let Some((at, found)) = start
            .checked_sub(1 + comma)
            .and_then(|at| Some((at, weekday(at)?)))
        {
            core.day.weekday = Some(found);
            core.day_range.start = at;
        } else if let Some(found) = weekday(self.behind_comma(end)) {
            let line = self
                .pieces
                .get(self.behind_comma(end))
                .is_some_and(|piece| !piece.opens_line);
            if line {
                core.day.weekday = Some(found);
                core.day_range.end = self.behind_comma(end) + 1;
            }
        }
        core.range = core.day_range.clone();
    }

    /// A time of day on either side: "10:12 AM EST, ", " at 6 a.m.", " • 6:00pm", " — 10.12".
    fn with_clock(&self, core: &mut Core) {
        let joins = |index: usize| {
            self.is_sign(index, ",|•·/-–—@.") || self.role(index) == Some(Role::Link)
        };
        let mut behind = core.day_range.end;
        while behind < core.day_range.end + 3 {
            if let Some(end) = self.clock_at(behind) {
                core.day.clock = true;
                core.day_range.end = end;
                break;
            }
            if !joins(behind) {
                break;
            }
            behind += 1;
        }
        // The zone and the half of the day stand behind the time, so it is looked for from further off.
        let start = core.day_range.start;
        for first in (start.saturating_sub(8)..start).rev() {
            let Some(end) = self.clock_at(first).filter(|&end| end <= start) else {
                continue;
            };
            if (end..start).all(joins) && start - end <= 2 {
                core.day.clock = true;
                core.day_range.start = first;
            }
        }
        core.range = core.day_range.clone();
    }

    /// The end of a time of day: "10:12", "6 a.m. EST", "10.00 GMT", "1012 hrs".
    fn clock_at(&self, index: usize) -> Option<usize> {
        let printed = self.number(index)?;
        let digits = printed.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let half = matches!(printed.len() - digits.len(), 2)
            && ["am", "pm"]
                .iter()
                .any(|half| printed[digits.len()..].eq_ignore_ascii_case(half));
        if digits.len() < printed.len() && !half {
            return None;
        }
        let mut end = index + 1;
        let mut minutes = false;
        if let Some((hour, rest)) = digits.split_once([':', '.']) {
            let plausible = hour.len() <= 2
                && hour.parse::<u8>().is_ok_and(|hour| hour <= 24)
                && rest.len() >= 2;
            minutes = plausible && rest.as_bytes()[..2].iter().all(u8::is_ascii_digit);
            if !minutes {
                return None;
            }
        } else if self.is_sign(end, ":.")
            && self.number(end + 1).is_some_and(|minute| {
                minute.len() >= 2 && minute.as_bytes()[..2].iter().all(u8::is_ascii_digit)
            })
            && digits.len() <= 2
        {
            // What stood glued to a year is parted in two: "20236:00"
            let rest = self.number(end + 1).unwrap_or_default();
            let half = rest[2..].eq_ignore_ascii_case("am") || rest[2..].eq_ignore_ascii_case("pm");
            if rest.len() > 2 && !half {
                return None;
            }
            minutes = true;
            end += 2;
        } else if digits.len() > 2 && !(digits.len() == 4 && self.role(end) == Some(Role::Zone)) {
            return None;
        }
        // "10:12:45"
        let seconds = minutes && self.is_sign(end, ":") && self.glued(end);
        if seconds
            && self
                .number(end + 1)
                .is_some_and(|seconds| seconds.len() == 2)
        {
            end += 2;
        }
        let mut sure = half || minutes;
        if self.role(end) == Some(Role::Meridiem) {
            sure = true;
            end += 1;
        }
        if self.role(end) == Some(Role::Zone) {
            sure |= digits.len() == 4;
            end += 1;
        } else if sure && self.capitals(end) {
            // A zone that no dictionary has: "10:12 IST", "6:00 SGT"
            end += 1;
        }
        // "GMT+8"
        if self.is_sign(end, "+-")
            && self.number(end + 1).is_some_and(|hours| hours.len() <= 4)
            && sure
            && self.glued(end)
        {
            end += 2;
        }
        sure.then_some(end)
    }

    fn glued(&self, index: usize) -> bool {
        index > 0
            && self
                .pieces
                .get(index - 1)
                .zip(self.pieces.get(index))
                .is_some_and(|(one, other)| one.span.end == other.span.start)
    }

    /// Whether two to four capitals stand here, on the line of what is before them.
    fn capitals(&self, index: usize) -> bool {
        let printed = self.printed(index);
        (2..=4).contains(&printed.len())
            && printed.bytes().all(|byte| byte.is_ascii_uppercase())
            && self
                .pieces
                .get(index)
                .is_some_and(|piece| !piece.opens_line)
    }

    /// "Published", "Updated on:" before a day.
    fn with_label(&self, core: &mut Core) {
        let mut at = core.day_range.start;
        let limit = at.saturating_sub(4);
        while at > limit {
            at -= 1;
            match self.role(at) {
                Some(Role::Label(label)) => {
                    if self.same_line(at, core.day_range.start) || self.opens_its_line(at) {
                        core.label = Some(label);
                        core.range.start = at;
                    }
                    return;
                }
                Some(Role::Link) => {}
                Some(Role::Sign) if !self.is_sign(at, "|•·)") => {}
                _ => return,
            }
        }
    }

    fn same_line(&self, one: usize, other: usize) -> bool {
        !self
            .pieces
            .iter()
            .take(other + 1)
            .skip(one + 1)
            .any(|piece| piece.opens_line)
    }

    /// Whether nothing but a word ("First", "Last") stands before a label on its line.
    fn opens_its_line(&self, label: usize) -> bool {
        (label.saturating_sub(1)..=label)
            .any(|at| self.pieces.get(at).is_some_and(|piece| piece.opens_line))
    }
}
