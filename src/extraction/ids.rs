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
pub(crate) fn name(claims: &mut [Claim<'_>]) {
    let mut known: HashMap<u32, u32> = HashMap::with_capacity(claims.len());
    for claim in claims {
        let hash = hash(claim);
        let id = match known.entry(hash) {
            Entry::Vacant(first) => {
                first.insert(1);
                format!("c-{hash:08x}")
            }
            Entry::Occupied(mut earlier) => {
                let ordinal = earlier.get().saturating_add(1);
                earlier.insert(ordinal);
                format!("c-{hash:08x}-{ordinal}")
            }
        };
        claim.id = Cow::Owned(id);
    }
}

fn hash(claim: &Claim<'_>) -> u32 {
    let mut hash = OFFSET_BASIS;
    let mut add = |byte: u8| hash = (hash ^ u32::from(byte)).wrapping_mul(PRIME);
    let source = claim.source.as_ref().map(|source| &*source.text);
    let cue = claim.cue.as_ref().map(|cue| &*cue.text);
    let content = claim.content.iter().map(|piece| Some(&*piece.text));
    for part in [source, cue].into_iter().chain(content) {
        // A line broken elsewhere is the same words.
        for (number, word) in part.unwrap_or_default().split_whitespace().enumerate() {
            if number > 0 {
                add(b' ');
            }
            word.bytes().for_each(&mut add);
        }
        add(SEPARATOR);
    }
    hash
}
