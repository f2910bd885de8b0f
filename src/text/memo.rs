//! What was found out about a word, kept for the next time that it is asked for.

use super::Word;
use super::hash::hash;

/// The last answers about words. It grows with what it is asked: room that is never used costs a start much.
#[derive(Debug)]
pub struct Memo<V> {
    /// A hash table of pairs: the first of each was asked for last.
    pairs: Vec<[(Word, V); 2]>,
    /// How many answers were found out since it grew last.
    new: usize,
    /// How many answers it keeps at most, as a power of two.
    most: u32,
}

/// How many pairs it begins with, as a power of two.
const LEAST: u32 = 6;

impl<V: Copy + Default> Memo<V> {
    /// An empty one that keeps so many answers at most, as a power of two.
    pub const fn new(most: u32) -> Memo<V> {
        Memo { pairs: Vec::new(), new: 0, most }
    }

    /// The answer about a word, which is found out where it is not known; about no letters at all there is none.
    pub fn get(&mut self, word: Word, find_out: impl FnOnce() -> V) -> V {
        if self.new >= self.pairs.len() && self.pairs.len() < 1 << (self.most - 1) {
            self.grow();
        }
        let place = self.place(word);
        let [first, second] = &mut self.pairs[place];
        if first.0 != word {
            std::mem::swap(first, second);
            if first.0 != word {
                *first = (word, find_out());
                self.new += 1;
            }
        }
        first.1
    }

    fn place(&self, word: Word) -> usize {
        (hash(word.bits()) >> 32) as usize & (self.pairs.len() - 1)
    }

    fn grow(&mut self) {
        let len = (2 * self.pairs.len()).max(1 << LEAST);
        let known = std::mem::replace(&mut self.pairs, vec![Default::default(); len]);
        self.new = 0;
        for (word, value) in known.into_iter().flatten() {
            let place = self.place(word);
            let [first, second] = &mut self.pairs[place];
            if !word.is_empty() {
                *second = std::mem::replace(first, (word, value));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_those_of_their_words() {
        let mut memo = Memo::new(LEAST + 1);
        for round in 0..3 {
            for bits in 1..100_u128 {
                let word = Word::from_bits(bits * 0x1_0001);
                assert_eq!(memo.get(word, || bits), bits, "{round}");
            }
        }
        assert_eq!(memo.pairs.len(), 1 << LEAST);
        let mut found_out = 0;
        for _ in 0..2 {
            memo.get(Word::of("مليون"), || {
                found_out += 1;
                7
            });
        }
        assert_eq!(found_out, 1);
    }
}
