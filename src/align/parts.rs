//! Parts: figures that stand beside each other in a sentence, and what that tells of them.
//! Not here: what they make together (`sums.rs`), and what two values are to each other by themselves (`relation/`).

use super::FigureRef;
use super::compared::{Away, LONG_AFTER, Node, Story};
use super::knowledge::MeasureId;
use super::outline::{Frame, Outline, Side};
use super::relation::Relation;
use super::score;
use super::term::Term;
use crate::figure::{Bounded, Edtf, Kind, Value, Weekday};
use crate::text::Token;
use jiff::civil::Date;
use rust_decimal::Decimal;
use smallvec::SmallVec;

/// How near a word stands at least that says of a figure what is allowed.
const ALLOWING: f64 = 0.4;

/// So many days before its report a day is that of what it tells.
const OWN: i32 = 3;

/// Tolls of two events: the greater is more than so many times the lesser, and so many days lie between.
const TOLLS: Decimal = Decimal::TWO;
const YEARS: u32 = 3660;
/// So many figures of a sentence are looked at.
const TOLD: usize = 12;
/// So many tokens from a date a word of saying tells that it is when something was told.
const SAID: usize = 6;

/// No more documents than this are asked what they tell besides.
const THIRDS: usize = 16;

impl Story<'_> {
    /// Whether nothing keeps two figures from being of one claim: neither their values, nor a sentence that tells
    /// both. What it tells twice of one kind and unit are two things, however equal; dates are told in two calendars.
    pub fn may_be_one(&self, a: &Node, b: &Node) -> bool {
        let unit = |node: &Node| self.figure(node).value.quantity().and_then(|quantity| quantity.unit.as_ref());
        let side_by_side = a.document == b.document && self.frame(a).line == self.frame(b).line;
        let told_twice = side_by_side && a.kind != Kind::Date && (a.kind != Kind::Money || unit(a) == unit(b));
        !told_twice && !matches!(self.relate(a, b).0, Relation::Differ(_))
    }

    /// Whether one of two dates was long over when its report came, and the other was still far ahead at its own: what
    /// was done is not what is planned.
    pub fn are_done_and_planned(&self, a: &Node, b: &Node) -> bool {
        self.days_from_done_to_planned(a, b, |_| true).is_some_and(|days| days > LONG_AFTER)
    }

    /// How many days lie between one of two dates, which was over when its report came, and the other, which was still ahead
    /// at its own, where the day of that report is one that is wanted.
    pub fn days_from_done_to_planned(&self, a: &Node, b: &Node, wanted: impl Fn((Date, Date)) -> bool) -> Option<i32> {
        let published = |node: &Node| self.documents[node.figure.document].document.published;
        let apart = |done: &Node, planned: &Node| {
            let (over, ahead) = (self.days_of(done)?.1, self.days_of(planned)?.0);
            let told = published(planned)?;
            let fits = over < published(done)? && ahead > told && wanted((over, told));
            fits.then(|| ahead.since(over).map_or(0, |span| span.get_days()))
        };
        apart(a, b).or_else(|| apart(b, a))
    }

    /// Whether the dates of two sentences that tell a toll are of two reports of one event, or of two events: «أعلنت الوزارة
    /// الثلاثاء أن الحصيلة بلغت 12 قتيلا», «أكد الوزير الأربعاء أن القتلى 14»; «قتل 263 عام 1992», «1549 عام 1942».
    pub fn are_dates_of_two_tolls(&self, a: &Node, b: &Node) -> bool {
        let (Some(p), Some(q)) = (a.away, b.away) else { return false };
        let is_own = |away: &Away| away.length == 0 && (-OWN..=0).contains(&away.first);
        // The later report must have the greater toll.
        let later = p.report.cmp(&q.report);
        let told = is_own(&p) && is_own(&q) && later == p.first_day().cmp(&q.first_day()) && later.is_ne();
        let far = p.first_day().abs_diff(q.first_day()) > YEARS;
        let tolls = self.tolls_of_two(a, b);
        let grown = |(one, two): &(Node, Node)| {
            let least = |node: &Node| self.figure(node).value.quantity().and_then(|of| of.amount.low().copied());
            least(one).zip(least(two)).is_some_and(|(p, q)| p.cmp(&q) == later)
        };
        let apart = |(one, two): &(Node, Node)| !self.are_within(one, two, TOLLS);
        let related = |(one, two): &(Node, Node)| self.relate(one, two).0;
        !tolls.is_empty()
            && tolls.iter().all(|pair| matches!(related(pair), Relation::Differ(_)))
            && (told && self.is_told(a) && self.is_told(b) && tolls.iter().any(grown) || far && tolls.iter().all(apart))
    }

    /// The counts of one thing in the sentences of two figures that grow as news come in.
    fn tolls_of_two(&self, a: &Node, b: &Node) -> SmallVec<[(Node, Node); 4]> {
        let of_b = self.tolls_beside(b);
        let pairs = self.tolls_beside(a).into_iter().flat_map(|(measure, one)| {
            of_b.iter().filter(move |(other, _)| *other == measure).map(move |(_, two)| (one, *two)).collect::<Vec<_>>()
        });
        pairs.collect()
    }

    /// Whether a word of saying stands near a date: then it is when something was told.
    fn is_told(&self, node: &Node) -> bool {
        let (tokens, range) = self.sentence_of(node);
        let near = range.start.saturating_sub(SAID)..(range.end + SAID).min(tokens.len());
        // «قالت الشرطة إن انفجارا وقع الاثنين» is what happened then.
        let said = |token: &&Token| self.language.knowledge.is_saying(token.word);
        let that = |token: &&Token| self.language.knowledge.is_that(token.word);
        let before =
            tokens[near.start..range.start].iter().rev().take_while(|token| !that(token)).any(|token| said(&token));
        before || tokens[range.end..near.end].iter().take_while(|token| !that(token)).any(|token| said(&token))
    }

    /// The counts of people in the sentence of a figure of whom ever more are told, each with what it measures.
    fn tolls_beside(&self, node: &Node) -> SmallVec<[(MeasureId, Node); 4]> {
        let measures = &self.language.knowledge.measures;
        let beside = self.outlines[node.document].frames_in(self.frame(node).line);
        let tolls = beside.take(TOLD).filter_map(|(figure, frame)| {
            let measure = frame.measure.filter(|measure| measures[usize::from(*measure)].tally)?;
            let figure = FigureRef { figure, ..node.figure };
            let kind = self.documents[figure.document].figures[figure.figure].kind();
            (kind == Kind::Count).then_some((measure, Node { figure, kind, away: None, ..*node }))
        });
        tolls.collect()
    }

    /// Whether of two exact numbers the greater is at most so many times the lesser.
    pub fn are_within(&self, a: &Node, b: &Node, most: Decimal) -> bool {
        let exact = |node: &Node| match self.figure(node).value.quantity()?.amount {
            Bounded::Exact(n) if n > Decimal::ZERO => Some(n),
            _ => None,
        };
        let (Some(p), Some(q)) = (exact(a), exact(b)) else { return false };
        p.min(q).checked_mul(most).is_some_and(|most| p.max(q) <= most)
    }

    /// Whether the one tells what is allowed from some number on, and the other what is not up to the same.
    pub fn are_of_one_rule(&self, a: &Node, b: &Node) -> bool {
        let bound = |node: &Node| match self.figure(node).value.quantity()?.amount {
            Bounded::AtLeast(n) | Bounded::AtMost(n) => Some(n),
            _ => None,
        };
        let allows = |node: &Node| {
            let outline = &self.outlines[node.document];
            let near = outline.cues(self.frame(node)).iter().filter(|cue| cue.near >= ALLOWING);
            let mut roots = near.filter_map(|cue| outline.known(cue).term.word());
            roots.any(|root| self.language.knowledge.allows(root))
        };
        bound(a).is_some() && bound(a) == bound(b) && (allows(a) || allows(b))
    }

    /// Whether the sentence of either figure has the other's value too, and not of another place: one writer tells both.
    pub fn tells_beside(&self, a: &Node, b: &Node) -> bool {
        let beside = |one: &Node, other: &Node| {
            let outline = &self.outlines[one.document];
            let value = self.outlines[other.document].values[other.figure.figure];
            let site = self.frame(other).site;
            let elsewhere = |frame: &Frame| frame.site.zip(site).is_some_and(|(p, q)| p != q);
            let mut others = outline.frames_in(self.frame(one).line).filter(|(at, _)| *at != one.figure.figure);
            others.any(|(at, frame)| outline.values[at] == value && !elsewhere(frame))
        };
        beside(a, b) || beside(b, a)
    }

    /// Whether each of two documents tells the other's value too, somewhere: then these are two facts that both know. Of
    /// numbers of one digit that says nothing.
    pub fn both_tell_both(&self, a: &Node, b: &Node) -> bool {
        let value = |node: &Node| self.outlines[node.document].values[node.figure.figure];
        let tells = |node: &Node, value: Term| self.outlines[node.document].lines_with(value) > 0;
        let is_small = |node: &Node| {
            let amount = self.figure(node).value.quantity().map(|quantity| &quantity.amount);
            amount.and_then(|amount| amount.low().or(amount.high())).is_some_and(|n| n.abs() < Decimal::TEN)
        };
        // One number in two units is one value here.
        let two = value(a) != value(b);
        two && !is_small(a) && !is_small(b) && tells(a, value(b)) && tells(b, value(a))
    }

    /// Whether one of the first documents beside those of two numbers tells both in one sentence.
    pub fn third_tells_both(&self, a: &Node, b: &Node) -> bool {
        let value = |node: &Node| self.outlines[node.document].values[node.figure.figure];
        let (p, q) = (value(a), value(b));
        let others = self.outlines.iter().enumerate().filter(|(at, _)| *at != a.document && *at != b.document);
        others.take(THIRDS).map(|(_, outline)| outline).any(|outline| {
            let lines = |wanted| {
                let with = outline.values.iter().zip(&outline.frames).filter(move |(value, _)| **value == wanted);
                with.map(|(_, frame)| frame.line)
            };
            let known = outline.lines_with(p) > 0 && outline.lines_with(q) > 0;
            known && lines(p).any(|line| lines(q).any(|other| other == line))
        })
    }

    /// Whether both are said to be the highest, the lowest or the last of one named day: what is over moves no more.
    pub fn tell_one_mark(&self, a: &Node, b: &Node) -> bool {
        let day = |node: &Node| if self.frame(node).marks { self.day_of(node) } else { None };
        day(a).is_some_and(|of_a| Some(of_a) == day(b))
    }

    /// The one day that the sentence of a figure names, since which nothing has gone on.
    fn day_of(&self, node: &Node) -> Option<(Edtf, Option<Weekday>)> {
        let figures = &self.documents[node.figure.document].figures;
        let own = self.outlines[node.document].frames_in(self.frame(node).line);
        let mut days = own.filter(|(_, frame)| !frame.since).filter_map(|(at, _)| match &figures[at].value {
            Value::Date(date) => Some((*date.best(), date.weekday)),
            _ => None,
        });
        let is_day = |(date, weekday): &(Edtf, Option<Weekday>)| match date {
            Edtf::Point(point) => point.day.is_some(),
            _ => weekday.is_some(),
        };
        days.next().filter(is_day).filter(|_| days.next().is_none())
    }

    /// Whether two counts are parts of one total, which their sentences tell before them: it has not grown.
    pub fn are_parts_of_one(&self, a: &Node, b: &Node) -> bool {
        let pair = self.pair(a, b);
        let mut shared = score::shared_cues(&pair).into_iter();
        shared.any(|(p, q)| self.is_total(a, pair.a.0, p) && self.is_total(b, pair.b.0, q))
    }

    /// Whether a cue of a count is a greater count before it, and not one of another measure.
    fn is_total(&self, part: &Node, outline: &Outline, cue: u32) -> bool {
        let frame = self.frame(part);
        let cue = &outline.cues(frame)[cue as usize];
        let Some(figure) = outline.figure_of(cue).filter(|_| cue.side == Side::Before) else { return false };
        let total = Node { figure: FigureRef { figure, ..part.figure }, ..*part };
        let number = |node: &Node| self.figure(node).value.quantity()?.amount.low().copied();
        let of_another = frame.measure.zip(self.frame(&total).measure).is_some_and(|(p, q)| p != q);
        let greater = number(part).zip(number(&total)).is_some_and(|(part, total)| total > part);
        self.figure(&total).kind() == Kind::Count && greater && !of_another
    }
}

