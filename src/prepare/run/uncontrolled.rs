// SPDX-License-Identifier: EUPL-1.2
//! The figures of a recipe before disclosure control: read, harmonised, summed.

use super::figures::Summary;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::indicator::region::{COUNTRY, Kind};
use crate::prepare::folder::file;
use crate::prepare::geography::boundaries::Boundaries;
use crate::prepare::geography::division::harmonise_divisions;
use crate::prepare::geography::gazetteer::Gazetteer;
use crate::prepare::geography::harmonise;
use crate::prepare::geography::place::Places;
use crate::prepare::geography::tables;
use crate::prepare::geometry::{Geometry, tiles};
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{MOST_PROBLEMS, Problem, RECIPE};
use crate::prepare::read::entry;
use crate::prepare::read::input::Progress;
use crate::prepare::read::swing::Swing;
use crate::prepare::recipe::catalogue::{self, Entry};
use crate::prepare::recipe::declared::Declared;
use crate::prepare::recipe::{Groups, Recipe};
use crate::prepare::record::Records;
use crate::prepare::sourced::SourcedRecords;
use crate::prepare::warning::Warning;
use crate::prepare::workbook;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Figures before disclosure control.
pub struct Uncontrolled {
    pub(super) recipe: Recipe,
    pub(super) catalogue: Vec<Entry>,
    pub(super) places: Places,
    pub(super) boundaries: Boundaries,
    pub(super) geometry: Geometry,
    pub(super) declared: Declared,
    /// The records by indicator, of the reference year.
    pub records: BTreeMap<String, Records>,
    pub(super) summary: Summary,
}

impl Uncontrolled {
    /// The indicators whose totals hold persons of no municipality that is in the data.
    pub fn residual(&self) -> &BTreeSet<String> {
        &self.summary.residual
    }
}

