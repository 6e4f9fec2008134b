// SPDX-License-Identifier: EUPL-1.2
//! A sheet as a table: of each column its heading, which may stand in several rows and be merged
//! over several columns, and the rows below.

use crate::prepare::cell::number::{Decimal, trim};
use crate::prepare::message::{Expected, Found};
use crate::prepare::workbook::address::{Area, letters};
use crate::prepare::workbook::{Content, Sheet};
use std::collections::{BTreeMap, BTreeSet};

/// At most this many cells are filled with what stands in the first cell of their merging.
const FILLED: usize = 1 << 20;

/// A column of a sheet.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Its place in the sheet, counted from 0.
    pub(super) at: u32,
    /// What stands above it, from the top down; its letters where nothing does.
    pub(super) heads: Vec<String>,
}

impl Column {
    /// Its heading in one text.
    pub(super) fn name(&self) -> String {
        self.heads.join("/")
    }
}

/// A sheet as a table.
pub(super) struct SheetTable {
    pub(super) columns: Vec<Column>,
    /// The rows by their place in the sheet, each with its cells by column.
    rows: BTreeMap<u32, BTreeMap<u32, Content>>,
}

impl SheetTable {
    /// Of the cells of an area. `heads` rows of it are headings; where it is left out, two where
    /// the first has merged cells, and else one.
    ///
    /// # Errors
    /// An area without a table.
    pub(super) fn of(
        sheet: Sheet,
        area: Option<Area>,
        heads: Option<usize>,
    ) -> Result<Self, (Found, Expected)> {
        let wide = area.unwrap_or(Area::ALL);
        let mut rows: BTreeMap<u32, BTreeMap<u32, Content>> = BTreeMap::new();
        for ((row, column), content) in sheet.cells {
            if wide.holds(row, column) {
                rows.entry(row).or_default().insert(column, content);
            }
        }
        // Above a table may stand a title, in a cell of its own.
        let is_first =
            |(_, cells): &(&u32, &BTreeMap<u32, Content>)| area.is_some() || cells.len() > 1;
        let first = rows.iter().find(is_first).map(|(row, _)| *row);
        let first = first.ok_or((Found::EmptySheet, Expected::RowsUnderHeadings))?;
        let rest = rows.split_off(&first);
        let mut rows = rest;
        let count = heads.unwrap_or_else(|| merged_heads(&sheet.merged, first, wide));
        let count = u32::try_from(count).unwrap_or(1);
        let body = first.saturating_add(count);
        fill(&mut rows, &sheet.merged, body, wide);
        let below = rows.split_off(&body);
        let columns: BTreeSet<u32> =
            rows.values().chain(below.values()).flat_map(BTreeMap::keys).copied().collect();
        let columns = columns.into_iter().map(|at| Column { at, heads: heading(&rows, at) });
        let columns: Vec<Column> = columns.collect();
        let below = below.into_iter().filter(|(_, cells)| !is_source(cells)).collect();
        Ok(Self { columns, rows: below })
    }

    /// The rows: of each its place in the sheet and its cells.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, &BTreeMap<u32, Content>)> {
        self.rows.iter().map(|(row, cells)| (*row, cells))
    }

    /// The places of all rows.
    pub(super) fn numbers(&self) -> impl Iterator<Item = &u32> {
        self.rows.keys()
    }
}

/// How many rows of headings merged cells make.
fn merged_heads(merged: &[Area], first: u32, area: Area) -> usize {
    let above = merged.iter().filter(|m| m.top == first && area.holds(m.top, m.left));
    let is_wide = above.clone().any(|m| m.right > m.left);
    let deepest = above.map(|m| m.bottom - m.top + 1).max().unwrap_or(1);
    let rows = if is_wide { deepest.max(2) } else { deepest };
    usize::try_from(rows.min(9)).unwrap_or(1)
}

/// Puts what stands in the first of merged cells into the others: in headings to the right and
/// down, in the rows below only down, where it names what several rows are of.
fn fill(rows: &mut BTreeMap<u32, BTreeMap<u32, Content>>, merged: &[Area], body: u32, area: Area) {
    let mut left = FILLED;
    for merging in merged.iter().filter(|m| area.holds(m.top, m.left)) {
        let first = rows.get(&merging.top).and_then(|cells| cells.get(&merging.left)).cloned();
        let Some(content) = first else { continue };
        let is_head = merging.top < body;
        let right = if is_head { merging.right.min(area.right) } else { merging.left };
        // A heading that reaches down stands in each row of them once.
        if is_head {
            (merging.top..=merging.bottom.min(body.saturating_sub(1))).for_each(|row| {
                rows.entry(row).or_default();
            });
        }
        for (_, cells) in rows.range_mut(merging.top..=merging.bottom) {
            for column in merging.left..=right {
                if left == 0 {
                    return;
                }
                left -= 1;
                cells.entry(column).or_insert_with(|| content.clone());
            }
        }
    }
}

/// What stands above a column, each text once.
fn heading(heads: &BTreeMap<u32, BTreeMap<u32, Content>>, column: u32) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for content in heads.values().filter_map(|cells| cells.get(&column)) {
        let text = content.text(Decimal::Point);
        let text = trim(&text).to_string();
        if !text.is_empty() && texts.last() != Some(&text) {
            texts.push(text);
        }
    }
    if texts.is_empty() { vec![letters(column)] } else { texts }
}

/// "Bron: CBS" below the rows.
fn is_source(cells: &BTreeMap<u32, Content>) -> bool {
    let mut texts = cells.values();
    match (texts.next(), texts.next()) {
        (Some(Content::Text(text)), None) => text.starts_with("Bron:") || text.starts_with('©'),
        _ => false,
    }
}
