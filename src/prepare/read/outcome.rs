// SPDX-License-Identifier: EUPL-1.2
//! What came of reading the files of an entry.

use super::rows::RowReader;
use super::tally::Tally;
use crate::prepare::message::{Counted, Expected, Found, Noun};
use crate::prepare::problem::Problem;
use crate::prepare::recipe::FileRecipe;
use crate::prepare::warning::Warning;
use std::collections::BTreeSet;

/// What was read of an entry.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// Files.
    pub files: usize,
    /// Rows.
    pub rows: u64,
    /// Rows of places that are not published, or that say nothing of a place that is no more.
    pub skipped: u64,
    /// The indicators of which rows of persons without a municipality were left out: they are a
    /// part of the totals that no other row has.
    pub residual: BTreeSet<String>,
    /// What a person should know, and that is no reason to refuse.
    pub warnings: Vec<Warning>,
}

impl Read {
    /// Of so many files under a name, with what was met in them.
    pub(super) fn of(files: usize, tally: Tally, name: &str) -> Self {
        Self {
            files,
            rows: tally.rows,
            skipped: tally.skipped,
            warnings: tally.warnings(name),
            residual: tally.residual,
        }
    }
}

/// What is wrong with a table of which no row was of use: a recipe that does not fit it, most
/// likely, and nothing to put in the place of earlier figures.
pub(super) fn nothing(recipe: &FileRecipe, reader: &RowReader<'_>) -> Problem {
    let rows = Counted(reader.tally.rows, Noun::Row);
    let (found, expected) = match () {
        () if reader.tally.rows == 0 => (Found::NoRows, Expected::RowsUnderHeadings),
        () if reader.tally.passed == reader.tally.rows => {
            (Found::NoneChosen(rows), Expected::TextsOfColumns)
        }
        () => (Found::NoneShown(rows), Expected::RowOfRegion),
    };
    Problem::file(&recipe.path, found, expected)
}
