// SPDX-License-Identifier: EUPL-1.2
//! Workbooks of Excel, `.xlsx`: values, dates and formats as calamine reads them, one by one, so
//! that a cell far away costs no room for the empty ones before it.

use super::cells::{Filling, Sheet, SheetName};
use super::content::{Content, Precision, is_percentage, precision};
use super::marks::Marks;
use super::package::Package;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Style, Xlsx};
use std::io::Cursor;
use std::sync::Arc;

type Book = Xlsx<Cursor<Arc<[u8]>>>;

fn broken(name: &str) -> Problem {
    Problem::file(name, Found::BrokenWorkbook, Expected::WholeWorkbook)
}

fn book(name: &str, bytes: &Arc<[u8]>) -> Result<Book, Problem> {
    Xlsx::new(Cursor::new(Arc::clone(bytes))).map_err(|_| broken(name))
}

/// The sheets in their order; diagrams and macros are none.
pub(super) fn sheets(name: &str, bytes: &Arc<[u8]>) -> Result<Vec<SheetName>, Problem> {
    let book = book(name, bytes)?;
    let sheets = book.sheets_metadata().iter().filter(|s| s.typ == SheetType::WorkSheet);
    let sheets = sheets.map(|sheet| SheetName {
        name: sheet.name.clone(),
        is_hidden: sheet.visible != SheetVisible::Visible,
    });
    Ok(sheets.collect())
}

/// The cells of a sheet.
pub(super) fn sheet(
    name: &str,
    bytes: &Arc<[u8]>,
    package: &mut Package,
    sheet: &SheetName,
) -> Result<Sheet, Problem> {
    let broken = || broken(name);
    let mut book = book(name, bytes)?;
    let marks = Marks::of(package, &sheet.name).ok_or_else(broken)?;
    let mut filling = Filling::new(name, sheet);
    let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(|_| broken())?;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| broken())? {
        let at = cell.get_position();
        let content = match marks.uncomputed.contains(&at) {
            true => Some(Content::Uncomputed),
            false => content(cell.get_value(), reader.styles().get(style)),
        };
        if let Some(content) = content {
            filling.put(at, content)?;
        }
    }
    let mut read = filling.sheet();
    read.hidden_rows = marks.rows;
    read.hidden_columns = marks.columns;
    read.merged = marks.merged;
    Ok(read)
}

fn content(value: &DataRef<'_>, style: Option<&Style>) -> Option<Content> {
    let format = style.and_then(|style| style.number_format.as_ref());
    // The numbers of the two formats of percentages that every workbook has.
    let is_percent = format
        .is_some_and(|f| is_percentage(&f.format_code) || matches!(f.format_id, Some(9 | 10)));
    let number = |number: f64| match is_percent {
        true => Content::Percent(number),
        false => Content::Number(number),
    };
    Some(match value {
        DataRef::Empty => return None,
        DataRef::Int(whole) => number(*whole as f64),
        DataRef::Float(float) => number(*float),
        DataRef::String(text) => Content::Text(text.as_str().into()),
        DataRef::SharedString(text) => Content::Text((*text).into()),
        DataRef::Bool(flag) => Content::Flag(*flag),
        DataRef::DateTime(date) => {
            let shown = format.map_or(Precision::Day, |f| precision(&f.format_code));
            self::date(date, shown)
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            super::content::iso(text, Precision::Day)
                .unwrap_or_else(|| Content::Text(text.as_str().into()))
        }
        DataRef::Error(error) => Content::Error(error.to_string().into()),
    })
}

fn date(date: &ExcelDateTime, shown: Precision) -> Content {
    let serial = date.as_f64();
    // A stretch of time, or a number that no day has.
    if !date.is_datetime() || !(1.0..2_958_466.0).contains(&serial) {
        return Content::Number(serial);
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    Content::Date { year, month, day, shown }
}
