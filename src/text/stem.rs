//! Stems: what is left of a word when its clitics, endings and form are taken off.
//! A stem keeps a word's letters («الأرباح», «وأرباحها» → «ارباح»); a root folds derived forms together too
//! («ارتفع», «مرتفع», «ارتفاع» → «رفع»). Both are guesses that need no dictionary beyond the words that a
//! corpus shows; they only have to be the same for words that mean the same.

use super::affix::{ARTICLE, PROCLITICS, PRONOUNS};
use super::memo::Memo;
use super::{MAX_LETTERS, Word};
use std::cell::RefCell;
use std::sync::LazyLock;

/// A word's two keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stem {
    /// The word without clitics and endings.
    pub stem: Word,
    /// The stem without its form: mostly three consonants.
    pub root: Word,
}

/// Fewest letters that a stem keeps.
const SHORTEST: usize = 3;

struct Affixes {
    article: Word,
    lam: Word,
    /// The letters that are joined to the next word, a bit each.
    joined: u64,
    /// Those of them with which any noun may begin.
    often: u64,
    future: Vec<Word>,
    feminine: Word,
    plural_feminine: Word,
    marbuta: Word,
    /// Pronouns, plurals, endings of one: a word loses at most one of each, in this order.
    endings: [Endings; 3],
    codes: Codes,
}

/// An ending, made ready to be looked for: nothing else is asked as often.
struct Ending {
    bits: u128,
    mask: u128,
    letters: usize,
}

impl Ending {
    fn new(word: Word) -> Ending {
        Ending { bits: word.bits(), mask: Word::mask(word.len()), letters: word.len() }
    }
}

/// Endings of which a word loses one at most.
struct Endings {
    all: Vec<Ending>,
    /// Their last letters, a bit each: most words end with none of them.
    last: u64,
}

impl Endings {
    fn new(words: &[Word]) -> Endings {
        let last = |word: &Word| 1_u64 << Endings::last_of(*word);
        Endings {
            all: words.iter().copied().map(Ending::new).collect(),
            last: words.iter().map(last).fold(0, |all, letter| all | letter),
        }
    }

    fn last_of(word: Word) -> u32 {
        word.bits() as u32 & 0x3F
    }

    /// How many letters of a stem are an ending, the first that fits.
    fn of(&self, stem: Word) -> Option<usize> {
        if self.last >> Endings::last_of(stem) & 1 == 0 {
            return None;
        }
        let len = stem.len();
        let fits = |end: &&Ending| stem.bits() & end.mask == end.bits && len >= end.letters + SHORTEST;
        self.all.iter().find(fits).map(|ending| ending.letters)
    }
}

struct Codes {
    alef: u8,
    waw: u8,
    ya: u8,
    hamza: u8,
    meem: u8,
    noon: u8,
    ta: u8,
    seen: u8,
}

static AFFIXES: LazyLock<Affixes> = LazyLock::new(|| {
    let all = |words: &[&str]| words.iter().map(|word| Word::of(word)).collect::<Vec<_>>();
    let code = |letter| Word::of(letter).code(0);
    Affixes {
        article: Word::of(ARTICLE),
        lam: Word::of("لل"),
        joined: PROCLITICS.into_iter().fold(0, |all, letter| all | 1 << letter),
        often: 1 << code("ب") | 1 << code("ل"),
        future: all(&["سي", "ست", "سن"]),
        feminine: Word::of("ت"),
        plural_feminine: Word::of("ات"),
        marbuta: Word::of("ة"),
        endings: [
            &[&PRONOUNS[..], &["كم", "نا"]].concat()[..],
            &["يات", "يين", "يون", "ات", "ان", "ون", "ين", "وا", "تا", "ته"],
            &["يه", "يا", "ه", "ي", "ا", "ت"],
        ]
        .map(|endings| Endings::new(&all(endings))),
        codes: Codes {
            alef: code("ا"),
            waw: code("و"),
            ya: code("ي"),
            hamza: code("ء"),
            meem: code("م"),
            noon: code("ن"),
            ta: code("ت"),
            seen: code("س"),
        },
    }
});

/// The words of the language.
pub trait Vocabulary {
    /// How often a word is seen in it.
    fn count(&self, word: Word) -> u32;

    /// Whether it is the stem of a word.
    fn is_stem(&self, word: Word) -> bool;
}

/// A first letter that few nouns have before them is a clitic where what is left of the word is seen so many times as often.
const RARELY: u32 = 25;

/// The words that have been seen: they decide whether a first letter is a clitic («ولاية» keeps its «و»,
/// «وأعلن» does not).
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// Those of the language.
    pub words: &'a dyn Vocabulary,
    /// How often each word is seen in this document.
    pub here: Option<&'a dyn Fn(Word) -> u32>,
}

