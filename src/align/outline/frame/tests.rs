//! What frames tell of figures, sentence by sentence.

use crate::align::knowledge::Knowledge;
use crate::align::outline::{Outline, outline_of};
use crate::figure::Kind;

pub fn read(text: &str) -> (Outline, Vec<Kind>) {
    let (outline, figures) = outline_of(text);
    (outline, figures.iter().map(|figure| figure.kind()).collect())
}

#[test]
fn what_is_counted_stands_after_the_number_or_right_before_it() {
    let knowledge = Knowledge::builtin();
    for (text, counted) in [
        ("يجمع الاتفاق بلادنا بالدول الخمس الكبرى.", "دول"),
        ("يجمع الاتفاق بلادنا والدول الخمس الكبرى.", "دول"),
        ("غادر الميناء 12 زورقا صباحا.", "زورقا"),
        ("تخطى ثمانية ملايين زائر أبواب المعرض.", "زائر"),
        ("في حدود 900 زائر دخلوا المعرض.", "زائر"),
        ("سجل الدفتر 59 ألفا و138 ناخبا.", "ناخبا"),
        ("أسقط القاضي أربعا من التهم.", "التهم"),
        ("ينظر القاضي في التهم الـ12 الموجهة إليه.", "التهم"),
        ("اتفقت القرى الخمس على حفر البئر.", "القرى"),
        ("أعاد الزورق صيادين اثنين إلى البر.", "صيادين"),
        ("دخل أبواب المعرض ألف زائر صباحا.", "زائر"),
        ("دخل المعرض خمسمائة زائر صباحا.", "زائر"),
        ("دخل المعرض ألفان وثلاثمائة زائر صباحا.", "زائر"),
        ("نجا 40 صيادا على الأقل.", "صيادا"),
    ] {
        let (outline, kinds) = read(text);
        let at = kinds.iter().position(|kind| *kind == Kind::Count);
        let noun = at.and_then(|at| outline.frames[at].noun).map(|noun| noun.stem);
        assert_eq!(noun, Some(knowledge.stem(crate::text::Word::of(counted)).stem), "{text}");
    }
}

#[test]
fn the_verb_after_what_is_counted_says_what_is_measured() {
    let knowledge = Knowledge::builtin();
    for (text, measure) in [
        ("سقط ضحايا، وقالت الشرطة إن 30 شخصا أصيبوا في الميناء.", Some("injured")),
        ("أسفر الحادث عن مقتل 30 شخصا وإصابة آخرين.", Some("killed")),
        ("أسفر الحادث عن إنقاذ 30 راكبا.", Some("rescued")),
        ("أسفر الحادث عن مقتل 50 شخصا بينهم 30 طفلا.", Some("killed")),
        ("أسفر الحادث عن مقتل 50 شخصا و30 طفلا.", None),
        ("يتسع الزورق لنحو 30 شخصا، وقد جرى توقيف مالكه.", None),
        ("يتسع الزورق لنحو 30 شخصا جرى توقيف بعضهم.", Some("arrested")),
        ("وصل إلى الميناء 30 شخصا، أنقذتهم سفينة.", Some("rescued")),
    ] {
        let (outline, kinds) = read(text);
        let at = kinds.iter().rposition(|kind| *kind == Kind::Count).expect("a count");
        let found = outline.frames[at].measure.map(|id| knowledge.measures[usize::from(id)].id.as_str());
        assert_eq!(found, measure, "{text}");
    }
}

#[test]
fn one_of_several_is_named_by_its_order() {
    for (text, order) in [
        ("خصصت الوزارة 5 ملايين درهم للمرحلة الثانية من الميناء.", Some("الثانية")),
        ("خصصت الوزارة 5 ملايين درهم للمرحلة الأولى من الميناء.", None),
        ("خصصت الوزارة 5 ملايين درهم لشبكات الجيل الخامس.", None),
        ("كلفت المرحلة الثالثة من الميناء 5 ملايين درهم.", Some("الثالثة")),
    ] {
        let (outline, kinds) = read(text);
        let at = kinds.iter().position(|kind| *kind == Kind::Money).expect("a sum");
        assert_eq!(outline.frames[at].order, order.map(crate::text::Word::of), "{text}");
    }
}

#[test]
fn what_many_did_is_not_counted() {
    for (text, noun) in [
        ("بينهم 1,506 قدموا من الخارج.", None),
        ("بينهم 1,506 عضوا من الخارج.", Some("عضو")),
        ("ارتفع المنطاد 1,506 أقدام.", Some("أقدام")),
    ] {
        let knowledge = Knowledge::builtin();
        let noun = noun.map(|noun| knowledge.stem(crate::text::Word::of(noun)).root);
        assert_eq!(read(text).0.frames[0].noun.map(|noun| noun.root), noun, "{text}");
    }
}

