//! Indexes: numbers for words, in the order in which these come.

use crate::text::hash::{first_slot, hash};

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
    /// Forgets all words, and keeps room for as many as there were.
    pub fn clear(&mut self) {
        self.slots.truncate((4 * self.keys.len()).next_power_of_two().max(LEAST));
        self.slots.fill(0);
        self.keys.clear();
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
        match self.slot(key) {
            (_, Some(number)) => number,
            (slot, None) => {
                self.keys.push(key);
                self.slots[slot] = self.keys.len() as u32;
                self.keys.len() as u32 - 1
            }
        }
    }

    /// As [`Index::number`], for words that come together: where each may stand is looked up for all of them first, so that
    /// the memory is not waited for word by word.
    pub fn numbers(&mut self, keys: &[u128]) -> Box<[u32]> {
        let held = |key: &u128| self.slots.get(first_slot(hash(*key), self.slots.len())).copied().unwrap_or_default();
        let mut numbers: Box<[u32]> = keys.iter().map(held).collect();
        for (number, key) in numbers.iter_mut().zip(keys) {
            let known = number.checked_sub(1).filter(|number| self.keys[*number as usize] == *key);
            *number = known.unwrap_or_else(|| self.number(*key));
        }
        numbers
    }

    /// The number of a word that has one.
    pub fn find(&self, key: u128) -> Option<u32> {
        if self.slots.is_empty() { None } else { self.slot(key).1 }
    }

    /// A number that no word has.
    pub fn reserve(&mut self) -> u32 {
        self.keys.push(NONE);
        self.keys.len() as u32 - 1
    }

    /// Where a word stands or belongs, and its number if it has one.
    fn slot(&self, key: u128) -> (usize, Option<u32>) {
        let mut slot = first_slot(hash(key), self.slots.len());
        loop {
            let Some(number) = self.slots[slot].checked_sub(1) else { return (slot, None) };
            if self.keys[number as usize] == key {
                return (slot, Some(number));
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    #[cold]
    fn grow(&mut self) {
        let len = (2 * self.slots.len()).max(LEAST);
        self.slots.clear();
        self.slots.resize(len, 0);
        for (number, key) in (1..).zip(&self.keys).filter(|(_, key)| **key != NONE) {
            let mut slot = first_slot(hash(*key), len);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (len - 1);
            }
            self.slots[slot] = number;
        }
    }
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
        assert_eq!(*index.numbers(&[3, 2000, 7, 2000].map(key)), [3, 2000, 7, 2000]);
        let free = index.reserve();
        assert_eq!(index.number(key(2001)), free + 1);
        for n in 0..2000 {
            assert_eq!((index.number(key(n)), index.find(key(n)), index.keys()[n as usize]), (n, Some(n), key(n)));
        }
        assert_eq!((index.find(key(2002)), index.len()), (None, 2003));
        index.clear();
        assert_eq!((index.find(key(3)), index.number(key(3))), (None, 0));
    }
}
