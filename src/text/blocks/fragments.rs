//! Lines that are no lines of the page: where every link and every bold word stands on a line of its own, a sentence
//! goes over many of them.
//!
//! ```text
//! The
//! Foreign Ministry
//! said on Monday that talks with
//! Freedonia
//! had failed.
//! ```
//!
//! A line is put to the one before where that has no end and this one no beginning; a name by itself where the line
//! before asks for one and the line behind it goes on. Headlines, menus, lists of results and verses have no such lines.

use crate::lexicon::Classes;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

use super::lines::{Line, begins_small, ends, is_address, is_stamp, item_marker, unfinished};
use super::lists::is_read_out;

/// A name that is a link has no more words.
const MOST_WORDS_OF_NAME: usize = 8;
/// Two lines that are halves of a sentence have so many words; "home" and "about us" have fewer.
const FEWEST_WORDS: usize = 5;
/// So many lines without an end before lines without a beginning are no accident.
const HABIT: usize = 3;
/// A line without an end that is longer is no heading.
const MOST_WORDS_OF_HEADING: usize = 9;

/// Words with which the rest of a sentence begins.
const GOES_ON: Classes = Classes::AUXILIARY
    .with(Classes::CUE_VERB)
    .with(Classes::PREPOSITION)
    .with(Classes::CONJUNCTION)
    .with(Classes::SUBORDINATOR)
    .with(Classes::THAT)
    .with(Classes::RELATIVE);

/// Words behind which a name stands: "told", "president", "Freedonian".
const GOVERNS: Classes = Classes::VERB
    .with(Classes::TITLE)
    .with(Classes::ROLE)
    .with(Classes::MEDIA)
    .with(Classes::ORGANIZATION)
    .with(Classes::DEMONYM)
    .with(Classes::THAT);

/// What a line is to its neighbours.
#[derive(Clone, Copy, Default)]
struct Shape {
    /// No more than one more than a heading has.
    words: usize,
    /// It ends a sentence.
    ended: bool,
    /// Its last word, or a comma behind it, asks for another.
    asks: bool,
    comma: bool,
    /// A quotation ends it, and the one who speaks may follow.
    quoted: bool,
    /// A name may follow its last word.
    governs: bool,
    /// It begins with a small letter; and with a word that goes on with a sentence.
    small: bool,
    goes_on: bool,
    /// It begins with a subject of its own: "you may copy it".
    subject: bool,
    /// It begins with a sign that stands behind something.
    behind: bool,
    /// It is a name, or a day, and no more.
    name: bool,
    /// It may not be joined to the line before: a heading, an item, an address, a byline.
    apart: bool,
    /// It begins with a phrase of the page; "Telegram" is one where no sentence asks for a name.
    furniture: bool,
    separated: bool,
}

/// Marks the lines that go on with the one before.
pub(super) fn mark(reading: &Reading<'_>, lines: &mut [Line]) {
    // Behind a blank line nothing goes on.
    if lines.iter().all(|line| line.separated) {
        return;
    }
    let mut shapes: Vec<Shape> = lines.iter().map(|line| shape(reading, line)).collect();
    // So that every line has two behind it.
    shapes.extend(
        [Shape {
            separated: true,
            ..Shape::default()
        }; 2],
    );
    let cuts = shapes
        .windows(2)
        .filter(|pair| is_cut(pair[0], pair[1], false));
    let habit = cuts.take(HABIT).count() == HABIT;
    let mut inside = false;
    for (window, next) in shapes.windows(3).zip(lines.iter_mut().skip(1)) {
        inside = is_cut(window[0], window[1], inside) || holds_name(window, inside, habit);
        next.goes_on = inside;
    }
}

/// Whether a sentence is cut between two lines; `inside` when the first goes on itself.
fn is_cut(this: Shape, next: Shape, inside: bool) -> bool {
    let own = next.subject && !inside && !this.asks && !this.quoted;
    let sentence = inside || this.words + next.words >= FEWEST_WORDS || next.goes_on;
    !next.separated
        && !next.apart
        && !next.furniture
        && !this.ended
        && (next.behind || next.small && sentence && !own)
}

/// Whether the second line stands in a sentence of which the first is the beginning: a name, mostly.
fn holds_name(window: &[Shape], inside: bool, habit: bool) -> bool {
    let &[this, next, after] = window else {
        return false;
    };
    if next.separated || next.apart || this.ended {
        return false;
    }
    let long = this.words > MOST_WORDS_OF_HEADING;
    if this.asks && (inside || habit && long && !this.comma) {
        return true;
    }
    let follows = next.name && is_cut(next, after, true);
    let asked = this.asks || this.quoted;
    follows && (asked || !next.furniture && (inside || habit && (this.governs || long)))
}

fn shape(reading: &Reading<'_>, line: &Line) -> Shape {
    let range = line.tokens.clone();
    let (first, last) = (range.start, range.end - 1);
    let heading = reading.has(first, Flags::HEADING);
    let small_words = Classes::PREPOSITION
        .with(Classes::CONJUNCTION)
        .with(Classes::DETERMINER);
    let words = || {
        let tokens = reading.slice(&range).iter();
        tokens.filter(|token| token.kind == TokenKind::Word)
    };
    let only_names = || words().all(|word| word.has(Flags::CAPITALISED) || word.is(small_words));
    let named = || words().any(|word| word.has(Flags::CAPITALISED)) && only_names();
    // Of a line that is longer than a heading nobody asks how much longer.
    let count = words().take(MOST_WORDS_OF_HEADING + 1).count();
    // "xShare" is no word of a sentence.
    let small = begins_small(reading, line)
        && reading.kind(first) == Some(TokenKind::Word)
        && !reading.word(first).contains(char::is_uppercase);
    let byline = small && reading.word(first) == "by" && only_names();
    let page = Classes::BOILERPLATE.with(Classes::DATE_LINE);
    let furniture = reading.tokens[first].can_be().any(page);
    let capital = reading.has(first, Flags::CAPITALISED);
    let stamp = is_stamp(reading, line);
    let comma = reading.word(last) == ",";
    let behind = match reading.kind(first) {
        Some(TokenKind::Punctuation) => {
            matches!(
                reading.word(first),
                "," | "." | ";" | ":" | "?" | "!" | ")" | "]"
            )
        }
        Some(TokenKind::Mark) => matches!(reading.word(first), "”" | "»"),
        Some(TokenKind::Clitic) => true,
        _ => false,
    };
    Shape {
        words: count,
        ended: heading || ends(reading, &range),
        asks: comma || unfinished(reading, line),
        comma,
        quoted: reading.kind(last) == Some(TokenKind::Mark),
        governs: reading.is(last, GOVERNS),
        small,
        goes_on: reading.is(first, GOES_ON),
        subject: reading.is(first, Classes::SUBJECT),
        behind,
        name: stamp || capital && count <= MOST_WORDS_OF_NAME && named(),
        apart: heading
            || byline
            || is_address(reading, line)
            || is_read_out(reading, &range)
            || item_marker(reading, &range).is_some(),
        furniture,
        separated: line.separated,
    }
}
