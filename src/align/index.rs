//! Indexes: numbers for words, in the order in which these come.

/// The numbers of some words, which are keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// The numbers by the hash of their keys: each in the first free slot from there, counted from one.
    slots: Vec<u32>,
    keys: Vec<u128>,
}

/// What stands in place of a word where a number has none: words leave the second bit free.
const NONE: u128 = u128::MAX;

/// How many slots it begins with: a document has some hundreds of words.
const LEAST: usize = 1 << 9;

impl Index {
    /// Forgets all words.
    pub fn clear(&mut self) {
        self.keys.clear();
        self.slots.clear();
    }

    /// How many numbers there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// The words in the order of their numbers.
    pub fn keys(&self) -> &[u128] {
        &self.keys
    }

    /// The number of a word, a new one where it has none.
    pub fn number(&mut self, key: u128) -> u32 {
        // Not half full: what is looked for is soon found.
        if 2 * self.keys.len() >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(key);
        if self.slots[slot] == 0 {
            self.keys.push(key);
            self.slots[slot] = self.keys.len() as u32;
        }
        self.slots[slot] - 1
    }

    /// The number of a word that has one.
    pub fn find(&self, key: u128) -> Option<u32> {
        if self.slots.is_empty() { None } else { self.slots[self.slot(key)].checked_sub(1) }
    }

    /// A number that no word has.
    pub fn reserve(&mut self) -> u32 {
        self.keys.push(NONE);
        self.keys.len() as u32 - 1
    }

    /// Where a word stands or belongs.
    fn slot(&self, key: u128) -> usize {
        let mut slot = hash(key) & (self.slots.len() - 1);
        while self.slots[slot] != 0 && self.keys[self.slots[slot] as usize - 1] != key {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        slot
    }

    fn grow(&mut self) {
        let len = (2 * self.slots.len()).max(LEAST);
        self.slots.clear();
        self.slots.resize(len, 0);
        for (number, key) in (1..).zip(&self.keys).filter(|(_, key)| **key != NONE) {
            let mut slot = hash(*key) & (len - 1);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (len - 1);
            }
            self.slots[slot] = number;
        }
    }
}

/// Fibonacci hashing; the first bits are the best.
fn hash(bits: u128) -> usize {
    let (low, high) = (bits as u64, (bits >> 64) as u64);
    ((low ^ high.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_numbers() {
        let mut index = Index::default();
        assert_eq!(index.find(7), None);
        let key = |n: u32| u128::from(n) * 0x1_0001 + 1;
        for n in 0..2000 {
            assert_eq!(index.number(key(n)), n);
        }
        let free = index.reserve();
        assert_eq!(index.number(key(2000)), free + 1);
        for n in 0..2000 {
            assert_eq!((index.number(key(n)), index.find(key(n)), index.keys()[n as usize]), (n, Some(n), key(n)));
        }
        assert_eq!((index.find(key(2001)), index.len()), (None, 2002));
        index.clear();
        assert_eq!((index.find(key(3)), index.number(key(3))), (None, 0));
    }
}
