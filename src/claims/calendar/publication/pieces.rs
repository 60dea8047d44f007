//! What time stamps are made of: the page's words and figures, parted where a page that lost its markup glues them.
//!
//! "By Ann RoeDecember 21, 2023", "Published: Dec. 21, 20236:00 AM ESTUpdated 5 hours ago": each element of the page was
//! a text of its own, and nothing stood between them.

use super::figures::{self, Figures};
use crate::lexicon::{Classes, Lexicon, Meaning};
use crate::measures::times::{self, TimeRole};
use crate::span::Span;
use crate::text::{Flags, Page, Token, TokenKind};
use std::ops::Range;

/// What belongs to the figures before it, or nothing.
const SUFFIXES: [&str; 8] = ["", "am", "pm", "st", "nd", "rd", "th", "s"];
/// Longer words in capitals are no months: "SEPTEMBER".
const CAPITALS: usize = 9;
/// Abbreviated days and months are no longer: "Thurs".
const ABBREVIATED: std::ops::RangeInclusive<usize> = 3..=5;

/// A word, number or sign that can be part of a stamp, or stand beside one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub span: Span,
    pub token: usize,
    /// What it is; none yet of a whole token, which is asked only where a day stands near: most of a page is no stamp.
    pub known: Option<Role>,
    /// First on its line.
    pub opens_line: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Month(i8),
    Weekday(i8),
    /// "Published" 4, "Updated" 3
    Label(i32),
    Meridiem,
    Zone,
    Copyright,
    /// "2023-12-21", "21/12/2023", "2023-12-21T10:12:00Z"
    Figures(Figures),
    Number,
    /// ", | • / -": what stands between the parts of a stamp
    Sign,
    /// "at", "on", "of"
    Link,
    /// "By", "by"
    By,
    /// "5 hours ago": what a stamp leaves to the clock of its reader.
    Elapsed,
    /// Any other word, and whether it begins with a capital.
    Word {
        capital: bool,
    },
    /// An address, a handle, a quotation mark, a currency.
    Other,
}

impl Role {
    pub(super) fn is_word(self) -> bool {
        matches!(
            self,
            Self::Word { .. } | Self::By | Self::Link | Self::Meridiem | Self::Zone
        )
    }
}

/// All pieces of a page, in order.
pub(super) fn pieces(page: &Page<'_, '_>) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(page.tokens.len());
    let mut token = 0;
    while let Some(found) = page.tokens.get(token) {
        let span = Span::new(found.start as usize, found.end as usize);
        let opens_line = token == 0 || found.has(Flags::LINE_START);
        let this = token;
        let mut push = |span, known, opens_line| {
            pieces.push(Piece {
                span,
                token: this,
                known,
                opens_line,
            });
        };
        token += 1;
        if found.has(Flags::DIGIT) {
            if let Some((date, end)) = figures::read(page.text, span.start) {
                let date = Some(Role::Figures(date));
                push(Span::new(span.start, end), date, opens_line);
                let inside = |at: &&Token| (at.start as usize) < end;
                token += page.tokens[token..].iter().take_while(inside).count();
                continue;
            }
        }
        let printed = found.text(page.text);
        let whole = is_of_one_part(found, printed);
        let parts = || parts(page.lexicon, printed, found.kind);
        let Some(parts) = (!whole).then(parts).flatten() else {
            push(span, None, opens_line);
            continue;
        };
        for part in parts {
            push(
                Span::new(span.start + part.start, span.start + part.end),
                Some(role_of(page.lexicon, &printed[part.clone()])),
                opens_line && part.start == 0,
            );
        }
    }
    pieces
}

/// Whether a token may be the name of a month.
pub(super) fn may_be_month(page: &Page<'_, '_>, token: usize) -> bool {
    page.is(token, Classes::MONTH) || may_be_shortened(page.word(token))
}

/// Whether a word may be one of the dictionaries in another case, or with a stop behind it: "DECEMBER", "Dec".
fn may_be_shortened(printed: &str) -> bool {
    let capital = |byte: &u8| byte.is_ascii_uppercase() || *byte == b'.';
    match printed.as_bytes() {
        [b'A'..=b'Z', second, rest @ ..] if !rest.is_empty() => {
            ABBREVIATED.contains(&printed.len()) || capital(second) && printed.len() <= CAPITALS
        }
        _ => false,
    }
}

/// What a token can be in a stamp.
pub(super) fn role(page: &Page<'_, '_>, token: usize) -> Role {
    let printed = page.word(token);
    match page.kind(token) {
        Some(TokenKind::Number) => Role::Number,
        Some(TokenKind::Word) => {
            let time = times::role(page, token);
            let role = time.and_then(|(word, _)| named(word.role, word.number));
            role.unwrap_or_else(|| role_of(page.lexicon, printed))
        }
        Some(TokenKind::Dash) => Role::Sign,
        Some(TokenKind::Punctuation | TokenKind::Symbol) => match times::role(page, token) {
            Some((word, _)) if word.role == TimeRole::Copyright => Role::Copyright,
            _ if printed == "$" || printed == "%" => Role::Other,
            _ => Role::Sign,
        },
        _ => Role::Other,
    }
}

