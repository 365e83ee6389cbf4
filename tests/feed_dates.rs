//! When was it published, and how sure are we? What is written → what is known of it: a moment
//! in UTC, a day alone, or nothing (`-`).

#![allow(missing_docs, clippy::panic)]

mod support;

use strillone::feed::date::{self, Habits};
use strillone::host::Native;

fn known(text: &str) -> String {
    date::parse(text, &mut Habits::default(), &Native)
        .map_or_else(|| "-".to_owned(), |date| date.to_rfc3339())
}

fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(written, meant)| known(written) != *meant)
        .map(|(written, meant)| format!("{written}: {}, not {meant}", known(written)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The dates of a feed's items.
fn in_feed(language: &str, dates: &[&str]) -> Vec<String> {
    let items: String = dates
        .iter()
        .map(|date| format!("<item><title>{date}</title><pubDate>{date}</pubDate></item>"))
        .collect();
    let language = match language {
        "" => String::new(),
        tag => format!("<language>{tag}</language>"),
    };
    let feed = format!("<rss version='2.0'><channel>{language}{items}</channel></rss>");
    support::items(&feed)
        .iter()
        .map(|item| {
            item.date()
                .map_or_else(|| "-".to_owned(), |date| date.to_rfc3339())
        })
        .collect()
}

#[test]
fn the_forms_of_the_standards_are_read() {
    check(&[
        ("Sat, 07 Sep 02 09:42 EST", "2002-09-07T14:42:00Z"),
        ("2002-09-07T09:42:31.5-05:00", "2002-09-07T14:42:31Z"),
        ("2002-09-07T09:42:31", "2002-09-07T09:42:31Z"),
        ("2002-09-07", "2002-09-07"),
        ("2002-09", "2002-09-01"),
        ("20241125T103000Z", "2024-11-25T10:30:00Z"),
        ("1732523400", "2024-11-25T08:30:00Z"),
        ("1732523400000", "2024-11-25T08:30:00Z"),
        ("Thu Jan  1 16:29:06 2004", "2004-01-01T16:29:06Z"),
        ("Sep 7, 2002 9:42 PM", "2002-09-07T21:42:00Z"),
        ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
        ("2024-11-24 10:30:00 CET", "2024-11-24T09:30:00Z"),
        ("2024-11-24T10:30:00 +0100", "2024-11-24T09:30:00Z"),
    ]);
}

#[test]
fn zones_are_known_by_number_name_and_place() {
    check(&[
        ("25 Nov 2024 10:00:00 IST", "2024-11-25T04:30:00Z"),
        ("25 Nov 2024 10:00 NPT", "2024-11-25T04:15:00Z"),
        ("25 Nov 2024 10:00 ACST", "2024-11-25T00:30:00Z"),
        ("25 Nov 2024 10:00 ACDT", "2024-11-24T23:30:00Z"),
        ("25 Nov 2024 10:00 NST", "2024-11-25T13:30:00Z"),
        ("25 Nov 2024 10:00 AEDT", "2024-11-24T23:00:00Z"),
        ("25 Nov 2024 10:00 NZDT", "2024-11-24T21:00:00Z"),
        ("25 Nov 2024 10:00 HST", "2024-11-25T20:00:00Z"),
        ("25 Nov 2024 10:00 AKST", "2024-11-25T19:00:00Z"),
        ("25 Nov 2024 10:00 SAST", "2024-11-25T08:00:00Z"),
        ("25 Nov 2024 10:00 WIB", "2024-11-25T03:00:00Z"),
        ("25 Nov 2024 10:00 BRT", "2024-11-25T13:00:00Z"),
        ("25 Nov 2024 10:00 MSK", "2024-11-25T07:00:00Z"),
        ("25 Jul 2024 10:00 MESZ", "2024-07-25T08:00:00Z"),
        ("25 Jul 2024 10:00 Europe/Rome", "2024-07-25T08:00:00Z"),
        ("25 Dec 2024 10:00 Europe/Rome", "2024-12-25T09:00:00Z"),
        (
            "2024-12-25T10:00:00+01:00[Europe/Rome]",
            "2024-12-25T09:00:00Z",
        ),
        (
            "25 Dec 2024 10:00 America/Argentina/Buenos_Aires",
            "2024-12-25T13:00:00Z",
        ),
        ("25 Jul 2024 10:00 +0200 (CEST)", "2024-07-25T08:00:00Z"),
        ("25 Jul 2024 10:00 (CEST)", "2024-07-25T08:00:00Z"),
        ("25 Jul 2024 10:00 +0200 CEST", "2024-07-25T08:00:00Z"),
        ("25 Jul 2024 10:00 CEST +0200", "2024-07-25T08:00:00Z"),
        ("25 Jul 2024 10:00 GMT+02:00", "2024-07-25T08:00:00Z"),
        ("25 Jul 2024 10:00 +0000 GMT", "2024-07-25T10:00:00Z"),
        ("25 Jul 2024 10:00 EST EST", "2024-07-25T15:00:00Z"),
        (
            "Thu Jul 25 2024 10:00:00 GMT+0530 (India Standard Time)",
            "2024-07-25T04:30:00Z",
        ),
        ("25 Jul 2024 10:00 Z", "2024-07-25T10:00:00Z"),
        ("25 Jul 2024 10:00", "2024-07-25T10:00:00Z"),
    ]);
}

#[test]
fn a_zone_that_nobody_knows_leaves_the_day_alone() {
    check(&[
        ("Mon, 25 Nov 2024 10:00:00 XYZ", "2024-11-25"),
        ("Mon, 25 Nov 2024 10:00:00 QQQT", "2024-11-25"),
        ("Mon, 25 Nov 2024 23:30:00 Mars/Olympus", "2024-11-25"),
        ("Mon, 25 Nov 2024 10:00:00 +9900", "2024-11-25"),
        ("2024-11-25T10:00:00+99:99", "2024-11-25"),
        ("2024-11-25T10:00:00 +25:61", "2024-11-25"),
        ("Mon Nov 25 10:00:00 XYZ 2024", "2024-11-25"),
        ("25 Nov 2024 10:00 GMT EST", "2024-11-25"),
        ("25 Nov 2024 10:00 (Standard Time of Nowhere)", "2024-11-25"),
        // A day written with a zone is still a day.
        ("25 Nov 2024", "2024-11-25"),
    ]);
}

#[test]
fn abbreviations_of_several_countries_follow_the_language() {
    let date = "Mon, 25 Nov 2024 10:00:00 IST";
    assert_eq!(in_feed("he", &[date]), ["2024-11-25T08:00:00Z"]);
    assert_eq!(in_feed("en-IN", &[date]), ["2024-11-25T04:30:00Z"]);
    assert_eq!(in_feed("", &[date]), ["2024-11-25T04:30:00Z"]);
    let date = "Mon, 25 Nov 2024 10:00:00 CST";
    assert_eq!(in_feed("zh-CN", &[date]), ["2024-11-25T02:00:00Z"]);
    assert_eq!(in_feed("en-US", &[date]), ["2024-11-25T16:00:00Z"]);
    let date = "24. listopada 2024. 10:00 CET";
    assert_eq!(in_feed("hr", &[date]), ["2024-10-24T09:00:00Z"]);
    assert_eq!(
        in_feed("pl", &["24 listopada 2024 10:00 CET"]),
        ["2024-11-24T09:00:00Z"]
    );
}

/// The twelve months of a language, each in a date of its own: those that are not known.
fn unknown_months(pattern: &str, names: &str) -> Vec<String> {
    let dates = (1..).zip(names.split(' ')).map(|(number, name)| {
        let written = pattern.replace('M', &name.replace('_', " "));
        (written, format!("2024-{number:02}-25"))
    });
    dates
        .filter(|(written, meant)| known(written) != *meant)
        .map(|(written, _)| format!("{written}: {}", known(&written)))
        .collect()
}

#[test]
fn months_are_known_in_each_language() {
    #[rustfmt::skip]
    let languages = [
        ("25 M 2024", "January February March April May June July August September October November December"),
        ("Sun, 25 M 2024", "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
        ("So, 25. M 2024", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        ("25. M 2024", "Jänner Feb. Mär. Apr. Mai Jun. Jul. Aug. Sep. Okt. Nov. Dez."),
        ("lunedì 25 M 2024", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
        ("mar 25 M 2024", "gen feb mar apr mag giu lug ago set ott nov dic"),
        ("martes, 25 de M de 2024", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
        ("mar. 25 M 2024", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
        ("25 M 2024", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        ("segunda-feira, 25 de M de 2024", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
        ("maandag 25 M 2024", "januari februari maart april mei juni juli augustus september oktober november december"),
        ("marți, 25 M 2024", "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"),
        ("måndag 25 M 2024", "januari februari mars april maj juni juli augusti september oktober november december"),
        ("mandag 25. M 2024", "januar februar marts april maj juni juli august september oktober november december"),
        ("poniedziałek, 25 M 2024", "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
        ("25 M 2024", "sty lut mar kwi maj cze lip sie wrz paź lis gru"),
        ("pondělí 25. M 2024", "ledna února března dubna května června července srpna září října listopadu prosince"),
        ("25. M 2024", "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec"),
        ("25. M 2024", "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra"),
        ("2024. M 25.", "január február március április május június július augusztus szeptember október november december"),
        ("понедельник, 25 M 2024 г.", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        ("25 M 2024", "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек."),
        ("25 M 2024 р.", "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
        ("25 M 2024", "січ лют бер кві тра чер лип сер вер жов лис гру"),
        ("25 M 2024", "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня"),
        ("25 M 2024", "януари февруари март април май юни юли август септември октомври ноември декември"),
        ("25. M 2024.", "јануар фебруар март април мај јун јул август септембар октобар новембар децембар"),
        ("25. M 2024", "januar februar marec april maj junij julij avgust september oktober november december"),
        ("Δευτέρα 25 M 2024", "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου"),
        ("25 M 2024", "Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ"),
        ("25 M 2024 Pazartesi", "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
        ("maanantai 25. M 2024", "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta"),
        ("25. M 2024", "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember"),
        ("2024 m. M 25 d.", "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio"),
        ("2024. gada 25. M", "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris"),
        ("Llun, 25 M 2024", "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"),
        ("Isnin, 25 M 2024", "Januari Februari Mac April Mei Jun Julai Ogos September Oktober November Disember"),
        ("จันทร์ที่ 25 M 2567", "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"),
        ("25 M 67", "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."),
        ("25 M 2024 PAZARTESİ", "OCAK ŞUBAT MART NİSAN MAYIS HAZİRAN TEMMUZ AĞUSTOS EYLÜL EKİM KASIM ARALIK"),
        ("Pzt, 25 M 2024", "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara"),
        ("2024ko M 25a", "urtarrilaren otsailaren martxoaren apirilaren maiatzaren ekainaren uztailaren abuztuaren irailaren urriaren azaroaren abenduaren"),
        ("al., 2024-M-25", "urt ots mar api mai eka uzt abu ira urr aza abe"),
        ("Luns, 25 de M de 2024", "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro"),
        ("Lunes, M 25, 2024", "Enero Pebrero Marso Abril Mayo Hunyo Hulyo Agosto Setyembre Oktubre Nobyembre Disyembre"),
        ("25 M 2024", "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"),
        ("It-Tnejn, 25 M 2024", "Jannar Frar Marzu April Mejju Ġunju Lulju Awwissu Settembru Ottubru Novembru Diċembru"),
        ("Méindeg, 25. M 2024", "Januar Februar Mäerz Abrëll Mee Juni Juli August September Oktober November Dezember"),
        ("25 de M de 2024", "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre"),
        ("Senin, 25 M 2024", "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"),
        ("الاثنين، 25 M 2024", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
        ("٢٥ M ٢٠٢٤", "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول"),
        ("دوشنبه ۲۵ M ۲۰۲۴", "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"),
        ("پیر، 25 M 2024", "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"),
        ("יום שני, 25 בM 2024", "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"),
        ("सोमवार, 25 M 2024", "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"),
        ("সোমবার, ২৫ M ২০২৪", "জানুয়ারী ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর"),
        ("Thứ Hai, 25 tháng M năm 2024", "1 2 3 4 5 6 7 8 9 10 11 12"),
        ("2024年M月25日", "1 2 3 4 5 6 7 8 9 10 11 12"),
        ("2024년 M월 25일 월요일", "1 2 3 4 5 6 7 8 9 10 11 12"),
        ("2024 年 M 月 25 日 星期一", "1 2 3 4 5 6 7 8 9 10 11 12"),
    ];
    let unknown: Vec<String> = languages
        .iter()
        .flat_map(|(pattern, names)| unknown_months(pattern, names))
        .collect();
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}

#[test]
fn a_month_with_two_names_and_a_year_of_an_era_are_read() {
    check(&[
        ("25 تشرين الثاني/نوفمبر 2024", "2024-11-25"),
        ("5 كانون الأول/ديسمبر 2024", "2024-12-05"),
        ("5 كانون الثاني/يناير 2024", "2024-01-05"),
        ("25 Tháng Mười Một 2024", "2024-11-25"),
        ("5 tháng mười năm 2024", "2024-10-05"),
        ("Tháng Hai 5, 2024", "2024-02-05"),
        ("令和6年11月25日", "2024-11-25"),
        ("民國113年11月25日", "2024-11-25"),
        ("25. stu 2024.", "2024-11-25"),
        ("25/Dec/2024 10:00", "2024-12-25T10:00:00Z"),
        ("จ. 25 พ.ย. 2567 10.30 น.", "2024-11-25T10:30:00Z"),
        ("2567-11-25", "2024-11-25"),
        ("25/11/2567", "2024-11-25"),
    ]);
}

#[test]
fn times_of_day_are_read_as_people_write_them() {
    check(&[
        ("12/25/2024 3:00:00 PM", "2024-12-25T15:00:00Z"),
        ("25 Dec 2024 1:30pm", "2024-12-25T13:30:00Z"),
        ("25 Dec 2024 12:05 a.m.", "2024-12-25T00:05:00Z"),
        ("25 dic 2024 1:30 p. m.", "2024-12-25T13:30:00Z"),
        ("Dec 25, 2024 at 3 PM EST", "2024-12-25T20:00:00Z"),
        ("10-04-2020 19:00 +0400", "2020-04-10T15:00:00Z"),
        ("5 November 2025 - 09:01", "2025-11-05T09:01:00Z"),
        ("09:01 - 5 November 2025", "2025-11-05T09:01:00Z"),
        ("25.12.2024, 10:30 Uhr", "2024-12-25T10:30:00Z"),
        ("25. Dezember 2024, 10.30 Uhr", "2024-12-25T10:30:00Z"),
        ("25.12.2024 klo 10.30", "2024-12-25T10:30:00Z"),
        ("25 décembre 2024 à 10h30", "2024-12-25T10:30:00Z"),
        ("25 de diciembre de 2024, 10:30", "2024-12-25T10:30:00Z"),
        ("10:30, 25 de diciembre de 2024", "2024-12-25T10:30:00Z"),
        ("25 декабря 2024 г., 10:30 МСК", "2024-12-25T07:30:00Z"),
        ("2024年11月24日 下午3:05", "2024-11-24T15:05:00Z"),
        ("2024年11月24日 15時30分", "2024-11-24T15:30:00Z"),
        ("2024年11月24日(日) 午後3時30分", "2024-11-24T15:30:00Z"),
        ("2004년 05월 28일 01:31:15", "2004-05-27T16:31:15Z"),
        ("2004-05-25 오후 11:23:17", "2004-05-25T14:23:17Z"),
        ("2024. 11. 24. 오전 9:00", "2024-11-24T00:00:00Z"),
        ("25 novembre 2024 à 10 h 30", "2024-11-25T10:30:00Z"),
        ("25 novembre 2024, 10 h", "2024-11-25T10:00:00Z"),
        ("ma 25 nov. 2024 om 10:00 uur", "2024-11-25T10:00:00Z"),
        ("25 ноември 2024 г., 10:00 ч.", "2024-11-25T10:00:00Z"),
        ("25 Νοέ 2024 10:00 π.μ.", "2024-11-25T10:00:00Z"),
        ("25 Νοέ 2024 10:00 μ.μ.", "2024-11-25T22:00:00Z"),
        ("thứ hai, 25/11/2024, 10:00 (GMT+7)", "2024-11-25T03:00:00Z"),
    ]);
}

#[test]
fn numbers_alone_are_read_where_they_can_mean_one_thing_only() {
    check(&[
        ("25.12.2024", "2024-12-25"),
        ("5.4.2024", "2024-04-05"),
        ("25. 12. 2024", "2024-12-25"),
        ("2024. 12. 25.", "2024-12-25"),
        ("2024/12/25", "2024-12-25"),
        ("25/12/24", "2024-12-25"),
        ("25/12/2024 10:00", "2024-12-25T10:00:00Z"),
        ("12/25/24", "2024-12-25"),
        ("25-12-2024", "2024-12-25"),
        ("05/05/2024", "2024-05-05"),
        ("99-12-25", "1999-12-25"),
        ("mar 25/12/2024", "2024-12-25"),
        ("05/04/2024 10:00 +0300", "2024-04-05T07:00:00Z"),
    ]);
}

#[test]
fn a_day_that_may_be_a_month_follows_the_feed_or_is_none() {
    let dates = ["05/04/2024", "25/04/2024"];
    assert_eq!(in_feed("", &dates), ["2024-04-05", "2024-04-25"]);
    let dates = ["05/04/2024", "04/25/2024"];
    assert_eq!(in_feed("", &dates), ["2024-05-04", "2024-04-25"]);
    // The same program wrote all of a feed's dates, whatever its language is said to be.
    assert_eq!(in_feed("it", &dates), ["2024-05-04", "2024-04-25"]);
    for (language, meant) in [
        ("it", "2024-04-05"),
        ("fr-CA", "2024-04-05"),
        ("en-GB", "2024-04-05"),
        ("en-AU", "2024-04-05"),
        ("en-US", "2024-05-04"),
        ("en", "-"),
        ("", "-"),
        ("ja", "-"),
    ] {
        assert_eq!(in_feed(language, &["05/04/2024"]), [meant], "{language}");
    }
    assert_eq!(in_feed("it", &["25-12-24"]), ["2024-12-25"]);
    assert_eq!(in_feed("", &["25-12-24"]), ["-"]);
}

#[test]
fn what_is_no_date_is_none() {
    check(&[
        ("", "-"),
        ("yesterday", "-"),
        ("next Tuesday", "-"),
        ("12 monkeys 2024", "-"),
        ("0000-00-00 00:00:00", "-"),
        ("2002-02-30", "-"),
        ("31.02.2024", "-"),
        ("32 Dec 2024", "-"),
        ("25/25/2024", "-"),
        ("13/13/13", "-"),
        ("2024-13-01", "-"),
        ("25 Dec 2024 25:00", "-"),
        ("25 Dec 2024 10:61", "-"),
        ("December 2024", "-"),
        ("10:30", "-"),
        ("+1 555 123 4567", "-"),
        ("192.168.1.12", "-"),
        ("1.2.3", "-"),
        ("Version 10.2.2024.1", "-"),
        ("¾ ½ ¼", "-"),
        ("25 Smarch 2024", "-"),
        ("5551234567", "-"),
        ("Mon, 01 Jan 0001 00:00:00 +0000", "-"),
        ("0001-01-01T00:00:00Z", "-"),
        ("Wed, 30 Nov -0001 00:00:00 +0000", "-"),
        ("1970-01-01T00:00:00Z", "-"),
        ("Thu, 01 Jan 1970 01:00:00 +0100", "-"),
        ("1403/09/05", "-"),
        ("77777777777777777년", "-"),
        ("令和元年5月1日", "-"),
        ("25/Dec/2024:10:00:00 +0100", "-"),
        ("\u{1f4c5} 2024", "-"),
        ("- - -", "-"),
        ("::::", "-"),
    ]);
}
