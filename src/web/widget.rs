// SPDX-License-Identifier: EUPL-1.2
//! What the script asks of the core: read a file, draw a figure.
//!
//! All options cross in one object: texts on their own would each bring glue along.

use super::failure::{failure, failure_of};
use super::object::{json, member, object, text};
#[cfg(any(feature = "ranking", feature = "map", feature = "overview"))]
use crate::data::comparators::Chosen;
use crate::data::dataset::Dataset;
use crate::data::geometry::Geometry;
use crate::data::jsonstat::JsonStat;
use crate::error::Error;
use crate::figure::Figure;
use crate::json::Value;
use crate::request::Request;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A data file that was read, shared by every chart that needs it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Data(Dataset);

#[cfg(feature = "tools")]
impl Data {
    pub(super) fn dataset(&self) -> &Dataset {
        &self.0
    }
}

/// Reads a parsed JSON-stat file, to which `geometry`, the file of a `place` or of the regions in
/// one, and what is `chosen` to stand beside one may have been added; throws what [`failure`] gives, in the page's `language`.
#[wasm_bindgen]
pub fn read(file: &JsValue, options: &JsValue) -> Result<Data, JsValue> {
    dataset(&json(file, 0)).map(Data).map_err(|e| failure(options, &e))
}

fn dataset(file: &Value) -> Result<Dataset, Error> {
    let (first, place) = (JsonStat::read(file)?, file.get("place"));
    // An overview of the regions in a place lacks its definitions alone.
    if cfg!(feature = "overview") && *place.get("extension").get("periods") != Value::Null {
        return JsonStat::read(place)?.defined_by(&first).try_into();
    }
    let mut dataset = Dataset::try_from(first)?;
    if cfg!(any(feature = "single", feature = "story", feature = "brief")) && *place != Value::Null
    {
        dataset.join(JsonStat::read(place)?)?;
    }
    #[cfg(any(feature = "ranking", feature = "map", feature = "overview"))]
    {
        dataset.chosen = Chosen::read(file.get("chosen"));
    }
    if cfg!(feature = "map") && *file.get("geometry") != Value::Null {
        dataset.geometry = Some(Geometry::read(file.get("geometry"))?);
    }
    Ok(dataset)
}

/// Checks attributes that no file is needed for; throws what [`failure`] gives.
#[wasm_bindgen]
pub fn check(options: &JsValue) -> Result<(), JsValue> {
    request(options).map(|_| ()).map_err(|e| failure(options, &e))
}

fn size(options: &JsValue, name: &str) -> Option<u32> {
    member(options, name).as_f64().map(|size| size as u32)
}

/// The element's attributes, with the page's `language` and the `width` in pixels.
pub(super) fn asked(options: &JsValue) -> Result<Request, Error> {
    let attribute = |name: &str| member(options, name).as_string();
    let width = size(options, "width").unwrap_or_default();
    Request::parse(attribute, &text(options, "language"), width)
}

/// The same with what the script knows besides: the `height` of the box to fill where there is one,
/// the `date` of today.
fn request(options: &JsValue) -> Result<Request, Error> {
    let mut request = asked(options)?;
    request.height = size(options, "height");
    request.date = member(options, "date").as_string();
    request.downloads = true;
    request.deferred = true;
    #[cfg(feature = "tools")]
    {
        request.insight = !text(options, "insight").is_empty();
    }
    Ok(request)
}

/// The figure that is asked for as an object with these members, and `warning` for records that the
/// file should not hold. Throws what [`failure`] gives.
pub(super) fn figure(
    data: &Data,
    options: &JsValue,
    members: impl FnOnce(&Figure) -> Result<Vec<(&'static str, JsValue)>, JsValue>,
) -> Result<JsValue, JsValue> {
    let failed = |error: Error| failure(options, &error);
    let request = request(options).map_err(failed)?;
    let of_file = |error: Error| failure_of(options, &error, Some(&data.0));
    let figure = Figure::new(&data.0, &request).map_err(of_file)?;
    let mut members = members(&figure)?;
    let warning = figure.refused().first().cloned();
    members.push(("warning", warning.map_or(JsValue::UNDEFINED, failed)));
    Ok(object(&members))
}

/// Draws the figure that is asked for: `{text, warning}`, of [`figure`]. Ids in it begin with
/// `id`.
///
/// The text is of one `form`: `Figure`, the whole as a node stream, but for what need not be
/// there before the picture is seen, most of a figure's nodes: the table, and what makes
/// many marks interactive (its picture has the class `deferred`); `Details`, the table;
/// `Picture`, the picture with all its marks and its legend, in an element of their own, which is
/// also what a new width changes. The core of the tools knows `Conclusions` besides, what stands in
/// their block where `insight` is given, and draws the picture with them.
#[wasm_bindgen]
pub fn draw(data: &Data, options: &JsValue) -> Result<JsValue, JsValue> {
    figure(data, options, |figure| {
        let (id, form) = (text(options, "id"), text(options, "form"));
        #[cfg(feature = "tools")]
        if let Some(text) = super::form::text(figure, &form, &text(options, "page")) {
            let text = text.map_err(|error| failure(options, &error))?;
            return Ok(vec![("text", text.into())]);
        }
        let text = match &*form {
            #[cfg(feature = "tools")]
            "Conclusions" => figure.conclusions().to_node_stream(),
            "Details" => figure.details(false).to_node_stream(),
            "Picture" => figure.redrawn(&id).to_node_stream(),
            _ => figure.tree(&id).to_node_stream(),
        };
        Ok(vec![("text", text.into())])
    })
}
