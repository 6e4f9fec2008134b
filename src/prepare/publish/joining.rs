// SPDX-License-Identifier: EUPL-1.2
//! What a folder of figures keeps for whoever adds figures to it later: on which division it is,
//! what adds up in it, and which of its figures were added to it and by which recipe. It holds no
//! number of a figure.

use crate::data::jsonstat::FORMAT;
use crate::indicator::observation::Status;
use crate::indicator::period::Period;
use crate::indicator::source::Source;
use crate::prepare::folder::file;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::recipe::catalogue::Entry;
use crate::prepare::recipe::declared::Declared;
use crate::prepare::recipe::{Group, Publisher};
use crate::prepare::record::Record;
use serde::de::{Deserializer, Error as _};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The name of the file.
pub const JOINING: &str = "joining.json";

/// The file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Joining {
    /// [`FORMAT`].
    pub format: u32,
    /// The year whose municipalities the figures are put on.
    pub division: i32,
    /// The disclosure threshold.
    pub threshold: f64,
    /// The groups of municipalities.
    pub groups: Vec<Group>,
    /// The indicators in the order of the catalogue, with the sets that each belongs to.
    pub indicators: Vec<Listed>,
    /// What adds up, and how counts were rounded.
    pub declared: Declared,
    /// Who publishes the folder, where that is said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub publisher: Option<Publisher>,
    /// What was added, by the recipe that did.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub added: BTreeMap<String, Addition>,
    /// The source of indicators that have figures of another one beside theirs, without it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub sources: BTreeMap<String, Origin>,
}

/// An indicator of the catalogue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// The sets that it belongs to.
    pub sets: Vec<String>,
}

/// Whose figures are, and under which licence.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Origin {
    /// The source.
    pub source: Source,
    /// The licence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

impl<'de> Deserialize<'de> for Origin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = crate::json::Value::deserialize(deserializer)?;
        crate::json::read(&value, |value| Self {
            source: Source::read(value.get("source")),
            licence: value.optional_text("licence"),
        })
        .map_err(D::Error::custom)
    }
}

/// What one recipe added.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Addition {
    /// The indicators that it defined.
    pub defined: BTreeSet<String>,
    /// The groups that it defined.
    pub groups: BTreeSet<String>,
    /// What it declared.
    pub declared: Declared,
    /// Whose its figures are, where they are not its indicator's source's.
    pub sources: BTreeMap<String, Origin>,
    /// Its figures: indicators, regions, and periods with what stood there before.
    pub figures: BTreeMap<String, BTreeMap<String, BTreeMap<String, Option<Before>>>>,
}

/// A record without a number, in the place of which one came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// Why it had none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    status: Option<String>,
    /// Where that was said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    source: Option<String>,
    /// What was remarked.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    note: Option<String>,
}

impl Before {
    /// Of a record without a number.
    pub fn of(record: &Record) -> Self {
        Self {
            status: record.status.map(|status| status.word().to_string()),
            source: record.source.clone(),
            note: record.note.clone(),
        }
    }

    /// The record again.
    pub fn record(&self) -> Record {
        Record {
            status: self.status.as_deref().and_then(Status::parse),
            source: self.source.clone(),
            note: self.note.clone(),
            ..Record::default()
        }
    }
}

impl Addition {
    /// Its figures of an indicator, each with what stood there before.
    pub fn of(&self, id: &str) -> impl Iterator<Item = ((String, Period), Option<&Before>)> {
        let regions = self.figures.get(id).into_iter().flatten();
        regions.flat_map(|(region, periods)| {
            periods.iter().filter_map(|(period, before)| {
                Some(((region.clone(), Period::parse(period)?), before.as_ref()))
            })
        })
    }

    /// Notes a figure, and what it takes the place of.
    pub fn note(&mut self, id: &str, (region, period): &(String, Period), before: Option<Before>) {
        let regions = self.figures.entry(id.into()).or_default();
        let periods = regions.entry(region.clone()).or_default();
        periods.insert(period.code(), before);
    }
}

impl Joining {
    /// Of a catalogue, before anything was added.
    pub fn of(catalogue: &[Entry]) -> Self {
        let listed =
            |entry: &Entry| Listed { id: entry.definition.id.clone(), sets: entry.sets.clone() };
        Self {
            format: FORMAT,
            indicators: catalogue.iter().map(listed).collect(),
            ..Self::default()
        }
    }

    /// Reads that of a folder.
    ///
    /// # Errors
    /// A folder without it, or one of another version.
    pub fn read(folder: &Path) -> Result<Self, Problem> {
        let path = folder.join(JOINING);
        let wrong =
            |found: Found| Problem::file(&path.to_string_lossy(), found, Expected::FolderToJoin);
        let bytes = file::read(&path).map_err(|e| wrong(library::io(&e)))?;
        let joining: Self = serde_json::from_slice(&bytes).map_err(|e| wrong(library::json(e)))?;
        match joining.format {
            FORMAT => Ok(joining),
            other => Err(wrong(Found::FormatVersion(other.to_string()))),
        }
    }

    /// Everything that is declared, with what was added.
    pub fn declared(&self) -> Declared {
        let mut all = self.declared.clone();
        for addition in self.added.values() {
            all.extend(addition.declared.clone());
        }
        all
    }
}
