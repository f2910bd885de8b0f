//! Parts: figures that stand beside each other in a sentence, and what that tells of them.
//! Not here: what they make together (`sums.rs`), and what two values are to each other by themselves (`relation/`).

use super::FigureRef;
use super::compared::{LONG_AFTER, Node, Story};
use super::knowledge::MeasureId;
use super::outline::{Frame, Outline, Side};
use super::relation::Relation;
use super::score;
use super::term::Term;
use crate::figure::{Bounded, Edtf, Kind, Value, Weekday};
use jiff::civil::Date;
use rust_decimal::Decimal;
use smallvec::SmallVec;

/// How near a word stands at least that says of a figure what is allowed.
const ALLOWING: f64 = 0.4;

/// So many days before its report a day is that of what it tells.
const OWN: i32 = 3;

/// Nobody is wrong by more days beyond his report about what is done.
const SOON: i32 = 7;

/// Of one thing the greater number is at most so many times the lesser.
pub(super) const NEARLY: Decimal = Decimal::from_parts(13, 0, 0, false, 1);

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

    /// Whether one of two dates was over when its report came, and the other was still far ahead at its own: what was done is
    /// not what is planned. Nor is it where it was done after the plan was told of, which is still ahead.
    pub fn are_done_and_planned(&self, a: &Node, b: &Node) -> bool {
        let published = |node: &Node| self.documents[node.figure.document].document.published;
        let apart = |done: &Node, planned: &Node| {
            let (over, ahead) = (self.days_of(done)?.1, self.days_of(planned)?.0);
            let days = |from: Date, to: Date| to.since(from).map_or(0, |span| span.get_days());
            let since = || Some(over > published(planned)? && days(published(done)?, ahead) > SOON);
            let far = days(over, ahead) > LONG_AFTER || since()?;
            (over < published(done)? && ahead > published(planned)? && far).then_some(())
        };
        apart(a, b).or_else(|| apart(b, a)).is_some()
    }

    /// Whether two days are those of their reports, and each is when a count of people was told that has grown since, or may
    /// have: «أعلنت الوزارة الثلاثاء أن الحصيلة بلغت 12 قتيلا», «أكد الوزير الأربعاء أن القتلى 14». Other dates are of two events
    /// where their sentences tell such counts far from each other.
    pub fn are_dates_of_two_tolls(&self, a: &Node, b: &Node) -> bool {
        let is_own = |node: &Node| node.away.is_some_and(|away| away.length == 0 && (-OWN..=0).contains(&away.first));
        let own = is_own(a) && is_own(b);
        let (of_a, of_b) = (self.tolls_beside(a), self.tolls_beside(b));
        let pairs = of_a.iter().flat_map(|(measure, one)| {
            let alike = of_b.iter().filter(move |(other, _)| other == measure);
            alike.map(move |(_, two)| (one, two))
        });
        let mut other = false;
        let mut agree = false;
        for (one, two) in pairs {
            let related = self.relate(one, two).0;
            agree |= related == Relation::Agree;
            other |= matches!(related, Relation::Differ(_)) && (own || !self.are_within(one, two, NEARLY));
        }
        other && (own || !agree)
    }

    /// The counts of people in the sentence of a figure of whom ever more are told, each with what it measures.
    fn tolls_beside(&self, node: &Node) -> SmallVec<[(MeasureId, Node); 4]> {
        let measures = &self.language.knowledge.measures;
        let beside = self.outlines[node.document].frames_in(self.frame(node).line);
        let tolls = beside.filter_map(|(figure, frame)| {
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
        links.filter(|link| link.bits >= SURE).map(|link| [text(link.a), text(link.b)]).collect()
    }

    /// What no rule asks less than, in bits.
    const SURE: f64 = 7.5;

    #[test]
    fn what_was_done_is_not_what_is_planned() {
        let link = |texts: [(&str, &str); 2]| {
            let lexicon = Lexicon::builtin();
            let documents = texts.map(|(text, day)| {
                let published = Some(day.parse().expect("a day"));
                let document = Document { id: text.into(), text: text.into(), published, ..Document::default() };
                Extracted { figures: extract::figures(&document, lexicon), document }
            });
            let options = AlignOptions { one_story: true, ..AlignOptions::default() };
            align::claims(&documents, lexicon, &options).claims.iter().map(|claim| claim.links.len()).sum::<usize>()
        };
        let said = |month: &str| format!("افتتاح جسر المرجان الجديد على نهر الواحة بكلفة 417 مليون درهم في {month}.");
        for (one, other, links) in [
            ("مارس 2024", "فبراير 2024", 1),
            ("مارس 2024", "مارس 2026", 0),
            ("أبريل 2025", "يونيو 2025", 1),
            ("يوليو 2025", "سبتمبر 2025", 1),
        ] {
            let texts = [&said(one), &said(other)];
            assert_eq!(link(texts.map(|text| (text.as_str(), "2025-05-06"))), links, "{one}, {other}");
        }
        // The one was done after the other was planned, which is still ahead.
        for (report, links) in [("2025-05-15", 0), ("2025-05-25", 1)] {
            let texts = [(said("20 مايو 2025"), "2025-05-23"), (said("12 يونيو 2025"), report)];
            assert_eq!(link(texts.each_ref().map(|(text, day)| (text.as_str(), *day))), links, "{report}");
        }
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
