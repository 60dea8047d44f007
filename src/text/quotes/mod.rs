//! Quotation marks: pairs by glyph and context, block by block, so that a wrong mark spoils one paragraph at most.
//! What a mark may be comes from [`marks`], what a quotation is from [`roles`].

mod marks;
mod roles;
#[cfg(test)]
mod tests;

use crate::extraction::BlockKind;
use crate::lexicon::Lexicon;

use super::layout::{Cut, PageBlock, TokenRange};
use super::reading::Reading;
use super::tokens::{Flags, Token, TokenKind};

use marks::{Mark, Side};
pub(crate) use roles::QuotationRole;

/// A stretch in quotation marks.
#[derive(Clone, Debug)]
pub(crate) struct Quotation {
    /// The tokens from the opening mark to the closing one, both included; when it is never closed, to the block's end
    /// or to the mark that opens the next.
    pub tokens: TokenRange,
    pub closed: bool,
    /// Double marks or their like; false for single ones.
    #[allow(dead_code, reason = "part of what a quotation is")]
    pub double: bool,
    /// Whether other marks stand around it.
    #[allow(dead_code, reason = "part of what a quotation is")]
    pub nested: bool,
    /// Whether it goes on with the quotation that the paragraph before left open.
    pub continues: bool,
    pub role: QuotationRole,
}

/// Pairs the marks of every block; sets their twins and [`Flags::QUOTED`] on what stands between. A mark that turns
/// out to be an apostrophe becomes a [`TokenKind::Clitic`], inches and feet become a [`TokenKind::Symbol`].
pub(crate) fn pair(
    text: &str,
    tokens: &mut [Token],
    blocks: &[PageBlock],
    cuts: &[Cut],
    lexicon: &Lexicon,
) -> Vec<Quotation> {
    let mut pairing = Pairing::default();
    let mut left_open = false;
    let mut cuts = cuts.iter().filter(|cut| cut.quotation).peekable();
    for (number, block) in blocks.iter().enumerate() {
        let before = pairing.quotations.len();
        pairing.goes_on = GoesOn {
            from_before: left_open,
            behind: opens_single(text, tokens, &blocks[number + 1..], lexicon),
        };
        let cut = cuts.next_if(|cut| cut.before == number);
        pairing.block(text, tokens, block, cut, lexicon);
        if block.block.kind == BlockKind::Boilerplate || block.block.kind == BlockKind::Dateline {
            continue;
        }
        let start = block.tokens.start;
        let new = &mut pairing.quotations[before..];
        if let Some(first) = new.first_mut() {
            first.continues = left_open && first.tokens.start == start;
        }
        left_open = new
            .iter()
            .any(|quotation| !quotation.closed && quotation.tokens.end == block.tokens.end);
    }
    pairing
        .quotations
        .sort_by_key(|quotation| quotation.tokens.start);
    let reading = Reading {
        text,
        tokens,
        lexicon,
    };
    for quotation in &mut pairing.quotations {
        quotation.role = roles::tell(&reading, quotation);
    }
    pairing.quotations
}

/// Whether the text goes on behind furniture with a paragraph that a single mark opens.
fn opens_single(text: &str, tokens: &[Token], behind: &[PageBlock], lexicon: &Lexicon) -> bool {
    let beside = |block: &&PageBlock| {
        matches!(
            block.block.kind,
            BlockKind::Boilerplate | BlockKind::Credit | BlockKind::Caption
        )
    };
    /// How many blocks that are no text can stand between two paragraphs.
    const BESIDE: usize = 4;
    let next = behind.iter().take(BESIDE + 1).find(|block| !beside(block));
    next.is_some_and(|next| {
        let reading = Reading {
            text,
            tokens,
            lexicon,
        };
        let range = &next.tokens;
        let opens = || {
            let mark = marks::read(&reading, range, range.start);
            mark.single && mark.can_open && !mark.elision
        };
        next.block.kind == BlockKind::Paragraph
            && reading.kind(range.start) == Some(TokenKind::Mark)
            && opens()
    })
}

/// A mark that waits for its other half.
#[derive(Clone, Copy, Debug)]
struct Open {
    token: usize,
    mark: Mark,
}

/// What tells that a quotation in single marks runs over several paragraphs.
#[derive(Clone, Copy, Debug, Default)]
struct GoesOn {
    /// One is open from the paragraph before.
    from_before: bool,
    /// The next paragraph begins with such a mark.
    behind: bool,
}

