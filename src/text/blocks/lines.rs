//! Printed lines, and the width at which the text was wrapped: how long a line is, and whether the next line's first
//! word would still have fitted, says whether a line break ends a paragraph.

use crate::lexicon::Classes;
use crate::text::layout::TokenRange;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

/// Widths at which text is wrapped.
const WIDTHS: std::ops::RangeInclusive<usize> = 44..=132;
/// A line break that is the only one of its kind is a wrap only at these widths.
const USUAL_WIDTHS: std::ops::RangeInclusive<usize> = 54..=110;

/// A line that somebody edited after the wrap is longer by at most so many characters.
const MOST_OVER_WIDTH: usize = 8;

/// A line of the text that holds a token.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub tokens: TokenRange,
    /// Characters, without the blanks at both ends, as far as they tell of a wrap ([`width`]); of the last printed line where a
    /// word is broken at its end.
    pub width: usize,
    /// Blanks at the start.
    pub indent: usize,
    /// Characters of the first word, up to the next blank.
    pub first_word: usize,
    /// Whether a blank line stands before it, or nothing does.
    pub separated: bool,
    /// Whether it goes on with the line before, whatever the width; told by `fragments`.
    pub goes_on: bool,
}

/// The lines in order.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Line> {
    let (text, tokens) = (reading.text, reading.tokens);
    let bytes = text.as_bytes();
    let mut lines: Vec<Line> = Vec::with_capacity(tokens.len() / 16);
    let mut start = 0;
    let mut before = 0;
    while start < tokens.len() {
        let mut end = start + 1;
        let mut broken = tokens[start].has(Flags::BROKEN);
        for token in &tokens[end..] {
            if token.has(Flags::LINE_START) {
                break;
            }
            broken |= token.has(Flags::BROKEN);
            end += 1;
        }
        let (first, last) = (tokens[start].start as usize, tokens[end - 1].end as usize);
        let gap = &bytes[before..first];
        let indent = gap
            .iter()
            .rev()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .map(|&byte| if byte == b'\t' { 4 } else { 1 })
            .sum();
        let mut printed = &text[first..last];
        if broken {
            printed = printed.rsplit('\n').next().unwrap_or(printed);
        }
        let first_word = text[first..last]
            .find([' ', '\n', '\r', '\t', '\u{A0}'])
            .unwrap_or(last - first);
        lines.push(Line {
            tokens: start..end,
            width: width(printed),
            indent,
            first_word: text[first..first + first_word].chars().count(),
            separated: lines.is_empty() || breaks(gap) > 1,
            goes_on: false,
        });
        before = last;
        start = end;
    }
    lines
}

/// Characters of a line; not all of one that is longer than any that was wrapped, since nobody asks how much longer.
fn width(printed: &str) -> usize {
    const LONGER: usize = *WIDTHS.end() + MOST_OVER_WIDTH + 1;
    let beginning = printed.get(..LONGER + LONGER / 8);
    let beginning = beginning.map(|beginning| beginning.chars().count());
    beginning
        .filter(|&width| width >= LONGER)
        .unwrap_or_else(|| printed.chars().count())
}

/// Line breaks between two lines.
fn breaks(gap: &[u8]) -> usize {
    let feeds = gap.iter().filter(|&&byte| byte == b'\n').count();
    if feeds > 0 {
        feeds
    } else {
        gap.iter().filter(|&&byte| byte == b'\r').count()
    }
}

/// How the text was laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// The width at which lines were wrapped, if they were.
    pub width: Option<usize>,
    /// Whether blank lines stand between paragraphs.
    pub blank_lines: bool,
}

