//! The names of months, and the other words of dates, in the languages of Europe and of those
//! that the widget speaks. All in lower case.

use crate::feed::scan;

/// The beginnings of the months' names, a line each. Where the beginning of one is that of
/// another, the longest decides: Finnish `marraskuu` is not March.
const MONTHS: &str = "\
jan jän ian gen ene ιαν янв яну јан студз січ sty led sij oca tamm jaan urt saus يناير جانفي كانون ژانو جنور जन জানু ינו ιανουα eaná yan ion xan มกร มค
feb fév fev feabh φεβ фев феб лют lut úno velj şub helm veeb ots vas febr فبراير شباط فيفري فوریه فرور फ़र फर ফেব্রু פבר shku peb chwef frar กุมภ กพ
mar mär maer már maa mrt μάρ μαρ мар бер сак ožu bře maal mars märts kov mart مارس آذار مارچ मार्च মার্চ מרץ márta mac maw mäe มีน มีค
apr avr abr ápr απρ апр кві крас kwi dub trav tra nis huht balan bal أبريل ابريل أفريل نيسان آوریل اپریل अप्र এপ্রি אפר aib pri api ebr เมษ เมย
may mai mag máj maj mei maí μάι μαΐ μαι май мая мај тра maio svi kvě touk gegu geg maia مايو ماي أيار مه مئی मई মে מאי beal mee mej พฤษภ พค
jun juin iun giu jún jūn ιούν ιουν июн јун юн чер чэрв cze čvn červ haz kes kesä juun bir يونيو جوان حزيران ژوئن جون जून জুন יונ meith qers eka hun iyun meh xuñ ġun มิถ มิย
jul juil iul lug júl jūl ιούλ ιουλ июл јул юл лип ліп lip čvc červenc červenec tem hein juul uzt liep يوليو جويلية تموز ژوئیه جولائ जुल জুলা יול iúil korr hul iyul gorff xul lul กรก กค
aug ago aoû aou agt ags agus αύγ αυγ авг август жні сер sie srp ağu elo rugp kolo kol ágú avg gush أغسطس اغسطس غشت آب أوت اوت اگست अग আগস্ট אוג lúna abu avq awst aww ogo สิง สค
sep set sent sze szep σεπ сен сеп вер sept wrz zář ruj eyl syys rugs شتنبر سبتمبر أيلول سپتامبر ستمبر सित সেপ্টে ספט meán shta ira medi กันย กย
oct okt ott out οκτ окт жов каст paź říj eki loka spal أكتوبر اكتوبر تشرين اکتبر اکتوبر अक्ट अक्तू অক্টো אוק deir tet hyd urr ตุล ตค
nov noi nób nóv νοέ νοε ноя ное нов лис ліст lis kas marr lapk نوفمبر نونبر نوامبر نومبر नव নভে נוב samh nën stu aza nob noy tach พฤศจ พย
dec dez déc dic des dets δεκ дек дец гру снеж сне gru pro ara joul grood gruod ديسمبر دجنبر دسامبر دسمبر दिस ডিসে דצמ noll dhje abe dek dis diċ rhag ธันว ธค";

/// The months of RFC 822 in lower case, four letters each.
const ENGLISH: &str = "jan feb mar apr may jun jul aug sep oct nov dec ";

/// A day of the week that begins like a month: Tuesday in Romance languages, Monday in Germanic
/// ones and in Finnish, Saturday in Catalan.
const NOT_MONTHS: &str = "marte marț mardi maand maana mand dissa";

/// Words of dates that name no zone, though they may come behind the time.
pub(super) const FILLERS: &str = "de del den di du of le la at um à uhr h hs hrs god kl klo г р год года року roku \
     th st nd rd er año év ore ora uur ч час น";

/// Words for the hours after noon.
pub(super) const AFTERNOON: &str = "pm μμ م عصر em ch ös بعدازظهر अपराह्न";

/// Words for those before. They count behind the time only.
pub(super) const MORNING: &str = "am πμ ص fm sa öö صبح पूर्वाह्न";

