//! What is read sentence by sentence: the page, the turns of a transcript, the contents of claims. A sentence that furniture
//! of the page cuts in two is read as one.

use crate::claims::draft::ClaimDraft;
use crate::lexicon::Classes;
use crate::syntax::Tag;
use crate::text::turns::Voice;
use crate::text::{TokenKind, TokenRange};

use super::cues;
use super::reader::{Reader, Scope};
use super::{adjective_cue, adverb, constructions, label, noun_cue, received};

/// Words with which somebody has his say.
const SPEECH: Classes = Classes::CUE_VERB
    .with(Classes::CUE_NOUN)
    .with(Classes::CUE_ADJECTIVE)
    .with(Classes::CUE_PREPOSITION)
    .with(Classes::CUE_ADVERB);

/// The most tokens that are read as one sentence: a list of a thousand names without a full stop is none, and to look
/// from each of its words to its end would take time in proportion to the square of its length.
const LONGEST: usize = 512;

impl<'t, 'l> Reader<'_, 't, 'l> {
    /// Reads the page for claims that no other holds.
    pub(super) fn page(&mut self) {
        let page = self.syntax.page;
        let mut turns = page.turns.iter().peekable();
        let mut number = 0;
        let mut read_to = 0;
        while let Some(sentence) = page.sentences.get(number) {
            if let Some(turn) = turns.next_if(|turn| turn.sentences.contains(&number)) {
                // A guest's turn is a claim already.
                let own = turn.voice == Voice::Reporter;
                for piece in turn.content.iter().filter(|_| own) {
                    self.sentences(number, piece, None);
                }
                number = turn.sentences.end;
                continue;
            }
            let mut range = sentence.tokens.clone();
            let done = range.start < read_to && page.resumes(range.start);
            // "We want readers like you." is no news.
            if sentence.reported && !done && !self.is_claimed(range.end - 1, None) {
                page.go_on(&mut range);
                read_to = read_to.max(range.end);
                self.sentence(number, range, None);
            }
            number += 1;
        }
    }

    /// Reads the contents of all claims so far for claims inside them.
    pub(super) fn nested(&mut self) {
        for outer in 0..self.claims.len() {
            let sentence = self.claims[outer].sentence;
            let page = self.syntax.page;
            let speaks = |piece: &TokenRange| page.first(piece.clone(), SPEECH).is_some();
            let content = &self.claims[outer].content;
            if !content.iter().any(speaks) {
                continue;
            }
            for piece in page.rejoined(content) {
                if speaks(&piece) {
                    self.sentences(sentence, &piece, Some(outer));
                }
            }
        }
    }

    /// Reads a stretch of several sentences one by one.
    fn sentences(&mut self, first: usize, range: &TokenRange, nested_in: Option<usize>) {
        let page = self.syntax.page;
        let first = page.sentence_of(range.start).unwrap_or(first);
        let mut start = range.start;
        for (number, sentence) in page.sentences.iter().enumerate().skip(first) {
            let mut whole = sentence.tokens.clone();
            page.go_on(&mut whole);
            let end = whole.end.min(range.end);
            if start < end {
                self.sentence(number, start..end, nested_in);
                start = end;
            }
            if start >= range.end {
                return;
            }
        }
    }

    fn sentence(&mut self, number: usize, mut range: TokenRange, nested_in: Option<usize>) {
        while range.len() > LONGEST {
            let cut = range.start + LONGEST;
            self.stretch(number, range.start..cut, nested_in);
            range.start = cut;
        }
        self.stretch(number, range, nested_in);
    }

    fn stretch(&mut self, number: usize, range: TokenRange, nested_in: Option<usize>) {
        let mut scope = Scope {
            sentence: number,
            floor: range.start,
            last: None,
            nested_in,
            range,
        };
        if constructions::read_whole(self, &scope).is_some() {
            return;
        }
        let mut from = scope.range.start;
        while let Some(index) = self.next_cue(from..scope.range.end) {
            // "Advertisement" stands in the middle of the sentence.
            let cut = self.syntax.page.behind_cut(index, &scope.range);
            from = if let Some(behind) = cut {
                behind
            } else if self.syntax.tag(index) == Tag::Open {
                self.syntax.behind_quotation(index)
            } else if self.syntax.is_quoted(index) || self.is_claimed(index, nested_in) {
                index + 1
            } else {
                self.word(&mut scope, index)
            };
        }
        if let Some(reading) = label::bare(self, &scope) {
            // "The firm has apologized for what happened:": one cue, and what it brings is the quotation.
            let taken = |claim: &ClaimDraft<'_, '_>| {
                let cue = claim.cue.as_ref();
                claim.sentence == scope.sentence
                    && cue.is_some_and(|cue| cue.tokens.end > reading.cue.tokens.start)
            };
            while self.claims.last().is_some_and(taken) {
                self.claims.pop();
            }
            self.add(&scope, reading);
        }
    }

    /// Reads the claim of the word at `index`, if it has one; gives the token behind it.
    fn word(&mut self, scope: &mut Scope, index: usize) -> usize {
        // "is opposed to", "was worried about": adjectives, though they look like participles.
        let mut found =
            adjective_cue::claim(self, scope, index).and_then(|reading| self.add(scope, reading));
        let mut next = index + 1;
        if found.is_none() {
            if let Some(cue) = cues::at(self.syntax, index, scope.floor) {
                next = next.max(cue.tokens.end);
                found = constructions::read(self, scope, &cue);
            } else if let Some(end) = (noun_cue::possessed(self, scope, index)
                .or_else(|| received::claim(self, scope, index)))
            .and_then(|reading| self.add(scope, reading))
            {
                // "She softened her claim that rents rose, saying": who owns the noun is no subject.
                scope.floor = next.max(end);
                return scope.floor;
            } else {
                found = adverb::cue_behind(self.syntax, scope, index)
                    .and_then(|cue| constructions::read(self, scope, &cue))
                    .or_else(|| {
                        let reading = adverb::claim(self, scope, index)?;
                        self.add(scope, reading)
                    });
            }
        }
        if let Some(end) = found {
            scope.last = self.claims.len().checked_sub(1);
            scope.floor = next.max(end);
            next = scope.floor;
        }
        next
    }

    /// The next word of speech, or quotation mark: most tokens are passed over at once.
    fn next_cue(&self, range: TokenRange) -> Option<usize> {
        let tokens = self.syntax.page.tokens.get(range.clone())?;
        let found = tokens
            .iter()
            .position(|token| token.kind == TokenKind::Mark || token.can_be().any(SPEECH))?;
        Some(range.start + found)
    }
}
