//! Offsets for other languages than Rust: code points, UTF-16 units.

use super::OffsetUnit;
use crate::span::Span;

/// So many bytes of the text lie between two places whose offset is known.
const STRIDE: usize = 64;

/// Turns byte offsets of one text into code points or UTF-16 units, and back. Reads the text once.
///
/// ```
/// use newsclaim::{OffsetUnit, Offsets, Span};
/// let text = "“No,” said Zoë.";
/// let bytes = newsclaim::extract(text).claims[0].content[0].span;
/// assert_eq!(bytes, Span::new(0, 9));
/// let offsets = Offsets::new(text, OffsetUnit::Utf16);
/// assert_eq!(offsets.span(bytes), Span::new(0, 5));
/// assert_eq!(offsets.bytes(Span::new(0, 5)), bytes);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// Units before every [`STRIDE`]-th byte; none where a unit is a byte.
    before: Vec<usize>,
}

impl<'t> Offsets<'t> {
    /// For the text that the spans point into. A unit that this version does not know is taken for bytes.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut before = Vec::new();
        let other = matches!(unit, OffsetUnit::Char | OffsetUnit::Utf16);
        if other && !text.is_ascii() {
            let mut units = 0;
            for stride in text.as_bytes().chunks(STRIDE) {
                before.push(units);
                units += count(stride, unit);
            }
        }
        Self { text, unit, before }
    }

    /// What the offsets of [`Offsets::span`] count.
    pub fn unit(&self) -> OffsetUnit {
        self.unit
    }

    /// A byte offset in this unit.
    pub fn offset(&self, byte: usize) -> usize {
        if self.before.is_empty() {
            return byte;
        }
        let byte = byte.min(self.text.len());
        let stride = (byte / STRIDE).min(self.before.len() - 1);
        let rest = self.text.as_bytes().get(stride * STRIDE..byte);
        self.before[stride] + rest.map_or(0, |rest| count(rest, self.unit))
    }

    /// The byte that an offset in this unit stands for.
    pub fn byte(&self, offset: usize) -> usize {
        if self.before.is_empty() {
            return offset;
        }
        let stride = self.before.partition_point(|&before| before <= offset);
        let stride = stride.saturating_sub(1);
        let (mut byte, mut units) = (stride * STRIDE, self.before[stride]);
        let bytes = self.text.as_bytes();
        while byte < bytes.len() && (units < offset || !self.text.is_char_boundary(byte)) {
            units += count(&bytes[byte..=byte], self.unit);
            byte += 1;
        }
        byte
    }

    /// A span of bytes in this unit.
    pub fn span(&self, bytes: Span) -> Span {
        Span::new(self.offset(bytes.start), self.offset(bytes.end))
    }

    /// The bytes of a span in this unit.
    pub fn bytes(&self, span: Span) -> Span {
        Span::new(self.byte(span.start), self.byte(span.end))
    }
}

/// The units that begin in a run of UTF-8: a character begins with a byte that continues none, and one of four bytes is
/// a pair in UTF-16.
fn count(bytes: &[u8], unit: OffsetUnit) -> usize {
    let begins = |byte: &&u8| **byte & 0xC0 != 0x80;
    let characters = bytes.iter().filter(begins).count();
    match unit {
        OffsetUnit::Utf16 => characters + bytes.iter().filter(|byte| **byte >= 0xF0).count(),
        _ => characters,
    }
}
