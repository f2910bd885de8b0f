//! The corpus: all documents as they were read, with their words, each of which is understood once.
//! Not here: how a document is read (`reading.rs`), and what a word is (`words.rs`).

use super::index::Index;
use super::knowledge::Knowledge;
use super::reading::{Count, Draft, Reading, key, word_of};
use super::term::Term;
use super::words::{Entry, New};
use crate::document::Document;
use crate::text::Word;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// All documents, read.
#[derive(Debug, Default)]
pub(super) struct Corpus {
    /// The readings of the documents, in their order.
    pub readings: Vec<Reading>,
    /// The words by number.
    entries: Vec<Entry>,
    /// The roots of the words and the names that they may spell, in order.
    pub roots: Vec<Word>,
    /// What else words are met by, in order.
    echoes: Vec<Word>,
}

/// The roots that tell what a document is of, by their places among those of all, each with how often it stands there,
/// the headline's twice.
pub(super) type Telling = Box<[(u32, u32)]>;

/// So many documents are read before their words are put together: what is known of them is still near then.
const BATCH: usize = 1 << 8;

/// Among so few documents a word of another script that sounds like one of this is that.
const FEW: usize = 8;

impl Corpus {
    /// Reads documents; also gives what each is of.
    pub fn read(documents: &[&Document], knowledge: &Knowledge) -> (Corpus, Vec<Telling>) {
        let mut builder = Builder::new(knowledge);
        for batch in documents.chunks(BATCH) {
            let drafts: Vec<Draft> = batch.par_iter().map(|document| Draft::of(document)).collect();
            drafts.into_iter().for_each(|draft| builder.add(draft));
        }
        builder.end()
    }

    /// The words of a document, in their order there.
    pub fn words_of(&self, reading: &Reading) -> impl Iterator<Item = Entry> {
        reading.words.iter().map(|number| self.entries[*number as usize])
    }

    /// The term at a place: roots come first, then echoes.
    pub fn term(&self, place: u32) -> Term {
        let place = place as usize;
        match self.roots.get(place) {
            Some(root) => Term::root(*root),
            None => Term::echo(self.echoes[place - self.roots.len()]),
        }
    }

    /// The place of a name among the terms.
    pub fn name(&self, name: Word) -> Option<u32> {
        self.roots.binary_search(&name).ok().map(|place| place as u32)
    }
}

/// A corpus of which the documents are still coming.
#[derive(Debug)]
pub(super) struct Builder<'a> {
    knowledge: &'a Knowledge,
    /// The last documents, with the numbers of their words: what these are is found out for many at once.
    new: Vec<(Draft, Box<[u32]>)>,
    readings: Vec<Reading>,
    telling: Vec<Telling>,
    /// The words; some numbers are those of words that are something else in their documents.
    words: Index,
    entries: Vec<Entry>,
    /// What else is asked of the words while they come.
    beside: Vec<Beside>,
    roots: Index,
    echoes: Index,
}

