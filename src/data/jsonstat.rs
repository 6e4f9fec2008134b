// SPDX-License-Identifier: EUPL-1.2
//! The shape of our files: a JSON-stat 2.0 `dataset` (json-stat.org) with the dimensions
//! `indicator`, `measure`, `region` and `period`, and in `extension` what the standard has no
//! place for.

use super::cells::{Cells, Members};
use crate::indicator::definition::Definition;
use serde::Deserialize;
#[cfg(not(target_arch = "wasm32"))]
use serde::Serialize;

/// The version of what stands in `extension`.
pub const FORMAT: u32 = 1;

/// A dataset, as it is stored.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub struct JsonStat {
    /// Always "2.0".
    pub version: String,
    /// Always "dataset".
    pub class: String,
    /// What the file holds, in Dutch.
    #[serde(default)]
    pub label: String,
    /// Who published the figures.
    #[serde(default)]
    pub source: String,
    /// When they were last brought up to date, where known.
    #[serde(default)]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub updated: Option<String>,
    /// The dimensions' names, the slowest first.
    pub id: Vec<String>,
    /// How many categories each has.
    pub size: Vec<usize>,
    /// Which dimension is time, which geography, which metric.
    #[serde(default)]
    pub role: Members<Vec<String>>,
    /// The categories of each.
    pub dimension: Members<Dimension>,
    /// The cells, the last dimension running fastest.
    pub value: Cells,
    /// What is said about cells, by index.
    #[serde(default)]
    pub status: Members<String>,
    /// What JSON-stat has no place for.
    pub extension: Extension,
}

/// A dimension.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub struct Dimension {
    /// What it is, in Dutch.
    #[serde(default)]
    pub label: String,
    /// Its categories.
    pub category: Category,
}

/// The categories of a dimension.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub struct Category {
    /// Their codes, in order.
    pub index: Vec<String>,
    /// Their names.
    #[serde(default)]
    pub label: Members<String>,
}

/// What JSON-stat has no place for.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub struct Extension {
    /// [`FORMAT`].
    pub format: u32,
    /// The disclosure threshold that was applied.
    pub threshold: f64,
    /// The definitions, in the order of the dimension `indicator`.
    pub definitions: Vec<Definition>,
    /// The health region and the province of each municipality.
    #[serde(default)]
    pub parents: Members<Vec<String>>,
    /// Other names by which a region is found.
    #[serde(default)]
    pub aliases: Members<String>,
}

/// The measures, in the order in which they are written.
pub const MEASURES: [&str; 6] = [
    "value",
    "numerator",
    "denominator",
    "lower",
    "upper",
    "answer",
];
