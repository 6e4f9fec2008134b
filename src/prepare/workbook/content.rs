// SPDX-License-Identifier: EUPL-1.2
//! What stands in a cell of a workbook, and how it is written as the text of a table.

use crate::prepare::cell::number::Decimal;
use std::sync::Arc;

/// How much of a date a cell shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// The year alone.
    Year,
    /// The year and the month.
    Month,
    /// The day.
    Day,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A text.
    Text(Arc<str>),
    /// A number.
    Number(f64),
    /// A number that is shown as a percentage: 0.15 as 15%.
    Percent(f64),
    /// True or false.
    Flag(bool),
    /// A day, of which the cell shows a part.
    Date {
        /// The year.
        year: u16,
        /// The month, 1 to 12.
        month: u8,
        /// The day of the month.
        day: u8,
        /// What is shown of it.
        shown: Precision,
    },
    /// An error of the program, such as `#DIV/0!`.
    Error(Arc<str>),
    /// A formula of which the result was not saved.
    Uncomputed,
}

impl Content {
    /// As it stands in a table of text with this decimal sign.
    pub fn text(&self, decimal: Decimal) -> String {
        match self {
            Self::Text(text) | Self::Error(text) => text.to_string(),
            Self::Number(number) => written(*number, decimal),
            Self::Percent(number) => written(percentage(*number), decimal) + "%",
            Self::Flag(true) => "TRUE".to_string(),
            Self::Flag(false) => "FALSE".to_string(),
            Self::Date { year, month, day, shown } => match (shown, month, day) {
                (Precision::Year, ..) => year.to_string(),
                (Precision::Month, ..) => format!("{year}-{month:02}"),
                // The first and the last day of a year stand for the year.
                (Precision::Day, 1, 1) | (Precision::Day, 12, 31) => year.to_string(),
                (Precision::Day, ..) => format!("{year}-{month:02}-{day:02}"),
            },
            Self::Uncomputed => String::new(),
        }
    }

    /// Whether it is a text without anything in it.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}

/// The percentage of a fraction, without the noise of multiplying: 0.151 is 15.1.
fn percentage(fraction: f64) -> f64 {
    let digits = format!("{:.13e}", fraction * 100.0);
    digits.parse().unwrap_or(fraction * 100.0)
}

/// A number without signs between its thousands.
fn written(number: f64, decimal: Decimal) -> String {
    let text = number.to_string();
    match decimal {
        Decimal::Point => text,
        Decimal::Comma => text.replace('.', ","),
    }
}

/// What a format of dates shows: `yyyy` a year, `mmm-yy` a month.
///
/// ```
/// use kansrijke_start::prepare::workbook::content::{Precision, precision};
///
/// assert_eq!(precision("yyyy"), Precision::Year);
/// assert_eq!(precision("[$-413]mmm\\-yy;@"), Precision::Month);
/// assert_eq!(precision("dd-mm-yyyy"), Precision::Day);
/// ```
pub fn precision(format: &str) -> Precision {
    let plain = plain(format);
    let has = |sign: char| plain.contains(sign);
    match (has('d'), has('m'), has('y') || has('j')) {
        (false, false, true) => Precision::Year,
        (false, true, true) => Precision::Month,
        _ => Precision::Day,
    }
}

/// Whether a format shows percentages.
pub fn is_percentage(format: &str) -> bool {
    plain(format).contains('%')
}

/// The first part of a format, for numbers that are not negative, without what is shown as it is.
fn plain(format: &str) -> String {
    let mut plain = String::new();
    let mut signs = format.chars();
    while let Some(sign) = signs.next() {
        match sign {
            ';' => break,
            '\\' | '_' | '*' => {
                signs.next();
            }
            '"' => while signs.next().is_some_and(|c| c != '"') {},
            '[' => while signs.next().is_some_and(|c| c != ']') {},
            sign => plain.extend(sign.to_lowercase()),
        }
    }
    plain
}

/// The day of a number that lost its format: Excel counts days, 1 January 2024 is 45,292. `None`
/// for a number that is no day of this century or the last one's second half.
///
/// ```
/// use kansrijke_start::prepare::cell::number::Decimal;
/// use kansrijke_start::prepare::workbook::content::day;
///
/// assert_eq!(day(45_292.0).unwrap().text(Decimal::Point), "2024");
/// assert_eq!(day(45_474.0).unwrap().text(Decimal::Point), "2024-07-01");
/// assert_eq!(day(2024.0), None);
/// ```
pub fn day(serial: f64) -> Option<Content> {
    if serial.fract() != 0.0 || !(18_264.0..73_051.0).contains(&serial) {
        return None;
    }
    let by = |year: u16, years: u16| year.is_multiple_of(years);
    let is_leap = |year: u16| by(year, 4) && (!by(year, 100) || by(year, 400));
    // 18,264 is 1 January 1950.
    let (mut left, mut year) = ((serial - 18_264.0) as u32, 1950_u16);
    while left >= 365 + u32::from(is_leap(year)) {
        left -= 365 + u32::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u32::from(is_leap(year));
    let mut month = 1;
    for days in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if left < days {
            break;
        }
        left -= days;
        month += 1;
    }
    let day = u8::try_from(left + 1).ok()?;
    Some(Content::Date { year, month, day, shown: Precision::Day })
}

/// A day as `2024-07-01`, with or without a time behind it.
pub(super) fn iso(text: &str, shown: Precision) -> Option<Content> {
    let day = text.get(..10).filter(|_| matches!(text.as_bytes().get(10), None | Some(b'T')))?;
    let mut parts = day.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Content::Date {
        year,
        month,
        day,
        shown,
    })
}
