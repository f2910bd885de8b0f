# ما يقوله البرنامج بالعربية. لكل رسالة هنا نظيرة في en.ftl بالاسم نفسه.
# أعداد الجموع بقواعد CLDR: صفر، واحد، اثنان، قليل (3–10)، كثير (11–99)، غيرها.
#
# لكل معنى كلمة واحدة:
#   رقم      figure    ما يذكره النص من عدد أو تاريخ، كما كُتب
#   عدد      number    القيمة نفسها، بلا وحدتها
#   خانة     digit     الواحدة من 0 إلى 9 في كتابة العدد
#   قيمة     value     ما يقوله الرقم بعد تفسيره
#   مستند    document  ما يُقرأ: ملف أو سطر؛ ونصه كلامه
#   خبر      article   ما ينشره مصدر؛ والقصة story أخبار الحدث الواحد
#   تعارض    conflict  وله أطراف
#   طرف      side      المصادر التي تقول قيمة واحدة
#   شدة      severity  خطأ أو تحذير أو ملاحظة
#   مصادفة   chance
#   دليل     evidence  ومقياسه البت
# يُكتب تنوين النصب قبل الألف: معًا، نصًّا.

## القيم
# لا تمييز هنا بعد 11: تتبعها الوحدة مضافًا إليها («15 مليون دولار»)، فلا تُنوّن.
number-thousand = { $count ->
    [few] { $n } آلاف
   *[other] { $n } ألف
}
number-million = { $count ->
    [few] { $n } ملايين
   *[other] { $n } مليون
}
number-billion = { $count ->
    [few] { $n } مليارات
   *[other] { $n } مليار
}
number-trillion = { $count ->
    [few] { $n } تريليونات
   *[other] { $n } تريليون
}
vague-1 = عشرات
vague-2 = مئات
vague-3 = آلاف
vague-4 = عشرات الآلاف
vague-5 = مئات الآلاف
vague-6 = ملايين
vague-7 = عشرات الملايين
vague-8 = مئات الملايين
vague-9 = مليارات
vague-10 = عشرات المليارات
vague-11 = مئات المليارات
vague-12 = تريليونات
vague-13 = عشرات التريليونات
vague-14 = مئات التريليونات
value-with-unit = { $number } { $unit }
value-about = نحو { $value }
value-at-least = لا أقل من { $value }
value-at-most = لا أكثر من { $value }
value-percent = { $number }%
value-ratio = ×{ $number }
value-relative-date = تاريخ نسبي
value-hijri = { $date } ({ $hijri } هـ)
value-other-month = { $date } (أو الشهر { $month })
value-impossible = { $date } (لا وجود له)
value-weekday = { $date } ({ $weekday })
value-wrong-weekday = { $date } (كُتب { $weekday }، وهو { $actual })
value-day-month = { $day } { $month }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
weekday-monday = الاثنين
weekday-tuesday = الثلاثاء
weekday-wednesday = الأربعاء
weekday-thursday = الخميس
weekday-friday = الجمعة
weekday-saturday = السبت
weekday-sunday = الأحد
duration-and = { $first } و{ $second }
duration-years = { $count ->
    [one] سنة
    [two] سنتان
    [few] { $n } سنوات
   *[other] { $n } سنة
}
duration-months = { $count ->
    [one] شهر
    [two] شهران
    [few] { $n } أشهر
    [many] { $n } شهرًا
   *[other] { $n } شهر
}
duration-weeks = { $count ->
    [one] أسبوع
    [two] أسبوعان
    [few] { $n } أسابيع
    [many] { $n } أسبوعًا
   *[other] { $n } أسبوع
}
duration-days = { $count ->
    [one] يوم
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
duration-hours = { $count ->
    [one] ساعة
    [two] ساعتان
    [few] { $n } ساعات
   *[other] { $n } ساعة
}
duration-minutes = { $count ->
    [one] دقيقة
    [two] دقيقتان
    [few] { $n } دقائق
   *[other] { $n } دقيقة
}
duration-seconds = { $count ->
    [one] ثانية
    [two] ثانيتان
    [few] { $n } ثوانٍ
   *[other] { $n } ثانية
}
duration-vague-years = سنوات
duration-vague-months = أشهر
duration-vague-weeks = أسابيع
duration-vague-days = أيام
duration-vague-hours = ساعات
duration-vague-minutes = دقائق
duration-vague-seconds = ثوانٍ

## الكلمات
kind-money = مال
kind-date = تاريخ
kind-percent = نسبة
kind-count = عدد
kind-duration = مدة
kind-ratio = مضاعف
severity-error = خطأ
severity-warning = تحذير
severity-note = ملاحظة

## الجداول
table-source = المصدر
table-written = كما كُتب
table-value = القيمة
table-kind = النوع
table-line = السطر
table-source-line = { $source }:{ $lines }
conflict-subject = الموضوع: { $subject }
conflict-ratio = الفرق: { $ratio }
conflict-suspect = الأرجح أن الخطأ في { $side }
conflict-rule = القاعدة: { $rule }
rule = { $title } ({ $rule })
conflict-evidence = الدليل: { $evidence }
evidence-item = { $name } ({ $bits })
evidence-item-weightless = { $name }: { $detail }
evidence-item-detail = { $name }: { $detail } ({ $bits })
bits = { $count ->
    [few] { $n } بتات
    [many] { $n } بتًّا
   *[other] { $n } بت
}
evidence-score = المجموع { $bits }
evidence-head = الكلمة المجاورة نفسها
evidence-noun = المعدود نفسه
evidence-noun-against = معدودان مختلفان
evidence-measure = الشيء المقيس نفسه
evidence-measure-against = شيئان مقيسان مختلفان
evidence-change = الاتجاه نفسه
evidence-change-against = صعود ونزول
evidence-part-against = دوران مختلفان
evidence-period-against = فترتان مختلفتان
evidence-place = موضع في النص
evidence-prior = نقطة البداية لفرق من هذا النوع
evidence-step = الموعد الوحيد لخطوة واحدة في كل مستند
evidence-purpose = المدة الوحيدة لغرض واحد في كل مستند
evidence-purpose-against = مدتان لغرضين مختلفين
evidence-story = مستندان متقاربان
evidence-story-against = مستندان من يومين مختلفين أو قليلا التشابه
evidence-once = مذكور مرة واحدة في كل مستند
evidence-one_word-against = كلمة مشتركة واحدة فقط
evidence-one_document-against = كلاهما في مستند واحد، والأعداد المدوّرة تتشابه فيه مصادفة
evidence-order-against = لكل رقم ترتيب غير ترتيب الآخر
evidence-own_day-against = كل تاريخ على البعد نفسه من يوم خبره
evidence-age-against = عُمران لا يُعرف أنهما لشخص واحد
evidence-person = عُمران لشخص واحد
evidence-person-against = عُمران لشخصين مختلفين
evidence-money = مبلغان من المال
evidence-other_year = اليوم نفسه من سنة أخرى
evidence-rivals = كل منهما أقرب ما يقابل الآخر
evidence-rivals-against = لأحدهما في النص الآخر ما هو أقرب
evidence-row = الأعداد المجاورة لهما متطابقة
evidence-no_words-against = لا كلمة مشتركة قربهما
evidence-side_by_side-against = مصدر واحد يذكرهما معًا
evidence-told_too-against = أحد النصين يذكر القيمتين كلتيهما
evidence-apart-against = تاريخان متباعدان لا يكاد يجمعهما لفظ
evidence-crowd-against = أرقام كثيرة قد تتشابه مصادفة
evidence-recurring-against = حدث يتكرر كل حين
evidence-unit = وحدة القياس نفسها
evidence-site = المكان نفسه
evidence-site-against = مكانان مختلفان
evidence-words = كلمات مشتركة
evidence-scale = خانات مشتركة
evidence-swapped = خانات مشتركة تبدّل ترتيبها
evidence-currency = خانات مشتركة بعملة أخرى
evidence-measure_unit = خانات مشتركة بوحدة قياس أخرى
evidence-turn = خانات مشتركة لارتفاع وانخفاض
evidence-bound = حد وقيمة وراءه
evidence-value = عددان مختلفان
evidence-day_month = يوم وشهر متبادلان
evidence-date = تاريخان مختلفان
evidence-expected = المتوقع
list-separator = ،
list-more = { $first } و{ $second }
list-last = { $first } و{ $second }
times = { $count ->
    [one] مرة واحدة
    [two] مرتان
    [few] { $n } مرات
   *[other] { $n } مرة
}
summary-documents = { $count ->
    [zero] لا مستندات
    [one] مستند واحد
    [two] مستندان
    [few] { $n } مستندات
    [many] { $n } مستندًا
   *[other] { $n } مستند
}
summary-figures = { $count ->
    [zero] لا أرقام
    [one] رقم واحد
    [two] رقمان
    [few] { $n } أرقام
    [many] { $n } رقمًا
   *[other] { $n } رقم
}
summary-stories = { $count ->
    [zero] لا قصص
    [one] قصة واحدة
    [two] قصتان
    [few] { $n } قصص
   *[other] { $n } قصة
}
summary-errors = { $count ->
    [one] خطأ واحد
    [two] خطآن
    [few] { $n } أخطاء
   *[other] { $n } خطأ
}
summary-warnings = { $count ->
    [one] تحذير واحد
    [two] تحذيران
    [few] { $n } تحذيرات
    [many] { $n } تحذيرًا
   *[other] { $n } تحذير
}
summary-notes = { $count ->
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $n } ملاحظات
   *[other] { $n } ملاحظة
}
summary-clean = لا تعارض
summary-nothing = لا شيء يقارَن
summary-limited = المعروض { $shown } من { $all }، الأثقل منها
summary-unlimited = يعرضها كلها ‎--limit 0‎
summary-line = { $read }: { $found }

