//! What each family of differences weighs.

use super::super::compared::Told;
use super::super::score::Near;
use super::*;

fn scale(digits: u32) -> Relation {
    Relation::Differ(Difference::Scale { tens: 1, digits })
}

#[test]
fn the_more_digits_are_the_same_the_less_by_chance() {
    let swapped = |digits| Relation::Differ(Difference::Swapped { digits });
    let currency = Relation::Differ(Difference::Currency { digits: 2 });
    for (relation, words, bits) in [
        (scale(2), 0, SAME_DIGITS),
        (scale(1), 1, 0.0),
        (Relation::Differ(Difference::Scale { tens: 2, digits: 3 }), 1, 0.0),
        (currency, 1, SAME_DIGITS),
        (currency, 0, 0.0),
        (swapped(3), 0, MANY_SWAPPED),
        (swapped(2), 1, 0.0),
        (swapped(2), 0, FEW_SWAPPED),
        (Relation::Differ(Difference::Value), 1, 0.0),
        (Relation::Agree, 1, 0.0),
    ] {
        let near = Near { words, ..Near::default() };
        let edge = Edge { a: 0, b: 1, relation, near, told: Told::default(), context: 0.0, total: 0.0, bits: 0.0 };
        assert_eq!(of_digits(&edge, f64::from(words)), bits, "{relation:?} {words}");
    }
}

#[test]
fn each_family_of_differences_has_its_weights() {
    let swapped = Relation::Differ(Difference::Swapped { digits: 3 });
    let currency = Relation::Differ(Difference::Currency { digits: 2 });
    let (value, date) = (Relation::Differ(Difference::Value), Relation::Differ(Difference::Date));
    for (kind, relation, found, family) in [
        (Kind::Money, scale(3), false, &DIGITS),
        (Kind::Count, swapped, true, &DIGITS),
        (Kind::Money, currency, false, &DIGITS),
        (Kind::Duration, Relation::Differ(Difference::Measure { digits: 1 }), false, &DIGITS),
        (Kind::Percent, Relation::Differ(Difference::Turn { digits: 2 }), false, &DIGITS),
        (Kind::Money, value, true, &NUMBERS),
        (Kind::Duration, Relation::Differ(Difference::Bound), false, &BOUNDS),
        (Kind::Date, date, false, &DATES),
        (Kind::Date, Relation::Differ(Difference::DayMonth), false, &DATES),
        (Kind::Date, date, true, &DATES_OF_FOUND),
    ] {
        let found_weights = weights(kind, relation, found);
        let same = (found_weights.base, found_weights.values) == (family.base, family.values);
        assert!(same, "{kind:?} {relation:?} {found}");
    }
}

#[test]
fn what_counts_nothing_in_common_is_hardly_a_slip_of_one_digit() {
    let of_values = |second: &str| {
        let lexicon = crate::lexicon::Lexicon::builtin();
        let texts = ["شارك في عملية الكهف 90 غواصا بينهم 50 أجنبيا من دول كثيرة.", second];
        let documents = texts.map(|text| {
            let document = crate::document::Document { text: text.to_string(), ..Default::default() };
            crate::align::Extracted { figures: crate::extract::figures(&document, lexicon), document }
        });
        let options = crate::align::AlignOptions { one_story: true, ..Default::default() };
        let claims = crate::align::claims(&documents, lexicon, &options).claims;
        let mut links = claims.iter().flat_map(|claim| &claim.links);
        let link = links.find(|link| matches!(link.difference, Difference::Scale { digits: 1, .. }));
        link.map(|link| link.of_values).expect("the two differ")
    };
    let alike = of_values("شارك في عملية الكهف غواصون بينهم 5 أجانب من دول كثيرة.");
    let unlike = of_values("في عملية الكهف شارك غواصون من دول وأخرجوا خمسة.");
    assert!((alike + FEW_OF_WHAT - unlike).abs() < 1e-9, "{alike} {unlike}");
}

/// How sure it is at most that what two reports tell is of one thing, where it differs.
fn bits(texts: [&str; 2]) -> f64 {
    let lexicon = crate::lexicon::Lexicon::builtin();
    // A report of a few words tells most things once.
    let rest = [
        "وهدأت الريح.\nوعاد الناس.\nوأشرقت الشمس.\nوصفا الماء.",
        "وانقشع الغيم.\nوسكن البحر.\nوأمسى المساء.\nونام القوم.",
    ];
    let texts = [0, 1].map(|at| format!("{} {}", texts[at], rest[at]));
    let documents = texts.map(|text| {
        let document = crate::document::Document { text, ..Default::default() };
        crate::align::Extracted { figures: crate::extract::figures(&document, lexicon), document }
    });
    let options = crate::align::AlignOptions { one_story: true, ..Default::default() };
    let claims = crate::align::claims(&documents, lexicon, &options).claims;
    claims.iter().flat_map(|claim| &claim.links).map(|link| link.bits).fold(0.0, f64::max)
}

