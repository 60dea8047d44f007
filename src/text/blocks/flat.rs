//! A page on one line: what a scraper leaves that turns line breaks into blanks. The line is cut where paragraphs began, by
//! doubled blanks if it has them, and where a menu, a title or a stamp runs into a sentence without a stop between.

use crate::lexicon::Classes;
use crate::text::layout::TokenRange;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

use super::lines::Line;
use super::phrases;

/// A line of more tokens is no paragraph: of a thousand paragraphs of news one is so long.
const LONGEST_PARAGRAPH: usize = 240;
/// The only line of a text is a page from so many tokens on.
const SHORTEST_PAGE: usize = 60;
/// So many capitalised words in a row, with no more than little words between, are a menu or titles, not a name.
const LEAST_WORDS_OF_MENU: usize = 8;
/// The same with little words between, of which names have some: "the U.S. Secretary of State and the Foreign Minister".
const LEAST_WORDS_OF_TITLES: usize = 11;
/// How far behind a capital the small letters of a sentence begin: "The Ministry of Health announced".
const SMALL_LETTERS_WITHIN: usize = 6;
/// A title that runs into a sentence has at most so many tokens.
const LONGEST_TITLE: usize = 48;
/// The most words of a name that opens a sentence.
const LONGEST_NAME: usize = 3;

/// Words that open a sentence and stand capitalised nowhere else but in titles.
const OPENERS: Classes = Classes::DETERMINER
    .with(Classes::POSSESSIVE)
    .with(Classes::SUBJECT)
    .with(Classes::PREPOSITION)
    .with(Classes::SUBORDINATOR)
    .with(Classes::CONNECTIVE)
    .with(Classes::CONJUNCTION);

/// The lines, with those that hold a whole page cut into what were lines of it.
pub(super) fn split(reading: &Reading<'_>, lines: Vec<Line>) -> Vec<Line> {
    let longest = if lines.len() == 1 {
        SHORTEST_PAGE
    } else {
        LONGEST_PARAGRAPH
    };
    if lines.iter().all(|line| line.tokens.len() <= longest) {
        return lines;
    }
    let mut found = Vec::with_capacity(lines.len());
    for line in lines {
        if line.tokens.len() <= longest {
            found.push(line);
            continue;
        }
        let mut start = line.tokens.start;
        let cuts = cuts(reading, &line.tokens);
        for end in cuts.into_iter().chain([line.tokens.end]) {
            if start < end {
                found.push(Line {
                    tokens: start..end,
                    separated: true,
                    indent: 0,
                    ..line.clone()
                });
                start = end;
            }
        }
    }
    found
}

/// Where the line is cut, in order.
fn cuts(reading: &Reading<'_>, line: &TokenRange) -> Vec<usize> {
    let mut cuts = Vec::new();
    let blanks = doubled_blanks(reading, line);
    let mut start = line.start;
    for end in blanks.iter().copied().chain([line.end]) {
        for unit in phrases::units(reading, &(start..end), &[]) {
            fragments(reading, &unit, &mut cuts);
        }
        cuts.push(end);
        start = end;
    }
    cuts
}

/// The tokens before which more than one blank stands, unless that is how somebody types behind a full stop.
fn doubled_blanks(reading: &Reading<'_>, line: &TokenRange) -> Vec<usize> {
    let doubled = |index: &usize| {
        let (Some(before), Some(token)) = (
            index.checked_sub(1).and_then(|before| reading.get(before)),
            reading.get(*index),
        ) else {
            return false;
        };
        let gap = reading
            .text
            .get(before.end as usize..token.start as usize)
            .unwrap_or("");
        gap.chars()
            .filter(|sign| sign.is_whitespace())
            .nth(1)
            .is_some()
            || gap.contains('\t')
    };
    let found: Vec<usize> = (line.start + 1..line.end).filter(doubled).collect();
    let behind_stop = |index: &&usize| {
        reading.has(**index - 1, Flags::STOP) || reading.kind(**index - 1) == Some(TokenKind::Mark)
    };
    let typed = found.iter().filter(behind_stop).count();
    let stops = phrases::units(reading, line, &[]).len();
    if typed == found.len() && typed * 5 >= stops * 4 {
        Vec::new()
    } else {
        found
    }
}