## العرض
demo-heading = قصص مضمّنة في تدقيق، لكل منها ثلاثة مصادر:

## الصيغ الأخرى
report-title = تدقيق الأرقام
side-states = { $side }: { $values } ({ $sources })
sides-differ = { $first } ≠ { $second }
sentence = الجملة
side = الطرف
review-false = خطأ
review-disputed = تتعارض فيه المصادر

## القرارات
decision-confirmed = أكّده مراجع
decision-dismissed = ردّه مراجع: { $reason }
decision-baseline = قُبل مع خط الأساس
decision-right = الصحيح: { $side }
reason-different-things = شيئان مختلفان
reason-rounding = تقريب
reason-both-right-at-their-time = كلٌّ صحيح في وقته
reason-baseline = قائم من قبل
reason-other = سبب آخر
summary-confirmed = المؤكَّد منها: { $n }
summary-dismissed = { $count ->
    [one] وتعارض واحد مردود
    [two] وتعارضان مردودان
    [few] و{ $n } تعارضات مردودة
    [many] و{ $n } تعارضًا مردودًا
   *[other] و{ $n } تعارض مردود
}

## الصفحة
page-title = تدقيق: أرقام لا تتفق بين المصادر
page-heading = أرقامٌ لا تتّفق
page-lead = قرأ «تدقيق» ما قالته المصادر عن الحدث الواحد، واستخرج كل رقم وتاريخ، وعرض هنا ما لا يمكن أن يصحّ كلُّه معًا. اقرأ الجملتين، ثم ارجع إلى المصدر قبل أن تحكم.
page-skip = إلى التعارضات
page-conflicts = التعارضات
page-documents = المستندات
page-filters = تصفية
page-search = بحث
page-search-hint = كلمة أو رقم أو مصدر
page-severity = الشدة
page-kind = النوع
page-rule = القاعدة
page-source = المصدر
page-all = الكل
page-clear = مسح التصفية
# The page's script puts the numbers for N and ALL.
page-shown-shape = المعروض: N من ALL
page-nothing-shown = لا تعارض بهذه التصفية.
page-clean = لم يجد «تدقيق» تعارضًا بين هذه المصادر.
page-language = English
page-theme = المظهر
page-theme-auto = كالنظام
page-theme-light = فاتح
page-theme-dark = داكن
page-story = القصة
page-sources = { $count ->
    [one] مصدر واحد
    [two] مصدران
    [few] { $n } مصادر
    [many] { $n } مصدرًا
   *[other] { $n } مصدر
}
page-conflict-count = { $count ->
    [zero] لا تعارض
    [one] تعارض واحد
    [two] تعارضان
    [few] { $n } تعارضات
    [many] { $n } تعارضًا
   *[other] { $n } تعارض
}
page-apart = الفرق
page-suspect = الأرجح أنه الخطأ
page-right = الصحيح بحسب المراجع
page-evidence = لماذا نظنها عن الشيء نفسه؟
page-fingerprint = البصمة
page-scale-log = على مقياس لوغاريتمي: كل درجة عشرة أضعاف
page-scale-near = على مقياس لوغاريتمي مكبَّر
page-scale-time = على خط الزمن
page-in-document = في المستند، السطر { $line }
page-open-source = الأصل على الشبكة
page-no-publisher = ناشر غير معروف
page-documents-lead = النص كاملًا، وكل رقم فيه معلَّم. مرّر فوقه أو انتقل إليه بلوحة المفاتيح لترى قيمته؛ المسطَّر بخط مموّج داخلٌ في تعارض. المستندات المتعارضة أولًا.
page-left-out = نصوص { $n } من المستندات الأخرى ليست هنا، كي لا تكبر الصفحة.
page-made-by = صفحة صنعها تدقيق { $version }، وتعمل بلا شبكة.
page-guide = كيف تُقرأ هذه الصفحة؟
page-guide-sides = كل حرف طرف: مصادر تقول القيمة نفسها. المتقابلان لا يصحّان معًا.
page-guide-scale = الخط يضع كل طرف عند قيمته: درجتان متجاورتان بينهما عشرة أضعاف، فيظهر الصفر الزائد والفاصلة الساقطة من أول نظرة.
page-guide-severity = الخطأ: لا يصحّ الطرفان. التحذير: الأرجح أن أحدهما خطأ. الملاحظة: قد يصحّ كلٌّ في وقته.
page-guide-bits = البت مقياس الثقة بأن الأرقام عن الشيء نفسه: كل بت زائد يجعل احتمال المصادفة نصف ما كان.

