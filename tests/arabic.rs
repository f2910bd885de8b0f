//! What a reader of Arabic is shown is Arabic: values, and what goes wrong.

mod program;

use program::{Ran, program, put, ran};

fn arabic<S: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = S>) -> Ran {
    ran(program().env("LANG", "ar_EG.UTF-8").args(arguments))
}

#[test]
fn values_are_named_as_arabic_names_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "بلغت قيمة المشروع 500 مليار دولار، وقتل 5 أشخاص وأصيب 15 شخصا و100 طفل، ودفعت الشركة 7 ريالات سعودية.\n";
    let file = put(folder.path(), "a.txt", text);
    let shown = arabic(["extract", &file]).stdout;
    for value in ["500 مليار دولار أمريكي", "5 أشخاص", "15 شخصًا", "100 طفل", "7 ريالات سعودية"]
    {
        assert!(shown.contains(&format!("\u{2068}{value}\u{2069}")), "{value}: {shown}");
    }
    assert!(!shown.contains("USD") && !shown.contains("SAR"), "{shown}");
    let english = ran(program().args(["extract", &file])).stdout;
    assert!(english.contains("500 billion USD"), "{english}");
}

#[test]
fn what_goes_wrong_is_told_in_arabic() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    put(folder.path(), "lines.jsonl", "{\"text\": 5}\n{\"id\": 1}\n{\"text\": \"5%\", \"published\": \"أمس\"}\n");
    put(folder.path(), "a.pdf", b"%PDF-1.7");
    put(folder.path(), "a.txt", "5%");
    put(folder.path(), "bad/tadqiq.toml", "lang = 5\n");
    put(folder.path(), "bad/a.txt", "5%");
    put(folder.path(), "new.toml", "version = 99\n");
    for (arguments, says) in [
        (vec!["check", "nope"], "خطأ: nope: لا ملف ولا مجلد بهذا الاسم"),
        (vec!["check", &path("a.pdf")], "ملف PDF وليس نصًّا"),
        (vec!["check", &path("lines.jsonl")], "lines.jsonl:1: ليس مستندًا: قيمة من غير نوعها (البايت 10)"),
        (vec!["check", &path("lines.jsonl")], "lines.jsonl:2: لا بد للمستند من `text`"),
        (vec!["check", &path("lines.jsonl")], "تحذير: "),
        (vec!["check", &path("bad")], "يبيّن `tadqiq config --help` ما يجوز فيه"),
        (vec!["check", "--bom", &path("a.txt")], "خطأ: الخيار"),
        (vec!["check", &path("a.txt"), "-o", "/nowhere/x"], "خطأ: /nowhere/x: تعذرت الكتابة إليه: لا ملف"),
        (vec!["rules", "list", "--rules", "/nowhere"], "/nowhere: تعذرت قراءته: لا ملف ولا مجلد بهذا الاسم؛ سمّ مجلدًا"),
        (vec!["check", &path("a.txt"), "--decisions", &path("new.toml")], "new.toml: كتبه إصدار أحدث من تدقيق"),
        (vec!["rules", "explain", "nope"], "لا قاعدة اسمها «nope»"),
        (vec!["check", "--figures", &path("a.txt")], "ليس مما يكتبه `tadqiq extract --format documents`"),
    ] {
        let ran = arabic(&arguments);
        assert_eq!(ran.status, 2, "{arguments:?}");
        assert!(ran.stderr.contains(says), "{arguments:?}: {}", ran.stderr);
        assert!(!ran.stderr.contains("error") && !ran.stderr.contains("warning"), "{}", ran.stderr);
    }
    let keys = ["review", "tests/stories/bid", "--decisions", "/nowhere/d.toml"];
    let kept = ran(program().env("LANG", "ar_EG.UTF-8").args(keys).write_stdin("d1q"));
    for told in [&kept.stdout, &kept.stderr] {
        assert!(told.contains("/nowhere/.d.toml.lock: تعذرت الكتابة إليه: لا ملف ولا مجلد بهذا الاسم"), "{told}");
    }
    let english = arabic(["check", "--lang", "en", "nope"]).stderr;
    assert!(english.starts_with("error: nope: no such file or folder"), "{english}");
}
