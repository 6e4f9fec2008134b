// SPDX-License-Identifier: EUPL-1.2
//! How wide a text will be, the same on every machine and without asking a browser.

/// Advance widths of the printable ASCII characters in thousandths of the type size, of a
/// grotesque such as Helvetica or Arial: the family that most sites' own fonts resemble.
const ADVANCES: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Room for the fonts that run wider than that.
const ALLOWANCE: f64 = 1.15;

/// How much of a line a text may fill that ends at the side of the picture: readers may widen the
/// spaces between letters and words (WCAG 2.2, criterion 1.4.12).
pub(in crate::chart) const SPACED: f64 = 0.88;

/// How much wider bold type runs.
pub(in crate::chart) const BOLD: f64 = 1.1;

/// The width of a text at a type size, in the unit of the size.
pub fn width(text: &str, size: f64) -> f64 {
    let advance = |c: char| {
        let place = (c as usize).checked_sub(32);
        f64::from(place.and_then(|p| ADVANCES.get(p)).copied().unwrap_or(600))
    };
    text.chars().map(advance).sum::<f64>() * size / 1000.0 * ALLOWANCE
}

/// The same of a text in bold type.
pub fn bold_width(text: &str, size: f64) -> f64 {
    width(text, size) * BOLD
}

/// The width of the widest of several lines.
pub fn widest(lines: &[String], size: f64) -> f64 {
    lines.iter().map(|line| width(line, size)).fold(0.0, f64::max)
}

/// A text in lines no wider than `room` where its blanks and hyphens allow it; a range of years
/// stays whole.
///
/// ```
/// use kansrijke_start::chart::canvas::measure::wrap;
///
/// assert_eq!(wrap("GGD Noord- en Oost-Gelderland", 13.0, 120.0),
///     ["GGD Noord- en", "Oost-Gelderland"]);
/// assert_eq!(wrap("van 2010-2015", 13.0, 60.0), ["van", "2010-2015"]);
/// ```
pub fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split_inclusive([' ', '-', '/']) {
        match parts.last_mut() {
            Some(last) if last.ends_with('-') && part.starts_with(|c: char| c.is_ascii_digit()) => {
                last.push_str(part);
            }
            _ => parts.push(part.to_string()),
        }
    }
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(part.trim_end_matches(' '), size) <= room => {
                line.push_str(&part);
            }
            _ => lines.push(part),
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end_matches(' ').len());
    }
    lines
}