## Review
decisions-what = القرار
decisions-conflict = التعارض
decisions-who = مَن ومتى
decisions-none = لا قرارات.
decisions-newer = كتبه إصدار أحدث من تدقيق (الإصدار { $version })؛ حدّث تدقيق
decisions-broken = السطر { $line }: { $reason }
decisions-meanwhile = قرر غيرك في هذه الأثناء
also = وكذلك: { $sources }
closeup-more = { $count ->
    [one] ومصدر آخر
    [two] ومصدران آخران
    [few] و{ $n } مصادر أخرى
    [many] و{ $n } مصدرًا آخر
   *[other] و{ $n } مصدر آخر
}
review-keys = [{ $place }/{ $all }] تأكيد c · رد d · تأجيل s · رجوع b · فتح o · خروج q · مساعدة ?:
review-right = أي الأطراف صحيح؟ { $sides }، أو Enter إن لم يُعرف:
review-reason = لماذا ليس تعارضًا؟ { $reasons }:
review-note = ما السبب؟ (Enter للإنهاء)
review-open = مستند أي طرف يُفتح؟ { $sides }:
review-kept = حُفظ: { $decision }
review-taken-back = سُحب القرار.
review-meanwhile = قرر غيرك في هذه الأثناء: { $decision }. لم يُحفظ جوابك؛ أجب ثانية ليحل محل قراره.
review-failed = لم يُحفظ: { $error }
review-not-opened = لم يُفتح { $source }: { $reason }
review-unknown = لا معنى لهذا المفتاح هنا؛ ? تشرح المفاتيح.
review-unknown-answer = أجب بأحد ما يعرضه السؤال، أو عُد إلى التعارض بالمفتاح Escape.
review-nothing = لا شيء للمراجعة: ما من تعارض بلا قرار.
review-done = لم يبق شيء بلا قرار.
review-left = { $count ->
    [one] بقي تعارض واحد.
    [two] بقي تعارضان.
    [few] بقيت { $n } تعارضات.
    [many] بقي { $n } تعارضًا.
   *[other] بقي { $n } تعارض.
}
review-help =
    تأكيد c: لا يمكن أن يصح الطرفان معًا؛ ثم رقم الطرف الصحيح، أو Enter
    رد d: ليس تعارضًا؛ ثم السبب
    تأجيل s: يُترك إلى وقت آخر
    رجوع b: إلى ما قبله (أو Backspace)
    سحب u: سحب القرار في هذا التعارض
    فتح o: فتح مستند عند السطر في المحرر $EDITOR
    خروج q: وما تقرر يبقى (أو Ctrl-C)
    يُخرج Escape من السؤال. ومفاتيح لوحة المفاتيح العربية تؤدي العمل نفسه.