#[cfg(test)]
pub(super) mod tests {
    use crate::align::relation::Difference;
    use crate::align::{self, AlignOptions, Extracted};
    use crate::document::Document;
    use crate::extract;
    use crate::lexicon::Lexicon;

    /// The texts of the figures that differ, where each source tells one of the texts.
    pub fn differing<const N: usize>(texts: [&str; N]) -> Vec<[String; 2]> {
        let lexicon = Lexicon::builtin();
        let read = |text: &str| {
            let document = Document { id: text.to_string(), text: text.to_string(), ..Document::default() };
            Extracted { figures: extract::figures(&document, lexicon), document }
        };
        let documents = texts.map(read);
        let options = AlignOptions { one_story: true, ..AlignOptions::default() };
        let links = align::claims(&documents, lexicon, &options).claims.into_iter().flat_map(|claim| claim.links);
        let text = |at: align::FigureRef| documents[at.document].figures[at.figure].text.clone();
        let in_order = |link: align::Link| [link.a.min(link.b), link.a.max(link.b)].map(text);
        links.filter(|link| link.bits >= SURE).map(in_order).collect()
    }

    /// What no rule asks less than, in bits.
    const SURE: f64 = 7.5;

    #[test]
    fn what_was_done_is_not_what_is_planned() {
        let links = |texts: [(&str, &str); 2]| {
            let lexicon = Lexicon::builtin();
            let documents = texts.map(|(text, day)| {
                let published = Some(day.parse().expect("a day"));
                let document = Document { id: text.into(), text: text.into(), published, ..Document::default() };
                Extracted { figures: extract::figures(&document, lexicon), document }
            });
            let options = AlignOptions { one_story: true, ..AlignOptions::default() };
            let claims = align::claims(&documents, lexicon, &options).claims;
            claims.iter().flat_map(|claim| &claim.links).map(|link| link.bits).collect::<Vec<_>>()
        };
        let said = |month: &str| format!("افتتاح جسر المرجان الجديد على نهر الواحة بكلفة 417 مليون درهم في {month}.");
        for (one, other, told) in [
            ("مارس 2024", "فبراير 2024", 1),
            ("مارس 2024", "مارس 2026", 0),
            ("أبريل 2025", "يونيو 2025", 1),
            ("يوليو 2025", "سبتمبر 2025", 1),
        ] {
            let texts = [&said(one), &said(other)];
            assert_eq!(links(texts.map(|text| (text.as_str(), "2025-05-06"))).len(), told, "{one}, {other}");
        }
        // The one was done after the other was planned.
        let bits = |report: &str| {
            let texts = [said("20 مايو 2025"), said("12 يونيو 2025")];
            let days = ["2025-05-23", report];
            links([(&texts[0], days[0]), (&texts[1], days[1])]).into_iter().fold(0.0, f64::max)
        };
        assert!(bits("2025-05-15") < bits("2025-05-25") - 3.0, "{} {}", bits("2025-05-15"), bits("2025-05-25"));
    }