#[test]
fn what_each_report_tells_once_is_of_one_thing() {
    for (one, other, least, sure) in [
        ("عبر الجسر 42 عداء صباحا.", "ركض في المدينة 45 عداء.", 10.0, true),
        // Of what each of several has its own.
        ("جمع الفريق 42 نقطة صباحا.", "ركض في المدينة 45 نقطة.", 10.0, false),
        // Too far from it, or made round of it.
        ("عبر الجسر 42 عداء صباحا.", "ركض في المدينة 90 عداء.", 10.0, false),
        ("عبر الجسر 4180 عداء صباحا.", "ركض في المدينة 4200 عداء.", 10.0, false),
        // One of two, one so far, and of anybody.
        ("عبر الجسر 42 عداء صباحا.", "ركض في المدينة 45 عداء. وعاد إلى القرية 12 عداء.", 10.0, false),
        ("نزح عن الجسر 42 عداء صباحا.", "في حصيلة المدينة 45 عداء.", 10.0, false),
        ("عبر الجسر 42 شخصا صباحا.", "ركض في المدينة 45 شخصا.", 10.0, false),
        (
            "قال البحار البالغ من العمر 66 عاما إن الريح هدأت.",
            "وذكر البحار البالغ من العمر 65 عاما أنه نجا.",
            13.0,
            true,
        ),
        (
            "قال البحار البالغ من العمر 66 عاما إن الريح هدأت.",
            "وذكر البحار البالغ من العمر 61 عاما أنه نجا.",
            13.0,
            false,
        ),
        (
            "قال البحار البالغ من العمر 66 عاما إن الريح هدأت.",
            "وذكر البحار أن والدها البالغ من العمر 65 عاما نجا.",
            12.0,
            false,
        ),
        // Of somebody whom the other does not name.
        (
            "قال البحار برقاوش البالغ من العمر 66 عاما إن الريح هدأت.",
            "وذكر البحار البالغ من العمر 65 عاما أنه نجا.",
            13.0,
            false,
        ),
        (
            "قال البحار برقاوش البالغ من العمر 66 عاما إن الريح هدأت.",
            "وذكر البحار البالغ من العمر 65 عاما أنه نجا. وعاد برقاوش إلى القرية.",
            13.0,
            true,
        ),
        ("تأسس مصرف الواحة عام 1977 في مرجان.", "يعمل المصرف منذ تأسيسه عام 1986 في القرية.", 10.0, true),
        ("احترق مصرف الواحة عام 1977 في مرجان.", "يعمل المصرف منذ تأسيسه عام 1986 في القرية.", 10.0, false),
        ("تأسس مصرف الواحة عام 1977 في مرجان.", "يعمل المصرف منذ تأسيسه عام 1986. وتأسس السوق عام 1990.", 10.0, false),
    ] {
        let bits = bits([one, other]);
        assert_eq!(bits > least, sure, "{one} {other} {bits}");
    }
}

#[test]
fn other_pairs_only_speak_against_a_pair() {
    for family in [&DIGITS, &NUMBERS, &BOUNDS, &DATES, &DATES_OF_FOUND] {
        assert!(family.margin >= 0.0 && family.told_too <= 0.0 && family.crowd <= 0.0 && family.side_by_side <= 0.0);
    }
}

#[test]
fn few_digits_meet_by_chance() {
    for (relation, of_scales, found) in [
        (Relation::Differ(Difference::Scale { tens: 2, digits: 3 }), A_HUNDRED, FOUND),
        (scale(1), ONE_DIGIT, FOUND + 2.0 * FEW_DIGITS),
        (scale(2), 0.0, FOUND + FEW_DIGITS),
        (scale(3), 0.0, FOUND),
        (scale(9), 0.0, FOUND),
        (Relation::Differ(Difference::Swapped { digits: 2 }), 0.0, FOUND + FEW_DIGITS),
        (Relation::Differ(Difference::Currency { digits: 1 }), 0.0, FOUND),
        (Relation::Differ(Difference::Measure { digits: 2 }), 0.0, FOUND + FEW_DIGITS),
        (Relation::Differ(Difference::Value), 0.0, FOUND),
        (Relation::Agree, 0.0, 0.0),
    ] {
        assert_eq!((of_scale(relation), of_found(Kind::Count, relation)), (of_scales, found), "{relation:?}");
    }
    assert_eq!(of_found(Kind::Date, Relation::Differ(Difference::Date)), 0.0);
}

#[test]
fn percentages_far_beyond_a_bound_are_of_something_else() {
    let news = "ناقش وزير الصيد خطة مرجان الجديدة";
    for (other, breaks) in [("12", true), ("161", false)] {
        let other =
            format!("{news} في لقاء مع صحيفة محلية قبل أن يغادر إلى بيته وقد ظل ما أنجز منها عند {other} بالمئة.");
        let one = format!("{news} أمام حشد كبير من أهلها حتى غابت شمس يومهم وسيخفض بطالة الشباب إلى أقل من 11 بالمئة.");
        let bits = bits([&one, &other]);
        assert_eq!(bits > 6.5, breaks, "{other} {bits}");
    }
}

#[test]
fn points_of_two_teams_are_of_two() {
    let rest = "رصيده إلى 71 نقطة في صدارة الترتيب وبقي بعيدا عن أقرب ملاحقيه.";
    let other = "رصيده إلى 84 نقطة في صدارة الترتيب وبقي بعيدا عن أقرب ملاحقيه.";
    let told = |owner: &str| bits([&format!("رفع فريق برقاوش {rest}"), &format!("رفع فريق {owner} {other}")]);
    assert!(told("برقاوش") > told("لوبيتز") + 4.0, "{} {}", told("برقاوش"), told("لوبيتز"));
}
