//! How a table of words and phrases lies in memory: the build lays it out (`build/load/table.rs`), and the program finds
//! words in it where it lies (`find.rs`), so that nothing is made of it when the program starts.

use super::Kinds;
use crate::text::hash::hash;
use crate::text::{self, Class, Token};

/// How many bits of a slot are a place.
pub const PLACE: u32 = 20;

/// The bits of a hash that stand in a slot.
pub fn tag(hash: u64) -> u32 {
    (hash >> 16) as u32 >> PLACE << PLACE
}

/// What makes two pieces of a text the same for the lexicon: a folded word, a mark, or a number.
#[inline]
pub fn key(text: &str, token: &Token) -> u128 {
    match token.class {
        Class::Mark(c) => 1 << 127 | u128::from(u32::from(c)),
        Class::Arabic | Class::Latin => token.word.bits(),
        Class::Digits => key_of_digits(text, token),
    }
}

/// «م2» and «م3».
fn key_of_digits(text: &str, token: &Token) -> u128 {
    let number = text::digits(text, token).fold(0, |number, digit| number << 4 | u128::from(digit & 0xF));
    1 << 126 | number & ((1 << 126) - 1)
}

/// The phrases that begin with one piece, the longest first.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The kinds of what the piece means by itself.
    pub kinds: Kinds,
    /// Where they stand among the phrases; where the only one is the piece by itself, the place of its meaning.
    pub first: u32,
    /// How many go on after the piece.
    pub longer: u16,
    /// How many are the piece by itself.
    pub alone: u16,
}

/// A word or phrase and one of its meanings.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// The place of its meaning among all of them.
    pub sense: u16,
    /// Where its pieces after the first stand, and how many.
    pub pieces: u32,
    /// How many there are.
    pub len: u8,
}

/// What tells most pieces apart.
pub fn mark(piece: u128) -> u8 {
    (hash(piece) >> (u64::BITS - u8::BITS)) as u8
}

/// How many pairs of pieces are told from each other, as a power of two: a bit each.
pub const PAIRS: u32 = 18;

/// The bit that tells whether any phrase may go on with this piece, of those that stand from `first` on: its byte, and it
/// there.
pub fn pair(first: u32, second: u128) -> (usize, u8) {
    let place = hash(second ^ u128::from(first) << u64::BITS) >> (u64::BITS - PAIRS);
    (place as usize / u8::BITS as usize, 1 << (place % u64::from(u8::BITS)))
}
