// SPDX-License-Identifier: EUPL-1.2
//! The shape of our files: a JSON-stat 2.0 `dataset` (json-stat.org) with the dimensions
//! `indicator`, `measure`, `region` and `period`, and in `extension` what the standard has no
//! place for.

use super::cells::{Cells, Members};
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::json::Value;
#[cfg(not(target_arch = "wasm32"))]
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, Error as _};

/// The version of what stands in `extension`.
pub const FORMAT: u32 = 1;

/// A dataset, as it is stored.
#[derive(Clone, Debug)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub struct JsonStat {
    /// Always "2.0".
    pub version: String,
    /// Always "dataset".
    pub class: String,
    /// What the file holds, in Dutch.
    pub label: String,
    /// Who published the figures.
    pub source: String,
    /// When they were last brought up to date, where known.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
    pub updated: Option<String>,
    /// The dimensions' names, the slowest first.
    pub id: Vec<String>,
    /// How many categories each has.
    pub size: Vec<usize>,
    /// Which dimension is time, which geography, which metric.
    pub role: Members<Vec<String>>,
    /// The categories of each.
    pub dimension: Members<Dimension>,
    /// The cells, the last dimension running fastest.
    pub value: Cells,
    /// What is said about cells, by index.
    pub status: Members<String>,
    /// What JSON-stat has no place for.
    pub extension: Extension,
}

impl JsonStat {
    /// Reads a parsed file.
    ///
    /// # Errors
    /// [`Error::DataMalformed`] names the first member that is absent or means nothing.
    pub fn read(value: &Value) -> Result<Self, Error> {
        let texts = |value: &Value, name: &str| -> Result<Vec<String>, Error> {
            let text = |item: &Value| item.text().map(str::to_string);
            let all = value.get(name).items().iter().map(text).collect::<Option<Vec<_>>>();
            all.ok_or_else(|| Error::malformed(name, "other things", "a list of texts"))
        };
        let labels = |value: &Value| {
            let members = value.members().iter();
            Members(members.filter_map(|(k, v)| Some((k.clone(), v.text()?.to_string()))).collect())
        };
        let mut dimension = Vec::new();
        for (name, value) in value.get("dimension").members() {
            let category = value.get("category");
            let index = texts(category, "index")?;
            let category = Category { index, label: labels(category.get("label")) };
            let label = value.optional_text("label").unwrap_or_default();
            dimension.push((name.clone(), Dimension { label, category }));
        }
        let extension = value.get("extension");
        let definitions = extension.get("definitions").items().iter().map(Definition::read);
        let mut parents = Vec::new();
        let parent_lists = extension.get("parents");
        for (code, _) in parent_lists.members() {
            parents.push((code.clone(), texts(parent_lists, code)?));
        }
        // By index, or a list as long as that of the values.
        let mut status = labels(value.get("status"));
        for (index, word) in value.get("status").items().iter().enumerate() {
            status.0.extend(word.text().map(|word| (index.to_string(), word.to_string())));
        }
        let size = value.get("size").items().iter().filter_map(Value::number);
        Ok(Self {
            version: value.required_text("version")?,
            class: value.required_text("class")?,
            label: value.optional_text("label").unwrap_or_default(),
            source: value.optional_text("source").unwrap_or_default(),
            updated: value.optional_text("updated"),
            id: texts(value, "id")?,
            size: size.map(|size| size as usize).collect(),
            role: Members::default(),
            dimension: Members(dimension),
            value: Cells::read(value.get("value"))?,
            status,
            extension: Extension {
                format: extension.required_number("format")? as u32,
                threshold: extension.required_number("threshold")?,
                definitions: definitions.collect::<Result<_, _>>()?,
                parents: Members(parents),
                aliases: labels(extension.get("aliases")),
                #[cfg(not(target_arch = "wasm32"))]
                status: StatusLabels::default(),
                #[cfg(not(target_arch = "wasm32"))]
                cells: Members::default(),
            },
        })
    }
}

impl<'de> Deserialize<'de> for JsonStat {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(&Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// A dimension.
#[derive(Clone, Debug)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub struct Dimension {
    /// What it is, in Dutch.
    pub label: String,
    /// Its categories.
    pub category: Category,
}

/// The categories of a dimension.
#[derive(Clone, Debug)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub struct Category {
    /// Their codes, in order.
    pub index: Vec<String>,
    /// Their names.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Members::is_empty"))]
    pub label: Members<String>,
}

/// What JSON-stat has no place for.
#[derive(Clone, Debug)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub struct Extension {
    /// [`FORMAT`].
    pub format: u32,
    /// The disclosure threshold that was applied.
    pub threshold: f64,
    /// The definitions, in the order of the dimension `indicator`.
    pub definitions: Vec<Definition>,
    /// The health region and the province of each municipality.
    pub parents: Members<Vec<String>>,
    /// Other names by which a region is found.
    pub aliases: Members<String>,
    /// What each status says, for readers other than ours: a convention of JSON-stat.
    #[cfg(not(target_arch = "wasm32"))]
    pub status: StatusLabels,
    /// The origin of single figures, by the index of the record's first cell.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(skip_serializing_if = "Members::is_empty")]
    pub cells: Members<CellNote>,
}

/// What each status says.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, Default, Serialize)]
pub struct StatusLabels {
    /// In Dutch.
    pub label: Members<String>,
}

/// Where one figure comes from, and what must be known of it.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, Default, Serialize)]
pub struct CellNote {
    /// The address at which it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// In Dutch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The measures, in the order in which they are written.
pub const MEASURES: [&str; 6] = ["value", "numerator", "denominator", "lower", "upper", "answer"];
