//! Blocks: what the page is made of.

use std::collections::HashSet;

use crate::extraction::{Block, BlockKind};
use crate::lexicon::entries::page::Furniture;
use crate::lexicon::{Classes, Lexicon, Meaning};
use crate::span::Span;

use super::page::{PageBlock, TokenRange};
use super::tokens::{Flags, Token, TokenKind};

/// Lines in this width can be hard-wrapped ones.
const WRAPPED: std::ops::RangeInclusive<usize> = 55..=110;

/// Finds the blocks of the page, in order.
pub(crate) fn find(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<PageBlock> {
    let lines = lines(tokens, text);
    let mut blocks: Vec<PageBlock> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut body = false;
    let mut first = 0;
    while first < lines.len() {
        let mut last = first;
        while joined(text, tokens, &lines, last) {
            last += 1;
        }
        let range = lines[first].start..lines[last].end;
        first = last + 1;
        let line = Line {
            text,
            tokens,
            range: range.clone(),
            lexicon,
        };
        let kind = line.kind(body);
        let kind = if kind != BlockKind::Boilerplate
            && !line.ends_sentence()
            && !seen.insert(line.printed())
        {
            BlockKind::Boilerplate
        } else {
            kind
        };
        body |= kind == BlockKind::Paragraph;
        if kind == BlockKind::Paragraph {
            if let Some(end) = line.dateline() {
                blocks.push(block(BlockKind::Dateline, tokens, range.start..end));
                blocks.push(block(kind, tokens, end..range.end));
                continue;
            }
        }
        blocks.push(block(kind, tokens, range));
    }
    blocks
}

fn block(kind: BlockKind, tokens: &[Token], range: TokenRange) -> PageBlock {
    let span = Span::new(
        tokens[range.start].start as usize,
        tokens[range.end - 1].end as usize,
    );
    PageBlock {
        block: Block::new(kind, span),
        tokens: range,
    }
}

fn lines(tokens: &[Token], _text: &str) -> Vec<TokenRange> {
    let mut lines: Vec<TokenRange> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match lines.last_mut() {
            Some(line) if !token.has(Flags::LINE_START) => line.end = index + 1,
            _ => lines.push(index..index + 1),
        }
    }
    lines
}

/// Whether the line goes on in the next one: hard-wrapped text.
fn joined(text: &str, tokens: &[Token], lines: &[TokenRange], line: usize) -> bool {
    let Some(next) = lines.get(line + 1) else {
        return false;
    };
    let this = &lines[line];
    let (start, end) = (
        tokens[this.start].start as usize,
        tokens[this.end - 1].end as usize,
    );
    let gap = &text[end..tokens[next.start].start as usize];
    let is_url = |range: &TokenRange| tokens[range.start].kind == TokenKind::Url;
    gap.bytes().filter(|&b| b == b'\n').count() == 1
        && WRAPPED.contains(&text[start..end].chars().count())
        && !(is_url(this) || is_url(next) && !is_url(this))
}

struct Line<'a> {
    text: &'a str,
    tokens: &'a [Token],
    range: TokenRange,
    lexicon: &'a Lexicon,
}

impl<'a> Line<'a> {
    fn printed(&self) -> &'a str {
        &self.text[self.tokens[self.range.start].start as usize
            ..self.tokens[self.range.end - 1].end as usize]
    }

    fn ends_sentence(&self) -> bool {
        self.tokens[self.range.clone()]
            .iter()
            .rev()
            .find(|token| token.kind != TokenKind::Mark)
            .is_some_and(|token| {
                token.has(Flags::DOTTED)
                    || matches!(token.text(self.text), "." | "!" | "?" | "…" | "..." | ":")
            })
    }

    fn kind(&self, body: bool) -> BlockKind {
        let words = self.tokens[self.range.clone()]
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .count();
        if self.tokens[self.range.start].kind == TokenKind::Url || self.is_furniture() || words == 0
        {
            BlockKind::Boilerplate
        } else if self.is_credit() {
            BlockKind::Credit
        } else if self.ends_sentence() || words > 22 {
            BlockKind::Paragraph
        } else if body {
            BlockKind::Subhead
        } else {
            BlockKind::Headline
        }
    }

    fn is_furniture(&self) -> bool {
        let word_end = self
            .range
            .clone()
            .rev()
            .find(|&i| self.tokens[i].kind == TokenKind::Word)
            .map_or(0, |i| i + 1);
        let mut found = self.printed().starts_with('©');
        for index in self.range.clone() {
            let token = &self.tokens[index];
            let phrase = token
                .phrase
                .map(|pattern| (pattern, index + usize::from(token.phrase_length)));
            let word = token
                .form
                .filter(|_| token.is(Classes::BOILERPLATE))
                .map(|pattern| (pattern, index + 1));
            for (pattern, end) in phrase.into_iter().chain(word) {
                let printed = &self.text[token.start as usize..self.tokens[end - 1].end as usize];
                for (entry, _) in self.lexicon.entries(pattern, printed) {
                    let Meaning::Boilerplate(place) = entry.meaning else {
                        continue;
                    };
                    found |= match place {
                        Furniture::Line => index == self.range.start && end >= word_end,
                        Furniture::Start => index == self.range.start,
                        Furniture::Anywhere => true,
                    };
                }
            }
        }
        found
    }

    /// "Jane Roe / TASS", "Image Courtesy: AFP"
    fn is_credit(&self) -> bool {
        let tokens = &self.tokens[self.range.clone()];
        let media = tokens.iter().any(|token| token.is(Classes::MEDIA));
        tokens.len() <= 8
            && media
            && tokens
                .iter()
                .any(|token| matches!(token.text(self.text), "/" | ":"))
            && !self.ends_sentence()
    }

    /// The end of a dateline that opens the paragraph: "BAKU, Azerbaijan —", "Moscow:".
    fn dateline(&self) -> Option<usize> {
        let tokens = self.tokens;
        let mut index = self.range.start;
        let capitals = tokens[index].has(Flags::ALL_CAPS);
        let place = tokens[index].is(Classes::PLACE) || self.tokens[index].phrase.is_some();
        if !(capitals || place) {
            return None;
        }
        while index < self.range.end && index < self.range.start + 8 {
            let token = &tokens[index];
            match token.text(self.text) {
                "—" | "–" | "-" | "--" if capitals || place => {
                    return Some(index + 1).filter(|&end| end < self.range.end);
                }
                ":" if index <= self.range.start + 2
                    && tokens[self.range.start].is(Classes::PLACE) =>
                {
                    return Some(index + 1).filter(|&end| end < self.range.end);
                }
                "," | "(" | ")" | "." => {}
                _ if token.kind == TokenKind::Word && token.has(Flags::CAPITALISED) => {}
                _ => return None,
            }
            index += 1;
        }
        None
    }
}
