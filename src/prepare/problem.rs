// SPDX-License-Identifier: EUPL-1.2
//! What is wrong with a file, in the words of someone who works with spreadsheets.

use std::fmt;
use std::ops::ControlFlow;

/// The name of a folder's recipe.
pub const RECIPE: &str = "recipe.toml";

/// So many problems are told at once.
pub const MOST_PROBLEMS: usize = 20;

/// One thing that is wrong: where, what stands there, what was expected.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The row, counted from 1 as a spreadsheet does; `None` where it is the whole file.
    pub row: Option<u64>,
    /// The column's heading.
    pub column: Option<String>,
    /// What was found.
    pub found: String,
    /// What should stand there.
    pub expected: String,
}

impl Problem {
    /// A problem with a file as a whole.
    pub fn file(file: &str, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            found: found.into(),
            expected: expected.into(),
            ..Self::default()
        }
    }

    /// A problem with one cell of a table.
    pub fn cell(
        file: &str,
        row: u64,
        column: &str,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self { row: Some(row), column: Some(column.into()), ..Self::file(file, found, expected) }
    }

    /// A problem with one row of a table.
    pub fn row(
        file: &str,
        row: u64,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self { row: Some(row), ..Self::file(file, found, expected) }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ", rij {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", kolom {column}")?;
        }
        write!(f, ": gevonden {}; verwacht {}", self.found, self.expected)
    }
}

impl std::error::Error for Problem {}

/// What is wrong with the file that is being read, and with those before it.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    /// The name of the file that is being read.
    pub file: String,
    /// The problems, in the order in which they were found.
    pub list: Vec<Problem>,
}

impl Problems {
    /// Notes one; reading goes on until there are as many as are told at once.
    pub fn add(&mut self, problem: Problem) -> ControlFlow<()> {
        self.list.push(problem);
        if self.full() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Notes one with a cell of the file that is being read.
    pub fn cell(
        &mut self,
        row: u64,
        column: &str,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> ControlFlow<()> {
        self.add(Problem::cell(&self.file, row, column, found, expected))
    }

    /// Notes one with a row of the file that is being read.
    pub fn row(
        &mut self,
        row: u64,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> ControlFlow<()> {
        self.add(Problem::row(&self.file, row, found, expected))
    }

    /// Whether there are as many as are told at once.
    pub fn full(&self) -> bool {
        self.list.len() >= MOST_PROBLEMS
    }
}
