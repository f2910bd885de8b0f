//! What a word may be, a bit for each kind: told of a word by one look-up, before its meanings are worked out.
//! Not here: the meanings themselves (`sense.rs`).

/// Kinds of meanings. The grammar asks for the meanings of a word only where they may be of a kind that it looks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(pub(crate) u64);

/// One bit each, in their order.
macro_rules! kinds {
    ($($(#[$doc:meta])+ $name:ident)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Bit { $($name),+ }

        #[allow(dead_code, reason = "the build names some, and the program others")]
        impl Kinds {
            $($(#[$doc])+ pub const $name: Kinds = Kinds(1 << Bit::$name as u32);)+
        }
    };
}

kinds! {
    /// The name of a month.
    MONTH
    /// The name of a day of the week.
    WEEKDAY
    /// What stands before one date: «عام».
    HEAD
    /// What stands before several: «عامي».
    SEVERAL
    /// «مطلع», «وقت سابق من».
    PHASE
    /// «ربع» of a year.
    PORTION
    /// «الرابع».
    ORDINAL
    /// What tells which of several beside an ordinal, and how many: «الأخير», «تسعة».
    WHICH
    /// «ثمانينيات».
    DECADE
    /// What stands after a year or a decade: «هـ», «المالي», «من عمره».
    ERA
    /// What an interval begins with: «من», «بين».
    SINCE_WHEN
    /// What stands between two dates: «إلى».
    UNTIL_WHEN
    /// What a year may follow: «في», «منذ».
    CUE
    /// «نحو» before a date.
    ABOUT
    /// «أمس», «الليلة».
    DAY
    /// «الماضي».
    SHIFT
    /// «هذا».
    THIS
    /// A name made like a date.
    DATE_NAME
    /// What tells whether a sentence looks ahead.
    TENSE
    /// What a year after it says, or does not say, when: «كأس العالم».
    EVENT
    /// What else stands beside a date.
    BESIDE_DATE
    /// A word of a number.
    NUMBER
    /// A unit of time.
    TIME
    /// What stands beside a unit of time.
    TIME_PHRASE
    /// A year of somebody's life: «الخامسة».
    YEAR_OF_LIFE
    /// A bound that stands before its number.
    LIMIT
    /// A verb that bounds, and what stands before it.
    BOUND_VERB
    /// A bound after its number, and what else stands near one.
    BOUND_AFTER
    /// What a range begins with: «من», «بين».
    FROM
    /// What stands between the ends of a range: «إلى», «أو».
    TO
    /// A noun of money.
    MONEY
    /// A sign, a code or an abbreviation of money.
    MONEY_SIGN
    /// «أمريكي».
    MONEY_ADJECTIVE
    /// What is measured in money.
    MONEY_AMOUNT
    /// What makes the number before it a percentage.
    PERCENT
    /// What makes the number after it one.
    PERCENT_BEFORE
    /// A multiple by itself.
    TWICE
    /// What stands beside a multiple.
    MULTIPLE
    /// What makes the number after it a name.
    NAMING
    /// A name, or a part of one, that begins like a number or money.
    NAME
    /// A word of the score of a match.
    SCORE
    /// No noun that could be counted.
    FUNCTION
    /// So many in so long, so many of what; what a number is set against, or a price beside.
    RATE
    /// A noun that is counted.
    NOUN
    /// The name of a place.
    PLACE
    /// Digits.
    DIGITS
    /// A mark before digits that may be of their number.
    OPENING
    /// The article, alone before digits.
    ARTICLE
}

/// Those of `kinds` together.
pub(super) const fn all<const COUNT: usize>(kinds: [Kinds; COUNT]) -> Kinds {
    let (mut all, mut at) = (Kinds::NONE, 0);
    while at < COUNT {
        all = all.or(kinds[at]);
        at += 1;
    }
    all
}

impl Kinds {
    /// None.
    pub const NONE: Kinds = Kinds(0);

    /// What a date that tells a day, a month or a year must have, if it has no digits.
    pub(super) const TELLS_DATE: Kinds = all([
        Kinds::MONTH,
        Kinds::WEEKDAY,
        Kinds::HEAD,
        Kinds::SEVERAL,
        Kinds::PORTION,
        Kinds::ORDINAL,
        Kinds::DECADE,
        Kinds::DAY,
    ]);

    /// Without one of these there is no figure: a sentence that has none needs no reading.
    pub const FIGURE: Kinds = all([
        Kinds::TELLS_DATE,
        Kinds::NUMBER,
        Kinds::TIME,
        Kinds::YEAR_OF_LIFE,
        Kinds::MONEY,
        Kinds::TWICE,
        Kinds::DIGITS,
    ]);

    /// All of both.
    pub const fn or(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Whether any of these is among them.
    pub const fn any(self, others: Kinds) -> bool {
        self.0 & others.0 != 0
    }
}
