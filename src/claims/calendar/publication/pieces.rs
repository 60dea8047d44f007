//! What time stamps are made of: the page's words and figures, parted where a page that lost its markup glues them.
//!
//! "By Ann RoeDecember 21, 2023", "Published: Dec. 21, 20236:00 AM ESTUpdated 5 hours ago": each element of the page was
//! a text of its own, and nothing stood between them.

use super::figures::{self, Figures};
use crate::lexicon::{Classes, Lexicon, Meaning};
use crate::mentions::times::{self, TimeRole};
use crate::span::Span;
use crate::text::{Flags, Page, Token, TokenKind};

/// A word, number or sign that can be part of a stamp, or stand beside one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub span: Span,
    pub token: usize,
    pub role: Role,
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
        let mut push = |span, role, opens_line| {
            pieces.push(Piece {
                span,
                token: this,
                role,
                opens_line,
            });
        };
        token += 1;
        if found.has(Flags::DIGIT) {
            if let Some((date, end)) = figures::read(page.text, span.start) {
                push(Span::new(span.start, end), Role::Figures(date), opens_line);
                let inside = |at: &&Token| (at.start as usize) < end;
                token += page.tokens[token..].iter().take_while(inside).count();
                continue;
            }
        }
        let printed = found.text(page.text);
        let mut opens = opens_line;
        for part in parts(page.lexicon, printed, found.kind) {
            let whole = part.len() == printed.len();
            let role = if whole {
                role(page, this)
            } else {
                role_of(page.lexicon, &printed[part.clone()])
            };
            push(
                Span::new(span.start + part.start, span.start + part.end),
                role,
                std::mem::take(&mut opens),
            );
        }
    }
    pieces
}

/// What a token can be in a stamp.
fn role(page: &Page<'_, '_>, token: usize) -> Role {
    let printed = page.word(token);
    match page.kind(token) {
        Some(TokenKind::Number) => Role::Number,
        Some(TokenKind::Word) => {
            let known = page.is(token, Classes::TIME.with(Classes::DATE_LINE))
                || times::role(page, token).is_some();
            let role = known
                .then(|| times::role(page, token))
                .flatten()
                .and_then(|(word, _)| named(word.role, word.number));
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
    let capitals = printed.len() > 2
        && printed
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte == b'.');
    let time = |word: &str| {
        let hit = lexicon.lookup(word)?;
        lexicon
            .entries(hit.pattern, word)
            .find_map(|(entry, _)| match entry.meaning {
                Meaning::Time(word) => named(word.role, word.number),
                _ => None,
            })
    };
    // "Thu", which is none but in a stamp
    let short = || {
        let abbreviated = (3..=5).contains(&printed.len()) && printed.is_ascii();
        abbreviated.then(|| time(&format!("{printed}."))).flatten()
    };
    let found = time(printed).or_else(short).or_else(|| {
        let (first, rest) = printed.split_at_checked(1).filter(|_| capitals)?;
        time(&format!("{first}{}", rest.to_ascii_lowercase()))
    });
    found.unwrap_or(if printed.chars().any(char::is_alphanumeric) {
        Role::Word {
            capital: printed.chars().next().is_some_and(char::is_uppercase),
        }
    } else {
        Role::Sign
    })
}

/// Where a token is parted: everywhere where another kind of letter begins, if a part of it then belongs to a stamp.
fn parts(lexicon: &Lexicon, printed: &str, kind: TokenKind) -> Vec<std::ops::Range<usize>> {
    let whole = vec![0..printed.len()];
    if !matches!(kind, TokenKind::Word | TokenKind::Number) || !printed.is_ascii() {
        return whole;
    }
    let bytes = printed.as_bytes();
    let digits = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if digits == bytes.len() {
        // "20236:00 AM": the year, and the hour behind it
        let glued = (5..=6).contains(&digits) && figures::year(&printed[..4]).is_some();
        return if glued { vec![0..4, 4..digits] } else { whole };
    }
    let suffix = &printed[digits..];
    let known = ["am", "pm", "st", "nd", "rd", "th", "s"];
    if digits > 0 && known.iter().any(|end| suffix.eq_ignore_ascii_case(end)) {
        return match digits {
            5..=6 if figures::year(&printed[..4]).is_some() => vec![0..4, 4..printed.len()],
            _ => whole,
        };
    }
    let mut cuts = vec![0];
    for at in 1..bytes.len() {
        let (before, here) = (bytes[at - 1], bytes[at]);
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        let cut = before.is_ascii_lowercase() && here.is_ascii_uppercase()
            || before.is_ascii_uppercase()
                && here.is_ascii_uppercase()
                && next.is_ascii_lowercase()
            || before.is_ascii_alphabetic() && here.is_ascii_digit()
            || before.is_ascii_digit() && here.is_ascii_alphabetic()
            || matches!(here, b',' | b'-' | b'/')
            || matches!(before, b',' | b'-' | b'/');
        if cut {
            cuts.push(at);
        }
    }
    if cuts.len() == 1 {
        return whole;
    }
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
    if stamped || day || by { parts } else { whole }
}