fn named(role: TimeRole, number: i32) -> Option<Role> {
    Some(match role {
        TimeRole::Month => Role::Month(i8::try_from(number).ok()?),
        TimeRole::Weekday => Role::Weekday(i8::try_from(number).ok()?),
        TimeRole::Published => Role::Label(number),
        TimeRole::Copyright => Role::Copyright,
        TimeRole::Meridiem => Role::Meridiem,
        TimeRole::Zone => Role::Zone,
        TimeRole::Unit => Role::Elapsed,
        TimeRole::Offset if number < 0 => Role::Elapsed,
        _ => return None,
    })
}

/// What a part of a token can be, or a word in capitals: "DEC" is "Dec" in a stamp.
fn role_of(lexicon: &Lexicon, printed: &str) -> Role {
    if printed
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_digit())
    {
        return Role::Number;
    }
    if printed.eq_ignore_ascii_case("by") {
        return Role::By;
    }
    if ["at", "on", "of"]
        .iter()
        .any(|link| printed.eq_ignore_ascii_case(link))
    {
        return Role::Link;
    }
    let time = |word: &str| {
        let hit = lexicon.lookup(word)?;
        lexicon
            .entries(hit.pattern, word)
            .find_map(|(entry, _)| match entry.meaning {
                Meaning::Time(word) => named(word.role, word.number),
                _ => None,
            })
    };
    let first = printed
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_uppercase());
    let found = first.then(|| {
        let capitals = (3..=CAPITALS).contains(&printed.len())
            && printed
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte == b'.');
        let folded =
            capitals.then(|| format!("{}{}", &printed[..1], printed[1..].to_ascii_lowercase()));
        let word = folded.as_deref().unwrap_or(printed);
        // "Thu", which is none but in a stamp
        let short = || {
            let short = ABBREVIATED.contains(&word.len()) && word.is_ascii();
            let mut dotted = [b'.'; *ABBREVIATED.end() + 1];
            let dotted = dotted.get_mut(..=word.len()).filter(|_| short)?;
            dotted[..word.len()].copy_from_slice(word.as_bytes());
            time(std::str::from_utf8(dotted).ok()?)
        };
        time(printed)
            .or_else(|| folded.as_deref().and_then(time))
            .or_else(short)
    });
    found
        .flatten()
        .unwrap_or(if printed.chars().any(char::is_alphanumeric) {
            Role::Word {
                capital: printed.chars().next().is_some_and(char::is_uppercase),
            }
        } else {
            Role::Sign
        })
}

/// Whether a token is a word of one case, as most are: nothing in it begins.
fn is_of_one_part(token: &Token, printed: &str) -> bool {
    let inner = || {
        printed
            .bytes()
            .skip(1)
            .any(|byte| byte.is_ascii_uppercase())
    };
    token.has(Flags::PLAIN) && !token.has(Flags::DIGIT) && (token.has(Flags::ALL_CAPS) || !inner())
}

/// Where a token is parted: everywhere where another kind of letter begins, if a part of it then belongs to a stamp.
fn parts(lexicon: &Lexicon, printed: &str, kind: TokenKind) -> Option<Vec<Range<usize>>> {
    if !matches!(kind, TokenKind::Word | TokenKind::Number) || !printed.is_ascii() {
        return None;
    }
    let bytes = printed.as_bytes();
    let digits = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let suffix = &printed[digits..];
    if digits > 0 && SUFFIXES.iter().any(|end| suffix.eq_ignore_ascii_case(end)) {
        // "20236:00 AM": the year, and the hour behind it
        let glued = (5..=6).contains(&digits) && figures::year(&printed[..4]).is_some();
        return glued.then(|| vec![0..4, 4..printed.len()]);
    }
    let cut = |at: &usize| {
        let (before, here) = (bytes[at - 1], bytes[*at]);
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        let capital = here.is_ascii_uppercase()
            && (before.is_ascii_lowercase()
                || before.is_ascii_uppercase() && next.is_ascii_lowercase());
        let figure = before.is_ascii_alphabetic() && here.is_ascii_digit()
            || before.is_ascii_digit() && here.is_ascii_alphabetic();
        let sign = |byte: u8| matches!(byte, b',' | b'-' | b'/');
        capital || figure || sign(here) || sign(before)
    };
    if !(1..bytes.len()).any(|at| cut(&at)) {
        return None;
    }
    let mut cuts = vec![0];
    cuts.extend((1..bytes.len()).filter(cut));
    cuts.push(bytes.len());
    let parts: Vec<_> = cuts.windows(2).map(|cut| cut[0]..cut[1]).collect();
    let stamped = parts.iter().any(|part| {
        let part = &printed[part.clone()];
        figures::year(part).is_some()
            || matches!(role_of(lexicon, part), Role::Month(_) | Role::Label(_))
    });
    // "Roe21 December": the day behind a name
    let day = parts.len() == 2 && digits == 0 && figures::day(&printed[parts[1].clone()]).is_some();
    // "ByAnn Roe"
    let by = parts.len() == 2 && &printed[parts[0].clone()] == "By";
    (stamped || day || by).then_some(parts)
}
