// SPDX-License-Identifier: EUPL-1.2
//! A sheet with a name above each column, as Swing's workbooks have.

use crate::prepare::cell::number::{Decimal, trim};
use crate::prepare::workbook::{Content, Sheet};
use std::collections::BTreeMap;

/// A sheet's rows under the names in its first row.
pub(super) struct Records {
    pub(super) sheet: String,
    columns: Vec<(String, u32)>,
    rows: BTreeMap<u32, BTreeMap<u32, Content>>,
}

/// One row.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    /// Its place in the sheet, counted from 0.
    pub(super) at: u32,
    cells: &'a BTreeMap<u32, Content>,
    records: &'a Records,
}

impl Records {
    pub(super) fn of(sheet: Sheet) -> Self {
        let mut rows: BTreeMap<u32, BTreeMap<u32, Content>> = BTreeMap::new();
        for ((row, column), content) in sheet.cells {
            rows.entry(row).or_default().insert(column, content);
        }
        let heads = rows.pop_first().map(|(_, cells)| cells).unwrap_or_default();
        let columns = heads.iter().map(|(at, content)| (written(content), *at)).collect();
        Self { sheet: sheet.name.name, columns, rows }
    }

    /// The place of a column of a name, in capitals or not.
    pub(super) fn column(&self, name: &str) -> Option<u32> {
        self.columns.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, at)| *at)
    }

    /// The names of all columns.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(name, _)| name.as_str())
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(at, cells)| Row { at: *at, cells, records: self })
    }
}

impl<'a> Row<'a> {
    /// What stands in a column.
    pub(super) fn content(self, column: u32) -> Option<&'a Content> {
        self.cells.get(&column)
    }

    /// The text in a column; empty where nothing stands.
    pub(super) fn at(self, column: u32) -> String {
        self.content(column).map(written).unwrap_or_default()
    }

    /// The text under a name; empty where there is none.
    pub(super) fn text(self, name: &str) -> String {
        self.records.column(name).map(|at| self.at(at)).unwrap_or_default()
    }
}

fn written(content: &Content) -> String {
    trim(&content.text(Decimal::Point)).to_string()
}
