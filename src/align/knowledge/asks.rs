//! What is asked of a word: which list of the language it stands in.
//! Not here: the lists (`load.rs`), and what is asked of phrases (`mod.rs`).

use super::{Knowledge, MeasureId, Step, Unit, YearEnd};
use crate::lexicon::{Lexicon, Sense};
use crate::text::Word;

impl Knowledge {
    /// Whether the word says nothing about what a figure is about.
    pub fn is_stop(&self, word: Word) -> bool {
        self.stop.contains(&word)
    }

    /// Whether the word is one of numbers.
    pub fn is_number(&self, word: Word) -> bool {
        self.numbers.contains(&word)
    }

    /// Whether the word is a two that follows what it counts: «مصريين اثنين».
    pub fn is_two(&self, word: Word) -> bool {
        self.two.contains(&word)
    }

    /// Whether what is counted by this noun is no people, and the measure is of people: «8 طوابق» of a hotel under which
    /// some are missing.
    pub fn is_of_people_alone(&self, measure: MeasureId, noun: &str) -> bool {
        let person = |sense| match sense {
            Sense::Noun(noun) => Some(noun.person),
            _ => None,
        };
        let mut persons = Lexicon::builtin().senses(noun).filter_map(person).peekable();
        self.of_people.contains(&self.measures[usize::from(measure)].family)
            && !self.peopled.contains(&Word::of(noun))
            && persons.peek().is_some()
            && !persons.any(|person| person)
    }

    /// Whether the word tells what many did: «قدموا», but not «عضوا».
    pub fn is_deed(&self, word: Word) -> bool {
        const LEAST: usize = 3;
        self.deeds.iter().any(|ending| word.ends_with(*ending) && word.len() >= ending.len() + LEAST)
    }

    /// Whether the word begins with the article, or is nothing else: «الـ12».
    pub fn is_definite(&self, word: Word) -> bool {
        word.starts_with(self.article)
    }

    /// Whether some of the words say that a count is one so far: «حصيلة أولية»، «حتى مساء الثلاثاء».
    pub fn tells_growth(&self, words: impl Iterator<Item = Word>) -> bool {
        let mut until = false;
        for word in words {
            if self.growing.contains(&word) || until && self.until_now.contains(&word) {
                return true;
            }
            until = self.until.contains(&word);
        }
        false
    }

    /// Whether the word says that something is told up to the date after it.
    pub fn is_until(&self, word: Word) -> bool {
        self.until.contains(&word)
    }

    /// Whether what is told is set against that of the date after the word.
    pub fn is_comparing(&self, word: Word) -> bool {
        self.comparing.contains(&word)
    }

    /// Whether the word says that something has gone on from the date after it.
    pub fn is_since(&self, word: Word) -> bool {
        self.since.contains(&word)
    }

    /// Which end of a year the word says that a date is about.
    pub fn end_of_year(&self, word: Word) -> Option<YearEnd> {
        let late = self.late.contains(&word).then_some(YearEnd::Late);
        late.or_else(|| self.early.contains(&word).then_some(YearEnd::Early))
    }

    /// Whether a unit is of distances.
    pub fn is_length(&self, unit: Unit) -> bool {
        self.length == Some(unit.dimension)
    }

    /// Whether the word says that something was by night.
    pub fn is_night(&self, word: Word) -> bool {
        self.night.contains(&word)
    }

    /// Whether the word says that something takes the length of time after it.
    pub fn is_lasting(&self, word: Word) -> bool {
        self.lasting.contains(&word)
    }

    /// Whether the word says that a time of the day follows.
    pub fn is_clock(&self, word: Word) -> bool {
        self.clock.contains(&word)
    }

    /// Whether the word says that a number follows by which something changed.
    pub fn is_by(&self, word: Word) -> bool {
        self.by.contains(&word)
    }

    /// Whether the word says that the time follows in which a number came about.
    pub fn is_course(&self, word: Word) -> bool {
        self.course.contains(&word)
    }

