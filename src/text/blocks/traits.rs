//! What each trait of a block says for the article or against it.
//!
//! Counted, not chosen: the weights of a logistic regression (L2, C = 0.3, a block as heavy as it is long) over the blocks of
//! 166 news pages of some 90 outlets, scraped in 2023, each line marked article or furniture; rounded to a tenth. Fitted
//! on seven eighths of the outlets they find the furniture of the other eighth with F1 0.79 and lose 0.6 % of the articles.
//! `tests/measure_blocks.py` counts them again.

use crate::extraction::BlockKind;

use super::echo::Echo;
use super::shape::{Shape, Size};

/// Something about a block that speaks for the article or against it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Trait {
    Length(usize),
    Ending(usize, Size),
    FunctionWords(usize, Size),
    Capitals(usize, Size),
    Names(usize, Size),
    Vocabulary(usize, Size),
    Imperative(Size),
    Marks(Size),
    Question,
    Sentences,
    ManySentences,
    Shouted,
    Numbers,
    Link,
    Bar,
    Cue,
    Told,
    ToldMore,
    Addressed,
    AddressedMore,
    Phrase,
    Day,
    Comma,
    Repeated,
    Aside,
    Item,
}

/// What speaks for the article in every block, or against it.
pub(super) const INTERCEPT: f32 = -0.0;

/// By words: up to 1, 3, 6, 9, 14, 22, 40, 70, more.
const LENGTH: [f32; 9] = [-1.3, -0.6, 0.8, 0.3, -0.4, 0.4, -0.6, 0.2, 1.3];
/// By ending (an end mark, a colon, neither) and size (short, middle, long).
const ENDING: [[f32; 3]; 3] = [[0.1, 0.7, 1.8], [-0.1, 0.3, 0.3], [-0.8, -1.0, -1.2]];
/// By the share of function words (up to 0.15, 0.28, 0.40, more) and size.
const FUNCTION_WORDS: [[f32; 3]; 4] = [
    [-0.3, -0.2, 0.4],
    [0.5, -0.3, 0.1],
    [0.2, 0.0, 0.1],
    [0.2, 0.5, 0.3],
];
/// By the share of capitalised words (up to 0.15, 0.35, 0.60, more) and size.
const CAPITALS: [[f32; 3]; 4] = [
    [0.5, 0.8, 1.2],
    [0.0, 0.1, 0.3],
    [-0.2, -0.4, -0.3],
    [0.1, -0.6, -0.4],
];
/// By the share of its names that stand in other paragraphs (none, up to 0.34, 0.67, more) and size.
const NAMES: [[f32; 3]; 4] = [
    [-1.4, -0.7, -0.5],
    [-0.5, 0.1, 0.1],
    [-0.2, 0.1, 0.1],
    [0.6, 0.1, 0.7],
];
/// By the share of its long words that stand in other paragraphs (none, up to 0.2, 0.4, 0.6, more) and size.
const VOCABULARY: [[f32; 3]; 5] = [
    [-0.8, -1.2, -0.9],
    [-0.3, -0.1, -0.3],
    [-0.2, 0.5, 0.8],
    [0.4, 0.1, 0.9],
    [1.1, 0.6, 0.5],
];
const IMPERATIVE: [f32; 3] = [-0.3, -0.3, 0.0];
const MARKS: [f32; 3] = [0.0, 0.4, 0.7];

impl Trait {
    #[inline]
    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Length(step) => LENGTH[step],
            Self::Ending(ending, size) => ENDING[ending][size as usize],
            Self::FunctionWords(step, size) => FUNCTION_WORDS[step][size as usize],
            Self::Capitals(step, size) => CAPITALS[step][size as usize],
            Self::Names(step, size) => NAMES[step][size as usize],
            Self::Vocabulary(step, size) => VOCABULARY[step][size as usize],
            Self::Imperative(size) => IMPERATIVE[size as usize],
            Self::Marks(size) => MARKS[size as usize],
            Self::Question => 0.0,
            Self::Sentences => -0.5,
            Self::ManySentences => -0.4,
            Self::Shouted => 0.1,
            Self::Numbers => -0.4,
            Self::Link => -1.1,
            Self::Bar => -0.6,
            Self::Cue => 0.2,
            Self::Told => 0.6,
            Self::ToldMore => 0.3,
            Self::Addressed => -0.3,
            Self::AddressedMore => -0.3,
            Self::Phrase => -0.5,
            Self::Day => -0.1,
            Self::Comma => 0.3,
            Self::Repeated => -1.6,
            Self::Aside => -1.2,
            Self::Item => 0.7,
        }
    }
}

/// The index of the first step that is not below `value`.
fn step(value: f32, steps: &[f32]) -> usize {
    steps
        .iter()
        .position(|&most| value <= most)
        .unwrap_or(steps.len())
}

/// Calls `add` with each trait of a block.
pub(super) fn traits(shape: &Shape, kind: BlockKind, echo: Echo, mut add: impl FnMut(Trait)) {
    let size = shape.size();
    let words = shape.words as f32;
    add(Trait::Length(step(
        words,
        &[1.0, 3.0, 6.0, 9.0, 14.0, 22.0, 40.0, 70.0],
    )));
    add(Trait::Ending(shape.ending(), size));
    if shape.words >= 5 {
        add(Trait::FunctionWords(
            step(shape.function_words as f32 / words, &[0.15, 0.28, 0.40]),
            size,
        ));
        add(Trait::Capitals(
            step(shape.capitals as f32 / words, &[0.15, 0.35, 0.6]),
            size,
        ));
    }
    if let Some(share) = echo.names {
        add(Trait::Names(step(share, &[0.0, 0.34, 0.67]), size));
    }
    if let Some(share) = echo.words {
        add(Trait::Vocabulary(step(share, &[0.0, 0.2, 0.4, 0.6]), size));
    }
    let mut add_if = |holds: bool, told: Trait| {
        if holds {
            add(told);
        }
    };
    add_if(shape.question && shape.words <= 14, Trait::Question);
    add_if(shape.sentences >= 2, Trait::Sentences);
    add_if(shape.sentences >= 4, Trait::ManySentences);
    let shouted = shape.shouted * 5 >= shape.words * 3 && shape.shouted > 0;
    add_if(shouted, Trait::Shouted);
    add_if(shape.numbers * 2 > shape.words, Trait::Numbers);
    add_if(shape.links > 0, Trait::Link);
    add_if(shape.bars > 0, Trait::Bar);
    add_if(shape.marks >= 2, Trait::Marks(size));
    add_if(shape.cues > 0 && shape.words >= 8, Trait::Cue);
    add_if(shape.told > 0, Trait::Told);
    add_if(shape.told >= 3, Trait::ToldMore);
    add_if(shape.addressed > 0, Trait::Addressed);
    let addressed_more = shape.addressed >= 3 || shape.addressed * 6 > shape.words;
    add_if(addressed_more, Trait::AddressedMore);
    add_if(shape.phrases > 0, Trait::Phrase);
    add_if(shape.imperative, Trait::Imperative(size));
    add_if(shape.day && shape.words < 9, Trait::Day);
    add_if(shape.comma && shape.words < 14, Trait::Comma);
    add_if(shape.repeated, Trait::Repeated);
    let aside = matches!(
        kind,
        BlockKind::Byline | BlockKind::Credit | BlockKind::Caption
    );
    add_if(aside, Trait::Aside);
    add_if(kind == BlockKind::ListItem, Trait::Item);
}
