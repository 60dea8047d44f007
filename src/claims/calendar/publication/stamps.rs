//! Time stamps: "Published Dec. 21, 2023 at 6:00 a.m.", "By Ann Roe | 21 December 2023", "2023-12-21".
//!
//! A stamp is a day with what belongs to it (weekday, time of day, "Published") that is no part of a sentence. On a
//! line of its own that is told by what else stands on the line; where a page has lost its lines, by its neighbours.

use super::days::{Core, DayInPrint, Printed};
use super::pieces::Role;
use crate::span::Span;
use crate::syntax::words;
use crate::text::TokenKind;
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
    pub day: DayInPrint,
    pub standing: Standing,
    pub span: Span,
    /// Its first token, and the first of its line.
    pub token: usize,
    pub line: usize,
}

impl Printed<'_, '_, '_> {
    /// The stamps among the pieces of a page, in order.
    pub(super) fn stamps(&self) -> Vec<Stamp> {
        let mut found = Vec::new();
        let mut line = 0..0;
        let mut cores: Vec<Core> = Vec::new();
        for &(index, role) in &self.dating {
            if index >= line.end {
                found.extend(self.of_line(&line, &cores));
                cores.clear();
            }
            while index >= line.end {
                line = self.line(line.end);
            }
            let taken = cores.last().is_some_and(|last| index < last.range.end);
            if !taken {
                cores.extend(self.core(index, role));
            }
        }
        found.extend(self.of_line(&line, &cores));
        found
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
                day: core.day,
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
            if on && core.label.is_none() && !core.day.clock && !by && count > 0 {
                return None;
            }
        }
        let most = if by { BYLINE } else { BESIDE };
        if count > most || !by && small > 3 || !by && small_before > 1 {
            return None;
        }
        Self::labelled(core.label).or(if by || core.day.clock || count == 0 {
            Some(Standing::Plain)
        } else {
            Some(Standing::Beside)
        })
    }

    fn is_preposition(&self, index: usize) -> bool {
        self.pieces.get(index).is_some_and(|piece| {
            self.page.is(piece.token, words::GOVERNOR)
                && matches!(self.role(index), Some(Role::Word { .. }))
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
        let whole = core.day.year.is_some() || core.day.weekday.is_some();
        (closes && whole).then(|| {
            if core.day.clock || self.byline_before(core.range.start) {
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
