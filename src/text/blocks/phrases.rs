//! Phrases of the page's frame, from the dictionary: where they stand, and which sentences of a paragraph are furniture
//! because of them. Never more than the sentence or the fragment: "The river fell on Monday. Read more: Talks stall"
//! keeps its first sentence.

use crate::lexicon::entries::page::Furniture;
use crate::lexicon::{Classes, Meaning, Table};
use crate::text::layout::TokenRange;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, Token, TokenKind, phrase_until};

use super::lines::ends;
use super::names::{Names, is_compound};

/// More words than a heading has.
pub(super) const MOST_WORDS_OF_HEADING: usize = 22;
/// A sentence has at least so many words: "No." and "Read more." are none.
const LEAST_WORDS_OF_SENTENCE: usize = 5;
/// So many tokens tell whether a sentence begins; a line of a million words without a stop is looked at from each phrase in it.
const LONGEST_LOOK: usize = 64;
/// "More from Africa", "Latest news": the name of a list of titles has at most so many words.
const MOST_WORDS_OF_SHELF: usize = 5;
/// A sentence without a verb that tells is furniture between furniture up to so many words: "We are a free press."
const MOST_WORDS_OF_SLOGAN: usize = 12;

/// A phrase of the page's frame.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub tokens: TokenRange,
    pub place: Furniture,
}

/// Puts the phrases of the page's frame in a paragraph into `found`, in order.
pub(super) fn find(reading: &Reading<'_>, range: &TokenRange, found: &mut Vec<Phrase>) {
    found.clear();
    for (index, token) in (range.start..).zip(reading.slice(range)) {
        if !token.can_be().any(Classes::BOILERPLATE) {
            continue;
        }
        let word = token.form.filter(|_| token.is(Classes::BOILERPLATE));
        let mut phrase = token
            .phrase
            .map(|pattern| (pattern, index + usize::from(token.phrase_length)));
        if phrase.is_some_and(|(_, end)| end > range.end) {
            phrase = phrase_until(
                reading.text,
                reading.tokens,
                reading.lexicon,
                index,
                range.end,
            );
        }
        for (pattern, end) in phrase
            .into_iter()
            .chain(word.map(|pattern| (pattern, index + 1)))
        {
            if !reading.lexicon.may_be(pattern, Classes::BOILERPLATE) {
                continue;
            }
            let printed = reading.printed(&(index..end));
            for (entry, _) in reading
                .lexicon
                .entries_in(Table::Boilerplate, Some(pattern), printed)
            {
                if let Meaning::Boilerplate(place) = entry.meaning {
                    found.push(Phrase {
                        tokens: index..end,
                        place,
                    });
                }
            }
        }
    }
}

/// A part of a paragraph, and whether it is furniture.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub tokens: TokenRange,
    pub furniture: bool,
}

/// Cuts a paragraph where furniture begins and ends, into `pieces`. Without furniture the paragraph is the one piece.
pub(super) fn cut<'a>(
    reading: &Reading<'a>,
    names: &Names<'a>,
    range: &TokenRange,
    phrases: &[Phrase],
    pieces: &mut Vec<Piece>,
) {
    pieces.clear();
    if !phrases.iter().any(|phrase| is_furniture(phrase.place)) {
        pieces.push(Piece {
            tokens: range.clone(),
            furniture: false,
        });
        return;
    }
    if is_taken_whole(reading, range, phrases) {
        pieces.push(Piece {
            tokens: range.clone(),
            furniture: true,
        });
        return;
    }
    let whole = units(reading, range, phrases);
    let mut next = 0;
    for unit in &whole {
        while phrases
            .get(next)
            .is_some_and(|phrase| phrase.tokens.start < unit.start)
        {
            next += 1;
        }
        let inside = &phrases[next..];
        let inside = &inside[..inside.partition_point(|phrase| phrase.tokens.start < unit.end)];
        judge(reading, names, range, unit, inside, pieces);
    }
    take_slogans(reading, pieces);
    pieces.dedup_by(|next, this| {
        let same = next.furniture == this.furniture;
        if same {
            this.tokens.end = next.tokens.end;
        }
        same
    });
}

fn is_furniture(place: Furniture) -> bool {
    !matches!(
        place,
        Furniture::Credit | Furniture::Caption | Furniture::Byline
    )
}

/// "Correction: The dam is in Holm. An earlier version said that it was in Ruden.", "(With inputs from agencies)": what the phrase
/// begins is furniture to the end of the paragraph, whatever its sentences tell.
fn is_taken_whole(reading: &Reading<'_>, range: &TokenRange, phrases: &[Phrase]) -> bool {
    phrases.first().is_some_and(|phrase| {
        phrase.place == Furniture::Block && is_opened(reading, range.start, phrase.tokens.start)
    })
}

