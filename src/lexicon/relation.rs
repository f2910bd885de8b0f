//! Words that tell how one figure of a sentence follows from another (`rules/lexicon/relations.toml`).

use serde::{Deserialize, Serialize};

/// What a word says of the figures beside it; the file names the lists of words so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The value before a change stands next.
    From,
    /// The value after a change stands next.
    To,
    /// The size of a change upward stands next.
    Rise,
    /// The size of a change downward stands next.
    Fall,
    /// The whole of the part before stands next.
    OutOf,
    /// A share of part and whole stands next.
    Share,
    /// As much, where the sentence goes on about that share.
    SuchShare,
    /// The size of a change that is no more than so much stands next.
    Merely,
    /// Parts that make up the whole before stand next.
    MadeOf,
    /// A whole that sums up stands beside.
    InAll,
    /// The same amount in another form stands next.
    SameAs,
    /// The same day in another calendar stands next.
    Twin,
    /// The night before the weekday that stands next.
    Night,
    /// The value before a change stands next, after the one that it ended at.
    Was,
    /// The value that a change was added to or taken from stands next.
    Over,
    /// What follows from the figures before stands next.
    Equals,
    /// How great the thing before is stands next.
    Amounting,
    /// Some of the whole before stand next.
    Among,
    /// One more of a list stands next.
    Added,
    /// Others of the same are spoken of, without a number.
    Rest,
    /// What falls to each stands next.
    Average,
    /// The figure before falls to each.
    Each,
    /// How many times an offer was taken stands next.
    Covers,
    /// How long something took stands next.
    Lasting,
    /// A stretch of time begins next.
    Stretch,
    /// The date that something began at stands next.
    Born,
    /// The age of a person stands next.
    Aged,
    /// The age of a person or a thing stands next.
    ItsAge,
    /// How long ago something was stands next.
    Ago,
    /// What stands next held at another time than now.
    Then,
    /// The speech turns to something else.
    Turn,
    /// What stands beside was expected, not measured.
    Forecast,
    /// What the thing before is worth stands next.
    Worth,
    /// The same in other words stands next.
    Or,
    /// The level that a price reached stands next.
    At,
    /// How long something was to last stands next, not what.
    For,
    /// Shares of one whole stand next.
    Divided,
    /// The share before is of something that is shared out wholly.
    OfAll,
    /// How many times as much something became stands next.
    Multiply,
    /// The number before counts hundredths of a percentage point.
    BasisPoints,
    /// The number before counts percentage points.
    PercentagePoints,
    /// Right before the size of a change, says that it is one: «محققا ارتفاعا».
    How,
    /// Tells the parts of a whole apart, after each: «131 في ميلة و58 في جيجل».
    Apart,
    /// Where it was so stands next: «في العاصمة».
    InPlace,
    /// All the parts of the whole before stand next: «12 شخصا، هم».
    Are,
    /// Only the greatest or the best known stand next.
    Chief,
    /// What was just counted, in other words: «وتتوزع الكمية».
    Refers,
    /// A number in words stands next, after the same in digits.
    Only,
    /// Closes a number in words.
    NoMore,
    /// Two ends stand next: «يتراوح بين».
    Ranging,
    /// The first of two ends stands next.
    Between,
    /// The figures before are of several things, in their order.
    Respectively,
    /// What stands between two ends is held against each other.
    Comparing,
    /// See [`Relation::OutOf`]: those stand next from among which something is taken.
    FromAmong,
    /// See [`Relation::PerDay`].
    PerHour,
    /// The figure before is so much a day.
    PerDay,
    /// The figure before is so much a week.
    PerWeek,
    /// The figure before is so much a month.
    PerMonth,
    /// The figure before is so much a year.
    PerYear,
    /// The figure before is what came on top.
    More,
    /// The date that a thing was built or founded at stands next.
    Built,
    /// That something began then is told, after «إلى».
    GoesBack,
    /// Another person is spoken of.
    Kin,
    /// What sums up, or is the same as, what was just told stands next.
    ThatIs,
    /// What a number comes to stands next.
    Reaches,
    /// What is told is only the newest of more.
    SoFar,
    /// What stands beside is what is left of a whole.
    Left,
    /// A share of what is sold stands next.
    Sold,
    /// The date that someone died at stands next.
    Died,
    /// The age that someone died at stands next.
    AgedAtDeath,
    /// How many each of several holds stands next.
    EachHolds,
    /// It is told how much or how many each of several is.
    Apiece,
    /// What a sale brought stands next.
    Raising,
    /// What stood before a change stands next: «كان 400».
    Once,
    /// What it became stands next: «وأصبح 500».
    Became,
    /// Of how many, in round numbers, the part before is: «9 من كل 10».
    OutOfEvery,
    /// How long something took stands next, after what was done in it.
    Within,
    /// The groups that things are put into stand next.
    Onto,
    /// Matches, or rounds of them.
    Match,
    /// How many matches were won stands next; drawn, and lost.
    Won,
    /// See [`Relation::Won`].
    Drawn,
    /// See [`Relation::Won`].
    Lost,
    /// So many years since a beginning stand next.
    Passing,
    /// What is wholly given to several things stands next, as shares: «خصصت 45% … للأجور».
    Allotted,
    /// How long something will take stands next.
    Takes,
    /// The first day of something stands next.
    Begins,
    /// The last day of something stands next.
    Ends,
    /// Before how many fared so, of all who were there: «قتل منهم 11 وأصيب 18 ونجا 13».
    Fared,
    /// Before how far two values are apart: «بفارق 3 ملايين».
    Difference,
    /// Something else is counted too, or left out: «مع البدلات».
    Including,
    /// As much, where it stands right there.
    With,
    /// Ties what follows to the noun before: «التي استمرت».
    Which,
    /// What follows is only said or planned: «أن تستمر».
    That,
    /// How great something just named is stands next: «نسبة تأخير بلغت».
    ComesTo,
    /// A town or a market, whose name may be a weekday, stands next: «سوق الأربعاء».
    Town,
    /// How somebody fares, not where: «في حالة حرجة».
    State,
    /// Only how great a change is stands between it and its size: «بزيادة بلغت نسبتها».
    Sized,
    /// A clause begins, of something else: «وبلغ المعدل».
    Anew,
    /// The change before is against an earlier time: «منذ مطلع العام».
    Since,
    /// The figure before is of one of several things: «40% ضده».
    Sides,
    /// A stretch of time is named: «للفترة نفسها».
    Epoch,
    /// What something else did at the time stands next: «رغم», «بعد أن».
    Circumstance,
    /// The change before is against a year ago.
    OnTheYear,
    /// How old somebody was then stands next: «وعمره 17 عاما».
    AgedThen,
    /// A word of change that tells how as it stands: «مرتفعا».
    Moving,
    /// What came in stands next, and what went out.
    Income,
    /// See [`Relation::Income`].
    Spending,
    /// What was sold abroad stands next, and what was bought there.
    Exports,
    /// See [`Relation::Exports`].
    Imports,
    /// By how much there was too little stands next, or too much.
    Deficit,
    /// See [`Relation::Deficit`].
    Surplus,
    /// What is left of a whole is named: «أنشطة أخرى».
    Others,
    /// The gap is that of a budget, or of trade.
    Budget,
    /// See [`Relation::Budget`].
    Trade,
    /// Who is for something stands beside.
    Favour,
    /// Who is against it stands beside.
    Oppose,
    /// Who is neither stands beside.
    Undecided,
    /// The first of several lots stands next.
    First,
    /// See [`Relation::First`].
    Second,
    /// See [`Relation::First`].
    Third,
    /// See [`Relation::First`].
    Fourth,
    /// Somebody who died, as one calls him after his name was told.
    Late,
    /// How many years passed since something stands next, as an ordinal: «الذكرى الخمسين».
    Anniversary,
    /// What follows are shares of what several own.
    Owned,
    /// How many those just named are stands next: «وعددهم».
    Numbering,
    /// How many are still so stands next.
    Still,
    /// What was just told is explained: «إذ».
    Explaining,
    /// What names the parts stands next: «بحسب المدن».
    By,
    /// The parts are about to be listed: «على النحو الآتي».
    AsFollows,
    /// All that was just listed is summed up: «وبذلك».
    Thus,
    /// Something wider, of which this is one, stands next.
    Wider,
    /// What it is of is told in words alone: «20% مما طلب».
    OfWhat,
}

impl Relation {
    /// Those that tell in how long.
    pub const PER: [Relation; 5] =
        [Relation::PerHour, Relation::PerDay, Relation::PerWeek, Relation::PerMonth, Relation::PerYear];
}