    #[test]
    fn a_day_on_which_a_toll_was_told_is_none_on_which_it_had_grown() {
        let link = |second: &str| {
            let lexicon = Lexicon::builtin();
            let first = "قالت وزارة الصحة في مرجان الثلاثاء إن غرق سفينة الواحة أوقع 12 قتيلا.";
            let documents = [(first, "2025-05-06"), (second, "2025-05-08")].map(|(text, day)| {
                let published = Some(day.parse().expect("a day"));
                let document = Document { id: text.into(), text: text.into(), published, ..Document::default() };
                Extracted { figures: extract::figures(&document, lexicon), document }
            });
            let options = AlignOptions { one_story: true, ..AlignOptions::default() };
            let claims = align::claims(&documents, lexicon, &options).claims;
            let links = claims.iter().flat_map(|claim| &claim.links);
            links.filter(|link| link.difference == Difference::Date).count()
        };
        let told = |toll: &str| format!("قالت وزارة الصحة في مرجان الأربعاء إن غرق سفينة الواحة أوقع {toll}.");
        assert_eq!(link(&told("14 قتيلا")), 0);
        assert_eq!(link(&told("12 قتيلا")), 1);
        assert_eq!(link(&told("14 سفينة")), 1);
    }

    #[test]
    fn what_begins_on_a_day_is_not_over_then() {
        let other = "أشغال سد مرجان في الواحة تنتهي في مايو 2027.";
        for (one, two) in [
            ("تمتد أشغال سد مرجان في الواحة ابتداء من مارس 2025.", true),
            ("تمتد أشغال سد مرجان في الواحة إلى مارس 2027.", false),
        ] {
            assert_eq!(differing([one, other]).is_empty(), two, "{one}");
        }
    }

