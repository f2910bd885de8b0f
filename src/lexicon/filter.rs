//! A filter before the look-up: most words of a text are not in the lexicon, whatever is taken off their
//! front, and their last letters tell so.

use super::Kinds;
use crate::text::affix::PROCLITICS;
use crate::text::{Word, code};

/// How many letters the last of a word are.
const ENDING: usize = 4;

/// How many endings are told from each other, as a power of two: a bit each, and all of them in the first cache.
const ENDINGS: u32 = 17;

/// What may stand before the last letter of a word's clitics: the article's «ا» too.
const OTHER_CLITICS: [u8; 6] = {
    let [and, so, by, to, like] = PROCLITICS;
    [and, so, by, to, like, code('ا')]
};

/// The endings of words. It may let a stranger through, never hold back a word with any clitics before it.
#[derive(Debug)]
pub struct Filter {
    endings: Vec<u64>,
}

impl Default for Filter {
    fn default() -> Filter {
        Filter { endings: vec![0; 1 << ENDINGS >> u64::BITS.trailing_zeros()] }
    }
}

#[allow(dead_code, reason = "the build makes and writes what the program reads and asks")]
impl Filter {
    /// As it lies in memory.
    pub fn write(&self) -> Vec<u8> {
        self.endings.iter().flat_map(|endings| endings.to_le_bytes()).collect()
    }

    /// What was written; none, where it is something else.
    pub fn read(bytes: &[u8]) -> Option<Filter> {
        let endings: Vec<u64> = bytes.as_chunks().0.iter().map(|endings| u64::from_le_bytes(*endings)).collect();
        (endings.len() == Filter::default().endings.len()).then_some(Filter { endings })
    }

    /// Lets this word through from now on, with any clitics before it.
    pub fn add(&mut self, word: Word) {
        let mut fronts = vec![word];
        // The letters of clitics stand among the last only where the word itself is short; before one letter there are
        // none.
        for letters in [&PROCLITICS[..], &OTHER_CLITICS] {
            fronts.iter().for_each(|front| self.set(*front));
            fronts = fronts
                .iter()
                .filter(|front| (2..ENDING).contains(&front.len()))
                .flat_map(|front| letters.iter().map(|letter| Word::spelled(&[*letter]).before(*front)))
                .collect();
        }
        fronts.iter().for_each(|front| self.set(*front));
    }

    fn set(&mut self, word: Word) {
        let (at, bit) = place(word);
        self.endings[at] |= bit;
    }

    /// Whether the word may be one of them, perhaps with clitics before it.
    pub fn may_be(&self, word: Word) -> bool {
        let (at, bit) = place(word);
        self.endings[at] & bit != 0
    }
}

/// The words by what is looked for.
#[derive(Debug, Default)]
pub struct Filters {
    /// All of them.
    pub any: Filter,
    /// Those without which there is no figure.
    pub figures: Filter,
    /// Those of places.
    pub places: Filter,
}

#[allow(dead_code, reason = "the build makes and writes what the program reads and asks")]
impl Filters {
    /// Lets this word of these kinds through from now on.
    pub fn add(&mut self, word: Word, kinds: Kinds) {
        self.any.add(word);
        let parts = [(&mut self.figures, Kinds::FIGURE), (&mut self.places, Kinds::PLACE)];
        for (filter, _) in parts.into_iter().filter(|(_, wanted)| kinds.any(*wanted)) {
            filter.add(word);
        }
    }

    /// As they lie in memory.
    pub fn write(&self) -> Vec<u8> {
        [&self.any, &self.figures, &self.places].into_iter().flat_map(Filter::write).collect()
    }

    /// What was written; none, where it is something else.
    pub fn read(bytes: &[u8]) -> Option<Filters> {
        let mut filters = bytes.chunks(bytes.len().div_ceil(3).max(1)).map(Filter::read);
        let mut next = || filters.next().flatten();
        Some(Filters { any: next()?, figures: next()?, places: next()? })
    }
}

/// Where the ending of a word stands, by Fibonacci hashing.
fn place(word: Word) -> (usize, u64) {
    let ending = word.bits() as u32 & Word::mask(ENDING) as u32;
    let place = ending.wrapping_mul(0x9E37_79B9) >> (u32::BITS - ENDINGS);
    (place as usize / u64::BITS as usize, 1 << (place % u64::BITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_lexicon_pass_with_any_clitics() {
        let mut filter = Filter::default();
        for word in ["مليون", "عام", "يد", "م"] {
            filter.add(Word::of(word));
        }
        for word in ["مليون", "وبالمليون", "والعام", "عام", "فلعام", "باليد", "ولليد", "يد", "فيد", "وليد", "م"]
        {
            assert!(filter.may_be(Word::of(word)), "{word}");
        }
        for word in ["مدرسة", "قال", "ب", "مليار", "معام", "لعوم"] {
            assert!(!filter.may_be(Word::of(word)), "{word}");
        }
    }
}