/// Reads the files of a recipe and harmonises them, with groups and pools.
///
/// # Errors
/// Everything that is wrong, up to twenty of it.
pub fn uncontrolled(path: &Path, progress: &Progress) -> Result<Uncontrolled, Vec<Problem>> {
    let recipe = Recipe::read(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let bytes = |name: &str, shipped: &str| match &recipe.regions {
        None => Ok(shipped.as_bytes().to_vec()),
        Some(at) => file::read(&folder.join(at).join(name))
            .map_err(|e| vec![Problem::file(name, library::io(&e), Expected::ReadableFile)]),
    };
    let text = match &recipe.catalogue {
        None => Ok(catalogue::SHIPPED.to_string()),
        Some(at) => file::text(&folder.join(at))
            .map_err(|e| vec![Problem::file(at, library::io(&e), Expected::ReadableCatalogue)]),
    }?;
    let name = recipe.catalogue.as_deref().unwrap_or("catalogue.toml");
    let catalogue = catalogue::parse(name, &text, &own(&recipe, folder, name, &text)?)?;
    let places = Places::parse(
        &bytes("regions.csv", tables::REGIONS)?,
        &bytes("aliases.csv", tables::ALIASES)?,
    )?;
    let mergers = bytes("mergers.csv", tables::MERGERS)?;
    let (boundaries, places) = Boundaries::parse(&mergers, places, recipe.reference_year)?;
    let places = places.with_groups(&recipe.group, RECIPE)?;
    let geometry = tiles::parse(tiles::TILES.as_bytes(), &places)?;
    let definitions: Vec<Definition> = catalogue.iter().map(|e| e.definition.clone()).collect();
    let mut declared = Declared::parse(name, &text)?;
    let said = recipe.declared();
    named(&recipe, &said, &definitions)?;
    declared.extend(said);

    let gazetteer = Gazetteer::new(&places, &boundaries);
    let mut sourced = SourcedRecords::new();
    let mut summary = Summary::default();
    let mut problems = Vec::new();
    for file in &recipe.file {
        match entry::read(file, folder, &definitions, &gazetteer, &mut sourced, progress) {
            Ok(read) => {
                summary.sources += read.files;
                summary.rows += read.rows;
                summary.skipped += read.skipped;
                declared.residual.extend(read.residual.iter().cloned());
                summary.residual.extend(read.residual);
                summary.warnings.extend(read.warnings);
            }
            Err(more) => problems.extend(more),
        }
    }
    problems.truncate(MOST_PROBLEMS);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut records = BTreeMap::new();
    for (id, sourced) in &sourced {
        let summed = recipe.file.iter().any(|f| {
            let mut series = f.series.iter();
            f.groups == Groups::Sum && series.any(|s| s.indicator.as_ref() == Some(id))
        });
        let groups = if summed { Groups::Sum } else { Groups::Published };
        match harmonise_divisions(sourced, &places, &boundaries, groups) {
            Ok(harmonised) => {
                records.insert(id.clone(), harmonised);
            }
            Err(more) => problems.extend(more),
        }
    }
    for pool in &recipe.pool {
        let years: Vec<Period> = (pool.first..=pool.last).map(|y| Period::years(y, y)).collect();
        for id in &pool.indicators {
            if let Some(records) = records.get_mut(id) {
                harmonise::pool(records, &years, Period::years(pool.first, pool.last));
            }
        }
    }
    problems.truncate(MOST_PROBLEMS);
    if !problems.is_empty() {
        return Err(problems);
    }
    summary.warnings.extend(without_country(&records));
    Ok(Uncontrolled { recipe, catalogue, places, boundaries, geometry, declared, records, summary })
}

/// The definitions that do not come from the catalogue: those that workbooks bring, then the
/// recipe's, which may say something else of one.
fn own(
    recipe: &Recipe,
    folder: &Path,
    name: &str,
    text: &str,
) -> Result<Vec<toml::Table>, Vec<Problem>> {
    let mut own = Vec::new();
    let (mut problems, mut known) = (Vec::new(), BTreeSet::new());
    for file in recipe.file.iter().filter(|file| file.is_swing()) {
        let path = folder.join(&file.path);
        // A file that is no workbook is refused when it is read.
        if !workbook::is_workbook(&path) {
            continue;
        }
        let brought = Swing::open(&path, file).map_err(|p| vec![p])?.definitions();
        if known.is_empty() && !brought.is_empty() {
            let shipped = catalogue::parse(name, text, &[])?;
            known.extend(shipped.into_iter().map(|entry| entry.definition.id));
        }
        for definition in brought {
            let id = definition.get("id").and_then(toml::Value::as_str).unwrap_or_default();
            if !known.insert(id.to_string()) {
                let (found, expected) = (Found::TakenCode(id.into()), Expected::OwnId(id.into()));
                problems.push(Problem::file(&file.path, found, expected));
            }
            own.push(definition);
        }
    }
    own.extend(recipe.indicator.iter().cloned());
    if problems.is_empty() { Ok(own) } else { Err(problems) }
}

/// Every id that the recipe names must be one of the catalogue.
fn named(
    recipe: &Recipe,
    declared: &Declared,
    definitions: &[Definition],
) -> Result<(), Vec<Problem>> {
    let series = recipe.file.iter().flat_map(|f| &f.series).filter_map(|s| s.indicator.as_ref());
    let pools = recipe.pool.iter().flat_map(|p| &p.indicators);
    let ids: BTreeSet<&String> = series.chain(pools).chain(declared.ids()).collect();
    let unknown = ids.into_iter().filter(|id| !definitions.iter().any(|d| d.id == **id));
    let problems: Vec<Problem> = unknown
        .map(|id| {
            let found = Found::Indicator(id.clone());
            let expected = Expected::KnownIndicator;
            Problem::file(RECIPE, found, expected)
        })
        .collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// The country's figure is published or there is none: it is never computed, so say so.
fn without_country(records: &BTreeMap<String, Records>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for (id, records) in records {
        let periods: BTreeSet<Period> = records
            .keys()
            .filter(|(code, _)| Kind::of(code) == Kind::Municipality)
            .map(|(_, period)| *period)
            .filter(|period| !records.contains_key(&(COUNTRY.to_string(), *period)))
            .collect();
        if !periods.is_empty() {
            let periods: Vec<String> = periods.into_iter().map(Period::code).collect();
            warnings.push(Warning::NoCountry(id.clone(), periods.join(", ")));
        }
    }
    warnings
}
