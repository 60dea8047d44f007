//! The words of claims, marked where they stand: in a sentence `{a: the dam is safe}` is the content of its first claim,
//! and `{12a: …}` that of a claim that is told of in sentence 12.

use std::cmp::Reverse;

use super::lines::{Part, TIED, Words, spaced};
use super::names::Names;
use crate::extraction::{Claim, Extraction, Sentence};
use crate::span::Span;

/// What is marked in the sentences of an article.
#[derive(Debug)]
pub(super) struct Marks {
    /// By sentence: pieces of content, outer ones first.
    pieces: Vec<Vec<Piece>>,
    /// By sentence: other words that have a part of their own, in rising order of precedence.
    parts: Vec<Vec<(Part, Span)>>,
    /// By claim: whether all of its content is marked.
    whole: Vec<bool>,
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    span: Span,
    claim: usize,
}

impl Marks {
    /// Marks of the claims that `shown` names.
    pub(super) fn new(article: &str, extraction: &Extraction<'_>, shown: &[usize]) -> Self {
        let sentences = &extraction.sentences;
        let mut marks = Self {
            pieces: vec![Vec::new(); sentences.len()],
            parts: vec![Vec::new(); sentences.len()],
            whole: vec![false; extraction.claims.len()],
        };
        for &index in shown {
            let pieces = laid_out(article, sentences, &extraction.claims[index]);
            marks.whole[index] = pieces.is_some();
            for (sentence, span) in pieces.into_iter().flatten() {
                marks.pieces[sentence].push(Piece { span, claim: index });
            }
        }
        marks.drop_crossing();
        marks.colour(extraction, shown);
        marks
    }

    /// Whether all of a claim's content is marked in sentences.
    pub(super) fn show(&self, claim: usize) -> bool {
        self.whole.get(claim).copied().unwrap_or(false)
    }

    /// Whether anything said is marked in a sentence.
    pub(super) fn in_sentence(&self, sentence: usize) -> bool {
        self.pieces
            .get(sentence)
            .is_some_and(|pieces| !pieces.is_empty())
    }

    /// Of two pieces that cross, the later one goes, with its claim: brackets could not tell them apart.
    fn drop_crossing(&mut self) {
        for pieces in &mut self.pieces {
            pieces.sort_by_key(|piece| (piece.span.start, Reverse(piece.span.end), piece.claim));
            let mut open: Vec<Span> = Vec::new();
            for piece in pieces {
                while open.pop_if(|outer| outer.end <= piece.span.start).is_some() {}
                if open.last().is_some_and(|outer| outer.end < piece.span.end) {
                    self.whole[piece.claim] = false;
                } else {
                    open.push(piece.span);
                }
            }
        }
        for pieces in &mut self.pieces {
            pieces.retain(|piece| self.whole[piece.claim]);
        }
    }

    fn colour(&mut self, extraction: &Extraction<'_>, shown: &[usize]) {
        let mut put = |part, span: Span| {
            let sentence = sentence_at(&extraction.sentences, span.start);
            if let Some(parts) = sentence.and_then(|sentence| self.parts.get_mut(sentence)) {
                parts.push((part, span));
            }
        };
        let claims = || shown.iter().map(|&index| &extraction.claims[index]);
        for claim in claims() {
            let sources = claim.source.iter().chain(&claim.others);
            sources.for_each(|source| put(Part::Source, source.span));
        }
        for cue in claims().filter_map(|claim| claim.cue.as_ref()) {
            put(Part::Cue, cue.span);
        }
        for date in &extraction.dates {
            put(Part::Date, date.span);
        }
        let figures = extraction.casualties.iter();
        for number in figures.filter_map(|figure| figure.number.as_ref()) {
            put(Part::Figure, number.span);
        }
    }