impl Seen<'_> {
    fn in_language(&self, word: Word) -> u32 {
        self.words.count(word)
    }

    /// Whether a word that is written with the article too keeps its first letter, which the article would follow: «البطولة»,
    /// «الكامل»; unless what is left of it is seen far oftener. That holds in every document alike.
    fn is_whole(&self, word: Word, rest: Word, affixes: &Affixes) -> bool {
        let most = if affixes.often >> word.code(0) & 1 == 1 { 1 } else { RARELY };
        let with_article = self.in_language(affixes.article.before(word));
        with_article > 0 && self.in_language(rest) <= with_article.saturating_mul(most)
    }

    /// What the document writes without a clitic is a word, however rare it is elsewhere.
    fn alone(&self, word: Word) -> u32 {
        let here = self.here.map_or(0, |here| here(word));
        let seen = self.in_language(word).saturating_add(here.saturating_mul(5));
        if seen == 0 && word.len() >= 4 { u32::from(self.words.is_stem(of_bare(word).stem)) } else { seen }
    }
}

/// The stem of a folded Arabic word.
pub fn stem(word: Word, seen: Seen<'_>) -> Stem {
    of_bare(bare(word, seen))
}

/// The stem of a word whose clitics are off.
pub fn of_bare(bare: Word) -> Stem {
    /// How many words are remembered, as a power of two: a few thousand make up most of any text.
    const KNOWN: u32 = 12;
    thread_local! {
        static LAST: RefCell<Memo<Stem>> = const { RefCell::new(Memo::new(KNOWN)) };
    }
    LAST.with_borrow_mut(|last| last.get(bare, || stripped(bare)))
}

/// The stem without endings and form.
fn stripped(bare: Word) -> Stem {
    let affixes = &*AFFIXES;
    let mut stem = bare;
    let codes = &affixes.codes;
    if stem.code(0) == codes.seen && stem.len() >= 5 && affixes.future.iter().any(|prefix| stem.starts_with(*prefix)) {
        stem = stem.without_first(1);
    }
    if stem.code(0) == codes.ya && stem.len() >= 4 {
        stem = stem.without_first(1);
    }
    let whole = stem;
    for endings in &affixes.endings {
        if let Some(letters) = endings.of(stem) {
            stem = stem.without_last(letters);
        }
        // «خطتهم» is of «خطة», but «شركاتهم» of «شركات».
        if stem != whole && stem.ends_with(affixes.feminine) && !stem.ends_with(affixes.plural_feminine) {
            stem = stem.without_last(1).before(affixes.marbuta);
        }
    }
    Stem { stem, root: root(stem) }
}

/// A word without conjunction, preposition and article.
pub fn bare(word: Word, seen: Seen<'_>) -> Word {
    bare_or_doubtful(word, seen).0
}

/// As [`bare`]; and what would be left without a letter that is kept because what is left is not seen often enough.
pub fn bare_or_doubtful(word: Word, seen: Seen<'_>) -> (Word, Option<Word>) {
    let affixes = &*AFFIXES;
    let mut word = word;
    let mut doubtful = None;
    // «وبال…»: at most two letters, then the article.
    for _ in 0..2 {
        if word.starts_with(affixes.article) {
            break;
        }
        if affixes.joined >> word.code(0) & 1 == 0 {
            break;
        }
        let rest = word.without_first(1);
        let definite = rest.starts_with(affixes.article) && rest.len() >= 2 + SHORTEST;
        let doubled = word.starts_with(affixes.lam) && word.len() >= 2 + SHORTEST;
        if doubled {
            return (word.without_first(2), None);
        }
        // A clitic leaves a word that is seen alone, and not ten times rarer than the two together.
        let usual = |alone: u32| alone > 0 && alone.saturating_mul(10) >= seen.in_language(word);
        // Hardly a long word begins with «و» of its own that nobody else writes.
        let joined = || word.code(0) == affixes.codes.waw && word.len() >= 6 && seen.in_language(word) == 0;
        let whole = || rest.len() >= SHORTEST && seen.is_whole(word, rest, affixes);
        if !definite && (!joined() || whole()) {
            if rest.len() < SHORTEST {
                break;
            }
            if !usual(seen.alone(rest)) || whole() {
                doubtful = Some(rest);
                break;
            }
        }
        word = rest;
    }
    let definite = word.starts_with(affixes.article) && word.len() >= 2 + 2;
    (if definite { word.without_first(2) } else { word }, doubtful)
}