/// The month of that name, from 1.
pub(super) fn month(word: &str, language: &str) -> Option<i64> {
    // RFC 822's own names: most dates have no others.
    if let (3, Some(at)) = (word.len(), scan::find(ENGLISH, word)) {
        return i64::try_from(at / 4 + 1).ok();
    }
    if is_weekday(word) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    // Hebrew writes "in" together with the month.
    let word = lower.trim_start_matches('ב');
    let begins = |names: &str| names.split(' ').any(|name| word.starts_with(name));
    if begins(NOT_MONTHS) || word == "marti" {
        return None;
    }
    // The names of Slavic months wander: Croatian `listopad` is October, Polish November.
    if matches!(language, "hr" | "bs") || language.starts_with("hr-") {
        let own = [("lip", 6), ("srp", 7), ("lis", 10)];
        if let Some((_, month)) = own.iter().find(|(name, _)| word.starts_with(name)) {
            return Some(*month);
        }
    }
    let mut best = (0, None);
    for (month, names) in (1..).zip(MONTHS.split('\n')) {
        for name in names.split(' ') {
            if name.len() > best.0 && word.starts_with(name) {
                best = (name.len(), Some(month));
            }
        }
    }
    best.1
}

/// Whether a name is one of a month that depends on the language.
pub(super) fn depends_on_language(word: &str) -> bool {
    ["lip", "srp", "lis"]
        .iter()
        .any(|name| word.starts_with(name))
}

/// The month that a second word makes of the first: the Levant's two Kanuns and Tishrins.
pub(super) fn second_word(word: &str, month: Option<i64>) -> Option<i64> {
    match (word, month?) {
        ("الأول" | "الاول", 1) => Some(12),
        ("الثاني", 10) => Some(11),
        _ => None,
    }
}

/// The month that a Vietnamese number means; eleven and twelve are ten and another.
pub(super) fn vietnamese(word: &str, month: Option<i64>) -> Option<i64> {
    let numbers = "giêng hai ba tư năm sáu bảy tám chín mười";
    match (word, month) {
        ("một", Some(10)) => Some(11),
        ("hai", Some(10)) => Some(12),
        ("một", None) => Some(1),
        (_, None) => (1..)
            .zip(numbers.split(' '))
            .find_map(|(number, name)| (name == word).then_some(number)),
        _ => None,
    }
}

/// The year before the first of an era: those of Japan since 1926, and that of Taiwan.
pub(super) fn era(word: &str) -> Option<i64> {
    Some(match word {
        "令和" => 2018,
        "平成" => 1988,
        "昭和" => 1925,
        "民國" | "民国" => 1911,
        _ => return None,
    })
}

/// Whether a word is English for a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    let start = word.get(..3).unwrap_or_default().to_ascii_lowercase();
    scan::is_listed(&start, "mon tue wed thu fri sat sun")
}

/// What a sign of Chinese, Japanese or Korean says of the number before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    /// Not of a number: before or after noon.
    HalfOfDay,
}

/// The sign that a word begins with. Days of the week begin alike, and are none.
pub(super) fn sign(word: &str) -> Option<Sign> {
    if ["일요", "월요", "日曜", "月曜"]
        .iter()
        .any(|day| word.starts_with(day))
    {
        return None;
    }
    Some(match word.chars().next()? {
        '年' | '년' => Sign::Year,
        '月' | '월' => Sign::Month,
        '日' | '일' | '号' | '號' => Sign::Day,
        '時' | '时' | '시' | '点' | '點' => Sign::Hour,
        '分' | '분' => Sign::Minute,
        '秒' | '초' => Sign::Second,
        _ => return half_of_day(word).map(|_| Sign::HalfOfDay),
    })
}

/// Whether a word of those languages means the afternoon (`true`) or the morning.
pub(super) fn half_of_day(word: &str) -> Option<bool> {
    let says = |signs: &[&str]| signs.iter().any(|sign| scan::find(word, sign).is_some());
    match () {
        () if says(&["오후", "下午", "午後", "晚上"]) => Some(true),
        () if says(&["오전", "上午", "午前", "早上"]) => Some(false),
        () => None,
    }
}
