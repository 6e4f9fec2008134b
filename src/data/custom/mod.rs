// SPDX-License-Identifier: EUPL-1.2
//! Custom data: figures that a page brings along, as rows or as a JSON-stat dataset of any
//! publisher, checked and put into the shape of our own files.
//!
//! What cannot be true is an [`Error::Row`] each: the row (from 1; 0 is an option), the member,
//! what stands there, what may. Counts below the threshold are no mistake; disclosure control
//! withholds them when the file is read like any other.

mod cell;
mod given;
mod row;
mod definition;
mod cube;
mod file;

pub use cell::Cell;
pub use cube::Cube;
pub use definition::Described;
pub use given::code_of;
pub use row::Row;

use super::jsonstat::JsonStat;
use crate::error::Error;

/// No more problems than this are reported at once.
const REPORTED: usize = 10;

/// Collects what is wrong.
#[derive(Debug, Default)]
struct Problems(Vec<Error>);

impl Problems {
    /// Notes that a member of a row cannot be.
    fn refuse(&mut self, row: usize, name: &str, found: impl Into<String>, expected: &str) {
        if self.0.len() < REPORTED {
            self.0.push(Error::Row {
                row: u32::try_from(row).unwrap_or(u32::MAX),
                name: name.into(),
                found: found.into(),
                expected: expected.into(),
            });
        }
    }
}

/// What is told where there is neither a row nor a dataset.
fn nothing() -> Vec<Error> {
    let mut problems = Problems::default();
    problems.refuse(0, "data", "", "[{ region, period, value }]");
    problems.0
}

/// The file of an array of rows.
///
/// # Errors
/// An [`Error::Row`] for each thing that cannot be true, ten at most; or the
/// [`Error::DataMalformed`] of a description that means nothing.
///
/// ```
/// use kansrijke_start::data::custom::{self, Described, Row};
///
/// let rows = r#"[{"region": "Leiden", "period": 2020, "numerator": 30, "denominator": 200}]"#;
/// let rows: Vec<Row> = serde_json::from_str(rows).unwrap();
/// let described: Described = serde_json::from_str(r#"{"name": "Honden"}"#).unwrap();
/// let file = custom::of_rows(&rows, &described).unwrap();
/// assert_eq!(file.extension.threshold, 10.0);
/// assert!(custom::of_rows(&[], &described).is_err());
/// ```
pub fn of_rows(rows: &[Row], described: &Described) -> Result<JsonStat, Vec<Error>> {
    if rows.is_empty() {
        return Err(nothing());
    }
    file::of(rows, described, Problems::default())
}

/// The file of a JSON-stat dataset; what the page says of it counts more than what it says itself.
///
/// # Errors
/// The same.
pub fn of_cube(cube: &Cube, described: &Described) -> Result<JsonStat, Vec<Error>> {
    if !cube.has_dimensions() {
        return Err(nothing());
    }
    let mut problems = Problems::default();
    let (rows, own) = cube.rows(described, &mut problems);
    file::of(&rows, &described.over(own), problems)
}
