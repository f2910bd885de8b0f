//! Hashes: where a word, or what stands for one, is looked for in a table.
//! Not here: the tables, those of the build among them.

/// Fibonacci hashing; the first bits are the best.
#[inline]
pub(crate) fn hash(bits: u128) -> u64 {
    (bits as u64 ^ ((bits >> 64) as u64).rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The slot of a hash, of so many: a power of two.
#[inline]
pub(crate) fn first_slot(hash: u64, slots: usize) -> usize {
    (hash >> (u64::BITS - slots.trailing_zeros())) as usize
}
