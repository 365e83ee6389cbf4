//! Decodes character references: `&amp;`, `&eacute;`, `&#233;`, `&#xE9;`.
//!
//! The names are those of HTML 4, and of HTML's later ones those of Latin letters, punctuation
//! and common signs, and of letters that are named by a rule; the signs of mathematics would
//! weigh more than the rest of the reader. A reference that names nothing stays as it is written,
//! so that no word is lost; an ampersand that begins no reference is an ampersand. What a
//! document declares itself is asked of [`super::doctype`].

use std::borrow::Cow;

use super::{limits, scan};

/// Replaces each reference by its character.
pub fn decode(text: &str) -> Cow<'_, str> {
    decode_noting(text, &mut |_, _, _| {}, None)
}

/// What a name stands for that a document declares itself.
pub type Declared<'f, 'd> = dyn Fn(&str) -> Option<&'d str> + 'f;

/// The same; `note` hears of each ampersand but those of [`common`] references: where it is, the text from there on, and whether
/// it begins a reference that is understood. `declared` is asked first what a name
/// stands for.
pub fn decode_noting<'a, 'd>(
    text: &'a str,
    note: &mut dyn FnMut(usize, &'a str, bool),
    declared: Option<&Declared<'_, 'd>>,
) -> Cow<'a, str> {
    let mut decoded = String::new();
    let mut done = 0;
    let mut from = 0;
    while let Some(at) = scan::position(text, b'&', from) {
        let reference = text.get(at..).unwrap_or_default();
        from = at + 1;
        let own = declared.and_then(|declared| {
            let name = name_of(reference)?;
            Some((name, declared(name)?))
        });
        if let Some((name, value)) = own {
            decoded.push_str(text.get(done..at).unwrap_or_default());
            decoded.push_str(value);
            done = at + name.len() + 2;
            from = done;
            continue;
        }
        let read = match common(reference) {
            // XML knows them itself: there is nothing to hear of them.
            Some(common) => Some(common),
            None => {
                let read = read_reference(reference);
                note(at, reference, read.is_some());
                read
            }
        };
        if let Some((character, length)) = read {
            if done == 0 {
                decoded.reserve(text.len());
            }
            decoded.push_str(text.get(done..at).unwrap_or_default());
            decoded.push(character);
            done = at + length;
            from = done;
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    decoded.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(decoded)
}

/// The name between `&`, which a text begins with, and `;`.
fn name_of(text: &str) -> Option<&str> {
    let window = text
        .as_bytes()
        .get(1..text.len().min(limits::REFERENCE_BYTES))?;
    let length = window.iter().position(|byte| *byte == b';')?;
    text.get(1..=length)
}

/// The references that escaped HTML is full of.
fn common(text: &str) -> Option<(char, usize)> {
    match text.as_bytes() {
        [_, b'l', b't', b';', ..] => Some(('<', 4)),
        [_, b'g', b't', b';', ..] => Some(('>', 4)),
        [_, b'a', b'm', b'p', b';', ..] => Some(('&', 5)),
        _ => None,
    }
}

/// The character that a text beginning with `&` refers to, and the length of the reference.
fn read_reference(text: &str) -> Option<(char, usize)> {
    let window = text
        .as_bytes()
        .get(1..text.len().min(limits::REFERENCE_BYTES))?;
    let length = window
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'#')?;
    let name = text.get(1..=length)?;
    let ends = window.get(length) == Some(&b';');
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => scan::digits(digits, 16)?,
            None => scan::digits(number, 10)?,
        };
        let code = u32::try_from(code).unwrap_or(u32::MAX);
        return Some((character_of(code), 1 + length + usize::from(ends)));
    }
    let character = ends.then(|| named(name))??;
    Some((character, length + 2))
}

/// The character of a number, by the [rules of HTML]: the C1 controls stand for what
/// windows-1252 has there, what is no character stands for U+FFFD.
///
/// [rules of HTML]: https://html.spec.whatwg.org/#numeric-character-reference-end-state
pub fn character_of(code: u32) -> char {
    const WINDOWS_1252: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let windows = code
        .checked_sub(0x80)
        .and_then(|offset| WINDOWS_1252.get(usize::try_from(offset).ok()?));
    match windows {
        Some(character) => *character,
        None => char::from_u32(code)
            .filter(|character| *character != '\0')
            .unwrap_or('\u{fffd}'),
    }
}

