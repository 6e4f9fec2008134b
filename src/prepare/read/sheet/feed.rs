// SPDX-License-Identifier: EUPL-1.2
//! The rows of a sheet into the reader of rows. Numbers of a workbook have no decimal sign; they
//! get the one that its texts have, so that both are read alike.

use super::turn::{Long, LongRow};
use crate::prepare::cell::number::{self, Decimal, Refusal, trim};
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::read::format::Sink;
use crate::prepare::read::rows::RowReader;
use crate::prepare::recipe::FileRecipe;
use crate::prepare::warning::Warning;
use crate::prepare::workbook::{Content, address, content};
use std::collections::BTreeSet;

/// A sheet that is given to the reader of rows.
pub(in crate::prepare::read) struct Feed<'a> {
    pub(in crate::prepare::read) file: &'a str,
    pub(in crate::prepare::read) sheet: &'a str,
    pub(in crate::prepare::read) recipe: &'a FileRecipe,
}

impl Feed<'_> {
    /// Gives all rows. What a person should know of them.
    ///
    /// # Errors
    /// What is wrong with the sheet as a whole; with one cell it is noted with the reader.
    pub(in crate::prepare::read) fn give(
        &self,
        long: &Long,
        reader: &mut RowReader<'_>,
    ) -> Result<Vec<Warning>, Problem> {
        if reader.headings(&long.headings).is_break() {
            return Ok(Vec::new());
        }
        let numbers: BTreeSet<usize> = reader.number_columns().into_iter().collect();
        let used: BTreeSet<usize> = reader.columns.keys().chain(numbers.iter().copied()).collect();
        let period = reader.columns.period;
        let decimal = self.decimal(long, &numbers)?;
        reader.decimal = Some(decimal);
        let mut errors: Option<((u32, u32), String, u64)> = None;
        let mut record = csv::StringRecord::new();
        for row in &long.rows {
            record.clear();
            let mut is_wrong = false;
            for (nth, field) in row.fields.iter().enumerate() {
                let is_number = numbers.contains(&nth);
                let text = match field {
                    None => String::new(),
                    Some(Content::Uncomputed) if used.contains(&nth) => {
                        is_wrong = true;
                        let problem = self.problem(row, nth, Found::Uncomputed, Expected::Result);
                        if reader.problem(problem).is_break() {
                            return Ok(Vec::new());
                        }
                        String::new()
                    }
                    Some(Content::Error(error)) if is_number && !self.is_sign(error) => {
                        let from = row.from.get(nth).copied().unwrap_or((row.row, 0));
                        let (.., count) = errors.get_or_insert((from, error.to_string(), 0));
                        *count += 1;
                        String::new()
                    }
                    Some(Content::Number(serial)) if period == Some(nth) => {
                        let day = content::day(*serial);
                        day.unwrap_or(Content::Number(*serial)).text(decimal)
                    }
                    Some(content) => content.text(decimal),
                };
                record.push_field(&text);
            }
            if is_wrong {
                continue;
            }
            let before = reader.problems.list.len();
            let flow = reader.row(u64::from(row.row) + 1, &record);
            self.place(long, row, reader, before);
            if flow.is_break() {
                break;
            }
        }
        let warning = errors.map(|((row, column), error, count)| {
            let place = address::spot(self.file, self.sheet, row, column);
            Warning::ErrorCells(place, count, error)
        });
        Ok(warning.into_iter().collect())
    }

    /// Whether a recipe says what an error means.
    fn is_sign(&self, error: &str) -> bool {
        let mut said = self.recipe.secret.iter().chain(&self.recipe.missing);
        said.any(|sign| sign.eq_ignore_ascii_case(error))
    }

    fn problem(&self, row: &LongRow, field: usize, found: Found, expected: Expected) -> Problem {
        let (row, column) = row.from.get(field).copied().unwrap_or((row.row, 0));
        Problem::file(&address::spot(self.file, self.sheet, row, column), found, expected)
    }

    /// Gives the problems that a row made the address of their cell in the place of row and
    /// column.
    fn place(&self, long: &Long, row: &LongRow, reader: &mut RowReader<'_>, before: usize) {
        for problem in reader.problems.list.iter_mut().skip(before) {
            let heading = problem.spot.column.as_ref();
            let at = heading.and_then(|name| long.headings.iter().position(|h| h == name));
            if let Some(at) = at {
                let (found, expected) = (*problem.found.clone(), *problem.expected.clone());
                *problem = self.problem(row, at, found, expected);
            }
        }
    }

    /// The decimal sign of the texts among the numbers.
    fn decimal(&self, long: &Long, numbers: &BTreeSet<usize>) -> Result<Decimal, Problem> {
        if let Some(decimal) = self.recipe.decimal {
            return Ok(decimal);
        }
        let (mut point, mut comma, mut open) = (None, None, None);
        for row in &long.rows {
            for nth in numbers {
                let Some(Some(Content::Text(text))) = row.fields.get(*nth) else { continue };
                match number::evidence(text) {
                    Some(Decimal::Point) => point.get_or_insert((row, *nth, text)),
                    Some(Decimal::Comma) => comma.get_or_insert((row, *nth, text)),
                    None if number::read(text, None) == Err(Refusal::Ambiguous) => {
                        open.get_or_insert((row, *nth, text))
                    }
                    None => continue,
                };
            }
        }
        let advice = Expected::DecimalInRecipe;
        match (point, comma, open) {
            (Some((row, nth, text)), Some((other, _, comma)), _) => {
                let (text, comma) = (trim(text).to_string(), trim(comma).to_string());
                let found = Found::BothSigns(text, u64::from(other.row) + 1, comma);
                Err(self.problem(row, nth, found, advice))
            }
            (None, None, Some((row, nth, _))) => {
                Err(self.problem(row, nth, Found::OpenSigns, advice))
            }
            (None, Some(_), _) => Ok(Decimal::Comma),
            (_, None, _) => Ok(Decimal::Point),
        }
    }
}
