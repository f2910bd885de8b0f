//! Steps: dates that lie ahead, and whether two are of one step of one plan, as only one in each document may be.
//! Not here: what two dates are to each other (`relation/dates.rs`), and what keeps dates of two events apart (`apart.rs`).

use super::Extracted;
use super::compared::{Away, Node, Story};
use super::knowledge::Step;
use super::outline::{Cue, Frame};
use super::relation::{Difference, Relation};
use crate::figure::{DateValue, Edtf, Span, Value};
use crate::text::{COMMAS, Token, Word};
use smallvec::SmallVec;

/// Days of a year, at the least.
const YEAR: i32 = 364;
/// So many days after its report a date is of a plan.
const AHEAD: i32 = 14;
/// Nobody is wrong by more days about one plan: two years, of which one is a leap year.
const FARTHEST: u32 = 731;
/// So many words away a stretch of time is the period of a number.
const BESIDE: usize = 4;
/// So many words away a date may still be the period of a number, beside a date of another length.
const FAR: usize = 8;
/// What two stretches of time weigh that one step is planned for.
const PLANNED: f64 = -4.0;
/// So many words before a date say what is begun or handed over.
const OBJECTS: usize = 2;
/// A word is at least this near where it says what a date is of.
const NEAR: f64 = 0.4;

