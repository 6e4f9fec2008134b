// SPDX-License-Identifier: EUPL-1.2
//! What was published before: the records in a folder that an earlier run wrote.

use crate::data::dataset::Dataset;
use crate::data::jsonstat::JsonStat;
use crate::error::Error;
use crate::indicator::observation::Observation;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::record::{Record, Records};
use crate::prepare::table::name_of;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What a folder is that is no earlier edition.
const EXPECTED: Expected = Expected::Edition;

/// Whether a folder holds figures that an earlier run wrote.
pub fn is_edition(folder: &Path) -> bool {
    folder.join("index.json").is_file() && folder.join("indicator").is_dir()
}

/// The records that a folder publishes, by indicator: what `prepare` wrote to it, each number as
/// it stands there. Remarks on single figures are not read.
///
/// # Errors
/// A folder without the files of indicators, or a file that cannot be read or is none of ours.
pub fn read(folder: &Path) -> Result<BTreeMap<String, Records>, Problem> {
    let unreadable = |path: &Path, e: &std::io::Error| {
        Problem::file(&path.to_string_lossy(), library::io(e), EXPECTED)
    };
    let indicators = folder.join("indicator");
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(&indicators).map_err(|e| unreadable(&indicators, &e))? {
        let path = entry.map_err(|e| unreadable(&indicators, &e))?.path();
        if path.extension().is_some_and(|e| e == "json") {
            files.push(path);
        }
    }
    files.sort();
    let mut records: BTreeMap<String, Records> = BTreeMap::new();
    for path in files {
        let bytes = fs::read(&path).map_err(|e| unreadable(&path, &e))?;
        add(&dataset(&path, &bytes)?, &mut records);
    }
    Ok(records)
}

/// A file of a folder from its bytes.
///
/// # Errors
/// A file that is none of ours.
pub fn dataset(path: &Path, bytes: &[u8]) -> Result<Dataset, Problem> {
    let file: JsonStat = serde_json::from_slice(bytes)
        .map_err(|e| Problem::file(&name_of(path), library::json(e), EXPECTED))?;
    Dataset::try_from(file).map_err(|e| Problem::file(&name_of(path), other(&e), EXPECTED))
}

/// What a file is that is none of ours, or of another version.
fn other(error: &Error) -> Found {
    match error {
        Error::DataVersion { found, .. } => Found::FormatVersion(found.to_string()),
        _ => Found::PartsApart,
    }
}

/// Adds the records of one file to those of their indicators.
pub fn add(dataset: &Dataset, records: &mut BTreeMap<String, Records>) {
    for (i, definition) in dataset.definitions.iter().enumerate() {
        for region in 0..dataset.regions.len() {
            for period in 0..dataset.periods.len() {
                let Some(observation) = dataset.observation(i, region, period) else { continue };
                let key = (observation.region.clone(), observation.period);
                records.entry(definition.id.clone()).or_default().insert(key, record(observation));
            }
        }
    }
}

fn record(observation: Observation) -> Record {
    let Observation { value, numerator, denominator, lower, upper, answer, status, .. } =
        observation;
    Record { value, numerator, denominator, lower, upper, answer, status, source: None, note: None }
}
