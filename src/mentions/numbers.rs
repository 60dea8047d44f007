//! Numbers: digits, words, bounds, vague quantities.

use crate::extraction::{Count, Precision};
use crate::text::{Flags, Page, TokenKind, TokenRange};

/// A quantity as it is printed.
#[derive(Clone, Debug)]
pub(crate) struct Number {
    /// With its hedge: "at least 20".
    pub tokens: TokenRange,
    /// Without: "20".
    pub core: TokenRange,
    pub count: Count,
}

/// All quantities of the page, in order.
pub(crate) fn find(page: &Page<'_, '_>) -> Vec<Number> {
    let plain = |token: &crate::text::Token| {
        token.kind == TokenKind::Number && !token.has(Flags::CLOCK) && !token.has(Flags::ORDINAL)
    };
    let numbers = page
        .tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| plain(token));
    numbers
        .filter_map(|(index, token)| {
            let value: u64 = token.text(page.text).replace(',', "").parse().ok()?;
            let count = Count {
                low: value,
                high: Some(value),
                precision: Precision::Exact,
            };
            Some(Number {
                tokens: index..index + 1,
                core: index..index + 1,
                count,
            })
        })
        .collect()
}
