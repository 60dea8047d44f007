//! What is read sentence by sentence: the page, the turns of a transcript, the contents of claims. A sentence that furniture
//! of the page cuts in two is read as one.

use crate::text::TokenRange;
use crate::text::turns::Voice;

use super::{Reader, SPEECH};

impl Reader<'_, '_, '_> {
    /// Reads the page for claims that no other holds.
    pub(super) fn page(&mut self) {
        let page = self.g.page;
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
            for piece in self.g.page.rejoined(&self.claims[outer].content) {
                if self.g.page.first(piece.clone(), SPEECH).is_some() {
                    self.sentences(sentence, &piece, Some(outer));
                }
            }
        }
    }

    /// Reads a stretch of several sentences one by one.
    fn sentences(&mut self, first: usize, range: &TokenRange, nested_in: Option<usize>) {
        let page = self.g.page;
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
}
