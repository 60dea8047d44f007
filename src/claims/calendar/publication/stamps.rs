//! Time stamps: "Published Dec. 21, 2023 at 6:00 a.m.", "By Ann Roe | 21 December 2023", "2023-12-21".
//!
//! A stamp is a day with what belongs to it (weekday, time of day, "Published") that is no part of a sentence. On a
//! line of its own that is told by what else stands on the line; where a page has lost its lines, by its neighbours.

use super::figures;
use super::pieces::{Piece, Role};
use crate::lexicon::Classes;
use crate::span::Span;
use crate::text::{Page, TokenKind};
use std::ops::Range;

/// A line of more pieces is running text, or a page without lines.
const LINE: usize = 30;
/// A line of no more is none that has lost its end.
const ALONE: usize = 12;
/// The most words beside a stamp on its line: names, a section, "3 min read".
const BESIDE: usize = 5;
/// The same behind "By": two names, their posts and their paper.
const BYLINE: usize = 14;

/// What says that a stamp is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Names or a section stand beside it.
    Beside,
    /// "Updated"
    Updated,
    /// Nothing else on its line, a time of day, or a byline.
    Plain,
    /// "Published"
    Published,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Stamp {
    pub year: Option<i16>,
    pub month: i8,
    pub day: i8,
    /// The day in the other order: "12/11/2026".
    pub other: Option<crate::date::Date>,
    pub weekday: Option<i8>,
    pub clock: bool,
    pub standing: Standing,
    pub span: Span,
    /// Its first token, and the first of its line.
    pub token: usize,
    pub line: usize,
}

/// The pieces of a page, and its stamps in order.
pub(super) struct Stamps<'r, 't, 'l> {
    page: &'r Page<'t, 'l>,
    pieces: &'r [Piece],
}

/// A day and the pieces that it takes.
struct Core {
    year: Option<i16>,
    month: i8,
    day: i8,
    other: Option<crate::date::Date>,
    weekday: Option<i8>,
    clock: bool,
    label: Option<i32>,
    /// The day itself, the time of day with it.
    day_range: Range<usize>,
    /// With its label.
    range: Range<usize>,
}

impl<'r, 't, 'l> Stamps<'r, 't, 'l> {
    pub(super) fn new(page: &'r Page<'t, 'l>, pieces: &'r [Piece]) -> Self {
        Self { page, pieces }
    }

    pub(super) fn find(&self) -> Vec<Stamp> {
        let mut found = Vec::new();
        let mut line = 0..0;
        let mut cores: Vec<Core> = Vec::new();
        for index in 0..self.pieces.len() {
            if index >= line.end {
                found.extend(self.of_line(&line, &cores));
                cores.clear();
                line = self.line(index);
            }
            if matches!(self.role(index), Some(Role::Month(_) | Role::Figures(_))) {
                let taken = cores.last().is_some_and(|last| index < last.range.end);
                cores.extend(self.core(index).filter(|_| !taken));
            }
        }
        found.extend(self.of_line(&line, &cores));
        found
    }

    fn role(&self, index: usize) -> Option<Role> {
        self.pieces.get(index).map(|piece| piece.role)
    }

