//! Text like the news, made from a seed: the same on every machine.

/// How many figures the text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Density {
    /// None.
    None,
    /// As in the news: one sentence in three.
    Typical,
    /// Every sentence.
    Dense,
}

/// A small generator of pseudo-random numbers (Knuth's MMIX constants).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }
}

const PLAIN: [&str; 8] = [
    "وأكد المتحدث باسم الوزارة أن المشاورات مستمرة مع الأطراف المعنية بهدف الوصول إلى تسوية ترضي الجميع",
    "ويرى مراقبون أن الخطوة جاءت متأخرة لكنها تعكس رغبة حقيقية في معالجة أسباب الخلاف",
    "ودعت المنظمة إلى فتح تحقيق مستقل في ملابسات الحادث ومحاسبة المسؤولين عن التقصير",
    "وشهدت شوارع المدينة ازدحاما كبيرا بعد إغلاق الطريق الرئيسي المؤدي إلى الميناء القديم",
    "وأعربت الحكومة عن ارتياحها لنتائج الزيارة التي وصفتها بالناجحة على مختلف المستويات",
    "ولم يصدر تعليق فوري من الشركة على الأنباء التي تداولتها وسائل إعلام محلية",
    "وأشار الخبير إلى أن المنافسة في القطاع تزداد شراسة مع دخول لاعبين جدد إلى السوق",
    "وأضاف البيان أن الجانبين اتفقا على مواصلة التنسيق في القضايا ذات الاهتمام المشترك",
];

const NAMES: [&str; 12] = [
    "الواحة",
    "النخيل",
    "الأفق",
    "الضفاف",
    "مرجان",
    "سنابل",
    "البيان",
    "الميناء",
    "الشروق",
    "المدار",
    "الخليج",
    "القمة",
];
const SECTORS: [&str; 6] = ["للطيران", "للطاقة", "للتعدين", "للاتصالات", "للأسمدة", "للصناعات الغذائية"];
const CURRENCIES: [&str; 5] = ["دولار", "ريال سعودي", "درهم إماراتي", "جنيه مصري", "يورو"];
const SCALES: [&str; 3] = ["ألف", "مليون", "مليار"];
const MONTHS: [&str; 6] = ["يناير", "مارس/آذار", "يوليو", "أيلول", "نوفمبر", "كانون الأول"];

/// What one event's reports say: a company, a sum, a share, a year.
pub struct Event {
    company: String,
    money: String,
    percent: usize,
    people: usize,
    day: String,
}

impl Event {
    pub fn new(dice: &mut Dice) -> Event {
        // Rare words make stories: a name of made-up syllables stands for them, of so many that among tens of thousands
        // of events hardly two have one. More documents tell of more events, and not more of each.
        let syllables = ["با", "را", "نو", "تي", "مو", "سا", "لي", "كو", "دا", "في"];
        let name: String = (0..6).map(|_| dice.of(&syllables)).collect();
        let scale = dice.of(&SCALES);
        let currency = dice.of(&CURRENCIES);
        Event {
            company: format!("{} {name} {}", dice.of(&NAMES), dice.of(&SECTORS)),
            money: format!("{}.{} {scale} {currency}", 1 + dice.below(900), dice.below(10)),
            percent: 1 + dice.below(90),
            people: 100 + dice.below(90_000),
            day: format!("{} {} {}", 1 + dice.below(28), dice.of(&MONTHS), 2010 + dice.below(15)),
        }
    }

    fn sentence(&self, dice: &mut Dice) -> String {
        let Event { company, money, percent, people, day } = self;
        match dice.below(5) {
            0 => format!("وبلغت قيمة الصفقة التي أعلنتها شركة {company} نحو {money} وفق بيان رسمي"),
            1 => format!("وارتفعت أرباح {company} بنسبة {percent} في المئة مقارنة بالفترة نفسها من العام الماضي"),
            2 => format!("ويعمل في مصانع {company} أكثر من {people} موظف موزعين على ثلاث مدن"),
            3 => format!("ومن المقرر أن تبدأ {company} التشغيل التجاري في {day} بعد تأجيل دام ستة أشهر"),
            _ => format!("وكانت {company} قد طرحت {percent}% من أسهمها يوم {day} مقابل {money}"),
        }
    }

    /// A report of the event, of about `sentences` sentences.
    pub fn article(&self, dice: &mut Dice, sentences: usize, density: Density) -> String {
        let mut text = format!("{} تعلن عن خطوة جديدة\n\n", self.company);
        for at in 0..sentences {
            let figures = match density {
                Density::None => false,
                Density::Typical => dice.below(3) == 0,
                Density::Dense => true,
            };
            text.push_str(&if figures { self.sentence(dice) } else { dice.of(&PLAIN).to_string() });
            text.push_str(if at % 3 == 2 { ".\n" } else { ". " });
        }
        text
    }
}
