// SPDX-License-Identifier: EUPL-1.2
//! Live births by municipality, `births.csv`: counts on the division of their own year.

use super::catalogue::Entry;
use super::problem::Problem;
use super::record::Record;
use super::table::Table;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use std::collections::BTreeMap;
use std::path::Path;

/// Each indicator with the column of its numerator; `born` is the denominator of all.
const COLUMNS: [(&str, &str); 4] = [
    ("levendgeborenen", "born"),
    ("tienermoeders", "mothers_under_20"),
    ("moeders-35-plus", "mothers_35_plus"),
    ("eerste-kinderen", "first_children"),
];

/// Counts by region and period, on the division of each period.
pub type Counts = BTreeMap<(String, Period), Count>;

/// One raw pair of counts with the row that it stands in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    /// How many.
    pub numerator: f64,
    /// Out of how many.
    pub denominator: f64,
    /// The row in the file.
    pub row: u64,
}

impl Count {
    /// The record that these counts are.
    pub fn record(self, definition: &Definition) -> Record {
        Record::counted(definition, self.numerator, self.denominator)
    }
}

/// The counts of each indicator.
pub type Births = Vec<(Definition, Counts)>;

/// Reads the counts of each indicator that the catalogue has.
///
/// # Errors
/// Every cell that is no count, a numerator above its denominator, a region and year twice.
pub fn read(path: &Path, catalogue: &[Entry]) -> Result<(usize, Births), Vec<Problem>> {
    let headings: Vec<&str> =
        ["region", "period"].into_iter().chain(COLUMNS.iter().map(|(_, c)| *c)).collect();
    let table = Table::read(path, &headings)?;
    let mut problems = Vec::new();
    let mut found = Vec::new();
    for (id, column) in COLUMNS {
        let Some(entry) = catalogue.iter().find(|e| e.definition.id == id) else {
            continue;
        };
        let mut counts = Counts::new();
        for row in table.rows() {
            let count = |heading: &str| match row.number(heading)? {
                Some(n) if n >= 0.0 && n.fract() == 0.0 => Ok(n),
                _ => Err(row.problem(heading, "een aantal")),
            };
            let read = || {
                let period = Period::parse(row.text("period"))
                    .ok_or_else(|| row.problem("period", "een jaar"))?;
                let (numerator, denominator) = (count(column)?, count("born")?);
                if numerator > denominator {
                    return Err(row.problem(column, "niet meer dan born"));
                }
                Ok((period, Count { numerator, denominator, row: row.number }))
            };
            match read() {
                Ok((period, count)) => {
                    if counts.insert((row.text("region").into(), period), count).is_some() {
                        problems.push(row.problem("region", "elke regio eenmaal per jaar"));
                    }
                }
                Err(problem) => problems.push(problem),
            }
        }
        found.push((entry.definition.clone(), counts));
    }
    if problems.is_empty() { Ok((table.rows().count(), found)) } else { Err(problems) }
}