    fn printed(&self, index: usize) -> &'t str {
        self.pieces
            .get(index)
            .map_or("", |piece| piece.span.of(self.page.text))
    }

    /// The line that begins at a piece.
    fn line(&self, start: usize) -> Range<usize> {
        let rest = self.pieces.iter().skip(start + 1);
        start..start + 1 + rest.take_while(|piece| !piece.opens_line).count()
    }

    fn number(&self, index: usize) -> Option<&'t str> {
        (self.role(index)? == Role::Number).then(|| self.printed(index))
    }

    fn is_sign(&self, index: usize, signs: &str) -> bool {
        self.role(index) == Some(Role::Sign)
            && self.printed(index).chars().all(|sign| signs.contains(sign))
    }

    /// The piece behind a comma, where there is one.
    fn behind_comma(&self, index: usize) -> usize {
        index + usize::from(self.is_sign(index, ",."))
    }

    /// The day around a month's name or in figures, with weekday, time and label.
    fn core(&self, index: usize) -> Option<Core> {
        let mut core = match self.role(index)? {
            Role::Figures(figures) => Core {
                year: Some(figures.day.year()),
                month: figures.day.month(),
                day: figures.day.day(),
                other: figures.other,
                weekday: None,
                clock: figures.clock,
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
        let (start, day, end, year) = match (before, day(index + 1 + stop)) {
            (Some((day, start)), after) => match (year_behind(index + 1 + stop), after) {
                (Some((year, end)), _) => (start, day, end, Some(year)),
                (None, None) => (start, day, index + 1, None),
                // "Page 3 May 5, 2026"
                (None, Some(day)) => {
                    let end = index + 2 + stop;
                    let year = year_behind(end);
                    (
                        index,
                        day,
                        year.map_or(end, |(_, end)| end),
                        year.map(|(year, _)| year),
                    )
                }
            },
            (None, Some(day)) => {
                let end = index + 2 + stop;
                let year = year_behind(end);
                (
                    index,
                    day,
                    year.map_or(end, |(_, end)| end),
                    year.map(|(year, _)| year),
                )
            }
            (None, None) => return None,
        };
        Some(Core {
            year,
            month,
            day,
            other: None,
            weekday: None,
            clock: false,
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
            core.weekday = Some(found);
            core.day_range.start = at;
        } else if let Some(found) = weekday(self.behind_comma(end)) {
            let line = self
                .pieces
                .get(self.behind_comma(end))
                .is_some_and(|piece| !piece.opens_line);
            if line {
                core.weekday = Some(found);
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
                core.clock = true;
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
                core.clock = true;
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

    /// The stamps among the days of a line.
    fn of_line(&self, line: &Range<usize>, cores: &[Core]) -> Vec<Stamp> {
        let first = self.pieces.get(line.start).map_or(0, |piece| piece.token);
        let stamps = cores.iter().filter_map(|core| {
            let short = line.len() <= LINE;
            let on_line = short.then(|| self.on_line(line, core, cores)).flatten();
            let flows = line.len() > ALONE;
            let standing = on_line.or_else(|| self.in_flow(core).filter(|_| flows))?;
            let core_span = Span::new(
                self.pieces.get(core.day_range.start)?.span.start,
                self.pieces
                    .get(core.day_range.end.checked_sub(1)?)?
                    .span
                    .end,
            );
            Some(Stamp {
                year: core.year,
                month: core.month,
                day: core.day,
                other: core.other,
                weekday: core.weekday,
                clock: core.clock,
                standing,
                span: core_span,
                token: self.pieces.get(core.day_range.start)?.token,
                line: first,
            })
        });
        stamps.collect()
    }

    fn labelled(label: Option<i32>) -> Option<Standing> {
        label.map(|label| {
            if label >= 4 {
                Standing::Published
            } else {
                Standing::Updated
            }
        })
    }

    /// A day on a short line, by what else stands there.
    fn on_line(&self, line: &Range<usize>, core: &Core, cores: &[Core]) -> Option<Standing> {
        let taken = |index: usize| cores.iter().any(|core| core.range.contains(&index));
        // "It opens on" / "December 25, 2026.": the line before goes on
        if core.range.start == line.start && core.label.is_none() {
            let before = line.start.checked_sub(1).filter(|&at| self.is_small(at));
            let linked = |at| self.role(at) == Some(Role::Link) || self.is_preposition(at);
            if before.is_some_and(linked) {
                return None;
            }
        }
        let beside: Vec<usize> = line.clone().filter(|&index| !taken(index)).collect();
        let words = beside
            .iter()
            .filter(|&&index| self.role(index).is_some_and(Role::is_word));
        let (mut count, mut small, mut by, mut small_before) = (0, 0, false, 0);
        for &index in words {
            match self.role(index) {
                Some(Role::By) => by = true,
                Some(Role::Word { capital }) => {
                    count += 1;
                    small += usize::from(!capital);
                    small_before += usize::from(!capital && index < core.range.start);
                }
                _ => {}
            }
        }
        let foreign = |&index: &usize| match self.role(index) {
            // A comment or a post: "— Ann Roe (@annroe) December 21, 2023"; whose picture it is; a set quotation
            Some(Role::Other | Role::Copyright) => true,
            // "He was born on March 3, 1990."
            Some(Role::Sign) => index + 1 == line.end && self.is_sign(index, ".!?") && count > 0,
            _ => false,
        };
        if beside.iter().any(foreign) {
            return None;
        }
        if core.range.start > line.start {
            // "(updated July 7, 2023)" dates what stands before the bracket; "since May 3, 2020" is no stamp.
            let before = core.range.start - 1;
            let bracket = self.is_sign(before, "([") && count > 0;
            if bracket || self.is_preposition(before) {
                return None;
            }
            let on = self.role(before) == Some(Role::Link);
            if on && core.label.is_none() && !core.clock && !by && count > 0 {
                return None;
            }
        }
        let most = if by { BYLINE } else { BESIDE };
        if count > most || !by && small > 3 || !by && small_before > 1 {
            return None;
        }
        Self::labelled(core.label).or(if by || core.clock || count == 0 {
            Some(Standing::Plain)
        } else {
            Some(Standing::Beside)
        })
    }

    fn is_preposition(&self, index: usize) -> bool {
        self.pieces.get(index).is_some_and(|piece| {
            self.page.is(
                piece.token,
                Classes::PREPOSITION.with(Classes::SUBORDINATOR),
            ) && matches!(piece.role, Role::Word { .. })
        })
    }

    /// A day in running text, by its neighbours: between capitals, signs and sentence ends.
    fn in_flow(&self, core: &Core) -> Option<Standing> {
        let before = core.range.start.checked_sub(1);
        let opens = before.is_none_or(|at| match self.role(at) {
            Some(Role::Sign) => !self.is_sign(at, ",([)"),
            Some(Role::Other | Role::Link | Role::Copyright) => false,
            _ => !self.is_preposition(at),
        });
        if !opens {
            return None;
        }
        let end = core.range.end;
        if let Some(standing) = Self::labelled(core.label) {
            // "Published March 3, 2023 in a journal, the study": the label of a sentence
            let goes_on = self.is_preposition(end) || self.is_sign(end, ",.;:?!)");
            return (self.is_heading(core.range.start) && !goes_on).then_some(standing);
        }
        let closes = match self.role(end) {
            // "in a letter dated Feb. 3, 2026 — a month before"
            Some(Role::Sign) => {
                !self.is_sign(end, ",.;:?!)") && !before.is_some_and(|at| self.is_small(at))
            }
            // "Nov. 12, 2026 and last updated"
            Some(Role::Word { capital }) => {
                let mut next = end + 1..=end + 2;
                capital || next.any(|at| matches!(self.role(at), Some(Role::Label(_))))
            }
            Some(Role::Link | Role::Meridiem | Role::Zone | Role::Copyright | Role::Elapsed) => {
                false
            }
            Some(Role::Other) => self.is_mark(end),
            _ => true,
        };
        let whole = core.year.is_some() || core.weekday.is_some();
        (closes && whole).then(|| {
            if core.clock || self.byline_before(core.range.start) {
                Standing::Plain
            } else {
                Standing::Beside
            }
        })
    }

    /// Whether a label begins what it labels: "Published", "Jon Bell last updated", not "the list was last updated".
    fn is_heading(&self, label: usize) -> bool {
        let last = label.checked_sub(1).filter(|&at| {
            let printed = self.printed(at);
            printed.eq_ignore_ascii_case("last") || printed.eq_ignore_ascii_case("first")
        });
        let inside = last.and_then(|at| at.checked_sub(1));
        !self.is_small(label) || last.is_some() && !inside.is_some_and(|at| self.is_small(at))
    }

    fn is_small(&self, index: usize) -> bool {
        let first = self.printed(index).chars().next();
        first.is_some_and(char::is_lowercase)
    }

    fn is_mark(&self, index: usize) -> bool {
        let token = self.pieces.get(index).map(|piece| piece.token);
        token.and_then(|token| self.page.kind(token)) == Some(TokenKind::Mark)
    }

    /// Whether "By" and names stand right before a piece.
    fn byline_before(&self, end: usize) -> bool {
        let name = |&at: &usize| {
            matches!(
                self.role(at),
                Some(Role::Word { capital: true } | Role::Sign)
            ) || self.printed(at) == "and"
        };
        let names = (end.saturating_sub(8)..end).rev().take_while(name).count();
        let by = end.checked_sub(names + 1);
        names > 0
            && by.is_some_and(|by| self.role(by) == Some(Role::By) && self.printed(by) != "by")
    }
}
