//! Zones by number, by abbreviation and by place.

use super::{digits, whole};
use crate::feed::scan;
use crate::host::Host;
use crate::time::Timestamp;

/// The zone that a date names. Many name one twice, as in `+0200 CEST`: a number counts before
/// a name, and a name that is known before one that is not.
#[derive(Clone, Debug, Default)]
pub(super) struct Zone {
    /// Minutes east of Greenwich, by a number.
    number: Option<i64>,
    /// The same by a name.
    name: Option<i64>,
    /// The name of a place, such as `Europe/Rome`, as the host knows it.
    place: Option<String>,
    /// Whether something stands there that is no zone, or two that are not the same.
    is_unclear: bool,
}

impl Zone {
    /// A zone that is known without being written.
    pub fn assumed(minutes: i64) -> Zone {
        Zone {
            name: Some(minutes),
            ..Zone::default()
        }
    }

    /// Whether no zone was written.
    pub fn is_absent(&self) -> bool {
        self.number.is_none() && self.name.is_none() && self.place.is_none() && !self.is_unclear
    }

    /// Takes in a zone: `+0100`, `-05:30`, or a name.
    pub fn add(&mut self, text: &str, language: &str) {
        // `(GMT+7)`
        let behind_gmt = text
            .strip_prefix("gmt")
            .or_else(|| text.strip_prefix("utc"));
        let text = behind_gmt
            .filter(|rest| rest.starts_with(['+', '-']))
            .unwrap_or(text);
        if text.starts_with(['+', '-']) {
            match offset(text) {
                // The first one is the zone, a second one explains it.
                Some(offset) => self.number = self.number.or(Some(offset)),
                None => self.is_unclear = true,
            }
        } else if text.contains('/') {
            self.place = Some(text.to_owned());
        } else {
            match (named(text, language), self.name) {
                (Some(new), Some(old)) if new != old => self.is_unclear = true,
                (Some(new), _) => self.name = Some(new),
                (None, _) => self.is_unclear = true,
            }
        }
    }

    /// Minutes east of Greenwich when clocks there show `clock`, written as if it were UTC;
    /// `None` where the zone is not known. What names none is in UTC.
    pub fn offset_at(&self, clock: Timestamp, host: &dyn Host) -> Option<i64> {
        if self.number.is_some() {
            return self.number;
        }
        if let Some(place) = &self.place {
            // The rule at the moment itself, which is not known before the offset is.
            let near = host.zone_offset(place, clock)?;
            return host.zone_offset(place, Timestamp(clock.0 - near * 60_000));
        }
        match self.name {
            // `GMT CEST` may be either; `CET XYZ` is the one that is known.
            Some(name) if !self.is_unclear => Some(name),
            _ if self.is_unclear => None,
            _ => Some(0),
        }
    }

    /// The offset where it is a number, for what else it may tell.
    pub fn number(&self) -> Option<i64> {
        self.number
    }
}

/// `+1`, `+01`, `+0100`, `+01:00`, `-0330`; `None` where no clock on Earth is like that.
fn offset(text: &str) -> Option<i64> {
    let mut number = text.get(1..)?;
    let hours = digits(&mut number, 1, 2)?;
    number = number.strip_prefix(':').unwrap_or(number);
    let minutes = match number.len() {
        0 => 0,
        1 | 2 => whole(number).filter(|minutes| *minutes < 60)?,
        _ => return None,
    };
    let minutes = hours * 60 + minutes;
    let sign = if text.starts_with('-') { -1 } else { 1 };
    (minutes <= 18 * 60).then_some(sign * minutes)
}

/// Minutes east of Greenwich of an abbreviation in lower case.
fn named(name: &str, language: &str) -> Option<i64> {
    // The military letters were defined the wrong way round, so they say nothing (RFC 5322
    // §4.3).
    if name.len() == 1 {
        return name
            .starts_with(|first: char| first.is_ascii_alphabetic())
            .then_some(0);
    }
    // Three that several countries use.
    let spoken = language.get(..2).unwrap_or_default();
    match (name, spoken) {
        ("ist", "he" | "iw") => return Some(120),
        ("ist", "ga") => return Some(60),
        ("ist", _) if language == "en-ie" => return Some(60),
        ("cst", "zh") => return Some(480),
        _ => {}
    }
    let mut minutes = None;
    for word in NAMES.split(' ') {
        if word.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
            let (sign, number) = match word.strip_prefix('-') {
                Some(number) => (-1, number),
                None => (1, word),
            };
            minutes = whole(number).map(|number| sign * number);
        } else if word == name {
            return minutes;
        }
    }
    None
}

/// Whether a word in lower case is a zone's: an abbreviation, or a place of the tz database.
pub(super) fn is_known(word: &str) -> bool {
    word.len() > 1 && (word.contains('/') || named(word, "").is_some())
}

/// Whether a name is one that depends on the language.
pub(super) fn depends_on_language(name: &str) -> bool {
    scan::is_listed(name, "ist cst")
}

/// Abbreviations in use behind the minutes east of Greenwich: those of RFC 822, of the [tz
/// database], of CLDR, and of what sites write in their own languages.
///
/// [tz database]: https://www.iana.org/time-zones
const NAMES: &str = "-660 sst -600 hst hast ckt taht -570 mart -540 akst hdt hadt gamt \
-480 pst pt akdt hnp -420 mst mt pdt hap hnr -360 cst ct mdt galt hnc har \
-300 est et cdt cot pet ect hne hac -240 ast at edt vet bot gyt clt hae \
-210 nst hnt -180 adt brt art uyt gft srt pmst fkst clst haa -150 ndt hat -120 wgt brst pmdt fnt \
-60 egt azot cvt 0 gmt utc ut wet wez egst azost tsi \
60 cet met mez bst west wat wesz hec 120 cest mest mesz eet cat sast oez wast ukt heec \
180 eest msk мск eat trt fet idt oesz 210 irst 240 msd gst azt get samt mut ret sct 270 aft irdt \
300 pkt uzt tmt tjt mvt yekt екб 330 ist slst lkt 345 npt 360 kgt btt omst bdt almt \
390 mmt cct 420 ict wib novt krat hovt 480 sgt hkt myt pht awst wita irkt ulat bnt \
525 acwst 540 jst kst wit yakt tlt 570 acst 600 aest chst vlat pgt ddut 630 acdt lhst \
660 aedt lhdt sbt vut nct magt sakt nft 720 nzst fjt pett tvt wakt gilt mht \
765 chast 780 nzdt tot phot 825 chadt 840 lint";
