// SPDX-License-Identifier: EUPL-1.2
//! Addresses of cells: `C4`, `B3:F40`.

use super::limits;

/// The letters of a column, counted from 0.
///
/// ```
/// use kansrijke_start::prepare::workbook::address::letters;
///
/// assert_eq!(letters(0), "A");
/// assert_eq!(letters(27), "AB");
/// assert_eq!(letters(16_383), "XFD");
/// ```
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = u64::from(column) + 1;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The address of a cell, counted from 0.
pub fn cell(row: u32, column: u32) -> String {
    format!("{}{}", letters(column), u64::from(row) + 1)
}

/// A rectangle of cells, its first and last row and column included, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The first row.
    pub top: u32,
    /// The first column.
    pub left: u32,
    /// The last row.
    pub bottom: u32,
    /// The last column.
    pub right: u32,
}

impl Area {
    /// All of a sheet.
    pub const ALL: Self =
        Self { top: 0, left: 0, bottom: limits::ROWS - 1, right: limits::COLUMNS - 1 };

    /// Reads `B3:F40`, or `B3` alone; dollar signs may stand in it.
    ///
    /// ```
    /// use kansrijke_start::prepare::workbook::address::Area;
    ///
    /// let area = Area { top: 2, left: 1, bottom: 39, right: 5 };
    /// assert_eq!(Area::parse("B3:F40"), Some(area));
    /// assert_eq!(Area::parse("$B$3:$F$40"), Some(area));
    /// assert_eq!(Area::parse("F40:B3"), None);
    /// assert_eq!(Area::parse("B0:F40"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
        (top <= bottom && left <= right).then_some(Self { top, left, bottom, right })
    }

    /// Whether a cell lies in it.
    pub fn holds(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// The row and column of an address.
fn place(text: &str) -> Option<(u32, u32)> {
    let text = text.trim().replace('$', "").to_ascii_uppercase();
    let at = text.bytes().position(|b| b.is_ascii_digit())?;
    let (letters, digits) = text.split_at_checked(at)?;
    if letters.is_empty() || letters.len() > 3 || digits.len() > 7 {
        return None;
    }
    let mut column = 0_u32;
    for byte in letters.bytes() {
        let digit = byte.checked_sub(b'A').filter(|digit| *digit < 26)?;
        column = column * 26 + u32::from(digit) + 1;
    }
    let row: u32 = digits.parse().ok()?;
    let (row, column) = (row.checked_sub(1)?, column.checked_sub(1)?);
    (row < limits::ROWS && column < limits::COLUMNS).then_some((row, column))
}

/// A sheet of a file, as a message names it.
pub fn sheet(file: &str, sheet: &str) -> String {
    format!("{file}, {sheet}")
}

/// A cell of a file, as a message names it: `file.xlsx, Blad1!C4`.
pub fn spot(file: &str, sheet: &str, row: u32, column: u32) -> String {
    format!("{file}, {sheet}!{}", cell(row, column))
}
