// SPDX-License-Identifier: EUPL-1.2
//! The files of a recipe's entry, one after the other, into sourced records.

use super::format::delimited::{Lines, TIDY};
use super::format::{self, Format, Sink, description, odata};
use super::input::{Input, Progress};
use super::outcome::{Read, nothing};
use super::rows::RowReader;
use super::sheet;
use super::swing::Swing;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::prepare::cell::number::{self, Decimal};
use crate::prepare::cell::when;
use crate::prepare::geography::gazetteer::Gazetteer;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{MOST_PROBLEMS, Problem};
use crate::prepare::recipe::FileRecipe;
use crate::prepare::sourced::SourcedRecords;
use crate::prepare::workbook;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Reads the files of one entry. `progress` is called with the bytes that were read.
///
/// # Errors
/// What is wrong, up to twenty of it.
pub fn read(
    recipe: &FileRecipe,
    folder: &Path,
    definitions: &[Definition],
    gazetteer: &Gazetteer<'_>,
    into: &mut SourcedRecords,
    progress: &Progress,
) -> Result<Read, Vec<Problem>> {
    let path = folder.join(&recipe.path);
    if workbook::is_workbook(&path) && recipe.is_swing() {
        let swing = Swing::open(&path, recipe).map_err(|p| vec![p])?;
        return swing.read(recipe, definitions, gazetteer, into, progress);
    }
    if workbook::is_workbook(&path) {
        return sheet::read(recipe, &path, definitions, gazetteer, into, progress);
    }
    if recipe.is_of_sheet() || recipe.is_swing() {
        return Err(vec![Problem::file(&recipe.path, Found::SheetKeys, Expected::NoSheetKeys)]);
    }
    let pages = pages(&path)?;
    let mut provisional = Vec::new();
    let mut inputs: Vec<(Input, &'static dyn Format)> = Vec::new();
    for page in &pages {
        let mut input = Input::open(page).map_err(|p| vec![p])?;
        if pages.len() > 1 && description::is_description(&Lines::of(&input.head)) {
            provisional.extend(provisional_periods(&input));
            continue;
        }
        let form = format::of(&input, recipe.format.as_deref()).map_err(|p| vec![p])?;
        input.progress = progress.clone();
        inputs.push((input, form));
    }
    if inputs.is_empty() {
        let name = path.to_string_lossy();
        return Err(vec![Problem::file(&name, Found::NoFiguresInFolder, Expected::FilesOfFigures)]);
    }
    let mut problems = Vec::new();
    // Pages are one table: what stands on one may not stand on another again.
    let mut reader = RowReader::new(recipe, definitions, gazetteer, &provisional);
    let mut following = Vec::new();
    let mut at = 0;
    while let Some((input, form)) = inputs.get(at) {
        reader.problems.file.clone_from(&input.name);
        reader.form = form.name();
        if reader.decimal.is_none() {
            reader.decimal = form.decimal(input);
        }
        match form.read(input, &mut reader) {
            Ok(next) => following.extend(next),
            Err(problem) => problems.push(problem),
        }
        if reader.undecided {
            // The sign of the decimals shows only from the whole: look through it, start again.
            let decimal = learn(&inputs, &reader).map_err(|p| vec![p])?;
            reader = RowReader::new(recipe, definitions, gazetteer, &provisional);
            reader.decimal = Some(decimal);
            reader.learned = true;
            following.clear();
            problems.clear();
            at = 0;
            continue;
        }
        if problems.len() + reader.problems.list.len() >= MOST_PROBLEMS {
            break;
        }
        at += 1;
    }
    // Every page but the last names the one after it.
    if problems.is_empty() && reader.problems.list.is_empty() && following.len() >= inputs.len() {
        let last = following.last().cloned().unwrap_or_default();
        let name = path.to_string_lossy();
        let found = Found::PageMissing(inputs.len(), last);
        problems.push(Problem::file(&name, found, Expected::AllPages));
    }
    if problems.is_empty() && reader.problems.list.is_empty() && reader.is_empty() {
        problems.push(nothing(recipe, &reader));
    }
    let (tally, more) = reader.finish(into);
    problems.extend(more);
    problems.truncate(MOST_PROBLEMS);
    if problems.is_empty() {
        Ok(Read::of(inputs.len(), tally, &recipe.path))
    } else {
        Err(problems)
    }
}

/// A file, or the files of a folder in the order of their names, numbers by size.
///
/// # Errors
/// A folder that cannot be read.
pub fn pages(path: &Path) -> Result<Vec<PathBuf>, Vec<Problem>> {
    let unreadable = |e: std::io::Error| {
        vec![Problem::file(&path.to_string_lossy(), library::io(&e), Expected::FileOrFolder)]
    };
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut pages = Vec::new();
    for entry in path.read_dir().map_err(unreadable)? {
        let page = entry.map_err(unreadable)?.path();
        let known = page
            .extension()
            .is_some_and(|e| ["json", "csv", "txt"].iter().any(|k| e.eq_ignore_ascii_case(k)));
        if page.is_file() && known {
            pages.push(page);
        }
    }
    // "page-10" comes after "page-9".
    pages.sort_by_key(|page| {
        let name = page.to_string_lossy().into_owned();
        let stem = name.trim_end_matches(|c: char| c != '-' && c != '_').to_string();
        (stem, name.len(), name)
    });
    Ok(pages)
}

/// The periods that a table of codes calls provisional.
fn provisional_periods(input: &Input) -> Vec<Period> {
    struct Codes(Vec<Period>, Option<(usize, usize)>);
    impl Sink for Codes {
        fn headings(&mut self, headings: &[String]) -> ControlFlow<()> {
            let at = |name: &str| headings.iter().position(|h| h == name);
            self.1 = at("Identifier").or(at("Key")).zip(at("Status"));
            if self.1.is_none() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
        fn row(&mut self, _: u64, fields: &csv::StringRecord) -> ControlFlow<()> {
            if let Some((code, status)) = self.1
                && fields.get(status).is_some_and(|s| s.contains("oorlopig"))
            {
                self.0.extend(fields.get(code).and_then(when::read).map(|(period, _)| period));
            }
            ControlFlow::Continue(())
        }
        fn problem(&mut self, _: Problem) -> ControlFlow<()> {
            ControlFlow::Continue(())
        }
    }
    let mut codes = Codes(Vec::new(), None);
    let form: &dyn Format = match description::is_json(&input.head) {
        true => &odata::Observations,
        false => &TIDY,
    };
    // A table of codes only adds a remark; one that cannot be read adds none.
    let _ = form.read(input, &mut codes);
    codes.0
}

/// The decimal sign by the evidence in the number columns of all files.
fn learn(
    inputs: &[(Input, &'static dyn Format)],
    reader: &RowReader<'_>,
) -> Result<Decimal, Problem> {
    struct Evidence {
        columns: Vec<usize>,
        point: Option<(u64, String)>,
        comma: Option<(u64, String)>,
    }
    impl Sink for Evidence {
        fn headings(&mut self, _: &[String]) -> ControlFlow<()> {
            ControlFlow::Continue(())
        }
        fn row(&mut self, number: u64, fields: &csv::StringRecord) -> ControlFlow<()> {
            for text in self.columns.iter().filter_map(|at| fields.get(*at)) {
                let slot = match number::evidence(text) {
                    Some(Decimal::Point) => &mut self.point,
                    Some(Decimal::Comma) => &mut self.comma,
                    None => continue,
                };
                slot.get_or_insert_with(|| (number, number::trim(text).to_string()));
            }
            ControlFlow::Continue(())
        }
        fn problem(&mut self, _: Problem) -> ControlFlow<()> {
            ControlFlow::Continue(())
        }
    }
    let mut evidence = Evidence { columns: reader.number_columns(), point: None, comma: None };
    for (input, form) in inputs {
        form.read(input, &mut evidence)?;
    }
    let advice = Expected::DecimalInRecipe;
    match (evidence.point, evidence.comma) {
        (Some(_), None) => Ok(Decimal::Point),
        (None, Some(_)) => Ok(Decimal::Comma),
        (None, None) => Err(Problem::file(&reader.problems.file, Found::OpenSigns, advice)),
        (Some((row, point)), Some((other, comma))) => Err(Problem::row(
            &reader.problems.file,
            row,
            Found::BothSigns(point, other, comma),
            advice,
        )),
    }
}
