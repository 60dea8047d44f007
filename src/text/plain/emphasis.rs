//! Emphasis: "**Police** said", "_very_ late". Marks are emphasis in pairs only, and where a word begins and ends:
//! "5 * 3", "snake_case" and the star of a footnote stay what they are.

use super::Role;
use super::pass::Pass;

/// Marks that wait for their other half.
#[derive(Clone, Copy, Debug)]
pub(super) struct Emphasis {
    mark: u8,
    length: usize,
    pub piece: usize,
    line: usize,
    /// `Pass::visible` behind the marks.
    visible: usize,
}

/// The longest run of marks that is emphasis.
const LONGEST_RUN: usize = 3;
/// How many kinds of emphasis can stand in each other.
const DEEPEST: usize = 8;

impl Pass<'_> {
    pub(super) fn emphasis(&mut self, mark: u8) {
        let start = self.position;
        let rest = &self.bytes[start..];
        let length = rest.iter().take_while(|&&byte| byte == mark).count();
        let end = start + length;
        if length > LONGEST_RUN {
            self.pass_visible(length);
            return;
        }
        let before = self.read_before(start);
        let behind = self.text[end..].chars().next().unwrap_or(' ');
        if !before.is_whitespace() && !behind.is_alphanumeric() {
            let open = self.emphasis.iter().rev().take(DEEPEST);
            let fits = |open: &&super::emphasis::Emphasis| {
                open.mark == mark
                    && open.length == length
                    && self.reaches(open.line)
                    && open.visible < self.visible
            };
            let found = open.enumerate().find(|(_, open)| fits(open));
            if let Some((depth, open)) = found.map(|(depth, open)| (depth, *open)) {
                self.emphasis.truncate(self.emphasis.len() - 1 - depth);
                self.pieces[open.piece].sure = true;
                self.push(start, end, Role::Closes, true);
                self.position = end;
                return;
            }
        }
        self.pass_visible(length);
        if begins_word(before) && !ends_word(behind) {
            self.emphasis.push(Emphasis {
                mark,
                length,
                piece: self.pieces.len(),
                line: self.line.number,
                visible: self.visible,
            });
            self.push(start, end, Role::Opens, false);
        }
    }

    /// The character before a position, as it is read.
    fn read_before(&self, position: usize) -> char {
        match self.pieces.last().filter(|piece| piece.end == position) {
            Some(piece) => match (piece.put, piece.role) {
                (Some(put), _) => put,
                (None, Role::Opens) => ' ',
                (None, Role::Closes) => '.',
                (None, Role::Sign) => self.text[..piece.start].chars().next_back().unwrap_or(' '),
            },
            None => self.text[..position].chars().next_back().unwrap_or(' '),
        }
    }
}

/// Whether a marked word can begin behind a character.
fn begins_word(before: char) -> bool {
    before.is_whitespace()
        || matches!(
            before,
            '(' | '['
                | '{'
                | '"'
                | '\''
                | '“'
                | '‘'
                | '„'
                | '«'
                | '—'
                | '–'
                | '-'
                | '*'
                | '_'
                | '|'
        )
}

/// Whether no word can begin with a character.
fn ends_word(behind: char) -> bool {
    behind.is_whitespace()
        || matches!(
            behind,
            ',' | ';' | ':' | '.' | '?' | '!' | ')' | ']' | '}' | '”' | '’' | '»'
        )
}