    #[test]
    fn a_floor_is_no_ceiling_but_where_something_is_allowed() {
        let deep = "بلغ عمق البحيرة قرب قرية المرجان أكثر من 450 مترا بعد الأمطار.";
        let shallow = "بلغ عمق البحيرة قرب قرية المرجان أقل من 450 مترا بعد الأمطار.";
        assert_eq!(differing([deep, shallow]).len(), 1);
        let allowed = "يسمح بالصيد في بحيرة المرجان على عمق يزيد على 450 مترا من سطح الماء.";
        let forbidden = "يحظر الصيد في بحيرة المرجان على عمق يقل عن 450 مترا من سطح الماء.";
        assert_eq!(differing([allowed, forbidden]), [] as [[String; 2]; 0]);
    }

    #[test]
    fn on_every_date_something_begins() {
        let camp = "ويخوض فريق مرجان مباريات ودية خارج البلاد، وينطلق المعسكر يوم 20 يوليو 2025.";
        let other = |words: &str| format!("يحسم رئيس الرقاوش اسم المدرب قبل {words} يوم 14 يوليو 2025.");
        assert_eq!(differing([camp, &other("انطلاق التحضيرات")]), [] as [[String; 2]; 0]);
        assert_eq!(differing([camp, &other("انطلاق المعسكر")]).len(), 1);
    }

