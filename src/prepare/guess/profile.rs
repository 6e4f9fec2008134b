// SPDX-License-Identifier: EUPL-1.2
//! The profile of a table that no recipe describes: of each column whether it holds places, periods, numbers or kinds.

use crate::prepare::cell::number::{self, Decimal, trim};
use crate::prepare::cell::sign;
use crate::prepare::cell::when;
use crate::prepare::geography::gazetteer::{Found, Gazetteer};
use crate::prepare::problem::Problem;
use crate::prepare::read::format::{self, Sink};
use crate::prepare::read::input::Input;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// At most this many rows are looked at, and this many bytes of them.
const ROWS: usize = 20_000;
const BYTES: usize = 1 << 24;

/// A column with more different texts than this is not one of kinds.
const KINDS: usize = 12;

/// What is seen of one column.
#[derive(Debug, Default)]
pub(super) struct ColumnProfile {
    /// Its place in a row.
    pub(super) at: usize,
    /// Its heading.
    pub(super) name: String,
    cells: u64,
    /// Cells that name a place.
    pub(super) places: u64,
    /// The different places.
    pub(super) codes: BTreeSet<String>,
    /// How the first of them is written.
    pub(super) first: Option<String>,
    /// Cells that name a period.
    pub(super) periods: u64,
    numbers: u64,
    missing: u64,
    /// The different texts, up to one more than kinds can be.
    pub(super) texts: BTreeSet<String>,
}

impl ColumnProfile {
    fn see(&mut self, text: &str, gazetteer: &Gazetteer<'_>) {
        self.cells += 1;
        if self.texts.len() <= KINDS {
            self.texts.insert(text.to_string());
        }
        match (sign::of(text), number::read(text, None)) {
            (Some(_), _) => self.missing += 1,
            (None, Ok(_) | Err(number::Refusal::Ambiguous)) => self.numbers += 1,
            (None, Err(number::Refusal::NotANumber)) => {}
        }
        self.periods += u64::from(when::read(text).is_some());
        match gazetteer.find(text, None) {
            Found::Code(code) => {
                self.places += 1;
                self.codes.insert(code);
                self.first.get_or_insert_with(|| text.to_string());
            }
            Found::Other | Found::Several(_) => self.places += 1,
            Found::Unknown => {}
        }
    }

    /// Whether nearly all cells are so; a table has some odd ones.
    pub(super) fn mostly(&self, count: u64) -> bool {
        self.cells > 0 && count * 10 >= self.cells * 7
    }

    /// Whether it names places by their codes, which are never of two places.
    pub(super) fn has_codes(&self) -> bool {
        self.first.iter().any(|text| text.bytes().any(|b| b.is_ascii_digit()))
    }

    /// Whether all cells are numbers, or signs for none.
    pub(super) fn is_number(&self) -> bool {
        self.numbers > 0 && self.numbers + self.missing == self.cells
    }

    /// Whether it divides the rows into kinds, such as boys and girls.
    pub(super) fn is_kind(&self) -> bool {
        !self.is_number() && (2..=KINDS).contains(&self.texts.len()) && !self.mostly(self.places)
    }
}

/// A table that was looked at.
pub(super) struct TableProfile {
    /// The name of its form.
    pub(super) form: &'static str,
    /// The decimal sign that its form has.
    pub(super) decimal: Option<Decimal>,
    pub(super) columns: Vec<ColumnProfile>,
    pub(super) rows: Vec<csv::StringRecord>,
}

impl TableProfile {
    /// Looks at the first rows of a file.
    ///
    /// # Errors
    /// A file that is not recognised or cannot be read.
    pub(super) fn of(input: &Input, gazetteer: &Gazetteer<'_>) -> Result<Self, Problem> {
        struct Look<'a>(&'a Gazetteer<'a>, TableProfile, usize);
        impl Sink for Look<'_> {
            fn headings(&mut self, headings: &[String]) -> ControlFlow<()> {
                let column = |(at, name): (usize, &String)| ColumnProfile {
                    at,
                    name: name.clone(),
                    ..ColumnProfile::default()
                };
                self.1.columns = headings.iter().enumerate().map(column).collect();
                ControlFlow::Continue(())
            }
            fn row(&mut self, _: u64, fields: &csv::StringRecord) -> ControlFlow<()> {
                for (column, text) in self.1.columns.iter_mut().zip(fields) {
                    column.see(trim(text), self.0);
                }
                self.1.rows.push(fields.clone());
                self.2 += fields.as_slice().len();
                match self.1.rows.len() < ROWS && self.2 < BYTES {
                    true => ControlFlow::Continue(()),
                    false => ControlFlow::Break(()),
                }
            }
            fn problem(&mut self, _: Problem) -> ControlFlow<()> {
                ControlFlow::Continue(())
            }
        }
        let form = format::of(input, None)?;
        let decimal = form.decimal(input);
        let table = Self { form: form.name(), decimal, columns: Vec::new(), rows: Vec::new() };
        let mut look = Look(gazetteer, table, 0);
        form.read(input, &mut look)?;
        Ok(look.1)
    }

    /// Of the rows of a sheet, in which numbers have a decimal point.
    pub(super) fn of_sheet(
        headings: &[String],
        rows: Vec<csv::StringRecord>,
        gazetteer: &Gazetteer<'_>,
    ) -> Self {
        let column = |(at, name): (usize, &String)| ColumnProfile {
            at,
            name: name.clone(),
            ..ColumnProfile::default()
        };
        let mut columns: Vec<ColumnProfile> = headings.iter().enumerate().map(column).collect();
        for row in &rows {
            for (column, text) in columns.iter_mut().zip(row) {
                column.see(trim(text), gazetteer);
            }
        }
        Self { form: "workbook", decimal: Some(Decimal::Point), columns, rows }
    }
}