impl Story<'_> {
    /// Whether two dates lie ahead of their reports, are said to be of one step, and each is the only one ahead in its
    /// document that the other does not tell.
    pub fn are_one_step(&self, a: &Node, b: &Node) -> bool {
        let (Some(p), Some(q)) = (a.away, b.away) else { return false };
        let apart = p.first_day().abs_diff(q.first_day());
        let ahead = p.first > AHEAD && q.first > AHEAD && apart <= FARTHEST;
        ahead && self.have_one_step(a, b) && self.is_alone_ahead(a, b) && self.is_alone_ahead(b, a)
    }

    /// Whether two lengths of time are of one purpose, and each is the only one of it in its document.
    pub fn are_of_one_purpose(&self, a: &Node, b: &Node) -> bool {
        let purpose = |node: &Node| self.frame(node).purpose;
        let alone = |node: &Node| {
            let outline = &self.outlines[node.document];
            let value = |figure: usize| outline.values[figure];
            let own = value(node.figure.figure);
            let mut of_it = outline.frames.iter().enumerate().filter(|(_, frame)| frame.purpose == purpose(node));
            of_it.all(|(figure, _)| value(figure) == own)
        };
        let order = |node: &Node| self.frame(node).order;
        purpose(a).is_some() && purpose(a) == purpose(b) && order(a) == order(b) && alone(a) && alone(b)
    }

    /// Whether two dates are said to be the same end of a year: most such are of numbers that were counted then.
    pub fn are_ends_of_years(&self, a: &Node, b: &Node) -> bool {
        let end = |node: &Node| self.frame(node).ready.said().end;
        end(a).is_some() && end(a) == end(b)
    }

    /// What two stretches of time are to each other that are not one, lie ahead of their reports, and are said to be of one
    /// step that is taken once, or is the only one of its kind that both tell. Two quarters that are over are two periods, as are two of which numbers are told.
    pub fn planned_apart(&self, a: &Node, b: &Node) -> Option<(Relation, f64)> {
        let (p, q) = (a.away?, b.away?);
        let meet = p.first_day() <= q.last_day() && q.first_day() <= p.last_day();
        let near = p.first_day().abs_diff(q.first_day()) <= FARTHEST;
        let ahead = p.first > AHEAD && q.first > AHEAD;
        if meet || !ahead || !near || a.document == b.document {
            return None;
        }
        let planned = self.is_planned_stretch(a) && self.is_planned_stretch(b) && self.have_one_step(a, b);
        // One unit of a plant may be used before another: there must be no other date.
        let once = || {
            let often = matches!(self.step_of(a), Some(Step::Service | Step::Delivery | Step::Start));
            let alone = || self.is_alone_ahead(a, b) && self.is_alone_ahead(b, a);
            !often || alone() && self.later_of(a) == self.later_of(b)
        };
        (planned && once()).then_some((Relation::Differ(Difference::Date), PLANNED))
    }

    /// Whether the one is a stretch of time, the other a year, and both are not said to be of one step: numbers are told of them.
    pub fn are_two_periods(&self, a: &Node, b: &Node) -> bool {
        let date = |node: &Node| match &self.figure(node).value {
            Value::Date(date) => Some(*date.best()),
            _ => None,
        };
        let is_stretch = |node: &Node| matches!(date(node), Some(Edtf::Interval(..)));
        let is_year = |node: &Node| matches!(date(node), Some(Edtf::Point(day)) if day.month.is_none());
        let of_number = |node: &Node| {
            let near = |frame: &Frame| frame.period.is_some_and(|(of, away)| Some(of) == date(node) && away <= FAR);
            self.outlines[node.document].frames_in(self.frame(node).line).any(|(_, frame)| near(frame))
        };
        (is_stretch(a) && is_year(b) || is_year(a) && is_stretch(b))
            && (of_number(a) || of_number(b))
            && !self.have_one_step(a, b)
    }

    /// Whether a date is a stretch of time by which a step is taken that may be taken once, and not the period of a number.
    fn is_planned_stretch(&self, node: &Node) -> bool {
        let Value::Date(DateValue { edtf: date @ Edtf::Interval(..), .. }) = &self.figure(node).value else {
            return false;
        };
        let Some((step, said)) = self.step_said(node) else { return false };
        if step == Step::Works {
            return false;
        }
        let Extracted { document, figures } = &self.documents[node.figure.document];
        let own = figures[node.figure.figure].span;
        let of_number = |(figure, frame): (usize, &Frame)| {
            let number = figures[figure].span;
            // «بـ100 ميغاواط تدخل الخدمة في الربع الثالث وتضم 18 ألف معالج»: the step stands between, or has its date.
            let of_step = said.end <= own.start && (number.end <= said.start || own.end <= number.start);
            let goes_on = || document.text.get(own.end..number.start).is_some_and(|text| text.contains(COMMAS));
            frame.period.is_some_and(|(of, away)| of == *date && away <= BESIDE) && !of_step && !goes_on()
        };
        !self.outlines[node.document].frames_in(self.frame(node).line).any(of_number)
    }

    /// Which of several things the sentence of a date tells of: «الوحدة الثانية».
    fn later_of(&self, node: &Node) -> Option<Word> {
        let (tokens, _) = self.sentence_of(node);
        let later = |two: &&[Token]| self.language.knowledge.is_later(two[1].word, two[0].word);
        tokens.windows(2).find(later).map(|two| two[1].word)
    }

    fn have_one_step(&self, a: &Node, b: &Node) -> bool {
        let step = self.step_of(a);
        let one = step.is_some() && step == self.step_of(b) && self.frame(a).order == self.frame(b).order;
        // Anything may begin or be handed over: «يبدأ المصنع توظيف العمال», «يبدأ المصنع التصدير».
        let anything = matches!(step, Some(Step::Start | Step::Delivery));
        one && (!anything || self.objects(a).iter().any(|object| self.objects(b).contains(object)))
    }

    /// The words nearest before a date that say what is begun or handed over then.
    fn objects(&self, node: &Node) -> SmallVec<[Word; OBJECTS]> {
        let (outline, figure) = (&self.outlines[node.document], self.figure(node));
        let before = outline.pieces.partition_point(|piece| piece.span.start < figure.span.start);
        let own = outline.pieces[..before].iter().rev().take_while(|piece| piece.span.start >= figure.sentence.start);
        let words = own.map(|piece| piece.stem);
        words.filter(|stem| !stem.is_empty() && self.language.knowledge.step(*stem).is_none()).take(OBJECTS).collect()
    }

    fn step_of(&self, node: &Node) -> Option<Step> {
        self.step_said(node).map(|(step, _)| step)
    }

    fn step_said(&self, node: &Node) -> Option<(Step, Span)> {
        self.step_at(node, node.figure.figure)
    }

    /// The step that the word nearest to a date in the document of a figure tells, and where that stands: one of its own
    /// clause before one beyond a comma.
    fn step_at(&self, node: &Node, figure: usize) -> Option<(Step, Span)> {
        let outline = &self.outlines[node.document];
        let Extracted { document, figures } = &self.documents[node.figure.document];
        let own = figures[figure].span;
        let parted = |span: Span| {
            let between = if span.end <= own.start { span.end..own.start } else { own.end..span.start };
            document.text.get(between).is_some_and(|text| text.contains(COMMAS))
        };
        let near = outline.cues(&outline.frames[figure]).iter().filter(|cue| cue.near >= NEAR);
        let step = |cue: &Cue| {
            let piece = outline.piece(cue);
            Some((self.language.knowledge.step(piece.stem)?, piece.span, cue.near))
        };
        // «سيبدأ التشغيل»: that anything begins tells less.
        let rank = |step: Step, span: Span| (!parted(span), step != Step::Start);
        let nearest =
            near.filter_map(step).max_by(|(s, x, p), (t, y, q)| rank(*s, *x).cmp(&rank(*t, *y)).then(p.total_cmp(q)));
        // «الممتد حتى أكتوبر», but «أرجئ حتى أكتوبر»
        let until = || outline.frames[figure].lasts.then_some((Step::End, own));
        nearest.map(|(step, span, _)| (step, span)).or_else(until)
    }

    /// Whether a date is the only one ahead in its document of which the document of another tells nothing; but for those of
    /// other steps, unless something is built, which begins and ends.
    fn is_alone_ahead(&self, node: &Node, other: &Node) -> bool {
        let told = self.dates_of(other);
        let meets = |date: &Away| {
            let meet = |other: &Away| date.first_day() <= other.last_day() && other.first_day() <= date.last_day();
            told.iter().any(|(_, other)| meet(other))
        };
        // What is handed over is done: the one may be told for the other.
        let done = |step: Step| matches!(step, Step::End | Step::Delivery);
        let step = self.step_of(node);
        let is_other = |of: Step| Some(of) != step && !(done(of) && step.is_some_and(done));
        let wanted = node.away.map(|date| (date.first, date.length));
        let other_step =
            |figure: usize| step != Some(Step::Works) && self.step_at(node, figure).is_some_and(|(of, _)| is_other(of));
        // «إلى 30% بحلول عام 2030»: a goal of some year is no step.
        let goal = |figure: usize, date: &Away| date.length >= YEAR && self.step_at(node, figure).is_none();
        let mut untold = self.dates_of(node).into_iter().filter(|(figure, date)| {
            date.first > AHEAD
                && !meets(date)
                && (Some((date.first, date.length)) == wanted || !other_step(*figure) && !goal(*figure, date))
        });
        let is_wanted = |(_, date): (usize, Away)| Some((date.first, date.length)) == wanted;
        untold.next().is_some_and(is_wanted) && untold.all(is_wanted)
    }

    /// Where the dates of a figure's document lie, each with its place among the figures.
    fn dates_of(&self, node: &Node) -> SmallVec<[(usize, Away); 8]> {
        let Extracted { document, figures } = &self.documents[node.figure.document];
        let Some(published) = document.published else { return SmallVec::new() };
        figures.iter().enumerate().filter_map(|(at, figure)| Some((at, Away::of(figure, published)?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::align::{self, AlignOptions, Extracted};
    use crate::document::Document;
    use crate::extract;
    use crate::lexicon::Lexicon;

    /// How sure it is that the dates of two reports of one day are of one thing.
    fn bits(texts: [&str; 2]) -> f64 {
        let lexicon = Lexicon::builtin();
        let documents = texts.map(|text| {
            let published = Some("2025-03-02".parse().expect("a day"));
            let document = Document { id: text.into(), text: text.into(), published, ..Document::default() };
            Extracted { figures: extract::figures(&document, lexicon), document }
        });
        let options = AlignOptions { one_story: true, ..AlignOptions::default() };
        let claims = align::claims(&documents, lexicon, &options).claims;
        claims.iter().flat_map(|claim| &claim.links).map(|link| link.bits).fold(0.0, f64::max)
    }

    #[test]
    fn the_only_date_ahead_of_one_step_is_of_one_plan() {
        let one =
            "وقعت شركة مرجان عقد مترو الواحة بكلفة 417 مليون درهم.\n\nموعد افتتاح المترو: الربع الأول من عام 2028.";
        let other = |plan: &str| format!("مترو الواحة يربط شرق المدينة بغربها بعقد لشركة مرجان.\n\n{plan}");
        for (plan, sure) in [
            ("ومن المقرر أن يستقبل المترو ركابه في سبتمبر 2027.", true),
            ("ومن المقرر افتتاح المترو في سبتمبر 2027.", true),
            // In no word alike: most such dates are of two things.
            ("ومن المنتظر أن يدخل الخط الخدمة في سبتمبر 2027.", false),
            ("وتبدأ أعمال الحفر في مايو 2026، على أن يستقبل المترو ركابه في سبتمبر 2027.", true),
            // Another step or a thing of its own, one of several, one of two dates ahead, one that is no plan, one that is too far off.
            ("ومن المقرر أن تنتهي أشغال المترو في سبتمبر 2027.", false),
            ("ومن المقرر أن تبدأ دراسات المترو في سبتمبر 2027.", false),
            ("ومن المقرر أن تستقبل المرحلة الثانية من المترو ركابها في سبتمبر 2027.", false),
            ("ومن المقرر أن يستقبل المترو ركابه في سبتمبر 2027، وتصل القطارات في مايو 2026.", false),
            ("وكان المترو القديم قد استقبل ركابه في سبتمبر 1997.", false),
            ("ومن المقرر أن يستقبل المترو ركابه في سبتمبر 2035.", false),
        ] {
            let bits = bits([one, &other(plan)]);
            assert_eq!(bits > 16.0, sure, "{plan} {bits}");
        }
    }

    #[test]
    fn the_only_length_of_one_purpose_is_told_once() {
        let one = "حصل ائتلاف مرجان على امتياز ميناء الواحة لمدة 25 سنة.";
        for (other, sure) in [
            ("ظفر ائتلاف مرجان بصفقة ميناء الواحة، وسيحوز الامتياز مدة 30 سنة.", true),
            // Of another purpose.
            ("ظفر ائتلاف مرجان بصفقة ميناء الواحة، ويتمتع بفترة سماح مدتها 30 سنة.", false),
        ] {
            assert_eq!(bits([one, other]) > 11.5, sure, "{other}");
        }
    }

    #[test]
    fn the_only_size_of_its_sort_is_told_once() {
        for (one, other, sure) in [
            ("ضربت هزة الواحة على عمق 8 كيلومترات.", "قال مركز الرصد إن بؤرة زلزال الواحة بعمق 11 كيلومترا.", true),
            ("ضربت هزة الواحة على عمق 8 كيلومترات.", "قال مركز الرصد إن بؤرة زلزال الواحة تبعد 11 كيلومترا.", false),
            // Two of them in one report.
            (
                "ضربت هزة الواحة على عمق 8 كيلومترات، وتلتها ثانية على عمق 9 كيلومترات.",
                "قال مركز الرصد إن بؤرة زلزال الواحة بعمق 11 كيلومترا.",
                false,
            ),
            ("اندلع حريق في فندق الواحة المكون من 24 طابقا.", "التهمت النار نزل الواحة المؤلف من 27 طابقا.", true),
            ("اندلع حريق في فندق الواحة المكون من 24 طابقا.", "التهمت النار في الواحة ليلا نحو 27 طابقا.", false),
        ] {
            assert_eq!(bits([one, other]) > 11.5, sure, "{one} {other} {}", bits([one, other]));
        }
    }

    #[test]
    fn what_lasts_until_a_date_ends_then() {
        let one = "صرف صندوق مرجان دفعة من برنامج الواحة الممتد حتى أكتوبر 2026.";
        let postponed = ["أرجئ مهرجان الواحة حتى أكتوبر 2026.", "ينتهي مهرجان الواحة في نوفمبر 2026."];
        assert!(bits(postponed) < 18.0);
        let ends = |day: &str| bits([one, &format!("قال صندوق مرجان إن برنامج الواحة ينتهي في {day}.")]);
        assert!(ends("نوفمبر 2026") > 12.0);
        assert!(ends("أكتوبر 2026") < 1.0);
    }

    #[test]
    fn a_quarter_and_a_year_are_two_periods() {
        let told = ["استقبلت مرجان في الربع الرابع من 2025 نحو 40 ألف سائح.", "انتعشت سياحة مرجان في عام 2026."];
        assert!(bits(told) < 1.0);
        let founded = ["تأسست شركة مرجان في الربع الأول من 2010.", "تأسست شركة مرجان عام 2012."];
        assert!(bits(founded) > 9.0);
        let planned = ["تفتتح قناة مرجان في الربع الرابع من 2025.", "يفتتح جسر قناة مرجان في عام 2026."];
        assert!(bits(planned) > 9.0);
    }

    #[test]
    fn what_is_handed_over_is_done() {
        let one = |last: &str| format!("يكتمل هيكل ملعب مرجان في يوليو 2026{last}.");
        let other = "يكتمل ملعب مرجان في نوفمبر 2027.";
        let [sole, handed] = ["", "، وتسلم مفاتيحه في مارس 2028"].map(|last| bits([&one(last), other]));
        assert!(sole - handed > 5.0, "{sole} {handed}");
    }

    #[test]
    fn what_is_done_once_is_not_planned_for_two_quarters() {
        let one = "من المتوقع إتمام صفقة مرجان للنقل في الربع الرابع من 2025 بعد موافقة هيئة الواحة.";
        for (other, sure) in [
            ("يتوقع استكمال صفقة مرجان للنقل في الربع الأول من 2026 بعد موافقة هيئة الواحة.", true),
            // Another step, the period of a number, what is over, and what meets.
            ("يتوقع افتتاح مقر مرجان للنقل في الربع الأول من 2026 بعد موافقة هيئة الواحة.", false),
            ("يتوقع استكمال صفقة مرجان للنقل بعد بيع 40 سفينة في الربع الأول من 2026.", false),
            ("استكملت صفقة مرجان للنقل في الربع الأول من 2024 بعد موافقة هيئة الواحة.", false),
            ("يتوقع استكمال صفقة مرجان للنقل في النصف الثاني من 2025 بعد موافقة هيئة الواحة.", false),
        ] {
            assert_eq!(bits([one, other]) > 9.0, sure, "{other}");
        }
        // What begins, and a number after the date of a step; of a goal nobody knows the step.
        let one = "تنطلق حملة مرجان للكشف المبكر في الربع الثالث من 2025 وتشمل 60 ألف شخص، ضمن خطة حتى عام 2030.";
        for (other, sure) in [
            ("تستعد الواحة لإطلاق حملة مرجان للكشف المبكر في الربع الرابع من 2025.", true),
            ("تشمل حملة مرجان للكشف المبكر 60 ألف شخص في الربع الرابع من 2025.", false),
            ("تنطلق في حملة مرجان للكشف المبكر تجارب اللقاح في الربع الرابع من 2025.", false),
        ] {
            assert_eq!(bits([one, other]) > 9.0, sure, "{other} {}", bits([one, other]));
        }
        let one = "تدخل محطة مرجان للرياح الخدمة في الربع الثالث من 2026 قرب الواحة.";
        for (other, sure) in [
            ("يبدأ تشغيل محطة مرجان للرياح في الربع الأول من 2027 قرب الواحة.", true),
            // One unit after another, and what lies ahead besides.
            ("يبدأ تشغيل الوحدة الثانية من محطة مرجان للرياح في الربع الأول من 2027 قرب الواحة.", false),
            (
                "يبدأ تشغيل محطة مرجان للرياح في الربع الأول من 2027 قرب الواحة، وتفتتح توسعتها في الربع الثاني من 2028.",
                false,
            ),
        ] {
            assert_eq!(bits([one, other]) > 9.0, sure, "{other}");
        }
    }
}
