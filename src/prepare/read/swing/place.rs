// SPDX-License-Identifier: EUPL-1.2
//! The regions of Swing: a level in words and a number without zeros.

use crate::indicator::region::COUNTRY;

/// The code of a region. That of a level that is not shown is one that is known and passed over.
///
/// ```text
/// gemeente 344     GM0344
/// ggd 1413         GG1413
/// nederland 1      NL01
/// wijk 34401       WK34401
/// ```
pub(super) fn code(level: &str, item: &str) -> String {
    let level = level.to_lowercase().replace([' ', '-', '_'], "");
    let bare = item.trim();
    let is_number = !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit());
    let (letters, width) = match level.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "nederland" | "land" | "nl" => return COUNTRY.to_string(),
        "gemeente" | "gemeenten" | "gm" => ("GM", 4),
        "ggd" | "ggdregio" | "ggdregios" | "ggdregio's" | "gg" => ("GG", 4),
        "provincie" | "provincies" | "pv" => ("PV", 2),
        "corop" | "coropgebied" | "coropgebieden" | "cr" => ("CR", 2),
        _ => ("WK", 1),
    };
    if !is_number && letters != "WK" {
        return bare.to_string();
    }
    let digits: String = bare.chars().filter(char::is_ascii_digit).collect();
    format!("{letters}{digits:0>width$}")
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn numbers_are_codes_of_their_level() {
        assert_eq!(code("gemeente", "344"), "GM0344");
        assert_eq!(code("Gemeente2024", "1980"), "GM1980");
        assert_eq!(code("GGD-regio", "1413"), "GG1413");
        assert_eq!(code("provincie", "26"), "PV26");
        assert_eq!(code("nederland", "1"), "NL01");
        assert_eq!(code("wijk", "34401"), "WK34401");
        assert_eq!(code("gemeente", "GM0344"), "GM0344");
    }
}
