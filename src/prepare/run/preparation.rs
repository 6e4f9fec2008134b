// SPDX-License-Identifier: EUPL-1.2
//! From a recipe to the files to serve.

use super::figures::{Figures, Summary, write};
use super::uncontrolled::{Uncontrolled, uncontrolled_with};
use crate::indicator::definition::Definition;
use crate::indicator::observation::Status;
use crate::prepare::folder::Claim;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{Problem, RECIPE};
use crate::prepare::publish::edition;
use crate::prepare::publish::files;
use crate::prepare::read::input::Progress;
use crate::prepare::read::sources::inputs;
use crate::prepare::record::{Record, Records};
use crate::prepare::suppression::builder::Setting;
use crate::prepare::suppression::control::control;
use crate::prepare::suppression::pass::Controlled;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Makes the files of the folder `sources`, by the recipe in it, in the folder `out`.
///
/// # Errors
/// Everything that is wrong; `out` then stays as it was.
pub fn run(sources: &Path, out: &Path) -> Result<Summary, Vec<Problem>> {
    let recipe = sources.join(RECIPE);
    // What cannot be written is refused before any work.
    Claim::of(out, files::KIND, &inputs(&recipe)?).map_err(|problem| vec![problem])?;
    write(prepare(&recipe, &Progress::default())?, out)
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
    /// The folder into which tables of the recipe were fetched.
    pub tables: Option<PathBuf>,
}

/// Reads the files of a recipe and applies disclosure control. `progress` is called with the
/// bytes that were read.
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
    let mut inputs = inputs(recipe)?;
    inputs.extend(options.tables.clone());
    let uncontrolled = uncontrolled_with(recipe, options.tables.as_deref(), progress)?;
    let Uncontrolled { recipe, catalogue, places, boundaries, geometry, declared, .. } =
        uncontrolled;
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
    let Controlled { suppressed, warnings } = control(&definitions, &mut records, setting)?;
    summary.suppressed = suppressed;
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
        boundaries,
        inputs,
    };
    figures.summary.indicators = figures.catalogue.len();
    figures.summary.with_figures = figures.records.len();
    figures.summary.regions = figures.places.iter().count();
    figures.summary.shown = figures.publication().shown();
    Ok(figures)
}

/// Where nobody was counted there is no percentage. Most such records are suppressed by now.
fn without_persons(records: &mut BTreeMap<String, Records>) {
    for record in records.values_mut().flat_map(BTreeMap::values_mut) {
        if record.denominator == Some(0.0) {
            *record = Record::without(Status::NotApplicable);
        }
    }
}
