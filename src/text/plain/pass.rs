//! The pass over the given text that finds the pieces. Ordinary text is passed over in stretches; every sign that could
//! begin something is looked at once, so a sign that is repeated over a megabyte costs no more than any other.

use super::signs::{Sign, sign_of};
use super::stretches::plain_length;
use super::{Piece, Role};

/// What the pass found.
pub(super) struct Found {
    pub pieces: Vec<Piece>,
    /// The numbers of the pieces that make their line a heading.
    pub headings: Vec<usize>,
}

/// Emphasis and the words of a link go on over so many line breaks: they are wrapped with the text around them.
const MOST_BREAKS: usize = 3;

/// A character that stands where a picture was alone on its line: no word, and so furniture.
const PICTURE: char = '\u{FFFC}';

pub(super) struct Pass<'t> {
    pub text: &'t str,
    pub bytes: &'t [u8],
    pub position: usize,
    pub pieces: Vec<Piece>,
    pub emphasis: Vec<Emphasis>,
    pub brackets: Vec<Bracket>,
    /// How many stretches and signs that print something have been passed.
    pub visible: usize,
    pub line: Line,
    headings: Vec<usize>,
}

/// The line that is being read.
#[derive(Default)]
pub(super) struct Line {
    pub number: usize,
    /// `Pass::visible` at its start.
    pub visible: usize,
    start: usize,
    first_piece: usize,
    /// The pieces that are pictures.
    pub pictures: Vec<usize>,
    heading: bool,
}

/// Marks that wait for their other half.
#[derive(Clone, Copy, Debug)]
pub(super) struct Emphasis {
    pub mark: u8,
    pub length: usize,
    pub piece: usize,
    pub line: usize,
    /// `Pass::visible` behind the marks.
    pub visible: usize,
}

/// A bracket that waits for its other half.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bracket {
    pub piece: usize,
    pub line: usize,
    pub picture: bool,
    /// `Pass::visible` behind it.
    pub visible: usize,
}

