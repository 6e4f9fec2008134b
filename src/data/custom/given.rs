// SPDX-License-Identifier: EUPL-1.2
//! What custom data call regions and periods, as our files write them.

use crate::indicator::period::Period;
use crate::indicator::region::COUNTRY;

/// What the country is called: it is what regions are compared with.
const NETHERLANDS: [&str; 5] = ["nl", "nl01", "nederland", "netherlands", "the netherlands"];

/// A region's code; codes stand in lists, which commas and blanks split.
///
/// ```
/// use kansrijke_start::data::custom::code_of;
///
/// assert_eq!(code_of(" Den Haag"), "Den-Haag");
/// assert_eq!(code_of("Nederland"), "NL01");
/// ```
pub fn code_of(text: &str) -> String {
    let code = text.trim();
    if NETHERLANDS.iter().any(|name| code.eq_ignore_ascii_case(name)) {
        return COUNTRY.to_string();
    }
    let parts: Vec<&str> = code.split(|c: char| c == ',' || c.is_whitespace()).collect();
    let last = parts.len().saturating_sub(1);
    // Of several signs in a row one hyphen is left; at an end one stays, too.
    let is_kept = |(nth, part): &(usize, &&str)| !part.is_empty() || *nth == 0 || *nth == last;
    let kept: Vec<&str> = parts.iter().enumerate().filter(is_kept).map(|(_, part)| *part).collect();
    kept.join("-")
}

/// A period as our files write it; besides what [`Period::parse`] reads, `2015-Q2`, `2015Q2` and
/// `2015M07`.
pub(super) fn period_of(text: &str) -> Option<Period> {
    let text = text.trim();
    let quarter = || {
        let (year, nth) = text.split_once('Q')?;
        let year = year.strip_suffix(['-', '/']).unwrap_or(year);
        Period::parse(&[year, "KW0", nth].concat())
    };
    let month = || {
        let (year, nth) = text.split_once('M')?;
        Period::parse(&[year, "-", nth].concat())
    };
    Period::parse(text).or_else(quarter).or_else(month).or_else(|| {
        // `2022/07`
        Period::parse(&text.replacen('/', "-", 1))
    })
}