/// The character of a name.
fn named(name: &str) -> Option<char> {
    let first = name.bytes().next()?;
    let index = usize::from(first.checked_sub(b'A')?);
    let rest = name.get(1..)?;
    let mut entries = NAMES.get(index)?.chars();
    // Each entry is the rest of a name and its character, which is never a letter or digit
    // of ASCII.
    loop {
        let before = entries.as_str();
        let character = entries.find(|character| !character.is_ascii_alphanumeric());
        let Some(character) = character else {
            return letter(name);
        };
        if before
            .strip_prefix(rest)
            .and_then(|found| found.chars().next())
            == Some(character)
        {
            return Some(character);
        }
    }
}

/// Cyrillic letters from U+0430, then from U+0451 on.
const CYRILLIC: &str = "a b v g d ie zh z i j k l m n o p r s t u f kh ts ch sh shch hard y soft \
    e yu ya io dj gj juk ds iuk yi jser lj nj tsh kj - ubr dz";

/// A letter whose name follows a rule: of Cyrillic, as `SHCHcy`, or of the alphabets of
/// mathematics, as `Afr`, `aopf`, `ascr`.
fn letter(name: &str) -> Option<char> {
    let first = name.chars().next()?;
    if let Some(name) = name.strip_suffix("cy") {
        let known = |known: &str| known.eq_ignore_ascii_case(name);
        let index = u32::try_from(CYRILLIC.split(' ').position(known)?).ok()?;
        let (small, large) = match index.checked_sub(32) {
            None => (0x430 + index, 0x410 + index),
            Some(index) => (0x451 + index, 0x401 + index),
        };
        return char::from_u32(if first.is_ascii_uppercase() {
            large
        } else {
            small
        });
    }
    let alphabet = match name.get(1..)? {
        "fr" => 0x1d504,
        "opf" => 0x1d538,
        "scr" => 0x1d49c,
        _ => return None,
    };
    let place = match first {
        'A'..='Z' => u32::from(first) - u32::from('A'),
        _ => u32::from(first).checked_sub(u32::from('a'))? + 26,
    };
    char::from_u32(alphabet + place)
}

