// SPDX-License-Identifier: EUPL-1.2
//! Periods as they stand in official files.

use super::number::trim;
use crate::indicator::period::Period;
use crate::text::nl;

/// A period, and whether stars or words call its figures provisional.
///
/// ```
/// use kansrijke_start::indicator::period::Period;
/// use kansrijke_start::prepare::cell::when::read;
///
/// let year = |first, last| Period::years(first, last);
/// assert_eq!(read("2021JJ00"), Some((year(2021, 2021), false)));
/// assert_eq!(read("2022**"), Some((year(2022, 2022), true)));
/// assert_eq!(read("verslagjaar 2021"), Some((year(2021, 2021), false)));
/// assert_eq!(read("2019 t/m 2023"), Some((year(2019, 2023), false)));
/// assert_eq!(read("2015 2e kwartaal").map(|p| p.0.code()), Some("2015KW02".into()));
/// assert_eq!(read("2022 juli").map(|p| p.0.code()), Some("2022-07".into()));
/// assert_eq!(read("1-1-2015"), None);
/// ```
pub fn read(text: &str) -> Option<(Period, bool)> {
    let text = trim(text);
    if let Some(period) = plausible(Period::parse(text)) {
        return Some((period, false));
    }
    let lower = text.to_lowercase();
    let starred = lower.trim_end_matches('*');
    let (bare, provisional) = match trim(starred).strip_suffix("voorlopig") {
        Some(bare) => (trim(bare), true),
        None => (trim(starred), starred.len() < lower.len()),
    };
    let bare = ["verslagjaar", "jaar", "over"]
        .iter()
        .find_map(|word| bare.strip_prefix(word))
        .map_or(bare, trim);
    let joined = bare.replace(" t/m ", "-").replace(['–', '—'], "-").replace(" - ", "-");
    let code = joined.to_uppercase();
    let period = Period::parse(&code).or_else(|| part_of_year(&joined));
    plausible(period).map(|period| (period, provisional))
}

/// "2015 2e kwartaal", "2022 juli", and with the year last.
fn part_of_year(text: &str) -> Option<Period> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (year, rest): (Vec<&str>, Vec<&str>) =
        words.into_iter().partition(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()));
    let [year] = year.as_slice() else {
        return None;
    };
    match rest.as_slice() {
        [nth, "kwartaal"] => {
            let nth = nth.strip_suffix('e')?;
            Period::parse(&format!("{year}KW0{nth}"))
        }
        [month] => {
            let at = nl::WORDS.months.iter().position(|m| m == month)? + 1;
            Period::parse(&format!("{year}-{at:02}"))
        }
        _ => None,
    }
}

/// Figures of this field do not lie outside these years; a code of a place may look like one.
fn plausible(period: Option<Period>) -> Option<Period> {
    period.filter(|p| p.start().0 >= 1900 && p.end().0 <= 2100)
}