/// The stem without its form.
fn root(stem: Word) -> Word {
    let codes = &AFFIXES.codes;
    let mut buffer = [0; MAX_LETTERS];
    let mut len = stem.spell(&mut buffer);
    // Long vowels inside the word are its form, not its root; «و» only once the others are gone.
    for weak in [[codes.alef, codes.hamza], [codes.ya, codes.ya]] {
        let mut kept = 1;
        let mut spare = len.saturating_sub(SHORTEST);
        for at in 1..len {
            if spare > 0 && weak.contains(&buffer[at]) {
                spare -= 1;
            } else {
                buffer[kept] = buffer[at];
                kept += 1;
            }
        }
        len = len.min(kept);
    }
    let mut letters = &mut buffer[..len];
    while letters.len() > SHORTEST {
        let first = letters[0];
        let goes = if first == codes.alef {
            0..1
        } else if letters.len() >= 5 && first == codes.seen && letters[1] == codes.ta {
            0..2
        } else if [codes.meem, codes.noon, codes.ta].contains(&first) {
            0..1
        } else if letters.len() == 4 && letters[1] == codes.ta {
            1..2
        } else if let Some(at) = letters.iter().skip(1).position(|c| *c == codes.waw) {
            at + 1..at + 2
        } else {
            break;
        };
        // What goes stands near the front: the letters before it move up.
        let removed = goes.len();
        letters.copy_within(..goes.start, removed);
        letters = &mut letters[removed..];
    }
    for letter in letters.iter_mut().skip(1) {
        if [codes.waw, codes.ya, codes.hamza].contains(letter) {
            *letter = codes.alef;
        }
    }
    Word::spelled(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Few;

    impl Vocabulary for Few {
        fn count(&self, word: Word) -> u32 {
            let known = [
                "قال",
                "شركه",
                "الشركه",
                "ولايه",
                "وكاله",
                "نتايج",
                "بلغ",
                "قيمه",
                "البطوله",
                "طوله",
                "البلديه",
                "امل",
                "الكامل",
            ];
            // What is seen oftener without its first letter.
            if word == Word::of("لديه") {
                return 9;
            }
            u32::from(known.iter().any(|one| Word::of(one) == word))
        }

        fn is_stem(&self, _: Word) -> bool {
            false
        }
    }

    fn of(word: &str) -> Stem {
        stem(Word::of(word), Seen { words: &Few, here: None })
    }

    #[test]
    fn clitics_and_endings_come_off() {
        for (a, b) in [
            ("والشركة", "شركة"),
            ("للشركة", "الشركات"),
            ("وقال", "قال"),
            ("بقيمة", "قيمتها"),
            ("أرباحها", "الأرباح"),
            ("سيبلغ", "يبلغ"),
        ] {
            assert_eq!(of(a).stem, of(b).stem, "{a} {b}");
        }
        for (word, stem) in [("ولاية", "ولا"), ("وكالة", "وكال"), ("فرنسا", "فرنس")] {
            assert_eq!(of(word).stem.to_string().chars().next(), stem.chars().next(), "{word}");
        }
    }

    #[test]
    fn what_follows_the_article_is_no_clitic() {
        for (word, left) in [("بطولة", "بطولة"), ("كامل", "كامل"), ("بلدية", "لدية"), ("بقيمة", "قيمة")]
        {
            assert_eq!(bare(Word::of(word), Seen { words: &Few, here: None }), Word::of(left), "{word}");
        }
        // Also where the document writes the rest alone.
        let here = |word: Word| u32::from(word == Word::of("طولة"));
        assert_eq!(bare(Word::of("بطولة"), Seen { words: &Few, here: Some(&here) }), Word::of("بطولة"));
    }

    #[test]
    fn forms_of_a_root_meet() {
        for words in [
            &["ارتفع", "مرتفع", "ارتفاع", "ترتفع"][..],
            &["تأسست", "تأسيسها", "تأسيس"],
            &["إنتاج", "ينتج", "منتج"],
            &["خفض", "انخفاض", "تخفيض"],
            &["قتيل", "مقتل", "قتل"],
            &["افتتاح", "يفتتح"],
            &["زيادة", "يزيد"],
        ] {
            for word in words {
                assert_eq!(of(word).root, of(words[0]).root, "{word} {}", words[0]);
            }
        }
        assert_ne!(of("أرباح").root, of("إيرادات").root);
        assert_ne!(of("قرض").root, of("عرض").root);
    }

    #[test]
    fn short_and_odd_words_stay() {
        for word in ["", "ا", "في", "وو", "ال", "لل"] {
            let _ = of(word);
        }
        assert_eq!(of("رز").stem, Word::of("رز"));
    }
}
