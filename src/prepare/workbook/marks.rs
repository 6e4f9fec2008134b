// SPDX-License-Identifier: EUPL-1.2
//! What the reader of Excel's workbooks does not tell of a sheet: hidden rows and columns,
//! formulas without a result, merged cells.

use super::address::Area;
use super::package::Package;
use super::xml::{attribute, is_doubled};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};

/// What is seen of one sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    /// Hidden rows, counted from 0.
    pub(super) rows: BTreeSet<u32>,
    /// Hidden columns: the first and the last of each stretch, counted from 0.
    pub(super) columns: Vec<(u32, u32)>,
    /// Cells with a formula of which no result was saved.
    pub(super) uncomputed: BTreeSet<(u32, u32)>,
    /// Cells that were merged into one.
    pub(super) merged: Vec<Area>,
}

/// More merged stretches than this are no heads of a table.
const MERGED: usize = 10_000;

impl Marks {
    /// Of a sheet by its name; `None` where its file is not found, breaks off, or has addresses
    /// that are none.
    pub(super) fn of(package: &mut Package, sheet: &str) -> Option<Self> {
        let path = path(package, sheet)?;
        let text = package.text(&path).ok()?;
        let mut reader = Reader::from_str(&text);
        reader.config_mut().check_end_names = false;
        let mut marks = Self::default();
        let (mut row, mut column) = (0, 0);
        let mut cell: Option<Cell> = None;
        let mut in_value = false;
        loop {
            let event = reader.read_event().ok()?;
            let is_empty = matches!(event, Event::Empty(_));
            match event {
                // What is looked at here has to be what the reader of cells goes by.
                Event::Start(e) | Event::Empty(e)
                    if ["r", "ref"].iter().any(|a| is_doubled(&e, a)) =>
                {
                    return None;
                }
                Event::Start(e) | Event::Empty(e) => match e.local_name().as_ref() {
                    "col" => marks.columns.extend(hidden_columns(&e)),
                    "row" => {
                        if let Some(text) = attribute(&e, "r") {
                            // Digits that no row has would be read as those of another one.
                            row = Area::parse(&format!("A{text}"))?.top;
                        }
                        column = 0;
                        if is_hidden(&e) {
                            marks.rows.insert(row);
                        }
                        row += u32::from(is_empty);
                    }
                    "c" => {
                        let (row, at) = match attribute(&e, "r") {
                            Some(text) => Area::parse(&text).map(|a| (a.top, a.left))?,
                            None => (row, column),
                        };
                        column = at.saturating_add(1);
                        let is_text = attribute(&e, "t").is_some_and(|kind| kind == "str");
                        let begun = Cell { at: (row, at), is_text, ..Cell::default() };
                        cell = (!is_empty).then_some(begun);
                    }
                    "f" => cell.iter_mut().for_each(|cell| cell.has_formula = true),
                    "v" => {
                        in_value = !is_empty;
                        // The result may be a text without anything in it.
                        cell.iter_mut().for_each(|cell| cell.has_value |= cell.is_text);
                    }
                    "is" => cell.iter_mut().for_each(|cell| cell.has_value = true),
                    "dimension" => {
                        Area::parse(&attribute(&e, "ref")?)?;
                    }
                    "mergeCell" if marks.merged.len() < MERGED => {
                        let area = attribute(&e, "ref").and_then(|area| Area::parse(&area));
                        marks.merged.extend(area);
                    }
                    _ => {}
                },
                Event::Text(_) | Event::CData(_) if in_value => {
                    cell.iter_mut().for_each(|cell| cell.has_value = true);
                }
                Event::End(e) => match e.local_name().as_ref() {
                    "v" => in_value = false,
                    "row" => row = row.saturating_add(1),
                    "c" => {
                        let bare = cell.take().filter(|cell| cell.has_formula && !cell.has_value);
                        marks.uncomputed.extend(bare.map(|cell| cell.at));
                    }
                    _ => {}
                },
                Event::Eof => return Some(marks),
                _ => {}
            }
        }
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    at: (u32, u32),
    is_text: bool,
    has_formula: bool,
    has_value: bool,
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true")
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok()
}

fn hidden_columns(element: &BytesStart<'_>) -> Option<(u32, u32)> {
    let (first, last) = number(element, "min").zip(number(element, "max"))?;
    is_hidden(element).then_some((first.checked_sub(1)?, last.checked_sub(1)?))
}

/// Where the file of a sheet lies.
fn path(package: &mut Package, sheet: &str) -> Option<String> {
    let root = relations(package, "_rels/.rels")
        .and_then(|all| all.into_values().find(|(kind, _)| kind.ends_with("/officeDocument")));
    let workbook = root.map_or("xl/workbook.xml".into(), |(_, to)| resolved("", &to));
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let related = relations(package, &resolved(folder, &format!("_rels/{file}.rels")))?;
    let text = package.text(&workbook).ok()?;
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(e) | Event::Empty(e)
                if e.local_name().as_ref() == "sheet"
                    && attribute(&e, "name").as_deref() == Some(sheet) =>
            {
                let (_, to) = related.get(&attribute(&e, "id")?)?;
                return Some(resolved(folder, to)).filter(|path| package.has(path));
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// The relations that a file lists: of each its kind and where it leads.
fn relations(package: &mut Package, path: &str) -> Option<BTreeMap<String, (String, String)>> {
    let text = package.text(path).ok()?;
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    let mut all = BTreeMap::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == "Relationship" => {
                let named = |name: &str| attribute(&e, name);
                if let (Some(id), Some(kind), Some(to)) =
                    (named("Id"), named("Type"), named("Target"))
                {
                    all.insert(id, (kind, to));
                }
            }
            Event::Eof => return Some(all),
            _ => {}
        }
    }
}

/// A path from a folder, or from the root where it begins with a slash.
fn resolved(folder: &str, path: &str) -> String {
    let path = path.replace('\\', "/");
    match path.strip_prefix('/') {
        Some(path) => path.to_string(),
        None if folder.is_empty() => path,
        None => format!("{folder}/{path}"),
    }
}
