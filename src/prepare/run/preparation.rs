// SPDX-License-Identifier: EUPL-1.2
//! From a recipe to the files to serve.

use super::figures::{Figures, Summary, write};
use super::uncontrolled::{Uncontrolled, uncontrolled_on};
use super::{ledger, rates};
use crate::indicator::definition::Definition;
use crate::indicator::observation::Status;
use crate::prepare::folder::Claim;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{Problem, RECIPE};
use crate::prepare::publish::edition;
use crate::prepare::publish::files;
use crate::prepare::publish::joining::Joining;
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
    let (mut inputs, folder) = (inputs(recipe)?, recipe.parent().unwrap_or(Path::new(".")));
    inputs.extend(options.tables.clone());
    let uncontrolled = uncontrolled_on(recipe, options.tables.as_deref(), None, progress)?;
    let Uncontrolled {
        recipe, catalogue, places, boundaries, atlas, comparators, declared, ..
    } = uncontrolled;
    let (mut records, mut summary) = (uncontrolled.records, uncontrolled.summary);
    let counts = uncontrolled.counts;
    let threshold = recipe.least();
    let small = reason_for(threshold, options)?;
    let mut earlier = Vec::new();
    for folder in &options.earlier {
        earlier.push(edition::read(folder).map_err(|problem| vec![problem])?);
    }
    for edition in &mut earlier {
        rates::told_by(&recipe.rate, edition);
    }
    if let Some(table) = &recipe.earlier {
        earlier.push(ledger::read(&folder.join(table), &records)?);
    }
    let definitions: Vec<&Definition> = catalogue.iter().map(|e| &e.definition).collect();
    let setting = Setting { places: &places, threshold, declared: &declared, earlier: &earlier };
    let Controlled { suppressed, warnings, .. } = control(&definitions, &mut records, setting)?;
    summary.suppressed = suppressed;
    summary.warnings.extend(warnings);
    without_persons(&mut records);
    rates::derive(&recipe.rate, &counts, &mut records);
    let joining = Joining {
        division: recipe.division(),
        threshold,
        groups: recipe.group,
        declared: declared.clone(),
        publisher: recipe.publisher,
        ..Joining::of(&catalogue)
    };
    let figures = Figures {
        catalogue,
        places,
        records,
        threshold,
        small,
        atlas,
        comparators,
        is_compressed: false,
        joining,
        base: None,
        summary,
        boundaries,
        declared,
        edition: recipe.edition,
        earlier: options.earlier.clone(),
        former: None,
        inputs,
    };
    Ok(figures.counted())
}

/// Why the threshold is below [`LOWEST`], where it is.
///
/// # Errors
/// No reason.
pub(super) fn reason_for(
    threshold: f64,
    options: &Options,
) -> Result<Option<String>, Vec<Problem>> {
    let reason = options.allow_small.as_deref().map(str::trim).filter(|r| !r.is_empty());
    match reason {
        _ if threshold >= LOWEST => Ok(None),
        Some(reason) => Ok(Some(reason.to_string())),
        None => {
            let found = Found::Verbatim(format!("threshold = {threshold}"));
            Err(vec![Problem::file(RECIPE, found, Expected::LowestThreshold)])
        }
    }
}

/// Where nobody was counted there is no percentage. Most such records are suppressed by now.
pub(super) fn without_persons(records: &mut BTreeMap<String, Records>) {
    for record in records.values_mut().flat_map(BTreeMap::values_mut) {
        if record.denominator == Some(0.0) {
            *record = Record::without(Status::NotApplicable);
        }
    }
}