/// Measures the layout. In text that was wrapped at a width, no line is longer, and every line of a paragraph but its
/// last is so long that the next word would not have fitted. A list of headlines or a text with one line for
/// each paragraph has no such width.
pub(super) fn measure(reading: &Reading<'_>, lines: &[Line]) -> Layout {
    let longest = *WIDTHS.end();
    // How many line breaks each width explains, as differences from the width before; and how many of these stand
    // inside a sentence.
    let mut explained = [0_i32; *WIDTHS.end() + 2];
    let mut inside = explained;
    let mut pairs = 0;
    let mut separated = 0;
    for pair in lines.windows(2) {
        let [this, next] = pair else { continue };
        if next.separated {
            separated += 1;
            continue;
        }
        if is_address(reading, this) || is_address(reading, next) {
            continue;
        }
        // Menus say nothing of the width of the text below them.
        if !WIDTHS.contains(&this.width) {
            continue;
        }
        pairs += 1;
        let until = (this.width + next.first_word + 1).min(longest + 1);
        explained[this.width] += 1;
        explained[until] -= 1;
        if goes_on(reading, this, next) {
            inside[this.width] += 1;
            inside[until] -= 1;
        }
    }
    if pairs == 0 {
        return Layout {
            width: None,
            blank_lines: separated > 0,
        };
    }
    let mut best = (0, 0, 0);
    let (mut breaks, mut within) = (0, 0);
    for width in 0..=longest {
        breaks += explained[width];
        within += inside[width];
        if breaks + 2 * within > best.0 {
            best = (breaks + 2 * within, within, width);
        }
    }
    let (score, within, width) = best;
    let breaks = score - 2 * within;
    let longer = lines
        .iter()
        .filter(|line| line.width > width + 2 && !is_address(reading, line))
        .count();
    let usual = USUAL_WIDTHS.contains(&width);
    let wrapped = breaks > 0
        && breaks * 5 >= pairs * 2
        && longer * 4 <= lines.len()
        && if breaks < 3 {
            usual && within > 0 && longer == 0
        } else {
            within * 4 >= breaks
        };
    Layout {
        width: wrapped.then_some(width),
        blank_lines: separated * 3 >= pairs && separated > 0,
    }
}

/// Whether the line is a web address and no more.
pub(super) fn is_address(reading: &Reading<'_>, line: &Line) -> bool {
    line.tokens.len() == 1 && reading.kind(line.tokens.start) == Some(TokenKind::Url)
}

/// Whether a sentence goes on from a line to the next: the next begins small, or this one cannot be an end.
fn goes_on(reading: &Reading<'_>, this: &Line, next: &Line) -> bool {
    !ends(reading, &this.tokens) && (begins_small(reading, next) || unfinished(reading, this))
}

pub(super) fn begins_small(reading: &Reading<'_>, line: &Line) -> bool {
    reading
        .word(line.tokens.start)
        .starts_with(char::is_lowercase)
}

/// "…chaired by senior diplomats from"
pub(super) fn unfinished(reading: &Reading<'_>, line: &Line) -> bool {
    let last = line.tokens.end - 1;
    reading.word(last) == ","
        || reading.is(
            last,
            Classes::DETERMINER
                .with(Classes::PREPOSITION)
                .with(Classes::CONJUNCTION)
                .with(Classes::POSSESSIVE)
                .with(Classes::INFINITIVE_TO)
                .with(Classes::AUXILIARY),
        )
}

/// Whether a sentence ends with these tokens, as far as their last ones show it.
pub(super) fn ends(reading: &Reading<'_>, range: &TokenRange) -> bool {
    let closes = |index: usize| {
        reading.kind(index) == Some(TokenKind::Mark)
            || reading.is_sign(index, b')')
            || reading.is_sign(index, b']')
    };
    let last = range.clone().rev().find(|&index| !closes(index));
    last.is_some_and(|last| reading.has(last, Flags::STOP) || reading.is_sign(last, b':'))
}

/// Whether `next` goes on with the paragraph that `this` is part of.
pub(super) fn joined(reading: &Reading<'_>, layout: Layout, this: &Line, next: &Line) -> bool {
    if next.goes_on && layout.width.is_none() {
        return true;
    }
    let Some(width) = layout.width.filter(|_| !next.separated) else {
        return false;
    };
    let heading = |line: &Line| reading.has(line.tokens.start, Flags::HEADING);
    if heading(this) || heading(next) {
        return false;
    }
    if is_address(reading, this) {
        // "…harbour-bridge-to-be-pai⏎nted-b20417"
        let word = reading.word(next.tokens.start);
        return this.width + 6 > width
            && next.tokens.len() == 1
            && word
                .bytes()
                .any(|byte| matches!(byte, b'-' | b'/' | b'_' | b'0'..=b'9'));
    }
    // "…and it rained for three days in⏎May 2018.": neither a date nor a margin stands apart from what cannot end without it.
    let apart = next.indent > this.indent + 1 || is_stamp(reading, next);
    let wanted = unfinished(reading, this) && reading.word(this.tokens.end - 1) != ",";
    if is_address(reading, next)
        || apart && !wanted
        || is_stamp(reading, this)
        || begins_item(reading, this, next)
    {
        return false;
    }
    if this.width > width + 2 {
        // Longer than the others: no wrap, but for a line that somebody edited.
        return layout.blank_lines
            && !ends(reading, &this.tokens)
            && (begins_small(reading, next)
                || unfinished(reading, this)
                || this.width <= width + MOST_OVER_WIDTH);
    }
    if this.width + 1 + next.first_word > width {
        return true;
    }
    // The next word would have fitted: the paragraph ends here, unless somebody edited the text after the wrap.
    if ends(reading, &this.tokens) || this.width * 2 < width {
        return false;
    }
    if begins_small(reading, next) {
        return true;
    }
    let speech = reading.kind(next.tokens.start) == Some(TokenKind::Mark);
    layout.blank_lines && unfinished(reading, this) && !speech
}

