// SPDX-License-Identifier: EUPL-1.2
//! The figures of a recipe before disclosure control: read, harmonised, summed.

use super::figures::Summary;
use super::precedence;
use super::rates;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::indicator::region::{COUNTRY, Kind};
use crate::prepare::comparators::Comparators;
use crate::prepare::folder::file;
use crate::prepare::geography::boundaries::Boundaries;
use crate::prepare::geography::division::harmonise_divisions;
use crate::prepare::geography::gazetteer::Gazetteer;
use crate::prepare::geography::harmonise;
use crate::prepare::geography::place::Places;
use crate::prepare::geography::tables;
use crate::prepare::geometry::Atlas;
use crate::prepare::join::Base;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{MOST_PROBLEMS, Problem, RECIPE};
use crate::prepare::read::entry;
use crate::prepare::read::fetched;
use crate::prepare::read::input::Progress;
use crate::prepare::read::swing::Swing;
use crate::prepare::recipe::catalogue::{self, Entry};
use crate::prepare::recipe::declared::Declared;
use crate::prepare::recipe::{FileRecipe, Recipe};
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
    pub(super) atlas: Atlas,
    pub(super) comparators: Comparators,
    pub(super) declared: Declared,
    /// What the recipe declares itself.
    pub(super) own: Declared,
    /// The records by indicator, of the reference year.
    pub records: BTreeMap<String, Records>,
    /// What rates divide by, of the reference year.
    pub(super) counts: BTreeMap<String, Records>,
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
    uncontrolled_on(path, None, None, progress)
}

/// As [`uncontrolled`], with those tables of the recipe that were fetched into the folder `tables`:
/// their figures are of a newer edition than those of files, and of tables before them. `base` is
/// the ground of a folder that figures are added to.
///
/// # Errors
/// As [`uncontrolled`]; also a recipe that asks for another division or threshold than `base`.
pub(super) fn uncontrolled_on(
    path: &Path,
    tables: Option<&Path>,
    base: Option<&Base>,
    progress: &Progress,
) -> Result<Uncontrolled, Vec<Problem>> {
    let recipe = Recipe::read(path)?;
    let mut recipe = match base {
        Some(base) => base.ground(recipe)?,
        None => recipe,
    };
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
    recipe.indicator = own(&recipe, folder, name, &text)?;
    let catalogue = match base {
        None => catalogue::parse(name, &text, &recipe.indicator)?,
        Some(base) => base.catalogue(name, &text, &recipe)?,
    };
    let places = Places::parse(
        &bytes("regions.csv", tables::REGIONS)?,
        &bytes("aliases.csv", tables::ALIASES)?,
    )?;
    let mergers = bytes("mergers.csv", tables::MERGERS)?;
    let (boundaries, places) = Boundaries::parse(&mergers, places, recipe.division())?;
    let places = places.with_groups(&recipe.group, RECIPE)?;
    let definitions: Vec<Definition> = catalogue.iter().map(|e| e.definition.clone()).collect();
    let mut declared = Declared::parse(name, &text)?;
    let mut own = recipe.declared();
    named(&recipe, &own, &definitions)?;
    if let Some(base) = base {
        // Of a catalogue that the folder was not made with all is the recipe's own.
        if recipe.catalogue.is_some() {
            own.extend(declared);
        }
        declared = base.joining.declared();
    }
    declared.extend(own.clone());

    let names: BTreeSet<&String> = recipe.counts().collect();
    let definitions = [definitions, names.iter().map(|name| rates::count(name)).collect()].concat();
    let gazetteer = Gazetteer::new(&places, &boundaries);
    let atlas = Atlas::shipped(&places, &gazetteer)?;
    let comparators = Comparators::of(&atlas, &places)?;
    let mut sourced = SourcedRecords::new();
    let mut summary = Summary::default();
    let mut problems = Vec::new();
    for (nth, file) in recipe.file.iter().enumerate() {
        let mut newer = SourcedRecords::new();
        let into = if nth < of_recipe { &mut sourced } else { &mut newer };
        match entry::read(file, folder, &definitions, &gazetteer, into, progress) {
            Ok(read) => {
                precedence::supersede(&mut sourced, newer);
                summary.sources += read.files;
                summary.rows += read.rows;
                summary.skipped += read.skipped;
                declared.residual.extend(read.residual.iter().cloned());
                own.residual.extend(read.residual.iter().cloned());
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
        let named = |f: &&FileRecipe| f.series.iter().any(|s| s.id() == Some(id));
        let groups = recipe.file.iter().filter(named).map(|f| f.groups);
        let groups = groups.min().unwrap_or_default();
        match harmonise_divisions(sourced, &places, &boundaries, groups) {
            Ok(harmonised) => {
                records.insert(id.clone(), harmonised);
            }
            Err(more) => problems.extend(more),
        }
    }
    let mut counts = BTreeMap::new();
    for name in names {
        counts.extend(records.remove_entry(name));
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
    let beside = base.map(|base| &base.records);
    summary.warnings.extend(without_country(&records, beside));
    Ok(Uncontrolled {
        recipe,
        catalogue,
        places,
        boundaries,
        atlas,
        comparators,
        declared,
        own,
        records,
        counts,
        summary,
    })
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
    let series = recipe.file.iter().flat_map(|f| &f.series);
    let series = series.chain(recipe.table.iter().flat_map(|t| &t.series));
    let series = series.filter_map(|s| s.indicator.as_ref());
    let pools = recipe.pool.iter().flat_map(|p| &p.indicators);
    let rates = recipe.rate.iter().flat_map(|r| [&r.indicator, &r.numerator]);
    let ids: BTreeSet<&String> = series.chain(pools).chain(declared.ids()).chain(rates).collect();
    let unknown = ids.into_iter().filter(|id| !definitions.iter().any(|d| d.id == **id));
    let unknown = unknown.map(|id| {
        let found = Found::Indicator(id.clone());
        let expected = Expected::KnownIndicator;
        Problem::file(RECIPE, found, expected)
    });
    let taken = recipe.counts().filter(|name| definitions.iter().any(|d| d.id == **name));
    let taken = taken.map(|name| {
        Problem::file(RECIPE, Found::IndicatorTwice(name.clone()), Expected::IndicatorOnce)
    });
    let problems: Vec<Problem> = unknown.chain(taken).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// The country's figure is published or there is none: it is never computed, so say so.
fn without_country(
    records: &BTreeMap<String, Records>,
    beside: Option<&BTreeMap<String, Records>>,
) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for (id, records) in records {
        let periods: BTreeSet<Period> = records
            .keys()
            .filter(|(code, _)| Kind::of(code) == Kind::Municipality)
            .map(|(_, period)| *period)
            .filter(|period| {
                let key = (COUNTRY.to_string(), *period);
                let there = beside.and_then(|beside| beside.get(id));
                !records.contains_key(&key) && !there.is_some_and(|r| r.contains_key(&key))
            })
            .collect();
        if !periods.is_empty() {
            let periods: Vec<String> = periods.into_iter().map(Period::code).collect();
            warnings.push(Warning::NoCountry(id.clone(), periods.join(", ")));
        }
    }
    warnings
}