#[derive(Default)]
struct Pairing {
    quotations: Vec<Quotation>,
    /// Where the block begins.
    start: usize,
    /// The quotation that furniture of the page cuts, and the furniture.
    cut: Option<(Open, TokenRange)>,
    goes_on: GoesOn,
    /// The single mark whose quotation the block leaves open.
    lasting: Option<usize>,
    /// The marks of a block, and for each whether a single mark that can only close follows it.
    marks: Vec<(usize, Mark)>,
    open: Vec<Open>,
    /// For every mark of the block, how many sure closing single marks stand behind it.
    closers_behind: Vec<u32>,
}

impl Pairing {
    /// Pairs the marks of a block; `cut` when the quotation that it leaves open is closed behind furniture of the page.
    fn block(
        &mut self,
        text: &str,
        tokens: &mut [Token],
        block: &PageBlock,
        cut: Option<&Cut>,
        lexicon: &Lexicon,
    ) {
        self.marks.clear();
        let range = block.tokens.clone();
        self.start = range.start;
        let reading = Reading {
            text,
            tokens,
            lexicon,
        };
        for (index, token) in (range.start..).zip(reading.slice(&range)) {
            if token.kind == TokenKind::Mark {
                let mark = marks::read(&reading, &range, index);
                self.marks.push((index, mark));
            }
        }
        if self.marks.is_empty() {
            return;
        }
        self.count_closers();
        self.lasting = None;
        self.open.clear();
        let first = range.start;
        let resumed = self.cut.take_if(|(_, gap)| gap.end == first);
        self.open.extend(resumed.map(|(open, _)| open));
        for number in 0..self.marks.len() {
            let (index, mark) = self.marks[number];
            if mark.measure {
                // A number before it: `6'`, `2"`. It still closes what is open: "in 2016".
                let closes = !mark.single && self.open.iter().any(|open| !open.mark.single);
                if !closes || mark.after_feet {
                    tokens[index].kind = TokenKind::Symbol;
                    continue;
                }
            }
            if mark.single {
                self.single(text, tokens, number, first);
            } else {
                self.double(tokens, index, mark);
            }
        }
        if let Some(cut) = cut.filter(|_| self.open.first().is_some_and(|open| !open.mark.single)) {
            self.leave_open(tokens, 1, range.end, first);
            if let Some(open) = self.open.pop() {
                quote(tokens, (open.token + 1).max(first)..range.end);
                self.cut = Some((open, cut.gap.clone()));
            }
        }
        self.leave_open(tokens, 0, range.end, first);
    }

    /// Walks the marks backwards, so that asking whether a single quotation can still be closed costs nothing.
    fn count_closers(&mut self) {
        self.closers_behind.clear();
        self.closers_behind.resize(self.marks.len(), 0);
        let mut count = 0;
        for number in (0..self.marks.len()).rev() {
            self.closers_behind[number] = count;
            let mark = self.marks[number].1;
            if mark.single {
                if mark.can_close && mark.sure_to_close {
                    count += 1;
                } else if mark.can_open && !mark.can_close && !mark.elision {
                    // What follows an opening mark belongs to that one.
                    count = 0;
                }
            }
        }
    }

    fn double(&mut self, tokens: &mut [Token], index: usize, mark: Mark) {
        let waiting = self.open.iter().rposition(|open| !open.mark.single);
        let opens = match (mark.side, waiting) {
            (Side::Opening, None) => true,
            // “ ends what „ began, and a wrong “ behind a word what “ began; » begins where nothing is open.
            (Side::Opening, Some(at)) => {
                let open = &self.open[at].mark;
                let wrong = open.family == mark.family && !mark.joined;
                !(mark.can_close && !mark.can_open && (open.closed_by_opening || wrong))
            }
            (Side::Closing, None) => mark.can_open && !mark.can_close,
            (Side::Closing, Some(_)) => false,
            // `spoke about"joint operations"`: the blank is missing.
            (Side::Either, None) => mark.can_open || mark.joined || !mark.can_close,
            (Side::Either, Some(_)) => mark.can_open && !mark.can_close,
        };
        match waiting {
            Some(at) if opens => {
                if self.open[at].mark.family == mark.family {
                    // The same glyph opens once more: the quotation before it was never closed.
                    self.leave_open(tokens, at, index, usize::MAX);
                }
                self.open.push(Open { token: index, mark });
            }
            None if opens => self.open.push(Open { token: index, mark }),
            Some(at) => {
                // Single marks left open inside are apostrophes.
                self.leave_open(tokens, at + 1, index, usize::MAX);
                self.open.truncate(at + 1);
                self.close(tokens, index);
            }
            None => {}
        }
    }

