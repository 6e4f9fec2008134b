// SPDX-License-Identifier: EUPL-1.2
//! What stands in a workbook. It goes from the core that knows the figures to the one that writes
//! the file, so it is data and nothing else.

use serde::{Deserialize, Serialize};

/// A workbook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Book {
    /// What it is called in its properties.
    pub title: String,
    /// Whose figures it holds.
    pub author: String,
    /// The day that it says it was made on (`2026-11-28`), so that the same figures give the same
    /// bytes; one that is none stands for no day that is known.
    pub day: String,
    /// Its sheets, in order.
    pub pages: Vec<Page>,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The name on its tab: at most 31 letters.
    pub name: String,
    /// The heads of its columns, which stay in sight; none where it has no columns of figures.
    pub heads: Vec<String>,
    /// Its rows, below the heads.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, whatever it begins with.
    Text(String),
    /// What names the texts beside it.
    Term(String),
    /// A number, and how it is shown.
    Number(f64, Shown),
}

/// How a number is shown. Points and commas are those of the program that opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shown {
    /// As a year: without groups.
    Year,
    /// With so many decimals, in groups of three digits.
    Decimals(u8),
    /// The same, with a sign behind it that does not belong to the number: 14.8 is 14.8%.
    Percent(u8),
}

impl Shown {
    /// The format as workbooks have it.
    pub fn format(self) -> String {
        let digits = |decimals: u8| match decimals {
            0 => String::from("#,##0"),
            decimals => ["#,##0.", &"0".repeat(usize::from(decimals))].concat(),
        };
        match self {
            Self::Year => "0".into(),
            Self::Decimals(decimals) => digits(decimals),
            // Without quotes a workbook shows a hundredfold.
            Self::Percent(decimals) => digits(decimals) + "\"%\"",
        }
    }
}
