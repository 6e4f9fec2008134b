// SPDX-License-Identifier: EUPL-1.2
//! Periods in names: of a sheet, of a column.

use crate::prepare::cell::when;

/// The year or the years in the name of a sheet: `Fig2_per_gemeente_2020_2024` is of 2020-2024.
/// `None` where there is none, or where they could be several things.
pub(super) fn of_sheet(name: &str) -> Option<String> {
    let digits = name.split(|c: char| !c.is_ascii_digit());
    let years: Vec<&str> =
        digits.filter(|d| d.len() == 4 && (d.starts_with("19") || d.starts_with("20"))).collect();
    match years.as_slice() {
        [year] => Some((*year).to_string()),
        [first, last] if first < last => Some(format!("{first}-{last}")),
        _ => None,
    }
}

/// The period in a heading, and what else stands there: `2019` alone, `2019` above `TRUE`,
/// `TRUE_2019`. `None` where there is no period.
pub(super) fn of_heading(heads: &[String]) -> Option<(String, String)> {
    let is_period = |text: &str| when::read(text).is_some();
    if let Some(at) = heads.iter().position(|head| is_period(head)) {
        let period = heads.get(at)?.clone();
        let rest = heads.iter().enumerate().filter(|(nth, _)| *nth != at);
        let rest: Vec<&str> = rest.map(|(_, head)| head.as_str()).collect();
        return Some((period, rest.join("/")));
    }
    let [head] = heads else { return None };
    let signs = ['_', ' ', '.', '/'];
    let first = head.split_once(signs).filter(|(period, _)| is_period(period));
    let last = head.rsplit_once(signs).filter(|(_, period)| is_period(period));
    let found = first.or(last.map(|(rest, period)| (period, rest)));
    found.map(|(period, rest)| (period.to_string(), rest.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_years_in_their_names() {
        assert_eq!(of_sheet("Fig2_per_gemeente_2020_2024").as_deref(), Some("2020-2024"));
        assert_eq!(of_sheet("Fig2 2019-2023").as_deref(), Some("2019-2023"));
        assert_eq!(of_sheet("2023").as_deref(), Some("2023"));
        assert_eq!(of_sheet("Fig2_kaartje_gemeente"), None);
        assert_eq!(of_sheet("2024_2020"), None);
    }

    #[test]
    fn headings_have_periods_beside_other_words() {
        let of =
            |heads: &[&str]| of_heading(&heads.iter().map(ToString::to_string).collect::<Vec<_>>());
        let is = |period: &str, rest: &str| Some((period.to_string(), rest.to_string()));
        assert_eq!(of(&["2019"]), is("2019", ""));
        assert_eq!(of(&["2019", "TRUE"]), is("2019", "TRUE"));
        assert_eq!(of(&["Aantal", "2019"]), is("2019", "Aantal"));
        assert_eq!(of(&["TRUE_2019"]), is("2019", "TRUE"));
        assert_eq!(of(&["2019_TRUE"]), is("2019", "TRUE"));
        assert_eq!(of(&["gem2023"]), None);
    }
}