/// The names by their first letter, `A` to `z`: `uml` and `¨` stand for `uml` in the row `u`.
#[rustfmt::skip]
const NAMES: [&str; 58] = [
    "EligÆacuteÁcircÂgraveÀlphaΑringÅtildeÃumlÄMP&breveĂmacrĀogonĄ",
    "etaΒscrℬ",
    "cedilÇhiΧOPY©acuteĆcaronČcircĈdotĊfrℭopfℂedilla¸enterDot·loseCurlyQuote’",
    "agger‡eltaΔcaronĎiacriticalAcute´iacriticalGrave`ot¨oubleDot¨ownArrow↓strokĐ",
    "THÐacuteÉcircÊgraveÈpsilonΕtaΗumlËNGŊcaronĚdotĖmacrĒogonĘscrℰ",
    "scrℱ",
    "ammaΓT>breveĞcedilĢcircĜdotĠ",
    "at^circĤfrℌilbertSpaceℋopfℍscrℋstrokĦ",
    "acuteÍcircÎgraveÌotaΙumlÏJligĲdotİfrℑmℑmacrĪogonĮscrℐtildeĨ",
    "circĴ",
    "appaΚcedilĶ",
    "ambdaΛT<acuteĹaplacetrfℒcaronĽcedilĻeftArrow←midotĿscrℒstrokŁ",
    "uΜscrℳ",
    "tildeÑuΝacuteŃcaronŇcedilŅegativeThinSpace\u{200b}ewLine\nonBreakingSpace\u{a0}opfℕ",
    "EligŒacuteÓcircÔgraveÒmegaΩmicronΟslashØtildeÕumlÖdblacŐmacrŌpenCurlyQuote‘verBar‾",
    "hiΦiΠrime″siΨlusMinus±oincareplaneℌopfℙ",
    "UOT\"opfℚ",
    "hoΡEG®acuteŔcaronŘcedilŖeℜfrℜightArrow→opfℝscrℛ",
    "caronŠigmaΣacuteŚcedilŞcircŜhortDownArrow↓hortLeftArrow←hortRightArrow→hortUpArrow↑",
    "HORNÞauΤhetaΘRADE™ab\tcaronŤcedilŢhinSpace\u{2009}strokŦ",
    "acuteÚcircÛgraveÙpsilonΥumlÜbreveŬdblacŰmacrŪnderBar_ogonŲpArrow↑ringŮtildeŨ",
    "erbar‖ert‖erticalLine|eryThinSpace\u{200a}",
    "circŴ",
    "iΞ",
    "acuteÝumlŸcircŶ",
    "etaΖacuteŹcaronŽdotŻfrℨopfℤeroWidthSpace\u{200b}",
    "",
    "",
    "",
    "",
    "",
    "",
    "acuteácircâcute´eligægraveàlefsymℵlphaαmp&nd∧ng∠pos'ringåsymp≈tildeãumläbreveămacrāngstÅogonąst*",
    "dquo„etaβrvbar¦ull•ackprime‵igstar★prime‵sol\\ullet•",
    "ap∩cedilçedil¸ent¢hiχircˆlubs♣ong≅opy©rarr↵up∪urren¤acutećaret⁁carončcircĉdotċenterdot·heck✓heckmark✓ircledR®lubsuit♣olon:omma,ommat@opysr℗ross✗",
    "Arr⇓agger†arr↓eg°eltaδiams♦ivide÷ash‐caronďdagger‡iamondsuit♦ie¨iv÷ollar$ownarrow↓strokđ",
    "acuteécircêgraveèmpty∅msp\u{2003}nsp\u{2002}psilonεquiv≡taηthðumlëuro€xist∃caronědotėllℓmacrēscrℯmsp13\u{2004}msp14\u{2005}ngŋogonęquals=xcl!",
    "nofƒorall∀rac12½rac14¼rac34¾rasl⁄emale♀filigﬃfligﬀflligﬄiligﬁlat♭lligﬂrac13⅓rac15⅕rac16⅙rac18⅛rac23⅔rac25⅖rac35⅗rac38⅜rac45⅘rac56⅚rac58⅝rac78⅞",
    "ammaγe≥t>breveğcircĝdotġrave`scrℊ",
    "Arr⇔arr↔earts♥ellip…airsp\u{200a}alf½amiltℋbarℏcircĥeartsuit♥orbar―slashℏstrokħybull⁃yphen‐",
    "acuteícircîexcl¡graveìmageℑnfin∞nt∫otaιquest¿sin∈umlïjligĳmacrīmaglineℐmagpartℑmathıncare℅nodotıogonįtildeĩ",
    "circĵ",
    "appaκcedilķgreenĸ",
    "Arr⇐ambdaλang〈aquo«arr←ceil⌈dquo“e≤floor⌊owast∗oz◊rm\u{200e}saquo‹squo‘t<acuteĺagranℒbrace{brack[caronľcedilļcub{dquor„eftarrow←midotŀowbar_par(sqb[squor‚strokł",
    "acr¯dash—icroµiddot·inus−uμale♂idast*ldr…",
    "abla∇bsp\u{a0}dash–e≠i∋ot¬otin∉sub⊄tildeñuνacuteńaposŉatur♮atural♮aturalsℕcaronňcedilņldr‥um#umero№umsp\u{2007}",
    "acuteócircôeligœgraveòline‾megaωmicronοplus⊕r∨rdfªrdmºslashøtildeõtimes⊗umlödblacőmacrōscrℴ",
    "ara¶art∂ermil‰erp⊥hiφiπivϖlusmn±ound£rime′rod∏rop∝siψercnt%eriod.ertenk‱hone☎lanckℏlanckhℎlankvℏlus+m±rimesℙuncsp\u{2008}",
    "uot\"uaternionsℍuest?",
    "Arr⇒adic√ang〉aquo»arr→ceil⌉dquo”ealℜeg®floor⌋hoρlm\u{200f}saquo›squo’acuteŕationalsℚbrace}brack]caronřcedilŗcub}dquor”ealineℛealpartℜealsℝightarrow→par)sqb]squor’x℞",
    "bquo‚caronšdot⋅ect§hy\u{ad}igmaσigmafςim∼pades♠ub⊂ube⊆um∑up⊃up1¹up2²up3³upe⊇zligßacuteścedilşcircŝemi;harp♯larr←ol/padesuit♠rarr→tar☆tarf★trns¯ung♪",
    "auτhere4∴hetaθhetasymϑhinsp\u{2009}hornþilde˜imes×rade™caronťcedilţprime‴strokŧ",
    "Arr⇑acuteúarr↑circûgraveùml¨psihϒpsilonυumlübreveŭdblacűmacrūogonųparrow↑ringůtildeũ",
    "erbar|ert|",
    "eierp℘circŵp℘",
    "iξ",
    "acuteýen¥umlÿcircŷ",
    "etaζwj\u{200d}wnj\u{200c}acuteźcaronždotż",
];
