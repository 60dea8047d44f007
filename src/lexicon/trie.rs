//! A trie of strings as bytes that need not be read before it is walked: level by level, so that the children of a node
//! stand beside each other and need no pointers but to the first of them.

/// The strings, numbered by the nodes where they end.
#[derive(Clone, Copy)]
pub(super) struct Trie<'b> {
    /// By node: where its children begin, which end where those of the next node begin, and in the highest eight bits the byte
    /// that leads to it; both in one number, because a step is mostly waiting for the memory. The children of one node are in
    /// the order of their bytes.
    nodes: &'b [u8],
    /// By node: a bit where a string ends.
    ends: &'b [u8],
    /// By 64 nodes: how many strings end before them.
    before: &'b [u8],
}

/// How many nodes share an entry of `before`, and how many bytes their bits take.
const NODES: usize = 64;
const WIDTH: usize = NODES / 8;

/// How many bits a node's first child has.
pub(super) const CHILD_BITS: u32 = 24;

impl<'b> Trie<'b> {
    pub(super) const ROOT: usize = 0;

    /// Of the parts that `lay_out.rs` makes.
    pub(super) fn new([nodes, ends, before]: [&'b [u8]; 3]) -> Self {
        Self {
            nodes,
            ends,
            before,
        }
    }

    /// The node to which a byte leads.
    #[inline]
    pub(super) fn step(&self, node: usize, byte: u8) -> Option<usize> {
        let (first, end) = (self.child(node), self.child(node + 1));
        let found = first_where(first..end, |child| self.label(child) >= byte);
        (found < end && self.label(found) == byte).then_some(found)
    }

    /// The number of the string that ends at a node.
    #[inline]
    pub(super) fn number(&self, node: usize) -> Option<usize> {
        let bits = self.bits(node / NODES);
        let bit = 1 << (node % NODES);
        (bits & bit != 0).then(|| {
            let before = number_at(self.before, node / NODES);
            before + (bits & (bit - 1)).count_ones() as usize
        })
    }

    /// The number of a string.
    pub(super) fn get(&self, string: &str) -> Option<usize> {
        let mut bytes = string.bytes();
        let node = bytes.try_fold(Self::ROOT, |node, byte| self.step(node, byte))?;
        self.number(node)
    }

    /// The string of a number.
    pub(super) fn string(&self, number: usize) -> String {
        let counts = 0..self.before.len() / 4;
        let group = first_where(counts, |group| number_at(self.before, group) > number) - 1;
        let nodes = group * NODES..(group + 1) * NODES;
        let mut node = nodes
            .into_iter()
            .find(|&node| self.number(node) == Some(number))
            .unwrap_or(Self::ROOT);
        let mut bytes = Vec::new();
        while node != Self::ROOT {
            bytes.push(self.label(node));
            node = first_where(0..self.nodes.len() / 4, |other| self.child(other) > node) - 1;
        }
        bytes.reverse();
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// How many strings there are.
    pub(super) fn count(&self) -> usize {
        let last = self.before.len() / 4 - 1;
        number_at(self.before, last) + self.bits(last).count_ones() as usize
    }

    #[inline]
    fn child(&self, node: usize) -> usize {
        number_at(self.nodes, node) & ((1 << CHILD_BITS) - 1)
    }

    /// The byte that leads to a node.
    #[inline]
    fn label(&self, node: usize) -> u8 {
        (number_at(self.nodes, node) >> CHILD_BITS) as u8
    }

    #[inline]
    fn bits(&self, group: usize) -> u64 {
        let bits = self.ends.get(group * WIDTH..(group + 1) * WIDTH);
        let bits = bits.and_then(|bits| bits.try_into().ok());
        bits.map_or(0, u64::from_le_bytes)
    }
}

/// The number at this place of a row of them.
#[inline]
fn number_at(row: &[u8], place: usize) -> usize {
    let bytes = row.get(place * 4..place * 4 + 4);
    let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
    bytes.map_or(0, u32::from_le_bytes) as usize
}

/// The first number for which it is `so`, where it is for all behind it; the end of the range if there is none.
#[inline]
fn first_where(range: std::ops::Range<usize>, so: impl Fn(usize) -> bool) -> usize {
    let (mut first, mut end) = (range.start, range.end);
    while first < end {
        let middle = first + (end - first) / 2;
        if so(middle) {
            end = middle;
        } else {
            first = middle + 1;
        }
    }
    first
}