    /// Whether the word says that an age follows.
    pub fn is_age(&self, word: Word) -> bool {
        self.age.contains(&word)
    }

    /// Whether somebody says something by the word.
    pub fn is_saying(&self, word: Word) -> bool {
        self.saying.contains(&word)
    }

    /// Whether the word leads to what was said.
    pub fn is_that(&self, word: Word) -> bool {
        self.that.contains(&word)
    }

    /// Whether somebody dies by the word.
    pub fn is_dying(&self, word: Word) -> bool {
        self.dying.contains(&word)
    }

    /// Whether the word leads from a word of dying to an age.
    pub fn is_aged(&self, word: Word) -> bool {
        self.aged.contains(&word)
    }

    /// Whether the word before a name says that another is meant, who is near the one so called.
    pub fn is_kin(&self, word: Word) -> bool {
        self.kin.contains(&word)
    }

    /// Whether the word names the kin of somebody who was named before: «زوجها».
    pub fn is_kin_of(&self, word: Word) -> bool {
        self.kin_of.contains(&word)
    }

    /// Whether a word of this root is an event that comes again and again.
    pub fn recurs(&self, root: Word) -> bool {
        self.recurring.contains(&root)
    }

    /// Whether a word of this root says what is allowed and what is not.
    pub fn allows(&self, root: Word) -> bool {
        self.allowing.contains(&root)
    }

    /// Whether a word of this root says that something begins, ends or goes on, whatever it is.
    pub fn happens(&self, root: Word) -> bool {
        self.happening.contains(&root)
    }

    /// Whether something begins at the date beside a word of this stem, or is over.
    pub fn begins(&self, stem: Word) -> Option<bool> {
        let begins = self.begin.contains(&stem);
        (begins || self.end.contains(&stem)).then_some(begins)
    }

    /// The step of a plan that a word of this stem tells of.
    pub fn step(&self, stem: Word) -> Option<Step> {
        self.steps.get(&stem).copied()
    }

    /// How something came to be on the date beside a word of this stem.
    pub fn origin(&self, stem: Word) -> Option<u8> {
        self.origins.get(&stem).copied()
    }

    /// The size that the word leads to, of which a report mostly tells one: «عمق».
    pub fn size(&self, stem: Word) -> Option<u8> {
        self.sizes.get(&stem).copied()
    }

    /// Whether a report may tell several of this size: «طول».
    pub fn is_of_several(&self, size: u8) -> bool {
        self.sizes_of_several.contains(&size)
    }

    /// Whether each of several has a number of its own of what a word of this stem counts: points, seats.
    pub fn is_contested(&self, stem: Word) -> bool {
        self.contested.contains(&stem)
    }

    /// What the noun counts, where a report mostly counts all of it at once: «طابق».
    pub fn sole(&self, stem: Word) -> Option<u8> {
        self.sole.get(&stem).copied()
    }

    /// What a length of time is of beside a word of this stem.
    pub fn purpose(&self, stem: Word) -> Option<u8> {
        self.purposes.get(&stem).copied()
    }

    /// Whether what has this purpose, or this size, is the same a week later: the term of a contract, a weight.
    pub fn is_lasting_purpose(&self, purpose: u8) -> bool {
        !self.passing.contains(&purpose)
    }

    /// Whether the word says which of several is spoken of, from the second on, after what there are several of.
    pub fn is_later(&self, word: Word, before: Word) -> bool {
        self.later.contains(&word) && self.several.contains(&self.stem(before).stem)
    }

    /// Whether the word says that a length of time lies ahead or behind.
    pub fn is_ahead(&self, word: Word) -> Option<bool> {
        let ahead = self.ahead.contains(&word);
        (ahead || self.behind.contains(&word)).then_some(ahead)
    }

    /// Whether the word says that a place follows.
    pub fn is_in(&self, word: Word) -> bool {
        self.place.contains(&word)
    }

