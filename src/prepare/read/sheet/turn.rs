// SPDX-License-Identifier: EUPL-1.2
//! Periods that stand across the columns of a sheet, turned into rows.

use super::name;
use super::table::{Column, SheetTable};
use crate::prepare::message::{Expected, Found};
use crate::prepare::recipe::COLUMNS;
use crate::prepare::workbook::Content;
use std::sync::Arc;

/// The heading of the periods that stood across.
pub(super) const PERIOD: &str = "periode in de kop";

/// A row with a figure in each of its fields, and of each field the cell that it comes from.
#[derive(Clone, Debug)]
pub(in crate::prepare::read) struct LongRow {
    /// Its row in the sheet, counted from 0.
    pub(in crate::prepare::read) row: u32,
    pub(in crate::prepare::read) fields: Vec<Option<Content>>,
    /// The row and column in the sheet of each field.
    pub(in crate::prepare::read) from: Vec<(u32, u32)>,
}

/// A table with a row for each region and period.
#[derive(Clone, Debug, Default)]
pub(in crate::prepare::read) struct Long {
    pub(in crate::prepare::read) headings: Vec<String>,
    pub(in crate::prepare::read) rows: Vec<LongRow>,
}

/// A sheet as it is.
pub(super) fn plain(table: &SheetTable) -> Long {
    let headings = table.columns.iter().map(Column::name).collect();
    let row = |(row, cells): (u32, &std::collections::BTreeMap<u32, Content>)| LongRow {
        row,
        fields: table.columns.iter().map(|c| cells.get(&c.at).cloned()).collect(),
        from: table.columns.iter().map(|c| (row, c.at)).collect(),
    };
    Long { headings, rows: table.rows().map(row).collect() }
}

/// A sheet with periods across. The columns that the recipe names as keys stay; of the others
/// each that has a period in its heading becomes a row, under what else the heading says.
///
/// # Errors
/// Headings without a period.
pub(super) fn turned(table: &SheetTable, keys: &[&str]) -> Result<Long, (Found, Expected)> {
    let is_key = |column: &&Column| keys.contains(&column.name().as_str());
    let kept: Vec<&Column> = table.columns.iter().filter(is_key).collect();
    let others = table.columns.iter().filter(|column| !is_key(column));
    let mut periods: Vec<(String, Vec<(String, u32)>)> = Vec::new();
    let mut measures: Vec<String> = Vec::new();
    for column in others {
        let Some((period, rest)) = name::of_heading(&column.heads) else { continue };
        let rest = if rest.is_empty() { COLUMNS.to_string() } else { rest };
        if !measures.contains(&rest) {
            measures.push(rest.clone());
        }
        match periods.iter_mut().find(|(known, _)| *known == period) {
            Some((_, columns)) => columns.push((rest, column.at)),
            None => periods.push((period, vec![(rest, column.at)])),
        }
    }
    if periods.is_empty() {
        let names: Vec<String> = table.columns.iter().map(Column::name).collect();
        return Err((Found::Headings(names.join(", ")), Expected::PeriodHeads));
    }
    let mut headings: Vec<String> = kept.iter().map(|column| column.name()).collect();
    headings.push(PERIOD.to_string());
    headings.extend(measures.iter().cloned());
    let mut rows = Vec::new();
    for (row, cells) in table.rows() {
        for (period, columns) in &periods {
            let first = columns.first().map_or(0, |(_, at)| *at);
            let mut fields: Vec<Option<Content>> =
                kept.iter().map(|c| cells.get(&c.at).cloned()).collect();
            let mut from: Vec<(u32, u32)> = kept.iter().map(|c| (row, c.at)).collect();
            fields.push(Some(Content::Text(Arc::from(period.as_str()))));
            from.push((row, first));
            for measure in &measures {
                let at = columns.iter().find(|(rest, _)| rest == measure).map(|(_, at)| *at);
                fields.push(at.and_then(|at| cells.get(&at).cloned()));
                from.push((row, at.unwrap_or(first)));
            }
            rows.push(LongRow { row, fields, from });
        }
    }
    Ok(Long { headings, rows })
}
