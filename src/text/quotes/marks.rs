//! What a mark may be, by its glyph and by what stands on both sides of it.

use crate::lexicon::entries::grammar::AbbreviationKind;
use crate::lexicon::{Meaning, Table};
use crate::text::layout::TokenRange;
use crate::text::reading::Reading;
use crate::text::tokens::{Flags, TokenKind};

/// The side for which a glyph is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Opening,
    Closing,
    Either,
}

/// Glyphs that are used together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Straight,
    Curly,
    Guillemets,
    Single,
}

/// A mark and what it can be where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub side: Side,
    pub family: Family,
    pub single: bool,
    /// Something stands directly behind it, and nothing or an opening sign directly before.
    pub can_open: bool,
    /// Something stands directly before it.
    pub can_close: bool,
    /// Something stands directly behind it.
    pub joined: bool,
    /// A single mark that is no possessive: behind a stop or a comma, or where the word goes on to nothing.
    pub sure_to_close: bool,
    /// "'tis", "'90s"
    pub elision: bool,
    /// A number stands directly before it.
    pub measure: bool,
    /// `6'2"`: the inches behind the feet.
    pub after_feet: bool,
    /// „ is closed by “.
    pub closed_by_opening: bool,
}

/// Reads the mark at `index` of a block.
pub(super) fn read(reading: &Reading<'_>, block: &TokenRange, index: usize) -> Mark {
    let glyph = reading.word(index);
    let (side, family) = match glyph {
        "“" | "„" | "‟" => (Side::Opening, Family::Curly),
        "‘‘" => (Side::Opening, Family::Curly),
        "”" | "’’" => (Side::Closing, Family::Curly),
        "``" => (Side::Opening, Family::Straight),
        "«" | "‹" => (Side::Opening, Family::Guillemets),
        "»" | "›" => (Side::Closing, Family::Guillemets),
        "‘" | "‚" | "‛" | "`" => (Side::Opening, Family::Single),
        "’" | "'" => (Side::Either, Family::Single),
        _ => (Side::Either, Family::Straight),
    };
    let single = family == Family::Single;
    let before = (index > block.start && !reading.has(index, Flags::SPACED)).then(|| index - 1);
    let after =
        (index + 1 < block.end && !reading.has(index + 1, Flags::SPACED)).then_some(index + 1);
    let opener_before = before.is_none_or(|before| {
        matches!(
            reading.word(before),
            "(" | "[" | "{" | "/" | ":" | "-" | "=" | "“" | "‘" | "\"" | "'" | "``" | "«"
        ) || reading.kind(before) == Some(TokenKind::Dash)
            || reading.kind(before) == Some(TokenKind::Ellipsis)
    });
    let closes_after = after.is_none_or(|after| {
        matches!(
            reading.kind(after),
            Some(TokenKind::Punctuation | TokenKind::Dash | TokenKind::Mark | TokenKind::Ellipsis)
        ) && !matches!(reading.word(after), "(" | "[" | "{")
            || reading.kind(after) == Some(TokenKind::Clitic)
    });
    let elided = after.is_some_and(|after| single && is_elided(reading, block, index, after));
    let number_before = before.is_some_and(|before| {
        reading.kind(before) == Some(TokenKind::Number) && !reading.has(before, Flags::DECADE)
    });
    // `6'2"`: a single mark and a number stand before that number.
    let feet = |index: usize| {
        index > block.start + 1
            && matches!(
                reading.kind(index),
                Some(TokenKind::Symbol | TokenKind::Mark)
            )
            && matches!(reading.word(index), "'" | "’" | "′")
            && !reading.has(index, Flags::SPACED)
            && reading.kind(index.wrapping_sub(1)) == Some(TokenKind::Number)
    };
    let number_after = after.is_some_and(|after| reading.kind(after) == Some(TokenKind::Number));
    Mark {
        side,
        family,
        single,
        can_open: after.is_some() && opener_before,
        joined: after.is_some() && !closes_after,
        can_close: before.is_some() && (side != Side::Opening || !single),
        sure_to_close: before.is_some_and(|before| !is_plural(reading, before))
            || after.is_some() && closes_after
            || index + 1 == block.end,
        elision: elided,
        measure: number_before
            && matches!(glyph, "'" | "’" | "\"" | "″" | "”" | "''")
            && (single || number_after || closes_after),
        after_feet: number_before && feet(index.wrapping_sub(2)),
        closed_by_opening: glyph == "„" || glyph == "»",
    }
}

/// A word that a bare apostrophe can follow: "ministers'", "the boss'", "dancin'".
fn is_plural(reading: &Reading<'_>, index: usize) -> bool {
    let word = reading.word(index);
    reading.kind(index) == Some(TokenKind::Word)
        && (word.ends_with(['s', 'S', 'z', 'x']) || word.ends_with("in"))
}

/// "'90s", "'16", "'tis", and both marks of "rock 'n' roll".
fn is_elided(reading: &Reading<'_>, block: &TokenRange, index: usize, after: usize) -> bool {
    let next = reading.word(after);
    if reading.kind(after) == Some(TokenKind::Number) {
        let digits = next.bytes().take_while(u8::is_ascii_digit).count();
        return digits == 2 && (next.len() == 2 || reading.has(after, Flags::DECADE));
    }
    let listed = reading
        .meaning(Table::Abbreviations, after, |meaning| match meaning {
            Meaning::Abbreviation(AbbreviationKind::Elision) => Some(()),
            _ => None,
        })
        .is_some();
    // "'em all' he said" still needs a mark behind it to be a quotation; a lone one is an apostrophe in any case.
    listed && index < block.end
}