    fn single(&mut self, text: &str, tokens: &mut [Token], number: usize, first: usize) {
        let (index, mark) = self.marks[number];
        let waiting = self.open.last().is_some_and(|open| open.mark.single);
        if mark.can_close && waiting {
            // "The countries' ministers" inside single marks: a possessive when a surer mark follows.
            if mark.sure_to_close || self.closers_behind[number] == 0 {
                self.close(tokens, index);
                return;
            }
        } else if mark.can_open && !mark.elision && !(waiting && mark.can_close) {
            let again = index == first && mark.side == Side::Opening;
            let closed = self.can_be_closed(number);
            // "Ruiz said: 'It rained." above "'It was cold.'"
            let brought = index > first && tokens[index - 1].text(text) == ":";
            let lasts =
                self.goes_on.behind && (brought || index == first && self.goes_on.from_before);
            if !closed && lasts && self.open.is_empty() {
                self.lasting = Some(index);
            }
            if closed || again || self.lasting == Some(index) {
                self.open.push(Open { token: index, mark });
                return;
            }
        }
        tokens[index].kind = TokenKind::Clitic;
    }

    /// Whether some mark behind this one can close it.
    fn can_be_closed(&self, number: usize) -> bool {
        self.closers_behind[number] > 0
            || self.marks[number + 1..]
                .iter()
                .take_while(|(_, mark)| mark.single && (mark.can_close || mark.elision))
                .take(8)
                .any(|(_, mark)| mark.can_close && !mark.elision)
    }

    fn close(&mut self, tokens: &mut [Token], end: usize) {
        let Some(open) = self.open.pop() else { return };
        tokens[open.token].set_twin(end);
        tokens[end].set_twin(open.token);
        self.push(tokens, open, end + 1, true);
    }

    /// Ends what is open from `from` on without a closing mark.
    fn leave_open(&mut self, tokens: &mut [Token], from: usize, end: usize, first: usize) {
        while self.open.len() > from {
            let Some(open) = self.open.pop() else { return };
            if open.mark.single && open.token != first && self.lasting != Some(open.token) {
                tokens[open.token].kind = TokenKind::Clitic;
                continue;
            }
            self.push(tokens, open, end, false);
        }
    }

    fn push(&mut self, tokens: &mut [Token], open: Open, end: usize, closed: bool) {
        let nested = !self.open.is_empty();
        // What stands before a cut is marked already.
        let start = (open.token + 1).max(self.start);
        let inner = start..if closed { end - 1 } else { end };
        if !nested {
            quote(tokens, inner);
        }
        self.quotations.push(Quotation {
            tokens: open.token..end,
            closed,
            double: !open.mark.single,
            nested,
            continues: false,
            role: QuotationRole::Speech,
        });
    }
}

fn quote(tokens: &mut [Token], inner: TokenRange) {
    for token in tokens.get_mut(inner).unwrap_or_default() {
        token.flags.insert(Flags::QUOTED);
    }
}

/// Whether a quotation in double marks is open where the range ends.
pub(super) fn leaves_open(reading: &Reading<'_>, range: &TokenRange) -> bool {
    double_marks(reading, range).fold(false, |open, (_, mark)| match mark.side {
        Side::Opening => true,
        Side::Closing => false,
        Side::Either => !mark.can_close && (mark.can_open || !open),
    })
}

/// Whether the first double mark of the range can only close a quotation that was opened before.
pub(super) fn closes_first(reading: &Reading<'_>, range: &TokenRange) -> bool {
    double_marks(reading, range)
        .next()
        .is_some_and(|(index, mark)| {
            index > range.start && mark.can_close && !mark.can_open && mark.side != Side::Opening
        })
}

fn double_marks<'a>(
    reading: &'a Reading<'_>,
    range: &'a TokenRange,
) -> impl Iterator<Item = (usize, Mark)> + use<'a> {
    range
        .clone()
        .filter(|&index| reading.kind(index) == Some(TokenKind::Mark))
        .map(|index| (index, marks::read(reading, range, index)))
        .filter(|(_, mark)| !mark.single)
}