## القواعد
rules-id = القاعدة
rules-severity = الشدة
rules-off = معطّلة
rules-title = ما تجده
rules-heading = { $id }: { $title } ({ $severity })
rules-file = الملف: { $file }
rules-min-bits = تتكلم من { $bits } من الأدلة على أن الأرقام عن الشيء نفسه
rules-one-document-bits = وفي المستند الواحد من { $bits }
rules-sure-bits = ودون { $bits } تخف شدة نتائجها درجة
rules-topic = يراقب جملًا فيها: { $words }
rules-topic-known = المعروف: { $value }
rules-kinds = فقط: { $kinds }
rules-causes = أسباب محتملة
rules-conflicts = تعارض
rules-agrees = لا تعارض
rules-proven = كما تقول القاعدة
rules-examples = { $count ->
    [one] مثال واحد
    [two] مثالان
    [few] { $n } أمثلة
    [many] { $n } مثالًا
   *[other] { $n } مثال
}
rules-failed = { $count ->
    [one] واحد ليس كما تقول القاعدة
    [two] اثنان ليسا كما تقول القاعدة
   *[other] { $n } ليست كما تقول القاعدة
}

## صفحة المراجعة
page-left-shape = بلا قرار: N من ALL
page-undecided = بلا قرار
page-confirmed = مؤكَّد
page-dismissed = مردود
page-confirm = لا يمكن أن تصحّ كلها. والصحيح:
page-confirm-unknown = غير معروف
page-confirm-one = هو خطأ
page-dismiss = ليس تعارضًا:
page-note = ملاحظة
page-undo = سحب القرار
page-meanwhile = قرر غيرك في هذه الأثناء، وقراره أعلاه. لم يُحفظ جوابك: أجب ثانية ليحل محل قراره.
page-failed = لم يُحفظ:
page-gone = لم يُحفظ: الخادم لا يجيب. أما زال «تدقيق» يعمل؟

