//! What kind of block a paragraph is: by the dictionary of page phrases, its shape and what came before it.

use crate::extraction::BlockKind;
use crate::lexicon::entries::page::Furniture;
use crate::lexicon::{Classes, Meaning};
use crate::text::layout::TokenRange;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

use super::lines::{ends, item_marker};

/// More words than a heading has.
const MOST_WORDS_OF_HEADING: usize = 22;
/// A heading that ends in "with" is shorter.
const MOST_WORDS_OF_CUT_HEADING: usize = 10;
/// More words than the text below a picture has.
const MOST_WORDS_OF_CAPTION: usize = 70;
/// More words than a credit or a byline has.
const MOST_WORDS_OF_CREDIT: usize = 14;

/// How far the page has been read.
#[derive(Debug, Default)]
pub(super) struct Place {
    /// Paragraphs of running text so far.
    pub paragraphs: usize,
}

impl Place {
    pub(super) fn pass(&mut self, kind: BlockKind) {
        self.paragraphs += usize::from(kind == BlockKind::Paragraph);
    }
}

/// What the dictionary of page phrases says of a block.
#[derive(Debug, Default)]
struct Phrases {
    furniture: bool,
    credit_at_start: bool,
    credit_inside: bool,
    caption: bool,
    /// The token behind the words that begin a byline.
    byline: Option<usize>,
}

/// Tells a block's kind; `stamp` when it is a date or a time and nothing else.
pub(super) fn tell(
    reading: &Reading<'_>,
    range: &TokenRange,
    stamp: bool,
    place: &Place,
) -> BlockKind {
    let mut words = 0;
    let mut stops = 0;
    let mut classes = Classes::NONE;
    for token in &reading.tokens[range.clone()] {
        words += usize::from(token.kind == TokenKind::Word);
        stops += usize::from(token.has(Flags::STOP) & !token.has(Flags::DOTTED));
        classes |= token.can_be();
    }
    let first = range.start;
    if stamp {
        return BlockKind::Byline;
    }
    if reading.kind(first) == Some(TokenKind::Url) && range.len() <= 3 {
        return BlockKind::Boilerplate;
    }
    if words == 0 {
        return without_words(reading, range);
    }
    let ended = ends(reading, range);
    let phrases = if classes.any(Classes::BOILERPLATE) {
        phrases(reading, range, words, ended)
    } else {
        Phrases::default()
    };
    if phrases.furniture || reading.word(first).starts_with('©') {
        return BlockKind::Boilerplate;
    }
    if words <= MOST_WORDS_OF_CREDIT {
        if phrases.credit_at_start || (!ended && is_credit(reading, range)) {
            return BlockKind::Credit;
        }
        if phrases
            .byline
            .is_some_and(|start| is_byline(reading, start..range.end))
        {
            return BlockKind::Byline;
        }
    }
    if phrases.caption || (phrases.credit_inside && words <= MOST_WORDS_OF_CAPTION) {
        return BlockKind::Caption;
    }
    if item_marker(reading, range).is_some() {
        return BlockKind::ListItem;
    }
    if ended || words > MOST_WORDS_OF_HEADING || stops > 1 {
        // "Turkish support?" stands alone in the body; "Will the truce hold?" above it.
        let question = reading.word(range.end.wrapping_sub(1)) == "?" && stops == 1 && words <= 8;
        if question && reading.kind(first) != Some(TokenKind::Mark) && !speaks(reading, range) {
            return heading(place);
        }
        return BlockKind::Paragraph;
    }
    // "It has raised fears of a flood with": a sentence that furniture has cut in two.
    if words > MOST_WORDS_OF_CUT_HEADING && is_cut(reading, range) {
        return BlockKind::Paragraph;
    }
    heading(place)
}

/// Whether the last word asks for another.
fn is_cut(reading: &Reading<'_>, range: &TokenRange) -> bool {
    reading.is(
        range.end.wrapping_sub(1),
        Classes::PREPOSITION
            .with(Classes::DETERMINER)
            .with(Classes::CONJUNCTION)
            .with(Classes::POSSESSIVE),
    ) || reading.word(range.end.wrapping_sub(1)) == ","
}

