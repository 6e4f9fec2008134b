// SPDX-License-Identifier: EUPL-1.2
//! A file that nobody has described, a table or a workbook: a recipe is proposed for it, and the file
//! is read by that recipe. A workbook for Swing is read as it says itself.

use super::shipped::{CATALOGUE, DEFINITIONS, GAZETTEER};
use super::workbooks::packed;
use kansrijke_start::indicator::definition::Definition;
use kansrijke_start::prepare::guess::guess;
use kansrijke_start::prepare::problem::Problem;
use kansrijke_start::prepare::read::entry;
use kansrijke_start::prepare::read::input::Progress;
use kansrijke_start::prepare::read::swing::Swing;
use kansrijke_start::prepare::recipe::{Recipe, catalogue};
use kansrijke_start::prepare::sourced::SourcedRecords;
use kansrijke_start::request::Language;
use std::fmt::Write;

/// The name of the file.
const NAME: &str = "x";

/// A workbook of lines: one that begins with `=` is the name of a sheet, every other a row of it,
/// with `|` between the cells.
fn workbook(text: &str) -> Vec<u8> {
    let quoted =
        |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let mut sheets = String::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix('=') {
            let end = if sheets.is_empty() { "" } else { "</table:table>" };
            write!(sheets, "{end}<table:table table:name=\"{}\">", quoted(name)).unwrap();
            continue;
        }
        sheets += "<table:table-row>";
        for cell in line.split('|') {
            let text = quoted(cell);
            let is_number = cell.parse::<f64>().is_ok_and(f64::is_finite);
            let cell = match is_number {
                true => format!("office:value-type=\"float\" office:value=\"{text}\"/>"),
                false => {
                    format!(
                        "office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
                    )
                }
            };
            write!(sheets, "<table:table-cell {cell}").unwrap();
        }
        sheets += "</table:table-row>";
    }
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{sheets}</table:table>\
        </office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[("mimetype", b"x"), ("content.xml", content.as_bytes())])
}

/// Indicators that no catalogue has.
fn of_its_own(tables: &[toml::Table]) -> Result<Vec<Definition>, Vec<Problem>> {
    let entries = catalogue::upon("catalogue.toml", &[], tables)?;
    Ok(entries.into_iter().map(|entry| entry.definition).collect())
}

/// Whether figures were read of it.
pub fn run(bytes: &[u8]) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(NAME);
    let file = match bytes.starts_with(b"=") {
        true => workbook(&String::from_utf8_lossy(bytes)),
        false => bytes.to_vec(),
    };
    std::fs::write(&path, file).unwrap();
    let Ok(recipe) = guess(&path, &CATALOGUE, &GAZETTEER, Language::Dutch) else { return false };
    let Ok(recipe) = Recipe::parse("recipe.toml", &recipe) else { return false };
    let mut records = SourcedRecords::new();
    for file in &recipe.file {
        let mut own = recipe.indicator.clone();
        if file.is_swing()
            && let Ok(swing) = Swing::open(&path, file)
        {
            own.extend(swing.definitions());
        }
        let Ok(own) = of_its_own(&own) else { continue };
        let all: Vec<Definition> = DEFINITIONS.iter().cloned().chain(own).collect();
        let progress = Progress::default();
        let read = entry::read(file, folder.path(), &all, &GAZETTEER, &mut records, &progress);
        assert!(read.is_ok() || read.is_err_and(|problems| !problems.is_empty()));
    }
    !records.is_empty()
}