## سير العمل
progress-reading = القراءة
progress-comparing = المقارنة

## ما قد يعترض القراءة
problem-line = { $level }: { $text }
problem-more = { $path }: وفيه { $n } أخرى مثل هذه
problem-nothing-read = لا شيء يُقرأ: لم يُعثر على أي مستند
problem-missing = { $path }: لا ملف ولا مجلد بهذا الاسم؛ تحقق من المسار
problem-unreadable = { $path }: تعذرت قراءته: { $error }
problem-empty-folder = { $path }: لا مستندات في هذا المجلد؛ يقرأ تدقيق ملفات { $endings }
problem-passed-over = { $path }: { $count ->
    [one] تُرك ملف واحد من نوع آخر
    [two] تُرك ملفان من نوع آخر
    [few] تُركت { $n } ملفات من نوع آخر
    [many] تُرك { $n } ملفًا من نوع آخر
   *[other] تُرك { $n } ملف من نوع آخر
} ({ $endings }) دون قراءة؛ احفظ الأخبار بصيغة ‎.txt أو ‎.md أو ‎.html، أو خبرًا في كل سطر بصيغة ‎.jsonl
problem-empty = { $path }: فارغ؛ لا شيء يُقرأ فيه
problem-too-large = { $path }: أكبر من أن يكون مستندًا واحدًا؛ قسّمه، أو اجعل كل مستند في سطر من ملف ‎.jsonl
problem-garbled = { $path }: يبدو نصًّا عربيًّا أُخطئ في ترميزه ثم حُفظ كذلك؛ احفظه من جديد من مصدره
problem-garbled-line = { $path }:{ $line }: يبدو نصًّا عربيًّا أُخطئ في ترميزه ثم حُفظ كذلك؛ اكتبه من جديد من مصدره
problem-not-text = { $path }: { $reason }
problem-no-article = { $path }: لم يُعثر في هذه الصفحة على خبر، أو أن وسومها متداخلة بلا نهاية؛ احفظ نصها في ملف ‎.txt
problem-json = { $path }: يُقرأ JSON مستندًا في كل سطر؛ اكتبه كذلك وسمّه ‎.jsonl (يحوّل `jq -c '.[]'` القائمة إلى أسطر)
problem-table = { $path }: قُرئ نصًّا متصلًا لا معنى للأعمدة فيه؛ اجعل كل مستند في سطر من ملف ‎.jsonl
problem-not-lines = { $path }: ليس مما يكتبه `tadqiq extract --format documents`؛ اذكر ملف ‎.jsonl الذي كتبه
problem-line-not-text = { $path }:{ $line }: { $reason }
problem-bad-line = { $path }:{ $line }: ليس مستندًا: { $reason }
problem-no-text = { $path }:{ $line }: لا بد للمستند من `text`
problem-empty-text = { $path }:{ $line }: الحقل `text` فارغ؛ لا شيء يُقرأ فيه
problem-long-line = { $path }:{ $line }: السطر أطول من أن يكون مستندًا واحدًا؛ اكتب كل مستند في سطر
problem-bad-day = { $path }:{ $line }: قيمة `{ $key }` هي «{ $text }»، وليست تاريخًا مثل 2025-02-12؛ قُرئ المستند من دونها
problem-bad-catalog = { $path }:{ $line }:{ $column }: { $reason }؛ كل جدول ملف أو مجلد: ["a.txt"] publisher = "…", published = 2025-02-12
problem-unknown-file = { $path }: يصف «{ $file }»، ولا وجود له
problem-same-id = { $path }:{ $line }: المعرّف «{ $id }» للمستند { $first } أيضًا؛ سُمّي هذا { $name }
warning-no-decisions = { $path }: لا ملف بهذا الاسم؛ لا قرار يُعمل به
note-serving = افتح هذا الرابط في متصفح على هذا الحاسوب، وينتهي الخادم بالمفتاحين Ctrl-C
note-none-confirmed = المخطط فارغ: فيه ما أكّده مراجع، ولم يؤكَّد شيء من هذه التعارضات؛ يؤكّدها `tadqiq review`
problem-our-report = { $path }: تقرير كتبه تدقيق؛ لم يُقرأ
problem-our-report-named = { $path }: تقرير كتبه تدقيق وليس خبرًا؛ اذكر الأخبار نفسها
problem-our-figures = { $path }: أرقام استخرجها `tadqiq extract`؛ لم تُقرأ: أعطها للأمر `tadqiq check --figures`
problem-our-figures-named = { $path }: فيه أرقام استخرجها `tadqiq extract` ويعاد هنا استخراجها؛ يأخذها الخيار `--figures`
not-text-format = ملف { $name } وليس نصًّا؛ احفظ نصه في ملف ‎.txt أو ‎.html
not-text-compressed = مضغوط وليس نصًّا؛ فُكّ ضغطه، أو اقرأ JSONL بالأمر `zcat { $path } | tadqiq … -`
not-text-binary = ليس نصًّا (البايت { $at } صفر)؛ لا بد لـ UTF-16 من علامة ترتيب البايتات، وإلا فاحفظ النص بترميز UTF-8
not-text-utf8 = ترميز UTF-8 معطوب في السطر { $line }، العمود { $column }؛ احفظ النص من جديد بترميز UTF-8
not-text-utf16 = ترميز UTF-16 معطوب؛ احفظ النص بترميز UTF-8
not-text-unknown = ليس UTF-8 ولا UTF-16 بعلامة ترتيب البايتات ولا Windows-1256؛ احفظ النص بترميز UTF-8
# Braces are quoted, since they would be places to fill.
not-document-list = قائمة، يحوّلها `jq -c '.[]'` إلى أسطر
not-document-no-object = ليس كائنًا؛ السطر كائن مثل {"{"}"id": "1", "text": "…"{"}"}
not-document-cut = انقطع JSON (البايت { $byte })؛ اكتب كل كائن في سطر
not-document-no-json = ليس JSON (البايت { $byte })؛ السطر كائن مثل {"{"}"id": "1", "text": "…"{"}"}
not-document-value = قيمة من غير نوعها (البايت { $byte }): `id` نص أو عدد صحيح، وما يُقرأ سواه نص
not-document-twice = فيه `{ $key }` مرتين (البايت { $byte })؛ للمستند واحد منه
not-document-no-figures = لا `figures` فيه؛ يكتبها `tadqiq extract --format documents`
system-not-found = لا ملف ولا مجلد بهذا الاسم
system-permission-denied = لا إذن بذلك
system-no-folder = ليس مجلدًا
system-is-folder = هو مجلد؛ سمّ ملفًّا فيه
system-address-in-use = يستعمله برنامج آخر
system-no-program = لا برنامج بهذا الاسم
system-storage-full = القرص ممتلئ
failure-unreadable = { $path }: تعذرت قراءته: { $error }
failure-unwritable = { $name }: تعذرت الكتابة إليه: { $error }
unwritable-named = هو من الملفات المقروءة؛ سمّ ملفًّا آخر
unwritable-article = فيه خبر من المجلد المقروء سيضيع؛ سمّ ملفًّا آخر
unwritable-settings = ملفات ‎.toml والقرارات يقرؤها تدقيق ولا يكتب فيها نتائجه؛ سمّ ملفًّا آخر مثل report.html
failure-standard-output = الخرج القياسي
failure-config = { $place }: { $reason }؛ يبيّن `tadqiq config --help` ما يجوز فيه
failure-config-rule = يذكر [severity] القاعدة «{ $rule }»، ولا قاعدة بهذا الاسم؛ يسرد `tadqiq rules list` القواعد
failure-no-rule = لا قاعدة اسمها «{ $rule }»؛ يسرد `tadqiq rules list` القواعد
failure-meant = {" "}(أتقصد «{ $rule }»؟)
failure-no-rule-file = لا قاعدة في { $path }: القاعدة ملف ‎.toml؛ يعرض `tadqiq rules show scale` واحدة
failure-rules-unreadable = { $path }: تعذرت قراءته: { $error }؛ سمّ مجلدًا فيه ملفات ‎.toml
failure-no-topic-file = لا موضوع في { $path }: الموضوع ملف ‎.toml فيه [topic]؛ يعرض `tadqiq rules show suez-length` واحدًا
failure-bom = الخيار ‎--bom للصيغة csv وحدها
failure-port = تعذر استعمال المنفذ { $port }: { $error }؛ أعطِ غيره بالخيار ‎--port أو لا تعطِ شيئًا
failure-keys = يقرأ `review` المفاتيح من الدخل القياسي: أعطه المستندات ملفات
