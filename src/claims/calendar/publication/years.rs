//! The year of the copyright line: "© 2020", "Copyright 1996 - 2023 Daily Sample". It is never a day.

use super::days::Printed;
use super::figures;
use super::pieces::Role;

/// The year stands so near to the sign: "© The Daily Sample Publishing Company Ltd 2023".
const REACH: usize = 9;

/// The latest year of the copyright lines.
pub(super) fn copyright_year(printed: &Printed<'_, '_, '_>) -> Option<i16> {
    let dating = printed.dating.iter();
    let signs = dating.filter(|(_, role)| *role == Role::Copyright);
    let years = signs.flat_map(|&(at, _)| {
        let rest = printed.pieces.iter().skip(at + 1).take(REACH);
        rest.take_while(|piece| !piece.opens_line)
            .filter_map(|piece| figures::year(piece.span.of(printed.page.text)))
    });
    years.max()
}