/// A line that only says when: "Monday, July 28, 2014", "10:45 a.m."
pub(super) fn is_stamp(reading: &Reading<'_>, line: &Line) -> bool {
    let date = Classes::WEEKDAY
        .with(Classes::MONTH)
        .with(Classes::TIME)
        .with(Classes::TIME_UNIT);
    let range = line.tokens.clone();
    if range.len() > 14 || !has_number(reading, &range) {
        return false;
    }
    let mut numbers = 0;
    let mut names = 0;
    for index in range {
        match reading.kind(index) {
            Some(TokenKind::Number) => numbers += 1,
            Some(TokenKind::Punctuation | TokenKind::Dash | TokenKind::Symbol) => {}
            Some(TokenKind::Word) if reading.is(index, date) || is_clock_word(reading, index) => {
                names += 1;
            }
            Some(TokenKind::Word) if reading.has(index, Flags::ALL_CAPS) => {}
            _ => return false,
        }
    }
    numbers > 0 && names > 0
}

/// Most lines hold no number, and so no date: their words need not be looked up.
pub(super) fn has_number(reading: &Reading<'_>, range: &TokenRange) -> bool {
    let mut tokens = reading.slice(range).iter();
    tokens.any(|token| token.kind == TokenKind::Number)
}

pub(super) fn is_clock_word(reading: &Reading<'_>, index: usize) -> bool {
    use crate::lexicon::entries::grammar::AbbreviationKind;
    use crate::lexicon::{Meaning, Table};
    const LONGEST: usize = "Thurs".len();
    let clock = |meaning: &Meaning| match meaning {
        Meaning::Abbreviation(
            AbbreviationKind::Clock | AbbreviationKind::Month | AbbreviationKind::Weekday,
        ) => Some(()),
        _ => None,
    };
    if reading.is(index, Classes::ABBREVIATION)
        && reading
            .meaning(Table::Abbreviations, index, clock)
            .is_some()
    {
        return true;
    }
    // "Thu 14 Mar": the frame of a page leaves the stop out.
    let word = reading.word(index);
    if word.len() > LONGEST || !reading.has(index, Flags::CAPITALISED) {
        return false;
    }
    let stopped = [word, "."].concat();
    let hit = reading.lexicon.lookup(&stopped);
    hit.is_some_and(|hit| {
        let mut entries = reading.lexicon.entries(hit.pattern, &stopped);
        entries.any(|(entry, _)| clock(&entry.meaning).is_some())
    })
}

/// Whether `next` begins with a bullet or an item's number. A dash is a bullet only where a sentence may begin:
/// "…from 88 schools⏎- where a test had failed -" goes on.
fn begins_item(reading: &Reading<'_>, this: &Line, next: &Line) -> bool {
    match item_marker(reading, &next.tokens) {
        Some(Marker::Bullet) => true,
        Some(Marker::Dash | Marker::Number) => {
            let first = reading.word(this.tokens.end.wrapping_sub(1));
            ends(reading, &this.tokens)
                || matches!(first, ":" | ";")
                || item_marker(reading, &this.tokens).is_some()
        }
        None => false,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    Bullet,
    Dash,
    Number,
}

/// What marks the line as an item of a list: "• ", "- ", "1. ", "(a) ".
pub(super) fn item_marker(reading: &Reading<'_>, range: &TokenRange) -> Option<Marker> {
    let first = range.start;
    if range.len() < 2 || reading.kind(first) == Some(TokenKind::Word) {
        return None;
    }
    let behind_blank = |index: usize| index < range.end && reading.has(index, Flags::SPACED);
    match reading.word(first) {
        "•" | "·" | "▪" | "◦" | "‣" | "■" | "●" | "*" | "►" | "–" | "—"
            if behind_blank(first + 1) =>
        {
            Some(if matches!(reading.word(first), "–" | "—") {
                Marker::Dash
            } else {
                Marker::Bullet
            })
        }
        "-" if behind_blank(first + 1) => Some(Marker::Dash),
        "(" if reading.word(first + 2) == ")"
            && reading.word(first + 1).len() <= 2
            && behind_blank(first + 3) =>
        {
            Some(Marker::Number)
        }
        word if word.len() <= 2
            && reading.kind(first) == Some(TokenKind::Number)
            && matches!(reading.word(first + 1), "." | ")")
            && !reading.has(first + 1, Flags::SPACED)
            && behind_blank(first + 2) =>
        {
            Some(Marker::Number)
        }
        _ => None,
    }
}