    /// The words of a sentence, with its marks, and ` […] ` for what `left_out` holds of it.
    pub(super) fn sentence(
        &self,
        article: &str,
        number: usize,
        span: Span,
        left_out: &[Span],
        names: &Names,
    ) -> Words {
        let pieces = self.pieces.get(number).map_or(&[][..], Vec::as_slice);
        let text = span.of(article);
        let mut parts = vec![Part::Plain; text.len()];
        let mut paint = |part: Part, place: Span| {
            let start = place.start.saturating_sub(span.start).min(text.len());
            let end = place.end.saturating_sub(span.start).min(text.len());
            if let Some(bytes) = parts.get_mut(start..end) {
                bytes.fill(part);
            }
        };
        let outermost = pieces.iter().scan(0, |end, piece| {
            let new = piece.span.end > *end;
            *end = piece.span.end.max(*end);
            Some((piece, new))
        });
        for (piece, _) in outermost.filter(|(_, new)| *new) {
            paint(Part::Content, piece.span);
        }
        for (part, place) in self.parts.get(number).into_iter().flatten() {
            paint(*part, *place);
        }
        let mut edges = edges(pieces, number, names);
        for gap in left_out {
            // What the gap holds has no words of its own here.
            edges.push((gap.start, Edge::Gap(gap.end)));
        }
        edges.sort_by_key(|(place, edge)| (*place, edge.rank()));
        let mut words = Words::default();
        let mut at = 0;
        for (place, edge) in edges {
            let place = place.saturating_sub(span.start).min(text.len());
            add(&mut words, text, &parts, at, place);
            at = at.max(place);
            match edge {
                Edge::Close => words.push(Part::Mark, "}"),
                Edge::Open(name) => words.push(Part::Mark, format!("{{{name}:{TIED}")),
                Edge::Gap(end) => {
                    words.push(Part::Furniture, " […] ");
                    at = at.max(end.saturating_sub(span.start).min(text.len()));
                }
            }
        }
        add(&mut words, text, &parts, at, text.len());
        words
    }
}

enum Edge {
    Close,
    Open(String),
    Gap(usize),
}

impl Edge {
    /// What ends comes before what begins at the same place.
    fn rank(&self) -> u8 {
        match self {
            Self::Close => 0,
            Self::Gap(_) => 1,
            Self::Open(_) => 2,
        }
    }
}

/// Where marks begin and end; stable sorting keeps outer ones outside.
fn edges(pieces: &[Piece], sentence: usize, names: &Names) -> Vec<(usize, Edge)> {
    let mut edges = Vec::with_capacity(2 * pieces.len());
    for piece in pieces {
        let name = names.within(piece.claim, sentence);
        edges.push((piece.span.start, Edge::Open(name)));
        edges.push((piece.span.end, Edge::Close));
    }
    edges
}

/// Adds `text[from..to]`, part by part.
fn add(words: &mut Words, text: &str, parts: &[Part], from: usize, to: usize) {
    let mut from = from;
    while from < to {
        let part = parts[from];
        let same = parts[from..to].iter().take_while(|&&other| other == part);
        let mut end = from + same.count();
        while !text.is_char_boundary(end) {
            end += 1;
        }
        words.push(part, spaced(text.get(from..end).unwrap_or_default()));
        from = end;
    }
}

/// The content of a claim, sentence by sentence; none where some of it stands in no sentence.
fn laid_out(
    article: &str,
    sentences: &[Sentence],
    claim: &Claim<'_>,
) -> Option<Vec<(usize, Span)>> {
    let mut laid_out = Vec::new();
    for piece in &claim.content {
        let Span { mut start, end } = piece.span;
        if piece.span.of(article) != piece.text || piece.text.is_empty() {
            return None;
        }
        let mut number = sentence_at(sentences, start)?;
        while start < end {
            let sentence = sentences.get(number)?.span;
            let between = Span::new(start, sentence.start.max(start).min(end));
            if !between.of(article).trim().is_empty() {
                return None;
            }
            let part = Span::new(start.max(sentence.start), end.min(sentence.end));
            if !part.is_empty() {
                laid_out.push((number, part));
            }
            start = sentence.end.max(start);
            number += 1;
        }
    }
    Some(laid_out)
}

/// The sentence at a place, or the first one behind it.
fn sentence_at(sentences: &[Sentence], place: usize) -> Option<usize> {
    let number = sentences.partition_point(|sentence| sentence.span.end <= place);
    (number < sentences.len()).then_some(number)
}
