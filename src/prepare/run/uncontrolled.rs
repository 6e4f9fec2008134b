// SPDX-License-Identifier: EUPL-1.2
//! The figures of a recipe before disclosure control: read, harmonised, summed.

use super::figures::Summary;
use super::precedence;
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
use crate::prepare::read::fetched;
use crate::prepare::read::input::Progress;
use crate::prepare::recipe::catalogue::{self, Entry};
use crate::prepare::recipe::declared::Declared;
use crate::prepare::recipe::{Groups, Recipe};
use crate::prepare::record::Records;
use crate::prepare::sourced::SourcedRecords;
use crate::prepare::warning::Warning;
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
    uncontrolled_with(path, None, progress)
}

/// As [`uncontrolled`], with those tables of the recipe that were fetched into a folder: their
/// figures are of a newer edition than those of files, and of tables before them.
///
/// # Errors
/// As [`uncontrolled`].
pub fn uncontrolled_with(
    path: &Path,
    tables: Option<&Path>,
    progress: &Progress,
) -> Result<Uncontrolled, Vec<Problem>> {
    let mut recipe = Recipe::read(path)?;
    let of_recipe = recipe.file.len();
    let newer = tables.map(|folder| fetched::files(&recipe.table, folder));
    recipe.file.extend(newer.unwrap_or_default());
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
    let catalogue = catalogue::parse(name, &text, &recipe.indicator)?;
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
    for (nth, file) in recipe.file.iter().enumerate() {
        let mut own = SourcedRecords::new();
        let into = if nth < of_recipe { &mut sourced } else { &mut own };
        match entry::read(file, folder, &definitions, &gazetteer, into, progress) {
            Ok(read) => {
                precedence::supersede(&mut sourced, own);
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

/// Every id that the recipe names must be one of the catalogue.
fn named(
    recipe: &Recipe,
    declared: &Declared,
    definitions: &[Definition],
) -> Result<(), Vec<Problem>> {
    let series = recipe.file.iter().flat_map(|f| &f.series);
    let series = series.chain(recipe.table.iter().flat_map(|t| &t.series));
    let series = series.filter_map(|s| s.indicator.as_ref());
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