fn heading(place: &Place) -> BlockKind {
    if place.paragraphs > 0 {
        BlockKind::Subhead
    } else {
        BlockKind::Headline
    }
}

/// Whether a speaker's name stands first: "Q: Will you resign?"
fn speaks(reading: &Reading<'_>, range: &TokenRange) -> bool {
    super::labels::speaker(reading, range).is_some()
}

/// "* * *" is furniture; "3 – 0" is a line of a table.
fn without_words(reading: &Reading<'_>, range: &TokenRange) -> BlockKind {
    let number = range
        .clone()
        .any(|index| reading.kind(index) == Some(TokenKind::Number));
    if number && range.len() > 1 {
        BlockKind::ListItem
    } else {
        BlockKind::Boilerplate
    }
}

fn phrases(reading: &Reading<'_>, range: &TokenRange, words: usize, ended: bool) -> Phrases {
    let mut found = Phrases::default();
    let mut word_end = range.end;
    while word_end > range.start && reading.kind(word_end - 1) != Some(TokenKind::Word) {
        word_end -= 1;
    }
    for index in range.clone() {
        let token = &reading.tokens[index];
        if !token.can_be().any(Classes::BOILERPLATE) {
            continue;
        }
        let word = token.form.filter(|_| token.is(Classes::BOILERPLATE));
        let phrase = token
            .phrase
            .map(|pattern| (pattern, index + usize::from(token.phrase_length)));
        for (pattern, end) in phrase
            .into_iter()
            .chain(word.map(|pattern| (pattern, index + 1)))
        {
            if !reading.lexicon.may_be(pattern, Classes::BOILERPLATE) || end > range.end {
                continue;
            }
            let printed = reading.printed(&(index..end));
            // "(Reporting by Jane Roe)"
            let at_start = index == range.start
                || index == range.start + 1 && reading.word(range.start) == "(";
            let opens = at_start
                || (token.has(Flags::CAPITALISED)
                    && (reading.has(index - 1, Flags::STOP) || reading.word(index - 1) == ")"));
            for (entry, _) in reading.lexicon.entries(pattern, printed) {
                let Meaning::Boilerplate(place) = entry.meaning else {
                    continue;
                };
                match place {
                    Furniture::Line => found.furniture |= at_start && end >= word_end,
                    Furniture::Start => found.furniture |= at_start,
                    Furniture::Anywhere => found.furniture = true,
                    Furniture::Sentence => found.furniture |= opens,
                    Furniture::Heading => {
                        found.furniture |= at_start && !ended && words <= MOST_WORDS_OF_HEADING;
                    }
                    Furniture::Credit => {
                        found.credit_at_start |= at_start;
                        found.credit_inside |= opens || reading.word(index.wrapping_sub(1)) == "(";
                    }
                    Furniture::Caption => found.caption |= at_start,
                    Furniture::Byline if at_start => found.byline = found.byline.max(Some(end)),
                    Furniture::Byline => {}
                }
            }
        }
    }
    found
}

/// "Jane Roe / TASS", "Jane Roe/Reuters"
fn is_credit(reading: &Reading<'_>, range: &TokenRange) -> bool {
    range.len() <= 9
        && range.clone().any(|index| reading.is(index, Classes::MEDIA))
        && range
            .clone()
            .any(|index| matches!(reading.word(index), "/" | "|"))
}

/// "By Jane Roe and John Doe, Staff Writers", "Reporting by Jane Roe; Editing by John Doe": names, and nothing said of
/// them. `names` is what stands behind the words that begin it.
fn is_byline(reading: &Reading<'_>, names: TokenRange) -> bool {
    let small = Classes::PREPOSITION
        .with(Classes::CONJUNCTION)
        .with(Classes::DETERMINER);
    let (start, end) = (names.start, names.end);
    start < end
        && reading.has(start, Flags::CAPITALISED)
        && !reading.is(
            start,
            Classes::WEEKDAY
                .with(Classes::MONTH)
                .with(Classes::DETERMINER),
        )
        && (start..end).all(|index| {
            reading.kind(index) != Some(TokenKind::Word)
                || reading.has(index, Flags::CAPITALISED)
                || reading.is(index, small)
        })
}
