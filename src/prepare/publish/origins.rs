// SPDX-License-Identifier: EUPL-1.2
//! Where single figures come from: each source and remark once, with the figures that it is of.

use crate::data::jsonstat::Origin;
use crate::prepare::record::Record;
use std::collections::BTreeMap;

/// The first cells of records, by their source and remark.
#[derive(Default)]
pub(super) struct Origins<'r>(BTreeMap<(Option<&'r str>, Option<&'r str>), Vec<usize>>);

impl<'r> Origins<'r> {
    /// Notes where a record comes from, if it says so itself.
    pub(super) fn add(&mut self, cell: usize, record: &'r Record) {
        let origin = (record.source.as_deref(), record.note.as_deref());
        if origin != (None, None) {
            self.0.entry(origin).or_default().push(cell);
        }
    }

    /// Each once; cells in a row as their first and their last.
    pub(super) fn listed(self) -> Vec<Origin> {
        let origin = |((source, note), cells): ((Option<&str>, Option<&str>), Vec<usize>)| Origin {
            source: source.map(str::to_string),
            note: note.map(str::to_string),
            cells: rows(cells),
        };
        self.0.into_iter().map(origin).collect()
    }
}

fn rows(mut cells: Vec<usize>) -> Vec<(usize, usize)> {
    cells.sort_unstable();
    let mut rows: Vec<(usize, usize)> = Vec::new();
    for cell in cells {
        match rows.last_mut() {
            Some((_, last)) if *last + 1 == cell => *last = cell,
            _ => rows.push((cell, cell)),
        }
    }
    rows
}
