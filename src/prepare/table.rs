// SPDX-License-Identifier: EUPL-1.2
//! Our own tidy tables: UTF-8, commas, one header line, `#` before a remark.

use super::folder::file;
use super::library;
use super::message::{Expected, Found};
use super::problem::Problem;
use std::path::Path;

/// A table with the headings that it must have.
pub struct Table {
    /// The file's name, for messages.
    pub file: String,
    headings: Vec<String>,
    rows: Vec<(u64, csv::StringRecord)>,
}

/// One row of a table.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    /// Its number in the file, counted from 1.
    pub number: u64,
    record: &'a csv::StringRecord,
}

impl Table {
    /// Reads a table whose headings are exactly these.
    ///
    /// # Errors
    /// A file that cannot be read, other headings, a row of another width: every one of them.
    pub fn read(path: &Path, headings: &[&str]) -> Result<Self, Vec<Problem>> {
        let file = name_of(path);
        match file::read(path) {
            Ok(bytes) => Self::parse(&file, &bytes, headings),
            Err(e) => Err(vec![Problem::file(&file, library::io(&e), Expected::ReadableFile)]),
        }
    }

    /// Reads a table from its text.
    ///
    /// # Errors
    /// As [`Table::read`].
    pub fn parse(file: &str, bytes: &[u8], headings: &[&str]) -> Result<Self, Vec<Problem>> {
        let whole = |found: Found, expected: Expected| vec![Problem::file(file, found, expected)];
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .flexible(true)
            .has_headers(false)
            .from_reader(bytes);
        let mut record = csv::StringRecord::new();
        reader
            .read_record(&mut record)
            .map_err(|e| whole(library::csv(&e), Expected::LineOfHeadings))?;
        if !record.iter().eq(headings.iter().copied()) {
            let found = Found::Verbatim(record.iter().collect::<Vec<_>>().join(","));
            return Err(whole(found, Expected::Verbatim(headings.join(","))));
        }
        let ends = Ends::of(bytes);
        let mut rows = Vec::new();
        let mut problems = Vec::new();
        loop {
            match reader.read_record(&mut record) {
                Ok(false) => break,
                Ok(true) => {
                    let line = ends.row(reader.position().line(), &record);
                    if record.len() != headings.len() {
                        problems.push(Problem::row(
                            file,
                            line,
                            Found::Fields(record.len()),
                            Expected::Fields(headings.len()),
                        ));
                    }
                    rows.push((line, record.clone()));
                }
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    let found = library::csv(&error);
                    problems.push(Problem::row(file, line, found, Expected::LineInUtf8));
                }
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            headings: headings.iter().map(ToString::to_string).collect(),
            file: file.to_string(),
            rows,
        })
    }

    /// The rows below the headings.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(number, record)| Row { table: self, number: *number, record })
    }
}

impl<'a> Row<'a> {
    /// The text under a heading; empty where there is none.
    pub fn text(self, heading: &str) -> &'a str {
        let at = self.table.headings.iter().position(|h| h == heading);
        at.and_then(|at| self.record.get(at)).unwrap_or_default().trim()
    }

    /// The number under a heading, `None` where the cell is empty.
    ///
    /// # Errors
    /// Text that is no finite number with a decimal point.
    pub fn number(self, heading: &str) -> Result<Option<f64>, Problem> {
        let text = self.text(heading);
        if text.is_empty() {
            return Ok(None);
        }
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Some(number)),
            _ => Err(self.problem(heading, Expected::DecimalPoint)),
        }
    }

    /// What is wrong with the cell under a heading.
    pub fn problem(self, heading: &str, expected: Expected) -> Problem {
        Problem::cell(
            &self.table.file,
            self.number,
            heading,
            Found::Quoted(self.text(heading).into()),
            expected,
        )
    }
}

/// How the rows of a table end, which decides where the next one begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// With a line feed.
    Feed,
    /// With a carriage return and a line feed.
    Both,
}

impl Ends {
    /// Of the first part of a table.
    pub fn of(head: &[u8]) -> Self {
        let first = head.iter().position(|b| *b == b'\n');
        let before = first.and_then(|at| head.get(at.checked_sub(1)?));
        if before == Some(&b'\r') { Self::Both } else { Self::Feed }
    }

    /// The row of the file that a record began in, as a spreadsheet counts: remarks and empty
    /// rows above it count, too. `after` is the line on which the reader stands behind it: of
    /// the two signs of an end it has read the first.
    pub fn row(self, after: u64, record: &csv::StringRecord) -> u64 {
        let inside = record.as_slice().bytes().filter(|b| *b == b'\n').map(|_| 1_u64).sum::<u64>();
        after.saturating_sub(inside + u64::from(self == Self::Feed)).max(1)
    }
}

/// A path's last part.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
