//! The year of the copyright line: "© 2020", "Copyright 1996 - 2023 Daily Sample". It is never a day.

use super::figures;
use super::pieces::{Piece, Role};

/// The year stands so near to the sign: "© The Daily Sample Publishing Company Ltd 2023".
const REACH: usize = 9;

/// The latest year of the copyright lines.
pub(super) fn copyright_year(text: &str, pieces: &[Piece]) -> Option<i16> {
    let lines = pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| piece.role == Role::Copyright);
    let years = lines.flat_map(|(at, _)| {
        let rest = pieces.iter().skip(at + 1).take(REACH);
        rest.take_while(|piece| !piece.opens_line)
            .filter_map(|piece| figures::year(piece.span.of(text)))
    });
    years.max()
}
