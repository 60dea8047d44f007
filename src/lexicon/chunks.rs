//! Runs of ASCII letters and digits, by which strings are told from each other without being compared byte by byte.

/// The longest chunk that has a hash; longer ones are left to the walk.
pub(super) const LONGEST: usize = 16;
/// How far behind a chunk the second one is looked for; further off, the walk decides.
const WIDEST_GAP: usize = 12;

/// Letters become small by one bit, which digits have anyhow.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// The hash of the chunk of so many bytes that starts there, whatever the case of its letters; never 0. None where the chunk
/// is too long to have one.
#[inline]
pub(crate) fn hash(bytes: &[u8], start: usize, length: usize) -> Option<u64> {
    if length > LONGEST {
        return None;
    }
    let mut buffer = [0_u8; LONGEST];
    let window = match bytes.get(start..start + LONGEST) {
        Some(window) => window,
        None => {
            let rest = bytes.get(start..).unwrap_or_default();
            let rest = &rest[..rest.len().min(LONGEST)];
            buffer[..rest.len()].copy_from_slice(rest);
            &buffer
        }
    };
    let (low, high) = window.split_at(8);
    let load = |half: &[u8]| half.try_into().map_or(0, u64::from_le_bytes);
    Some(hash_of_window([load(low), load(high)], length))
}

/// The same of a chunk of one to sixteen bytes, the first of which are the first ones of `window`.
#[inline]
pub(crate) fn hash_of_window(window: [u64; 2], length: usize) -> u64 {
    let kept = kept(length);
    let [low, high] = [0, 1].map(|half| (window[half] | SMALL) & kept[half]);
    let mixed = low.wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ^ high.wrapping_mul(0xC2B2_AE3D_27D4_EB4F).rotate_left(23);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (mixed ^ (mixed >> 32)) | 1 << 63
}

/// The bits of the first `length` bytes of sixteen.
#[inline]
pub(crate) fn kept(length: usize) -> [u64; 2] {
    const KEPT: [[u64; 2]; LONGEST + 1] = {
        let mut table = [[0; 2]; LONGEST + 1];
        let mut length = 1;
        while length <= LONGEST {
            table[length] = if length <= 8 {
                [u64::MAX >> (64 - 8 * length), 0]
            } else {
                [u64::MAX, u64::MAX >> (128 - 8 * length)]
            };
            length += 1;
        }
        table
    };
    KEPT[length.min(LONGEST)]
}

#[inline]
pub(super) fn is_chunk(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Where the chunk that starts at `start` ends.
#[inline]
pub(super) fn chunk_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while bytes.get(end).is_some_and(|&byte| is_chunk(byte)) {
        end += 1;
    }
    end
}

/// Where the chunk behind `end` starts; none where it is too far off to tell.
pub(super) fn next_chunk(bytes: &[u8], end: usize) -> Option<usize> {
    (end..end + WIDEST_GAP).find(|&at| bytes.get(at).is_some_and(|&byte| is_chunk(byte)))
}

/// The hash of the chunk at `start`, or of its beginning where it is long, and where that ends.
#[inline]
pub(super) fn next_hash(bytes: &[u8], start: usize) -> (u64, usize) {
    let mut end = start + 1;
    while end - start < LONGEST && bytes.get(end).is_some_and(|&byte| is_chunk(byte)) {
        end += 1;
    }
    (hash(bytes, start, end - start).unwrap_or(0), end)
}

/// The hash of a sequence.
#[inline]
pub(super) fn mixed(first: u64, second: u64) -> u64 {
    (first.rotate_left(17) ^ second).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// A set of hashes that may hold more than was put in.
#[derive(Debug)]
pub(super) struct Bits(pub(super) Vec<u64>);

/// The set is kept as bits, so many of them that few are set by chance.
const BITS: u32 = 17;

impl Default for Bits {
    fn default() -> Self {
        Self(vec![0; 1 << (BITS - 6)])
    }
}

impl Bits {
    pub(super) fn insert(&mut self, hash: u64) {
        let bit = (hash >> (64 - BITS)) as usize;
        self.0[bit >> 6] |= 1 << (bit & 63);
    }

    #[inline]
    pub(super) fn contains(&self, hash: u64) -> bool {
        let bit = (hash >> (64 - BITS)) as usize;
        self.0[bit >> 6] >> (bit & 63) & 1 != 0
    }
}
