// SPDX-License-Identifier: EUPL-1.2
//! One change of one municipality.

use crate::prepare::message::Expected;
use crate::prepare::problem::Problem;
use crate::prepare::table::Row;

/// One change of one municipality.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// The year in which it took effect.
    pub(super) year: i32,
    /// Whether it took effect on 1 January.
    pub(super) new_year: bool,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) kind: Kind,
    /// The name of the municipality that ended.
    pub(super) name: String,
    /// The regions that it lay in, of those in which its successors do not lie.
    pub(super) parents: Vec<String>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Into a municipality that stayed.
    Absorb,
    /// With others into a new one.
    Merge,
    /// The same municipality under another code.
    Rename,
    /// Divided over several.
    Split,
}

impl Change {
    /// Reads a row of `mergers.csv`.
    ///
    /// # Errors
    /// A date or a kind that means nothing.
    pub(super) fn read(row: Row<'_>) -> Result<Self, Problem> {
        let kind = match row.text("kind") {
            "absorb" => Kind::Absorb,
            "merge" => Kind::Merge,
            "rename" => Kind::Rename,
            "split" => Kind::Split,
            _ => return Err(row.problem("kind", Expected::ChangeKind)),
        };
        let (year, day) = row.text("date").split_at_checked(4).unwrap_or_default();
        let year = year.parse().ok().filter(|_| day.len() == 6);
        let year = year.ok_or_else(|| row.problem("date", Expected::Date))?;
        Ok(Self {
            year,
            new_year: day == "-01-01",
            from: row.text("from").into(),
            to: row.text("to").into(),
            kind,
            name: row.text("name").into(),
            parents: ["province", "corop"]
                .map(|heading| row.text(heading))
                .into_iter()
                .filter(|code| !code.is_empty())
                .map(str::to_string)
                .collect(),
        })
    }

    /// Whether it had taken effect on 1 January of a year.
    pub(super) fn before(&self, year: i32) -> bool {
        self.year < year || (self.year == year && self.new_year)
    }
}
