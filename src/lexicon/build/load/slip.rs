//! The words that may be misspelt.

use super::Lexicon;
use crate::lexicon::slips::{Leads, List, Meant, SHORTEST, end};
use crate::lexicon::{DateWord, MonthSet, Number, Sense};
use crate::text::Word;

impl Lexicon {
    /// Takes note of the words after which a stranger may be a month.
    pub(super) fn lead_to_months(&mut self, words: &[String]) {
        self.facts.slips.leads = Leads::of(words.iter().map(|word| Word::of(word)));
    }

    /// Takes note of a word that a slip may be of, where it is long enough.
    pub(super) fn add_slip(&mut self, word: Word, sense: Sense) {
        let slips = &mut self.facts.slips;
        let list = match sense {
            Sense::Number(Number::Scale { .. }) | Sense::Time(_) => &mut slips.units,
            Sense::Date(DateWord::Month(name)) if name.set != MonthSet::Latin => &mut slips.months,
            _ => return,
        };
        let meant = Meant::new(word);
        if meant.len >= SHORTEST {
            list.add(meant);
        }
    }
}

impl Leads {
    fn of(words: impl Iterator<Item = Word>) -> Leads {
        let words: Vec<u32> = words.map(|word| word.bits() as u32).collect();
        let ends = words.iter().fold(0, |ends, word| ends | end(*word));
        Leads { words, ends }
    }
}

impl List {
    /// Adds a word, once.
    fn add(&mut self, meant: Meant) {
        if !self.words.contains(&meant) {
            self.firsts |= 1 << meant.first;
            self.words.push(meant);
        }
    }
}