impl<'a> Builder<'a> {
    pub fn new(knowledge: &'a Knowledge) -> Builder<'a> {
        let mut roots = Index::default();
        knowledge.names().for_each(|name| _ = roots.number(name.bits()));
        Builder {
            knowledge,
            new: Vec::new(),
            readings: Vec::new(),
            telling: Vec::new(),
            words: Index::default(),
            entries: Vec::new(),
            beside: Vec::new(),
            roots,
            echoes: Index::default(),
        }
    }

    /// Takes in the next document.
    pub fn add(&mut self, draft: Draft) {
        let numbers = self.words.numbers(&draft.keys);
        self.new.push((draft, numbers));
        if self.new.len() >= BATCH {
            self.settle();
        }
    }

    /// Understands the last documents.
    fn settle(&mut self) {
        self.understand_new();
        let mut new = std::mem::take(&mut self.new);
        let here = |(draft, numbers): &(Draft, Box<[u32]>)| self.words_here(draft, numbers);
        let other: Vec<Vec<(usize, New)>> = new.par_iter().map(here).collect();
        for ((_, numbers), other) in new.iter_mut().zip(other) {
            for (place, word) in other {
                numbers[place] = self.words.reserve();
                self.put(word);
            }
        }
        let told = |met: &mut Met, (draft, numbers): &(Draft, Box<[u32]>)| self.telling(draft, numbers, met);
        let telling: Vec<Telling> = new.par_iter().map_init(Met::default, told).collect();
        self.telling.extend(telling);
        self.readings.extend(new.into_iter().map(|(draft, numbers)| draft.with_words(numbers)));
    }

    /// Finds out what the words are that have come since the last time.
    fn understand_new(&mut self) {
        let new = &self.words.keys()[self.entries.len()..];
        let understand = |key: &u128| {
            let (word, is_latin) = word_of(*key);
            New::of(word, is_latin, self.knowledge)
        };
        let new: Vec<New> = new.par_iter().map(understand).collect();
        new.into_iter().for_each(|word| self.put(word));
    }

    /// Takes in the word with the next number.
    fn put(&mut self, New { word, meaning, root, echo, tells }: New) {
        let tells = tells.map_or(SILENT, |root| self.roots.number(root.bits()));
        self.beside.push(Beside { tells, in_doubt: meaning.is_in_doubt() });
        let root = self.roots.number(root.bits());
        let echo = echo.map_or(Entry::MUTE, |echo| self.echoes.number(echo.bits()));
        self.entries.push(Entry { word, meaning, root, echo });
    }

    /// The words of a document, by their places, that are something else in it than elsewhere.
    fn words_here(&self, draft: &Draft, numbers: &[u32]) -> Vec<(usize, New)> {
        let count = |word: Word| {
            let number = self.words.find(key(word, false));
            let place = number.and_then(|number| numbers.iter().position(|here| *here == number));
            place.map_or(0, |place| draft.counts[place].all)
        };
        let in_doubt = numbers.iter().enumerate().filter(|(_, number)| self.beside[**number as usize].in_doubt);
        let entries = in_doubt.map(|(place, number)| (place, &self.entries[*number as usize]));
        let seen = entries.filter(|(_, entry)| entry.in_doubt().is_some_and(|rest| count(rest) > 0));
        seen.map(|(place, entry)| (place, New::here(entry.word, &count, self.knowledge))).collect()
    }

    /// The roots that tell what a document is of, and how often each stands there.
    fn telling(&self, draft: &Draft, numbers: &[u32], met: &mut Met) -> Telling {
        let Met { document, of, telling } = met;
        of.resize(self.roots.len(), (0, 0));
        *document += 1;
        telling.clear();
        for (number, Count { all, headline }) in numbers.iter().zip(&draft.counts) {
            let root = self.beside[*number as usize].tells;
            if root == SILENT {
                continue;
            }
            let (last, place) = &mut of[root as usize];
            if last != document {
                (*last, *place) = (*document, telling.len() as u32);
                telling.push((root, 0));
            }
            telling[*place as usize].1 += all + headline;
        }
        telling.as_slice().into()
    }

    /// The roots of words in another script that sound like one rare word of this one, and no other, with its root:
    /// «Televia», «تيليفيا». What tells of the one tells of the other.
    fn spelled(&self) -> FxHashMap<u32, u32> {
        let named = |(entry, beside): &(&Entry, &Beside)| entry.echo != Entry::MUTE && beside.tells != SILENT;
        let names = || self.entries.iter().zip(&self.beside).filter(named);
        let is_own = |entry: &Entry, tells: u32| self.roots.keys()[tells as usize] == entry.word.bits();
        let latin = || names().filter(|(entry, beside)| entry.meaning.is_latin() && is_own(entry, beside.tells));
        let mut heard: FxHashMap<u32, Option<u32>> = latin().map(|(entry, _)| (entry.echo, None)).collect();
        let mut doubtful: FxHashSet<u32> = FxHashSet::default();
        for (entry, beside) in names().filter(|(entry, _)| !entry.meaning.is_latin()) {
            if let Some(root) = heard.get_mut(&entry.echo)
                && root.replace(beside.tells).is_some_and(|other| other != beside.tells)
            {
                doubtful.insert(entry.echo);
            }
        }
        let sure = |sound: u32| heard[&sound].filter(|_| !doubtful.contains(&sound));
        latin().filter_map(|(entry, beside)| Some((beside.tells, sure(entry.echo)?))).collect()
    }

    /// All of it, with the terms in order.
    pub fn end(mut self) -> (Corpus, Vec<Telling>) {
        self.settle();
        // In an archive many words sound alike that are no names.
        let few = self.readings.len() <= FEW;
        let spelled = if few { self.spelled() } else { FxHashMap::default() };
        let Builder { readings, mut telling, mut entries, roots, echoes, .. } = self;
        if !spelled.is_empty() {
            telling.par_iter_mut().for_each(|told| respell(told, &spelled));
        }
        let (roots, place_of_root) = in_order(&roots);
        let (echoes, place_of_echo) = in_order(&echoes);
        entries.par_iter_mut().for_each(|entry| {
            entry.root = place_of_root[entry.root as usize];
            if entry.echo != Entry::MUTE {
                entry.echo = roots.len() as u32 + place_of_echo[entry.echo as usize];
            }
        });
        telling.par_iter_mut().for_each(|roots| {
            roots.iter_mut().for_each(|(root, _)| *root = place_of_root[*root as usize]);
        });
        (Corpus { readings, entries, roots, echoes }, telling)
    }
}

/// Puts what a document tells by names of another script together with what it tells by the same names in this one.
fn respell(telling: &mut Telling, spelled: &FxHashMap<u32, u32>) {
    if !telling.iter().any(|(root, _)| spelled.contains_key(root)) {
        return;
    }
    let mut told: Vec<(u32, u32)> = Vec::with_capacity(telling.len());
    for (root, count) in telling.iter() {
        let root = *spelled.get(root).unwrap_or(root);
        match told.iter_mut().find(|(other, _)| *other == root) {
            Some((_, all)) => *all += count,
            None => told.push((root, *count)),
        }
    }
    *telling = told.as_slice().into();
}

/// What is asked of a word before all have come.
#[derive(Clone, Copy, Debug)]
struct Beside {
    /// The root that tells what its document is of, by number; [`SILENT`] for none.
    tells: u32,
    /// Some of its letters may be a clitic.
    in_doubt: bool,
}

/// In place of a root.
const SILENT: u32 = u32::MAX;

/// Where a thread met roots: the last document with each, and the place there; and room for what a document tells.
#[derive(Debug, Default)]
struct Met {
    document: u32,
    of: Vec<(u32, u32)>,
    telling: Vec<(u32, u32)>,
}

/// The words of an index in their own order, and the place of each by its number.
fn in_order(index: &Index) -> (Vec<Word>, Vec<u32>) {
    let mut order: Vec<(u128, u32)> = index.keys().iter().copied().zip(0..).collect();
    order.par_sort_unstable();
    let mut places = vec![0; order.len()];
    for ((_, number), place) in order.iter().zip(0..) {
        places[*number as usize] = place;
    }
    (order.into_iter().map(|(key, _)| Word::from_bits(key)).collect(), places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(texts: &[&str]) -> Corpus {
        let document = |text: &&str| Document { text: (*text).to_string(), ..Document::default() };
        let documents: Vec<Document> = texts.iter().map(document).collect();
        Corpus::read(&documents.iter().collect::<Vec<_>>(), Knowledge::builtin()).0
    }

    #[test]
    fn what_a_document_writes_by_itself_is_a_word() {
        let corpus = read(&["زار برقاوش", "زار برقاوش رقاوش", "زار برقاوش", "قال وزير المالية"]);
        let bare = |document: usize, word: &str| {
            let mut words = corpus.words_of(&corpus.readings[document]);
            words.find(|entry| entry.word == Word::of(word)).expect("the word is there").bare()
        };
        for (document, word, without) in [
            (0, "برقاوش", "برقاوش"),
            (1, "برقاوش", "رقاوش"),
            (2, "برقاوش", "برقاوش"),
            (3, "وزير", "وزير"),
            (3, "الماليه", "ماليه"),
        ] {
            assert_eq!(bare(document, word), Word::of(without), "{document} {word}");
        }
    }

    #[test]
    fn terms_are_in_order() {
        let corpus = read(&["بلغت أرباح نوفامايند 5 ملايين دولار", "NovaMind reports"]);
        let places = 0..(corpus.roots.len() + corpus.echoes.len()) as u32;
        assert!(places.map(|place| corpus.term(place)).is_sorted());
        let mut echoes = 0;
        for entry in &corpus.entries {
            let new = New::of(entry.word, entry.meaning.is_latin(), Knowledge::builtin());
            assert_eq!(corpus.term(entry.root), Term::root(new.root));
            let echo = (entry.echo != Entry::MUTE).then(|| corpus.term(entry.echo));
            assert_eq!(echo, new.echo.map(Term::echo));
            echoes += usize::from(echo.is_some());
        }
        assert!(echoes > 0);
    }

    #[test]
    fn a_name_tells_the_same_in_both_scripts() {
        let telling = |texts: &[&str]| {
            let document = |text: &&str| Document { text: (*text).to_string(), ..Document::default() };
            let documents: Vec<Document> = texts.iter().map(document).collect();
            let (corpus, telling) = Corpus::read(&documents.iter().collect::<Vec<_>>(), Knowledge::builtin());
            let words = |told: &Telling| {
                told.iter().map(|(root, n)| (corpus.roots[*root as usize].to_string(), *n)).collect::<Vec<_>>()
            };
            telling.iter().map(words).collect::<Vec<_>>()
        };
        let told = telling(&["قالت شركة تيليفيا", "قالت Televia", "تيليفيا (Televia)"]);
        let name = &told[2][0].0;
        assert_eq!(told[2], [(name.clone(), 2)]);
        assert!(told[..2].iter().all(|told| told.contains(&(name.clone(), 1))), "{told:?}");
        // Of two names that sound so, nobody knows which is meant.
        let told = telling(&["قالت شركة تيليفيا", "قالت Televia", "قال تولافي"]);
        let shared = |a: &Vec<(String, u32)>, b: &Vec<(String, u32)>| a.iter().filter(|told| b.contains(told)).count();
        assert_eq!((shared(&told[0], &told[1]), shared(&told[1], &told[2])), (0, 0), "{told:?}");
    }

    #[test]
    fn a_document_tells_its_roots_and_the_headline_twice() {
        let text = "أرباح الشركة\nأرباح الشركة في الربع الأول".to_string();
        let document = Document { text, ..Document::default() };
        let (corpus, telling) = Corpus::read(&[&document], Knowledge::builtin());
        let root = Knowledge::builtin().stem(Word::of("أرباح")).root;
        let told = telling[0].iter().find(|(place, _)| corpus.roots[*place as usize] == root);
        assert_eq!(told.map(|(_, count)| *count), Some(3));
    }
}