impl<'t> Pass<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            position: 0,
            pieces: Vec::new(),
            emphasis: Vec::new(),
            brackets: Vec::new(),
            visible: 0,
            line: Line::default(),
            headings: Vec::new(),
        }
    }

    pub(super) fn run(mut self) -> Found {
        self.begin_line();
        loop {
            let rest = &self.bytes[self.position..];
            let plain = plain_length(rest);
            let blank = rest[..plain]
                .iter()
                .all(|byte| matches!(byte, b' ' | b'\t'));
            self.visible += usize::from(!blank);
            self.position += plain;
            let Some(&byte) = self.bytes.get(self.position) else {
                break;
            };
            match byte {
                b'\n' => self.pass_break(1),
                b'\r' if self.byte(1) == b'\n' => self.position += 1,
                b'\r' | 0x0B | 0x0C => self.sign('\n', 1),
                b'*' | b'_' => self.emphasis(byte),
                b'!' if self.byte(1) == b'[' && !self.behind_letter() => self.open_bracket(true),
                b'!' => self.pass_visible(1),
                b'[' => self.open_bracket(false),
                b']' => self.close_bracket(),
                b'\\' => self.escape(),
                b'&' => self.entity(),
                b'#' => self.hashes(),
                b'<' => self.address(),
                _ => self.character(),
            }
        }
        self.end_line();
        Found {
            pieces: self.pieces,
            headings: self.headings,
        }
    }

    pub(super) fn byte(&self, offset: usize) -> u8 {
        self.bytes.get(self.position + offset).copied().unwrap_or(0)
    }

    /// Where the run of blanks from a position on ends.
    pub(super) fn skip_blanks(&self, from: usize) -> usize {
        let blanks = self.bytes[from..]
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t'));
        from + blanks.count()
    }

    /// Where the run of blanks up to a position begins; not before the end of the last piece.
    pub(super) fn back_over_blanks(&self, to: usize, after: usize) -> usize {
        let blanks = self.bytes[after..to].iter().rev();
        to - blanks
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count()
    }

    /// The end of the last piece.
    pub(super) fn last_end(&self) -> usize {
        self.pieces.last().map_or(0, |piece| piece.end)
    }

    fn behind_letter(&self) -> bool {
        let before = self.text[..self.position].chars().next_back();
        before.is_some_and(char::is_alphanumeric)
    }

    /// What stands here prints something and means no more than that.
    pub(super) fn pass_visible(&mut self, length: usize) {
        self.visible += 1;
        self.position += length;
    }

    pub(super) fn push(&mut self, start: usize, end: usize, role: Role, sure: bool) {
        self.pieces.push(Piece {
            start,
            end,
            put: None,
            role,
            sure,
        });
    }

    /// Reads the next `length` bytes as the character `c`, or as what that one stands for.
    pub(super) fn sign(&mut self, c: char, length: usize) {
        let (start, end) = (self.position, self.position + length);
        let put = match sign_of(c) {
            Sign::Blank => Some(' '),
            Sign::Break => Some('\n'),
            Sign::Nothing => None,
            Sign::Other => Some(c),
        };
        self.push(start, end, Role::Sign, true);
        if let Some(piece) = self.pieces.last_mut() {
            piece.put = put;
        }
        match put {
            Some('\n') => self.pass_break(length),
            _ => {
                self.visible += usize::from(put.is_some_and(|put| put != ' '));
                self.position += length;
            }
        }
    }

    /// A character that is not ASCII.
    fn character(&mut self) {
        let Some(c) = self.text[self.position..].chars().next() else {
            return;
        };
        let length = c.len_utf8();
        match sign_of(c) {
            Sign::Other => self.pass_visible(length),
            Sign::Nothing if self.joins_signs(c, length) => self.pass_visible(length),
            Sign::Nothing => self.sign(c, length + self.broken_behind(c, length)),
            Sign::Blank | Sign::Break => self.sign(c, length),
        }
    }

    /// A joiner between other signs than letters is part of them: 👩‍🚒.
    fn joins_signs(&self, c: char, length: usize) -> bool {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        matches!(c, '\u{200C}' | '\u{200D}')
            && !letter(self.text[..self.position].chars().next_back())
            && !letter(self.text[self.position + length..].chars().next())
    }

    /// A soft hyphen at the line's end takes the line break with it where the word goes on: how long that is.
    fn broken_behind(&self, c: char, length: usize) -> usize {
        let rest = &self.text[self.position + length..];
        let line = ["\n", "\r\n"]
            .into_iter()
            .find(|line| rest.starts_with(line));
        let line =
            line.filter(|line| c == '\u{AD}' && rest[line.len()..].starts_with(char::is_lowercase));
        line.map_or(0, str::len)
    }

    /// A backslash before a sign says that the sign means no more than itself; before a line break, that one is meant.
    fn escape(&mut self) {
        let next = self.byte(1);
        if next.is_ascii_punctuation() {
            self.push(self.position, self.position + 1, Role::Opens, true);
            self.pass_visible(2);
        } else if matches!(next, b'\n' | b'\r') && self.visible > self.line.visible {
            let start = self.back_over_blanks(self.position, self.last_end());
            self.push(start, self.position + 1, Role::Closes, true);
            self.position += 1;
        } else {
            self.pass_visible(1);
        }
    }

    fn pass_break(&mut self, length: usize) {
        self.end_line();
        self.position += length;
        self.begin_line();
    }

    /// Quotation and heading marks: "> They lost.", "## The vote".
    fn begin_line(&mut self) {
        self.line.number += 1;
        self.line.visible = self.visible;
        self.line.start = self.position;
        self.line.first_piece = self.pieces.len();
        let mut at = self.skip_blanks(self.position);
        while self.bytes.get(at) == Some(&b'>') {
            let next = self.skip_blanks(at + 1);
            // "a rate of⏎> 5%" and a sign alone on its line are no quotation.
            let words = self.bytes.get(next).is_some_and(|byte| {
                !byte.is_ascii_digit() && !matches!(byte, b'\n' | b'\r' | b'=')
            });
            if !words || next == at + 1 && self.bytes.get(next) != Some(&b'>') {
                break;
            }
            self.push(at, next, Role::Opens, true);
            at = next;
        }
        let hashes = self.bytes[at..]
            .iter()
            .take_while(|&&byte| byte == b'#')
            .count();
        let next = self.skip_blanks(at + hashes);
        let words = self
            .bytes
            .get(next)
            .is_some_and(|byte| !matches!(byte, b'\n' | b'\r' | b'#'));
        if (1..=6).contains(&hashes) && next > at + hashes && words {
            self.headings.push(self.pieces.len());
            self.line.heading = true;
            self.push(at, next, Role::Opens, true);
            at = next;
        }
        if self.last_end() == at {
            self.position = at;
        }
    }

    fn end_line(&mut self) {
        if self.visible == self.line.visible {
            // A blank line: the paragraph ends.
            self.emphasis.clear();
            self.brackets.clear();
        }
        self.line.heading = false;
        if !self.line.pictures.is_empty() {
            self.place_pictures();
        }
    }

    /// A picture that is alone on its line stays as a sign that is no word; one beside words belongs to them.
    fn place_pictures(&mut self) {
        let pieces = self.line.first_piece..self.pieces.len();
        let mut words = self.pieces.len();
        let mut at = self.line.start;
        for number in pieces.clone() {
            let piece = self.pieces[number];
            if !piece.sure {
                continue;
            }
            if self.skip_blanks(at) < piece.start {
                words = number;
                break;
            }
            at = piece.end;
        }
        let alone = words == self.pieces.len() && self.skip_blanks(at) >= self.position;
        for number in std::mem::take(&mut self.line.pictures) {
            let before = number
                .checked_sub(1)
                .map_or(0, |before| self.pieces[before].end);
            let Piece { start, end, .. } = self.pieces[number];
            let behind = self
                .pieces
                .get(number + 1)
                .map_or(self.bytes.len(), |piece| piece.start);
            let (start, end) = (
                self.back_over_blanks(start, before),
                self.skip_blanks(end).min(behind),
            );
            let piece = &mut self.pieces[number];
            if alone {
                piece.put = Some(PICTURE);
            } else if number < words {
                piece.end = end;
            } else {
                piece.role = Role::Closes;
                piece.start = start;
            }
        }
    }

    /// Whether something that began in a line may end in this one.
    pub(super) fn reaches(&self, line: usize) -> bool {
        self.line.number - line <= MOST_BREAKS
    }

    /// "## The vote ##"
    fn hashes(&mut self) {
        let rest = &self.bytes[self.position..];
        let run = rest.iter().take_while(|&&byte| byte == b'#').count();
        let end = self.position + run;
        let behind = self.bytes.get(self.skip_blanks(end));
        let start = self.back_over_blanks(self.position, self.last_end());
        if self.line.heading
            && start < self.position
            && matches!(behind, None | Some(b'\n' | b'\r'))
        {
            self.push(start, end, Role::Closes, true);
            self.position = end;
        } else {
            self.pass_visible(run);
        }
    }
}
