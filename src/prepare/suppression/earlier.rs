// SPDX-License-Identifier: EUPL-1.2
//! What was published before: an earlier edition stays known, whatever is withheld now.

use super::rule::Key;
use crate::data::dataset::Dataset;
use crate::data::jsonstat::JsonStat;
use crate::prepare::problem::Problem;
use crate::prepare::record::Record;
use crate::prepare::wording;
use std::path::Path;

/// A figure that everybody may have kept.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The indicator.
    pub id: String,
    /// The region and the period.
    pub key: Key,
    /// What was said.
    pub record: Record,
}

/// One earlier edition.
#[derive(Clone, Debug, Default)]
pub struct Edition {
    /// Its figures.
    pub figures: Vec<Figure>,
}

/// Whether a folder looks like one that was written by us.
pub fn is_edition(folder: &Path) -> bool {
    folder.join("index.json").is_file() && folder.join("indicator").is_dir()
}

impl Edition {
    /// Reads a folder that was written before.
    ///
    /// # Errors
    /// A folder that is none, or a file in it that cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Vec<Problem>> {
        let name = folder.to_string_lossy();
        let expected = "een map die kansrijke-start prepare eerder schreef";
        let told = |found: String| vec![Problem::file(&name, found, expected)];
        if !is_edition(folder) {
            return Err(told("geen index.json met een map indicator".into()));
        }
        let list = folder.join("indicator").read_dir().map_err(|e| told(wording::io(&e)))?;
        let mut edition = Self::default();
        let mut files = Vec::new();
        for entry in list {
            files.push(entry.map_err(|e| told(wording::io(&e)))?.path());
        }
        files.sort();
        for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "json")) {
            let text = std::fs::read_to_string(file).map_err(|e| told(wording::io(&e)))?;
            let wrong =
                |found: String| vec![Problem::file(&file.to_string_lossy(), found, expected)];
            let file: JsonStat = serde_json::from_str(&text).map_err(|e| wrong(e.to_string()))?;
            let data = Dataset::try_from(file).map_err(|e| wrong(e.to_string()))?;
            edition.add(&data);
        }
        Ok(edition)
    }

    fn add(&mut self, data: &Dataset) {
        for (at, definition) in data.definitions.iter().enumerate() {
            for (region, place) in data.regions.iter().enumerate() {
                for (when, period) in data.periods.iter().enumerate() {
                    let Some(o) = data.observation(at, region, when) else { continue };
                    if o.numerator.is_none() && o.denominator.is_none() && o.value.is_none() {
                        continue;
                    }
                    let record = Record {
                        value: o.value,
                        numerator: o.numerator,
                        denominator: o.denominator,
                        ..Record::default()
                    };
                    let key = (place.code.clone(), *period);
                    self.figures.push(Figure { id: definition.id.clone(), key, record });
                }
            }
        }
    }
}
