// SPDX-License-Identifier: EUPL-1.2
//! What was found, as plain objects: by a figure, or of any regions in any periods.

use super::options::Given;
use super::to_js;
use crate::advice::correction::{Correction, corrections};
use crate::advice::names::Names;
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::figure::json::{FindingRow, PlacedRow, level};
use crate::indicator::region::Region;
use crate::text::words::advice::AdviceWords;
use crate::view::panel::{Panel, is_sort};
use crate::web::failure::{failure, failure_of, names};
use crate::web::object::{member, object};
use crate::web::widget::{Data, asked, figure};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A region, and where it belongs.
#[derive(Serialize)]
struct Place<'a> {
    code: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    parents: &'a [String],
}

fn rows(dataset: &Dataset, findings: Vec<FindingRow>) -> Result<JsValue, JsValue> {
    let rows = findings.into_iter().map(|finding| PlacedRow::of(dataset, finding));
    to_js(&rows.collect::<Vec<_>>())
}

/// The findings of the figure that is asked for, with `warning` beside them:
/// `{findings, warning}`.
#[wasm_bindgen]
pub fn findings(data: &Data, options: &JsValue) -> Result<JsValue, JsValue> {
    figure(data, options, |figure| {
        rows(data.dataset(), figure.findings()).map(|found| vec![("findings", found)])
    })
}

/// The findings of the `regions` in the `periods` that are asked for, with the `names` of the
/// folder: `{findings, hint, warning}`. The hint is about what is read though it is not written so.
#[wasm_bindgen]
pub fn panel(data: &Data, options: &JsValue) -> Result<JsValue, JsValue> {
    let dataset = data.dataset();
    let failed = |error: Error| failure_of(options, &error, Some(dataset));
    let request = asked(options).map_err(failed)?;
    let [mut regions, mut periods] = [given(options, "regions")?, given(options, "periods")?];
    let names = names(options).or_of(dataset);
    let mut meant = read("region", &mut regions, &names);
    meant.extend(read("period", &mut periods, &names));
    let panel = Panel::find(dataset, &request, &regions, &periods).map_err(failed)?;
    let hint = AdviceWords::of(request.language).read(&meant);
    let warning = panel.refused.first().cloned().map_or(JsValue::UNDEFINED, failed);
    let found = rows(dataset, FindingRow::of_panel(&panel, request.language))?;
    Ok(object(&[("findings", found), ("hint", hint.into()), ("warning", warning)]))
}

/// What stands in an option: one text or number, or a list of them.
fn given(options: &JsValue, name: &str) -> Result<Vec<String>, JsValue> {
    let read = serde_wasm_bindgen::from_value::<Given>(member(options, name));
    read.map(Given::texts).map_err(|error| {
        let [name, found, expected] = [name, &error.to_string(), "['GM0344', 'PV26']"];
        let [name, found, expected] = [name, found, expected].map(str::to_string);
        failure(options, &Error::Row { row: 0, name, found, expected })
    })
}

/// Puts what is meant in the place of what is typed.
fn read(name: &str, all: &mut [String], names: &Names) -> Vec<Correction> {
    let mut meant = Vec::new();
    for text in all.iter_mut().filter(|text| !is_sort(text.trim())) {
        let found = corrections(|asked| (asked == name).then(|| text.clone()), names);
        for correction in found {
            text.clone_from(&correction.read);
            meant.push(correction);
        }
    }
    meant
}

/// The regions of a file: `[{code, name, level, parents}]`.
#[wasm_bindgen]
pub fn regions(data: &Data) -> Result<JsValue, JsValue> {
    let dataset = data.dataset();
    let places = dataset.regions.iter().map(|Region { code, name }| Place {
        code,
        name,
        level: level(code),
        parents: dataset.parents(code),
    });
    to_js(&places.collect::<Vec<_>>())
}
