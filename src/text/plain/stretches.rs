//! Stretches of ordinary text, which the pass over an article goes over at once.

/// Bytes with which something can begin.
const SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let special = b"\n\r\x0B\x0C!*_[]\\&#<\xC2\xE1\xE2\xE3\xEF";
    let mut at = 0;
    while at < special.len() {
        table[special[at] as usize] = true;
        at += 1;
    }
    table
};

/// So many bytes are told at once to be ordinary.
const AT_ONCE: usize = 16;

/// Whether a byte is one of those that make up nearly all of a text, none of which is special. No table and no branches, so that
/// the compiler tells it of [`AT_ONCE`] bytes with the instructions for one.
const fn is_ordinary(byte: u8) -> bool {
    let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let sign = matches!(byte, b'+'..=b';' | b'\''..=b')');
    letter | sign | (byte == b' ') | (byte == b'"')
}

const _: () = {
    let mut byte = 0;
    while byte < 256 {
        assert!(!(SPECIAL[byte] && is_ordinary(byte as u8)));
        byte += 1;
    }
};

/// How many bytes stand before the first special one.
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    let mut passed = 0;
    let mut stretches = bytes.chunks_exact(AT_ONCE);
    let is_special = |byte: &u8| SPECIAL[*byte as usize];
    for stretch in &mut stretches {
        let ordinary = (stretch.iter()).fold(true, |all, &byte| all & is_ordinary(byte));
        if !ordinary {
            if let Some(special) = stretch.iter().position(is_special) {
                return passed + special;
            }
        }
        passed += AT_ONCE;
    }
    let rest = stretches.remainder();
    passed + rest.iter().position(is_special).unwrap_or(rest.len())
}
