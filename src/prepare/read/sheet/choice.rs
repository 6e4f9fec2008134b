// SPDX-License-Identifier: EUPL-1.2
//! Which sheet a recipe means, and what it says of what stands across it.

use super::feed::Feed;
use super::table::SheetTable;
use super::turn::{self, PERIOD};
use super::{name, pivot};
use crate::indicator::definition::Definition;
use crate::prepare::geography::gazetteer::Gazetteer;
use crate::prepare::message::{Counted, Expected, Found, Noun};
use crate::prepare::problem::{MOST_PROBLEMS, Problem};
use crate::prepare::read::input::Progress;
use crate::prepare::read::outcome::{Read, nothing};
use crate::prepare::read::rows::RowReader;
use crate::prepare::recipe::{COLUMNS, FileRecipe, SHEET, SheetRecipe};
use crate::prepare::sourced::SourcedRecords;
use crate::prepare::warning::Warning;
use crate::prepare::workbook::address::{self, Area};
use crate::prepare::workbook::{Sheet, Workbook};
use std::path::Path;

/// Reads the sheet that an entry of a recipe names.
///
/// # Errors
/// What is wrong, up to twenty of it.
pub(in crate::prepare::read) fn read(
    recipe: &FileRecipe,
    path: &Path,
    definitions: &[Definition],
    gazetteer: &Gazetteer<'_>,
    into: &mut SourcedRecords,
    progress: &Progress,
) -> Result<Read, Vec<Problem>> {
    let mut workbook = Workbook::open(path).map_err(|p| vec![p])?;
    progress.add(workbook.bytes);
    let file = workbook.name.clone();
    if let Some(format) = &recipe.format {
        let found = Found::Format(format.clone());
        return Err(vec![Problem::file(&file, found, Expected::NoTextFormat)]);
    }
    let at = chosen(&workbook, recipe.sheet.as_ref()).map_err(|p| vec![p])?;
    let sheet = workbook.sheet(at).map_err(|p| vec![p])?;
    let sheet_name = sheet.name.name.clone();
    let place = address::sheet(&file, &sheet_name);
    let wrong = |(found, expected)| vec![Problem::file(&place, found, expected)];
    let mut warnings = hidden_sheets(&workbook, recipe, at);
    let hidden = Hidden::of(&sheet);
    let area = recipe.range.as_deref().and_then(Area::parse);
    let table = SheetTable::of(sheet, area, recipe.heads).map_err(wrong)?;
    warnings.extend(hidden.warnings(&place, &table));

    let mut recipe = recipe.clone();
    let names = keys(&recipe);
    let keys: Vec<&str> = names.iter().map(String::as_str).collect();
    let is_across = |name: &Option<String>| name.as_deref() == Some(COLUMNS);
    let mut long = match is_across(&recipe.period) {
        true => turn::turned(&table, &keys).map_err(wrong)?,
        false => turn::plain(&table),
    };
    match recipe.period.as_deref() {
        Some(COLUMNS) => recipe.period = Some(PERIOD.to_string()),
        Some(SHEET) => {
            let Some(period) = name::of_sheet(&sheet_name) else {
                return Err(wrong((Found::SheetName(sheet_name.clone()), Expected::SheetPeriod)));
            };
            recipe.period = None;
            recipe.period_is = Some(period);
        }
        _ => {}
    }
    let mut kept: Vec<&str> = keys.clone();
    kept.push(PERIOD);
    if let Some(category) = recipe.category.clone() {
        if category != COLUMNS {
            kept.retain(|key| *key != category);
            let count = recipe.series.iter().find_map(|s| s.numerator.as_ref()?.iter().next());
            let count = count.unwrap_or(COLUMNS);
            long = pivot::pivoted(long, &category, count, &kept).map_err(wrong)?;
        }
        recipe.series = pivot::series(&recipe, &long.headings, &kept).map_err(wrong)?;
    }

    let mut reader = RowReader::new(&recipe, definitions, gazetteer, &[]);
    reader.problems.file.clone_from(&place);
    reader.form = "workbook";
    let feed = Feed { file: &file, sheet: &sheet_name, recipe: &recipe };
    let mut problems = Vec::new();
    match feed.give(&long, &mut reader) {
        Ok(more) => warnings.extend(more),
        Err(problem) => problems.push(problem),
    }
    if problems.is_empty() && reader.problems.list.is_empty() && reader.is_empty() {
        problems.push(nothing(&recipe, &reader));
    }
    let (tally, more) = reader.finish(into);
    problems.extend(more);
    problems.truncate(MOST_PROBLEMS);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut read = Read::of(1, tally, &place);
    read.warnings.extend(warnings);
    Ok(read)
}