    /// Whether the word tells of a market.
    pub fn is_market(&self, stem: Word) -> bool {
        self.market.contains(&stem)
    }

    /// Whether the word says that a price is the highest, the lowest or the last of a day.
    pub fn is_mark(&self, word: Word) -> bool {
        self.marks.contains(&word)
    }

    /// Whether the word says that a number is where something stands, not by how much it changed.
    pub fn is_level(&self, word: Word) -> bool {
        self.levels.contains(&word)
    }

    /// Whether the word of a beginning or an end right after this one is of another time than the one beside it.
    pub fn is_not_then(&self, word: Word) -> bool {
        self.not_then.contains(&word)
    }

    /// Whether something goes on to the date that stands after it: «يمتد», «ويستمر».
    pub fn goes_on(&self, word: Word) -> bool {
        self.goes_on.contains(&word) || word.begins_with_conjunction() && self.goes_on.contains(&word.without_first(1))
    }

    /// Whether a text says that it was translated from Chinese, or keeps Chinese letters.
    pub fn is_from_chinese(&self, text: &str) -> bool {
        let told = self.chinese.iter().any(|phrase| text.contains(phrase.as_str()));
        told || text.chars().any(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
    }

    /// Whether the counted noun fits anybody.
    pub fn is_anybody(&self, stem: Word) -> bool {
        self.anybody.contains(&stem)
    }

    /// Whether the word that says which part a figure plays stands before a price too.
    pub fn is_before_price(&self, word: Word) -> bool {
        self.price.contains(&word)
    }

    /// Whether a part is one that no other source tells without a word for it: an earlier value.
    pub fn is_elsewhere(&self, part: u8) -> bool {
        self.elsewhere >> part & 1 == 1
    }

    /// Whether a part is one that no figure without a word for it plays, whatever its digits: how many votes were counted.
    pub fn is_alone(&self, part: u8) -> bool {
        self.alone >> part & 1 == 1
    }

    /// The part that a value plays from which a change starts.
    pub fn left(&self) -> Option<u8> {
        self.left
    }

    /// Whether what follows is where a change starts, if it is told where it leads.
    pub fn is_from(&self, word: Word) -> bool {
        self.from.contains(&word)
    }

    /// Whether what follows is where a change leads.
    pub fn is_to(&self, word: Word) -> bool {
        self.to.contains(&word)
    }

    /// Whether a part is one of the figure before it.
    pub fn is_within(&self, part: u8) -> bool {
        self.within >> part & 1 == 1
    }

    /// Whether a part is of whom or what a percentage is told: «في المدن».
    pub fn is_scope(&self, part: u8) -> bool {
        self.scopes >> part & 1 == 1
    }

    /// Whether a word or a clitic leads to those of whom a percentage is told: «بين», «في».
    pub fn leads_to_scope(&self, word: Word) -> bool {
        self.scoped_by.contains(&word)
    }

    /// Whether a part is from when on a change is told: «على أساس سنوي».
    pub fn is_base(&self, part: u8) -> bool {
        self.bases >> part & 1 == 1
    }

    /// Whether two words name sorts that exclude each other: «محملة» and «فارغة».
    pub fn are_opposed(&self, one: Word, other: Word) -> bool {
        let sorts = |word: Word| self.opposed.get(&self.stem(word).stem).map_or(&[][..], Vec::as_slice);
        sorts(one).iter().any(|(group, sort)| sorts(other).iter().any(|(of, other)| group == of && sort != other))
    }

    /// Whether what is counted is of what follows: «برميل من النفط».
    pub fn is_of(&self, word: Word) -> bool {
        self.of.contains(&word)
    }

    /// Whether the word tells of those beside one that is not counted: «أخرى».
    pub fn is_other(&self, word: Word) -> bool {
        self.others.contains(&word)
    }

    /// Whether the time before the word happened once: «في اليوم نفسه».
    pub fn is_one_time(&self, word: Word) -> bool {
        self.one_time.contains(&word)
    }
}
