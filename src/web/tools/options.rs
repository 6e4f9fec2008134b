// SPDX-License-Identifier: EUPL-1.2
//! The options of `load` and `draw`, as attributes of the element.

use super::to_js;
use crate::data::custom::{Cell, code_of};
use serde::{Deserialize, Serialize, Serializer};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The width of a picture in pixels when none is given.
const WIDTH: f64 = 640.0;

/// One value, or a list of them.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Given {
    Many(Vec<Cell>),
    One(Cell),
}

impl Default for Given {
    fn default() -> Self {
        Self::One(Cell::Empty)
    }
}

impl Given {
    fn is_absent(&self) -> bool {
        matches!(self, Self::One(Cell::Empty))
    }

    /// Each as a text; none where nothing is given.
    pub(super) fn texts(self) -> Vec<String> {
        match self {
            Self::Many(list) => list.iter().map(Cell::text).collect(),
            Self::One(Cell::Empty) => Vec::new(),
            Self::One(cell) => vec![cell.text()],
        }
    }

    /// With codes in place of names, which no list could hold.
    fn coded(self) -> Self {
        let code = |cell: Cell| Cell::Text(code_of(&cell.text()));
        match self {
            Self::Many(list) => Self::Many(list.into_iter().map(code).collect()),
            one => one,
        }
    }
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(cell) => serializer.serialize_str(&cell.text()),
            Self::Many(list) => {
                let texts: Vec<String> = list.iter().map(Cell::text).collect();
                serializer.serialize_str(&texts.join(","))
            }
        }
    }
}

/// What is said of a region in a period.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Annotated {
    period: Cell,
    region: Cell,
    text: Cell,
}

/// Annotations as the attribute parser takes them.
fn lines<S: Serializer>(list: &[Annotated], serializer: S) -> Result<S::Ok, S::Error> {
    let line = |annotated: &Annotated| {
        let Annotated { period, region, text } = annotated;
        let line = [period.text(), region.text(), text.text()].join("|");
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    serializer.serialize_str(&list.iter().map(line).collect::<Vec<_>>().join("\n"))
}

fn pixels<S: Serializer>(width: &Cell, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(width.number().unwrap_or(WIDTH))
}

/// What to show: the attributes of the element, by their name or in camel case, and the size of a
/// picture and its day.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, rename_all = "kebab-case")]
struct Options {
    #[serde(skip_serializing_if = "Given::is_absent")]
    indicator: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    region: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    compare: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    view: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    within: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    map: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    sort: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    period: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    edition: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    src: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    lang: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    heading: Given,
    #[serde(serialize_with = "lines", skip_serializing_if = "Vec::is_empty")]
    annotations: Vec<Annotated>,
    #[serde(skip_serializing_if = "Given::is_absent")]
    heading_level: Given,
    #[serde(rename = "headingLevel", skip_serializing)]
    camel: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    theme: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    details: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    loading: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    controls: Given,
    #[serde(skip_serializing_if = "Given::is_absent")]
    follow: Given,
    #[serde(serialize_with = "pixels")]
    width: Cell,
    #[serde(skip_serializing_if = "Given::is_absent")]
    date: Given,
}

/// Options as attributes: texts by the attributes' names, with `width` and `date`. In a list of
/// custom data (`is_custom`) regions may be called by their names.
#[wasm_bindgen]
pub fn attributes(options: &JsValue, is_custom: bool) -> Result<JsValue, JsValue> {
    let mut options: Options = serde_wasm_bindgen::from_value(options.clone())?;
    if !options.camel.is_absent() {
        options.heading_level = std::mem::take(&mut options.camel);
    }
    if is_custom {
        options.compare = options.compare.coded();
    }
    to_js(&options)
}