    #[test]
    fn by_how_much_is_not_how_much() {
        let one = "كان حقل المرجان ينتج 620 ألف برميل يوميا قبل أن يشب فيه الحريق.";
        let other = |words: &str| format!("اشتعل أمس حقل المرجان بعد أعوام على توسعة {words}.");
        assert_eq!(differing([one, &other("رفعت إنتاجه بـ260 ألف برميل يوميا")]), [] as [[String; 2]; 0]);
        assert_eq!(differing([one, &other("رفعت إنتاجه إلى 260 ألف برميل يوميا")]).len(), 1);
    }

    #[test]
    fn what_came_about_in_other_times_is_told_of_two() {
        let one = |time: &str| format!("فقد مرضى تجربة مرجان 14.7% من وزنهم بعد {time} بحسب المختبر.");
        let other = "فقد مرضى تجربة مرجان 10.9% من وزنهم بعد 36 أسبوعا بحسب المختبر.";
        assert_eq!(differing([&one("72 أسبوعا"), other]), [] as [[String; 2]; 0]);
        assert_eq!(differing([&one("36 أسبوعا"), other]).len(), 1);
    }

    #[test]
    fn a_date_that_is_compared_with_is_another() {
        let one = "زادت صادرات مرجان من السيارات إلى الواحة 12 بالمئة في يناير 2024.";
        let other = |words: &str| format!("زادت صادرات مرجان من السيارات إلى الواحة 12 بالمئة {words} يناير 2023.");
        assert_eq!(differing([one, &other("مقارنة مع")]), [] as [[String; 2]; 0]);
        assert_eq!(differing([one, &other("في")]).len(), 1);
    }