/// The columns that say what a row is of.
fn keys(recipe: &FileRecipe) -> Vec<String> {
    let named = [&recipe.region, &recipe.period, &recipe.category];
    let named = named.into_iter().flatten().filter(|name| *name != COLUMNS && *name != SHEET);
    let series = recipe.series.iter().flat_map(|series| {
        [&series.indicator_column, &series.answer, &series.status, &series.source, &series.note]
            .into_iter()
            .flatten()
    });
    named.chain(recipe.only.keys()).chain(series).cloned().collect()
}

/// The place of the sheet that a recipe names. Of a workbook with one that is shown, that one.
fn chosen(workbook: &Workbook, wanted: Option<&SheetRecipe>) -> Result<usize, Problem> {
    let sheets = &workbook.sheets;
    let names = || {
        let names: Vec<String> = sheets.iter().map(|sheet| format!("\"{}\"", sheet.name)).collect();
        Expected::SheetOf(names.join(", "))
    };
    let wrong = |found: Found| Err(Problem::file(&workbook.name, found, names()));
    match wanted {
        Some(SheetRecipe::Number(number)) => {
            match number.checked_sub(1).filter(|at| *at < sheets.len()) {
                Some(at) => Ok(at),
                None => wrong(Found::NoSheet(number.to_string())),
            }
        }
        Some(SheetRecipe::Name(name)) => {
            let exact = sheets.iter().position(|sheet| sheet.name == *name);
            let alike = || sheets.iter().position(|s| s.name.trim().eq_ignore_ascii_case(name));
            match exact.or_else(alike) {
                Some(at) => Ok(at),
                None => wrong(Found::NoSheet(format!("\"{name}\""))),
            }
        }
        None => {
            let mut shown = sheets.iter().enumerate().filter(|(_, sheet)| !sheet.is_hidden);
            match (shown.next(), shown.next()) {
                (Some((at, _)), None) => Ok(at),
                _ => wrong(Found::SeveralSheets(sheets.len())),
            }
        }
    }
}

fn hidden_sheets(workbook: &Workbook, recipe: &FileRecipe, at: usize) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let file = workbook.name.clone();
    if let Some(sheet) = workbook.sheets.get(at).filter(|sheet| sheet.is_hidden) {
        warnings.push(Warning::HiddenSheet(address::sheet(&file, &sheet.name)));
    }
    // Who names a sheet knows of the others.
    let others = workbook.sheets.iter().filter(|sheet| sheet.is_hidden);
    let others: Vec<&str> = others.map(|sheet| sheet.name.as_str()).collect();
    if recipe.sheet.is_none() && !others.is_empty() {
        warnings.push(Warning::HiddenSheets(file, others.join(", ")));
    }
    warnings
}

/// What of a sheet is not shown.
struct Hidden {
    rows: std::collections::BTreeSet<u32>,
    columns: Vec<(u32, u32)>,
}

impl Hidden {
    fn of(sheet: &Sheet) -> Self {
        Self { rows: sheet.hidden_rows.clone(), columns: sheet.hidden_columns.clone() }
    }

    fn warnings(&self, place: &str, table: &SheetTable) -> Vec<Warning> {
        let rows = table.numbers().filter(|row| self.rows.contains(row)).count();
        let is_hidden =
            |at: u32| self.columns.iter().any(|(first, last)| (*first..=*last).contains(&at));
        let columns = table.columns.iter().filter(|column| is_hidden(column.at));
        let columns: Vec<String> = columns.map(|column| address::letters(column.at)).collect();
        let mut warnings = Vec::new();
        if rows > 0 {
            let rows = Counted(u64::try_from(rows).unwrap_or(u64::MAX), Noun::Row);
            warnings.push(Warning::HiddenRows(place.to_string(), rows));
        }
        if !columns.is_empty() {
            warnings.push(Warning::HiddenColumns(place.to_string(), columns.join(", ")));
        }
        warnings
    }
}
