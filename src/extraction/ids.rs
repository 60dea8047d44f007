//! Names of claims that outlive a run.

use std::borrow::Cow;

use super::claim::Claim;

/// FNV-1a of 32 bits, as its authors published it: anybody can compute it again.
const OFFSET_BASIS: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// Stands between the parts, so that words that move from one to the next give another name.
const SEPARATOR: u8 = 0x1f;

/// Gives every claim its name: `c-` and the hash of its words in eight hexadecimal digits; the second claim of the same
/// words is `c-…-2`, the third `c-…-3`.
pub(crate) fn give_ids(claims: &mut [Claim<'_>]) {
    let mut hashes: Vec<(u32, usize)> = claims.iter().map(hash).zip(0..).collect();
    hashes.sort_unstable();
    for namesakes in hashes.chunk_by(|(one, _), (other, _)| one == other) {
        for (ordinal, &(hash, claim)) in (1..).zip(namesakes) {
            claims[claim].id = Cow::Owned(written(hash, ordinal));
        }
    }
}

/// `c-` and eight hexadecimal digits, and which of several it is. Not by the standard formatter, which takes longer for the
/// digits than the hash.
fn written(hash: u32, ordinal: usize) -> String {
    const DIGITS: [u8; 16] = *b"0123456789abcdef";
    let mut id = *b"c-00000000";
    for (written, place) in id[2..].iter_mut().zip((0..8).rev()) {
        *written = DIGITS[(hash >> (4 * place) & 0xF) as usize];
    }
    let mut id = String::from_utf8_lossy(&id).into_owned();
    if ordinal > 1 {
        id += &format!("-{ordinal}");
    }
    id
}

fn hash(claim: &Claim<'_>) -> u32 {
    let source = claim.source.as_ref().map(|source| &*source.text);
    let cue = claim.cue.as_ref().map(|cue| &*cue.text);
    let content = claim.content.iter().map(|piece| Some(&*piece.text));
    let mut hash = OFFSET_BASIS;
    for part in [source, cue].into_iter().chain(content) {
        hash = add(add_words(hash, part.unwrap_or_default()), SEPARATOR);
    }
    hash
}

fn add(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(PRIME)
}

/// The words with one blank between them: a line broken elsewhere is the same words.
fn add_words(hash: u32, text: &str) -> u32 {
    if is_even(text.as_bytes()) {
        return text.bytes().fold(hash, add);
    }
    let add_word = |hash, (number, word): (usize, &str)| {
        let blank = if number > 0 { add(hash, b' ') } else { hash };
        word.bytes().fold(blank, add)
    };
    text.split_whitespace().enumerate().fold(hash, add_word)
}

/// Whether nothing but single blanks surely stands between the words, and none around them, as nearly everywhere. Without a
/// way out in the middle the bytes are looked at many at a time.
fn is_even(text: &[u8]) -> bool {
    let doubtful = |doubtful: bool, (&one, &next): (&u8, &u8)| {
        let doubled = (one == b' ') & (next == b' ');
        // What else is white space is a control character, or begins in UTF-8 with C2, E1, E3 or with E2 80 and E2 81. Of the
        // latter dashes, quotation marks and the ellipsis are frequent: E2 80 90 to E2 80 A7.
        let begins = (one < b' ') | (one == 0xC2) | (one == 0xE1) | (one == 0xE3);
        let sign = (0x90..=0xA7).contains(&next);
        doubtful | doubled | begins | (one == 0x81) | ((one == 0x80) & !sign)
    };
    let mut outer = [text.first(), text.last()].into_iter().flatten();
    let pairs = text.iter().zip(text.get(1..).unwrap_or_default());
    outer.all(|&byte| byte > b' ') && !pairs.fold(false, doubtful)
}

#[cfg(test)]
mod tests {
    use super::{OFFSET_BASIS, add_words, is_even};

    #[test]
    fn white_space_of_any_kind_is_one_blank() {
        let hash = |text: &str| add_words(OFFSET_BASIS, text);
        for blank in ('\0'..='\u{3000}').filter(|letter| letter.is_whitespace()) {
            for apart in [
                format!("“one”{blank}two…"),
                format!("“one” {blank}two…"),
                format!("{blank}“one” two…{blank}"),
            ] {
                assert_eq!(hash(&apart), hash("“one” two…"), "{blank:?}");
            }
        }
        assert!(is_even("“It’s — so to say – café…”".as_bytes()));
    }
}
