// SPDX-License-Identifier: EUPL-1.2
//! What an edition is called: the day of it, and the hash of its figures.

use super::changes::{Told, told};
use crate::indicator::edition::Edition;
use crate::indicator::observation::Status;
use crate::prepare::record::Records;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

/// What stands in the index of an edition, and in the list of changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imprint {
    /// Its name: its day, and after a hyphen which of that day it is, from the second on.
    pub id: String,
    /// Its day, `2026-11-28`.
    pub date: String,
    /// The hash of its figures; of the newest edition alone. Whoever has all figures of an edition but
    /// one that is kept back since could try numbers for it until the hash is right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

impl Imprint {
    /// An edition of these figures that came out on a day. The names in `taken` are those of other
    /// editions.
    pub fn new(date: &str, sha256: String, taken: &[String]) -> Self {
        let of_day = taken.iter().filter_map(|name| name.strip_prefix(date));
        let nth = |rest: &str| match rest.strip_prefix('-') {
            Some(nth) => nth.parse().ok(),
            None => Some(1),
        };
        // The last one and not the first that is free: history forgets the oldest.
        let last: Option<u32> = of_day.filter_map(nth).max();
        let id = match last {
            None => date.to_string(),
            Some(last) => [date, "-", &last.saturating_add(1).to_string()].concat(),
        };
        Self { id, date: date.into(), sha256: Some(sha256) }
    }

    /// Whether it has the form that an element can ask for.
    pub fn is_whole(&self) -> bool {
        Edition::parse(&self.id).is_some_and(|id| id.day() == self.date)
    }
}

/// The hash of the figures that are shown, which is the same however they lie in files. What stands
/// where there is no figure is not among them.
pub fn fingerprint(records: &BTreeMap<String, Records>) -> String {
    let mut hash = Sha256::new();
    for (id, records) in records {
        for ((region, period), record) in records {
            let Some(Told { cells, provisional }) = told(record) else { continue };
            hash.update([id, "\t", region, "\t", &period.code()].concat());
            for cell in cells {
                hash.update("\t");
                hash.update(cell.map(|number| number.to_string()).unwrap_or_default());
            }
            hash.update(if provisional { Status::Provisional.word() } else { "" });
            hash.update("\n");
        }
    }
    hexadecimal(&hash.finalize())
}

/// What figures there are, whatever their numbers are.
pub fn outline(records: &BTreeMap<String, Records>) -> String {
    let mut hash = Sha256::new();
    for (id, records) in records {
        for ((region, period), _) in records.iter().filter(|(_, record)| told(record).is_some()) {
            hash.update([id, "\t", region, "\t", &period.code(), "\n"].concat());
        }
    }
    hexadecimal(&hash.finalize())
}

/// Bytes in the digits 0 to f.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The variable by which builds that give the same bytes say when they are, in seconds since 1970:
/// a convention of reproducible-builds.org.
const EPOCH: &str = "SOURCE_DATE_EPOCH";

const DAY: u64 = 24 * 60 * 60;

/// The day of an edition for which no recipe says one: of `SOURCE_DATE_EPOCH` where that is set, or
/// else today, in universal time.
pub fn today() -> String {
    // No later than a date of four digits can say.
    let set = std::env::var(EPOCH).ok().and_then(|seconds| seconds.trim().parse().ok());
    let set = set.filter(|seconds: &u64| *seconds < 253_402_300_800);
    set.map_or_else(|| date_of_time(SystemTime::now()), |seconds| date_of(seconds / DAY))
}

/// The date of a moment, in universal time.
pub(super) fn date_of_time(time: SystemTime) -> String {
    date_of(time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()) / DAY)
}

/// The date so many days after 1 January 1970, by the calendar that repeats itself every 400 years.
fn date_of(days: u64) -> String {
    // Years begin in March here, so that a leap day is the last of its year.
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (days, date) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (19_782, "2024-02-29"),
            (20_785, "2026-11-28"),
            (47_541, "2100-03-01"),
        ] {
            assert_eq!(date_of(days), date);
        }
    }

    #[test]
    fn a_second_edition_of_a_day_has_a_number() {
        let of = |taken: &[&str]| {
            let taken: Vec<String> = taken.iter().map(ToString::to_string).collect();
            Imprint::new("2026-11-28", "0".repeat(64), &taken)
        };
        assert_eq!(of(&[]).id, "2026-11-28");
        assert_eq!(of(&["2026-05-01"]).id, "2026-11-28");
        assert_eq!(of(&["2026-11-28"]).id, "2026-11-28-2");
        assert_eq!(of(&["2026-11-28-9", "2026-11-28-8"]).id, "2026-11-28-10");
        let third = of(&["2026-11-28-2", "2026-11-28"]);
        assert_eq!((&*third.id, &*third.date), ("2026-11-28-3", "2026-11-28"));
        assert!(third.is_whole());
        assert!(!Imprint { id: "../x".into(), ..third }.is_whole());
    }
}
