// SPDX-License-Identifier: EUPL-1.2
//! Workbooks of OpenDocument, `.ods`. A cell or a row that is repeated is written out within the
//! limits, and an empty one takes no room.

use super::address::Area;
use super::cells::{Filling, Sheet, SheetName};
use super::content::{Content, Precision, iso};
use super::limits;
use super::package::Package;
use super::xml::{named, referred};
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;

fn broken(name: &str) -> Problem {
    Problem::file(name, Found::BrokenWorkbook, Expected::WholeWorkbook)
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// The sheets in their order.
pub(super) fn sheets(name: &str, package: &mut Package) -> Result<Vec<SheetName>, Problem> {
    let text = package.text("content.xml")?;
    let mut reader = reader(&text);
    let (mut style, mut hiding) = (String::new(), BTreeSet::new());
    let (mut sheets, mut depth) = (Vec::new(), 0_u32);
    loop {
        match reader.read_event().map_err(|_| broken(name))? {
            Event::Start(e) => match e.name().as_ref() {
                "style:style" => style = named(&e, "style:name").unwrap_or_default(),
                "style:table-properties" if is_false(&e, "table:display") => {
                    hiding.insert(style.clone());
                }
                "table:table" => {
                    // A table within a cell is no sheet.
                    if depth == 0 {
                        let style = named(&e, "table:style-name").unwrap_or_default();
                        let name = named(&e, "table:name").unwrap_or_default();
                        sheets.push(SheetName { name, is_hidden: hiding.contains(&style) });
                    }
                    depth += 1;
                }
                _ => {}
            },
            Event::End(e) if e.name().as_ref() == "table:table" => depth = depth.saturating_sub(1),
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

fn is_false(element: &BytesStart<'_>, name: &str) -> bool {
    named(element, name).as_deref() == Some("false")
}

/// A number of times, at least once and no more than there can be rows.
fn times(element: &BytesStart<'_>, name: &str) -> u32 {
    let times = named(element, name).and_then(|times| times.parse().ok());
    times.unwrap_or(1_u32).clamp(1, limits::ROWS)
}

/// The cells of the sheet at a place.
pub(super) fn sheet(
    name: &str,
    package: &mut Package,
    sheet: &SheetName,
    at: usize,
) -> Result<Sheet, Problem> {
    let text = package.text("content.xml")?;
    let mut reader = reader(&text);
    let mut table = Table { filling: Filling::new(name, sheet), row: 0, repeated: 1, column: 0 };
    let (mut nth, mut depth, mut inside) = (0, 0_u32, false);
    loop {
        match reader.read_event().map_err(|_| broken(name))? {
            Event::Start(e) => match e.name().as_ref() {
                "table:table" => {
                    inside = depth == 0 && nth == at;
                    nth += usize::from(depth == 0);
                    depth += 1;
                }
                "table:table-row" if inside => table.begin(&e),
                "table:table-cell" | "table:covered-table-cell" if inside => {
                    table.cell(name, &e, &mut reader)?;
                }
                _ => {}
            },
            Event::End(e) => match e.name().as_ref() {
                "table:table" if inside => return Ok(table.filling.sheet()),
                "table:table" => depth = depth.saturating_sub(1),
                "table:table-row" if inside => table.row = table.row.saturating_add(table.repeated),
                _ => {}
            },
            Event::Eof => return Err(broken(name)),
            _ => {}
        }
    }
}

struct Table<'a> {
    filling: Filling<'a>,
    row: u32,
    repeated: u32,
    column: u32,
}

impl Table<'_> {
    fn begin(&mut self, element: &BytesStart<'_>) {
        self.repeated = times(element, "table:number-rows-repeated");
        self.column = 0;
        let shown = named(element, "table:visibility");
        if shown.is_some_and(|shown| shown == "collapse" || shown == "filter") {
            // The empty rows below a table are hidden in one stretch.
            let last = self.row.saturating_add(self.repeated).min(limits::ROWS);
            (self.row..last).for_each(|row| self.filling.hide(row));
        }
    }

    /// Reads a cell up to its end.
    fn cell(
        &mut self,
        file: &str,
        element: &BytesStart<'_>,
        reader: &mut Reader<&[u8]>,
    ) -> Result<(), Problem> {
        let repeated = times(element, "table:number-columns-repeated");
        let text = text(file, reader)?;
        let across = times(element, "table:number-columns-spanned");
        let down = times(element, "table:number-rows-spanned");
        let column = self.column;
        self.column = column.saturating_add(repeated);
        if across > 1 || down > 1 {
            self.filling.merge(Area {
                top: self.row,
                left: column,
                bottom: self.row.saturating_add(down - 1),
                right: column.saturating_add(across - 1),
            });
        }
        let Some(content) = content(element, &text) else { return Ok(()) };
        if content.is_blank() {
            return Ok(());
        }
        for row in self.row..self.row.saturating_add(self.repeated) {
            for at in column..column.saturating_add(repeated) {
                self.filling.put((row, at), content.clone())?;
            }
        }
        Ok(())
    }
}

fn content(element: &BytesStart<'_>, text: &str) -> Option<Content> {
    let named = |name: &str| named(element, name);
    let kind = named("office:value-type").unwrap_or_default();
    let is_error = named("calcext:value-type").as_deref() == Some("error");
    let has_formula = named("table:formula").is_some();
    if is_error || (has_formula && kind == "string" && is_error_text(text)) {
        return Some(Content::Error(text.trim().into()));
    }
    let number = || named("office:value").and_then(|value| value.parse::<f64>().ok());
    let written = || Content::Text(text.into());
    match kind.as_str() {
        "percentage" => Some(number().map_or_else(written, Content::Percent)),
        "float" | "currency" => Some(number().map_or_else(written, Content::Number)),
        "boolean" => Some(Content::Flag(named("office:boolean-value").as_deref() == Some("true"))),
        "date" => {
            // A cell that shows four digits shows the year.
            let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
            let shown = if is_year { Precision::Year } else { Precision::Day };
            let date = named("office:date-value").and_then(|date| iso(&date, shown));
            Some(date.unwrap_or_else(written))
        }
        "" if has_formula => Some(Content::Uncomputed),
        "" => None,
        "string" => Some(named("office:string-value").map_or_else(written, |t| {
            if t.is_empty() { written() } else { Content::Text(t.into()) }
        })),
        _ => Some(written()),
    }
}

fn is_error_text(text: &str) -> bool {
    let text = text.trim();
    text.starts_with('#') && (text.ends_with(['!', '?']) || text == "#N/A") || text == "#N/B"
}

/// The text of a cell up to its end: its lines, without the remark that is stuck to it.
fn text(file: &str, reader: &mut Reader<&[u8]>) -> Result<String, Problem> {
    let (mut text, mut depth, mut remark, mut lines) = (String::new(), 0_u32, 0_u32, 0_u32);
    loop {
        if text.len() > limits::CELL_TEXT {
            return Err(Problem::file(file, Found::LongCell, Expected::SavedWorkbook));
        }
        match reader.read_event().map_err(|_| broken(file))? {
            Event::Start(e) => {
                depth += 1;
                match e.name().as_ref() {
                    "office:annotation" => remark = depth,
                    "text:p" if remark == 0 => {
                        if lines > 0 {
                            text.push('\n');
                        }
                        lines += 1;
                    }
                    "text:s" if remark == 0 => {
                        let count = usize::try_from(times(&e, "text:c")).unwrap_or(1);
                        text.push_str(&" ".repeat(count.min(100)));
                    }
                    "text:tab" | "text:line-break" if remark == 0 => text.push(' '),
                    _ => {}
                }
            }
            Event::End(_) if depth == 0 => return Ok(text),
            Event::End(_) => {
                if remark == depth {
                    remark = 0;
                }
                depth -= 1;
            }
            Event::Text(part) if remark == 0 && lines > 0 => text.push_str(&part.xml10_content()),
            Event::GeneralRef(part) if remark == 0 && lines > 0 => {
                let sign = referred(&part)
                    .ok_or_else(|| Problem::file(file, Found::Entities, Expected::SavedWorkbook))?;
                text.push_str(&sign);
            }
            Event::Eof => return Err(broken(file)),
            _ => {}
        }
    }
}