/// Whether a phrase stands at the start, or behind the bracket there: "(Read more: …)", "[Read: …]".
pub(super) fn is_opened(reading: &Reading<'_>, start: usize, phrase: usize) -> bool {
    phrase == start || phrase == start + 1 && matches!(reading.word(start), "(" | "[")
}

/// The sentences of a paragraph, roughly: a stop with a blank and no small letter behind it ends one. A phrase of the page's
/// frame may begin small.
pub(super) fn units(
    reading: &Reading<'_>,
    range: &TokenRange,
    phrases: &[Phrase],
) -> Vec<TokenRange> {
    let mut units = Vec::new();
    let mut start = range.start;
    let mut index = start;
    let stops = |token: &Token| token.has(Flags::STOP) && !token.has(Flags::DOTTED);
    while let Some(ahead) = reading.slice(&(index..range.end)).iter().position(stops) {
        index += ahead + 1;
        while index < range.end
            && !reading.has(index, Flags::SPACED)
            && (reading.kind(index) == Some(TokenKind::Mark)
                || reading.has(index, Flags::STOP)
                || reading.is_sign(index, b')'))
        {
            index += 1;
        }
        let small = reading.word(index).starts_with(char::is_lowercase)
            && phrases
                .binary_search_by_key(&index, |phrase| phrase.tokens.start)
                .is_err();
        if index < range.end && reading.has(index, Flags::SPACED) && !small {
            units.push(start..index);
            start = index;
        }
    }
    if start < range.end {
        units.push(start..range.end);
    }
    units
}

/// Adds the pieces of one sentence or fragment.
fn judge<'a>(
    reading: &Reading<'a>,
    names: &Names<'a>,
    block: &TokenRange,
    unit: &TokenRange,
    phrases: &[Phrase],
    pieces: &mut Vec<Piece>,
) {
    let mut start = unit.start;
    for phrase in phrases {
        let (from, to) = (phrase.tokens.start, phrase.tokens.end);
        if from < start {
            continue;
        }
        let opens = is_opened(reading, start, from);
        let anywhere = phrase.place == Furniture::Anywhere;
        if !(opens || anywhere) {
            continue;
        }
        let first = start == block.start;
        let leaves = leaves_sentence(reading, names, phrase, unit.end);
        let taken = match phrase.place {
            Furniture::Line | Furniture::Label | Furniture::Button => {
                leaves || is_last_word(reading, to, unit.end)
            }
            Furniture::Start | Furniture::Block => {
                first || leaves || !is_reported(reading, &(start..unit.end))
            }
            Furniture::Sentence => leaves || !is_reported(reading, &(start..unit.end)),
            // "Ana Ruiz does not work for, consult, own shares in": nobody shares anything.
            Furniture::Anywhere => {
                leaves
                    || !is_reported(reading, &(start..from))
                        && !is_reported(reading, &(to..unit.end))
                        && (from..to).any(|index| reading.is(index, Classes::CUE_VERB))
                    || !is_reported(reading, &(start..unit.end))
            }
            Furniture::Heading => {
                *unit == *block
                    && first
                    && !ends(reading, unit)
                    && words(reading, unit) <= MOST_WORDS_OF_HEADING
            }
            Furniture::Shelf => *unit == *block && first && !is_sentence(reading, unit),
            // "Explained:" alone; with words behind it the label can be a headline's.
            Furniture::Link => is_last_word(reading, to, unit.end),
            Furniture::Credit | Furniture::Caption | Furniture::Byline => false,
        };
        if !taken {
            continue;
        }
        if leaves {
            pieces.push(Piece {
                tokens: start..to,
                furniture: true,
            });
            start = to;
        } else {
            pieces.push(Piece {
                tokens: start..unit.end,
                furniture: true,
            });
            return;
        }
    }
    if start < unit.end {
        pieces.push(Piece {
            tokens: start..unit.end,
            furniture: false,
        });
    }
}

/// The phrase that is the whole block, but for signs; of a list's name and of another page's title its beginning.
pub(super) fn whole(
    reading: &Reading<'_>,
    block: &TokenRange,
    phrases: &[Phrase],
) -> Option<Furniture> {
    let phrase = phrases.iter().find(|phrase| {
        phrase.tokens.start == block.start && is_last_word(reading, phrase.tokens.end, block.end)
            || is_opened(reading, block.start, phrase.tokens.start)
                && match phrase.place {
                    Furniture::Link => true,
                    Furniture::Shelf => words(reading, block) <= MOST_WORDS_OF_SHELF,
                    _ => false,
                }
    })?;
    // "Read more:" with the title on the next line.
    let announces = matches!(
        phrase.place,
        Furniture::Start | Furniture::Sentence | Furniture::Link
    ) && reading.word(block.end - 1) == ":";
    Some(if announces {
        Furniture::Label
    } else {
        phrase.place
    })
}

