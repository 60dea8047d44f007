//! Quotation marks: pairs by glyph and context, block by block, so that a wrong mark spoils one paragraph at most.

use super::page::{PageBlock, TokenRange};
use super::tokens::{Flags, Token, TokenKind};

/// A stretch in quotation marks.
#[derive(Clone, Debug)]
pub(crate) struct Quotation {
    /// The tokens from the opening mark to the closing one, both included; to the block's end when it is never closed.
    pub tokens: TokenRange,
    pub closed: bool,
    /// Double marks or their like; false for single ones.
    pub double: bool,
}

/// Pairs the marks of every block; sets their twins and [`Flags::QUOTED`] on what stands between.
pub(crate) fn pair(text: &str, tokens: &mut [Token], blocks: &[PageBlock]) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    for block in blocks {
        let mut open: Option<usize> = None;
        for index in block.tokens.clone() {
            if tokens[index].kind != TokenKind::Mark {
                continue;
            }
            let glyph = tokens[index].text(text);
            let double = !matches!(glyph, "'" | "’" | "‘" | "`");
            if !double {
                // A plural possessive or another apostrophe.
                tokens[index].kind = TokenKind::Clitic;
                continue;
            }
            let spaced_after = tokens
                .get(index + 1)
                .is_none_or(|next| next.has(Flags::SPACED));
            let opens = match glyph {
                "“" | "‘‘" | "``" | "«" | "„" => true,
                "”" | "’’" | "»" => false,
                _ => open.is_none() && !spaced_after,
            };
            match (open, opens) {
                (None, true) => open = Some(index),
                (Some(start), false) => {
                    close(tokens, start, index);
                    quotations.push(Quotation {
                        tokens: start..index + 1,
                        closed: true,
                        double,
                    });
                    open = None;
                }
                _ => {}
            }
        }
        if let Some(start) = open {
            let end = block.tokens.end;
            tokens[start + 1..end]
                .iter_mut()
                .for_each(|token| token.flags.insert(Flags::QUOTED));
            quotations.push(Quotation {
                tokens: start..end,
                closed: false,
                double: true,
            });
        }
    }
    quotations
}

fn close(tokens: &mut [Token], start: usize, end: usize) {
    tokens[start].twin = Some(end as u32);
    tokens[end].twin = Some(start as u32);
    tokens[start + 1..end]
        .iter_mut()
        .for_each(|token| token.flags.insert(Flags::QUOTED));
}
