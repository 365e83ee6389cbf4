//! Which way a text runs: by its letters, and by its label only where they leave it open.

#![allow(missing_docs)]

use strillone::i18n::direction;

#[test]
fn the_letters_win_over_the_label() {
    for (text, label, runs) in [
        ("عاصفة تغلق الطريق", Some("en-US"), "rtl"),
        ("סערה סגרה את הכביש", None, "rtl"),
        ("طوفان جاده را بست", Some("en"), "rtl"),
        ("Storm closes pass", Some("ar"), "ltr"),
        ("Буря закрыла перевал", Some("he"), "ltr"),
        ("嵐で道路が閉鎖", Some("fa"), "ltr"),
        // Names and numbers of other scripts.
        ("BBC: عاصفة تغلق الطريق 2026", Some("en"), "rtl"),
        ("iPhone 16 Pro Max متوفر الآن", Some("ar"), "rtl"),
        ("The word سلام means peace", Some("en"), "ltr"),
        ("#عاجل | Reuters: الميناء مغلق", Some("en-GB"), "rtl"),
        ("ދިވެހި ޚަބަރު", Some("en"), "rtl"),
        ("ئەم هەواڵە نوێیە", Some("en-US"), "rtl"),
        ("דער האַפֿן איז פֿאַרמאַכט", None, "rtl"),
        ("بندرگاہ بند ہے", Some("ur-PK"), "rtl"),
        ("ﻋﺎﺟﻞ", Some("en"), "rtl"),
        ("Hafen gesperrt (ميناء)", Some("de"), "ltr"),
        ("Порт закрыт", Some("ar-SA"), "ltr"),
        ("항구가 닫혔다", Some("ar"), "ltr"),
        ("ท่าเรือปิด", Some("fa"), "ltr"),
        // No letters at all.
        ("2026 – 17:00", Some("he"), "rtl"),
        ("2026 – 17:00", Some("en"), "ltr"),
        ("😀 12", None, "auto"),
        ("", None, "auto"),
    ] {
        assert_eq!(direction(text, label), runs, "{text} {label:?}");
    }
}