/// Whether no word stands between `index` and `end`.
fn is_last_word(reading: &Reading<'_>, index: usize, end: usize) -> bool {
    (index..end).all(|index| reading.kind(index) != Some(TokenKind::Word))
}

/// Whether a sentence of the article begins right behind the phrase: "Skip to main content The river fell on Monday."
fn leaves_sentence<'a>(
    reading: &Reading<'a>,
    names: &Names<'a>,
    phrase: &Phrase,
    end: usize,
) -> bool {
    let mut next = phrase.tokens.end;
    // "Related: The river fell"
    if matches!(reading.word(next), ":" | "." | "|" | "-")
        || reading.kind(next) == Some(TokenKind::Dash)
    {
        next += 1;
    }
    let opens = reading.has(next, Flags::CAPITALISED)
        || matches!(
            reading.kind(next),
            Some(TokenKind::Mark | TokenKind::Number)
        );
    opens
        && !is_compound(reading, names, &phrase.tokens, next)
        && is_sentence(reading, &(next..end))
}

/// Whether it is a sentence that tells something: it ends, and a verb in it tells of something past or has a subject
/// ("is", "has"); nobody is addressed.
pub(super) fn is_sentence(reading: &Reading<'_>, range: &TokenRange) -> bool {
    let tells = Classes::PAST
        .with(Classes::AUXILIARY)
        .with(Classes::CUE_VERB)
        .with(Classes::THIRD_PERSON);
    let near = near(range);
    let verb = near
        .clone()
        .skip(1)
        .any(|index| reading.is(index, tells) && !reading.has(index, Flags::CAPITALISED));
    verb && words(reading, &near) >= LEAST_WORDS_OF_SENTENCE
        && ends(reading, range)
        && !addresses(reading, &near)
}

/// The beginning of a range: as much as tells whether it is a sentence.
fn near(range: &TokenRange) -> TokenRange {
    range.start..range.end.min(range.start + LONGEST_LOOK)
}

/// Whether somebody is said to have said it: `"We want readers like you," the editor said.`
fn is_reported(reading: &Reading<'_>, range: &TokenRange) -> bool {
    near(range).skip(1).any(|index| is_told(reading, index)) && is_sentence(reading, range)
}

/// "said", "says"
fn is_told(reading: &Reading<'_>, index: usize) -> bool {
    reading.is(index, Classes::CUE_VERB)
        && reading.is(index, Classes::PAST.with(Classes::THIRD_PERSON))
        && !reading.has(index, Flags::CAPITALISED)
}

/// `"Nobody slept," she said.`: short as it is, it tells something.
fn quotes(reading: &Reading<'_>, range: &TokenRange) -> bool {
    let mark = |index| reading.kind(index) == Some(TokenKind::Mark);
    near(range).any(mark) && near(range).any(|index| is_told(reading, index))
}

/// Whether the page speaks to its reader, outside quotation marks.
pub(super) fn addresses(reading: &Reading<'_>, range: &TokenRange) -> bool {
    let mut quoted = false;
    range.clone().any(|index| {
        quoted ^= reading.kind(index) == Some(TokenKind::Mark);
        !quoted && is_address_word(reading.word(index))
    })
}

/// "you", "your", "our": who speaks in furniture, and to whom.
pub(super) fn is_address_word(word: &str) -> bool {
    let initial = word.bytes().next().map(|byte| byte | 0x20);
    matches!(initial, Some(b'y' | b'w' | b'o' | b'u'))
        && word != "US"
        && ["you", "your", "we", "our", "us"]
            .iter()
            .any(|other| word.eq_ignore_ascii_case(other))
}

pub(super) fn words(reading: &Reading<'_>, range: &TokenRange) -> usize {
    range
        .clone()
        .filter(|&index| reading.kind(index) == Some(TokenKind::Word))
        .count()
}

/// "YOU DESERVE A FREE PRESS. We want readers like you.": what stands before or behind furniture on its line, and tells nothing, is
/// furniture as well.
fn take_slogans(reading: &Reading<'_>, pieces: &mut [Piece]) {
    // From both sides: a slogan beside a slogan is one too.
    for index in (0..pieces.len()).chain((0..pieces.len()).rev()) {
        let beside = |other: Option<usize>| {
            other
                .and_then(|other| pieces.get(other))
                .is_some_and(|piece| piece.furniture)
        };
        let piece = &pieces[index];
        if piece.furniture || !(beside(index.checked_sub(1)) || beside(Some(index + 1))) {
            continue;
        }
        let slogan = words(reading, &piece.tokens) <= MOST_WORDS_OF_SLOGAN
            && !is_sentence(reading, &piece.tokens)
            && !quotes(reading, &piece.tokens);
        pieces[index].furniture |= slogan;
    }
}
