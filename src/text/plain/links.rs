//! Links and pictures: `[the ministry](https://example.org/a)`, `![A bridge](bridge.jpg)`, `<https://example.org>`.

use super::Role;
use super::pass::Pass;

/// A bracket that waits for its other half.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bracket {
    piece: usize,
    line: usize,
    picture: bool,
    /// `Pass::visible` behind it.
    visible: usize,
}

/// The longest number of a note.
const LONGEST_NOTE: usize = 3;

impl Pass<'_> {
    /// `[`, or `![`
    pub(super) fn open_bracket(&mut self, picture: bool) {
        let start = self.position;
        let end = self.skip_blanks(start + 1 + usize::from(picture));
        self.pass_visible(end - start);
        self.brackets.push(Bracket {
            piece: self.pieces.len(),
            line: self.line.number,
            picture,
            visible: self.visible,
        });
        self.push(start, end, Role::Opens, false);
    }

    pub(super) fn close_bracket(&mut self) {
        let open = self.brackets.pop();
        let open = open.filter(|open| {
            self.reaches(open.line) && (open.picture || open.visible < self.visible)
        });
        let Some((open, end)) = open.zip(self.destination()) else {
            self.pass_visible(1);
            return;
        };
        let words = self.pieces[open.piece].end..self.position;
        // A picture that is a link is a picture.
        let linked = self.line.pictures.last().is_some_and(|&piece| {
            let picture = self.pieces[piece];
            piece == open.piece + 1 && (picture.start..picture.end) == words
        });
        if open.picture || linked {
            self.pieces.truncate(open.piece + 1);
            while self
                .emphasis
                .last()
                .is_some_and(|inner| inner.piece > open.piece)
            {
                self.emphasis.pop();
            }
            let within = |&piece: &usize| piece > open.piece;
            while self.line.pictures.last().is_some_and(within) {
                self.line.pictures.pop();
            }
            self.line.pictures.push(open.piece);
            let piece = &mut self.pieces[open.piece];
            piece.sure = true;
            piece.end = end;
        } else if words.len() <= LONGEST_NOTE && self.bytes[words].iter().all(u8::is_ascii_digit) {
            // "The town fell.[4](#note-4)" keeps its brackets.
            self.push(self.position + 1, end, Role::Closes, true);
        } else {
            self.pieces[open.piece].sure = true;
            let start = self.back_over_blanks(self.position, self.last_end());
            self.push(start, end, Role::Closes, true);
        }
        self.position = end;
    }

    /// The end of what stands in round brackets behind `]`, where it is an address, with or without a title. Neither
    /// holds a square bracket, so that a text of brackets is read once.
    fn destination(&self) -> Option<usize> {
        if self.byte(1) != b'(' {
            return None;
        }
        let from = self.position + 2;
        let mut depth = 0;
        let mut at = from;
        let address = loop {
            match self.bytes.get(at)? {
                b'(' => depth += 1,
                b')' if depth == 0 => break from..at,
                b')' => depth -= 1,
                b' ' => break from..at,
                b'[' | b']' | b'\n' | b'\r' | b'\t' => return None,
                _ => {}
            }
            at += 1;
        };
        if self.bytes[at] == b' ' {
            at = self.title(at + 1)?;
        }
        // "[the ministry](sic)" is no link.
        let known = address.is_empty()
            || self.bytes[address]
                .iter()
                .any(|byte| matches!(byte, b'/' | b'.' | b'#' | b':' | b'?'));
        known.then_some(at + 1)
    }

    /// The bracket behind a title in quotation marks.
    fn title(&self, from: usize) -> Option<usize> {
        let mark = *self.bytes.get(from)?;
        if !matches!(mark, b'"' | b'\'') {
            return None;
        }
        let rest = self.bytes.get(from + 1..)?;
        let end = rest.iter().position(|byte| {
            matches!(byte, b'[' | b']' | b'\n' | b'\r' | b'<' | b'>') || *byte == mark
        })?;
        let end = from + 1 + end;
        (self.bytes[end] == mark && self.bytes.get(end + 1) == Some(&b')')).then_some(end + 1)
    }

    /// "<https://example.org/a>"
    pub(super) fn address(&mut self) {
        let start = self.position;
        let rest = &self.text[start + 1..];
        let address = ["https://", "http://", "mailto:"]
            .iter()
            .any(|prefix| rest.starts_with(prefix));
        let end = |byte: &u8| matches!(byte, b'<' | b'>') || byte.is_ascii_whitespace();
        let length = address.then(|| rest.bytes().position(|byte| end(&byte)));
        match length.flatten().map(|length| start + 1 + length) {
            Some(close) if self.bytes[close] == b'>' => {
                self.push(start, start + 1, Role::Opens, true);
                self.push(close, close + 1, Role::Closes, true);
                self.pass_visible(close + 1 - start);
            }
            _ => self.pass_visible(1),
        }
    }
}
