// SPDX-License-Identifier: EUPL-1.2
//! From a recipe to the files to serve.

use super::folder::{Claim, file};
use super::geography::division::Division;
use super::geography::gazetteer::Gazetteer;
use super::geography::place::Places;
use super::geography::rebuild;
use super::geometry::borders;
use super::geometry::{Geometry, tiles};
use super::library;
use super::message::{Expected, Found};
use super::problem::{MOST_PROBLEMS, Problem, RECIPE};
use super::publish::changes::{self, Changes};
use super::publish::dataset::Publication;
use super::publish::edition;
use super::publish::files;
use super::raw::Raws;
use super::read::entry;
use super::read::input::Progress;
use super::read::sources::inputs;
use super::recipe::catalogue::{self, Entry};
use super::recipe::declared::Declared;
use super::recipe::{Groups, Recipe};
use super::record::{Record, Records};
use super::suppression::component::Setting;
use super::suppression::control::control;
use super::suppression::pass::Controlled;
use super::suppression::rule::Withheld;
use super::warning::Warning;
use crate::indicator::definition::Definition;
use crate::indicator::observation::Status;
use crate::indicator::period::Period;
use crate::indicator::region::{COUNTRY, Kind};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The tables of places that come with the program.
pub const REGIONS: &str = include_str!("../../www/figures/regions.csv");
/// Their other names.
pub const ALIASES: &str = include_str!("../../www/figures/aliases.csv");
/// The changes of municipalities.
pub const MERGERS: &str = include_str!("../../www/figures/mergers.csv");

/// What was done.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Files read.
    pub sources: usize,
    /// Rows read.
    pub rows: u64,
    /// Rows that were passed over.
    pub skipped: u64,
    /// Indicators of the catalogue.
    pub indicators: usize,
    /// Those with figures.
    pub with_figures: usize,
    /// Places.
    pub regions: usize,
    /// Records with a figure or an answer.
    pub shown: usize,
    /// What is withheld, by indicator.
    pub withheld: BTreeMap<String, Vec<Withheld>>,
    /// The indicators whose totals hold persons of no municipality that is in the data.
    pub residual: BTreeSet<String>,
    /// What a person should know, and that is no reason to refuse.
    pub warnings: Vec<Warning>,
    /// What changed against the figures that stood in place of the output, by indicator; `None`
    /// where none did.
    pub changes: Option<BTreeMap<String, Changes>>,
    /// Files written.
    pub files: usize,
}

/// The controlled records with all that is needed to publish them.
pub struct Figures {
    /// The indicators.
    pub catalogue: Vec<Entry>,
    /// The places.
    pub places: Places,
    /// The released records by indicator.
    pub records: BTreeMap<String, Records>,
    /// The disclosure threshold.
    pub threshold: f64,
    /// Why the threshold is below the lowest that needs no reason.
    pub small: Option<String>,
    /// Where the places lie: in tiles, if nothing else is said.
    pub geometry: Geometry,
    /// What was done so far.
    pub summary: Summary,
    division: Division,
    /// The files that they were read from.
    inputs: Vec<PathBuf>,
}

impl Figures {
    /// Lets maps have the borders of a file. `source` says who made them.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn set_borders(&mut self, path: &Path, source: Option<String>) -> Result<(), Vec<Problem>> {
        let gazetteer = Gazetteer::new(&self.places, &self.division);
        let borders = borders::read(path, source, &gazetteer, &self.places)?;
        self.geometry = borders.geometry;
        self.summary.warnings.extend(borders.warnings);
        self.inputs.push(path.into());
        Ok(())
    }

    /// Compares with the figures in a folder, where there are any.
    pub fn compare(&mut self, folder: &Path) {
        if !edition::is_edition(folder) {
            return;
        }
        match edition::read(folder) {
            Ok(earlier) => {
                self.summary.changes = Some(changes::between(&earlier, &self.records));
            }
            Err(problem) => {
                self.summary.warnings.push(Warning::NotComparable(Box::new(problem)));
            }
        }
    }

    /// What is to be written.
    pub fn publication(&self) -> Publication<'_> {
        Publication {
            catalogue: &self.catalogue,
            places: &self.places,
            records: &self.records,
            threshold: self.threshold,
            geometry: &self.geometry,
        }
    }
}

/// Makes the files of the folder `sources`, by the recipe in it, in the folder `out`.
///
/// # Errors
/// Everything that is wrong; `out` then stays as it was.
pub fn run(sources: &Path, out: &Path) -> Result<Summary, Vec<Problem>> {
    let recipe = sources.join(RECIPE);
    // What cannot be written is told before any work.
    Claim::of(out, files::KIND, &inputs(&recipe)?).map_err(|problem| vec![problem])?;
    write(prepare(&recipe, &Progress::default())?, out)
}

/// Writes figures to a folder.
///
/// # Errors
/// What the system answered; `out` then stays as it was.
pub fn write(figures: Figures, out: &Path) -> Result<Summary, Vec<Problem>> {
    let claim = Claim::of(out, files::KIND, &figures.inputs).map_err(|problem| vec![problem])?;
    let files = files::write(&figures.publication(), claim).map_err(|problem| vec![problem])?;
    Ok(Summary { files, ..figures.summary })
}

/// Figures before disclosure control.
pub struct Uncontrolled {
    recipe: Recipe,
    catalogue: Vec<Entry>,
    places: Places,
    division: Division,
    geometry: Geometry,
    declared: Declared,
    /// The records by indicator, of the chosen division.
    pub records: BTreeMap<String, Records>,
    summary: Summary,
}

