// SPDX-License-Identifier: EUPL-1.2
//! The shape of our files: a JSON-stat 2.0 `dataset` (json-stat.org) with the dimensions
//! `indicator`, `measure`, `region` and `period`, and in `extension` what the standard has no
//! place for. A file of many indicators has one period of each, and no dimension of periods.

use super::cells::{Cells, Members};
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::json::{self, Reader, Value};
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, Error as _};

/// The version of what stands in `extension`, and of what stands in which file.
pub const FORMAT: u32 = 2;

/// Whether a file of this version is read. In the first one a file that says all by itself told
/// the origin of single figures in another way, which no chart reads; the others were not there.
pub fn is_read(format: u32) -> bool {
    (1..=FORMAT).contains(&format)
}

/// A dataset, as it is stored.
#[derive(Clone, Debug, Serialize)]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// The dimensions' names, the slowest first.
    pub id: Vec<String>,
    /// How many categories each has.
    pub size: Vec<usize>,
    /// Which dimension is time, which geography, which metric; nothing in a file for charts alone.
    #[serde(skip_serializing_if = "Members::is_empty")]
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
        let cells = Cells::read(value.get("value"))?;
        let definitions = value.get("extension").get("definitions").items().iter();
        let definitions = definitions.map(Definition::read).collect::<Result<_, _>>()?;
        json::read(value, |file| {
            let extension = file.get("extension");
            let sizes = value.get("size").items().iter().filter_map(Value::number);
            Self {
                version: file.text("version"),
                class: file.text("class"),
                label: file.optional_text("label").unwrap_or_default(),
                source: file.optional_text("source").unwrap_or_default(),
                updated: file.optional_text("updated"),
                id: file.texts("id"),
                size: sizes.map(|size| size as usize).collect(),
                role: Members::default(),
                dimension: Members::read(file.get("dimension"), |dimension, _| {
                    let category = dimension.get("category");
                    Dimension {
                        label: dimension.optional_text("label").unwrap_or_default(),
                        category: Category {
                            index: category.texts("index"),
                            label: labels(category, "label"),
                        },
                    }
                }),
                value: cells,
                status: statuses(file),
                extension: Extension {
                    format: extension.number("format") as u32,
                    threshold: extension.number("threshold"),
                    definitions,
                    periods: labels(extension, "periods"),
                    parents: Members::read(extension.get("parents"), Reader::as_codes),
                    aliases: labels(extension, "aliases"),
                    status: StatusLabels::default(),
                    origins: Vec::new(),
                    #[cfg(feature = "story")]
                    spreads: extension.list("spreads").map(Told::read).collect(),
                },
            }
        })
    }
}

impl JsonStat {
    /// This file, with what another says that its indicators mean.
    #[must_use]
    pub fn defined_by(mut self, other: &Self) -> Self {
        let all = &other.extension.definitions;
        let ids = self.dimension.get("indicator").map(|d| &d.category.index);
        let defined = ids.into_iter().flatten().filter_map(|id| all.iter().find(|d| d.id == *id));
        self.extension.definitions = defined.cloned().collect();
        self
    }
}

/// By index, or a list as long as that of the values.
fn statuses(file: Reader) -> Members<String> {
    let words = file.value().get("status").items().iter().map(Value::text).enumerate();
    let words = words.filter_map(|(index, word)| Some((index.to_string(), word?.to_string())));
    let mut by_index = labels(file, "status");
    by_index.0.extend(words);
    by_index
}

fn labels(reader: Reader, name: &str) -> Members<String> {
    Members::read(reader.get(name), Reader::as_text)
}

impl<'de> Deserialize<'de> for JsonStat {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(&Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// A dimension.
#[derive(Clone, Debug, Serialize)]
pub struct Dimension {
    /// What it is, in Dutch.
    pub label: String,
    /// Its categories.
    pub category: Category,
}

/// The categories of a dimension.
#[derive(Clone, Debug, Serialize)]
pub struct Category {
    /// Their codes, in order.
    pub index: Vec<String>,
    /// Their names.
    #[serde(skip_serializing_if = "Members::is_empty")]
    pub label: Members<String>,
}

/// What JSON-stat has no place for.
#[derive(Clone, Debug, Serialize)]
pub struct Extension {
    /// [`FORMAT`].
    pub format: u32,
    /// The disclosure threshold that was applied.
    pub threshold: f64,
    /// The definitions, in the order of the dimension `indicator`. A file of one place has none:
    /// they stand in the files of the indicators; one of the regions of an area has none either.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub definitions: Vec<Definition>,
    /// The period of each indicator, where a file has one of each and no dimension of periods.
    #[serde(skip_serializing_if = "Members::is_empty")]
    pub periods: Members<String>,
    /// The health region, the COROP region and the province of each municipality.
    #[serde(skip_serializing_if = "Members::is_empty")]
    pub parents: Members<Vec<String>>,
    /// Other names by which a region is found.
    #[serde(skip_serializing_if = "Members::is_empty")]
    pub aliases: Members<String>,
    /// What each status says, for readers other than ours: a convention of JSON-stat.
    #[serde(skip_serializing_if = "StatusLabels::is_empty")]
    pub status: StatusLabels,
    /// The origins of single figures, each with the figures that have it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<Origin>,
    /// How far regions of one sort lie apart, where a file has not all of them.
    #[cfg(feature = "story")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub spreads: Vec<Told>,
}

/// The spread of the regions of one sort by one indicator in one period.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Told {
    /// The indicator's id.
    pub indicator: String,
    /// The first letters of the codes of the regions: `GM`, `PV`.
    pub kind: String,
    /// The period's code.
    pub period: String,
    /// How many of them have a figure.
    pub count: u32,
    /// The lowest figure, the quartiles that a quarter lies below and above, the highest.
    pub values: [f64; 4],
}

impl Told {
    #[cfg(feature = "story")]
    fn read(reader: Reader) -> Self {
        let mut values = [0.0; 4];
        let told = reader.value().get("values").items().iter().filter_map(Value::number);
        for (value, told) in values.iter_mut().zip(told) {
            *value = told;
        }
        Self {
            indicator: reader.text("indicator"),
            kind: reader.text("kind"),
            period: reader.text("period"),
            count: reader.number("count") as u32,
            values,
        }
    }
}

/// What each status says.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StatusLabels {
    /// In Dutch.
    pub label: Members<String>,
}

impl StatusLabels {
    fn is_empty(&self) -> bool {
        self.label.is_empty()
    }
}

/// Where figures come from, and what must be known of them.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize))]
pub struct Origin {
    /// The address at which it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// In Dutch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The records, by the indices of their first cells: from one to another, both among them.
    pub cells: Vec<(usize, usize)>,
}

/// The measures, in the order in which they are written.
pub const MEASURES: [&str; 6] = ["value", "numerator", "denominator", "lower", "upper", "answer"];