#[test]
fn what_is_paid_is_no_earlier_value_and_what_a_change_starts_from_is_one() {
    for (text, parts) in [
        ("باع الصياد زورقه مقابل 7 ملايين درهم.", &[false][..]),
        ("بلغت أرباح الميناء 9 ملايين درهم مقابل 7 ملايين درهم.", &[false, true]),
        ("زادت أرباح الميناء مقارنة مع 7 ملايين درهم قبل عام.", &[true]),
        ("زادت أرباح الميناء مقابل 7% قبل عام.", &[true]),
        ("زاد زوار الميناء مقابل 5230 سائحا قبل عام.", &[true]),
        ("بلغت أرباح الميناء في الفترة المقابلة 7 ملايين درهم.", &[true]),
        ("زادت الفائدة بأكثر مما كان متوقعا، من 7% في العام.", &[false]),
        ("أعلن فوزه بعد فرز 7% من الأصوات.", &[true]),
        ("رفع الميناء رسومه من 7 ملايين درهم إلى 9 ملايين درهم.", &[true, false]),
        ("رفع الميناء رسومه من 7 ملايين إلى 9 ملايين درهم.", &[true, false]),
        ("دفع الميناء من 7 ملايين درهم رسومه.", &[false]),
        ("انتقل 7 من 9 بحارة إلى الميناء.", &[false, false]),
    ] {
        let (outline, kinds) = read(text);
        let sizes = [Kind::Money, Kind::Percent, Kind::Count];
        let money = outline.frames.iter().zip(kinds).filter(|(_, kind)| sizes.contains(kind));
        assert_eq!(money.map(|(frame, _)| frame.part.is_some()).collect::<Vec<_>>(), parts, "{text}");
    }
}

#[test]
fn a_percentage_is_told_of_somebody_and_from_some_time() {
    let knowledge = Knowledge::builtin();
    let part = |word: &str| {
        Some(knowledge.part(knowledge.stem(crate::text::Word::of(word)).stem).expect("a part of a figure"))
    };
    let (towns, youth, yearly) = (part("مدن"), part("شباب"), part("سنوي"));
    for (text, told) in [
        ("ارتفعت الأسعار في المدن 5% على أساس سنوي.", &[(towns, yearly)][..]),
        ("ارتفعت البطالة بين الشباب إلى 5%.", &[(youth, None)]),
        ("ارتفعت الأسعار 5% في المدن.", &[(towns, None)]),
        ("ارتفعت الأسعار في المدن 3% وفي البلد كله 5%.", &[(towns, None), (None, None)]),
        ("زار المدن 5 سياح.", &[(None, None)]),
        ("شكل الشباب 5% من الزوار.", &[(youth, None)]),
        ("وافق وزير الشباب على خفض رسوم الملعب 5%.", &[(None, None)]),
    ] {
        let (outline, _) = read(text);
        let frames = outline.frames.iter().map(|frame| (frame.scope, frame.base));
        assert_eq!(frames.collect::<Vec<_>>(), told, "{text}");
    }
}

#[test]
fn what_is_measured_has_its_size_however_it_is_written() {
    let unit = |text: &str| read(text).0.frames.first().and_then(|frame| frame.unit);
    for (one, other) in [
        ("مساحة البحيرة 40 كم2 تقريبا.", "مساحة البحيرة 40 كيلومترا مربعا."),
        ("مساحة البحيرة 40 كيلو متر مربع.", "مساحة البحيرة 40 كيلومترا مربعا."),
        ("يضخ البئر 500 م3 يوميا.", "يضخ البئر 500 متر مكعب يوميا."),
        ("غرق الزورق على بعد 12 ميلا بحريا.", "غرق الزورق على بعد 12 أميال بحرية."),
    ] {
        assert!(unit(one).is_some(), "{one}");
        assert_eq!(unit(one), unit(other), "{one}");
    }
    assert_ne!(unit("غرق الزورق على بعد 12 ميلا بحريا."), unit("غرق الزورق على بعد 12 ميلا."));
}

#[test]
fn what_is_told_of_people_is_not_told_of_things() {
    for (text, measured, grows) in [
        ("لا يزال بعضهم مفقودا تحت فندق من 8 طوابق.", false, true),
        ("أسفر الزلزال عن إصابة 30 مدرسة.", false, true),
        ("أسفر الزلزال عن إصابة 30 عاملا.", true, false),
        ("سجلت الوزارة 30 حالة إصابة.", true, false),
    ] {
        let frame = &read(text).0.frames[0];
        assert_eq!((frame.measure.is_some(), frame.grows), (measured, grows), "{text}");
    }
}