    #[test]
    fn bounds_of_two_nouns_are_set_on_two_things() {
        let stopped = "أوقف ما لا يقل عن 14 مشروعا مشابها في العالم خلال عام بسبب ارتفاع كلفة الهيدروجين.";
        let dense = |noun: &str| {
            format!(
                "يرى خبراء الهيدروجين أن للبلاد ميزة لا يستهان بها: كثافة سكانية لا تتعدى 5 {noun} في الكيلومتر المربع."
            )
        };
        assert_eq!(differing([stopped, &dense("أفراد")]), [] as [[String; 2]; 0]);
        assert_eq!(differing([stopped, &dense("مشاريع")]).len(), 1);
    }

    #[test]
    fn what_one_writer_tells_beside_it_is_another_thing() {
        let one = "تستهدف وزارة مالية مرجان خفض الدين العام إلى 80% من الناتج المحلي.";
        let goal = "قال خبير إن خفض الدين العام لمرجان إلى 91% من الناتج المحلي هدف طموح.";
        let both = "قال خبير إن خفض الدين العام لمرجان من 91% إلى 80% من الناتج المحلي هدف طموح.";
        let bits = |texts: [&str; 2]| differing(texts).len();
        assert_eq!((bits([one, goal]), bits([one, both])), (1, 0));
    }

    #[test]
    fn what_both_tell_is_no_difference() {
        let one = "ظهر الممثل مرجان في 110 أفلام، وخصص مهرجان الواحة قسما ضم 11 فيلما للسينما البدوية.";
        let other = "كرم مهرجان الواحة الممثل مرجان عن 110 أفلام، وعرض القسم 11 فيلما للسينما البدوية.";
        assert_eq!(differing([one, other]), [] as [[String; 2]; 0]);
        let alone = "كرم مهرجان الواحة الممثل مرجان الذي ظهر في 11 فيلما.";
        assert_eq!(differing(["ظهر الممثل مرجان الذي كرمه مهرجان الواحة في 110 أفلام.", alone]).len(), 1);
    }

    #[test]
    fn one_sentence_does_not_tell_one_thing_twice() {
        let found = differing([
            "وقعت الهزة الأرضية على بعد 9 كيلومترات شرق بلدة الضفاف، وكان مركزها على عمق 10 كيلومترات.",
            "وقعت الهزة الأرضية شرق بلدة الضفاف، وكان مركزها على عمق عشرة كيلومترات بحسب المرصد.",
            "وقعت الهزة الأرضية شرق بلدة الضفاف، وكان مركزها على عمق لا يزيد على 7 كيلومترات بحسب المعهد.",
        ]);
        assert!(found.iter().flatten().all(|text| text != "9"), "{found:?}");
        assert!(found.iter().flatten().any(|text| text == "لا يزيد على 7"), "{found:?}");
    }

    #[test]
    fn what_stands_in_two_places_is_two_things() {
        let found = differing([
            "وقالت الإذاعة إن الإعصار «مرجانة» خلف 13 قتيلا على الأقل، ستة منهم في الضفاف وأربعة في الرقاوش وثلاثة في الواحة.",
            "وقتل الإعصار «مرجانة» نحو 13 شخصا أثناء مروره، من بينهم ستة في الرقاوش وثلاثة في الواحة.",
        ]);
        assert_eq!(found, [["أربعة", "ستة"]]);
    }
}
