// SPDX-License-Identifier: EUPL-1.2
//! The cells of one sheet, within limits.

use super::address::{self, Area};
use super::content::Content;
use super::limits;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use std::collections::{BTreeMap, BTreeSet};

/// The name of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetName {
    /// As on its tab.
    pub name: String,
    /// Whether its tab is hidden.
    pub is_hidden: bool,
}

/// A sheet's cells.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its name.
    pub name: SheetName,
    /// By row and column, counted from 0; only those with something in them.
    pub cells: BTreeMap<(u32, u32), Content>,
    /// Rows that are not shown.
    pub hidden_rows: BTreeSet<u32>,
    /// Columns that are not shown: the first and the last of each stretch.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Cells that were merged into one; the first of them holds what stands there.
    pub merged: Vec<Area>,
}

/// A sheet while its cells are read, within limits.
pub(super) struct Filling<'a> {
    file: &'a str,
    sheet: Sheet,
    text: usize,
}

impl<'a> Filling<'a> {
    pub(super) fn new(file: &'a str, name: &SheetName) -> Self {
        let sheet = Sheet {
            name: name.clone(),
            cells: BTreeMap::new(),
            hidden_rows: BTreeSet::new(),
            hidden_columns: Vec::new(),
            merged: Vec::new(),
        };
        Self { file, sheet, text: 0 }
    }

    /// Keeps a cell.
    pub(super) fn put(&mut self, at: (u32, u32), content: Content) -> Result<(), Problem> {
        let (row, column) = at;
        let place = || address::spot(self.file, &self.sheet.name.name, row, column);
        let wrong = |found: Found, expected: Expected| {
            Err(Problem::file(&address::sheet(self.file, &self.sheet.name.name), found, expected))
        };
        if row >= limits::ROWS || column >= limits::COLUMNS {
            return wrong(Found::FarCell(address::cell(row, column)), Expected::SavedWorkbook);
        }
        if let Content::Text(text) = &content {
            if text.len() > limits::CELL_TEXT {
                return Err(Problem::file(&place(), Found::LongCell, Expected::SavedWorkbook));
            }
            self.text += text.len();
        }
        if self.sheet.cells.len() >= limits::CELLS || self.text > limits::TEXT {
            return wrong(Found::ManyCells(limits::CELLS), Expected::WorkbookOfTables);
        }
        if !content.is_blank() {
            self.sheet.cells.insert(at, content);
        }
        Ok(())
    }

    pub(super) fn hide(&mut self, row: u32) {
        self.sheet.hidden_rows.insert(row);
    }

    pub(super) fn merge(&mut self, area: Area) {
        self.sheet.merged.push(area);
    }

    pub(super) fn sheet(self) -> Sheet {
        self.sheet
    }
}
