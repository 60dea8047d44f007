//! Names of claims that outlive a run.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::claim::Claim;

/// FNV-1a of 32 bits, as its authors published it: anybody can compute it again.
const OFFSET_BASIS: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// Stands between the parts, so that words that move from one to the next give another name.
const SEPARATOR: u8 = 0x1f;

/// Gives every claim its name: `c-` and the hash of its words in eight hexadecimal digits; the second claim of the same
/// words is `c-…-2`, the third `c-…-3`.
pub(crate) fn give_ids(claims: &mut [Claim<'_>]) {
    let mut known: HashMap<u32, u32> = HashMap::with_capacity(claims.len());
    for claim in claims {
        let hash = hash(claim);
        let mut id = written(hash);
        match known.entry(hash) {
            Entry::Vacant(first) => {
                first.insert(1);
            }
            Entry::Occupied(mut earlier) => {
                let ordinal = earlier.get().saturating_add(1);
                earlier.insert(ordinal);
                id += &format!("-{ordinal}");
            }
        }
        claim.id = Cow::Owned(id);
    }
}

/// `c-` and eight hexadecimal digits. Not by the standard formatter, which takes longer for it than the hash.
fn written(hash: u32) -> String {
    let mut id = String::with_capacity("c-01234567".len());
    id.push_str("c-");
    id.extend(
        (0..8)
            .rev()
            .filter_map(|place| char::from_digit(hash >> (4 * place) & 0xF, 16)),
    );
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
fn add_words(mut hash: u32, text: &str) -> u32 {
    let mut rest = text.trim();
    loop {
        // Most letters are of ASCII and surely no blanks.
        let plain = rest.bytes().take_while(u8::is_ascii_graphic).count();
        let (letters, behind) = rest.split_at(plain);
        hash = letters.bytes().fold(hash, add);
        let next = behind.trim_start();
        if next.len() < behind.len() {
            hash = add(hash, b' ');
            rest = next;
        } else if let Some(letter) = behind.chars().next() {
            let (letter, behind) = behind.split_at(letter.len_utf8());
            hash = letter.bytes().fold(hash, add);
            rest = behind;
        } else {
            return hash;
        }
    }
}