/// Cuts what runs into a sentence, or ends the line, without a stop: a menu, a title, a stamp.
fn fragments(reading: &Reading<'_>, unit: &TokenRange, cuts: &mut Vec<usize>) {
    let mut index = unit.start;
    let mut title = true;
    while index < unit.end {
        if !reading.has(index, Flags::CAPITALISED) {
            index += 1;
            continue;
        }
        let menu = titled(reading, index..unit.end);
        let (words, capitals) = (index..menu).fold((0, 0), |(words, capitals), index| {
            let word = usize::from(reading.kind(index) == Some(TokenKind::Word));
            (
                words + word,
                capitals + word * usize::from(reading.has(index, Flags::CAPITALISED)),
            )
        });
        let least = if words == capitals {
            LEAST_WORDS_OF_MENU
        } else {
            LEAST_WORDS_OF_TITLES
        };
        if words >= least {
            let end = if menu == unit.end {
                menu
            } else {
                sentence_in(reading, index, menu)
            };
            cuts.extend([index, end]);
            index = menu.max(index + 1);
            title = false;
            continue;
        }
        // A headline runs into the first sentence: "… anger over the harbour toll The Council of Holm announced".
        let near = index > unit.start + 1 && index - unit.start <= LONGEST_TITLE;
        if title && near && opens_sentence(reading, index, unit.end) {
            cuts.extend([unit.start, index]);
            return;
        }
        index += 1;
    }
}

/// Where the run of titles ends that begins with the unit: at the first small word that is no little one.
fn titled(reading: &Reading<'_>, unit: TokenRange) -> usize {
    let little = Classes::PREPOSITION
        .with(Classes::CONJUNCTION)
        .with(Classes::DETERMINER)
        .with(Classes::INFINITIVE_TO);
    let mut end = unit.start;
    for index in unit {
        let fits = match reading.kind(index) {
            Some(TokenKind::Word) => {
                reading.has(index, Flags::CAPITALISED)
                    || reading.is(index, little) && reading.word(index).len() <= 3
            }
            Some(TokenKind::Punctuation) => {
                !matches!(reading.word(index), "," | ";" | "(") && !reading.has(index, Flags::STOP)
                    || reading.word(index) == ","
                        && reading.kind(index + 1) == Some(TokenKind::Number)
            }
            Some(TokenKind::Mark) => false,
            _ => true,
        };
        if !fits {
            break;
        }
        end = index + 1;
    }
    end
}

/// Where the sentence begins whose first small word is `small`, behind a menu: with the last word that opens one, else with
/// the name before it.
fn sentence_in(reading: &Reading<'_>, start: usize, small: usize) -> usize {
    let near = start.max(small.saturating_sub(SMALL_LETTERS_WITHIN));
    let opener = (near..small)
        .rev()
        .find(|&index| reading.has(index, Flags::CAPITALISED) && reading.is(index, OPENERS));
    let name = (start.max(small.saturating_sub(LONGEST_NAME))..small)
        .rev()
        .find(|&index| {
            reading.is(
                index,
                Classes::FIRST_NAME
                    .with(Classes::TITLE)
                    .with(Classes::PLACE),
            )
        });
    opener
        .or(name)
        .unwrap_or(small.saturating_sub(1))
        .max(start)
}

/// Whether a sentence begins here though no stop stands before it: "… anger over the harbour toll The Council of Holm announced",
/// "… leave the old market OSLO, May 5 (NTB) - The fishermen have left".
fn opens_sentence(reading: &Reading<'_>, index: usize, end: usize) -> bool {
    let before = index - 1;
    if reading.kind(before) != Some(TokenKind::Word)
        || !reading.has(index, Flags::CAPITALISED)
        || reading.has(before, Flags::DOTTED)
    {
        return false;
    }
    if reading.is(before, OPENERS) {
        return false;
    }
    if reading.has(index, Flags::ALL_CAPS) && reading.word(index).len() > 2 {
        let range = index..end;
        return super::labels::dateline(reading, &range, 1).is_some();
    }
    let opener = reading.is(index, OPENERS) && !reading.has(index, Flags::ALL_CAPS);
    let small = (index + 1..end.min(index + SMALL_LETTERS_WITHIN)).any(|next| {
        reading.kind(next) == Some(TokenKind::Word)
            && !reading.has(next, Flags::CAPITALISED)
            && !reading.is(
                next,
                Classes::PREPOSITION
                    .with(Classes::DETERMINER)
                    .with(Classes::CONJUNCTION),
            )
    });
    opener && small && phrases::is_sentence(reading, &(index..end))
}
