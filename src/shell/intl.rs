//! The browser's own parsers and `Intl`, behind the traits of [`crate::host`].

use std::cell::RefCell;

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{TextDecoder, Url};

use crate::feed::date;
use crate::host::{Calendar, Host, TimeStyle, TimeUnit};
use crate::time::{MINUTE, Timestamp};

// The constructors of js-sys do not catch what they throw on a bad language tag or zone.
#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_name = DateTimeFormat, catch)]
    fn new(language: &JsValue, options: &JsValue) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, time: f64) -> String;
    #[wasm_bindgen(method, js_name = resolvedOptions)]
    fn resolved_options(this: &DateTimeFormat) -> JsValue;

    type Locale;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_name = Locale, catch)]
    fn new(tag: &str) -> Result<Locale, JsValue>;
    #[wasm_bindgen(method)]
    fn maximize(this: &Locale) -> Locale;
    #[wasm_bindgen(method, getter)]
    fn language(this: &Locale) -> String;
    #[wasm_bindgen(method, getter)]
    fn script(this: &Locale) -> Option<String>;

    type RelativeTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_name = RelativeTimeFormat, catch)]
    fn new(language: &str, options: &JsValue) -> Result<RelativeTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &RelativeTimeFormat, amount: f64, unit: &str) -> String;

    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_name = NumberFormat, catch)]
    fn new(language: &str) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: f64) -> String;
}

/// The browser.
#[derive(Clone, Copy, Debug)]
pub struct Browser;

impl Host for Browser {
    fn resolve(&self, address: &str, base: Option<&str>) -> Option<String> {
        let url = match base {
            Some(base) => Url::new_with_base(address, base),
            None => Url::new(address),
        };
        Some(url.ok()?.href())
    }

    fn decode(&self, bytes: &[u8], label: &str) -> Option<String> {
        let options = web_sys::TextDecoderOptions::new();
        // The reader of feeds has dealt with the byte order mark.
        let _ = Reflect::set(&options, &"ignoreBOM".into(), &JsValue::TRUE);
        let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    }

    fn zone_offset(&self, zone: &str, time: Timestamp) -> Option<i64> {
        // Swedish writes a time as ISO 8601 does: `2026-11-24 10:30:00`.
        let options = object(&[
            ("timeZone", zone),
            ("dateStyle", "short"),
            ("timeStyle", "medium"),
        ]);
        let formatter = DateTimeFormat::new(&"sv".into(), &options).ok()?;
        let clock = formatter.format(time.0 as f64);
        let clock = date::parse(&clock, &mut date::Habits::default(), self)?;
        Some((clock.at.0 - time.0).div_euclid(MINUTE))
    }

    fn lower_case(&self, text: &str) -> String {
        JsString::from(text).to_lower_case().into()
    }
}

/// A formatter is costly to make, so the few that a page needs are kept.
struct Kept {
    style: TimeStyle,
    language: String,
    zone: Option<String>,
    formatter: DateTimeFormat,
}

const MOST_KEPT: usize = 16;

thread_local! {
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

impl Calendar for Browser {
    fn knows_zone(&self, zone: &str) -> bool {
        !zone.is_empty() && formatter(TimeStyle::Clock, "en", Some(zone)).is_ok()
    }

    fn format_time(
        &self,
        time: Timestamp,
        style: TimeStyle,
        language: &str,
        zone: Option<&str>,
    ) -> String {
        KEPT.with_borrow_mut(|kept| {
            let is_wanted = |kept: &&Kept| {
                kept.style == style && kept.language == language && kept.zone.as_deref() == zone
            };
            if let Some(known) = kept.iter().find(is_wanted) {
                return known.formatter.format(time.0 as f64);
            }
            let Ok(new) =
                formatter(style, language, zone).or_else(|_| formatter(style, "en", None))
            else {
                return String::new();
            };
            let text = new.format(time.0 as f64);
            if kept.len() >= MOST_KEPT {
                kept.remove(0);
            }
            kept.push(Kept {
                style,
                language: language.to_owned(),
                zone: zone.map(str::to_owned),
                formatter: new,
            });
            text
        })
    }

    fn ago(&self, amount: u32, unit: TimeUnit, language: &str) -> String {
        let options = object(&[("numeric", "auto"), ("style", "short")]);
        let unit = match unit {
            TimeUnit::Minute => "minute",
            TimeUnit::Hour => "hour",
            TimeUnit::Day => "day",
        };
        RelativeTimeFormat::new(language, &options)
            .or_else(|_| RelativeTimeFormat::new("en", &options))
            .map(|formatter| formatter.format(-f64::from(amount), unit))
            .unwrap_or_default()
    }

    fn number(&self, number: u32, language: &str) -> String {
        match NumberFormat::new(language) {
            Ok(formatter) => formatter.format(f64::from(number)),
            Err(_) => number.to_string(),
        }
    }
}

fn formatter(
    style: TimeStyle,
    language: &str,
    zone: Option<&str>,
) -> Result<DateTimeFormat, JsValue> {
    let options = object(match style {
        // Two digits, so that the hours stand under one another.
        TimeStyle::Clock => &[("hour", "2-digit"), ("minute", "2-digit")],
        TimeStyle::Date => &[("day", "numeric"), ("month", "short")],
        TimeStyle::Day => &[("weekday", "long"), ("day", "numeric"), ("month", "long")],
        TimeStyle::DayOfYear => &[("dateStyle", "medium")],
        TimeStyle::Full => &[("dateStyle", "long"), ("timeStyle", "short")],
    });
    if let Some(zone) = zone {
        let _ = Reflect::set(&options, &"timeZone".into(), &zone.into());
    }
    let languages = Array::of1(&regional(language).into());
    let formatter = DateTimeFormat::new(&languages, &options)?;
    // Nobody writes "04:21 PM".
    let cycle = Reflect::get(&formatter.resolved_options(), &"hourCycle".into())?;
    let has_twelve_hours = cycle == "h12" || cycle == "h11";
    if style != TimeStyle::Clock || !has_twelve_hours {
        return Ok(formatter);
    }
    let _ = Reflect::set(&options, &"hour".into(), &"numeric".into());
    DateTimeFormat::new(&languages, &options)
}

/// The language as the reader's own region writes it, where the page names no region: a British
/// reader of a page in English has "24 November", and the time of day by 24 hours.
fn regional(language: &str) -> String {
    let own = || {
        let languages = web_sys::window()?.navigator().languages();
        let is_same = |tag: &String| {
            let pair = Locale::new(tag).ok().zip(Locale::new(language).ok());
            pair.is_some_and(|(one, other)| {
                let (one, other) = (one.maximize(), other.maximize());
                // A region may write the language in other letters, as Taiwan does.
                one.language() == other.language() && one.script() == other.script()
            })
        };
        languages
            .iter()
            .filter_map(|tag| tag.as_string())
            .find(is_same)
    };
    let has_region = language.contains('-');
    let own = (!has_region).then(own).flatten();
    own.unwrap_or_else(|| language.to_owned())
}

fn object(entries: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}
