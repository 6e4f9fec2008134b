// SPDX-License-Identifier: EUPL-1.2
//! What is wrong with a file: where, what was found there, and what was expected.

use super::message::{Expected, Found, Say};
use crate::request::Language;
use std::fmt;
use std::ops::ControlFlow;

/// The name of a folder's recipe.
pub const RECIPE: &str = "recipe.toml";

/// At most this many problems are reported.
pub const MOST_PROBLEMS: usize = 20;

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The file's name.
    pub file: String,
    /// The row, counted from 1 as a spreadsheet does; `None` where it is the whole file.
    pub row: Option<u64>,
    /// The column's heading.
    pub column: Option<String>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where.
    pub spot: Spot,
    /// What was found.
    pub found: Box<Found>,
    /// What should stand there.
    pub expected: Box<Expected>,
}

impl Problem {
    /// A problem with a file as a whole.
    pub fn file(file: &str, found: Found, expected: Expected) -> Self {
        Self::at(Spot { file: file.into(), row: None, column: None }, found, expected)
    }

    /// A problem with one row of a table.
    pub fn row(file: &str, row: u64, found: Found, expected: Expected) -> Self {
        Self::at(Spot { file: file.into(), row: Some(row), column: None }, found, expected)
    }

    /// A problem with one cell of a table.
    pub fn cell(file: &str, row: u64, column: &str, found: Found, expected: Expected) -> Self {
        let spot = Spot { file: file.into(), row: Some(row), column: Some(column.into()) };
        Self::at(spot, found, expected)
    }

    fn at(spot: Spot, found: Found, expected: Expected) -> Self {
        Self { spot, found: Box::new(found), expected: Box::new(expected) }
    }
}

impl Say for Problem {
    fn say(&self, language: Language) -> String {
        let Self { spot: Spot { file, row, column }, found, expected } = self;
        let (found, expected) = (found.say(language), expected.say(language));
        let row = row.map(|row| match language {
            Language::Dutch => format!(", rij {row}"),
            Language::English => format!(", row {row}"),
        });
        let column = column.as_ref().map(|column| match language {
            Language::Dutch => format!(", kolom {column}"),
            Language::English => format!(", column {column}"),
        });
        let (row, column) = (row.unwrap_or_default(), column.unwrap_or_default());
        match language {
            Language::Dutch => {
                format!("{file}{row}{column}: gevonden {found}; verwacht {expected}")
            }
            Language::English => format!("{file}{row}{column}: found {found}; expected {expected}"),
        }
    }
}

/// In Dutch; [`Say`] has the other languages.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::default()))
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
    /// Notes one; reading goes on until there are as many as are reported.
    pub fn add(&mut self, problem: Problem) -> ControlFlow<()> {
        self.list.push(problem);
        if self.full() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Notes one with a cell of the file that is being read.
    pub fn cell(
        &mut self,
        row: u64,
        column: &str,
        found: Found,
        expected: Expected,
    ) -> ControlFlow<()> {
        self.add(Problem::cell(&self.file, row, column, found, expected))
    }

    /// Notes one with a row of the file that is being read.
    pub fn row(&mut self, row: u64, found: Found, expected: Expected) -> ControlFlow<()> {
        self.add(Problem::row(&self.file, row, found, expected))
    }

    /// Whether there are as many as are reported.
    pub fn full(&self) -> bool {
        self.list.len() >= MOST_PROBLEMS
    }
}
