// SPDX-License-Identifier: EUPL-1.2
//! Letters of names as they are compared, put in order and written where only plain ones may stand.

/// A letter of a name, small and without its accent; any other sign as it is.
///
/// ```
/// use kansrijke_start::indicator::letter::plain;
///
/// let folded: String = "Súdwest-Fryslân".chars().map(plain).collect();
/// assert_eq!(folded, "sudwest-fryslan");
/// ```
pub fn plain(c: char) -> char {
    match c {
        'À'..='Å' | 'à'..='å' => 'a',
        'Ç' | 'ç' => 'c',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'ò'..='ö' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        c => c.to_ascii_lowercase(),
    }
}