impl Uncontrolled {
    /// The indicators whose totals hold persons of no municipality that is in the data.
    pub fn residual(&self) -> &BTreeSet<String> {
        &self.summary.residual
    }
}

/// A threshold below this needs a reason.
pub const LOWEST: f64 = 5.0;

/// What the recipe does not say.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Folders with what was published before.
    pub earlier: Vec<PathBuf>,
    /// Why the threshold may be below [`LOWEST`].
    pub allow_small: Option<String>,
}

/// Reads the files of a recipe and applies disclosure control. `progress` hears of bytes that
/// were read.
///
/// # Errors
/// Everything that is wrong, up to twenty of it.
pub fn prepare(recipe: &Path, progress: &Progress) -> Result<Figures, Vec<Problem>> {
    prepare_with(recipe, progress, &Options::default())
}

/// As [`prepare`], with what the recipe does not say.
///
/// # Errors
/// As [`prepare`]; also a low threshold without a reason.
pub fn prepare_with(
    recipe: &Path,
    progress: &Progress,
    options: &Options,
) -> Result<Figures, Vec<Problem>> {
    let inputs = inputs(recipe)?;
    let uncontrolled = uncontrolled(recipe, progress)?;
    let Uncontrolled { recipe, catalogue, places, division, geometry, declared, .. } = uncontrolled;
    let (mut records, mut summary) = (uncontrolled.records, uncontrolled.summary);
    let threshold = recipe.threshold;
    let reason = options.allow_small.as_deref().map(str::trim).filter(|r| !r.is_empty());
    if threshold < LOWEST && reason.is_none() {
        let found = Found::Verbatim(format!("threshold = {threshold}"));
        let expected = Expected::LowestThreshold;
        return Err(vec![Problem::file(RECIPE, found, expected)]);
    }
    let mut earlier = Vec::new();
    for folder in &options.earlier {
        earlier.push(edition::read(folder).map_err(|problem| vec![problem])?);
    }
    let definitions: Vec<&Definition> = catalogue.iter().map(|e| &e.definition).collect();
    let setting = Setting { places: &places, threshold, declared: &declared, earlier: &earlier };
    let Controlled { withheld, warnings } = control(&definitions, &mut records, setting)?;
    summary.withheld = withheld;
    summary.warnings.extend(warnings);
    without_persons(&mut records);
    let small = reason.filter(|_| threshold < LOWEST).map(str::to_string);
    let mut figures = Figures {
        catalogue,
        places,
        records,
        threshold,
        small,
        geometry,
        summary,
        division,
        inputs,
    };
    figures.summary.indicators = figures.catalogue.len();
    figures.summary.with_figures = figures.records.len();
    figures.summary.regions = figures.places.iter().count();
    figures.summary.shown = figures.publication().shown();
    Ok(figures)
}

/// Reads the files of a recipe and puts them on its division, with groups and pools.
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
    let catalogue = catalogue::parse(name, &text, &recipe.indicator)?;
    let places = Places::parse(&bytes("regions.csv", REGIONS)?, &bytes("aliases.csv", ALIASES)?)?;
    let mergers = bytes("mergers.csv", MERGERS)?;
    let (division, places) = Division::parse(&mergers, places, recipe.division)?;
    let places = places.with_groups(&recipe.group, RECIPE)?;
    let geometry = tiles::parse(tiles::TILES.as_bytes(), &places)?;
    let definitions: Vec<Definition> = catalogue.iter().map(|e| e.definition.clone()).collect();
    let mut declared = Declared::parse(name, &text)?;
    let said = recipe.declared();
    named(&recipe, &said, &definitions)?;
    declared.extend(said);

    let gazetteer = Gazetteer::new(&places, &division);
    let mut raws = Raws::new();
    let mut summary = Summary::default();
    let mut problems = Vec::new();
    for file in &recipe.file {
        match entry::read(file, folder, &definitions, &gazetteer, &mut raws, progress) {
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
    for (id, raws) in &raws {
        let summed = recipe.file.iter().any(|f| {
            let mut series = f.series.iter();
            f.groups == Groups::Sum && series.any(|s| s.indicator.as_ref() == Some(id))
        });
        let groups = if summed { Groups::Sum } else { Groups::Published };
        match rebuild::rebuild(raws, &places, &division, groups) {
            Ok(rebuilt) => {
                records.insert(id.clone(), rebuilt);
            }
            Err(more) => problems.extend(more),
        }
    }
    for pool in &recipe.pool {
        let years: Vec<Period> = (pool.first..=pool.last).map(|y| Period::years(y, y)).collect();
        for id in &pool.indicators {
            if let Some(records) = records.get_mut(id) {
                rebuild::pool(records, &years, Period::years(pool.first, pool.last));
            }
        }
    }
    problems.truncate(MOST_PROBLEMS);
    if !problems.is_empty() {
        return Err(problems);
    }
    summary.warnings.extend(without_country(&records));
    Ok(Uncontrolled { recipe, catalogue, places, division, geometry, declared, records, summary })
}

/// Where nobody was counted there is no percentage. Most such records are withheld by now.
fn without_persons(records: &mut BTreeMap<String, Records>) {
    for record in records.values_mut().flat_map(BTreeMap::values_mut) {
        if record.denominator == Some(0.0) {
            *record = Record::without(Status::NotApplicable);
        }
    }
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
