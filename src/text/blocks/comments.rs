//! What readers wrote below the article: nothing behind the title of the comments is the article's.

use crate::extraction::BlockKind;
use crate::lexicon::entries::page::Furniture;
use crate::text::layout::{PageBlock, TokenRange};
use crate::text::reading::Reading;
use crate::text::tokens::TokenKind;

use super::labels;
use super::shape::Shape;
use super::signs::is_name;

/// The title of the comments has at most so many tokens: `3 thoughts on "Bank fined by court, spokesman says"`.
const LONGEST_TITLE: usize = 40;
/// "Ana Ruiz says:", "2 hours ago": what stands above a comment has at most so many words.
const LONGEST_NAME: usize = 6;
/// So many blocks behind the title at most the first comment begins.
const FIRST_WITHIN: usize = 4;

/// Makes them furniture. A link "2 Comments" can stand above the article as well: somebody must have written something.
pub(super) fn take(
    reading: &Reading<'_>,
    blocks: &mut [PageBlock],
    shapes: &[Shape],
    frame: &[Option<Furniture>],
) {
    let running = |index: usize| match blocks[index].block.kind {
        BlockKind::Paragraph => shapes[index].words,
        _ => 0,
    };
    let all: usize = (0..blocks.len()).map(running).sum();
    // "Q: Why not?" goes on with the interview.
    let speaks = |block: &PageBlock| labels::speaker(reading, &block.tokens).is_some();
    let (mut begun, mut above) = (false, 0);
    let (mut interview, mut heard) = (false, 0);
    for index in 0..blocks.len() {
        begun |= blocks[index].block.kind == BlockKind::Paragraph;
        let told = above;
        above += running(index);
        if !begun {
            continue;
        }
        let Some(sure) = title(reading, &blocks[index].tokens) else {
            continue;
        };
        interview |= blocks[heard..index].iter().any(speaks);
        heard = index;
        let next = index + 1;
        let named = blocks.get(next).is_some_and(|block| {
            shapes[next].words <= LONGEST_NAME && is_name(reading, block)
                || speaks(block) && !interview
        });
        let mut behind = next..blocks.len().min(next + FIRST_WITHIN);
        let written = named
            || behind.any(|comment| {
                is_sign(reading, &blocks[comment], &shapes[comment], frame[comment])
            });
        // Much more text behind it than above it is the article's.
        let written = written && all - above <= 2 * told;
        if sure || written {
            for block in &mut blocks[index..] {
                block.block.kind = BlockKind::Boilerplate;
            }
            return;
        }
    }
}

/// Whether the block is the title of the comments, and whether it can be nothing else: "Comments (2)", "3 thoughts on".
fn title(reading: &Reading<'_>, range: &TokenRange) -> Option<bool> {
    if range.len() > LONGEST_TITLE {
        return None;
    }
    let mut said = range
        .clone()
        .filter(|&index| reading.kind(index) == Some(TokenKind::Word));
    let first = said.next()?;
    let counted = reading.kind(range.start) == Some(TokenKind::Number);
    let second = said.next().map_or("", |index| reading.word(index));
    let first = reading.word(first);
    let is_one = |word: &str, words: &[&str]| {
        let mut words = words.iter();
        words.any(|other| word.eq_ignore_ascii_case(other))
    };
    if is_one(first, &["comments", "comment"]) {
        second.is_empty().then_some(false)
    } else if counted && second == "on" {
        is_one(first, &["thoughts", "thought"]).then_some(true)
    } else if counted && second == "to" {
        is_one(first, &["responses", "response", "replies"]).then_some(true)
    } else if second == "a" && is_one(first, &["leave"]) {
        let third = said.next().map_or("", |index| reading.word(index));
        let asks = is_one(third, &["comment", "reply"]) && said.next().is_none();
        asks.then_some(false)
    } else {
        None
    }
}

/// "Ana Ruiz says:", "2 hours ago", "Reply": what stands beside a comment.
fn is_sign(
    reading: &Reading<'_>,
    block: &PageBlock,
    shape: &Shape,
    frame: Option<Furniture>,
) -> bool {
    let range = &block.tokens;
    let any = |word: &str| range.clone().any(|index| reading.word(index) == word);
    frame == Some(Furniture::Line) && reading.word(range.start) == "Reply"
        || shape.words <= LONGEST_NAME && (shape.colon && any("says") || any("ago"))
}
