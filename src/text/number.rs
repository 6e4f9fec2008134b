// SPDX-License-Identifier: EUPL-1.2
//! Numbers as readers write them: the one formatter of axis, label, table, sentence and export.

use crate::request::Language;

/// A number with a fixed count of decimals, rounded half away from zero on its decimal value,
/// with the language's signs: 1.234,5 in Dutch, 1,234.5 in English. Up to 9 decimals.
///
/// ```
/// use kansrijke_start::{request::Language, text::number::decimal};
///
/// assert_eq!(decimal(Language::Dutch, 1234.45, 1), "1.234,5");
/// assert_eq!(decimal(Language::English, 1234567.0, 0), "1,234,567");
/// // 2.675 is stored as 2.67499999999999982236431605997495353221893310546875.
/// assert_eq!(decimal(Language::Dutch, 2.675, 2), "2,68");
/// assert_eq!(decimal(Language::Dutch, -0.04, 1), "0,0");
/// assert_eq!(decimal(Language::Dutch, -1.25, 1), "−1,3");
/// ```
pub fn decimal(language: Language, value: f64, decimals: u8) -> String {
    let (point, group) = match language.spoken() {
        Language::Dutch => (',', '.'),
        Language::English => ('.', ','),
    };
    digits(value, decimals, (point, Some(group), '−'))
}

/// A number for machines: a point, no grouping, no useless zeros; up to `decimals` decimals.
///
/// ```
/// assert_eq!(kansrijke_start::text::number::plain(1234.50, 4), "1234.5");
/// ```
pub fn plain(value: f64, decimals: u8) -> String {
    let mut text = digits(value, decimals, ('.', None, '-'));
    if decimals > 0 {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    text
}

fn digits(value: f64, decimals: u8, (point, group, minus): (char, Option<char>, char)) -> String {
    let decimals = u32::from(decimals.min(9));
    let scaled = value.abs() * f64::from(10_u32.pow(decimals));
    // What is a half in decimals is often a little less in binary.
    let rounded = (scaled + 0.5 + scaled * 4.0 * f64::EPSILON).floor() as u64;
    let mut rest = rounded;
    let mut reversed = String::new();
    let mut written = 0;
    while written <= decimals || rest > 0 {
        if written > 0 && written == decimals {
            reversed.push(point);
        } else if written > decimals && (written - decimals).is_multiple_of(3) {
            reversed.extend(group);
        }
        reversed.push(char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
        written += 1;
    }
    if value < 0.0 && rounded > 0 {
        reversed.push(minus);
    }
    reversed.chars().rev().collect()
}
